#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_REMINDER (reknit_reminder_get_type ())
REKNIT_DECLARE_RECORD (ReknitReminder, reknit_reminder, REKNIT, REMINDER)

#define REKNIT_REMINDER_CHECK_IN   "check-in"
#define REKNIT_REMINDER_TALK_BREAK "talk-break"
#define REKNIT_REMINDER_FOLLOW_UP  "follow-up"
#define REKNIT_REMINDER_PLAN       "plan"
#define REKNIT_REMINDER_RITUAL     "ritual"
#define REKNIT_REMINDER_UNPLUGGED  "unplugged"

ReknitQuery    *reknit_reminder_query_armed (void);
ReknitQuery    *reknit_reminder_query_of    (const char *kind, gint64 subject);
ReknitReminder *reknit_reminder_find        (ReknitStore *store, const char *kind, gint64 subject);

G_END_DECLS
