#include "ui-fixture.h"

#include "reknit-agenda-item.h"
#include "reknit-content.h"
#include "reknit-couple-form.h"
#include "reknit-first-run.h"
#include "reknit-help-lines.h"
#include "reknit-help-window.h"
#include "reknit-navigator.h"
#include "reknit-preferences-window.h"
#include "reknit-toasts.h"
#include "reknit-today-page.h"
#include "reknit-trouble-window.h"
#include "reknit-window.h"

#define NARROW 360

static void
settle_long (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 3;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* A picture of each page, for eyes, where a folder is named for it. */
static void
take_picture (GtkWidget  *widget,
              const char *name)
{
  const char *folder = g_getenv ("REKNIT_PICTURES");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = NULL;
  int width, height;

  if (folder == NULL)
    return;

  settle_long ();
  paintable = gtk_widget_paintable_new (widget);
  width = gdk_paintable_get_intrinsic_width (paintable);
  height = gdk_paintable_get_intrinsic_height (paintable);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  file = g_strdup_printf ("%s/%s.png", folder, name);
  gdk_texture_save_to_png (texture, file);
}

static void
show_window (GtkWidget  *window,
             int         width,
             const char *name)
{
  int minimum;

  gtk_window_set_default_size (GTK_WINDOW (window), width, width == NARROW ? 648 : 760);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  ui_fixture_settle ();
  /* Without the shadow around it. */
  gtk_widget_measure (gtk_widget_get_first_child (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  take_picture (window, name);
  if (width == NARROW && minimum > NARROW)
    g_error ("%s is at least %d px wide", name, minimum);
}

static void
close_window (GtkWidget *window)
{
  GtkWidget *watched = window;

  gint64 deadline = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &watched);
  gtk_window_destroy (GTK_WINDOW (window));
  while (watched != NULL && g_get_monotonic_time () < deadline)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_null (watched);
}

static void
count_down (gpointer  user_data,
            GObject  *where_it_was)
{
  (*(guint *) user_data)--;
}

/* Counts our own widgets, for as long as they live. */
static void
count_widgets (GtkWidget *widget,
               guint     *n_alive)
{
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Reknit"))
    {
      g_object_weak_ref (G_OBJECT (widget), count_down, n_alive);
      (*n_alive)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count_widgets (child, n_alive);
}

static void
visit (UiFixture  *fixture,
       const char *page,
       int         width)
{
  GtkWidget *window = reknit_window_new (NULL, fixture->seats);
  g_autofree char *name = g_strdup_printf ("%s-%d", page, width);
  guint n_alive = 0;

  g_assert_true (reknit_window_show_page (REKNIT_WINDOW (window), page));
  show_window (window, width, name);
  count_widgets (window, &n_alive);
  close_window (window);
  ui_fixture_settle ();
  g_assert_cmpuint (n_alive, ==, 0);
}

static void
visit_all (UiFixture *fixture,
           int        width)
{
  GListModel *strategies = reknit_content_get_strategies (reknit_content_get_default ());

  visit (fixture, "today", width);
  visit (fixture, "insights", width);
  visit (fixture, "search", width);
  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (ReknitStrategy) strategy = g_list_model_get_item (strategies, i);
      GListModel *practices = reknit_strategy_get_practices (strategy);

      visit (fixture, reknit_strategy_get_id (strategy), width);
      for (guint j = 0; j < g_list_model_get_n_items (practices) && (i == 0 || j == 0); j++)
        {
          g_autoptr (ReknitPractice) practice = g_list_model_get_item (practices, j);
          visit (fixture, reknit_practice_get_id (practice), width);
        }
    }
}

static void
test_wide (UiFixture     *fixture,
           gconstpointer  data)
{
  visit_all (fixture, 1100);
}

static void
test_narrow (UiFixture     *fixture,
             gconstpointer  data)
{
  visit_all (fixture, NARROW);
}

static void
test_unknown_page (UiFixture     *fixture,
                   gconstpointer  data)
{
  GtkWidget *window = reknit_window_new (NULL, fixture->seats);

  g_assert_false (reknit_window_show_page (REKNIT_WINDOW (window), "no-such-page"));
  close_window (window);
}

static void
test_way_back (UiFixture     *fixture,
               gconstpointer  data)
{
  ReknitNavigator *navigator = g_object_ref_sink (g_object_new (REKNIT_TYPE_NAVIGATOR, NULL));

  reknit_navigator_set_seats (navigator, fixture->seats);
  reknit_navigator_show (navigator, "today");
  g_assert_false (reknit_navigator_go_back (navigator));

  reknit_navigator_open (navigator, "communicate");
  reknit_navigator_open (navigator, "let-go");
  g_assert_cmpstr (reknit_navigator_get_root (navigator), ==, "today");
  g_assert_true (reknit_navigator_go_back (navigator));
  g_assert_cmpstr (reknit_navigator_get_page (navigator), ==, "communicate");

  reknit_navigator_show (navigator, "let-go");
  g_assert_cmpstr (reknit_navigator_get_root (navigator), ==, "forgive");
  g_assert_true (reknit_navigator_go_back (navigator));
  g_assert_cmpstr (reknit_navigator_get_page (navigator), ==, "forgive");
  g_assert_false (reknit_navigator_go_back (navigator));
  g_assert_finalize_object (navigator);
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

/* Nothing of the two stands behind the neutral page; behind the questions of the first run there is nothing yet. */
static void
test_begins_with_what_it_shows (UiFixture     *fixture,
                                gconstpointer  data)
{
  GtkWidget *window = reknit_window_new (NULL, fixture->seats);
  GtkWidget *today;

  reknit_window_begin_neutral (REKNIT_WINDOW (window));
  g_assert_null (find_widget (window, REKNIT_TYPE_TODAY_PAGE));
  reknit_window_begin (REKNIT_WINDOW (window));
  g_assert_nonnull (find_widget (window, REKNIT_TYPE_FIRST_RUN));
  g_assert_null (find_widget (window, REKNIT_TYPE_TODAY_PAGE));
  g_signal_emit_by_name (find_widget (window, REKNIT_TYPE_FIRST_RUN), "done");
  today = find_widget (window, REKNIT_TYPE_TODAY_PAGE);
  g_assert_true (today != NULL && gtk_widget_get_child_visible (today));
  close_window (window);
}

/* A notification leads to its practice also from the neutral page, and from there to the strategy. */
static void
test_opens_the_first_page (UiFixture     *fixture,
                           gconstpointer  data)
{
  ReknitNavigator *navigator = g_object_ref_sink (g_object_new (REKNIT_TYPE_NAVIGATOR, NULL));

  reknit_navigator_set_seats (navigator, fixture->seats);
  reknit_navigator_open_subject (navigator, "let-go", "occurrence", 0);
  g_assert_cmpstr (reknit_navigator_get_root (navigator), ==, "forgive");
  g_assert_true (reknit_navigator_go_back (navigator));
  g_assert_cmpstr (reknit_navigator_get_page (navigator), ==, "forgive");
  g_assert_finalize_object (navigator);
}

static GtkWidget *
find_shortcuts (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_SHORTCUTS_WINDOW (window))
        return window;
    }
  return NULL;
}

static void
test_shortcuts_when_asked_for (UiFixture     *fixture,
                               gconstpointer  data)
{
  GtkWidget *window = reknit_window_new (NULL, fixture->seats);

  show_window (window, 1100, "shortcuts-none");
  g_assert_null (find_shortcuts ());
  g_assert_true (gtk_widget_activate_action (window, "win.show-help-overlay", NULL));
  g_assert_nonnull (find_shortcuts ());
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (find_shortcuts ())) == GTK_WINDOW (window));
  show_window (find_shortcuts (), 1100, "shortcuts");
  close_window (find_shortcuts ());
  close_window (window);
}

