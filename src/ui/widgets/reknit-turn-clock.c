#include "reknit-turn-clock.h"

#include "reknit-clock.h"
#include "reknit-config.h"
#include "reknit-ink.h"
#include "reknit-measure.h"
#include "reknit-time-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Often enough that no second is skipped. */
#define TICK_MS 250
#define CALM_TICK_MS 5000

/**
 * ReknitTurnClock:
 *
 * How much of a turn is left: a figure, and an arc that empties. It goes by the program's clock, rests when it can't be
 * seen, and tells a screen reader the time in words at each full minute and near the end, not at each second. A calm one
 * counts minutes.
 */
struct _ReknitTurnClock
{
  GtkWidget  parent_instance;

  gint64     total;
  gint64     spent;
  gint64     started;
  gint64     remaining;
  gboolean   calm;

  GtkWidget *label;
  guint      tick_source;
};

enum { PROP_0, PROP_TOTAL, PROP_SPENT, PROP_STARTED, PROP_REMAINING, PROP_CALM, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitTurnClock, reknit_turn_clock, GTK_TYPE_WIDGET)

/**
 * reknit_turn_clock_format:
 * @remaining: seconds; what is over counts as nothing left
 *
 * Returns: (transfer full): minutes and seconds: “2:05”
 */
char *
reknit_turn_clock_format (gint64 remaining)
{
  gint64 left = MAX (remaining, 0);

  /* Translators: minutes and seconds left on a clock: “2:05” */
  return g_strdup_printf (C_("minutes and seconds", "%d:%02d"), (int) (left / 60), (int) (left % 60));
}

/**
 * reknit_turn_clock_say:
 * @remaining: seconds
 *
 * Returns: (transfer full): that as one would say it: “2 minutes left”
 */
char *
reknit_turn_clock_say (gint64 remaining)
{
  g_autofree char *span = NULL;

  if (remaining <= 0)
    return g_strdup (_("The turn is over"));
  if (remaining < 60)
    return g_strdup_printf (ngettext ("%d second left", "%d seconds left", (gulong) remaining), (int) remaining);

  span = reknit_time_text_for_span (remaining);
  /* Translators: %s is a span of time: “2 minutes” */
  return g_strdup_printf (_("%s left"), span);
}

/**
 * reknit_turn_clock_is_moment:
 * @remaining: seconds left now
 * @total: seconds of the whole turn
 *
 * Returns: whether this is a moment to say aloud: the beginning, each full minute, half a minute and ten seconds
 *   before the end, and the end
 */
gboolean
reknit_turn_clock_is_moment (gint64 remaining,
                             gint64 total)
{
  return remaining <= 0 || remaining == total || remaining % 60 == 0 || remaining == 30 || remaining == 10;
}

static void
say (ReknitTurnClock *self)
{
  g_autofree char *words = reknit_turn_clock_say (self->remaining);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static gint64
compute_remaining (ReknitTurnClock *self)
{
  gint64 spent = self->spent;

  if (self->started > 0)
    spent += MAX (reknit_clock_now (reknit_clock_get_default ()) - self->started, 0);
  /* Begun minutes count: a calm clock shows nothing only when it is over. */
  return self->calm ? (MAX (self->total - spent, 0) + 59) / 60 * 60 : MAX (self->total - spent, 0);
}

static char *
format (ReknitTurnClock *self)
{
  if (!self->calm)
    return reknit_turn_clock_format (self->remaining);
  /* Translators: minutes left on a clock that shows no seconds */
  return g_strdup_printf (C_("minutes on a clock", "%d min"), (int) (self->remaining / 60));
}

/**
 * reknit_turn_clock_tick:
 *
 * Looks at the time and shows it; done by itself while the clock runs and is seen.
 */
void
reknit_turn_clock_tick (ReknitTurnClock *self)
{
  gint64 remaining = compute_remaining (self);
  g_autofree char *text = NULL;

  if (remaining == self->remaining)
    return;

  self->remaining = remaining;
  text = format (self);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  if (self->started == 0 || reknit_turn_clock_is_moment (remaining, self->total))
    say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REMAINING]);
}

static gboolean
on_tick (gpointer user_data)
{
  reknit_turn_clock_tick (user_data);
  return G_SOURCE_CONTINUE;
}

static void
update_ticking (ReknitTurnClock *self)
{
  gboolean ticks = self->started > 0 && gtk_widget_get_mapped (GTK_WIDGET (self));

  if (ticks && self->tick_source == 0)
    self->tick_source = g_timeout_add (self->calm ? CALM_TICK_MS : TICK_MS, on_tick, self);
  else if (!ticks)
    g_clear_handle_id (&self->tick_source, g_source_remove);
}

static void
reknit_turn_clock_map (GtkWidget *widget)
{
  ReknitTurnClock *self = REKNIT_TURN_CLOCK (widget);

  GTK_WIDGET_CLASS (reknit_turn_clock_parent_class)->map (widget);
  reknit_turn_clock_tick (self);
  update_ticking (self);
}

