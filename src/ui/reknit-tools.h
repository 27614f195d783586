#pragma once

#include "reknit-seats.h"
#include "reknit-strategy.h"

G_BEGIN_DECLS

/**
 * ReknitLiveLineFunc:
 * @seats: whose seat is taken, and the store
 * @practice: the practice whose card it is
 *
 * Says how things stand in a practice: "2 rules signed". Called again after each change of the store and of the seat,
 * so it must be quick: a count, not a list.
 *
 * Returns: (transfer full) (nullable): one short, translated line; %NULL for the practice's summary
 */
typedef char *(*ReknitLiveLineFunc) (ReknitSeats *seats, ReknitPractice *practice);

void  reknit_tools_register           (const char *tool, GType page_type);
GType reknit_tools_find               (const char *tool);
void  reknit_tools_register_live_line (const char *tool, ReknitLiveLineFunc func);
char *reknit_tools_describe           (ReknitSeats *seats, ReknitPractice *practice);

G_END_DECLS
