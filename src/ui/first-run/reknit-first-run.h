#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_FIRST_RUN (reknit_first_run_get_type ())
G_DECLARE_FINAL_TYPE (ReknitFirstRun, reknit_first_run, REKNIT, FIRST_RUN, GtkWidget)

/* Signal: done. */

GtkWidget *reknit_first_run_new (ReknitSeats *seats);

G_END_DECLS
