#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ReknitPassphraseStrength:
 * @REKNIT_PASSPHRASE_EMPTY: nothing there: the only one that can't be used
 * @REKNIT_PASSPHRASE_SHORT: so short that trying them all is easy
 * @REKNIT_PASSPHRASE_GUESSABLE: among the first that anybody would try
 * @REKNIT_PASSPHRASE_FAIR: keeps out people who guess
 * @REKNIT_PASSPHRASE_STRONG: keeps out a program that guesses for a long time
 *
 * How hard a passphrase is to guess, in their order. A hint for the person who chooses it, never a bar.
 */
typedef enum
{
  REKNIT_PASSPHRASE_EMPTY,
  REKNIT_PASSPHRASE_SHORT,
  REKNIT_PASSPHRASE_GUESSABLE,
  REKNIT_PASSPHRASE_FAIR,
  REKNIT_PASSPHRASE_STRONG,
} ReknitPassphraseStrength;

#define REKNIT_TYPE_PASSPHRASE_STRENGTH (reknit_passphrase_strength_get_type ())
GType reknit_passphrase_strength_get_type (void);

ReknitPassphraseStrength reknit_passphrase_judge                 (const char *passphrase);
const char              *reknit_passphrase_strength_get_sentence (ReknitPassphraseStrength strength);

G_END_DECLS
