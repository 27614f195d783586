#include "reknit-axis.h"

#include <math.h>

typedef struct
{
  double minimum;
  double maximum;
} ReknitAxisPrivate;

/**
 * ReknitAxis:
 *
 * A range of values and what stands beside it. `minimum` and `maximum` notify when they change.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ReknitAxis, reknit_axis, G_TYPE_OBJECT)

enum
{
  PROP_MINIMUM = 1,
  PROP_MAXIMUM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
clear_tick (gpointer data)
{
  ReknitTick *tick = data;

  g_free (tick->label);
}

static void
reknit_axis_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReknitAxis *self = REKNIT_AXIS (object);

  switch (id)
    {
    case PROP_MINIMUM:
      g_value_set_double (value, reknit_axis_get_minimum (self));
      break;
    case PROP_MAXIMUM:
      g_value_set_double (value, reknit_axis_get_maximum (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
reknit_axis_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReknitAxis *self = REKNIT_AXIS (object);
  ReknitAxisPrivate *priv = reknit_axis_get_instance_private (self);

  switch (id)
    {
    case PROP_MINIMUM:
      reknit_axis_set_range (self, g_value_get_double (value), priv->maximum);
      break;
    case PROP_MAXIMUM:
      reknit_axis_set_range (self, priv->minimum, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
reknit_axis_class_init (ReknitAxisClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = reknit_axis_get_property;
  object_class->set_property = reknit_axis_set_property;
  properties[PROP_MINIMUM] = g_param_spec_double ("minimum", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  properties[PROP_MAXIMUM] = g_param_spec_double ("maximum", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
reknit_axis_init (ReknitAxis *self)
{
}

/**
 * reknit_axis_set_range:
 * @minimum: what stands at the start of the axis
 * @maximum: what stands at its end
 */
void
reknit_axis_set_range (ReknitAxis *self, double minimum, double maximum)
{
  ReknitAxisPrivate *priv = reknit_axis_get_instance_private (self);
  gboolean lower, upper;

  g_return_if_fail (REKNIT_IS_AXIS (self));

  lower = priv->minimum != minimum;
  upper = priv->maximum != maximum;
  priv->minimum = minimum;
  priv->maximum = maximum;
  if (lower)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINIMUM]);
  if (upper)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAXIMUM]);
}

double
reknit_axis_get_minimum (ReknitAxis *self)
{
  ReknitAxisPrivate *priv = reknit_axis_get_instance_private (self);

  return priv->minimum;
}

double
reknit_axis_get_maximum (ReknitAxis *self)
{
  ReknitAxisPrivate *priv = reknit_axis_get_instance_private (self);

  return priv->maximum;
}

/**
 * reknit_axis_get_position:
 *
 * Returns: 0 at the minimum, 1 at the maximum, beyond them outside; 0.5 on an axis without extent
 */
double
reknit_axis_get_position (ReknitAxis *self, double value)
{
  ReknitAxisPrivate *priv = reknit_axis_get_instance_private (self);

  return priv->maximum > priv->minimum ? (value - priv->minimum) / (priv->maximum - priv->minimum) : 0.5;
}

/**
 * reknit_axis_list_ticks:
 * @max_ticks: how many there is room for
 *
 * Returns: (transfer full) (element-type ReknitTick): round values within the range, rising, with their labels
 */
GArray *
reknit_axis_list_ticks (ReknitAxis *self, guint max_ticks)
{
  GArray *ticks;

  g_return_val_if_fail (REKNIT_IS_AXIS (self), NULL);

  ticks = g_array_new (FALSE, FALSE, sizeof (ReknitTick));
  g_array_set_clear_func (ticks, clear_tick);
  if (max_ticks > 0)
    REKNIT_AXIS_GET_CLASS (self)->add_ticks (self, ticks, max_ticks);
  return ticks;
}

/**
 * reknit_axis_add_tick:
 * @ticks: what an axis is filling in its `add_ticks`
 * @label: (transfer full): the words
 */
void
reknit_axis_add_tick (ReknitAxis *self, GArray *ticks, double value, char *label)
{
  ReknitTick tick = { value, label };

  g_array_append_val (ticks, tick);
}

/**
 * reknit_axis_format:
 *
 * Returns: (transfer full): the value in words
 */
char *
reknit_axis_format (ReknitAxis *self, double value)
{
  g_return_val_if_fail (REKNIT_IS_AXIS (self), NULL);

  return REKNIT_AXIS_GET_CLASS (self)->format (self, value);
}

struct _ReknitValueAxis
{
  ReknitAxis parent_instance;
};

/**
 * ReknitValueAxis:
 *
 * An axis of plain numbers, 0 to 10 unless told otherwise. Its ticks are whole multiples of 1, 2 or 5 times a
 * power of ten.
 */
G_DEFINE_FINAL_TYPE (ReknitValueAxis, reknit_value_axis, REKNIT_TYPE_AXIS)

static double
next_round_step (double least)
{
  double power = pow (10, floor (log10 (least)));
  const double factors[] = { 1, 2, 5, 10 };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (factors[i] * power >= least * (1 - 1e-9))
      return factors[i] * power;
  return 10 * power;
}

static guint
count_ticks (double minimum, double maximum, double step)
{
  return (guint) (floor (maximum / step + 1e-9) - ceil (minimum / step - 1e-9) + 1);
}

static void
reknit_value_axis_add_ticks (ReknitAxis *axis, GArray *ticks, guint max_ticks)
{
  double minimum = reknit_axis_get_minimum (axis), maximum = reknit_axis_get_maximum (axis);
  double step;

  if (!(maximum > minimum))
    {
      reknit_axis_add_tick (axis, ticks, minimum, reknit_axis_format (axis, minimum));
      return;
    }

  step = next_round_step ((maximum - minimum) / max_ticks);
  while (count_ticks (minimum, maximum, step) > max_ticks)
    step = next_round_step (step * 1.5);

  for (double i = ceil (minimum / step - 1e-9); i <= maximum / step + 1e-9; i++)
    reknit_axis_add_tick (axis, ticks, i * step, reknit_axis_format (axis, i * step));
}

static char *
reknit_value_axis_format (ReknitAxis *axis, double value)
{
  double rounded = round (value * 100) / 100;

  /* A tick just below nothing must not be called '-0'. */
  return g_strdup_printf ("%g", rounded == 0 ? 0 : rounded);
}

static void
reknit_value_axis_class_init (ReknitValueAxisClass *klass)
{
  REKNIT_AXIS_CLASS (klass)->add_ticks = reknit_value_axis_add_ticks;
  REKNIT_AXIS_CLASS (klass)->format = reknit_value_axis_format;
}

static void
reknit_value_axis_init (ReknitValueAxis *self)
{
  reknit_axis_set_range (REKNIT_AXIS (self), 0, 10);
}

/**
 * reknit_value_axis_new:
 *
 * Returns: (transfer full): an axis of plain numbers
 */
ReknitAxis *
reknit_value_axis_new (double minimum, double maximum)
{
  ReknitAxis *self = g_object_new (REKNIT_TYPE_VALUE_AXIS, NULL);

  reknit_axis_set_range (self, minimum, maximum);
  return self;
}
