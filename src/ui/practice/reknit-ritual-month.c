#include "reknit-ritual-month.h"

#include "reknit-clock.h"
#include "reknit-config.h"
#include "reknit-local-time.h"
#include "reknit-new-day.h"
#include "reknit-ritual-days.h"
#include "reknit-ritual-marks.h"
#include "reknit-ritual-text.h"
#include "reknit-week.h"
#include "reknit-weekday-label.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define N_DAYS 7
/* Fits beside a narrow window's edges; what is wider goes on below. */
#define POPOVER_WIDTH 260

/**
 * ReknitRitualMonth:
 *
 * A month of a ritual as a map: on which days it was due, and what each of the two put on record. A day that is over
 * opens to be marked. Arrow keys go from day to day.
 */
struct _ReknitRitualMonth
{
  GtkWidget     parent_instance;

  ReknitSeats  *seats;
  ReknitRitual *ritual;
  GDateTime    *first;

  GtkWidget    *column;
  GtkLabel     *name;
  GtkWidget    *next_button;
  GtkFlowBox   *days;
  GtkWidget    *popover;
};

G_DEFINE_FINAL_TYPE (ReknitRitualMonth, reknit_ritual_month, GTK_TYPE_WIDGET)

static GDateTime *
get_day (GtkFlowBoxChild *child)
{
  return g_object_get_data (G_OBJECT (child), "reknit-day");
}

/* A dot for each of the two: full for done, a ring for missed, and none where nothing is on record. */
static GtkWidget *
make_dot (guint           position,
          ReknitMarkState state)
{
  GtkWidget *dot = gtk_image_new ();

  gtk_widget_add_css_class (dot, "ritual-dot");
  gtk_widget_add_css_class (dot, position == 0 ? "first" : "second");
  if (state != REKNIT_MARK_STATE_NONE)
    gtk_widget_add_css_class (dot, state == REKNIT_MARK_STATE_DONE ? "done" : "missed");
  return dot;
}

static void
fill_child (ReknitRitualMonth *self,
            GtkFlowBoxChild   *child,
            gboolean           due)
{
  GDateTime *day = get_day (child);
  ReknitRitualDay on_record = reknit_ritual_read_day (self->ritual, day);
  g_autofree char *number = g_strdup_printf ("%d", g_date_time_get_day_of_month (day));
  g_autofree char *name = reknit_ritual_text_day (self->seats, &on_record, day);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *dots = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  guint n_done = 0;

  gtk_box_append (GTK_BOX (box), gtk_label_new (number));
  gtk_box_append (GTK_BOX (box), dots);
  gtk_widget_set_halign (dots, GTK_ALIGN_CENTER);
  for (guint i = 0; i < (reknit_seats_has_couple (self->seats) ? 2u : 1u); i++)
    {
      gtk_box_append (GTK_BOX (dots), make_dot (i, on_record.states[i]));
      n_done += on_record.states[i] == REKNIT_MARK_STATE_DONE;
    }
  gtk_flow_box_child_set_child (child, box);
  gtk_widget_set_css_classes (GTK_WIDGET (child), (const char *[]) { "ritual-day", due ? "due" : "free",
                              n_done == 2 || (n_done == 1 && !reknit_seats_has_couple (self->seats)) ? "full"
                              : n_done == 1 ? "half" : "none", NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
contains (GPtrArray *days,
          GDateTime *day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_date_time_equal (days->pdata[i], day))
      return TRUE;
  return FALSE;
}

static void
append_blank (ReknitRitualMonth *self)
{
  GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_flow_box_append (self->days, child);
}

static void
append_day (ReknitRitualMonth *self,
            GDateTime         *day,
            gboolean           due)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  g_object_set_data_full (G_OBJECT (child), "reknit-day", g_date_time_ref (day), (GDestroyNotify) g_date_time_unref);
  fill_child (self, GTK_FLOW_BOX_CHILD (child), due);
  gtk_flow_box_append (self->days, child);
}

/* What is to come can't be marked yet. */
static void
open_days (gpointer data)
{
  ReknitRitualMonth *self = data;
  g_autoptr (GDateTime) until = g_date_time_add_months (self->first, 1);
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  GtkFlowBoxChild *child;

  gtk_widget_set_sensitive (self->next_button, g_date_time_compare (until, now) <= 0);
  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->days, i)) != NULL; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (child), get_day (child) != NULL && g_date_time_compare (get_day (child), now) <= 0);
}

static void
show_month (ReknitRitualMonth *self)
{
  g_autoptr (GDateTime) until = g_date_time_add_months (self->first, 1);
  g_autoptr (GPtrArray) due = reknit_ritual_list_due (self->ritual, self->first, until);
  g_autofree char *name = g_date_time_format (self->first, C_("month of a year", "%B %Y"));
  g_autoptr (GDateTime) day = g_date_time_ref (self->first);
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->days, 0)) != NULL)
    gtk_flow_box_remove (self->days, GTK_WIDGET (child));
  gtk_label_set_label (self->name, name);
  for (guint i = 0; i < reknit_week_get_column ((GDateWeekday) g_date_time_get_day_of_week (self->first)); i++)
    append_blank (self);
  while (g_date_time_compare (day, until) < 0)
    {
      g_autoptr (GDateTime) this = g_steal_pointer (&day);

      append_day (self, this, contains (due, this));
      day = g_date_time_add_days (this, 1);
    }
  open_days (self);
}

