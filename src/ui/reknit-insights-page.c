#include "reknit-insights-page.h"

#include "reknit-check-in-chart.h"
#include "reknit-check-in-scales.h"
#include "reknit-check-in.h"
#include "reknit-config.h"
#include "reknit-drop-down.h"
#include "reknit-template.h"
#include "reknit-together.h"
#include "reknit-wrap-box.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define N_MONTHS 12

/**
 * ReknitInsightsPage:
 *
 * What each said of themselves over time, side by side, and what the two did together, month by month. No score and no
 * comparison: it helps to remember.
 */
struct _ReknitInsightsPage
{
  GtkWidget            parent_instance;

  ReknitSeats         *seats;
  GPtrArray           *rows;

  GtkStack            *stack;
  GtkDropDown         *span;
  GtkBox              *charts;
  AdwPreferencesGroup *months;
};

G_DEFINE_FINAL_TYPE (ReknitInsightsPage, reknit_insights_page, GTK_TYPE_WIDGET)

static void
add_count (GString    *line,
           const char *format,
           guint       count)
{
  if (count == 0)
    return;
  if (line->len > 0)
    g_string_append (line, "\u00a0· ");
  g_string_append_printf (line, format, count);
}

static char *
describe_month (const guint *counts)
{
  GString *line = g_string_new (NULL);

  add_count (line, ngettext ("%u check-in", "%u check-ins", counts[REKNIT_TOGETHER_CHECK_IN]), counts[REKNIT_TOGETHER_CHECK_IN]);
  add_count (line, ngettext ("%u talk", "%u talks", counts[REKNIT_TOGETHER_TALK]), counts[REKNIT_TOGETHER_TALK]);
  add_count (line, ngettext ("%u agreement signed by both", "%u agreements signed by both", counts[REKNIT_TOGETHER_AGREEMENT]),
             counts[REKNIT_TOGETHER_AGREEMENT]);
  add_count (line, ngettext ("%u date", "%u dates", counts[REKNIT_TOGETHER_DATE]), counts[REKNIT_TOGETHER_DATE]);
  add_count (line, ngettext ("%u small moment", "%u small moments", counts[REKNIT_TOGETHER_RITUAL]),
             counts[REKNIT_TOGETHER_RITUAL]);
  add_count (line, ngettext ("%u time without devices", "%u times without devices", counts[REKNIT_TOGETHER_UNPLUGGED]),
             counts[REKNIT_TOGETHER_UNPLUGGED]);
  return g_string_free (line, FALSE);
}

static void
add_month (ReknitInsightsPage        *self,
           const ReknitTogetherMonth *month)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (month->year, month->month, 1, 0, 0, 0);
  /* Translators: a month, “November 2026”; see strftime(3).
     xgettext:no-c-format */
  g_autofree char *title = g_date_time_format (first, C_("date format", "%OB %Y"));
  g_autofree char *line = describe_month (month->counts);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", line, "subtitle-lines", 0, NULL);

  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->months, row);
}

static void
fill_months (ReknitInsightsPage *self)
{
  g_autoptr (GArray) months = reknit_together_list_months (reknit_seats_get_store (self->seats), N_MONTHS);
  g_autoptr (ReknitQuery) history = reknit_check_in_query_history (0);
  gboolean checked_in = reknit_store_count (reknit_seats_get_store (self->seats), history) > 0;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->months, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < months->len; i++)
    add_month (self, &g_array_index (months, ReknitTogetherMonth, i));

  gtk_widget_set_visible (GTK_WIDGET (self->charts), checked_in);
  gtk_widget_set_visible (GTK_WIDGET (self->months), months->len > 0);
  gtk_stack_set_visible_child_name (self->stack, checked_in || months->len > 0 ? "charts" : "empty");
}

static void
on_store_changed (ReknitInsightsPage *self,
                  ReknitChangeSet    *changes)
{
  if (reknit_together_is_about (changes))
    fill_months (self);
}

static void
add_charts (ReknitInsightsPage *self)
{
  for (guint i = 0; i < REKNIT_N_CHECK_IN_SCALES; i++)
    {
      GtkWidget *chart = reknit_check_in_chart_new (self->seats);

      g_object_set (chart, "scale", i, "dated", FALSE, NULL);
      g_object_bind_property (self->span, "selected", chart, "span", G_BINDING_SYNC_CREATE);
      gtk_widget_add_css_class (chart, "card");
      gtk_widget_add_css_class (chart, "question-card");
      gtk_box_append (self->charts, chart);
    }
}

static void
reknit_insights_page_dispose (GObject *object)
{
  ReknitInsightsPage *self = REKNIT_INSIGHTS_PAGE (object);

  g_ptr_array_set_size (self->rows, 0);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_INSIGHTS_PAGE);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_insights_page_parent_class)->dispose (object);
}

static void
reknit_insights_page_finalize (GObject *object)
{
  g_ptr_array_unref (REKNIT_INSIGHTS_PAGE (object)->rows);
  G_OBJECT_CLASS (reknit_insights_page_parent_class)->finalize (object);
}

static void
reknit_insights_page_class_init (ReknitInsightsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_insights_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = reknit_insights_page_finalize;
  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-insights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitInsightsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ReknitInsightsPage, span);
  gtk_widget_class_bind_template_child (widget_class, ReknitInsightsPage, charts);
  gtk_widget_class_bind_template_child (widget_class, ReknitInsightsPage, months);
}

static void
reknit_insights_page_init (ReknitInsightsPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  reknit_drop_down_set_label (self->span, _("How far the charts look back"));
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
  add_charts (self);
  fill_months (self);
  return GTK_WIDGET (self);
}
