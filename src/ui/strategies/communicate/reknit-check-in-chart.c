#include "reknit-check-in-chart.h"

#include "reknit-check-in.h"
#include "reknit-check-in-scales.h"
#include "reknit-config.h"
#include "reknit-drop-down.h"
#include "reknit-legend.h"
#include "reknit-template.h"
#include "reknit-wrap-box.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DAY (24 * 60 * 60)

/* A check-in that comes much later than this is drawn as a new beginning of the strand. */
#define MAXIMUM_GAP (45.0 * DAY)

/**
 * ReknitCheckInChart:
 *
 * What each said of themselves on one scale, check-in by check-in: two strands, and on walking along them what went
 * well then. Nothing is added up, and nobody is measured against the other.
 */
struct _ReknitCheckInChart
{
  GtkWidget          parent_instance;

  ReknitSeats       *seats;
  GListStore        *series;
  guint              scale;
  ReknitCheckInSpan  span;
  gboolean           choosing;
  gboolean           empty;
  guint              fill_source;

  GtkLabel          *eyebrow;
  GtkLabel          *heading;
  ReknitLegend      *legend;
  GtkStack          *stack;
  ReknitChart       *chart;
  GtkLabel          *nothing;
  ReknitWrapBox     *controls;
};

enum { PROP_0, PROP_SEATS, PROP_SCALE, PROP_SPAN, PROP_CHOOSING, PROP_DATED, PROP_EMPTY, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitCheckInChart, reknit_check_in_chart, GTK_TYPE_WIDGET)

static gint64
get_since (ReknitCheckInChart *self)
{
  gint64 now = reknit_clock_now (reknit_clock_get_default ());

  return self->span == REKNIT_CHECK_IN_SPAN_WEEKS ? now - 84 * DAY
         : self->span == REKNIT_CHECK_IN_SPAN_YEAR ? now - 366 * DAY : 0;
}

/* One statement instead of a look-up for each answer. */
static GHashTable *
list_times (ReknitStore *store,
            gint64       since)
{
  GHashTable *times = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "SELECT id, due FROM check_in WHERE revealed IS NOT NULL AND due >= :since");
  gboolean has_row;

  reknit_statement_bind_integer (statement, ":since", since);
  while (reknit_statement_step (statement, &has_row, NULL) && has_row)
    {
      gint64 id = reknit_statement_get_integer (statement, 0);
      gint64 due = reknit_statement_get_integer (statement, 1);

      g_hash_table_insert (times, g_memdup2 (&id, sizeof id), g_memdup2 (&due, sizeof due));
    }
  return times;
}

static gboolean
fill_series (ReknitCheckInChart *self,
             ReknitSeries       *series,
             ReknitPartner      *partner,
             gint64              since,
             GHashTable         *times)
{
  ReknitStore *store = reknit_seats_get_store (self->seats);
  const char *scale = reknit_check_in_scale_get (self->scale).id;
  g_autoptr (ReknitQuery) query =
    reknit_check_in_answer_query_revealed (reknit_record_get_id (REKNIT_RECORD (partner)), since);
  g_autoptr (GPtrArray) answers = reknit_store_all (store, query);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (ReknitPoint));
  gboolean any = FALSE;

  for (guint i = 0; i < answers->len; i++)
    {
      ReknitRecord *answer = g_ptr_array_index (answers, i);
      gint64 check_in = reknit_record_get_integer (answer, "check-in");
      const gint64 *due = g_hash_table_lookup (times, &check_in);
      gint64 rating = reknit_record_get_integer (answer, scale);
      ReknitPoint point;

      if (due == NULL || !reknit_record_is_readable (answer))
        continue;
      point = (ReknitPoint) { (double) *due, rating == REKNIT_RATING_NONE ? NAN : (double) rating,
                              reknit_record_get_text (answer, "went-well") };
      any = any || rating != REKNIT_RATING_NONE;
      g_array_append_val (points, point);
    }
  reknit_series_set_points (series, (const ReknitPoint *) (gpointer) points->data, points->len);
  return any;
}

static ReknitSeries *
make_series (ReknitPartner *partner,
             gboolean       is_second)
{
  ReknitSeries *series = reknit_series_new (reknit_partner_get_name (partner));

  reknit_series_set_line_style (series, is_second ? REKNIT_LINE_STYLE_DASHED : REKNIT_LINE_STYLE_SOLID);
  reknit_series_set_marker (series, is_second ? REKNIT_MARKER_DIAMOND : REKNIT_MARKER_CIRCLE);
  reknit_series_set_maximum_gap (series, MAXIMUM_GAP);
  return series;
}

