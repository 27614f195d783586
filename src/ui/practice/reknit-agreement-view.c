#include "reknit-agreement-view.h"

#include "reknit-agreement-card.h"
#include "reknit-agreement-editor.h"
#include "reknit-agreement-history.h"
#include "reknit-agreement-print.h"
#include "reknit-agreement-texts.h"
#include "reknit-config.h"
#include "reknit-template.h"
#include "reknit-wrap-box.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitAgreementView:
 *
 * An agreement of the two: what holds, what is proposed and by whom it still has to be signed, and all versions; while
 * there is none, the editor for it. It stands on a practice page, as its tool or as one of its subpages. Actions:
 * agreement.change, agreement.print, agreement.sign, agreement.withdraw.
 */
struct _ReknitAgreementView
{
  GtkWidget                parent_instance;

  ReknitPracticePage      *page;
  char                    *kind;
  GSimpleActionGroup      *actions;
  ReknitAgreementRevision *latest;
  ReknitAgreementRevision *held;

  GtkStack                *faces;
  GtkWidget               *view;
  GtkWidget               *proposal;
  GtkLabel                *proposal_title;
  GtkLabel                *proposal_text;
  AdwBin                  *proposal_bin;
  GtkBox                  *sign_box;
  GtkWidget               *in_force;
  GtkLabel                *in_force_title;
  GtkWidget               *in_force_text;
  GtkWidget               *change_button;
  AdwBin                  *in_force_bin;
  GtkWidget               *history;
  GtkListBox              *history_list;
};

G_DEFINE_FINAL_TYPE (ReknitAgreementView, reknit_agreement_view, GTK_TYPE_WIDGET)

static ReknitSeats *
get_seats (ReknitAgreementView *self)
{
  return reknit_practice_page_get_seats (self->page);
}

static void
enable (ReknitAgreementView *self,
        const char          *name,
        gboolean             enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

static gboolean
is_signed_by (ReknitAgreementRevision *revision,
              ReknitPartner           *partner)
{
  g_autoptr (ReknitSignature) signature = reknit_agreement_revision_get_signature (revision, partner);

  return signature != NULL;
}

static GtkWidget *
create_sign_button (ReknitAgreementView *self,
                    ReknitPartner       *partner,
                    gboolean             seated)
{
  ReknitSeats *seats = get_seats (self);
  const char *name = reknit_partner_get_name (partner);
  /* Translators: on buttons; %s is a partner's name. */
  g_autofree char *label = g_strdup_printf (seated ? _("Sign as %s") : _("Take %s’s Seat to Sign"), name);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  if (seated)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "agreement.sign");
      gtk_widget_add_css_class (button, "suggested-action");
    }
  else
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.seat");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                        partner == reknit_seats_get_first (seats) ? "first" : "second");
    }
  return button;
}

static void
show_sign_buttons (ReknitAgreementView *self)
{
  ReknitSeats *seats = get_seats (self);
  ReknitPartner *partners[] = { reknit_seats_get_first (seats), reknit_seats_get_second (seats) };
  ReknitPartner *current = reknit_seats_get_current (seats);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sign_box))) != NULL)
    gtk_box_remove (self->sign_box, child);

  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    {
      gboolean seated = partners[i] == current || !reknit_seats_has_couple (seats);

      if (partners[i] == NULL || is_signed_by (self->latest, partners[i]))
        continue;
      /* Who sits in their own seat sees what they can do, not what the other could. */
      if (current != NULL && !seated && !is_signed_by (self->latest, current))
        continue;
      gtk_box_append (self->sign_box, create_sign_button (self, partners[i], seated));
    }
}

static void
show_proposal (ReknitAgreementView *self)
{
  g_autofree char *missing = self->latest != NULL ? reknit_agreement_text_for_missing (get_seats (self), self->latest) : NULL;

  gtk_widget_set_visible (self->proposal, missing != NULL);
  enable (self, "withdraw", missing != NULL);
  if (missing == NULL)
    {
      adw_bin_set_child (self->proposal_bin, NULL);
      return;
    }

  gtk_label_set_label (self->proposal_title, self->held != NULL ? _("Proposed Change")
                                                                : reknit_agreement_texts_for_kind (self->kind)->title);
  gtk_label_set_label (self->proposal_text, missing);
  adw_bin_set_child (self->proposal_bin,
                     reknit_agreement_card_new (get_seats (self), self->latest, REKNIT_AGREEMENT_CARD_CHANGES));
  show_sign_buttons (self);
}

