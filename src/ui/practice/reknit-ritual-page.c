#include "reknit-ritual-page.h"

#include "reknit-config.h"
#include "reknit-content.h"
#include "reknit-local-time.h"
#include "reknit-new-day.h"
#include "reknit-ritual-days.h"
#include "reknit-ritual-form.h"
#include "reknit-ritual-marks.h"
#include "reknit-ritual-text.h"
#include "reknit-ritual-view.h"
#include "reknit-tools.h"

#include <glib/gi18n-lib.h>

/* More than that at once is a wall of text; each day begins at another place. */
#define N_SUGGESTIONS 4

/**
 * ReknitRitualPage:
 *
 * A practice that keeps rituals: those of today with their marks, the others, suggestions, and those that were let go.
 */
struct _ReknitRitualPage
{
  ReknitPracticePage  parent_instance;

  ReknitQueryList    *kept;
  ReknitQueryList    *ended;
  GtkWidget          *empty;
  GtkWidget          *kept_group;
  GtkListBox         *kept_list;
  GtkListBox         *ideas;
  GtkWidget          *ideas_group;
  GtkWidget          *ended_group;
  GtkListBox         *ended_list;
};

G_DEFINE_FINAL_TYPE (ReknitRitualPage, reknit_ritual_page, REKNIT_TYPE_PRACTICE_PAGE)

static const char *
get_kind (ReknitRitualPage *self)
{
  return reknit_ritual_text_kind (reknit_practice_page_get_practice (REKNIT_PRACTICE_PAGE (self)));
}

static void
on_saved (ReknitPracticePage *page)
{
  reknit_practice_page_pop (page);
  reknit_practice_page_undo_toast (page, _("Ritual saved"));
}

static void
open_form (ReknitPracticePage *page,
           ReknitRitual       *ritual,
           ReknitSuggestion   *suggestion)
{
  GtkWidget *form = reknit_ritual_form_new (page, ritual);

  reknit_practice_page_drop_undo_toast (page);
  if (suggestion != NULL)
    reknit_ritual_form_suggest (REKNIT_RITUAL_FORM (form), suggestion);
  g_signal_connect_object (form, "done", G_CALLBACK (on_saved), page, G_CONNECT_SWAPPED);
  reknit_practice_page_push (page, form, ritual != NULL ? _("Change Ritual") : _("New Ritual"));
}

static void
on_edit (ReknitPracticePage *page,
         ReknitRitualView   *view)
{
  open_form (page, reknit_ritual_view_get_ritual (view), NULL);
}

static void
open_view (ReknitPracticePage *page,
           ReknitRitual       *ritual)
{
  GtkWidget *view = reknit_ritual_view_new (page, ritual);

  reknit_practice_page_pop_all (page);
  g_signal_connect_object (view, "edit", G_CALLBACK (on_edit), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "gone", G_CALLBACK (reknit_practice_page_pop_all), page, G_CONNECT_SWAPPED);
  reknit_practice_page_push (page, view, _("Ritual"));
}

static void
on_row (ReknitPracticePage *page,
        GtkListBoxRow      *row)
{
  open_view (page, g_object_get_data (G_OBJECT (row), "reknit-ritual"));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "hexpand", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
show_facts (GtkWidget *row)
{
  g_autofree char *facts = reknit_ritual_text_facts (g_object_get_data (G_OBJECT (row), "reknit-ritual"));

  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "reknit-facts"), facts);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  ReknitPracticePage *page = user_data;
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  const char *deed = reknit_record_get_text (item, "deed");
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *facts = make_label (NULL, "caption");
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4, "margin-top", 12,
                                 "margin-bottom", 12, "margin-start", 12, "margin-end", 12, NULL);

  gtk_widget_add_css_class (facts, "dim-label");
  gtk_box_append (GTK_BOX (box), make_label (deed, NULL));
  gtk_box_append (GTK_BOX (box), facts);
  if (reknit_record_get_integer (item, "ended") == 0 && reknit_ritual_is_due (item, now))
    {
      GtkWidget *marks = reknit_ritual_marks_new (reknit_practice_page_get_seats (page), item, now, FALSE);

      gtk_widget_set_margin_top (marks, 6);
      gtk_box_append (GTK_BOX (box), marks);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, deed, -1);
  g_object_set_data_full (G_OBJECT (row), "reknit-ritual", g_object_ref (item), g_object_unref);
  g_object_set_data (G_OBJECT (row), "reknit-facts", facts);
  show_facts (row);
  return row;
}

static void
on_idea (ReknitPracticePage *page,
         GtkListBoxRow      *row)
{
  open_form (page, NULL, g_object_get_data (G_OBJECT (row), "reknit-suggestion"));
}

static void
append_idea (ReknitRitualPage *self,
             ReknitSuggestion *suggestion)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", reknit_suggestion_get_text (suggestion),
                                 "subtitle", reknit_suggestion_get_cue (suggestion), "use-markup", FALSE,
                                 "activatable", TRUE, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "reknit-add-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  g_object_set_data_full (G_OBJECT (row), "reknit-suggestion", g_object_ref (suggestion), g_object_unref);
  gtk_list_box_append (self->ideas, row);
}

/* Touch is offered only where both have said that they welcome it, which the comfort maps will know. */
static void
fill_ideas (ReknitRitualPage *self)
{
  GListModel *model = g_str_equal (get_kind (self), REKNIT_RITUAL_DAILY)
                      ? reknit_content_get_suggestions (reknit_content_get_default (), "daily-rituals") : NULL;
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0;
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  guint first = n > 0 ? (guint) g_date_time_get_day_of_year (now) * N_SUGGESTIONS % n : 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->ideas))) != NULL)
    gtk_list_box_remove (self->ideas, row);
  gtk_widget_set_visible (self->ideas_group, n > 0);
  for (guint i = 0; i < MIN (n, N_SUGGESTIONS); i++)
    {
      g_autoptr (ReknitSuggestion) suggestion = g_list_model_get_item (model, (first + i) % n);

      append_idea (self, suggestion);
    }
}

