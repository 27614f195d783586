#pragma once

#include "reknit-kdf-private.h"

G_BEGIN_DECLS

/**
 * ReknitWrapKind:
 * @REKNIT_WRAP_PASSPHRASE: wrapped by a passphrase
 * @REKNIT_WRAP_RECOVERY: wrapped by a recovery code
 *
 * What a wrap is opened with. The numbers are stored.
 */
typedef enum
{
  REKNIT_WRAP_PASSPHRASE = 1,
  REKNIT_WRAP_RECOVERY = 2,
} ReknitWrapKind;

GBytes       *reknit_wrap_new      (ReknitWrapKind      kind,
                                    gint64              owner,
                                    const ReknitKdf    *kdf,
                                    const ReknitSecret *wrapping_key,
                                    const ReknitSecret *key);
gboolean      reknit_wrap_read     (GBytes             *wrap,
                                    ReknitWrapKind      kind,
                                    ReknitKdf          *kdf,
                                    GError            **error);
ReknitSecret *reknit_wrap_open     (GBytes             *wrap,
                                    gint64              owner,
                                    const ReknitSecret *wrapping_key,
                                    GError            **error);
gboolean      reknit_wrap_is_of    (GBytes             *wrap,
                                    const ReknitSecret *key);

G_END_DECLS