/* What is there stays, and with it the focus. */
static void
update_days (ReknitRitualMonth *self,
             ReknitChangeSet   *changes)
{
  GtkFlowBoxChild *child;

  if (!reknit_change_set_is_everything (changes) && !reknit_change_set_has_table (changes, "ritual_mark"))
    return;
  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->days, i)) != NULL; i++)
    if (get_day (child) != NULL)
      fill_child (self, child, gtk_widget_has_css_class (GTK_WIDGET (child), "due"));
}

static void
step (ReknitRitualMonth *self,
      int                months)
{
  GDateTime *first = g_date_time_add_months (self->first, months);

  g_date_time_unref (self->first);
  self->first = first;
  show_month (self);
}

static void
on_previous (ReknitRitualMonth *self)
{
  step (self, -1);
}

static void
on_next (ReknitRitualMonth *self)
{
  step (self, 1);
}

static void
drop_popover (ReknitRitualMonth *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static void
on_day (ReknitRitualMonth *self,
        GtkFlowBoxChild   *child)
{
  GDateTime *day = get_day (child);
  g_autofree char *date = day != NULL ? reknit_ritual_text_date (day) : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", date, "xalign", 0.0f, "wrap", TRUE,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  drop_popover (self);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), reknit_ritual_marks_new (self->seats, self->ritual, day, TRUE));
  self->popover = g_object_new (GTK_TYPE_POPOVER, "child",
                                g_object_new (ADW_TYPE_CLAMP, "maximum-size", POPOVER_WIDTH, "child", box, NULL), NULL);
  gtk_widget_add_css_class (self->popover, "ritual-popover");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (child));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
reknit_ritual_month_dispose (GObject *object)
{
  ReknitRitualMonth *self = REKNIT_RITUAL_MONTH (object);

  drop_popover (self);
  g_clear_pointer (&self->column, gtk_widget_unparent);
  g_clear_object (&self->ritual);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_ritual_month_parent_class)->dispose (object);
}

static void
reknit_ritual_month_finalize (GObject *object)
{
  g_date_time_unref (REKNIT_RITUAL_MONTH (object)->first);
  G_OBJECT_CLASS (reknit_ritual_month_parent_class)->finalize (object);
}

static void
reknit_ritual_month_class_init (ReknitRitualMonthClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_ritual_month_dispose;
  G_OBJECT_CLASS (klass)->finalize = reknit_ritual_month_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_weekdays (void)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "spacing", 4, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  for (int i = 0; i < N_DAYS; i++)
    {
      int weekday = ((int) reknit_week_get_first_day () - 1 + i) % N_DAYS + 1;
      GtkWidget *label = reknit_weekday_label_new ((GDateWeekday) weekday, 0.5f);

      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

static GtkWidget *
make_step (ReknitRitualMonth *self,
           const char        *icon_name,
           const char        *name,
           GCallback          clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
reknit_ritual_month_init (ReknitRitualMonth *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->column, GTK_WIDGET (self));
  self->name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "heading");
  self->next_button = make_step (self, "go-next-symbolic", _("Next Month"), G_CALLBACK (on_next));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (bar), make_step (self, "go-previous-symbolic", _("Previous Month"), G_CALLBACK (on_previous)));
  gtk_box_append (GTK_BOX (bar), self->next_button);
  gtk_box_append (GTK_BOX (self->column), bar);
  gtk_box_append (GTK_BOX (self->column), make_weekdays ());
  self->days = g_object_new (GTK_TYPE_FLOW_BOX, "min-children-per-line", N_DAYS, "max-children-per-line", N_DAYS,
                             "homogeneous", TRUE, "selection-mode", GTK_SELECTION_NONE, "column-spacing", 4,
                             "row-spacing", 4, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->days), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days of the month"), -1);
  g_signal_connect_object (self->days, "child-activated", G_CALLBACK (on_day), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->column), GTK_WIDGET (self->days));
}

/**
 * reknit_ritual_month_new:
 * @seats: the seats
 * @ritual: a ritual
 *
 * Returns: (transfer floating): the month that it is now
 */
GtkWidget *
reknit_ritual_month_new (ReknitSeats  *seats,
                         ReknitRitual *ritual)
{
  ReknitRitualMonth *self = g_object_new (REKNIT_TYPE_RITUAL_MONTH, NULL);
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());

  self->seats = g_object_ref (seats);
  self->ritual = g_object_ref (ritual);
  self->first = g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now), 1, 0, 0, 0);
  g_signal_connect_object (reknit_seats_get_store (seats), "changed", G_CALLBACK (update_days), self, G_CONNECT_SWAPPED);
  show_month (self);
  reknit_new_day_watch (self, G_CALLBACK (open_days));
  return GTK_WIDGET (self);
}
