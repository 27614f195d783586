#include "reknit-template.h"

/**
 * reknit_template_dispose:
 * @widget: a widget that is being disposed
 * @type: the class that the template belongs to
 *
 * Lets go of all that the template put into @widget. GTK's own function leaves children behind that no field is bound
 * to, and it looks for the template in the widget's own class only, not in the one it derives from.
 */
void
reknit_template_dispose (GtkWidget *widget,
                         GType      type)
{
  GtkWidget *child;

  if (G_OBJECT_TYPE (widget) == type)
    gtk_widget_dispose_template (widget, type);
  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}
