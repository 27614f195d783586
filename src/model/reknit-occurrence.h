#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

/**
 * ReknitOccurrenceState:
 * @REKNIT_OCCURRENCE_STATE_PENDING: not yet answered
 * @REKNIT_OCCURRENCE_STATE_DONE: what it called for was done
 * @REKNIT_OCCURRENCE_STATE_SKIPPED: left out
 * @REKNIT_OCCURRENCE_STATE_PASSED: fell due while nobody was there, and a later one took its place
 *
 * What became of an occurrence.
 */
typedef enum
{
  REKNIT_OCCURRENCE_STATE_PENDING,
  REKNIT_OCCURRENCE_STATE_DONE,
  REKNIT_OCCURRENCE_STATE_SKIPPED,
  REKNIT_OCCURRENCE_STATE_PASSED,
} ReknitOccurrenceState;

#define REKNIT_TYPE_OCCURRENCE_STATE (reknit_occurrence_state_get_type ())
GType reknit_occurrence_state_get_type (void);

#define REKNIT_TYPE_OCCURRENCE (reknit_occurrence_get_type ())
REKNIT_DECLARE_RECORD (ReknitOccurrence, reknit_occurrence, REKNIT, OCCURRENCE)

ReknitQuery      *reknit_occurrence_query_waiting (const char *kind, gint64 now);
ReknitOccurrence *reknit_occurrence_find_waiting  (ReknitStore *store, const char *kind, gint64 now);

G_END_DECLS
