#include "reknit-talk-close.h"

#include "reknit-config.h"
#include "reknit-content.h"
#include "reknit-draft-keeper.h"
#include "reknit-fold-box.h"
#include "reknit-session-frame.h"
#include "reknit-talk-outcome.h"
#include "reknit-text-field.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitTalkClose:
 *
 * The end of a talk: each names one thing to take away. Nobody has to.
 */
struct _ReknitTalkClose
{
  GtkWidget          parent_instance;

  ReknitSeats       *seats;
  ReknitTalk        *talk;
  ReknitDraftKeeper *keeper;
  GtkWidget         *frame;
  ReknitTextField   *fields[2];
};

enum { STEPPED, LEAVE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitTalkClose, reknit_talk_close, GTK_TYPE_WIDGET)

static void on_leave (ReknitTalkClose *self) { g_signal_emit (self, signals[LEAVE], 0); }

static void
on_continue (ReknitTalkClose *self)
{
  ReknitPartner *partners[] = { reknit_seats_get_first (self->seats), reknit_seats_get_second (self->seats) };
  g_autofree char *first = reknit_text_field_dup_text (self->fields[0]);
  g_autofree char *second = reknit_text_field_dup_text (self->fields[1]);
  const char *bodies[] = { g_strstrip (first), g_strstrip (second) };

  if (!reknit_talk_conclude (self->talk, partners, bodies, G_N_ELEMENTS (bodies), NULL))
    return;

  reknit_draft_keeper_drop (self->keeper);
  g_signal_emit (self, signals[STEPPED], 0);
}

static void
on_back (ReknitTalkClose *self)
{
  if (reknit_talk_step (self->talk, REKNIT_TALK_PHASE_VALIDATING, NULL))
    g_signal_emit (self, signals[STEPPED], 0);
}

static void
reknit_talk_close_dispose (GObject *object)
{
  ReknitTalkClose *self = REKNIT_TALK_CLOSE (object);

  if (self->keeper != NULL)
    reknit_draft_keeper_close (self->keeper);
  g_clear_object (&self->keeper);
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_object (&self->talk);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_talk_close_parent_class)->dispose (object);
}

static void
reknit_talk_close_class_init (ReknitTalkCloseClass *klass)
{
  static const char *const names[N_SIGNALS] = { "stepped", "leave" };

  G_OBJECT_CLASS (klass)->dispose = reknit_talk_close_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], REKNIT_TYPE_TALK_CLOSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
reknit_talk_close_init (ReknitTalkClose *self)
{
}

static const char *
get_start (guint i)
{
  GListModel *starts = reknit_content_get_suggestions (reknit_content_get_default (), "takeaways");
  g_autoptr (ReknitSuggestion) start = starts != NULL ? g_list_model_get_item (starts, i) : NULL;

  return start != NULL ? reknit_suggestion_get_text (start) : "";
}

static GtkWidget *
create_field (ReknitTalkClose *self,
              guint            i,
              ReknitPartner   *partner)
{
  /* Translators: %s is a partner’s name. */
  g_autofree char *label = g_strdup_printf (_("%s takes away"), reknit_partner_get_name (partner));
  GtkWidget *field = reknit_text_field_new (label);

  g_object_set (field, "placeholder", get_start (i), "max-length", 1000u, NULL);
  self->fields[i] = REKNIT_TEXT_FIELD (field);
  reknit_draft_keeper_bind (self->keeper, i == 0 ? "first" : "second", field, "text");
  return field;
}

/**
 * reknit_talk_close_new:
 * @seats: who the two are
 * @talk: a stored talk that comes to its end
 *
 * Returns: (transfer floating): the last page of the talk
 */
GtkWidget *
reknit_talk_close_new (ReknitSeats *seats,
                       ReknitTalk  *talk)
{
  ReknitTalkClose *self = g_object_new (REKNIT_TYPE_TALK_CLOSE, NULL);
  GtkWidget *frame = reknit_session_frame_new ();
  GtkWidget *box = reknit_fold_box_new ();

  self->seats = g_object_ref (seats);
  self->talk = g_object_ref (talk);
  self->keeper = reknit_draft_keeper_new (seats, "talk-close");
  gtk_widget_set_parent (create_field (self, 0, reknit_seats_get_first (seats)), box);
  gtk_widget_set_parent (create_field (self, 1, reknit_seats_get_second (seats)), box);
  reknit_draft_keeper_open (self->keeper, reknit_record_get_id (REKNIT_RECORD (talk)));

  g_object_set (frame,
                "title", _("One Thing Each"),
                "subtitle", _("What does each of you take away from this talk? Both of you can read it later."),
                "continue-label", _("End the Talk"),
                "can-go-back", TRUE,
                "child", box,
                NULL);
  g_signal_connect_swapped (frame, "continue", G_CALLBACK (on_continue), self);
  g_signal_connect_swapped (frame, "back", G_CALLBACK (on_back), self);
  g_signal_connect_swapped (frame, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_set_parent (frame, GTK_WIDGET (self));
  self->frame = frame;
  return GTK_WIDGET (self);
}
