#include "reknit-plan-page.h"

#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-afterwards.h"
#include "reknit-clash.h"
#include "reknit-clock.h"
#include "reknit-day-button.h"
#include "reknit-day-entry.h"
#include "reknit-local-time.h"
#include "reknit-money.h"
#include "reknit-month-view.h"
#include "reknit-occasion-list.h"
#include "reknit-occasion-lock.h"
#include "reknit-occasion-text.h"
#include "reknit-plan-title.h"
#include "reknit-planner.h"
#include "reknit-recurrence.h"
#include "reknit-surprise.h"
#include "reknit-task-list.h"
#include "reknit-template.h"
#include "reknit-toasts.h"
#include "reknit-wrap-box.h"

/* Nothing shorter lasts until the next day’s morning on purpose. */
#define NIGHT (12 * G_TIME_SPAN_HOUR)

/**
 * ReknitPlanPage:
 *
 * One plan: all that is known of it, what is to be got ready, and what can be done with it.
 */
struct _ReknitPlanPage
{
  GtkWidget       parent_instance;

  ReknitSeats    *seats;
  ReknitOccasion *occasion;
  guint           update_source;

  GtkWidget      *column;
  GtkImage       *icon;
  GtkLabel       *kind_label;
  GtkLabel       *title_label;
  GtkLabel       *when_label;
  GtkLabel       *facts_label;
  GtkLabel       *lock_label;
  GtkWidget      *clash_box;
  GtkLabel       *clash_label;
  GtkWidget      *surprise_box;
  GtkLabel       *surprise_label;
  GtkWidget      *tell_button;
  GtkLabel       *notes_label;
  GtkBox         *lists;
  ReknitTaskList *ready;
  ReknitTaskList *packing;
  GtkWidget      *afterwards;
  ReknitWrapBox  *buttons;
  GtkWidget      *edit_button;
  GtkWidget      *done_button;
  GtkWidget      *again_button;
  GtkWidget      *call_off_button;
  GtkWidget      *calendar_button;
  GtkWidget      *export_button;
};

enum { GONE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitPlanPage, reknit_plan_page, GTK_TYPE_WIDGET)

static ReknitStore *
get_store (ReknitPlanPage *self)
{
  return reknit_seats_get_store (self->seats);
}

static gboolean
is_done (ReknitPlanPage *self)
{
  return reknit_plan_get_state (reknit_occasion_get_plan (self->occasion)) == REKNIT_PLAN_STATE_DONE;
}

static gboolean
has_begun (ReknitPlanPage *self)
{
  ReknitClock *clock = reknit_clock_get_default ();
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (clock);

  return reknit_time_resolve_local (reknit_occasion_get_starts (self->occasion), zone) <= reknit_clock_now (clock);
}

static char *
say_rule (ReknitOccasion *occasion)
{
  ReknitPlan *plan = reknit_occasion_get_plan (occasion);
  g_autoptr (ReknitRecurrence) recurrence =
    reknit_recurrence_new (reknit_record_get_text (plan, "starts"), reknit_record_get_text (plan, "rule"), NULL);

  return recurrence != NULL && reknit_plan_is_series (plan) ? reknit_recurrence_describe (recurrence) : g_strdup ("");
}

static char *
say_money (ReknitPlanDetails *details)
{
  gint64 budget = details != NULL ? reknit_record_get_integer (details, "budget") : REKNIT_MONEY_NONE;
  gint64 spent = details != NULL ? reknit_record_get_integer (details, "spent") : REKNIT_MONEY_NONE;
  g_autofree char *budget_text = reknit_money_format (budget);
  g_autofree char *spent_text = reknit_money_format (spent);

  if (spent >= 0 && budget >= 0)
    /* Translators: of a date: what was spent and what was planned to be: “45 of 60 spent” */
    return g_strdup_printf (_("%1$s of %2$s spent"), spent_text, budget_text);
  if (spent >= 0)
    return g_strdup_printf (_("%s spent"), spent_text);
  return budget >= 0 ? g_strdup_printf (_("Budget: %s"), budget_text) : g_strdup ("");
}

