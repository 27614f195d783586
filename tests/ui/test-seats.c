#include "ui-fixture.h"

#include "reknit-couple-form.h"
#include "reknit-household.h"

#include "reknit-draft.h"
#include "reknit-draft-keeper.h"
#include "reknit-preferences-window.h"
#include "reknit-seat-guard.h"
#include "reknit-seat-switcher.h"
#include "reknit-text-field.h"
#include "reknit-tools.h"

static void
count (guint *counter)
{
  (*counter)++;
}

static gint64
id_of (ReknitPartner *partner)
{
  return reknit_record_get_id (REKNIT_RECORD (partner));
}

static void
on_refused (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GError **error = user_data;

  g_assert_false (reknit_seats_take_finish (REKNIT_SEATS (source), result, error));
}

static void
test_open (UiFixture     *fixture,
           gconstpointer  data)
{
  guint n_current = 0, n_leaving = 0;

  g_signal_connect_swapped (fixture->seats, "notify::current", G_CALLBACK (count), &n_current);
  g_signal_connect_swapped (fixture->seats, "about-to-lock", G_CALLBACK (count), &n_leaving);

  g_assert_null (reknit_seats_get_current (fixture->seats));
  g_assert_true (reknit_seats_has_couple (fixture->seats));
  g_assert_true (reknit_seats_get_other (fixture->seats, reknit_seats_get_first (fixture->seats))
                 == reknit_seats_get_second (fixture->seats));
  g_assert_false (reknit_seats_needs_passphrase (fixture->seats, fixture->ana));

  ui_fixture_take (fixture, fixture->ana);
  g_assert_cmpint (reknit_store_get_reader (fixture->store), ==, id_of (fixture->ana));
  ui_fixture_take (fixture, fixture->ana);
  g_assert_cmpuint (n_current, ==, 1);

  ui_fixture_take (fixture, fixture->ben);
  g_assert_cmpint (reknit_seats_get_current_id (fixture->seats), ==, id_of (fixture->ben));
  reknit_seats_lock (fixture->seats);
  reknit_seats_lock (fixture->seats);
  g_assert_cmpint (reknit_store_get_reader (fixture->store), ==, 0);
  g_assert_cmpuint (n_current, ==, 3);
  g_assert_cmpuint (n_leaving, ==, 3);
}

static void
test_sealed (UiFixture     *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  reknit_seats_lock (fixture->seats);
  g_assert_true (reknit_seats_needs_passphrase (fixture->seats, fixture->ana));
  reknit_seats_take_async (fixture->seats, fixture->ana, "not the words", NULL, on_refused, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_WRONG_PASSPHRASE);
  g_assert_null (reknit_seats_get_current (fixture->seats));

  ui_fixture_take (fixture, fixture->ana);
  g_assert_true (reknit_vault_is_open (fixture->vault, id_of (fixture->ana)));

  /* Getting up leaves the key open and the text hidden; sitting down again asks all the same. */
  ui_fixture_take (fixture, fixture->ben);
  g_assert_true (reknit_vault_is_open (fixture->vault, id_of (fixture->ana)));
  g_clear_error (&error);
  reknit_seats_take_async (fixture->seats, fixture->ana, "not the words", NULL, on_refused, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_WRONG_PASSPHRASE);
  g_assert_cmpint (reknit_seats_get_current_id (fixture->seats), ==, id_of (fixture->ben));

  reknit_seats_lock (fixture->seats);
  g_assert_false (reknit_vault_is_open (fixture->vault, id_of (fixture->ana)));
  g_assert_false (reknit_vault_is_open (fixture->vault, id_of (fixture->ben)));
}

static void
assert_lock_refuses (UiFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  guint n_current = 0;

  reknit_seats_take_async (fixture->seats, fixture->ana, UI_FIXTURE_PASSPHRASE, NULL, on_refused, &error);
  reknit_seats_lock (fixture->seats);
  g_signal_connect_swapped (fixture->seats, "notify::current", G_CALLBACK (count), &n_current);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (fixture->seats, &n_current);
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_LOCKED);
  g_assert_cmpuint (n_current, ==, 0);
  g_assert_null (reknit_seats_get_current (fixture->seats));
  g_assert_false (reknit_vault_is_open (fixture->vault, id_of (fixture->ana)));
}

