#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  reknit_money_parse  (const char *text, gint64 *amount);
char     *reknit_money_format (gint64 amount);

G_END_DECLS