/* A window holds the actions of the page that it shows, and for a while after it is gone. */
static void
test_tool_goes_with_its_page (UiFixture     *fixture,
                              gconstpointer  data)
{
  ReknitPractice *practice = reknit_content_find_practice (reknit_content_get_default (), "let-go");
  GtkWidget *page = g_object_ref_sink (reknit_practice_page_new (fixture->seats, practice));
  g_autoptr (GObject) actions = g_object_ref (G_OBJECT (reknit_practice_page_get_actions (REKNIT_PRACTICE_PAGE (page))));
  gpointer tool = reknit_practice_page_get_child (REKNIT_PRACTICE_PAGE (page));

  g_assert_nonnull (tool);
  g_object_add_weak_pointer (tool, &tool);
  g_assert_finalize_object (page);
  g_assert_null (tool);
}

static void
test_first_run (UiFixture     *fixture,
                gconstpointer  data)
{
  GtkWidget *page = reknit_first_run_new (fixture->seats);
  static const char *const names[] = { "first-run-1", "first-run-2", "first-run-3", "first-run-4", "first-run-5" };

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), NARROW, 648);
  ui_fixture_show (fixture, page);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int minimum;

      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, NARROW);
      take_picture (fixture->window, names[i]);
      if (i < G_N_ELEMENTS (names) - 1)
        ui_fixture_press (page, "Continue");
    }
  g_assert_true (ui_fixture_reads (page, "Hidden from view, not sealed"));
}

