#include "reknit-feelings-page.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-card-list.h"
#include "reknit-communicate-text.h"
#include "reknit-feeling-entry-page.h"
#include "reknit-feeling-form.h"
#include "reknit-feeling-month.h"
#include "reknit-new-day.h"
#include "reknit-record-card.h"
#include "reknit-time-text.h"
#include "reknit-tools.h"

#define PAGE_SIZE 20
#define DAY (24 * 60 * 60)
#define WEEK (7 * DAY)
/* So long something waits to be heard; after that it lies with the other ones. */
#define PATIENCE (14 * DAY)

/**
 * ReknitFeelingsPage:
 *
 * The feelings journal of whoever sits here: what waits to be heard, one's own entries, and what the other shared.
 */
struct _ReknitFeelingsPage
{
  ReknitPracticePage  parent_instance;

  GtkStack           *stack;
  ReknitCardList     *waiting_list;
  ReknitFeelingMonth *month;
  ReknitCardList     *own_list;
  ReknitCardList     *shared_list;
  GtkWidget          *more_button;

  ReknitQueryList    *waiting;
  ReknitQueryList    *own;
  ReknitQueryList    *shared;
  guint               limit;
};

G_DEFINE_FINAL_TYPE (ReknitFeelingsPage, reknit_feelings_page, REKNIT_TYPE_PRACTICE_PAGE)

static ReknitSeats *
get_seats (ReknitFeelingsPage *self)
{
  return reknit_practice_page_get_seats (REKNIT_PRACTICE_PAGE (self));
}

static void
open_entry (ReknitFeelingsPage *self,
            ReknitFeelingEntry *entry)
{
  ReknitPracticePage *page = REKNIT_PRACTICE_PAGE (self);

  reknit_practice_page_push (page, reknit_feeling_entry_page_new (page, entry), _("Feeling"));
}

static void
on_card_clicked (GtkWidget *card)
{
  GtkWidget *page = gtk_widget_get_ancestor (card, REKNIT_TYPE_FEELINGS_PAGE);

  open_entry (REKNIT_FEELINGS_PAGE (page), g_object_get_data (G_OBJECT (card), "entry"));
}

static void
update_card (ReknitRecordCard *card)
{
  ReknitFeelingEntry *entry = g_object_get_data (G_OBJECT (card), "entry");
  gboolean private = reknit_record_is_private (REKNIT_RECORD (entry));
  g_autofree char *sentence = reknit_communicate_text_sentence (entry);
  g_autofree char *felt = reknit_time_text_for_moment (reknit_clock_get_default (), reknit_record_get_integer (entry, "felt"));
  gboolean badged;
  g_autofree char *line = NULL;

  /* Whoever's badge is on it has shared it, or it could not be read here. */
  g_object_get (card, "badged", &badged, NULL);
  line = reknit_communicate_text_join (felt, private || badged ? NULL : _("shared"));
  g_object_set (card, "title", sentence, "line", line, "locked", private, NULL);
}

static void
update_each (gpointer card,
             gpointer user_data)
{
  update_card (card);
}

static GtkWidget *
create_card (gpointer item,
             gpointer user_data)
{
  ReknitSeats *seats = get_seats (user_data);
  ReknitPartner *author = reknit_seats_find (seats, reknit_record_get_owner (item));
  GtkWidget *card = reknit_record_card_new ();

  gtk_widget_add_css_class (card, "sentence");
  g_object_set_data_full (G_OBJECT (card), "entry", g_object_ref (item), g_object_unref);
  g_object_set (card, "partner", author, "badged", author != reknit_seats_get_current (seats), NULL);
  update_card (REKNIT_RECORD_CARD (card));
  g_signal_connect_object (item, "notify", G_CALLBACK (update_card), card, G_CONNECT_SWAPPED);
  g_signal_connect (card, "clicked", G_CALLBACK (on_card_clicked), NULL);
  return card;
}

