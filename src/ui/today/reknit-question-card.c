#include "reknit-today-cards.h"

#include "reknit-config.h"
#include "reknit-content.h"
#include "reknit-question-state.h"
#include "reknit-toasts.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitQuestionCard:
 *
 * One question for the two. It stays until they have talked about it or want another one; those that were put aside
 * come back when all the others are through.
 */
struct _ReknitQuestionCard
{
  ReknitTodayCard parent_instance;

  ReknitQuestion *question;
  GtkWidget      *label;
};

G_DEFINE_FINAL_TYPE (ReknitQuestionCard, reknit_question_card, REKNIT_TYPE_TODAY_CARD)

static GHashTable *
read_last_times (ReknitStore *store)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_QUESTION_STATE, NULL, NULL);
  g_autoptr (GPtrArray) states = reknit_store_all (store, query);
  GHashTable *times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; states != NULL && i < states->len; i++)
    {
      gpointer state = g_ptr_array_index (states, i);
      gint64 last = MAX (reknit_record_get_integer (state, "shown"), reknit_record_get_integer (state, "talked"));

      g_hash_table_insert (times, g_strdup (reknit_record_get_text (state, "question")), g_memdup2 (&last, sizeof last));
    }
  return times;
}

static ReknitQuestion *
choose (ReknitStore *store)
{
  GListModel *questions = reknit_content_get_questions (reknit_content_get_default ());
  g_autoptr (GHashTable) times = read_last_times (store);
  g_autoptr (ReknitQuestion) chosen = NULL;
  gint64 oldest = G_MAXINT64;

  for (guint i = 0; i < g_list_model_get_n_items (questions) && oldest > 0; i++)
    {
      g_autoptr (ReknitQuestion) question = g_list_model_get_item (questions, i);
      const gint64 *last = g_hash_table_lookup (times, reknit_question_get_id (question));
      gint64 time = last != NULL ? *last : 0;

      if (time < oldest)
        {
          oldest = time;
          g_set_object (&chosen, question);
        }
    }
  return g_steal_pointer (&chosen);
}

static void
reknit_question_card_update (ReknitTodayCard *card)
{
  ReknitQuestionCard *self = REKNIT_QUESTION_CARD (card);
  g_autoptr (ReknitQuestion) question = choose (reknit_today_card_get_store (card));

  gtk_widget_set_visible (GTK_WIDGET (self), question != NULL);
  if (question != NULL && g_set_object (&self->question, question))
    gtk_label_set_label (GTK_LABEL (self->label), reknit_question_get_text (question));
}

static gboolean
put_aside (ReknitQuestionCard *self,
           const char         *column,
           const char         *step)
{
  ReknitStore *store = reknit_today_card_get_store (REKNIT_TODAY_CARD (self));
  g_autoptr (ReknitQuestionState) state = reknit_question_state_get (store, reknit_question_get_id (self->question));

  g_object_set (state, column, reknit_clock_now (reknit_clock_get_default ()), NULL);
  /* A failed save is told by the window; the question stays. */
  return reknit_store_save (store, step, state, NULL);
}

static void
on_talked (ReknitQuestionCard *self)
{
  if (put_aside (self, "talked", _("Mark Question as Talked About")))
    reknit_toast_undo (GTK_WIDGET (self), _("Marked as talked about"));
}

static void
on_another (ReknitQuestionCard *self)
{
  put_aside (self, "shown", _("Put Question Aside"));
}

static void
reknit_question_card_constructed (GObject *object)
{
  ReknitQuestionCard *self = REKNIT_QUESTION_CARD (object);
  ReknitTodayCard *card = REKNIT_TODAY_CARD (object);
  GtkWidget *button;

  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (self->label, "question");
  g_object_set (self, "wide", TRUE, NULL);
  reknit_today_card_set_words (card, _("A Question for You Two"), NULL, NULL);
  reknit_today_card_add (card, self->label);

  button = reknit_today_card_add_button (card, _("We Talked About It"), NULL, NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_talked), self, G_CONNECT_SWAPPED);
  button = reknit_today_card_add_button (card, _("Another One"), NULL, NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_another), self, G_CONNECT_SWAPPED);

  G_OBJECT_CLASS (reknit_question_card_parent_class)->constructed (object);
}

static void
reknit_question_card_dispose (GObject *object)
{
  g_clear_object (&REKNIT_QUESTION_CARD (object)->question);
  G_OBJECT_CLASS (reknit_question_card_parent_class)->dispose (object);
}

static void
reknit_question_card_class_init (ReknitQuestionCardClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = reknit_question_card_constructed;
  G_OBJECT_CLASS (klass)->dispose = reknit_question_card_dispose;
  REKNIT_TODAY_CARD_CLASS (klass)->update = reknit_question_card_update;
}

static void
reknit_question_card_init (ReknitQuestionCard *self)
{
}
