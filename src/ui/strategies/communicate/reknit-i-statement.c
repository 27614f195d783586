#include "reknit-i-statement.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "reknit-content.h"
#include "reknit-feeling-picks.h"

/* Each is a whole sentence, so that a language can put its words in order. */
static char *
say (const char *feelings,
     const char *situation,
     const char *reason)
{
  if (situation != NULL && reason != NULL)
    /* Translators: “I feel very hurt and lonely when you look at your phone, because I want to tell you of my day” */
    return g_strdup_printf (C_("I-statement", "I feel %1$s when %2$s, because %3$s"), feelings, situation, reason);
  if (situation != NULL)
    return g_strdup_printf (C_("I-statement", "I feel %1$s when %2$s"), feelings, situation);
  if (reason != NULL)
    return g_strdup_printf (C_("I-statement", "I feel %1$s because %2$s"), feelings, reason);

  return g_strdup_printf (C_("I-statement", "I feel %s"), feelings);
}

static gboolean
skip_word (const char **text,
           const char  *word)
{
  g_autofree char *folded_word = g_utf8_casefold (word, -1);
  g_autofree char *head = NULL;
  g_autofree char *folded_head = NULL;
  glong length = g_utf8_strlen (word, -1);
  const char *rest;

  if (g_utf8_strlen (*text, -1) <= length)
    return FALSE;

  head = g_utf8_substring (*text, 0, length);
  folded_head = g_utf8_casefold (head, -1);
  rest = *text + strlen (head);
  if (!g_str_equal (folded_head, folded_word) || !g_unichar_isspace (g_utf8_get_char (rest)))
    return FALSE;

  while (g_unichar_isspace (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);
  *text = rest;
  return TRUE;
}

/* The first word in small letters, where it is one that carries a capital only at the beginning of a sentence. */
static char *
begin_small (const char *text)
{
  /* Translators: frequent words with which a person begins a clause, in small letters, without names and without
     words that keep their capital. They lose it in the middle of the sentence. */
  g_auto (GStrv) words = g_strsplit (C_("I-statement", "you we the a an it my our your this that these those there "
                                        "they he she when if nobody everything nothing"), " ", -1);
  const char *end = text;
  g_autofree char *first = NULL;
  g_autofree char *small = NULL;

  while (*end != '\0' && g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  first = g_strndup (text, (gsize) (end - text));
  small = g_utf8_strdown (first, -1);

  return g_strv_contains ((const char *const *) words, small) ? g_strconcat (small, end, NULL) : g_strdup (text);
}

/* A part as it stands in the middle of a sentence: one line, without the stops and joining words that the sentence
 * brings itself. NULL where nothing is left. */
static char *
tidy (const char *text,
      const char *joint)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const char *rest;

  for (const char *c = text != NULL ? text : ""; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (!g_unichar_isspace (letter))
        g_string_append_unichar (line, letter);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  while (line->len > 0 && strchr (" .,;:", line->str[line->len - 1]) != NULL)
    g_string_truncate (line, line->len - 1);
  if (g_str_has_suffix (line->str, "…"))
    g_string_truncate (line, line->len - strlen ("…"));
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);

  rest = line->str;
  skip_word (&rest, joint);
  return *rest != '\0' ? begin_small (rest) : NULL;
}

static char *
stop (const char *sentence)
{
  if (g_str_has_suffix (sentence, "?") || g_str_has_suffix (sentence, "!"))
    return g_strdup (sentence);

  /* Translators: a sentence with its full stop */
  return g_strdup_printf (C_("I-statement", "%s."), sentence);
}

static char *
word_feeling (const ReknitFeelingPick *pick)
{
  static const char *const formats[] = {
    /* Translators: how strongly a feeling is felt; %s is the feeling: “a touch hurt” */
    NC_("feeling", "a touch %s"),
    NC_("feeling", "a little %s"),
    NC_("feeling", "%s"),
    NC_("feeling", "very %s"),
    NC_("feeling", "extremely %s"),
  };
  const char *title = reknit_i_statement_name_feeling (pick->feeling);

  if (title == NULL)
    return NULL;
  return g_strdup_printf (g_dpgettext2 (GETTEXT_PACKAGE, "feeling", formats[pick->strength - 1]), title);
}

/**
 * reknit_i_statement_name_feeling:
 * @feeling: the id of a feeling in the content
 *
 * Returns: (transfer none) (nullable): its word; %NULL where the content knows none
 */
const char *
reknit_i_statement_name_feeling (const char *feeling)
{
  ReknitFeeling *found = reknit_content_find_feeling (reknit_content_get_default (), feeling);

  return found != NULL ? reknit_feeling_get_title (found) : NULL;
}

/**
 * reknit_i_statement_word_strength:
 * @strength: 1 to 5
 *
 * Returns: (transfer none): how strong that is, in words
 */
const char *
reknit_i_statement_word_strength (int strength)
{
  static const char *const words[] = {
    NC_("strength of a feeling", "a touch"),
    NC_("strength of a feeling", "a little"),
    NC_("strength of a feeling", "clearly"),
    NC_("strength of a feeling", "very much"),
    NC_("strength of a feeling", "extremely"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "strength of a feeling", words[CLAMP (strength, 1, 5) - 1]);
}

/**
 * reknit_i_statement_list_feelings:
 * @picks: (nullable): picks as a row keeps them
 *
 * Returns: (transfer full) (nullable): the feelings in words, with their strengths: “very hurt, tired and a little
 *   lonely”; %NULL where there are none
 */
char *
reknit_i_statement_list_feelings (const char *picks)
{
  g_autoptr (GPtrArray) parsed = reknit_feeling_picks_parse (picks);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  char *list;

  for (guint i = 0; i < parsed->len; i++)
    {
      char *word = word_feeling (g_ptr_array_index (parsed, i));

      if (word != NULL)
        g_ptr_array_add (words, word);
    }
  if (words->len == 0)
    return NULL;

  list = g_strdup (g_ptr_array_index (words, 0));
  for (guint i = 1; i < words->len; i++)
    {
      const char *format = i + 1 < words->len
        /* Translators: joins the feelings of a list, all but the last: “hurt, tired” */
        ? C_("list of feelings", "%1$s, %2$s")
        /* Translators: joins the last feeling to a list: “hurt, tired and lonely” */
        : C_("list of feelings", "%1$s and %2$s");
      g_autofree char *so_far = list;

      list = g_strdup_printf (format, so_far, (const char *) g_ptr_array_index (words, i));
    }
  return list;
}

/**
 * reknit_i_statement_compose:
 * @picks: (nullable): the feelings, as a row keeps them
 * @situation: (nullable): when it is felt
 * @reason: (nullable): why
 * @wish: (nullable): what would help
 *
 * Puts what a person felt into sentences that speak of themselves. What is not there yet is left out; while there is
 * no feeling, three dots keep its place.
 *
 * Returns: (transfer full): one sentence, or two; "" while nothing at all is there
 */
char *
reknit_i_statement_compose (const char *picks,
                            const char *situation,
                            const char *reason,
                            const char *wish)
{
  g_autofree char *feelings = reknit_i_statement_list_feelings (picks);
  /* Translators: the words that join the parts of the sentence; typed once more by a person, they are left out. */
  g_autofree char *when = tidy (situation, C_("I-statement", "when"));
  g_autofree char *because = tidy (reason, C_("I-statement", "because"));
  g_autofree char *would_like = tidy (wish, C_("I-statement", "I would like"));
  g_autofree char *said = NULL;
  g_autofree char *wished = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (feelings != NULL || when != NULL || because != NULL)
    {
      said = say (feelings != NULL ? feelings : "…", when, because);
      first = stop (said);
    }
  if (would_like != NULL)
    {
      wished = g_strdup_printf (C_("I-statement", "I would like %s"), would_like);
      second = stop (wished);
    }

  if (first != NULL && second != NULL)
    /* Translators: two sentences, one after the other */
    return g_strdup_printf (C_("I-statement", "%1$s %2$s"), first, second);
  return g_strdup (first != NULL ? first : second != NULL ? second : "");
}
