#include "reknit-rule-row.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "reknit-menu-names.h"
#include "reknit-place.h"

/**
 * ReknitRuleRow:
 *
 * A rule that is being written: its text, a handle to drag it by, and the same by keyboard and by menu.
 */
struct _ReknitRuleRow
{
  GtkListBoxRow   parent_instance;

  ReknitRuleItem *item;
  GtkWidget      *handle;
  GtkWidget      *view;
  GtkTextBuffer  *buffer;
  GtkWidget      *placeholder;
  GtkWidget      *menu_button;
};

enum { MOVE, REMOVE, NEXT, DROPPED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitRuleRow, reknit_rule_row, GTK_TYPE_LIST_BOX_ROW)

/* A rule is one line: what is pasted with line breaks becomes one. */
static void
on_insert_text (ReknitRuleRow *self,
                GtkTextIter   *position,
                char          *text,
                int            length,
                GtkTextBuffer *buffer)
{
  g_autofree char *line = NULL;

  if (memchr (text, '\n', (gsize) length) == NULL && memchr (text, '\r', (gsize) length) == NULL)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  line = g_strndup (text, (gsize) length);
  g_strdelimit (line, "\r\n", ' ');
  gtk_text_buffer_insert (buffer, position, line, -1);
}

static gboolean
on_key_pressed (ReknitRuleRow   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    {
      g_signal_emit (self, signals[NEXT], 0);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_BackSpace && gtk_text_buffer_get_char_count (self->buffer) == 0)
    {
      g_signal_emit (self, signals[REMOVE], 0);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
on_text_changed (ReknitRuleRow *self)
{
  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (self->buffer) == 0);
}

static GdkContentProvider *
on_drag_prepare (ReknitRuleRow *self)
{
  return gdk_content_provider_new_typed (REKNIT_TYPE_RULE_ITEM, self->item);
}

static void
on_drag_begin (ReknitRuleRow *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 12, gtk_widget_get_height (GTK_WIDGET (self)) / 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragged");
}

static void
on_drag_end (ReknitRuleRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
}

static gboolean
on_drop (ReknitRuleRow *self,
         const GValue  *value)
{
  ReknitRuleItem *item = g_value_get_object (value);

  if (item == NULL || item == self->item)
    return FALSE;

  g_signal_emit (self, signals[DROPPED], 0, item);
  return TRUE;
}

static void
add_drag (ReknitRuleRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (REKNIT_TYPE_RULE_ITEM, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_drag_prepare), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
on_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  if (strcmp (name, "rule.remove") == 0)
    g_signal_emit (widget, signals[REMOVE], 0);
  else
    g_signal_emit (widget, signals[MOVE], 0, strcmp (name, "rule.up") == 0 ? -1 : 1);
}

static void
reknit_rule_row_dispose (GObject *object)
{
  g_clear_object (&REKNIT_RULE_ROW (object)->item);
  G_OBJECT_CLASS (reknit_rule_row_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  signals[MOVE] = g_signal_new ("move", REKNIT_TYPE_RULE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVE] = g_signal_new ("remove", REKNIT_TYPE_RULE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEXT] = g_signal_new ("next", REKNIT_TYPE_RULE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DROPPED] = g_signal_new ("dropped", REKNIT_TYPE_RULE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, REKNIT_TYPE_RULE_ITEM);
}

static void
reknit_rule_row_class_init (ReknitRuleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_rule_row_dispose;
  install_signals ();

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-rule-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitRuleRow, handle);
  gtk_widget_class_bind_template_child (widget_class, ReknitRuleRow, view);
  gtk_widget_class_bind_template_child (widget_class, ReknitRuleRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, ReknitRuleRow, placeholder);
  gtk_widget_class_bind_template_child (widget_class, ReknitRuleRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_insert_text);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);

  gtk_widget_class_install_action (widget_class, "rule.up", NULL, on_action);
  gtk_widget_class_install_action (widget_class, "rule.down", NULL, on_action);
  gtk_widget_class_install_action (widget_class, "rule.remove", NULL, on_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "rule.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "rule.down", NULL);
}

static void
reknit_rule_row_init (ReknitRuleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  reknit_menu_button_name_items (GTK_MENU_BUTTON (self->menu_button));
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  add_drag (self);
}

/**
 * reknit_rule_row_new:
 * @item: the rule
 *
 * Returns: (transfer floating): a row in which it can be written
 */
GtkWidget *
reknit_rule_row_new (ReknitRuleItem *item)
{
  ReknitRuleRow *self = g_object_new (REKNIT_TYPE_RULE_ROW, NULL);

  self->item = g_object_ref (item);
  g_object_bind_property (item, "text", self->buffer, "text", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  return GTK_WIDGET (self);
}

/**
 * reknit_rule_row_get_item:
 *
 * Returns: (transfer none): the rule
 */
ReknitRuleItem *
reknit_rule_row_get_item (ReknitRuleRow *self)
{
  return self->item;
}

/**
 * reknit_rule_row_number:
 * @number: its place, from 1
 * @n_rules: how many there are
 *
 * Tells the row where it stands.
 */
void
reknit_rule_row_number (ReknitRuleRow *self,
                        guint          number,
                        guint          n_rules)
{
  g_autofree char *name = g_strdup_printf (_("Rule %u"), number);
  /* Translators: a menu; %u is the number of a rule */
  g_autofree char *menu = g_strdup_printf (_("Options for Rule %u"), number);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rule.up", number > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rule.down", number < n_rules);
}

/**
 * reknit_rule_row_edit:
 *
 * Puts the cursor into the rule.
 */
void
reknit_rule_row_edit (ReknitRuleRow *self)
{
  reknit_place_choose (self->view);
}
