#include "reknit-agreement-editor.h"

#include "reknit-agreement-suggestions.h"
#include "reknit-agreement-texts.h"
#include "reknit-config.h"
#include "reknit-draft-keeper.h"
#include "reknit-rule-row.h"
#include "reknit-rules-text.h"
#include "reknit-template.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitAgreementEditor:
 *
 * Where a proposal is written: the rules in their order, and suggestions to start from. It begins with the newest
 * revision, and keeps what is typed as a draft of whoever types it.
 */
struct _ReknitAgreementEditor
{
  GtkWidget            parent_instance;

  ReknitSeats         *seats;
  char                *kind;
  GListStore          *rules;
  ReknitDraftKeeper   *keeper;
  char                *base;

  GtkWidget           *box;
  GtkWidget           *intro;
  GtkLabel            *intro_title;
  GtkLabel            *intro_text;
  AdwPreferencesGroup *rules_group;
  GtkListBox          *rules_list;
  GtkWidget           *suggestions_group;
  GtkListBox          *suggestions_list;
  GtkWidget           *more_button;
  GtkLabel            *message;
  GtkWidget           *propose_button;
};

enum { PROP_0, PROP_RULES, N_PROPS };
enum { PROPOSED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitAgreementEditor, reknit_agreement_editor, GTK_TYPE_WIDGET)

static void
update_state (ReknitAgreementEditor *self)
{
  g_autofree char *text = reknit_rules_text_join (G_LIST_MODEL (self->rules));
  g_autofree char *trouble = reknit_rules_text_check (text, self->base);

  gtk_widget_set_sensitive (self->propose_button, trouble == NULL);
  gtk_label_set_label (self->message, trouble != NULL ? trouble : _("What you propose here both of you can read. It holds once both have signed."));
}

static void
on_rule_changed (ReknitAgreementEditor *self)
{
  update_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RULES]);
}

static void
on_rules_changed (ReknitAgreementEditor *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rules));

  for (guint i = 0; i < n; i++)
    reknit_rule_row_number (REKNIT_RULE_ROW (gtk_list_box_get_row_at_index (self->rules_list, (int) i)), i + 1, n);
  gtk_widget_set_visible (GTK_WIDGET (self->rules_list), n > 0);
  reknit_agreement_suggestions_update (self->suggestions_list, G_LIST_MODEL (self->rules));
  on_rule_changed (self);
}

static ReknitRuleRow *
get_row (ReknitAgreementEditor *self,
         guint                  position)
{
  return REKNIT_RULE_ROW (gtk_list_box_get_row_at_index (self->rules_list, (int) position));
}

static guint
find_rule (ReknitAgreementEditor *self,
           ReknitRuleItem        *item)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_list_store_find (self->rules, item, &position);
  return position;
}

static void
on_row_move (ReknitAgreementEditor *self,
             int                    step,
             ReknitRuleRow         *row)
{
  guint from = find_rule (self, reknit_rule_row_get_item (row));
  const guint to = from + (guint) step;

  if (to < g_list_model_get_n_items (G_LIST_MODEL (self->rules)))
    reknit_agreement_editor_move_rule (self, from, to);
}

static void
on_row_remove (ReknitAgreementEditor *self,
               ReknitRuleRow         *row)
{
  guint position = find_rule (self, reknit_rule_row_get_item (row));

  g_list_store_remove (self->rules, position);
  if (position > 0)
    reknit_rule_row_edit (get_row (self, position - 1));
}

static void
insert_rule (ReknitAgreementEditor *self,
             guint                  position,
             const char            *text)
{
  g_autoptr (ReknitRuleItem) item = reknit_rule_item_new (text);

  g_list_store_insert (self->rules, position, item);
}

static void
on_row_next (ReknitAgreementEditor *self,
             ReknitRuleRow         *row)
{
  guint position = find_rule (self, reknit_rule_row_get_item (row)) + 1;

  insert_rule (self, position, "");
  reknit_rule_row_edit (get_row (self, position));
}

