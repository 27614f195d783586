#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_RULE_ITEM (reknit_rule_item_get_type ())
G_DECLARE_FINAL_TYPE (ReknitRuleItem, reknit_rule_item, REKNIT, RULE_ITEM, GObject)

/* A rule while it is being written. Property: text. */
ReknitRuleItem *reknit_rule_item_new      (const char *text);
const char     *reknit_rule_item_get_text (ReknitRuleItem *self);

#define REKNIT_TYPE_RULE_ROW (reknit_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (ReknitRuleRow, reknit_rule_row, REKNIT, RULE_ROW, GtkListBoxRow)

/* Signals: move (int: -1 up, 1 down), remove, next (a new one is wanted below), dropped (ReknitRuleItem that shall
 * stand at this place). */
GtkWidget      *reknit_rule_row_new       (ReknitRuleItem *item);
ReknitRuleItem *reknit_rule_row_get_item  (ReknitRuleRow *self);
void            reknit_rule_row_number    (ReknitRuleRow *self, guint number, guint n_rules);
void            reknit_rule_row_edit      (ReknitRuleRow *self);

G_END_DECLS
