#include "reknit-signature.h"

/**
 * ReknitSignature:
 *
 * That a partner agreed to a revision; `created` says when.
 */
static const ReknitColumn columns[] = {
  { "revision", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "partner",  REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitSignature, reknit_signature, "signature", columns)