static void
show_in_force (ReknitAgreementView *self)
{
  gtk_widget_set_visible (self->in_force, self->held != NULL);
  gtk_widget_set_visible (self->in_force_text, self->held != self->latest);
  gtk_widget_set_visible (self->change_button, self->held == self->latest);
  gtk_label_set_label (self->in_force_title, reknit_agreement_texts_for_kind (self->kind)->title);
  adw_bin_set_child (self->in_force_bin, self->held == NULL ? NULL
                     : reknit_agreement_card_new (get_seats (self), self->held, REKNIT_AGREEMENT_CARD_SIGNATURES));
}

static void
show_history (ReknitAgreementView *self)
{
  g_autoptr (ReknitQuery) query = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->history_list))) != NULL)
    gtk_list_box_remove (self->history_list, row);
  gtk_widget_set_visible (self->history, self->latest != NULL);
  if (self->latest == NULL)
    return;

  query = reknit_agreement_revision_query (reknit_record_get_integer (self->latest, "agreement"));
  revisions = reknit_store_all (reknit_seats_get_store (get_seats (self)), query);
  gtk_widget_set_visible (self->history, revisions->len > 1);
  for (guint i = 0; i < revisions->len; i++)
    {
      ReknitAgreementRevision *revision = g_ptr_array_index (revisions, i);

      row = reknit_agreement_history_create_row (get_seats (self), revision);
      g_object_set_data_full (G_OBJECT (row), "reknit-revision", g_object_ref (revision), g_object_unref);
      gtk_list_box_append (self->history_list, row);
    }
}

static gboolean
is_changing (ReknitAgreementView *self)
{
  return REKNIT_IS_AGREEMENT_EDITOR (reknit_practice_page_get_subpage (self->page));
}

static void
on_proposed (ReknitAgreementView *self)
{
  if (is_changing (self))
    reknit_practice_page_pop (self->page);
  reknit_practice_page_undo_toast (self->page, _("Proposed. It holds once it is signed."));
}

static GtkWidget *
create_editor (ReknitAgreementView *self)
{
  GtkWidget *editor = reknit_agreement_editor_new (get_seats (self), self->kind);

  g_signal_connect_object (editor, "proposed", G_CALLBACK (on_proposed), self, G_CONNECT_SWAPPED);
  return editor;
}

/* What is shown of an agreement that does not exist yet is the editor itself. */
static void
show_face (ReknitAgreementView *self)
{
  GtkWidget *editor = gtk_stack_get_child_by_name (self->faces, "editor");

  if (self->latest == NULL && editor == NULL)
    {
      editor = create_editor (self);
      gtk_stack_add_named (self->faces, editor, "editor");
    }
  gtk_stack_set_visible_child (self->faces, self->latest != NULL ? self->view : editor);
  if (self->latest != NULL && editor != NULL)
    gtk_stack_remove (self->faces, editor);

  enable (self, "change", self->latest != NULL);
  enable (self, "print", self->held != NULL);
}

static void
refresh (ReknitAgreementView *self)
{
  g_autoptr (ReknitAgreement) agreement = reknit_agreement_find (reknit_seats_get_store (get_seats (self)), self->kind);

  g_clear_object (&self->latest);
  g_clear_object (&self->held);
  if (agreement != NULL)
    {
      self->latest = reknit_agreement_get_latest (agreement);
      self->held = reknit_agreement_get_in_force (agreement);
    }

  show_proposal (self);
  show_in_force (self);
  show_history (self);
  show_face (self);
}

