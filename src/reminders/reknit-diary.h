#pragma once

#include "reknit-scheduler.h"
#include "reknit-store.h"

G_BEGIN_DECLS

/**
 * ReknitDiary:
 * @reminders: (element-type ReknitScheduledReminder): those that are switched on
 * @occurrences: (element-type ReknitScheduledOccurrence): what a list of what is due needs of the past
 *
 * What the store knows of reminders, read at one moment.
 */
typedef struct
{
  GArray       *reminders;
  GArray       *occurrences;
  GPtrArray    *recurrences;
  GStringChunk *texts;
} ReknitDiary;

ReknitDiary *reknit_diary_read       (ReknitStore *store, gint64 now, GError **error);
void         reknit_diary_free       (ReknitDiary *self);

gboolean     reknit_diary_note       (ReknitStore *store, ReknitDueList *list, GError **error);
GArray      *reknit_diary_claim      (ReknitStore *store, ReknitDueList *list, gint64 now, GError **error);
GArray      *reknit_diary_list_out   (ReknitStore *store);
char        *reknit_diary_find_kind  (ReknitStore *store, gint64 occurrence);
gboolean     reknit_diary_may_name   (ReknitStore *store);
gboolean     reknit_diary_snooze     (ReknitStore *store, const gint64 *occurrences, guint n_occurrences, gint64 until,
                                      GError **error);
gboolean     reknit_diary_skip       (ReknitStore *store, gint64 occurrence, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReknitDiary, reknit_diary_free)

G_END_DECLS
