#include "reknit-ritual-text.h"

#include "reknit-clock.h"
#include "reknit-config.h"
#include "reknit-local-time.h"
#include "reknit-recurrence.h"
#include "reknit-ritual-days.h"

#include <glib/gi18n-lib.h>

/**
 * reknit_ritual_text_kind:
 * @practice: a practice whose tool is "ritual"
 *
 * Returns: (transfer none): the kind of its rituals, %REKNIT_RITUAL_DAILY or another
 */
const char *
reknit_ritual_text_kind (ReknitPractice *practice)
{
  const char *kind = reknit_practice_get_parameter (practice, "kind");

  return kind != NULL ? kind : REKNIT_RITUAL_DAILY;
}

/**
 * reknit_ritual_text_stage:
 * @stage: how much of a habit it is
 *
 * Returns: (transfer none): that in a few words
 */
const char *
reknit_ritual_text_stage (ReknitRitualStage stage)
{
  switch (stage)
    {
    case REKNIT_RITUAL_STAGE_GROWING: return C_("how much of a habit", "Comes more easily");
    case REKNIT_RITUAL_STAGE_SETTLING: return C_("how much of a habit", "Nearly a habit");
    case REKNIT_RITUAL_STAGE_ROOTED: return C_("how much of a habit", "Part of your days");
    case REKNIT_RITUAL_STAGE_BEGUN:
    default: return C_("how much of a habit", "Just begun");
    }
}

/**
 * reknit_ritual_text_days:
 *
 * Returns: (transfer full): on which days it is done: “Every Sunday”
 */
char *
reknit_ritual_text_days (ReknitRitual *ritual)
{
  g_autoptr (ReknitRecurrence) recurrence =
    reknit_recurrence_new (reknit_record_get_text (ritual, "starts"), reknit_record_get_text (ritual, "rule"), NULL);

  return recurrence != NULL ? reknit_recurrence_describe_days (recurrence) : g_strdup ("");
}

/**
 * reknit_ritual_text_facts:
 *
 * Returns: (transfer full): what it follows, on which days, and how much of a habit it has become
 */
char *
reknit_ritual_text_facts (ReknitRitual *ritual)
{
  g_autoptr (GDateTime) today = reknit_local_time_now (reknit_clock_get_default ());
  g_autofree char *days = reknit_ritual_text_days (ritual);
  const char *stage = reknit_ritual_text_stage (reknit_ritual_get_stage (ritual, today));

  return g_strdup_printf ("%s · %s · %s", reknit_record_get_text (ritual, "cue"), days, stage);
}

/**
 * reknit_ritual_text_date:
 * @day: local time
 *
 * Returns: (transfer full): “Friday 27 November”
 */
char *
reknit_ritual_text_date (GDateTime *day)
{
  /* Translators: a day with its weekday, without the year: “Friday 27 November”; see strftime(3).
     xgettext:no-c-format */
  return g_date_time_format (day, C_("date format", "%A %-d %B"));
}

static char *
say_mark (const char      *name,
          ReknitMarkState  state)
{
  if (state == REKNIT_MARK_STATE_DONE)
    /* Translators: a ritual, on one day; %s is the name of a partner */
    return g_strdup_printf (_("%s did it"), name);
  if (state == REKNIT_MARK_STATE_MISSED)
    /* Translators: a ritual, on one day; %s is the name of a partner */
    return g_strdup_printf (_("%s missed it"), name);
  /* Translators: a ritual, on one day; %s is the name of a partner */
  return g_strdup_printf (_("nothing noted for %s"), name);
}

/**
 * reknit_ritual_text_day:
 * @on_record: what is on record of that day
 * @day: local time
 *
 * Returns: (transfer full): the day and what each of the two noted, for whoever can't see the marks
 */
char *
reknit_ritual_text_day (ReknitSeats           *seats,
                        const ReknitRitualDay *on_record,
                        GDateTime             *day)
{
  ReknitPartner *partners[] = { reknit_seats_get_first (seats), reknit_seats_get_second (seats) };
  g_autofree char *date = reknit_ritual_text_date (day);
  GString *text = g_string_new (date);

  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    if (partners[i] != NULL)
      {
        g_autofree char *mark = say_mark (reknit_partner_get_name (partners[i]), on_record->states[i]);

        g_string_append_printf (text, ", %s", mark);
      }
  return g_string_free (text, FALSE);
}

/**
 * reknit_ritual_text_for_card:
 * @practice: a practice whose tool is "ritual"
 *
 * Returns: (transfer full) (nullable): how things stand today; %NULL if there is no ritual yet
 */
char *
reknit_ritual_text_for_card (ReknitSeats    *seats,
                             ReknitPractice *practice)
{
  ReknitStore *store = reknit_seats_get_store (seats);
  const char *kind = reknit_ritual_text_kind (practice);
  g_autoptr (ReknitQuery) query = reknit_ritual_query_kept (kind);
  g_autoptr (GDateTime) today = reknit_local_time_now (reknit_clock_get_default ());
  g_autoptr (GPtrArray) due = NULL;
  g_autofree char *count = NULL;
  guint n_done = 0;

  if (reknit_store_count (store, query) == 0)
    return NULL;
  due = reknit_rituals_due_on (store, kind, today);
  if (due->len == 0)
    return g_strdup (_("Nothing today"));
  for (guint i = 0; i < due->len; i++)
    n_done += reknit_ritual_is_done (due->pdata[i], today);
  count = g_strdup_printf (ngettext ("%u ritual today", "%u rituals today", due->len), due->len);
  if (n_done == 0)
    return g_steal_pointer (&count);
  /* Translators: “3 rituals today”, and how many of them are done */
  return g_strdup_printf (ngettext ("%1$s, %2$u done", "%1$s, %2$u done", n_done), count, n_done);
}
