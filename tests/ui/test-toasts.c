#include "ui-fixture.h"

#include "reknit-toasts.h"
#include "reknit-window.h"

#define COME_MS 700
#define SOON_MS 300
#define AT_ONCE_MS 60

static void
count (guint *n)
{
  *n += 1;
}

static void
wait_for (guint ms)
{
  gint64 until = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* Until a toast has fully come. */
static void
wait_until_come (void)
{
  wait_for (COME_MS);
}

/* As soon as one can press it, while the toast is still coming. */
static void
press_undo_soon (GtkWidget *overlay)
{
  wait_for (SOON_MS);
  g_signal_emit_by_name (ui_fixture_find (overlay, GTK_TYPE_BUTTON, "Undo"), "clicked");
}

static GtkWidget *
open_overlay (UiFixture *fixture)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new ("Page"));
  ui_fixture_show (fixture, overlay);
  return overlay;
}

static GtkWidget *
page_of (GtkWidget *overlay)
{
  return adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay));
}

/* What is said last does not wait until what was said before has had its time, and that does not come back. */
static void
test_newest_at_once (UiFixture     *fixture,
                     gconstpointer  data)
{
  GtkWidget *overlay = open_overlay (fixture);

  reknit_toast (page_of (overlay), "Exported");
  wait_until_come ();
  reknit_toast_undo (page_of (overlay), "Marked as done");
  g_assert_true (ui_fixture_reads (overlay, "Marked as done"));
  g_assert_nonnull (ui_fixture_find (overlay, GTK_TYPE_BUTTON, "Undo"));
  wait_until_come ();
  g_assert_false (ui_fixture_reads (overlay, "Exported"));
  reknit_toast (page_of (overlay), "Moved");
  g_assert_true (ui_fixture_reads (overlay, "Moved"));
  wait_until_come ();
  g_assert_false (ui_fixture_reads (overlay, "Marked as done"));
  g_assert_null (ui_fixture_find (overlay, GTK_TYPE_BUTTON, "Undo"));
}

/* What comes in quick succession is told by one toast, which does what the last of it would do. */
static void
test_quick (UiFixture     *fixture,
            gconstpointer  data)
{
  GtkWidget *overlay = open_overlay (fixture);
  guint n_first = 0;
  guint n_second = 0;

  reknit_toast (page_of (overlay), "Exported");
  reknit_toast_undo_by (page_of (overlay), "One", g_cclosure_new_swap (G_CALLBACK (count), &n_first, NULL));
  reknit_toast_undo_by (page_of (overlay), "Two", g_cclosure_new_swap (G_CALLBACK (count), &n_second, NULL));
  g_assert_true (ui_fixture_reads (overlay, "Two"));
  g_assert_false (ui_fixture_reads (overlay, "One"));
  g_assert_false (ui_fixture_reads (overlay, "Exported"));
  wait_until_come ();
  ui_fixture_press (overlay, "Undo");
  g_assert_cmpuint (n_first, ==, 0);
  g_assert_cmpuint (n_second, ==, 1);
  wait_until_come ();
  g_assert_null (ui_fixture_find (overlay, GTK_TYPE_BUTTON, "Undo"));
}

/* Before a form, what can be undone goes; what was only said may stay. */
static void
test_drop_undo (UiFixture     *fixture,
                gconstpointer  data)
{
  GtkWidget *overlay = open_overlay (fixture);

  reknit_toast (page_of (overlay), "Exported");
  reknit_toast_drop_undo (page_of (overlay));
  wait_until_come ();
  g_assert_true (ui_fixture_reads (overlay, "Exported"));
  reknit_toast_undo (page_of (overlay), "Deleted");
  reknit_toast_drop_undo (page_of (overlay));
  reknit_toast (page_of (overlay), "Saved");
  g_assert_true (ui_fixture_reads (overlay, "Saved"));
  wait_until_come ();
  wait_until_come ();
  g_assert_true (ui_fixture_reads (overlay, "Saved"));
  g_assert_false (ui_fixture_reads (overlay, "Deleted"));
}

