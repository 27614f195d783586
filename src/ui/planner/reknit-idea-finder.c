#include "reknit-idea-finder.h"

#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-drop-down.h"
#include "reknit-first-items.h"
#include "reknit-idea-draw.h"
#include "reknit-idea-not-now.h"
#include "reknit-idea-resting.h"
#include "reknit-idea-row.h"
#include "reknit-idea-text.h"
#include "reknit-place.h"
#include "reknit-template.h"
#include "reknit-toasts.h"
#include "reknit-wrap-box.h"

/* As many as one looks through; the rest on demand. */
#define N_AT_FIRST 30

/**
 * ReknitIdeaFinder:
 *
 * Finds something to do by what it asks for: filters that add up, and a list that follows them. An idea is planned by
 * the action planner.plan-idea.
 */
struct _ReknitIdeaFinder
{
  GtkWidget           parent_instance;

  ReknitSeats        *seats;
  GListStore         *ideas;
  GtkCustomFilter    *filter;
  GListModel         *finds;
  ReknitFirstItems   *shown;
  GHashTable         *left_out;
  ReknitIdeaTraits    wanted;
  GtkDropDown        *drop_downs[REKNIT_IDEA_N_FACETS];
  guint               loosen;

  ReknitWrapBox      *filters;
  ReknitIdeaDraw     *draw;
  GtkWidget          *count_box;
  GtkLabel           *count_label;
  GtkWidget          *clear_button;
  GtkListBox         *list;
  GtkWidget          *more_button;
  GtkWidget          *empty;
  GtkLabel           *empty_label;
  GtkButton          *loosen_button;
  ReknitIdeaResting  *resting;
};

G_DEFINE_FINAL_TYPE (ReknitIdeaFinder, reknit_idea_finder, GTK_TYPE_WIDGET)

static ReknitStore *
get_store (ReknitIdeaFinder *self)
{
  return reknit_seats_get_store (self->seats);
}

static gboolean
is_suggested (ReknitIdeaFinder *self,
              ReknitIdeaChoice *choice,
              ReknitIdeaTraits  wanted)
{
  return reknit_idea_traits_match (reknit_idea_choice_get_traits (choice), wanted)
         && !g_hash_table_contains (self->left_out, reknit_idea_choice_get_key (choice));
}

static gboolean
filter_func (gpointer item,
             gpointer user_data)
{
  ReknitIdeaFinder *self = user_data;

  return self->left_out != NULL && is_suggested (self, item, self->wanted);
}

static guint
count_with (ReknitIdeaFinder *self,
            ReknitIdeaTraits  wanted)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->ideas)); i++)
    {
      g_autoptr (ReknitIdeaChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->ideas), i);

      n += is_suggested (self, choice, wanted);
    }
  return n;
}

/* The filter that stands in the way of most. */
static void
show_empty (ReknitIdeaFinder *self)
{
  const ReknitIdeaFacet *facet;
  g_autofree char *text = NULL;
  guint most = 0;

  for (guint i = 0; i < REKNIT_IDEA_N_FACETS; i++)
    if ((self->wanted & reknit_idea_text_get_facet (i)->mask) != 0)
      {
        guint n = count_with (self, self->wanted & ~reknit_idea_text_get_facet (i)->mask);

        if (n > most)
          self->loosen = i;
        most = MAX (most, n);
      }
  facet = reknit_idea_text_get_facet (self->loosen);
  gtk_widget_set_visible (GTK_WIDGET (self->loosen_button), most > 0);
  if (most == 0)
    {
      gtk_label_set_label (self->empty_label, _("Nothing fits all of this. Clear the filters and begin with one."));
      return;
    }
  /* Translators: %s is what a filter is about: “Season”; %u is how many ideas there would be without it */
  text = g_strdup_printf (ngettext ("Nothing fits all of this. Without “%s” there would be %u idea.",
                                    "Nothing fits all of this. Without “%s” there would be %u ideas.", most),
                          _(facet->name), most);
  gtk_label_set_label (self->empty_label, text);
  gtk_button_set_label (self->loosen_button, _(facet->any));
}

