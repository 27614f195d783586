#include "reknit-agreement-card.h"

#include "reknit-agreement-diff.h"
#include "reknit-agreement-texts.h"
#include "reknit-config.h"
#include "reknit-partner-badge.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitAgreementCard:
 *
 * A revision of an agreement as it would stand on paper: the rules with their numbers, and the signatures below.
 */
struct _ReknitAgreementCard
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (ReknitAgreementCard, reknit_agreement_card, GTK_TYPE_WIDGET)

static void
reknit_agreement_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (reknit_agreement_card_parent_class)->dispose (object);
}

static void
reknit_agreement_card_class_init (ReknitAgreementCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_agreement_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
reknit_agreement_card_init (ReknitAgreementCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 14);
  gtk_widget_add_css_class (GTK_WIDGET (self), "paper");
  gtk_widget_add_css_class (GTK_WIDGET (self), "agreement");
}

static const char *
name_fate (ReknitRuleFate fate)
{
  switch (fate)
    {
    case REKNIT_RULE_FATE_ADDED: return C_("rule", "New");
    case REKNIT_RULE_FATE_REMOVED: return C_("rule", "Taken out");
    case REKNIT_RULE_FATE_MOVED: return C_("rule", "Moved");
    case REKNIT_RULE_FATE_KEPT:
    default: return NULL;
    }
}

static GtkWidget *
create_number (const ReknitRuleChange *change)
{
  g_autofree char *text = change->number > 0 ? g_strdup_printf ("%u", change->number) : g_strdup ("–");
  GtkWidget *number = gtk_label_new (text);

  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (number), 2);
  gtk_label_set_xalign (GTK_LABEL (number), 1.0f);
  gtk_widget_add_css_class (number, "rule-number");
  return number;
}

static GtkWidget *
create_body (const ReknitRuleChange *change)
{
  GtkWidget *body = gtk_label_new (change->body);

  gtk_label_set_wrap (GTK_LABEL (body), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (body), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (body), 0.0f);
  gtk_label_set_selectable (GTK_LABEL (body), FALSE);
  gtk_widget_set_hexpand (body, TRUE);
  if (change->fate == REKNIT_RULE_FATE_REMOVED)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      gtk_label_set_attributes (GTK_LABEL (body), attributes);
      gtk_widget_add_css_class (body, "dim-label");
    }
  return body;
}

static void
add_rule (ReknitAgreementCard    *self,
          const ReknitRuleChange *change)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *fate = name_fate (change->fate);

  gtk_box_append (GTK_BOX (row), create_number (change));
  gtk_box_append (GTK_BOX (row), create_body (change));
  if (fate != NULL)
    {
      GtkWidget *mark = gtk_label_new (fate);

      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      gtk_widget_add_css_class (mark, "rule-mark");
      gtk_box_append (GTK_BOX (row), mark);
    }
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

static GtkWidget *
create_signature (ReknitAgreementRevision *revision,
                  ReknitPartner           *partner)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *text = reknit_agreement_text_for_signature (revision, partner);
  GtkWidget *label = gtk_label_new (text);

  gtk_box_append (GTK_BOX (box), reknit_partner_badge_new (partner));
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "signature");
  return box;
}

static void
add_signatures (ReknitAgreementCard     *self,
                ReknitSeats             *seats,
                ReknitAgreementRevision *revision)
{
  ReknitPartner *partners[] = { reknit_seats_get_first (seats), reknit_seats_get_second (seats) };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_set_margin_top (box, 10);
  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    if (partners[i] != NULL)
      gtk_box_append (GTK_BOX (box), create_signature (revision, partners[i]));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static GPtrArray *
compare (ReknitAgreementRevision  *revision,
         ReknitAgreementCardStyle  style)
{
  g_auto (GStrv) after = reknit_agreement_revision_dup_rules (revision);
  g_autoptr (ReknitAgreementRevision) previous = NULL;
  g_auto (GStrv) before = NULL;

  if (style == REKNIT_AGREEMENT_CARD_CHANGES)
    previous = reknit_agreement_revision_get_previous (revision);
  before = previous != NULL ? reknit_agreement_revision_dup_rules (previous) : g_strdupv (after);
  return reknit_agreement_compare ((const char *const *) before, (const char *const *) after);
}

/**
 * reknit_agreement_card_new:
 * @seats: who the two are
 * @revision: a stored revision
 * @style: how much of it to show; changes are those since the revision that held before
 *
 * Returns: (transfer floating): the card; it does not follow changes by itself
 */
GtkWidget *
reknit_agreement_card_new (ReknitSeats              *seats,
                           ReknitAgreementRevision  *revision,
                           ReknitAgreementCardStyle  style)
{
  ReknitAgreementCard *self = g_object_new (REKNIT_TYPE_AGREEMENT_CARD, NULL);
  g_autoptr (GPtrArray) changes = compare (revision, style);

  for (guint i = 0; i < changes->len; i++)
    add_rule (self, g_ptr_array_index (changes, i));
  if (style != REKNIT_AGREEMENT_CARD_RULES)
    add_signatures (self, seats, revision);
  return GTK_WIDGET (self);
}
