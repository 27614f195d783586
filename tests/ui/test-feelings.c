#include "ui-fixture.h"

#include "reknit-content.h"
#include "reknit-feeling-entry.h"
#include "reknit-feelings-page.h"
#include "reknit-feelings-picker.h"
#include "reknit-text-field.h"
#include "reknit-tools.h"

static void
note (ReknitPracticePage *page,
      const char         *picks,
      const char         *situation,
      const char         *button)
{
  ui_fixture_activate (page, "note-feeling");
  g_object_set (ui_fixture_find (ui_fixture_top (page), REKNIT_TYPE_FEELINGS_PICKER, NULL), "picks", picks, NULL);
  ui_fixture_fill (page, "When…", situation);
  ui_fixture_press (ui_fixture_top (page), button);
}

static void
open_entry (UiFixture          *fixture,
            ReknitPracticePage *page)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_FEELING_ENTRY, NULL, "id DESC");
  g_autoptr (ReknitRecord) entry = reknit_store_first (fixture->store, query);

  g_assert_nonnull (entry);
  reknit_practice_page_open_subject (page, "feeling_entry", reknit_record_get_id (entry));
  ui_fixture_settle ();
}

static void
test_private_is_nowhere_else (UiFixture     *fixture,
                              gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "express-feelings");
  g_autoptr (GPtrArray) hits = NULL;

  ui_fixture_take (fixture, fixture->ana);
  note (page, "lonely:4", "the gramophone is silent", "Keep for Me");
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "I feel very lonely when the gramophone is silent."));
  g_assert_false (ui_fixture_disk_has (fixture, "gramophone"));
  g_assert_false (ui_fixture_disk_has (fixture, "lonely"));

  ui_fixture_take (fixture, fixture->ben);
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "gramophone"));
  hits = reknit_store_search (fixture->store, "gramophone", 10);
  g_assert_cmpuint (hits->len, ==, 0);
  ui_fixture_take (fixture, NULL);
  g_assert_false (ui_fixture_reads (GTK_WIDGET (page), "gramophone"));
}

static void
test_shared_is_heard (UiFixture     *fixture,
                      gconstpointer  data)
{
  ReknitPractice *practice = reknit_content_find_practice (reknit_content_get_default (), "express-feelings");
  ReknitPracticePage *page = ui_fixture_open (fixture, "express-feelings");
  g_autofree char *waits = NULL;

  ui_fixture_take (fixture, fixture->ana);
  note (page, "lonely:4", "the gramophone is silent", "Keep for Me");
  open_entry (fixture, page);
  ui_fixture_press (ui_fixture_top (page), "Share With Ben");

  ui_fixture_take (fixture, fixture->ben);
  waits = reknit_tools_describe (fixture->seats, practice);
  g_assert_cmpstr (waits, ==, "1 waits to be heard");
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Waiting to Be Heard"));
  open_entry (fixture, page);
  g_assert_null (ui_fixture_find (ui_fixture_top (page), GTK_TYPE_BUTTON, "Take Back"));
  ui_fixture_press (ui_fixture_top (page), "I Hear You");
  ui_fixture_press (ui_fixture_top (page), "I Hear You");
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Nothing is written here yet."));
  ui_fixture_fill (page, "What I Heard", "You miss our music.");
  ui_fixture_press (ui_fixture_top (page), "I Hear You");
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "You miss our music."));
  reknit_practice_page_pop_all (page);
  ui_fixture_settle ();
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "Waiting to Be Heard"));
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Shared With Me"));

  ui_fixture_take (fixture, fixture->ana);
  open_entry (fixture, page);
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "You miss our music."));
}

