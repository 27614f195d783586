#include "reknit-week-form.h"

#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-clash.h"
#include "reknit-clock.h"
#include "reknit-lead-picker.h"
#include "reknit-moment-row.h"
#include "reknit-month-view.h"
#include "reknit-occasion-lock.h"
#include "reknit-planner.h"
#include "reknit-repeat.h"
#include "reknit-template.h"
#include "reknit-toasts.h"
#include "reknit-week-text.h"

#define FIRST_HOUR 18
#define FOR_US "protected"
#define FOR_ME "own"

/**
 * ReknitWeekForm:
 *
 * A small form for time that is kept free. What can’t be is said below its fields; what stands in the way is said, too,
 * and hinders nobody.
 */
struct _ReknitWeekForm
{
  GtkWidget           parent_instance;

  ReknitSeats        *seats;
  ReknitOccasion     *occasion;
  ReknitPlan         *plan;
  ReknitPlanDetails  *details;
  GTimeSpan           length;
  gboolean            ready;
  gboolean            over_night;

  ReknitChoiceRow    *scope_row;
  ReknitChoiceRow    *kind_row;
  GtkWidget          *note_row;
  ReknitMomentRow    *starts_row;
  ReknitMomentRow    *ends_row;
  ReknitChoiceRow    *repeat_row;
  GtkLabel           *message_label;
  GtkWidget          *clash_box;
  GtkLabel           *clash_label;
  ReknitLeadPicker   *leads;
};

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitWeekForm, reknit_week_form, GTK_TYPE_WIDGET)

static ReknitStore *
get_store (ReknitWeekForm *self)
{
  return reknit_seats_get_store (self->seats);
}

static gboolean
is_for_one_time (ReknitWeekForm *self)
{
  return self->occasion != NULL && reknit_occasion_is_of_series (self->occasion)
         && g_strcmp0 (reknit_choice_row_get_choice (self->scope_row), "one") == 0;
}

static gboolean
is_for_me (ReknitWeekForm *self)
{
  return g_strcmp0 (reknit_choice_row_get_choice (self->kind_row), FOR_ME) == 0;
}

/* Midnight is the end of the day, not its beginning. */
static GDateTime *
dup_ends (ReknitWeekForm *self)
{
  GDateTime *starts = reknit_moment_row_get_moment (self->starts_row);
  GDateTime *ends = reknit_moment_row_get_moment (self->ends_row);
  int hour = g_date_time_get_hour (ends), minute = g_date_time_get_minute (ends);
  g_autoptr (GDateTime) midnight = g_date_time_new_utc (g_date_time_get_year (starts), g_date_time_get_month (starts),
                                                        g_date_time_get_day_of_month (starts), 0, 0, 0);

  if (self->over_night)
    return g_date_time_ref (ends);
  return g_date_time_add_minutes (midnight, hour == 0 && minute == 0 ? 24 * 60 : hour * 60 + minute);
}

static void
write_plan (ReknitWeekForm *self,
            ReknitPlan     *plan)
{
  ReknitPartner *me = reknit_seats_get_own_time_of (self->seats);
  gboolean own = is_for_me (self) && me != NULL;

  g_object_set (plan, "kind", own ? REKNIT_PLAN_KIND_OWN : REKNIT_PLAN_KIND_PROTECTED,
                "planner", own ? reknit_record_get_id (REKNIT_RECORD (me)) : (gint64) 0, NULL);
}

static ReknitOccasion *
preview (ReknitWeekForm *self)
{
  g_autoptr (ReknitPlan) plan = g_object_new (REKNIT_TYPE_PLAN, NULL);
  g_autoptr (GDateTime) ends = dup_ends (self);

  write_plan (self, plan);
  reknit_plan_set_time (plan, reknit_moment_row_get_moment (self->starts_row), ends, FALSE);
  return reknit_occasion_new_for_plan (plan);
}

static const char *
check_time (ReknitWeekForm *self)
{
  g_autoptr (GDateTime) ends = dup_ends (self);

  return g_date_time_compare (ends, reknit_moment_row_get_moment (self->starts_row)) <= 0
         ? _("It would be over before it begins. Choose a later end.") : NULL;
}

