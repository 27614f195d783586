#include "reknit-ui.h"

#include <adwaita.h>

#include "reknit-icons.h"
#include "reknit-model.h"
#include "reknit-store.h"
#include "reknit-strategies.h"
#include "reknit-style.h"
#include "reknit-today-cards.h"
#include "reknit-ui-resources.h"

static void
register_records (void)
{
  guint n_types;
  const GType *types = reknit_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    reknit_store_register_type (types[i]);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/reknit/Reknit/ui/reknit-ui.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
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
  register_records ();
  reknit_today_register_cards ();
  reknit_strategies_register ();
  g_once_init_leave (&done, 1);
}
