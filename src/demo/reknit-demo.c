#include "reknit-config.h"

#include "reknit-demo.h"

#include "reknit-agenda-item.h"
#include "reknit-check-in.h"
#include "reknit-demo-agreements.h"
#include "reknit-demo-dates.h"
#include "reknit-demo-ideas.h"
#include "reknit-demo-rituals.h"
#include "reknit-demo-texts.h"
#include "reknit-demo-unplugged.h"
#include "reknit-demo-week.h"
#include "reknit-feeling-entry.h"
#include "reknit-feeling-reply.h"
#include "reknit-household.h"
#include "reknit-issue.h"
#include "reknit-issue-view.h"
#include "reknit-next-step.h"
#include "reknit-reminder.h"
#include "reknit-takeaway.h"
#include "reknit-talk.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WEEK (7 * 24 * 3600)
#define DAY  (24 * 3600)
#define CHECK_IN_DAY 5

/* The invented couple, and the Sunday evening that they have come to. They live through their weeks on a clock
 * of their own, so that each record is as old as it says. */
typedef struct
{
  ReknitStore   *store;
  ReknitClock   *clock;
  GRand         *rand;
  ReknitPartner *ana;
  ReknitPartner *ben;
  GDateTime     *first_day;
  GDateTime     *today;
  int            n_weeks;
  int            week;
} Demo;

static gboolean
put (Demo      *demo,
     gpointer   record,
     GError   **error)
{
  return reknit_store_put (demo->store, record, error);
}

static gint64
id_of (gpointer record)
{
  return reknit_record_get_id (record);
}

static gint64
now (Demo *demo)
{
  return reknit_clock_now (demo->clock);
}

static const char *
pick (const char *const *texts,
      int                which)
{
  return _(texts[which % (int) g_strv_length ((GStrv) texts)]);
}

static const char *
say (const char *text)
{
  return text != NULL ? _(text) : "";
}

static void
wait_for (Demo   *demo,
          gint64  seconds)
{
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (demo->clock), seconds);
}

/* To a local hour of this week, so that a change to summer time does not move their evenings. */
static void
wait_until (Demo *demo,
            int   day,
            int   hour)
{
  g_autoptr (GDateTime) then = g_date_time_add_days (demo->first_day, demo->week * 7 + day);
  g_autofree char *date = g_date_time_format (then, "%Y-%m-%d");
  g_autofree char *text = g_strdup_printf ("%sT%02d:00:00", date, hour);

  reknit_test_clock_set (REKNIT_TEST_CLOCK (demo->clock), text);
}

static ReknitPartner *
partner_of_turn (Demo *demo,
                 int   turn)
{
  return turn % 2 == 0 ? demo->ana : demo->ben;
}

static gboolean
move_in (Demo    *demo,
         GError **error)
{
  g_autoptr (ReknitHousehold) household = reknit_household_get (demo->store);
  g_autoptr (GDateTime) first = g_date_time_add_days (demo->first_day, CHECK_IN_DAY);
  g_autofree char *starts = g_date_time_format (first, "%Y-%m-%dT19:00:00");
  g_autoptr (ReknitReminder) reminder =
    g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_CHECK_IN, "rule", "FREQ=WEEKLY", "starts", starts,
                  "zone", "", "enabled", TRUE, NULL);

  demo->ana = g_object_new (REKNIT_TYPE_PARTNER, "name", "Ana", "color", "teal", "position", (gint64) 1, NULL);
  demo->ben = g_object_new (REKNIT_TYPE_PARTNER, "name", "Ben", "color", "amber", "position", (gint64) 2, NULL);
  g_object_set (household, "settled", now (demo), NULL);
  return put (demo, demo->ana, error) && put (demo, demo->ben, error) && put (demo, household, error)
         && put (demo, reminder, error);
}

/* A low start, a slow rise that is no straight line, and weeks that go against it. */
static gint64
rate (Demo   *demo,
      double  start,
      double  end,
      double  phase)
{
  double progress = MIN (demo->week / 48.0, 1.0);
  double level = start + (end - start) * progress * progress * (3 - 2 * progress);
  double swing = sin (demo->week / 4.5 + phase) + g_rand_double_range (demo->rand, -0.7, 0.7);

  return CLAMP (lround (level + swing), 0, REKNIT_RATING_MAX);
}

static gboolean
put_answer (Demo          *demo,
            ReknitCheckIn *check_in,
            ReknitPartner *partner,
            double         phase,
            GError       **error)
{
  int text = demo->week * 2 + (partner == demo->ben);
  g_autoptr (ReknitCheckInAnswer) answer =
    reknit_check_in_answer_new (id_of (check_in), id_of (partner));
  g_autoptr (ReknitNextStep) step =
    g_object_new (REKNIT_TYPE_NEXT_STEP, "check-in", id_of (check_in), "partner", id_of (partner),
                  "body", pick (reknit_demo_steps, text),
                  "done", demo->week < demo->n_weeks - 1 && text % 5 != 0 ? now (demo) + 2 * DAY : (gint64) 0, NULL);

  g_object_set (answer, "shared", now (demo), "ready", now (demo),
                "appreciation", pick (reknit_demo_appreciations, text),
                "closeness", rate (demo, 3.5, 7.5, phase), "heard", rate (demo, 4, 7, phase + 1),
                "trust", rate (demo, 3, 7, phase + 2), "affection", rate (demo, 4, 7.5, phase + 3),
                "stress", rate (demo, 7, 5, phase + 4),
                "went-well", pick (reknit_demo_went_well, text), "wish", pick (reknit_demo_wishes, text), NULL);
  return put (demo, answer, error) && put (demo, step, error);
}

