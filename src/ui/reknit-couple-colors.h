#pragma once

#include "reknit-seats.h"
#include "reknit-strands.h"

G_BEGIN_DECLS

#define REKNIT_N_STRAND_COLORS 8

const char *reknit_couple_colors_get_value (guint index);
const char *reknit_couple_colors_get_name  (guint index);
gboolean    reknit_couple_colors_parse     (const char *value, GdkRGBA *color);
void        reknit_couple_colors_get       (ReknitSeats *seats, GdkRGBA *first, GdkRGBA *second);
void        reknit_couple_colors_bind      (ReknitSeats *seats, ReknitStrands *strands);
void        reknit_couple_colors_apply     (ReknitSeats *seats);

G_END_DECLS
