#include "reknit-week-form-private.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-clash.h"
#include "reknit-clock.h"
#include "reknit-local-time.h"
#include "reknit-month-view.h"
#include "reknit-occasion-draft.h"
#include "reknit-occasion-lock.h"
#include "reknit-repeat.h"
#include "reknit-template.h"
#include "reknit-toasts.h"
#include "reknit-week-text.h"

#define FIRST_HOUR 18
#define DRAFT_FORM "week"

enum { PROP_0, PROP_SPAN, N_PROPS };
enum { DONE, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/**
 * ReknitWeekForm:
 *
 * A small form for time that is kept free. What can’t be is said below its fields; what stands in the way is said, too,
 * and hinders nobody. What is not saved yet is kept as a draft of whoever typed it.
 */
G_DEFINE_FINAL_TYPE (ReknitWeekForm, reknit_week_form, GTK_TYPE_WIDGET)

static ReknitStore *
get_store (ReknitWeekForm *self)
{
  return reknit_seats_get_store (self->seats);
}

static ReknitOccasion *
preview (ReknitWeekForm *self)
{
  g_autoptr (ReknitPlan) plan = g_object_new (REKNIT_TYPE_PLAN, NULL);
  g_autoptr (GDateTime) ends = reknit_week_form_dup_ends (self);

  reknit_week_form_write_plan (self, plan);
  reknit_plan_set_time (plan, reknit_moment_row_get_moment (self->starts_row), ends, FALSE);
  return reknit_occasion_new_for_plan (plan);
}

static const char *
check_time (ReknitWeekForm *self)
{
  g_autoptr (GDateTime) ends = reknit_week_form_dup_ends (self);

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

static gboolean
is_of_series (ReknitWeekForm *self)
{
  return self->occasion != NULL && reknit_occasion_is_of_series (self->occasion);
}

/* What is typed for all times of a series is kept as it holds for each of them. */
static char *
read_span (ReknitWeekForm *self)
{
  GDateTime *starts = reknit_moment_row_get_moment (self->starts_row);
  GDateTime *ends = reknit_moment_row_get_moment (self->ends_row);
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  if (is_of_series (self))
    return reknit_occasion_draft_write_shift (self->occasion, starts, ends, FALSE);
  from = reknit_local_time_to_string (starts);
  until = reknit_local_time_to_string (ends);
  return g_strconcat (from, " ", until, NULL);
}

static GDateTime *
parse_span (ReknitWeekForm  *self,
            const char      *span,
            GDateTime      **ends)
{
  g_auto (GStrv) times = NULL;
  GDateTime *starts;

  if (is_of_series (self))
    return reknit_occasion_draft_read_shift (self->occasion, span, ends, NULL);
  times = g_strsplit (span != NULL ? span : "", " ", 2);
  starts = reknit_local_time_parse (times[0]);
  *ends = starts != NULL ? reknit_local_time_parse (times[1]) : NULL;
  return starts;
}

static void
set_span (ReknitWeekForm *self,
          const char     *span)
{
  g_autoptr (GDateTime) ends = NULL;
  g_autoptr (GDateTime) starts = parse_span (self, span, &ends);

  if (ends != NULL)
    reknit_week_form_set_time (self, starts, ends);
}

static void
update_span (ReknitWeekForm *self)
{
  g_autofree char *span = read_span (self);

  if (g_strcmp0 (span, self->span) == 0)
    return;
  g_free (self->span);
  self->span = g_steal_pointer (&span);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPAN]);
}

static void
show_audience (ReknitWeekForm *self)
{
  g_autofree char *audience = reknit_seats_dup_own_time_audience (self->seats);
  gboolean own = g_strcmp0 (reknit_choice_row_get_choice (self->kind_row), REKNIT_WEEK_FORM_FOR_ME) == 0;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->kind_row), own ? audience : "");
}

static void
on_edited (ReknitWeekForm *self)
{
  gboolean single;

  if (!self->ready)
    return;
  single = reknit_week_form_is_for_one_time (self) || reknit_record_get_integer (self->plan, "series") != 0;
  gtk_widget_set_visible (GTK_WIDGET (self->repeat_row), !single);
  if (check_time (self) == NULL)
    {
      g_autoptr (GDateTime) ends = reknit_week_form_dup_ends (self);

      self->length = g_date_time_difference (ends, reknit_moment_row_get_moment (self->starts_row));
    }
  show_message (self);
  show_audience (self);
  show_clashes (self);
  update_span (self);
}

/* What is typed is kept where it belongs: with the one time, or with all of them. */
static void
on_scope (ReknitWeekForm *self)
{
  g_autofree char *form = NULL;

  on_edited (self);
  if (self->keeper == NULL)
    return;
  form = reknit_occasion_draft_make_form (self->occasion, DRAFT_FORM, reknit_week_form_is_for_one_time (self));
  reknit_draft_keeper_move (self->keeper, form);
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
  if (!reknit_store_transact (get_store (self), label, reknit_week_form_save, self, &error))
    {
      reknit_toast (GTK_WIDGET (self), error->message);
      return;
    }
  reknit_draft_keeper_drop (self->keeper);
  g_signal_emit (self, signals[DONE], 0, self->plan);
}

static gboolean
reknit_week_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (REKNIT_WEEK_FORM (widget)->note_row);
}

/* What others show, too, does not stay as it was filled in here and never saved. */
static void
revert (gpointer record)
{
  if (record != NULL && reknit_record_is_stored (REKNIT_RECORD (record)))
    reknit_record_revert (REKNIT_RECORD (record));
}

