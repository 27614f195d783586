#include "reknit-issue-board-page.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-card-list.h"
#include "reknit-communicate-text.h"
#include "reknit-forget.h"
#include "reknit-issue-form.h"
#include "reknit-issue-left.h"
#include "reknit-issue-page.h"
#include "reknit-issue-view.h"
#include "reknit-menu-names.h"
#include "reknit-new-day.h"
#include "reknit-record-card.h"
#include "reknit-tools.h"

#define N_STATES (REKNIT_ISSUE_STATE_SETTLED + 1)

/**
 * ReknitIssueBoardPage:
 *
 * The board of both with what is still open first, and above it the drawer of whoever sits here.
 */
struct _ReknitIssueBoardPage
{
  ReknitPracticePage  parent_instance;

  GtkStack           *stack;
  AdwStatusPage      *empty_page;
  GtkBox             *board;
  GtkEditable        *search_entry;
  GtkWidget          *filter_button;
  ReknitCardList     *drawer;
  ReknitCardList     *left;
  GtkWidget          *nothing_found;

  ReknitQueryList    *state_models[N_STATES];
  GtkWidget          *state_lists[N_STATES];
  ReknitQueryList    *drawer_model;
  GtkFilterListModel *drawer_filtered;
  ReknitQueryList    *left_model;
  GtkCustomFilter    *drawer_filter;
  int                 kind;
  int                 state;
  gint64              asker;      /* in whose seat what is looked for was typed */
};

G_DEFINE_FINAL_TYPE (ReknitIssueBoardPage, reknit_issue_board_page, REKNIT_TYPE_PRACTICE_PAGE)

static void
open_issue (ReknitIssueBoardPage *self,
            ReknitIssue          *issue)
{
  ReknitPracticePage *page = REKNIT_PRACTICE_PAGE (self);

  if (reknit_issue_has_words (issue))
    reknit_practice_page_push (page, reknit_issue_page_new (page, issue), _("Issue"));
  else
    reknit_practice_page_push (page, reknit_issue_left_new (page, issue), _("Issue"));
}

static void
on_card_clicked (GtkWidget *card)
{
  GtkWidget *page = gtk_widget_get_ancestor (card, REKNIT_TYPE_ISSUE_BOARD_PAGE);

  open_issue (REKNIT_ISSUE_BOARD_PAGE (page), g_object_get_data (G_OBJECT (card), "issue"));
}

static void
update_card (ReknitRecordCard *card)
{
  ReknitIssue *issue = g_object_get_data (G_OBJECT (card), "issue");
  g_autofree char *line = reknit_communicate_text_issue_line (reknit_clock_get_default (), issue);
  gboolean private = reknit_record_is_private (REKNIT_RECORD (issue));

  g_object_set (card, "title", reknit_record_get_text (issue, "title"), "line", line, "locked", private,
                "badged", !private, NULL);
}

static void
update_each (gpointer card,
             gpointer user_data)
{
  update_card (card);
}

static void
on_new_day (ReknitIssueBoardPage *self)
{
  reknit_card_list_foreach (self->drawer, update_each, NULL);
  for (int state = 0; state < N_STATES; state++)
    reknit_card_list_foreach (REKNIT_CARD_LIST (self->state_lists[state]), update_each, NULL);
}

static GtkWidget *
create_card (gpointer item,
             gpointer user_data)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (user_data);
  GtkWidget *card = reknit_record_card_new ();

  g_object_set_data_full (G_OBJECT (card), "issue", g_object_ref (item), g_object_unref);
  g_object_set (card, "partner", reknit_seats_find (seats, reknit_record_get_owner (item)), NULL);
  update_card (REKNIT_RECORD_CARD (card));
  g_signal_connect_object (item, "notify", G_CALLBACK (update_card), card, G_CONNECT_SWAPPED);
  g_signal_connect (card, "clicked", G_CALLBACK (on_card_clicked), NULL);
  return card;
}

static void
on_left_clicked (GtkWidget    *card,
                 ReknitRecord *view)
{
  GtkWidget *page = gtk_widget_get_ancestor (card, REKNIT_TYPE_ISSUE_BOARD_PAGE);

  reknit_practice_page_open_subject (REKNIT_PRACTICE_PAGE (page), "issue", reknit_record_get_integer (view, "issue"));
}

