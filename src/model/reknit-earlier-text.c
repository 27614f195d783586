#include "reknit-earlier-text.h"

/**
 * ReknitEarlierText:
 *
 * What a shared record said before its author changed it, so that the other one can see that it was changed. It goes
 * where the record goes: taken back with it, and sealed again.
 */
static const ReknitColumn columns[] = {
  { "author",   REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "shared",   REKNIT_COLUMN_TIME, REKNIT_COLUMN_SHARED },
  { "of_table", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "of_id",    REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
  { "body",     REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED },
};

REKNIT_DEFINE_RECORD (ReknitEarlierText, reknit_earlier_text, "earlier_text", columns)

/**
 * reknit_earlier_text_query:
 * @record: a stored record
 *
 * Returns: (transfer full): what @record said before, the latest change first
 */
ReknitQuery *
reknit_earlier_text_query (ReknitRecord *record)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_EARLIER_TEXT, "of_table = :table AND of_id = :id", "id DESC");

  reknit_query_bind_text (query, ":table", reknit_record_type_get_table (G_OBJECT_TYPE (record)));
  return reknit_query_bind_integer (query, ":id", reknit_record_get_id (record));
}

/**
 * reknit_earlier_text_dup_words:
 * @record: a record
 *
 * Returns: (transfer full): all that a person wrote in it: its searched columns, a paragraph each
 */
