#include "ui-fixture.h"

#include "reknit-key-dialog.h"
#include "reknit-passphrase-list.h"

static ReknitKeyDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (REKNIT_IS_KEY_DIALOG (window))
        return REKNIT_KEY_DIALOG (window);
    }
  return NULL;
}

/* Sits down in Ana's seat, whose passphrases are listed in the window then, and asks there for a new code. */
static GtkWidget *
ask (UiFixture *fixture)
{
  GtkWidget *list = reknit_passphrase_list_new (fixture->seats);
  GtkWidget *dialog;

  ui_fixture_take (fixture, fixture->ana);
  ui_fixture_show (fixture, list);
  ui_fixture_press (list, "Renew…");
  dialog = GTK_WIDGET (find_dialog ());
  g_assert_nonnull (dialog);
  return dialog;
}

static void
answer (GtkWidget  *dialog,
        const char *passphrase)
{
  GtkWidget *entry = ui_fixture_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL);

  g_assert_null (ui_fixture_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "New Passphrase"));
  g_assert_false (gtk_widget_is_sensitive (ui_fixture_find (dialog, GTK_TYPE_BUTTON, "_Renew")));
  gtk_editable_set_text (GTK_EDITABLE (entry), passphrase);
  g_signal_emit_by_name (ui_fixture_find (dialog, GTK_TYPE_BUTTON, "_Renew"), "clicked");
}

static char *
read_code (GtkWidget *dialog)
{
  ui_fixture_wait_to_read (dialog, "Your Recovery Code");
  return g_strdup (gtk_label_get_label (GTK_LABEL (gtk_widget_get_template_child (dialog, REKNIT_TYPE_KEY_DIALOG, "code_label"))));
}

static char *
renew (UiFixture *fixture)
{
  GtkWidget *dialog = ask (fixture);
  char *code;

  answer (dialog, UI_FIXTURE_PASSPHRASE);
  code = read_code (dialog);
  g_assert_true (ui_fixture_reads (dialog, "earlier code no longer opens"));
  ui_fixture_press (dialog, "_Done");
  g_assert_null (find_dialog ());
  return code;
}

