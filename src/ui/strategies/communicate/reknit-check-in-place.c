#include "reknit-check-in-place.h"

#include "reknit-draft.h"

/* The form that a place is kept as the draft of; each seat has its own. */
#define FORM "check-in-place"

G_DEFINE_ENUM_TYPE (ReknitCheckInPlace, reknit_check_in_place,
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_PLACE_OPENING, "opening"),
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_PLACE_HAND_OVER, "hand-over"),
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_PLACE_APPRECIATION, "appreciation"),
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_PLACE_RATINGS, "ratings"),
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_PLACE_WORDS, "words"),
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_PLACE_REVIEW, "review"),
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_PLACE_WAITING, "waiting"),
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_PLACE_REVEAL, "reveal"),
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_PLACE_ANSWERS, "answers"),
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_PLACE_AGENDA, "agenda"),
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_PLACE_STEPS, "steps"),
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_PLACE_END, "end"))

static ReknitCheckInPlace
within (int                left_at,
        ReknitCheckInPlace first,
        ReknitCheckInPlace last,
        ReknitCheckInPlace otherwise)
{
  return left_at >= (int) first && left_at <= (int) last ? (ReknitCheckInPlace) left_at : otherwise;
}

/**
 * reknit_check_in_place_decide:
 * @facts: how things stand
 *
 * Returns: the page to show: where it was left, as far as that is still possible
 */
ReknitCheckInPlace
reknit_check_in_place_decide (const ReknitCheckInFacts *facts)
{
  if (facts->revealed && facts->own_seat && facts->couple)
    return REKNIT_CHECK_IN_PLACE_WAITING;
  if (facts->revealed && !facts->couple)
    return facts->own_seat ? within (facts->left_at, REKNIT_CHECK_IN_PLACE_AGENDA, REKNIT_CHECK_IN_PLACE_END,
                                     REKNIT_CHECK_IN_PLACE_AGENDA)
                           : REKNIT_CHECK_IN_PLACE_HAND_OVER;
  if (facts->revealed)
    return within (facts->left_at, REKNIT_CHECK_IN_PLACE_ANSWERS, REKNIT_CHECK_IN_PLACE_END, REKNIT_CHECK_IN_PLACE_ANSWERS);

  if (facts->own_seat && facts->ready)
    return REKNIT_CHECK_IN_PLACE_WAITING;
  if (facts->own_seat)
    return within (facts->left_at, REKNIT_CHECK_IN_PLACE_APPRECIATION, REKNIT_CHECK_IN_PLACE_REVIEW,
                   facts->couple || facts->begun ? REKNIT_CHECK_IN_PLACE_APPRECIATION : REKNIT_CHECK_IN_PLACE_OPENING);
  if (facts->everyone_ready)
    return REKNIT_CHECK_IN_PLACE_REVEAL;
  if (facts->begun || !facts->couple)
    return REKNIT_CHECK_IN_PLACE_HAND_OVER;

  return within (facts->left_at, REKNIT_CHECK_IN_PLACE_OPENING, REKNIT_CHECK_IN_PLACE_HAND_OVER,
                 REKNIT_CHECK_IN_PLACE_OPENING);
}

static ReknitDraft *
find_draft (ReknitSeats   *seats,
            ReknitCheckIn *check_in)
{
  return reknit_draft_find (reknit_seats_get_store (seats), reknit_seats_get_current_id (seats), FORM,
                            reknit_record_get_id (REKNIT_RECORD (check_in)));
}

static int
read_left_at (ReknitSeats   *seats,
              ReknitCheckIn *check_in)
{
  g_autoptr (ReknitDraft) draft = find_draft (seats, check_in);
  g_autoptr (GEnumClass) places = g_type_class_ref (REKNIT_TYPE_CHECK_IN_PLACE);
  const char *nick = draft != NULL ? reknit_record_get_text (draft, "body") : NULL;
  GEnumValue *value = nick != NULL ? g_enum_get_value_by_nick (places, nick) : NULL;

  return value != NULL ? value->value : -1;
}

static gboolean
anybody_began (ReknitCheckIn *check_in)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (reknit_record_get_store (REKNIT_RECORD (check_in)),
                          "SELECT 1 FROM check_in_answer WHERE check_in = :check_in LIMIT 1");
  gboolean has_row = FALSE;

  reknit_statement_bind_integer (statement, ":check_in", reknit_record_get_id (REKNIT_RECORD (check_in)));
  return reknit_statement_step (statement, &has_row, NULL) && has_row;
}

/**
 * reknit_check_in_place_find:
 * @seats: the seats
 * @check_in: the check-in that is going on
 *
 * Returns: the page to show to whoever sits there now
 */
ReknitCheckInPlace
reknit_check_in_place_find (ReknitSeats   *seats,
                            ReknitCheckIn *check_in)
{
  ReknitPartner *current = reknit_seats_get_current (seats);
  ReknitCheckInFacts facts = {
    .revealed = reknit_record_get_integer (check_in, "revealed") != 0,
    .couple = reknit_seats_has_couple (seats),
    .own_seat = current != NULL,
    .ready = current != NULL && reknit_check_in_is_ready (check_in, current),
    .everyone_ready = reknit_check_in_everyone_is_ready (check_in),
    .begun = anybody_began (check_in),
    .left_at = read_left_at (seats, check_in),
  };

  return reknit_check_in_place_decide (&facts);
}

/**
 * reknit_check_in_place_keep:
 * @seats: the seats
 * @check_in: the check-in that is going on
 * @place: the page that is shown
 * @error: return location
 *
 * Remembers where this seat is, so that it goes on there after the window was closed.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_check_in_place_keep (ReknitSeats         *seats,
                            ReknitCheckIn       *check_in,
                            ReknitCheckInPlace   place,
                            GError             **error)
{
  g_autoptr (ReknitDraft) draft = find_draft (seats, check_in);
  g_autoptr (GEnumClass) places = g_type_class_ref (REKNIT_TYPE_CHECK_IN_PLACE);

  if (draft == NULL)
    draft = g_object_new (REKNIT_TYPE_DRAFT, "author", reknit_seats_get_current_id (seats), "form", FORM,
                          "subject", reknit_record_get_id (REKNIT_RECORD (check_in)), NULL);
  g_object_set (draft, "body", g_enum_get_value (places, (int) place)->value_nick, NULL);
  return !reknit_record_is_dirty (REKNIT_RECORD (draft))
         || reknit_store_save (reknit_seats_get_store (seats), NULL, draft, error);
}

/**
 * reknit_check_in_place_forget:
 * @seats: the seats
 * @check_in: a check-in that this seat has done its part of
 *
 * Forgets where this seat was. What could not be removed does no harm.
 */
void
reknit_check_in_place_forget (ReknitSeats   *seats,
                              ReknitCheckIn *check_in)
{
  g_autoptr (ReknitDraft) draft = find_draft (seats, check_in);

  if (draft != NULL)
    reknit_store_delete (reknit_seats_get_store (seats), NULL, draft, NULL);
}
