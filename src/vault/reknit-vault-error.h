#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReknitVaultError:
 * @REKNIT_VAULT_ERROR_NO_KEY: the owner has no key
 * @REKNIT_VAULT_ERROR_HAS_KEY: the owner has a key already, so that none can be created
 * @REKNIT_VAULT_ERROR_LOCKED: the owner's key is not open, or was locked while something waited for it
 * @REKNIT_VAULT_ERROR_EMPTY_PASSPHRASE: an empty passphrase guards nothing
 * @REKNIT_VAULT_ERROR_WRONG_PASSPHRASE: the passphrase is not the one that was set
 * @REKNIT_VAULT_ERROR_MISTYPED_CODE: no recovery code at all: a letter is wrong, missing or too many
 * @REKNIT_VAULT_ERROR_WRONG_CODE: a well-formed recovery code, but of another key or an earlier one
 * @REKNIT_VAULT_ERROR_NO_CODE: no recovery code was made for this key
 * @REKNIT_VAULT_ERROR_INVALID_TEXT: not valid UTF-8
 * @REKNIT_VAULT_ERROR_DAMAGED: the stored bytes were changed, or stand in another place than their own
 * @REKNIT_VAULT_ERROR_NEWER: the stored bytes were written by a newer version
 * @REKNIT_VAULT_ERROR_NO_MEMORY: too little memory to work with the key
 *
 * What can go wrong with keys and sealed text. The messages are translated, meant for people, and hold
 * nothing private.
 */
typedef enum
{
  REKNIT_VAULT_ERROR_NO_KEY,
  REKNIT_VAULT_ERROR_HAS_KEY,
  REKNIT_VAULT_ERROR_LOCKED,
  REKNIT_VAULT_ERROR_EMPTY_PASSPHRASE,
  REKNIT_VAULT_ERROR_WRONG_PASSPHRASE,
  REKNIT_VAULT_ERROR_MISTYPED_CODE,
  REKNIT_VAULT_ERROR_WRONG_CODE,
  REKNIT_VAULT_ERROR_NO_CODE,
  REKNIT_VAULT_ERROR_INVALID_TEXT,
  REKNIT_VAULT_ERROR_DAMAGED,
  REKNIT_VAULT_ERROR_NEWER,
  REKNIT_VAULT_ERROR_NO_MEMORY,
} ReknitVaultError;

#define REKNIT_VAULT_ERROR (reknit_vault_error_quark ())
GQuark reknit_vault_error_quark (void);

const char *reknit_vault_error_get_message (ReknitVaultError code);

G_END_DECLS
