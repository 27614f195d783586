#include "model-fixture.h"
#include "reknit-earlier-text.h"
#include "reknit-feeling-entry.h"

static ReknitFeelingEntry *
add_entry (ModelFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ReknitFeelingEntry *entry =
    g_object_new (REKNIT_TYPE_FEELING_ENTRY, "author", reknit_record_get_id (REKNIT_RECORD (fixture->ana)),
                  "felt", reknit_clock_now (fixture->clock), "feelings", "hurt:3",
                  "situation", "the phone rings", "reason", "I am not done", NULL);

  reknit_store_set_reader (fixture->store, reknit_record_get_id (REKNIT_RECORD (fixture->ana)));
  reknit_store_save (fixture->store, NULL, entry, &error);
  g_assert_no_error (error);
  return entry;
}

static guint
count_earlier (gpointer record)
{
  g_autoptr (ReknitQuery) query = reknit_earlier_text_query (record);

  return reknit_store_count (reknit_record_get_store (record), query);
}

static gboolean
change_reason (gpointer    entry,
               const char *reason)
{
  g_autoptr (GError) error = NULL;
  gboolean saved;

  g_object_set (entry, "reason", reason, NULL);
  saved = reknit_earlier_text_save (entry, "Save", &error);
  g_assert_no_error (error);
  return saved;
}

static void
test_only_what_was_shared_is_kept (ModelFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr (ReknitFeelingEntry) entry = add_entry (fixture);
  g_autoptr (ReknitQuery) query = reknit_earlier_text_query (REKNIT_RECORD (entry));
  g_autoptr (ReknitEarlierText) earlier = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (change_reason (entry, "I had more to say"));
  g_assert_cmpuint (count_earlier (entry), ==, 0);

  g_assert_true (reknit_earlier_text_share (entry, "Share", &error));
  g_assert_true (change_reason (entry, "I had more to say"));
  g_assert_cmpuint (count_earlier (entry), ==, 0);
  g_assert_true (change_reason (entry, "I miss you"));
  g_assert_cmpuint (count_earlier (entry), ==, 1);
  earlier = reknit_store_first (fixture->store, query);
  g_assert_cmpstr (reknit_record_get_text (earlier, "body"), ==, "the phone rings\n\nI had more to say");
}

/* Changed and shared in one step: what it said while it was private stays its author's, and is not kept for the other. */
static void
test_what_was_private_is_not_kept (ModelFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr (ReknitFeelingEntry) entry = add_entry (fixture);
  g_autoptr (ReknitQuery) all = reknit_query_new (REKNIT_TYPE_EARLIER_TEXT, NULL, NULL);

  g_object_set (entry, "shared", reknit_clock_now (fixture->clock), NULL);
  g_assert_true (change_reason (entry, "I miss you"));
  g_assert_false (reknit_record_is_private (REKNIT_RECORD (entry)));
  g_assert_cmpuint (reknit_store_count (fixture->store, all), ==, 0);
}

/* A change that could not be saved was never read by anybody: what is kept is what stood in the store. */
static void
test_keeps_what_was_stored (ModelFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (ReknitFeelingEntry) entry = add_entry (fixture);
  g_autoptr (ReknitQuery) query = reknit_earlier_text_query (REKNIT_RECORD (entry));
  g_autoptr (ReknitEarlierText) earlier = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (reknit_earlier_text_share (entry, "Share", &error));
  g_object_set (entry, "reason", "I miss you", NULL);
  g_assert_true (change_reason (entry, "I miss you"));
  g_assert_cmpuint (count_earlier (entry), ==, 1);
  earlier = reknit_store_first (fixture->store, query);
  g_assert_cmpstr (reknit_record_get_text (earlier, "body"), ==, "the phone rings\n\nI am not done");
}

static void
test_goes_where_the_record_goes (ModelFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr (ReknitFeelingEntry) entry = add_entry (fixture);
  gint64 ben = reknit_record_get_id (REKNIT_RECORD (fixture->ben));
  gint64 ana = reknit_record_get_id (REKNIT_RECORD (fixture->ana));
  g_autoptr (GError) error = NULL;

  g_assert_true (reknit_earlier_text_share (entry, "Share", &error));
  g_assert_true (change_reason (entry, "I miss you"));
  reknit_store_set_reader (fixture->store, ben);
  g_assert_cmpuint (count_earlier (entry), ==, 1);

  reknit_store_set_reader (fixture->store, ana);
  g_assert_true (reknit_earlier_text_take_back (entry, "Take Back", &error));
  g_assert_true (reknit_record_is_private (REKNIT_RECORD (entry)));
  g_assert_cmpuint (count_earlier (entry), ==, 1);
  reknit_store_set_reader (fixture->store, ben);
  g_assert_cmpuint (count_earlier (entry), ==, 0);

  reknit_store_set_reader (fixture->store, ana);
  g_assert_true (reknit_earlier_text_delete (entry, "Delete", &error));
  {
    g_autoptr (ReknitQuery) all = reknit_query_new (REKNIT_TYPE_EARLIER_TEXT, NULL, NULL);

    g_assert_cmpuint (reknit_store_count (fixture->store, all), ==, 0);
  }
  g_assert_true (reknit_store_undo (fixture->store, &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  model_test_add ("/earlier-text/shared-only", test_only_what_was_shared_is_kept);
  model_test_add ("/earlier-text/not-what-was-private", test_what_was_private_is_not_kept);
  model_test_add ("/earlier-text/what-was-stored", test_keeps_what_was_stored);
  model_test_add ("/earlier-text/goes-along", test_goes_where_the_record_goes);

  return g_test_run ();
}
