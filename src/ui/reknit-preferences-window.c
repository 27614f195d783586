#include "reknit-preferences-window.h"

#include "reknit-autostart.h"
#include "reknit-config.h"
#include "reknit-couple-form.h"
#include "reknit-passphrase-list.h"
#include "reknit-time-text.h"
#include "reknit-toasts.h"
#include "reknit-window.h"

#include <glib/gi18n-lib.h>

#define MINUTES_PER_CHOICE 30
#define N_CHOICES (24 * 60 / MINUTES_PER_CHOICE)

/**
 * ReknitPreferencesWindow:
 *
 * What can be said once and changed later: names, passphrases, reminders.
 */
struct _ReknitPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  ReknitSeats         *seats;
  GSettings           *settings;
  ReknitAutostart     *autostart;
  ReknitCoupleForm    *couple;
  GtkWidget           *keys;
  GtkWidget           *wording_rows[2];
  GtkSwitch           *consents[2];

  AdwPreferencesPage  *couple_page;
  AdwPreferencesGroup *couple_group;
  AdwPreferencesGroup *keys_group;
  AdwPreferencesGroup *wording_group;
  GtkSpinButton       *minutes;
  GtkSwitch           *login_switch;
  AdwExpanderRow      *quiet_row;
  AdwComboRow         *quiet_from;
  AdwComboRow         *quiet_until;
};

G_DEFINE_FINAL_TYPE (ReknitPreferencesWindow, reknit_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
say (ReknitPreferencesWindow *self,
     const char              *text)
{
  reknit_toast (GTK_WIDGET (self->couple_group), text);
}

static void
on_save_couple (ReknitPreferencesWindow *self)
{
  if (reknit_couple_form_save (self->couple))
    say (self, _("Saved"));
}

static gboolean
on_login_switch (ReknitPreferencesWindow *self,
                 gboolean                 enabled)
{
  g_autoptr (GError) error = NULL;

  if (reknit_autostart_set_enabled (self->autostart, enabled, &error))
    g_settings_set_boolean (self->settings, "start-at-login", enabled);
  else
    say (self, error->message);

  gtk_switch_set_state (self->login_switch, reknit_autostart_get_enabled (self->autostart));
  return TRUE;
}

static gboolean
choice_to_minutes (GValue   *value,
                   GVariant *variant,
                   gpointer  user_data)
{
  g_value_set_uint (value, g_variant_get_uint32 (variant) / MINUTES_PER_CHOICE);
  return TRUE;
}

static GVariant *
minutes_to_choice (const GValue       *value,
                   const GVariantType *type,
                   gpointer            user_data)
{
  guint choice = g_value_get_uint (value);

  return choice < N_CHOICES ? g_variant_new_uint32 (choice * MINUTES_PER_CHOICE) : NULL;
}

static void
bind_time (ReknitPreferencesWindow *self,
           AdwComboRow             *row,
           const char              *key)
{
  g_autoptr (GtkStringList) times = gtk_string_list_new (NULL);

  for (int i = 0; i < N_CHOICES; i++)
    {
      g_autoptr (GDateTime) time =
        g_date_time_new_utc (2001, 1, 1, i * MINUTES_PER_CHOICE / 60, i * MINUTES_PER_CHOICE % 60, 0);
      g_autofree char *text = reknit_time_text_for_time (time);

      gtk_string_list_append (times, text);
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (times));
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, choice_to_minutes,
                                minutes_to_choice, NULL, NULL);
}

static void
on_wording (GtkSwitch  *widget,
            GParamSpec *pspec,
            gpointer    user_data)
{
  ReknitPreferencesWindow *self = user_data;
  ReknitPartner *partner = g_object_get_data (G_OBJECT (widget), "partner");
  gboolean active = gtk_switch_get_active (widget);
  g_autoptr (GError) error = NULL;

  if (reknit_record_get_flag (partner, "names-in-notices") == active)
    return;

  g_object_set (partner, "names-in-notices", active, NULL);
  if (!reknit_store_save (reknit_seats_get_store (self->seats), NULL, partner, &error))
    say (self, error->message);
}

/* Anew where it is not this partner's row. Nothing else is: a row must not go while its own switch is being moved. */
static void
ensure_wording_row (ReknitPreferencesWindow *self,
                    guint                    i,
                    ReknitPartner           *partner)
{
  GtkSwitch *consent = self->consents[i];

  if (consent != NULL && g_object_get_data (G_OBJECT (consent), "partner") == partner)
    return;

  if (consent != NULL)
    adw_preferences_group_remove (self->wording_group, self->wording_rows[i]);
  self->consents[i] = NULL;
  if (partner == NULL)
    return;

  self->wording_rows[i] = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
  self->consents[i] = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER,
                                    "active", reknit_record_get_flag (partner, "names-in-notices"), NULL);
  g_object_set_data_full (G_OBJECT (self->consents[i]), "partner", g_object_ref (partner), g_object_unref);
  g_signal_connect_object (self->consents[i], "notify::active", G_CALLBACK (on_wording), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->wording_rows[i]), GTK_WIDGET (self->consents[i]));
  adw_preferences_group_add (self->wording_group, self->wording_rows[i]);
}

