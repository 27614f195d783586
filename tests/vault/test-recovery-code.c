#include "reknit-recovery-code-private.h"

#include <string.h>

#include "vault-fixture.h"

#define ALPHABET "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

static ReknitSecret *
read_or_null (const char *typed)
{
  g_autoptr (GError) error = NULL;
  ReknitSecret *code = reknit_recovery_code_read (typed, &error);

  if (code == NULL)
    g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_MISTYPED_CODE);
  else
    g_assert_no_error (error);
  return code;
}

static gboolean
is_read (const char *typed)
{
  g_autoptr (ReknitSecret) code = read_or_null (typed);

  return code != NULL;
}

static void
test_printed_form (void)
{
  for (int i = 0; i < 500; i++)
    {
      g_autoptr (ReknitSecret) code = reknit_secret_new_random (REKNIT_RECOVERY_CODE_SIZE, NULL);
      g_autofree char *printed = reknit_recovery_code_print (code);
      g_autoptr (ReknitSecret) read = read_or_null (printed);

      g_assert_true (g_regex_match_simple ("^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$", printed, 0, 0));
      g_assert_nonnull (read);
      g_assert_cmpmem (read->data, read->size, code->data, code->size);
    }
}

static void
test_every_letter_counts (void)
{
  for (gsize i = 0; i < strlen (FIXED_CODE); i++)
    for (const char *letter = ALPHABET; *letter != '\0'; letter++)
      {
        g_autofree char *typed = g_strdup (FIXED_CODE);

        if (typed[i] == '-')
          continue;
        typed[i] = *letter;
        g_assert_cmpint (is_read (typed), ==, strcmp (typed, FIXED_CODE) == 0);
      }
}

static void
test_swapped_letters (void)
{
  for (gsize i = 0; i + 1 < strlen (FIXED_CODE); i++)
    {
      g_autofree char *typed = g_strdup (FIXED_CODE);

      typed[i] = FIXED_CODE[i + 1];
      typed[i + 1] = FIXED_CODE[i];
      if (typed[i] != '-' && typed[i + 1] != '-' && typed[i] != typed[i + 1])
        g_assert_false (is_read (typed));
    }
}

static void
test_as_people_type (void)
{
  g_assert_true (is_read ("0ngbp-5khsg-kr5q9-rjfq4-k97zb-8cth5"));
  g_assert_true (is_read ("ONGBP5KHSGKR5Q9RJFQ4K97ZB8CTH5"));
  g_assert_true (is_read ("  oNGBP 5KHSG\tKR5Q9\nRJFQ4\u00a0K97ZB\u20138CTH5 "));
  g_assert_true (is_read ("0NGBP\u20115KHSG\u2011KR5Q9\u2011RJFQ4\u2011K97ZB\u20118CTH5\u200b"));

  g_assert_false (is_read (""));
  g_assert_false (is_read ("------"));
  g_assert_false (is_read ("0NGBP-5KHSG-KR5Q9-RJFQ4-K97ZB-8CTH"));
  g_assert_false (is_read ("0NGBP-5KHSG-KR5Q9-RJFQ4-K97ZB-8CTH55"));
  g_assert_false (is_read ("0NGBP-5KHSG-KR5Q9-RJFQ4-K97ZB-8CTH5-0NGBP-5KHSG-KR5Q9-RJFQ4-K97ZB-8CTH5"));
  g_assert_false (is_read ("0NGBP-5KHSG-KR5Q9-RJFQ4-K97ZB-8CTHÖ"));
  g_assert_false (is_read ("0NGBP-5KHSG-KR5Q9-RJFQ4-K97ZB-8CTHU"));
  g_assert_false (is_read ("0NGBP-5KHSG-KR5Q9-RJFQ4-K97ZB-8CT\xff"));
}

static void
test_look_alikes (void)
{
  g_autoptr (ReknitSecret) code = reknit_secret_new (REKNIT_RECOVERY_CODE_SIZE, NULL);
  g_autofree char *printed = NULL;
  g_autofree char *typed = NULL;

  /* A code with both zeros and ones among its letters. */
  memset (code->data, 0x08, code->size);
  printed = reknit_recovery_code_print (code);
  g_assert_nonnull (strchr (printed, '1'));
  g_assert_nonnull (strchr (printed, '0'));
  for (const char *one = "ILil"; *one != '\0'; one++)
    {
      g_free (typed);
      typed = g_strdelimit (g_strdelimit (g_strdup (printed), "1", *one), "0", 'o');
      g_assert_true (is_read (typed));
    }
}

static void
test_mistyped_and_wrong_are_told_apart (void)
{
  g_autoptr (ReknitVault) vault = vault_fixture_new ();
  g_autoptr (ReknitKeyWraps) wraps = NULL;
  g_autoptr (GError) mistyped = NULL;
  g_autoptr (GError) wrong = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  wraps = vault_fixture_create (vault, ADA, "lamp river cotton", &code, &error);
  g_assert_no_error (error);
  reknit_vault_lock (vault, ADA);

  g_assert_false (vault_fixture_recover (vault, ADA, FIXED_CODE, &wrong));
  g_assert_error (wrong, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_WRONG_CODE);
  code[0] = code[0] == 'X' ? 'Y' : 'X';
  g_assert_false (vault_fixture_recover (vault, ADA, code, &mistyped));
  g_assert_error (mistyped, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_MISTYPED_CODE);
  g_assert_false (reknit_vault_is_open (vault, ADA));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/recovery-code/printed-form", test_printed_form);
  g_test_add_func ("/vault/recovery-code/every-letter-counts", test_every_letter_counts);
  g_test_add_func ("/vault/recovery-code/swapped-letters", test_swapped_letters);
  g_test_add_func ("/vault/recovery-code/as-people-type", test_as_people_type);
  g_test_add_func ("/vault/recovery-code/look-alikes", test_look_alikes);
  g_test_add_func ("/vault/recovery-code/mistyped-and-wrong", test_mistyped_and_wrong_are_told_apart);
  return g_test_run ();
}
