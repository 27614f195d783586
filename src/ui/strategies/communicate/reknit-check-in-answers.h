#pragma once

#include <gtk/gtk.h>

#include "reknit-check-in.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_CHECK_IN_ANSWERS (reknit_check_in_answers_get_type ())
G_DECLARE_FINAL_TYPE (ReknitCheckInAnswers, reknit_check_in_answers, REKNIT, CHECK_IN_ANSWERS, GtkWidget)

GtkWidget *reknit_check_in_answers_new (ReknitSeats *seats, ReknitCheckIn *check_in, ReknitPartner *only);

G_END_DECLS
