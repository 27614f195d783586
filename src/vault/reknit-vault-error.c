#include "reknit-vault-error-private.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (reknit-vault-error-quark, reknit_vault_error)

/**
 * reknit_vault_error_get_message:
 * @code: what went wrong
 *
 * Returns: (transfer none): a translated sentence for the person at the keyboard
 */
const char *
reknit_vault_error_get_message (ReknitVaultError code)
{
  switch (code)
    {
    case REKNIT_VAULT_ERROR_NO_KEY:
      return _("There is no passphrase yet.");
    case REKNIT_VAULT_ERROR_HAS_KEY:
      return _("There is a passphrase already.");
    case REKNIT_VAULT_ERROR_LOCKED:
      return _("The private text is locked. Unlock it with its passphrase first.");
    case REKNIT_VAULT_ERROR_EMPTY_PASSPHRASE:
      return _("An empty passphrase can’t protect anything.");
    case REKNIT_VAULT_ERROR_WRONG_PASSPHRASE:
      return _("This isn’t the passphrase. Try again.");
    case REKNIT_VAULT_ERROR_MISTYPED_CODE:
      return _("There is a slip in the recovery code. Compare it with your copy, letter by letter.");
    case REKNIT_VAULT_ERROR_WRONG_CODE:
      return _("This recovery code belongs to another passphrase, or a newer code has replaced it.");
    case REKNIT_VAULT_ERROR_NO_CODE:
      return _("There is no recovery code for this passphrase.");
    case REKNIT_VAULT_ERROR_INVALID_TEXT:
      return _("This contains something that isn’t text.");
    case REKNIT_VAULT_ERROR_DAMAGED:
      return _("This can’t be opened because it is damaged. A backup may still have it.");
    case REKNIT_VAULT_ERROR_NEWER:
      return _("This was written by a newer version of Reknit. Update to open it.");
    case REKNIT_VAULT_ERROR_NO_MEMORY:
      return _("There isn’t enough free memory to do this. Close other programs and try again.");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * reknit_vault_set_error:
 * @error: (optional): return location
 * @code: what went wrong
 *
 * Sets @error with the message that belongs to @code.
 */
void
reknit_vault_set_error (GError         **error,
                        ReknitVaultError code)
{
  g_set_error_literal (error, REKNIT_VAULT_ERROR, code, reknit_vault_error_get_message (code));
}
