#include "reknit-idea-ratings-view.h"

#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-choice-row.h"
#include "reknit-idea-pool.h"
#include "reknit-idea-resting.h"
#include "reknit-idea-words.h"

#define NONE ""

/**
 * ReknitIdeaRatingsView:
 *
 * What somebody has said of ideas so far, the warmest first, to say it differently; and before it, what they have set
 * aside, and the couple’s own ideas of which they have said nothing yet.
 */
struct _ReknitIdeaRatingsView
{
  GtkWidget    parent_instance;

  ReknitSeats *seats;
  gint64       author;
  GtkListBox  *list;
  GtkWidget   *empty;
  GtkWidget   *resting;
  GHashTable  *rows;
  gboolean     reading;
};

enum { RATED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitIdeaRatingsView, reknit_idea_ratings_view, GTK_TYPE_WIDGET)

static ReknitStore *
get_store (ReknitIdeaRatingsView *self)
{
  return reknit_seats_get_store (self->seats);
}

static void
on_choice (ReknitIdeaRatingsView *self,
           GParamSpec            *pspec,
           ReknitChoiceRow       *row)
{
  const char *choice = reknit_choice_row_get_choice (row);
  g_autoptr (GError) error = NULL;

  if (self->reading || choice == NULL)
    return;
  if (reknit_idea_rating_say (get_store (self), _("Rate Idea"), g_object_get_data (G_OBJECT (row), "reknit-idea"), self->author,
                              *choice != '\0' ? choice : NULL, &error))
    g_signal_emit (self, signals[RATED], 0);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
add_row (ReknitIdeaRatingsView *self,
         ReknitIdeaChoice      *choice,
         const char            *rating)
{
  ReknitChoiceRow *row = g_object_new (REKNIT_TYPE_CHOICE_ROW, "use-markup", FALSE, "title", reknit_idea_choice_get_title (choice), NULL);
  char *key = g_strdup (reknit_idea_choice_get_key (choice));

  for (guint i = 0; i < REKNIT_IDEA_N_RATINGS; i++)
    reknit_choice_row_add (row, reknit_idea_words_get_rating (i), reknit_idea_words_get_label (i));
  reknit_choice_row_add (row, NONE, _("Not Rated"));
  reknit_choice_row_set_choice (row, rating);
  g_object_set_data_full (G_OBJECT (row), "reknit-idea", g_strdup (key), g_free);
  g_signal_connect_object (row, "notify::choice", G_CALLBACK (on_choice), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  g_hash_table_insert (self->rows, key, row);
}

/* Rows stay where they are while somebody works on them; what is undone is followed. */
static void
update (ReknitIdeaRatingsView *self)
{
  g_autoptr (GHashTable) said = NULL;
  GHashTableIter iter;
  gpointer key, row;

  if (reknit_seats_get_current_id (self->seats) != self->author)
    return;
  said = reknit_idea_rating_list_own (get_store (self), self->author);
  self->reading = TRUE;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    {
      const char *rating = g_hash_table_lookup (said, key);

      reknit_choice_row_set_choice (row, rating != NULL ? rating : NONE);
    }
  self->reading = FALSE;
}

static void
on_store_changed (ReknitIdeaRatingsView *self,
                  ReknitChangeSet       *changes)
{
  if (reknit_change_set_is_everything (changes) || reknit_change_set_has_table (changes, "idea_refusals"))
    update (self);
  if (reknit_seats_get_current_id (self->seats) == self->author
      && (reknit_change_set_is_everything (changes) || reknit_change_set_has_table (changes, "idea_rest")))
    reknit_idea_resting_show (REKNIT_IDEA_RESTING (self->resting), self->seats);
}

/* What is asked about comes by chance; of what the two have thought of themselves one need not wait for that. */
static void
add_unrated (ReknitIdeaRatingsView *self)
{
  g_autoptr (GHashTable) said = reknit_idea_rating_list_own (get_store (self), self->author);
  g_autoptr (GHashTable) left_out = reknit_idea_pool_left_out (get_store (self), self->author);
  g_autoptr (GPtrArray) choices = reknit_idea_pool_list (get_store (self));

  for (guint i = 0; i < choices->len; i++)
    {
      const char *key = reknit_idea_choice_get_key (choices->pdata[i]);

      if (reknit_idea_choice_get_own_id (choices->pdata[i]) != 0 && !g_hash_table_contains (said, key)
          && !g_hash_table_contains (left_out, key))
        add_row (self, choices->pdata[i], NONE);
    }
}

static void
fill (ReknitIdeaRatingsView *self)
{
  add_unrated (self);
  for (guint i = 0; i < REKNIT_IDEA_N_RATINGS; i++)
    {
      const char *rating = reknit_idea_words_get_rating (i);
      g_autoptr (GPtrArray) rated = reknit_idea_rating_list_rated (get_store (self), self->author, rating);

      for (guint j = rated->len; j > 0; j--)
        {
          g_autoptr (ReknitIdeaChoice) choice = reknit_idea_pool_find (get_store (self), rated->pdata[j - 1]);

          if (choice != NULL)
            add_row (self, choice, rating);
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), g_hash_table_size (self->rows) > 0);
  gtk_widget_set_visible (self->empty, g_hash_table_size (self->rows) == 0);
}

static void
reknit_idea_ratings_view_dispose (GObject *object)
{
  ReknitIdeaRatingsView *self = REKNIT_IDEA_RATINGS_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_idea_ratings_view_parent_class)->dispose (object);
}

static void
reknit_idea_ratings_view_class_init (ReknitIdeaRatingsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_idea_ratings_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[RATED] = g_signal_new ("rated", REKNIT_TYPE_IDEA_RATINGS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", REKNIT_TYPE_IDEA_RATINGS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR);
}

static GtkWidget *
make_empty (void)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "reknit-card-symbolic", "title", _("Nothing Rated Yet"),
                       "description", _("What you say of an idea can be read and changed here, by you alone."), NULL);
}

static void
reknit_idea_ratings_view_init (ReknitIdeaRatingsView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 640, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "margin-top", 24, "margin-bottom", 36,
                                 "margin-start", 12, "margin-end", 12, NULL);

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("My Ratings"), -1);
  self->empty = make_empty ();
  self->resting = g_object_new (REKNIT_TYPE_IDEA_RESTING, "margin-bottom", 24, NULL);
  gtk_box_append (GTK_BOX (box), self->resting);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->empty);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

/**
 * reknit_idea_ratings_view_new:
 * @seats: the seats; somebody’s seat is taken
 *
 * Returns: (transfer floating): the ratings of who sits there
 */
GtkWidget *
reknit_idea_ratings_view_new (ReknitSeats *seats)
{
  ReknitIdeaRatingsView *self = g_object_new (REKNIT_TYPE_IDEA_RATINGS_VIEW, NULL);

  self->seats = g_object_ref (seats);
  self->author = reknit_seats_get_current_id (seats);
  fill (self);
  reknit_idea_resting_show (REKNIT_IDEA_RESTING (self->resting), seats);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
