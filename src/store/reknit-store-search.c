#include "reknit-store-private.h"

#include "reknit-words.h"

/* Search: an index of what both may read, and a look through what is the reader's own. */

#define EXCERPT_CHARACTERS 80

typedef struct
{
  ReknitStatement *row;
  ReknitStatement *key;
  ReknitStatement *body;
  ReknitStatement *add_key;
  ReknitStatement *add_body;
  ReknitStatement *remove_key;
  ReknitStatement *remove_body;
} Indexer;

static guint
n_searched (ReknitTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->n_columns; i++)
    n += (table->searched >> i) & 1;
  return n;
}

static char *
searched_columns (ReknitTable *table)
{
  GString *columns = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    if (table->searched & (G_GUINT64_CONSTANT (1) << i))
      g_string_append_printf (columns, "%s%s", columns->len > 0 ? ", " : "", table->columns[i].name);
  return g_string_free (columns, FALSE);
}

/* What both may read; a row that is private is not there. */
static char *
shared_condition (ReknitTable *table)
{
  if (table->owner < 0)
    return g_strdup ("TRUE");
  if (table->shared < 0)
    return g_strdup_printf ("%s IS NULL", table->columns[table->owner].name);
  return g_strdup_printf ("(%s IS NULL OR %s IS NOT NULL)", table->columns[table->owner].name,
                          table->columns[table->shared].name);
}

static void
indexer_open (Indexer     *self,
              ReknitStore *store,
              ReknitTable *table)
{
  g_autofree char *columns = searched_columns (table);
  g_autofree char *condition = shared_condition (table);
  g_autofree char *row = g_strdup_printf ("SELECT %s FROM %s WHERE id = :id AND %s", columns, table->name, condition);

  self->row = reknit_store_prepare (store, row);
  self->key = reknit_store_prepare (store, "SELECT id FROM store_search_row WHERE kind = :kind AND record = :id");
  self->body = reknit_store_prepare (store, "SELECT body FROM store_search WHERE rowid = :key");
  self->add_key = reknit_store_prepare (store, "INSERT INTO store_search_row (kind, record) VALUES (:kind, :id)");
  self->add_body = reknit_store_prepare (store, "INSERT INTO store_search (rowid, body) VALUES (:key, :body)");
  self->remove_key = reknit_store_prepare (store, "DELETE FROM store_search_row WHERE id = :key");
  self->remove_body = reknit_store_prepare (store, "DELETE FROM store_search WHERE rowid = :key");
  reknit_statement_bind_text (self->key, "kind", table->name);
  reknit_statement_bind_text (self->add_key, "kind", table->name);
}

static void
indexer_close (Indexer *self)
{
  reknit_statement_free (self->row);
  reknit_statement_free (self->key);
  reknit_statement_free (self->body);
  reknit_statement_free (self->add_key);
  reknit_statement_free (self->add_body);
  reknit_statement_free (self->remove_key);
  reknit_statement_free (self->remove_body);
}

static gboolean
step_to_end (ReknitStatement  *statement,
             GError          **error)
{
  gboolean has_row = TRUE;

  while (has_row)
    if (!reknit_statement_step (statement, &has_row, error))
      return FALSE;
  return TRUE;
}

