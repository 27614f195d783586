#include "reknit-harden.h"

#include <sys/prctl.h>
#include <sys/resource.h>

/**
 * reknit_vault_harden_process:
 *
 * Keeps this process out of core dumps and out of the reach of other processes of the same user that
 * are not its debugger already. Call it first in `main()`. Programs that are started later dump core as
 * little, since the limit is inherited.
 *
 * Returns: whether both took effect; the program can go on if not
 */
gboolean
reknit_vault_harden_process (void)
{
  const struct rlimit none = { 0, 0 };
  gboolean no_core = setrlimit (RLIMIT_CORE, &none) == 0;

  /* The limit alone is not enough: a core_pattern that pipes to a collector ignores it. */
  return prctl (PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && no_core;
}