/* What was felt today was felt yesterday once it is midnight. */
static void
test_another_day (UiFixture     *fixture,
                  gconstpointer  data)
{
  ReknitPracticePage *page;

  reknit_test_clock_set (REKNIT_TEST_CLOCK (fixture->clock), "2026-11-22T23:59:59");
  page = ui_fixture_open (fixture, "express-feelings");
  ui_fixture_take (fixture, fixture->ana);
  note (page, "lonely:4", "the gramophone is silent", "Keep for Me");
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Today, 23:59"));
  reknit_test_clock_set (REKNIT_TEST_CLOCK (fixture->clock), "2026-11-23T00:00:00");
  ui_fixture_wait_to_read (ui_fixture_top (page), "Yesterday, 23:59");
}

static void
test_taken_back (UiFixture     *fixture,
                 gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "express-feelings");

  ui_fixture_take (fixture, fixture->ana);
  note (page, "lonely:4", "the gramophone is silent", "Share With Ben");
  open_entry (fixture, page);
  ui_fixture_press (ui_fixture_top (page), "Take Back");
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Only you can read this"));
  ui_fixture_take (fixture, fixture->ben);
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "gramophone"));
}

static void
test_sentence_grows (UiFixture     *fixture,
                     gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "express-feelings");
  g_autoptr (ReknitQuery) all = reknit_query_new (REKNIT_TYPE_FEELING_ENTRY, NULL, NULL);

  ui_fixture_take (fixture, fixture->ana);
  note (page, "", "", "Keep for Me");
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Choose at least one word"));
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "Your sentence"));
  ui_fixture_fill (page, "I Would Like…", "a dance");
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "I would like a dance."));
  g_object_set (ui_fixture_find (ui_fixture_top (page), REKNIT_TYPE_FEELINGS_PICKER, NULL), "picks", "eager:3", NULL);
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "I feel eager. I would like a dance."));
  g_assert_cmpuint (reknit_store_count (fixture->store, all), ==, 0);
}

static void
test_month_is_ones_own (UiFixture     *fixture,
                        gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "express-feelings");

  ui_fixture_take (fixture, fixture->ana);
  note (page, "lonely:4 eager:1", "one", "Keep for Me");
  note (page, "lonely:2", "two", "Share With Ben");
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "What Came Most Often This Month"));
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "2 times"));
  ui_fixture_take (fixture, fixture->ben);
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "when two"));
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "What Came Most Often This Month"));
}

static void
test_deleted_and_undone (UiFixture     *fixture,
                         gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "express-feelings");
  g_autoptr (GError) error = NULL;

  ui_fixture_take (fixture, fixture->ana);
  note (page, "lonely:4", "the gramophone is silent", "Keep for Me");
  open_entry (fixture, page);
  ui_fixture_press (ui_fixture_top (page), "Delete Entry");
  g_assert_null (reknit_practice_page_get_subpage (page));
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "How Is It for You?"));
  g_assert_true (reknit_store_undo (fixture->store, &error));
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "gramophone"));
  g_assert_true (reknit_store_redo (fixture->store, &error));
  ui_fixture_settle ();
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "gramophone"));
}

static void
test_alone (UiFixture     *fixture,
            gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "express-feelings");

  ui_fixture_take (fixture, fixture->ana);
  note (page, "eager:2", "one", "Keep for Me");
  open_entry (fixture, page);
  g_assert_null (ui_fixture_find (ui_fixture_top (page), GTK_TYPE_BUTTON, "Take Back"));
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "Share With"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ui_test_add ("/feelings/private", "sealed", test_private_is_nowhere_else);
  ui_test_add ("/feelings/heard", "sealed", test_shared_is_heard);
  ui_test_add ("/feelings/another-day", NULL, test_another_day);
  ui_test_add ("/feelings/taken-back", "sealed", test_taken_back);
  ui_test_add ("/feelings/sentence", NULL, test_sentence_grows);
  ui_test_add ("/feelings/month", NULL, test_month_is_ones_own);
  ui_test_add ("/feelings/deleted", "sealed", test_deleted_and_undone);
  ui_test_add ("/feelings/alone", "alone", test_alone);

  return g_test_run ();
}
