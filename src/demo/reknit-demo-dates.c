#include "reknit-config.h"

#include "reknit-demo-dates.h"

#include "reknit-clock.h"
#include "reknit-plan-impression.h"
#include "reknit-plan-task.h"
#include "reknit-planner.h"

#include <glib/gi18n-lib.h>

/* What Ana and Ben did together in a year, about every other week and by turns, and what is ahead of them. */

typedef struct
{
  const char *title;
  const char *place;
  gint64      budget;
  gint64      spent;
  const char *memory;
  const char *idea;
} Evening;

static const Evening evenings[] = {
  { N_("Pizza and a walk home"), N_("The corner by the station"), 4000, 3650, N_("It rained, and we did not mind.") },
  { N_("Dance class for beginners"), N_("Community hall"), 3000, 3000, N_("You counted out loud all evening."), "trial-dance-class" },
  { N_("Chess and hot chocolate"), N_("At home"), 0, 0, N_("A draw. We called it a win."), "cafe-game" },
  { N_("Open-air cinema"), N_("In the castle garden"), 3500, 4150, N_("We shared one blanket."), "outdoor-cinema" },
  { N_("Cook a dish neither knows"), N_("At home"), 2500, 2210, N_("Nobody ate the second dish."), "unknown-dish" },
  { N_("The museum, one room only"), N_("Old town"), 2400, 2400, N_("Forty minutes before one picture."), "one-room-of-a-museum" },
  { N_("Swim at sunset"), N_("The lake"), 0, 0, N_("Cold feet and good talk."), "evening-swim" },
  { N_("A concert of a band that nobody knows"), N_("The old cinema"), 3600, 3900, N_("Loud, and lovely."), "music-up-close" },
};

static gint64
id_of (gpointer record)
{
  return reknit_record_get_id (record);
}

static GDateTime *
at (GDateTime *day,
    int        days,
    int        hour)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day),
                                                    g_date_time_get_day_of_month (day), hour, 0, 0);

  return g_date_time_add_days (date, days);
}

static int
days_to (GDateTime    *day,
         GDateWeekday  weekday)
{
  return ((int) weekday - g_date_time_get_day_of_week (day) + 7) % 7;
}

/* A plan from one local time to another, not stored yet. */
static ReknitPlan *
make_plan (ReknitPlanKind  kind,
           GDateTime      *starts,
           GDateTime      *ends,
           gboolean        all_day,
           ReknitPartner  *planner,
           const char     *rule)
{
  ReknitPlan *plan = g_object_new (REKNIT_TYPE_PLAN, "kind", kind, "state", REKNIT_PLAN_STATE_PLANNED, "rule", rule,
                                   "planner", planner != NULL ? id_of (planner) : (gint64) 0, NULL);

  reknit_plan_set_time (plan, starts, ends, all_day);
  return plan;
}

static gboolean
save (ReknitStore    *store,
      ReknitPlan     *plan,
      const char     *title,
      const char     *place,
      gint64          budget,
      ReknitPartner  *secret_of,
      GError        **error)
{
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_new ();
  const int lead = 24 * 60;

  g_object_set (details, "title", title != NULL ? _(title) : "", "place", place != NULL ? _(place) : "", "budget", budget,
                "author", secret_of != NULL ? id_of (secret_of) : (gint64) 0, NULL);
  return reknit_planner_save (store, NULL, plan, details, &lead, 1, error);
}

static gboolean
put_task (ReknitStore    *store,
          ReknitPlan     *plan,
          const char     *list,
          gint64          position,
          const char     *body,
          ReknitPartner  *partner,
          gboolean        done,
          GError        **error)
{
  g_autoptr (ReknitPlanTask) task =
    g_object_new (REKNIT_TYPE_PLAN_TASK, "plan", id_of (plan), "list", list, "position", position, "body", _(body), "due", "",
                  "partner", partner != NULL ? id_of (partner) : (gint64) 0,
                  "done", done ? reknit_clock_now (reknit_clock_get_default ()) : (gint64) 0, NULL);

  return reknit_store_put (store, REKNIT_RECORD (task), error);
}

