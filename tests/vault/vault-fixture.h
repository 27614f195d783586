#pragma once

#include "reknit-sealer.h"
#include "reknit-vault.h"

G_BEGIN_DECLS

#define ADA 1
#define BEN 2

/* A vault of the first version, as another program made it by the description in the sources. */
#define FIXED_OWNER 7
#define FIXED_PASSPHRASE "Bru\u0308cke u\u0308ber dem Fluß"
#define FIXED_CODE "0NGBP-5KHSG-KR5Q9-RJFQ4-K97ZB-8CTH5"
#define FIXED_ROW G_GINT64_CONSTANT (4611686018427387905)
#define FIXED_TEXT "Heute war es leicht. 🌿 שלום"

ReknitVault    *vault_fixture_new         (void);
ReknitKeyWraps *vault_fixture_fixed_wraps (void);
GBytes         *vault_fixture_fixed_text  (void);

void            vault_fixture_keep        (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult   *vault_fixture_wait        (GAsyncResult **result);

ReknitKeyWraps *vault_fixture_create      (ReknitVault *vault, gint64 owner, const char *passphrase, char **code,
                                           GError **error);
gboolean        vault_fixture_unlock      (ReknitVault *vault, gint64 owner, const char *passphrase, GError **error);
gboolean        vault_fixture_recover     (ReknitVault *vault, gint64 owner, const char *code, GError **error);
gboolean        vault_fixture_verify      (ReknitVault *vault, gint64 owner, const char *passphrase, GError **error);
ReknitKeyWraps *vault_fixture_change      (ReknitVault *vault, gint64 owner, const char *passphrase, GError **error);

GBytes         *vault_fixture_seal        (ReknitVault *vault, gint64 owner, const char *text);
char           *vault_fixture_open        (ReknitVault *vault, gint64 owner, GBytes *sealed, GError **error);
GBytes         *vault_fixture_flip        (GBytes *bytes, gsize bit);

G_END_DECLS
