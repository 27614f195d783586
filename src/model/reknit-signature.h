#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_SIGNATURE (reknit_signature_get_type ())
REKNIT_DECLARE_RECORD (ReknitSignature, reknit_signature, REKNIT, SIGNATURE)

G_END_DECLS
