#include "reknit-ui.h"

#include <adwaita.h>

#include "reknit-icons.h"
#include "reknit-strategies.h"
#include "reknit-style.h"
#include "reknit-ui-resources.h"

/**
 * reknit_ui_init:
 *
 * Makes templates and tools known. To be called once before the first window; the same for the program and for tests.
 */
void
reknit_ui_init (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;

  adw_init ();
  g_resources_register (reknit_ui_get_resource ());
  reknit_icons_register_resource ();
  reknit_style_register_resource ();
  reknit_strategies_register ();
  g_once_init_leave (&done, 1);
}
