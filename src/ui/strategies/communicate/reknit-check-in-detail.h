#pragma once

#include <gtk/gtk.h>

#include "reknit-check-in.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

GtkWidget *reknit_check_in_detail_new (ReknitSeats *seats, ReknitCheckIn *check_in);

G_END_DECLS
