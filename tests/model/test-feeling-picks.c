#include "reknit-feeling-picks.h"

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) picks = reknit_feeling_picks_parse ("hurt:3 left-out:1 worn-out:5");
  g_autofree char *text = reknit_feeling_picks_to_text (picks);

  g_assert_cmpuint (picks->len, ==, 3);
  g_assert_cmpstr (((ReknitFeelingPick *) picks->pdata[1])->feeling, ==, "left-out");
  g_assert_cmpint (((ReknitFeelingPick *) picks->pdata[2])->strength, ==, 5);
  g_assert_cmpstr (text, ==, "hurt:3 left-out:1 worn-out:5");
}

static void
test_what_is_broken_is_left_out (void)
{
  const char *broken[] = { "", " ", ":3", "hurt", "hurt:", "hurt:0", "hurt:6", "hurt:-1", "hurt:3x", "hurt:99999999999999999999" };

  g_autoptr (GPtrArray) none = reknit_feeling_picks_parse (NULL);

  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GPtrArray) picks = reknit_feeling_picks_parse (broken[i]);
      g_assert_cmpuint (picks->len, ==, 0);
    }
}

static void
test_strength_is_brought_into_range (void)
{
  g_autoptr (ReknitFeelingPick) weak = reknit_feeling_pick_new ("hurt", -2);
  g_autoptr (ReknitFeelingPick) strong = reknit_feeling_pick_new ("hurt", 40);

  g_assert_cmpint (weak->strength, ==, 1);
  g_assert_cmpint (strong->strength, ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feeling-picks/round-trip", test_round_trip);
  g_test_add_func ("/feeling-picks/what-is-broken-is-left-out", test_what_is_broken_is_left_out);
  g_test_add_func ("/feeling-picks/strength-is-brought-into-range", test_strength_is_brought_into_range);
  return g_test_run ();
}