static void
on_row_dropped (ReknitAgreementEditor *self,
                ReknitRuleItem        *item,
                ReknitRuleRow         *row)
{
  guint from = find_rule (self, item);

  if (from != GTK_INVALID_LIST_POSITION)
    reknit_agreement_editor_move_rule (self, from, find_rule (self, reknit_rule_row_get_item (row)));
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = reknit_rule_row_new (item);

  g_signal_connect_object (row, "move", G_CALLBACK (on_row_move), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (on_row_remove), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "next", G_CALLBACK (on_row_next), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (on_row_dropped), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::text", G_CALLBACK (on_rule_changed), user_data, G_CONNECT_SWAPPED);
  return row;
}

static void
on_add (ReknitAgreementEditor *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rules));

  insert_rule (self, n, "");
  reknit_rule_row_edit (get_row (self, n));
}

static void
on_more (ReknitAgreementEditor *self)
{
  reknit_agreement_suggestions_show_all (self->suggestions_list);
  gtk_widget_set_visible (self->more_button, FALSE);
}

static void
on_suggestion_taken (const char *text,
                     gpointer    user_data)
{
  reknit_agreement_editor_add_rule (user_data, text);
}

static void
set_rules (ReknitAgreementEditor *self,
           const char            *text)
{
  g_autoptr (GPtrArray) items = reknit_rules_text_split (text);

  g_list_store_splice (self->rules, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rules)), items->pdata, items->len);
}

/* In each seat with what stands in the store, and the draft of whoever sits there. */
static void
begin (ReknitAgreementEditor *self)
{
  const ReknitAgreementTexts *texts = reknit_agreement_texts_for_kind (self->kind);
  g_autoptr (ReknitAgreement) agreement = reknit_agreement_find (reknit_seats_get_store (self->seats), self->kind);
  g_autoptr (ReknitAgreementRevision) latest = agreement != NULL ? reknit_agreement_get_latest (agreement) : NULL;
  g_auto (GStrv) rules = latest != NULL ? reknit_agreement_revision_dup_rules (latest) : g_new0 (char *, 1);

  reknit_draft_keeper_close (self->keeper);
  g_free (self->base);
  self->base = g_strjoinv ("\n", rules);
  set_rules (self, self->base);
  reknit_draft_keeper_open (self->keeper, latest != NULL ? reknit_record_get_id (REKNIT_RECORD (latest)) : 0);

  gtk_widget_set_visible (self->intro, latest == NULL);
  gtk_label_set_label (self->intro_title, texts->empty_title);
  gtk_label_set_label (self->intro_text, reknit_seats_has_couple (self->seats) ? texts->empty_text : texts->alone_text);
  adw_preferences_group_set_title (self->rules_group, texts->title);
}

static void
reknit_agreement_editor_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  ReknitAgreementEditor *self = REKNIT_AGREEMENT_EDITOR (object);

  if (prop_id == PROP_RULES)
    g_value_take_string (value, reknit_rules_text_join (G_LIST_MODEL (self->rules)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_agreement_editor_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  if (prop_id == PROP_RULES)
    set_rules (REKNIT_AGREEMENT_EDITOR (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_agreement_editor_dispose (GObject *object)
{
  ReknitAgreementEditor *self = REKNIT_AGREEMENT_EDITOR (object);

  if (self->keeper != NULL)
    reknit_draft_keeper_close (self->keeper);
  g_clear_object (&self->keeper);
  if (self->rules != NULL)
    g_signal_handlers_disconnect_by_data (self->rules, self);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_AGREEMENT_EDITOR);
  g_clear_object (&self->rules);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_agreement_editor_parent_class)->dispose (object);
}

static void
reknit_agreement_editor_finalize (GObject *object)
{
  ReknitAgreementEditor *self = REKNIT_AGREEMENT_EDITOR (object);

  g_free (self->kind);
  g_free (self->base);
  G_OBJECT_CLASS (reknit_agreement_editor_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-agreement-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementEditor, box);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementEditor, intro);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementEditor, intro_title);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementEditor, intro_text);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementEditor, rules_group);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementEditor, rules_list);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementEditor, suggestions_group);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementEditor, suggestions_list);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementEditor, more_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementEditor, message);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgreementEditor, propose_button);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
  gtk_widget_class_bind_template_callback (widget_class, reknit_agreement_editor_propose);
}