static GtkWidget *
create_left_card (gpointer item,
                  gpointer user_data)
{
  GtkWidget *card = reknit_issue_left_new_card (reknit_practice_page_get_seats (user_data), item);

  g_signal_connect_object (card, "clicked", G_CALLBACK (on_left_clicked), item, 0);
  return card;
}

static const char *
get_words (ReknitIssueBoardPage *self)
{
  return gtk_editable_get_text (self->search_entry);
}

static gboolean
is_filtered (ReknitIssueBoardPage *self)
{
  return self->kind != REKNIT_ISSUE_KIND_ANY || self->state != -1 || *get_words (self) != '\0';
}

static gboolean
fits_drawer (gpointer item,
             gpointer user_data)
{
  ReknitIssueBoardPage *self = user_data;

  return self->state == -1 && reknit_issue_matches (item, self->kind, get_words (self));
}

static void
update_emptiness (ReknitIssueBoardPage *self)
{
  gboolean couple = reknit_seats_has_couple (reknit_practice_page_get_seats (REKNIT_PRACTICE_PAGE (self)));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->drawer_filtered))
            + g_list_model_get_n_items (G_LIST_MODEL (self->left_model));

  for (int state = 0; state < N_STATES; state++)
    n += g_list_model_get_n_items (G_LIST_MODEL (self->state_models[state]));

  gtk_widget_set_visible (self->nothing_found, n == 0);
  gtk_stack_set_visible_child_name (self->stack, n > 0 || is_filtered (self) ? "board" : "empty");
  adw_status_page_set_description (self->empty_page, couple
    ? _("When something stands between you, put it here instead of swallowing it, and choose together when to talk.")
    : _("Put down what is on your mind, one thing at a time. It stays yours until there are two of you."));
}

/* They are of no kind, and how far they are is not known; the search of all finds their words. */
static void
read_left (ReknitIssueBoardPage *self)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (REKNIT_PRACTICE_PAGE (self));
  g_autoptr (ReknitQuery) query = reknit_issue_view_query_left (is_filtered (self) ? 0 : reknit_seats_get_current_id (seats));

  reknit_query_list_set_query (self->left_model, query);
}

static void
apply_filter (ReknitIssueBoardPage *self)
{
  for (int state = 0; state < N_STATES; state++)
    {
      g_autoptr (ReknitQuery) query = self->state == -1 || self->state == state
        ? reknit_issue_query_matching ((ReknitIssueState) state, self->kind, get_words (self))
        : reknit_query_new (REKNIT_TYPE_ISSUE, "0", NULL);

      reknit_query_list_set_query (self->state_models[state], query);
    }
  gtk_filter_changed (GTK_FILTER (self->drawer_filter), GTK_FILTER_CHANGE_DIFFERENT);
  read_left (self);
  if (self->kind != REKNIT_ISSUE_KIND_ANY || self->state != -1)
    gtk_widget_add_css_class (self->filter_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->filter_button, "suggested-action");
  update_emptiness (self);
}

static void
on_filter_changed (ReknitIssueBoardPage *self)
{
  apply_filter (self);
}

static int
read_choice (GType       enum_type,
             const char *nick)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (enum_type);
  const GEnumValue *value = g_enum_get_value_by_nick (values, nick);

  return value != NULL ? value->value : -1;
}

static void
on_kind_chosen (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  ReknitIssueBoardPage *self = user_data;

  g_simple_action_set_state (action, state);
  self->kind = read_choice (REKNIT_TYPE_ISSUE_KIND, g_variant_get_string (state, NULL));
  apply_filter (self);
}

static void
on_state_chosen (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  ReknitIssueBoardPage *self = user_data;

  g_simple_action_set_state (action, state);
  self->state = read_choice (REKNIT_TYPE_ISSUE_STATE, g_variant_get_string (state, NULL));
  apply_filter (self);
}

