#include "planner-fixture.h"

#include "reknit-choice-row.h"
#include "reknit-day-button.h"
#include "reknit-lead-picker.h"
#include "reknit-local-time.h"
#include "reknit-money.h"
#include "reknit-plan-form.h"
#include "reknit-photo.h"
#include "reknit-photos.h"
#include "reknit-plan-impression.h"
#include "reknit-plan-page.h"
#include "reknit-plan-photo.h"
#include "reknit-plan-task.h"
#include "reknit-span-editor.h"
#include "reknit-text-field.h"

#include <glib/gstdio.h>

static void
set_span (GtkWidget  *form,
          const char *starts,
          const char *ends,
          gboolean    all_day)
{
  g_autoptr (GDateTime) from = reknit_local_time_parse (starts);
  g_autoptr (GDateTime) until = reknit_local_time_parse (ends);

  reknit_span_editor_set (REKNIT_SPAN_EDITOR (ui_fixture_find (form, REKNIT_TYPE_SPAN_EDITOR, NULL)), from, until, all_day);
  ui_fixture_settle ();
}

static void
choose (GtkWidget  *form,
        const char *row,
        const char *choice)
{
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (planner_row (form, row)), choice);
  ui_fixture_settle ();
}

static void
test_plan_a_date (UiFixture     *fixture,
                  gconstpointer  data)
{
  g_autoptr (GDateTime) day = reknit_local_time_parse ("2026-12-04T00:00:00");
  ReknitPlannerWindow *planner = planner_open (fixture);
  g_autoptr (ReknitPlan) plan = NULL;
  g_autoptr (ReknitPlanDetails) details = NULL;

  reknit_planner_window_plan (planner, day);
  planner_write (planner_page (planner), "Title", "Chess");
  planner_write (planner_page (planner), "Where", "At home");
  planner_write (planner_page (planner), "Budget", "12,50");
  ui_fixture_press (planner_page (planner), "Save");

  g_assert_true (REKNIT_IS_PLAN_PAGE (planner_page (planner)));
  g_assert_true (ui_fixture_reads (planner_page (planner), "Friday 4 December, 19:00 – 22:00"));
  g_assert_true (ui_fixture_reads (planner_page (planner), "At home"));
  plan = g_object_ref (reknit_occasion_get_plan (reknit_plan_page_get_occasion (REKNIT_PLAN_PAGE (planner_page (planner)))));
  details = reknit_plan_details_find (plan);
  g_assert_cmpint (reknit_record_get_integer (details, "budget"), ==, 1250);
  gtk_widget_activate_action (GTK_WIDGET (planner), "win.undo", NULL);
  ui_fixture_settle ();
  g_assert_null (reknit_planner_window_get_page (planner));
  planner_close (planner);
}

static guint
count_plans (UiFixture *fixture)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_PLAN, NULL, NULL);

  return reknit_store_count (fixture->store, query);
}

/* What can't be is said at its place, and nothing typed is lost. */
static void
test_messages (UiFixture     *fixture,
               gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);
  GtkWidget *form;

  reknit_planner_window_plan (planner, NULL);
  form = planner_page (planner);
  planner_write (form, "Title", "Chess");
  set_span (form, "2026-12-04T20:00:00", "2026-12-04T19:00:00", FALSE);
  g_assert_true (ui_fixture_reads (form, "It would be over before it begins. Choose a later end."));
  ui_fixture_press (form, "Save");
  set_span (form, "2026-12-04T20:00:00", "2027-04-04T19:00:00", FALSE);
  g_assert_true (ui_fixture_reads (form, "That is more than three months."));
  ui_fixture_press (form, "Save");
  set_span (form, "2026-12-04T20:00:00", "2026-12-04T22:00:00", FALSE);
  planner_write (form, "Budget", "a lot");
  ui_fixture_press (form, "Save");
  g_assert_true (ui_fixture_reads (form, "That is no amount."));
  choose (form, "What For", "special-day");
  planner_write (form, "Title", "");
  ui_fixture_press (form, "Save");
  g_assert_true (ui_fixture_reads (form, "It comes back each year, and needs a name for that."));
  g_assert_cmpuint (count_plans (fixture), ==, 0);
  planner_close (planner);
}

