#include "reknit-schedule-editor-private.h"

#include "reknit-config.h"
#include "reknit-clock-order.h"
#include "reknit-local-time.h"
#include "reknit-recurrence.h"
#include "reknit-template.h"
#include "reknit-time-text.h"
#include "reknit-weekday-picker.h"
#include "reknit-wrap-box.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

/**
 * ReknitScheduleEditor:
 *
 * How often, on which days, at what time, from when on. It says in one sentence what that means, or what is wrong.
 */
struct _ReknitScheduleEditor
{
  GtkWidget            parent_instance;

  ReknitRecurrence    *recurrence;
  char                *message;
  gboolean             loading;

  AdwComboRow         *frequency;
  GtkWidget           *interval_row;
  GtkSpinButton       *interval;
  GtkWidget           *weekdays_row;
  ReknitWeekdayPicker *weekdays;
  AdwComboRow         *month_way;
  GtkWidget           *time_row;
  GtkSpinButton       *hour;
  GtkSpinButton       *minute;
  GtkMenuButton       *start_button;
  GtkPopover          *start_popover;
  GtkCalendar         *calendar;
  GtkLabel            *summary;
};

enum { PROP_0, PROP_SCHEDULE, PROP_VALID, PROP_TIMED, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitScheduleEditor, reknit_schedule_editor, GTK_TYPE_WIDGET)

static GDateTime *
read_start (ReknitScheduleEditor *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  return g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day),
                              gtk_spin_button_get_value_as_int (self->hour),
                              gtk_spin_button_get_value_as_int (self->minute), 0);
}

static gboolean
is_day_before (GDateTime *one,
               GDateTime *other)
{
  return g_date_time_get_year (one) * 366 + g_date_time_get_day_of_year (one)
         < g_date_time_get_year (other) * 366 + g_date_time_get_day_of_year (other);
}

static ReknitRecurrence *
make_monthly (ReknitScheduleEditor  *self,
              GDateTime             *start,
              GError               **error)
{
  int day = g_date_time_get_day_of_month (start);

  if (adw_combo_row_get_selected (self->month_way) == SAME_DATE)
    return reknit_recurrence_new_monthly_by_day (start, 1, day, error);

  /* A fifth Sunday does not come every month; who starts on one means the last. */
  return reknit_recurrence_new_monthly_by_weekday (start, 1, day > 28 ? -1 : (day - 1) / 7 + 1,
                                                   (GDateWeekday) g_date_time_get_day_of_week (start), error);
}

static ReknitRecurrence *
make_recurrence (ReknitScheduleEditor  *self,
                 GDateTime             *start,
                 GError               **error)
{
  guint frequency = adw_combo_row_get_selected (self->frequency);
  guint interval = frequency == EVERY_FEW_WEEKS ? (guint) gtk_spin_button_get_value_as_int (self->interval) : 1;
  guint weekdays = reknit_weekday_picker_get_weekdays (self->weekdays);

  if (frequency == DAILY)
    return reknit_recurrence_new_daily (start, 1, error);
  if (frequency == MONTHLY)
    return make_monthly (self, start, error);
  if (weekdays != 0)
    return reknit_recurrence_new_weekly (start, interval, weekdays, error);

  g_set_error_literal (error, REKNIT_RECURRENCE_ERROR, REKNIT_RECURRENCE_ERROR_NEVER,
                       _("Without a day it never comes. Choose at least one."));
  return NULL;
}

static char *
describe (ReknitScheduleEditor *self,
          GDateTime            *now)
{
  ReknitClock *clock = reknit_clock_get_default ();
  gboolean timed = reknit_schedule_editor_is_timed (self);
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (clock);
  /* What has no time of day can still be done today. */
  g_autoptr (GDateTime) after = timed ? g_date_time_ref (now) : g_date_time_add_days (now, -1);
  g_autoptr (GDateTime) first = reknit_recurrence_next (self->recurrence, after);
  gint64 due = first != NULL ? reknit_time_resolve_local (first, zone) : 0;
  g_autofree char *rule = timed ? reknit_recurrence_describe (self->recurrence) : reknit_recurrence_describe_days (self->recurrence);
  g_autofree char *day = timed ? reknit_time_text_for_moment (clock, due) : reknit_time_text_for_day (clock, due);

  if (first == NULL)
    return g_steal_pointer (&rule);
  /* Translators: “Every Sunday at 19:00”, then the first time: “Sun 29 Nov, 19:00” */
  return g_strdup_printf (_("%1$s. First: %2$s."), rule, day);
}

static void
show_result (ReknitScheduleEditor *self,
             const char           *text)
{
  gtk_label_set_label (self->summary, text);
  if (self->message != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->summary), "dim-label");
      gtk_widget_add_css_class (GTK_WIDGET (self->summary), "error");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->summary), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dim-label");
    }
}

