#include "reknit-occasion-lock.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

/* Own time is its owner's: the other one sees when it is, and changes nothing. A time of a series that is somebody's
 * surprise can't be changed by who can't read it, as it takes along what it is about. */

/**
 * reknit_seats_get_own_time_of:
 * @seats: the seats
 *
 * Returns: (transfer none) (nullable): whose own time can be planned now: of who has taken their seat, or is alone
 */
ReknitPartner *
reknit_seats_get_own_time_of (ReknitSeats *seats)
{
  ReknitPartner *current = reknit_seats_get_current (seats);

  return current == NULL && !reknit_seats_has_couple (seats) ? reknit_seats_get_first (seats) : current;
}

/**
 * reknit_seats_dup_own_time_audience:
 * @seats: the seats
 *
 * Returns: (transfer full): what the other one sees of one’s own time; nothing where there is no other
 */
char *
reknit_seats_dup_own_time_audience (ReknitSeats *seats)
{
  ReknitPartner *me = reknit_seats_get_current (seats);
  ReknitPartner *other = me != NULL ? reknit_seats_get_other (seats, me) : NULL;

  /* Translators: of one’s own time; %s is the other partner’s name */
  return other != NULL ? g_strdup_printf (_("%s sees when it is, and what you call it."), reknit_partner_get_name (other))
                       : g_strdup ("");
}

/**
 * reknit_occasion_can_be_read:
 * @occasion: what takes place
 *
 * Returns: whether what it is about can be read in the seat that is taken; somebody else’s surprise can’t
 */
gboolean
reknit_occasion_can_be_read (ReknitOccasion *occasion)
{
  g_autoptr (ReknitPlanDetails) details = reknit_occasion_get_details (occasion);

  return details != NULL;
}

/**
 * reknit_occasion_may_be_called_off:
 * @occasion: what takes place
 * @seats: the seats
 *
 * Returns: whether who sits here may say that it does not take place; of a surprise, either may
 */
gboolean
reknit_occasion_may_be_called_off (ReknitOccasion *occasion,
                                   ReknitSeats    *seats)
{
  ReknitPartner *me = reknit_seats_get_own_time_of (seats);

  return reknit_occasion_is_open_to (occasion, me != NULL ? reknit_record_get_id (REKNIT_RECORD (me)) : 0);
}

/**
 * reknit_occasion_is_locked:
 * @occasion: what takes place
 * @seats: the seats
 *
 * Returns: whether who sits here may not change it
 */
gboolean
reknit_occasion_is_locked (ReknitOccasion *occasion,
                           ReknitSeats    *seats)
{
  return !reknit_occasion_may_be_called_off (occasion, seats) 
         || (reknit_occasion_is_of_series (occasion) && !reknit_occasion_can_be_read (occasion));
}

/**
 * reknit_occasion_text_lock:
 * @occasion: what takes place
 * @seats: the seats
 *
 * Returns: (transfer full): why it can't be changed here; nothing where it can
 */
char *
reknit_occasion_text_lock (ReknitOccasion *occasion,
                           ReknitSeats    *seats)
{
  ReknitPartner *owner = reknit_seats_find (seats, reknit_occasion_get_planner (occasion));
  const char *name = owner != NULL ? reknit_partner_get_name (owner) : NULL;

  if (!reknit_occasion_is_locked (occasion, seats))
    return g_strdup ("");
  if (reknit_occasion_get_kind (occasion) != REKNIT_PLAN_KIND_OWN)
    return name == NULL ? g_strdup (_("This is a surprise. Only who planned it can change it."))
                        /* Translators: %1$s and %2$s are the same partner’s name */
                        : g_strdup_printf (_("This is %1$s’s surprise. Only %2$s can change it, from their own seat."), name, name);
  if (name == NULL)
    return g_strdup (_("This is somebody’s own time."));
  /* Translators: %1$s and %2$s are the same partner’s name */
  return g_strdup_printf (_("This is %1$s’s own time. Only %2$s can change it, from their own seat."), name, name);
}