static void
test_clash_and_turn (UiFixture     *fixture,
                     gconstpointer  data)
{
  g_autoptr (ReknitPlan) last =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-20T20:00:00", "2026-11-20T23:00:00", "", "Pizza");
  g_autoptr (ReknitPlan) next =
    planner_add (fixture, REKNIT_PLAN_KIND_APPOINTMENT, "2026-12-04T18:00:00", "2026-12-04T19:30:00", "", "Counselling");
  g_autofree char *ana = g_strdup_printf ("%" G_GINT64_FORMAT, reknit_record_get_id (REKNIT_RECORD (fixture->ana)));
  ReknitPlannerWindow *planner = planner_open (fixture);

  reknit_planner_window_plan (planner, NULL);
  g_assert_cmpstr (reknit_choice_row_get_choice (REKNIT_CHOICE_ROW (planner_row (planner_page (planner), "Who Plans"))), ==, ana);
  g_assert_false (ui_fixture_reads (planner_page (planner), "At the same time"));
  set_span (planner_page (planner), "2026-12-04T19:00:00", "2026-12-04T22:00:00", FALSE);
  g_assert_true (ui_fixture_reads (planner_page (planner), "At the same time: Counselling"));
  planner_close (planner);
}

static void
test_special_day (UiFixture     *fixture,
                  gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);
  g_autofree char *leads = NULL;
  ReknitPlan *plan;

  reknit_planner_window_plan (planner, NULL);
  choose (planner_page (planner), "What For", "special-day");
  g_object_get (ui_fixture_find (planner_page (planner), REKNIT_TYPE_LEAD_PICKER, NULL), "leads", &leads, NULL);
  g_assert_cmpstr (leads, ==, "4320");
  planner_write (planner_page (planner), "Title", "The day we met");
  set_span (planner_page (planner), "2024-02-29T00:00:00", "2024-02-29T00:00:00", TRUE);
  ui_fixture_press (planner_page (planner), "Save");
  plan = reknit_occasion_get_plan (reknit_plan_page_get_occasion (REKNIT_PLAN_PAGE (planner_page (planner))));
  g_assert_cmpstr (reknit_record_get_text (plan, "ends"), ==, "2024-03-01T00:00:00");
  reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (plan)), NULL);
  {
    g_autoptr (GDateTime) later = reknit_local_time_parse ("2027-02-28T00:00:00");

    reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (plan)), later);
  }
  g_assert_true (ui_fixture_reads (planner_page (planner), "Sunday 28 February"));
  planner_close (planner);
}

static void
open_second (UiFixture           *fixture,
             ReknitPlannerWindow *planner,
             ReknitPlan          *fridays)
{
  g_autoptr (GDateTime) second = reknit_local_time_parse ("2026-11-13T20:00:00");

  reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (fridays)), second);
  ui_fixture_settle ();
}

static void
test_change_of_series (UiFixture     *fixture,
                       gconstpointer  data)
{
  g_autoptr (ReknitPlan) fridays =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-06T20:00:00", "2026-11-06T23:00:00", "FREQ=WEEKLY;BYDAY=FR", "Dinner");
  ReknitPlannerWindow *planner = planner_open (fixture);

  open_second (fixture, planner, fridays);
  ui_fixture_press (planner_page (planner), "Edit");
  planner_write (planner_page (planner), "Title", "Fondue");
  ui_fixture_press (planner_page (planner), "Save");
  g_assert_true (ui_fixture_reads (planner_page (planner), "Fondue"));
  g_assert_cmpuint (count_plans (fixture), ==, 2);

  {
    g_autoptr (GDateTime) third = reknit_local_time_parse ("2026-11-20T20:00:00");

    reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (fridays)), third);
  }
  ui_fixture_press (planner_page (planner), "Edit");
  choose (planner_page (planner), "Change", "all");
  set_span (planner_page (planner), "2026-11-21T19:00:00", "2026-11-21T22:00:00", FALSE);
  ui_fixture_press (planner_page (planner), "Save");
  g_assert_cmpstr (reknit_record_get_text (fridays, "starts"), ==, "2026-11-07T19:00:00");
  g_assert_nonnull (g_strstr_len (reknit_record_get_text (fridays, "rule"), -1, "BYDAY=SA"));
  planner_close (planner);
}

static void
enter (ReknitPlannerWindow *planner,
       const char          *body)
{
  GtkWidget *row = planner_row (planner_page (planner), "One More Thing to Get Ready");

  gtk_editable_set_text (GTK_EDITABLE (row), body);
  g_signal_emit_by_name (row, "entry-activated");
  ui_fixture_settle ();
}

