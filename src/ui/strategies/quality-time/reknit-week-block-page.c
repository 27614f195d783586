#include "reknit-week-block-page.h"

#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-clash.h"
#include "reknit-clock.h"
#include "reknit-day-entry.h"
#include "reknit-local-time.h"
#include "reknit-occasion-list.h"
#include "reknit-occasion-lock.h"
#include "reknit-occasion-text.h"
#include "reknit-plan-title.h"
#include "reknit-recurrence.h"
#include "reknit-template.h"
#include "reknit-week-text.h"
#include "reknit-wrap-box.h"

/**
 * ReknitWeekBlockPage:
 *
 * Time that is kept free: when it is and for whom, and what can be done with it.
 */
struct _ReknitWeekBlockPage
{
  GtkWidget       parent_instance;

  ReknitSeats    *seats;
  ReknitOccasion *occasion;
  guint           update_source;

  GtkImage       *icon;
  GtkLabel       *whose_label;
  GtkLabel       *title_label;
  GtkLabel       *when_label;
  GtkLabel       *facts_label;
  GtkWidget      *clash_box;
  GtkLabel       *clash_label;
  GtkLabel       *lock_label;
  GtkLabel       *notes_label;
  ReknitWrapBox  *buttons;
  GtkWidget      *edit_button;
  GtkWidget      *had_button;
  GtkWidget      *missed_button;
  GtkWidget      *untold_button;
  GtkWidget      *calendar_button;
  GtkWidget      *export_button;
  GtkWidget      *delete_button;
  GtkWidget      *series_button;
};

enum { GONE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitWeekBlockPage, reknit_week_block_page, GTK_TYPE_WIDGET)

static ReknitStore *
get_store (ReknitWeekBlockPage *self)
{
  return reknit_seats_get_store (self->seats);
}

static void
say (GtkLabel   *label,
     const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static const char *
say_state (ReknitPlan *plan)
{
  switch (reknit_plan_get_state (plan))
    {
    case REKNIT_PLAN_STATE_DONE: return _("You had it.");
    case REKNIT_PLAN_STATE_MISSED: return _("It did not happen.");
    case REKNIT_PLAN_STATE_PLANNED:
    case REKNIT_PLAN_STATE_CANCELLED:
    default: return "";
    }
}

static char *
say_facts (ReknitWeekBlockPage *self)
{
  ReknitPlan *plan = reknit_occasion_get_plan (self->occasion);
  g_autoptr (ReknitRecurrence) recurrence = NULL;
  g_autofree char *rule = NULL;
  const char *state = say_state (plan);

  if (reknit_plan_is_series (plan))
    recurrence = reknit_recurrence_new (reknit_record_get_text (plan, "starts"), reknit_record_get_text (plan, "rule"), NULL);
  rule = recurrence != NULL ? reknit_recurrence_describe (recurrence) : g_strdup ("");
  return reknit_occasion_text_join ((char *[]) { rule, (char *) state, NULL }, " · ");
}

static void
show_buttons (ReknitWeekBlockPage *self)
{
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  gboolean open = !reknit_occasion_is_locked (self->occasion, self->seats);
  gboolean begun = g_date_time_compare (reknit_occasion_get_starts (self->occasion), now) <= 0;
  ReknitPlanState state = reknit_plan_get_state (reknit_occasion_get_plan (self->occasion));
  gboolean missed = state == REKNIT_PLAN_STATE_MISSED;
  gboolean told = reknit_week_is_told_of (self->occasion);

  gtk_widget_set_visible (self->edit_button, open && !missed);
  gtk_widget_set_visible (self->had_button, told && open && begun && state != REKNIT_PLAN_STATE_DONE);
  gtk_widget_set_visible (self->missed_button, told && open && begun && !missed);
  gtk_widget_set_visible (self->untold_button, told && open && state != REKNIT_PLAN_STATE_PLANNED);
  gtk_widget_set_visible (self->calendar_button, !missed);
  gtk_widget_set_visible (self->export_button, !missed);
  gtk_widget_set_visible (self->delete_button, open);
  gtk_widget_set_visible (self->series_button, open && reknit_occasion_is_of_series (self->occasion));
}

static void
aim_buttons (ReknitWeekBlockPage *self)
{
  GtkWidget *by_time[] = { self->edit_button, self->had_button, self->missed_button, self->untold_button, self->delete_button };
  gint64 id = reknit_record_get_id (REKNIT_RECORD (reknit_occasion_get_plan (self->occasion)));

  for (guint i = 0; i < G_N_ELEMENTS (by_time); i++)
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (by_time[i]), reknit_occasion_to_target (self->occasion));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->calendar_button), "x", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->export_button), "x", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->series_button), "x", id);
}

