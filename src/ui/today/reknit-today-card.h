#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_TODAY_CARD (reknit_today_card_get_type ())
G_DECLARE_DERIVABLE_TYPE (ReknitTodayCard, reknit_today_card, REKNIT, TODAY_CARD, GtkWidget)

/**
 * ReknitTodayCardClass:
 * @update: look at the store from the current seat, and say what there is; a card with nothing to say hides itself. What
 *   will be otherwise before the day is over says until when it holds
 *
 * A card on the first page.
 */
struct _ReknitTodayCardClass
{
  GtkWidgetClass parent_class;

  void (*update) (ReknitTodayCard *self);

  gpointer padding[4];
};

/* Properties: seats (construct only), wide (takes a whole row), until (Unix seconds when what it says is over). */

ReknitSeats *reknit_today_card_get_seats   (ReknitTodayCard *self);
ReknitStore *reknit_today_card_get_store   (ReknitTodayCard *self);
void         reknit_today_card_set_words   (ReknitTodayCard *self, const char *eyebrow, const char *heading,
                                            const char *text);
void         reknit_today_card_clear       (ReknitTodayCard *self);
void         reknit_today_card_add         (ReknitTodayCard *self, GtkWidget *child);
GtkWidget   *reknit_today_card_add_button  (ReknitTodayCard *self, const char *label, const char *action,
                                            GVariant *target);
gboolean     reknit_today_card_is_wide     (ReknitTodayCard *self);
void         reknit_today_card_update      (ReknitTodayCard *self);
void         reknit_today_card_set_until   (ReknitTodayCard *self, gint64 until);
gint64       reknit_today_card_get_until   (ReknitTodayCard *self);

void         reknit_today_register_card    (GType card_type);
GArray      *reknit_today_get_card_types   (void);

G_END_DECLS