/* The text of a row to be found by; %NULL when there is none. */
static gboolean
read_body (Indexer      *self,
           ReknitTable  *table,
           gint64        id,
           char        **body,
           GError      **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = n_searched (table);
  gboolean has_row;

  reknit_statement_bind_integer (self->row, "id", id);
  if (!reknit_statement_step (self->row, &has_row, error))
    return FALSE;
  for (guint i = 0; has_row && i < n; i++)
    {
      const char *part = reknit_statement_get_text (self->row, (int) i);

      if (part != NULL && *part != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", part);
    }
  if (has_row && !step_to_end (self->row, error))
    return FALSE;
  *body = text->len > 0 ? g_strdup (text->str) : NULL;
  return TRUE;
}

static gboolean
find_indexed (Indexer  *self,
              gint64    id,
              gint64   *key,
              char    **body,
              GError  **error)
{
  gboolean has_row;

  *key = 0;
  reknit_statement_bind_integer (self->key, "id", id);
  if (!reknit_statement_step (self->key, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  *key = reknit_statement_get_integer (self->key, 0);
  if (!step_to_end (self->key, error))
    return FALSE;
  reknit_statement_bind_integer (self->body, "key", *key);
  if (!reknit_statement_step (self->body, &has_row, error))
    return FALSE;
  *body = has_row ? g_strdup (reknit_statement_get_text (self->body, 0)) : NULL;
  return !has_row || step_to_end (self->body, error);
}

static gboolean
add_to_index (Indexer      *self,
              ReknitStore  *store,
              gint64        id,
              gint64        key,
              const char   *body,
              GError      **error)
{
  if (key == 0)
    {
      reknit_statement_bind_integer (self->add_key, "id", id);
      if (!step_to_end (self->add_key, error))
        return FALSE;
      key = sqlite3_last_insert_rowid (store->db);
    }
  reknit_statement_bind_integer (self->add_body, "key", key);
  reknit_statement_bind_text (self->add_body, "body", body);
  return step_to_end (self->add_body, error);
}

static gboolean
index_row (Indexer      *self,
           ReknitStore  *store,
           ReknitTable  *table,
           gint64        id,
           GError      **error)
{
  g_autofree char *now = NULL;
  g_autofree char *indexed = NULL;
  gint64 key;

  if (!read_body (self, table, id, &now, error) || !find_indexed (self, id, &key, &indexed, error))
    return FALSE;
  if (g_strcmp0 (now, indexed) == 0)
    return TRUE;
  if (key != 0)
    {
      reknit_statement_bind_integer (self->remove_body, "key", key);
      if (!step_to_end (self->remove_body, error))
        return FALSE;
    }
  if (now != NULL)
    return add_to_index (self, store, id, key, now, error);
  reknit_statement_bind_integer (self->remove_key, "key", key);
  return step_to_end (self->remove_key, error);
}

/* Inside the transaction that made the changes, so that the index is never ahead or behind. */
gboolean
reknit_store_index_changes (ReknitStore      *self,
                            ReknitChangeSet  *changes,
                            GError          **error)
{
  gboolean done = TRUE;

  for (guint i = 0; i < reknit_change_set_get_n_tables (changes) && done; i++)
    {
      ReknitTable *table = reknit_table_find (reknit_change_set_get_table (changes, i));
      GArray *ids = reknit_change_set_get_ids (changes, i);
      Indexer indexer;

      if (table == NULL || table->searched == 0)
        continue;
      indexer_open (&indexer, self, table);
      for (guint j = 0; j < ids->len && done; j++)
        done = index_row (&indexer, self, table, g_array_index (ids, gint64, j), error);
      indexer_close (&indexer);
    }
  return done;
}

static gboolean
index_all_rows (ReknitStore  *self,
                ReknitTable  *table,
                GError      **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s", table->name);
  g_autoptr (ReknitStatement) ids = reknit_store_prepare (self, sql);
  Indexer indexer;
  gboolean has_row = TRUE, done = TRUE;

  indexer_open (&indexer, self, table);
  while (done && (done = reknit_statement_step (ids, &has_row, error)) && has_row)
    done = index_row (&indexer, self, table, reknit_statement_get_integer (ids, 0), error);
  indexer_close (&indexer);
  return done;
}

static gboolean
index_everything (ReknitStore  *self,
                  GError      **error)
{
  GPtrArray *tables = reknit_table_list ();
  gboolean done = reknit_store_exec (self, "DELETE FROM store_search_row; DELETE FROM store_search;"
                                     "DELETE FROM store_meta WHERE name = 'reindex'", error);

  for (guint i = 0; done && tables != NULL && i < tables->len; i++)
    {
      ReknitTable *table = g_ptr_array_index (tables, i);

      if (table->searched != 0 && reknit_store_has_table (self, table))
        done = index_all_rows (self, table, error);
    }
  return done;
}

/* After a migration, and before the first search. */
gboolean
reknit_store_reindex (ReknitStore  *self,
                      GError      **error)
{
  if (!reknit_store_begin (self, FALSE, error))
    return FALSE;
  if (!index_everything (self, error))
    {
      reknit_store_rollback (self);
      return FALSE;
    }
  if (!reknit_store_commit (self, NULL, error))
    return FALSE;
  self->must_reindex = FALSE;
  return TRUE;
}

/* Deleted words stay in the segments of the index until these are merged. */
gboolean
reknit_store_squeeze_index (ReknitStore  *self,
                            GError      **error)
{
  return reknit_store_exec (self, "INSERT INTO store_search (store_search) VALUES ('optimize')", error);
}

static void
search_hit_free (gpointer data)
{
  ReknitSearchHit *hit = data;

  g_free (hit->excerpt);
  g_free (hit);
}

static void
add_hit (GPtrArray   *hits,
         ReknitTable *table,
         gint64       id,
         const char  *body,
         char       **words)
{
  ReknitSearchHit *hit = g_new0 (ReknitSearchHit, 1);

  hit->record_type = table->type;
  hit->id = id;
  hit->excerpt = reknit_words_excerpt (body, words, EXCERPT_CHARACTERS);
  g_ptr_array_add (hits, hit);
}

static void
search_index (ReknitStore *self,
              char       **words,
              guint        limit,
              GPtrArray   *hits)
{
  g_autofree char *match = reknit_words_to_match (words);
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (self, "SELECT kind, record, body FROM store_search JOIN store_search_row ON id = store_search.rowid "
                                "WHERE store_search MATCH :match ORDER BY record DESC LIMIT :limit");
  GError *error = NULL;
  gboolean has_row;

  reknit_statement_bind_text (statement, "match", match);
  reknit_statement_bind_integer (statement, "limit", limit);
  while (reknit_statement_step (statement, &has_row, &error) && has_row)
    {
      ReknitTable *table = reknit_table_find (reknit_statement_get_text (statement, 0));

      if (table != NULL)
        add_hit (hits, table, reknit_statement_get_integer (statement, 1), reknit_statement_get_text (statement, 2), words);
    }
  reknit_store_report_read (self, error);
}

/* The text of a row of the reader's own, opened. */
static char *
open_body (ReknitStore     *self,
           ReknitTable     *table,
           ReknitStatement *statement)
{
  GString *body = g_string_new (NULL);
  sqlite3_stmt *stmt = reknit_statement_get_stmt (statement);
  int field = 0;

  for (guint i = 0; i < table->n_columns; i++)
    if (table->searched & (G_GUINT64_CONSTANT (1) << i))
      {
        g_autofree char *text = NULL;

        field++;
        if (sqlite3_column_type (stmt, field) == SQLITE_BLOB)
          text = reknit_store_unseal (self, self->reader, table->name, sqlite3_column_int64 (stmt, 0),
                                      table->columns[i].name, stmt, field);
        else
          text = g_strdup ((const char *) sqlite3_column_text (stmt, field));
        if (text != NULL && *text != '\0')
          g_string_append_printf (body, "%s%s", body->len > 0 ? "\n" : "", text);
      }
  return g_string_free (body, FALSE);
}

static void
search_own (ReknitStore *self,
            ReknitTable *table,
            char       **words,
            guint        limit,
            GPtrArray   *hits)
{
  g_autofree char *columns = searched_columns (table);
  const char *owner = table->columns[table->owner].name;
  g_autofree char *private = table->shared >= 0
    ? g_strdup_printf ("%s = :reader AND %s IS NULL", owner, table->columns[table->shared].name)
    : g_strdup_printf ("%s = :reader", owner);
  g_autofree char *sql = g_strdup_printf ("SELECT id, %s FROM %s WHERE %s ORDER BY id DESC", columns, table->name, private);
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (self, sql);
  GError *error = NULL;
  gboolean has_row;
  guint n = 0;

  reknit_statement_bind_integer (statement, "reader", self->reader);
  while (n < limit && reknit_statement_step (statement, &has_row, &error) && has_row)
    {
      g_autofree char *body = open_body (self, table, statement);

      if (reknit_words_match (words, body))
        {
          add_hit (hits, table, reknit_statement_get_integer (statement, 0), body, words);
          n++;
        }
    }
  reknit_store_report_read (self, error);
}

static void
rebuild_if_needed (ReknitStore *self)
{
  GError *error = NULL;

  if (self->must_reindex && !reknit_store_reindex (self, &error))
    reknit_store_report_read (self, error);
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const ReknitSearchHit *one = *(ReknitSearchHit *const *) a, *other = *(ReknitSearchHit *const *) b;

  return (one->id < other->id) - (one->id > other->id);
}

/**
 * reknit_store_search:
 * @self: a store
 * @words: what a person typed: all of its words, or beginnings of words, are to be found; case and diacritics
 *   don't matter
 * @limit: how many at most
 *
 * Searches what both may read, and what is private to the reader and readable now.
 *
 * Returns: (transfer container) (element-type ReknitSearchHit): what was found, the newest first
 */
GPtrArray *
reknit_store_search (ReknitStore *self,
                     const char  *words,
                     guint        limit)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (search_hit_free);
  GPtrArray *tables = reknit_table_list ();
  g_auto (GStrv) typed = NULL;

  g_return_val_if_fail (REKNIT_IS_STORE (self) && words != NULL && self->depth == 0, hits);
  typed = reknit_words_split (words);
  if (self->db == NULL || typed[0] == NULL || limit == 0)
    return hits;
  rebuild_if_needed (self);
  search_index (self, typed, limit, hits);
  if (self->reader != 0 && reknit_store_may_read (self, self->reader))
    for (guint i = 0; tables != NULL && i < tables->len; i++)
      {
        ReknitTable *table = g_ptr_array_index (tables, i);

        if (table->searched != 0 && table->owner >= 0 && reknit_store_has_table (self, table))
          search_own (self, table, typed, limit, hits);
      }
  g_ptr_array_sort (hits, compare_hits);
  if (hits->len > limit)
    g_ptr_array_set_size (hits, (int) limit);
  return hits;
}

typedef struct
{
  char  *words;
  guint  limit;
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  g_free (self->words);
  g_free (self);
}

static gpointer
search (ReknitStore *store,
        gpointer     user_data)
{
  Search *self = user_data;

  return reknit_store_search (store, self->words, self->limit);
}

/**
 * reknit_store_search_async:
 * @self: a store
 * @words: as for [method@Store.search]
 * @limit: how many at most
 * @cancellable: (nullable): to be cancelled when something else is searched for
 * @callback: called when it is done; [method@Store.read_finish] gives what was found, as [method@Store.search] does
 * @user_data: for @callback
 *
 * Searches without a pause for whoever is at the screen: private text has to be opened row by row.
 */
void
reknit_store_search_async (ReknitStore         *self,
                           const char          *words,
                           guint                limit,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Search *what = g_new (Search, 1);

  *what = (Search) { g_strdup (words), limit };
  rebuild_if_needed (self);
  reknit_store_read_async (self, search, what, search_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
                           user_data);
}
