#include "reknit-clock-order.h"

/**
 * reknit_clock_order:
 * @widget: the fields of a time of day
 *
 * Lays @widget and what is in it out from left to right. Numbers are read so in every script: 19:00 is not to become 00:19
 * where words are read from right to left.
 */
void
reknit_clock_order (GtkWidget *widget)
{
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    reknit_clock_order (child);
}
