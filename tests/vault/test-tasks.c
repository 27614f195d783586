#include "vault-fixture.h"

#define PASSPHRASE "lamp river cotton"
#define OTHER_PASSPHRASE "seven quiet boats"

typedef struct
{
  ReknitVault *vault;
  ReknitKeyWraps *wraps;
  guint opened;
  guint closed;
} Fixture;

static void
count (ReknitVault *vault,
       gint64       owner,
       gpointer     user_data)
{
  guint *counter = user_data;

  ++*counter;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *code = NULL;

  fixture->vault = vault_fixture_new ();
  fixture->wraps = vault_fixture_create (fixture->vault, ADA, PASSPHRASE, &code, NULL);
  reknit_vault_lock (fixture->vault, ADA);
  g_signal_connect (fixture->vault, "opened", G_CALLBACK (count), &fixture->opened);
  g_signal_connect (fixture->vault, "closed", G_CALLBACK (count), &fixture->closed);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->vault);
  reknit_key_wraps_unref (fixture->wraps);
}

static void
assert_unlock_fails (ReknitVault   *vault,
                     GAsyncResult **result,
                     GQuark         domain,
                     int            code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (reknit_vault_unlock_finish (vault, vault_fixture_wait (result), &error));
  g_assert_error (error, domain, code);
}

static void
test_right_and_wrong_together (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (GAsyncResult) right = NULL;
  g_autoptr (GAsyncResult) wrong = NULL;
  g_autoptr (GAsyncResult) right_again = NULL;
  g_autoptr (GError) error = NULL;

  reknit_vault_unlock_async (fixture->vault, ADA, PASSPHRASE, NULL, vault_fixture_keep, &right);
  reknit_vault_unlock_async (fixture->vault, ADA, "wrong", NULL, vault_fixture_keep, &wrong);
  reknit_vault_unlock_async (fixture->vault, ADA, PASSPHRASE, NULL, vault_fixture_keep, &right_again);
  g_assert_false (reknit_vault_is_open (fixture->vault, ADA));

  g_assert_true (reknit_vault_unlock_finish (fixture->vault, vault_fixture_wait (&right), &error));
  g_assert_true (reknit_vault_unlock_finish (fixture->vault, vault_fixture_wait (&right_again), &error));
  assert_unlock_fails (fixture->vault, &wrong, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_WRONG_PASSPHRASE);
  g_assert_true (reknit_vault_is_open (fixture->vault, ADA));
  g_assert_cmpuint (fixture->opened, ==, 1);
  g_assert_cmpuint (fixture->closed, ==, 0);
}

static void
test_two_creations (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (ReknitKeyWraps) first_wraps = NULL;
  g_autoptr (ReknitKeyWraps) second_wraps = NULL;
  g_autofree char *first_code = NULL;
  g_autofree char *second_code = NULL;
  g_autoptr (GError) error = NULL;

  reknit_vault_create_async (fixture->vault, BEN, PASSPHRASE, NULL, vault_fixture_keep, &first);
  reknit_vault_create_async (fixture->vault, BEN, OTHER_PASSPHRASE, NULL, vault_fixture_keep, &second);
  first_wraps = reknit_vault_create_finish (fixture->vault, vault_fixture_wait (&first), &first_code, NULL);
  second_wraps = reknit_vault_create_finish (fixture->vault, vault_fixture_wait (&second), &second_code, &error);

  g_assert_true ((first_wraps != NULL) != (second_wraps != NULL));
  g_assert_true ((first_code != NULL) == (first_wraps != NULL));
  g_assert_true ((second_code != NULL) == (second_wraps != NULL));
  if (second_wraps == NULL)
    g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_HAS_KEY);
  g_assert_true (reknit_vault_get_wraps (fixture->vault, BEN) == (first_wraps != NULL ? first_wraps : second_wraps));
  g_assert_cmpuint (fixture->opened, ==, 1);
}

static void
test_two_changes (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (ReknitKeyWraps) first_wraps = NULL;
  g_autoptr (ReknitKeyWraps) second_wraps = NULL;
  gboolean first_holds;

  g_assert_true (vault_fixture_unlock (fixture->vault, ADA, PASSPHRASE, NULL));
  reknit_vault_change_passphrase_async (fixture->vault, ADA, "first", NULL, vault_fixture_keep, &first);
  reknit_vault_change_passphrase_async (fixture->vault, ADA, "second", NULL, vault_fixture_keep, &second);
  first_wraps = reknit_vault_change_passphrase_finish (fixture->vault, vault_fixture_wait (&first), NULL);
  second_wraps = reknit_vault_change_passphrase_finish (fixture->vault, vault_fixture_wait (&second), NULL);
  g_assert_nonnull (first_wraps);
  g_assert_nonnull (second_wraps);

  first_holds = reknit_vault_get_wraps (fixture->vault, ADA) == first_wraps;
  g_assert_true (first_holds || reknit_vault_get_wraps (fixture->vault, ADA) == second_wraps);
  g_assert_true (vault_fixture_verify (fixture->vault, ADA, first_holds ? "first" : "second", NULL));
  g_assert_false (vault_fixture_verify (fixture->vault, ADA, first_holds ? "second" : "first", NULL));
}

