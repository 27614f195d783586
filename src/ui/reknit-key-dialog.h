#pragma once

#include <adwaita.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_KEY_DIALOG (reknit_key_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ReknitKeyDialog, reknit_key_dialog, REKNIT, KEY_DIALOG, AdwWindow)

void reknit_key_dialog_present         (GtkWindow *parent, ReknitSeats *seats, ReknitPartner *partner);
void reknit_key_dialog_present_renewal (GtkWindow *parent, ReknitSeats *seats, ReknitPartner *partner);

G_END_DECLS