static void
on_store_changed (ReknitAgreementView *self,
                  ReknitChangeSet     *changes)
{
  static const char *const tables[] = { "agreement", "agreement_revision", "agreement_rule", "signature", "partner" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (reknit_change_set_is_everything (changes) || reknit_change_set_has_table (changes, tables[i]))
      {
        refresh (self);
        return;
      }
}

static void
on_revision_activated (ReknitAgreementView *self,
                       GtkListBoxRow       *row)
{
  ReknitAgreementRevision *revision = g_object_get_data (G_OBJECT (row), "reknit-revision");
  g_autofree char *name = reknit_agreement_history_name (revision);

  reknit_practice_page_push (self->page, reknit_agreement_history_create_page (get_seats (self), revision), name);
}

static void
on_change (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  ReknitAgreementView *self = user_data;

  if (is_changing (self))
    return;

  reknit_practice_page_drop_undo_toast (self->page);
  reknit_practice_page_push (self->page, create_editor (self), _("Propose a Change"));
}

static void
on_print (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  ReknitAgreementView *self = user_data;
  g_autoptr (GtkPrintOperation) operation =
    reknit_agreement_print_new (get_seats (self), self->held, reknit_agreement_texts_for_kind (self->kind)->title);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    reknit_practice_page_error_toast (self->page, error);
}

static void
on_sign (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ReknitAgreementView *self = user_data;
  ReknitSeats *seats = get_seats (self);
  ReknitPartner *current = reknit_seats_get_current (seats);
  g_autoptr (ReknitAgreementRevision) revision = self->latest != NULL ? g_object_ref (self->latest) : NULL;

  if (current == NULL && !reknit_seats_has_couple (seats))
    current = reknit_seats_get_first (seats);
  if (current == NULL || revision == NULL || is_signed_by (revision, current))
    return;

  if (reknit_agreement_revision_sign (revision, _("Sign"), current, NULL))
    reknit_practice_page_undo_toast (self->page, reknit_agreement_revision_is_complete (revision)
                                     ? _("Signed. It holds from now on.") : _("Signed"));
}

static void
on_withdraw (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ReknitAgreementView *self = user_data;
  g_autoptr (ReknitAgreementRevision) revision = self->latest != NULL ? g_object_ref (self->latest) : NULL;

  if (revision != NULL && reknit_agreement_revision_withdraw (revision, _("Take the Proposal Back"), NULL))
    reknit_practice_page_undo_toast (self->page, _("Proposal taken back"));
}

static void
reknit_agreement_view_dispose (GObject *object)
{
  ReknitAgreementView *self = REKNIT_AGREEMENT_VIEW (object);

  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_AGREEMENT_VIEW);
  g_clear_object (&self->latest);
  g_clear_object (&self->held);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (reknit_agreement_view_parent_class)->dispose (object);
}

static void
reknit_agreement_view_finalize (GObject *object)
{
  g_free (REKNIT_AGREEMENT_VIEW (object)->kind);
  G_OBJECT_CLASS (reknit_agreement_view_parent_class)->finalize (object);
}

static void
reknit_agreement_view_class_init (ReknitAgreementViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_agreement_view_dispose;
  object_class->finalize = reknit_agreement_view_finalize;

  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-agreement-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementView, faces);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementView, view);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementView, proposal);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementView, proposal_title);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementView, proposal_text);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementView, proposal_bin);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementView, sign_box);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementView, in_force);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementView, in_force_title);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementView, in_force_text);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementView, change_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementView, in_force_bin);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementView, history);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementView, history_list);
  gtk_widget_class_bind_template_callback (widget_class, on_revision_activated);
}

static void
reknit_agreement_view_init (ReknitAgreementView *self)
{
  static const GActionEntry entries[] = {
    { "change", on_change }, { "print", on_print }, { "sign", on_sign }, { "withdraw", on_withdraw },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "agreement", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_agreement_view_new:
 * @page: (not nullable): the practice page it stands on
 * @kind: which agreement
 *
 * Returns: (transfer floating): a view of that agreement
 */
GtkWidget *
reknit_agreement_view_new (ReknitPracticePage *page,
                           const char         *kind)
{
  ReknitAgreementView *self = g_object_new (REKNIT_TYPE_AGREEMENT_VIEW, NULL);
  ReknitSeats *seats = reknit_practice_page_get_seats (page);

  self->page = page;
  self->kind = g_strdup (kind);
  g_signal_connect_object (reknit_seats_get_store (seats), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (seats, "notify::current", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (seats, "notify::has-couple", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
