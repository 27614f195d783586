#include "reknit-ui.h"

#include <adwaita.h>

#include "reknit-icons.h"
#include "reknit-model.h"
#include "reknit-strategies.h"
#include "reknit-style.h"
#include "reknit-today-cards.h"
#include "reknit-ui-resources.h"

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/reknit/Reknit/ui/reknit-ui.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* The words on a button go on in a second line rather than make a page too wide for a phone with large type. In
 * a row of a list it is the title that gives way. */
static gboolean
wrap_button (GSignalInvocationHint *hint,
             guint                  n_values,
             const GValue          *values,
             gpointer               user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_LABEL (widget) && GTK_IS_BUTTON (gtk_widget_get_parent (widget))
      && gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW) == NULL
      && gtk_label_get_ellipsize (GTK_LABEL (widget)) == PANGO_ELLIPSIZE_NONE)
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_justify (GTK_LABEL (widget), GTK_JUSTIFY_CENTER);
    }
  return TRUE;
}

static void
wrap_buttons (void)
{
  GtkWidgetClass *klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, wrap_button, NULL, NULL);
  g_type_class_unref (klass);
}

/**
 * reknit_ui_init:
 *
 * Makes templates, tools and cards known. To be called once before the first window, when there is a display; the same
 * for the program and for tests. The path to the icons GTK knows from the application.
 */
void
reknit_ui_init (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;

  adw_init ();
  reknit_icons_register_resource ();
  reknit_style_register_resource ();
  g_resources_register (reknit_ui_get_resource ());
  load_style ();
  wrap_buttons ();
  reknit_model_register ();
  reknit_today_register_cards ();
  reknit_strategies_register ();
  g_once_init_leave (&done, 1);
}
