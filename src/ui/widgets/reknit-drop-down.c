#include "reknit-drop-down.h"

/**
 * reknit_drop_down_set_label:
 * @drop_down: a drop-down
 * @label: what it chooses, translated
 *
 * Gives it an accessible name. The focus goes to a button within, which GTK leaves without one, so that a screen
 * reader would say nothing of what is being chosen.
 */
void
reknit_drop_down_set_label (GtkDropDown *drop_down,
                            const char  *label)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
