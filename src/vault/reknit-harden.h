#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean reknit_vault_harden_process (void);

G_END_DECLS
