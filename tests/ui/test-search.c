#include "ui-fixture.h"

#include "reknit-feeling-entry.h"
#include "reknit-issue.h"
#include "reknit-search-page.h"

static GtkWidget *
show_page (UiFixture *fixture)
{
  g_autoptr (ReknitIssue) shared = g_object_new (REKNIT_TYPE_ISSUE, "title", "The gramophone in the hall", NULL);
  g_autoptr (ReknitFeelingEntry) private =
    g_object_new (REKNIT_TYPE_FEELING_ENTRY, "author", reknit_record_get_id (REKNIT_RECORD (fixture->ana)),
                  "felt", (gint64) 1795376400, "situation", "the gramophone is silent in the lantern light", NULL);
  GtkWidget *page = reknit_search_page_new (fixture->seats);

  ui_fixture_save (fixture, shared);
  ui_fixture_take (fixture, fixture->ana);
  ui_fixture_save (fixture, private);
  ui_fixture_show (fixture, page);
  return page;
}

/* As typing does it, but for the pause that waits for more. */
static void
type (GtkWidget  *page,
      const char *words)
{
  GtkWidget *entry = ui_fixture_find (page, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_finds (UiFixture     *fixture,
            gconstpointer  data)
{
  GtkWidget *page = show_page (fixture);

  type (page, "gramo");
  ui_fixture_wait_to_read (page, "in the hall");
  g_assert_true (ui_fixture_reads (page, "lantern light"));
  type (page, "nothing like it");
  ui_fixture_wait_to_read (page, "Nothing Found");
  type (page, "");
  g_assert_false (ui_fixture_reads (page, "Nothing Found"));
}

static void
test_only_the_last_words_count (UiFixture     *fixture,
                                gconstpointer  data)
{
  GtkWidget *page = show_page (fixture);

  type (page, "gramo");
  type (page, "lantern");
  ui_fixture_wait_to_read (page, "lantern light");
  g_assert_false (ui_fixture_reads (page, "in the hall"));
}

static void
test_goes_with_the_seat (UiFixture     *fixture,
                         gconstpointer  data)
{
  GtkWidget *page = show_page (fixture);

  /* Found, and still being looked for. */
  type (page, "gramo");
  ui_fixture_wait_to_read (page, "lantern light");
  type (page, "gramoph");
  reknit_seats_lock (fixture->seats);
  g_assert_false (ui_fixture_reads (page, "lantern light"));
  ui_fixture_wait_to_read (page, "in the hall");
  g_assert_false (ui_fixture_reads (page, "lantern light"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ui_test_add ("/ui/search/finds", "sealed", test_finds);
  ui_test_add ("/ui/search/only-the-last-words-count", "sealed", test_only_the_last_words_count);
  ui_test_add ("/ui/search/goes-with-the-seat", "sealed", test_goes_with_the_seat);
  return g_test_run ();
}
