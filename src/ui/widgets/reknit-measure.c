#include "reknit-measure.h"

/**
 * reknit_measure_width:
 * @widget: a widget
 *
 * Returns: how wide it would be if it had all the room it wants
 */
int
reknit_measure_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/**
 * reknit_measure_height:
 * @widget: a widget
 * @width: how wide it is; -1 for as wide as it wants
 *
 * Returns: how high it would then be if it had all the room it wants
 */
int
reknit_measure_height (GtkWidget *widget,
                       int        width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}
