#include "reknit-menu-names.h"

#include "reknit-spoken-name.h"

static void
name_item (GtkWidget *item)
{
  g_autofree char *text = NULL;

  g_object_get (item, "text", &text, NULL);
  reknit_widget_set_spoken_name (item, text != NULL ? text : "");
}

/* An item takes its label back whenever it is chosen or changes, so each is followed as long as it is there. */
static void
name_items (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (g_str_equal (G_OBJECT_TYPE_NAME (child), "GtkModelButton"))
        {
          g_signal_handlers_disconnect_by_func (child, name_item, NULL);
          g_signal_connect (child, "notify", G_CALLBACK (name_item), NULL);
          name_item (child);
        }
      else
        name_items (child);
    }
}

/**
 * reknit_menu_button_name_items:
 * @button: a button that has its menu
 *
 * Lets a screen reader say what stands in the menu. GTK 4.18 labels an item by a text that has no name of its own, and so
 * leaves it nameless.
 */
void
reknit_menu_button_name_items (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  g_return_if_fail (popover != NULL);
  g_signal_connect (popover, "show", G_CALLBACK (name_items), NULL);
  name_items (GTK_WIDGET (popover));
}
