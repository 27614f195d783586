#include "reknit-store-private.h"

/**
 * ReknitQueryList:
 *
 * A #GListModel of the live records that a query finds. It holds the ids of all and reads records as they are
 * asked for, a page at a time. After a commit that concerns it, it asks for the ids once, in idle, and emits one
 * #GListModel::items-changed with the range that differs.
 */
#define PAGE 64
/* So many records stay alive although nobody else holds them, for who scrolls back and forth. */
#define KEPT (4 * PAGE)

struct _ReknitQueryList
{
  GObject parent_instance;

  ReknitStore  *store;
  ReknitQuery  *query;
  GArray       *ids;
  gulong        changed_handler;
  guint         refresh_source;
  ReknitRecord *kept[KEPT];
  guint         next_kept;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ReknitQueryList, reknit_query_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_0,
  PROP_STORE,
  PROP_QUERY,
  PROP_N_ITEMS,
  PROP_EMPTY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static gint64
id_at (ReknitQueryList *self,
       guint            position)
{
  return g_array_index (self->ids, gint64, position);
}

static GType
reknit_query_list_get_item_type (GListModel *model)
{
  return REKNIT_TYPE_RECORD;
}

static guint
reknit_query_list_get_n_items (GListModel *model)
{
  return REKNIT_QUERY_LIST (model)->ids->len;
}

static void
keep (ReknitQueryList *self,
      ReknitRecord    *record)
{
  g_clear_object (&self->kept[self->next_kept]);
  self->kept[self->next_kept] = record;
  self->next_kept = (self->next_kept + 1) % KEPT;
}

static void
read_page (ReknitQueryList *self,
           ReknitTable     *table,
           guint            position)
{
  guint first = position - position % PAGE;
  guint end = MIN (first + PAGE, self->ids->len);

  for (guint i = first; i < end; i++)
    {
      ReknitRecord *record = reknit_store_take (self->store, table, id_at (self, i));

      if (record != NULL)
        keep (self, record);
    }
}

static gpointer
reknit_query_list_get_item (GListModel *model,
                            guint       position)
{
  ReknitQueryList *self = REKNIT_QUERY_LIST (model);
  ReknitTable *table;
  ReknitRecord *record;

  if (position >= self->ids->len)
    return NULL;
  table = reknit_record_type_get_binding (reknit_query_get_record_type (self->query));
  record = reknit_store_lookup (self->store, table, id_at (self, position));
  if (record == NULL)
    {
      read_page (self, table, position);
      record = reknit_store_lookup (self->store, table, id_at (self, position));
    }
  if (record != NULL)
    return g_object_ref (record);
  /* The row has gone, and the list has not yet said so. */
  return reknit_store_make_absent (self->store, table, id_at (self, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = reknit_query_list_get_item_type;
  iface->get_n_items = reknit_query_list_get_n_items;
  iface->get_item = reknit_query_list_get_item;
}

static GArray *
read_ids (ReknitQueryList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ReknitStatement) statement = NULL;
  sqlite3_stmt *stmt;
  GError *error = NULL;
  gboolean has_row;

  if (self->store == NULL || self->query == NULL || self->store->db == NULL)
    return ids;
  statement = reknit_store_prepare (self->store, reknit_query_get_ids_sql (self->query));
  stmt = reknit_statement_get_stmt (statement);
  reknit_query_bind (self->query, statement, self->store->reader);
  while (reknit_statement_step (statement, &has_row, &error) && has_row)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);
      g_array_append_val (ids, id);
    }
  reknit_store_report_read (self->store, error);
  return ids;
}