static void
show_finds (ReknitIdeaFinder *self)
{
  guint n = g_list_model_get_n_items (self->finds);
  g_autofree char *text = g_strdup_printf (ngettext ("%u Idea", "%u Ideas", n), n);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (choices, g_list_model_get_item (self->finds, i));
  reknit_idea_draw_set_choices (self->draw, self->seats, choices);
  gtk_widget_set_visible (GTK_WIDGET (self->draw), n > 0);
  /* That there is none is said in words, below. */
  gtk_label_set_label (self->count_label, n > 0 ? text : "");
  gtk_widget_set_visible (self->clear_button, self->wanted != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->more_button, n > reknit_first_items_get_limit (self->shown));
  gtk_widget_set_visible (self->empty, n == 0);
  if (n == 0)
    show_empty (self);
}

static void
refilter (ReknitIdeaFinder *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_finds (self);
}

static ReknitIdeaTraits
read_wanted (ReknitIdeaFinder *self)
{
  ReknitIdeaTraits wanted = 0;

  for (guint i = 0; i < REKNIT_IDEA_N_FACETS; i++)
    {
      guint selected = gtk_drop_down_get_selected (self->drop_downs[i]);

      if (selected > 0 && selected != GTK_INVALID_LIST_POSITION)
        wanted |= reknit_idea_text_get_facet (i)->values[selected - 1].trait;
    }
  return wanted;
}

static void
on_wanted (ReknitIdeaFinder *self)
{
  ReknitIdeaTraits wanted;

  /* They tell of their choices while they are still being made. */
  if (self->drop_downs[REKNIT_IDEA_N_FACETS - 1] == NULL || self->seats == NULL)
    return;
  wanted = read_wanted (self);
  if (wanted == self->wanted)
    return;
  self->wanted = wanted;
  reknit_first_items_set_limit (self->shown, N_AT_FIRST);
  refilter (self);
}

static void
on_clear (ReknitIdeaFinder *self)
{
  reknit_idea_finder_set_wanted (self, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->drop_downs[0]));
}

static void
on_loosen (ReknitIdeaFinder *self)
{
  GtkWidget *drop_down = GTK_WIDGET (self->drop_downs[self->loosen]);

  reknit_idea_finder_set_wanted (self, self->wanted & ~reknit_idea_text_get_facet (self->loosen)->mask);
  gtk_widget_grab_focus (drop_down);
}

static void
on_more (ReknitIdeaFinder *self)
{
  GtkListBoxRow *first;

  reknit_first_items_set_limit (self->shown, G_MAXUINT);
  first = gtk_list_box_get_row_at_index (self->list, N_AT_FIRST);
  /* It comes where the button was, but has no place yet that could be scrolled to. */
  if (first != NULL)
    reknit_place_enter (GTK_WIDGET (first));
  show_finds (self);
}

/* The focus goes to what comes in its place. */
static void
on_not_now (ReknitIdeaRow    *row,
            ReknitIdeaFinder *self)
{
  g_autofree char *key = g_strdup (reknit_idea_choice_get_key (reknit_idea_row_get_choice (row)));
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  reknit_idea_not_now (GTK_WIDGET (self), self->seats, key);
  next = gtk_list_box_get_row_at_index (self->list, place);
  if (next == NULL)
    next = gtk_list_box_get_row_at_index (self->list, place - 1);
  gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : GTK_WIDGET (self));
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = reknit_idea_row_new (item);

  g_signal_connect_object (row, "not-now", G_CALLBACK (on_not_now), user_data, 0);
  return row;
}

static void
read_ideas (ReknitIdeaFinder *self)
{
  g_autoptr (GPtrArray) choices = reknit_idea_pool_list (get_store (self));

  g_list_store_splice (self->ideas, 0, g_list_model_get_n_items (G_LIST_MODEL (self->ideas)), choices->pdata, choices->len);
}

static void
read_left_out (ReknitIdeaFinder *self)
{
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  self->left_out = reknit_idea_pool_left_out (get_store (self), reknit_seats_get_current_id (self->seats));
  reknit_idea_resting_show (self->resting, self->seats);
}

static void
on_store_changed (ReknitIdeaFinder *self,
                  ReknitChangeSet  *changes)
{
  gboolean everything = reknit_change_set_is_everything (changes);

  if (everything || reknit_change_set_has_table (changes, "own_idea"))
    read_ideas (self);
  if (everything || reknit_change_set_has_table (changes, "own_idea") || reknit_change_set_has_table (changes, "idea_refusals")
      || reknit_change_set_has_table (changes, "idea_rest_marks"))
    {
      read_left_out (self);
      refilter (self);
    }
}

