#include "reknit-week-page-private.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-clock.h"
#include "reknit-plan-export.h"
#include "reknit-tools.h"
#include "reknit-week.h"
#include "reknit-week-aim.h"
#include "reknit-week-hours.h"
#include "reknit-week-text.h"
#include "reknit-week-untold.h"
#include "reknit-wrap-box.h"

/**
 * ReknitWeekPage:
 *
 * The week of the two: time that they keep free for one another or for themselves among all else that is planned, and how
 * many hours of it they would like.
 */
G_DEFINE_FINAL_TYPE (ReknitWeekPage, reknit_week_page, REKNIT_TYPE_PRACTICE_PAGE)

static ReknitSeats *
get_seats (ReknitWeekPage *self)
{
  return reknit_practice_page_get_seats (REKNIT_PRACTICE_PAGE (self));
}

static void
show_week (ReknitWeekPage *self)
{
  GDateTime *first_day = reknit_week_view_get_first_day (self->week);
  g_autofree char *title = reknit_week_text_title (first_day);
  g_autoptr (GDateTime) now = reknit_clock_local_now (reknit_clock_get_default ());
  g_autoptr (GDateTime) this_week = reknit_week_begin (now);
  GAction *action = g_action_map_lookup_action (reknit_practice_page_get_actions (REKNIT_PRACTICE_PAGE (self)), "this-week");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), !g_date_time_equal (first_day, this_week));
  gtk_label_set_label (self->title, title);
  reknit_week_aim_show (REKNIT_WEEK_AIM (self->aim), first_day);
  reknit_week_untold_show (REKNIT_WEEK_UNTOLD (self->untold), first_day);
}

static void
on_store_changed (ReknitWeekPage  *self,
                  ReknitChangeSet *changes)
{
  static const char *const tables[] = { "weekly_aim", "unplugged", "partner" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (reknit_change_set_is_everything (changes) || reknit_change_set_has_table (changes, tables[i]))
      {
        show_week (self);
        return;
      }
}

/* What may be changed here is another matter in another seat. */
static void
reknit_week_page_seat_changed (ReknitPracticePage *page)
{
  ReknitWeekPage *self = REKNIT_WEEK_PAGE (page);

  reknit_practice_page_pop_all (page);
  reknit_week_view_refresh (self->week);
}

static void
reknit_week_page_open_subject (ReknitPracticePage *page,
                               const char         *table,
                               gint64              id)
{
  ReknitWeekPage *self = REKNIT_WEEK_PAGE (page);
  g_autoptr (ReknitPlan) plan =
    g_str_equal (table, "plan") ? reknit_store_find (reknit_practice_page_get_store (page), REKNIT_TYPE_PLAN, id) : NULL;
  g_autoptr (GDateTime) starts = plan != NULL ? reknit_plan_get_starts (plan) : NULL;

  if (starts != NULL)
    reknit_week_view_show_day (self->week, starts);
}

static GtkWidget *
add_button (ReknitWeekPage *self,
            const char     *label,
            const char     *icon_name,
            const char     *action)
{
  GtkWidget *button = icon_name != NULL ? gtk_button_new_from_icon_name (icon_name) : gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (icon_name != NULL)
    {
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  reknit_wrap_box_append (REKNIT_WRAP_BOX (self->bar), button);
  return button;
}

static void
fill_bar (ReknitWeekPage *self)
{
  GtkWidget *keep;

  add_button (self, _("Previous Week"), "go-previous-symbolic", "practice.previous-week");
  add_button (self, _("Next Week"), "go-next-symbolic", "practice.next-week");
  add_button (self, _("This Week"), NULL, "practice.this-week");
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-4");
  reknit_wrap_box_append (REKNIT_WRAP_BOX (self->bar), GTK_WIDGET (self->title));
  keep = add_button (self, _("Keep Time Free"), NULL, "practice.keep-time-form");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (keep), "s", "");
  gtk_widget_add_css_class (keep, "suggested-action");
}

static void
reknit_week_page_constructed (GObject *object)
{
  ReknitWeekPage *self = REKNIT_WEEK_PAGE (object);

  G_OBJECT_CLASS (reknit_week_page_parent_class)->constructed (object);

  reknit_week_page_add_actions (self);
  self->hand_over = reknit_plan_export_make_hand_over (reknit_practice_page_get_store (REKNIT_PRACTICE_PAGE (self)));
  fill_bar (self);
  self->aim = reknit_week_aim_new (get_seats (self));
  self->week = REKNIT_WEEK_VIEW (reknit_week_view_new (get_seats (self)));
  gtk_widget_set_vexpand (GTK_WIDGET (self->week), TRUE);
  self->untold = reknit_week_untold_new (get_seats (self));
  gtk_box_append (self->content, self->aim);
  gtk_box_append (self->content, self->untold);
  gtk_box_append (self->content, GTK_WIDGET (self->week));
  reknit_practice_page_set_child (REKNIT_PRACTICE_PAGE (self), self->view);
  g_signal_connect_object (self->week, "changed", G_CALLBACK (show_week), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reknit_seats_get_store (get_seats (self)), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  show_week (self);
}

static void
reknit_week_page_dispose (GObject *object)
{
  ReknitWeekPage *self = REKNIT_WEEK_PAGE (object);

  reknit_practice_page_set_child (REKNIT_PRACTICE_PAGE (self), NULL);
  g_clear_object (&self->hand_over);
  G_OBJECT_CLASS (reknit_week_page_parent_class)->dispose (object);
}

static void
reknit_week_page_class_init (ReknitWeekPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = reknit_week_page_constructed;
  object_class->dispose = reknit_week_page_dispose;
  REKNIT_PRACTICE_PAGE_CLASS (klass)->open_subject = reknit_week_page_open_subject;
  REKNIT_PRACTICE_PAGE_CLASS (klass)->seat_changed = reknit_week_page_seat_changed;
  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-week-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekPage, view);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekPage, content);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekPage, bar);
}

static void
reknit_week_page_init (ReknitWeekPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_week_page_get_view:
 *
 * Returns: (transfer none): the week that it shows
 */
ReknitWeekView *
reknit_week_page_get_view (ReknitWeekPage *self)
{
  return self->week;
}

static char *
describe (ReknitSeats    *seats,
          ReknitPractice *practice)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (reknit_clock_get_default ());
  g_autoptr (GDateTime) first_day = reknit_week_begin (now);
  ReknitWeekHours hours = reknit_week_hours_measure (reknit_seats_get_store (seats), first_day);

  return reknit_week_text_card (&hours);
}

/**
 * reknit_week_page_register:
 *
 * Makes the page the one that works the tool "week-planner".
 */
void
reknit_week_page_register (void)
{
  reknit_tools_register ("week-planner", REKNIT_TYPE_WEEK_PAGE);
  reknit_tools_register_live_line ("week-planner", describe);
}
