#include "planner-fixture.h"

#include "reknit-planner.h"
#include "reknit-surprise.h"
#include "reknit-today-cards.h"

/* What the first page says of the next date. */

static GtkWidget *
show_card (UiFixture *fixture)
{
  GtkWidget *card = g_object_new (REKNIT_TYPE_DATE_CARD, "seats", fixture->seats, NULL);

  ui_fixture_show (fixture, card);
  return card;
}

static void
test_nothing_planned (UiFixture     *fixture,
                      gconstpointer  data)
{
  GtkWidget *card = show_card (fixture);

  g_assert_true (ui_fixture_reads (card, "Something to Look Forward To"));
  g_assert_nonnull (ui_fixture_find (card, GTK_TYPE_BUTTON, "Plan a Date"));
}

/* The next one, whatever was and whatever else takes place; and the one after it once that is done. */
static void
test_next (UiFixture     *fixture,
           gconstpointer  data)
{
  GtkWidget *card = show_card (fixture);
  g_autoptr (ReknitPlan) past =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-20T20:00:00", "2026-11-20T23:00:00", "", "Pizza");
  g_autoptr (ReknitPlan) alone =
    planner_add (fixture, REKNIT_PLAN_KIND_OWN, "2026-11-23T20:00:00", "2026-11-23T23:00:00", "", "Choir");
  g_autoptr (ReknitPlan) far =
    planner_add (fixture, REKNIT_PLAN_KIND_CLOSENESS, "2027-03-05T20:00:00", "2027-03-05T23:00:00", "", "No hurry");
  g_autoptr (ReknitPlan) near = NULL;
  g_autoptr (ReknitOccasion) occasion = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ui_fixture_reads (card, "No hurry"));
  near = planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T20:00:00", "2026-11-27T23:00:00", "", "Pasta");
  g_assert_true (ui_fixture_reads (card, "Pasta"));
  g_assert_true (ui_fixture_reads (card, "Friday, 20:00"));
  g_assert_true (ui_fixture_reads (card, "Ben plans"));
  g_assert_false (ui_fixture_reads (card, "No hurry"));
  g_assert_nonnull (ui_fixture_find (card, GTK_TYPE_BUTTON, "Have a Look"));

  occasion = reknit_occasion_new_for_plan (near);
  reknit_planner_set_state (fixture->store, "Done", occasion, REKNIT_PLAN_STATE_DONE, &error);
  g_assert_no_error (error);
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (card, "No hurry"));
}

/* Whoever is surprised reads on the first page that something is planned, and no more. */
static void
test_surprise (UiFixture     *fixture,
               gconstpointer  data)
{
  GtkWidget *card;
  g_autoptr (ReknitPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  ui_fixture_take (fixture, fixture->ben);
  plan = planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T20:00:00", "2026-11-27T23:00:00", "", "Zeppelin flight");
  reknit_surprise_hide (fixture->store, "Hide", plan, reknit_record_get_id (REKNIT_RECORD (fixture->ben)), &error);
  g_assert_no_error (error);
  card = show_card (fixture);
  g_assert_true (ui_fixture_reads (card, "Zeppelin flight"));
  ui_fixture_take (fixture, fixture->ana);
  g_assert_false (ui_fixture_reads (card, "Zeppelin"));
  g_assert_true (ui_fixture_reads (card, "Something is planned"));
  ui_fixture_take (fixture, NULL);
  g_assert_false (ui_fixture_reads (card, "Zeppelin"));
  g_assert_false (ui_fixture_disk_has (fixture, "Zeppelin"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/date-card/nothing-planned", NULL, test_nothing_planned);
  ui_test_add ("/date-card/next", NULL, test_next);
  ui_test_add ("/date-card/surprise", "sealed", test_surprise);
  return g_test_run ();
}
