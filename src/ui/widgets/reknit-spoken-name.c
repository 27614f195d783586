#include "reknit-spoken-name.h"

/**
 * reknit_widget_set_spoken_name:
 * @widget: a button with a text, or a row with a title
 * @name: what a screen reader is to call it
 *
 * Names a widget otherwise than it shows. In newer versions of GTK and libadwaita such a widget is labelled by the text
 * within, which goes before a label of its own.
 */
void
reknit_widget_set_spoken_name (GtkWidget  *widget,
                               const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
