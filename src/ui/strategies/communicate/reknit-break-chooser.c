#include "reknit-break-chooser.h"

#include "reknit-config.h"
#include "reknit-clock-order.h"
#include "reknit-local-time.h"
#include "reknit-template.h"
#include "reknit-time-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * ReknitBreakChooser:
 *
 * How long a break shall last: never less than a flooded body needs, and never without a time to be back.
 */
struct _ReknitBreakChooser
{
  GtkWidget      parent_instance;

  GtkListBox    *list;
  GtkWidget     *tomorrow_row;
  GtkWidget     *tomorrow_check;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
  GtkWidget     *checks[4];
};

static const int minutes[] = { 20, 30, 45, 60 };

G_DEFINE_FINAL_TYPE (ReknitBreakChooser, reknit_break_chooser, GTK_TYPE_WIDGET)

static gboolean
on_output (GtkSpinButton *spin)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static void
on_time_changed (ReknitBreakChooser *self)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->tomorrow_check), TRUE);
}

static gint64
get_tomorrow (ReknitBreakChooser *self)
{
  ReknitClock *clock = reknit_clock_get_default ();
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (clock);
  g_autoptr (GDateTime) today = reknit_local_time_from_unix (reknit_clock_now (clock), zone);
  g_autoptr (GDateTime) day = g_date_time_add_days (today, 1);
  g_autoptr (GDateTime) time =
    g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day),
                         gtk_spin_button_get_value_as_int (self->hour), gtk_spin_button_get_value_as_int (self->minute), 0.0);

  return reknit_time_resolve_local (time, zone);
}

static void
add_row (ReknitBreakChooser *self,
         guint               i)
{
  ReknitClock *clock = reknit_clock_get_default ();
  gint64 back_at = reknit_clock_now (clock) + minutes[i] * 60;
  g_autofree char *title = reknit_time_text_for_span (minutes[i] * 60);
  g_autofree char *moment = reknit_time_text_for_moment (clock, back_at);
  /* Translators: %s is a day and time: “Today, 19:40” */
  g_autofree char *subtitle = g_strdup_printf (_("Back: %s"), moment);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", subtitle, NULL);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (self->tomorrow_check));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_insert (self->list, row, (int) i);
  self->checks[i] = check;
}

static void
reknit_break_chooser_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_BREAK_CHOOSER);
  G_OBJECT_CLASS (reknit_break_chooser_parent_class)->dispose (object);
}

static void
reknit_break_chooser_class_init (ReknitBreakChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_break_chooser_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-break-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitBreakChooser, list);
  gtk_widget_class_bind_template_child (widget_class, ReknitBreakChooser, tomorrow_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitBreakChooser, tomorrow_check);
  gtk_widget_class_bind_template_child (widget_class, ReknitBreakChooser, hour);
  gtk_widget_class_bind_template_child (widget_class, ReknitBreakChooser, minute);
  gtk_widget_class_bind_template_callback (widget_class, on_output);
  gtk_widget_class_bind_template_callback (widget_class, on_time_changed);
}

static void
reknit_break_chooser_init (ReknitBreakChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  reknit_clock_order (gtk_widget_get_parent (GTK_WIDGET (self->hour)));
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    add_row (self, i);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[0]), TRUE);
}

/**
 * reknit_break_chooser_new:
 *
 * Returns: (transfer floating): a chooser that stands at twenty minutes
 */
GtkWidget *
reknit_break_chooser_new (void)
{
  return g_object_new (REKNIT_TYPE_BREAK_CHOOSER, NULL);
}

/**
 * reknit_break_chooser_get_back_at:
 *
 * Returns: Unix seconds when both want to be back, counted from now
 */
gint64
reknit_break_chooser_get_back_at (ReknitBreakChooser *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[i])))
      return reknit_clock_now (reknit_clock_get_default ()) + minutes[i] * 60;
  return get_tomorrow (self);
}
