#include "reknit-occasion-text.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-clock.h"
#include "reknit-local-time.h"
#include "reknit-plan-task.h"
#include "reknit-plan-title.h"
#include "reknit-time-text.h"

/* How what is planned is called, in the calendar, in the list and by a screen reader. */

/**
 * reknit_occasion_text_icon_name:
 * @occasion: what takes place
 *
 * Returns: (transfer none): the icon that tells what it is for
 */
const char *
reknit_occasion_text_icon_name (ReknitOccasion *occasion)
{
  if (reknit_occasion_is_surprise (occasion))
    return "reknit-gift-symbolic";
  switch (reknit_occasion_get_kind (occasion))
    {
    case REKNIT_PLAN_KIND_CLOSENESS: return "reknit-touch-symbolic";
    case REKNIT_PLAN_KIND_PROTECTED: return "reknit-together-symbolic";
    case REKNIT_PLAN_KIND_OWN: return "reknit-person-symbolic";
    case REKNIT_PLAN_KIND_APPOINTMENT: return "reknit-professional-help-symbolic";
    case REKNIT_PLAN_KIND_SPECIAL_DAY: return "reknit-celebrate-symbolic";
    case REKNIT_PLAN_KIND_DATE:
    default: return "reknit-dates-symbolic";
    }
}

/**
 * reknit_occasion_text_css_class:
 * @occasion: what takes place
 *
 * Returns: (transfer none): the style that tells what it is for
 */
const char *
reknit_occasion_text_css_class (ReknitOccasion *occasion)
{
  static const char *const classes[] = { "date", "closeness", "protected", "own", "appointment", "special-day" };

  return classes[reknit_occasion_get_kind (occasion)];
}

static gboolean
is_same_day (GDateTime *one,
             GDateTime *other)
{
  return g_date_time_get_year (one) == g_date_time_get_year (other)
         && g_date_time_get_day_of_year (one) == g_date_time_get_day_of_year (other);
}

/* The last day on which it still goes on: what ends at midnight ends on the day before. */
static GDateTime *
get_last_day (ReknitOccasion *occasion)
{
  return g_date_time_add_seconds (reknit_occasion_get_ends (occasion), -1);
}

/**
 * reknit_occasion_text_day:
 * @day: local time
 *
 * Returns: (transfer full): “Friday 27 November”
 */
char *
reknit_occasion_text_day (GDateTime *day)
{
  /* Translators: a day with its weekday, without the year: “Friday 27 November”; see strftime(3).
     xgettext:no-c-format */
  return g_date_time_format (day, C_("date format", "%A %-d %B"));
}

/**
 * reknit_occasion_text_hours:
 * @occasion: what takes place
 * @day: (nullable): the day it is shown on
 *
 * Returns: (transfer full): when it begins on that day: “20:00”; nothing for whole days and for days after its first
 */
char *
reknit_occasion_text_hours (ReknitOccasion *occasion,
                            GDateTime      *day)
{
  GDateTime *starts = reknit_occasion_get_starts (occasion);

  if (reknit_occasion_is_all_day (occasion) || (day != NULL && !is_same_day (starts, day)))
    return g_strdup ("");
  return reknit_time_text_for_time (starts);
}

static char *
say_days (GDateTime *first,
          GDateTime *last)
{
  g_autofree char *from = reknit_occasion_text_day (first);
  g_autofree char *until = NULL;

  if (is_same_day (first, last))
    return g_steal_pointer (&from);
  until = reknit_occasion_text_day (last);
  /* Translators: from one day to another: “Friday 27 November – Sunday 29 November” */
  return g_strdup_printf (C_("span of time", "%1$s – %2$s"), from, until);
}

/**
 * reknit_occasion_text_span:
 * @occasion: what takes place
 *
 * Returns: (transfer full): from when to when: “Friday 27 November, 20:00 – 23:00”
 */
char *
reknit_occasion_text_span (ReknitOccasion *occasion)
{
  GDateTime *starts = reknit_occasion_get_starts (occasion);
  GDateTime *ends = reknit_occasion_get_ends (occasion);
  g_autoptr (GDateTime) last = get_last_day (occasion);
  g_autofree char *days = NULL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  if (reknit_occasion_is_all_day (occasion))
    return say_days (starts, last);
  from = reknit_time_text_for_time (starts);
  until = reknit_time_text_for_time (ends);
  days = reknit_occasion_text_day (starts);
  if (is_same_day (starts, last))
    /* Translators: a day, and from when to when: “Friday 27 November, 20:00 – 23:00” */
    return g_strdup_printf (C_("span of time", "%1$s, %2$s – %3$s"), days, from, until);

  {
    g_autofree char *last_day = reknit_occasion_text_day (ends);

    /* Translators: “Friday 27 November, 18:00 – Sunday 29 November, 16:00” */
    return g_strdup_printf (C_("span of time", "%1$s, %2$s – %3$s, %4$s"), days, from, last_day, until);
  }
}