static gboolean
put_impression (ReknitStore    *store,
                ReknitPlan     *plan,
                ReknitPartner  *author,
                gint64          liked,
                const char     *memory,
                GError        **error)
{
  g_autoptr (ReknitPlanImpression) impression =
    g_object_new (REKNIT_TYPE_PLAN_IMPRESSION, "plan", id_of (plan), "author", id_of (author), "liked", liked,
                  "memory", memory != NULL ? _(memory) : "", "shared", reknit_clock_now (reknit_clock_get_default ()), NULL);

  return reknit_store_put (store, REKNIT_RECORD (impression), error);
}

/**
 * reknit_demo_date_of_week:
 * @store: the store, in a transaction
 * @ana: one of the couple
 * @ben: the other
 * @first_day: local time when they began
 * @week: which week it is, counted from 0
 * @error: return location
 *
 * Writes the date of that week, if there was one, as soon as it is over.
 *
 * Returns: %FALSE with @error
 */
gboolean
reknit_demo_date_of_week (ReknitStore    *store,
                          ReknitPartner  *ana,
                          ReknitPartner  *ben,
                          GDateTime      *first_day,
                          int             week,
                          GError        **error)
{
  const Evening *evening = &evenings[(week / 2) % (int) G_N_ELEMENTS (evenings)];
  g_autoptr (GDateTime) day = g_date_time_add_weeks (first_day, week - 1);
  g_autoptr (GDateTime) starts = at (day, days_to (day, G_DATE_FRIDAY), 20);
  g_autoptr (GDateTime) ends = g_date_time_add_hours (starts, 3);
  g_autoptr (ReknitPlan) plan = NULL;
  g_autoptr (ReknitPlanDetails) details = NULL;

  if (week % 2 != 0 || week == 0)
    return TRUE;
  plan = make_plan (REKNIT_PLAN_KIND_DATE, starts, ends, FALSE, week % 4 == 0 ? ana : ben, "");
  if (!save (store, plan, evening->title, evening->place, evening->budget, NULL, error))
    return FALSE;
  details = reknit_plan_details_find (plan);
  g_object_set (details, "spent", evening->spent, "idea", evening->idea, NULL);
  g_object_set (plan, "state", REKNIT_PLAN_STATE_DONE, NULL);
  return reknit_store_put (store, REKNIT_RECORD (details), error) && reknit_store_put (store, REKNIT_RECORD (plan), error)
         && reknit_plan_put_leads (plan, NULL, 0, error)
         && put_impression (store, plan, ana, REKNIT_LIKED_GOOD + week % 3 / 2, evening->memory, error)
         && put_impression (store, plan, ben, REKNIT_LIKED_FAIR + week % 3, NULL, error);
}