static void
replace_ids (ReknitQueryList *self,
             GArray          *ids)
{
  g_autoptr (GArray) old = self->ids;
  guint shorter = MIN (old->len, ids->len), head = 0, tail = 0;

  while (head < shorter && g_array_index (old, gint64, head) == g_array_index (ids, gint64, head))
    head++;
  while (tail < shorter - head && g_array_index (old, gint64, old->len - 1 - tail) ==
                                  g_array_index (ids, gint64, ids->len - 1 - tail))
    tail++;
  self->ids = ids;
  if (old->len - head - tail > 0 || ids->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, ids->len - head - tail);
  if (old->len != ids->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  if ((old->len == 0) != (ids->len == 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

/**
 * reknit_query_list_refresh:
 * @self: a list
 *
 * Asks for the ids now rather than in idle.
 */
void
reknit_query_list_refresh (ReknitQueryList *self)
{
  g_autoptr (ReknitQueryList) keep_self = NULL;

  g_return_if_fail (REKNIT_IS_QUERY_LIST (self));
  keep_self = g_object_ref (self);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  replace_ids (self, read_ids (self));
}

static gboolean
on_idle (gpointer data)
{
  ReknitQueryList *self = data;

  self->refresh_source = 0;
  reknit_query_list_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (ReknitStore     *store,
            ReknitChangeSet *changes,
            ReknitQueryList *self)
{
  /* What a reader may no longer see has gone before anything else is drawn. */
  if (reknit_change_set_is_everything (changes))
    reknit_query_list_refresh (self);
  else if (self->refresh_source == 0 && self->query != NULL && reknit_query_concerns (self->query, changes))
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

static void
drop_kept (ReknitQueryList *self)
{
  for (guint i = 0; i < KEPT; i++)
    g_clear_object (&self->kept[i]);
}

static void
set_store (ReknitQueryList *self,
           ReknitStore     *store)
{
  if (self->store == store)
    return;
  if (self->store != NULL)
    {
      g_clear_signal_handler (&self->changed_handler, self->store);
      replace_ids (self, g_array_new (FALSE, FALSE, sizeof (gint64)));
      drop_kept (self);
    }
  g_set_object (&self->store, store);
  if (store != NULL)
    self->changed_handler = g_signal_connect (store, "changed", G_CALLBACK (on_changed), self);
  reknit_query_list_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

/**
 * reknit_query_list_set_query:
 * @self: a list
 * @query: (nullable): what it is to hold; %NULL for nothing
 *
 * Of queries for the same class, records that both find stay where they are.
 */
void
reknit_query_list_set_query (ReknitQueryList *self,
                             ReknitQuery     *query)
{
  g_return_if_fail (REKNIT_IS_QUERY_LIST (self));
  if (self->query == query)
    return;
  if (self->query != NULL && query != NULL &&
      reknit_query_get_record_type (self->query) != reknit_query_get_record_type (query))
    replace_ids (self, g_array_new (FALSE, FALSE, sizeof (gint64)));
  g_set_object (&self->query, query);
  reknit_query_list_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

static void
reknit_query_list_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ReknitQueryList *self = REKNIT_QUERY_LIST (object);

  switch (property_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_QUERY:
      g_value_set_object (value, self->query);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->ids->len);
      break;
    case PROP_EMPTY:
      g_value_set_boolean (value, self->ids->len == 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
reknit_query_list_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ReknitQueryList *self = REKNIT_QUERY_LIST (object);

  switch (property_id)
    {
    case PROP_STORE:
      set_store (self, g_value_get_object (value));
      break;
    case PROP_QUERY:
      reknit_query_list_set_query (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
reknit_query_list_dispose (GObject *object)
{
  ReknitQueryList *self = REKNIT_QUERY_LIST (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  drop_kept (self);
  g_array_set_size (self->ids, 0);
  g_clear_object (&self->query);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (reknit_query_list_parent_class)->dispose (object);
}

static void
reknit_query_list_finalize (GObject *object)
{
  g_array_unref (REKNIT_QUERY_LIST (object)->ids);
  G_OBJECT_CLASS (reknit_query_list_parent_class)->finalize (object);
}

static void
reknit_query_list_class_init (ReknitQueryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = reknit_query_list_get_property;
  object_class->set_property = reknit_query_list_set_property;
  object_class->dispose = reknit_query_list_dispose;
  object_class->finalize = reknit_query_list_finalize;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, REKNIT_TYPE_STORE, writable);
  properties[PROP_QUERY] = g_param_spec_object ("query", NULL, NULL, REKNIT_TYPE_QUERY, writable);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
reknit_query_list_init (ReknitQueryList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * reknit_query_list_new:
 * @store: (nullable): where to look
 * @query: (nullable): what to find
 *
 * Returns: (transfer full): the list of it
 */
ReknitQueryList *
reknit_query_list_new (ReknitStore *store,
                       ReknitQuery *query)
{
  return g_object_new (REKNIT_TYPE_QUERY_LIST, "store", store, "query", query, NULL);
}

/**
 * reknit_query_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what it holds
 */
ReknitQuery *
reknit_query_list_get_query (ReknitQueryList *self)
{
  g_return_val_if_fail (REKNIT_IS_QUERY_LIST (self), NULL);
  return self->query;
}

/**
 * reknit_query_list_find:
 * @self: a list
 * @id: the id of a record
 * @position: (out) (optional): where it is
 *
 * Returns: whether it is in the list
 */
gboolean
reknit_query_list_find (ReknitQueryList *self,
                        gint64           id,
                        guint           *position)
{
  g_return_val_if_fail (REKNIT_IS_QUERY_LIST (self), FALSE);
  for (guint i = 0; i < self->ids->len; i++)
    if (id_at (self, i) == id)
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }
  return FALSE;
}
