#pragma once

#include "reknit-secret-private.h"

G_BEGIN_DECLS

#define REKNIT_RECOVERY_CODE_SIZE 16

char         *reknit_recovery_code_print (const ReknitSecret *code);
ReknitSecret *reknit_recovery_code_read  (const char *typed, GError **error);

G_END_DECLS
