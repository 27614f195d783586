#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

/**
 * ReknitTogether:
 * @REKNIT_TOGETHER_CHECK_IN: check-ins that were closed
 * @REKNIT_TOGETHER_TALK: talks that came to their end
 * @REKNIT_TOGETHER_AGREEMENT: agreements, and changes of them, that both signed
 * @REKNIT_TOGETHER_DATE: dates that took place
 * @REKNIT_TOGETHER_RITUAL: days of a ritual that were marked for both, or by each
 * @REKNIT_TOGETHER_UNPLUGGED: times without devices that came to their end
 *
 * What two do together.
 */
typedef enum
{
  REKNIT_TOGETHER_CHECK_IN,
  REKNIT_TOGETHER_TALK,
  REKNIT_TOGETHER_AGREEMENT,
  REKNIT_TOGETHER_DATE,
  REKNIT_TOGETHER_RITUAL,
  REKNIT_TOGETHER_UNPLUGGED,
} ReknitTogether;

#define REKNIT_N_TOGETHER (REKNIT_TOGETHER_UNPLUGGED + 1)

/**
 * ReknitTogetherMonth:
 * @year: in local time
 * @month: 1 to 12
 * @counts: how often, by #ReknitTogether
 *
 * What the two did together in a month. Nobody's share of it is counted.
 */
typedef struct
{
  int   year;
  int   month;
  guint counts[REKNIT_N_TOGETHER];
} ReknitTogetherMonth;

GArray  *reknit_together_list_months (ReknitStore *store, guint limit);
gboolean reknit_together_is_about    (ReknitChangeSet *changes);

G_END_DECLS