char *
reknit_earlier_text_dup_words (ReknitRecord *record)
{
  guint n_columns;
  const ReknitColumn *record_columns = reknit_record_type_get_columns (G_OBJECT_TYPE (record), &n_columns);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      g_auto (GStrv) parts = g_strsplit (record_columns[i].name, "_", -1);
      g_autofree char *property = g_strjoinv ("-", parts);
      const char *text;

      if ((record_columns[i].flags & REKNIT_COLUMN_SEARCHED) == 0)
        continue;
      text = reknit_record_get_text (record, property);
      if (text != NULL && *text != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n\n" : "", text);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * reknit_earlier_text_keep:
 * @record: a shared record, inside the transaction that changes it
 * @words: what it said before
 * @error: return location
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_earlier_text_keep (ReknitRecord  *record,
                          const char    *words,
                          GError       **error)
{
  g_autoptr (ReknitEarlierText) earlier =
    g_object_new (REKNIT_TYPE_EARLIER_TEXT,
                  "author", reknit_record_get_owner (record),
                  "shared", reknit_record_get_integer (record, "shared"),
                  "of-table", reknit_record_type_get_table (G_OBJECT_TYPE (record)),
                  "of-id", reknit_record_get_id (record),
                  "body", words,
                  NULL);

  return reknit_store_put (reknit_record_get_store (record), REKNIT_RECORD (earlier), error);
}

static char *
list_searched_columns (ReknitRecord *record)
{
  guint n_columns;
  const ReknitColumn *record_columns = reknit_record_type_get_columns (G_OBJECT_TYPE (record), &n_columns);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < n_columns; i++)
    if (record_columns[i].flags & REKNIT_COLUMN_SEARCHED)
      g_ptr_array_add (names, (gpointer) record_columns[i].name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* What both can read of @record in the store, whatever its live object says by now; NULL while it is private there. */
static char *
dup_shared_words (ReknitRecord *record)
{
  g_autofree char *names = list_searched_columns (record);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = :id AND shared IS NOT NULL", names,
                                          reknit_record_type_get_table (G_OBJECT_TYPE (record)));
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (reknit_record_get_store (record), sql);
  g_auto (GStrv) searched = g_strsplit (names, ", ", -1);
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean has_row;

  reknit_statement_bind_integer (statement, ":id", reknit_record_get_id (record));
  if (!reknit_statement_step (statement, &has_row, NULL) || !has_row)
    return NULL;

  for (int i = 0; searched[i] != NULL; i++)
    {
      const char *text = reknit_statement_get_text (statement, i);

      if (text != NULL && *text != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n\n" : "", text);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

typedef struct
{
  ReknitRecord *record;
  const char   *words_before;
} Change;

static gboolean
put_change (ReknitStore  *store,
            gpointer      data,
            GError      **error)
{
  Change *change = data;

  return reknit_earlier_text_keep (change->record, change->words_before, error)
         && reknit_store_put (store, change->record, error);
}

/**
 * reknit_earlier_text_save:
 * @record: (type ReknitRecord): a stored record, changed and not saved yet
 * @label: what the step is called when it is undone
 * @error: return location
 *
 * Saves @record. If both could read it before, and it says something else now, what it said is kept beside it. What it
 * said while it was private is not, also where it is shared by the same step.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_earlier_text_save (gpointer     record,
                          const char  *label,
                          GError     **error)
{
  ReknitStore *store = reknit_record_get_store (record);
  g_autofree char *words = reknit_earlier_text_dup_words (record);
  g_autofree char *before = dup_shared_words (record);
  Change change = { record, before };

  if (before == NULL || *before == '\0' || g_str_equal (words, before))
    return reknit_store_save_once (store, label, record, error);

  if (reknit_store_transact (store, label, put_change, &change, error))
    return TRUE;

  /* Whoever wrote it still has it in their form; what is shown elsewhere is what is stored. */
  reknit_record_revert (record);
  return FALSE;
}

/**
 * reknit_earlier_text_hide_all:
 * @record: a record that is about to be taken back, inside that transaction
 * @error: return location
 *
 * Makes what @record said before private as well.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_earlier_text_hide_all (ReknitRecord  *record,
                              GError       **error)
{
  ReknitStore *store = reknit_record_get_store (record);
  g_autoptr (ReknitQuery) query = reknit_earlier_text_query (record);
  g_autoptr (GPtrArray) texts = reknit_store_all (store, query);

  for (guint i = 0; i < texts->len; i++)
    {
      g_object_set (g_ptr_array_index (texts, i), "shared", (gint64) 0, NULL);
      if (!reknit_store_put (store, g_ptr_array_index (texts, i), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * reknit_earlier_text_remove_all:
 * @record: a record that is about to be deleted, inside that transaction
 * @error: return location
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_earlier_text_remove_all (ReknitRecord  *record,
                                GError       **error)
{
  ReknitStore *store = reknit_record_get_store (record);
  g_autoptr (ReknitQuery) query = reknit_earlier_text_query (record);
  g_autoptr (GPtrArray) texts = reknit_store_all (store, query);

  for (guint i = 0; i < texts->len; i++)
    {
      if (!reknit_store_remove (store, g_ptr_array_index (texts, i), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * reknit_earlier_text_share:
 * @record: (type ReknitRecord): a stored, private record
 * @label: what the step is called when it is undone
 * @error: return location
 *
 * Lets both read @record from now on.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_earlier_text_share (gpointer     record,
                           const char  *label,
                           GError     **error)
{
  g_object_set (record, "shared", reknit_clock_now (reknit_clock_get_default ()), NULL);
  if (reknit_store_save (reknit_record_get_store (record), label, record, error))
    return TRUE;

  reknit_record_revert (record);
  return FALSE;
}

static gboolean
put_back (ReknitStore  *store,
          gpointer      data,
          GError      **error)
{
  return reknit_earlier_text_hide_all (data, error) && reknit_store_put (store, data, error);
}

/**
 * reknit_earlier_text_take_back:
 * @record: (type ReknitRecord): a stored, shared record
 * @label: what the step is called when it is undone
 * @error: return location
 *
 * Makes @record its author's alone again, with what it said before.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_earlier_text_take_back (gpointer     record,
                               const char  *label,
                               GError     **error)
{
  g_object_set (record, "shared", (gint64) 0, NULL);
  if (reknit_store_transact (reknit_record_get_store (record), label, put_back, record, error))
    return TRUE;

  reknit_record_revert (record);
  return FALSE;
}

static gboolean
delete_with_past (ReknitStore  *store,
                  gpointer      data,
                  GError      **error)
{
  return reknit_earlier_text_remove_all (data, error) && reknit_store_remove (store, data, error);
}

/**
 * reknit_earlier_text_delete:
 * @record: (type ReknitRecord): a stored record
 * @label: what the step is called when it is undone
 * @error: return location
 *
 * Deletes @record and what it said before.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_earlier_text_delete (gpointer     record,
                            const char  *label,
                            GError     **error)
{
  return reknit_store_transact (reknit_record_get_store (record), label, delete_with_past, record, error);
}
