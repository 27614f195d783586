#pragma once

#include <adwaita.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PASSPHRASE_DIALOG (reknit_passphrase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ReknitPassphraseDialog, reknit_passphrase_dialog, REKNIT, PASSPHRASE_DIALOG, AdwWindow)

void reknit_passphrase_dialog_take_seat (GtkWindow *parent, ReknitSeats *seats, ReknitPartner *partner);

G_END_DECLS
