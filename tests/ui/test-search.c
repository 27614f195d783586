#include "ui-fixture.h"

#include "reknit-feeling-entry.h"
#include "reknit-feeling-reply.h"
#include "reknit-issue-view.h"
#include "reknit-issue.h"
#include "reknit-plan-impression.h"
#include "reknit-plan.h"
#include "reknit-search-page.h"
#include "reknit-takeaway.h"
#include "reknit-talk.h"

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
  /* What somebody looked for in their own seat is theirs as well. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_fixture_find (page, GTK_TYPE_SEARCH_ENTRY, NULL))), ==, "");

  type (page, "gramoph");
  ui_fixture_wait_to_read (page, "in the hall");
  g_assert_false (ui_fixture_reads (page, "lantern light"));
  ui_fixture_take (fixture, fixture->ana);
  ui_fixture_wait_to_read (page, "lantern light");
}

/* Adds @part, whose words are “@word …”, and looks where it leads when it was found. */
static void
assert_leads_to (UiFixture  *fixture,
                 GtkWidget  *page,
                 gpointer    part,
                 const char *word,
                 const char *practice,
                 gpointer    whole)
{
  g_autoptr (GVariant) expected =
    g_variant_ref_sink (g_variant_new ("(ssx)", practice, reknit_record_type_get_table (G_OBJECT_TYPE (whole)),
                                       reknit_record_get_id (whole)));
  GtkWidget *row;

  ui_fixture_save (fixture, part);
  type (page, word);
  ui_fixture_wait_to_read (page, word);
  row = ui_fixture_find (page, ADW_TYPE_ACTION_ROW, NULL);
  g_assert_nonnull (row);
  g_assert_true (g_variant_equal (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), expected));
  g_object_unref (part);
}

static gpointer
add (UiFixture *fixture,
     gpointer   record)
{
  ui_fixture_save (fixture, record);
  return record;
}

/* What is found may be a part of something; what is opened is the whole that it stands in. */
static void
test_a_part_leads_to_its_whole (UiFixture     *fixture,
                                gconstpointer  data)
{
  GtkWidget *page = show_page (fixture);
  gint64 ana = reknit_record_get_id (REKNIT_RECORD (fixture->ana));
  gint64 now = reknit_clock_now (fixture->clock);
  g_autoptr (ReknitRecord) issue =
    add (fixture, g_object_new (REKNIT_TYPE_ISSUE, "author", ana, "shared", now, "title", "The hall", NULL));
  g_autoptr (ReknitRecord) entry =
    add (fixture, g_object_new (REKNIT_TYPE_FEELING_ENTRY, "author", ana, "shared", now, "felt", now, "situation", "dark", NULL));
  g_autoptr (ReknitRecord) talk =
    add (fixture, g_object_new (REKNIT_TYPE_TALK, "topic", "Lamps", "speaker", ana, "turn-seconds", (gint64) 180,
                                "phase", REKNIT_TALK_PHASE_ENDED, "ended", now, NULL));
  g_autoptr (ReknitRecord) plan =
    add (fixture, g_object_new (REKNIT_TYPE_PLAN, "starts", "2026-11-20T19:00:00", "ends", "2026-11-20T22:00:00", "rule", "", NULL));

  assert_leads_to (fixture, page,
                   g_object_new (REKNIT_TYPE_ISSUE_VIEW, "issue", reknit_record_get_id (issue), "author", ana, "shared", now,
                                 "body", "quinces, as I see it", NULL), "quinces", "address-issues", issue);
  assert_leads_to (fixture, page,
                   g_object_new (REKNIT_TYPE_FEELING_REPLY, "entry", reknit_record_get_id (entry), "author", ana, "shared", now,
                                 "reflection", "medlars, I hear", NULL), "medlars", "express-feelings", entry);
  assert_leads_to (fixture, page,
                   g_object_new (REKNIT_TYPE_TALK_TURN, "talk", reknit_record_get_id (talk), "speaker", ana,
                                 "reflection", "damsons, you say", NULL), "damsons", "active-listening", talk);
  assert_leads_to (fixture, page,
                   g_object_new (REKNIT_TYPE_TAKEAWAY, "talk", reknit_record_get_id (talk), "partner", ana,
                                 "body", "sloes, I take it", NULL), "sloes", "active-listening", talk);
  assert_leads_to (fixture, page,
                   g_object_new (REKNIT_TYPE_PLAN_IMPRESSION, "plan", reknit_record_get_id (plan), "author", ana, "shared", now,
                                 "memory", "bullaces by the river", NULL), "bullaces", "special-dates", plan);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ui_test_add ("/ui/search/finds", "sealed", test_finds);
  ui_test_add ("/ui/search/only-the-last-words-count", "sealed", test_only_the_last_words_count);
  ui_test_add ("/ui/search/goes-with-the-seat", "sealed", test_goes_with_the_seat);
  ui_test_add ("/ui/search/a-part-leads-to-its-whole", NULL, test_a_part_leads_to_its_whole);
  return g_test_run ();
}
