#include "reknit-week-untold.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-clock.h"
#include "reknit-day-entry.h"
#include "reknit-local-time.h"
#include "reknit-occasion-list.h"
#include "reknit-occasion-text.h"
#include "reknit-plan-title.h"
#include "reknit-week-columns.h"
#include "reknit-wrap-box.h"

/**
 * ReknitWeekUntold:
 *
 * Asks about the last time for the two in a week that is over and not told of yet. It asks about one only, and goes when
 * nothing is left to ask about.
 */
struct _ReknitWeekUntold
{
  GtkWidget    parent_instance;

  ReknitSeats *seats;
  GtkWidget   *box;
  GtkWidget   *label;
  GtkWidget   *had;
  GtkWidget   *missed;
};

G_DEFINE_FINAL_TYPE (ReknitWeekUntold, reknit_week_untold, GTK_TYPE_WIDGET)

static ReknitOccasion *
find_last (ReknitWeekUntold *self,
           GDateTime        *first_day)
{
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  g_autoptr (GDateTime) until = g_date_time_add_days (first_day, REKNIT_WEEK_DAYS);
  g_autoptr (GPtrArray) occasions = reknit_occasions_between (reknit_seats_get_store (self->seats),
                                                              REKNIT_PLAN_KIND_BIT (REKNIT_PLAN_KIND_PROTECTED), first_day, until);

  for (guint i = occasions->len; i > 0; i--)
    if (g_date_time_compare (reknit_occasion_get_ends (occasions->pdata[i - 1]), now) <= 0
        && reknit_plan_get_state (reknit_occasion_get_plan (occasions->pdata[i - 1])) == REKNIT_PLAN_STATE_PLANNED)
      return g_object_ref (occasions->pdata[i - 1]);
  return NULL;
}

/**
 * reknit_week_untold_show:
 * @first_day: local time, the midnight that the week begins with
 *
 * Asks about that week.
 */
void
reknit_week_untold_show (ReknitWeekUntold *self,
                         GDateTime        *first_day)
{
  g_autoptr (ReknitOccasion) occasion = find_last (self, first_day);
  g_autofree char *title = NULL;
  g_autofree char *span = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), occasion != NULL);
  if (occasion == NULL)
    return;
  title = reknit_plan_dup_title (reknit_occasion_get_plan (occasion));
  span = reknit_occasion_text_span (occasion);
  /* Translators: asks about time that was kept free: “A walk, Friday 27 November, 20:00 – 23:00: did you have it?” */
  text = g_strdup_printf (_("%1$s, %2$s: did you have it?"), title, span);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->had), reknit_occasion_to_target (occasion));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->missed), reknit_occasion_to_target (occasion));
  /* Only now: an action that wants to know which time can’t be had without. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->had), "practice.had-time");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->missed), "practice.missed-time");
}

static void
reknit_week_untold_dispose (GObject *object)
{
  ReknitWeekUntold *self = REKNIT_WEEK_UNTOLD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_week_untold_parent_class)->dispose (object);
}

static void
reknit_week_untold_class_init (ReknitWeekUntoldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_week_untold_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
reknit_week_untold_init (ReknitWeekUntold *self)
{
  self->box = g_object_new (REKNIT_TYPE_WRAP_BOX, "spacing", 6, NULL);
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  self->had = gtk_button_new_with_label (_("Had"));
  self->missed = gtk_button_new_with_label (_("Did Not Happen"));
  reknit_wrap_box_append (REKNIT_WRAP_BOX (self->box), self->label);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (self->box), self->had);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (self->box), self->missed);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * reknit_week_untold_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): a question about no week yet
 */
GtkWidget *
reknit_week_untold_new (ReknitSeats *seats)
{
  ReknitWeekUntold *self = g_object_new (REKNIT_TYPE_WEEK_UNTOLD, "visible", FALSE, NULL);

  self->seats = g_object_ref (seats);
  return GTK_WIDGET (self);
}
