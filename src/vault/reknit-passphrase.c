#include "reknit-passphrase.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

/*
 * The estimate is simple, and says so little that it can be honest: each letter that can't be foretold from
 * those before it adds a few bits. What people choose first is in a short list of our own. It knows nothing of the couple: that a birthday or a pet's
 * name is a bad passphrase, the sentences have to say.
 */
#define SHORT_LENGTH 8
#define FAIR_BITS 36.0
#define STRONG_BITS 56.0
#define MAX_FORETOLD_BITS 12.0
#define USUAL_CHANGES 3
#define FIRST_IDEOGRAPH 0x2e80
#define MAX_LETTERS 256

/* Small letters; digits that stand for letters and what is hung on the end are taken off before looking. */
static const char *const common[] = {
  "password", "passwort", "passphrase", "motdepasse", "contrasena", "kennwort", "geheim", "secret", "letmein",
  "welcome", "willkommen", "hello", "hallo", "admin", "administrator", "login", "master", "access", "default",
  "changeme", "trustno", "iloveyou", "ichliebedich", "loveyou", "jetaime", "teamo", "lovers", "forever",
  "together", "sweetheart", "darling", "honey", "schatz", "schatzi", "princess", "prinzessin", "sunshine",
  "dragon", "monkey", "football", "fussball", "baseball", "basketball", "superman", "batman", "starwars",
  "pokemon", "michael", "jessica", "jennifer", "charlie", "computer", "internet", "whatever", "freedom",
  "summer", "sommer", "winter", "spring", "autumn", "reknit", "relationship", "marriage", "wedding", "family",
  "familie", "correct horse battery staple", "correcthorsebatterystaple",
};

static const char *const rows[] = {
  "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
};

typedef struct
{
  gunichar letters[MAX_LETTERS];
  guint count;
  guint changes;
  char plain[MAX_LETTERS + 1];
} Look;

G_DEFINE_ENUM_TYPE (ReknitPassphraseStrength, reknit_passphrase_strength,
                    G_DEFINE_ENUM_VALUE (REKNIT_PASSPHRASE_EMPTY, "empty"),
                    G_DEFINE_ENUM_VALUE (REKNIT_PASSPHRASE_SHORT, "short"),
                    G_DEFINE_ENUM_VALUE (REKNIT_PASSPHRASE_GUESSABLE, "guessable"),
                    G_DEFINE_ENUM_VALUE (REKNIT_PASSPHRASE_FAIR, "fair"),
                    G_DEFINE_ENUM_VALUE (REKNIT_PASSPHRASE_STRONG, "strong"))

typedef enum
{
  CAPITAL,
  SMALL,
  DIGIT,
  SIGN,
} Class;

static Class
classify (gunichar letter)
{
  if (g_unichar_isdigit (letter))
    return DIGIT;
  if (g_unichar_isalpha (letter))
    return g_unichar_isupper (letter) ? CAPITAL : SMALL;
  return SIGN;
}

static void
look_at (Look       *look,
         const char *passphrase)
{
  gunichar before = ' ';

  for (const char *p = passphrase; *p != '\0' && look->count < MAX_LETTERS; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (before != ' ' && letter != ' ' && classify (before) != classify (letter))
        look->changes++;
      look->letters[look->count++] = g_unichar_tolower (letter);
      before = letter;
    }
}

/* What a digit or sign stands for when somebody dresses up a word. */
static char
undress (gunichar letter)
{
  static const char dressed[] = "013457@$!";
  static const char bare[] = "oieastasi";
  const char *at;

  if (letter > 127)
    return '?';
  at = strchr (dressed, (int) letter);
  return at != NULL ? bare[at - dressed] : (char) letter;
}