static void
color_series (ReknitCheckInChart *self)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->series)); i++)
    {
      g_autoptr (ReknitSeries) series = g_list_model_get_item (G_LIST_MODEL (self->series), i);
      gboolean is_second = reknit_series_get_line_style (series) == REKNIT_LINE_STYLE_DASHED;
      GdkRGBA color;

      if (gtk_style_context_lookup_color (style, is_second ? "strand_second" : "strand_first", &color))
        reknit_series_set_color (series, &color);
    }
}

static void
show_words (ReknitCheckInChart *self)
{
  const char *title = reknit_check_in_scale_get (self->scale).title;
  const char *spans[] = { _("Twelve weeks"), _("A year"), _("All check-ins") };

  gtk_label_set_label (self->eyebrow, spans[self->span]);
  gtk_label_set_label (self->heading, title);
  reknit_chart_set_title (self->chart, title);
  gtk_label_set_label (self->nothing, reknit_seats_has_couple (self->seats) || reknit_seats_get_current (self->seats) != NULL
                                      ? _("Here your strands will grow, from your first check-in on.")
                                      : _("What you said is yours alone. Take your seat to see it."));
}

static void
set_empty (ReknitCheckInChart *self,
           gboolean            empty)
{
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "chart");
  if (self->empty == empty)
    return;

  self->empty = empty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static void
fill (ReknitCheckInChart *self)
{
  ReknitPartner *partners[] = { reknit_seats_get_first (self->seats), reknit_seats_get_second (self->seats) };
  gint64 since = get_since (self);
  g_autoptr (GHashTable) times = list_times (reknit_seats_get_store (self->seats), since);
  g_autoptr (GPtrArray) strands = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    {
      if (partners[i] == NULL)
        continue;
      g_ptr_array_add (strands, make_series (partners[i], i == 1));
      any = fill_series (self, g_ptr_array_index (strands, strands->len - 1), partners[i], since, times) || any;
    }

  g_list_store_splice (self->series, 0, g_list_model_get_n_items (G_LIST_MODEL (self->series)), strands->pdata, strands->len);
  color_series (self);
  reknit_chart_set_time_range (self->chart, (double) since,
                               since != 0 ? (double) reknit_clock_now (reknit_clock_get_default ()) : 0);
  show_words (self);
  set_empty (self, !any);
}

static gboolean
on_fill (gpointer user_data)
{
  ReknitCheckInChart *self = user_data;

  self->fill_source = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* Once for all that changes at one time: the store, the seat, and what is asked for. */
static void
queue_fill (ReknitCheckInChart *self)
{
  if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_fill, self, NULL);
}

static void
on_store_changed (ReknitCheckInChart *self,
                  ReknitChangeSet    *changes)
{
  if (reknit_change_set_has_table (changes, "check_in") || reknit_change_set_has_table (changes, "check_in_answer")
      || reknit_change_set_has_table (changes, "partner"))
    queue_fill (self);
}

static void
reknit_check_in_chart_css_changed (GtkWidget         *widget,
                                   GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (reknit_check_in_chart_parent_class)->css_changed (widget, change);
  color_series (REKNIT_CHECK_IN_CHART (widget));
}

static void
add_drop_down (ReknitCheckInChart *self,
               const char *const  *items,
               const char         *name,
               const char         *property)
{
  GtkWidget *drop = gtk_drop_down_new_from_strings (items);

  reknit_drop_down_set_label (GTK_DROP_DOWN (drop), name);
  g_object_bind_property (self, property, drop, "selected", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  reknit_wrap_box_append (self->controls, drop);
}

static void
set_choosing (ReknitCheckInChart *self,
              gboolean            choosing)
{
  const char *spans[] = { _("12 Weeks"), _("1 Year"), _("All"), NULL };
  const char *titles[REKNIT_N_CHECK_IN_SCALES + 1] = { NULL };

  if (self->choosing == choosing)
    return;

  if (gtk_widget_get_first_child (GTK_WIDGET (self->controls)) == NULL)
    {
      for (guint i = 0; i < REKNIT_N_CHECK_IN_SCALES; i++)
        titles[i] = reknit_check_in_scale_get (i).title;
      add_drop_down (self, titles, _("What the chart shows"), "scale");
      add_drop_down (self, spans, _("How far the chart looks back"), "span");
    }
  self->choosing = choosing;
  gtk_widget_set_visible (GTK_WIDGET (self->controls), choosing);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOOSING]);
}