static void
show_message (ReknitWeekForm *self)
{
  const char *message = check_time (self);

  gtk_label_set_label (self->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->ends_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->ends_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->ends_row), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_clashes (ReknitWeekForm *self)
{
  g_autoptr (ReknitOccasion) occasion = preview (self);
  g_autoptr (GPtrArray) clashes = check_time (self) == NULL ? reknit_clashes_find (get_store (self), occasion)
                                                            : g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;

  for (guint i = clashes->len; i > 0; i--)
    if (reknit_occasion_get_plan (clashes->pdata[i - 1]) == self->plan)
      g_ptr_array_remove_index (clashes, i - 1);
  text = reknit_week_text_clash (occasion, clashes);
  gtk_label_set_label (self->clash_label, text);
  gtk_widget_set_visible (self->clash_box, *text != '\0');
}

static void
on_edited (ReknitWeekForm *self)
{
  gboolean single;

  if (!self->ready)
    return;
  single = is_for_one_time (self) || reknit_record_get_integer (self->plan, "series") != 0;
  gtk_widget_set_visible (GTK_WIDGET (self->repeat_row), !single);
  if (check_time (self) == NULL)
    {
      g_autoptr (GDateTime) ends = dup_ends (self);

      self->length = g_date_time_difference (ends, reknit_moment_row_get_moment (self->starts_row));
    }
  show_message (self);
  show_clashes (self);
}

/* Another beginning takes the end along, within the day. */
static void
on_starts (ReknitWeekForm *self)
{
  GDateTime *starts = reknit_moment_row_get_moment (self->starts_row);
  g_autoptr (GDateTime) ends = g_date_time_add (starts, self->length);

  if (self->ready)
    reknit_moment_row_set_moment (self->ends_row, ends);
  on_edited (self);
}

/* All times of a series move as far as the one that is shown. */
static void
write_time (ReknitWeekForm *self,
            ReknitPlan     *plan)
{
  GDateTime *starts = reknit_moment_row_get_moment (self->starts_row);
  g_autoptr (GDateTime) ends = dup_ends (self);
  g_autoptr (GDateTime) first = reknit_plan_get_starts (plan);
  g_autoptr (GDateTime) moved = NULL;
  g_autoptr (GDateTime) until = NULL;

  if (self->occasion == NULL || !reknit_plan_is_series (plan) || first == NULL)
    {
      reknit_plan_set_time (plan, starts, ends, FALSE);
      return;
    }
  moved = g_date_time_add (first, g_date_time_difference (starts, reknit_occasion_get_starts (self->occasion)));
  until = g_date_time_add (moved, g_date_time_difference (ends, starts));
  reknit_plan_set_time (plan, moved, until, FALSE);
}

static void
write_rule (ReknitWeekForm *self,
            ReknitPlan     *plan)
{
  g_autoptr (GDateTime) starts = reknit_plan_get_starts (plan);
  g_autofree char *rule = reknit_repeat_make_rule (reknit_choice_row_get_choice (self->repeat_row), starts);

  g_object_set (plan, "rule", rule, NULL);
}

static gboolean
save (ReknitStore  *store,
      gpointer      data,
      GError      **error)
{
  ReknitWeekForm *self = data;
  gboolean one = is_for_one_time (self);
  g_autoptr (GArray) leads = reknit_lead_picker_list (self->leads);
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note_row))));
  g_autoptr (ReknitPlan) plan =
    one ? reknit_planner_single_out (store, NULL, self->occasion, error) : g_object_ref (self->plan);
  g_autoptr (ReknitPlanDetails) details = NULL;

  if (plan == NULL)
    return FALSE;
  details = one ? reknit_plan_details_find (plan) : g_object_ref (self->details);
  write_plan (self, plan);
  write_time (self, plan);
  if (!one)
    write_rule (self, plan);
  g_object_set (details, "title", note, NULL);
  if (!reknit_planner_save (store, NULL, plan, details, (const int *) (gpointer) leads->data, leads->len, error))
    return FALSE;
  g_set_object (&self->plan, plan);
  return TRUE;
}

static void
on_save (ReknitWeekForm *self)
{
  g_autoptr (ReknitWeekForm) alive = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  const char *label = reknit_record_is_stored (REKNIT_RECORD (self->plan)) ? _("Change Time Kept Free") : _("Keep Time Free");

  if (check_time (self) != NULL)
    {
      gtk_widget_child_focus (GTK_WIDGET (self->ends_row), GTK_DIR_TAB_FORWARD);
      return;
    }
  if (reknit_store_transact (get_store (self), label, save, self, &error))
    g_signal_emit (self, signals[DONE], 0, self->plan);
  else
    reknit_toast (GTK_WIDGET (self), error->message);
}

static gboolean
reknit_week_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (REKNIT_WEEK_FORM (widget)->note_row);
}

static void
reknit_week_form_dispose (GObject *object)
{
  ReknitWeekForm *self = REKNIT_WEEK_FORM (object);

  self->ready = FALSE;
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_WEEK_FORM);
  g_clear_object (&self->occasion);
  g_clear_object (&self->plan);
  g_clear_object (&self->details);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_week_form_parent_class)->dispose (object);
}

