#include "model-fixture.h"
#include "reknit-agreement.h"
#include "reknit-agreement-rule.h"

static ReknitAgreementRevision *
revise (ModelFixture      *fixture,
        const char *const *rules)
{
  g_autoptr (GError) error = NULL;
  ReknitAgreementRevision *revision =
    reknit_agreement_revise (fixture->store, "Change", REKNIT_AGREEMENT_GROUND_RULES, rules, &error);

  g_assert_no_error (error);
  return revision;
}

static void
sign (ReknitAgreementRevision *revision,
      ReknitPartner           *partner)
{
  g_autoptr (GError) error = NULL;

  reknit_agreement_revision_sign (revision, "Sign", partner, &error);
  g_assert_no_error (error);
}

static char *
read_rules (ReknitAgreementRevision *revision)
{
  ReknitRecord *record = REKNIT_RECORD (revision);
  g_autoptr (ReknitQuery) query = reknit_agreement_rule_query (reknit_record_get_id (record));
  g_autoptr (GPtrArray) rules = reknit_store_all (reknit_record_get_store (record), query);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++)
    g_string_append_printf (text, "%s;", reknit_record_get_text (rules->pdata[i], "body"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_holds_when_both_signed (ModelFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (ReknitAgreementRevision) revision = revise (fixture, (const char *[]) { "One at a time", "No phones", NULL });
  g_autoptr (ReknitAgreement) agreement = reknit_agreement_find (fixture->store, REKNIT_AGREEMENT_GROUND_RULES);
  g_autoptr (ReknitAgreementRevision) in_force = NULL;
  g_autofree char *rules = read_rules (revision);

  g_assert_cmpstr (rules, ==, "One at a time;No phones;");
  g_assert_null (reknit_agreement_get_in_force (agreement));
  sign (revision, fixture->ana);
  g_assert_false (reknit_agreement_revision_is_complete (revision));
  g_assert_null (reknit_agreement_get_in_force (agreement));
  sign (revision, fixture->ben);
  g_assert_true (reknit_agreement_revision_is_complete (revision));
  in_force = reknit_agreement_get_in_force (agreement);
  g_assert_true (in_force == revision);
}

static void
test_nobody_signs_twice (ModelFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (ReknitAgreementRevision) revision = revise (fixture, (const char *[]) { "One at a time", NULL });
  g_autoptr (GError) error = NULL;

  sign (revision, fixture->ana);
  g_assert_false (reknit_agreement_revision_sign (revision, "Sign", fixture->ana, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_CONSTRAINT);
  g_assert_false (reknit_agreement_revision_is_complete (revision));
}

static void
test_change_asks_again (ModelFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (ReknitAgreementRevision) first = revise (fixture, (const char *[]) { "One at a time", NULL });
  g_autoptr (ReknitAgreement) agreement = reknit_agreement_find (fixture->store, REKNIT_AGREEMENT_GROUND_RULES);
  g_autoptr (ReknitAgreementRevision) second = NULL;
  g_autoptr (ReknitAgreementRevision) in_force = NULL;
  g_autofree char *old_rules = NULL;

  sign (first, fixture->ana);
  sign (first, fixture->ben);
  second = revise (fixture, (const char *[]) { "One at a time", "A break when either asks", NULL });
  g_assert_cmpint (reknit_record_get_integer (second, "number"), ==, 2);
  g_assert_false (reknit_agreement_revision_is_signed (second));
  in_force = reknit_agreement_get_in_force (agreement);
  g_assert_true (in_force == first);
  old_rules = read_rules (first);
  g_assert_cmpstr (old_rules, ==, "One at a time;");
}

static void
test_unsigned_wording_is_written_over (ModelFixture  *fixture,
                                       gconstpointer  data)
{
  g_autoptr (ReknitAgreementRevision) first = revise (fixture, (const char *[]) { "One at a time", NULL });
  g_autoptr (ReknitAgreementRevision) again = revise (fixture, (const char *[]) { "No shouting", "No phones", NULL });
  g_autofree char *rules = read_rules (again);

  g_assert_true (first == again);
  g_assert_cmpstr (rules, ==, "No shouting;No phones;");
}

static void
test_undo_takes_it_all_back (ModelFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (ReknitAgreementRevision) revision = revise (fixture, (const char *[]) { "One at a time", NULL });
  g_autoptr (GError) error = NULL;

  g_clear_object (&revision);
  reknit_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_null (reknit_agreement_find (fixture->store, REKNIT_AGREEMENT_GROUND_RULES));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/agreement/holds-when-both-signed", test_holds_when_both_signed);
  model_test_add ("/agreement/nobody-signs-twice", test_nobody_signs_twice);
  model_test_add ("/agreement/change-asks-again", test_change_asks_again);
  model_test_add ("/agreement/unsigned-wording-is-written-over", test_unsigned_wording_is_written_over);
  model_test_add ("/agreement/undo-takes-it-all-back", test_undo_takes_it_all_back);
  return g_test_run ();
}
