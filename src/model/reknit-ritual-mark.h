#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

/**
 * ReknitMarkState:
 * @REKNIT_MARK_STATE_NONE: nothing is on record, which says nothing
 * @REKNIT_MARK_STATE_DONE: it was done
 * @REKNIT_MARK_STATE_MISSED: somebody said that it was not
 *
 * What is known of a ritual on one day.
 */
typedef enum
{
  REKNIT_MARK_STATE_NONE,
  REKNIT_MARK_STATE_DONE,
  REKNIT_MARK_STATE_MISSED,
} ReknitMarkState;

#define REKNIT_TYPE_MARK_STATE (reknit_mark_state_get_type ())
GType reknit_mark_state_get_type (void);

/**
 * ReknitRitualDay:
 * @day: `YYYY-MM-DD`
 * @states: what is known of it for the first and for the second partner; a mark for both counts for each
 *
 * What the two put on record of a ritual on one day.
 */
typedef struct
{
  char             day[11];
  ReknitMarkState  states[2];
} ReknitRitualDay;

/* SQL: whether all who mark a ritual have said of that day how it went; both are expressions. A mark for both is each
 * one's. */
#define REKNIT_RITUAL_MARKED_BY_ALL(ritual, day) \
  "(EXISTS (SELECT 1 FROM ritual_mark WHERE ritual = " ritual " AND day = " day ") AND NOT EXISTS " \
  "(SELECT 1 FROM partner AS p WHERE NOT EXISTS (SELECT 1 FROM ritual_mark WHERE ritual = " ritual " AND day = " day \
  " AND coalesce (partner, p.id) = p.id)))"

#define REKNIT_TYPE_RITUAL_MARK (reknit_ritual_mark_get_type ())
REKNIT_DECLARE_RECORD (ReknitRitualMark, reknit_ritual_mark, REKNIT, RITUAL_MARK)

ReknitQuery     *reknit_ritual_mark_query (gint64 ritual, const char *from, const char *until);
ReknitMarkState  reknit_ritual_mark_get   (ReknitStore *store, gint64 ritual, const char *day, gint64 partner);
GArray          *reknit_ritual_mark_list_days (ReknitStore *store, gint64 ritual, const char *from, const char *until);
gboolean         reknit_ritual_mark_set   (ReknitStore *store, const char *label, gint64 ritual, const char *day,
                                           gint64 partner, ReknitMarkState state, GError **error);

G_END_DECLS
