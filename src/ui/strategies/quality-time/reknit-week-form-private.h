#pragma once

#include "reknit-week-form.h"

#include <adwaita.h>

#include "reknit-choice-row.h"
#include "reknit-draft-keeper.h"
#include "reknit-lead-picker.h"
#include "reknit-moment-row.h"

G_BEGIN_DECLS

/* The choices of whom it is for. */
#define REKNIT_WEEK_FORM_FOR_US "protected"
#define REKNIT_WEEK_FORM_FOR_ME "own"

struct _ReknitWeekForm
{
  GtkWidget           parent_instance;

  ReknitSeats        *seats;
  ReknitOccasion     *occasion;
  ReknitPlan         *plan;
  ReknitPlanDetails  *details;
  GTimeSpan           length;
  gboolean            ready;
  gboolean            over_night;
  ReknitDraftKeeper  *keeper;
  char               *span;

  ReknitChoiceRow    *scope_row;
  ReknitChoiceRow    *kind_row;
  GtkWidget          *note_row;
  ReknitMomentRow    *starts_row;
  ReknitMomentRow    *ends_row;
  ReknitChoiceRow    *repeat_row;
  GtkLabel           *message_label;
  GtkWidget          *clash_box;
  GtkLabel           *clash_label;
  ReknitLeadPicker   *leads;
};

gboolean   reknit_week_form_is_for_one_time (ReknitWeekForm *self);
GDateTime *reknit_week_form_dup_ends        (ReknitWeekForm *self);
void       reknit_week_form_write_plan      (ReknitWeekForm *self, ReknitPlan *plan);
gboolean   reknit_week_form_save            (ReknitStore *store, gpointer form, GError **error);

G_END_DECLS
