#pragma once

#include <adwaita.h>

#include "reknit-agreement.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_AGREEMENT_EDITOR (reknit_agreement_editor_get_type ())
G_DECLARE_FINAL_TYPE (ReknitAgreementEditor, reknit_agreement_editor, REKNIT, AGREEMENT_EDITOR, GtkWidget)

/* Property: rules, all of them, a line each; what a draft keeps. Signal: proposed, once they stand in a revision. */

GtkWidget  *reknit_agreement_editor_new       (ReknitSeats *seats, const char *kind);
GListModel *reknit_agreement_editor_get_rules (ReknitAgreementEditor *self);
void        reknit_agreement_editor_add_rule  (ReknitAgreementEditor *self, const char *text);
void        reknit_agreement_editor_move_rule (ReknitAgreementEditor *self, guint from, guint to);
gboolean    reknit_agreement_editor_can_propose (ReknitAgreementEditor *self);
void        reknit_agreement_editor_propose   (ReknitAgreementEditor *self);

G_END_DECLS
