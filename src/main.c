#include "reknit-config.h"
#include "reknit-paths.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "reknit-application.h"
#include "reknit-harden.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ReknitApplication) application = NULL;

  setlocale (LC_ALL, "");
  /* GTK would do so once more, beside the thread that opens the store. */
  gtk_disable_setlocale ();
  bindtextdomain (GETTEXT_PACKAGE, REKNIT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Reknit"));

  /* Without it a crash could leave keys in a core file; nothing else depends on it. */
  reknit_vault_harden_process ();

  application = reknit_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