static void
test_lock_while_taking (UiFixture     *fixture,
                        gconstpointer  data)
{
  /* The key is open at first, and then closed. */
  ui_fixture_take (fixture, fixture->ana);
  ui_fixture_take (fixture, fixture->ben);
  assert_lock_refuses (fixture);
  assert_lock_refuses (fixture);
  ui_fixture_take (fixture, fixture->ana);
  g_assert_cmpint (reknit_seats_get_current_id (fixture->seats), ==, id_of (fixture->ana));
}

static void
test_key_closed (UiFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr (ReknitDraft) draft = NULL;

  ui_fixture_take (fixture, fixture->ana);
  draft = g_object_new (REKNIT_TYPE_DRAFT, "author", id_of (fixture->ana), "form", "issue", "body", "a lantern", NULL);
  ui_fixture_save (fixture, draft);

  /* What was read with a key goes with it, whoever sits there. */
  reknit_vault_lock (fixture->vault, id_of (fixture->ana));
  g_assert_null (reknit_record_get_text (draft, "body"));
}

static void
test_guard (UiFixture     *fixture,
            gconstpointer  data)
{
  g_autoptr (ReknitSeatGuard) guard = reknit_seat_guard_new (fixture->seats);
  guint n_minutes = 0, minutes;

  g_signal_connect_swapped (guard, "notify::minutes", G_CALLBACK (count), &n_minutes);
  g_object_set (guard, "minutes", 10, NULL);
  g_object_set (guard, "minutes", 10, NULL);
  g_assert_cmpuint (n_minutes, ==, 1);
  g_object_get (guard, "minutes", &minutes, NULL);
  g_assert_cmpuint (minutes, ==, 10);

  ui_fixture_take (fixture, fixture->ana);
  reknit_seat_guard_touch (guard);
  g_assert_nonnull (reknit_seats_get_current (fixture->seats));
  reknit_seats_lock (fixture->seats);
  g_assert_finalize_object (g_steal_pointer (&guard));
}

static guint
count_drafts (UiFixture *fixture)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_DRAFT, NULL, NULL);

  return reknit_store_count (fixture->store, query);
}

