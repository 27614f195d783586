#include "reknit-seated-window.h"

#include "reknit-config.h"
#include "reknit-couple-colors.h"
#include "reknit-menu-names.h"
#include "reknit-passphrase-dialog.h"
#include "reknit-toasts.h"
#include "reknit-window.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitSeatedWindow:
 *
 * What every window of the program has in which the two work: somebody’s seat, undo and redo, a word about what could
 * not be saved, and the main menu.
 */
typedef struct
{
  ReknitSeats     *seats;
  AdwToastOverlay *toasts;
  GtkMenuButton   *menu_button;
  AdwToast        *unsaved_toast;
} ReknitSeatedWindowPrivate;

enum { PROP_0, PROP_SEATS, PROP_TOASTS, PROP_MENU_BUTTON, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE_WITH_PRIVATE (ReknitSeatedWindow, reknit_seated_window, ADW_TYPE_APPLICATION_WINDOW)

static ReknitSeatedWindowPrivate *
get_private (ReknitSeatedWindow *self)
{
  return reknit_seated_window_get_instance_private (self);
}

static void
say (ReknitSeatedWindow *self,
     const char         *format,
     const char         *label)
{
  g_autofree char *text = g_strdup_printf (format, label);

  reknit_toast (GTK_WIDGET (get_private (self)->toasts), text);
}

static void
dismiss_unsaved (ReknitSeatedWindow *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&get_private (self)->unsaved_toast);

  if (toast != NULL)
    reknit_toast_take_back (toast);
}

/* Says that something could not be saved, for as long as it is not, with a way to try again. */
static void
tell_unsaved (ReknitSeatedWindow *self,
              const GError       *error)
{
  AdwToast *toast = reknit_toast_lasting (GTK_WIDGET (get_private (self)->toasts), error->message, _("Try Again"), "win.retry");

  dismiss_unsaved (self);
  get_private (self)->unsaved_toast = toast;
}

static void
on_save_failed (ReknitSeatedWindow *self,
                const char         *label,
                const GError       *error)
{
  guint n_unsaved;

  g_object_get (reknit_seats_get_store (get_private (self)->seats), "n-unsaved", &n_unsaved, NULL);
  if (n_unsaved > 0)
    tell_unsaved (self, error);
  else
    /* Nothing is kept to be tried again: whoever pressed a button presses it once more. */
    say (self, "%s", error->message);
}

static void
on_n_unsaved (ReknitSeatedWindow *self)
{
  guint n_unsaved;

  g_object_get (reknit_seats_get_store (get_private (self)->seats), "n-unsaved", &n_unsaved, NULL);
  if (n_unsaved == 0)
    dismiss_unsaved (self);
}

/* What a toast offers to undo is the step that it speaks of, and not what was done since, nor by whom sat here before. */
static void
on_last_step (ReknitSeatedWindow *self)
{
  if (get_private (self)->toasts != NULL)
    reknit_toast_drop_step (GTK_WIDGET (get_private (self)->toasts));
}

static void
on_undo (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  ReknitSeatedWindow *self = REKNIT_SEATED_WINDOW (widget);
  ReknitStore *store = reknit_seats_get_store (get_private (self)->seats);
  gboolean undo = g_str_equal (action, "win.undo");
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  g_object_get (store, undo ? "undo-label" : "redo-label", &label, NULL);
  if (label == NULL)
    return;

  if (undo ? reknit_store_undo (store, &error) : reknit_store_redo (store, &error))
    /* Translators: %s is a step such as “Delete Issue”. */
    say (self, undo ? _("Undone: %s") : _("Done again: %s"), label);
  else
    say (self, "%s", error->message);
}

static void
on_retry (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  ReknitSeatedWindow *self = REKNIT_SEATED_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  /* The button took its toast away. */
  if (!reknit_store_retry (reknit_seats_get_store (get_private (self)->seats), &error))
    tell_unsaved (self, error);
}

static void
on_lock (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  reknit_seats_lock (get_private (REKNIT_SEATED_WINDOW (widget))->seats);
}

static void
on_show_help_overlay (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  /* Where GTK would look for it, it would make it with each window. */
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/reknit/Reknit/ui/reknit-help-overlay.ui");

  reknit_window_present_over (GTK_WINDOW (gtk_builder_get_object (builder, "window")), GTK_WINDOW (widget));
}

static const char *
name_seat (ReknitSeats *seats)
{
  ReknitPartner *current = reknit_seats_get_current (seats);

  return current == NULL ? "together" : current == reknit_seats_get_first (seats) ? "first" : "second";
}

static void
on_seat_requested (GSimpleAction *action,
                   GVariant      *state,
                   gpointer       user_data)
{
  /* The state follows when the seat is really taken. */
  reknit_seated_window_take_seat (user_data, g_variant_get_string (state, NULL));
}

