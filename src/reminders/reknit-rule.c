#include "reknit-rule.h"

#include "reknit-local-time.h"

#include <glib/gi18n.h>
#include <string.h>

/* libical keeps counts in shorts; what does not fit there would silently turn into another rule. */
#define LARGEST_NUMBER 9999

static const char *const weekday_codes[] = { NULL, "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static gboolean
refuse (GError                **error,
        ReknitRecurrenceError   code,
        const char             *message)
{
  g_set_error_literal (error, REKNIT_RECURRENCE_ERROR, code, message);
  return FALSE;
}

static gboolean
refuse_malformed (GError **error)
{
  return refuse (error, REKNIT_RECURRENCE_ERROR_MALFORMED, _("This rule can’t be read."));
}

static gboolean
refuse_unsupported (GError **error)
{
  return refuse (error, REKNIT_RECURRENCE_ERROR_UNSUPPORTED,
                 _("Reminders can come daily, weekly, monthly or yearly. This rule is of another kind."));
}

static gboolean
parse_number (const char  *text,
              int          smallest,
              int         *number,
              GError     **error)
{
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, smallest, LARGEST_NUMBER, &value, NULL))
    return refuse_malformed (error);
  *number = (int) value;
  return TRUE;
}

static gboolean
parse_frequency (ReknitRule  *self,
                 const char  *text,
                 GError     **error)
{
  static const char *const names[] = { NULL, "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (text, names[i]))
      {
        self->frequency = (ReknitFrequency) i;
        return TRUE;
      }
  return refuse_unsupported (error);
}

static gboolean
parse_weekday (ReknitRule  *self,
               const char  *text,
               GError     **error)
{
  const char *code = text + strcspn (text, "MTWFS");
  g_autofree char *ordinal = g_strndup (text, (gsize) (code - text));

  if (*ordinal != '\0' && !parse_number (ordinal, -1, &self->nth, error))
    return FALSE;
  if (*ordinal != '\0' && (self->nth == 0 || self->nth > 5))
    return refuse_malformed (error);
  for (guint day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    if (g_str_equal (code, weekday_codes[day]))
      {
        self->weekdays |= REKNIT_WEEKDAY_BIT (day);
        return TRUE;
      }
  return refuse_malformed (error);
}

static gboolean
parse_weekdays (ReknitRule  *self,
                const char  *text,
                GError     **error)
{
  g_auto (GStrv) days = g_strsplit (text, ",", -1);

  for (guint i = 0; days[i] != NULL; i++)
    if (!parse_weekday (self, days[i], error))
      return FALSE;
  return self->weekdays != 0 || refuse_malformed (error);
}

static gboolean
parse_until (ReknitRule  *self,
             const char  *text,
             GError     **error)
{
  g_autofree char *local = NULL;
  gsize length = strlen (text);

  if (length == 8)
    local = g_strdup_printf ("%.4s-%.2s-%.2sT23:59:59", text, text + 4, text + 6);
  else if (length == 15 && text[8] == 'T')
    local = g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2s", text, text + 4, text + 6, text + 9, text + 11, text + 13);

  self->until = reknit_local_time_parse (local);
  return self->until != NULL || refuse_malformed (error);
}

static gboolean
parse_interval (ReknitRule  *self,
                const char  *text,
                GError     **error)
{
  int interval;

  if (!parse_number (text, 0, &interval, error))
    return FALSE;
  if (interval == 0)
    return refuse (error, REKNIT_RECURRENCE_ERROR_NEVER,
                   _("An interval of 0 would never come. Choose 1 or more."));
  self->interval = (guint) interval;
  return TRUE;
}

static gboolean
parse_count (ReknitRule  *self,
             const char  *text,
             GError     **error)
{
  int count;

  if (!parse_number (text, 0, &count, error))
    return FALSE;
  if (count == 0)
    return refuse (error, REKNIT_RECURRENCE_ERROR_NEVER, _("A reminder that comes 0 times would never come."));
  self->count = (guint) count;
  return TRUE;
}

static gboolean
parse_month_day (ReknitRule  *self,
                 const char  *text,
                 GError     **error)
{
  if (!parse_number (text, -1, &self->month_day, error))
    return FALSE;
  return (self->month_day != 0 && self->month_day <= 31) || refuse_malformed (error);
}

static gboolean
parse_month (ReknitRule  *self,
             const char  *text,
             GError     **error)
{
  if (!parse_number (text, 1, &self->month, error))
    return FALSE;
  return self->month <= 12 || refuse_malformed (error);
}

static gboolean
parse_week_start (ReknitRule  *self,
                  const char  *text,
                  GError     **error)
{
  return g_str_equal (text, "MO") || refuse_unsupported (error);
}

static const struct
{
  const char *name;
  gboolean  (*parse) (ReknitRule *self, const char *text, GError **error);
} parts[] = {
  { "FREQ", parse_frequency },
  { "INTERVAL", parse_interval },
  { "BYDAY", parse_weekdays },
  { "BYMONTHDAY", parse_month_day },
  { "BYMONTH", parse_month },
  { "COUNT", parse_count },
  { "UNTIL", parse_until },
  { "WKST", parse_week_start },
};

static gboolean
parse_part (ReknitRule  *self,
            const char  *part,
            guint       *seen,
            GError     **error)
{
  const char *equals = strchr (part, '=');

  if (equals == NULL)
    return refuse_malformed (error);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gsize length = strlen (parts[i].name);

      if ((gsize) (equals - part) != length || strncmp (part, parts[i].name, length) != 0)
        continue;
      if (*seen & (1u << i))
        return refuse_malformed (error);
      *seen |= 1u << i;
      return parts[i].parse (self, equals + 1, error);
    }
  return refuse_unsupported (error);
}

/* What a rule leaves out is taken from its start; written out, rule and sentence can't disagree. */
static void
fill_in (ReknitRule *self,
         GDateTime  *start)
{
  if (self->frequency == REKNIT_FREQUENCY_WEEKLY && self->weekdays == 0)
    self->weekdays = REKNIT_WEEKDAY_BIT (g_date_time_get_day_of_week (start));
  if (self->frequency == REKNIT_FREQUENCY_YEARLY && self->month == 0)
    self->month = g_date_time_get_month (start);
  if (self->frequency >= REKNIT_FREQUENCY_MONTHLY && self->weekdays == 0 && self->month_day == 0)
    self->month_day = g_date_time_get_day_of_month (start);
  if (self->frequency == REKNIT_FREQUENCY_MONTHLY && self->month != 0 && self->interval == 1 && self->month_day != 0)
    self->frequency = REKNIT_FREQUENCY_YEARLY;
}

static gboolean
check (const ReknitRule  *self,
       GDateTime         *start,
       GError           **error)
{
  gboolean one_day = (self->weekdays & (self->weekdays - 1)) == 0;

  if (self->frequency == REKNIT_FREQUENCY_ONCE || (self->count > 0 && self->until != NULL))
    return refuse_malformed (error);
  if (self->until != NULL && g_date_time_compare (self->until, start) < 0)
    return refuse (error, REKNIT_RECURRENCE_ERROR_NEVER, _("This ends before it starts. Choose a later end."));
  switch (self->frequency)
    {
    case REKNIT_FREQUENCY_DAILY:
      return (self->weekdays == 0 && self->month_day == 0 && self->month == 0) || refuse_unsupported (error);
    case REKNIT_FREQUENCY_WEEKLY:
      return (self->nth == 0 && self->month_day == 0 && self->month == 0) || refuse_unsupported (error);
    case REKNIT_FREQUENCY_MONTHLY:
      return (self->month == 0 && one_day && (self->weekdays == 0) == (self->nth == 0) &&
              (self->weekdays == 0) != (self->month_day == 0))
             || refuse_unsupported (error);
    case REKNIT_FREQUENCY_YEARLY:
    case REKNIT_FREQUENCY_ONCE:
    default:
      return self->weekdays == 0 || refuse_unsupported (error);
    }
}

/**
 * reknit_rule_parse:
 * @self: (out caller-allocates): the rule
 * @text: an RRULE without its name, or an empty text for once
 * @start: local time of the start, which gives what @text leaves out
 * @error: return location
 *
 * Returns: %FALSE with a #ReknitRecurrenceError if @text is no rule, or one that can't be offered here
 */
gboolean
reknit_rule_parse (ReknitRule  *self,
                   const char  *text,
                   GDateTime   *start,
                   GError     **error)
{
  g_auto (ReknitRule) rule = { .interval = 1 };
  g_auto (GStrv) texts = NULL;
  guint seen = 0;

  if (*text != '\0')
    {
      texts = g_strsplit (text, ";", -1);
      for (guint i = 0; texts[i] != NULL; i++)
        if (!parse_part (&rule, texts[i], &seen, error))
          return FALSE;
      fill_in (&rule, start);
      if (!check (&rule, start, error))
        return FALSE;
    }
  *self = rule;
  rule.until = NULL;
  return TRUE;
}

static void
append_weekdays (const ReknitRule *self,
                 GString          *text)
{
  const char *separator = ";BYDAY=";

  for (guint day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    if (self->weekdays & REKNIT_WEEKDAY_BIT (day))
      {
        g_string_append (text, separator);
        if (self->nth != 0)
          g_string_append_printf (text, "%d", self->nth);
        g_string_append (text, weekday_codes[day]);
        separator = ",";
      }
}

/**
 * reknit_rule_to_string:
 * @self: a rule
 *
 * Returns: (transfer full): the RRULE in its one normal form; empty for once
 */
char *
reknit_rule_to_string (const ReknitRule *self)
{
  static const char *const names[] = { NULL, "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->frequency == REKNIT_FREQUENCY_ONCE)
    return g_strdup ("");

  g_string_append_printf (text, "FREQ=%s", names[self->frequency]);
  if (self->interval > 1)
    g_string_append_printf (text, ";INTERVAL=%u", self->interval);
  if (self->month != 0)
    g_string_append_printf (text, ";BYMONTH=%d", self->month);
  if (self->month_day != 0)
    g_string_append_printf (text, ";BYMONTHDAY=%d", self->month_day);
  append_weekdays (self, text);
  if (self->count > 0)
    g_string_append_printf (text, ";COUNT=%u", self->count);
  if (self->until != NULL)
    {
      g_autofree char *until = g_date_time_format (self->until, "%Y%m%dT%H%M%S");
      g_string_append_printf (text, ";UNTIL=%s", until);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * reknit_rule_clear:
 * @self: a rule
 *
 * Lets go of what @self holds.
 */
void
reknit_rule_clear (ReknitRule *self)
{
  g_clear_pointer (&self->until, g_date_time_unref);
}
