#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "reknit-harden.h"
#include "vault-fixture.h"

/* These tests look for secrets through all of this process's writable memory. What they look for stands in
 * read-only memory, and what they read into is left out. */
#define WINDOW (1 << 20)
#define MAX_NEEDLE 64

#if defined(__SANITIZE_ADDRESS__)
#define MEMORY_IS_OURS FALSE
#else
#define MEMORY_IS_OURS TRUE
#endif

/* The fixed vault's key and the random bytes of its recovery code. */
static const guint8 fixed_key[32] = {
  0x0b, 0x30, 0x55, 0x7a, 0x9f, 0xc4, 0xe9, 0x0e, 0x33, 0x58, 0x7d, 0xa2, 0xc7, 0xec, 0x11, 0x36,
  0x5b, 0x80, 0xa5, 0xca, 0xef, 0x14, 0x39, 0x5e, 0x83, 0xa8, 0xcd, 0xf2, 0x17, 0x3c, 0x61, 0x86,
};
static const guint8 fixed_code[16] = {
  0x05, 0x60, 0xbb, 0x16, 0x71, 0xcc, 0x27, 0x82, 0xdd, 0x38, 0x93, 0xee, 0x49, 0xa4, 0xff, 0x5a,
};
static const char passphrase_part[] = "ber dem Flu";
static const gunichar passphrase_letters[] = { 'b', 'e', 'r', ' ', 'd', 'e', 'm' };

static guint8 *window;

static guint
count_in_range (int           memory,
                guint64       start,
                guint64       end,
                gconstpointer needle,
                gsize         size)
{
  guint found = 0;

  while (start < end)
    {
      gsize length = MIN (end - start, WINDOW);
      gssize got = pread (memory, window, length, (off_t) start);

      for (gssize i = 0; i + (gssize) size <= got; i++)
        found += window[i] == *(const guint8 *) needle && memcmp (window + i, needle, size) == 0;
      if (length < WINDOW || got <= 0)
        break;
      start += WINDOW - (size - 1);
    }
  return found;
}

static guint
count_in_memory (gconstpointer needle,
                 gsize         size)
{
  g_autofree char *maps = NULL;
  g_auto (GStrv) lines = NULL;
  int memory = open ("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  guint64 hole = (guint64) (gsize) window;
  guint found = 0;

  g_assert_cmpint (memory, >=, 0);
  g_assert_cmpuint (size, <=, MAX_NEEDLE);
  g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
  lines = g_strsplit (maps, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint64 start, end;
      char mode[5];

      if (sscanf (lines[i], "%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x %4s", &start, &end, mode) != 3
          || mode[0] != 'r' || mode[1] != 'w')
        continue;
      if (start <= hole && hole < end)
        {
          found += count_in_range (memory, start, hole, needle, size);
          start = hole + WINDOW;
        }
      found += count_in_range (memory, start, end, needle, size);
    }
  memset (window, 0, WINDOW);
  close (memory);
  return found;
}

#define COUNT(needle) count_in_memory (needle, sizeof needle)
#define COUNT_TEXT(needle) count_in_memory (needle, sizeof needle - 1)

static gboolean
skip_under_sanitizer (void)
{
  if (MEMORY_IS_OURS)
    return FALSE;
  g_test_skip ("AddressSanitizer keeps freed memory, and needs much of its own");
  return TRUE;
}

static ReknitVault *
new_fixed_vault (void)
{
  g_autoptr (ReknitKeyWraps) wraps = vault_fixture_fixed_wraps ();
  ReknitVault *vault = vault_fixture_new ();

  reknit_vault_add_wraps (vault, FIXED_OWNER, wraps);
  return vault;
}

static void
test_search_finds (void)
{
  g_autofree guint8 *copy = NULL;

  if (skip_under_sanitizer ())
    return;
  g_assert_cmpuint (COUNT (fixed_key), ==, 0);
  copy = g_memdup2 (fixed_key, sizeof fixed_key);
  g_assert_cmpuint (COUNT (fixed_key), ==, 1);
  memset (copy, 0, sizeof fixed_key);
  g_assert_cmpuint (COUNT (fixed_key), ==, 0);
}

static void
test_key_leaves_with_the_lock (void)
{
  g_autoptr (ReknitVault) vault = new_fixed_vault ();
  g_autoptr (GBytes) sealed = NULL;
  g_autofree char *text = NULL;

  if (skip_under_sanitizer ())
    return;
  g_assert_true (vault_fixture_unlock (vault, FIXED_OWNER, FIXED_PASSPHRASE, NULL));
  sealed = vault_fixture_seal (vault, FIXED_OWNER, "text");
  text = vault_fixture_open (vault, FIXED_OWNER, sealed, NULL);
  g_assert_cmpstr (text, ==, "text");
  g_assert_cmpuint (COUNT (fixed_key), ==, 1);
  reknit_vault_lock (vault, FIXED_OWNER);
  g_assert_cmpuint (COUNT (fixed_key), ==, 0);
}

static void
test_key_leaves_with_the_vault (void)
{
  ReknitVault *vault = new_fixed_vault ();

  if (!skip_under_sanitizer ())
    {
      g_assert_true (vault_fixture_recover (vault, FIXED_OWNER, FIXED_CODE, NULL));
      g_assert_cmpuint (COUNT (fixed_key), ==, 1);
    }
  g_assert_finalize_object (vault);
  if (MEMORY_IS_OURS)
    g_assert_cmpuint (COUNT (fixed_key), ==, 0);
}

/* The thread may still be about to let go of the task when its result has come. */
static void
assert_soon_gone (gconstpointer needle,
                  gsize         size)
{
  for (int i = 0; i < 50 && count_in_memory (needle, size) > 0; i++)
    g_usleep (20000);
  g_assert_cmpuint (count_in_memory (needle, size), ==, 0);
}

static void
test_passphrase_is_wiped (void)
{
  g_autoptr (ReknitVault) vault = new_fixed_vault ();
  g_autoptr (GAsyncResult) unlock = NULL;

  if (skip_under_sanitizer ())
    return;
  reknit_vault_unlock_async (vault, FIXED_OWNER, FIXED_PASSPHRASE, NULL, vault_fixture_keep, &unlock);
  g_assert_true (reknit_vault_unlock_finish (vault, vault_fixture_wait (&unlock), NULL));
  g_clear_object (&unlock);
  assert_soon_gone (passphrase_part, sizeof passphrase_part - 1);
  assert_soon_gone (passphrase_letters, sizeof passphrase_letters);
}

static void
test_passphrase_is_wiped_when_cancelled (void)
{
  g_autoptr (ReknitVault) vault = new_fixed_vault ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) unlock = NULL;

  if (skip_under_sanitizer ())
    return;
  reknit_vault_unlock_async (vault, FIXED_OWNER, FIXED_PASSPHRASE, cancellable, vault_fixture_keep, &unlock);
  g_cancellable_cancel (cancellable);
  g_assert_false (reknit_vault_unlock_finish (vault, vault_fixture_wait (&unlock), NULL));
  g_clear_object (&unlock);
  assert_soon_gone (passphrase_part, sizeof passphrase_part - 1);
  assert_soon_gone (fixed_key, sizeof fixed_key);
}

