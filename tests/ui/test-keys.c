#include "ui-fixture.h"

#include "reknit-feeling-entry.h"
#include "reknit-key-dialog.h"
#include "reknit-passphrase-dialog.h"

#define FIRST "correct horse battery"
#define SECOND "another horse, another battery"

static GtkWidget *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_OBJECT_TYPE (window) == type)
        return window;
    }
  return NULL;
}

static void
fill_in (GtkWidget  *dialog,
         const char *title,
         const char *text)
{
  GtkWidget *entry = ui_fixture_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, title);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
wait_for (gboolean (*condition) (gpointer data),
          gpointer   data)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static gboolean
is_gone (gpointer type)
{
  return find_dialog (GPOINTER_TO_SIZE (type)) == NULL;
}

static gboolean
shows_code (gpointer dialog)
{
  return ui_fixture_reads (dialog, "Your Recovery Code");
}

static gboolean
shows_error (gpointer dialog)
{
  return ui_fixture_find (dialog, GTK_TYPE_BUTTON, NULL) != NULL
         && gtk_widget_is_sensitive (ui_fixture_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL));
}

static void
seal (UiFixture *fixture)
{
  GtkWidget *dialog;

  reknit_key_dialog_present (GTK_WINDOW (fixture->window), fixture->seats, reknit_seats_get_first (fixture->seats));
  dialog = find_dialog (REKNIT_TYPE_KEY_DIALOG);
  fill_in (dialog, "New Passphrase", FIRST);
  fill_in (dialog, "New Passphrase Again", "something else");
  g_assert_true (ui_fixture_reads (dialog, "not the same"));
  g_assert_false (gtk_widget_is_sensitive (ui_fixture_find (dialog, GTK_TYPE_BUTTON, "_Seal")));

  fill_in (dialog, "New Passphrase Again", FIRST);
  ui_fixture_press (dialog, "_Seal");
  wait_for (shows_code, dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_fixture_settle ();
}

/* Open until there is a key. */
static ReknitFeelingEntry *
write_entry (UiFixture *fixture)
{
  ReknitFeelingEntry *entry =
    g_object_new (REKNIT_TYPE_FEELING_ENTRY, "author", reknit_record_get_id (REKNIT_RECORD (fixture->ana)),
                  "felt", (gint64) 1795376400, "situation", "the lamp in the hall was out", NULL);

  ui_fixture_take (fixture, fixture->ana);
  ui_fixture_save (fixture, entry);
  g_assert_true (ui_fixture_disk_has (fixture, "lamp in the hall"));
  return entry;
}

static void
assert_sealed (UiFixture          *fixture,
               ReknitFeelingEntry *entry)
{
  g_assert_true (reknit_seats_needs_passphrase (fixture->seats, fixture->ana));
  g_assert_false (ui_fixture_disk_has (fixture, "lamp in the hall"));
  g_assert_cmpstr (reknit_record_get_text (entry, "situation"), ==, "the lamp in the hall was out");
}

static void
test_seal (UiFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr (ReknitFeelingEntry) entry = NULL;

  gtk_window_present (GTK_WINDOW (fixture->window));
  entry = write_entry (fixture);

  seal (fixture);
  assert_sealed (fixture, entry);
  reknit_seats_lock (fixture->seats);
}

static void
test_sit_down (UiFixture     *fixture,
               gconstpointer  data)
{
  ReknitPartner *ana = reknit_seats_get_first (fixture->seats);
  GtkWidget *dialog;

  gtk_window_present (GTK_WINDOW (fixture->window));
  seal (fixture);
  reknit_seats_lock (fixture->seats);

  reknit_passphrase_dialog_take_seat (GTK_WINDOW (fixture->window), fixture->seats, ana);
  dialog = find_dialog (REKNIT_TYPE_PASSPHRASE_DIALOG);
  fill_in (dialog, NULL, "not the words");
  ui_fixture_press (dialog, "_Sit Down");
  wait_for (shows_error, dialog);
  g_assert_null (reknit_seats_get_current (fixture->seats));

  fill_in (dialog, NULL, FIRST);
  ui_fixture_press (dialog, "_Sit Down");
  wait_for (is_gone, GSIZE_TO_POINTER (REKNIT_TYPE_PASSPHRASE_DIALOG));
  g_assert_true (reknit_seats_get_current (fixture->seats) == ana);
  reknit_seats_lock (fixture->seats);
}

static void
test_change (UiFixture     *fixture,
             gconstpointer  data)
{
  ReknitPartner *ana = reknit_seats_get_first (fixture->seats);
  GtkWidget *dialog;

  gtk_window_present (GTK_WINDOW (fixture->window));
  seal (fixture);
  reknit_seats_lock (fixture->seats);

  reknit_key_dialog_present (GTK_WINDOW (fixture->window), fixture->seats, ana);
  dialog = find_dialog (REKNIT_TYPE_KEY_DIALOG);
  fill_in (dialog, "Passphrase until Now, or Recovery Code", "not the words");
  fill_in (dialog, "New Passphrase", SECOND);
  fill_in (dialog, "New Passphrase Again", SECOND);
  ui_fixture_press (dialog, "_Seal");
  wait_for (shows_error, dialog);
  g_assert_true (ui_fixture_reads (dialog, "neither the passphrase"));

  fill_in (dialog, "Passphrase until Now, or Recovery Code", FIRST);
  ui_fixture_press (dialog, "_Seal");
  wait_for (is_gone, GSIZE_TO_POINTER (REKNIT_TYPE_KEY_DIALOG));
  reknit_seats_lock (fixture->seats);

  reknit_passphrase_dialog_take_seat (GTK_WINDOW (fixture->window), fixture->seats, ana);
  dialog = find_dialog (REKNIT_TYPE_PASSPHRASE_DIALOG);
  fill_in (dialog, NULL, SECOND);
  ui_fixture_press (dialog, "_Sit Down");
  wait_for (is_gone, GSIZE_TO_POINTER (REKNIT_TYPE_PASSPHRASE_DIALOG));
  g_assert_true (reknit_seats_get_current (fixture->seats) == ana);
  reknit_seats_lock (fixture->seats);
}

/* And leaves no time for an answer. */
static void
press_only (GtkWidget  *root,
            const char *name)
{
  g_signal_emit_by_name (ui_fixture_find (root, GTK_TYPE_BUTTON, name), "clicked");
}

/* Whoever comes by after a lock must not find a passphrase that only waits to be sent. */
static void
test_lock (UiFixture     *fixture,
           gconstpointer  data)
{
  ReknitPartner *ana = reknit_seats_get_first (fixture->seats);
  GtkWidget *dialog;

  gtk_window_present (GTK_WINDOW (fixture->window));
  seal (fixture);
  reknit_seats_lock (fixture->seats);

  for (guint pressed = 0; pressed < 2; pressed++)
    {
      reknit_passphrase_dialog_take_seat (GTK_WINDOW (fixture->window), fixture->seats, ana);
      dialog = find_dialog (REKNIT_TYPE_PASSPHRASE_DIALOG);
      fill_in (dialog, NULL, FIRST);
      if (pressed)
        press_only (dialog, "_Sit Down");
      reknit_seats_lock (fixture->seats);
      g_assert_true (is_gone (GSIZE_TO_POINTER (REKNIT_TYPE_PASSPHRASE_DIALOG)));
    }

  reknit_key_dialog_present (GTK_WINDOW (fixture->window), fixture->seats, ana);
  dialog = find_dialog (REKNIT_TYPE_KEY_DIALOG);
  fill_in (dialog, "Passphrase until Now, or Recovery Code", FIRST);
  fill_in (dialog, "New Passphrase", SECOND);
  fill_in (dialog, "New Passphrase Again", SECOND);
  press_only (dialog, "_Seal");
  reknit_seats_lock (fixture->seats);
  g_assert_true (is_gone (GSIZE_TO_POINTER (REKNIT_TYPE_KEY_DIALOG)));

  /* Neither took the seat nor changed the passphrase after all. */
  ui_fixture_settle ();
  g_assert_null (reknit_seats_get_current (fixture->seats));
  reknit_passphrase_dialog_take_seat (GTK_WINDOW (fixture->window), fixture->seats, ana);
  fill_in (find_dialog (REKNIT_TYPE_PASSPHRASE_DIALOG), NULL, FIRST);
  ui_fixture_press (find_dialog (REKNIT_TYPE_PASSPHRASE_DIALOG), "_Sit Down");
  wait_for (is_gone, GSIZE_TO_POINTER (REKNIT_TYPE_PASSPHRASE_DIALOG));
  g_assert_true (reknit_seats_get_current (fixture->seats) == ana);
  reknit_seats_lock (fixture->seats);
}

/* A recovery code is seen only once. */
static void
test_lock_over_a_code (UiFixture     *fixture,
                       gconstpointer  data)
{
  GtkWidget *dialog;

  gtk_window_present (GTK_WINDOW (fixture->window));
  reknit_key_dialog_present (GTK_WINDOW (fixture->window), fixture->seats, reknit_seats_get_first (fixture->seats));
  dialog = find_dialog (REKNIT_TYPE_KEY_DIALOG);
  fill_in (dialog, "New Passphrase", FIRST);
  fill_in (dialog, "New Passphrase Again", FIRST);
  ui_fixture_press (dialog, "_Seal");
  wait_for (shows_code, dialog);
  reknit_seats_lock (fixture->seats);
  g_assert_true (find_dialog (REKNIT_TYPE_KEY_DIALOG) == dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkWidget *
begin_to_seal (UiFixture *fixture)
{
  GtkWidget *dialog;

  reknit_key_dialog_present (GTK_WINDOW (fixture->window), fixture->seats, reknit_seats_get_first (fixture->seats));
  dialog = find_dialog (REKNIT_TYPE_KEY_DIALOG);
  fill_in (dialog, "New Passphrase", FIRST);
  fill_in (dialog, "New Passphrase Again", FIRST);
  return dialog;
}

/* The key that seals, struck twice, must not close the only page that ever shows the code. */
static void
test_keys_over_a_code (UiFixture     *fixture,
                       gconstpointer  data)
{
  GtkWidget *dialog;

  gtk_window_present (GTK_WINDOW (fixture->window));
  dialog = begin_to_seal (fixture);
  ui_fixture_press (dialog, "_Seal");
  wait_for (shows_code, dialog);
  gtk_widget_activate_default (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  ui_fixture_settle ();
  g_assert_true (find_dialog (REKNIT_TYPE_KEY_DIALOG) == dialog);
  ui_fixture_press (dialog, "_Done");
  g_assert_true (is_gone (GSIZE_TO_POINTER (REKNIT_TYPE_KEY_DIALOG)));
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* Whoever closes the window before it has an answer wants none. */
static void
close_at_once (GtkWidget  *dialog,
               const char *button)
{
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  press_only (dialog, button);
  gtk_window_close (GTK_WINDOW (dialog));
  wait_for (is_null, &dialog);
}

static void
test_close (UiFixture     *fixture,
            gconstpointer  data)
{
  ReknitPartner *ana = reknit_seats_get_first (fixture->seats);

  gtk_window_present (GTK_WINDOW (fixture->window));
  close_at_once (begin_to_seal (fixture), "_Seal");
  g_assert_false (reknit_seats_needs_passphrase (fixture->seats, ana));

  seal (fixture);
  reknit_seats_lock (fixture->seats);
  reknit_passphrase_dialog_take_seat (GTK_WINDOW (fixture->window), fixture->seats, ana);
  fill_in (find_dialog (REKNIT_TYPE_PASSPHRASE_DIALOG), NULL, FIRST);
  close_at_once (find_dialog (REKNIT_TYPE_PASSPHRASE_DIALOG), "_Sit Down");
  g_assert_null (reknit_seats_get_current (fixture->seats));
}

/* What the disk refused is as if it had never been asked, also when the disk is well again. */
static void
test_refused_key (UiFixture     *fixture,
                  gconstpointer  data)
{
  ReknitPartner *ana = reknit_seats_get_first (fixture->seats);
  GtkWidget *dialog;

  gtk_window_present (GTK_WINDOW (fixture->window));
  dialog = begin_to_seal (fixture);
  ui_fixture_stop_disk (TRUE);
  press_only (dialog, "_Seal");
  wait_for (shows_error, dialog);
  ui_fixture_stop_disk (FALSE);
  reknit_store_retry (fixture->store, NULL);
  g_assert_false (reknit_seats_needs_passphrase (fixture->seats, ana));
  ui_fixture_press (dialog, "_Seal");
  wait_for (shows_code, dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_fixture_settle ();
}

static gboolean
run_sql (ReknitStore  *store,
         gpointer      sql,
         GError      **error)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (store, sql);

  return reknit_statement_step (statement, NULL, error);
}

static void
change_schema (UiFixture *fixture,
               char      *sql)
{
  g_assert_true (reknit_store_transact (fixture->store, NULL, run_sql, sql, NULL));
}

/* Also when it is not the key but what it seals that can't be written: a key whose code nobody saw would seal all that
 * comes after. */
static void
test_refused_sealing (UiFixture     *fixture,
                      gconstpointer  data)
{
  g_autoptr (ReknitFeelingEntry) entry = NULL;
  GtkWidget *dialog;

  gtk_window_present (GTK_WINDOW (fixture->window));
  entry = write_entry (fixture);
  change_schema (fixture, "CREATE TRIGGER refusal BEFORE UPDATE ON feeling_entry BEGIN SELECT RAISE (ABORT, 'full'); END");
  dialog = begin_to_seal (fixture);
  press_only (dialog, "_Seal");
  wait_for (shows_error, dialog);
  g_assert_false (reknit_seats_needs_passphrase (fixture->seats, fixture->ana));

  change_schema (fixture, "DROP TRIGGER refusal");
  ui_fixture_press (dialog, "_Seal");
  wait_for (shows_code, dialog);
  assert_sealed (fixture, entry);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_fixture_settle ();
  reknit_seats_lock (fixture->seats);
}

static void
test_refused_change (UiFixture     *fixture,
                     gconstpointer  data)
{
  ReknitPartner *ana = reknit_seats_get_first (fixture->seats);
  GtkWidget *dialog;

  gtk_window_present (GTK_WINDOW (fixture->window));
  seal (fixture);
  reknit_key_dialog_present (GTK_WINDOW (fixture->window), fixture->seats, ana);
  dialog = find_dialog (REKNIT_TYPE_KEY_DIALOG);
  fill_in (dialog, "Passphrase until Now, or Recovery Code", FIRST);
  fill_in (dialog, "New Passphrase", SECOND);
  fill_in (dialog, "New Passphrase Again", SECOND);
  ui_fixture_stop_disk (TRUE);
  press_only (dialog, "_Seal");
  wait_for (shows_error, dialog);
  ui_fixture_stop_disk (FALSE);
  reknit_store_retry (fixture->store, NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
  reknit_seats_lock (fixture->seats);

  reknit_passphrase_dialog_take_seat (GTK_WINDOW (fixture->window), fixture->seats, ana);
  fill_in (find_dialog (REKNIT_TYPE_PASSPHRASE_DIALOG), NULL, FIRST);
  ui_fixture_press (find_dialog (REKNIT_TYPE_PASSPHRASE_DIALOG), "_Sit Down");
  wait_for (is_gone, GSIZE_TO_POINTER (REKNIT_TYPE_PASSPHRASE_DIALOG));
  g_assert_true (reknit_seats_get_current (fixture->seats) == ana);
  reknit_seats_lock (fixture->seats);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ui_test_add ("/ui/keys/seal", NULL, test_seal);
  ui_test_add ("/ui/keys/sit-down", NULL, test_sit_down);
  ui_test_add ("/ui/keys/change", NULL, test_change);
  ui_test_add ("/ui/keys/lock", NULL, test_lock);
  ui_test_add ("/ui/keys/lock-over-a-code", NULL, test_lock_over_a_code);
  ui_test_add ("/ui/keys/keys-over-a-code", NULL, test_keys_over_a_code);
  ui_test_add ("/ui/keys/close", NULL, test_close);
  ui_test_add ("/ui/keys/refused-key", NULL, test_refused_key);
  ui_test_add ("/ui/keys/refused-sealing", NULL, test_refused_sealing);
  ui_test_add ("/ui/keys/refused-change", NULL, test_refused_change);
  return g_test_run ();
}