/* Each consents for themselves, from their own seat; the other's switch can be seen and not moved. */
static void
update_wording_row (ReknitPreferencesWindow *self,
                    guint                    i,
                    ReknitPartner           *partner)
{
  gboolean own = partner == reknit_seats_get_current (self->seats);
  const char *name = reknit_partner_get_name (partner);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->wording_rows[i]), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->wording_rows[i]), own ? "" : _("To be changed from their own seat"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->consents[i]), own);
  gtk_switch_set_active (self->consents[i], reknit_record_get_flag (partner, "names-in-notices"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->consents[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The window may stand open while somebody gets up, while all is locked, and while somebody joins or is renamed. */
static void
show_wording (ReknitPreferencesWindow *self)
{
  ReknitPartner *partners[] = { reknit_seats_get_first (self->seats), reknit_seats_get_second (self->seats) };

  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    {
      ensure_wording_row (self, i, partners[i]);
      if (partners[i] != NULL)
        update_wording_row (self, i, partners[i]);
    }
}

static void
fill (ReknitPreferencesWindow *self)
{
  self->couple = REKNIT_COUPLE_FORM (reknit_couple_form_new (self->seats));
  adw_preferences_group_add (self->couple_group, GTK_WIDGET (self->couple));
  self->keys = reknit_passphrase_list_new (self->seats);
  adw_preferences_group_add (self->keys_group, self->keys);
  show_wording (self);
  g_signal_connect_object (self->seats, "notify::current", G_CALLBACK (show_wording), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->seats, "partners-changed", G_CALLBACK (show_wording), self, G_CONNECT_SWAPPED);

  g_settings_bind (self->settings, "auto-lock-minutes", gtk_spin_button_get_adjustment (self->minutes), "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "quiet-hours-enabled", self->quiet_row, "enable-expansion", G_SETTINGS_BIND_DEFAULT);
  bind_time (self, self->quiet_from, "quiet-from");
  bind_time (self, self->quiet_until, "quiet-until");
  gtk_switch_set_active (self->login_switch, reknit_autostart_get_enabled (self->autostart));
}

/* What was typed and not saved is kept; what can't be kept stays in view, with what is wrong with it. */
static gboolean
reknit_preferences_window_close_request (GtkWindow *window)
{
  ReknitPreferencesWindow *self = REKNIT_PREFERENCES_WINDOW (window);

  if (reknit_couple_form_is_changed (self->couple))
    {
      adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (self), self->couple_page);
      if (!reknit_couple_form_save (self->couple))
        return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (reknit_preferences_window_parent_class)->close_request (window);
}

static void
reknit_preferences_window_dispose (GObject *object)
{
  ReknitPreferencesWindow *self = REKNIT_PREFERENCES_WINDOW (object);

  /* libadwaita 1.2 never lets go of what a preferences window holds; what works with the seats must not stay. */
  if (self->couple != NULL)
    {
      /* On a quick exit, and when the window below closes, nobody asks whether this one may go. */
      reknit_couple_form_keep_silently (self->couple);
      adw_preferences_group_remove (self->couple_group, GTK_WIDGET (self->couple));
    }
  if (self->keys != NULL)
    adw_preferences_group_remove (self->keys_group, self->keys);
  self->couple = NULL;
  self->keys = NULL;
  g_clear_object (&self->autostart);
  g_clear_object (&self->settings);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_preferences_window_parent_class)->dispose (object);
}

static void
reknit_preferences_window_class_init (ReknitPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_preferences_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = reknit_preferences_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitPreferencesWindow, couple_page);
  gtk_widget_class_bind_template_child (widget_class, ReknitPreferencesWindow, couple_group);
  gtk_widget_class_bind_template_child (widget_class, ReknitPreferencesWindow, keys_group);
  gtk_widget_class_bind_template_child (widget_class, ReknitPreferencesWindow, wording_group);
  gtk_widget_class_bind_template_child (widget_class, ReknitPreferencesWindow, minutes);
  gtk_widget_class_bind_template_child (widget_class, ReknitPreferencesWindow, login_switch);
  gtk_widget_class_bind_template_child (widget_class, ReknitPreferencesWindow, quiet_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitPreferencesWindow, quiet_from);
  gtk_widget_class_bind_template_child (widget_class, ReknitPreferencesWindow, quiet_until);
  gtk_widget_class_bind_template_callback (widget_class, on_save_couple);
  gtk_widget_class_bind_template_callback (widget_class, on_login_switch);
}

static void
reknit_preferences_window_init (ReknitPreferencesWindow *self)
{
  self->autostart = reknit_autostart_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_preferences_window_new:
 * @seats: the seats
 * @settings: the settings
 *
 * Returns: (transfer floating): the preferences
 */
GtkWidget *
reknit_preferences_window_new (ReknitSeats *seats,
                               GSettings   *settings)
{
  ReknitPreferencesWindow *self = g_object_new (REKNIT_TYPE_PREFERENCES_WINDOW, NULL);

  self->seats = g_object_ref (seats);
  self->settings = g_object_ref (settings);
  fill (self);
  return GTK_WIDGET (self);
}

static GtkWidget *
find_open (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (REKNIT_IS_PREFERENCES_WINDOW (window))
        return window;
    }
  return NULL;
}

/**
 * reknit_preferences_window_present:
 * @parent: (nullable): the window to stand over
 * @seats: the seats
 * @settings: the settings
 *
 * Opens the preferences, or brings those to the front that are open: what is typed there must not be saved twice.
 */
void
reknit_preferences_window_present (GtkWindow   *parent,
                                   ReknitSeats *seats,
                                   GSettings   *settings)
{
  GtkWidget *window = find_open ();

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    reknit_window_present_over (GTK_WINDOW (reknit_preferences_window_new (seats, settings)), parent);
}
