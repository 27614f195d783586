#include "reknit-activity-pool-page.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-idea-draw.h"
#include "reknit-idea-keys.h"
#include "reknit-idea-pool.h"
#include "reknit-idea-ratings-view.h"
#include "reknit-idea-text.h"
#include "reknit-idea-words.h"
#include "reknit-liked-row.h"
#include "reknit-own-idea-form.h"
#include "reknit-tools.h"
#include "reknit-wrap-box.h"

/**
 * ReknitActivityPoolPage:
 *
 * What the two could do. Each says of one idea after the other what they think of it, unseen by the other; what both
 * would like to do is shown to both, and chance can choose from it.
 */
struct _ReknitActivityPoolPage
{
  ReknitPracticePage   parent_instance;

  GPtrArray           *unrated;
  GHashTable          *skipped;
  char                *chance;
  ReknitIdeaChoice    *asked;

  GtkWidget           *view;
  GtkLabel            *liked_title;
  GtkLabel            *liked_line;
  ReknitIdeaDraw      *draw;
  GtkLabel            *rate_eyebrow;
  GtkLabel            *rate_title;
  GtkLabel            *rate_summary;
  GtkLabel            *rate_traits;
  GtkLabel            *rate_hint;
  GtkFlowBox          *choices;
  GtkWidget           *skip_button;
  GtkWidget           *ratings_button;
  GtkButton           *first_button;
  GtkButton           *second_button;
  AdwPreferencesGroup *liked_group;
  GtkListBox          *liked_list;
  GtkListBox          *own_list;
};

G_DEFINE_FINAL_TYPE (ReknitActivityPoolPage, reknit_activity_pool_page, REKNIT_TYPE_PRACTICE_PAGE)

static ReknitSeats *
get_seats (ReknitActivityPoolPage *self)
{
  return reknit_practice_page_get_seats (REKNIT_PRACTICE_PAGE (self));
}

static ReknitStore *
get_store (ReknitActivityPoolPage *self)
{
  return reknit_seats_get_store (get_seats (self));
}

/* Whose wishes count alone, because nobody else is there; 0 for a couple. */
static gint64
get_alone (ReknitSeats *seats)
{
  ReknitPartner *first = reknit_seats_get_first (seats);

  return first != NULL && !reknit_seats_has_couple (seats) ? reknit_record_get_id (REKNIT_RECORD (first)) : 0;
}

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
set_words (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
say_liked (ReknitActivityPoolPage *self,
           guint                   n)
{
  gboolean alone = get_alone (get_seats (self)) != 0;
  g_autofree char *title = NULL;

  if (n == 0)
    {
      gtk_label_set_label (self->liked_title, alone ? _("What Would You Like to Do?") : _("What Would You Both Like to Do?"));
      gtk_label_set_label (self->liked_line, alone ? _("Rate a few ideas. What you like is gathered here.")
                                                   : _("Rate a few ideas each. What you both would like to do is gathered here."));
      return;
    }
  title = alone ? g_strdup_printf (ngettext ("%u Idea You Like", "%u Ideas You Like", n), n)
                : g_strdup_printf (ngettext ("%u Idea You Both Like", "%u Ideas You Both Like", n), n);
  gtk_label_set_label (self->liked_title, title);
  gtk_label_set_label (self->liked_line, _("Can’t decide? Let chance choose. What you haven’t done lately comes first."));
}

static void
show_liked (ReknitActivityPoolPage *self)
{
  gint64 alone = get_alone (get_seats (self));
  g_autoptr (GPtrArray) matches = reknit_idea_pool_list_liked (get_store (self), alone);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  clear (self->liked_list);
  for (guint i = 0; i < matches->len; i++)
    {
      const ReknitIdeaMatch *match = matches->pdata[i];
      ReknitIdeaChoice *choice = reknit_idea_pool_find (get_store (self), match->idea);

      g_ptr_array_add (choices, choice);
      gtk_list_box_append (self->liked_list, reknit_liked_row_new (get_seats (self), match, choice));
    }
  say_liked (self, matches->len);
  reknit_idea_draw_set_choices (self->draw, get_seats (self), choices);
  gtk_widget_set_visible (GTK_WIDGET (self->liked_group), matches->len > 0);
  adw_preferences_group_set_title (self->liked_group, alone != 0 ? _("You Like") : _("You Both Like"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->liked_list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_group_get_title (self->liked_group), -1);
}

static void
show_own (ReknitActivityPoolPage *self)
{
  g_autoptr (ReknitQuery) query = reknit_own_idea_query ();
  g_autoptr (GPtrArray) own = reknit_store_all (get_store (self), query);

  clear (self->own_list);
  for (guint i = 0; i < own->len; i++)
    {
      gint64 id = reknit_record_get_id (own->pdata[i]);
      g_autofree char *traits = reknit_idea_text_traits ((ReknitIdeaTraits) reknit_record_get_integer (own->pdata[i], "traits"));
      const char *title = reknit_record_get_text (own->pdata[i], "title");
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title != NULL ? title : "", "subtitle", traits,
                                     "activatable", TRUE, "action-name", "practice.own-idea",
                                     "action-target", g_variant_new_int64 (id), NULL);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("reknit-edit-symbolic"));
      gtk_list_box_append (self->own_list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->own_list), own->len > 0);
}

