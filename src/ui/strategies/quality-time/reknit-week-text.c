#include "reknit-week-text.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-clash.h"
#include "reknit-occasion-text.h"
#include "reknit-plan-title.h"
#include "reknit-time-text.h"

/* What the week says, in words. */

/**
 * reknit_week_is_kept:
 * @occasion: what takes place
 *
 * Returns: whether it is time kept free, which the week itself plans; all else is planned elsewhere
 */
gboolean
reknit_week_is_kept (ReknitOccasion *occasion)
{
  ReknitPlanKind kind = reknit_occasion_get_kind (occasion);

  return kind == REKNIT_PLAN_KIND_PROTECTED || kind == REKNIT_PLAN_KIND_OWN;
}

/**
 * reknit_week_is_told_of:
 * @occasion: time kept free
 *
 * Returns: whether the two say if they had it; what one does with their own time is nobody’s to see
 */
gboolean
reknit_week_is_told_of (ReknitOccasion *occasion)
{
  return reknit_occasion_get_kind (occasion) != REKNIT_PLAN_KIND_OWN;
}

/**
 * reknit_week_text_minutes:
 * @minutes: how long
 *
 * Returns: (transfer full): “3 h 30 min”
 */
char *
reknit_week_text_minutes (int minutes)
{
  if (minutes % 60 == 0 && minutes > 0)
    /* Translators: hours, short: “3 h” */
    return g_strdup_printf (C_("length of time", "%d h"), minutes / 60);
  if (minutes < 60)
    /* Translators: minutes, short: “45 min” */
    return g_strdup_printf (C_("length of time", "%d min"), minutes);
  /* Translators: hours and minutes, short: “3 h 30 min” */
  return g_strdup_printf (C_("length of time", "%1$d h %2$d min"), minutes / 60, minutes % 60);
}

/**
 * reknit_week_text_title:
 * @first_day: local time of its first day
 *
 * Returns: (transfer full): “23 November – 29 November 2026”
 */
char *
reknit_week_text_title (GDateTime *first_day)
{
  g_autoptr (GDateTime) last_day = g_date_time_add_days (first_day, 6);
  /* Translators: the first day of a week that is shown: “23 November”; see strftime(3).
     xgettext:no-c-format */
  g_autofree char *from = g_date_time_format (first_day, C_("first day of a week", "%-d %B"));
  /* Translators: the last day of a week that is shown: “29 November 2026”; see strftime(3).
     xgettext:no-c-format */
  g_autofree char *until = g_date_time_format (last_day, C_("last day of a week", "%-d %B %Y"));

  /* Translators: from one day to another: “23 November – 29 November 2026” */
  return g_strdup_printf (C_("days of a week", "%1$s – %2$s"), from, until);
}

/**
 * reknit_week_text_day:
 * @day: local time
 *
 * Returns: (transfer full): the head of its column: “Fri 27”
 */
char *
reknit_week_text_day (GDateTime *day)
{
  /* Translators: a day above its column in a week: “Fri 27”; see strftime(3).
     xgettext:no-c-format */
  return g_date_time_format (day, C_("day of a week", "%a %-d"));
}

/**
 * reknit_week_text_hours:
 * @hours: the hours of a week
 *
 * Returns: (transfer full): “3 h together planned, 2 h had, aim 5 h”; nothing is said of what there is not
 */
char *
reknit_week_text_hours (const ReknitWeekHours *hours)
{
  g_autofree char *planned = reknit_week_text_minutes (hours->planned);
  g_autofree char *done = reknit_week_text_minutes (hours->done);
  g_autofree char *aim = reknit_week_text_minutes (hours->aim);

  if (hours->aim == 0 && hours->done == 0)
    /* Translators: %s is a length of time: “3 h” */
    return g_strdup_printf (_("%s together planned"), planned);
  if (hours->aim == 0)
    /* Translators: %1$s and %2$s are lengths of time: “3 h” */
    return g_strdup_printf (_("%1$s together planned, %2$s had"), planned, done);
  if (hours->done == 0)
    /* Translators: %1$s and %2$s are lengths of time: “3 h” */
    return g_strdup_printf (_("%1$s together planned, aim %2$s"), planned, aim);
  /* Translators: %1$s, %2$s and %3$s are lengths of time: “3 h” */
  return g_strdup_printf (_("%1$s together planned, %2$s had, aim %3$s"), planned, done, aim);
}

/**
 * reknit_week_text_card:
 * @hours: the hours of this week
 *
 * Returns: (transfer full) (nullable): “3 h planned this week, aim 5 h”; nothing where there is nothing
 */
char *
reknit_week_text_card (const ReknitWeekHours *hours)
{
  g_autofree char *planned = reknit_week_text_minutes (hours->planned);
  g_autofree char *aim = reknit_week_text_minutes (hours->aim);

  if (hours->aim > 0)
    /* Translators: %1$s and %2$s are lengths of time: “3 h” */
    return g_strdup_printf (_("%1$s planned this week, aim %2$s"), planned, aim);
  /* Translators: %s is a length of time: “3 h” */
  return hours->planned > 0 ? g_strdup_printf (_("%s planned this week"), planned) : NULL;
}

/**
 * reknit_week_text_range:
 * @starts: local time
 * @ends: local time
 *
 * Returns: (transfer full): “15:00 – 18:00”
 */
char *
reknit_week_text_range (GDateTime *starts,
                        GDateTime *ends)
{
  g_autofree char *from = reknit_time_text_for_time (starts);
  g_autofree char *until = reknit_time_text_for_time (ends);

  /* Translators: from one time of day to another: “15:00 – 18:00” */
  return g_strdup_printf (C_("times of day", "%1$s – %2$s"), from, until);
}

/**
 * reknit_week_text_clash:
 * @occasion: what takes place
 * @others: (element-type ReknitOccasion): all that takes place about then
 *
 * Returns: (transfer full): what wants the same time: “At the same time: Choir”; nothing where nothing does
 */
char *
reknit_week_text_clash (ReknitOccasion *occasion,
                        GPtrArray      *others)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < others->len; i++)
    if (reknit_occasions_clash (occasion, others->pdata[i]))
      {
        g_autofree char *title = reknit_plan_dup_title (reknit_occasion_get_plan (others->pdata[i]));

        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", title);
      }
  return names->len > 0 ? g_strdup_printf (_("At the same time: %s"), names->str) : g_strdup ("");
}

/**
 * reknit_week_text_whose:
 * @seats: the seats
 * @occasion: what takes place
 *
 * Returns: (transfer full): whose time it is: “For Ana”; nothing where nobody sees to it
 */
char *
reknit_week_text_whose (ReknitSeats    *seats,
                        ReknitOccasion *occasion)
{
  ReknitPartner *owner = reknit_seats_find (seats, reknit_occasion_get_planner (occasion));

  if (reknit_occasion_get_kind (occasion) == REKNIT_PLAN_KIND_PROTECTED)
    return g_strdup (_("For the two of you"));
  if (reknit_occasion_get_kind (occasion) == REKNIT_PLAN_KIND_OWN && owner != NULL)
    /* Translators: whose own time it is; %s is a partner’s name */
    return g_strdup_printf (_("For %s alone"), reknit_partner_get_name (owner));
  return reknit_occasion_text_planner (seats, occasion);
}
