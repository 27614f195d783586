#include "reknit-config.h"

#include "reknit-demo-rituals.h"

#include "reknit-ritual-days.h"
#include "reknit-rituals.h"

#include <glib/gi18n-lib.h>

/* The rituals of Ana and Ben: one that has grown into their mornings, one for both on Sundays, one that is new, and one
 * that they let go. */

#define N_DAYS_BACK 300

typedef struct
{
  const char *cue;
  const char *deed;
  const char *rule;
  int         begun;
  int         let_go;
  gboolean    each;
  double      kept;
} Habit;

static const Habit habits[] = {
  { N_("After the first coffee"), N_("Tell each other one thing that the day will bring."), "FREQ=DAILY", 200, 0, TRUE, 0.85 },
  { N_("On Sunday, after breakfast"), N_("Walk as far as the bakery and back."), "FREQ=WEEKLY;BYDAY=SU", 180, 0, FALSE, 0.8 },
  { N_("Before the light goes out"), N_("Thank each other for one thing."), "FREQ=DAILY", 17, 0, TRUE, 0.6 },
  { N_("At the noon break"), N_("Send one line that is not about errands."), "FREQ=DAILY", N_DAYS_BACK, 220, TRUE, 0.3 },
};

/* What was not done is said so now and then; mostly nothing is noted. */
static ReknitMarkState
draw_state (GRand  *rand,
            double  kept)
{
  if (g_rand_double (rand) < kept)
    return REKNIT_MARK_STATE_DONE;
  return g_rand_double (rand) < 0.3 ? REKNIT_MARK_STATE_MISSED : REKNIT_MARK_STATE_NONE;
}

static gboolean
mark_days (ReknitStore   *store,
           ReknitRitual  *ritual,
           const Habit   *habit,
           const gint64  *partners,
           GDateTime     *from,
           GDateTime     *until,
           GRand         *rand,
           GError       **error)
{
  g_autoptr (GPtrArray) due = reknit_ritual_list_due (ritual, from, until);

  for (guint i = 0; i < due->len; i++)
    for (guint j = 0; j < (habit->each ? 2u : 1u); j++)
      {
        ReknitMarkState state = draw_state (rand, habit->kept);

        if (state != REKNIT_MARK_STATE_NONE
            && !reknit_rituals_mark (store, NULL, ritual, due->pdata[i], habit->each ? partners[j] : 0, state, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
live_with (ReknitStore   *store,
           const Habit   *habit,
           const gint64  *partners,
           GDateTime     *today,
           GRand         *rand,
           GError       **error)
{
  g_autoptr (GDateTime) begun = g_date_time_add_days (today, -habit->begun);
  g_autoptr (GDateTime) until = g_date_time_add_days (today, -habit->let_go);
  g_autofree char *day = reknit_ritual_day_to_string (begun);
  g_autofree char *starts = g_strconcat (day, "T00:00:00", NULL);
  g_autoptr (ReknitRitual) ritual =
    g_object_new (REKNIT_TYPE_RITUAL, "kind", REKNIT_RITUAL_DAILY, "cue", _(habit->cue), "deed", _(habit->deed),
                  "rule", habit->rule, "starts", starts, "each", habit->each, NULL);

  return reknit_rituals_save (store, NULL, ritual, NULL, error)
         && mark_days (store, ritual, habit, partners, begun, until, rand, error)
         && (habit->let_go == 0 || reknit_rituals_let_go (store, NULL, ritual, error));
}

/**
 * reknit_demo_rituals:
 * @store: the store of the demonstration
 * @ana: the first of the couple
 * @ben: the second
 * @today: local time
 * @error: return location
 *
 * Writes what they do again and again, up to yesterday.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_demo_rituals (ReknitStore    *store,
                     ReknitPartner  *ana,
                     ReknitPartner  *ben,
                     GDateTime      *today,
                     GError        **error)
{
  const gint64 partners[] = { reknit_record_get_id (REKNIT_RECORD (ana)), reknit_record_get_id (REKNIT_RECORD (ben)) };
  GRand *rand = g_rand_new_with_seed (7);
  gboolean done = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (habits) && done; i++)
    done = live_with (store, &habits[i], partners, today, rand, error);
  g_rand_free (rand);
  return done;
}
