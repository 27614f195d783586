#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_KEY_WRAPS (reknit_key_wraps_get_type ())

typedef struct _ReknitKeyWraps ReknitKeyWraps;

GType           reknit_key_wraps_get_type       (void);
ReknitKeyWraps *reknit_key_wraps_new            (GBytes *passphrase_wrap, GBytes *recovery_wrap);
ReknitKeyWraps *reknit_key_wraps_ref            (ReknitKeyWraps *self);
void            reknit_key_wraps_unref          (ReknitKeyWraps *self);
GBytes         *reknit_key_wraps_get_passphrase (ReknitKeyWraps *self);
GBytes         *reknit_key_wraps_get_recovery   (ReknitKeyWraps *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReknitKeyWraps, reknit_key_wraps_unref)

G_END_DECLS
