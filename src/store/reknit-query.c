#include "reknit-store-private.h"

/**
 * ReknitQuery:
 *
 * Which records of one class, in which order.
 */
typedef struct
{
  char     *name;
  gboolean  is_text;
  gint64    integer;
  char     *text;
} Binding;

struct _ReknitQuery
{
  GObject parent_instance;

  GType      record_type;
  char      *where;
  char      *order_by;
  guint      limit;
  GArray    *bindings;
  GPtrArray *depends;
  char      *select_sql;
  char      *ids_sql;
  char      *count_sql;
};

G_DEFINE_FINAL_TYPE (ReknitQuery, reknit_query, G_TYPE_OBJECT)

static void
binding_clear (gpointer data)
{
  Binding *binding = data;

  g_free (binding->name);
  g_free (binding->text);
}

static void
reknit_query_finalize (GObject *object)
{
  ReknitQuery *self = REKNIT_QUERY (object);

  g_free (self->where);
  g_free (self->order_by);
  g_free (self->select_sql);
  g_free (self->ids_sql);
  g_free (self->count_sql);
  g_array_unref (self->bindings);
  g_ptr_array_unref (self->depends);
  G_OBJECT_CLASS (reknit_query_parent_class)->finalize (object);
}

static void
reknit_query_class_init (ReknitQueryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reknit_query_finalize;
}

static void
reknit_query_init (ReknitQuery *self)
{
  self->bindings = g_array_new (FALSE, FALSE, sizeof (Binding));
  g_array_set_clear_func (self->bindings, binding_clear);
  self->depends = g_ptr_array_new_with_free_func (g_free);
}

/**
 * reknit_query_new:
 * @record_type: a record class
 * @where: (nullable): an SQL condition on its table's columns; `:reader` in it is the store's reader
 * @order_by: (nullable): SQL terms to order by; %NULL for the order of making
 *
 * Returns: (transfer full): a query for the rows that meet @where and that the reader may see
 */
ReknitQuery *
reknit_query_new (GType       record_type,
                  const char *where,
                  const char *order_by)
{
  ReknitQuery *self = g_object_new (REKNIT_TYPE_QUERY, NULL);

  self->record_type = record_type;
  self->where = g_strdup (where);
  self->order_by = g_strdup (order_by);
  return self;
}

static Binding *
add_binding (ReknitQuery *self,
             const char  *name)
{
  Binding fresh = { .name = g_strdup (name) };

  for (guint i = 0; i < self->bindings->len; i++)
    if (strcmp (g_array_index (self->bindings, Binding, i).name, name) == 0)
      {
        g_array_remove_index (self->bindings, i);
        break;
      }
  g_array_append_val (self->bindings, fresh);
  return &g_array_index (self->bindings, Binding, self->bindings->len - 1);
}

/**
 * reknit_query_bind_integer:
 * @self: a query
 * @name: a parameter of its SQL, with or without the colon
 * @value: its value
 *
 * Returns: (transfer none): @self
 */
ReknitQuery *
reknit_query_bind_integer (ReknitQuery *self,
                           const char  *name,
                           gint64       value)
{
  add_binding (self, name)->integer = value;
  return self;
}

/**
 * reknit_query_bind_text:
 * @self: a query
 * @name: a parameter of its SQL, with or without the colon
 * @value: (nullable): its value
 *
 * Returns: (transfer none): @self
 */
ReknitQuery *
reknit_query_bind_text (ReknitQuery *self,
                        const char  *name,
                        const char  *value)
{
  Binding *binding = add_binding (self, name);

  binding->is_text = TRUE;
  binding->text = g_strdup (value);
  return self;
}

/**
 * reknit_query_limit:
 * @self: a query
 * @limit: how many rows at most, 0 for all
 *
 * Returns: (transfer none): @self
 */
ReknitQuery *
reknit_query_limit (ReknitQuery *self,
                    guint        limit)
{
  self->limit = limit;
  g_clear_pointer (&self->select_sql, g_free);
  g_clear_pointer (&self->ids_sql, g_free);
  g_clear_pointer (&self->count_sql, g_free);
  return self;
}

/**
 * reknit_query_depend:
 * @self: a query
 * @table: another table that its SQL looks into
 *
 * Returns: (transfer none): @self
 */
ReknitQuery *
reknit_query_depend (ReknitQuery *self,
                     const char  *table)
{
  g_ptr_array_add (self->depends, g_strdup (table));
  return self;
}

/**
 * reknit_query_get_record_type:
 * @self: a query
 *
 * Returns: the class of its records
 */
GType
reknit_query_get_record_type (ReknitQuery *self)
{
  return self->record_type;
}

static char *
make_tail (ReknitQuery *self)
{
  ReknitTable *table = reknit_record_type_get_binding (self->record_type);
  GString *tail = g_string_new (NULL);

  if (self->where != NULL || table->condition != NULL)
    g_string_append_printf (tail, "WHERE %s%s%s%s%s", self->where != NULL ? "(" : "",
                            self->where != NULL ? self->where : "", self->where != NULL ? ")" : "",
                            self->where != NULL && table->condition != NULL ? " AND " : "",
                            table->condition != NULL ? table->condition : "");
  /* By id last, so that what is equal keeps its place in lists. */
  g_string_append_printf (tail, " ORDER BY %s%s%s.id", self->order_by != NULL ? self->order_by : "",
                          self->order_by != NULL ? ", " : "", table->name);
  if (self->limit > 0)
    g_string_append_printf (tail, " LIMIT %u", self->limit);
  return g_string_free (tail, FALSE);
}

const char *
reknit_query_get_select_sql (ReknitQuery *self)
{
  if (self->select_sql == NULL)
    {
      g_autofree char *tail = make_tail (self);
      self->select_sql = reknit_table_select_sql (reknit_record_type_get_binding (self->record_type), tail);
    }
  return self->select_sql;
}

const char *
reknit_query_get_ids_sql (ReknitQuery *self)
{
  if (self->ids_sql == NULL)
    {
      g_autofree char *tail = make_tail (self);
      self->ids_sql = g_strdup_printf ("SELECT id FROM %s %s", reknit_record_type_get_table (self->record_type), tail);
    }
  return self->ids_sql;
}

const char *
reknit_query_get_count_sql (ReknitQuery *self)
{
  if (self->count_sql == NULL)
    self->count_sql = g_strdup_printf ("SELECT count(*) FROM (%s)", reknit_query_get_ids_sql (self));
  return self->count_sql;
}

void
reknit_query_bind (ReknitQuery     *self,
                   ReknitStatement *statement,
                   gint64           reader)
{
  reknit_statement_bind_optional (statement, "reader", reader);
  for (guint i = 0; i < self->bindings->len; i++)
    {
      Binding *binding = &g_array_index (self->bindings, Binding, i);

      if (binding->is_text)
        reknit_statement_bind_text (statement, binding->name, binding->text);
      else
        reknit_statement_bind_integer (statement, binding->name, binding->integer);
    }
}

/* Returns: whether @changes may change which records the query finds */
gboolean
reknit_query_concerns (ReknitQuery     *self,
                       ReknitChangeSet *changes)
{
  if (reknit_change_set_has_table (changes, reknit_record_type_get_table (self->record_type)))
    return TRUE;
  for (guint i = 0; i < self->depends->len; i++)
    if (reknit_change_set_has_table (changes, g_ptr_array_index (self->depends, i)))
      return TRUE;
  return FALSE;
}
