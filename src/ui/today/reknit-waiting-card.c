#include "reknit-today-cards.h"

#include "reknit-agreement.h"
#include "reknit-config.h"
#include "reknit-feeling-entry.h"
#include "reknit-issue.h"
#include "reknit-local-time.h"
#include "reknit-talk.h"

#include <glib/gi18n-lib.h>

/* What was shared longer ago has been seen; it is not brought up for ever. */
#define OFFERED_SECONDS (14 * 24 * 60 * 60)

/**
 * ReknitWaitingCard:
 *
 * What waits for whoever sits here; where nothing was begun yet, what one could begin with.
 */
struct _ReknitWaitingCard
{
  ReknitTodayCard parent_instance;
};

G_DEFINE_FINAL_TYPE (ReknitWaitingCard, reknit_waiting_card, REKNIT_TYPE_TODAY_CARD)

static gint64
count_unanswered_feelings (ReknitStore *store,
                           gint64       reader)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store,
                          "SELECT count (*) FROM feeling_entry WHERE shared > :since AND author <> :reader AND NOT EXISTS "
                          "(SELECT 1 FROM feeling_reply WHERE entry = feeling_entry.id AND author = :reader)");
  gboolean has_row;

  reknit_statement_bind_integer (statement, ":reader", reader);
  reknit_statement_bind_integer (statement, ":since", reknit_clock_now (reknit_clock_get_default ()) - OFFERED_SECONDS);
  return reknit_statement_step (statement, &has_row, NULL) && has_row ? reknit_statement_get_integer (statement, 0) : 0;
}

static gboolean
has_rules_to_sign (ReknitStore   *store,
                   ReknitPartner *partner)
{
  g_autoptr (ReknitAgreement) agreement = reknit_agreement_find (store, REKNIT_AGREEMENT_GROUND_RULES);
  g_autoptr (ReknitAgreementRevision) revision = agreement != NULL ? reknit_agreement_get_latest (agreement) : NULL;
  g_autoptr (ReknitSignature) signature =
    revision != NULL ? reknit_agreement_revision_get_signature (revision, partner) : NULL;

  return revision != NULL && signature == NULL;
}

static guint
count_issues_to_talk (ReknitStore *store)
{
  g_autoptr (ReknitQuery) query = reknit_issue_query_state (REKNIT_ISSUE_STATE_TO_TALK);

  return reknit_store_count (store, query);
}

/* Those whose day is today, or was and went by. */
static guint
count_issues_to_look_at (ReknitStore *store)
{
  g_autoptr (ReknitQuery) query = reknit_issue_query_due (reknit_time_next_midnight (reknit_clock_get_default ()));

  return reknit_store_count (store, query);
}

static gboolean
has_talk_to_go_on_with (ReknitStore *store)
{
  g_autoptr (ReknitTalk) talk = reknit_talk_current (store);

  return talk != NULL;
}

static void
add_way (ReknitTodayCard *card,
         const char      *label,
         const char      *practice)
{
  reknit_today_card_add_button (card, label, "win.open-page", g_variant_new_string (practice));
}

static gboolean
add_own (ReknitTodayCard *card,
         ReknitPartner   *partner)
{
  ReknitStore *store = reknit_today_card_get_store (card);
  guint n_feelings = (guint) count_unanswered_feelings (store, reknit_record_get_id (REKNIT_RECORD (partner)));
  gboolean rules = has_rules_to_sign (store, partner);

  if (n_feelings > 0)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("%u Feeling to Hear", "%u Feelings to Hear", n_feelings), n_feelings);

      add_way (card, label, "express-feelings");
    }
  if (rules)
    add_way (card, _("Ground Rules to Sign"), "ground-rules");

  return rules || n_feelings > 0;
}

static gboolean
add_joint (ReknitTodayCard *card)
{
  ReknitStore *store = reknit_today_card_get_store (card);
  gboolean talk = has_talk_to_go_on_with (store) && reknit_seats_has_couple (reknit_today_card_get_seats (card));
  guint n_again = count_issues_to_look_at (store);
  guint n_issues = count_issues_to_talk (store);

  if (talk)
    add_way (card, _("A Talk to Go On With"), "active-listening");
  if (n_again > 0)
    {
      g_autofree char *label =
        g_strdup_printf (ngettext ("%u Issue to Look at Again", "%u Issues to Look at Again", n_again), n_again);

      add_way (card, label, "address-issues");
    }
  if (n_issues > 0)
    {
      g_autofree char *label =
        g_strdup_printf (ngettext ("%u Issue to Talk About", "%u Issues to Talk About", n_issues), n_issues);

      add_way (card, label, "address-issues");
    }
  return talk || n_again > 0 || n_issues > 0;
}

static gboolean
add_waiting (ReknitTodayCard *card)
{
  ReknitPartner *partner = reknit_seats_get_current (reknit_today_card_get_seats (card));
  gboolean own = partner != NULL && add_own (card, partner);

  return add_joint (card) || own;
}

static gboolean
is_untouched (ReknitStore *store)
{
  g_autoptr (ReknitQuery) issues = reknit_query_new (REKNIT_TYPE_ISSUE, NULL, NULL);
  g_autoptr (ReknitQuery) feelings = reknit_query_new (REKNIT_TYPE_FEELING_ENTRY, NULL, NULL);
  g_autoptr (ReknitAgreement) rules = reknit_agreement_find (store, REKNIT_AGREEMENT_GROUND_RULES);

  return rules == NULL && reknit_store_count (store, issues) == 0 && reknit_store_count (store, feelings) == 0;
}

static void
reknit_waiting_card_update (ReknitTodayCard *card)
{
  gboolean alone = reknit_seats_get_current (reknit_today_card_get_seats (card)) != NULL;

  reknit_today_card_clear (card);
  if (add_waiting (card))
    {
      reknit_today_card_set_words (card, alone ? _("In Your Seat") : _("For the Two of You"), _("What Waits"),
                                   _("Whenever the two of you have a quiet moment."));
    }
  else if (is_untouched (reknit_today_card_get_store (card)))
    {
      reknit_today_card_set_words (card, _("A Good Beginning"), _("Say How You Will Talk"),
                                   _("A few ground rules make the first talk easier. Or write down what you feel, for yourself at first."));
      add_way (card, _("Set Ground Rules"), "ground-rules");
      add_way (card, _("Write a Feeling"), "express-feelings");
    }
  else
    {
      reknit_today_card_set_words (card, alone ? _("In Your Seat") : _("For the Two of You"), _("Nothing Waits"),
                                   _("Nobody has to do anything. If something is on your mind, this is where it can go."));
      add_way (card, _("Raise an Issue"), "address-issues");
    }
}

static void
reknit_waiting_card_class_init (ReknitWaitingCardClass *klass)
{
  REKNIT_TODAY_CARD_CLASS (klass)->update = reknit_waiting_card_update;
}

static void
reknit_waiting_card_init (ReknitWaitingCard *self)
{
}