static void
reknit_agreement_editor_class_init (ReknitAgreementEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = reknit_agreement_editor_get_property;
  object_class->set_property = reknit_agreement_editor_set_property;
  object_class->dispose = reknit_agreement_editor_dispose;
  object_class->finalize = reknit_agreement_editor_finalize;

  properties[PROP_RULES] = g_param_spec_string ("rules", NULL, NULL, "",
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[PROPOSED] = g_signal_new ("proposed", REKNIT_TYPE_AGREEMENT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
reknit_agreement_editor_init (ReknitAgreementEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rules = g_list_store_new (REKNIT_TYPE_RULE_ITEM);
}

/**
 * reknit_agreement_editor_new:
 * @seats: who proposes, and the store
 * @kind: the kind of agreement
 *
 * Returns: (transfer floating): an editor that begins with the newest revision, or with nothing
 */
GtkWidget *
reknit_agreement_editor_new (ReknitSeats *seats,
                             const char  *kind)
{
  ReknitAgreementEditor *self = g_object_new (REKNIT_TYPE_AGREEMENT_EDITOR, NULL);
  g_autofree char *form = g_strconcat ("agreement-", kind, NULL);

  self->seats = g_object_ref (seats);
  self->kind = g_strdup (kind);
  self->keeper = reknit_draft_keeper_new (seats, form);
  reknit_draft_keeper_bind (self->keeper, "rules", self, "rules");
  gtk_list_box_bind_model (self->rules_list, G_LIST_MODEL (self->rules), create_row, self, NULL);
  g_signal_connect_swapped (self->rules, "items-changed", G_CALLBACK (on_rules_changed), self);

  gtk_widget_set_visible (self->suggestions_group,
                          reknit_agreement_suggestions_fill (self->suggestions_list,
                                                             reknit_agreement_texts_for_kind (kind)->suggestions,
                                                             on_suggestion_taken, self));
  g_signal_connect_object (seats, "notify::current", G_CALLBACK (begin), self, G_CONNECT_SWAPPED);
  begin (self);
  return GTK_WIDGET (self);
}

/**
 * reknit_agreement_editor_get_rules:
 *
 * Returns: (transfer none): a list model of #ReknitRuleItem, in their order
 */
GListModel *
reknit_agreement_editor_get_rules (ReknitAgreementEditor *self)
{
  return G_LIST_MODEL (self->rules);
}

/**
 * reknit_agreement_editor_add_rule:
 * @text: a rule
 *
 * Adds @text as the last rule.
 */
void
reknit_agreement_editor_add_rule (ReknitAgreementEditor *self,
                                  const char            *text)
{
  insert_rule (self, g_list_model_get_n_items (G_LIST_MODEL (self->rules)), text);
}

/**
 * reknit_agreement_editor_move_rule:
 * @from: where a rule stands
 * @to: where it shall stand
 *
 * Moves a rule, and the cursor with it.
 */
void
reknit_agreement_editor_move_rule (ReknitAgreementEditor *self,
                                   guint                  from,
                                   guint                  to)
{
  g_autoptr (ReknitRuleItem) item = g_list_model_get_item (G_LIST_MODEL (self->rules), from);

  if (item == NULL || from == to)
    return;

  g_list_store_remove (self->rules, from);
  g_list_store_insert (self->rules, MIN (to, g_list_model_get_n_items (G_LIST_MODEL (self->rules))), item);
  reknit_rule_row_edit (get_row (self, find_rule (self, item)));
}

/**
 * reknit_agreement_editor_can_propose:
 *
 * Returns: whether there is something to propose
 */
gboolean
reknit_agreement_editor_can_propose (ReknitAgreementEditor *self)
{
  return gtk_widget_get_sensitive (self->propose_button);
}

/**
 * reknit_agreement_editor_propose:
 *
 * Makes what stands here a revision to sign.
 */
void
reknit_agreement_editor_propose (ReknitAgreementEditor *self)
{
  g_autofree char *text = reknit_rules_text_join (G_LIST_MODEL (self->rules));
  g_auto (GStrv) rules = g_strsplit (text, "\n", -1);
  /* The page may have shown the agreement in its place before this is through. */
  g_autoptr (ReknitAgreementEditor) keep_self = g_object_ref (self);
  g_autoptr (ReknitAgreementRevision) revision = NULL;

  if (!reknit_agreement_editor_can_propose (self))
    return;

  /* What can't be written stays here, as a draft; the window tells of it. */
  revision = reknit_agreement_revise (reknit_seats_get_store (self->seats), _("Propose Rules"), self->kind,
                                      (const char *const *) rules, NULL);
  if (revision == NULL)
    return;

  reknit_draft_keeper_drop (self->keeper);
  g_signal_emit (self, signals[PROPOSED], 0);
}
