#pragma once

#include "reknit-recurrence.h"

G_BEGIN_DECLS

/**
 * ReknitRule:
 * @frequency: how the rule counts
 * @interval: every so many of them, 1 or more
 * @weekdays: %REKNIT_WEEKDAY_BIT of each day; for a monthly rule at most one, then @nth says which of them
 * @nth: 1 to 5 from the start of the month, or -1 for the last
 * @month_day: 1 to 31, or -1 for the last day of the month; 0 if @weekdays rule
 * @month: 1 to 12, or 0 for every month
 * @count: how often in all, or 0 for no end
 * @until: (nullable): the last local time that still counts
 *
 * The part of RFC 5545's recurrence rules that a person can choose here, with nothing left to be implied.
 */
typedef struct
{
  ReknitFrequency  frequency;
  guint            interval;
  guint            weekdays;
  int              nth;
  int              month_day;
  int              month;
  guint            count;
  GDateTime       *until;
} ReknitRule;

gboolean  reknit_rule_parse     (ReknitRule *self, const char *text, GDateTime *start, GError **error);
char     *reknit_rule_to_string (const ReknitRule *self);
char     *reknit_rule_describe  (const ReknitRule *self, GDateTime *start);
char     *reknit_rule_describe_days (const ReknitRule *self, GDateTime *start);
void      reknit_rule_clear     (ReknitRule *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReknitRule, reknit_rule_clear)

G_END_DECLS
