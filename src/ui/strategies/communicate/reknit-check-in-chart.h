#pragma once

#include "reknit-chart.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

/**
 * ReknitCheckInSpan:
 * @REKNIT_CHECK_IN_SPAN_WEEKS: the last twelve weeks
 * @REKNIT_CHECK_IN_SPAN_YEAR: the last year
 * @REKNIT_CHECK_IN_SPAN_ALL: from the first check-in on
 *
 * How far back a chart looks.
 */
typedef enum
{
  REKNIT_CHECK_IN_SPAN_WEEKS,
  REKNIT_CHECK_IN_SPAN_YEAR,
  REKNIT_CHECK_IN_SPAN_ALL,
} ReknitCheckInSpan;

#define REKNIT_TYPE_CHECK_IN_CHART (reknit_check_in_chart_get_type ())
G_DECLARE_FINAL_TYPE (ReknitCheckInChart, reknit_check_in_chart, REKNIT, CHECK_IN_CHART, GtkWidget)

/* Properties: scale (index of a ReknitCheckInScale), span (a ReknitCheckInSpan), choosing (whether both can be chosen
 * on it), empty (whether nobody said anything there yet). */

GtkWidget   *reknit_check_in_chart_new       (ReknitSeats *seats);
ReknitChart *reknit_check_in_chart_get_chart (ReknitCheckInChart *self);

G_END_DECLS