/* What was skipped comes again after all others. */
static ReknitIdeaChoice *
find_next (ReknitActivityPoolPage *self)
{
  for (guint i = 0; i < self->unrated->len; i++)
    if (!g_hash_table_contains (self->skipped, reknit_idea_choice_get_key (self->unrated->pdata[i])))
      return self->unrated->pdata[i];
  g_hash_table_remove_all (self->skipped);
  return self->unrated->len > 0 ? self->unrated->pdata[0] : NULL;
}

static void
name_seat (GtkButton     *button,
           ReknitPartner *partner,
           gboolean       visible)
{
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (button), visible && partner != NULL);
  if (partner == NULL)
    return;
  label = g_strdup_printf (_("I Am %s"), reknit_partner_get_name (partner));
  gtk_button_set_label (button, label);
}

static void
show_question (ReknitActivityPoolPage *self)
{
  g_autofree char *traits = NULL;

  set_words (self->rate_eyebrow, self->asked != NULL ? _("Would You Like This?") : NULL);
  if (self->asked == NULL)
    {
      set_words (self->rate_title, _("All Rated"));
      set_words (self->rate_summary, _("You have said what you think of every idea. You can change your mind at any time."));
      set_words (self->rate_traits, NULL);
      set_words (self->rate_hint, NULL);
      return;
    }
  traits = reknit_idea_text_traits (reknit_idea_choice_get_traits (self->asked));
  set_words (self->rate_title, reknit_idea_choice_get_title (self->asked));
  set_words (self->rate_summary, reknit_idea_choice_get_summary (self->asked));
  set_words (self->rate_traits, traits);
  set_words (self->rate_hint, reknit_seats_has_couple (get_seats (self))
                                ? _("Only what you both would like to do is shown to both. A “No” stays yours. Keys: 1 to 4, S to skip.")
                                : _("Keys: 1 to 4, S to skip."));
}

static void
show_rating (ReknitActivityPoolPage *self)
{
  ReknitSeats *seats = get_seats (self);
  gint64 me = reknit_seats_get_current_id (seats);
  GActionMap *actions = reknit_practice_page_get_actions (REKNIT_PRACTICE_PAGE (self));

  g_clear_pointer (&self->unrated, g_ptr_array_unref);
  self->unrated = me != 0 ? reknit_idea_pool_list_unrated (get_store (self), me, self->chance) : g_ptr_array_new ();
  g_set_object (&self->asked, find_next (self));
  gtk_widget_set_visible (GTK_WIDGET (self->choices), self->asked != NULL);
  gtk_widget_set_visible (self->skip_button, self->asked != NULL);
  gtk_widget_set_visible (self->ratings_button, me != 0);
  name_seat (self->first_button, reknit_seats_get_first (seats), me == 0);
  name_seat (self->second_button, reknit_seats_get_second (seats), me == 0);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "rate")), self->asked != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "skip")), self->unrated->len > 1);
  if (me != 0)
    {
      show_question (self);
      return;
    }
  set_words (self->rate_eyebrow, _("Rate Ideas"));
  set_words (self->rate_title, _("Each From Your Own Seat"));
  set_words (self->rate_summary, _("What one of you thinks of an idea is not shown to the other, so that it can be said freely."));
  set_words (self->rate_traits, NULL);
  set_words (self->rate_hint, NULL);
}

