#include "reknit-agreement-page.h"

#include "reknit-agreement-card.h"
#include "reknit-agreement-editor.h"
#include "reknit-agreement-history.h"
#include "reknit-agreement-print.h"
#include "reknit-agreement-texts.h"
#include "reknit-config.h"
#include "reknit-tools.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitAgreementPage:
 *
 * An agreement of the two: what holds, what is proposed and by whom it still has to be signed, and all versions.
 */
struct _ReknitAgreementPage
{
  ReknitPracticePage       parent_instance;

  ReknitAgreementRevision *latest;
  ReknitAgreementRevision *held;

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

G_DEFINE_FINAL_TYPE (ReknitAgreementPage, reknit_agreement_page, REKNIT_TYPE_PRACTICE_PAGE)

static ReknitSeats *
get_seats (ReknitAgreementPage *self)
{
  return reknit_practice_page_get_seats (REKNIT_PRACTICE_PAGE (self));
}

static const char *
get_kind (ReknitAgreementPage *self)
{
  const char *kind = reknit_practice_get_parameter (reknit_practice_page_get_practice (REKNIT_PRACTICE_PAGE (self)), "kind");

  return kind != NULL ? kind : "";
}

static void
enable (ReknitAgreementPage *self,
        const char          *name,
        gboolean             enabled)
{
  GAction *action = g_action_map_lookup_action (reknit_practice_page_get_actions (REKNIT_PRACTICE_PAGE (self)), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static gboolean
is_signed_by (ReknitAgreementRevision *revision,
              ReknitPartner           *partner)
{
  g_autoptr (ReknitSignature) signature = reknit_agreement_revision_get_signature (revision, partner);

  return signature != NULL;
}

static GtkWidget *
create_sign_button (ReknitAgreementPage *self,
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
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "practice.sign");
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
show_sign_buttons (ReknitAgreementPage *self)
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
show_proposal (ReknitAgreementPage *self)
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
                                                                : reknit_agreement_texts_for_kind (get_kind (self))->title);
  gtk_label_set_label (self->proposal_text, missing);
  adw_bin_set_child (self->proposal_bin,
                     reknit_agreement_card_new (get_seats (self), self->latest, REKNIT_AGREEMENT_CARD_CHANGES));
  show_sign_buttons (self);
}

static void
show_in_force (ReknitAgreementPage *self)
{
  gtk_widget_set_visible (self->in_force, self->held != NULL);
  gtk_widget_set_visible (self->in_force_text, self->held != self->latest);
  gtk_widget_set_visible (self->change_button, self->held == self->latest);
  gtk_label_set_label (self->in_force_title, reknit_agreement_texts_for_kind (get_kind (self))->title);
  adw_bin_set_child (self->in_force_bin, self->held == NULL ? NULL
                     : reknit_agreement_card_new (get_seats (self), self->held, REKNIT_AGREEMENT_CARD_SIGNATURES));
}

static void
show_history (ReknitAgreementPage *self)
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

static void
on_proposed (ReknitAgreementPage *self)
{
  reknit_practice_page_pop_all (REKNIT_PRACTICE_PAGE (self));
  reknit_practice_page_undo_toast (REKNIT_PRACTICE_PAGE (self), _("Proposed. It holds once it is signed."));
}

static GtkWidget *
create_editor (ReknitAgreementPage *self)
{
  GtkWidget *editor = reknit_agreement_editor_new (get_seats (self), get_kind (self));

  g_signal_connect_object (editor, "proposed", G_CALLBACK (on_proposed), self, G_CONNECT_SWAPPED);
  return editor;
}

/* The tool of an agreement that does not exist yet is the editor itself. */
static void
show_tool (ReknitAgreementPage *self)
{
  ReknitPracticePage *page = REKNIT_PRACTICE_PAGE (self);

  if (self->latest != NULL)
    reknit_practice_page_set_child (page, self->view);
  else if (!REKNIT_IS_AGREEMENT_EDITOR (reknit_practice_page_get_child (page)))
    reknit_practice_page_set_child (page, create_editor (self));

  enable (self, "change", self->latest != NULL);
  enable (self, "print", self->held != NULL);
}

static void
refresh (ReknitAgreementPage *self)
{
  g_autoptr (ReknitAgreement) agreement = reknit_agreement_find (reknit_seats_get_store (get_seats (self)), get_kind (self));

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
  show_tool (self);
}

static void
on_store_changed (ReknitAgreementPage *self,
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
on_revision_activated (ReknitAgreementPage *self,
                       GtkListBoxRow       *row)
{
  ReknitAgreementRevision *revision = g_object_get_data (G_OBJECT (row), "reknit-revision");
  g_autofree char *name = reknit_agreement_history_name (revision);

  reknit_practice_page_push (REKNIT_PRACTICE_PAGE (self), reknit_agreement_history_create_page (get_seats (self), revision), name);
}

static void
on_change (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  if (reknit_practice_page_get_subpage (user_data) != NULL)
    return;

  reknit_practice_page_drop_undo_toast (user_data);
  reknit_practice_page_push (user_data, create_editor (user_data), _("Propose a Change"));
}

static void
on_print (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  ReknitAgreementPage *self = user_data;
  g_autoptr (GtkPrintOperation) operation =
    reknit_agreement_print_new (get_seats (self), self->held, reknit_agreement_texts_for_kind (get_kind (self))->title);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    reknit_practice_page_error_toast (REKNIT_PRACTICE_PAGE (self), error);
}

static void
on_sign (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ReknitAgreementPage *self = user_data;
  ReknitSeats *seats = get_seats (self);
  ReknitPartner *current = reknit_seats_get_current (seats);
  g_autoptr (ReknitAgreementRevision) revision = self->latest != NULL ? g_object_ref (self->latest) : NULL;

  if (current == NULL && !reknit_seats_has_couple (seats))
    current = reknit_seats_get_first (seats);
  if (current == NULL || revision == NULL || is_signed_by (revision, current))
    return;

  if (reknit_agreement_revision_sign (revision, _("Sign"), current, NULL))
    reknit_practice_page_undo_toast (REKNIT_PRACTICE_PAGE (self), reknit_agreement_revision_is_complete (revision)
                                     ? _("Signed. It holds from now on.") : _("Signed"));
}

static void
on_withdraw (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ReknitAgreementPage *self = user_data;
  g_autoptr (ReknitAgreementRevision) revision = self->latest != NULL ? g_object_ref (self->latest) : NULL;

  if (revision != NULL && reknit_agreement_revision_withdraw (revision, _("Take the Proposal Back"), NULL))
    reknit_practice_page_undo_toast (REKNIT_PRACTICE_PAGE (self), _("Proposal taken back"));
}

static void
reknit_agreement_page_constructed (GObject *object)
{
  static const GActionEntry entries[] = {
    { "change", on_change }, { "print", on_print }, { "sign", on_sign }, { "withdraw", on_withdraw },
  };
  ReknitAgreementPage *self = REKNIT_AGREEMENT_PAGE (object);
  ReknitSeats *seats;

  G_OBJECT_CLASS (reknit_agreement_page_parent_class)->constructed (object);

  seats = get_seats (self);
  g_action_map_add_action_entries (reknit_practice_page_get_actions (REKNIT_PRACTICE_PAGE (self)),
                                   entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (reknit_seats_get_store (seats), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (seats, "notify::current", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (seats, "notify::has-couple", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
reknit_agreement_page_dispose (GObject *object)
{
  ReknitAgreementPage *self = REKNIT_AGREEMENT_PAGE (object);

  reknit_practice_page_set_child (REKNIT_PRACTICE_PAGE (self), NULL);
  g_clear_object (&self->latest);
  g_clear_object (&self->held);
  G_OBJECT_CLASS (reknit_agreement_page_parent_class)->dispose (object);
}

static void
reknit_agreement_page_class_init (ReknitAgreementPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = reknit_agreement_page_constructed;
  object_class->dispose = reknit_agreement_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-agreement-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementPage, view);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementPage, proposal);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementPage, proposal_title);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementPage, proposal_text);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementPage, proposal_bin);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementPage, sign_box);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementPage, in_force);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementPage, in_force_title);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementPage, in_force_text);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementPage, change_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementPage, in_force_bin);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementPage, history);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementPage, history_list);
  gtk_widget_class_bind_template_callback (widget_class, on_revision_activated);
}

static void
reknit_agreement_page_init (ReknitAgreementPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe (ReknitSeats    *seats,
          ReknitPractice *practice)
{
  const char *kind = reknit_practice_get_parameter (practice, "kind");

  return reknit_agreement_text_for_card (seats, kind != NULL ? kind : "");
}

/**
 * reknit_agreement_page_register:
 *
 * Makes the page the one that works the tool "agreement".
 */
void
reknit_agreement_page_register (void)
{
  reknit_tools_register ("agreement", REKNIT_TYPE_AGREEMENT_PAGE);
  reknit_tools_register_live_line ("agreement", describe);
}
