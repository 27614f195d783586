#include "model-fixture.h"
#include "reknit-agreement.h"
#include "reknit-agreement-revision.h"
#include "reknit-check-in.h"
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
  g_assert_cmpuint (first->n_check_ins, ==, 1);
  g_assert_cmpuint (first->n_agreements, ==, 0);
  g_assert_cmpint (second->month, ==, 10);
  g_assert_cmpuint (second->n_talks, ==, 1);

  sign (fixture, reknit_record_get_id (REKNIT_RECORD (revision)), fixture->ben);
  one = reknit_together_list_months (fixture->store, 1);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (g_array_index (one, ReknitTogetherMonth, 0).n_agreements, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/together/counts-joint-things-by-month", test_counts_joint_things_by_month);
  return g_test_run ();
}
