#pragma once

#include <gtk/gtk.h>

#include "reknit-occasion.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_WEEK_BLOCK_PAGE (reknit_week_block_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWeekBlockPage, reknit_week_block_page, REKNIT, WEEK_BLOCK_PAGE, GtkWidget)

/* Signal: gone (), when what it shows is not there any more. */

GtkWidget      *reknit_week_block_page_new          (ReknitSeats *seats, ReknitOccasion *occasion);
ReknitOccasion *reknit_week_block_page_get_occasion (ReknitWeekBlockPage *self);

G_END_DECLS