static void
test_lock_outlasts_an_unlock (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (GAsyncResult) unlock = NULL;
  g_autoptr (GAsyncResult) after = NULL;

  reknit_vault_unlock_async (fixture->vault, ADA, PASSPHRASE, NULL, vault_fixture_keep, &unlock);
  reknit_vault_lock_all (fixture->vault);
  reknit_vault_unlock_async (fixture->vault, ADA, PASSPHRASE, NULL, vault_fixture_keep, &after);
  assert_unlock_fails (fixture->vault, &unlock, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_LOCKED);
  g_assert_true (reknit_vault_unlock_finish (fixture->vault, vault_fixture_wait (&after), NULL));
  g_assert_cmpuint (fixture->opened, ==, 1);
}

static void
test_lock_outlasts_a_recovery (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (ReknitKeyWraps) wraps = vault_fixture_fixed_wraps ();
  g_autoptr (GAsyncResult) recovery = NULL;
  g_autoptr (GError) error = NULL;

  reknit_vault_add_wraps (fixture->vault, FIXED_OWNER, wraps);
  reknit_vault_unlock_with_recovery_async (fixture->vault, FIXED_OWNER, FIXED_CODE, NULL, vault_fixture_keep,
                                           &recovery);
  reknit_vault_lock (fixture->vault, FIXED_OWNER);
  g_assert_false (reknit_vault_unlock_with_recovery_finish (fixture->vault, vault_fixture_wait (&recovery), &error));
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_LOCKED);
  g_assert_cmpuint (fixture->opened, ==, 0);
}

static void
test_lock_outlasts_creation_and_change (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (GAsyncResult) create = NULL;
  g_autoptr (GAsyncResult) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  g_assert_true (vault_fixture_unlock (fixture->vault, ADA, PASSPHRASE, NULL));
  reknit_vault_create_async (fixture->vault, BEN, PASSPHRASE, NULL, vault_fixture_keep, &create);
  reknit_vault_change_passphrase_async (fixture->vault, ADA, "new", NULL, vault_fixture_keep, &change);
  reknit_vault_lock_all (fixture->vault);

  g_assert_null (reknit_vault_create_finish (fixture->vault, vault_fixture_wait (&create), &code, &error));
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (reknit_vault_change_passphrase_finish (fixture->vault, vault_fixture_wait (&change), &error));
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_LOCKED);
  g_assert_false (reknit_vault_has_key (fixture->vault, BEN));
  g_assert_true (reknit_vault_get_wraps (fixture->vault, ADA) == fixture->wraps);
  g_assert_true (vault_fixture_verify (fixture->vault, ADA, PASSPHRASE, NULL));
}

