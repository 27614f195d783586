#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

/**
 * ReknitTogetherMonth:
 * @year: in local time
 * @month: 1 to 12
 * @n_check_ins: check-ins that were closed
 * @n_talks: talks that came to their end
 * @n_agreements: agreements, and changes of them, that both signed
 *
 * What the two did together in a month. Nobody's share of it is counted.
 */
typedef struct
{
  int   year;
  int   month;
  guint n_check_ins;
  guint n_talks;
  guint n_agreements;
} ReknitTogetherMonth;

GArray *reknit_together_list_months (ReknitStore *store, guint limit);

G_END_DECLS