/* What can be undone by a toast is what it speaks of: its button goes when there is a later step. */
static void
test_drop_step (UiFixture     *fixture,
                gconstpointer  data)
{
  GtkWidget *overlay = open_overlay (fixture);
  guint n = 0;

  reknit_toast_undo (page_of (overlay), "Shared");
  reknit_toast_drop_step (page_of (overlay));
  g_assert_null (ui_fixture_find (overlay, GTK_TYPE_BUTTON, "Undo"));
  reknit_toast_undo (page_of (overlay), "Moved");
  g_assert_nonnull (ui_fixture_find (overlay, GTK_TYPE_BUTTON, "Undo"));
  wait_until_come ();
  g_assert_true (ui_fixture_reads (overlay, "Moved"));
  g_assert_nonnull (ui_fixture_find (overlay, GTK_TYPE_BUTTON, "Undo"));
  reknit_toast_drop_step (page_of (overlay));
  g_assert_null (ui_fixture_find (overlay, GTK_TYPE_BUTTON, "Undo"));
  wait_until_come ();
  g_assert_false (ui_fixture_reads (overlay, "Moved"));

  reknit_toast_undo_by (page_of (overlay), "Set aside", g_cclosure_new_swap (G_CALLBACK (count), &n, NULL));
  wait_until_come ();
  reknit_toast_drop_step (page_of (overlay));
  ui_fixture_press (overlay, "Undo");
  g_assert_cmpuint (n, ==, 1);
}

/* What lasts is not in the way of what is said meanwhile, and goes when it is taken back. */
static void
test_lasting (UiFixture     *fixture,
              gconstpointer  data)
{
  GtkWidget *overlay = open_overlay (fixture);
  g_autoptr (AdwToast) toast = reknit_toast_lasting (page_of (overlay), "Not saved", "Try Again", "win.retry");
  g_autoptr (AdwToast) again = NULL;

  wait_until_come ();
  reknit_toast (page_of (overlay), "Exported");
  g_assert_true (ui_fixture_reads (overlay, "Exported"));
  wait_until_come ();
  g_assert_false (ui_fixture_reads (overlay, "Not saved"));
  again = reknit_toast_lasting (page_of (overlay), "Still not saved", "Try Again", "win.retry");
  reknit_toast_take_back (toast);
  reknit_toast_take_back (again);
  wait_until_come ();
  wait_until_come ();
  g_assert_false (ui_fixture_reads (overlay, "Not saved"));
  g_assert_false (ui_fixture_reads (overlay, "Still not saved"));
}

static GtkWidget *
open_window (UiFixture *fixture)
{
  GtkWidget *window = reknit_window_new (NULL, fixture->seats);

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static gboolean
fail (ReknitStore  *store,
      gpointer      data,
      GError      **error)
{
  g_set_error_literal (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_FULL, "There is no room.");
  return FALSE;
}

/* A button whose step can't be written does not stay silent, whether its page looks at the reason or not. */
static void
test_failed_step_is_told (UiFixture     *fixture,
                          gconstpointer  data)
{
  GtkWidget *window = open_window (fixture);

  g_assert_false (reknit_store_transact (fixture->store, "Sign", fail, NULL, NULL));
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (window, "There is no room."));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
}

static void
rename_ana (UiFixture  *fixture,
            const char *name)
{
  g_object_set (fixture->ana, "name", name, NULL);
  g_assert_true (reknit_store_save (fixture->store, "Rename", fixture->ana, NULL));
}

/* Also when Undo is pressed while its toast is still coming, it is said what was undone, or why it was not. */
static void
test_undone_at_once (UiFixture     *fixture,
                     gconstpointer  data)
{
  GtkWidget *window = open_window (fixture);
  GtkWidget *overlay = ui_fixture_find (window, ADW_TYPE_TOAST_OVERLAY, NULL);

  wait_until_come ();
  for (guint i = 0; i < 3; i++)
    {
      rename_ana (fixture, "Anna");
      reknit_toast_undo (overlay, "Renamed");
      press_undo_soon (overlay);
      g_assert_cmpstr (reknit_partner_get_name (fixture->ana), ==, "Ana");
      g_assert_true (ui_fixture_reads (window, "Undone: Rename"));
      wait_until_come ();
      g_assert_true (ui_fixture_reads (window, "Undone: Rename"));
      g_assert_false (ui_fixture_reads (window, "Renamed"));
    }

  rename_ana (fixture, "Anna");
  reknit_toast_undo (overlay, "Renamed");
  wait_for (SOON_MS);
  ui_fixture_stop_disk (TRUE);
  g_signal_emit_by_name (ui_fixture_find (overlay, GTK_TYPE_BUTTON, "Undo"), "clicked");
  ui_fixture_stop_disk (FALSE);
  g_assert_cmpstr (reknit_partner_get_name (fixture->ana), ==, "Anna");
  wait_until_come ();
  g_assert_true (ui_fixture_reads (window, "did not take what was to be saved"));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
}

