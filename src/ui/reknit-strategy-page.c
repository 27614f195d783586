#include "reknit-strategy-page.h"

#include "reknit-couple-colors.h"
#include "reknit-new-day.h"
#include "reknit-practice-card.h"
#include "reknit-strands.h"
#include "reknit-template.h"

#include <adwaita.h>

/**
 * ReknitStrategyPage:
 *
 * One of the ten strategies: what it is about, and a card for each of its practices.
 */
struct _ReknitStrategyPage
{
  GtkWidget      parent_instance;

  GtkBox        *box;
  GtkLabel      *name;
  GtkLabel      *summary;
  ReknitStrands *strands;
};

G_DEFINE_FINAL_TYPE (ReknitStrategyPage, reknit_strategy_page, GTK_TYPE_WIDGET)

static void
on_new_day (ReknitStrategyPage *self)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->box)); card != NULL; card = gtk_widget_get_next_sibling (card))
    if (REKNIT_IS_PRACTICE_CARD (card))
      reknit_practice_card_update_line (REKNIT_PRACTICE_CARD (card));
}

static void
reknit_strategy_page_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_STRATEGY_PAGE);
  G_OBJECT_CLASS (reknit_strategy_page_parent_class)->dispose (object);
}

static void
reknit_strategy_page_class_init (ReknitStrategyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_strategy_page_dispose;
  g_type_ensure (REKNIT_TYPE_STRANDS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-strategy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitStrategyPage, box);
  gtk_widget_class_bind_template_child (widget_class, ReknitStrategyPage, name);
  gtk_widget_class_bind_template_child (widget_class, ReknitStrategyPage, summary);
  gtk_widget_class_bind_template_child (widget_class, ReknitStrategyPage, strands);
}

static void
reknit_strategy_page_init (ReknitStrategyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_strategy_page_new:
 * @seats: whose seat is taken
 * @strategy: what to show
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
reknit_strategy_page_new (ReknitSeats    *seats,
                          ReknitStrategy *strategy)
{
  ReknitStrategyPage *self = g_object_new (REKNIT_TYPE_STRATEGY_PAGE, NULL);
  GListModel *practices = reknit_strategy_get_practices (strategy);

  gtk_label_set_label (self->name, reknit_strategy_get_name (strategy));
  gtk_label_set_label (self->summary, reknit_strategy_get_summary (strategy));
  reknit_strands_set_pattern (self->strands, reknit_strategy_get_id (strategy));
  reknit_couple_colors_bind (seats, self->strands);

  for (guint i = 0; i < g_list_model_get_n_items (practices); i++)
    {
      g_autoptr (ReknitPractice) practice = g_list_model_get_item (practices, i);

      gtk_box_append (self->box, reknit_practice_card_new (seats, practice));
    }
  reknit_new_day_watch (self, G_CALLBACK (on_new_day));
  return GTK_WIDGET (self);
}
