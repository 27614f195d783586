#include "reknit-wording-rule.h"

/* A blank in a pattern stands for any blanks; bounded, so that a page of blanks is not walked again and again. */
#define BLANKS "(?:\\s{1,4})"

static void
append_alternative (GString    *pattern,
                    const char *text)
{
  if (pattern->len > 0)
    g_string_append_c (pattern, '|');

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == ' ')
        g_string_append (pattern, BLANKS);
      else
        g_string_append_c (pattern, *p);
    }
}

/*
 * reknit_wording_rule_compile:
 * @node: an element of a wording file
 * @name: its child elements to join
 * @format: what to put around them, with %s for them
 *
 * Joins patterns into one regular expression. The patterns are ours and checked by the tests, so that a wrong
 * one is a bug.
 *
 * Returns: (transfer full) (nullable): the expression, or %NULL if there is no such child
 */
GRegex *
reknit_wording_rule_compile (const ReknitContentNode *node,
                             const char              *name,
                             const char              *format)
{
  g_autoptr (GString) alternatives = g_string_new (NULL);
  g_autofree char *pattern = NULL;
  g_autoptr (GError) error = NULL;
  GRegex *regex;

  for (guint i = 0; i < reknit_content_node_get_n_children (node); i++)
    {
      const ReknitContentNode *child = reknit_content_node_get_child (node, i);

      if (reknit_content_node_is (child, name))
        {
          g_autofree char *text = reknit_content_node_dup_text (child);

          append_alternative (alternatives, text);
        }
    }
  if (alternatives->len == 0)
    return NULL;

  pattern = g_strdup_printf (format, alternatives->str);
  regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);
  if (regex == NULL)
    g_error ("%s: %s", pattern, error->message);

  return regex;
}

ReknitWordingRule *
reknit_wording_rule_new_from_node (const ReknitContentNode *node)
{
  ReknitWordingRule *self = g_new0 (ReknitWordingRule, 1);

  self->kind = (ReknitWordingKind) reknit_content_node_get_enum (node, "kind", REKNIT_TYPE_WORDING_KIND);
  self->match = reknit_wording_rule_compile (node, "match", REKNIT_WORDING_WHOLE_WORDS);
  self->unless = reknit_wording_rule_compile (node, "unless", REKNIT_WORDING_WHOLE_WORDS);
  self->why = reknit_content_node_dup_text (reknit_content_node_find (node, "why"));
  self->softer = reknit_content_node_dup_text (reknit_content_node_find (node, "softer"));

  return self;
}

void
reknit_wording_rule_free (ReknitWordingRule *self)
{
  g_regex_unref (self->match);
  g_clear_pointer (&self->unless, g_regex_unref);
  g_free (self->why);
  g_free (self->softer);
  g_free (self);
}