static char *
list_tasks (UiFixture  *fixture,
            ReknitPlan *plan)
{
  g_autoptr (ReknitQuery) query = reknit_plan_task_query (reknit_record_get_id (REKNIT_RECORD (plan)), REKNIT_PLAN_LIST_READY);
  g_autoptr (GPtrArray) tasks = reknit_store_all (fixture->store, query);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tasks->len; i++)
    g_string_append_printf (text, "%s ", reknit_record_get_text (tasks->pdata[i], "body"));
  return g_string_free (text, FALSE);
}

static void
test_things_to_get_ready (UiFixture     *fixture,
                          gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T20:00:00", "2026-11-27T23:00:00", "", "Pasta");
  ReknitPlannerWindow *planner = planner_open (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (plan)), NULL);
  enter (planner, "flour");
  enter (planner, "eggs");
  enter (planner, "music");
  before = list_tasks (fixture, plan);
  g_assert_cmpstr (before, ==, "flour eggs music ");
  gtk_widget_activate_action (planner_row (planner_page (planner), "music"), "task.up", NULL);
  ui_fixture_settle ();
  after = list_tasks (fixture, plan);
  g_assert_cmpstr (after, ==, "flour music eggs ");
  g_assert_false (ui_fixture_reads (planner_page (planner), "Packing List"));
  planner_close (planner);
}

/* One packs for a night away, and not for an evening that ends after midnight. */
static void
test_packing_list (UiFixture     *fixture,
                   gconstpointer  data)
{
  g_autoptr (ReknitPlan) away =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T18:00:00", "2026-11-28T14:00:00", "", "The hut");
  g_autoptr (ReknitPlan) late =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-25T19:00:00", "2026-11-26T02:00:00", "", "Dancing");
  ReknitPlannerWindow *planner = planner_open (fixture);

  reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (away)), NULL);
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (planner_page (planner), "Packing List"));
  reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (late)), NULL);
  ui_fixture_settle ();
  g_assert_false (ui_fixture_reads (planner_page (planner), "Packing List"));
  planner_close (planner);
}

/* Of a series, what is got ready for one time is got ready for that one. */
static void
test_things_of_a_series (UiFixture     *fixture,
                         gconstpointer  data)
{
  g_autoptr (ReknitPlan) fridays =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-06T20:00:00", "2026-11-06T23:00:00", "FREQ=WEEKLY;BYDAY=FR", "Dinner");
  ReknitPlannerWindow *planner = planner_open (fixture);
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;

  open_second (fixture, planner, fridays);
  enter (planner, "candles");
  all = list_tasks (fixture, fridays);
  g_assert_cmpstr (all, ==, "");
  one = list_tasks (fixture, reknit_occasion_get_plan (reknit_plan_page_get_occasion (REKNIT_PLAN_PAGE (planner_page (planner)))));
  g_assert_cmpstr (one, ==, "candles ");
  planner_close (planner);
}

static void
test_surprise (UiFixture     *fixture,
               gconstpointer  data)
{
  ReknitPlannerWindow *planner;
  GtkWidget *surprise;

  ui_fixture_take (fixture, fixture->ana);
  planner = planner_open (fixture);
  reknit_planner_window_plan (planner, NULL);
  planner_write (planner_page (planner), "Title", "Zeppelin flight");
  surprise = planner_row (planner_page (planner), "A Surprise");
  g_assert_true (ui_fixture_reads (surprise, "A Surprise"));
  gtk_switch_set_active (GTK_SWITCH (ui_fixture_find (surprise, GTK_TYPE_SWITCH, NULL)), TRUE);
  ui_fixture_press (planner_page (planner), "Save");
  enter (planner, "Zeppelin tickets");
  g_assert_true (ui_fixture_reads (planner_page (planner), "Zeppelin flight"));
  g_assert_false (ui_fixture_disk_has (fixture, "Zeppelin"));

  ui_fixture_take (fixture, fixture->ben);
  g_assert_null (reknit_planner_window_get_page (planner));
  g_assert_true (ui_fixture_reads (GTK_WIDGET (planner), "Something is planned"));
  g_assert_false (ui_fixture_reads (GTK_WIDGET (planner), "Zeppelin"));
  reknit_planner_window_plan (planner, NULL);
  g_assert_false (ui_fixture_reads (GTK_WIDGET (planner), "Zeppelin"));
  planner_close (planner);
}

