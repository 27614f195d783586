#include "reknit-application-private.h"

#include "reknit-config.h"
#include "reknit-trouble-window.h"
#include "reknit-ui.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitApplication:
 *
 * The program: one process that owns the store, with windows that come and go.
 */
G_DEFINE_FINAL_TYPE (ReknitApplication, reknit_application, ADW_TYPE_APPLICATION)

static gboolean
on_event (GtkEventControllerLegacy *controller,
          GdkEvent                 *event,
          ReknitApplication        *self)
{
  if (self->guard != NULL)
    reknit_seat_guard_touch (self->guard);
  return GDK_EVENT_PROPAGATE;
}

static void
keep_size (ReknitApplication *self,
           GtkWindow         *window)
{
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  if (!REKNIT_IS_WINDOW (window))
    {
      g_settings_set (self->settings, "planner-size", "(ii)", width, height);
      return;
    }
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
}

static gboolean
is_last_seated (ReknitApplication *self,
                GtkWindow         *window)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (l->data != window && REKNIT_IS_SEATED_WINDOW (l->data))
      return FALSE;

  return TRUE;
}

static gboolean
on_close_request (GtkWindow         *window,
                  ReknitApplication *self)
{
  if (!reknit_application_may_close (self, window))
    return GDK_EVENT_STOP;

  keep_size (self, window);
  if (is_last_seated (self, window))
    reknit_seats_lock (self->seats);
  return GDK_EVENT_PROPAGATE;
}

/**
 * reknit_application_watch_window:
 * @window: a window in which the two work
 *
 * Sees to what is to be done while it is open, and when it closes.
 */
void
reknit_application_watch_window (ReknitApplication *self,
                                 GtkWindow         *window)
{
  g_signal_connect_object (window, "close-request", G_CALLBACK (on_close_request), self, 0);
  reknit_application_plan_backup (self);
}

static void
choose_first_face (ReknitApplication *self,
                   ReknitWindow      *window)
{
  if (g_settings_get_boolean (self->settings, "left-quickly"))
    {
      g_settings_set_boolean (self->settings, "left-quickly", FALSE);
      reknit_window_begin_neutral (window);
    }
  else
    {
      reknit_window_begin (window);
    }
}

static ReknitWindow *
make_window (ReknitApplication *self)
{
  GtkWidget *window = reknit_window_new (GTK_APPLICATION (self), self->seats);

  gtk_window_set_default_size (GTK_WINDOW (window), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (window));

  reknit_application_watch_window (self, GTK_WINDOW (window));
  choose_first_face (self, REKNIT_WINDOW (window));
  return REKNIT_WINDOW (window);
}

static ReknitWindow *
find_window (ReknitApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (REKNIT_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

/**
 * reknit_application_show:
 *
 * Opens the window, or the page that says why the store can't be opened.
 *
 * Returns: (transfer none) (nullable): the window, on which more can be shown
 */
ReknitWindow *
reknit_application_show (ReknitApplication *self)
{
  g_autoptr (GError) error = NULL;
  ReknitWindow *window;

  if (!reknit_application_open_store (self, &error))
    {
      reknit_trouble_window_present (self, error);
      return NULL;
    }

  window = find_window (self);
  if (window == NULL)
    window = make_window (self);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
reknit_application_activate (GApplication *application)
{
  ReknitApplication *self = REKNIT_APPLICATION (application);
  ReknitWindow *window;

  if (self->plans)
    {
      self->plans = FALSE;
      g_action_group_activate_action (G_ACTION_GROUP (self), "plan-date", NULL);
      return;
    }

  window = reknit_application_show (self);
  if (window != NULL && self->seat != NULL)
    reknit_seated_window_take_seat (REKNIT_SEATED_WINDOW (window), self->seat);
  if (window != NULL && self->page != NULL)
    reknit_application_show_page (self, self->page);
  g_clear_pointer (&self->seat, g_free);
  g_clear_pointer (&self->page, g_free);
}

/* X11 alone asks for the icon. To load what reads an SVG takes longer than all else that a window draws. */
static void
on_first_frame (GdkFrameClock *clock,
                GtkWindow     *window)
{
  g_signal_handlers_disconnect_by_func (clock, on_first_frame, window);
  gtk_window_set_icon_name (window, REKNIT_APPLICATION_ID);
}

static void
on_realize (GtkWidget *window)
{
  if (gtk_window_get_icon_name (GTK_WINDOW (window)) == NULL)
    g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_first_frame), window, 0);
}

/* Whoever writes in a dialog is as much at the keyboard as somebody in the main window. */
static void
reknit_application_window_added (GtkApplication *application,
                                 GtkWindow      *window)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (on_event), application, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), events);
  g_signal_connect (window, "realize", G_CALLBACK (on_realize), NULL);

  GTK_APPLICATION_CLASS (reknit_application_parent_class)->window_added (application, window);
}

