#include "reknit-occasion-list.h"

/**
 * ReknitOccasionList:
 *
 * What takes place within a range of days: a view says which days it shows, and has a live #GListModel of them. After a
 * commit that concerns it, it looks once, in idle, and emits one #GListModel::items-changed with what differs.
 */
struct _ReknitOccasionList
{
  GObject parent_instance;

  ReknitStore *store;
  guint kinds;
  GDateTime *from;
  GDateTime *until;
  GPtrArray *occasions;
  gulong changed_handler;
  guint refresh_source;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ReknitOccasionList, reknit_occasion_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum { DETAILS_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static GType
reknit_occasion_list_get_item_type (GListModel *model)
{
  return REKNIT_TYPE_OCCASION;
}

static guint
reknit_occasion_list_get_n_items (GListModel *model)
{
  return REKNIT_OCCASION_LIST (model)->occasions->len;
}

static gpointer
reknit_occasion_list_get_item (GListModel *model,
                               guint       position)
{
  ReknitOccasionList *self = REKNIT_OCCASION_LIST (model);

  return position < self->occasions->len ? g_object_ref (g_ptr_array_index (self->occasions, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = reknit_occasion_list_get_item_type;
  iface->get_n_items = reknit_occasion_list_get_n_items;
  iface->get_item = reknit_occasion_list_get_item;
}

/* What has stayed keeps its object, and with it the widget that shows it. */
static void
keep_same (GPtrArray *old,
           GPtrArray *fresh)
{
  for (guint i = 0, j = 0; i < old->len && j < fresh->len;)
    {
      int order = reknit_occasion_compare (old->pdata[i], fresh->pdata[j]);

      if (order == 0 && reknit_occasion_equal (old->pdata[i], fresh->pdata[j]))
        {
          g_object_unref (fresh->pdata[j]);
          fresh->pdata[j] = g_object_ref (old->pdata[i]);
        }
      i += order <= 0;
      j += order >= 0;
    }
}

static void
replace (ReknitOccasionList *self,
         GPtrArray          *fresh)
{
  g_autoptr (GPtrArray) old = self->occasions;
  guint shorter = MIN (old->len, fresh->len), head = 0, tail = 0;

  keep_same (old, fresh);
  while (head < shorter && old->pdata[head] == fresh->pdata[head])
    head++;
  while (tail < shorter - head && old->pdata[old->len - 1 - tail] == fresh->pdata[fresh->len - 1 - tail])
    tail++;
  self->occasions = fresh;
  if (old->len - head - tail > 0 || fresh->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, fresh->len - head - tail);
}

/**
 * reknit_occasion_list_refresh:
 *
 * Looks now rather than in idle.
 */
void
reknit_occasion_list_refresh (ReknitOccasionList *self)
{
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->from == NULL)
    replace (self, g_ptr_array_new_with_free_func (g_object_unref));
  else
    replace (self, reknit_occasions_between (self->store, self->kinds, self->from, self->until));
}

static gboolean
on_idle (gpointer data)
{
  g_autoptr (ReknitOccasionList) self = g_object_ref (data);

  self->refresh_source = 0;
  reknit_occasion_list_refresh (self);
  g_signal_emit (self, signals[DETAILS_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
on_changed (ReknitStore        *store,
            ReknitChangeSet    *changes,
            ReknitOccasionList *self)
{
  static const char *const tables[] = { "plan", "plan_details", "plan_task", "partner" };

  if (reknit_change_set_is_everything (changes))
    {
      /* What a reader may no longer see has gone before anything else is drawn. */
      reknit_occasion_list_refresh (self);
      g_signal_emit (self, signals[DETAILS_CHANGED], 0);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (self->refresh_source == 0 && reknit_change_set_has_table (changes, tables[i]))
      self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

static void
reknit_occasion_list_finalize (GObject *object)
{
  ReknitOccasionList *self = REKNIT_OCCASION_LIST (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
  g_clear_pointer (&self->from, g_date_time_unref);
  g_clear_pointer (&self->until, g_date_time_unref);
  g_ptr_array_unref (self->occasions);

  G_OBJECT_CLASS (reknit_occasion_list_parent_class)->finalize (object);
}

static void
reknit_occasion_list_class_init (ReknitOccasionListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reknit_occasion_list_finalize;
  signals[DETAILS_CHANGED] = g_signal_new ("details-changed", REKNIT_TYPE_OCCASION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
}

static void
reknit_occasion_list_init (ReknitOccasionList *self)
{
  self->occasions = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * reknit_occasion_list_new:
 * @store: the store
 * @kinds: %REKNIT_PLAN_KIND_BIT of each kind that is wanted, and maybe %REKNIT_OCCASIONS_MISSED
 *
 * Returns: (transfer full): a list that is empty until it is given a range
 */
ReknitOccasionList *
reknit_occasion_list_new (ReknitStore *store,
                          guint        kinds)
{
  ReknitOccasionList *self = g_object_new (REKNIT_TYPE_OCCASION_LIST, NULL);

  self->store = g_object_ref (store);
  self->kinds = kinds;
  self->changed_handler = g_signal_connect (store, "changed", G_CALLBACK (on_changed), self);
  return self;
}

/**
 * reknit_occasion_list_set_range:
 * @from: local time
 * @until: local time, not included
 *
 * Sets which days are shown; what is shown before and after stays where it is.
 */
void
reknit_occasion_list_set_range (ReknitOccasionList *self,
                                GDateTime          *from,
                                GDateTime          *until)
{
  g_return_if_fail (REKNIT_IS_OCCASION_LIST (self));

  g_date_time_ref (from);
  g_date_time_ref (until);
  g_clear_pointer (&self->from, g_date_time_unref);
  g_clear_pointer (&self->until, g_date_time_unref);
  self->from = from;
  self->until = until;
  reknit_occasion_list_refresh (self);
}

/**
 * reknit_occasion_list_get_from:
 *
 * Returns: (transfer none) (nullable): local time when the range begins
 */
GDateTime *
reknit_occasion_list_get_from (ReknitOccasionList *self)
{
  return self->from;
}

/**
 * reknit_occasion_list_get_until:
 *
 * Returns: (transfer none) (nullable): local time when the range is over
 */
GDateTime *
reknit_occasion_list_get_until (ReknitOccasionList *self)
{
  return self->until;
}
