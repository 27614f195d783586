#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"
#include "reknit-strategy.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PRACTICE_CARD (reknit_practice_card_get_type ())
G_DECLARE_FINAL_TYPE (ReknitPracticeCard, reknit_practice_card, REKNIT, PRACTICE_CARD, GtkButton)

GtkWidget *reknit_practice_card_new (ReknitSeats *seats, ReknitPractice *practice);
void       reknit_practice_card_update_line (ReknitPracticeCard *self);

G_END_DECLS
