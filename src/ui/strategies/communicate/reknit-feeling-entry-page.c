#include "reknit-feeling-entry-page.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-communicate-text.h"
#include "reknit-earlier-text.h"
#include "reknit-earlier-texts.h"
#include "reknit-feeling-form.h"
#include "reknit-feeling-reply.h"
#include "reknit-new-day.h"
#include "reknit-note-form.h"
#include "reknit-partner-badge.h"
#include "reknit-saying.h"
#include "reknit-template.h"
#include "reknit-time-text.h"
#include "reknit-wrap-box.h"

/**
 * ReknitFeelingEntryPage:
 *
 * One moment of the feelings journal: the sentence, who can read it, and what the other one heard.
 */
struct _ReknitFeelingEntryPage
{
  GtkWidget           parent_instance;

  ReknitPartnerBadge *badge;
  GtkLabel           *felt_label;
  GtkLabel           *audience_label;
  GtkLabel           *sentence_label;
  GtkBox             *answers;
  GtkWidget          *answer_button;
  ReknitEarlierTexts *earlier;
  GtkWidget          *author_box;
  GtkButton          *share_button;
  GtkWidget          *take_back_button;

  ReknitPracticePage *page;
  ReknitFeelingEntry *entry;
  gint64              id;
};

G_DEFINE_FINAL_TYPE (ReknitFeelingEntryPage, reknit_feeling_entry_page, GTK_TYPE_WIDGET)

static void
tell (ReknitFeelingEntryPage *self,
      gboolean                done,
      const char             *text,
      GError                 *error)
{
  if (done)
    reknit_practice_page_undo_toast (self->page, text);
  else
    reknit_practice_page_error_toast (self->page, error);
}

static void
on_share (ReknitFeelingEntryPage *self)
{
  g_autoptr (GError) error = NULL;

  tell (self, reknit_earlier_text_share (self->entry, _("Share Entry"), &error), _("Both of you can read it now"), error);
}

static void
on_take_back (ReknitFeelingEntryPage *self)
{
  g_autoptr (GError) error = NULL;

  tell (self, reknit_earlier_text_take_back (self->entry, _("Take Back Entry"), &error), _("Only you can read it now"), error);
}

static void
on_edit (ReknitFeelingEntryPage *self)
{
  GtkWidget *form = reknit_feeling_form_new (self->page, self->entry);

  g_signal_connect_object (form, "done", G_CALLBACK (reknit_practice_page_pop), self->page, G_CONNECT_SWAPPED);
  reknit_practice_page_push (self->page, form, _("Change the Words"));
}

static void
on_delete (ReknitFeelingEntryPage *self)
{
  ReknitPracticePage *page = self->page;
  g_autoptr (GError) error = NULL;

  /* The page closes by itself when its entry is gone. */
  if (reknit_earlier_text_delete (self->entry, _("Delete Entry"), &error))
    reknit_practice_page_undo_toast (page, _("Entry deleted"));
  else
    reknit_practice_page_error_toast (page, error);
}

static ReknitFeelingReply *
find_own_reply (ReknitFeelingEntryPage *self)
{
  return reknit_feeling_reply_find (reknit_practice_page_get_store (self->page), self->id,
                                    reknit_seats_get_current_id (reknit_practice_page_get_seats (self->page)));
}

static gboolean
save_reply (ReknitFeelingEntryPage  *self,
            const char              *text,
            GError                 **error)
{
  g_autoptr (ReknitFeelingReply) reply = find_own_reply (self);

  if (reply != NULL)
    {
      g_object_set (reply, "reflection", text, NULL);
      return reknit_earlier_text_save (reply, _("Change My Answer"), error);
    }

  reply = g_object_new (REKNIT_TYPE_FEELING_REPLY, "entry", self->id, "reflection", text,
                        "author", reknit_seats_get_current_id (reknit_practice_page_get_seats (self->page)),
                        "shared", reknit_clock_now (reknit_clock_get_default ()), NULL);
  return reknit_store_save_once (reknit_practice_page_get_store (self->page), _("Answer"), reply, error);
}

