#include "reknit-config.h"

#include "reknit-demo-unplugged.h"

#include "reknit-clock.h"
#include "reknit-unplugged.h"

/* The evenings on which Ana and Ben put their devices away: one in most weeks, and now and then one that they broke off. */

#define FIRST_WEEK 8
#define HOUR       3600

typedef struct
{
  int hours_later;
  int minutes;
  int had;
} Evening;

/* Counted from the hour at which a week of the demonstration begins. */
static const Evening evenings[] = {
  { 2, 60, 60 }, { 26, 90, 90 }, { 2, 30, 30 }, { 50, 60, 25 }, { 2, 120, 120 }, { 26, 45, 45 }, { 50, 90, 90 },
};

static gboolean
put_away (ReknitStore    *store,
          const Evening  *evening,
          GError        **error)
{
  gint64 started = reknit_clock_now (reknit_clock_get_default ()) + evening->hours_later * HOUR;
  g_autoptr (ReknitUnplugged) unplugged =
    g_object_new (REKNIT_TYPE_UNPLUGGED, "minutes", (gint64) evening->minutes, "started", started,
                  "ends", started + evening->minutes * 60, "ended", started + evening->had * 60, NULL);

  return reknit_store_put (store, REKNIT_RECORD (unplugged), error);
}

/**
 * reknit_demo_unplugged_of_week:
 * @store: the store, in a transaction
 * @week: which week it is, counted from 0
 * @error: return location
 *
 * Writes when they put their devices away in that week.
 *
 * Returns: %FALSE with @error
 */
gboolean
reknit_demo_unplugged_of_week (ReknitStore  *store,
                               int           week,
                               GError      **error)
{
  if (week < FIRST_WEEK || week % 4 == 3)
    return TRUE;
  return put_away (store, &evenings[week % (int) G_N_ELEMENTS (evenings)], error);
}
