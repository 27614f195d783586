#include "reknit-insights-page.h"

#include "reknit-chart.h"
#include "reknit-check-in.h"
#include "reknit-config.h"
#include "reknit-couple-colors.h"
#include "reknit-legend.h"
#include "reknit-template.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* A check-in that comes much later than this is drawn as a new beginning of the strand. */
#define MAXIMUM_GAP (45.0 * 24 * 60 * 60)

/**
 * ReknitInsightsPage:
 *
 * What each said of themselves at the check-ins, side by side, over time.
 */
struct _ReknitInsightsPage
{
  GtkWidget    parent_instance;

  ReknitSeats *seats;

  GtkStack    *stack;
  GtkBox      *charts;
};

static const struct
{
  const char *column;
  const char *title;
} ratings[] = {
  { "closeness", NC_("rating", "Closeness") },
  { "heard", NC_("rating", "Being Heard") },
  { "trust", NC_("rating", "Trust") },
  { "affection", NC_("rating", "Affection") },
  { "stress", NC_("rating", "Stress from Outside") },
};

G_DEFINE_FINAL_TYPE (ReknitInsightsPage, reknit_insights_page, GTK_TYPE_WIDGET)

static void
fill_series (ReknitSeries *series,
             ReknitStore  *store,
             gint64        author,
             const char   *column)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT check_in.due, check_in_answer.%s, check_in_answer.went_well FROM check_in_answer "
                     "JOIN check_in ON check_in.id = check_in_answer.check_in "
                     "WHERE check_in_answer.author = :author AND check_in_answer.shared IS NOT NULL ORDER BY check_in.due",
                     column);
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (store, sql);
  gboolean has_row;

  reknit_statement_bind_integer (statement, ":author", author);
  while (reknit_statement_step (statement, &has_row, NULL) && has_row)
    {
      gint64 rating = reknit_statement_get_integer (statement, 1);

      reknit_series_append (series, (double) reknit_statement_get_integer (statement, 0),
                            rating == REKNIT_RATING_NONE ? NAN : (double) rating, reknit_statement_get_text (statement, 2));
    }
}

static ReknitSeries *
make_series (ReknitInsightsPage *self,
             ReknitPartner      *partner,
             const GdkRGBA      *color,
             gboolean            is_second,
             const char         *column)
{
  ReknitSeries *series = reknit_series_new (reknit_partner_get_name (partner));

  reknit_series_set_color (series, color);
  reknit_series_set_line_style (series, is_second ? REKNIT_LINE_STYLE_DASHED : REKNIT_LINE_STYLE_SOLID);
  reknit_series_set_marker (series, is_second ? REKNIT_MARKER_DIAMOND : REKNIT_MARKER_CIRCLE);
  reknit_series_set_maximum_gap (series, MAXIMUM_GAP);
  fill_series (series, reknit_seats_get_store (self->seats), reknit_record_get_id (REKNIT_RECORD (partner)), column);
  return series;
}

static void
add_chart (ReknitInsightsPage *self,
           const char         *column,
           const char         *title)
{
  g_autoptr (GListStore) series = g_list_store_new (REKNIT_TYPE_SERIES);
  ReknitPartner *first = reknit_seats_get_first (self->seats);
  ReknitPartner *second = reknit_seats_get_second (self->seats);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0f, "hexpand", TRUE, "wrap", TRUE, NULL);
  GtkWidget *chart = reknit_chart_new ();
  GtkWidget *legend = reknit_legend_new ();
  GdkRGBA colors[2];

  reknit_couple_colors_get (self->seats, &colors[0], &colors[1]);
  if (first != NULL)
    {
      g_autoptr (ReknitSeries) strand = make_series (self, first, &colors[0], FALSE, column);
      g_list_store_append (series, strand);
    }
  if (second != NULL)
    {
      g_autoptr (ReknitSeries) strand = make_series (self, second, &colors[1], TRUE, column);
      g_list_store_append (series, strand);
    }

  reknit_axis_set_range (reknit_chart_get_value_axis (REKNIT_CHART (chart)), 0, REKNIT_RATING_MAX);
  reknit_chart_set_title (REKNIT_CHART (chart), title);
  reknit_chart_set_series (REKNIT_CHART (chart), G_LIST_MODEL (series));
  reknit_legend_set_series (REKNIT_LEGEND (legend), G_LIST_MODEL (series));
  gtk_widget_set_size_request (chart, -1, 180);

  gtk_widget_add_css_class (label, "title-4");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "question-card");
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), legend);
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), chart);
  gtk_box_append (self->charts, card);
}

static void
fill (ReknitInsightsPage *self)
{
  g_autoptr (ReknitQuery) history = reknit_check_in_query_history ();
  gboolean empty = reknit_store_count (reknit_seats_get_store (self->seats), history) == 0;
  GtkWidget *intro = gtk_widget_get_first_child (GTK_WIDGET (self->charts));
  GtkWidget *child;

  while ((child = gtk_widget_get_last_child (GTK_WIDGET (self->charts))) != intro)
    gtk_box_remove (self->charts, child);

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "charts");
  for (guint i = 0; !empty && i < G_N_ELEMENTS (ratings); i++)
    add_chart (self, ratings[i].column, g_dpgettext2 (GETTEXT_PACKAGE, "rating", ratings[i].title));
}

static void
on_store_changed (ReknitInsightsPage *self,
                  ReknitChangeSet    *changes)
{
  if (reknit_change_set_has_table (changes, "check_in") || reknit_change_set_has_table (changes, "check_in_answer")
      || reknit_change_set_has_table (changes, "partner"))
    fill (self);
}

static void
reknit_insights_page_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_INSIGHTS_PAGE);
  g_clear_object (&REKNIT_INSIGHTS_PAGE (object)->seats);
  G_OBJECT_CLASS (reknit_insights_page_parent_class)->dispose (object);
}

static void
reknit_insights_page_class_init (ReknitInsightsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_insights_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-insights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitInsightsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ReknitInsightsPage, charts);
}

static void
reknit_insights_page_init (ReknitInsightsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_insights_page_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
reknit_insights_page_new (ReknitSeats *seats)
{
  ReknitInsightsPage *self = g_object_new (REKNIT_TYPE_INSIGHTS_PAGE, NULL);

  self->seats = g_object_ref (seats);
  g_signal_connect_object (reknit_seats_get_store (seats), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