static void
refresh (ReknitActivityPoolPage *self)
{
  show_liked (self);
  show_rating (self);
  show_own (self);
}

static void
on_store_changed (ReknitActivityPoolPage *self,
                  ReknitChangeSet        *changes)
{
  static const char *const tables[] = { "idea_refusals", "idea_rest_marks", "own_idea", "plan", "plan_details", "plan_impression", "partner" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (reknit_change_set_is_everything (changes) || reknit_change_set_has_table (changes, tables[i]))
      {
        refresh (self);
        return;
      }
}

static void
on_rated (ReknitActivityPoolPage *self)
{
  reknit_practice_page_undo_toast (REKNIT_PRACTICE_PAGE (self), _("Rated"));
}

static void
on_failed (ReknitActivityPoolPage *self,
           GError                 *error)
{
  reknit_practice_page_error_toast (REKNIT_PRACTICE_PAGE (self), error);
}

static void
on_rate (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ReknitActivityPoolPage *self = user_data;
  gint64 me = reknit_seats_get_current_id (get_seats (self));
  g_autoptr (GError) error = NULL;

  if (self->asked == NULL || me == 0 || reknit_practice_page_get_subpage (REKNIT_PRACTICE_PAGE (self)) != NULL)
    return;
  if (reknit_idea_rating_say (get_store (self), _("Rate Idea"), reknit_idea_choice_get_key (self->asked), me,
                              g_variant_get_string (parameter, NULL), &error))
    on_rated (self);
  else
    on_failed (self, error);
}

static void
on_skip (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ReknitActivityPoolPage *self = user_data;

  if (self->asked == NULL || reknit_practice_page_get_subpage (REKNIT_PRACTICE_PAGE (self)) != NULL)
    return;
  g_hash_table_add (self->skipped, g_strdup (reknit_idea_choice_get_key (self->asked)));
  show_rating (self);
}

static void
on_ratings (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  ReknitPracticePage *page = user_data;
  GtkWidget *view;

  if (reknit_seats_get_current (reknit_practice_page_get_seats (page)) == NULL)
    return;
  view = reknit_idea_ratings_view_new (reknit_practice_page_get_seats (page));
  g_signal_connect_object (view, "rated", G_CALLBACK (on_rated), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "failed", G_CALLBACK (on_failed), page, G_CONNECT_SWAPPED);
  reknit_practice_page_push (page, view, _("My Ratings"));
}

static void
on_own_done (ReknitActivityPoolPage *self,
             gboolean                deleted)
{
  reknit_practice_page_pop (REKNIT_PRACTICE_PAGE (self));
  reknit_practice_page_undo_toast (REKNIT_PRACTICE_PAGE (self), deleted ? _("Idea deleted") : _("Idea saved"));
}

static void
on_own_idea (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ReknitPracticePage *page = user_data;
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (ReknitOwnIdea) idea = id != 0 ? reknit_store_find (reknit_practice_page_get_store (page), REKNIT_TYPE_OWN_IDEA, id) : NULL;
  GtkWidget *form;

  if (id != 0 && idea == NULL)
    return;
  reknit_practice_page_drop_undo_toast (page);
  reknit_practice_page_pop_all (page);
  form = reknit_own_idea_form_new (reknit_practice_page_get_seats (page), idea);
  g_signal_connect_object (form, "done", G_CALLBACK (on_own_done), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "failed", G_CALLBACK (on_failed), page, G_CONNECT_SWAPPED);
  reknit_practice_page_push (page, form, idea != NULL ? _("Change Idea") : _("Add an Idea"));
  gtk_widget_grab_focus (form);
}

static void
add_choices (ReknitActivityPoolPage *self)
{
  for (guint i = 0; i < REKNIT_IDEA_N_RATINGS; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (reknit_idea_words_get_label (i));
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", reknit_idea_words_get_rating (i));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "practice.rate");
      gtk_widget_add_css_class (button, "reknit-idea-choice");
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
      gtk_flow_box_append (self->choices, child);
    }
}

static void
reknit_activity_pool_page_open_subject (ReknitPracticePage *page,
                                        const char         *table,
                                        gint64              id)
{
  if (g_str_equal (table, reknit_record_type_get_table (REKNIT_TYPE_OWN_IDEA)))
    g_action_group_activate_action (G_ACTION_GROUP (reknit_practice_page_get_actions (page)), "own-idea", g_variant_new_int64 (id));
}

static void
reknit_activity_pool_page_seat_changed (ReknitPracticePage *page)
{
  ReknitActivityPoolPage *self = REKNIT_ACTIVITY_POOL_PAGE (page);

  REKNIT_PRACTICE_PAGE_CLASS (reknit_activity_pool_page_parent_class)->seat_changed (page);
  reknit_practice_page_drop_undo_toast (page);
  g_hash_table_remove_all (self->skipped);
  refresh (self);
}

static void
reknit_activity_pool_page_constructed (GObject *object)
{
  static const GActionEntry entries[] = {
    { "rate", on_rate, "s" }, { "skip", on_skip }, { "ratings", on_ratings }, { "own-idea", on_own_idea, "x" },
  };
  ReknitActivityPoolPage *self = REKNIT_ACTIVITY_POOL_PAGE (object);

  G_OBJECT_CLASS (reknit_activity_pool_page_parent_class)->constructed (object);

  g_action_map_add_action_entries (reknit_practice_page_get_actions (REKNIT_PRACTICE_PAGE (self)),
                                   entries, G_N_ELEMENTS (entries), self);
  add_choices (self);
  reknit_idea_keys_add (REKNIT_PRACTICE_PAGE (self));
  reknit_practice_page_set_child (REKNIT_PRACTICE_PAGE (self), self->view);
  g_object_set (self->draw, "label", get_alone (get_seats (self)) != 0 ? _("Pick for Me") : _("Pick for Us"), NULL);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
reknit_activity_pool_page_dispose (GObject *object)
{
  ReknitActivityPoolPage *self = REKNIT_ACTIVITY_POOL_PAGE (object);

  reknit_practice_page_set_child (REKNIT_PRACTICE_PAGE (self), NULL);
  g_clear_pointer (&self->unrated, g_ptr_array_unref);
  g_clear_pointer (&self->skipped, g_hash_table_unref);
  g_clear_pointer (&self->chance, g_free);
  g_clear_object (&self->asked);
  G_OBJECT_CLASS (reknit_activity_pool_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  g_type_ensure (REKNIT_TYPE_IDEA_DRAW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-activity-pool-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, view);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, liked_title);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, liked_line);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, draw);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, rate_eyebrow);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, rate_title);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, rate_summary);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, rate_traits);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, rate_hint);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, choices);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, skip_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, ratings_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, second_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, liked_group);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, liked_list);
  gtk_widget_class_bind_template_child (widget_class, ReknitActivityPoolPage, own_list);
}