static void
reknit_check_in_chart_constructed (GObject *object)
{
  ReknitCheckInChart *self = REKNIT_CHECK_IN_CHART (object);

  G_OBJECT_CLASS (reknit_check_in_chart_parent_class)->constructed (object);

  g_signal_connect_object (reknit_seats_get_store (self->seats), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->seats, "notify::current", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  reknit_legend_set_series (self->legend, G_LIST_MODEL (self->series));
  reknit_chart_set_series (self->chart, G_LIST_MODEL (self->series));
  fill (self);
}

static void
reknit_check_in_chart_dispose (GObject *object)
{
  ReknitCheckInChart *self = REKNIT_CHECK_IN_CHART (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_CHECK_IN_CHART);
  g_clear_object (&self->series);
  g_clear_object (&self->seats);

  G_OBJECT_CLASS (reknit_check_in_chart_parent_class)->dispose (object);
}

static void
reknit_check_in_chart_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ReknitCheckInChart *self = REKNIT_CHECK_IN_CHART (object);

  switch (prop_id)
    {
    case PROP_SEATS: g_value_set_object (value, self->seats); break;
    case PROP_SCALE: g_value_set_uint (value, self->scale); break;
    case PROP_SPAN: g_value_set_uint (value, self->span); break;
    case PROP_CHOOSING: g_value_set_boolean (value, self->choosing); break;
    case PROP_DATED: g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->eyebrow))); break;
    case PROP_EMPTY: g_value_set_boolean (value, self->empty); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_number (ReknitCheckInChart *self,
            guint               prop_id,
            guint               number)
{
  if (number == (prop_id == PROP_SCALE ? self->scale : (guint) self->span))
    return;

  if (prop_id == PROP_SCALE)
    self->scale = number;
  else
    self->span = (ReknitCheckInSpan) number;
  show_words (self);
  queue_fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
set_dated (ReknitCheckInChart *self,
           gboolean            dated)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->eyebrow)) == dated)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->eyebrow), dated);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATED]);
}

static void
reknit_check_in_chart_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  ReknitCheckInChart *self = REKNIT_CHECK_IN_CHART (object);

  switch (prop_id)
    {
    case PROP_SEATS: self->seats = g_value_dup_object (value); break;
    case PROP_SCALE:
    case PROP_SPAN: set_number (self, prop_id, g_value_get_uint (value)); break;
    case PROP_CHOOSING: set_choosing (self, g_value_get_boolean (value)); break;
    case PROP_DATED: set_dated (self, g_value_get_boolean (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SEATS] = g_param_spec_object ("seats", NULL, NULL, REKNIT_TYPE_SEATS,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCALE] = g_param_spec_uint ("scale", NULL, NULL, 0, REKNIT_N_CHECK_IN_SCALES - 1, 0, flags);
  properties[PROP_SPAN] = g_param_spec_uint ("span", NULL, NULL, 0, REKNIT_CHECK_IN_SPAN_ALL, 0, flags);
  properties[PROP_CHOOSING] = g_param_spec_boolean ("choosing", NULL, NULL, FALSE, flags);
  /* Whether it says which time it shows; one drop-down over several charts says so for all of them. */
  properties[PROP_DATED] = g_param_spec_boolean ("dated", NULL, NULL, TRUE, flags);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
reknit_check_in_chart_class_init (ReknitCheckInChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = reknit_check_in_chart_constructed;
  object_class->dispose = reknit_check_in_chart_dispose;
  object_class->get_property = reknit_check_in_chart_get_property;
  object_class->set_property = reknit_check_in_chart_set_property;
  widget_class->css_changed = reknit_check_in_chart_css_changed;
  install_properties (object_class);

  g_type_ensure (REKNIT_TYPE_CHART);
  g_type_ensure (REKNIT_TYPE_LEGEND);
  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-check-in-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInChart, eyebrow);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInChart, heading);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInChart, legend);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInChart, stack);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInChart, chart);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInChart, nothing);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInChart, controls);
}

static void
reknit_check_in_chart_init (ReknitCheckInChart *self)
{
  self->series = g_list_store_new (REKNIT_TYPE_SERIES);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_check_in_chart_new:
 * @seats: whose check-ins
 *
 * Returns: (transfer floating): a chart of closeness over twelve weeks; both can be chosen on it when it is set choosing
 */
GtkWidget *
reknit_check_in_chart_new (ReknitSeats *seats)
{
  return g_object_new (REKNIT_TYPE_CHECK_IN_CHART, "seats", seats, NULL);
}

/**
 * reknit_check_in_chart_get_chart:
 *
 * Returns: (transfer none): what draws it
 */
ReknitChart *
reknit_check_in_chart_get_chart (ReknitCheckInChart *self)
{
  return self->chart;
}
