#include "reknit-occasion-draft.h"

#include <stdio.h>

#include "reknit-draft.h"
#include "reknit-local-time.h"

/* Where what was typed about something that takes place, and not saved, is kept. Each time of a series has a draft of
 * its own, and so has the series: what was typed for one time must not come up at another, and what was typed for all of
 * them is said as it holds for each. */

/* A time that was moved since, and stands for itself, is still the one that it was. */
static gboolean
stands_for_time (ReknitPlan *plan)
{
  return reknit_record_get_integer (plan, "series") != 0;
}

/**
 * reknit_occasion_draft_make_form:
 * @occasion: (nullable): what is changed; %NULL for something new
 * @form: a name for the form
 * @for_one: whether only this one time of a series is changed
 *
 * Returns: (transfer full): the name under which its draft is kept
 */
char *
reknit_occasion_draft_make_form (ReknitOccasion *occasion,
                                 const char     *form,
                                 gboolean        for_one)
{
  ReknitPlan *plan = occasion != NULL ? reknit_occasion_get_plan (occasion) : NULL;
  g_autofree char *time = NULL;

  if (plan != NULL && stands_for_time (plan))
    time = g_strdup (reknit_record_get_text (plan, "series-at"));
  else if (occasion != NULL && for_one)
    time = reknit_local_time_to_string (reknit_occasion_get_starts (occasion));
  return time != NULL ? g_strconcat (form, " ", time, NULL) : g_strdup (form);
}

/**
 * reknit_occasion_draft_get_subject:
 * @occasion: (nullable): what is changed; %NULL for something new
 *
 * Returns: the id of what its draft is about
 */
gint64
reknit_occasion_draft_get_subject (ReknitOccasion *occasion)
{
  ReknitPlan *plan = occasion != NULL ? reknit_occasion_get_plan (occasion) : NULL;

  if (plan == NULL)
    return 0;
  return stands_for_time (plan) ? reknit_record_get_integer (plan, "series") : reknit_record_get_id (REKNIT_RECORD (plan));
}

static gboolean
has_draft (ReknitSeats    *seats,
           ReknitOccasion *occasion,
           const char     *form,
           gboolean        for_one)
{
  g_autofree char *name = reknit_occasion_draft_make_form (occasion, form, for_one);
  g_autoptr (ReknitDraft) draft = reknit_draft_find (reknit_seats_get_store (seats), reknit_seats_get_current_id (seats), name,
                                                     reknit_occasion_draft_get_subject (occasion));

  return draft != NULL;
}

/**
 * reknit_occasion_draft_is_for_all:
 * @seats: whose draft
 * @occasion: (nullable): what is changed
 * @form: a name for the form
 *
 * Returns: whether what was left is for all times of its series, and nothing was left for this one
 */
gboolean
reknit_occasion_draft_is_for_all (ReknitSeats    *seats,
                                  ReknitOccasion *occasion,
                                  const char     *form)
{
  return occasion != NULL && reknit_occasion_is_of_series (occasion) && !has_draft (seats, occasion, form, TRUE)
         && has_draft (seats, occasion, form, FALSE);
}

/**
 * reknit_occasion_draft_write_shift:
 * @occasion: a time of a series
 * @starts: local time when it is to begin
 * @ends: local time when it is to end
 * @all_day: whether it goes by whole days
 *
 * Returns: (transfer full): how far the time is moved and how long it is, which holds for each time of the series
 */
char *
reknit_occasion_draft_write_shift (ReknitOccasion *occasion,
                                   GDateTime      *starts,
                                   GDateTime      *ends,
                                   gboolean        all_day)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d",
                          g_date_time_difference (starts, reknit_occasion_get_starts (occasion)) / G_TIME_SPAN_SECOND,
                          g_date_time_difference (ends, starts) / G_TIME_SPAN_SECOND, all_day);
}

/**
 * reknit_occasion_draft_read_shift:
 * @occasion: a time of a series
 * @shift: (nullable): what reknit_occasion_draft_write_shift() gave, at this time of the series or at another
 * @ends: (out) (transfer full): local time when it is to end
 * @all_day: (out) (optional): whether it goes by whole days
 *
 * Returns: (transfer full) (nullable): local time when it is to begin; %NULL if @shift says nothing
 */
GDateTime *
reknit_occasion_draft_read_shift (ReknitOccasion  *occasion,
                                  const char      *shift,
                                  GDateTime      **ends,
                                  gboolean        *all_day)
{
  g_autoptr (GDateTime) starts = NULL;
  long long by, length;
  int whole;

  *ends = NULL;
  if (shift == NULL || sscanf (shift, "%lld %lld %d", &by, &length, &whole) != 3)
    return NULL;
  starts = g_date_time_add_seconds (reknit_occasion_get_starts (occasion), (double) by);
  *ends = starts != NULL ? g_date_time_add_seconds (starts, (double) length) : NULL;
  if (*ends == NULL)
    return NULL;
  if (all_day != NULL)
    *all_day = whole != 0;
  return g_steal_pointer (&starts);
}
