#include "reknit-config.h"

#include "reknit-demo-agreements.h"

#include "reknit-agreement.h"
#include "reknit-agreement-revision.h"
#include "reknit-agreement-rule.h"
#include "reknit-demo-texts.h"
#include "reknit-signature.h"
#include "reknit-unplugged.h"

#include <glib/gi18n-lib.h>

/* What Ana and Ben signed: ground rules in the second week, changed in the tenth, a third wording that waits for Ben;
 * and where their phones stay out of the way. */

#define WEEK_OF_RULES       1
#define WEEK_OF_CHANGE      9
#define WEEK_OF_PHONE_RULES 20

typedef struct
{
  ReknitStore   *store;
  ReknitPartner *ana;
  ReknitPartner *ben;
} Couple;

static gboolean
sign (const Couple   *couple,
      gint64          revision,
      ReknitPartner  *partner,
      GError        **error)
{
  g_autoptr (ReknitSignature) signature =
    g_object_new (REKNIT_TYPE_SIGNATURE, "revision", revision, "partner", reknit_record_get_id (REKNIT_RECORD (partner)), NULL);

  return reknit_store_put (couple->store, REKNIT_RECORD (signature), error);
}

static gboolean
put_rules (const Couple       *couple,
           gint64              revision,
           const char *const  *rules,
           int                 n_rules,
           GError            **error)
{
  for (int i = 0; i < n_rules; i++)
    {
      g_autoptr (ReknitAgreementRule) rule =
        g_object_new (REKNIT_TYPE_AGREEMENT_RULE, "revision", revision, "position", (gint64) i, "body", _(rules[i]), NULL);

      if (!reknit_store_put (couple->store, REKNIT_RECORD (rule), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_wording (const Couple       *couple,
             ReknitAgreement    *agreement,
             int                 number,
             const char *const  *rules,
             int                 n_rules,
             gboolean            both,
             GError            **error)
{
  g_autoptr (ReknitAgreementRevision) revision =
    g_object_new (REKNIT_TYPE_AGREEMENT_REVISION, "agreement", reknit_record_get_id (REKNIT_RECORD (agreement)),
                  "number", (gint64) number, NULL);
  gint64 id;

  if (!reknit_store_put (couple->store, REKNIT_RECORD (revision), error))
    return FALSE;
  id = reknit_record_get_id (REKNIT_RECORD (revision));
  return put_rules (couple, id, rules, n_rules, error) && sign (couple, id, couple->ana, error)
         && (!both || sign (couple, id, couple->ben, error));
}

static gboolean
agree (const Couple       *couple,
       const char         *kind,
       const char *const  *rules,
       int                 n_rules,
       GError            **error)
{
  g_autoptr (ReknitAgreement) agreement = g_object_new (REKNIT_TYPE_AGREEMENT, "kind", kind, NULL);

  return reknit_store_put (couple->store, REKNIT_RECORD (agreement), error)
         && put_wording (couple, agreement, 1, rules, n_rules, TRUE, error);
}

/**
 * reknit_demo_agreements_of_week:
 * @store: the store, in a transaction
 * @ana: one of the couple
 * @ben: the other
 * @week: which week it is, counted from 0
 * @n_weeks: of how many
 * @error: return location
 *
 * Writes what they agreed on in that week.
 *
 * Returns: %FALSE with @error
 */
gboolean
reknit_demo_agreements_of_week (ReknitStore    *store,
                                ReknitPartner  *ana,
                                ReknitPartner  *ben,
                                int             week,
                                int             n_weeks,
                                GError        **error)
{
  const Couple couple = { store, ana, ben };
  g_autoptr (ReknitAgreement) agreement = reknit_agreement_find (store, REKNIT_AGREEMENT_GROUND_RULES);

  if (week == WEEK_OF_RULES)
    return agree (&couple, REKNIT_AGREEMENT_GROUND_RULES, reknit_demo_rules, 3, error);
  if (week == WEEK_OF_PHONE_RULES)
    return agree (&couple, REKNIT_AGREEMENT_PHONE_FREE, reknit_demo_phone_rules, 3, error);
  if (week == WEEK_OF_CHANGE)
    return put_wording (&couple, agreement, 2, reknit_demo_rules, 5, TRUE, error);
  return week != n_weeks - 1 || put_wording (&couple, agreement, 3, reknit_demo_rules, 6, FALSE, error);
}
