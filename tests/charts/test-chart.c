#include <gtk/gtk.h>
#include <math.h>

#include "reknit-chart.h"
#include "reknit-legend.h"
#include "reknit-strands.h"

#define WEEK (7 * 86400.0)
#define START 1788718800.0

typedef struct
{
  GtkWidget    *window;
  ReknitChart  *chart;
  ReknitSeries *first;
  ReknitSeries *second;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const ReknitPoint first[] = { { START, 2, NULL }, { START + WEEK, 8, "A long walk" }, { START + 2 * WEEK, NAN, NULL } };
  const ReknitPoint second[] = { { START, 9, NULL }, { START + WEEK, 5, NULL } };
  g_autoptr (GListStore) store = g_list_store_new (REKNIT_TYPE_SERIES);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  GdkRGBA amber;

  gdk_rgba_parse (&amber, "#d9822b");
  fixture->first = reknit_series_new ("Ana");
  fixture->second = reknit_series_new ("Ben");
  reknit_series_set_points (fixture->first, first, 3);
  reknit_series_set_points (fixture->second, second, 2);
  reknit_series_set_color (fixture->second, &amber);
  reknit_series_set_marker (fixture->second, REKNIT_MARKER_DIAMOND);
  g_list_store_append (store, fixture->first);
  g_list_store_append (store, fixture->second);

  fixture->chart = REKNIT_CHART (reknit_chart_new ());
  reknit_time_axis_set_zone (REKNIT_TIME_AXIS (reknit_chart_get_time_axis (fixture->chart)), utc);
  reknit_chart_set_title (fixture->chart, "Closeness");
  reknit_chart_set_series (fixture->chart, G_LIST_MODEL (store));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 320);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->chart));
}

static void
show (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ReknitChart *chart = fixture->chart;

  g_object_add_weak_pointer (G_OBJECT (chart), (gpointer *) &chart);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (chart);
  g_assert_finalize_object (fixture->first);
  g_assert_finalize_object (fixture->second);
}

/* Sends a key to the chart's own controller, as the window would. */
static gboolean
press (Fixture *fixture, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->chart));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  return handled;
}

static void
test_says_the_data (Fixture *fixture, gconstpointer data)
{
  g_autofree char *words = reknit_chart_describe (fixture->chart);
  g_autofree char *stop = reknit_chart_describe_stop (fixture->chart, 1);
  g_autofree char *missing = reknit_chart_describe_stop (fixture->chart, 2);

  show (fixture);
  g_assert_cmpstr (words, ==,
                   "Ana: 2 values between 2 and 8. First 2 on 6 September 2026, last 8 on 13 September 2026. "
                   "Ben: 2 values between 5 and 9. First 9 on 6 September 2026, last 5 on 13 September 2026.");
  g_assert_cmpstr (stop, ==, "13 September 2026\nAna: 8\n“A long walk”\nBen: 5");
  g_assert_cmpstr (missing, ==, "20 September 2026\nAna: no answer");
  g_assert_null (reknit_chart_describe_stop (fixture->chart, 3));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_ROLE_IMG);
  {
    g_autofree char *label = g_strdup_printf ("Closeness. %s", words);

    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  }
  reknit_chart_set_current_point (fixture->chart, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, stop);
}

static char *
describe_shortly (ReknitChart *chart, gpointer user_data)
{
  return g_strdup (user_data);
}

static void
test_says_it_in_other_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *words = NULL;

  reknit_chart_set_describe_func (fixture->chart, describe_shortly, g_strdup ("Nearer each week."), g_free);
  show (fixture);
  words = reknit_chart_describe (fixture->chart);
  g_assert_cmpstr (words, ==, "Nearer each week.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Closeness. Nearer each week.");
}

static void
on_walked (ReknitChart *chart, int stop, double time, double *seen)
{
  *seen = time;
}

static void
count (GObject *object, GParamSpec *pspec, guint *times)
{
  (*times)++;
}

