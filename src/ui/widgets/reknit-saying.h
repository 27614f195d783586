#pragma once

#include <gtk/gtk.h>

#include "reknit-partner.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_SAYING (reknit_saying_get_type ())
G_DECLARE_FINAL_TYPE (ReknitSaying, reknit_saying, REKNIT, SAYING, GtkWidget)

/* Properties: partner (whose words), text, placeholder (stands there while there is no text), line (a quiet line below;
 * nullable), locked. */

GtkWidget *reknit_saying_new        (ReknitPartner *partner);
GtkWidget *reknit_saying_add_button (ReknitSaying *self, const char *label, GCallback clicked, gpointer swapped);

G_END_DECLS