static gboolean
is_common (Look *look)
{
  guint start = 0;
  guint end = look->count;

  while (end > 0 && !g_unichar_isalpha (look->letters[end - 1]))
    end--;
  while (start < end && !g_unichar_isalnum (look->letters[start]) && look->letters[start] != '@')
    start++;
  for (guint i = start; i < end; i++)
    look->plain[i - start] = undress (look->letters[i]);
  look->plain[end - start] = '\0';

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (strcmp (look->plain, common[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
are_neighbours (gunichar before,
                gunichar after)
{
  if (before > 127 || after > 127 || before == 0 || after == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *at = strchr (rows[i], (int) before);

      if (at != NULL && (at[1] == (char) after || (at > rows[i] && at[-1] == (char) after)))
        return TRUE;
    }
  return FALSE;
}

/* Whether the three letters that end at @i have stood together before. */
static gboolean
repeats (const Look *look,
         guint       i)
{
  if (i < 3)
    return FALSE;
  for (guint j = 2; j < i; j++)
    if (memcmp (look->letters + j - 2, look->letters + i - 2, 3 * sizeof (gunichar)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
can_be_foretold (const Look *look,
                 guint       i)
{
  const gunichar *at = look->letters + i;

  if (i >= 1 && at[0] == at[-1])
    return TRUE;
  if (i >= 2 && (at[0] - at[-1] == at[-1] - at[-2]) && (at[0] - at[-1] == 1 || at[-1] - at[0] == 1))
    return TRUE;
  if (i >= 2 && are_neighbours (at[-2], at[-1]) && are_neighbours (at[-1], at[0]))
    return TRUE;
  return repeats (look, i);
}

/* Letters are taken for parts of words, of which the later ones tell ever less. Capitals, digits and signs
 * that change places again and again are what no word has: they speak for chance. */
static double
estimate_bits (const Look *look)
{
  double bits = look->changes > USUAL_CHANGES ? 3.0 * (look->changes - USUAL_CHANGES) : 0;
  double foretold = 0;
  guint run = 0;

  for (guint i = 0; i < look->count; i++)
    {
      gunichar letter = look->letters[i];

      run = g_unichar_isalpha (letter) ? run + 1 : 0;
      if (can_be_foretold (look, i))
        foretold += 0.5;
      else if (letter == ' ')
        bits += 0.5;
      else if (letter > FIRST_IDEOGRAPH)
        bits += 6.0;
      else if (g_unichar_isalpha (letter))
        bits += run > 6 ? 2.0 : 3.0;
      else
        bits += g_unichar_isdigit (letter) ? 3.0 : 4.0;
    }
  return bits + MIN (foretold, MAX_FORETOLD_BITS);
}

/**
 * reknit_passphrase_judge:
 * @passphrase: what was typed so far, UTF-8
 *
 * Judges how hard a passphrase is to guess by somebody who knows what people choose but not these people.
 * Letters are taken for parts of words. Only %REKNIT_PASSPHRASE_EMPTY should keep anybody from going on.
 *
 * Returns: the estimate
 */
ReknitPassphraseStrength
reknit_passphrase_judge (const char *passphrase)
{
  Look look = { .count = 0 };
  ReknitPassphraseStrength strength;
  double bits;

  g_return_val_if_fail (passphrase != NULL, REKNIT_PASSPHRASE_EMPTY);

  if (*passphrase == '\0')
    return REKNIT_PASSPHRASE_EMPTY;
  if (!g_utf8_validate (passphrase, -1, NULL))
    return REKNIT_PASSPHRASE_SHORT;

  look_at (&look, passphrase);
  bits = estimate_bits (&look);
  if (look.count < SHORT_LENGTH && bits < FAIR_BITS)
    strength = REKNIT_PASSPHRASE_SHORT;
  else if (is_common (&look) || bits < FAIR_BITS)
    strength = REKNIT_PASSPHRASE_GUESSABLE;
  else
    strength = bits < STRONG_BITS ? REKNIT_PASSPHRASE_FAIR : REKNIT_PASSPHRASE_STRONG;
  sodium_memzero (&look, sizeof look);
  return strength;
}

/**
 * reknit_passphrase_strength_get_sentence:
 * @strength: what [func@passphrase_judge] said
 *
 * Returns: (transfer none): a translated sentence for the person who chooses the passphrase
 */
const char *
reknit_passphrase_strength_get_sentence (ReknitPassphraseStrength strength)
{
  switch (strength)
    {
    case REKNIT_PASSPHRASE_EMPTY:
      return _("Choose a passphrase that only you know.");
    case REKNIT_PASSPHRASE_SHORT:
      return _("Short: easy to find by trying. Several words together are better.");
    case REKNIT_PASSPHRASE_GUESSABLE:
      return _("Easy to guess. Try several words that don’t belong together.");
    case REKNIT_PASSPHRASE_FAIR:
      return _("Fair: hard to guess for a person. One more word makes it strong.");
    case REKNIT_PASSPHRASE_STRONG:
      return _("Strong, as long as nobody can work it out from knowing you.");
    default:
      g_return_val_if_reached ("");
    }
}