static void
check (ReknitScheduleEditor *self)
{
  gboolean was_valid = reknit_schedule_editor_is_valid (self);
  g_autoptr (GDateTime) start = read_start (self);
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  g_clear_object (&self->recurrence);
  g_clear_pointer (&self->message, g_free);
  if (is_day_before (start, now))
    self->message = g_strdup (_("That day has passed. Choose today or a later one to start."));
  else
    self->recurrence = make_recurrence (self, start, &error);
  if (error != NULL)
    self->message = g_strdup (error->message);

  sentence = self->message == NULL ? describe (self, now) : NULL;
  show_result (self, self->message != NULL ? self->message : sentence);
  if (was_valid != reknit_schedule_editor_is_valid (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

static void
update (ReknitScheduleEditor *self)
{
  guint frequency = adw_combo_row_get_selected (self->frequency);
  g_autoptr (GDateTime) start = read_start (self);
  g_autofree char *day = reknit_time_text_for_date (start);

  gtk_widget_set_visible (self->interval_row, frequency == EVERY_FEW_WEEKS);
  gtk_widget_set_visible (self->weekdays_row, frequency == WEEKLY || frequency == EVERY_FEW_WEEKS);
  gtk_widget_set_visible (GTK_WIDGET (self->month_way), frequency == MONTHLY);
  gtk_menu_button_set_label (self->start_button, day);
  check (self);
}

static void
on_edited (ReknitScheduleEditor *self)
{
  if (self->loading)
    return;

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCHEDULE]);
}

static void
on_day_selected (ReknitScheduleEditor *self)
{
  gtk_popover_popdown (self->start_popover);
  on_edited (self);
}

static gboolean
on_show_two_digits (GtkSpinButton *button)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (button));

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (button))))
    gtk_editable_set_text (GTK_EDITABLE (button), text);
  return TRUE;
}

static void
reknit_schedule_editor_dispose (GObject *object)
{
  ReknitScheduleEditor *self = REKNIT_SCHEDULE_EDITOR (object);

  self->loading = TRUE;
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_SCHEDULE_EDITOR);
  g_clear_object (&self->recurrence);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (reknit_schedule_editor_parent_class)->dispose (object);
}

static void
reknit_schedule_editor_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ReknitScheduleEditor *self = REKNIT_SCHEDULE_EDITOR (object);

  switch (prop_id)
    {
    case PROP_SCHEDULE: g_value_take_string (value, reknit_schedule_editor_dup_schedule (self)); break;
    case PROP_VALID: g_value_set_boolean (value, reknit_schedule_editor_is_valid (self)); break;
    case PROP_TIMED: g_value_set_boolean (value, reknit_schedule_editor_is_timed (self)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_schedule_editor_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  if (prop_id == PROP_SCHEDULE)
    reknit_schedule_editor_set_schedule (REKNIT_SCHEDULE_EDITOR (object), g_value_get_string (value));
  else if (prop_id == PROP_TIMED)
    reknit_schedule_editor_set_timed (REKNIT_SCHEDULE_EDITOR (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  g_type_ensure (REKNIT_TYPE_WEEKDAY_PICKER);
  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-schedule-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitScheduleEditor, frequency);
  gtk_widget_class_bind_template_child (widget_class, ReknitScheduleEditor, interval_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitScheduleEditor, interval);
  gtk_widget_class_bind_template_child (widget_class, ReknitScheduleEditor, weekdays_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitScheduleEditor, weekdays);
  gtk_widget_class_bind_template_child (widget_class, ReknitScheduleEditor, month_way);
  gtk_widget_class_bind_template_child (widget_class, ReknitScheduleEditor, time_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitScheduleEditor, hour);
  gtk_widget_class_bind_template_child (widget_class, ReknitScheduleEditor, minute);
  gtk_widget_class_bind_template_child (widget_class, ReknitScheduleEditor, start_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitScheduleEditor, start_popover);
  gtk_widget_class_bind_template_child (widget_class, ReknitScheduleEditor, calendar);
  gtk_widget_class_bind_template_child (widget_class, ReknitScheduleEditor, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_show_two_digits);
}

static void
reknit_schedule_editor_class_init (ReknitScheduleEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = reknit_schedule_editor_dispose;
  object_class->get_property = reknit_schedule_editor_get_property;
  object_class->set_property = reknit_schedule_editor_set_property;

  properties[PROP_SCHEDULE] = g_param_spec_string ("schedule", NULL, NULL, NULL, G_PARAM_READWRITE | flags);
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE, G_PARAM_READABLE | flags);
  properties[PROP_TIMED] = g_param_spec_boolean ("timed", NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_children (GTK_WIDGET_CLASS (klass));
}

static void
reknit_schedule_editor_init (ReknitScheduleEditor *self)
{
  g_autoptr (GDateTime) today = reknit_local_time_now (reknit_clock_get_default ());

  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  reknit_clock_order (gtk_widget_get_parent (GTK_WIDGET (self->hour)));
  adw_combo_row_set_selected (self->frequency, WEEKLY);
  reknit_weekday_picker_set_weekdays (self->weekdays, REKNIT_WEEKDAY_BIT (G_DATE_SUNDAY));
  gtk_calendar_select_day (self->calendar, today);
  self->loading = FALSE;
  update (self);
}

/**
 * reknit_schedule_editor_new:
 *
 * Returns: (transfer floating): an editor that says “Every Sunday at 19:00”, from today on
 */
GtkWidget *
reknit_schedule_editor_new (void)
{
  return g_object_new (REKNIT_TYPE_SCHEDULE_EDITOR, NULL);
}

/**
 * reknit_schedule_editor_dup_schedule:
 *
 * Returns: (transfer full): what stands in the fields, also where it is not valid
 */
char *
reknit_schedule_editor_dup_schedule (ReknitScheduleEditor *self)
{
  g_autofree char *starts = reknit_schedule_editor_dup_starts (self);

  return g_strdup_printf ("%u %d %u %u %s", adw_combo_row_get_selected (self->frequency),
                          gtk_spin_button_get_value_as_int (self->interval), reknit_weekday_picker_get_weekdays (self->weekdays),
                          adw_combo_row_get_selected (self->month_way), starts);
}

/**
 * reknit_schedule_editor_fill:
 * @frequency: how often
 * @interval: how many weeks from one to the next, where it is a few
 * @weekdays: REKNIT_WEEKDAY_BIT of each day
 * @month_way: by the date or by the weekday
 * @start: local time of the first
 *
 * Shows another schedule.
 */
void
reknit_schedule_editor_fill (ReknitScheduleEditor *self,
                             guint                 frequency,
                             guint                 interval,
                             guint                 weekdays,
                             guint                 month_way,
                             GDateTime            *start)
{
  g_autofree char *before = reknit_schedule_editor_dup_schedule (self);
  g_autofree char *after = NULL;

  self->loading = TRUE;
  adw_combo_row_set_selected (self->frequency, MIN (frequency, MONTHLY));
  gtk_spin_button_set_value (self->interval, interval);
  reknit_weekday_picker_set_weekdays (self->weekdays, weekdays);
  adw_combo_row_set_selected (self->month_way, MIN (month_way, SAME_WEEKDAY));
  gtk_spin_button_set_value (self->hour, g_date_time_get_hour (start));
  gtk_spin_button_set_value (self->minute, g_date_time_get_minute (start));
  gtk_calendar_select_day (self->calendar, start);
  self->loading = FALSE;
  update (self);

  after = reknit_schedule_editor_dup_schedule (self);
  if (!g_str_equal (before, after))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCHEDULE]);
}

