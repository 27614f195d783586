#include "model-fixture.h"
#include "reknit-check-in.h"
#include "reknit-vault.h"

static ReknitCheckIn *
begin (ModelFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ReknitCheckIn *check_in =
    reknit_check_in_begin (fixture->store, "Begin", reknit_clock_now (fixture->clock), 0, &error);

  g_assert_no_error (error);
  return check_in;
}

static void
answer (ModelFixture  *fixture,
        ReknitCheckIn *check_in,
        ReknitPartner *partner,
        gint64         closeness)
{
  gint64 author = reknit_record_get_id (REKNIT_RECORD (partner));
  g_autoptr (ReknitCheckInAnswer) record = NULL;
  g_autoptr (GError) error = NULL;

  reknit_store_set_reader (fixture->store, author);
  record = reknit_check_in_answer_new (reknit_record_get_id (REKNIT_RECORD (check_in)), author);
  g_object_set (record, "closeness", closeness, "wish", "a walk on Sunday",
                "ready", reknit_clock_now (fixture->clock), NULL);
  reknit_store_save (fixture->store, "Answer", record, &error);
  g_assert_no_error (error);
}

static void
test_one_at_a_time (ModelFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr (ReknitCheckIn) first = begin (fixture);
  g_autoptr (ReknitCheckIn) second = begin (fixture);

  g_assert_true (first == second);
  g_assert_cmpint (reknit_record_get_integer (first, "state"), ==, REKNIT_CHECK_IN_STATE_ANSWERING);
}

static void
test_nothing_said_is_not_zero (ModelFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (ReknitCheckInAnswer) record = reknit_check_in_answer_new (1, 2);

  g_assert_cmpint (reknit_record_get_integer (record, "closeness"), ==, REKNIT_RATING_NONE);
  g_assert_cmpint (reknit_record_get_integer (record, "stress"), ==, REKNIT_RATING_NONE);
}

static void
test_neither_sees_the_other_before (ModelFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (ReknitCheckIn) check_in = begin (fixture);

  answer (fixture, check_in, fixture->ana, 7);
  reknit_store_set_reader (fixture->store, reknit_record_get_id (REKNIT_RECORD (fixture->ben)));
  g_assert_null (reknit_check_in_get_answer (check_in, fixture->ana));
  g_assert_false (reknit_check_in_everyone_is_ready (check_in));
  reknit_store_set_reader (fixture->store, 0);
  g_assert_null (reknit_check_in_get_answer (check_in, fixture->ana));
}

static void
test_both_open_in_one_step (ModelFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (ReknitCheckIn) check_in = begin (fixture);
  g_autoptr (ReknitCheckInAnswer) of_ana = NULL;
  g_autoptr (ReknitCheckInAnswer) of_ben = NULL;
  g_autoptr (GError) error = NULL;

  answer (fixture, check_in, fixture->ana, 7);
  answer (fixture, check_in, fixture->ben, 4);
  g_assert_true (reknit_check_in_everyone_is_ready (check_in));
  reknit_store_set_reader (fixture->store, 0);
  reknit_check_in_reveal (check_in, &error);
  g_assert_no_error (error);
  of_ana = reknit_check_in_get_answer (check_in, fixture->ana);
  of_ben = reknit_check_in_get_answer (check_in, fixture->ben);
  g_assert_cmpint (reknit_record_get_integer (of_ana, "closeness"), ==, 7);
  g_assert_cmpint (reknit_record_get_integer (of_ben, "closeness"), ==, 4);
  g_assert_cmpstr (reknit_record_get_text (of_ben, "wish"), ==, "a walk on Sunday");
  g_assert_cmpint (reknit_record_get_integer (check_in, "state"), ==, REKNIT_CHECK_IN_STATE_REVEALED);
}