static void
test_again (UiFixture     *fixture,
            gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-20T20:00:00", "2026-11-20T23:00:00", "", "Pizza");
  g_autoptr (GDateTime) day = reknit_local_time_parse ("2026-12-18T00:00:00");
  ReknitPlannerWindow *planner = planner_open (fixture);

  planner_open_done (planner, plan);
  g_signal_emit_by_name (ui_fixture_find (planner_page (planner), REKNIT_TYPE_DAY_BUTTON, "Do It Again"), "chosen", day);
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (planner_page (planner), "Friday 18 December, 20:00 – 23:00"));
  g_assert_cmpuint (count_plans (fixture), ==, 2);
  planner_close (planner);
}

static char *
make_picture (UiFixture *fixture)
{
  g_autoptr (GdkPixbuf) pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 3200, 800);
  char *path = g_build_filename (fixture->folder, "holiday.png", NULL);
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_fill (pixels, 0x336699ff);
  gdk_pixbuf_save (pixels, path, "png", &error, "tEXt::Comment", "taken at the lighthouse", NULL);
  g_assert_no_error (error);
  return path;
}

static GBytes *
wait_for_photo (UiFixture  *fixture,
                ReknitPlan *plan)
{
  g_autoptr (ReknitQuery) query = reknit_plan_photo_query (reknit_record_get_id (REKNIT_RECORD (plan)));
  g_autoptr (ReknitPlanPhoto) photo = NULL;
  GBytes *bytes = NULL;

  while (photo == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      photo = reknit_store_first (fixture->store, query);
    }
  g_object_get (photo, "picture", &bytes, NULL);
  return bytes;
}

/* A photo is copied, sized down, and keeps nothing but what can be seen. */
static void
test_photo (UiFixture     *fixture,
            gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-20T20:00:00", "2026-11-20T23:00:00", "", "Pizza");
  g_autofree char *path = make_picture (fixture);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  ReknitPlannerWindow *planner = planner_open (fixture);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  planner_open_done (planner, plan);
  reknit_photos_add (REKNIT_PHOTOS (ui_fixture_find (planner_page (planner), REKNIT_TYPE_PHOTOS, NULL)), file);
  bytes = wait_for_photo (fixture, plan);
  texture = gdk_texture_new_from_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1600);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 400);
  g_assert_no_errno (g_unlink (path));
  g_assert_false (ui_fixture_disk_has (fixture, "lighthouse"));
  ui_fixture_settle ();
  g_assert_nonnull (ui_fixture_find (planner_page (planner), GTK_TYPE_PICTURE, NULL));
  planner_close (planner);
}

static void
test_money (void)
{
  static const struct { const char *text; gint64 amount; } amounts[] = {
    { "", REKNIT_MONEY_NONE }, { "60", 6000 }, { "12,50", 1250 }, { "12.5 €", 1250 }, { "1.250", 125000 }, { "1,250.75", 125075 },
    { "1 250", 125000 }, { "0", 0 },
  };
  gint64 amount;

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_assert_true (reknit_money_parse (amounts[i].text, &amount));
      g_assert_cmpint (amount, ==, amounts[i].amount);
    }
  g_assert_false (reknit_money_parse ("a lot", &amount));
  g_assert_false (reknit_money_parse ("-5", &amount));
  g_assert_false (reknit_money_parse ("99999999999", &amount));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/money", test_money);
  ui_test_add ("/planner/plan-a-date", NULL, test_plan_a_date);
  ui_test_add ("/planner/messages", NULL, test_messages);
  ui_test_add ("/planner/clash-and-turn", NULL, test_clash_and_turn);
  ui_test_add ("/planner/special-day", NULL, test_special_day);
  ui_test_add ("/planner/change-of-series", NULL, test_change_of_series);
  ui_test_add ("/planner/things-to-get-ready", NULL, test_things_to_get_ready);
  ui_test_add ("/planner/packing-list", NULL, test_packing_list);
  ui_test_add ("/planner/things-of-a-series", NULL, test_things_of_a_series);
  ui_test_add ("/planner/surprise", "sealed", test_surprise);
  ui_test_add ("/planner/again", NULL, test_again);
  ui_test_add ("/planner/photo", NULL, test_photo);
  return g_test_run ();
}
