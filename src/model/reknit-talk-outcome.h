#pragma once

#include "reknit-talk.h"

G_BEGIN_DECLS

/* What comes of a talk, and how its clock gets through the end of the program. */

gboolean     reknit_talk_keep_clock   (ReknitTalk *self, GError **error);
gboolean     reknit_talk_recover      (ReknitTalk *self, GError **error);
gboolean     reknit_talk_conclude     (ReknitTalk *self, ReknitPartner *const *partners, const char *const *bodies,
                                       guint n_partners, GError **error);
gboolean     reknit_talk_remove       (ReknitTalk *self, const char *label, GError **error);
guint        reknit_talk_count_turns  (ReknitTalk *self);
guint        reknit_talk_count_pauses (ReknitTalk *self);
gint64       reknit_talk_get_seconds  (ReknitTalk *self);
ReknitQuery *reknit_talk_query_topics (void);
ReknitQuery *reknit_talk_pause_query  (gint64 talk);

G_END_DECLS
