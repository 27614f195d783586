#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *reknit_print_operation_new (const char *job_name);

G_END_DECLS
