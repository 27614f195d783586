#include "reknit-agreement.h"
#include "reknit-agreement-revision.h"
#include "reknit-check-in.h"
#include "reknit-content.h"
#include "reknit-demo.h"
#include "reknit-feeling-entry.h"
#include "reknit-feeling-picks.h"
#include "reknit-issue.h"
#include "reknit-model.h"
#include "reknit-idea-rating.h"
#include "reknit-own-idea.h"
#include "reknit-plan.h"
#include "reknit-plan-details.h"
#include "reknit-plan-impression.h"
#include "reknit-ritual.h"
#include "reknit-ritual-mark.h"
#include "reknit-talk.h"
#include "reknit-unplugged.h"
#include "reknit-weekly-aim.h"

#include <glib/gstdio.h>

static char *folder;

static ReknitStore *
open_demo (const char *name,
           int         years)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  ReknitStore *store = reknit_store_open (path, NULL, &error);

  g_assert_no_error (error);
  reknit_demo_fill (store, years, &error);
  g_assert_no_error (error);
  return store;
}

static guint
count (ReknitStore *store,
       GType        type)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (type, NULL, NULL);

  return reknit_store_count (store, query);
}

static void
test_a_year_in_every_tool (void)
{
  g_autoptr (ReknitStore) store = open_demo ("year.db", 1);

  g_assert_cmpuint (count (store, REKNIT_TYPE_PARTNER), ==, 2);
  g_assert_cmpuint (count (store, REKNIT_TYPE_CHECK_IN), ==, 47);
  g_assert_cmpuint (count (store, REKNIT_TYPE_CHECK_IN_ANSWER), ==, 94);
  g_assert_cmpuint (count (store, REKNIT_TYPE_ISSUE), ==, 8);
  g_assert_cmpuint (count (store, REKNIT_TYPE_TALK), ==, 6);
  g_assert_cmpuint (count (store, REKNIT_TYPE_AGREEMENT_REVISION), ==, 4);
}

static void
test_a_year_of_dates (void)
{
  g_autoptr (ReknitStore) store = open_demo ("dates.db", 1);
  g_autoptr (ReknitQuery) done = reknit_query_new (REKNIT_TYPE_PLAN, "kind = 'date' AND state = 'done'", NULL);
  g_autoptr (ReknitQuery) ahead = reknit_query_new (REKNIT_TYPE_PLAN, "kind = 'date' AND state = 'planned'", NULL);
  g_autoptr (ReknitQuery) special = reknit_query_new (REKNIT_TYPE_PLAN, "kind = 'special-day'", NULL);
  g_autoptr (ReknitQuery) told = reknit_query_new (REKNIT_TYPE_PLAN_DETAILS, NULL, NULL);
  guint n_plans = count (store, REKNIT_TYPE_PLAN);

  g_assert_cmpuint (reknit_store_count (store, done), ==, 25);
  g_assert_cmpuint (reknit_store_count (store, ahead), ==, 3);
  g_assert_cmpuint (reknit_store_count (store, special), ==, 3);
  g_assert_cmpuint (count (store, REKNIT_TYPE_PLAN_IMPRESSION), ==, 50);
  /* One is a surprise. */
  g_assert_cmpuint (reknit_store_count (store, told), ==, n_plans - 1);
}

static void
test_weeks_have_time_kept_free (void)
{
  g_autoptr (ReknitStore) store = open_demo ("weeks.db", 1);
  g_autoptr (ReknitQuery) had = reknit_query_new (REKNIT_TYPE_PLAN, "kind = 'protected' AND state = 'done'", NULL);
  g_autoptr (ReknitQuery) ahead = reknit_query_new (REKNIT_TYPE_PLAN, "kind = 'protected' AND state = 'planned' AND rule = ''", NULL);

  g_assert_cmpuint (reknit_store_count (store, had), ==, 5);
  g_assert_cmpuint (reknit_store_count (store, ahead), ==, 1);
  g_assert_cmpint (reknit_weekly_aim_get_minutes (store), ==, 7 * 60);
}

static void
test_ideas_are_rated (void)
{
  g_autoptr (ReknitStore) store = open_demo ("ideas.db", 1);
  g_autoptr (GPtrArray) matches = reknit_idea_rating_list_matches (store);
  g_autoptr (GPtrArray) done = reknit_idea_rating_list_done (store);
  g_autoptr (ReknitStatement) unwanted = reknit_store_prepare (store, "SELECT count (*) FROM idea_refusals WHERE rtrim (ideas) LIKE '% %'");
  gboolean has_row;

  g_assert_cmpuint (count (store, REKNIT_TYPE_OWN_IDEA), ==, 2);
  g_assert_cmpuint (matches->len, ==, 11);
  g_assert_cmpuint (done->len, ==, 7);
  g_assert_true (reknit_statement_step (unwanted, &has_row, NULL) && has_row);
  g_assert_cmpint (reknit_statement_get_integer (unwanted, 0), ==, 2);
  for (guint i = 0; i < matches->len; i++)
    g_assert_nonnull (reknit_content_find_idea (reknit_content_get_default (), ((ReknitIdeaMatch *) matches->pdata[i])->idea));
  for (guint i = 0; i < done->len; i++)
    g_assert_nonnull (reknit_content_find_idea (reknit_content_get_default (), ((ReknitIdeaMatch *) done->pdata[i])->idea));
}

