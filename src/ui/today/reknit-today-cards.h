#pragma once

#include "reknit-today-card.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_CHECK_IN_CARD (reknit_check_in_card_get_type ())
G_DECLARE_FINAL_TYPE (ReknitCheckInCard, reknit_check_in_card, REKNIT, CHECK_IN_CARD, ReknitTodayCard)

#define REKNIT_TYPE_CHART_CARD (reknit_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (ReknitChartCard, reknit_chart_card, REKNIT, CHART_CARD, ReknitTodayCard)

#define REKNIT_TYPE_DATE_CARD (reknit_date_card_get_type ())
G_DECLARE_FINAL_TYPE (ReknitDateCard, reknit_date_card, REKNIT, DATE_CARD, ReknitTodayCard)

#define REKNIT_TYPE_RITUAL_CARD (reknit_ritual_card_get_type ())
G_DECLARE_FINAL_TYPE (ReknitRitualCard, reknit_ritual_card, REKNIT, RITUAL_CARD, ReknitTodayCard)

#define REKNIT_TYPE_WAITING_CARD (reknit_waiting_card_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWaitingCard, reknit_waiting_card, REKNIT, WAITING_CARD, ReknitTodayCard)

#define REKNIT_TYPE_QUESTION_CARD (reknit_question_card_get_type ())
G_DECLARE_FINAL_TYPE (ReknitQuestionCard, reknit_question_card, REKNIT, QUESTION_CARD, ReknitTodayCard)

void reknit_today_register_cards (void);

G_END_DECLS