static void
test_draft (UiFixture     *fixture,
            gconstpointer  data)
{
  g_autoptr (ReknitDraftKeeper) keeper = reknit_draft_keeper_new (fixture->seats, "test");
  GtkWidget *field = g_object_ref_sink (reknit_text_field_new ("Words"));
  g_autoptr (GError) error = NULL;

  reknit_draft_keeper_bind (keeper, "words", field, "text");
  ui_fixture_take (fixture, fixture->ana);
  g_assert_false (reknit_draft_keeper_open (keeper, 0));

  reknit_text_field_set_text (REKNIT_TEXT_FIELD (field), "for nobody’s eyes “yet”");
  g_assert_true (reknit_draft_keeper_flush (keeper, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_drafts (fixture), ==, 1);
  g_assert_false (ui_fixture_disk_has (fixture, "nobody’s eyes"));

  /* Left: put away and out of sight. */
  reknit_text_field_set_text (REKNIT_TEXT_FIELD (field), "for nobody’s eyes at all");
  ui_fixture_take (fixture, fixture->ben);
  ui_fixture_assert_text (field, "");
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
  g_assert_false (ui_fixture_disk_has (fixture, "nobody’s eyes"));

  /* Come back: there again. */
  ui_fixture_take (fixture, fixture->ana);
  ui_fixture_assert_text (field, "for nobody’s eyes at all");

  /* What is as it was at first leaves no draft. */
  reknit_text_field_set_text (REKNIT_TEXT_FIELD (field), "");
  g_assert_true (reknit_draft_keeper_flush (keeper, NULL));
  g_assert_cmpuint (count_drafts (fixture), ==, 0);

  reknit_text_field_set_text (REKNIT_TEXT_FIELD (field), "saved for good");
  g_assert_true (reknit_draft_keeper_flush (keeper, NULL));
  reknit_draft_keeper_drop (keeper);
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
  reknit_seats_lock (fixture->seats);
  g_assert_finalize_object (g_steal_pointer (&keeper));
  g_assert_finalize_object (field);
}

static void
test_draft_of_a_closed_form (UiFixture     *fixture,
                             gconstpointer  data)
{
  GtkWidget *field = g_object_ref_sink (reknit_text_field_new ("Words"));
  ReknitDraftKeeper *keeper = reknit_draft_keeper_new (fixture->seats, "test");

  ui_fixture_take (fixture, fixture->ana);
  reknit_draft_keeper_bind (keeper, "words", field, "text");
  reknit_draft_keeper_open (keeper, 7);
  reknit_text_field_set_text (REKNIT_TEXT_FIELD (field), "half a thought");
  g_assert_finalize_object (keeper);
  g_assert_finalize_object (field);

  field = g_object_ref_sink (reknit_text_field_new ("Words"));
  keeper = reknit_draft_keeper_new (fixture->seats, "test");
  reknit_draft_keeper_bind (keeper, "words", field, "text");
  g_assert_false (reknit_draft_keeper_open (keeper, 8));
  g_assert_true (reknit_draft_keeper_open (keeper, 7));
  ui_fixture_assert_text (field, "half a thought");
  g_assert_finalize_object (keeper);
  g_assert_finalize_object (field);
}

static void
test_text_field (UiFixture     *fixture,
                 gconstpointer  data)
{
  GtkWidget *field = reknit_text_field_new ("What happened");
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'x');
  GtkTextBuffer *buffer = reknit_text_field_get_buffer (REKNIT_TEXT_FIELD (field));
  guint n_empty = 0, n_valid = 0, n_error = 0;

  g_signal_connect_swapped (field, "notify::empty", G_CALLBACK (count), &n_empty);
  g_signal_connect_swapped (field, "notify::valid", G_CALLBACK (count), &n_valid);
  g_signal_connect_swapped (field, "notify::error", G_CALLBACK (count), &n_error);
  ui_fixture_show (fixture, field);

  reknit_text_field_set_text (REKNIT_TEXT_FIELD (field), "two words");
  reknit_text_field_set_text (REKNIT_TEXT_FIELD (field), "three words now");
  g_assert_cmpuint (n_empty, ==, 1);

  gtk_text_buffer_insert_at_cursor (buffer, megabyte, -1);
  ui_fixture_assert_text (field, "three words now");
  g_assert_true (ui_fixture_reads (field, "Your text is as it was"));
  g_assert_true (reknit_text_field_is_valid (REKNIT_TEXT_FIELD (field)));

  megabyte[5000] = '\0';
  gtk_text_buffer_insert_at_cursor (buffer, megabyte, -1);
  g_assert_false (reknit_text_field_is_valid (REKNIT_TEXT_FIELD (field)));
  g_assert_true (ui_fixture_reads (field, "Too long by"));
  reknit_text_field_set_text (REKNIT_TEXT_FIELD (field), "short");
  g_assert_cmpuint (n_valid, ==, 2);

  reknit_text_field_set_error (REKNIT_TEXT_FIELD (field), "Something is missing.");
  reknit_text_field_set_error (REKNIT_TEXT_FIELD (field), "Something is missing.");
  g_assert_cmpuint (n_error, ==, 1);
  g_assert_cmpuint (n_valid, ==, 3);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (reknit_text_field_get_view (REKNIT_TEXT_FIELD (field))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "What happened");
}

static char *
describe (ReknitSeats    *seats,
          ReknitPractice *practice)
{
  return g_strdup ("three of them");
}

