#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ReknitTick:
 * @value: where on the axis
 * @label: what stands there
 */
typedef struct
{
  double value;
  char  *label;
} ReknitTick;

#define REKNIT_TYPE_AXIS (reknit_axis_get_type ())
G_DECLARE_DERIVABLE_TYPE (ReknitAxis, reknit_axis, REKNIT, AXIS, GObject)

/**
 * ReknitAxisClass:
 * @add_ticks: append at most `max_ticks` ticks within the range with reknit_axis_add_tick()
 * @format: (transfer full): one value in words, longer than a tick's label
 */
struct _ReknitAxisClass
{
  GObjectClass parent_class;

  void  (*add_ticks) (ReknitAxis *self, GArray *ticks, guint max_ticks);
  char *(*format)    (ReknitAxis *self, double value);
};

void    reknit_axis_set_range    (ReknitAxis *self, double minimum, double maximum);
double  reknit_axis_get_minimum  (ReknitAxis *self);
double  reknit_axis_get_maximum  (ReknitAxis *self);
double  reknit_axis_get_position (ReknitAxis *self, double value);
GArray *reknit_axis_list_ticks   (ReknitAxis *self, guint max_ticks);
char   *reknit_axis_format       (ReknitAxis *self, double value);
void    reknit_axis_add_tick     (ReknitAxis *self, GArray *ticks, double value, char *label);

#define REKNIT_TYPE_VALUE_AXIS (reknit_value_axis_get_type ())
G_DECLARE_FINAL_TYPE (ReknitValueAxis, reknit_value_axis, REKNIT, VALUE_AXIS, ReknitAxis)

ReknitAxis *reknit_value_axis_new (double minimum, double maximum);

#define REKNIT_TYPE_TIME_AXIS (reknit_time_axis_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTimeAxis, reknit_time_axis, REKNIT, TIME_AXIS, ReknitAxis)

ReknitAxis *reknit_time_axis_new      (double minimum, double maximum);
void        reknit_time_axis_set_zone (ReknitTimeAxis *self, GTimeZone *zone);
GTimeZone  *reknit_time_axis_get_zone (ReknitTimeAxis *self);

G_END_DECLS
