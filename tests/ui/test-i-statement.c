#include "ui-fixture.h"

#include "reknit-communicate-text.h"
#include "reknit-i-statement.h"

static void
assert_sentence (const char *picks,
                 const char *situation,
                 const char *reason,
                 const char *wish,
                 const char *expected)
{
  g_autofree char *sentence = reknit_i_statement_compose (picks, situation, reason, wish);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_whole (void)
{
  assert_sentence ("hurt:3", "you look at your phone", "I want to tell you of my day", "ten minutes without it",
                   "I feel hurt when you look at your phone, because I want to tell you of my day."
                   " I would like ten minutes without it.");
}

static void
test_missing_parts (void)
{
  assert_sentence (NULL, NULL, NULL, NULL, "");
  assert_sentence ("", " ", "\n", "…", "");
  assert_sentence ("hurt:3", NULL, NULL, NULL, "I feel hurt.");
  assert_sentence ("hurt:3", "the phone rings", NULL, NULL, "I feel hurt when the phone rings.");
  assert_sentence ("hurt:3", NULL, "I was not done", NULL, "I feel hurt because I was not done.");
  assert_sentence ("hurt:3", NULL, NULL, "a hug", "I feel hurt. I would like a hug.");
  assert_sentence (NULL, "the phone rings", NULL, NULL, "I feel … when the phone rings.");
  assert_sentence (NULL, NULL, NULL, "a hug", "I would like a hug.");
}

static void
test_several_with_strengths (void)
{
  assert_sentence ("hurt:1 lonely:2", NULL, NULL, NULL, "I feel a touch hurt and a little lonely.");
  assert_sentence ("hurt:4 tired:3 lonely:5", NULL, NULL, NULL, "I feel very hurt, tired and extremely lonely.");
  assert_sentence ("fond:4", "you sing", NULL, NULL, "I feel very fond of you when you sing.");
  assert_sentence ("hurt:9 nothing-like-it:3 tired:3", NULL, NULL, NULL, "I feel tired.");
}

static void
test_no_double_stops (void)
{
  assert_sentence ("hurt:3", "the phone rings.", "I was not done...", "a hug. ", "I feel hurt when the phone rings,"
                   " because I was not done. I would like a hug.");
  assert_sentence ("hurt:3", "the phone rings,", NULL, "to know: why?", "I feel hurt when the phone rings."
                   " I would like to know: why?");
}

static void
test_no_double_words (void)
{
  assert_sentence ("hurt:3", "When you leave", "because  I stay", "I would like to come along",
                   "I feel hurt when you leave, because I stay. I would like to come along.");
  assert_sentence ("hurt:3", "whenever", "because", "I would like", "I feel hurt when whenever, because because."
                   " I would like I would like.");
}

static void
test_letters (void)
{
  assert_sentence ("hurt:3", "You leave", "Ben had asked", "The car", "I feel hurt when you leave, because Ben had asked."
                   " I would like the car.");
  assert_sentence ("hurt:3", "I’m late\nand nobody\n\ncalls", NULL, NULL, "I feel hurt when I’m late and nobody calls.");
  assert_sentence ("hurt:3", "🙈 Äpfel fallen", NULL, NULL, "I feel hurt when 🙈 Äpfel fallen.");
}

static void
test_counts (void)
{
  static const guint nothing[] = { 0, 0, 0, 0, 0 };
  static const guint open[] = { 0, 2, 0, 1, 7 };
  static const guint settled[] = { 0, 0, 0, 0, 7 };
  g_autofree char *none = reknit_communicate_text_counts (nothing);
  g_autofree char *some = reknit_communicate_text_counts (open);
  g_autofree char *done = reknit_communicate_text_counts (settled);

  g_assert_null (none);
  g_assert_cmpstr (some, ==, "2 to talk about · 1 agreed");
  g_assert_cmpstr (done, ==, "7 settled");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/i-statement/whole", test_whole);
  g_test_add_func ("/i-statement/missing-parts", test_missing_parts);
  g_test_add_func ("/i-statement/strengths", test_several_with_strengths);
  g_test_add_func ("/i-statement/no-double-stops", test_no_double_stops);
  g_test_add_func ("/i-statement/no-double-words", test_no_double_words);
  g_test_add_func ("/i-statement/letters", test_letters);
  g_test_add_func ("/communicate-text/counts", test_counts);

  return g_test_run ();
}
