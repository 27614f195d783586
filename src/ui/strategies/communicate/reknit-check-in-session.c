#include "reknit-check-in-session.h"

#include "reknit-check-in-form.h"
#include "reknit-check-in-key.h"
#include "reknit-check-in-leaf.h"
#include "reknit-config.h"
#include "reknit-next-step-form.h"
#include "reknit-place.h"
#include "reknit-session-frame.h"
#include "reknit-template.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitCheckInSession:
 *
 * A whole check-in: something good first, each alone, both together, what is on the agenda, one small step each. It
 * can be left at any page and goes on there; who sits down decides what is shown.
 */
struct _ReknitCheckInSession
{
  GtkWidget           parent_instance;

  ReknitSeats        *seats;
  ReknitCheckIn      *check_in;
  ReknitCheckInPlace  place;
  ReknitSessionFrame *frame;
};

enum { LEAVE, CLOSED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitCheckInSession, reknit_check_in_session, GTK_TYPE_WIDGET)

static void show_place (ReknitCheckInSession *self, ReknitCheckInPlace place);

static void
fail (ReknitCheckInSession *self,
      GError               *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
go_to (ReknitCheckInSession *self,
       ReknitCheckInPlace    place)
{
  g_autoptr (GError) error = NULL;

  if (!reknit_check_in_place_keep (self->seats, self->check_in, place, &error))
    fail (self, error);
  show_place (self, place);
}

static void
go_on (ReknitCheckInSession *self)
{
  show_place (self, reknit_check_in_place_find (self->seats, self->check_in));
}

/* A page that could not be saved stays. */
static gboolean
save_page (ReknitCheckInSession *self)
{
  GtkWidget *child = reknit_session_frame_get_child (self->frame);
  g_autoptr (GError) error = NULL;
  gboolean saved = TRUE;

  if (REKNIT_IS_CHECK_IN_FORM (child))
    saved = reknit_check_in_form_save (REKNIT_CHECK_IN_FORM (child), &error);
  else if (REKNIT_IS_NEXT_STEP_FORM (child))
    saved = reknit_next_step_form_save (REKNIT_NEXT_STEP_FORM (child), &error);

  if (!saved)
    fail (self, error);
  return saved;
}

static void
set_ready (ReknitCheckInSession *self,
           gboolean              ready)
{
  ReknitPartner *current = reknit_seats_get_current (self->seats);
  g_autoptr (ReknitCheckInAnswer) answer = reknit_check_in_get_answer (self->check_in, current);
  g_autoptr (GError) error = NULL;

  if (answer == NULL)
    answer = reknit_check_in_answer_new (reknit_record_get_id (REKNIT_RECORD (self->check_in)),
                                         reknit_record_get_id (REKNIT_RECORD (current)));
  g_object_set (answer, "ready", ready ? reknit_clock_now (reknit_clock_get_default ()) : (gint64) 0, NULL);
  if (!reknit_store_save (reknit_seats_get_store (self->seats), NULL, answer, &error))
    fail (self, error);
  else
    go_on (self);
}

static void
finish_alone (ReknitCheckInSession *self)
{
  g_autoptr (GError) error = NULL;

  if (reknit_check_in_look_back_alone (self->check_in, &error))
    go_to (self, REKNIT_CHECK_IN_PLACE_AGENDA);
  else
    fail (self, error);
}

static void reveal (ReknitCheckInSession *self);

static void
ask_for_key (ReknitCheckInSession *self,
             ReknitPartner        *partner)
{
  /* Translators: %s is a partner's name. */
  g_autofree char *title = g_strdup_printf (_("%s, Your Key Is Needed"), reknit_partner_get_name (partner));
  GtkWidget *key = reknit_check_in_key_new (self->seats, partner);

  g_object_set (self->frame, "continue-label", NULL, NULL);
  g_signal_connect_object (key, "opened", G_CALLBACK (reveal), self, G_CONNECT_SWAPPED);
  reknit_session_frame_show_step (self->frame, 3, title,
                                  _("Your answers are sealed, and your key was put away meanwhile. "
                                    "Your passphrase opens them for this one step; you stay in the seat for both."),
                                  key);
}

static void
reveal (ReknitCheckInSession *self)
{
  ReknitPartner *closed = reknit_check_in_find_closed_key (self->seats);
  g_autoptr (GError) error = NULL;

  if (closed != NULL)
    {
      ask_for_key (self, closed);
      return;
    }
  /* Meanwhile somebody may have taken it back. */
  if (!reknit_check_in_everyone_is_ready (self->check_in))
    go_on (self);
  else if (reknit_check_in_reveal (self->check_in, &error))
    go_to (self, REKNIT_CHECK_IN_PLACE_ANSWERS);
  else
    fail (self, error);
}

static void
finish (ReknitCheckInSession *self)
{
  g_autoptr (GError) error = NULL;

  if (!reknit_check_in_close (self->check_in, _("Close Check-in"), &error))
    {
      fail (self, error);
      return;
    }
  reknit_check_in_place_forget (self->seats, self->check_in);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_continue (ReknitCheckInSession *self)
{
  gboolean couple = reknit_seats_has_couple (self->seats);

  if (!save_page (self))
    return;

  switch (self->place)
    {
    case REKNIT_CHECK_IN_PLACE_OPENING:
      go_to (self, couple ? REKNIT_CHECK_IN_PLACE_HAND_OVER : REKNIT_CHECK_IN_PLACE_APPRECIATION);
      break;
    case REKNIT_CHECK_IN_PLACE_REVIEW:
      if (couple)
        set_ready (self, TRUE);
      else
        finish_alone (self);
      break;
    case REKNIT_CHECK_IN_PLACE_REVEAL:
      reveal (self);
      break;
    case REKNIT_CHECK_IN_PLACE_END:
      finish (self);
      break;
    case REKNIT_CHECK_IN_PLACE_APPRECIATION:
    case REKNIT_CHECK_IN_PLACE_RATINGS:
    case REKNIT_CHECK_IN_PLACE_WORDS:
    case REKNIT_CHECK_IN_PLACE_ANSWERS:
    case REKNIT_CHECK_IN_PLACE_AGENDA:
    case REKNIT_CHECK_IN_PLACE_STEPS:
      go_to (self, self->place + 1);
      break;
    case REKNIT_CHECK_IN_PLACE_HAND_OVER:
    case REKNIT_CHECK_IN_PLACE_WAITING:
    default:
      break;
    }
}

static void
on_back (ReknitCheckInSession *self)
{
  if (save_page (self))
    go_to (self, self->place - 1);
}

static void
on_leave (ReknitCheckInSession *self)
{
  /* What cannot be saved now stays as a draft. */
  save_page (self);
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
on_take_back (ReknitCheckInSession *self)
{
  set_ready (self, FALSE);
}

static void
bind_page (ReknitCheckInSession *self,
           GtkWidget            *child)
{
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (child), "valid") != NULL)
    g_object_bind_property (child, "valid", self->frame, "can-continue", G_BINDING_SYNC_CREATE);
  else
    g_object_set (self->frame, "can-continue", TRUE, NULL);
  if (g_signal_lookup ("take-back", G_OBJECT_TYPE (child)) != 0)
    g_signal_connect_object (child, "take-back", G_CALLBACK (on_take_back), self, G_CONNECT_SWAPPED);
}

static void
show_place (ReknitCheckInSession *self,
            ReknitCheckInPlace    place)
{
  g_autoptr (ReknitCheckInLeaf) page = reknit_check_in_leaf_make (self->seats, self->check_in, place);

  self->place = place;
  g_object_set (self->frame, "continue-label", page->continue_label, "can-go-back", page->can_go_back, NULL);
  bind_page (self, page->child);
  reknit_session_frame_show_step (self->frame, page->step, page->title, page->subtitle, page->child);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reknit_place_enter (page->child);
}

static void
on_seat (ReknitCheckInSession *self)
{
  go_on (self);
}

/* Both can be ready from two windows, or one can take it back by undo. */
static void
on_store_changed (ReknitCheckInSession *self,
                  ReknitChangeSet      *changes)
{
  gboolean open = reknit_record_get_integer (self->check_in, "revealed") != 0;

  if (!reknit_record_is_stored (REKNIT_RECORD (self->check_in)))
    g_signal_emit (self, signals[LEAVE], 0);
  else if (!open && self->place == REKNIT_CHECK_IN_PLACE_HAND_OVER && reknit_change_set_has_table (changes, "check_in_answer"))
    go_on (self);
}

static void
reknit_check_in_session_dispose (GObject *object)
{
  ReknitCheckInSession *self = REKNIT_CHECK_IN_SESSION (object);

  if (self->frame != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->frame));
  self->frame = NULL;
  g_clear_object (&self->check_in);
  g_clear_object (&self->seats);

  G_OBJECT_CLASS (reknit_check_in_session_parent_class)->dispose (object);
}

