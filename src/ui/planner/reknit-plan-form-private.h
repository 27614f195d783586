#pragma once

#include "reknit-choice-row.h"
#include "reknit-draft-keeper.h"
#include "reknit-idea-traits.h"
#include "reknit-lead-picker.h"
#include "reknit-plan-form.h"
#include "reknit-span-editor.h"
#include "reknit-text-field.h"

G_BEGIN_DECLS

struct _ReknitPlanForm
{
  GtkWidget            parent_instance;

  ReknitSeats         *seats;
  ReknitOccasion      *occasion;
  ReknitPlan          *plan;
  ReknitPlanDetails   *details;
  char                *idea;
  char                *earlier;
  char                *switches;
  char                *shift;
  char                *turn;
  ReknitDraftKeeper   *keeper;

  ReknitChoiceRow     *scope_row;
  ReknitChoiceRow     *kind_row;
  GtkWidget           *title_row;
  GtkWidget           *place_row;
  GtkLabel            *title_message;
  GtkWidget           *earlier_box;
  GtkLabel            *earlier_label;
  ReknitSpanEditor    *span;
  GtkLabel            *clash_label;
  ReknitChoiceRow     *repeat_row;
  ReknitChoiceRow     *planner_row;
  GtkWidget           *turns_row;
  GtkSwitch           *turns_switch;
  GtkWidget           *surprise_row;
  GtkSwitch           *surprise_switch;
  GtkWidget           *money_group;
  GtkWidget           *budget_row;
  GtkWidget           *spent_row;
  GtkLabel            *money_message;
  ReknitLeadPicker    *leads;
  ReknitTextField     *things_field;
  ReknitTextField     *notes_field;
  GtkButton           *save_button;
};

ReknitPlanKind  reknit_plan_form_get_kind    (ReknitPlanForm *self);
gint64          reknit_plan_form_get_planner (ReknitPlanForm *self);
gboolean        reknit_plan_form_is_surprise (ReknitPlanForm *self);
gboolean        reknit_plan_form_takes_things (ReknitPlanForm *self);
gboolean        reknit_plan_form_is_for_one  (ReknitPlanForm *self);
ReknitOccasion *reknit_plan_form_preview     (ReknitPlanForm *self);
ReknitPlan     *reknit_plan_form_save        (ReknitPlanForm *self, GError **error);
void            reknit_plan_form_fill        (ReknitPlanForm *self);
void            reknit_plan_form_set_idea    (ReknitPlanForm *self, const char *idea);
void            reknit_plan_form_set_earlier (ReknitPlanForm *self, const char *earlier);
void            reknit_plan_form_swap        (ReknitPlanForm *self);
void            reknit_plan_form_follow_kind (ReknitPlanForm *self);
void            reknit_plan_form_choose_planner (ReknitPlanForm *self, gint64 planner);
void            reknit_plan_form_open_draft  (ReknitPlanForm *self);
void            reknit_plan_form_move_draft  (ReknitPlanForm *self);
char           *reknit_plan_form_dup_shift   (ReknitPlanForm *self);
void            reknit_plan_form_set_shift   (ReknitPlanForm *self, const char *shift);
char           *reknit_plan_form_dup_turn    (ReknitPlanForm *self);
void            reknit_plan_form_set_turn    (ReknitPlanForm *self, const char *turn);
void            reknit_plan_form_set_day     (ReknitPlanForm *self, GDateTime *day, ReknitIdeaTraits traits);
gboolean        reknit_plan_form_has_time_of (ReknitPlanForm *self, ReknitIdeaTraits traits);
gint64          reknit_plan_form_get_turn    (ReknitSeats *seats);

G_END_DECLS
