#include "reknit-first-items.h"

/**
 * ReknitFirstItems:
 *
 * The first so many items of a list. Unlike #GtkSliceListModel, which says of each change that all behind it changed, too,
 * it says exactly what changed: what has stayed keeps its row, and the page its place.
 */
struct _ReknitFirstItems
{
  GObject     parent_instance;

  GListModel *model;
  guint       limit;
  guint       n_items;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ReknitFirstItems, reknit_first_items, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
reknit_first_items_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (REKNIT_FIRST_ITEMS (model)->model);
}

static guint
reknit_first_items_get_n_items (GListModel *model)
{
  return REKNIT_FIRST_ITEMS (model)->n_items;
}

static gpointer
reknit_first_items_get_item (GListModel *model,
                             guint       position)
{
  ReknitFirstItems *self = REKNIT_FIRST_ITEMS (model);

  return position < self->n_items ? g_list_model_get_item (self->model, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = reknit_first_items_get_item_type;
  iface->get_n_items = reknit_first_items_get_n_items;
  iface->get_item = reknit_first_items_get_item;
}

static void
change (ReknitFirstItems *self,
        guint             position,
        guint             removed,
        guint             added)
{
  self->n_items = self->n_items - removed + added;
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* What moved over the limit leaves, what moved below it comes. */
static void
fill (ReknitFirstItems *self)
{
  guint n_items = MIN (g_list_model_get_n_items (self->model), self->limit);

  if (self->n_items > n_items)
    change (self, n_items, self->n_items - n_items, 0);
  else
    change (self, self->n_items, 0, n_items - self->n_items);
}

static void
on_items_changed (ReknitFirstItems *self,
                  guint             position,
                  guint             removed,
                  guint             added)
{
  guint shown;

  if (position >= self->limit)
    return;
  shown = MIN (removed, self->n_items - position);
  /* As many as fill it: nothing of what stood there is left. */
  if (added >= self->limit - position)
    change (self, position, self->n_items - position, self->limit - position);
  else
    change (self, position, shown, added);
  fill (self);
}

static void
reknit_first_items_dispose (GObject *object)
{
  g_clear_object (&REKNIT_FIRST_ITEMS (object)->model);
  REKNIT_FIRST_ITEMS (object)->n_items = 0;
  G_OBJECT_CLASS (reknit_first_items_parent_class)->dispose (object);
}

static void
reknit_first_items_class_init (ReknitFirstItemsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_first_items_dispose;
}

static void
reknit_first_items_init (ReknitFirstItems *self)
{
}

/**
 * reknit_first_items_new:
 * @model: a list
 * @limit: how many at most
 *
 * Returns: (transfer full): the first @limit items of @model, live
 */
ReknitFirstItems *
reknit_first_items_new (GListModel *model,
                        guint       limit)
{
  ReknitFirstItems *self = g_object_new (REKNIT_TYPE_FIRST_ITEMS, NULL);

  self->model = g_object_ref (model);
  self->limit = limit;
  fill (self);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * reknit_first_items_get_limit:
 *
 * Returns: how many at most
 */
guint
reknit_first_items_get_limit (ReknitFirstItems *self)
{
  return self->limit;
}

/**
 * reknit_first_items_set_limit:
 * @limit: how many at most
 *
 * Lets more come, or some leave, at the end.
 */
void
reknit_first_items_set_limit (ReknitFirstItems *self,
                              guint             limit)
{
  self->limit = limit;
  fill (self);
}