static void
say_put_back (GtkWidget *page)
{
  reknit_toast (page, "Put back");
}

static void
test_put_back_at_once (UiFixture     *fixture,
                       gconstpointer  data)
{
  GtkWidget *overlay = open_overlay (fixture);

  reknit_toast_undo_by (page_of (overlay), "Set aside", g_cclosure_new_swap (G_CALLBACK (say_put_back), page_of (overlay), NULL));
  press_undo_soon (overlay);
  g_assert_true (ui_fixture_reads (overlay, "Put back"));
  wait_until_come ();
  g_assert_true (ui_fixture_reads (overlay, "Put back"));
}

/* A toast in place of another, just as it begins to come. */
static void
replace (GtkWidget *overlay,
         guint     *n_undone)
{
  reknit_toast (page_of (overlay), "Exported");
  wait_until_come ();
  reknit_toast_undo_by (page_of (overlay), "Moved", g_cclosure_new_swap (G_CALLBACK (count), n_undone, NULL));
  wait_for (AT_ONCE_MS);
}

static void
assert_goes (GtkWidget *overlay)
{
  wait_until_come ();
  wait_until_come ();
  g_assert_false (ui_fixture_reads (overlay, "Moved"));
  g_assert_false (ui_fixture_reads (overlay, "Exported"));
}

static gboolean
is_close_button (GtkWidget *button)
{
  return g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (button)), "window-close-symbolic") == 0;
}

static GtkWidget *
find_close_button (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && is_close_button (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_close_button (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A toast that is told to go while it is coming does go, once it has come, and nothing breaks by it. */
static void
test_pressed_while_coming (UiFixture     *fixture,
                           gconstpointer  data)
{
  GtkWidget *overlay = open_overlay (fixture);
  guint n_undone = 0;

  replace (overlay, &n_undone);
  for (guint presses = 0; presses < 2; presses++)
    g_signal_emit_by_name (ui_fixture_find (overlay, GTK_TYPE_BUTTON, "Undo"), "clicked");
  assert_goes (overlay);
  g_assert_cmpuint (n_undone, ==, 1);
}

static void
test_closed_while_coming (UiFixture     *fixture,
                          gconstpointer  data)
{
  GtkWidget *overlay = open_overlay (fixture);
  guint n_undone = 0;

  replace (overlay, &n_undone);
  /* The one that goes stands before the one that comes. */
  g_signal_emit_by_name (find_close_button (gtk_widget_get_last_child (overlay)), "clicked");
  assert_goes (overlay);

  replace (overlay, &n_undone);
  g_signal_emit_by_name (find_close_button (gtk_widget_get_last_child (overlay)), "clicked");
  reknit_toast (page_of (overlay), "Deleted");
  assert_goes (overlay);
  g_assert_true (ui_fixture_reads (overlay, "Deleted"));
  g_assert_cmpuint (n_undone, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/toasts/newest-at-once", NULL, test_newest_at_once);
  ui_test_add ("/toasts/quick", NULL, test_quick);
  ui_test_add ("/toasts/drop-undo", NULL, test_drop_undo);
  ui_test_add ("/toasts/drop-step", NULL, test_drop_step);
  ui_test_add ("/toasts/lasting", NULL, test_lasting);
  ui_test_add ("/toasts/failed-step", NULL, test_failed_step_is_told);
  ui_test_add ("/toasts/undone-at-once", NULL, test_undone_at_once);
  ui_test_add ("/toasts/put-back-at-once", NULL, test_put_back_at_once);
  ui_test_add ("/toasts/pressed-while-coming", NULL, test_pressed_while_coming);
  ui_test_add ("/toasts/closed-while-coming", NULL, test_closed_while_coming);
  return g_test_run ();
}
