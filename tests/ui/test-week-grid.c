#include "week-fixture.h"

#include "reknit-ui.h"

#include <string.h>

static void
test_drag_creates (PageFixture   *fixture,
                   gconstpointer  data)
{
  ReknitWeekPage *page = week_open (fixture);
  g_autoptr (GPtrArray) plans = NULL;

  week_drag (page, 3, 18 * 60 + 2, 3, 20 * 60 + 4);
  plans = week_list_plans (fixture);
  g_assert_cmpuint (plans->len, ==, 1);
  week_assert_time (plans->pdata[0], "2026-11-25T18:00:00", "2026-11-25T20:00:00");
  g_assert_cmpint (reknit_plan_get_kind (plans->pdata[0]), ==, REKNIT_PLAN_KIND_PROTECTED);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (week_find_block (page, plans->pdata[0]))));
  g_assert_true (page_shows (GTK_WIDGET (page), "2 h together planned"));
  week_undo (page);
  g_clear_pointer (&plans, g_ptr_array_unref);
  plans = week_list_plans (fixture);
  g_assert_cmpuint (plans->len, ==, 0);
  g_assert_true (page_shows (GTK_WIDGET (page), "0 min together planned"));
}

static void
test_drag_moves_and_resizes (PageFixture   *fixture,
                             gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-25T18:00:00", "2026-11-25T20:00:00", "");
  ReknitWeekPage *page = week_open (fixture);

  week_drag (page, 3, 19 * 60, 4, 19 * 60 + 32);
  week_assert_time (plan, "2026-11-26T18:30:00", "2026-11-26T20:30:00");
  week_undo (page);
  week_assert_time (plan, "2026-11-25T18:00:00", "2026-11-25T20:00:00");
  week_drag (page, 3, 20 * 60 - 3, 3, 21 * 60 + 10);
  week_assert_time (plan, "2026-11-25T18:00:00", "2026-11-25T21:15:00");
  week_drag (page, 3, 18 * 60 + 3, 3, 17 * 60 + 3);
  week_assert_time (plan, "2026-11-25T17:00:00", "2026-11-25T21:15:00");
  week_undo (page);
  week_assert_time (plan, "2026-11-25T18:00:00", "2026-11-25T21:15:00");
  /* No shorter than a quarter of an hour. */
  week_drag (page, 3, 21 * 60 + 12, 3, 10 * 60);
  week_assert_time (plan, "2026-11-25T18:00:00", "2026-11-25T18:15:00");
}

static void
test_dates_stay (PageFixture   *fixture,
                 gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    week_add (fixture, REKNIT_PLAN_KIND_DATE, fixture->model.ben, "2026-11-25T18:00:00", "2026-11-25T20:00:00", "Pasta");
  ReknitWeekPage *page = week_open (fixture);

  week_drag (page, 3, 19 * 60, 4, 19 * 60);
  week_assert_time (plan, "2026-11-25T18:00:00", "2026-11-25T20:00:00");
  g_assert_true (reknit_week_block_set_time (week_find_block (page, plan), 60, 60));
  page_settle ();
  week_assert_time (plan, "2026-11-25T18:00:00", "2026-11-25T20:00:00");
  g_assert_true (page_shows (fixture->window, "This is changed in the planner. Open it there."));
}

static void
test_series_moves_one_time (PageFixture   *fixture,
                            gconstpointer  data)
{
  g_autoptr (ReknitPlan) series =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-04T18:00:00", "2026-11-04T20:00:00", "");
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) error = NULL;
  ReknitWeekPage *page;

  g_object_set (series, "rule", "FREQ=WEEKLY;BYDAY=WE", NULL);
  reknit_store_save (fixture->model.store, NULL, REKNIT_RECORD (series), &error);
  g_assert_no_error (error);
  page = week_open (fixture);
  week_drag (page, 3, 19 * 60, 3, 20 * 60);
  plans = week_list_plans (fixture);
  g_assert_cmpuint (plans->len, ==, 2);
  week_assert_time (series, "2026-11-04T18:00:00", "2026-11-04T20:00:00");
  week_assert_time (plans->pdata[1], "2026-11-25T19:00:00", "2026-11-25T21:00:00");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (week_find_block (page, plans->pdata[1]))));
}

