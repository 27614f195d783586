#include "reknit-moment-row.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-clock-order.h"
#include "reknit-occasion-text.h"
#include "reknit-wrap-box.h"

/**
 * ReknitMomentRow:
 *
 * A row that asks for a day and, unless it goes by whole days, for a time; they go on in a second line where one has no
 * room.
 */
struct _ReknitMomentRow
{
  AdwPreferencesRow  parent_instance;

  GDateTime         *moment;
  gboolean           loading;

  GtkWidget         *title;
  GtkMenuButton     *day_button;
  GtkPopover        *popover;
  GtkCalendar       *calendar;
  GtkWidget         *time;
  GtkSpinButton     *hour;
  GtkSpinButton     *minute;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitMomentRow, reknit_moment_row, ADW_TYPE_PREFERENCES_ROW)

static void
show_day (ReknitMomentRow *self)
{
  /* Translators: a day on a button: “Fri 27 Nov 2026”; see strftime(3).
     xgettext:no-c-format */
  g_autofree char *day = g_date_time_format (self->moment, C_("date format", "%a %-d %b %Y"));
  g_autofree char *name = NULL;
  g_autofree char *spoken = reknit_occasion_text_day (self->moment);

  gtk_menu_button_set_label (self->day_button, day);
  name = g_strdup_printf ("%s %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
read_fields (ReknitMomentRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  g_clear_pointer (&self->moment, g_date_time_unref);
  self->moment = g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day),
                                      g_date_time_get_day_of_month (day), gtk_spin_button_get_value_as_int (self->hour),
                                      gtk_spin_button_get_value_as_int (self->minute), 0);
  show_day (self);
}

static void
on_edited (ReknitMomentRow *self)
{
  if (self->loading)
    return;
  read_fields (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_day_selected (ReknitMomentRow *self)
{
  if (self->loading)
    return;
  gtk_popover_popdown (self->popover);
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
reknit_moment_row_finalize (GObject *object)
{
  g_clear_pointer (&REKNIT_MOMENT_ROW (object)->moment, g_date_time_unref);
  G_OBJECT_CLASS (reknit_moment_row_parent_class)->finalize (object);
}

static void
reknit_moment_row_class_init (ReknitMomentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reknit_moment_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", REKNIT_TYPE_MOMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkSpinButton *
add_spin (ReknitMomentRow *self,
          double           upper,
          double           step,
          const char      *name)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, upper, step);

  g_object_set (spin, "wrap", TRUE, "numeric", TRUE, "width-chars", 2, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (spin, "output", G_CALLBACK (on_show_two_digits), NULL);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (on_edited), self);
  gtk_box_append (GTK_BOX (self->time), spin);
  return GTK_SPIN_BUTTON (spin);
}

static GtkWidget *
add_title (ReknitMomentRow *self)
{
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  g_object_bind_property (self, "title", title, "label", G_BINDING_SYNC_CREATE);
  return title;
}

static void
reknit_moment_row_init (ReknitMomentRow *self)
{
  GtkWidget *box = g_object_new (REKNIT_TYPE_WRAP_BOX, "spacing", 6, "margin-top", 8, "margin-bottom", 8,
                                 "margin-start", 12, "margin-end", 12, NULL);

  self->loading = TRUE;
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->popover = GTK_POPOVER (gtk_popover_new ());
  self->day_button = g_object_new (GTK_TYPE_MENU_BUTTON, "popover", self->popover, NULL);
  self->time = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
  self->hour = add_spin (self, 23, 1, _("Hour"));
  self->minute = add_spin (self, 59, 5, _("Minute"));
  reknit_clock_order (self->time);
  self->title = add_title (self);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (box), self->title);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (box), GTK_WIDGET (self->day_button));
  reknit_wrap_box_append (REKNIT_WRAP_BOX (box), self->time);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  read_fields (self);
  self->loading = FALSE;
}

/**
 * reknit_moment_row_get_moment:
 *
 * Returns: (transfer none): local time
 */
GDateTime *
reknit_moment_row_get_moment (ReknitMomentRow *self)
{
  return self->moment;
}

/**
 * reknit_moment_row_set_moment:
 * @moment: local time
 */
void
reknit_moment_row_set_moment (ReknitMomentRow *self,
                              GDateTime       *moment)
{
  self->loading = TRUE;
  gtk_calendar_select_day (self->calendar, moment);
  gtk_spin_button_set_value (self->hour, g_date_time_get_hour (moment));
  gtk_spin_button_set_value (self->minute, g_date_time_get_minute (moment));
  self->loading = FALSE;
  read_fields (self);
}

/**
 * reknit_moment_row_set_days_only:
 * @days_only: whether it goes by whole days
 */
void
reknit_moment_row_set_days_only (ReknitMomentRow *self,
                                 gboolean         days_only)
{
  gtk_widget_set_visible (self->time, !days_only);
}

/**
 * reknit_moment_row_set_time_only:
 * @time_only: whether the day is asked for elsewhere
 */
void
reknit_moment_row_set_time_only (ReknitMomentRow *self,
                                 gboolean         time_only)
{
  gtk_widget_set_visible (GTK_WIDGET (self->day_button), !time_only);
}

static void
add_pair (GtkWidget *first,
          GtkWidget *second)
{
  g_autoptr (GtkSizeGroup) group = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_size_group_add_widget (group, first);
  gtk_size_group_add_widget (group, second);
}

/**
 * reknit_moment_row_pair:
 * @other: the row below
 *
 * Lays both out alike: either both go on in a second line, or neither.
 */
void
reknit_moment_row_pair (ReknitMomentRow *self,
                        ReknitMomentRow *other)
{
  add_pair (self->title, other->title);
  add_pair (GTK_WIDGET (self->day_button), GTK_WIDGET (other->day_button));
}
