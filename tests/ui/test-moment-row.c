#include "ui-fixture.h"

#include "reknit-local-time.h"
#include "reknit-moment-row.h"

static GtkWidget *
make_row (const char *title,
          const char *moment)
{
  GtkWidget *row = g_object_new (REKNIT_TYPE_MOMENT_ROW, "title", title, NULL);
  g_autoptr (GDateTime) time = reknit_local_time_parse (moment);

  reknit_moment_row_set_moment (REKNIT_MOMENT_ROW (row), time);
  return row;
}

static int
measure_height (GtkWidget *row,
                int        width)
{
  int height;

  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* Of two moments, one below the other, either both go on in a second line or neither. */
static void
test_pair (UiFixture     *fixture,
           gconstpointer  data)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *starts = make_row ("From the Beginning", "2026-11-22T19:00:00");
  GtkWidget *ends = make_row ("To", "2026-05-01T22:00:00");
  guint n_lower = 0;

  gtk_list_box_append (GTK_LIST_BOX (list), starts);
  gtk_list_box_append (GTK_LIST_BOX (list), ends);
  reknit_moment_row_pair (REKNIT_MOMENT_ROW (starts), REKNIT_MOMENT_ROW (ends));
  ui_fixture_show (fixture, list);
  for (int width = 360; width < 720; width += 4)
    {
      g_assert_cmpint (measure_height (starts, width), ==, measure_height (ends, width));
      n_lower += measure_height (ends, width) < measure_height (ends, 360) ? 1 : 0;
    }
  g_assert_cmpuint (n_lower, >, 0);
}

static float
find_edge (GtkWidget  *row,
           const char *text)
{
  GtkWidget *spin = ui_fixture_find (row, GTK_TYPE_SPIN_BUTTON, NULL);
  graphene_rect_t bounds;

  while (spin != NULL && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    spin = gtk_widget_get_next_sibling (spin);
  g_assert_nonnull (spin);
  g_assert_true (gtk_widget_compute_bounds (spin, row, &bounds));
  return bounds.origin.x;
}

/* A time of day is read from left to right in every script. */
static void
test_right_to_left (UiFixture     *fixture,
                    gconstpointer  data)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  row = make_row ("Begins", "2026-11-22T19:05:00");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  ui_fixture_show (fixture, list);
  g_assert_cmpfloat (find_edge (row, "19"), <, find_edge (row, "05"));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/moment-row/pair", NULL, test_pair);
  ui_test_add ("/moment-row/right-to-left", NULL, test_right_to_left);
  return g_test_run ();
}
