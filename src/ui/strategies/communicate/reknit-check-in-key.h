#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_CHECK_IN_KEY (reknit_check_in_key_get_type ())
G_DECLARE_FINAL_TYPE (ReknitCheckInKey, reknit_check_in_key, REKNIT, CHECK_IN_KEY, GtkWidget)

/* Signal: opened (): the key is in memory now. */

ReknitPartner *reknit_check_in_find_closed_key (ReknitSeats *seats);
GtkWidget     *reknit_check_in_key_new         (ReknitSeats *seats, ReknitPartner *partner);

G_END_DECLS
