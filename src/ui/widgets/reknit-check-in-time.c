#include "reknit-check-in-time.h"

#include "reknit-config.h"
#include "reknit-local-time.h"
#include "reknit-recurrence.h"
#include "reknit-reminder.h"
#include "reknit-template.h"
#include "reknit-time-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * ReknitCheckInTime:
 *
 * A day of the week and a time of day for the check-in.
 */
struct _ReknitCheckInTime
{
  GtkWidget      parent_instance;

  ReknitStore   *store;

  AdwComboRow   *weekday;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
  GtkLabel      *message;
};

G_DEFINE_FINAL_TYPE (ReknitCheckInTime, reknit_check_in_time, GTK_TYPE_WIDGET)

static gboolean
on_output (GtkSpinButton *spin)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static void
fill_weekdays (ReknitCheckInTime *self)
{
  g_autoptr (GtkStringList) days = gtk_string_list_new (NULL);

  for (GDateWeekday day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    {
      g_autofree char *name = reknit_time_text_for_weekday (day);
      gtk_string_list_append (days, name);
    }
  adw_combo_row_set_model (self->weekday, G_LIST_MODEL (days));
  adw_combo_row_set_selected (self->weekday, G_DATE_SUNDAY - G_DATE_MONDAY);
}

static void
fill (ReknitCheckInTime *self)
{
  g_autoptr (ReknitReminder) reminder = reknit_reminder_find (self->store, REKNIT_REMINDER_CHECK_IN, 0);
  g_autoptr (GDateTime) start =
    reminder != NULL ? reknit_local_time_parse (reknit_record_get_text (reminder, "starts")) : NULL;

  if (start == NULL)
    return;

  adw_combo_row_set_selected (self->weekday, (guint) (g_date_time_get_day_of_week (start) - G_DATE_MONDAY));
  gtk_spin_button_set_value (self->hour, g_date_time_get_hour (start));
  gtk_spin_button_set_value (self->minute, g_date_time_get_minute (start));
}

/* The first such day from today on, at the chosen time: in local time, which belongs to no zone. */
static GDateTime *
find_start (ReknitCheckInTime *self)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (reknit_clock_get_default ());
  int weekday = (int) adw_combo_row_get_selected (self->weekday) + G_DATE_MONDAY;
  int days = (weekday - g_date_time_get_day_of_week (now) + 7) % 7;
  g_autoptr (GDateTime) day = g_date_time_add_days (now, days);

  return g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day),
                              gtk_spin_button_get_value_as_int (self->hour),
                              gtk_spin_button_get_value_as_int (self->minute), 0);
}

static void
reknit_check_in_time_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_CHECK_IN_TIME);
  g_clear_object (&REKNIT_CHECK_IN_TIME (object)->store);
  G_OBJECT_CLASS (reknit_check_in_time_parent_class)->dispose (object);
}

static void
reknit_check_in_time_class_init (ReknitCheckInTimeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_check_in_time_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-check-in-time.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInTime, weekday);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInTime, hour);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInTime, minute);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInTime, message);
  gtk_widget_class_bind_template_callback (widget_class, on_output);
}

static void
reknit_check_in_time_init (ReknitCheckInTime *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_weekdays (self);
}

/**
 * reknit_check_in_time_new:
 * @store: the store
 *
 * Returns: (transfer floating): the time that is planned, or Sunday evening
 */
GtkWidget *
reknit_check_in_time_new (ReknitStore *store)
{
  ReknitCheckInTime *self = g_object_new (REKNIT_TYPE_CHECK_IN_TIME, NULL);

  self->store = g_object_ref (store);
  fill (self);
  return GTK_WIDGET (self);
}

/**
 * reknit_check_in_time_save:
 *
 * Plans a weekly check-in, or shows why it can't be planned.
 *
 * Returns: whether it is planned
 */
gboolean
reknit_check_in_time_save (ReknitCheckInTime *self)
{
  g_autoptr (ReknitReminder) reminder = reknit_reminder_find (self->store, REKNIT_REMINDER_CHECK_IN, 0);
  g_autoptr (GDateTime) start = find_start (self);
  g_autofree char *starts = reknit_local_time_to_string (start);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitRecurrence) recurrence =
    reknit_recurrence_new_weekly (start, 1, REKNIT_WEEKDAY_BIT (g_date_time_get_day_of_week (start)), &error);

  if (recurrence != NULL)
    {
      if (reminder == NULL)
        reminder = g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_CHECK_IN, "zone", "", NULL);
      g_object_set (reminder, "rule", reknit_recurrence_get_rule (recurrence), "starts", starts, "enabled", TRUE, NULL);
      if (reknit_store_save (self->store, _("Plan Check-ins"), reminder, &error))
        return TRUE;
    }

  gtk_label_set_label (self->message, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
  return FALSE;
}