static void
test_own_time_is_its_owners (PageFixture   *fixture,
                             gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    week_add (fixture, REKNIT_PLAN_KIND_OWN, fixture->model.ben, "2026-11-25T18:00:00", "2026-11-25T20:00:00", "Choir");
  ReknitWeekPage *page = week_open (fixture);
  GtkWidget *widget = GTK_WIDGET (page);
  ReknitPartner *locked[] = { NULL, fixture->model.ana };

  for (guint i = 0; i < G_N_ELEMENTS (locked); i++)
    {
      page_sit (fixture, locked[i]);
      week_drag (page, 3, 19 * 60, 4, 19 * 60);
      reknit_week_block_set_time (week_find_block (page, plan), 60, 60);
      gtk_widget_activate_action (widget, "practice.remove-time", "(xs)", reknit_record_get_id (REKNIT_RECORD (plan)),
                                  "2026-11-25T18:00:00");
      page_settle ();
      week_assert_time (plan, "2026-11-25T18:00:00", "2026-11-25T20:00:00");
      g_assert_true (reknit_record_is_stored (REKNIT_RECORD (plan)));
      g_assert_true (page_shows (fixture->window, "This is Ben’s own time. Only Ben can change it, from their own seat."));
      g_signal_emit_by_name (week_find_block (page, plan), "clicked");
      page_settle ();
      g_assert_true (page_shows (widget, "For Ben alone"));
      g_assert_false (page_shows (widget, "Edit"));
      g_assert_false (page_shows (widget, "Delete"));
      reknit_practice_page_pop_all (REKNIT_PRACTICE_PAGE (page));
      page_settle ();
    }
  page_sit (fixture, fixture->model.ben);
  week_drag (page, 3, 19 * 60, 4, 19 * 60);
  week_assert_time (plan, "2026-11-26T18:00:00", "2026-11-26T20:00:00");
}

static void
test_keys (PageFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-25T18:00:00", "2026-11-25T20:00:00", "");
  ReknitWeekPage *page = week_open (fixture);

  gtk_widget_grab_focus (GTK_WIDGET (week_find_block (page, plan)));
  gtk_widget_activate_action (GTK_WIDGET (page), "practice.remove-time", "(xs)", reknit_record_get_id (REKNIT_RECORD (plan)),
                              "2026-11-25T18:00:00");
  page_settle ();
  g_assert_false (reknit_record_is_stored (REKNIT_RECORD (plan)));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (reknit_week_view_get_grid (reknit_week_page_get_view (page)))));
}

/* The hours that were shown stay: the first one is midnight. */
static void
test_focus_keeps_the_hours (PageFixture   *fixture,
                            gconstpointer  data)
{
  ReknitWeekPage *page = week_open (fixture);
  GtkWidget *grid = GTK_WIDGET (reknit_week_view_get_grid (reknit_week_page_get_view (page)));
  GtkWidget *scroller = gtk_widget_get_ancestor (grid, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double before = gtk_adjustment_get_value (adjustment);

  g_assert_cmpfloat (before, >, 100);
  gtk_widget_grab_focus (grid);
  page_wait (300);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, before);
}

/* Until the hours have gone by to @value; the pointer stays where it is. */
static void
wait_for_scroll (GtkAdjustment *adjustment,
                 double         value)
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (gtk_adjustment_get_value (adjustment) != value)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* What is dragged to the edge of what is shown goes on: by night as by day. */
static void
test_scrolls_at_the_edges (PageFixture   *fixture,
                           gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-25T10:00:00", "2026-11-25T12:00:00", "");
  ReknitWeekPage *page = week_open (fixture);
  ReknitWeekGrid *grid = reknit_week_view_get_grid (reknit_week_page_get_view (page));
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (grid), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double top = gtk_adjustment_get_value (adjustment);
  double x, y;

  g_assert_cmpfloat (top, >, 100);
  g_assert_cmpfloat (top, <, last);
  reknit_week_grid_get_place (grid, 3, 11 * 60, &x, &y);
  week_drag_from (page, x, y);
  week_drag_by (page, 0, top + gtk_adjustment_get_page_size (adjustment) - 1 - y);
  wait_for_scroll (adjustment, last);
  week_drop (page);
  week_assert_time (plan, "2026-11-25T22:00:00", "2026-11-26T00:00:00");
  page_wait (100);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, last);

  reknit_week_grid_get_place (grid, 3, 23 * 60, &x, &y);
  week_drag_from (page, x, y);
  week_drag_by (page, 0, last + 1 - y);
  wait_for_scroll (adjustment, 0);
  week_drop (page);
  week_assert_time (plan, "2026-11-25T00:00:00", "2026-11-25T02:00:00");
}

