#include "reknit-local-time.h"
#include "reknit-recurrence.h"

#define SUNDAY REKNIT_WEEKDAY_BIT (G_DATE_SUNDAY)

static char *
list_times (ReknitRecurrence *recurrence,
            guint             count)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GDateTime) time = reknit_recurrence_next (recurrence, NULL);

  for (guint i = 0; i < count && time != NULL; i++)
    {
      g_autoptr (GDateTime) previous = g_steal_pointer (&time);
      g_autofree char *text = reknit_local_time_to_string (previous);

      g_string_append_printf (list, "%s%s", i > 0 ? " " : "", text);
      time = reknit_recurrence_next (recurrence, previous);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

typedef struct
{
  const char *name;
  const char *starts;
  const char *rule;
  const char *times;
} Series;

static const Series series[] = {
  { "once", "2026-11-29T19:00:00", "", "2026-11-29T19:00:00" },
  { "weekly", "2026-03-22T19:00:00", "FREQ=WEEKLY",
    "2026-03-22T19:00:00 2026-03-29T19:00:00 2026-04-05T19:00:00 2026-04-12T19:00:00" },
  { "a start that does not fit is no occurrence", "2026-11-18T19:00:00", "FREQ=WEEKLY;BYDAY=SU",
    "2026-11-22T19:00:00 2026-11-29T19:00:00 2026-12-06T19:00:00 2026-12-13T19:00:00" },
  { "every two weeks counts from the week of the start", "2026-11-18T19:00:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU",
    "2026-11-22T19:00:00 2026-11-30T19:00:00 2026-12-06T19:00:00 2026-12-14T19:00:00" },
  { "every two weeks on Sunday, from a Wednesday", "2028-01-12T19:00:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU",
    "2028-01-16T19:00:00 2028-01-30T19:00:00 2028-02-13T19:00:00 2028-02-27T19:00:00" },
  { "in a gap every year, and back", "2026-03-28T02:30:00", "FREQ=DAILY",
    "2026-03-28T02:30:00 2026-03-29T02:30:00 2026-03-30T02:30:00 2026-03-31T02:30:00" },
  { "day 31 leaves short months out", "2026-01-31T08:00:00", "FREQ=MONTHLY",
    "2026-01-31T08:00:00 2026-03-31T08:00:00 2026-05-31T08:00:00 2026-07-31T08:00:00" },
  { "the last day of each month", "2027-12-31T08:00:00", "FREQ=MONTHLY;BYMONTHDAY=-1",
    "2027-12-31T08:00:00 2028-01-31T08:00:00 2028-02-29T08:00:00 2028-03-31T08:00:00" },
  { "leap day", "2028-02-29T08:00:00", "FREQ=YEARLY",
    "2028-02-29T08:00:00 2032-02-29T08:00:00 2036-02-29T08:00:00 2040-02-29T08:00:00" },
  { "no leap day in 2100", "2096-02-29T08:00:00", "FREQ=YEARLY;COUNT=2", "2096-02-29T08:00:00 2104-02-29T08:00:00" },
  { "second Friday", "2026-11-01T20:00:00", "FREQ=MONTHLY;BYDAY=2FR",
    "2026-11-13T20:00:00 2026-12-11T20:00:00 2027-01-08T20:00:00 2027-02-12T20:00:00" },
  { "fifth Sunday", "2026-11-01T20:00:00", "FREQ=MONTHLY;BYDAY=5SU",
    "2026-11-29T20:00:00 2027-01-31T20:00:00 2027-05-30T20:00:00 2027-08-29T20:00:00" },
  { "last Sunday every other month", "2026-11-01T20:00:00", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1SU",
    "2026-11-29T20:00:00 2027-01-31T20:00:00 2027-03-28T20:00:00 2027-05-30T20:00:00" },
  { "counted", "2026-11-20T20:00:00", "FREQ=DAILY;COUNT=2", "2026-11-20T20:00:00 2026-11-21T20:00:00" },
  { "until a day, which counts", "2026-11-20T20:00:00", "FREQ=DAILY;UNTIL=20261121",
    "2026-11-20T20:00:00 2026-11-21T20:00:00" },
  { "until a minute too early", "2026-11-20T20:00:00", "FREQ=DAILY;UNTIL=20261121T195900", "2026-11-20T20:00:00" },
  { "one month of the year", "2026-01-31T08:00:00", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=10;COUNT=2",
    "2026-02-10T08:00:00 2027-02-10T08:00:00" },
};

static void
test_series (gconstpointer data)
{
  const Series *expected = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitRecurrence) recurrence = reknit_recurrence_new (expected->starts, expected->rule, &error);
  g_autoptr (ReknitRecurrence) again = NULL;
  g_autofree char *times = NULL;
  g_autofree char *times_again = NULL;

  g_assert_no_error (error);
  times = list_times (recurrence, 4);
  g_assert_cmpstr (times, ==, expected->times);

  /* The normal form says the same. */
  again = reknit_recurrence_new (expected->starts, reknit_recurrence_get_rule (recurrence), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (reknit_recurrence_get_rule (again), ==, reknit_recurrence_get_rule (recurrence));
  times_again = list_times (again, 4);
  g_assert_cmpstr (times_again, ==, expected->times);
}

static const char *const zones[] = { "Europe/Berlin", "America/New_York", "Australia/Lord_Howe" };

/* Over two years, and so over four changes of the clocks, the clock on the wall shows 19:00 each time. */
static void
test_stays_at_19 (gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (data);
  g_autoptr (ReknitRecurrence) recurrence = reknit_recurrence_new ("2026-01-04T19:00:00", "FREQ=WEEKLY", NULL);
  g_autoptr (GDateTime) from = reknit_local_time_parse ("2026-01-01T00:00:00");
  g_autoptr (GDateTime) until = reknit_local_time_parse ("2028-01-01T00:00:00");
  g_autoptr (GPtrArray) times = reknit_recurrence_between (recurrence, from, until);
  g_autoptr (GHashTable) distances = g_hash_table_new (NULL, NULL);
  gint64 previous = 0;

  g_assert_cmpuint (times->len, ==, 104);
  for (guint i = 0; i < times->len; i++)
    {
      gint64 due = reknit_time_resolve_local (g_ptr_array_index (times, i), zone);
      g_autoptr (GDateTime) shown = reknit_local_time_from_unix (due, zone);

      g_assert_cmpint (g_date_time_get_hour (shown), ==, 19);
      g_assert_cmpint (g_date_time_get_day_of_week (shown), ==, G_DATE_SUNDAY);
      if (previous != 0)
        g_hash_table_add (distances, GINT_TO_POINTER (due - previous));
      previous = due;
    }
  /* A week, a shorter one in spring, a longer one in autumn: the zone really changed its clocks. */
  g_assert_cmpuint (g_hash_table_size (distances), ==, 3);
}

/* What is leapt over comes late that day only. */
static void
test_gap_does_not_stay (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (ReknitRecurrence) recurrence = reknit_recurrence_new ("2026-03-28T02:30:00", "FREQ=DAILY;COUNT=3", NULL);
  static const char *const shown[] = { "2026-03-28T02:30:00", "2026-03-29T03:30:00", "2026-03-30T02:30:00" };
  g_autoptr (GDateTime) local = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autoptr (GDateTime) after = g_steal_pointer (&local);
      g_autoptr (GDateTime) clock = NULL;
      g_autofree char *text = NULL;

      local = reknit_recurrence_next (recurrence, after);
      clock = reknit_local_time_from_unix (reknit_time_resolve_local (local, zone), zone);
      text = reknit_local_time_to_string (clock);
      g_assert_cmpstr (text, ==, shown[i]);
    }
}

