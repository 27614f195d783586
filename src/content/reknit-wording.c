#include "reknit-wording.h"

#include <string.h>

#include "reknit-content-node.h"
#include "reknit-wording-rule.h"

/* A quotation longer than this is more likely a forgotten quotation mark. */
#define LONGEST_QUOTATION 400

/**
 * ReknitWording:
 *
 * Points at words that may be hard to hear, says why, and offers a softer beginning. It only ever points:
 * what people write is theirs.
 *
 * Its patterns are content, one file for each language. A text is read clause by clause: “I love you, but you
 * never listen” is two. Quotations are passed over, for they tell what somebody said. So is a clause that tells
 * of force, fear or control: who writes that needs no lesson in tone.
 */
struct _ReknitWording
{
  GObject    parent_instance;
  char      *language;
  GPtrArray *rules;
  GRegex    *boundary;
  GRegex    *unless;
};

typedef struct
{
  const ReknitWordingRule *rule;
  int                      start;
  int                      end;
} Find;

G_DEFINE_ENUM_TYPE (ReknitWordingKind, reknit_wording_kind,
                    G_DEFINE_ENUM_VALUE (REKNIT_WORDING_ALWAYS_NEVER, "always-never"),
                    G_DEFINE_ENUM_VALUE (REKNIT_WORDING_BLAME, "blame"),
                    G_DEFINE_ENUM_VALUE (REKNIT_WORDING_NAME_CALLING, "name-calling"),
                    G_DEFINE_ENUM_VALUE (REKNIT_WORDING_MIND_READING, "mind-reading"),
                    G_DEFINE_ENUM_VALUE (REKNIT_WORDING_LABEL, "label"),
                    G_DEFINE_ENUM_VALUE (REKNIT_WORDING_THREAT, "threat"),
                    G_DEFINE_ENUM_VALUE (REKNIT_WORDING_COMMAND, "command"))

G_DEFINE_FINAL_TYPE (ReknitWording, reknit_wording, G_TYPE_OBJECT)

static void
reknit_wording_finalize (GObject *object)
{
  ReknitWording *self = REKNIT_WORDING (object);

  g_free (self->language);
  g_ptr_array_unref (self->rules);
  g_clear_pointer (&self->boundary, g_regex_unref);
  g_clear_pointer (&self->unless, g_regex_unref);

  G_OBJECT_CLASS (reknit_wording_parent_class)->finalize (object);
}

static void
reknit_wording_class_init (ReknitWordingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reknit_wording_finalize;
}

static void
reknit_wording_init (ReknitWording *self)
{
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) reknit_wording_rule_free);
}

static gboolean
reknit_wording_read (ReknitWording *self,
                     const char    *language)
{
  g_autofree char *file = g_strdup_printf ("wording/%s.xml", language);
  g_autoptr (ReknitContentNode) root = NULL;

  if (!reknit_content_node_exists (file))
    return FALSE;

  root = reknit_content_node_load (file);
  self->language = g_strdup (language);
  self->boundary = reknit_wording_rule_compile (root, "boundary", "%s");
  self->unless = reknit_wording_rule_compile (root, "unless", REKNIT_WORDING_WHOLE_WORDS);
  for (guint i = 0; i < reknit_content_node_get_n_children (root); i++)
    {
      const ReknitContentNode *node = reknit_content_node_get_child (root, i);

      if (reknit_content_node_is (node, "rule"))
        g_ptr_array_add (self->rules, reknit_wording_rule_new_from_node (node));
    }

  return TRUE;
}

/**
 * reknit_wording_new_for_language:
 * @language: (nullable): the language people write in, such as `de` or `de_AT.UTF-8`, or %NULL for the language
 *   of the program
 *
 * For a language without patterns the helper is there and marks nothing.
 *
 * Returns: (transfer full): a wording helper
 */
ReknitWording *
reknit_wording_new_for_language (const char *language)
{
  ReknitWording *self = g_object_new (REKNIT_TYPE_WORDING, NULL);
  g_auto (GStrv) variants = NULL;
  const char *const *names = g_get_language_names ();

  if (language != NULL)
    {
      variants = g_get_locale_variants (language);
      names = (const char *const *) variants;
    }

  for (guint i = 0; names[i] != NULL; i++)
    {
      /* The C locale comes last: nobody writes in C, and the program itself speaks English then. */
      if (reknit_wording_read (self, g_str_equal (names[i], "C") ? "en" : names[i]))
        break;
    }

  return self;
}

/**
 * reknit_wording_get_language:
 *
 * Returns: (nullable): the language whose patterns are used, or %NULL if there are none for what was asked
 */
const char *
reknit_wording_get_language (ReknitWording *self)
{
  g_return_val_if_fail (REKNIT_IS_WORDING (self), NULL);

  return self->language;
}

static gunichar
fold_character (gunichar c)
{
  switch (c)
    {
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x02bc: /* ʼ */
    case 0x00b4: /* ´ */
    case '`':
      return '\'';
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x201e: /* „ */
    case 0x00ab: /* « */
    case 0x00bb: /* » */
      return '"';
    case 0x00a0: /* no-break space */
    case 0x202f: /* narrow no-break space */
    case '\t':
      return ' ';
    default:
      return c;
    }
}

