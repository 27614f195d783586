#pragma once

#include "reknit-vault-error.h"

G_BEGIN_DECLS

void reknit_vault_set_error (GError **error, ReknitVaultError code);

G_END_DECLS
