#include "planner-fixture.h"

#include "reknit-help-window.h"
#include "reknit-key-dialog.h"
#include "reknit-title-below.h"

#define PHONE      360
#define NORMAL_DPI (96 * 1024)

/* Whether any words in sight are cut. */
static gboolean
is_cut (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_cut (child))
      return TRUE;
  return FALSE;
}

static GtkWidget *
find_title (GtkWidget  *window,
            const char *title)
{
  for (GtkWidget *label = ui_fixture_find (window, GTK_TYPE_LABEL, title); label != NULL; label = gtk_widget_get_parent (label))
    if (gtk_widget_has_css_class (label, "title") || gtk_widget_has_css_class (label, "title-2"))
      return label;
  return NULL;
}

/* On a phone and with text of twice the size, @title stands whole in @window, whichever place it has. */
static void
assert_title (GtkWidget  *window,
              const char *title)
{
  GtkWidget *place;

  gtk_window_set_default_size (GTK_WINDOW (window), PHONE, 648);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (window) || gtk_widget_get_width (window) > PHONE)
    gtk_test_widget_wait_for_draw (window);
  for (int i = 0; i < 3; i++)
    gtk_test_widget_wait_for_draw (window);
  place = ui_fixture_find (window, REKNIT_TYPE_TITLE_PLACE, NULL);
  g_assert_cmpstr (reknit_title_place_get_title (REKNIT_TITLE_PLACE (place)), ==, title);
  g_assert_nonnull (find_title (window, title));
  g_assert_false (is_cut (find_title (window, title)));
}

static int
set_text_scale (int scale)
{
  int before;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &before, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", scale * NORMAL_DPI, NULL);
  return before;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
}

static void
test_planner (UiFixture     *fixture,
              gconstpointer  data)
{
  int before = set_text_scale (2);
  ReknitPlannerWindow *planner = planner_open (fixture);

  assert_title (GTK_WIDGET (planner), "Dates");
  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.plan", "s", "");
  assert_title (GTK_WIDGET (planner), "Plan a Date");
  gtk_widget_activate_action (GTK_WIDGET (planner), "win.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.find-idea", NULL);
  assert_title (GTK_WIDGET (planner), "Find an Idea");
  planner_close (planner);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", before, NULL);
}

static void
test_help (UiFixture     *fixture,
           gconstpointer  data)
{
  int before = set_text_scale (2);
  GtkWidget *help = reknit_help_window_new ();

  reknit_help_window_show_topic (REKNIT_HELP_WINDOW (help), "safe");
  assert_title (help, "Are We Safe to Do This?");
  g_assert_null (ui_fixture_find (help, REKNIT_TYPE_TITLE_BELOW, NULL));
  reknit_help_window_show_topic (REKNIT_HELP_WINDOW (help), "self-check");
  assert_title (help, "Questions for You Alone");
  close_window (help);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", before, NULL);
}

static void
test_dialog (UiFixture     *fixture,
             gconstpointer  data)
{
  int before = set_text_scale (2);
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWidget) dialog = NULL;

  reknit_key_dialog_present (GTK_WINDOW (fixture->window), fixture->seats, fixture->ana);
  for (guint i = 0; i < g_list_model_get_n_items (windows) && !REKNIT_IS_KEY_DIALOG (dialog); i++)
    {
      g_clear_object (&dialog);
      dialog = g_list_model_get_item (windows, i);
    }
  assert_title (dialog, "Passphrase");
  close_window (dialog);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", before, NULL);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/titles/planner", NULL, test_planner);
  ui_test_add ("/titles/help", NULL, test_help);
  ui_test_add ("/titles/dialog", NULL, test_dialog);
  return g_test_run ();
}