typedef struct
{
  const char            *starts;
  const char            *rule;
  ReknitRecurrenceError  code;
} Refusal;

static const Refusal refusals[] = {
  { "2026-11-18T19:00:00", "FREQ=DAILY;INTERVAL=0", REKNIT_RECURRENCE_ERROR_NEVER },
  { "2026-11-18T19:00:00", "FREQ=WEEKLY;BYDAY=SU;COUNT=0", REKNIT_RECURRENCE_ERROR_NEVER },
  { "2026-11-18T19:00:00", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31", REKNIT_RECURRENCE_ERROR_NEVER },
  { "2026-11-18T19:00:00", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31", REKNIT_RECURRENCE_ERROR_NEVER },
  { "2026-11-18T19:00:00", "FREQ=DAILY;UNTIL=20261117T190000", REKNIT_RECURRENCE_ERROR_NEVER },
  { "2026-11-18T19:00:00", "FREQ=WEEKLY;BYDAY=SU;UNTIL=20261119", REKNIT_RECURRENCE_ERROR_NEVER },
  { "2026-01-30T19:00:00", "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30;UNTIL=20260129", REKNIT_RECURRENCE_ERROR_NEVER },
  { "2026-02-01T19:00:00", "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31", REKNIT_RECURRENCE_ERROR_NEVER },
  { "2026-11-18T19:00", "FREQ=DAILY", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "", "", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "DAILY", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "INTERVAL=2", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "FREQ=DAILY;", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "FREQ=DAILY;FREQ=WEEKLY", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "FREQ=DAILY;INTERVAL=65536", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "FREQ=DAILY;INTERVAL=-1", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "FREQ=DAILY;COUNT=2;UNTIL=20271118", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "FREQ=DAILY;UNTIL=20271318", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "FREQ=WEEKLY;BYDAY=", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "FREQ=WEEKLY;BYDAY=XX", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "FREQ=MONTHLY;BYMONTHDAY=32", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "FREQ=MONTHLY;BYMONTHDAY=0", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "FREQ=MONTHLY;BYDAY=6SU", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "FREQ=MONTHLY;BYDAY=0SU", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "FREQ=YEARLY;BYMONTH=13", REKNIT_RECURRENCE_ERROR_MALFORMED },
  { "2026-11-18T19:00:00", "FREQ=HOURLY", REKNIT_RECURRENCE_ERROR_UNSUPPORTED },
  { "2026-11-18T19:00:00", "FREQ=DAILY;BYHOUR=3", REKNIT_RECURRENCE_ERROR_UNSUPPORTED },
  { "2026-11-18T19:00:00", "FREQ=DAILY;BYDAY=SU", REKNIT_RECURRENCE_ERROR_UNSUPPORTED },
  { "2026-11-18T19:00:00", "FREQ=WEEKLY;BYDAY=1SU", REKNIT_RECURRENCE_ERROR_UNSUPPORTED },
  { "2026-11-18T19:00:00", "FREQ=WEEKLY;BYDAY=SU;WKST=SU", REKNIT_RECURRENCE_ERROR_UNSUPPORTED },
  { "2026-11-18T19:00:00", "FREQ=MONTHLY;BYDAY=SU", REKNIT_RECURRENCE_ERROR_UNSUPPORTED },
  { "2026-11-18T19:00:00", "FREQ=MONTHLY;BYDAY=1SU,1MO", REKNIT_RECURRENCE_ERROR_UNSUPPORTED },
  { "2026-11-18T19:00:00", "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=1FR", REKNIT_RECURRENCE_ERROR_UNSUPPORTED },
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      ReknitRecurrence *recurrence = reknit_recurrence_new (refusals[i].starts, refusals[i].rule, &error);

      g_test_message ("%s", refusals[i].rule);
      g_assert_null (recurrence);
      g_assert_error (error, REKNIT_RECURRENCE_ERROR, (int) refusals[i].code);
    }
}

static void
test_built (void)
{
  g_autoptr (GDateTime) start = reknit_local_time_parse ("2026-11-18T19:00:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitRecurrence) once = reknit_recurrence_new_once (start);
  g_autoptr (ReknitRecurrence) daily = reknit_recurrence_new_daily (start, 3, NULL);
  g_autoptr (ReknitRecurrence) weekly = reknit_recurrence_new_weekly (start, 2, REKNIT_WEEKDAY_BIT (G_DATE_MONDAY) | SUNDAY, NULL);
  g_autoptr (ReknitRecurrence) by_day = reknit_recurrence_new_monthly_by_day (start, 1, -1, NULL);
  g_autoptr (ReknitRecurrence) by_weekday = reknit_recurrence_new_monthly_by_weekday (start, 1, 2, G_DATE_FRIDAY, NULL);
  g_autoptr (ReknitRecurrence) yearly = reknit_recurrence_new_yearly (start, 1, NULL);

  g_assert_cmpstr (reknit_recurrence_get_rule (once), ==, "");
  g_assert_cmpstr (reknit_recurrence_get_rule (daily), ==, "FREQ=DAILY;INTERVAL=3");
  g_assert_cmpstr (reknit_recurrence_get_rule (weekly), ==, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU");
  g_assert_cmpstr (reknit_recurrence_get_rule (by_day), ==, "FREQ=MONTHLY;BYMONTHDAY=-1");
  g_assert_cmpstr (reknit_recurrence_get_rule (by_weekday), ==, "FREQ=MONTHLY;BYDAY=2FR");
  g_assert_cmpstr (reknit_recurrence_get_rule (yearly), ==, "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=18");
  g_assert_cmpuint (reknit_recurrence_get_weekdays (weekly), ==, REKNIT_WEEKDAY_BIT (G_DATE_MONDAY) | SUNDAY);
  g_assert_cmpuint (reknit_recurrence_get_interval (weekly), ==, 2);
  g_assert_cmpint (reknit_recurrence_get_frequency (weekly), ==, REKNIT_FREQUENCY_WEEKLY);
  g_assert_cmpint (reknit_recurrence_get_month_day (by_day), ==, -1);
  g_assert_cmpint (reknit_recurrence_get_nth (by_weekday), ==, 2);
  g_assert_true (g_date_time_equal (reknit_recurrence_get_start (weekly), start));

  g_assert_null (reknit_recurrence_new_weekly (start, 0, SUNDAY, &error));
  g_assert_error (error, REKNIT_RECURRENCE_ERROR, REKNIT_RECURRENCE_ERROR_NEVER);
}

static const struct { const char *starts; const char *rule; const char *sentence; } sentences[] = {
  { "2026-11-29T19:00:00", "", "29 November 2026 at 19:00" },
  { "2026-11-29T19:00:00", "FREQ=DAILY", "Every day at 19:00" },
  { "2026-11-29T07:05:00", "FREQ=DAILY;INTERVAL=3", "Every 3 days at 07:05" },
  { "2026-11-29T19:00:00", "FREQ=WEEKLY", "Every Sunday at 19:00" },
  { "2026-11-29T19:00:00", "FREQ=WEEKLY;BYDAY=TH,MO", "Every Monday and Thursday at 19:00" },
  { "2026-11-29T19:00:00", "FREQ=WEEKLY;BYDAY=TH,MO,SU", "Every Monday, Thursday and Sunday at 19:00" },
  { "2026-11-29T19:00:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "Every day at 19:00" },
  { "2026-11-29T19:00:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "Every 2 weeks on Friday at 19:00" },
  { "2026-11-29T19:00:00", "FREQ=WEEKLY;BYDAY=FR;COUNT=4", "Every Friday at 19:00, 4 times" },
  { "2026-11-29T19:00:00", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231", "Every Friday at 19:00, until 31 December 2026" },
  { "2026-11-29T19:00:00", "FREQ=MONTHLY;BYMONTHDAY=15", "Every month on day 15 at 19:00" },
  { "2026-11-29T19:00:00", "FREQ=MONTHLY;BYMONTHDAY=31", "Every month on day 31 (if there is one) at 19:00" },
  { "2026-11-29T19:00:00", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "Every 3 months on the last day at 19:00" },
  { "2026-11-29T19:00:00", "FREQ=MONTHLY;BYDAY=1SU", "Every month on the first Sunday at 19:00" },
  { "2026-11-29T19:00:00", "FREQ=MONTHLY;BYDAY=-1SU", "Every month on the last Sunday at 19:00" },
  { "2026-11-29T19:00:00", "FREQ=YEARLY", "Every year on 29 November at 19:00" },
  { "2026-11-29T19:00:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "Every year on the last day of February at 19:00" },
};

static void
test_sentences (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ReknitRecurrence) recurrence = reknit_recurrence_new (sentences[i].starts, sentences[i].rule, &error);
      g_autofree char *sentence = NULL;

      g_assert_no_error (error);
      sentence = reknit_recurrence_describe (recurrence);
      g_assert_cmpstr (sentence, ==, sentences[i].sentence);
    }
}

typedef struct
{
  ReknitFrequency frequency;
  int             interval;
  guint           weekdays;
  int             nth;
  int             month_day;
  guint           count;
} Plan;

static gboolean
is_month_day (const Plan *plan,
              GDateTime  *day)
{
  int number = g_date_time_get_day_of_month (day);
  int length = g_date_get_days_in_month ((GDateMonth) g_date_time_get_month (day), (GDateYear) g_date_time_get_year (day));

  if (plan->nth == 0)
    return number == (plan->month_day > 0 ? plan->month_day : length);
  return (plan->weekdays & REKNIT_WEEKDAY_BIT (g_date_time_get_day_of_week (day))) != 0 &&
         (plan->nth > 0 ? (number + 6) / 7 == plan->nth : number + 7 > length);
}

/* Says of one single day whether it fits, by counting from the start and in no other way. */
static gboolean
fits (const Plan *plan,
      GDateTime  *start,
      GDateTime  *day)
{
  int days = (int) (g_date_time_difference (day, start) / G_TIME_SPAN_DAY);
  int start_of_week = days + g_date_time_get_day_of_week (start) - 1;
  int months = (g_date_time_get_year (day) - g_date_time_get_year (start)) * 12 +
               g_date_time_get_month (day) - g_date_time_get_month (start);

  switch (plan->frequency)
    {
    case REKNIT_FREQUENCY_DAILY:
      return days % plan->interval == 0;
    case REKNIT_FREQUENCY_WEEKLY:
      return start_of_week / 7 % plan->interval == 0 &&
             (plan->weekdays & REKNIT_WEEKDAY_BIT (g_date_time_get_day_of_week (day))) != 0;
    case REKNIT_FREQUENCY_MONTHLY:
      return months % plan->interval == 0 && is_month_day (plan, day);
    case REKNIT_FREQUENCY_YEARLY:
    case REKNIT_FREQUENCY_ONCE:
    default:
      return months % (12 * plan->interval) == 0 &&
             g_date_time_get_day_of_month (day) == g_date_time_get_day_of_month (start);
    }
}

static ReknitRecurrence *
make_plan (Plan      *plan,
           GDateTime *start)
{
  g_autoptr (ReknitRecurrence) endless = NULL;
  g_autofree char *starts = reknit_local_time_to_string (start);
  g_autofree char *counted = NULL;

  *plan = (Plan) { .frequency = (ReknitFrequency) g_test_rand_int_range (1, 5), .interval = g_test_rand_int_range (1, 5) };
  plan->count = g_test_rand_int_range (0, 3) == 0 ? (guint) g_test_rand_int_range (1, 9) : 0;
  if (plan->frequency == REKNIT_FREQUENCY_DAILY)
    endless = reknit_recurrence_new_daily (start, (guint) plan->interval, NULL);
  else if (plan->frequency == REKNIT_FREQUENCY_YEARLY)
    endless = reknit_recurrence_new_yearly (start, (guint) plan->interval, NULL);
  else if (plan->frequency == REKNIT_FREQUENCY_WEEKLY)
    {
      plan->weekdays = (guint) g_test_rand_int_range (1, 128) << G_DATE_MONDAY;
      endless = reknit_recurrence_new_weekly (start, (guint) plan->interval, plan->weekdays, NULL);
    }
  else if (g_test_rand_bit ())
    {
      GDateWeekday weekday = (GDateWeekday) g_test_rand_int_range (G_DATE_MONDAY, G_DATE_SUNDAY + 1);

      plan->nth = g_test_rand_bit () ? -1 : g_test_rand_int_range (1, 6);
      plan->weekdays = REKNIT_WEEKDAY_BIT (weekday);
      endless = reknit_recurrence_new_monthly_by_weekday (start, (guint) plan->interval, plan->nth, weekday, NULL);
    }
  else
    {
      plan->month_day = g_test_rand_bit () ? -1 : g_test_rand_int_range (1, 32);
      endless = reknit_recurrence_new_monthly_by_day (start, (guint) plan->interval, plan->month_day, NULL);
    }
  if (endless == NULL || plan->count == 0)
    return g_steal_pointer (&endless);
  counted = g_strdup_printf ("%s;COUNT=%u", reknit_recurrence_get_rule (endless), plan->count);
  return reknit_recurrence_new (starts, counted, NULL);
}

/* From anywhere in the middle it goes on as it did from the start. */
static void
check_tail (ReknitRecurrence *recurrence,
            GPtrArray        *times,
            GDateTime        *from,
            GDateTime        *end)
{
  g_autoptr (GPtrArray) tail = reknit_recurrence_between (recurrence, from, end);
  g_autoptr (GDateTime) next = reknit_recurrence_next (recurrence, from);
  guint n_before = times->len - tail->len;

  g_assert_cmpuint (tail->len, <=, times->len);
  if (n_before > 0)
    g_assert_cmpint (g_date_time_compare (g_ptr_array_index (times, n_before - 1), from), <, 0);
  for (guint i = 0; i < tail->len; i++)
    g_assert_true (g_date_time_equal (g_ptr_array_index (tail, i), g_ptr_array_index (times, n_before + i)));
  if (tail->len > 0 && g_date_time_equal (g_ptr_array_index (tail, 0), from))
    n_before++;
  if (n_before < times->len)
    g_assert_true (g_date_time_equal (next, g_ptr_array_index (times, n_before)));
}

static void
test_as_counted_by_hand (void)
{
  for (int round = 0; round < 300; round++)
    {
      g_autoptr (GDateTime) start = g_date_time_new_utc (g_test_rand_int_range (2020, 2030), g_test_rand_int_range (1, 13),
                                                         g_test_rand_int_range (1, 29), 19, g_test_rand_int_range (0, 60), 0);
      g_autoptr (GDateTime) end = g_date_time_add_days (start, 1500);
      g_autoptr (GPtrArray) times = NULL;
      g_autoptr (ReknitRecurrence) recurrence = NULL;
      guint n_found = 0;
      Plan plan;

      recurrence = make_plan (&plan, start);
      g_assert_nonnull (recurrence);
      times = reknit_recurrence_between (recurrence, start, end);
      for (int i = 0; i < 1500; i++)
        {
          g_autoptr (GDateTime) day = g_date_time_add_days (start, i);

          if (!fits (&plan, start, day) || (plan.count > 0 && n_found == plan.count))
            continue;
          g_assert_cmpuint (n_found, <, times->len);
          g_assert_true (g_date_time_equal (g_ptr_array_index (times, n_found), day));
          n_found++;
        }
      g_assert_cmpuint (n_found, ==, times->len);
      for (int i = 0; i < 10; i++)
        {
          g_autoptr (GDateTime) day = g_date_time_add_days (start, g_test_rand_int_range (0, 1500));
          g_autoptr (GDateTime) from = g_date_time_add_minutes (day, g_test_rand_int_range (-1, 2));

          check_tail (recurrence, times, from, end);
        }
    }
}

static void
test_over_after_its_end (void)
{
  static const char *const rules[] = { "FREQ=DAILY;INTERVAL=3;UNTIL=20270101", "FREQ=WEEKLY;INTERVAL=2;UNTIL=20270101" };
  g_autoptr (GDateTime) later = g_date_time_new_utc (2031, 5, 6, 7, 8, 9);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (ReknitRecurrence) recurrence = reknit_recurrence_new ("2026-11-29T19:00:00", rules[i], NULL);

      g_assert_null (reknit_recurrence_next (recurrence, later));
    }
}

static void
test_finalized (void)
{
  ReknitRecurrence *recurrence = reknit_recurrence_new ("2026-11-29T19:00:00", "FREQ=WEEKLY;UNTIL=20271231", NULL);

  g_assert_finalize_object (recurrence);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (series); i++)
    {
      g_autofree char *path = g_strdup_printf ("/recurrence/series/%s", series[i].name);
      g_test_add_data_func (path, &series[i], test_series);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *path = g_strdup_printf ("/recurrence/stays-at-19/%s", zones[i]);
      g_test_add_data_func (path, zones[i], test_stays_at_19);
    }
  g_test_add_func ("/recurrence/gap-does-not-stay", test_gap_does_not_stay);
  g_test_add_func ("/recurrence/refused", test_refused);
  g_test_add_func ("/recurrence/built", test_built);
  g_test_add_func ("/recurrence/sentences", test_sentences);
  g_test_add_func ("/recurrence/as-counted-by-hand", test_as_counted_by_hand);
  g_test_add_func ("/recurrence/over-after-its-end", test_over_after_its_end);
  g_test_add_func ("/recurrence/finalized", test_finalized);
  return g_test_run ();
}
