#include "reknit-help-window.h"

#include "reknit-config.h"
#include "reknit-content.h"
#include "reknit-help-lines.h"
#include "reknit-title-below.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitHelpWindow:
 *
 * What Reknit is and for whom it is not, what it protects, and where help is. Ticks in the questions are kept nowhere:
 * they live in the check buttons and go with them.
 */
struct _ReknitHelpWindow
{
  AdwWindow          parent_instance;

  ReknitTitlePlace  *window_title;
  GtkWidget         *back_button;
  GtkScrolledWindow *scroller;
  GtkBox            *box;
};

typedef struct
{
  const char *id;
  const char *title;
  const char *icon_name;
  const char *sections[5];
  gboolean    has_lines;
} Topic;

static const Topic topics[] = {
  { "safe", N_("Are We Safe to Do This?"), "reknit-support-symbolic", { "safe" }, FALSE },
  { "self-check", N_("Questions for You Alone"), "reknit-check-symbolic", { "self-check", "self-check-after", "traces" }, TRUE },
  { "resources", N_("Where Help Is"), "reknit-resource-symbolic", { "traces" }, TRUE },
  { "crisis", N_("When It Is Too Much"), "reknit-warning-symbolic", { "crisis", "crisis-partner" }, TRUE },
  { "privacy", N_("What Is Protected, and What Is Not"), "reknit-lock-symbolic", { "privacy", "privacy-limits" }, FALSE },
  { "about", N_("What Reknit Is"), "reknit-strands-symbolic", { "welcome", "who-it-is-not-for" }, FALSE },
};

G_DEFINE_FINAL_TYPE (ReknitHelpWindow, reknit_help_window, ADW_TYPE_WINDOW)

static void
add_label (ReknitHelpWindow *self,
           const char       *text,
           const char       *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->box, label);
}

static GtkWidget *
make_check (const char *question)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", question, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f, "margin-start", 6, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  return check;
}

static void
add_section (ReknitHelpWindow *self,
             const char       *id)
{
  ReknitHelpSection *section = reknit_content_find_help (reknit_content_get_default (), id);
  const char *const *paragraphs = reknit_help_section_get_paragraphs (section);
  const char *const *questions = reknit_help_section_get_questions (section);

  add_label (self, reknit_help_section_get_title (section), "title-2");
  for (guint i = 0; paragraphs[i] != NULL; i++)
    add_label (self, paragraphs[i], NULL);
  for (guint i = 0; questions != NULL && questions[i] != NULL; i++)
    gtk_box_append (self->box, make_check (questions[i]));
}

static void
on_topic (ReknitHelpWindow *self,
          GtkWidget        *row)
{
  reknit_help_window_show_topic (self, gtk_widget_get_name (row));
}

static void
add_topic_row (ReknitHelpWindow *self,
               GtkListBox       *list,
               const Topic      *topic)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _(topic->title), "icon-name", topic->icon_name,
                                 "activatable", TRUE, "name", topic->id, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_topic), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (list, row);
}

static void
show_list (ReknitHelpWindow *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    add_topic_row (self, GTK_LIST_BOX (list), &topics[i]);
  gtk_box_append (self->box, list);
}

static void
show_topic (ReknitHelpWindow *self,
            const Topic      *topic)
{
  for (guint i = 0; topic->sections[i] != NULL; i++)
    add_section (self, topic->sections[i]);

  if (g_str_equal (topic->id, "safe"))
    {
      GtkWidget *list = gtk_list_box_new ();

      gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
      gtk_widget_add_css_class (list, "boxed-list");
      add_topic_row (self, GTK_LIST_BOX (list), &topics[1]);
      add_topic_row (self, GTK_LIST_BOX (list), &topics[2]);
      gtk_box_append (self->box, list);
    }
  if (topic->has_lines)
    gtk_box_append (self->box, reknit_help_lines_new ());
}

/* Whether a topic begins with its own name. */
static gboolean
titles_itself (const Topic *topic)
{
  ReknitHelpSection *section = reknit_content_find_help (reknit_content_get_default (), topic->sections[0]);

  return g_str_equal (reknit_help_section_get_title (section), _(topic->title));
}

static GtkWidget *
first_row (ReknitHelpWindow *self)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (gtk_widget_get_first_child (GTK_WIDGET (self->box))), 0));
}

static void
on_back (ReknitHelpWindow *self)
{
  reknit_help_window_show_topic (self, "");
}

static void
reknit_help_window_class_init (ReknitHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (REKNIT_TYPE_TITLE_BELOW);
  g_type_ensure (REKNIT_TYPE_TITLE_PLACE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitHelpWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, ReknitHelpWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitHelpWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, ReknitHelpWindow, box);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
}

static void
reknit_help_window_init (ReknitHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_help_window_new:
 *
 * Returns: (transfer floating): an empty window; show a topic
 */
GtkWidget *
reknit_help_window_new (void)
{
  return g_object_new (REKNIT_TYPE_HELP_WINDOW, NULL);
}

/**
 * reknit_help_window_show_topic:
 * @topic: a topic; "", or one that there is not, for the list of them
 *
 * Shows a topic from its top. What was ticked before is gone.
 */
void
reknit_help_window_show_topic (ReknitHelpWindow *self,
                               const char       *topic)
{
  const Topic *found = NULL;
  GtkWidget *child;

  for (guint i = 0; i < G_N_ELEMENTS (topics) && found == NULL; i++)
    if (g_str_equal (topics[i].id, topic))
      found = &topics[i];

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  reknit_title_place_set_title (self->window_title, found != NULL ? _(found->title) : _("Help"));
  reknit_title_place_set_titled (self->window_title, found != NULL && titles_itself (found));
  gtk_widget_set_visible (self->back_button, found != NULL);
  if (found != NULL)
    show_topic (self, found);
  else
    show_list (self);

  /* Never at first on the way out, which one key would take. A text is scrolled by the keys, a list is walked. */
  if (found != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
  else
    gtk_widget_grab_focus (first_row (self));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * reknit_help_window_present:
 * @application: the application
 * @topic: a topic, or ""
 *
 * Shows a topic in the help window, which is opened if it is not yet.
 */
void
reknit_help_window_present (GtkApplication *application,
                            const char     *topic)
{
  GtkWindow *window = NULL;

  for (GList *l = gtk_application_get_windows (application); l != NULL && window == NULL; l = l->next)
    if (REKNIT_IS_HELP_WINDOW (l->data))
      window = l->data;

  if (window == NULL)
    {
      window = GTK_WINDOW (reknit_help_window_new ());
      gtk_window_set_transient_for (window, gtk_application_get_active_window (application));
      gtk_window_set_application (window, application);
    }
  reknit_help_window_show_topic (REKNIT_HELP_WINDOW (window), topic);
  gtk_window_present (window);
}
