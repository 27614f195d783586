#include "page-fixture.h"

#include "reknit-fold-box.h"
#include "reknit-turn-clock.h"
#include "reknit-ui.h"

static void
test_format (void)
{
  static const struct { gint64 seconds; const char *text; const char *words; } cases[] = {
    { 180, "3:00", "3 minutes left" },
    { 125, "2:05", "2 minutes left" },
    { 60, "1:00", "1 minute left" },
    { 30, "0:30", "30 seconds left" },
    { 1, "0:01", "1 second left" },
    { 0, "0:00", "The turn is over" },
    { -20, "0:00", "The turn is over" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = reknit_turn_clock_format (cases[i].seconds);
      g_autofree char *words = reknit_turn_clock_say (cases[i].seconds);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Of the 180 seconds of a turn, few are worth interrupting somebody who listens. */
static void
test_moments (void)
{
  guint n = 0;

  for (gint64 left = 180; left >= 0; left--)
    n += reknit_turn_clock_is_moment (left, 180);
  g_assert_cmpuint (n, ==, 6);
  g_assert_true (reknit_turn_clock_is_moment (90, 90));
  g_assert_false (reknit_turn_clock_is_moment (89, 90));
}

static void
on_notify (guint *count)
{
  ++*count;
}

static void
check_label (GtkWidget  *clock,
             const char *label)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (clock), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_ticks (PageFixture   *fixture,
            gconstpointer  data)
{
  GtkWidget *clock = g_object_ref_sink (reknit_turn_clock_new ());
  ReknitTestClock *time = REKNIT_TEST_CLOCK (fixture->model.clock);
  guint count = 0;

  g_object_set (clock, "total", (gint64) 120, NULL);
  g_signal_connect_swapped (clock, "notify::remaining", G_CALLBACK (on_notify), &count);
  g_assert_cmpint (reknit_turn_clock_get_remaining (REKNIT_TURN_CLOCK (clock)), ==, 120);
  check_label (clock, "2 minutes left");

  g_object_set (clock, "started", reknit_clock_now (fixture->model.clock), NULL);
  reknit_test_clock_advance (time, 1);
  reknit_turn_clock_tick (REKNIT_TURN_CLOCK (clock));
  reknit_turn_clock_tick (REKNIT_TURN_CLOCK (clock));
  g_assert_cmpuint (count, ==, 1);
  /* Nothing is said yet. */
  check_label (clock, "2 minutes left");

  reknit_test_clock_advance (time, 59);
  reknit_turn_clock_tick (REKNIT_TURN_CLOCK (clock));
  check_label (clock, "1 minute left");
  reknit_test_clock_advance (time, 500);
  reknit_turn_clock_tick (REKNIT_TURN_CLOCK (clock));
  g_assert_cmpint (reknit_turn_clock_get_remaining (REKNIT_TURN_CLOCK (clock)), ==, 0);
  check_label (clock, "The turn is over");
  g_assert_cmpuint (count, ==, 3);

  g_assert_finalize_object (clock);
}

/* It runs by itself while it is seen, and rests when it is not. */
static void
test_rests_unseen (PageFixture   *fixture,
                   gconstpointer  data)
{
  GtkWidget *clock = reknit_turn_clock_new ();
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (gtk_window_get_child (GTK_WINDOW (fixture->window)));

  g_object_set (clock, "total", (gint64) 120, "started", reknit_clock_now (fixture->model.clock), NULL);
  adw_toast_overlay_set_child (overlay, clock);
  gtk_window_present (GTK_WINDOW (fixture->window));
  page_settle ();
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->model.clock), 30);
  page_wait (400);
  g_assert_cmpint (reknit_turn_clock_get_remaining (REKNIT_TURN_CLOCK (clock)), ==, 90);

  gtk_widget_set_visible (clock, FALSE);
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->model.clock), 30);
  page_wait (400);
  g_assert_cmpint (reknit_turn_clock_get_remaining (REKNIT_TURN_CLOCK (clock)), ==, 90);
  gtk_widget_set_visible (clock, TRUE);
  g_assert_cmpint (reknit_turn_clock_get_remaining (REKNIT_TURN_CLOCK (clock)), ==, 60);
  adw_toast_overlay_set_child (overlay, NULL);
}

static void
allocate (GtkWidget *box,
          int        width)
{
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
test_folds (void)
{
  GtkWidget *box = g_object_ref_sink (reknit_fold_box_new ());
  GtkWidget *first = gtk_label_new ("One");
  GtkWidget *second = gtk_label_new ("Two");
  graphene_point_t place;

  gtk_widget_set_parent (first, box);
  gtk_widget_set_parent (second, box);

  allocate (box, 900);
  g_assert_false (reknit_fold_box_is_folded (REKNIT_FOLD_BOX (box)));
  g_assert_true (gtk_widget_compute_point (second, box, &GRAPHENE_POINT_INIT (0, 0), &place));
  g_assert_cmpfloat (place.x, >, 400);
  g_assert_cmpfloat (place.y, ==, 0);

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  allocate (box, 900);
  g_assert_true (gtk_widget_compute_point (second, box, &GRAPHENE_POINT_INIT (0, 0), &place));
  g_assert_cmpfloat (place.x, ==, 0);

  allocate (box, 300);
  g_assert_true (reknit_fold_box_is_folded (REKNIT_FOLD_BOX (box)));
  g_assert_true (gtk_widget_compute_point (second, box, &GRAPHENE_POINT_INIT (0, 0), &place));
  g_assert_cmpfloat (place.y, >, 10);
  g_assert_finalize_object (box);
}

/* A child gets what it can’t do without: libraries warn of one that is squeezed, and warnings are fatal here. */
static void
test_folds_before_it_squeezes (void)
{
  GtkWidget *box = g_object_ref_sink (reknit_fold_box_new ());
  int minimum;

  for (guint i = 0; i < 2; i++)
    gtk_widget_set_parent (gtk_label_new ("One Issue That the Two of You Want to Talk About"), box);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  allocate (box, 2 * minimum);
  g_assert_true (reknit_fold_box_is_folded (REKNIT_FOLD_BOX (box)));
  allocate (box, 2 * minimum + 12);
  g_assert_false (reknit_fold_box_is_folded (REKNIT_FOLD_BOX (box)));
  g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_first_child (box)), ==, minimum);
  g_assert_finalize_object (box);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  reknit_ui_init ();

  g_test_add_func ("/turn-clock/format", test_format);
  g_test_add_func ("/turn-clock/moments", test_moments);
  page_test_add ("/turn-clock/ticks", test_ticks);
  page_test_add ("/turn-clock/rests-unseen", test_rests_unseen);
  g_test_add_func ("/fold-box/folds", test_folds);
  g_test_add_func ("/fold-box/folds-before-it-squeezes", test_folds_before_it_squeezes);
  return g_test_run ();
}
