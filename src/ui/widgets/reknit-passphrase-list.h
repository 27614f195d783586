#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PASSPHRASE_LIST (reknit_passphrase_list_get_type ())
G_DECLARE_FINAL_TYPE (ReknitPassphraseList, reknit_passphrase_list, REKNIT, PASSPHRASE_LIST, GtkWidget)

GtkWidget *reknit_passphrase_list_new (ReknitSeats *seats);

G_END_DECLS