static void
reknit_turn_clock_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (reknit_turn_clock_parent_class)->unmap (widget);
  update_ticking (REKNIT_TURN_CLOCK (widget));
}

/* The arc leaves room for the figure at any size of the text, and comes closer to it where there is little. */
static void
reknit_turn_clock_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  int width = reknit_measure_width (REKNIT_TURN_CLOCK (widget)->label);

  *minimum = (int) (width * 1.25);
  *natural = (int) (width * 1.6);
}

static void
reknit_turn_clock_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  gtk_widget_allocate (REKNIT_TURN_CLOCK (widget)->label, width, height, -1, NULL);
}

static void
reknit_turn_clock_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  ReknitTurnClock *self = REKNIT_TURN_CLOCK (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  const double left = self->total > 0 ? (double) self->remaining / (double) self->total : 0.0;
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  ReknitInk ink;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  double thickness;

  reknit_ink_init (&ink, widget);
  thickness = MAX (ink.line_height / 12.0, 4.0);
  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_scale (cr, mirrored ? -1.0 : 1.0, 1.0);
  cairo_rotate (cr, -G_PI / 2.0);
  cairo_set_line_width (cr, thickness);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  gdk_cairo_set_source_rgba (cr, &ink.faint);
  cairo_arc (cr, 0.0, 0.0, MIN (width, height) / 2.0 - thickness, 0.0, 2.0 * G_PI);
  cairo_stroke (cr);
  if (left > 0.0)
    {
      gdk_cairo_set_source_rgba (cr, &ink.text);
      cairo_arc (cr, 0.0, 0.0, MIN (width, height) / 2.0 - thickness, 2.0 * G_PI * (1.0 - left), 2.0 * G_PI);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);

  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static gint64 *
get_place (ReknitTurnClock *self,
           guint            prop_id)
{
  switch (prop_id)
    {
    case PROP_TOTAL: return &self->total;
    case PROP_SPENT: return &self->spent;
    case PROP_STARTED: return &self->started;
    case PROP_REMAINING: return &self->remaining;
    default: return NULL;
    }
}

static void
reknit_turn_clock_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ReknitTurnClock *self = REKNIT_TURN_CLOCK (object);
  gint64 *place = get_place (self, prop_id);

  if (place != NULL)
    g_value_set_int64 (value, *place);
  else if (prop_id == PROP_CALM)
    g_value_set_boolean (value, self->calm);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_turn_clock_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ReknitTurnClock *self = REKNIT_TURN_CLOCK (object);
  gint64 *place = get_place (self, prop_id);

  if (prop_id == PROP_CALM)
    self->calm = g_value_get_boolean (value);
  if (place == NULL || *place == g_value_get_int64 (value))
    return;

  *place = g_value_get_int64 (value);
  g_object_notify_by_pspec (object, pspec);
  reknit_turn_clock_tick (self);
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update_ticking (self);
}

static void
reknit_turn_clock_dispose (GObject *object)
{
  ReknitTurnClock *self = REKNIT_TURN_CLOCK (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (reknit_turn_clock_parent_class)->dispose (object);
}

static void
reknit_turn_clock_class_init (ReknitTurnClockClass *klass)
{
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_turn_clock_dispose;
  object_class->get_property = reknit_turn_clock_get_property;
  object_class->set_property = reknit_turn_clock_set_property;
  widget_class->map = reknit_turn_clock_map;
  widget_class->unmap = reknit_turn_clock_unmap;
  widget_class->measure = reknit_turn_clock_measure;
  widget_class->size_allocate = reknit_turn_clock_size_allocate;
  widget_class->snapshot = reknit_turn_clock_snapshot;

  properties[PROP_TOTAL] = g_param_spec_int64 ("total", NULL, NULL, 0, G_MAXINT64, 0, writable);
  properties[PROP_SPENT] = g_param_spec_int64 ("spent", NULL, NULL, 0, G_MAXINT64, 0, writable);
  properties[PROP_STARTED] = g_param_spec_int64 ("started", NULL, NULL, 0, G_MAXINT64, 0, writable);
  properties[PROP_REMAINING] = g_param_spec_int64 ("remaining", NULL, NULL, 0, G_MAXINT64, 0,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CALM] = g_param_spec_boolean ("calm", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TIMER);
  gtk_widget_class_set_css_name (widget_class, "turn-clock");
}

static void
reknit_turn_clock_init (ReknitTurnClock *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "label", "0:00",
                              "halign", GTK_ALIGN_CENTER,
                              "valign", GTK_ALIGN_CENTER,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * reknit_turn_clock_new:
 *
 * Returns: (transfer floating): a clock with nothing on it
 */
GtkWidget *
reknit_turn_clock_new (void)
{
  return g_object_new (REKNIT_TYPE_TURN_CLOCK, NULL);
}

/**
 * reknit_turn_clock_get_remaining:
 *
 * Returns: the seconds left when it was last looked at
 */
gint64
reknit_turn_clock_get_remaining (ReknitTurnClock *self)
{
  return self->remaining;
}