static void
save_step (UiFixture  *fixture,
           const char *body)
{
  g_autoptr (ReknitAgendaItem) item = g_object_new (REKNIT_TYPE_AGENDA_ITEM, "body", body, NULL);
  g_autoptr (GError) error = NULL;

  reknit_store_save (fixture->store, "Add", item, &error);
  g_assert_no_error (error);
}

/* A toast offers to undo what it speaks of: not what was done since, and not in the next seat. */
static void
test_undo_of_a_toast (UiFixture     *fixture,
                      gconstpointer  data)
{
  GtkWidget *window = reknit_window_new (NULL, fixture->seats);
  GtkWidget *overlay;

  reknit_window_show_page (REKNIT_WINDOW (window), "today");
  show_window (window, 1100, "undo-of-a-toast");
  overlay = ui_fixture_find (window, ADW_TYPE_TOAST_OVERLAY, NULL);
  save_step (fixture, "One");
  reknit_toast_undo (overlay, "Both of you can read it now");
  g_assert_nonnull (ui_fixture_find (overlay, GTK_TYPE_BUTTON, "Undo"));
  save_step (fixture, "Two");
  g_assert_null (ui_fixture_find (overlay, GTK_TYPE_BUTTON, "Undo"));

  ui_fixture_take (fixture, fixture->ana);
  save_step (fixture, "Three");
  reknit_toast_undo (overlay, "Entry deleted");
  g_assert_nonnull (ui_fixture_find (overlay, GTK_TYPE_BUTTON, "Undo"));
  ui_fixture_take (fixture, fixture->ben);
  g_assert_null (ui_fixture_find (overlay, GTK_TYPE_BUTTON, "Undo"));
  close_window (window);
}

static gboolean
can_consent (GtkWidget  *window,
             const char *name)
{
  GtkWidget *row = ui_fixture_find (window, ADW_TYPE_ACTION_ROW, name);

  /* The row of the passphrase has the same name, and no switch. */
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *consent = ui_fixture_find (row, GTK_TYPE_SWITCH, NULL);

      if (consent != NULL && ui_fixture_reads (row, name))
        return gtk_widget_is_sensitive (consent);
    }
  g_assert_not_reached ();
}

/* Consent is given from one's own seat: not by whoever comes while the window still stands open. */
static void
test_consent_goes_with_the_seat (UiFixture     *fixture,
                                 gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.reknit.Reknit");
  GtkWidget *window;
  GtkWidget *group;

  ui_fixture_take (fixture, fixture->ana);
  window = reknit_preferences_window_new (fixture->seats, settings);
  show_window (window, NARROW, "preferences-consent");
  group = GTK_WIDGET (gtk_widget_get_template_child (window, REKNIT_TYPE_PREFERENCES_WINDOW, "wording_group"));
  g_assert_true (can_consent (group, "Ana"));
  g_assert_false (can_consent (group, "Ben"));
  reknit_seats_lock (fixture->seats);
  ui_fixture_settle ();
  g_assert_false (can_consent (group, "Ana"));
  ui_fixture_take (fixture, fixture->ben);
  g_assert_false (can_consent (group, "Ana"));
  g_assert_true (can_consent (group, "Ben"));
  close_window (window);
}

