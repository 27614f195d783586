#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean locale_fixture_set_up    (const char *name,
                                   int         category);
void     locale_fixture_tear_down (void);

G_END_DECLS
