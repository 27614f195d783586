#pragma once

#include <gtk/gtk.h>

#include "reknit-partner.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_RECORD_CARD (reknit_record_card_get_type ())
G_DECLARE_FINAL_TYPE (ReknitRecordCard, reknit_record_card, REKNIT, RECORD_CARD, GtkButton)

/* Properties: title, line, partner (nullable: both), badged (whether to show the partner), locked (whether only its
 * author can read it). */

GtkWidget *reknit_record_card_new (void);

G_END_DECLS