static GtkLabel *
find_title (ReknitWeekBlock *block,
            const char      *title)
{
  return GTK_LABEL (page_find_text (GTK_WIDGET (block), title));
}

/* Three at once: each has its name in full, on as many lines as it takes; six at once: each has its picture. */
static void
test_narrow_blocks_keep_their_names (PageFixture   *fixture,
                                     gconstpointer  data)
{
  static const char *const names[] = { "Choir", "Climb", "Shops", "Vet", "Dentist", "Piano" };
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (g_object_unref);
  ReknitWeekPage *page;
  GtkLabel *title;

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (plans, week_add (fixture, REKNIT_PLAN_KIND_APPOINTMENT, NULL, "2026-11-25T12:00:00", "2026-11-25T13:00:00",
                                      names[i]));
  page = week_open (fixture);
  page_picture (fixture, "week-three-at-once", 900, 700);
  for (guint i = 0; i < 3; i++)
    {
      ReknitWeekBlock *block = week_find_block (page, plans->pdata[i]);

      title = find_title (block, names[i]);
      g_assert_nonnull (title);
      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (title)));
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (title)), <=, gtk_widget_get_width (GTK_WIDGET (block)));
      g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (GTK_WIDGET (block)), names[i]));
      g_assert_false (page_shows (GTK_WIDGET (block), "12:00 – 13:00"));
    }
  for (guint i = 3; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (plans, week_add (fixture, REKNIT_PLAN_KIND_APPOINTMENT, NULL, "2026-11-25T12:00:00", "2026-11-25T13:00:00",
                                      names[i]));
  page_wait (100);
  page_picture (fixture, "week-six-at-once", 900, 700);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ReknitWeekBlock *block = week_find_block (page, plans->pdata[i]);

      g_assert_true (find_title (block, names[i]) != NULL || page_find_type (GTK_WIDGET (block), GTK_TYPE_IMAGE) != NULL);
      g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (GTK_WIDGET (block)), names[i]));
    }
}

static void
assert_above (GtkWidget *widget,
              GtkWidget *block,
              GtkWidget *over,
              guint     *n_lines)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_above (child, block, over, n_lines);
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    {
      graphene_rect_t line, top;

      g_assert_true (gtk_widget_compute_bounds (widget, gtk_widget_get_parent (block), &line));
      g_assert_true (gtk_widget_compute_bounds (over, gtk_widget_get_parent (block), &top));
      g_assert_cmpfloat (line.origin.y + line.size.height, <=, top.origin.y + 1);
      *n_lines += 1;
    }
}

/* Where a later one lies over it, a block says what there is room for above that, and no line in part. */
static void
test_covered_block_cuts_no_line (PageFixture   *fixture,
                                 gconstpointer  data)
{
  static const struct { int width; guint n_lines; } widths[] = { { 900, 2 }, { 740, 2 }, { 660, 1 } };
  g_autoptr (ReknitPlan) choir =
    week_add (fixture, REKNIT_PLAN_KIND_OWN, fixture->model.ben, "2026-11-25T17:00:00", "2026-11-25T20:00:00", "Choir");
  g_autoptr (ReknitPlan) evening =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-25T18:00:00", "2026-11-25T21:00:00", "Evening for us");
  g_autoptr (ReknitPlan) reading =
    week_add (fixture, REKNIT_PLAN_KIND_OWN, fixture->model.ben, "2026-11-23T17:00:00", "2026-11-23T20:00:00", "Reading in the library");
  g_autoptr (ReknitPlan) walk =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-23T18:15:00", "2026-11-23T21:00:00", "A walk");
  ReknitWeekPage *page = week_open (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *name = g_strdup_printf ("week-clash-%d", widths[i].width);
      guint n_lines = 0;

      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i].width, 700);
      page_wait (500);
      page_picture (fixture, name, widths[i].width, 700);
      assert_above (GTK_WIDGET (week_find_block (page, choir)), GTK_WIDGET (week_find_block (page, choir)),
                    GTK_WIDGET (week_find_block (page, evening)), &n_lines);
      g_assert_cmpuint (n_lines, >=, widths[i].n_lines);
      assert_above (GTK_WIDGET (week_find_block (page, reading)), GTK_WIDGET (week_find_block (page, reading)),
                    GTK_WIDGET (week_find_block (page, walk)), &n_lines);
      g_assert_cmpuint (n_lines, >, widths[i].n_lines);
    }
}

