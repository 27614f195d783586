#include "reknit-store-private.h"

/**
 * ReknitChangeSet:
 *
 * What one commit changed.
 */
typedef struct
{
  char   *table;
  GArray *ids;       /* gint64; sorted and each once, when sealed */
  GArray *foreign;   /* those that no live record knows yet */
} TableChanges;

struct _ReknitChangeSet
{
  gboolean  everything;
  GArray   *tables;
  guint     last;
};

G_DEFINE_BOXED_TYPE (ReknitChangeSet, reknit_change_set, reknit_change_set_ref, reknit_change_set_unref)

static void
table_changes_clear (gpointer data)
{
  TableChanges *changes = data;

  g_free (changes->table);
  g_array_unref (changes->ids);
  g_array_unref (changes->foreign);
}

static void
reknit_change_set_clear (gpointer data)
{
  ReknitChangeSet *self = data;

  g_array_unref (self->tables);
}

ReknitChangeSet *
reknit_change_set_new (void)
{
  ReknitChangeSet *self = g_rc_box_new0 (ReknitChangeSet);

  self->tables = g_array_new (FALSE, FALSE, sizeof (TableChanges));
  g_array_set_clear_func (self->tables, table_changes_clear);
  return self;
}

ReknitChangeSet *
reknit_change_set_new_everything (void)
{
  ReknitChangeSet *self = reknit_change_set_new ();

  self->everything = TRUE;
  return self;
}

/**
 * reknit_change_set_ref:
 * @self: a change set
 *
 * Returns: (transfer full): @self
 */
ReknitChangeSet *
reknit_change_set_ref (ReknitChangeSet *self)
{
  return g_rc_box_acquire (self);
}

/**
 * reknit_change_set_unref:
 * @self: (transfer full): a change set
 */
void
reknit_change_set_unref (ReknitChangeSet *self)
{
  g_rc_box_release_full (self, reknit_change_set_clear);
}

static TableChanges *
find_table (ReknitChangeSet *self,
            const char      *table)
{
  TableChanges *tables = (TableChanges *) (gpointer) self->tables->data;

  if (self->last < self->tables->len && strcmp (tables[self->last].table, table) == 0)
    return &tables[self->last];
  for (guint i = 0; i < self->tables->len; i++)
    if (strcmp (tables[i].table, table) == 0)
      {
        self->last = i;
        return &tables[i];
      }
  return NULL;
}

/* @foreign: not written by put (), which knows what it wrote */
void
reknit_change_set_add (ReknitChangeSet *self,
                       const char      *table,
                       gint64           id,
                       gboolean         foreign)
{
  TableChanges *changes = find_table (self, table);

  if (changes == NULL)
    {
      TableChanges fresh = { g_strdup (table), g_array_new (FALSE, FALSE, sizeof id), g_array_new (FALSE, FALSE, sizeof id) };

      g_array_append_val (self->tables, fresh);
      changes = find_table (self, table);
    }
  g_array_append_val (changes->ids, id);
  if (foreign)
    g_array_append_val (changes->foreign, id);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static void
sort_once (GArray *ids)
{
  gint64 *data = (gint64 *) (gpointer) ids->data;
  gboolean sorted = TRUE;
  guint n = 0;

  for (guint i = 1; i < ids->len && sorted; i++)
    sorted = data[i - 1] < data[i];
  if (sorted)
    return;
  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (n == 0 || data[n - 1] != data[i])
      data[n++] = data[i];
  g_array_set_size (ids, n);
}

/* Nothing is added any more: sorts the ids, so that rows are found fast. */
void
reknit_change_set_seal (ReknitChangeSet *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      sort_once (reknit_change_set_get_ids (self, i));
      sort_once (reknit_change_set_get_foreign (self, i));
    }
}

gboolean
reknit_change_set_is_empty (ReknitChangeSet *self)
{
  return !self->everything && self->tables->len == 0;
}

guint
reknit_change_set_get_n_tables (ReknitChangeSet *self)
{
  return self->tables->len;
}

const char *
reknit_change_set_get_table (ReknitChangeSet *self,
                             guint            index)
{
  return g_array_index (self->tables, TableChanges, index).table;
}

GArray *
reknit_change_set_get_ids (ReknitChangeSet *self,
                           guint            index)
{
  return g_array_index (self->tables, TableChanges, index).ids;
}

GArray *
reknit_change_set_get_foreign (ReknitChangeSet *self,
                               guint            index)
{
  return g_array_index (self->tables, TableChanges, index).foreign;
}

/**
 * reknit_change_set_is_everything:
 * @self: a change set
 *
 * Returns: whether anything may have changed: the reader has, or a key was opened or closed
 */
gboolean
reknit_change_set_is_everything (ReknitChangeSet *self)
{
  return self->everything;
}

/**
 * reknit_change_set_has_table:
 * @self: a change set
 * @table: the name of a table
 *
 * Returns: whether rows of it were inserted, updated or deleted
 */
gboolean
reknit_change_set_has_table (ReknitChangeSet *self,
                             const char      *table)
{
  return self->everything || find_table (self, table) != NULL;
}

/**
 * reknit_change_set_has_row:
 * @self: a change set
 * @table: the name of a table
 * @id: the id of a row
 *
 * Returns: whether that row was inserted, updated or deleted
 */
gboolean
reknit_change_set_has_row (ReknitChangeSet *self,
                           const char      *table,
                           gint64           id)
{
  TableChanges *changes = find_table (self, table);

  return self->everything || (changes != NULL && g_array_binary_search (changes->ids, &id, compare_ids, NULL));
}
