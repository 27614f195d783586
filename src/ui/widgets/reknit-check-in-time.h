#pragma once

#include <gtk/gtk.h>

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_CHECK_IN_TIME (reknit_check_in_time_get_type ())
G_DECLARE_FINAL_TYPE (ReknitCheckInTime, reknit_check_in_time, REKNIT, CHECK_IN_TIME, GtkWidget)

GtkWidget *reknit_check_in_time_new  (ReknitStore *store);
gboolean   reknit_check_in_time_save (ReknitCheckInTime *self);

G_END_DECLS