static void
test_code_is_wiped (void)
{
  g_autoptr (ReknitVault) vault = new_fixed_vault ();

  if (skip_under_sanitizer ())
    return;
  g_assert_true (vault_fixture_recover (vault, FIXED_OWNER, FIXED_CODE, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_soon_gone (fixed_code, sizeof fixed_code);
}

/* A long text with the needle at its end: what is freed is soon written over from its beginning. */
static GBytes *
seal_long_text (ReknitVault *vault,
                const char  *end)
{
  static char text[100000];
  GBytes *sealed;

  memset (text, 'x', sizeof text);
  memcpy (text + sizeof text - strlen (end) - 1, end, strlen (end) + 1);
  sealed = vault_fixture_seal (vault, FIXED_OWNER, text);
  memset (text, 0, sizeof text);
  return sealed;
}

static void
test_text_leaves_no_copy (void)
{
  static const char end[] = "what was written at night";
  g_autoptr (ReknitVault) vault = new_fixed_vault ();
  g_autoptr (GBytes) sealed = NULL;
  char *text;

  if (skip_under_sanitizer ())
    return;
  g_assert_true (vault_fixture_unlock (vault, FIXED_OWNER, FIXED_PASSPHRASE, NULL));
  sealed = seal_long_text (vault, end);
  g_assert_cmpuint (COUNT_TEXT (end), ==, 0);
  text = vault_fixture_open (vault, FIXED_OWNER, sealed, NULL);
  g_assert_cmpuint (COUNT_TEXT (end), ==, 1);
  reknit_secret_string_free (text);
  g_assert_cmpuint (COUNT_TEXT (end), ==, 0);
}

static void
test_hardened (void)
{
  struct rlimit limit;

  if (g_test_subprocess ())
    {
      g_assert_true (reknit_vault_harden_process ());
      g_assert_cmpint (prctl (PR_GET_DUMPABLE, 0, 0, 0, 0), ==, 0);
      g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
      g_assert_cmpuint (limit.rlim_cur, ==, 0);
      g_assert_cmpuint (limit.rlim_max, ==, 0);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

static void
test_too_little_memory (void)
{
  const struct rlimit limit = { 100 << 20, 100 << 20 };
  g_autoptr (ReknitVault) vault = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  if (skip_under_sanitizer ())
    return;
  if (g_test_subprocess ())
    {
      vault = reknit_vault_new ();
      g_assert_cmpint (setrlimit (RLIMIT_AS, &limit), ==, 0);
      g_assert_null (vault_fixture_create (vault, FIXED_OWNER, FIXED_PASSPHRASE, &code, &error));
      g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_NO_MEMORY);
      g_assert_false (reknit_vault_has_key (vault, FIXED_OWNER));
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  window = mmap (NULL, WINDOW, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  g_assert_true (window != MAP_FAILED);
  g_test_add_func ("/vault/memory/search-finds", test_search_finds);
  g_test_add_func ("/vault/memory/key-leaves-with-the-lock", test_key_leaves_with_the_lock);
  g_test_add_func ("/vault/memory/key-leaves-with-the-vault", test_key_leaves_with_the_vault);
  g_test_add_func ("/vault/memory/passphrase-is-wiped", test_passphrase_is_wiped);
  g_test_add_func ("/vault/memory/passphrase-is-wiped-when-cancelled", test_passphrase_is_wiped_when_cancelled);
  g_test_add_func ("/vault/memory/code-is-wiped", test_code_is_wiped);
  g_test_add_func ("/vault/memory/text-leaves-no-copy", test_text_leaves_no_copy);
  g_test_add_func ("/vault/memory/too-little-memory", test_too_little_memory);
  g_test_add_func ("/vault/memory/hardened", test_hardened);
  return g_test_run ();
}