static void
on_reply_submitted (ReknitFeelingEntryPage *self,
                    const char             *text,
                    gboolean                keep,
                    ReknitNoteForm         *form)
{
  g_autoptr (GError) error = NULL;

  if (save_reply (self, text, &error))
    {
      reknit_note_form_saved (form);
      reknit_practice_page_pop (self->page);
    }
  else
    reknit_practice_page_error_toast (self->page, error);
}

static void
on_answer (ReknitFeelingEntryPage *self)
{
  g_autoptr (ReknitFeelingReply) reply = find_own_reply (self);
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  g_autofree char *audience = reknit_communicate_text_audience (seats, TRUE);
  GtkWidget *form = reknit_note_form_new (_("What I Heard"), _("I Hear You"), NULL);

  reknit_note_form_describe (REKNIT_NOTE_FORM (form),
                             _("Say back what you understood. No advice, no defense; your own view deserves its own entry."),
                             audience);
  reknit_note_form_open (REKNIT_NOTE_FORM (form), seats, "feeling-reply", self->id,
                         reply != NULL ? reknit_record_get_text (reply, "reflection") : NULL);
  g_signal_connect_object (form, "submit", G_CALLBACK (on_reply_submitted), self, G_CONNECT_SWAPPED);
  reknit_practice_page_push (self->page, form, _("I Hear You"));
  gtk_widget_grab_focus (form);
}

static void
on_delete_reply (ReknitFeelingEntryPage *self)
{
  g_autoptr (ReknitFeelingReply) reply = find_own_reply (self);
  g_autoptr (GError) error = NULL;

  if (reply != NULL)
    tell (self, reknit_earlier_text_delete (reply, _("Delete My Answer"), &error), _("Answer deleted"), error);
}

static GtkWidget *
create_earlier (ReknitRecord *reply)
{
  GtkWidget *earlier = reknit_earlier_texts_new ();

  reknit_earlier_texts_show (REKNIT_EARLIER_TEXTS (earlier), reply);
  return earlier;
}

static void
show_answers (ReknitFeelingEntryPage *self)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  g_autoptr (ReknitQuery) query = reknit_feeling_reply_query (self->id);
  g_autoptr (GPtrArray) replies = reknit_store_all (reknit_practice_page_get_store (self->page), query);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->answers))) != NULL)
    gtk_box_remove (self->answers, child);
  for (guint i = 0; i < replies->len; i++)
    {
      ReknitPartner *author = reknit_seats_find (seats, reknit_record_get_owner (replies->pdata[i]));
      GtkWidget *saying = reknit_saying_new (author);
      g_autofree char *when = reknit_communicate_text_age (reknit_clock_get_default (),
                                                           reknit_record_get_created (replies->pdata[i]));
      /* Translators: under an answer to a feeling; %s is how long ago: “heard you, 2 hours ago” */
      g_autofree char *line = g_strdup_printf (_("heard you, %s"), when);

      g_object_set (saying, "text", reknit_record_get_text (replies->pdata[i], "reflection"), "line", line, NULL);
      if (author != NULL && author == reknit_seats_get_current (seats))
        {
          reknit_saying_add_button (REKNIT_SAYING (saying), _("Change My Answer"), G_CALLBACK (on_answer), self);
          reknit_saying_add_button (REKNIT_SAYING (saying), _("Delete My Answer"), G_CALLBACK (on_delete_reply), self);
        }
      gtk_box_append (self->answers, saying);
      gtk_box_append (self->answers, create_earlier (replies->pdata[i]));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->answers), replies->len > 0);
}

static void
show_words (ReknitFeelingEntryPage *self,
            gboolean                shared)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  g_autofree char *sentence = reknit_communicate_text_sentence (self->entry);
  g_autofree char *audience = reknit_communicate_text_audience (seats, shared);
  g_autofree char *felt = reknit_time_text_for_moment (reknit_clock_get_default (),
                                                       reknit_record_get_integer (self->entry, "felt"));

  reknit_partner_badge_set_partner (self->badge, reknit_seats_find (seats, reknit_record_get_owner (REKNIT_RECORD (self->entry))));
  gtk_label_set_label (self->felt_label, felt);
  gtk_label_set_label (self->audience_label, audience);
  gtk_label_set_label (self->sentence_label, sentence);
}

