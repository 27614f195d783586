#include "ui-fixture.h"

#include "reknit-preferences-window.h"

/* Whether the preferences are still there. */
static GtkWidget *opened;

static GtkWidget *
open_preferences (UiFixture *fixture)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.reknit.Reknit");

  opened = reknit_preferences_window_new (fixture->seats, settings);
  g_object_add_weak_pointer (G_OBJECT (opened), (gpointer *) &opened);
  gtk_window_present (GTK_WINDOW (opened));
  gtk_test_widget_wait_for_draw (opened);
  return opened;
}

static void
wait_until_gone (void)
{
  gint64 deadline = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  while (opened != NULL && g_get_monotonic_time () < deadline)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_null (opened);
}

static void
type_name (GtkWidget  *window,
           const char *row,
           const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_fixture_find (window, ADW_TYPE_ENTRY_ROW, row)), name);
}

static void
test_closing_keeps_names (UiFixture     *fixture,
                          gconstpointer  data)
{
  GtkWidget *window = open_preferences (fixture);

  type_name (window, "Your Name", "  Anna ");
  gtk_window_close (GTK_WINDOW (window));
  wait_until_gone ();
  g_assert_cmpstr (reknit_partner_get_name (fixture->ana), ==, "Anna");
  g_assert_cmpstr (reknit_partner_get_name (fixture->ben), ==, "Ben");
}

/* Also from another page: the field is brought into view. */
static void
test_bad_name_stays_in_view (UiFixture     *fixture,
                             gconstpointer  data)
{
  GtkWidget *window = open_preferences (fixture);
  g_autofree char *long_name = g_strnfill (500, 'a');
  const char *const bad[][2] = { { "", "A name is missing" }, { long_name, "500 letters" }, { "ANA", "both called" } };
  GtkWidget *page = gtk_widget_get_ancestor (
    GTK_WIDGET (gtk_widget_get_template_child (window, REKNIT_TYPE_PREFERENCES_WINDOW, "wording_group")), ADW_TYPE_PREFERENCES_PAGE);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      type_name (window, "Your Partner’s Name", bad[i][0]);
      adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
      gtk_window_close (GTK_WINDOW (window));
      ui_fixture_settle ();
      g_assert_true (opened == window);
      g_assert_true (ui_fixture_reads (window, bad[i][1]));
      g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), ADW_TYPE_ENTRY_ROW));
      g_assert_cmpstr (reknit_partner_get_name (fixture->ben), ==, "Ben");
      type_name (window, "Your Partner’s Name", "Ben");
    }

  gtk_window_close (GTK_WINDOW (window));
  wait_until_gone ();
}

/* When the program quits or is left quickly, no window is asked; it takes along what can be kept. */
static void
test_end_keeps_names (UiFixture     *fixture,
                      gconstpointer  data)
{
  type_name (open_preferences (fixture), "Your Name", data != NULL ? "" : "Anna");
  reknit_seats_lock (fixture->seats);
  gtk_window_destroy (GTK_WINDOW (opened));
  wait_until_gone ();
  g_assert_cmpstr (reknit_partner_get_name (fixture->ana), ==, data != NULL ? "Ana" : "Anna");
}

/* What was not touched is not written over what has come about meanwhile. */
static void
test_closing_leaves_the_rest (UiFixture     *fixture,
                              gconstpointer  data)
{
  GtkWidget *window = open_preferences (fixture);

  g_object_set (fixture->ana, "name", "Anna", NULL);
  ui_fixture_save (fixture, fixture->ana);
  gtk_window_close (GTK_WINDOW (window));
  wait_until_gone ();
  g_assert_cmpstr (reknit_partner_get_name (fixture->ana), ==, "Anna");
}

static GtkWidget *
find_wording (GtkWidget  *window,
              GType       type,
              const char *name)
{
  GObject *group = gtk_widget_get_template_child (window, REKNIT_TYPE_PREFERENCES_WINDOW, "wording_group");

  return ui_fixture_find (GTK_WIDGET (group), type, name);
}

/* The names that the words in notifications are asked for are those that the two go by now. */
static void
test_wording_follows (UiFixture     *fixture,
                      gconstpointer  data)
{
  g_autoptr (ReknitPartner) cleo = g_object_new (REKNIT_TYPE_PARTNER, "name", "Cleo", "color", "amber", "position", (gint64) 2, NULL);
  GtkWidget *window, *row, *consent;

  ui_fixture_take (fixture, fixture->ana);
  window = open_preferences (fixture);
  row = find_wording (window, ADW_TYPE_ACTION_ROW, "Ana");
  consent = find_wording (window, GTK_TYPE_SWITCH, NULL);
  g_assert_null (find_wording (window, ADW_TYPE_ACTION_ROW, "Cleo"));
  ui_fixture_save (fixture, cleo);
  g_object_set (fixture->ana, "name", "Anna", NULL);
  ui_fixture_save (fixture, fixture->ana);
  ui_fixture_settle ();
  g_assert_true (find_wording (window, ADW_TYPE_ACTION_ROW, "Anna") == row);
  g_assert_nonnull (find_wording (window, ADW_TYPE_ACTION_ROW, "Cleo"));

  /* The row stays while its own switch is moved. */
  gtk_switch_set_active (GTK_SWITCH (consent), TRUE);
  ui_fixture_settle ();
  g_assert_true (reknit_record_get_flag (fixture->ana, "names-in-notices"));
  g_assert_true (find_wording (window, GTK_TYPE_SWITCH, NULL) == consent);
  g_assert_true (gtk_widget_is_sensitive (consent));
  gtk_window_close (GTK_WINDOW (window));
  wait_until_gone ();
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ui_test_add ("/preferences/closing-keeps-names", NULL, test_closing_keeps_names);
  ui_test_add ("/preferences/bad-name-stays-in-view", NULL, test_bad_name_stays_in_view);
  ui_test_add ("/preferences/end-keeps-names", NULL, test_end_keeps_names);
  ui_test_add ("/preferences/end-is-not-held-up", "bad", test_end_keeps_names);
  ui_test_add ("/preferences/closing-leaves-the-rest", NULL, test_closing_leaves_the_rest);
  ui_test_add ("/preferences/wording-follows", "alone", test_wording_follows);
  return g_test_run ();
}
