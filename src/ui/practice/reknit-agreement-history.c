#include "reknit-agreement-history.h"

#include "reknit-agreement-card.h"
#include "reknit-agreement-diff.h"
#include "reknit-agreement-texts.h"
#include "reknit-config.h"
#include "reknit-time-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * reknit_agreement_history_name:
 * @revision: a stored revision
 *
 * Returns: (transfer full): what it is called: “Version 2”
 */
char *
reknit_agreement_history_name (ReknitAgreementRevision *revision)
{
  return g_strdup_printf (_("Version %d"), (int) reknit_record_get_integer (revision, "number"));
}

static char *
describe_changes (ReknitAgreementRevision *revision)
{
  g_autoptr (ReknitAgreementRevision) previous = reknit_agreement_revision_get_previous (revision);
  g_auto (GStrv) after = reknit_agreement_revision_dup_rules (revision);
  g_auto (GStrv) before = previous != NULL ? reknit_agreement_revision_dup_rules (previous) : NULL;
  g_autoptr (GPtrArray) changes = NULL;
  guint n = g_strv_length (after);

  if (previous == NULL)
    return g_strdup_printf (ngettext ("%u rule", "%u rules", n), n);

  changes = reknit_agreement_compare ((const char *const *) before, (const char *const *) after);
  return reknit_agreement_text_for_changes (changes);
}

static char *
describe (ReknitSeats             *seats,
          ReknitAgreementRevision *revision)
{
  g_autoptr (GDateTime) when = reknit_clock_to_local (reknit_clock_get_default (),
                                                      reknit_record_get_created (REKNIT_RECORD (revision)));
  g_autofree char *date = reknit_time_text_for_date (when);
  g_autofree char *changes = describe_changes (revision);
  g_autofree char *missing = reknit_agreement_text_for_missing (seats, revision);

  if (missing == NULL)
    /* Translators: a date, and what has changed: “29 November 2026 · 1 new” */
    return g_strdup_printf (C_("version", "%1$s · %2$s"), date, changes);
  /* Translators: a date, what has changed, and that a signature is missing */
  return g_strdup_printf (C_("version", "%1$s · %2$s · not signed by all"), date, changes);
}

/**
 * reknit_agreement_history_create_row:
 * @seats: who the two are
 * @revision: a stored revision
 *
 * Returns: (transfer floating): a row that tells what changed with it, and can be activated
 */
GtkWidget *
reknit_agreement_history_create_row (ReknitSeats             *seats,
                                     ReknitAgreementRevision *revision)
{
  g_autofree char *name = reknit_agreement_history_name (revision);
  g_autofree char *text = describe (seats, revision);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", name, "subtitle", text, "activatable", TRUE, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/**
 * reknit_agreement_history_create_page:
 * @seats: who the two are
 * @revision: a stored revision
 *
 * Returns: (transfer floating): the revision as it stood, with what changed by it and who signed when
 */
GtkWidget *
reknit_agreement_history_create_page (ReknitSeats             *seats,
                                      ReknitAgreementRevision *revision)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *card = reknit_agreement_card_new (seats, revision, REKNIT_AGREEMENT_CARD_CHANGES);

  gtk_widget_set_margin_top (card, 24);
  gtk_widget_set_margin_bottom (card, 24);
  gtk_widget_set_margin_start (card, 12);
  gtk_widget_set_margin_end (card, 12);
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  adw_clamp_set_child (ADW_CLAMP (clamp), card);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  return scroller;
}