static void
show_all (ReknitWeekBlockPage *self)
{
  g_autoptr (ReknitPlanDetails) details = reknit_occasion_get_details (self->occasion);
  g_autoptr (GPtrArray) clashes = reknit_clashes_find (get_store (self), self->occasion);
  g_autofree char *whose = reknit_week_text_whose (self->seats, self->occasion);
  g_autofree char *title = reknit_plan_dup_title (reknit_occasion_get_plan (self->occasion));
  g_autofree char *when = reknit_occasion_text_span (self->occasion);
  g_autofree char *facts = say_facts (self);
  g_autofree char *clash = reknit_week_text_clash (self->occasion, clashes);
  g_autofree char *lock = reknit_occasion_text_lock (self->occasion, self->seats);

  gtk_image_set_from_icon_name (self->icon, reknit_occasion_text_icon_name (self->occasion));
  say (self->whose_label, whose);
  say (self->title_label, title);
  say (self->when_label, when);
  say (self->facts_label, facts);
  say (self->clash_label, clash);
  gtk_widget_set_visible (self->clash_box, *clash != '\0');
  say (self->lock_label, lock);
  say (self->notes_label, details != NULL && reknit_record_is_readable (REKNIT_RECORD (details))
                          ? reknit_record_get_text (details, "notes") : NULL);
  show_buttons (self);
  aim_buttons (self);
}

static gboolean
on_idle (gpointer data)
{
  g_autoptr (ReknitWeekBlockPage) self = g_object_ref (data);
  ReknitOccasion *before = self->occasion;
  g_autoptr (ReknitOccasion) now =
    reknit_occasions_find (get_store (self), reknit_record_get_id (REKNIT_RECORD (reknit_occasion_get_plan (before))),
                           reknit_occasion_get_starts (before));

  self->update_source = 0;
  if (now == NULL)
    {
      g_signal_emit (self, signals[GONE], 0);
      return G_SOURCE_REMOVE;
    }
  g_set_object (&self->occasion, now);
  show_all (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (ReknitWeekBlockPage *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

static void
reknit_week_block_page_dispose (GObject *object)
{
  ReknitWeekBlockPage *self = REKNIT_WEEK_BLOCK_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_WEEK_BLOCK_PAGE);
  g_clear_object (&self->occasion);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_week_block_page_parent_class)->dispose (object);
}

static void
reknit_week_block_page_class_init (ReknitWeekBlockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_week_block_page_dispose;
  signals[GONE] = g_signal_new ("gone", REKNIT_TYPE_WEEK_BLOCK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-week-block-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekBlockPage, icon);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekBlockPage, whose_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekBlockPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekBlockPage, when_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekBlockPage, facts_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekBlockPage, clash_box);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekBlockPage, clash_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekBlockPage, lock_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekBlockPage, notes_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekBlockPage, buttons);
}

static GtkWidget *
add_button (ReknitWeekBlockPage *self,
            const char          *label,
            const char          *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  reknit_wrap_box_append (self->buttons, button);
  return button;
}

static void
reknit_week_block_page_init (ReknitWeekBlockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->had_button = add_button (self, _("Had"), "practice.had-time");
  self->missed_button = add_button (self, _("Did Not Happen"), "practice.missed-time");
  self->untold_button = add_button (self, _("Take It Back"), "practice.untell-time");
  self->edit_button = add_button (self, _("Edit"), "practice.edit-time");
  self->calendar_button = add_button (self, _("Add to Calendar"), "practice.hand-over");
  self->export_button = add_button (self, _("Export…"), "practice.export");
  self->delete_button = add_button (self, _("Delete"), "practice.remove-time");
  self->series_button = add_button (self, _("Delete All Times"), "practice.remove-series");
  gtk_widget_add_css_class (self->had_button, "suggested-action");
}

/**
 * reknit_week_block_page_new:
 * @seats: the seats
 * @occasion: time that is kept free
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
reknit_week_block_page_new (ReknitSeats    *seats,
                            ReknitOccasion *occasion)
{
  ReknitWeekBlockPage *self = g_object_new (REKNIT_TYPE_WEEK_BLOCK_PAGE, NULL);

  self->seats = g_object_ref (seats);
  self->occasion = g_object_ref (occasion);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  show_all (self);
  return GTK_WIDGET (self);
}

/**
 * reknit_week_block_page_get_occasion:
 *
 * Returns: (transfer none): what it shows
 */
ReknitOccasion *
reknit_week_block_page_get_occasion (ReknitWeekBlockPage *self)
{
  return self->occasion;
}
