#include "reknit-agreement-diff.h"

#include <string.h>

static void
change_free (gpointer data)
{
  ReknitRuleChange *change = data;

  g_free (change->body);
  g_free (change);
}

static void
add_change (GPtrArray      *changes,
            const char     *body,
            ReknitRuleFate  fate)
{
  ReknitRuleChange *change = g_new0 (ReknitRuleChange, 1);

  change->body = g_strdup (body);
  change->fate = fate;
  g_ptr_array_add (changes, change);
}

/* lengths[i * (n_after + 1) + j]: how many rules the tails before[i…] and after[j…] have in common, in their order */
static guint *
measure_tails (const char *const *before,
               guint              n_before,
               const char *const *after,
               guint              n_after)
{
  const guint width = n_after + 1;
  guint *lengths = g_new0 (guint, (gsize) (n_before + 1) * width);

  for (guint i = n_before; i-- > 0;)
    for (guint j = n_after; j-- > 0;)
      lengths[i * width + j] = strcmp (before[i], after[j]) == 0
                               ? lengths[(i + 1) * width + j + 1] + 1
                               : MAX (lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
  return lengths;
}

static ReknitRuleChange *
find_removed (GPtrArray  *changes,
              const char *body)
{
  for (guint i = 0; i < changes->len; i++)
    {
      ReknitRuleChange *change = g_ptr_array_index (changes, i);

      if (change->fate == REKNIT_RULE_FATE_REMOVED && strcmp (change->body, body) == 0)
        return change;
    }
  return NULL;
}

/* What was taken out at one place and put in at another has only moved. */
static void
join_moved (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      ReknitRuleChange *change = g_ptr_array_index (changes, i);
      ReknitRuleChange *removed = change->fate == REKNIT_RULE_FATE_ADDED ? find_removed (changes, change->body) : NULL;
      guint position;

      if (removed == NULL)
        continue;
      change->fate = REKNIT_RULE_FATE_MOVED;
      if (g_ptr_array_find (changes, removed, &position) && position <= i)
        i--;
      g_ptr_array_remove (changes, removed);
    }
}

static void
number (GPtrArray *changes)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      ReknitRuleChange *change = g_ptr_array_index (changes, i);

      change->number = change->fate == REKNIT_RULE_FATE_REMOVED ? 0 : ++n;
    }
}

/**
 * reknit_agreement_compare:
 * @before: (array zero-terminated=1) (nullable): the rules as they stood
 * @after: (array zero-terminated=1): the rules as they stand now
 *
 * Compares two revisions. The rules come in their order afterwards, each removed one where it used to stand.
 *
 * Returns: (transfer full) (element-type ReknitRuleChange): one line a rule
 */
GPtrArray *
reknit_agreement_compare (const char *const *before,
                          const char *const *after)
{
  static const char *const nothing[] = { NULL };
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);
  const char *const *old = before != NULL ? before : nothing;
  const guint n_before = g_strv_length ((char **) old);
  const guint n_after = g_strv_length ((char **) after);
  g_autofree guint *lengths = measure_tails (old, n_before, after, n_after);
  const guint width = n_after + 1;
  guint i = 0;
  guint j = 0;

  while (i < n_before || j < n_after)
    {
      if (i < n_before && j < n_after && strcmp (old[i], after[j]) == 0)
        {
          add_change (changes, after[j++], REKNIT_RULE_FATE_KEPT);
          i++;
        }
      else if (j >= n_after || (i < n_before && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]))
        add_change (changes, old[i++], REKNIT_RULE_FATE_REMOVED);
      else
        add_change (changes, after[j++], REKNIT_RULE_FATE_ADDED);
    }

  join_moved (changes);
  number (changes);
  return changes;
}

/**
 * reknit_agreement_count_fate:
 * @changes: (element-type ReknitRuleChange): a comparison
 * @fate: what became of a rule
 *
 * Returns: how many rules that became of
 */
guint
reknit_agreement_count_fate (GPtrArray      *changes,
                             ReknitRuleFate  fate)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    n += ((ReknitRuleChange *) g_ptr_array_index (changes, i))->fate == fate;
  return n;
}