static gboolean
check_in (Demo    *demo,
          GError **error)
{
  g_autoptr (ReknitCheckIn) record = NULL;
  g_autoptr (ReknitAgendaItem) item = NULL;
  gboolean last = demo->week == demo->n_weeks - 1;

  if (demo->week % 11 == 6)
    return TRUE;

  record = g_object_new (REKNIT_TYPE_CHECK_IN, "due", now (demo), "state", REKNIT_CHECK_IN_STATE_CLOSED,
                         "revealed", now (demo) + 600, "closed", now (demo) + 1500, NULL);
  if (!put (demo, record, error) || !put_answer (demo, record, demo->ana, 0, error)
      || !put_answer (demo, record, demo->ben, 2.1, error))
    return FALSE;

  if (demo->week % 4 != 0 && !last)
    return TRUE;

  item = g_object_new (REKNIT_TYPE_AGENDA_ITEM, "raised-by", id_of (partner_of_turn (demo, demo->week)),
                       "check-in", last ? (gint64) 0 : id_of (record), "body", pick (reknit_demo_agenda, demo->week / 4),
                       "done", last ? (gint64) 0 : now (demo) + 1200, NULL);
  return put (demo, item, error);
}

static gboolean
feel (Demo    *demo,
      GError **error)
{
  int which = g_rand_int_range (demo->rand, 0, 10);
  const ReknitDemoFeeling *text = &reknit_demo_feelings[which];
  ReknitPartner *author = partner_of_turn (demo, demo->week + which);
  gboolean shared = which % 3 != 2;
  g_autoptr (ReknitFeelingEntry) entry =
    g_object_new (REKNIT_TYPE_FEELING_ENTRY, "author", id_of (author), "shared", shared ? now (demo) : (gint64) 0,
                  "felt", now (demo), "feelings", text->feelings, "situation", say (text->situation),
                  "reason", say (text->reason), "wish", say (text->wish), NULL);
  g_autoptr (ReknitFeelingReply) reply = NULL;

  if (!put (demo, entry, error))
    return FALSE;
  if (!shared || text->reply == NULL)
    return TRUE;

  wait_for (demo, 3600);
  reply = g_object_new (REKNIT_TYPE_FEELING_REPLY, "entry", id_of (entry),
                        "author", id_of (author == demo->ana ? demo->ben : demo->ana), "shared", now (demo),
                        "reflection", say (text->reply), NULL);
  return put (demo, reply, error);
}

static gboolean
talk_over (Demo         *demo,
           ReknitIssue  *issue,
           int           which,
           GError      **error)
{
  g_autoptr (ReknitTalk) talk =
    g_object_new (REKNIT_TYPE_TALK, "topic", reknit_record_get_text (issue, "title"), "issue", id_of (issue),
                  "turn-seconds", (gint64) REKNIT_TALK_TURN_SECONDS_DEFAULT, "phase", REKNIT_TALK_PHASE_ENDED,
                  "speaker", id_of (demo->ana), "ended", now (demo) + 1400, NULL);

  if (!put (demo, talk, error))
    return FALSE;

  for (int i = 0; i < 4; i++)
    {
      const ReknitDemoTurn *text = &reknit_demo_turns[(which + i) % 4];
      g_autoptr (ReknitTalkTurn) turn =
        g_object_new (REKNIT_TYPE_TALK_TURN, "talk", id_of (talk), "speaker", id_of (partner_of_turn (demo, i)),
                      "seconds", (gint64) g_rand_int_range (demo->rand, 90, 180), "reflection", _(text->reflection),
                      "confirmed", TRUE, "validation", _(text->validation), NULL);
      if (!put (demo, turn, error))
        return FALSE;
    }

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (ReknitTakeaway) takeaway =
        g_object_new (REKNIT_TYPE_TAKEAWAY, "talk", id_of (talk), "partner", id_of (partner_of_turn (demo, i)),
                      "body", pick (reknit_demo_takeaways, which * 2 + i), NULL);
      if (!put (demo, takeaway, error))
        return FALSE;
    }

  return TRUE;
}

/* Its place below. */
#define NEWEST_AGREED 5

static ReknitIssueState
state_of (int which)
{
  static const ReknitIssueState states[] = {
    REKNIT_ISSUE_STATE_SETTLED, REKNIT_ISSUE_STATE_AGREED, REKNIT_ISSUE_STATE_SETTLED, REKNIT_ISSUE_STATE_AGREED,
    REKNIT_ISSUE_STATE_TALKED, REKNIT_ISSUE_STATE_AGREED, REKNIT_ISSUE_STATE_TO_TALK, REKNIT_ISSUE_STATE_RAISED,
  };

  return states[which];
}