static void
add_filters (ReknitIdeaFinder *self)
{
  for (guint i = 0; i < REKNIT_IDEA_N_FACETS; i++)
    {
      const ReknitIdeaFacet *facet = reknit_idea_text_get_facet (i);
      GtkStringList *labels = gtk_string_list_new (NULL);

      gtk_string_list_append (labels, _(facet->any));
      for (guint j = 0; j < G_N_ELEMENTS (facet->values) && facet->values[j].trait != 0; j++)
        gtk_string_list_append (labels, reknit_idea_text_get_label (&facet->values[j]));
      self->drop_downs[i] = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (labels), NULL));
      reknit_drop_down_set_label (self->drop_downs[i], _(facet->name));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_downs[i]), _(facet->name));
      g_signal_connect_object (self->drop_downs[i], "notify::selected", G_CALLBACK (on_wanted), self, G_CONNECT_SWAPPED);
      reknit_wrap_box_append (self->filters, GTK_WIDGET (self->drop_downs[i]));
    }
}

static gboolean
reknit_idea_finder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (REKNIT_IDEA_FINDER (widget)->drop_downs[0]));
}

/* What was set aside is not to be read of in another seat. */
static void
reknit_idea_finder_unmap (GtkWidget *widget)
{
  reknit_toast_drop_undo (widget);
  GTK_WIDGET_CLASS (reknit_idea_finder_parent_class)->unmap (widget);
}

static void
reknit_idea_finder_dispose (GObject *object)
{
  ReknitIdeaFinder *self = REKNIT_IDEA_FINDER (object);

  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_IDEA_FINDER);
  /* The filter asks this view, which may be outlived by it. */
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->shown);
  g_clear_object (&self->finds);
  g_clear_object (&self->filter);
  g_clear_object (&self->ideas);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_idea_finder_parent_class)->dispose (object);
}

static void
reknit_idea_finder_class_init (ReknitIdeaFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_idea_finder_dispose;
  widget_class->grab_focus = reknit_idea_finder_grab_focus;
  widget_class->unmap = reknit_idea_finder_unmap;
  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  g_type_ensure (REKNIT_TYPE_IDEA_DRAW);
  g_type_ensure (REKNIT_TYPE_IDEA_RESTING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-idea-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaFinder, filters);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaFinder, draw);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaFinder, count_box);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaFinder, count_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaFinder, clear_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaFinder, list);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaFinder, more_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaFinder, empty);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaFinder, empty_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaFinder, loosen_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaFinder, resting);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_loosen);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
}

static void
reknit_idea_finder_init (ReknitIdeaFinder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->ideas = g_list_store_new (REKNIT_TYPE_IDEA_CHOICE);
  self->filter = gtk_custom_filter_new (filter_func, self, NULL);
  self->finds = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->ideas)), g_object_ref (GTK_FILTER (self->filter))));
  self->shown = reknit_first_items_new (self->finds, N_AT_FIRST);
  add_filters (self);
}

/**
 * reknit_idea_finder_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): the finder, with all filters open
 */
GtkWidget *
reknit_idea_finder_new (ReknitSeats *seats)
{
  ReknitIdeaFinder *self = g_object_new (REKNIT_TYPE_IDEA_FINDER, NULL);

  self->seats = g_object_ref (seats);
  read_left_out (self);
  read_ideas (self);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), create_row, self, NULL);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  show_finds (self);
  return GTK_WIDGET (self);
}

/**
 * reknit_idea_finder_get_wanted:
 *
 * Returns: what is looked for
 */
ReknitIdeaTraits
reknit_idea_finder_get_wanted (ReknitIdeaFinder *self)
{
  return self->wanted;
}

/**
 * reknit_idea_finder_set_wanted:
 * @wanted: what to look for, at most one value of each facet
 *
 * Sets the filters.
 */
void
reknit_idea_finder_set_wanted (ReknitIdeaFinder *self,
                               ReknitIdeaTraits  wanted)
{
  for (guint i = 0; i < REKNIT_IDEA_N_FACETS; i++)
    {
      const ReknitIdeaFacet *facet = reknit_idea_text_get_facet (i);
      guint selected = 0;

      for (guint j = 0; j < G_N_ELEMENTS (facet->values) && facet->values[j].trait != 0; j++)
        if ((wanted & facet->values[j].trait) != 0)
          selected = j + 1;
      gtk_drop_down_set_selected (self->drop_downs[i], selected);
    }
}

/**
 * reknit_idea_finder_get_finds:
 *
 * Returns: (transfer none): the #ReknitIdeaChoice that fit
 */
GListModel *
reknit_idea_finder_get_finds (ReknitIdeaFinder *self)
{
  return self->finds;
}
