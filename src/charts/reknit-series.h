#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

typedef enum
{
  REKNIT_LINE_STYLE_SOLID,
  REKNIT_LINE_STYLE_DASHED,
} ReknitLineStyle;

typedef enum
{
  REKNIT_MARKER_CIRCLE,
  REKNIT_MARKER_DIAMOND,
} ReknitMarker;

#define REKNIT_TYPE_LINE_STYLE (reknit_line_style_get_type ())
GType reknit_line_style_get_type (void) G_GNUC_CONST;

#define REKNIT_TYPE_MARKER (reknit_marker_get_type ())
GType reknit_marker_get_type (void) G_GNUC_CONST;

/**
 * ReknitPoint:
 * @x: unix seconds
 * @y: the value, or NAN for a time that was asked for and not answered
 * @note: (nullable): words that belong to the point
 */
typedef struct
{
  double      x;
  double      y;
  const char *note;
} ReknitPoint;

#define REKNIT_TYPE_SERIES (reknit_series_get_type ())
G_DECLARE_FINAL_TYPE (ReknitSeries, reknit_series, REKNIT, SERIES, GObject)

ReknitSeries   *reknit_series_new             (const char *label);
const char     *reknit_series_get_label       (ReknitSeries *self);
void            reknit_series_set_label       (ReknitSeries *self, const char *label);
const GdkRGBA  *reknit_series_get_color       (ReknitSeries *self);
void            reknit_series_set_color       (ReknitSeries *self, const GdkRGBA *color);
ReknitLineStyle reknit_series_get_line_style  (ReknitSeries *self);
void            reknit_series_set_line_style  (ReknitSeries *self, ReknitLineStyle style);
ReknitMarker    reknit_series_get_marker      (ReknitSeries *self);
void            reknit_series_set_marker      (ReknitSeries *self, ReknitMarker marker);
double          reknit_series_get_maximum_gap (ReknitSeries *self);
void            reknit_series_set_maximum_gap (ReknitSeries *self, double seconds);

void            reknit_series_set_points      (ReknitSeries *self, const ReknitPoint *points, guint n_points);
void            reknit_series_append          (ReknitSeries *self, double x, double y, const char *note);
void            reknit_series_clear           (ReknitSeries *self);
guint           reknit_series_get_n_points    (ReknitSeries *self);
const ReknitPoint *
                reknit_series_get_point       (ReknitSeries *self, guint index);
const ReknitPoint *
                reknit_series_find_point      (ReknitSeries *self, double x);
guint           reknit_series_get_run         (ReknitSeries *self, guint start);

G_END_DECLS