static void
on_created (GObject      *vault,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  g_autoptr (ReknitKeyWraps) wraps = reknit_vault_create_finish (REKNIT_VAULT (vault), result, &code, &error);

  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static ReknitVault *
give_keys (ModelFixture *fixture)
{
  ReknitVault *vault = g_object_new (REKNIT_TYPE_VAULT, "kdf-cost", REKNIT_KDF_COST_MINIMAL, NULL);
  ReknitPartner *partners[] = { fixture->ana, fixture->ben };

  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    {
      gboolean created = FALSE;

      reknit_vault_create_async (vault, reknit_record_get_id (REKNIT_RECORD (partners[i])), "a walk by the sea",
                                 NULL, on_created, &created);
      while (!created)
        g_main_context_iteration (NULL, TRUE);
    }

  return vault;
}

/* Opens the same file again with a vault. */
static ReknitVault *
seal (ModelFixture *fixture)
{
  ReknitVault *vault = give_keys (fixture);
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->ana);
  g_clear_object (&fixture->ben);
  reknit_store_close (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  fixture->store = reknit_store_open (fixture->path, REKNIT_SEALER (vault), &error);
  g_assert_no_error (error);
  fixture->ana = reknit_partner_at (fixture->store, 1);
  fixture->ben = reknit_partner_at (fixture->store, 2);
  return vault;
}

static gint64
find_answer (ModelFixture  *fixture,
             ReknitPartner *partner)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (fixture->store, "SELECT id FROM check_in_answer WHERE author = :author");
  gboolean has_row;

  reknit_statement_bind_integer (statement, ":author", reknit_record_get_id (REKNIT_RECORD (partner)));
  g_assert_true (reknit_statement_step (statement, &has_row, NULL));
  g_assert_true (has_row);
  return reknit_statement_get_integer (statement, 0);
}

static void
test_sealed_until_both_keys_are_there (ModelFixture  *fixture,
                                       gconstpointer  data)
{
  g_autoptr (ReknitVault) vault = seal (fixture);
  g_autoptr (ReknitCheckIn) check_in = begin (fixture);
  g_autoptr (ReknitCheckInAnswer) of_ana = NULL;
  g_autoptr (GError) error = NULL;

  answer (fixture, check_in, fixture->ana, 7);
  answer (fixture, check_in, fixture->ben, 4);
  reknit_store_set_reader (fixture->store, 0);
  of_ana = reknit_store_find (fixture->store, REKNIT_TYPE_CHECK_IN_ANSWER,
                              find_answer (fixture, fixture->ana));

  reknit_vault_lock (vault, reknit_record_get_id (REKNIT_RECORD (fixture->ben)));
  g_assert_false (reknit_check_in_reveal (check_in, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_LOCKED);
  g_assert_cmpint (reknit_record_get_integer (check_in, "state"), ==, REKNIT_CHECK_IN_STATE_ANSWERING);
  g_assert_false (reknit_record_is_readable (REKNIT_RECORD (of_ana)));
  g_assert_false (reknit_record_is_dirty (REKNIT_RECORD (of_ana)));
  g_assert_null (reknit_record_get_text (of_ana, "wish"));
}

static void
test_keys_open_both (ModelFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (ReknitVault) vault = seal (fixture);
  g_autoptr (ReknitCheckIn) check_in = begin (fixture);
  g_autoptr (ReknitCheckInAnswer) of_ana = NULL;
  g_autoptr (ReknitCheckInAnswer) of_ben = NULL;
  g_autoptr (GError) error = NULL;

  answer (fixture, check_in, fixture->ana, 7);
  answer (fixture, check_in, fixture->ben, 4);
  reknit_store_set_reader (fixture->store, 0);
  reknit_check_in_reveal (check_in, &error);
  g_assert_no_error (error);
  of_ana = reknit_check_in_get_answer (check_in, fixture->ana);
  of_ben = reknit_check_in_get_answer (check_in, fixture->ben);
  g_assert_cmpint (reknit_record_get_integer (of_ana, "closeness"), ==, 7);
  g_assert_cmpint (reknit_record_get_integer (of_ben, "closeness"), ==, 4);
  g_assert_cmpint (reknit_record_get_integer (of_ben, "stress"), ==, REKNIT_RATING_NONE);
}

static void
test_closed_goes_into_history (ModelFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (ReknitCheckIn) check_in = begin (fixture);
  g_autoptr (ReknitQuery) history = reknit_check_in_query_history (0);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (reknit_store_count (fixture->store, history), ==, 0);
  answer (fixture, check_in, fixture->ana, 7);
  answer (fixture, check_in, fixture->ben, 4);
  reknit_check_in_reveal (check_in, &error);
  g_assert_no_error (error);
  reknit_check_in_close (check_in, "Close", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reknit_store_count (fixture->store, history), ==, 1);
  g_assert_null (reknit_check_in_current (fixture->store));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/check-in/one-at-a-time", test_one_at_a_time);
  model_test_add ("/check-in/nothing-said-is-not-zero", test_nothing_said_is_not_zero);
  model_test_add ("/check-in/neither-sees-the-other-before", test_neither_sees_the_other_before);
  model_test_add ("/check-in/both-open-in-one-step", test_both_open_in_one_step);
  model_test_add ("/check-in/sealed-until-both-keys-are-there", test_sealed_until_both_keys_are_there);
  model_test_add ("/check-in/keys-open-both", test_keys_open_both);
  model_test_add ("/check-in/closed-goes-into-history", test_closed_goes_into_history);
  return g_test_run ();
}