static void
on_show_all (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ReknitIssueBoardPage *self = user_data;
  GActionGroup *actions = G_ACTION_GROUP (reknit_practice_page_get_actions (user_data));

  gtk_editable_set_text (self->search_entry, "");
  g_action_group_change_action_state (actions, "issue-kind", g_variant_new_string ("any"));
  g_action_group_change_action_state (actions, "issue-state", g_variant_new_string ("any"));
}

static void
on_raised (ReknitIssueBoardPage *self)
{
  reknit_practice_page_pop (REKNIT_PRACTICE_PAGE (self));
}

static void
on_raise (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkWidget *form = reknit_issue_form_new (user_data, NULL);

  g_signal_connect_object (form, "done", G_CALLBACK (on_raised), user_data, G_CONNECT_SWAPPED);
  reknit_practice_page_push (user_data, form, _("Raise an Issue"));
  gtk_widget_grab_focus (form);
}

static void
read_drawer (ReknitIssueBoardPage *self)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (REKNIT_PRACTICE_PAGE (self));
  g_autoptr (ReknitQuery) query = reknit_issue_query_drawer (reknit_seats_get_current_id (seats));
  g_autofree char *audience = reknit_communicate_text_audience (seats, FALSE);

  reknit_query_list_set_query (self->drawer_model, query);
  g_object_set (self->drawer, "hint", audience, NULL);
  read_left (self);
}

static void
reknit_issue_board_page_seat_changed (ReknitPracticePage *page)
{
  ReknitIssueBoardPage *self = REKNIT_ISSUE_BOARD_PAGE (page);

  REKNIT_PRACTICE_PAGE_CLASS (reknit_issue_board_page_parent_class)->seat_changed (page);
  /* What somebody looked for in their own seat is theirs. */
  if (self->asker != 0)
    {
      reknit_editable_forget (self->search_entry);
      on_show_all (NULL, NULL, self);
    }
  self->asker = reknit_seats_get_current_id (reknit_practice_page_get_seats (page));
  read_drawer (self);
}

static void
reknit_issue_board_page_open_subject (ReknitPracticePage *page,
                                      const char         *table,
                                      gint64              id)
{
  g_autoptr (ReknitIssue) issue = reknit_store_find (reknit_practice_page_get_store (page), REKNIT_TYPE_ISSUE, id);

  if (issue == NULL)
    return;

  reknit_practice_page_pop_all (page);
  open_issue (REKNIT_ISSUE_BOARD_PAGE (page), issue);
}

static void
create_lists (ReknitIssueBoardPage *self)
{
  ReknitStore *store = reknit_practice_page_get_store (REKNIT_PRACTICE_PAGE (self));

  for (int state = 0; state < N_STATES; state++)
    {
      g_autoptr (ReknitQuery) query = reknit_issue_query_matching ((ReknitIssueState) state, self->kind, NULL);

      self->state_models[state] = reknit_query_list_new (store, query);
      self->state_lists[state] = reknit_card_list_new (reknit_communicate_text_state ((ReknitIssueState) state));
      reknit_card_list_set_create (REKNIT_CARD_LIST (self->state_lists[state]), create_card, self);
      reknit_card_list_set_model (REKNIT_CARD_LIST (self->state_lists[state]), G_LIST_MODEL (self->state_models[state]));
      gtk_box_insert_child_after (self->board, self->state_lists[state],
                                  state == 0 ? GTK_WIDGET (self->drawer) : self->state_lists[state - 1]);
      g_signal_connect_object (self->state_models[state], "items-changed", G_CALLBACK (update_emptiness), self, G_CONNECT_SWAPPED);
    }
}

static void
create_drawer (ReknitIssueBoardPage *self)
{
  ReknitStore *store = reknit_practice_page_get_store (REKNIT_PRACTICE_PAGE (self));
  g_autoptr (ReknitQuery) nothing = reknit_issue_query_drawer (0);
  g_autoptr (ReknitQuery) nothing_left = reknit_issue_view_query_left (0);

  self->drawer_model = reknit_query_list_new (store, nothing);
  self->drawer_filter = gtk_custom_filter_new (fits_drawer, self, NULL);
  self->drawer_filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->drawer_model)),
                                                     g_object_ref (GTK_FILTER (self->drawer_filter)));
  reknit_card_list_set_create (self->drawer, create_card, self);
  reknit_card_list_set_model (self->drawer, G_LIST_MODEL (self->drawer_filtered));
  self->left_model = reknit_query_list_new (store, nothing_left);
  reknit_card_list_set_create (self->left, create_left_card, self);
  reknit_card_list_set_model (self->left, G_LIST_MODEL (self->left_model));
  g_signal_connect_object (self->left_model, "items-changed", G_CALLBACK (update_emptiness), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drawer_filtered, "items-changed", G_CALLBACK (update_emptiness), self, G_CONNECT_SWAPPED);
}