static void
reknit_check_in_session_class_init (ReknitCheckInSessionClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_check_in_session_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[LEAVE] = g_signal_new ("leave", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
reknit_check_in_session_init (ReknitCheckInSession *self)
{
  self->frame = REKNIT_SESSION_FRAME (reknit_session_frame_new ());
  g_object_set (self->frame, "n-steps", 5u, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->frame), GTK_WIDGET (self));
  g_signal_connect_swapped (self->frame, "continue", G_CALLBACK (on_continue), self);
  g_signal_connect_swapped (self->frame, "back", G_CALLBACK (on_back), self);
  g_signal_connect_swapped (self->frame, "leave", G_CALLBACK (on_leave), self);
}

/**
 * reknit_check_in_session_new:
 * @seats: the seats
 * @check_in: the check-in that is going on
 *
 * Returns: (transfer floating): it, where whoever sits there left it
 */
GtkWidget *
reknit_check_in_session_new (ReknitSeats   *seats,
                             ReknitCheckIn *check_in)
{
  ReknitCheckInSession *self = g_object_new (REKNIT_TYPE_CHECK_IN_SESSION, NULL);

  self->seats = g_object_ref (seats);
  self->check_in = g_object_ref (check_in);
  g_signal_connect_object (seats, "notify::current", G_CALLBACK (on_seat), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reknit_seats_get_store (seats), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  go_on (self);
  return GTK_WIDGET (self);
}

/**
 * reknit_check_in_session_get_place:
 *
 * Returns: the page that is shown
 */
ReknitCheckInPlace
reknit_check_in_session_get_place (ReknitCheckInSession *self)
{
  return self->place;
}
