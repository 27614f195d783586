#pragma once

#include "reknit-ritual-strength.h"
#include "reknit-rituals.h"
#include "reknit-seats.h"
#include "reknit-strategy.h"

G_BEGIN_DECLS

/* Rituals in words. */

const char *reknit_ritual_text_kind     (ReknitPractice *practice);
const char *reknit_ritual_text_stage    (ReknitRitualStage stage);
char       *reknit_ritual_text_days     (ReknitRitual *ritual);
char       *reknit_ritual_text_facts    (ReknitRitual *ritual);
char       *reknit_ritual_text_date     (GDateTime *day);
char       *reknit_ritual_text_day      (ReknitSeats *seats, const ReknitRitualDay *on_record, GDateTime *day);
char       *reknit_ritual_text_for_card (ReknitSeats *seats, ReknitPractice *practice);

G_END_DECLS