static void
reknit_week_form_class_init (ReknitWeekFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_week_form_dispose;
  widget_class->grab_focus = reknit_week_form_grab_focus;
  signals[DONE] = g_signal_new ("done", REKNIT_TYPE_WEEK_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                REKNIT_TYPE_PLAN);
  g_type_ensure (REKNIT_TYPE_CHOICE_ROW);
  g_type_ensure (REKNIT_TYPE_MOMENT_ROW);
  g_type_ensure (REKNIT_TYPE_LEAD_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-week-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekForm, scope_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekForm, note_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekForm, starts_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekForm, ends_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekForm, repeat_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekForm, message_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekForm, clash_box);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekForm, clash_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitWeekForm, leads);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_starts);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
reknit_week_form_init (ReknitWeekForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->length = 2 * G_TIME_SPAN_HOUR;
  reknit_moment_row_set_time_only (self->ends_row, TRUE);
}

/* Without a seat there is nobody whose own time it could be. */
static void
add_choices (ReknitWeekForm *self)
{
  ReknitPartner *me = reknit_seats_get_own_time_of (self->seats);
  gboolean asks = self->occasion != NULL && reknit_occasion_is_of_series (self->occasion);

  reknit_choice_row_add (self->kind_row, FOR_US, C_("for whom", "Both of You"));
  if (me != NULL)
    reknit_choice_row_add (self->kind_row, FOR_ME, reknit_partner_get_name (me));
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), me != NULL);
  reknit_choice_row_add (self->scope_row, "one", C_("change of a series", "This Time Only"));
  reknit_choice_row_add (self->scope_row, "all", C_("change of a series", "All Times"));
  gtk_widget_set_visible (GTK_WIDGET (self->scope_row), asks);
  if (!asks)
    reknit_choice_row_set_choice (self->scope_row, "all");
}

static void
begin_new (ReknitWeekForm *self)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (reknit_clock_get_default ());
  g_autoptr (GDateTime) starts = g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now),
                                                      g_date_time_get_day_of_month (now), FIRST_HOUR, 0, 0);

  self->plan = g_object_new (REKNIT_TYPE_PLAN, "state", REKNIT_PLAN_STATE_PLANNED, NULL);
  self->details = reknit_plan_details_new ();
  reknit_repeat_fill (self->repeat_row, "", starts);
  reknit_week_form_set_time (self, starts, NULL);
}

static void
read_plan (ReknitWeekForm *self)
{
  g_autoptr (GDateTime) first = NULL;
  g_autoptr (GDateTime) last = NULL;
  g_autoptr (GArray) leads = NULL;
  const char *note;

  self->plan = g_object_ref (reknit_occasion_get_plan (self->occasion));
  self->details = reknit_occasion_get_details (self->occasion);
  first = reknit_plan_get_starts (self->plan);
  leads = reknit_plan_list_leads (self->plan);
  note = reknit_record_get_text (self->details, "title");
  reknit_choice_row_set_choice (self->kind_row, reknit_occasion_get_kind (self->occasion) == REKNIT_PLAN_KIND_OWN ? FOR_ME : FOR_US);
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), note != NULL ? note : "");
  reknit_repeat_fill (self->repeat_row, reknit_record_get_text (self->plan, "rule"), first);
  reknit_lead_picker_set (self->leads, leads);
  last = g_date_time_add_seconds (reknit_occasion_get_ends (self->occasion), -1);
  self->over_night = !reknit_days_equal (reknit_occasion_get_starts (self->occasion), last);
  reknit_moment_row_set_time_only (self->ends_row, !self->over_night);
  reknit_week_form_set_time (self, reknit_occasion_get_starts (self->occasion), reknit_occasion_get_ends (self->occasion));
}

/**
 * reknit_week_form_new:
 * @seats: the seats
 * @occasion: (nullable): what to change, which is open to who sits here; %NULL for something new
 *
 * Returns: (transfer floating): a form
 */
GtkWidget *
reknit_week_form_new (ReknitSeats    *seats,
                      ReknitOccasion *occasion)
{
  ReknitWeekForm *self = g_object_new (REKNIT_TYPE_WEEK_FORM, NULL);

  self->seats = g_object_ref (seats);
  g_set_object (&self->occasion, occasion);
  add_choices (self);
  if (occasion != NULL)
    read_plan (self);
  else
    begin_new (self);
  self->ready = TRUE;
  on_edited (self);
  return GTK_WIDGET (self);
}

/**
 * reknit_week_form_set_time:
 * @starts: local time
 * @ends: (nullable): local time; %NULL for as long as it was
 *
 * Sets from when to when.
 */
void
reknit_week_form_set_time (ReknitWeekForm *self,
                           GDateTime      *starts,
                           GDateTime      *ends)
{
  g_autoptr (GDateTime) until = ends != NULL ? g_date_time_ref (ends) : g_date_time_add (starts, self->length);

  reknit_moment_row_set_moment (self->starts_row, starts);
  reknit_moment_row_set_moment (self->ends_row, until);
  on_edited (self);
}
