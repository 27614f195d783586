#include "reknit-rules-text.h"

#include "reknit-config.h"
#include "reknit-rule-row.h"

#include <glib/gi18n-lib.h>

/**
 * reknit_rules_text_join:
 * @rules: a list model of #ReknitRuleItem
 *
 * Returns: (transfer full): the rules that say something, a line each
 */
char *
reknit_rules_text_join (GListModel *rules)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr (ReknitRuleItem) item = g_list_model_get_item (rules, i);
      g_autofree char *line = g_strdup (reknit_rule_item_get_text (item));

      g_strdelimit (line, "\r\n", ' ');
      g_strstrip (line);
      if (*line == '\0')
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, line);
    }
  return g_string_free (text, FALSE);
}

/**
 * reknit_rules_text_split:
 * @text: (nullable): rules, a line each
 *
 * Returns: (transfer full) (element-type ReknitRuleItem): the same as items
 */
GPtrArray *
reknit_rules_text_split (const char *text)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (items, reknit_rule_item_new (lines[i]));
  return items;
}

static guint
find_too_long (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_utf8_strlen (lines[i], -1) > REKNIT_RULE_LENGTH_MAX)
      return i + 1;
  return 0;
}

/**
 * reknit_rules_text_check:
 * @text: rules, a line each
 * @base: the newest revision, in the same form
 *
 * Returns: (transfer full) (nullable): why these rules can't be proposed; %NULL if they can
 */
char *
reknit_rules_text_check (const char *text,
                         const char *base)
{
  const guint too_long = find_too_long (text);

  if (*text == '\0')
    return g_strdup (_("Add at least one rule."));
  if (too_long > 0)
    return g_strdup_printf (_("Rule %1$u is longer than %2$d letters. Two short rules are easier to keep."),
                            too_long, REKNIT_RULE_LENGTH_MAX);
  if (g_strcmp0 (text, base) == 0)
    return g_strdup (_("Nothing has changed yet."));
  return NULL;
}