/* The one place where these actions become sensitive or not. */
static void
update_actions (ReknitSeatedWindow *self)
{
  ReknitStore *store = reknit_seats_get_store (get_private (self)->seats);
  GAction *seat = g_action_map_lookup_action (G_ACTION_MAP (self), "seat");
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  g_object_get (store, "undo-label", &undo, "redo-label", &redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lock", reknit_seats_get_first (get_private (self)->seats) != NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (seat), g_variant_new_string (name_seat (get_private (self)->seats)));
}

static void
watch_actions (ReknitSeatedWindow *self)
{
  g_autoptr (GSimpleAction) seat =
    g_simple_action_new_stateful ("seat", G_VARIANT_TYPE_STRING, g_variant_new_string (name_seat (get_private (self)->seats)));
  ReknitStore *store = reknit_seats_get_store (get_private (self)->seats);

  g_signal_connect (seat, "change-state", G_CALLBACK (on_seat_requested), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (seat));

  g_signal_connect_object (store, "notify::undo-label", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::redo-label", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_private (self)->seats, "notify::current", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_private (self)->seats, "notify::first", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

static void
make_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  builder = gtk_builder_new_from_resource ("/io/github/reknit/Reknit/ui/reknit-primary-menu.ui");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (gtk_builder_get_object (builder, "primary_menu")));
  reknit_menu_button_name_items (button);
}

static void
set_menu_button (ReknitSeatedWindow *self,
                 GtkMenuButton      *button)
{
  if (g_set_object (&get_private (self)->menu_button, button) && button != NULL)
    gtk_menu_button_set_create_popup_func (button, make_menu, NULL, NULL);
}

static void
reknit_seated_window_constructed (GObject *object)
{
  ReknitSeatedWindow *self = REKNIT_SEATED_WINDOW (object);
  ReknitStore *store = reknit_seats_get_store (get_private (self)->seats);

  G_OBJECT_CLASS (reknit_seated_window_parent_class)->constructed (object);

  reknit_couple_colors_apply (get_private (self)->seats);
  g_signal_connect_object (store, "save-failed", G_CALLBACK (on_save_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::n-unsaved", G_CALLBACK (on_n_unsaved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::last-step", G_CALLBACK (on_last_step), self, G_CONNECT_SWAPPED);
  watch_actions (self);
}

static void
reknit_seated_window_dispose (GObject *object)
{
  ReknitSeatedWindowPrivate *self = get_private (REKNIT_SEATED_WINDOW (object));

  g_clear_object (&self->unsaved_toast);
  g_clear_object (&self->menu_button);
  g_clear_object (&self->toasts);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_seated_window_parent_class)->dispose (object);
}

static void
reknit_seated_window_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ReknitSeatedWindowPrivate *self = get_private (REKNIT_SEATED_WINDOW (object));

  switch (prop_id)
    {
    case PROP_SEATS: g_value_set_object (value, self->seats); break;
    case PROP_TOASTS: g_value_set_object (value, self->toasts); break;
    case PROP_MENU_BUTTON: g_value_set_object (value, self->menu_button); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_seated_window_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ReknitSeatedWindow *self = REKNIT_SEATED_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SEATS: get_private (self)->seats = g_value_dup_object (value); break;
    case PROP_TOASTS: g_set_object (&get_private (self)->toasts, g_value_get_object (value)); break;
    case PROP_MENU_BUTTON: set_menu_button (self, g_value_get_object (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The keys are keys of the window, not of the application: a text field that has the focus undoes its own typing
 * first. */
static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "win.retry", NULL, on_retry);
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, on_lock);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, on_show_help_overlay);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "win.lock", NULL);
}

static void
reknit_seated_window_class_init (ReknitSeatedWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = reknit_seated_window_constructed;
  object_class->dispose = reknit_seated_window_dispose;
  object_class->get_property = reknit_seated_window_get_property;
  object_class->set_property = reknit_seated_window_set_property;

  properties[PROP_SEATS] = g_param_spec_object ("seats", NULL, NULL, REKNIT_TYPE_SEATS, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TOASTS] = g_param_spec_object ("toasts", NULL, NULL, ADW_TYPE_TOAST_OVERLAY, flags);
  properties[PROP_MENU_BUTTON] = g_param_spec_object ("menu-button", NULL, NULL, GTK_TYPE_MENU_BUTTON, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
reknit_seated_window_init (ReknitSeatedWindow *self)
{
}

/**
 * reknit_seated_window_get_seats:
 *
 * Returns: (transfer none): the seats
 */
ReknitSeats *
reknit_seated_window_get_seats (ReknitSeatedWindow *self)
{
  return get_private (self)->seats;
}

/**
 * reknit_seated_window_take_seat:
 * @seat: "first", "second" or "together"
 *
 * Lets somebody sit down, after asking for their passphrase if they have one.
 */
void
reknit_seated_window_take_seat (ReknitSeatedWindow *self,
                                const char         *seat)
{
  ReknitSeats *seats = get_private (self)->seats;
  ReknitPartner *partner = g_str_equal (seat, "first") ? reknit_seats_get_first (seats)
                           : g_str_equal (seat, "second") ? reknit_seats_get_second (seats) : NULL;

  if (partner == NULL)
    reknit_seats_take_together (seats);
  else if (partner != reknit_seats_get_current (seats))
    reknit_passphrase_dialog_take_seat (GTK_WINDOW (self), seats, partner);
}