static void
test_tools (void)
{
  g_assert_true (reknit_tools_find ("no-such-tool") == G_TYPE_INVALID);
  reknit_tools_register_live_line ("test-tool", describe);
  g_assert_true (reknit_tools_find ("test-tool") == G_TYPE_INVALID);
  reknit_tools_register ("test-tool", GTK_TYPE_LABEL);
  g_assert_true (reknit_tools_find ("test-tool") == GTK_TYPE_LABEL);
}

/* Where there is no room for both, the title keeps its words, and the seats fold into one button. */
static void
test_seats_fold_before_the_title (UiFixture     *fixture,
                                  gconstpointer  data)
{
  const char *title = "Check In Regularly, Each Week";
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *label;

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new (title, NULL));
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), g_object_new (REKNIT_TYPE_SEAT_SWITCHER, "seats", fixture->seats, NULL));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 200);
  ui_fixture_show (fixture, bar);
  /* What a squeezer shows follows its width a frame later. */
  gtk_test_widget_wait_for_draw (fixture->window);

  label = ui_fixture_find (bar, GTK_TYPE_LABEL, title);
  g_assert_nonnull (label);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_false (ui_fixture_reads (bar, "Ben"));
}

static void
assert_folded_seat (GtkWidget  *bar,
                    const char *name)
{
  GtkWidget *button = gtk_widget_get_first_child (ui_fixture_find (bar, GTK_TYPE_MENU_BUTTON, NULL));

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name);
}

/* Where only a mark is left of it, a screen reader still says whose seat is taken. */
static void
test_folded_seat_says_who_sits (UiFixture     *fixture,
                                gconstpointer  data)
{
  GtkWidget *bar = adw_header_bar_new ();

  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), g_object_new (REKNIT_TYPE_SEAT_SWITCHER, "seats", fixture->seats, NULL));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 180, 200);
  ui_fixture_show (fixture, bar);
  gtk_test_widget_wait_for_draw (fixture->window);

  assert_folded_seat (bar, "Together");
  ui_fixture_take (fixture, reknit_seats_get_second (fixture->seats));
  assert_folded_seat (bar, "Ben");
}

static void
assert_menu_says (GtkWidget  *popover,
                  const char *name)
{
  GtkWidget *item = gtk_widget_get_ancestor (ui_fixture_find (popover, GTK_TYPE_LABEL, name), g_type_from_name ("GtkModelButton"));

  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

/* Each version of GTK names them otherwise, and one of them not at all. */
static void
test_folded_seats_have_names (UiFixture     *fixture,
                              gconstpointer  data)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkMenuButton *button;

  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), g_object_new (REKNIT_TYPE_SEAT_SWITCHER, "seats", fixture->seats, NULL));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 180, 200);
  ui_fixture_show (fixture, bar);
  gtk_test_widget_wait_for_draw (fixture->window);

  button = GTK_MENU_BUTTON (ui_fixture_find (bar, GTK_TYPE_MENU_BUTTON, NULL));
  for (int i = 0; i < 2; i++)
    {
      gtk_menu_button_popup (button);
      assert_menu_says (GTK_WIDGET (gtk_menu_button_get_popover (button)), "Ana");
      assert_menu_says (GTK_WIDGET (gtk_menu_button_get_popover (button)), i == 0 ? "Ben" : "Bert");
      gtk_menu_button_popdown (button);
      g_object_set (fixture->ben, "name", "Bert", NULL);
      ui_fixture_save (fixture, fixture->ben);
    }
}

static GtkWidget *
find_text (GtkWidget *widget)
{
  return GTK_IS_TEXT (widget) ? widget : ui_fixture_find (widget, GTK_TYPE_TEXT, NULL);
}

/* What one typed and did not save yet is not given back to the next by undoing it in the emptied entry. */
static void
test_draft_is_not_undone_by_the_next (UiFixture     *fixture,
                                      gconstpointer  data)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autoptr (ReknitDraftKeeper) keeper = reknit_draft_keeper_new (fixture->seats, "entry");

  ui_fixture_show (fixture, entry);
  reknit_draft_keeper_bind (keeper, "text", entry, "text");
  ui_fixture_take (fixture, fixture->ana);
  reknit_draft_keeper_open (keeper, 0);
  g_signal_emit_by_name (find_text (entry), "insert-at-cursor", "quince");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "quince");
  ui_fixture_take (fixture, fixture->ben);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  gtk_widget_activate_action (find_text (entry), "text.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  ui_fixture_take (fixture, fixture->ana);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "quince");
}