static void
reknit_week_form_dispose (GObject *object)
{
  ReknitWeekForm *self = REKNIT_WEEK_FORM (object);

  self->ready = FALSE;
  g_clear_object (&self->keeper);
  revert (self->plan);
  revert (self->details);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_WEEK_FORM);
  g_clear_object (&self->occasion);
  g_clear_object (&self->plan);
  g_clear_object (&self->details);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_week_form_parent_class)->dispose (object);
}

static void
reknit_week_form_finalize (GObject *object)
{
  g_free (REKNIT_WEEK_FORM (object)->span);
  G_OBJECT_CLASS (reknit_week_form_parent_class)->finalize (object);
}

static void
reknit_week_form_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SPAN: g_value_take_string (value, read_span (REKNIT_WEEK_FORM (object))); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_week_form_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SPAN: set_span (REKNIT_WEEK_FORM (object), g_value_get_string (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
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
  gtk_widget_class_bind_template_callback (widget_class, on_scope);
  gtk_widget_class_bind_template_callback (widget_class, on_starts);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
reknit_week_form_class_init (ReknitWeekFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_week_form_dispose;
  object_class->finalize = reknit_week_form_finalize;
  object_class->get_property = reknit_week_form_get_property;
  object_class->set_property = reknit_week_form_set_property;
  /* From when to when, as the draft keeps it. */
  properties[PROP_SPAN] = g_param_spec_string ("span", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  widget_class->grab_focus = reknit_week_form_grab_focus;
  signals[DONE] = g_signal_new ("done", REKNIT_TYPE_WEEK_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                REKNIT_TYPE_PLAN);
  bind_children (widget_class);
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
  gboolean asks = is_of_series (self);

  reknit_choice_row_add (self->kind_row, REKNIT_WEEK_FORM_FOR_US, C_("for whom", "Both of You"));
  if (me != NULL)
    reknit_choice_row_add (self->kind_row, REKNIT_WEEK_FORM_FOR_ME, reknit_partner_get_name (me));
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), me != NULL);
  reknit_choice_row_add (self->scope_row, "one", C_("change of a series", "This Time Only"));
  reknit_choice_row_add (self->scope_row, "all", C_("change of a series", "All Times"));
  gtk_widget_set_visible (GTK_WIDGET (self->scope_row), asks);
  if (!asks)
    reknit_choice_row_set_choice (self->scope_row, "all");
}

static void
begin_new (ReknitWeekForm *self,
           GDateTime      *at)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (reknit_clock_get_default ());
  g_autoptr (GDateTime) evening = g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now),
                                                       g_date_time_get_day_of_month (now), FIRST_HOUR, 0, 0);
  GDateTime *starts = at != NULL ? at : evening;

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
  reknit_choice_row_set_choice (self->kind_row, reknit_occasion_get_kind (self->occasion) == REKNIT_PLAN_KIND_OWN ? REKNIT_WEEK_FORM_FOR_ME : REKNIT_WEEK_FORM_FOR_US);
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), note != NULL ? note : "");
  reknit_repeat_fill (self->repeat_row, reknit_record_get_text (self->plan, "rule"), first);
  reknit_lead_picker_set (self->leads, leads);
  last = g_date_time_add_seconds (reknit_occasion_get_ends (self->occasion), -1);
  self->over_night = !reknit_days_equal (reknit_occasion_get_starts (self->occasion), last);
  reknit_moment_row_set_time_only (self->ends_row, !self->over_night);
  reknit_week_form_set_time (self, reknit_occasion_get_starts (self->occasion), reknit_occasion_get_ends (self->occasion));
}

static void
open_draft (ReknitWeekForm *self)
{
  g_autofree char *form = NULL;

  if (reknit_occasion_draft_is_for_all (self->seats, self->occasion, DRAFT_FORM))
    reknit_choice_row_set_choice (self->scope_row, "all");
  form = reknit_occasion_draft_make_form (self->occasion, DRAFT_FORM, reknit_week_form_is_for_one_time (self));
  self->keeper = reknit_draft_keeper_new (self->seats, form);
  reknit_draft_keeper_bind (self->keeper, "kind", self->kind_row, "choice");
  reknit_draft_keeper_bind (self->keeper, "note", self->note_row, "text");
  reknit_draft_keeper_bind (self->keeper, is_of_series (self) ? "shift" : "span", self, "span");
  reknit_draft_keeper_bind (self->keeper, "repeat", self->repeat_row, "choice");
  reknit_draft_keeper_bind (self->keeper, "leads", self->leads, "leads");
  reknit_draft_keeper_open (self->keeper, reknit_occasion_draft_get_subject (self->occasion));
}

/**
 * reknit_week_form_new:
 * @seats: the seats
 * @occasion: (nullable): what to change, which is open to who sits here; %NULL for something new
 * @starts: (nullable): local time when something new begins; %NULL for this evening
 *
 * Returns: (transfer floating): a form, with what was left in it
 */
GtkWidget *
reknit_week_form_new (ReknitSeats    *seats,
                      ReknitOccasion *occasion,
                      GDateTime      *starts)
{
  ReknitWeekForm *self = g_object_new (REKNIT_TYPE_WEEK_FORM, NULL);

  self->seats = g_object_ref (seats);
  g_set_object (&self->occasion, occasion);
  add_choices (self);
  if (occasion != NULL)
    read_plan (self);
  else
    begin_new (self, starts);
  self->ready = TRUE;
  on_edited (self);
  open_draft (self);
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