/**
 * reknit_occasion_text_moment:
 * @occasion: what takes place
 *
 * Returns: (transfer full): when it begins, as one would say it today: “Friday, 20:00”
 */
char *
reknit_occasion_text_moment (ReknitOccasion *occasion)
{
  ReknitClock *clock = reknit_clock_get_default ();
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (clock);
  gint64 begins = reknit_time_resolve_local (reknit_occasion_get_starts (occasion), zone);

  return reknit_occasion_is_all_day (occasion) ? reknit_time_text_for_day (clock, begins)
                                               : reknit_time_text_for_moment (clock, begins);
}

/**
 * reknit_occasion_text_planner:
 * @seats: the seats
 * @occasion: what takes place
 *
 * Returns: (transfer full): who sees to it: “Ben plans”; nothing where nobody has to
 */
char *
reknit_occasion_text_planner (ReknitSeats    *seats,
                              ReknitOccasion *occasion)
{
  ReknitPlanKind kind = reknit_occasion_get_kind (occasion);
  ReknitPartner *planner = reknit_seats_find (seats, reknit_occasion_get_planner (occasion));

  if (kind == REKNIT_PLAN_KIND_SPECIAL_DAY || kind == REKNIT_PLAN_KIND_PROTECTED)
    return g_strdup ("");
  if (kind == REKNIT_PLAN_KIND_OWN)
    return g_strdup (planner != NULL ? reknit_partner_get_name (planner) : "");
  if (planner == NULL)
    return g_strdup (_("Both plan"));
  /* Translators: who plans a date; %s is a partner’s name */
  return g_strdup_printf (_("%s plans"), reknit_partner_get_name (planner));
}

/**
 * reknit_occasion_text_ready:
 * @occasion: what takes place
 *
 * Returns: (transfer full): how much of what is to be got ready is: “2 of 5 ready”; nothing where nothing is
 */
char *
reknit_occasion_text_ready (ReknitOccasion *occasion)
{
  gpointer plan = reknit_occasion_get_plan (occasion);
  guint n_done, n_all;

  reknit_plan_task_count (reknit_record_get_store (plan), reknit_record_get_id (plan), NULL, &n_done, &n_all);
  /* Translators: how many of the things to get ready for a date are: “2 of 5 ready” */
  return n_all > 0 ? g_strdup_printf (ngettext ("%1$u of %2$u ready", "%1$u of %2$u ready", n_all), n_done, n_all)
                   : g_strdup ("");
}

/**
 * reknit_occasion_text_join:
 * @pieces: (array zero-terminated=1): pieces, some of which may be empty
 * @separator: what stands between them
 *
 * Returns: (transfer full): those that are not empty
 */
char *
reknit_occasion_text_join (char       **pieces,
                           const char  *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", pieces[i]);
  return g_string_free (text, FALSE);
}

static char *
join_facts (ReknitSeats    *seats,
            ReknitOccasion *occasion,
            GDateTime      *day,
            const char     *before,
            const char     *title,
            const char     *separator)
{
  g_autofree char *hours = reknit_occasion_text_hours (occasion, day);
  g_autofree char *planner = reknit_occasion_text_planner (seats, occasion);
  g_autofree char *ready = reknit_occasion_text_ready (occasion);
  const char *done = reknit_plan_get_state (reknit_occasion_get_plan (occasion)) == REKNIT_PLAN_STATE_DONE
                     ? C_("state of a plan", "done") : "";
  const char *pieces[] = { before, title, hours, planner, *done != '\0' ? done : ready, NULL };

  return reknit_occasion_text_join ((char **) pieces, separator);
}

/**
 * reknit_occasion_text_line:
 * @seats: the seats
 * @occasion: what takes place
 * @day: (nullable): the day it is shown on
 *
 * Returns: (transfer full): what stands below its title: “20:00 · Ben plans · 2 of 5 ready”
 */
char *
reknit_occasion_text_line (ReknitSeats    *seats,
                           ReknitOccasion *occasion,
                           GDateTime      *day)
{
  return join_facts (seats, occasion, day, "", "", " · ");
}

/**
 * reknit_occasion_text_spoken:
 * @seats: the seats
 * @occasion: what takes place
 * @day: the day it is shown on
 *
 * Returns: (transfer full): all of it in one breath: “Friday 27 November, Pasta from scratch, 20:00, Ben plans, 2 of 5
 *   ready”
 */
char *
reknit_occasion_text_spoken (ReknitSeats    *seats,
                             ReknitOccasion *occasion,
                             GDateTime      *day)
{
  g_autofree char *date = reknit_occasion_text_day (day);
  g_autofree char *title = reknit_plan_dup_title (reknit_occasion_get_plan (occasion));

  return join_facts (seats, occasion, day, date, title, ", ");
}