static void
show_facts (ReknitPlanPage    *self,
            ReknitPlanDetails *details)
{
  g_autofree char *planner = reknit_occasion_text_planner (self->seats, self->occasion);
  g_autofree char *rule = say_rule (self->occasion);
  g_autofree char *money = say_money (details);
  const char *place = details != NULL ? reknit_record_get_text (details, "place") : NULL;
  char *pieces[] = { (char *) (place != NULL ? place : ""), planner, rule, money, NULL };
  g_autofree char *facts = reknit_occasion_text_join (pieces, " · ");

  gtk_label_set_label (self->facts_label, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts_label), *facts != '\0');
}

static void
show_clashes (ReknitPlanPage *self)
{
  g_autoptr (GPtrArray) clashes = is_done (self) ? g_ptr_array_new () : reknit_clashes_find (get_store (self), self->occasion);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < clashes->len; i++)
    {
      g_autofree char *title = reknit_plan_dup_title (reknit_occasion_get_plan (clashes->pdata[i]));

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", title);
    }
  text = g_strdup_printf (_("At the same time: %s"), names->str);
  gtk_label_set_label (self->clash_label, text);
  gtk_widget_set_visible (self->clash_box, names->len > 0);
}

static void
show_surprise (ReknitPlanPage    *self,
               ReknitPlanDetails *details)
{
  gboolean surprise = reknit_occasion_is_surprise (self->occasion);
  ReknitPartner *planner = reknit_seats_find (self->seats, reknit_occasion_get_planner (self->occasion));
  ReknitPartner *me = reknit_seats_get_current (self->seats);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->surprise_box, surprise);
  gtk_widget_set_visible (self->tell_button, details != NULL);
  if (!surprise)
    return;
  if (details == NULL)
    text = planner != NULL && planner != me
           /* Translators: %s is a partner’s name */
           ? g_strdup_printf (_("%s has planned it, and tells what it is when it is time."), reknit_partner_get_name (planner))
           : g_strdup (_("What it is can be read in the seat of who planned it."));
  else if (me != NULL && !reknit_seats_needs_passphrase (self->seats, me))
    text = g_strdup (_("Only you can read what it is. Without a passphrase it is hidden, not sealed."));
  else
    text = g_strdup (_("Only you can read what it is. It is sealed until you tell."));
  gtk_label_set_label (self->surprise_label, text);
}

/* With a night in it; what only ends late is none. */
static gboolean
is_getaway (ReknitOccasion *occasion)
{
  GDateTime *starts = reknit_occasion_get_starts (occasion);
  GDateTime *ends = reknit_occasion_get_ends (occasion);
  GTimeSpan length = g_date_time_difference (ends, starts);

  return length > G_TIME_SPAN_DAY || (length > NIGHT && !reknit_days_equal (starts, ends) && !reknit_occasion_is_all_day (occasion));
}

static void
show_lists (ReknitPlanPage *self,
            gboolean        readable)
{
  ReknitPlanKind kind = reknit_occasion_get_kind (self->occasion);
  gboolean has_lists = readable && kind != REKNIT_PLAN_KIND_SPECIAL_DAY && kind != REKNIT_PLAN_KIND_PROTECTED
                       && kind != REKNIT_PLAN_KIND_OWN;

  gtk_widget_set_visible (GTK_WIDGET (self->ready), has_lists);
  gtk_widget_set_visible (GTK_WIDGET (self->packing), has_lists && is_getaway (self->occasion));
  reknit_task_list_set_occasion (self->ready, self->occasion);
  reknit_task_list_set_occasion (self->packing, self->occasion);
}

/* Stays while it is there: somebody may be writing in it. */
static void
show_afterwards (ReknitPlanPage *self,
                 gboolean        readable)
{
  gboolean shown = readable && is_done (self) && !reknit_occasion_is_surprise (self->occasion);

  if (shown == (self->afterwards != NULL))
    return;
  if (shown)
    {
      self->afterwards = reknit_afterwards_new (self->seats, reknit_occasion_get_plan (self->occasion));
      gtk_box_prepend (self->lists, self->afterwards);
    }
  else
    {
      gtk_box_remove (self->lists, self->afterwards);
      self->afterwards = NULL;
    }
}