static void
reknit_activity_pool_page_class_init (ReknitActivityPoolPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = reknit_activity_pool_page_constructed;
  object_class->dispose = reknit_activity_pool_page_dispose;
  REKNIT_PRACTICE_PAGE_CLASS (klass)->open_subject = reknit_activity_pool_page_open_subject;
  REKNIT_PRACTICE_PAGE_CLASS (klass)->seat_changed = reknit_activity_pool_page_seat_changed;
  bind_children (widget_class);
}

static void
reknit_activity_pool_page_init (ReknitActivityPoolPage *self)
{
  self->skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->chance = g_uuid_string_random ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_activity_pool_page_get_asked:
 *
 * Returns: (transfer none) (nullable): what whoever sits here is asked about now
 */
ReknitIdeaChoice *
reknit_activity_pool_page_get_asked (ReknitActivityPoolPage *self)
{
  return self->asked;
}

static char *
describe (ReknitSeats    *seats,
          ReknitPractice *practice)
{
  gint64 alone = get_alone (seats);
  g_autoptr (GPtrArray) matches = reknit_idea_pool_list_liked (reknit_seats_get_store (seats), alone);

  if (matches->len == 0)
    return NULL;
  return alone != 0 ? g_strdup_printf (ngettext ("%u idea you like", "%u ideas you like", matches->len), matches->len)
                    : g_strdup_printf (ngettext ("%u idea you both like", "%u ideas you both like", matches->len), matches->len);
}

/**
 * reknit_activity_pool_page_register:
 *
 * Makes the page the one that works the tool "activity-pool".
 */
void
reknit_activity_pool_page_register (void)
{
  reknit_tools_register ("activity-pool", REKNIT_TYPE_ACTIVITY_POOL_PAGE);
  reknit_tools_register_live_line ("activity-pool", describe);
}