static void
test_clash_is_said (PageFixture   *fixture,
                    gconstpointer  data)
{
  g_autoptr (ReknitPlan) choir =
    week_add (fixture, REKNIT_PLAN_KIND_OWN, fixture->model.ben, "2026-11-25T19:00:00", "2026-11-25T22:00:00", "Choir");
  ReknitWeekPage *page = week_open (fixture);
  g_autoptr (GPtrArray) plans = NULL;

  /* It hinders nobody. */
  week_drag (page, 3, 15 * 60 + 2, 3, 19 * 60 + 32);
  plans = week_list_plans (fixture);
  g_assert_cmpuint (plans->len, ==, 2);
  g_assert_true (page_shows (fixture->window, "Kept free for the two of you · At the same time: Choir"));
  g_assert_true (page_shows (GTK_WIDGET (week_find_block (page, plans->pdata[1])), "At the same time: Choir"));
  g_assert_true (page_shows (GTK_WIDGET (week_find_block (page, choir)), "At the same time: Time for Us"));
}

/* From right to left the first day stands at the right, and a drag goes where it shows. */
static void
test_right_to_left (PageFixture   *fixture,
                    gconstpointer  data)
{
  ReknitWeekPage *page;
  g_autoptr (GPtrArray) plans = NULL;
  double first, last, y;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  page = week_open (fixture);
  reknit_week_grid_get_place (reknit_week_view_get_grid (reknit_week_page_get_view (page)), 0, 0, &first, &y);
  reknit_week_grid_get_place (reknit_week_view_get_grid (reknit_week_page_get_view (page)), 6, 0, &last, &y);
  g_assert_cmpfloat (first, >, last);
  week_drag (page, 1, 9 * 60, 1, 10 * 60);
  plans = week_list_plans (fixture);
  week_assert_time (plans->pdata[0], "2026-11-23T09:00:00", "2026-11-23T10:00:00");
  week_drag (page, 1, 9 * 60 + 30, 5, 9 * 60 + 30);
  week_assert_time (plans->pdata[0], "2026-11-27T09:00:00", "2026-11-27T10:00:00");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  reknit_ui_init ();

  page_test_add ("/week-grid/drag-creates", test_drag_creates);
  page_test_add ("/week-grid/drag-moves-and-resizes", test_drag_moves_and_resizes);
  page_test_add ("/week-grid/dates-stay", test_dates_stay);
  page_test_add ("/week-grid/series-moves-one-time", test_series_moves_one_time);
  page_test_add ("/week-grid/own-time-is-its-owners", test_own_time_is_its_owners);
  page_test_add ("/week-grid/keys", test_keys);
  page_test_add ("/week-grid/focus-keeps-the-hours", test_focus_keeps_the_hours);
  page_test_add ("/week-grid/scrolls-at-the-edges", test_scrolls_at_the_edges);
  page_test_add ("/week-grid/narrow-blocks-keep-their-names", test_narrow_blocks_keep_their_names);
  page_test_add ("/week-grid/covered-block-cuts-no-line", test_covered_block_cuts_no_line);
  page_test_add ("/week-grid/clash-is-said", test_clash_is_said);
  page_test_add ("/week-grid/right-to-left", test_right_to_left);
  return g_test_run ();
}
