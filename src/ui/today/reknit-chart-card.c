#include "reknit-today-cards.h"

#include "reknit-check-in-chart.h"

/**
 * ReknitChartCard:
 *
 * The two strands of the last weeks, from the first check-in on.
 */
struct _ReknitChartCard
{
  ReknitTodayCard  parent_instance;

  GtkWidget       *chart;
};

G_DEFINE_FINAL_TYPE (ReknitChartCard, reknit_chart_card, REKNIT_TYPE_TODAY_CARD)

static void
reknit_chart_card_update (ReknitTodayCard *card)
{
  ReknitChartCard *self = REKNIT_CHART_CARD (card);

  /* The chart looks at the store by itself. */
  if (self->chart != NULL)
    return;

  self->chart = reknit_check_in_chart_new (reknit_today_card_get_seats (card));
  g_object_bind_property (self->chart, "empty", self, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  reknit_today_card_set_words (card, NULL, NULL, NULL);
  reknit_today_card_add (card, self->chart);
}

static void
reknit_chart_card_class_init (ReknitChartCardClass *klass)
{
  REKNIT_TODAY_CARD_CLASS (klass)->update = reknit_chart_card_update;
}

static void
reknit_chart_card_init (ReknitChartCard *self)
{
  g_object_set (self, "wide", TRUE, NULL);
}
