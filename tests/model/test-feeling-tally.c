#include "model-fixture.h"
#include "reknit-feeling-tally.h"

static void
add_entry (ModelFixture  *fixture,
           ReknitPartner *author,
           gint64         felt,
           const char    *feelings)
{
  g_autoptr (GError) error = NULL;
  gint64 id = reknit_record_get_id (REKNIT_RECORD (author));
  g_autoptr (ReknitFeelingEntry) entry =
    g_object_new (REKNIT_TYPE_FEELING_ENTRY, "author", id, "felt", felt, "feelings", feelings, NULL);

  reknit_store_set_reader (fixture->store, id);
  reknit_store_save (fixture->store, NULL, entry, &error);
  g_assert_no_error (error);
}

static void
assert_count (GPtrArray  *counts,
              guint       position,
              const char *feeling,
              guint       n)
{
  const ReknitFeelingCount *count = g_ptr_array_index (counts, position);

  g_assert_cmpstr (count->feeling, ==, feeling);
  g_assert_cmpuint (count->count, ==, n);
}

static void
test_month (ModelFixture  *fixture,
            gconstpointer  data)
{
  gint64 now = reknit_clock_now (fixture->clock);
  gint64 ana = reknit_record_get_id (REKNIT_RECORD (fixture->ana));
  g_autoptr (GDateTime) first = g_date_time_new_from_iso8601 ("2026-11-01T00:00:00+01", NULL);
  g_autoptr (GPtrArray) counts = NULL;

  add_entry (fixture, fixture->ana, now, "tired:2 hurt:4");
  add_entry (fixture, fixture->ana, now - 86400, "hurt:1");
  add_entry (fixture, fixture->ana, g_date_time_to_unix (first), "content:3 hurt:2");
  add_entry (fixture, fixture->ana, g_date_time_to_unix (first) - 1, "furious:5");
  add_entry (fixture, fixture->ben, now, "afraid:5");

  reknit_store_set_reader (fixture->store, ana);
  counts = reknit_feeling_tally_this_month (fixture->store, ana);
  g_assert_cmpuint (counts->len, ==, 3);
  assert_count (counts, 0, "hurt", 3);
  assert_count (counts, 1, "content", 1);
  assert_count (counts, 2, "tired", 1);
}

static void
test_nothing_of_the_other (ModelFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (GPtrArray) counts = NULL;
  gint64 ben = reknit_record_get_id (REKNIT_RECORD (fixture->ben));

  add_entry (fixture, fixture->ben, reknit_clock_now (fixture->clock), "afraid:5");
  reknit_store_set_reader (fixture->store, reknit_record_get_id (REKNIT_RECORD (fixture->ana)));
  counts = reknit_feeling_tally_this_month (fixture->store, ben);
  g_assert_cmpuint (counts->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  model_test_add ("/feeling-tally/month", test_month);
  model_test_add ("/feeling-tally/nothing-of-the-other", test_nothing_of_the_other);

  return g_test_run ();
}
