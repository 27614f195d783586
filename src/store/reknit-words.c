#include "reknit-words.h"

#include <string.h>

/* Words as a search sees them: runs of letters and digits, without case and diacritics, as SQLite's tokenizer
 * unicode61 folds them too. */

static gunichar
fold (gunichar character)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  g_unichar_fully_decompose (character, FALSE, parts, G_N_ELEMENTS (parts));
  return g_unichar_tolower (parts[0]);
}

static gboolean
in_word (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

/* Reads the next word of @text, folded, and moves @text behind it. Returns: where it begins; %NULL at the end */
static const char *
next_word (const char **text,
           GString     *word)
{
  const char *start;

  g_string_truncate (word, 0);
  while (**text != '\0' && !g_unichar_isalnum (g_utf8_get_char (*text)))
    *text = g_utf8_next_char (*text);
  if (**text == '\0')
    return NULL;
  for (start = *text; in_word (g_utf8_get_char (*text)); *text = g_utf8_next_char (*text))
    if (!g_unichar_ismark (g_utf8_get_char (*text)))
      g_string_append_unichar (word, fold (g_utf8_get_char (*text)));
  return start;
}

/* Returns: (transfer full): the words of @text, folded */
char **
reknit_words_split (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) word = g_string_new (NULL);
  GPtrArray *words = g_ptr_array_new ();
  const char *rest = valid;

  while (next_word (&rest, word) != NULL)
    g_ptr_array_add (words, g_strdup (word->str));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

/* Returns: where a word of @text begins with @prefix; %NULL when none does */
static const char *
find_prefix (const char *text,
             const char *prefix)
{
  g_autoptr (GString) word = g_string_new (NULL);
  const char *start;

  while ((start = next_word (&text, word)) != NULL)
    if (g_str_has_prefix (word->str, prefix))
      return start;
  return NULL;
}

/* Returns: whether each of @words is the beginning of a word in @text */
gboolean
reknit_words_match (char       **words,
                    const char  *text)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (find_prefix (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full): a query of FTS5 for the beginnings of all @words. Being runs of letters and digits,
 * they can't leave their quotes. */
char *
reknit_words_to_match (char **words)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (match, "%s\"%s\" *", i > 0 ? " " : "", words[i]);
  return g_string_free (match, FALSE);
}

/* Returns: (transfer full): the lines of @text on one line, set apart */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n\r", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strdelimit (lines[i], "\t", ' ');
      g_strstrip (lines[i]);
      if (*lines[i] != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? " · " : "", lines[i]);
    }
  return g_string_free (joined, FALSE);
}

/* Returns: (transfer full): about @characters of @text around the first of @words, on one line */
char *
reknit_words_excerpt (const char  *text,
                      char       **words,
                      guint        characters)
{
  const char *found = words[0] != NULL ? find_prefix (text, words[0]) : NULL;
  const char *start = text, *end;
  glong offset = found != NULL ? g_utf8_pointer_to_offset (text, found) : 0;
  glong length = g_utf8_strlen (text, -1);
  glong from = MAX (0, offset - (glong) characters / 3);
  glong to = MIN (length, from + (glong) characters);
  g_autofree char *part = NULL;
  g_autofree char *line = NULL;

  start = g_utf8_offset_to_pointer (text, from);
  /* From the beginning of a word, unless there is none. */
  while (from > 0 && start < found && in_word (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_next_char (start);
  end = g_utf8_offset_to_pointer (text, to);
  part = g_strndup (start, (gsize) (end - start));
  line = join_lines (part);
  return g_strconcat (from > 0 ? "…" : "", line, to < length ? "…" : "", NULL);
}