static void
update (ReknitFeelingEntryPage *self)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  ReknitPartner *other = reknit_seats_get_other (seats, reknit_seats_get_current (seats));
  gboolean shared = !reknit_record_is_private (REKNIT_RECORD (self->entry));
  gboolean own = reknit_record_get_owner (REKNIT_RECORD (self->entry)) == reknit_seats_get_current_id (seats);
  g_autoptr (ReknitFeelingReply) reply = find_own_reply (self);
  g_autofree char *label = NULL;

  show_words (self, shared);
  show_answers (self);
  reknit_earlier_texts_show (self->earlier, REKNIT_RECORD (self->entry));
  gtk_widget_set_visible (self->answer_button, !own && reply == NULL);
  gtk_widget_set_visible (self->author_box, own);
  gtk_widget_set_visible (self->take_back_button, shared);
  gtk_widget_set_visible (GTK_WIDGET (self->share_button), !shared && other != NULL);
  if (other == NULL)
    return;

  label = g_strdup_printf (_("Share With %s"), reknit_partner_get_name (other));
  gtk_button_set_label (self->share_button, label);
}

static void
on_store_changed (ReknitFeelingEntryPage *self,
                  ReknitChangeSet        *changes,
                  ReknitStore            *store)
{
  g_autoptr (ReknitRecord) still = NULL;

  if (!reknit_change_set_has_row (changes, "feeling_entry", self->id)
      && !reknit_change_set_has_table (changes, "feeling_reply")
      && !reknit_change_set_has_table (changes, "earlier_text"))
    return;

  still = reknit_store_find (store, REKNIT_TYPE_FEELING_ENTRY, self->id);
  if (still == NULL)
    reknit_practice_page_pop_all (self->page);
  else
    update (self);
}

static void
reknit_feeling_entry_page_dispose (GObject *object)
{
  ReknitFeelingEntryPage *self = REKNIT_FEELING_ENTRY_PAGE (object);

  g_clear_object (&self->entry);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_FEELING_ENTRY_PAGE);
  G_OBJECT_CLASS (reknit_feeling_entry_page_parent_class)->dispose (object);
}

static void
reknit_feeling_entry_page_class_init (ReknitFeelingEntryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_feeling_entry_page_dispose;
  g_type_ensure (REKNIT_TYPE_EARLIER_TEXTS);
  g_type_ensure (REKNIT_TYPE_PARTNER_BADGE);
  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-feeling-entry-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingEntryPage, badge);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingEntryPage, felt_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingEntryPage, audience_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingEntryPage, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingEntryPage, answers);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingEntryPage, answer_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingEntryPage, earlier);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingEntryPage, author_box);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingEntryPage, share_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingEntryPage, take_back_button);
  gtk_widget_class_bind_template_callback (widget_class, on_share);
  gtk_widget_class_bind_template_callback (widget_class, on_take_back);
  gtk_widget_class_bind_template_callback (widget_class, on_edit);
  gtk_widget_class_bind_template_callback (widget_class, on_delete);
  gtk_widget_class_bind_template_callback (widget_class, on_answer);
}

static void
reknit_feeling_entry_page_init (ReknitFeelingEntryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_feeling_entry_page_new:
 * @page: the page that it is pushed onto, which outlives it
 * @entry: a stored entry that the reader may see
 *
 * Returns: (transfer floating): its page; it closes when the entry is gone
 */
GtkWidget *
reknit_feeling_entry_page_new (ReknitPracticePage *page,
                               ReknitFeelingEntry *entry)
{
  ReknitFeelingEntryPage *self = g_object_new (REKNIT_TYPE_FEELING_ENTRY_PAGE, NULL);

  self->page = page;
  self->entry = g_object_ref (entry);
  self->id = reknit_record_get_id (REKNIT_RECORD (entry));
  g_signal_connect_object (reknit_practice_page_get_store (page), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  update (self);
  reknit_new_day_watch (self, G_CALLBACK (update));
  return GTK_WIDGET (self);
}