/* In the first run one may go back and begin alone after all; once it is over, nobody is sent away by a switch. */
static void
test_alone_after_all (UiFixture     *fixture,
                      gconstpointer  data)
{
  g_autoptr (ReknitHousehold) household = NULL;
  GtkWidget *form = reknit_couple_form_new (fixture->seats);

  ui_fixture_show (fixture, form);
  gtk_switch_set_active (GTK_SWITCH (ui_fixture_find (form, GTK_TYPE_SWITCH, NULL)), TRUE);
  g_assert_true (reknit_couple_form_save (REKNIT_COUPLE_FORM (form)));
  g_assert_false (reknit_seats_has_couple (fixture->seats));
  household = reknit_household_get (fixture->store);
  g_assert_true (reknit_record_get_flag (household, "alone"));

  gtk_switch_set_active (GTK_SWITCH (ui_fixture_find (form, GTK_TYPE_SWITCH, NULL)), FALSE);
  g_assert_true (reknit_couple_form_save (REKNIT_COUPLE_FORM (form)));
  g_assert_true (reknit_seats_has_couple (fixture->seats));
  g_object_set (household, "settled", reknit_clock_now (fixture->clock), NULL);
  ui_fixture_save (fixture, household);
  gtk_switch_set_active (GTK_SWITCH (ui_fixture_find (form, GTK_TYPE_SWITCH, NULL)), TRUE);
  g_assert_true (reknit_couple_form_save (REKNIT_COUPLE_FORM (form)));
  g_assert_true (reknit_seats_has_couple (fixture->seats));
}

/* What is typed in one must not be saved over by another that is still open below it. */
static void
test_preferences_open_once (UiFixture     *fixture,
                            gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.reknit.Reknit");
  GListModel *windows = gtk_window_get_toplevels ();
  guint before;

  gtk_window_present (GTK_WINDOW (fixture->window));
  before = g_list_model_get_n_items (windows);
  for (guint asked = 0; asked < 2; asked++)
    {
      reknit_preferences_window_present (GTK_WINDOW (fixture->window), fixture->seats, settings);
      ui_fixture_settle ();
      g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
    }

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (REKNIT_IS_PREFERENCES_WINDOW (window))
        gtk_window_destroy (window);
    }
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ui_test_add ("/ui/seats/open", NULL, test_open);
  ui_test_add ("/ui/seats/sealed", "sealed", test_sealed);
  ui_test_add ("/ui/seats/lock-while-taking", "sealed", test_lock_while_taking);
  ui_test_add ("/ui/seats/key-closed", "sealed", test_key_closed);
  ui_test_add ("/ui/seats/guard", NULL, test_guard);
  ui_test_add ("/ui/drafts/seats", "sealed", test_draft);
  ui_test_add ("/ui/drafts/closed-form", NULL, test_draft_of_a_closed_form);
  ui_test_add ("/ui/text-field", NULL, test_text_field);
  g_test_add_func ("/ui/tools", test_tools);
  ui_test_add ("/ui/seats/fold-before-the-title", NULL, test_seats_fold_before_the_title);
  ui_test_add ("/ui/seats/folded-seat-says-who-sits", NULL, test_folded_seat_says_who_sits);
  ui_test_add ("/ui/seats/folded-seats-have-names", NULL, test_folded_seats_have_names);
  ui_test_add ("/ui/drafts/not-undone-by-the-next", "sealed", test_draft_is_not_undone_by_the_next);
  ui_test_add ("/ui/seats/alone-after-all", NULL, test_alone_after_all);
  ui_test_add ("/ui/preferences/open-once", NULL, test_preferences_open_once);
  return g_test_run ();
}