static void
show_buttons (ReknitPlanPage *self,
              gboolean        readable)
{
  ReknitPlanKind kind = reknit_occasion_get_kind (self->occasion);
  gboolean date = kind == REKNIT_PLAN_KIND_DATE || kind == REKNIT_PLAN_KIND_CLOSENESS;
  gboolean open = !reknit_occasion_is_locked (self->occasion, self->seats);

  gtk_widget_set_visible (self->edit_button, readable && open);
  gtk_widget_set_visible (self->call_off_button, reknit_occasion_may_be_called_off (self->occasion, self->seats));
  gtk_widget_set_visible (self->done_button, date && open && !is_done (self) && has_begun (self));
  gtk_widget_set_visible (self->again_button, date && readable);
  gtk_button_set_label (GTK_BUTTON (self->call_off_button), kind == REKNIT_PLAN_KIND_SPECIAL_DAY || is_done (self)
                                                            ? _("Delete") : _("Call Off"));
}

static void
show_all (ReknitPlanPage *self)
{
  g_autoptr (ReknitPlanDetails) found = reknit_occasion_get_details (self->occasion);
  ReknitPlanDetails *details = found != NULL && reknit_record_is_readable (REKNIT_RECORD (found)) ? found : NULL;
  g_autofree char *title = reknit_plan_dup_title (reknit_occasion_get_plan (self->occasion));
  g_autofree char *when = reknit_occasion_text_span (self->occasion);
  g_autofree char *lock = reknit_occasion_text_lock (self->occasion, self->seats);
  const char *notes = details != NULL ? reknit_record_get_text (details, "notes") : NULL;

  gtk_image_set_from_icon_name (self->icon, reknit_occasion_text_icon_name (self->occasion));
  gtk_label_set_label (self->kind_label, reknit_plan_kind_get_title (reknit_occasion_get_kind (self->occasion)));
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->when_label, when);
  gtk_label_set_label (self->lock_label, lock);
  gtk_widget_set_visible (GTK_WIDGET (self->lock_label), *lock != '\0');
  gtk_label_set_label (self->notes_label, notes != NULL ? notes : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notes_label), notes != NULL && *notes != '\0');
  show_facts (self, details);
  show_clashes (self);
  show_surprise (self, details);
  show_lists (self, details != NULL);
  show_afterwards (self, details != NULL);
  show_buttons (self, details != NULL);
}

static gboolean
on_idle (gpointer data)
{
  g_autoptr (ReknitPlanPage) self = g_object_ref (data);
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
on_changed (ReknitPlanPage *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

static void
on_tell (ReknitPlanPage *self)
{
  g_autoptr (GError) error = NULL;

  if (reknit_surprise_tell (get_store (self), _("Tell What Is Planned"), reknit_occasion_get_plan (self->occasion), &error))
    reknit_toast_undo (GTK_WIDGET (self), _("Both of you can read it now"));
  else
    reknit_toast (GTK_WIDGET (self), error->message);
}

static void
on_edit (ReknitPlanPage *self)
{
  reknit_occasion_activate (GTK_WIDGET (self), "planner.edit", self->occasion);
}

static void
on_call_off (ReknitPlanPage *self)
{
  reknit_occasion_activate (GTK_WIDGET (self), "planner.call-off", self->occasion);
}

static void
on_done (ReknitPlanPage *self)
{
  g_autoptr (GError) error = NULL;

  if (reknit_planner_set_state (get_store (self), _("Mark as Done"), self->occasion, REKNIT_PLAN_STATE_DONE, &error))
    reknit_toast_undo (GTK_WIDGET (self), _("Marked as done"));
  else
    reknit_toast (GTK_WIDGET (self), error->message);
}

/* At the same time of day as it was. */
static void
on_again (ReknitPlanPage *self,
          GDateTime      *day)
{
  GDateTime *before = reknit_occasion_get_starts (self->occasion);
  g_autoptr (GDateTime) starts = g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day),
                                                      g_date_time_get_day_of_month (day), g_date_time_get_hour (before),
                                                      g_date_time_get_minute (before), 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitPlan) plan = reknit_planner_repeat (get_store (self), _("Do It Again"),
                                                       reknit_occasion_get_plan (self->occasion), starts, &error);
  g_autoptr (ReknitOccasion) again = plan != NULL ? reknit_occasion_new_for_plan (plan) : NULL;
  g_autofree char *name = reknit_occasion_text_day (starts);
  /* Translators: %s is a day: “Friday 4 December” */
  g_autofree char *text = g_strdup_printf (_("Planned again for %s"), name);
  GtkWidget *overlay;

  if (plan == NULL)
    {
      reknit_toast (GTK_WIDGET (self), error->message);
      return;
    }
  /* The other page takes the place of this one, and the toast stands over the window. */
  overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  reknit_occasion_activate (GTK_WIDGET (self), "planner.open", again);
  if (overlay != NULL)
    reknit_toast_undo (overlay, text);
}

