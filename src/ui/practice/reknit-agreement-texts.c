#include "reknit-agreement-texts.h"

#include "reknit-agreement-diff.h"
#include "reknit-agreement-rule.h"
#include "reknit-config.h"
#include "reknit-time-text.h"
#include "reknit-unplugged.h"

#include <glib/gi18n-lib.h>

static const ReknitAgreementTexts untranslated[] = {
  {
    REKNIT_AGREEMENT_GROUND_RULES, "ground-rules", N_("Our Ground Rules"), N_("No Rules Yet"),
    N_("Choose a few that you both mean, or write your own. They hold once both of you have signed, and are shown before each talk in the listening room."),
    N_("Write down what you want to hold to in a hard talk. Your partner can sign, or propose changes, as soon as they join."),
  },
  {
    REKNIT_AGREEMENT_PHONE_FREE, "phone-free", N_("Our Phone-Free Times and Places"), N_("Nothing Agreed Yet"),
    N_("Choose the times and places that you both want to keep free of phones, or write your own. They hold once both of you have signed."),
    N_("Write down what you want to keep free of phones. Your partner can sign, or propose changes, as soon as they join."),
  },
  {
    "", NULL, N_("Our Agreement"), N_("Nothing Agreed Yet"),
    N_("Write down what you both want to hold to. It holds once both of you have signed."),
    N_("Write down what you want to hold to. Your partner can sign, or propose changes, as soon as they join."),
  },
};

/**
 * reknit_agreement_texts_for_kind:
 * @kind: (nullable): a kind of agreement, known or not
 *
 * Returns: (transfer none): what its page says
 */
const ReknitAgreementTexts *
reknit_agreement_texts_for_kind (const char *kind)
{
  static ReknitAgreementTexts translated[G_N_ELEMENTS (untranslated)];
  guint i = 0;

  while (i < G_N_ELEMENTS (untranslated) - 1 && g_strcmp0 (untranslated[i].kind, kind) != 0)
    i++;

  translated[i] = (ReknitAgreementTexts) {
    untranslated[i].kind, untranslated[i].suggestions,
    _(untranslated[i].title), _(untranslated[i].empty_title), _(untranslated[i].empty_text), _(untranslated[i].alone_text),
  };
  return &translated[i];
}

static gboolean
lacks (ReknitAgreementRevision *revision,
       ReknitPartner           *partner)
{
  g_autoptr (ReknitSignature) signature = NULL;

  if (partner == NULL)
    return FALSE;
  signature = reknit_agreement_revision_get_signature (revision, partner);
  return signature == NULL;
}

/**
 * reknit_agreement_text_for_missing:
 * @seats: who the two are
 * @revision: a stored revision
 *
 * Returns: (transfer full) (nullable): who still has to sign; %NULL when all have
 */
char *
reknit_agreement_text_for_missing (ReknitSeats             *seats,
                                   ReknitAgreementRevision *revision)
{
  ReknitPartner *first = lacks (revision, reknit_seats_get_first (seats)) ? reknit_seats_get_first (seats) : NULL;
  ReknitPartner *second = lacks (revision, reknit_seats_get_second (seats)) ? reknit_seats_get_second (seats) : NULL;

  if (first != NULL && second != NULL)
    /* Translators: the two partners’ names */
    return g_strdup_printf (_("%1$s and %2$s still have to sign."),
                            reknit_partner_get_name (first), reknit_partner_get_name (second));
  if (first != NULL || second != NULL)
    /* Translators: a partner’s name */
    return g_strdup_printf (_("%s still has to sign."), reknit_partner_get_name (first != NULL ? first : second));
  return NULL;
}

/**
 * reknit_agreement_text_for_signature:
 * @revision: a stored revision
 * @partner: one of the two
 *
 * Returns: (transfer full): when @partner signed it, or that they have not
 */
char *
reknit_agreement_text_for_signature (ReknitAgreementRevision *revision,
                                     ReknitPartner           *partner)
{
  g_autoptr (ReknitSignature) signature = reknit_agreement_revision_get_signature (revision, partner);
  g_autoptr (GDateTime) when = NULL;
  g_autofree char *date = NULL;

  if (signature == NULL)
    return g_strdup (_("Not signed"));

  when = reknit_clock_to_local (reknit_clock_get_default (), reknit_record_get_created (REKNIT_RECORD (signature)));
  date = reknit_time_text_for_date (when);
  /* Translators: %s is a date: “29 November 2026” */
  return g_strdup_printf (_("Signed on %s"), date);
}

static void
add_part (GString *text,
          char    *part)
{
  if (text->len > 0)
    g_string_append (text, C_("between parts of a line", " · "));
  g_string_append (text, part);
  g_free (part);
}

/**
 * reknit_agreement_text_for_changes:
 * @changes: (element-type ReknitRuleChange): a comparison
 *
 * Returns: (transfer full): how much has changed: “1 new · 2 taken out”
 */
char *
reknit_agreement_text_for_changes (GPtrArray *changes)
{
  GString *text = g_string_new (NULL);
  guint n_new = reknit_agreement_count_fate (changes, REKNIT_RULE_FATE_ADDED);
  guint n_removed = reknit_agreement_count_fate (changes, REKNIT_RULE_FATE_REMOVED);
  guint n_moved = reknit_agreement_count_fate (changes, REKNIT_RULE_FATE_MOVED);

  if (n_new > 0)
    add_part (text, g_strdup_printf (ngettext ("%u new", "%u new", n_new), n_new));
  if (n_removed > 0)
    add_part (text, g_strdup_printf (ngettext ("%u taken out", "%u taken out", n_removed), n_removed));
  if (n_moved > 0)
    add_part (text, g_strdup_printf (ngettext ("%u moved", "%u moved", n_moved), n_moved));
  if (text->len == 0)
    g_string_append (text, _("No changes"));
  return g_string_free (text, FALSE);
}

static char *
describe (ReknitSeats             *seats,
          ReknitAgreementRevision *revision,
          gboolean                 by_both)
{
  g_autoptr (ReknitQuery) query = reknit_agreement_rule_query (reknit_record_get_id (REKNIT_RECORD (revision)));
  guint n = reknit_store_count (reknit_seats_get_store (seats), query);

  return g_strdup_printf (by_both ? ngettext ("%u rule, signed by both", "%u rules, signed by both", n)
                                  : ngettext ("%u rule, signed by you", "%u rules, signed by you", n), n);
}

/**
 * reknit_agreement_text_for_card:
 * @seats: who the two are, and the store
 * @kind: a kind of agreement
 *
 * Returns: (transfer full) (nullable): how things stand with it: “4 rules, signed by both”; %NULL while there is none
 */
char *
reknit_agreement_text_for_card (ReknitSeats *seats,
                                const char  *kind)
{
  g_autoptr (ReknitAgreement) agreement = reknit_agreement_find (reknit_seats_get_store (seats), kind);
  g_autoptr (ReknitAgreementRevision) latest = agreement != NULL ? reknit_agreement_get_latest (agreement) : NULL;
  g_autofree char *missing = NULL;

  if (latest == NULL)
    return NULL;

  missing = reknit_agreement_text_for_missing (seats, latest);
  if (missing != NULL)
    return g_steal_pointer (&missing);
  if (reknit_seats_has_couple (seats))
    return describe (seats, latest, TRUE);
  return describe (seats, latest, FALSE);
}
