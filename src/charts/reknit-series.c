#include "reknit-series.h"

#include <math.h>

/**
 * ReknitSeries:
 *
 * What one person said over time: the points of one strand, rising in time, and how the strand looks.
 * `changed` comes after anything that the chart shows has changed.
 */
struct _ReknitSeries
{
  GObject parent_instance;

  char           *label;
  GdkRGBA         color;
  ReknitLineStyle line_style;
  ReknitMarker    marker;
  double          maximum_gap;
  GArray         *points;
};

enum
{
  PROP_LABEL = 1,
  PROP_COLOR,
  PROP_LINE_STYLE,
  PROP_MARKER,
  PROP_MAXIMUM_GAP,
  PROP_N_POINTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_ENUM_TYPE (ReknitLineStyle, reknit_line_style,
                    G_DEFINE_ENUM_VALUE (REKNIT_LINE_STYLE_SOLID, "solid"),
                    G_DEFINE_ENUM_VALUE (REKNIT_LINE_STYLE_DASHED, "dashed"))

G_DEFINE_ENUM_TYPE (ReknitMarker, reknit_marker,
                    G_DEFINE_ENUM_VALUE (REKNIT_MARKER_CIRCLE, "circle"),
                    G_DEFINE_ENUM_VALUE (REKNIT_MARKER_DIAMOND, "diamond"))

G_DEFINE_FINAL_TYPE (ReknitSeries, reknit_series, G_TYPE_OBJECT)

static void
clear_point (gpointer data)
{
  ReknitPoint *point = data;

  g_free ((char *) point->note);
}

static void
notify_changed (ReknitSeries *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  g_signal_emit (self, changed_signal, 0);
}

static void
reknit_series_finalize (GObject *object)
{
  ReknitSeries *self = REKNIT_SERIES (object);

  g_free (self->label);
  g_array_unref (self->points);
  G_OBJECT_CLASS (reknit_series_parent_class)->finalize (object);
}

static void
reknit_series_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReknitSeries *self = REKNIT_SERIES (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_COLOR:
      g_value_set_boxed (value, &self->color);
      break;
    case PROP_LINE_STYLE:
      g_value_set_enum (value, self->line_style);
      break;
    case PROP_MARKER:
      g_value_set_enum (value, self->marker);
      break;
    case PROP_MAXIMUM_GAP:
      g_value_set_double (value, self->maximum_gap);
      break;
    case PROP_N_POINTS:
      g_value_set_uint (value, self->points->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
reknit_series_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReknitSeries *self = REKNIT_SERIES (object);

  switch (id)
    {
    case PROP_LABEL:
      reknit_series_set_label (self, g_value_get_string (value));
      break;
    case PROP_COLOR:
      reknit_series_set_color (self, g_value_get_boxed (value));
      break;
    case PROP_LINE_STYLE:
      reknit_series_set_line_style (self, g_value_get_enum (value));
      break;
    case PROP_MARKER:
      reknit_series_set_marker (self, g_value_get_enum (value));
      break;
    case PROP_MAXIMUM_GAP:
      reknit_series_set_maximum_gap (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
reknit_series_class_init (ReknitSeriesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = reknit_series_finalize;
  object_class->get_property = reknit_series_get_property;
  object_class->set_property = reknit_series_set_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_COLOR] = g_param_spec_boxed ("color", NULL, NULL, GDK_TYPE_RGBA, flags);
  properties[PROP_LINE_STYLE] =
    g_param_spec_enum ("line-style", NULL, NULL, REKNIT_TYPE_LINE_STYLE, REKNIT_LINE_STYLE_SOLID, flags);
  properties[PROP_MARKER] =
    g_param_spec_enum ("marker", NULL, NULL, REKNIT_TYPE_MARKER, REKNIT_MARKER_CIRCLE, flags);
  properties[PROP_MAXIMUM_GAP] = g_param_spec_double ("maximum-gap", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);
  properties[PROP_N_POINTS] =
    g_param_spec_uint ("n-points", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  changed_signal = g_signal_new ("changed", REKNIT_TYPE_SERIES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
reknit_series_init (ReknitSeries *self)
{
  self->label = g_strdup ("");
  gdk_rgba_parse (&self->color, "#2a7f7f");
  self->points = g_array_new (FALSE, FALSE, sizeof (ReknitPoint));
  g_array_set_clear_func (self->points, clear_point);
}

/**
 * reknit_series_new:
 * @label: whose strand it is, or what it shows
 *
 * Returns: (transfer full): a strand without points
 */
ReknitSeries *
reknit_series_new (const char *label)
{
  return g_object_new (REKNIT_TYPE_SERIES, "label", label, NULL);
}

const char *
reknit_series_get_label (ReknitSeries *self)
{
  g_return_val_if_fail (REKNIT_IS_SERIES (self), NULL);

  return self->label;
}

void
reknit_series_set_label (ReknitSeries *self, const char *label)
{
  g_return_if_fail (REKNIT_IS_SERIES (self));

  label = label ? label : "";
  if (g_str_equal (self->label, label))
    return;
  g_free (self->label);
  self->label = g_strdup (label);
  notify_changed (self, PROP_LABEL);
}

const GdkRGBA *
reknit_series_get_color (ReknitSeries *self)
{
  g_return_val_if_fail (REKNIT_IS_SERIES (self), NULL);

  return &self->color;
}

/**
 * reknit_series_set_color:
 * @color: as the person chose it; the chart darkens or lightens it where it couldn't be seen
 */
void
reknit_series_set_color (ReknitSeries *self, const GdkRGBA *color)
{
  g_return_if_fail (REKNIT_IS_SERIES (self));
  g_return_if_fail (color != NULL);

  if (gdk_rgba_equal (&self->color, color))
    return;
  self->color = *color;
  notify_changed (self, PROP_COLOR);
}

ReknitLineStyle
reknit_series_get_line_style (ReknitSeries *self)
{
  g_return_val_if_fail (REKNIT_IS_SERIES (self), REKNIT_LINE_STYLE_SOLID);

  return self->line_style;
}

void
reknit_series_set_line_style (ReknitSeries *self, ReknitLineStyle style)
{
  g_return_if_fail (REKNIT_IS_SERIES (self));

  if (self->line_style == style)
    return;
  self->line_style = style;
  notify_changed (self, PROP_LINE_STYLE);
}

ReknitMarker
reknit_series_get_marker (ReknitSeries *self)
{
  g_return_val_if_fail (REKNIT_IS_SERIES (self), REKNIT_MARKER_CIRCLE);

  return self->marker;
}

void
reknit_series_set_marker (ReknitSeries *self, ReknitMarker marker)
{
  g_return_if_fail (REKNIT_IS_SERIES (self));

  if (self->marker == marker)
    return;
  self->marker = marker;
  notify_changed (self, PROP_MARKER);
}

double
reknit_series_get_maximum_gap (ReknitSeries *self)
{
  g_return_val_if_fail (REKNIT_IS_SERIES (self), 0);

  return self->maximum_gap;
}

/**
 * reknit_series_set_maximum_gap:
 * @seconds: points farther apart than this are not joined by a line; 0 joins all but those around a missing one
 */
void
reknit_series_set_maximum_gap (ReknitSeries *self, double seconds)
{
  g_return_if_fail (REKNIT_IS_SERIES (self));
  g_return_if_fail (seconds >= 0);

  if (self->maximum_gap == seconds)
    return;
  self->maximum_gap = seconds;
  notify_changed (self, PROP_MAXIMUM_GAP);
}

static gboolean
same_points (GArray *have, const ReknitPoint *points, guint n_points)
{
  if (have->len != n_points)
    return FALSE;

  for (guint i = 0; i < n_points; i++)
    {
      const ReknitPoint *point = &g_array_index (have, ReknitPoint, i);
      gboolean same_y = point->y == points[i].y || (isnan (point->y) && isnan (points[i].y));

      if (point->x != points[i].x || !same_y || g_strcmp0 (point->note, points[i].note) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * reknit_series_set_points:
 * @points: (array length=n_points) (nullable): rising in time, no two at the same time; copied
 * @n_points: how many
 *
 * Replaces all points. Nothing is notified if they are what the series already has.
 */
void
reknit_series_set_points (ReknitSeries *self, const ReknitPoint *points, guint n_points)
{
  guint before;

  g_return_if_fail (REKNIT_IS_SERIES (self));
  for (guint i = 1; i < n_points; i++)
    g_return_if_fail (points[i].x > points[i - 1].x);

  if (same_points (self->points, points, n_points))
    return;

  before = self->points->len;
  g_array_set_size (self->points, 0);
  for (guint i = 0; i < n_points; i++)
    {
      ReknitPoint point = { points[i].x, points[i].y, g_strdup (points[i].note) };

      g_array_append_val (self->points, point);
    }
  if (before != n_points)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_POINTS]);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * reknit_series_append:
 * @x: unix seconds, later than the last point
 * @y: the value, or NAN for a missing one
 * @note: (nullable): words that belong to it
 */
void
reknit_series_append (ReknitSeries *self, double x, double y, const char *note)
{
  ReknitPoint point = { x, y, NULL };

  g_return_if_fail (REKNIT_IS_SERIES (self));
  g_return_if_fail (self->points->len == 0 || x > g_array_index (self->points, ReknitPoint, self->points->len - 1).x);

  point.note = g_strdup (note);
  g_array_append_val (self->points, point);
  notify_changed (self, PROP_N_POINTS);
}

void
reknit_series_clear (ReknitSeries *self)
{
  reknit_series_set_points (self, NULL, 0);
}

guint
reknit_series_get_n_points (ReknitSeries *self)
{
  g_return_val_if_fail (REKNIT_IS_SERIES (self), 0);

  return self->points->len;
}

/**
 * reknit_series_get_point:
 *
 * Returns: (transfer none) (nullable): valid until the next change
 */
const ReknitPoint *
reknit_series_get_point (ReknitSeries *self, guint index)
{
  g_return_val_if_fail (REKNIT_IS_SERIES (self), NULL);

  return index < self->points->len ? &g_array_index (self->points, ReknitPoint, index) : NULL;
}

static int
compare_time (gconstpointer a, gconstpointer b)
{
  const ReknitPoint *one = a, *other = b;

  return one->x < other->x ? -1 : one->x > other->x;
}

/**
 * reknit_series_find_point:
 * @x: unix seconds
 *
 * Returns: (transfer none) (nullable): the point at exactly that time
 */
const ReknitPoint *
reknit_series_find_point (ReknitSeries *self, double x)
{
  const ReknitPoint wanted = { x, 0, NULL };
  guint index;

  g_return_val_if_fail (REKNIT_IS_SERIES (self), NULL);

  return g_array_binary_search (self->points, &wanted, compare_time, &index)
           ? &g_array_index (self->points, ReknitPoint, index)
           : NULL;
}

/**
 * reknit_series_get_run:
 * @start: index of a point
 *
 * Points that belong to one unbroken line stand next to each other, all with a value, none too far from the last.
 *
 * Returns: how many such points there are from @start on: 0 if that one is missing
 */
guint
reknit_series_get_run (ReknitSeries *self, guint start)
{
  guint end;

  g_return_val_if_fail (REKNIT_IS_SERIES (self), 0);

  for (end = start; end < self->points->len; end++)
    {
      const ReknitPoint *point = &g_array_index (self->points, ReknitPoint, end);

      if (isnan (point->y))
        break;
      if (end > start && self->maximum_gap > 0 && point->x - point[-1].x > self->maximum_gap)
        break;
    }
  return end - start;
}