static void
test_rituals (void)
{
  g_autoptr (ReknitStore) store = open_demo ("rituals.db", 1);
  g_autoptr (ReknitQuery) kept = reknit_ritual_query_kept (REKNIT_RITUAL_DAILY);
  g_autoptr (ReknitQuery) ended = reknit_ritual_query_ended (REKNIT_RITUAL_DAILY);

  g_assert_cmpuint (reknit_store_count (store, kept), ==, 3);
  g_assert_cmpuint (reknit_store_count (store, ended), ==, 1);
  g_assert_cmpuint (count (store, REKNIT_TYPE_RITUAL_MARK), >, 300);
}

static void
test_evenings_without_devices (void)
{
  g_autoptr (ReknitStore) store = open_demo ("unplugged.db", 1);
  g_autoptr (ReknitQuery) past = reknit_unplugged_query_past ();
  g_autoptr (ReknitQuery) broken_off = reknit_query_new (REKNIT_TYPE_UNPLUGGED, "ended < ends", NULL);
  g_autoptr (ReknitAgreement) agreement = reknit_agreement_find (store, REKNIT_AGREEMENT_PHONE_FREE);

  g_assert_cmpuint (reknit_store_count (store, past), ==, 33);
  g_assert_cmpuint (reknit_store_count (store, broken_off), ==, 5);
  g_assert_nonnull (agreement);
}

static void
test_nothing_lies_in_the_future (void)
{
  g_autoptr (ReknitStore) store = open_demo ("past.db", 1);
  gint64 now = reknit_clock_now (reknit_clock_get_default ());
  guint n_types;
  const GType *types = reknit_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (ReknitQuery) query = reknit_query_new (types[i], "created > :now", NULL);

      reknit_query_bind_integer (query, ":now", now);
      g_assert_cmpuint (reknit_store_count (store, query), ==, 0);
    }
}

static void
test_feelings_are_in_the_content (void)
{
  g_autoptr (ReknitStore) store = open_demo ("feelings.db", 1);
  g_autoptr (ReknitQuery) query = reknit_feeling_entry_query_shared ();
  g_autoptr (GPtrArray) entries = reknit_store_all (store, query);

  g_assert_cmpuint (entries->len, >, 20);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (GPtrArray) picks = reknit_feeling_picks_parse (reknit_record_get_text (entries->pdata[i], "feelings"));

      g_assert_cmpuint (picks->len, >, 0);
      for (guint j = 0; j < picks->len; j++)
        {
          const char *feeling = ((ReknitFeelingPick *) picks->pdata[j])->feeling;

          if (reknit_content_find_feeling (reknit_content_get_default (), feeling) == NULL)
            g_error ("no feeling %s", feeling);
        }
    }
}

static void
test_ten_years_are_ten_times_as_much (void)
{
  g_autoptr (ReknitStore) store = open_demo ("decade.db", 10);

  g_assert_cmpuint (count (store, REKNIT_TYPE_CHECK_IN), ==, 473);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_unlink (file);
    }

  g_rmdir (folder);
  g_free (folder);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("reknit-demo-XXXXXX", NULL);
  g_test_add_func ("/demo/a-year-in-every-tool", test_a_year_in_every_tool);
  g_test_add_func ("/demo/a-year-of-dates", test_a_year_of_dates);
  g_test_add_func ("/demo/weeks-have-time-kept-free", test_weeks_have_time_kept_free);
  g_test_add_func ("/demo/ideas-are-rated", test_ideas_are_rated);
  g_test_add_func ("/demo/rituals", test_rituals);
  g_test_add_func ("/demo/evenings-without-devices", test_evenings_without_devices);
  g_test_add_func ("/demo/nothing-lies-in-the-future", test_nothing_lies_in_the_future);
  g_test_add_func ("/demo/feelings-are-in-the-content", test_feelings_are_in_the_content);
  g_test_add_func ("/demo/ten-years-are-ten-times-as-much", test_ten_years_are_ten_times_as_much);
  status = g_test_run ();
  remove_folder ();
  return status;
}