/* The newest one that they agreed on comes back a week after today; the others have held. */
static gint64
follow_up_of (Demo *demo,
              int   which)
{
  return which == NEWEST_AGREED ? now (demo) + 14 * WEEK : 0;
}

static gboolean
bring_up (Demo    *demo,
          int      which,
          GError **error)
{
  const ReknitDemoIssue *text = &reknit_demo_issues[which];
  ReknitIssueState state = state_of (which);
  ReknitPartner *author = partner_of_turn (demo, which);
  g_autoptr (ReknitIssue) issue =
    g_object_new (REKNIT_TYPE_ISSUE, "author", id_of (author), "shared", now (demo), "title", _(text->title),
                  "happened", _(text->happened), "feelings", text->feelings, "need", _(text->need),
                  "own-part", say (text->own_part), "state", state, "outcome", say (text->outcome),
                  "kind", text->ongoing ? REKNIT_ISSUE_KIND_ONGOING : REKNIT_ISSUE_KIND_SOLVABLE,
                  "follow-up", follow_up_of (demo, which), NULL);
  g_autoptr (ReknitIssueView) view = NULL;

  if (!put (demo, issue, error))
    return FALSE;

  if (text->view != NULL)
    {
      view = g_object_new (REKNIT_TYPE_ISSUE_VIEW, "issue", id_of (issue), "shared", now (demo),
                           "author", id_of (author == demo->ana ? demo->ben : demo->ana), "body", _(text->view), NULL);
      if (!put (demo, view, error))
        return FALSE;
    }

  return state < REKNIT_ISSUE_STATE_TALKED || talk_over (demo, issue, which, error);
}

/* Each issue comes up once, the last ones in the last weeks. */
static gboolean
disagree (Demo    *demo,
          GError **error)
{
  int which = 7 - (demo->n_weeks - 1 - demo->week) / 6;

  return (demo->n_weeks - 1 - demo->week) % 6 != 0 || which < 0 || bring_up (demo, which, error);
}

static gboolean
live (ReknitStore  *store,
      gpointer      data,
      GError      **error)
{
  Demo *demo = data;

  if (!move_in (demo, error))
    return FALSE;

  for (demo->week = 0; demo->week < demo->n_weeks; demo->week++)
    {
      wait_until (demo, 0, 18);
      if (!reknit_demo_agreements_of_week (demo->store, demo->ana, demo->ben, demo->week, demo->n_weeks, error)
          || !feel (demo, error) || !disagree (demo, error)
          || !reknit_demo_date_of_week (demo->store, demo->ana, demo->ben, demo->first_day, demo->week, error)
          || !reknit_demo_ideas_of_week (demo->store, demo->week, error)
          || !reknit_demo_unplugged_of_week (demo->store, demo->week, error))
        return FALSE;

      wait_until (demo, 3, 21);
      if (!feel (demo, error))
        return FALSE;

      wait_until (demo, CHECK_IN_DAY, 19);
      if (!check_in (demo, error))
        return FALSE;
    }

  return reknit_demo_dates_ahead (demo->store, demo->ana, demo->ben, demo->today, error)
         && reknit_demo_rituals (demo->store, demo->ana, demo->ben, demo->today, error)
         && reknit_demo_weeks (demo->store, demo->ana, demo->ben, demo->today, error);
}

static ReknitClock *
clock_of_the_past (ReknitClock *present,
                   GDateTime   *first_day)
{
  g_autofree char *text = g_date_time_format (first_day, "%Y-%m-%dT12:00:00");
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (present);

  return reknit_test_clock_new (text, g_time_zone_get_identifier (zone));
}

/**
 * reknit_demo_fill:
 * @store: an empty store, kept apart from anybody's real one
 * @years: for how long the couple has used the program
 * @error: return location
 *
 * Writes the life of an invented couple with every tool there is, up to today.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_demo_fill (ReknitStore  *store,
                  int           years,
                  GError      **error)
{
  g_autoptr (ReknitClock) present = g_object_ref (reknit_clock_get_default ());
  g_autoptr (GDateTime) today = reknit_clock_local_now (present);
  g_autoptr (GDateTime) first_day = g_date_time_add_weeks (today, -52 * years);
  g_autoptr (ReknitClock) past = clock_of_the_past (present, first_day);
  Demo demo = {
    .store = store, .clock = past, .first_day = first_day, .today = today, .n_weeks = 52 * years, .rand = g_rand_new_with_seed (19),
  };
  gboolean done;

  reknit_clock_set_default (past);
  done = reknit_store_transact (store, NULL, live, &demo, error) && reknit_demo_ideas_rate (store, demo.ana, demo.ben, error);
  reknit_clock_set_default (present);

  g_clear_object (&demo.ana);
  g_clear_object (&demo.ben);
  g_rand_free (demo.rand);
  return done;
}
