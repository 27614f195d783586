#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

/**
 * ReknitWeekHours:
 * @planned: minutes that are kept for the two, past and to come
 * @done: minutes that they had
 * @aim: minutes that both said yes to; 0 for no aim
 *
 * The time together of one week.
 */
typedef struct
{
  int planned;
  int done;
  int aim;
} ReknitWeekHours;

ReknitWeekHours reknit_week_hours_measure (ReknitStore *store, GDateTime *monday);

G_END_DECLS