static void
test_walks_by_keyboard (Fixture *fixture, gconstpointer data)
{
  double seen = 0;
  guint times = 0;

  g_signal_connect (fixture->chart, "walked", G_CALLBACK (on_walked), &seen);
  g_signal_connect (fixture->chart, "notify::current-point", G_CALLBACK (count), &times);
  show (fixture);
  g_assert_cmpint (reknit_chart_get_current_point (fixture->chart), ==, -1);
  g_assert_false (press (fixture, GDK_KEY_Escape));
  g_assert_true (press (fixture, GDK_KEY_Right));
  g_assert_cmpint (reknit_chart_get_current_point (fixture->chart), ==, 0);
  g_assert_cmpfloat (seen, ==, START);
  g_assert_true (press (fixture, GDK_KEY_Right));
  g_assert_cmpfloat (seen, ==, START + WEEK);
  g_assert_true (press (fixture, GDK_KEY_End));
  g_assert_cmpint (reknit_chart_get_current_point (fixture->chart), ==, 2);
  times = 0;
  g_assert_true (press (fixture, GDK_KEY_Right));
  g_assert_cmpuint (times, ==, 0);
  g_assert_true (press (fixture, GDK_KEY_Left));
  g_assert_cmpint (reknit_chart_get_current_point (fixture->chart), ==, 1);
  g_assert_true (press (fixture, GDK_KEY_Home));
  g_assert_cmpint (reknit_chart_get_current_point (fixture->chart), ==, 0);
  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_cmpint (reknit_chart_get_current_point (fixture->chart), ==, -1);
  g_assert_false (press (fixture, GDK_KEY_a));
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->chart)));
}

static void
test_current_point_goes_with_the_data (Fixture *fixture, gconstpointer data)
{
  reknit_chart_set_current_point (fixture->chart, 2);
  reknit_series_clear (fixture->first);
  show (fixture);
  g_assert_cmpuint (reknit_chart_get_n_stops (fixture->chart), ==, 2);
  g_assert_cmpint (reknit_chart_get_current_point (fixture->chart), ==, -1);
  reknit_series_clear (fixture->second);
  g_assert_true (press (fixture, GDK_KEY_Right));
  g_assert_cmpint (reknit_chart_get_current_point (fixture->chart), ==, -1);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
test_mirrors (Fixture *fixture, gconstpointer data)
{
  graphene_point_t left, right, start, end;
  double width;

  show (fixture);
  width = gtk_widget_get_width (GTK_WIDGET (fixture->chart));
  g_assert_true (reknit_chart_locate (fixture->chart, START, 5, &left));
  g_assert_true (reknit_chart_locate (fixture->chart, START + 2 * WEEK, 5, &right));
  g_assert_cmpfloat (left.x, <, right.x);

  gtk_widget_set_direction (GTK_WIDGET (fixture->chart), GTK_TEXT_DIR_RTL);
  g_assert_true (reknit_chart_locate (fixture->chart, START, 5, &start));
  g_assert_true (reknit_chart_locate (fixture->chart, START + 2 * WEEK, 5, &end));
  g_assert_cmpfloat_with_epsilon (start.x, width - left.x, 0.01);
  g_assert_cmpfloat_with_epsilon (end.x, width - right.x, 0.01);
  g_assert_cmpfloat_with_epsilon (start.y, left.y, 0.01);

  /* Left goes on in time where time runs to the left. */
  g_assert_true (press (fixture, GDK_KEY_Left));
  g_assert_true (press (fixture, GDK_KEY_Left));
  g_assert_cmpint (reknit_chart_get_current_point (fixture->chart), ==, 1);
}

/* How many pixels around a point are much nearer to a colour than to the others drawn. */
static guint
count_pixels (GtkWidget *widget, graphene_point_t where, int reach, gboolean (*matches) (int r, int g, int b))
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = NULL;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  guint n = 0;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  pixels = g_malloc ((gsize) width * height * 4);
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  for (int y = MAX (0, (int) where.y - reach); y < MIN (height, where.y + reach); y++)
    for (int x = MAX (0, (int) where.x - reach); x < MIN (width, where.x + reach); x++)
      {
        guint32 pixel = ((guint32 *) (gpointer) pixels)[y * width + x];

        n += pixel >> 24 > 200 && matches ((pixel >> 16) & 0xff, (pixel >> 8) & 0xff, pixel & 0xff);
      }
  return n;
}

static gboolean
is_teal (int r, int g, int b)
{
  return r < 90 && g > 90 && b > 90 && ABS (g - b) < 40;
}

static gboolean
is_amber (int r, int g, int b)
{
  return r > 150 && g > 70 && g < 160 && b < 90;
}

static void
test_draws_strands_at_points (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart = GTK_WIDGET (fixture->chart);
  graphene_point_t ana, ben;

  show (fixture);
  g_assert_true (reknit_chart_locate (fixture->chart, START + WEEK, 8, &ana));
  g_assert_true (reknit_chart_locate (fixture->chart, START + WEEK, 5, &ben));
  g_assert_cmpuint (count_pixels (chart, ana, 8, is_teal), >, 10);
  g_assert_cmpuint (count_pixels (chart, ana, 8, is_amber), ==, 0);
  g_assert_cmpuint (count_pixels (chart, ben, 8, is_amber), >, 10);
  g_assert_cmpuint (count_pixels (chart, ben, 8, is_teal), ==, 0);

  reknit_series_clear (fixture->second);
  g_assert_cmpuint (count_pixels (chart, ben, 8, is_amber), ==, 0);
}