static void
test_other_windows (UiFixture     *fixture,
                    gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.reknit.Reknit");
  static const char *const topics[] = { "", "safe", "self-check", "resources", "crisis", "privacy", "about" };
  static const int codes[] = {
    REKNIT_STORE_ERROR_CORRUPT, REKNIT_STORE_ERROR_NEWER_SCHEMA, REKNIT_STORE_ERROR_READ_ONLY, REKNIT_STORE_ERROR_FULL,
    REKNIT_STORE_ERROR_BUSY,
  };
  GtkWidget *window = reknit_preferences_window_new (fixture->seats, settings);

  show_window (window, NARROW, "preferences");
  close_window (window);

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      g_autofree char *name = g_strdup_printf ("help-%s", topics[i]);

      window = reknit_help_window_new ();
      reknit_help_window_show_topic (REKNIT_HELP_WINDOW (window), topics[i]);
      show_window (window, NARROW, name);
      close_window (window);
    }

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (REKNIT_STORE_ERROR, codes[i], "Somebody else holds the file.");
      g_autofree char *name = g_strdup_printf ("trouble-%d", codes[i]);

      window = reknit_trouble_window_new (NULL, fixture->path, error);
      show_window (window, NARROW, name);
      close_window (window);
    }
}

static void
assert_wrong (const char *name,
              const char *other,
              const char *word)
{
  g_autofree char *wrong = reknit_couple_form_check_name (name, other);

  g_assert_nonnull (wrong);
  g_assert_nonnull (strstr (wrong, word));
}

/* The locale of these tests says nothing of a country. */
static void
test_help_lines_begin_anywhere (UiFixture     *fixture,
                                gconstpointer  data)
{
  GtkWidget *lines = reknit_help_lines_new ();

  ui_fixture_show (fixture, lines);
  g_assert_true (ui_fixture_reads (lines, "Find A Helpline"));
  g_assert_false (ui_fixture_reads (lines, "911"));
}

static void
test_names (void)
{
  g_autofree char *long_name = g_strnfill (500, 'a');
  g_autofree char *clean = reknit_couple_form_clean_name ("  \u200b Zoë \t  Ann\n ");

  g_assert_cmpstr (clean, ==, "Zoë Ann");
  assert_wrong ("", NULL, "missing");
  assert_wrong (" \u200b\u200d ", NULL, "missing");
  assert_wrong (long_name, NULL, "500");
  assert_wrong ("ANA", "Ana ", "both called");
  g_assert_null (reknit_couple_form_check_name ("Ana", "Ben"));
  g_assert_null (reknit_couple_form_check_name ("نور", "👩🏽‍🌾"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ui_test_add ("/pages/tool-goes-with-its-page", NULL, test_tool_goes_with_its_page);
  ui_test_add ("/ui/pages/wide", NULL, test_wide);
  ui_test_add ("/ui/pages/narrow", NULL, test_narrow);
  ui_test_add ("/ui/pages/narrow-alone", "alone", test_narrow);
  ui_test_add ("/ui/pages/unknown", NULL, test_unknown_page);
  ui_test_add ("/ui/pages/way-back", NULL, test_way_back);
  ui_test_add ("/ui/pages/begins-with-what-it-shows", NULL, test_begins_with_what_it_shows);
  ui_test_add ("/ui/pages/opens-the-first-page", NULL, test_opens_the_first_page);
  ui_test_add ("/ui/pages/shortcuts-when-asked-for", NULL, test_shortcuts_when_asked_for);
  ui_test_add ("/ui/pages/first-run", NULL, test_first_run);
  ui_test_add ("/ui/pages/other-windows", NULL, test_other_windows);
  ui_test_add ("/ui/pages/undo-of-a-toast", NULL, test_undo_of_a_toast);
  ui_test_add ("/ui/pages/consent-goes-with-the-seat", NULL, test_consent_goes_with_the_seat);
  ui_test_add ("/ui/pages/help-lines-begin-anywhere", NULL, test_help_lines_begin_anywhere);
  g_test_add_func ("/ui/names", test_names);
  return g_test_run ();
}