static void
update (ReknitFeelingsPage *self)
{
  guint n_waiting = g_list_model_get_n_items (G_LIST_MODEL (self->waiting));
  guint n_own = g_list_model_get_n_items (G_LIST_MODEL (self->own));
  guint n_shared = g_list_model_get_n_items (G_LIST_MODEL (self->shared));

  gtk_stack_set_visible_child_name (self->stack, n_waiting + n_own + n_shared > 0 ? "journal" : "empty");
  gtk_widget_set_visible (self->more_button, n_own >= self->limit || n_shared >= self->limit);
}

static void
read_lists (ReknitFeelingsPage *self)
{
  ReknitSeats *seats = get_seats (self);
  gint64 reader = reknit_seats_get_current_id (seats);
  gint64 since = reknit_clock_now (reknit_clock_get_default ()) - PATIENCE;
  g_autoptr (ReknitQuery) waiting = reknit_feeling_entry_query_told (reader, since, TRUE);
  g_autoptr (ReknitQuery) own = reknit_feeling_entry_query_own (reader);
  g_autoptr (ReknitQuery) shared = reknit_feeling_entry_query_told (reader, since, FALSE);

  reknit_query_limit (own, self->limit);
  reknit_query_limit (shared, self->limit);
  reknit_query_list_set_query (self->waiting, waiting);
  reknit_query_list_set_query (self->own, own);
  reknit_query_list_set_query (self->shared, shared);
  reknit_feeling_month_show (self->month, seats);
  update (self);
}

static void
on_new_day (ReknitFeelingsPage *self)
{
  read_lists (self);
  reknit_card_list_foreach (self->waiting_list, update_each, NULL);
  reknit_card_list_foreach (self->own_list, update_each, NULL);
  reknit_card_list_foreach (self->shared_list, update_each, NULL);
}

static void
on_note (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWidget *form;

  if (reknit_seats_get_current (get_seats (user_data)) == NULL)
    return;

  form = reknit_feeling_form_new (user_data, NULL);
  g_signal_connect_object (form, "done", G_CALLBACK (reknit_practice_page_pop), user_data, G_CONNECT_SWAPPED);
  reknit_practice_page_push (user_data, form, _("Note a Feeling"));
  gtk_widget_grab_focus (form);
}

static void
on_show_earlier (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  ReknitFeelingsPage *self = user_data;

  self->limit += PAGE_SIZE;
  read_lists (self);
}

static void
on_store_changed (ReknitFeelingsPage *self,
                  ReknitChangeSet    *changes)
{
  if (reknit_change_set_has_table (changes, "feeling_entry"))
    reknit_feeling_month_show (self->month, get_seats (self));
}

/* One seat's entries are never shown to the next, and nobody can note one in the seat of both. */
static void
reknit_feelings_page_seat_changed (ReknitPracticePage *page)
{
  ReknitFeelingsPage *self = REKNIT_FEELINGS_PAGE (page);
  GAction *note = g_action_map_lookup_action (reknit_practice_page_get_actions (page), "note-feeling");

  REKNIT_PRACTICE_PAGE_CLASS (reknit_feelings_page_parent_class)->seat_changed (page);
  self->limit = PAGE_SIZE;
  g_simple_action_set_enabled (G_SIMPLE_ACTION (note), reknit_seats_get_current (get_seats (self)) != NULL);
  read_lists (self);
}

static void
reknit_feelings_page_open_subject (ReknitPracticePage *page,
                                   const char         *table,
                                   gint64              id)
{
  g_autoptr (ReknitFeelingEntry) entry =
    reknit_store_find (reknit_practice_page_get_store (page), REKNIT_TYPE_FEELING_ENTRY, id);

  if (entry == NULL || reknit_seats_get_current (reknit_practice_page_get_seats (page)) == NULL)
    return;

  reknit_practice_page_pop_all (page);
  open_entry (REKNIT_FEELINGS_PAGE (page), entry);
}