static void
test_draws_in_odd_places (Fixture *fixture, gconstpointer data)
{
  const ReknitPoint lone = { START, 5, NULL };

  reknit_chart_set_time_range (fixture->chart, START + 5 * WEEK, START + 6 * WEEK);
  show (fixture);
  reknit_chart_set_time_range (fixture->chart, 0, 0);
  reknit_series_clear (fixture->second);
  reknit_series_set_points (fixture->first, &lone, 1);
  reknit_chart_set_current_point (fixture->chart, 0);
  gtk_widget_queue_draw (fixture->window);
  gtk_test_widget_wait_for_draw (fixture->window);
  reknit_chart_set_series (fixture->chart, NULL);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpuint (reknit_chart_get_n_stops (fixture->chart), ==, 0);
}

static void
test_strands (void)
{
  GtkWidget *window = gtk_window_new (), *strands = reknit_strands_new (REKNIT_STRANDS_HEADER, "forgive");
  GdkRGBA violet;
  guint times = 0;
  int height;

  gdk_rgba_parse (&violet, "violet");
  g_signal_connect (strands, "notify", G_CALLBACK (count), &times);
  reknit_strands_set_pattern (REKNIT_STRANDS (strands), "forgive");
  reknit_strands_set_variant (REKNIT_STRANDS (strands), REKNIT_STRANDS_HEADER);
  g_assert_cmpuint (times, ==, 0);
  g_object_set (strands, "first-color", &violet, "second-color", &violet, "pattern", "trust", NULL);
  g_assert_cmpuint (times, ==, 3);
  gtk_widget_measure (strands, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, <=, 60);

  g_object_add_weak_pointer (G_OBJECT (strands), (gpointer *) &strands);
  gtk_window_set_child (GTK_WINDOW (window), strands);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (strands), GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (strands);
}

static guint
count_all_teal (GtkWidget *widget)
{
  return count_pixels (widget, GRAPHENE_POINT_INIT (200, 30), 200, is_teal);
}

/* Under reduced motion the weave stands from the first frame on. */
static void
test_strands_stand_still (void)
{
  GtkWidget *window = gtk_window_new (), *strands = reknit_strands_new (REKNIT_STRANDS_HEADER, "goals");
  gboolean animated;
  guint first;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &animated, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 60);
  gtk_window_set_child (GTK_WINDOW (window), strands);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  first = count_all_teal (strands);
  g_assert_cmpuint (first, >, 100);
  for (gint64 end = g_get_monotonic_time () + 150000; g_get_monotonic_time () < end;)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
  g_assert_cmpuint (count_all_teal (strands), ==, first);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animated, NULL);
}

static void
test_legend (void)
{
  g_autoptr (GListStore) store = g_list_store_new (REKNIT_TYPE_SERIES);
  ReknitSeries *series = reknit_series_new ("Ana");
  GtkWidget *legend = g_object_ref_sink (reknit_legend_new ()), *label;

  reknit_legend_set_series (REKNIT_LEGEND (legend), G_LIST_MODEL (store));
  g_assert_null (gtk_widget_get_first_child (legend));
  g_list_store_append (store, series);
  label = gtk_widget_get_last_child (gtk_widget_get_first_child (legend));
  reknit_series_set_label (series, "Anna");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Anna");
  g_list_store_remove_all (store);
  g_assert_null (gtk_widget_get_first_child (legend));
  g_assert_finalize_object (legend);
  g_assert_finalize_object (series);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  add ("/chart/says-the-data", test_says_the_data);
  add ("/chart/says-it-in-other-words", test_says_it_in_other_words);
  add ("/chart/walks-by-keyboard", test_walks_by_keyboard);
  add ("/chart/current-point-goes-with-the-data", test_current_point_goes_with_the_data);
  add ("/chart/mirrors", test_mirrors);
  add ("/chart/draws-strands-at-points", test_draws_strands_at_points);
  add ("/chart/draws-in-odd-places", test_draws_in_odd_places);
  g_test_add_func ("/strands/notify-and-finalize", test_strands);
  g_test_add_func ("/strands/stand-still", test_strands_stand_still);
  g_test_add_func ("/legend/follows-series", test_legend);
  return g_test_run ();
}
