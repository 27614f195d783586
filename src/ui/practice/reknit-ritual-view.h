#pragma once

#include "reknit-practice-page.h"
#include "reknit-ritual.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_RITUAL_VIEW (reknit_ritual_view_get_type ())
G_DECLARE_FINAL_TYPE (ReknitRitualView, reknit_ritual_view, REKNIT, RITUAL_VIEW, GtkWidget)

/* One ritual. Signals: edit (), gone (), when it was deleted, or undone. */

GtkWidget    *reknit_ritual_view_new        (ReknitPracticePage *page, ReknitRitual *ritual);
ReknitRitual *reknit_ritual_view_get_ritual (ReknitRitualView *self);

G_END_DECLS
