#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ReknitPasteState:
 * @REKNIT_PASTE_SLOW: it takes its time; one of the others follows
 * @REKNIT_PASTE_FAILED: it can't be read
 * @REKNIT_PASTE_READ: here it is; %NULL where no text was copied
 *
 * How the reading of what was copied goes.
 */
typedef enum
{
  REKNIT_PASTE_SLOW,
  REKNIT_PASTE_FAILED,
  REKNIT_PASTE_READ,
} ReknitPasteState;

typedef void (*ReknitPasteFunc) (GtkWidget *widget, ReknitPasteState state, const char *text);

void reknit_paste_read (GtkWidget *widget, ReknitPasteFunc func);

G_END_DECLS