static void
reknit_plan_page_dispose (GObject *object)
{
  ReknitPlanPage *self = REKNIT_PLAN_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_PLAN_PAGE);
  g_clear_object (&self->occasion);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_plan_page_parent_class)->dispose (object);
}

static void
reknit_plan_page_class_init (ReknitPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_plan_page_dispose;
  signals[GONE] = g_signal_new ("gone", REKNIT_TYPE_PLAN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanPage, column);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanPage, icon);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanPage, kind_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanPage, when_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanPage, facts_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanPage, lock_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanPage, clash_box);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanPage, clash_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanPage, surprise_box);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanPage, surprise_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanPage, tell_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanPage, notes_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanPage, lists);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanPage, buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_tell);
}

static GtkWidget *
add_button (ReknitPlanPage *self,
            const char     *label,
            GCallback       clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  reknit_wrap_box_append (self->buttons, button);
  return button;
}

static void
reknit_plan_page_init (ReknitPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->edit_button = add_button (self, _("Edit"), G_CALLBACK (on_edit));
  self->done_button = add_button (self, _("Mark as Done"), G_CALLBACK (on_done));
  self->call_off_button = add_button (self, _("Call Off"), G_CALLBACK (on_call_off));
  self->again_button = reknit_day_button_new (_("Do It Again"));
  g_object_set (self->again_button, "hour", 23, "wordy", TRUE, NULL);
  g_signal_connect_swapped (self->again_button, "chosen", G_CALLBACK (on_again), self);
  reknit_wrap_box_append (self->buttons, self->again_button);
  self->calendar_button = gtk_button_new_with_label (_("Add to Calendar"));
  self->export_button = gtk_button_new_with_label (_("Export…"));
  reknit_wrap_box_append (self->buttons, self->calendar_button);
  reknit_wrap_box_append (self->buttons, self->export_button);
}

static void
aim (ReknitPlanPage *self)
{
  gint64 id = reknit_record_get_id (REKNIT_RECORD (reknit_occasion_get_plan (self->occasion)));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->calendar_button), "x", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->export_button), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->calendar_button), "planner.hand-over");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->export_button), "planner.export");
}

/**
 * reknit_plan_page_new:
 * @seats: the seats
 * @occasion: what takes place
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
reknit_plan_page_new (ReknitSeats    *seats,
                      ReknitOccasion *occasion)
{
  ReknitPlanPage *self = g_object_new (REKNIT_TYPE_PLAN_PAGE, NULL);

  self->seats = g_object_ref (seats);
  self->occasion = g_object_ref (occasion);
  self->ready = REKNIT_TASK_LIST (reknit_task_list_new (seats, REKNIT_PLAN_LIST_READY, _("Things to Get Ready"),
                                                        _("One More Thing to Get Ready")));
  self->packing = REKNIT_TASK_LIST (reknit_task_list_new (seats, REKNIT_PLAN_LIST_PACKING, _("Packing List"),
                                                          _("One More Thing to Pack")));
  gtk_box_append (self->lists, GTK_WIDGET (self->ready));
  gtk_box_append (self->lists, GTK_WIDGET (self->packing));
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  aim (self);
  show_all (self);
  return GTK_WIDGET (self);
}

/**
 * reknit_plan_page_get_occasion:
 *
 * Returns: (transfer none): what it shows
 */
ReknitOccasion *
reknit_plan_page_get_occasion (ReknitPlanPage *self)
{
  return self->occasion;
}
