#include "reknit-plan-export.h"

#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-plan-entries.h"
#include "reknit-plan-title.h"

#include "reknit-calendar.h"
#include "reknit-toasts.h"

/* The ways out of the planner, into a file or into the calendar of the desktop. What goes out was made for others to
 * read. */

static void
on_response (GtkNativeDialog *chooser,
             int              response,
             GtkWidget       *widget)
{
  GPtrArray *entries = g_object_get_data (G_OBJECT (chooser), "entries");
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autoptr (GError) error = NULL;

  if (file != NULL)
    reknit_toast (widget, reknit_calendar_write (file, entries, &error) ? _("Exported") : error->message);
  g_object_unref (chooser);
}

/**
 * reknit_plan_export_ask:
 * @widget: where in a window it is asked for
 * @entries: (element-type ReknitCalendarEntry): what is to be written
 * @name: what the file is called unless somebody calls it otherwise
 *
 * Asks where to, and writes an iCalendar file.
 */
void
reknit_plan_export_ask (GtkWidget  *widget,
                        GPtrArray  *entries,
                        const char *name)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Export"), GTK_WINDOW (gtk_widget_get_root (widget)), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char *file_name = g_strconcat (name, ".ics", NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (chooser), "entries", g_ptr_array_ref (entries), (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_response), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_launched (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;

  if (!g_app_info_launch_default_for_uri_finish (result, NULL) && gtk_widget_get_mapped (widget))
    reknit_toast (widget, _("No calendar program was found. Export to a file instead."));
}

/**
 * reknit_plan_export_open:
 * @widget: where in a window it is asked for
 * @hand_over: where the file lies meanwhile
 * @entries: (element-type ReknitCalendarEntry): what the calendar is to take over
 *
 * Opens the calendar program of the desktop with them.
 */
void
reknit_plan_export_open (GtkWidget      *widget,
                         ReknitHandOver *hand_over,
                         GPtrArray      *entries)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = reknit_hand_over_calendar (hand_over, entries, &error);
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (file == NULL)
    reknit_toast (widget, error->message);
  else
    g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, on_launched, g_object_ref (widget));
}

/**
 * reknit_plan_export_run:
 * @widget: a widget of the window
 * @store: the store
 * @id: the id of a plan; 0 for all
 * @hand_over: (nullable): hands it over to the desktop’s calendar; %NULL to ask for a file
 *
 * Exports one plan or all.
 */
void
reknit_plan_export_run (GtkWidget      *widget,
                        ReknitStore    *store,
                        gint64          id,
                        ReknitHandOver *hand_over)
{
  g_autoptr (ReknitPlan) plan = id != 0 ? reknit_store_find (store, REKNIT_TYPE_PLAN, id) : NULL;
  g_autoptr (GPtrArray) entries = plan != NULL ? reknit_plan_to_entries (plan) : reknit_plans_to_entries (store);

  if (hand_over == NULL)
    reknit_plan_export_ask (widget, entries, plan != NULL ? reknit_plan_kind_get_title (reknit_plan_get_kind (plan)) : _("Dates"));
  else
    reknit_plan_export_open (widget, hand_over, entries);
}

/**
 * reknit_plan_export_make_hand_over:
 * @store: the store
 *
 * The demonstration, whose store lies in a folder of its own, has a hand-over of its own, too.
 *
 * Returns: (transfer full): what hands over to the desktop’s calendar
 */
ReknitHandOver *
reknit_plan_export_make_hand_over (ReknitStore *store)
{
  g_autofree char *folder = g_path_get_dirname (reknit_store_get_path (store));
  g_autofree char *name = g_path_get_basename (folder);

  return reknit_hand_over_new (name);
}
