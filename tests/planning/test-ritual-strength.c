#include "reknit-local-time.h"
#include "reknit-ritual-strength.h"

#include <math.h>

#define DONE   REKNIT_MARK_STATE_DONE
#define MISSED REKNIT_MARK_STATE_MISSED
#define NONE   REKNIT_MARK_STATE_NONE

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

static double
frequency_of (const char *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitRecurrence) recurrence = reknit_recurrence_new ("2026-11-22T00:00:00", rule, &error);

  g_assert_no_error (error);
  return reknit_ritual_strength_frequency (recurrence);
}

static void
add (ReknitRitualStrength *strength,
     ReknitMarkState       first,
     ReknitMarkState       second,
     double                frequency,
     guint                 times)
{
  ReknitRitualDay day = { "2026-11-22", { first, second } };

  for (guint i = 0; i < times; i++)
    reknit_ritual_strength_add (strength, &day, frequency);
}

static void
test_frequency (void)
{
  assert_near (frequency_of ("FREQ=DAILY"), 1);
  assert_near (frequency_of ("FREQ=DAILY;INTERVAL=3"), 1.0 / 3);
  assert_near (frequency_of ("FREQ=WEEKLY"), 1.0 / 7);
  assert_near (frequency_of ("FREQ=WEEKLY;BYDAY=MO,TH"), 2.0 / 7);
  assert_near (frequency_of ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"), 1.0 / 7);
  assert_near (frequency_of ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"), 1);
  assert_near (frequency_of ("FREQ=MONTHLY;BYMONTHDAY=5"), 1 / 30.4375);
  assert_near (frequency_of (""), 1 / 365.25);
}

/* The formula with its numbers written out, as in Loop's own documentation of it. */
static void
test_formula (void)
{
  double m = pow (0.5, 1.0 / 13);

  assert_near (reknit_ritual_strength_smooth (0, 1, 1, 1), 1 - m);
  assert_near (reknit_ritual_strength_smooth (0.4, 0, 1, 1), 0.4 * m);
  assert_near (reknit_ritual_strength_smooth (0.4, 0.5, 1, 1), 0.4 * m + 0.5 * (1 - m));
  assert_near (reknit_ritual_strength_smooth (0, 1, 1, 13), 0.5);
  m = pow (0.5, sqrt (1.0 / 7) / 13);
  assert_near (reknit_ritual_strength_smooth (0.3, 1, 1.0 / 7, 1), 0.3 * m + 1 - m);
}

/* Who noted nothing did not miss it. */
static void
test_done_by_both_and_by_one (void)
{
  ReknitRitualStrength both = { 0 }, one = { 0 }, other_missed = { 0 };

  add (&both, DONE, DONE, 1, 13);
  add (&one, DONE, NONE, 1, 13);
  add (&other_missed, MISSED, DONE, 1, 13);
  assert_near (both.score, 0.5);
  assert_near (one.score, 0.5);
  assert_near (other_missed.score, 0.25);
}

static void
test_not_recorded_changes_nothing (void)
{
  ReknitRitualStrength strength = { 0 };
  double before;

  add (&strength, DONE, DONE, 1, 20);
  before = strength.score;
  add (&strength, NONE, NONE, 1, 100);
  assert_near (strength.score, before);
  add (&strength, MISSED, NONE, 1, 1);
  assert_near (strength.score, before * pow (0.5, 1.0 / 13));
}

/* What comes once a week stands for its whole week. */
static void
test_seldom_is_not_less (void)
{
  ReknitRitualStrength weekly = { 0 };

  add (&weekly, DONE, DONE, 1.0 / 7, 1);
  assert_near (weekly.score, 1 - pow (0.5, 7 * sqrt (1.0 / 7) / 13));
  add (&weekly, DONE, DONE, 1.0 / 7, 20);
  g_assert_cmpint (weekly.stage, ==, REKNIT_RITUAL_STAGE_ROOTED);
}

static void
test_stages_come_in_time (void)
{
  static const guint reached[REKNIT_N_RITUAL_STAGES] = { 0, 4, 18, 44 };
  ReknitRitualStrength strength = { 0 };
  guint n_days = 0;

  for (int stage = REKNIT_RITUAL_STAGE_BEGUN; stage < REKNIT_N_RITUAL_STAGES; stage++)
    {
      while ((int) strength.stage < stage)
        {
          add (&strength, DONE, DONE, 1, 1);
          n_days++;
        }
      g_assert_cmpuint (n_days, ==, reached[stage]);
    }
}

/* However lately a word was reached, a miss does not take it. */
static void
test_a_miss_does_no_harm (void)
{
  ReknitRitualStrength strength = { 0 };
  ReknitRitualStage before = REKNIT_RITUAL_STAGE_BEGUN;

  for (guint day = 0; day < 60; day++)
    {
      ReknitRitualStrength missed;

      add (&strength, DONE, DONE, 1, 1);
      g_assert_cmpint (strength.stage, >=, before);
      before = strength.stage;
      missed = strength;
      add (&missed, MISSED, MISSED, 1, 5);
      g_assert_cmpint (missed.stage, ==, strength.stage);
      add (&missed, DONE, DONE, 1, 5);
      g_assert_cmpint (missed.stage, >=, strength.stage);
    }
}

static void
test_what_is_given_up_fades (void)
{
  ReknitRitualStrength strength = { 0 };

  add (&strength, DONE, DONE, 1, 100);
  g_assert_cmpint (strength.stage, ==, REKNIT_RITUAL_STAGE_ROOTED);
  add (&strength, MISSED, MISSED, 1, 12);
  g_assert_cmpint (strength.stage, ==, REKNIT_RITUAL_STAGE_SETTLING);
  add (&strength, MISSED, MISSED, 1, 100);
  g_assert_cmpint (strength.stage, ==, REKNIT_RITUAL_STAGE_BEGUN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ritual-strength/frequency", test_frequency);
  g_test_add_func ("/ritual-strength/formula", test_formula);
  g_test_add_func ("/ritual-strength/done-by-both-and-by-one", test_done_by_both_and_by_one);
  g_test_add_func ("/ritual-strength/not-recorded-changes-nothing", test_not_recorded_changes_nothing);
  g_test_add_func ("/ritual-strength/seldom-is-not-less", test_seldom_is_not_less);
  g_test_add_func ("/ritual-strength/stages-come-in-time", test_stages_come_in_time);
  g_test_add_func ("/ritual-strength/a-miss-does-no-harm", test_a_miss_does_no_harm);
  g_test_add_func ("/ritual-strength/what-is-given-up-fades", test_what_is_given_up_fades);
  return g_test_run ();
}
