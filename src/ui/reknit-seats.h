#pragma once

#include "reknit-partner.h"
#include "reknit-store.h"
#include "reknit-vault.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_SEATS (reknit_seats_get_type ())
G_DECLARE_FINAL_TYPE (ReknitSeats, reknit_seats, REKNIT, SEATS, GObject)

/* Properties: store, vault, current (NULL = together), first, second, has-couple.
 * Signals: about-to-lock, before the seat is left or locked: forms put their drafts away. */

ReknitSeats   *reknit_seats_new              (ReknitStore *store, ReknitVault *vault);
ReknitStore   *reknit_seats_get_store        (ReknitSeats *self);
ReknitVault   *reknit_seats_get_vault        (ReknitSeats *self);
ReknitPartner *reknit_seats_get_current      (ReknitSeats *self);
gint64         reknit_seats_get_current_id   (ReknitSeats *self);
ReknitPartner *reknit_seats_get_first        (ReknitSeats *self);
ReknitPartner *reknit_seats_get_second       (ReknitSeats *self);
ReknitPartner *reknit_seats_get_other        (ReknitSeats *self, ReknitPartner *partner);
ReknitPartner *reknit_seats_find             (ReknitSeats *self, gint64 id);
gboolean       reknit_seats_has_couple       (ReknitSeats *self);
gboolean       reknit_seats_needs_passphrase (ReknitSeats *self, ReknitPartner *partner);

void           reknit_seats_take_async       (ReknitSeats *self, ReknitPartner *partner, const char *passphrase,
                                              GCancellable *cancellable, GAsyncReadyCallback callback,
                                              gpointer user_data);
gboolean       reknit_seats_take_finish      (ReknitSeats *self, GAsyncResult *result, GError **error);
void           reknit_seats_take_recovered   (ReknitSeats *self, ReknitPartner *partner);
void           reknit_seats_take_together    (ReknitSeats *self);
void           reknit_seats_lock             (ReknitSeats *self);

G_END_DECLS