static ReknitQueryList *
create_list (ReknitFeelingsPage *self,
             ReknitCardList     *cards)
{
  g_autoptr (ReknitQuery) nothing = reknit_feeling_entry_query_own (0);
  ReknitQueryList *list = reknit_query_list_new (reknit_practice_page_get_store (REKNIT_PRACTICE_PAGE (self)), nothing);

  reknit_card_list_set_create (cards, create_card, self);
  reknit_card_list_set_model (cards, G_LIST_MODEL (list));
  g_signal_connect_object (list, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return list;
}

static void
reknit_feelings_page_constructed (GObject *object)
{
  static const GActionEntry entries[] = {
    { "note-feeling", on_note },
    { "show-earlier-feelings", on_show_earlier },
  };
  ReknitFeelingsPage *self = REKNIT_FEELINGS_PAGE (object);
  ReknitPracticePage *page = REKNIT_PRACTICE_PAGE (self);

  G_OBJECT_CLASS (reknit_feelings_page_parent_class)->constructed (object);

  g_action_map_add_action_entries (reknit_practice_page_get_actions (page), entries, G_N_ELEMENTS (entries), self);
  /* Lists tell of changes from their first query on, so all three have to be there before any of them is asked. */
  self->waiting = create_list (self, self->waiting_list);
  self->own = create_list (self, self->own_list);
  self->shared = create_list (self, self->shared_list);
  g_signal_connect_object (reknit_practice_page_get_store (page), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  reknit_feelings_page_seat_changed (page);
  reknit_new_day_watch (self, G_CALLBACK (on_new_day));
}

static void
reknit_feelings_page_dispose (GObject *object)
{
  ReknitFeelingsPage *self = REKNIT_FEELINGS_PAGE (object);

  g_clear_object (&self->waiting);
  g_clear_object (&self->own);
  g_clear_object (&self->shared);
  gtk_widget_dispose_template (GTK_WIDGET (self), REKNIT_TYPE_FEELINGS_PAGE);
  G_OBJECT_CLASS (reknit_feelings_page_parent_class)->dispose (object);
}

static void
reknit_feelings_page_class_init (ReknitFeelingsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ReknitPracticePageClass *page_class = REKNIT_PRACTICE_PAGE_CLASS (klass);

  object_class->constructed = reknit_feelings_page_constructed;
  object_class->dispose = reknit_feelings_page_dispose;
  page_class->seat_changed = reknit_feelings_page_seat_changed;
  page_class->open_subject = reknit_feelings_page_open_subject;

  g_type_ensure (REKNIT_TYPE_CARD_LIST);
  g_type_ensure (REKNIT_TYPE_FEELING_MONTH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-feelings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingsPage, waiting_list);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingsPage, month);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingsPage, own_list);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingsPage, shared_list);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingsPage, more_button);
}

static void
reknit_feelings_page_init (ReknitFeelingsPage *self)
{
  self->limit = PAGE_SIZE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe (ReknitSeats    *seats,
          ReknitPractice *practice)
{
  ReknitStore *store = reknit_seats_get_store (seats);
  gint64 reader = reknit_seats_get_current_id (seats);
  gint64 now = reknit_clock_now (reknit_clock_get_default ());
  g_autoptr (ReknitQuery) waiting = reknit_feeling_entry_query_told (reader, now - PATIENCE, TRUE);
  g_autoptr (ReknitQuery) week = reknit_feeling_entry_query_since (reader, now - WEEK);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint n;

  if (reader == 0)
    return NULL;

  n = reknit_store_count (store, waiting);
  if (n > 0)
    first = g_strdup_printf (ngettext ("%u waits to be heard", "%u wait to be heard", n), n);
  n = reknit_store_count (store, week);
  if (n > 0)
    second = g_strdup_printf (ngettext ("%u entry of mine this week", "%u entries of mine this week", n), n);

  return first != NULL || second != NULL ? reknit_communicate_text_join (first, second) : NULL;
}

/**
 * reknit_feelings_page_register:
 *
 * Makes the page the one that works the feelings journal.
 */
void
reknit_feelings_page_register (void)
{
  reknit_tools_register ("feelings-journal", REKNIT_TYPE_FEELINGS_PAGE);
  reknit_tools_register_live_line ("feelings-journal", describe);
}
