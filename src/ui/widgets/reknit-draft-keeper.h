#pragma once

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_DRAFT_KEEPER (reknit_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (ReknitDraftKeeper, reknit_draft_keeper, REKNIT, DRAFT_KEEPER, GObject)

ReknitDraftKeeper *reknit_draft_keeper_new         (ReknitSeats *seats, const char *form);
void               reknit_draft_keeper_bind        (ReknitDraftKeeper *self, const char *field, gpointer object,
                                                    const char *property);
gboolean           reknit_draft_keeper_open        (ReknitDraftKeeper *self, gint64 subject);
void               reknit_draft_keeper_move        (ReknitDraftKeeper *self, const char *form);
gboolean           reknit_draft_keeper_is_open     (ReknitDraftKeeper *self);
gboolean           reknit_draft_keeper_flush       (ReknitDraftKeeper *self, GError **error);
void               reknit_draft_keeper_close       (ReknitDraftKeeper *self);
void               reknit_draft_keeper_drop        (ReknitDraftKeeper *self);

G_END_DECLS
