#pragma once

#include "reknit-seated-window.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_WINDOW (reknit_window_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWindow, reknit_window, REKNIT, WINDOW, ReknitSeatedWindow)

GtkWidget   *reknit_window_new          (GtkApplication *application, ReknitSeats *seats);
gboolean     reknit_window_show_page    (ReknitWindow *self, const char *page);
void         reknit_window_open_subject (ReknitWindow *self, const char *practice, const char *table, gint64 id);
void         reknit_window_begin (ReknitWindow *self);
void         reknit_window_begin_neutral (ReknitWindow *self);
void         reknit_window_present_over (GtkWindow *window, GtkWindow *parent);

G_END_DECLS