static glong
find_end_of_quotation (const gunichar *text,
                       glong           start,
                       glong           length)
{
  glong limit = MIN (length, start + LONGEST_QUOTATION);

  for (glong i = start + 1; i < limit && text[i] != '\n'; i++)
    {
      if (text[i] == '"')
        return i;
    }

  return start;
}

/* Character for character, so that offsets stay: one shape of apostrophe and quotation mark, quotations struck. */
static char *
fold_text (const char *text)
{
  glong length;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text, -1, &length);

  for (glong i = 0; i < length; i++)
    characters[i] = fold_character (characters[i]);

  for (glong i = 0; i < length; i++)
    {
      if (characters[i] == '"')
        {
          glong end = find_end_of_quotation (characters, i, length);

          for (; i < end; i++)
            characters[i] = '"';
        }
    }

  return g_ucs4_to_utf8 (characters, length, NULL, NULL, NULL);
}

static int
compare_finds (gconstpointer a,
               gconstpointer b)
{
  const Find *x = a;
  const Find *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;

  return 0;
}

static void
find_by_rule (const ReknitWordingRule *rule,
              const char              *clause,
              gssize                   length,
              GArray                  *finds)
{
  g_autoptr (GMatchInfo) info = NULL;

  g_regex_match_full (rule->match, clause, length, 0, 0, &info, NULL);
  if (!g_match_info_matches (info))
    return;
  if (rule->unless != NULL && g_regex_match_full (rule->unless, clause, length, 0, 0, NULL, NULL))
    return;

  /* A clause that exceeds the match limit ends the loop like one without a match: it is left alone. */
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      Find find = { rule, 0, 0 };

      g_match_info_fetch_pos (info, 0, &find.start, &find.end);
      if (find.end > find.start)
        g_array_append_val (finds, find);
    }
}

/* Where the next mark's characters are counted from: counting on keeps the whole linear. */
typedef struct
{
  const char *position;
  guint       offset;
} Counter;

static guint
count_to (Counter    *counter,
          const char *position)
{
  counter->offset += (guint) g_utf8_strlen (counter->position, position - counter->position);
  counter->position = position;

  return counter->offset;
}

static void
check_clause (ReknitWording *self,
              const char    *clause,
              gssize         length,
              Counter       *counter,
              GPtrArray     *marks)
{
  g_autoptr (GArray) finds = g_array_new (FALSE, FALSE, sizeof (Find));
  int end = 0;

  for (guint i = 0; i < self->rules->len; i++)
    find_by_rule (g_ptr_array_index (self->rules, i), clause, length, finds);
  if (finds->len == 0)
    return;
  if (self->unless != NULL && g_regex_match_full (self->unless, clause, length, 0, 0, NULL, NULL))
    return;

  g_array_sort (finds, compare_finds);
  for (guint i = 0; i < finds->len; i++)
    {
      const Find *find = &g_array_index (finds, Find, i);
      ReknitWordingMark *mark;

      if (find->start < end)
        continue;

      end = find->end;
      mark = g_new0 (ReknitWordingMark, 1);
      mark->start = count_to (counter, clause + find->start);
      mark->end = count_to (counter, clause + find->end);
      mark->kind = find->rule->kind;
      mark->why = find->rule->why;
      mark->softer = find->rule->softer;
      g_ptr_array_add (marks, mark);
    }
}

static gssize
skip_blanks (const char *text)
{
  return (gssize) strspn (text, " \n\r");
}

/**
 * reknit_wording_check:
 * @text: what somebody is writing; valid UTF-8
 *
 * Cheap enough to be called while typing, and bounded on any text.
 *
 * Returns: (transfer full) (element-type ReknitWordingMark): the places to point at, in order, none overlapping
 *   another; valid as long as @self
 */
GPtrArray *
reknit_wording_check (ReknitWording *self,
                      const char    *text)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = NULL;
  g_autoptr (GMatchInfo) info = NULL;
  Counter counter;
  gssize start;

  g_return_val_if_fail (REKNIT_IS_WORDING (self), marks);
  g_return_val_if_fail (text != NULL, marks);

  if (self->rules->len == 0)
    return marks;

  folded = fold_text (text);
  counter = (Counter) { folded, 0 };
  start = skip_blanks (folded);

  g_regex_match (self->boundary, folded, 0, &info);
  while (g_match_info_matches (info))
    {
      int boundary_start, boundary_end;

      g_match_info_fetch_pos (info, 0, &boundary_start, &boundary_end);
      if (boundary_start > start)
        check_clause (self, folded + start, boundary_start - start, &counter, marks);
      start = boundary_end + skip_blanks (folded + boundary_end);
      g_match_info_next (info, NULL);
    }
  check_clause (self, folded + start, (gssize) strlen (folded + start), &counter, marks);

  return marks;
}