static void
test_removed_while_unlocking (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (GAsyncResult) unlock = NULL;

  reknit_vault_unlock_async (fixture->vault, ADA, PASSPHRASE, NULL, vault_fixture_keep, &unlock);
  reknit_vault_remove (fixture->vault, ADA);
  assert_unlock_fails (fixture->vault, &unlock, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_LOCKED);
  g_assert_false (reknit_vault_is_open (fixture->vault, ADA));
  g_assert_cmpuint (fixture->opened, ==, 0);
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  gboolean beforehand = GPOINTER_TO_INT (data);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) unlock = NULL;
  g_autoptr (GAsyncResult) create = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  if (beforehand)
    g_cancellable_cancel (cancellable);
  reknit_vault_unlock_async (fixture->vault, ADA, PASSPHRASE, cancellable, vault_fixture_keep, &unlock);
  reknit_vault_create_async (fixture->vault, BEN, PASSPHRASE, cancellable, vault_fixture_keep, &create);
  g_cancellable_cancel (cancellable);

  assert_unlock_fails (fixture->vault, &unlock, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (reknit_vault_create_finish (fixture->vault, vault_fixture_wait (&create), &code, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (code);
  g_assert_false (reknit_vault_is_open (fixture->vault, ADA));
  g_assert_false (reknit_vault_has_key (fixture->vault, BEN));
  g_assert_cmpuint (fixture->opened, ==, 0);
}

static void
test_cancelled_recovery (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (ReknitKeyWraps) wraps = vault_fixture_fixed_wraps ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) recovery = NULL;
  g_autoptr (GError) error = NULL;

  reknit_vault_add_wraps (fixture->vault, FIXED_OWNER, wraps);
  reknit_vault_unlock_with_recovery_async (fixture->vault, FIXED_OWNER, FIXED_CODE, cancellable, vault_fixture_keep,
                                           &recovery);
  g_cancellable_cancel (cancellable);
  g_assert_false (reknit_vault_unlock_with_recovery_finish (fixture->vault, vault_fixture_wait (&recovery), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (reknit_vault_is_open (fixture->vault, FIXED_OWNER));
}

/* A cancel that comes when the key is open already must not report that nothing happened. */
static void
test_cancelled_too_late (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) unlock = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect_swapped (fixture->vault, "opened", G_CALLBACK (g_cancellable_cancel), cancellable);
  reknit_vault_unlock_async (fixture->vault, ADA, PASSPHRASE, cancellable, vault_fixture_keep, &unlock);
  g_assert_true (reknit_vault_unlock_finish (fixture->vault, vault_fixture_wait (&unlock), &error));
  g_assert_no_error (error);
  g_assert_true (reknit_vault_is_open (fixture->vault, ADA));
}

static void
test_locked_by_who_hears_it (Fixture      *fixture,
                             gconstpointer data)
{
  g_signal_connect (fixture->vault, "opened", G_CALLBACK (reknit_vault_lock), NULL);
  g_assert_true (vault_fixture_unlock (fixture->vault, ADA, PASSPHRASE, NULL));
  g_assert_false (reknit_vault_is_open (fixture->vault, ADA));
  g_assert_cmpuint (fixture->opened, ==, 1);
  g_assert_cmpuint (fixture->closed, ==, 1);
}

static void
test_outlived_by_its_task (void)
{
  ReknitVault *vault = vault_fixture_new ();
  g_autoptr (ReknitKeyWraps) wraps = vault_fixture_fixed_wraps ();
  g_autoptr (GAsyncResult) unlock = NULL;

  g_object_add_weak_pointer (G_OBJECT (vault), (gpointer *) &vault);
  reknit_vault_add_wraps (vault, FIXED_OWNER, wraps);
  reknit_vault_unlock_async (vault, FIXED_OWNER, FIXED_PASSPHRASE, NULL, vault_fixture_keep, &unlock);
  g_object_unref (vault);
  g_assert_nonnull (vault);
  vault_fixture_wait (&unlock);
  g_assert_true (reknit_vault_unlock_finish (vault, unlock, NULL));
  g_clear_object (&unlock);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (vault);
}

static gpointer
seal_until_locked (gpointer user_data)
{
  ReknitVault *vault = user_data;

  for (guint i = 0;; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) sealed = reknit_sealer_seal (REKNIT_SEALER (vault), ADA, "feeling", i, "story", "text", &error);

      if (sealed == NULL)
        {
          g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_LOCKED);
          return GUINT_TO_POINTER (i);
        }
    }
}

static void
test_locked_under_other_threads (Fixture      *fixture,
                                 gconstpointer data)
{
  for (int round = 0; round < 20; round++)
    {
      GThread *threads[2];

      g_assert_true (vault_fixture_unlock (fixture->vault, ADA, PASSPHRASE, NULL));
      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("sealing", seal_until_locked, fixture->vault);
      g_usleep (2000);
      reknit_vault_lock (fixture->vault, ADA);
      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);
    }
}

#define ADD(name, func) g_test_add ("/vault/tasks/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("right-and-wrong-together", test_right_and_wrong_together);
  ADD ("two-creations", test_two_creations);
  ADD ("two-changes", test_two_changes);
  ADD ("lock-outlasts-an-unlock", test_lock_outlasts_an_unlock);
  ADD ("lock-outlasts-a-recovery", test_lock_outlasts_a_recovery);
  ADD ("lock-outlasts-creation-and-change", test_lock_outlasts_creation_and_change);
  ADD ("removed-while-unlocking", test_removed_while_unlocking);
  ADD ("cancelled", test_cancelled);
  g_test_add ("/vault/tasks/cancelled-beforehand", Fixture, GINT_TO_POINTER (TRUE), set_up, test_cancelled, tear_down);
  ADD ("cancelled-recovery", test_cancelled_recovery);
  ADD ("cancelled-too-late", test_cancelled_too_late);
  ADD ("locked-by-who-hears-it", test_locked_by_who_hears_it);
  g_test_add_func ("/vault/tasks/outlived-by-its-task", test_outlived_by_its_task);
  ADD ("locked-under-other-threads", test_locked_under_other_threads);
  return g_test_run ();
}