static void
on_result (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* Whether @code, and always the passphrase, opens Ana's key as the disk has it: after the next start. */
static gboolean
opens (UiFixture  *fixture,
       const char *code)
{
  g_autoptr (ReknitVault) vault = g_object_new (REKNIT_TYPE_VAULT, "kdf-cost", REKNIT_KDF_COST_MINIMAL, NULL);
  g_autoptr (ReknitStore) store = reknit_store_open (fixture->path, REKNIT_SEALER (vault), NULL);
  g_autoptr (ReknitSeats) seats = reknit_seats_new (store, vault);
  g_autoptr (GAsyncResult) by_code = NULL;
  g_autoptr (GAsyncResult) by_passphrase = NULL;
  gint64 ana = reknit_record_get_id (REKNIT_RECORD (fixture->ana));
  gboolean opened;

  reknit_vault_unlock_with_recovery_async (vault, ana, code, NULL, on_result, &by_code);
  opened = reknit_vault_unlock_with_recovery_finish (vault, await (&by_code), NULL);
  reknit_vault_lock (vault, ana);
  reknit_vault_unlock_async (vault, ana, UI_FIXTURE_PASSPHRASE, NULL, on_result, &by_passphrase);
  g_assert_true (reknit_vault_unlock_finish (vault, await (&by_passphrase), NULL));
  reknit_store_close (store, NULL);
  return opened;
}

/* And in the program that runs. */
static gboolean
opens_now (UiFixture  *fixture,
           const char *code)
{
  g_autoptr (GAsyncResult) result = NULL;

  reknit_seats_lock (fixture->seats);
  reknit_vault_unlock_with_recovery_async (fixture->vault, reknit_record_get_id (REKNIT_RECORD (fixture->ana)), code, NULL,
                                           on_result, &result);
  return reknit_vault_unlock_with_recovery_finish (fixture->vault, await (&result), NULL);
}

static void
test_renew (UiFixture     *fixture,
            gconstpointer  data)
{
  g_autofree char *earlier = renew (fixture);
  g_autofree char *code = NULL;

  g_assert_true (opens (fixture, earlier));
  code = renew (fixture);
  g_assert_cmpstr (code, !=, earlier);
  g_assert_true (opens (fixture, code));
  g_assert_false (opens (fixture, earlier));
  g_assert_true (opens_now (fixture, code));
  g_assert_false (opens_now (fixture, earlier));
}

static void
test_wrong_passphrase (UiFixture     *fixture,
                       gconstpointer  data)
{
  g_autofree char *code = renew (fixture);
  GtkWidget *dialog = ask (fixture);

  /* The code alone makes no other: who found the paper could shut out whose it is. */
  answer (dialog, code);
  ui_fixture_wait_to_read (dialog, "This isn’t the passphrase");
  ui_fixture_press (dialog, "_Cancel");
  g_assert_null (find_dialog ());
  g_assert_true (opens (fixture, code));
  g_assert_true (opens_now (fixture, code));
}

/* Also when the answer is under way: nobody will see the code. */
static void
test_close (UiFixture     *fixture,
            gconstpointer  data)
{
  g_autofree char *code = renew (fixture);
  GtkWidget *dialog = ask (fixture);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  answer (dialog, UI_FIXTURE_PASSPHRASE);
  gtk_window_close (GTK_WINDOW (dialog));
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (opens (fixture, code));

  answer (ask (fixture), UI_FIXTURE_PASSPHRASE);
  reknit_seats_lock (fixture->seats);
  g_assert_null (find_dialog ());
  ui_fixture_settle ();
  g_assert_true (opens (fixture, code));
  g_assert_true (opens_now (fixture, code));
}

static void
test_refused (UiFixture     *fixture,
              gconstpointer  data)
{
  g_autofree char *code = renew (fixture);
  GtkWidget *dialog = ask (fixture);
  GtkWidget *hint = GTK_WIDGET (gtk_widget_get_template_child (dialog, REKNIT_TYPE_KEY_DIALOG, "hint"));

  ui_fixture_stop_disk (TRUE);
  answer (dialog, UI_FIXTURE_PASSPHRASE);
  while (!gtk_widget_has_css_class (hint, "error"))
    g_main_context_iteration (NULL, TRUE);
  ui_fixture_stop_disk (FALSE);
  reknit_store_retry (fixture->store, NULL);
  g_assert_true (opens (fixture, code));

  /* Nor does what is saved of Ana later. */
  g_object_set (fixture->ana, "names-in-notices", TRUE, NULL);
  ui_fixture_save (fixture, fixture->ana);
  g_assert_true (opens (fixture, code));

  /* No code waits to be written down, so that nothing keeps the window. */
  gtk_window_close (GTK_WINDOW (dialog));
  ui_fixture_settle ();
  g_assert_null (find_dialog ());
  g_assert_true (opens_now (fixture, code));
}

/* Nor does the code of a key that was refused. */
static void
test_close_refused_key (UiFixture     *fixture,
                        gconstpointer  data)
{
  GtkWidget *dialog;
  GtkWidget *hint;

  gtk_window_present (GTK_WINDOW (fixture->window));
  reknit_key_dialog_present (GTK_WINDOW (fixture->window), fixture->seats, fixture->ana);
  dialog = GTK_WIDGET (find_dialog ());
  hint = GTK_WIDGET (gtk_widget_get_template_child (dialog, REKNIT_TYPE_KEY_DIALOG, "hint"));
  gtk_editable_set_text (GTK_EDITABLE (ui_fixture_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "New Passphrase")), "new words");
  gtk_editable_set_text (GTK_EDITABLE (ui_fixture_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "New Passphrase Again")), "new words");
  ui_fixture_stop_disk (TRUE);
  g_signal_emit_by_name (ui_fixture_find (dialog, GTK_TYPE_BUTTON, "_Seal"), "clicked");
  while (!gtk_widget_has_css_class (hint, "error"))
    g_main_context_iteration (NULL, TRUE);
  ui_fixture_stop_disk (FALSE);
  gtk_window_close (GTK_WINDOW (dialog));
  ui_fixture_settle ();
  g_assert_null (find_dialog ());
}

static void
test_own_seat (UiFixture     *fixture,
               gconstpointer  data)
{
  GtkWidget *list = reknit_passphrase_list_new (fixture->seats);

  ui_fixture_show (fixture, list);
  g_assert_null (ui_fixture_find (list, GTK_TYPE_BUTTON, "Renew…"));
  ui_fixture_take (fixture, fixture->ben);
  g_assert_nonnull (ui_fixture_find (list, GTK_TYPE_BUTTON, "Renew…"));
  reknit_seats_lock (fixture->seats);
  g_assert_null (ui_fixture_find (list, GTK_TYPE_BUTTON, "Renew…"));
}

static void
test_unsealed (UiFixture     *fixture,
               gconstpointer  data)
{
  GtkWidget *list = reknit_passphrase_list_new (fixture->seats);

  ui_fixture_show (fixture, list);
  ui_fixture_take (fixture, fixture->ana);
  g_assert_null (ui_fixture_find (list, GTK_TYPE_BUTTON, "Renew…"));
  reknit_seats_lock (fixture->seats);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ui_test_add ("/ui/recovery-code/renew", "sealed", test_renew);
  ui_test_add ("/ui/recovery-code/wrong-passphrase", "sealed", test_wrong_passphrase);
  ui_test_add ("/ui/recovery-code/close", "sealed", test_close);
  ui_test_add ("/ui/recovery-code/refused", "sealed", test_refused);
  ui_test_add ("/ui/recovery-code/close-refused-key", NULL, test_close_refused_key);
  ui_test_add ("/ui/recovery-code/own-seat", "sealed", test_own_seat);
  ui_test_add ("/ui/recovery-code/unsealed", NULL, test_unsealed);
  return g_test_run ();
}
