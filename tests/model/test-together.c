#include "model-fixture.h"
#include "reknit-agreement.h"
#include "reknit-agreement-revision.h"
#include "reknit-check-in.h"
#include "reknit-plan.h"
#include "reknit-ritual-mark.h"
#include "reknit-ritual.h"
#include "reknit-signature.h"
#include "reknit-talk.h"
#include "reknit-together.h"

static void
save (ModelFixture *fixture,
      gpointer      record)
{
  g_autoptr (GError) error = NULL;

  reknit_store_save (fixture->store, NULL, record, &error);
  g_assert_no_error (error);
}

static void
sign (ModelFixture *fixture,
      gint64        revision,
      gpointer      partner)
{
  g_autoptr (ReknitSignature) signature =
    g_object_new (REKNIT_TYPE_SIGNATURE, "revision", revision, "partner", reknit_record_get_id (partner), NULL);

  save (fixture, signature);
}

static void
test_counts_joint_things_by_month (ModelFixture  *fixture,
                                   gconstpointer  data)
{
  gint64 now = reknit_clock_now (fixture->clock);
  g_autoptr (ReknitCheckIn) open = g_object_new (REKNIT_TYPE_CHECK_IN, "due", now, NULL);
  g_autoptr (ReknitCheckIn) closed = g_object_new (REKNIT_TYPE_CHECK_IN, "due", now, "closed", now, NULL);
  /* Half an hour into October in Berlin, still September in UTC. */
  g_autoptr (GDateTime) october = g_date_time_new_utc (2026, 9, 30, 22, 30, 0);
  g_autoptr (ReknitTalk) talk = g_object_new (REKNIT_TYPE_TALK, "topic", "Dishes", "ended", g_date_time_to_unix (october), NULL);
  g_autoptr (ReknitAgreement) agreement = g_object_new (REKNIT_TYPE_AGREEMENT, "kind", "ground-rules", NULL);
  g_autoptr (ReknitAgreementRevision) revision = NULL;
  g_autoptr (GArray) months = NULL;
  g_autoptr (GArray) one = NULL;
  ReknitTogetherMonth *first, *second;

  save (fixture, open);
  save (fixture, closed);
  save (fixture, talk);
  save (fixture, agreement);
  revision = g_object_new (REKNIT_TYPE_AGREEMENT_REVISION, "agreement", reknit_record_get_id (REKNIT_RECORD (agreement)),
                           "number", (gint64) 1, NULL);
  save (fixture, revision);
  sign (fixture, reknit_record_get_id (REKNIT_RECORD (revision)), fixture->ana);

  months = reknit_together_list_months (fixture->store, 12);
  g_assert_cmpuint (months->len, ==, 2);
  first = &g_array_index (months, ReknitTogetherMonth, 0);
  second = &g_array_index (months, ReknitTogetherMonth, 1);
  g_assert_cmpint (first->month, ==, 11);
  g_assert_cmpuint (first->counts[REKNIT_TOGETHER_CHECK_IN], ==, 1);
  g_assert_cmpuint (first->counts[REKNIT_TOGETHER_AGREEMENT], ==, 0);
  g_assert_cmpint (second->month, ==, 10);
  g_assert_cmpuint (second->counts[REKNIT_TOGETHER_TALK], ==, 1);

  sign (fixture, reknit_record_get_id (REKNIT_RECORD (revision)), fixture->ben);
  one = reknit_together_list_months (fixture->store, 1);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (g_array_index (one, ReknitTogetherMonth, 0).counts[REKNIT_TOGETHER_AGREEMENT], ==, 1);
}

static ReknitRitualMark *
mark (ModelFixture *fixture,
      gpointer      ritual,
      gpointer      partner,
      const char   *day)
{
  ReknitRitualMark *self = g_object_new (REKNIT_TYPE_RITUAL_MARK, "ritual", reknit_record_get_id (ritual), "day", day,
                                         "state", REKNIT_MARK_STATE_DONE, NULL);

  if (partner != NULL)
    g_object_set (self, "partner", reknit_record_get_id (partner), NULL);
  save (fixture, self);
  return self;
}

/* A day is a day wherever the clock stood, and one that only one of them marked was not for both. */
static void
test_counts_days (ModelFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr (ReknitPlan) done = g_object_new (REKNIT_TYPE_PLAN, "kind", REKNIT_PLAN_KIND_DATE, "state", REKNIT_PLAN_STATE_DONE,
                                              "starts", "2026-09-30T23:30", "ends", "2026-10-01T01:00", "rule", "", NULL);
  g_autoptr (ReknitPlan) planned = g_object_new (REKNIT_TYPE_PLAN, "kind", REKNIT_PLAN_KIND_DATE, "starts", "2026-09-29T20:00",
                                                 "ends", "2026-09-29T22:00", "rule", "", NULL);
  g_autoptr (ReknitPlan) own = g_object_new (REKNIT_TYPE_PLAN, "kind", REKNIT_PLAN_KIND_OWN, "state", REKNIT_PLAN_STATE_DONE,
                                             "starts", "2026-08-29T20:00", "ends", "2026-08-29T22:00", "rule", "", NULL);
  g_autoptr (ReknitRitual) ritual = g_object_new (REKNIT_TYPE_RITUAL, "kind", "daily", "cue", "At breakfast", "deed", "Talk",
                                                  "rule", "FREQ=DAILY", "starts", "2026-01-01", NULL);
  g_autoptr (ReknitRitualMark) of_both = NULL, of_ana = NULL, of_ben = NULL, of_one = NULL;
  g_autoptr (GArray) months = NULL;
  ReknitTogetherMonth *september;

  save (fixture, done);
  save (fixture, planned);
  save (fixture, own);
  save (fixture, ritual);
  of_both = mark (fixture, ritual, NULL, "2026-09-01");
  of_ana = mark (fixture, ritual, fixture->ana, "2026-09-02");
  of_ben = mark (fixture, ritual, fixture->ben, "2026-09-02");
  of_one = mark (fixture, ritual, fixture->ben, "2026-07-03");

  months = reknit_together_list_months (fixture->store, 12);
  g_assert_cmpuint (months->len, ==, 1);
  september = &g_array_index (months, ReknitTogetherMonth, 0);
  g_assert_cmpint (september->month, ==, 9);
  g_assert_cmpuint (september->counts[REKNIT_TOGETHER_DATE], ==, 1);
  g_assert_cmpuint (september->counts[REKNIT_TOGETHER_RITUAL], ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/together/counts-joint-things-by-month", test_counts_joint_things_by_month);
  model_test_add ("/together/counts-days", test_counts_days);
  return g_test_run ();
}