static gboolean
plan_friday (ReknitStore    *store,
             ReknitPartner  *ben,
             ReknitPartner  *ana,
             GDateTime      *today,
             GError        **error)
{
  static const struct { const char *body; gboolean ana; gboolean done; } tasks[] = {
    { N_("Ask Lea to watch Mia"), FALSE, TRUE }, { N_("Buy flour and eggs"), FALSE, TRUE },
    { N_("Choose the music"), TRUE, FALSE }, { N_("Find the pasta machine"), FALSE, FALSE },
    { N_("Put the phones in the hall"), TRUE, FALSE },
  };
  g_autoptr (GDateTime) starts = at (today, days_to (today, G_DATE_FRIDAY), 20);
  g_autoptr (GDateTime) ends = g_date_time_add_hours (starts, 3);
  g_autoptr (ReknitPlan) plan = make_plan (REKNIT_PLAN_KIND_DATE, starts, ends, FALSE, ben, "");

  if (!save (store, plan, N_("Pasta from scratch"), N_("At home"), 2500, NULL, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    if (!put_task (store, plan, REKNIT_PLAN_LIST_READY, i, tasks[i].body, tasks[i].ana ? ana : ben, tasks[i].done, error))
      return FALSE;
  return TRUE;
}

static gboolean
plan_getaway (ReknitStore    *store,
              ReknitPartner  *ana,
              GDateTime      *today,
              GError        **error)
{
  static const char *const packing[] = { N_("Warm socks"), N_("The card game"), N_("Swimming things"), N_("A book each") };
  g_autoptr (GDateTime) starts = at (today, days_to (today, G_DATE_SATURDAY) + 21, 0);
  g_autoptr (GDateTime) ends = g_date_time_add_days (starts, 1);
  g_autoptr (ReknitPlan) plan = make_plan (REKNIT_PLAN_KIND_DATE, starts, ends, TRUE, NULL, "");

  if (!save (store, plan, N_("Two days at the sea"), N_("The small guest house"), 24000, NULL, error)
      || !put_task (store, plan, REKNIT_PLAN_LIST_READY, 0, N_("Book the train"), ana, TRUE, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (packing); i++)
    if (!put_task (store, plan, REKNIT_PLAN_LIST_PACKING, i, packing[i], NULL, i == 0, error))
      return FALSE;
  return TRUE;
}

typedef struct
{
  ReknitPlanKind  kind;
  int             weekday;
  int             weeks;
  int             hour;
  int             hours;
  const char     *title;
  const char     *rule;
} Habit;

static gboolean
plan_habits (ReknitStore    *store,
             ReknitPartner  *ana,
             ReknitPartner  *ben,
             GDateTime      *today,
             GError        **error)
{
  static const Habit habits[] = {
    { REKNIT_PLAN_KIND_PROTECTED, G_DATE_SUNDAY, -8, 15, 3, NULL, "FREQ=WEEKLY;BYDAY=SU" },
    { REKNIT_PLAN_KIND_OWN, G_DATE_THURSDAY, -8, 19, 2, N_("Choir"), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH" },
    { REKNIT_PLAN_KIND_CLOSENESS, G_DATE_WEDNESDAY, 1, 21, 2, N_("An evening without hurry"), "" },
    { REKNIT_PLAN_KIND_APPOINTMENT, G_DATE_TUESDAY, 1, 18, 1, N_("Counseling"), "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (habits); i++)
    {
      const Habit *habit = &habits[i];
      g_autoptr (GDateTime) starts = at (today, days_to (today, (GDateWeekday) habit->weekday) + 7 * habit->weeks, habit->hour);
      g_autoptr (GDateTime) ends = g_date_time_add_hours (starts, habit->hours);
      ReknitPartner *whose = habit->kind == REKNIT_PLAN_KIND_OWN ? ana : habit->kind == REKNIT_PLAN_KIND_CLOSENESS ? ben : NULL;
      g_autoptr (ReknitPlan) plan = make_plan (habit->kind, starts, ends, FALSE, whose, habit->rule);

      if (!save (store, plan, habit->title, NULL, -1, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
plan_special_days (ReknitStore  *store,
                   GDateTime    *today,
                   GError      **error)
{
  static const struct { const char *title; int days; } special_days[] = {
    { N_("The day we met"), 14 }, { N_("Our wedding day"), 160 }, { N_("Ana’s birthday"), -40 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (special_days); i++)
    {
      g_autoptr (GDateTime) this_year = at (today, special_days[i].days, 0);
      g_autoptr (GDateTime) day = g_date_time_add_years (this_year, -8);
      g_autoptr (ReknitPlan) plan = make_plan (REKNIT_PLAN_KIND_SPECIAL_DAY, day, day, TRUE, NULL, "FREQ=YEARLY");

      if (!save (store, plan, special_days[i].title, NULL, -1, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * reknit_demo_dates_ahead:
 * @store: the store, in a transaction
 * @ana: one of the couple
 * @ben: the other
 * @today: local time
 * @error: return location
 *
 * Writes what the two have ahead of them, a surprise among it.
 *
 * Returns: %FALSE with @error
 */
gboolean
reknit_demo_dates_ahead (ReknitStore    *store,
                         ReknitPartner  *ana,
                         ReknitPartner  *ben,
                         GDateTime      *today,
                         GError        **error)
{
  g_autoptr (GDateTime) starts = at (today, days_to (today, G_DATE_FRIDAY) + 14, 19);
  g_autoptr (GDateTime) ends = g_date_time_add_hours (starts, 4);
  g_autoptr (ReknitPlan) surprise = make_plan (REKNIT_PLAN_KIND_DATE, starts, ends, FALSE, ana, "");

  return save (store, surprise, N_("The planetarium, by night"), N_("Meet at the tram"), 3800, ana, error)
         && plan_friday (store, ben, ana, today, error) && plan_getaway (store, ana, today, error)
         && plan_habits (store, ana, ben, today, error) && plan_special_days (store, today, error);
}
