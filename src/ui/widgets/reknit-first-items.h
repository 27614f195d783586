#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_FIRST_ITEMS (reknit_first_items_get_type ())
G_DECLARE_FINAL_TYPE (ReknitFirstItems, reknit_first_items, REKNIT, FIRST_ITEMS, GObject)

ReknitFirstItems *reknit_first_items_new       (GListModel *model, guint limit);
guint             reknit_first_items_get_limit (ReknitFirstItems *self);
void              reknit_first_items_set_limit (ReknitFirstItems *self, guint limit);

G_END_DECLS
