#include "reknit-repeat.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "reknit-local-time.h"
#include "reknit-recurrence.h"

/* How a plan comes back, as a few things to choose from. Which weekday and which date it is goes by the day on which it
 * begins, so that another day needs no second thought. */

#define RULE_PREFIX "rule "

static const struct
{
  const char *key;
  const char *label;
} choices[] = {
  { REKNIT_REPEAT_ONCE, NC_("how often a plan comes", "Once") },
  { "weekly", NC_("how often a plan comes", "Every Week") },
  { "fortnightly", NC_("how often a plan comes", "Every Two Weeks") },
  { "monthly-weekday", NC_("how often a plan comes", "Every Month on the Same Weekday") },
  { "monthly-day", NC_("how often a plan comes", "Every Month on the Same Date") },
  { "yearly", NC_("how often a plan comes", "Every Year") },
};

static ReknitRecurrence *
make_monthly (GDateTime *starts)
{
  int day = g_date_time_get_day_of_month (starts);

  /* A fifth Sunday does not come every month; who starts on one means the last. */
  return reknit_recurrence_new_monthly_by_weekday (starts, 1, day > 28 ? -1 : (day - 1) / 7 + 1,
                                                   (GDateWeekday) g_date_time_get_day_of_week (starts), NULL);
}

static ReknitRecurrence *
make_recurrence (const char *choice,
                 GDateTime  *starts)
{
  guint weekdays = REKNIT_WEEKDAY_BIT (g_date_time_get_day_of_week (starts));

  if (g_str_equal (choice, "weekly"))
    return reknit_recurrence_new_weekly (starts, 1, weekdays, NULL);
  if (g_str_equal (choice, "fortnightly"))
    return reknit_recurrence_new_weekly (starts, 2, weekdays, NULL);
  if (g_str_equal (choice, "monthly-weekday"))
    return make_monthly (starts);
  if (g_str_equal (choice, "monthly-day"))
    return reknit_recurrence_new_monthly_by_day (starts, 1, g_date_time_get_day_of_month (starts), NULL);
  return NULL;
}

/**
 * reknit_repeat_yearly:
 * @day: local time
 *
 * Returns: (transfer full): the rule for the same day of each year; of 29 February, the last day of that month
 */
char *
reknit_repeat_yearly (GDateTime *day)
{
  g_autofree char *starts = reknit_local_time_to_string (day);
  g_autoptr (ReknitRecurrence) recurrence = NULL;

  if (g_date_time_get_month (day) == 2 && g_date_time_get_day_of_month (day) == 29)
    recurrence = reknit_recurrence_new (starts, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", NULL);
  else
    recurrence = reknit_recurrence_new_yearly (day, 1, NULL);
  return g_strdup (recurrence != NULL ? reknit_recurrence_get_rule (recurrence) : "");
}

/**
 * reknit_repeat_make_rule:
 * @choice: (nullable): what was chosen
 * @starts: local time of the first
 *
 * Returns: (transfer full): the rule for the store; empty for once
 */
char *
reknit_repeat_make_rule (const char *choice,
                         GDateTime  *starts)
{
  g_autoptr (ReknitRecurrence) recurrence = NULL;

  if (choice == NULL || g_str_equal (choice, REKNIT_REPEAT_ONCE))
    return g_strdup ("");
  if (g_str_has_prefix (choice, RULE_PREFIX))
    return g_strdup (choice + strlen (RULE_PREFIX));
  if (g_str_equal (choice, "yearly"))
    return reknit_repeat_yearly (starts);
  recurrence = make_recurrence (choice, starts);
  return g_strdup (recurrence != NULL ? reknit_recurrence_get_rule (recurrence) : "");
}

static char *
find_choice (const char *rule,
             GDateTime  *starts)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *same = reknit_repeat_make_rule (choices[i].key, starts);

      if (g_str_equal (same, rule))
        return g_strdup (choices[i].key);
    }
  return g_strconcat (RULE_PREFIX, rule, NULL);
}

/**
 * reknit_repeat_fill:
 * @row: an empty row
 * @rule: (nullable): the rule of the plan
 * @starts: local time of its first
 *
 * Offers what can be chosen, and chooses what the plan has now, also where nobody could choose it here.
 */
void
reknit_repeat_fill (ReknitChoiceRow *row,
                    const char      *rule,
                    GDateTime       *starts)
{
  g_autofree char *choice = find_choice (rule != NULL ? rule : "", starts);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    reknit_choice_row_add (row, choices[i].key, g_dpgettext2 (GETTEXT_PACKAGE, "how often a plan comes", choices[i].label));
  if (g_str_has_prefix (choice, RULE_PREFIX))
    {
      g_autofree char *local = reknit_local_time_to_string (starts);
      g_autoptr (ReknitRecurrence) recurrence = reknit_recurrence_new (local, rule, NULL);
      g_autofree char *label = recurrence != NULL ? reknit_recurrence_describe (recurrence) : g_strdup (rule);

      reknit_choice_row_add (row, choice, label);
    }
  reknit_choice_row_set_choice (row, choice);
}