/**
 * reknit_schedule_editor_set_schedule:
 * @schedule: (nullable): what reknit_schedule_editor_dup_schedule() gave; anything else is left aside
 */
void
reknit_schedule_editor_set_schedule (ReknitScheduleEditor *self,
                                     const char           *schedule)
{
  guint frequency, interval, weekdays, month_way;
  char starts[32];
  g_autoptr (GDateTime) start = NULL;

  if (schedule == NULL
      || sscanf (schedule, "%u %u %u %u %31s", &frequency, &interval, &weekdays, &month_way, starts) != 5)
    return;

  start = reknit_local_time_parse (starts);
  if (start != NULL)
    reknit_schedule_editor_fill (self, frequency, interval, weekdays, month_way, start);
}

/**
 * reknit_schedule_editor_is_timed:
 *
 * Returns: whether it asks for the time of day
 */
gboolean
reknit_schedule_editor_is_timed (ReknitScheduleEditor *self)
{
  return gtk_widget_get_visible (self->time_row);
}

/**
 * reknit_schedule_editor_set_timed:
 * @timed: whether it asks for the time of day; what recurs by days alone has none
 */
void
reknit_schedule_editor_set_timed (ReknitScheduleEditor *self,
                                  gboolean              timed)
{
  if (timed == reknit_schedule_editor_is_timed (self))
    return;
  gtk_widget_set_visible (self->time_row, timed);
  check (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMED]);
}

/**
 * reknit_schedule_editor_is_valid:
 *
 * Returns: whether what stands there can be saved
 */
gboolean
reknit_schedule_editor_is_valid (ReknitScheduleEditor *self)
{
  return self->recurrence != NULL;
}

/**
 * reknit_schedule_editor_get_message:
 *
 * Returns: (transfer none) (nullable): what is wrong, for people; it also stands below the fields
 */
const char *
reknit_schedule_editor_get_message (ReknitScheduleEditor *self)
{
  return self->message;
}

/**
 * reknit_schedule_editor_dup_starts:
 *
 * Returns: (transfer full): the local time of the start, as the store keeps it
 */
char *
reknit_schedule_editor_dup_starts (ReknitScheduleEditor *self)
{
  g_autoptr (GDateTime) start = read_start (self);

  return reknit_local_time_to_string (start);
}

/**
 * reknit_schedule_editor_get_rule:
 *
 * Returns: (transfer none) (nullable): the RRULE, as the store keeps it; %NULL while it is not valid
 */
const char *
reknit_schedule_editor_get_rule (ReknitScheduleEditor *self)
{
  return self->recurrence != NULL ? reknit_recurrence_get_rule (self->recurrence) : NULL;
}