static void
refresh (ReknitRitualPage *self)
{
  guint n_kept = g_list_model_get_n_items (G_LIST_MODEL (self->kept));

  gtk_widget_set_visible (self->empty, n_kept == 0);
  gtk_widget_set_visible (self->kept_group, n_kept > 0);
  gtk_widget_set_visible (self->ended_group, g_list_model_get_n_items (G_LIST_MODEL (self->ended)) > 0);
}

/* A row is made anew where its ritual was changed, or is somebody else's to mark. */
static void
bind_rows (ReknitRitualPage *self)
{
  gtk_list_box_bind_model (self->kept_list, G_LIST_MODEL (self->kept), create_row, self, NULL);
  gtk_list_box_bind_model (self->ended_list, G_LIST_MODEL (self->ended), create_row, self, NULL);
}

/* The marks follow the store by themselves, and one of them may have the focus. */
static void
refresh_facts (ReknitRitualPage *self)
{
  GtkListBox *lists[] = { self->kept_list, self->ended_list };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (lists[i])); row != NULL; row = gtk_widget_get_next_sibling (row))
      if (GTK_IS_LIST_BOX_ROW (row))
        show_facts (row);
}

static void
on_changed (ReknitRitualPage *self,
            ReknitChangeSet  *changes)
{
  if (reknit_change_set_is_everything (changes) || reknit_change_set_has_table (changes, "ritual")
      || reknit_change_set_has_table (changes, "partner"))
    bind_rows (self);
  else if (reknit_change_set_has_table (changes, "ritual_mark"))
    refresh_facts (self);
}

static void
on_new_day (gpointer data)
{
  bind_rows (data);
  fill_ideas (data);
}

static void
on_new (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  open_form (user_data, NULL, NULL);
}

static void
reknit_ritual_page_open_subject (ReknitPracticePage *page,
                                 const char         *table,
                                 gint64              id)
{
  g_autoptr (ReknitRitual) ritual =
    g_str_equal (table, "ritual") ? reknit_store_find (reknit_practice_page_get_store (page), REKNIT_TYPE_RITUAL, id) : NULL;

  if (ritual != NULL)
    open_view (page, ritual);
}

static void
reknit_ritual_page_seat_changed (ReknitPracticePage *page)
{
  REKNIT_PRACTICE_PAGE_CLASS (reknit_ritual_page_parent_class)->seat_changed (page);
  bind_rows (REKNIT_RITUAL_PAGE (page));
}

static void
reknit_ritual_page_constructed (GObject *object)
{
  static const GActionEntry entries[] = { { "new-ritual", on_new } };
  ReknitRitualPage *self = REKNIT_RITUAL_PAGE (object);
  ReknitPracticePage *page = REKNIT_PRACTICE_PAGE (object);
  ReknitStore *store = reknit_practice_page_get_store (page);
  g_autoptr (ReknitQuery) kept = reknit_ritual_query_kept (get_kind (self));
  g_autoptr (ReknitQuery) ended = reknit_ritual_query_ended (get_kind (self));

  G_OBJECT_CLASS (reknit_ritual_page_parent_class)->constructed (object);
  g_action_map_add_action_entries (reknit_practice_page_get_actions (page), entries, G_N_ELEMENTS (entries), self);
  self->kept = reknit_query_list_new (store, kept);
  self->ended = reknit_query_list_new (store, ended);
  bind_rows (self);
  fill_ideas (self);
  g_signal_connect_object (self->kept, "items-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ended, "items-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  refresh (self);
  reknit_new_day_watch (self, G_CALLBACK (on_new_day));
}

static void
reknit_ritual_page_dispose (GObject *object)
{
  ReknitRitualPage *self = REKNIT_RITUAL_PAGE (object);

  reknit_practice_page_set_child (REKNIT_PRACTICE_PAGE (self), NULL);
  g_clear_object (&self->kept);
  g_clear_object (&self->ended);
  G_OBJECT_CLASS (reknit_ritual_page_parent_class)->dispose (object);
}

static void
reknit_ritual_page_class_init (ReknitRitualPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = reknit_ritual_page_constructed;
  object_class->dispose = reknit_ritual_page_dispose;
  REKNIT_PRACTICE_PAGE_CLASS (klass)->open_subject = reknit_ritual_page_open_subject;
  REKNIT_PRACTICE_PAGE_CLASS (klass)->seat_changed = reknit_ritual_page_seat_changed;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-ritual-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitRitualPage, empty);
  gtk_widget_class_bind_template_child (widget_class, ReknitRitualPage, kept_group);
  gtk_widget_class_bind_template_child (widget_class, ReknitRitualPage, kept_list);
  gtk_widget_class_bind_template_child (widget_class, ReknitRitualPage, ideas);
  gtk_widget_class_bind_template_child (widget_class, ReknitRitualPage, ideas_group);
  gtk_widget_class_bind_template_child (widget_class, ReknitRitualPage, ended_group);
  gtk_widget_class_bind_template_child (widget_class, ReknitRitualPage, ended_list);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
  gtk_widget_class_bind_template_callback (widget_class, on_idea);
}

static void
reknit_ritual_page_init (ReknitRitualPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_ritual_page_register:
 *
 * Makes the page the one that works the tool "ritual".
 */
void
reknit_ritual_page_register (void)
{
  reknit_tools_register ("ritual", REKNIT_TYPE_RITUAL_PAGE);
  reknit_tools_register_live_line ("ritual", reknit_ritual_text_for_card);
}
