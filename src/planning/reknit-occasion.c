#include "reknit-occasion.h"

#include "reknit-partner.h"

/**
 * ReknitOccasion:
 *
 * One time that a plan takes place. Of a plan that takes place once, that is the plan itself; of a series, one of its
 * times, which becomes a plan of its own when somebody changes it. Immutable.
 */
struct _ReknitOccasion
{
  GObject parent_instance;

  ReknitPlan *plan;
  GDateTime *starts;
  GDateTime *ends;
  guint number;
};

G_DEFINE_FINAL_TYPE (ReknitOccasion, reknit_occasion, G_TYPE_OBJECT)

static void
reknit_occasion_finalize (GObject *object)
{
  ReknitOccasion *self = REKNIT_OCCASION (object);

  g_object_unref (self->plan);
  g_date_time_unref (self->starts);
  g_date_time_unref (self->ends);

  G_OBJECT_CLASS (reknit_occasion_parent_class)->finalize (object);
}

static void
reknit_occasion_class_init (ReknitOccasionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reknit_occasion_finalize;
}

static void
reknit_occasion_init (ReknitOccasion *self)
{
}

/**
 * reknit_occasion_new:
 * @plan: a stored plan
 * @starts: local time
 * @ends: local time
 * @number: which time of its series it is, counted from 0
 *
 * Returns: (transfer full): that time of @plan
 */
ReknitOccasion *
reknit_occasion_new (ReknitPlan *plan,
                     GDateTime  *starts,
                     GDateTime  *ends,
                     guint       number)
{
  ReknitOccasion *self = g_object_new (REKNIT_TYPE_OCCASION, NULL);

  self->plan = g_object_ref (plan);
  self->starts = g_date_time_ref (starts);
  self->ends = g_date_time_ref (ends);
  self->number = number;
  return self;
}

/**
 * reknit_occasion_new_for_plan:
 * @plan: a stored plan
 *
 * Returns: (transfer full): the time that stands in @plan itself, the first if it is a series
 */
ReknitOccasion *
reknit_occasion_new_for_plan (ReknitPlan *plan)
{
  g_autoptr (GDateTime) starts = reknit_plan_get_starts (plan);
  g_autoptr (GDateTime) ends = reknit_plan_get_ends (plan);

  return reknit_occasion_new (plan, starts, ends, 0);
}

/**
 * reknit_occasion_get_plan:
 *
 * Returns: (transfer none): the plan or the series
 */
ReknitPlan *
reknit_occasion_get_plan (ReknitOccasion *self)
{
  return self->plan;
}

/**
 * reknit_occasion_get_starts:
 *
 * Returns: (transfer none): local time when it begins
 */
GDateTime *
reknit_occasion_get_starts (ReknitOccasion *self)
{
  return self->starts;
}

/**
 * reknit_occasion_get_ends:
 *
 * Returns: (transfer none): local time when it is over; of whole days, the midnight after the last
 */
GDateTime *
reknit_occasion_get_ends (ReknitOccasion *self)
{
  return self->ends;
}

/**
 * reknit_occasion_is_all_day:
 *
 * Returns: whether it goes by whole days
 */
gboolean
reknit_occasion_is_all_day (ReknitOccasion *self)
{
  return reknit_record_get_flag (self->plan, "all-day");
}

/**
 * reknit_occasion_is_of_series:
 *
 * Returns: whether it is a time of a series that nobody has changed
 */
gboolean
reknit_occasion_is_of_series (ReknitOccasion *self)
{
  return reknit_plan_is_series (self->plan);
}

/**
 * reknit_occasion_get_kind:
 *
 * Returns: what it is for
 */
ReknitPlanKind
reknit_occasion_get_kind (ReknitOccasion *self)
{
  return reknit_plan_get_kind (self->plan);
}

static gint64
find_other (ReknitPlan *plan,
            gint64      partner)
{
  ReknitStore *store = reknit_record_get_store (REKNIT_RECORD (plan));
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_PARTNER, "id <> :partner", NULL);
  g_autoptr (ReknitPartner) other = reknit_store_first (store, reknit_query_bind_integer (query, ":partner", partner));

  return other != NULL ? reknit_record_get_id (REKNIT_RECORD (other)) : partner;
}

/**
 * reknit_occasion_get_planner:
 *
 * Returns: the id of the partner who plans it, or whose own time it is; 0 for both. Where the two take turns, every
 *   other time of a series is the other one's.
 */
gint64
reknit_occasion_get_planner (ReknitOccasion *self)
{
  gint64 planner = reknit_record_get_integer (self->plan, "planner");

  if (planner == 0 || self->number % 2 == 0 || !reknit_record_get_flag (self->plan, "turns"))
    return planner;
  return find_other (self->plan, planner);
}

/**
 * reknit_occasion_get_details:
 *
 * Returns: (transfer full) (nullable): what it is about; %NULL while that is somebody else's surprise
 */
ReknitPlanDetails *
reknit_occasion_get_details (ReknitOccasion *self)
{
  return reknit_plan_details_find (self->plan);
}

/**
 * reknit_occasion_is_surprise:
 *
 * Returns: whether what it is about is not told yet; its planner reads it all the same
 */
gboolean
reknit_occasion_is_surprise (ReknitOccasion *self)
{
  g_autoptr (ReknitPlanDetails) details = reknit_occasion_get_details (self);

  return details == NULL || reknit_record_is_private (REKNIT_RECORD (details));
}

/**
 * reknit_occasion_is_open_to:
 * @partner: the id of who wants to change it; 0 for the two together
 *
 * Returns: whether they may: the own time of one of the two is theirs alone
 */
gboolean
reknit_occasion_is_open_to (ReknitOccasion *self,
                            gint64          partner)
{
  gint64 owner = reknit_occasion_get_planner (self);

  return reknit_occasion_get_kind (self) != REKNIT_PLAN_KIND_OWN || owner == 0 || owner == partner;
}

/**
 * reknit_occasion_compare:
 * @other: another
 *
 * Returns: which of the two comes first: by beginning, the longer one before the shorter, then as they were written
 */
int
reknit_occasion_compare (ReknitOccasion *self,
                         ReknitOccasion *other)
{
  int order = g_date_time_compare (self->starts, other->starts);
  gint64 mine = reknit_record_get_id (REKNIT_RECORD (self->plan));
  gint64 theirs = reknit_record_get_id (REKNIT_RECORD (other->plan));

  if (order == 0)
    order = g_date_time_compare (other->ends, self->ends);
  return order != 0 ? order : (mine > theirs) - (mine < theirs);
}

/**
 * reknit_occasion_equal:
 * @other: another
 *
 * Returns: whether both are the same time of the same plan
 */
gboolean
reknit_occasion_equal (ReknitOccasion *self,
                       ReknitOccasion *other)
{
  return self->plan == other->plan && reknit_occasion_compare (self, other) == 0;
}

/**
 * reknit_occasion_overlaps:
 * @from: local time
 * @until: local time, not included
 *
 * Returns: whether it has a part in that time
 */
gboolean
reknit_occasion_overlaps (ReknitOccasion *self,
                          GDateTime      *from,
                          GDateTime      *until)
{
  return g_date_time_compare (self->starts, until) < 0 && g_date_time_compare (self->ends, from) > 0;
}