static void
reknit_application_startup (GApplication *application)
{
  ReknitApplication *self = REKNIT_APPLICATION (application);

  reknit_application_begin_opening (self);
  reknit_ui_init ();
  G_APPLICATION_CLASS (reknit_application_parent_class)->startup (application);

  reknit_application_add_actions (self);
  reknit_application_watch_exit_keys (self);

  /* Reminders are armed also where no window is wanted; why the store can't be opened is told when one is. */
  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    reknit_application_open_store (self, NULL);
}

static void
reknit_application_shutdown (GApplication *application)
{
  ReknitApplication *self = REKNIT_APPLICATION (application);

  reknit_application_forget_exit_keys (self);
  g_clear_handle_id (&self->failure_source, g_source_remove);
  g_clear_error (&self->failure);
  reknit_application_close_store (self);
  G_APPLICATION_CLASS (reknit_application_parent_class)->shutdown (application);
}

static gboolean
forward (ReknitApplication *self,
         GVariantDict      *options)
{
  const char *page = NULL;

  if (!g_application_get_is_remote (G_APPLICATION (self)))
    return FALSE;
  if (self->plans)
    g_action_group_activate_action (G_ACTION_GROUP (self), "plan-date", NULL);
  else if (g_variant_dict_lookup (options, "page", "&s", &page))
    g_action_group_activate_action (G_ACTION_GROUP (self), "show-page", g_variant_new_string (page));
  else
    return FALSE;
  return TRUE;
}

static int
reknit_application_handle_local_options (GApplication *application,
                                         GVariantDict *options)
{
  ReknitApplication *self = REKNIT_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Reknit %s\n", REKNIT_VERSION);
      return 0;
    }

  g_variant_dict_lookup (options, "page", "s", &self->page);
  g_variant_dict_lookup (options, "seat", "s", &self->seat);
  self->demo = g_variant_dict_contains (options, "demo");
  self->plans = g_variant_dict_contains (options, "plan-date");
  if (self->demo)
    g_application_set_application_id (application, REKNIT_APPLICATION_ID ".Demo");

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return forward (self, options) ? 0 : -1;
}

static void
reknit_application_finalize (GObject *object)
{
  ReknitApplication *self = REKNIT_APPLICATION (object);

  g_clear_object (&self->settings);
  g_free (self->page);
  g_free (self->seat);
  G_OBJECT_CLASS (reknit_application_parent_class)->finalize (object);
}

static void
reknit_application_class_init (ReknitApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = reknit_application_finalize;
  application_class->activate = reknit_application_activate;
  application_class->startup = reknit_application_startup;
  application_class->shutdown = reknit_application_shutdown;
  application_class->handle_local_options = reknit_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_added = reknit_application_window_added;
}

static void
reknit_application_init (ReknitApplication *self)
{
  const GOptionEntry options[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open a demonstration in place of your own data"), NULL },
    { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Open a page: today, dates, insights, or the name of a strategy or practice"), N_("PAGE") },
    { "plan-date", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Plan a date"), NULL },
    { "seat", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Take a seat: first, second or together"), N_("SEAT") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version and exit"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  self->settings = g_settings_new (REKNIT_APPLICATION_ID);
}

/**
 * reknit_application_new:
 *
 * Returns: (transfer full): the program
 */
ReknitApplication *
reknit_application_new (void)
{
  return g_object_new (REKNIT_TYPE_APPLICATION,
                       "application-id", REKNIT_APPLICATION_ID,
                       "resource-base-path", "/io/github/reknit/Reknit",
                       NULL);
}

/**
 * reknit_application_get_seats:
 *
 * Returns: (transfer none) (nullable): the seats, while the store is open
 */
ReknitSeats *
reknit_application_get_seats (ReknitApplication *self)
{
  return self->seats;
}

/**
 * reknit_application_get_settings:
 *
 * Returns: (transfer none): the settings
 */
GSettings *
reknit_application_get_settings (ReknitApplication *self)
{
  return self->settings;
}
