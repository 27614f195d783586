#pragma once

#include <gtk/gtk.h>

#include "reknit-occasion.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_DAY_ENTRY (reknit_day_entry_get_type ())
G_DECLARE_FINAL_TYPE (ReknitDayEntry, reknit_day_entry, REKNIT, DAY_ENTRY, GtkButton)

GtkWidget      *reknit_day_entry_new          (ReknitSeats *seats);
ReknitOccasion *reknit_day_entry_get_occasion (ReknitDayEntry *self);
GDateTime      *reknit_day_entry_get_day      (ReknitDayEntry *self);
void            reknit_day_entry_show         (ReknitDayEntry *self, ReknitOccasion *occasion, GDateTime *day);
void            reknit_day_entry_set_roomy    (ReknitDayEntry *self, gboolean roomy);
gboolean        reknit_day_entry_move         (ReknitDayEntry *self, int days);

GtkWidget      *reknit_day_entries_new        (ReknitSeats *seats, GPtrArray *occasions, GDateTime *day);

GVariant       *reknit_occasion_to_target     (ReknitOccasion *occasion);
gboolean        reknit_occasion_activate      (GtkWidget *widget, const char *action, ReknitOccasion *occasion);

G_END_DECLS
