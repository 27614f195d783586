#include "reknit-passphrase.h"

#include <string.h>

#include "reknit-secret-private.h"
#include "vault-fixture.h"

static const struct
{
  const char *passphrase;
  ReknitPassphraseStrength strength;
} judged[] = {
  { "", REKNIT_PASSPHRASE_EMPTY },
  { " ", REKNIT_PASSPHRASE_SHORT },
  { "a", REKNIT_PASSPHRASE_SHORT },
  { "7493", REKNIT_PASSPHRASE_SHORT },
  { "love", REKNIT_PASSPHRASE_SHORT },
  { "abc1234", REKNIT_PASSPHRASE_SHORT },
  { "\xff\xfe", REKNIT_PASSPHRASE_SHORT },
  { "password", REKNIT_PASSPHRASE_GUESSABLE },
  { "Password1", REKNIT_PASSPHRASE_GUESSABLE },
  { "P@ssw0rd!", REKNIT_PASSPHRASE_GUESSABLE },
  { "!!passwort2024!!", REKNIT_PASSPHRASE_GUESSABLE },
  { "iloveyou2", REKNIT_PASSPHRASE_GUESSABLE },
  { "correct horse battery staple", REKNIT_PASSPHRASE_GUESSABLE },
  { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", REKNIT_PASSPHRASE_GUESSABLE },
  { "abcabcabcabcabcabcabcabc", REKNIT_PASSPHRASE_GUESSABLE },
  { "12345678901234567890", REKNIT_PASSPHRASE_GUESSABLE },
  { "987654321", REKNIT_PASSPHRASE_GUESSABLE },
  { "abcdefghijklmnop", REKNIT_PASSPHRASE_GUESSABLE },
  { "qwertyuiopasdfghjkl", REKNIT_PASSPHRASE_GUESSABLE },
  { "1qaz2wsx3edc", REKNIT_PASSPHRASE_GUESSABLE },
  { "24.12.1987", REKNIT_PASSPHRASE_GUESSABLE },
  { "1987-12-24", REKNIT_PASSPHRASE_GUESSABLE },
  { "relationships", REKNIT_PASSPHRASE_GUESSABLE },
  { "Elephant", REKNIT_PASSPHRASE_GUESSABLE },
  { "        ", REKNIT_PASSPHRASE_GUESSABLE },
  { "lamp river cotton", REKNIT_PASSPHRASE_FAIR },
  { "Nebel, Krug und", REKNIT_PASSPHRASE_FAIR },
  { "x7#Kq9!mT2", REKNIT_PASSPHRASE_FAIR },
  { "лампа река хлопок", REKNIT_PASSPHRASE_FAIR },
  { "lamp river cotton seven", REKNIT_PASSPHRASE_STRONG },
  { "Seven quiet boats, 2 of them green", REKNIT_PASSPHRASE_STRONG },
  { "x7#Kq9!mT2vL$e8", REKNIT_PASSPHRASE_STRONG },
  { "שבע סירות שקטות על המים", REKNIT_PASSPHRASE_STRONG },
  { "静かな船が七つ青い水の上に", REKNIT_PASSPHRASE_STRONG },
};

static void
test_judged (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (judged); i++)
    {
      g_autofree char *shown = g_strescape (judged[i].passphrase, NULL);

      g_test_message ("%s", shown);
      g_assert_cmpint (reknit_passphrase_judge (judged[i].passphrase), ==, judged[i].strength);
    }
}

static void
test_longer_than_it_looks_at (void)
{
  g_autofree char *same = g_strnfill (100000, 'z');
  GString *text = g_string_new (NULL);

  g_assert_cmpint (reknit_passphrase_judge (same), ==, REKNIT_PASSPHRASE_GUESSABLE);
  for (int i = 0; i < 5000; i++)
    g_string_append_printf (text, "%d words ", i);
  g_assert_cmpint (reknit_passphrase_judge (text->str), ==, REKNIT_PASSPHRASE_STRONG);
  g_string_free (text, TRUE);
}

static void
test_sentences (void)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (REKNIT_TYPE_PASSPHRASE_STRENGTH);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (class->n_values, ==, 5);
  for (guint i = 0; i < class->n_values; i++)
    g_assert_true (g_hash_table_add (seen, (gpointer) reknit_passphrase_strength_get_sentence (class->values[i].value)));
}

static void
assert_composed (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitSecret) secret = reknit_secret_new_from_passphrase (text, &error);
  g_autofree char *expected = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

  g_assert_no_error (error);
  g_assert_cmpmem (secret->data, secret->size, expected, strlen (expected));
}

static void
test_composed_as_unicode_says (void)
{
  GString *all = g_string_new (NULL);

  assert_composed ("plain");
  assert_composed ("Bru\u0308cke");
  assert_composed ("Brücke");
  assert_composed ("\u0308\u0301 begins with marks");
  assert_composed ("a\u0323\u0307 a\u0307\u0323 q\u0307\u0323 \u1e9b\u0323 a\u0308\u0301\u0327");
  assert_composed ("\u1100\u1161\u11a8 \uac00\u11a8 \uac01 한국어");
  assert_composed ("\u212b \u2126 \u0958 \u2adc \ufb1d \u0344");
  assert_composed ("👩‍❤️‍👨");
  for (gunichar letter = 1; letter < 0x30000; letter++)
    if (g_unichar_validate (letter))
      {
        g_string_append_unichar (all, letter);
        if (letter % 7 == 0)
          g_string_append (all, "\u0301\u0323");
      }
  assert_composed (all->str);
  g_string_free (all, TRUE);
}

static void
test_not_a_passphrase (void)
{
  g_autoptr (GError) empty = NULL;
  g_autoptr (GError) invalid = NULL;

  g_assert_null (reknit_secret_new_from_passphrase ("", &empty));
  g_assert_error (empty, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_EMPTY_PASSPHRASE);
  g_assert_null (reknit_secret_new_from_passphrase ("a\xff", &invalid));
  g_assert_error (invalid, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_INVALID_TEXT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/passphrase/judged", test_judged);
  g_test_add_func ("/vault/passphrase/longer-than-it-looks-at", test_longer_than_it_looks_at);
  g_test_add_func ("/vault/passphrase/sentences", test_sentences);
  g_test_add_func ("/vault/passphrase/composed-as-unicode-says", test_composed_as_unicode_says);
  g_test_add_func ("/vault/passphrase/not-a-passphrase", test_not_a_passphrase);
  return g_test_run ();
}
