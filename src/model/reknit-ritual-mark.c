#include "reknit-ritual-mark.h"

#include <string.h>

G_DEFINE_ENUM_TYPE (ReknitMarkState, reknit_mark_state,
  G_DEFINE_ENUM_VALUE (REKNIT_MARK_STATE_NONE, "none"),
  G_DEFINE_ENUM_VALUE (REKNIT_MARK_STATE_DONE, "done"),
  G_DEFINE_ENUM_VALUE (REKNIT_MARK_STATE_MISSED, "missed"))

/**
 * ReknitRitualMark:
 *
 * That a ritual was done on a day (`YYYY-MM-DD`), or that it was missed; by one partner, or by both if @partner is 0.
 * A day without a mark is not a missed one.
 */
static const ReknitColumn columns[] = {
  { "ritual",  REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "day",     REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "partner", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "state",   REKNIT_COLUMN_ENUM, REKNIT_COLUMN_PLAIN, reknit_mark_state_get_type },
};

REKNIT_DEFINE_RECORD (ReknitRitualMark, reknit_ritual_mark, "ritual_mark", columns)

/**
 * reknit_ritual_mark_query:
 * @ritual: a ritual's id
 * @from: the first day
 * @until: the day after the last
 *
 * Returns: (transfer full): its marks on those days, in their order
 */
ReknitQuery *
reknit_ritual_mark_query (gint64      ritual,
                          const char *from,
                          const char *until)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_RITUAL_MARK, "ritual = :ritual AND day >= :from AND day < :until",
                                         "day, partner");

  reknit_query_bind_text (query, ":from", from);
  reknit_query_bind_text (query, ":until", until);
  return reknit_query_bind_integer (query, ":ritual", ritual);
}

static ReknitRitualMark *
find (ReknitStore *store,
      gint64       ritual,
      const char  *day,
      gint64       partner)
{
  g_autoptr (ReknitQuery) query =
    reknit_query_new (REKNIT_TYPE_RITUAL_MARK, "ritual = :ritual AND day = :day AND coalesce (partner, 0) = :partner", NULL);

  reknit_query_bind_text (query, ":day", day);
  reknit_query_bind_integer (query, ":partner", partner);
  return reknit_store_first (store, reknit_query_bind_integer (query, ":ritual", ritual));
}

/**
 * reknit_ritual_mark_get:
 * @store: the store
 * @ritual: a ritual's id
 * @day: `YYYY-MM-DD`
 * @partner: a partner's id; 0 for both
 *
 * Returns: what is known of that day
 */
ReknitMarkState
reknit_ritual_mark_get (ReknitStore *store,
                        gint64       ritual,
                        const char  *day,
                        gint64       partner)
{
  g_autoptr (ReknitRitualMark) mark = find (store, ritual, day, partner);
  ReknitMarkState state = REKNIT_MARK_STATE_NONE;

  if (mark != NULL)
    g_object_get (mark, "state", &state, NULL);
  return state;
}

static void
add_mark (GArray          *days,
          const char      *day,
          gint64           position,
          ReknitMarkState  state)
{
  ReknitRitualDay *last = days->len > 0 ? &g_array_index (days, ReknitRitualDay, days->len - 1) : NULL;

  if (last == NULL || strcmp (last->day, day) != 0)
    {
      g_array_set_size (days, days->len + 1);
      last = &g_array_index (days, ReknitRitualDay, days->len - 1);
      g_strlcpy (last->day, day, sizeof last->day);
    }
  for (gint64 i = 1; i <= 2; i++)
    if (position == 0 || position == i)
      last->states[i - 1] = state;
}

/**
 * reknit_ritual_mark_list_days:
 * @store: the store
 * @ritual: a ritual's id
 * @from: the first day
 * @until: the day after the last
 *
 * Returns: (transfer full) (element-type ReknitRitualDay): the days of which anything is on record, in their order
 */
GArray *
reknit_ritual_mark_list_days (ReknitStore *store,
                              gint64       ritual,
                              const char  *from,
                              const char  *until)
{
  GArray *days = g_array_new (FALSE, TRUE, sizeof (ReknitRitualDay));
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "SELECT m.day, coalesce (p.position, 0), m.state = 'done' FROM ritual_mark AS m "
                                 "LEFT JOIN partner AS p ON p.id = m.partner "
                                 "WHERE m.ritual = :ritual AND m.day >= :from AND m.day < :until ORDER BY m.day, m.partner");
  gboolean has_row;

  reknit_statement_bind_integer (statement, "ritual", ritual);
  reknit_statement_bind_text (statement, "from", from);
  reknit_statement_bind_text (statement, "until", until);
  while (reknit_statement_step (statement, &has_row, NULL) && has_row)
    add_mark (days, reknit_statement_get_text (statement, 0), reknit_statement_get_integer (statement, 1),
              reknit_statement_get_integer (statement, 2) != 0 ? REKNIT_MARK_STATE_DONE : REKNIT_MARK_STATE_MISSED);
  return days;
}

typedef struct
{
  gint64           ritual;
  const char      *day;
  gint64           partner;
  ReknitMarkState  state;
} Marking;

static gboolean
set_mark (ReknitStore  *store,
          gpointer      data,
          GError      **error)
{
  Marking *marking = data;
  g_autoptr (ReknitRitualMark) mark = find (store, marking->ritual, marking->day, marking->partner);

  if (marking->state == REKNIT_MARK_STATE_NONE)
    return mark == NULL || reknit_store_remove (store, REKNIT_RECORD (mark), error);
  if (mark == NULL)
    mark = g_object_new (REKNIT_TYPE_RITUAL_MARK, "ritual", marking->ritual, "day", marking->day,
                         "partner", marking->partner, NULL);
  g_object_set (mark, "state", marking->state, NULL);
  return reknit_store_put (store, REKNIT_RECORD (mark), error);
}

/**
 * reknit_ritual_mark_set:
 * @store: the store
 * @label: (nullable): what the step is called when it is undone
 * @ritual: a ritual's id
 * @day: `YYYY-MM-DD`
 * @partner: a partner's id; 0 for both
 * @state: what to put on record; %REKNIT_MARK_STATE_NONE to take it off
 * @error: return location
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_ritual_mark_set (ReknitStore      *store,
                        const char       *label,
                        gint64            ritual,
                        const char       *day,
                        gint64            partner,
                        ReknitMarkState   state,
                        GError          **error)
{
  Marking marking = { ritual, day, partner, state };

  return reknit_store_transact (store, label, set_mark, &marking, error);
}
