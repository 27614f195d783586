#include "reknit-strands.h"

#include "reknit-color.h"
#include "reknit-ink.h"
#include "reknit-weave.h"

#include <math.h>

#define ANIMATION_USEC 220000
#define N_STEPS 160
/* A gradient costs by its stops at each pixel. */
#define N_STOPS 64
#define MAX_CROSSINGS 64

/**
 * ReknitStrands:
 *
 * Two strands that weave: the program's ornament. It says nothing and stands beside or below words, never behind
 * them. Every `pattern` has a weave of its own.
 */
struct _ReknitStrands
{
  GtkWidget parent_instance;

  ReknitStrandsVariant variant;
  char                *pattern;
  GdkRGBA              colors[2];
  double               progress;
  gint64               started;
  guint                tick_id;
};

enum
{
  PROP_VARIANT = 1,
  PROP_PATTERN,
  PROP_FIRST_COLOR,
  PROP_SECOND_COLOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (ReknitStrandsVariant, reknit_strands_variant,
                    G_DEFINE_ENUM_VALUE (REKNIT_STRANDS_HEADER, "header"),
                    G_DEFINE_ENUM_VALUE (REKNIT_STRANDS_EMPTY, "empty"),
                    G_DEFINE_ENUM_VALUE (REKNIT_STRANDS_SESSION, "session"))

G_DEFINE_FINAL_TYPE (ReknitStrands, reknit_strands, GTK_TYPE_WIDGET)

/* Sizes in px; a wave is the length of a half wave in heights. */
static const struct
{
  int    height;
  int    width;
  double thread;
  double wave;
} shapes[] = {
  [REKNIT_STRANDS_HEADER] = { 44, 240, 4.0, 2.4 },
  [REKNIT_STRANDS_EMPTY] = { 88, 260, 6.0, 0.8 },
  [REKNIT_STRANDS_SESSION] = { 22, 240, 3.0, 4.0 },
};

/* What is needed to draw once, so that it isn't worked out for each thread anew. */
typedef struct
{
  ReknitWeave      weave;
  ReknitInk        ink;
  GdkRGBA          colors[2];
  cairo_pattern_t *paints[2];
  double           width;
  double           middle;
  double           reach;
  double           thread;
  gboolean         mirrored;
} Canvas;

static double
get_x (const Canvas *canvas, double t)
{
  return canvas->width * (canvas->mirrored ? 1 - t : t);
}

static double
get_y (const Canvas *canvas, guint strand, double t)
{
  return canvas->middle + canvas->reach * reknit_weave_get_height (&canvas->weave, strand, t);
}

static void
trace (const Canvas *canvas, cairo_t *cr, guint strand, double from, double to)
{
  guint n_steps = (guint) ceil ((to - from) * N_STEPS) + 2;

  cairo_new_path (cr);
  for (guint i = 0; i <= n_steps; i++)
    {
      double t = from + (to - from) * i / n_steps;

      cairo_line_to (cr, get_x (canvas, t), get_y (canvas, strand, t));
    }
}

static cairo_pattern_t *
create_paint (const Canvas *canvas, guint strand, double alpha)
{
  cairo_pattern_t *paint = cairo_pattern_create_linear (get_x (canvas, 0), 0, get_x (canvas, 1), 0);

  for (guint i = 0; i <= N_STOPS; i++)
    {
      double t = (double) i / N_STOPS;
      double apart = fabs (get_y (canvas, 0, t) - get_y (canvas, 1, t)) / canvas->thread;
      GdkRGBA mixed =
        reknit_color_mix (&canvas->colors[strand], &canvas->ink.together, CLAMP (1.3 - apart / 3.5, 0, 1));

      cairo_pattern_add_color_stop_rgba (paint, t, mixed.red, mixed.green, mixed.blue, mixed.alpha * alpha);
    }
  return paint;
}

static void
draw_thread (const Canvas *canvas, cairo_t *cr, guint strand, double from, double to)
{
  trace (canvas, cr, strand, from, to);
  cairo_set_source (cr, canvas->paints[strand]);
  cairo_set_line_width (cr, canvas->thread);
  cairo_stroke (cr);
}

/* The upper thread parts the lower one by a little air, so that one is seen to pass over the other. */
static void
draw_crossing (const Canvas *canvas, cairo_t *cr, double t)
{
  guint upper = reknit_weave_get_upper (&canvas->weave, t);
  double reach = MIN (0.5 / canvas->weave.turns, canvas->thread * 3.2 / canvas->width);

  trace (canvas, cr, upper, t - reach, t + reach);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, canvas->thread * 2.3);
  cairo_stroke (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  draw_thread (canvas, cr, upper, t - reach * 1.2, t + reach * 1.2);
}

static void
draw_halo (const Canvas *canvas, cairo_t *cr)
{
  for (guint strand = 0; strand < 2; strand++)
    {
      cairo_pattern_t *paint = create_paint (canvas, strand, 0.13);

      trace (canvas, cr, strand, 0, 1);
      cairo_set_source (cr, paint);
      cairo_set_line_width (cr, canvas->thread * 3);
      cairo_stroke (cr);
      cairo_pattern_destroy (paint);
    }
}

static cairo_pattern_t *
create_fade (const Canvas *canvas)
{
  cairo_pattern_t *fade = cairo_pattern_create_linear (0, 0, canvas->width, 0);

  cairo_pattern_add_color_stop_rgba (fade, 0, 0, 0, 0, 0);
  cairo_pattern_add_color_stop_rgba (fade, 0.1, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (fade, 0.9, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (fade, 1, 0, 0, 0, 0);
  return fade;
}

static void
draw (Canvas *canvas, cairo_t *cr)
{
  double crossings[MAX_CROSSINGS];
  guint n_crossings = reknit_weave_find_crossings (&canvas->weave, crossings, MAX_CROSSINGS);
  cairo_pattern_t *fade = create_fade (canvas);

  for (guint strand = 0; strand < 2; strand++)
    canvas->paints[strand] = create_paint (canvas, strand, 1);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_push_group (cr);
  draw_thread (canvas, cr, 0, 0, 1);
  draw_thread (canvas, cr, 1, 0, 1);
  for (guint i = 0; i < n_crossings; i++)
    draw_crossing (canvas, cr, crossings[i]);
  if (!canvas->ink.high_contrast)
    {
      cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OVER);
      draw_halo (canvas, cr);
    }
  cairo_pop_group_to_source (cr);
  cairo_mask (cr, fade);
  cairo_pattern_destroy (fade);
  for (guint strand = 0; strand < 2; strand++)
    cairo_pattern_destroy (canvas->paints[strand]);
}

static void
reknit_strands_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ReknitStrands *self = REKNIT_STRANDS (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double thread = shapes[self->variant].thread;
  double tall = MIN (height, shapes[self->variant].height);
  Canvas canvas = {
    .width = width,
    .middle = height / 2,
    .thread = thread,
    .reach = (tall / 2 - thread * 1.6) * self->progress,
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
  cairo_t *cr;

  if (width < 1 || height < thread * 4)
    return;
  reknit_weave_init (&canvas.weave, self->pattern, width / (tall * shapes[self->variant].wave));
  reknit_ink_init (&canvas.ink, widget);
  for (guint i = 0; i < 2; i++)
    canvas.colors[i] = reknit_ink_for_strand (&canvas.ink, &self->colors[i]);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw (&canvas, cr);
  cairo_destroy (cr);
}

static void
reknit_strands_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  ReknitStrands *self = REKNIT_STRANDS (widget);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *natural = across ? shapes[self->variant].width : shapes[self->variant].height;
  *minimum = across ? 80 : *natural;
}

static gboolean
settle (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  ReknitStrands *self = REKNIT_STRANDS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (frame_clock);
  double t;

  if (self->started == 0)
    self->started = now;
  t = CLAMP ((double) (now - self->started) / ANIMATION_USEC, 0, 1);
  self->progress = 0.6 + 0.4 * (1 - pow (1 - t, 3));
  gtk_widget_queue_draw (widget);
  if (t < 1)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_settling (ReknitStrands *self)
{
  if (self->tick_id > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  self->progress = 1;
}

static void
reknit_strands_map (GtkWidget *widget)
{
  ReknitStrands *self = REKNIT_STRANDS (widget);
  gboolean animated;

  GTK_WIDGET_CLASS (reknit_strands_parent_class)->map (widget);
  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &animated, NULL);
  stop_settling (self);
  if (!animated)
    return;
  self->started = 0;
  self->progress = 0.6;
  self->tick_id = gtk_widget_add_tick_callback (widget, settle, NULL, NULL);
}

static void
reknit_strands_unmap (GtkWidget *widget)
{
  stop_settling (REKNIT_STRANDS (widget));
  GTK_WIDGET_CLASS (reknit_strands_parent_class)->unmap (widget);
}

static void
reknit_strands_finalize (GObject *object)
{
  g_free (REKNIT_STRANDS (object)->pattern);
  G_OBJECT_CLASS (reknit_strands_parent_class)->finalize (object);
}

static void
reknit_strands_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReknitStrands *self = REKNIT_STRANDS (object);

  switch (id)
    {
    case PROP_VARIANT:
      g_value_set_enum (value, self->variant);
      break;
    case PROP_PATTERN:
      g_value_set_string (value, self->pattern);
      break;
    case PROP_FIRST_COLOR:
      g_value_set_boxed (value, &self->colors[0]);
      break;
    case PROP_SECOND_COLOR:
      g_value_set_boxed (value, &self->colors[1]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
reknit_strands_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReknitStrands *self = REKNIT_STRANDS (object);

  switch (id)
    {
    case PROP_VARIANT:
      reknit_strands_set_variant (self, g_value_get_enum (value));
      break;
    case PROP_PATTERN:
      reknit_strands_set_pattern (self, g_value_get_string (value));
      break;
    case PROP_FIRST_COLOR:
      reknit_strands_set_first_color (self, g_value_get_boxed (value));
      break;
    case PROP_SECOND_COLOR:
      reknit_strands_set_second_color (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
reknit_strands_class_init (ReknitStrandsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = reknit_strands_finalize;
  object_class->get_property = reknit_strands_get_property;
  object_class->set_property = reknit_strands_set_property;
  widget_class->snapshot = reknit_strands_snapshot;
  widget_class->measure = reknit_strands_measure;
  widget_class->map = reknit_strands_map;
  widget_class->unmap = reknit_strands_unmap;

  properties[PROP_VARIANT] =
    g_param_spec_enum ("variant", NULL, NULL, REKNIT_TYPE_STRANDS_VARIANT, REKNIT_STRANDS_HEADER, flags);
  properties[PROP_PATTERN] = g_param_spec_string ("pattern", NULL, NULL, "", flags);
  properties[PROP_FIRST_COLOR] = g_param_spec_boxed ("first-color", NULL, NULL, GDK_TYPE_RGBA, flags);
  properties[PROP_SECOND_COLOR] = g_param_spec_boxed ("second-color", NULL, NULL, GDK_TYPE_RGBA, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "strands");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
reknit_strands_init (ReknitStrands *self)
{
  self->pattern = g_strdup ("");
  self->progress = 1;
  gdk_rgba_parse (&self->colors[0], "#2a7f7f");
  gdk_rgba_parse (&self->colors[1], "#d9822b");
}

/**
 * reknit_strands_new:
 * @variant: where it will stand
 * @pattern: (nullable): whose weave it is, such as a strategy's id
 *
 * Returns: (transfer full): an ornament in teal and amber
 */
GtkWidget *
reknit_strands_new (ReknitStrandsVariant variant, const char *pattern)
{
  return g_object_new (REKNIT_TYPE_STRANDS, "variant", variant, "pattern", pattern, NULL);
}

ReknitStrandsVariant
reknit_strands_get_variant (ReknitStrands *self)
{
  g_return_val_if_fail (REKNIT_IS_STRANDS (self), REKNIT_STRANDS_HEADER);

  return self->variant;
}

void
reknit_strands_set_variant (ReknitStrands *self, ReknitStrandsVariant variant)
{
  g_return_if_fail (REKNIT_IS_STRANDS (self));

  if (self->variant == variant)
    return;
  self->variant = variant;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VARIANT]);
}

const char *
reknit_strands_get_pattern (ReknitStrands *self)
{
  g_return_val_if_fail (REKNIT_IS_STRANDS (self), NULL);

  return self->pattern;
}

void
reknit_strands_set_pattern (ReknitStrands *self, const char *pattern)
{
  g_return_if_fail (REKNIT_IS_STRANDS (self));

  pattern = pattern ? pattern : "";
  if (g_str_equal (self->pattern, pattern))
    return;
  g_free (self->pattern);
  self->pattern = g_strdup (pattern);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATTERN]);
}

static void
set_color (ReknitStrands *self, guint strand, const GdkRGBA *color)
{
  if (gdk_rgba_equal (&self->colors[strand], color))
    return;
  self->colors[strand] = *color;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[strand == 0 ? PROP_FIRST_COLOR : PROP_SECOND_COLOR]);
}

const GdkRGBA *
reknit_strands_get_first_color (ReknitStrands *self)
{
  g_return_val_if_fail (REKNIT_IS_STRANDS (self), NULL);

  return &self->colors[0];
}

void
reknit_strands_set_first_color (ReknitStrands *self, const GdkRGBA *color)
{
  g_return_if_fail (REKNIT_IS_STRANDS (self));
  g_return_if_fail (color != NULL);

  set_color (self, 0, color);
}

const GdkRGBA *
reknit_strands_get_second_color (ReknitStrands *self)
{
  g_return_val_if_fail (REKNIT_IS_STRANDS (self), NULL);

  return &self->colors[1];
}

void
reknit_strands_set_second_color (ReknitStrands *self, const GdkRGBA *color)
{
  g_return_if_fail (REKNIT_IS_STRANDS (self));
  g_return_if_fail (color != NULL);

  set_color (self, 1, color);
}