static void
reknit_issue_board_page_constructed (GObject *object)
{
  static const GActionEntry entries[] = {
    { "raise-issue", on_raise },
    { "show-all-issues", on_show_all },
    { "issue-kind", NULL, "s", "'any'", on_kind_chosen },
    { "issue-state", NULL, "s", "'any'", on_state_chosen },
  };
  ReknitIssueBoardPage *self = REKNIT_ISSUE_BOARD_PAGE (object);

  G_OBJECT_CLASS (reknit_issue_board_page_parent_class)->constructed (object);

  g_action_map_add_action_entries (reknit_practice_page_get_actions (REKNIT_PRACTICE_PAGE (self)), entries,
                                   G_N_ELEMENTS (entries), self);
  self->asker = reknit_seats_get_current_id (reknit_practice_page_get_seats (REKNIT_PRACTICE_PAGE (self)));
  create_drawer (self);
  create_lists (self);
  read_drawer (self);
  update_emptiness (self);
  reknit_new_day_watch (self, G_CALLBACK (on_new_day));
}

static void
reknit_issue_board_page_dispose (GObject *object)
{
  ReknitIssueBoardPage *self = REKNIT_ISSUE_BOARD_PAGE (object);

  for (int state = 0; state < N_STATES; state++)
    g_clear_object (&self->state_models[state]);
  if (self->drawer_filter != NULL)
    gtk_custom_filter_set_filter_func (self->drawer_filter, NULL, NULL, NULL);
  g_clear_object (&self->drawer_filter);
  g_clear_object (&self->drawer_filtered);
  g_clear_object (&self->drawer_model);
  g_clear_object (&self->left_model);
  gtk_widget_dispose_template (GTK_WIDGET (self), REKNIT_TYPE_ISSUE_BOARD_PAGE);
  G_OBJECT_CLASS (reknit_issue_board_page_parent_class)->dispose (object);
}

static void
reknit_issue_board_page_class_init (ReknitIssueBoardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ReknitPracticePageClass *page_class = REKNIT_PRACTICE_PAGE_CLASS (klass);

  object_class->constructed = reknit_issue_board_page_constructed;
  object_class->dispose = reknit_issue_board_page_dispose;
  page_class->seat_changed = reknit_issue_board_page_seat_changed;
  page_class->open_subject = reknit_issue_board_page_open_subject;

  g_type_ensure (REKNIT_TYPE_CARD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-issue-board-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueBoardPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueBoardPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueBoardPage, board);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueBoardPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueBoardPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueBoardPage, drawer);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueBoardPage, left);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueBoardPage, nothing_found);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
}

static void
reknit_issue_board_page_init (ReknitIssueBoardPage *self)
{
  self->kind = REKNIT_ISSUE_KIND_ANY;
  self->state = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  reknit_menu_button_name_items (GTK_MENU_BUTTON (self->filter_button));
}

static char *
describe (ReknitSeats    *seats,
          ReknitPractice *practice)
{
  guint counts[N_STATES];

  for (int state = 0; state < N_STATES; state++)
    {
      g_autoptr (ReknitQuery) query = reknit_issue_query_state ((ReknitIssueState) state);

      counts[state] = reknit_store_count (reknit_seats_get_store (seats), query);
    }
  return reknit_communicate_text_counts (counts);
}

/**
 * reknit_issue_board_page_register:
 *
 * Makes the page the one that works the issue board.
 */
void
reknit_issue_board_page_register (void)
{
  reknit_tools_register ("issue-board", REKNIT_TYPE_ISSUE_BOARD_PAGE);
  reknit_tools_register_live_line ("issue-board", describe);
}
