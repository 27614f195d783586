#include "reknit-idea-row.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-idea-text.h"

/**
 * ReknitIdeaRow:
 *
 * An idea that was found, with what it asks for: pressed, it is planned; its button says “not now” to it.
 */
struct _ReknitIdeaRow
{
  GtkListBoxRow     parent_instance;

  ReknitIdeaChoice *choice;

  GtkLabel         *title;
  GtkLabel         *subtitle;
  GtkWidget        *not_now_button;
};

enum { NOT_NOW, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitIdeaRow, reknit_idea_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_not_now (ReknitIdeaRow *self)
{
  g_signal_emit (self, signals[NOT_NOW], 0);
}

static void
reknit_idea_row_finalize (GObject *object)
{
  g_clear_object (&REKNIT_IDEA_ROW (object)->choice);
  G_OBJECT_CLASS (reknit_idea_row_parent_class)->finalize (object);
}

static void
reknit_idea_row_class_init (ReknitIdeaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = reknit_idea_row_finalize;
  signals[NOT_NOW] = g_signal_new ("not-now", REKNIT_TYPE_IDEA_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-idea-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaRow, title);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaRow, not_now_button);
  gtk_widget_class_bind_template_callback (widget_class, on_not_now);
}

static void
reknit_idea_row_init (ReknitIdeaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_subtitle (ReknitIdeaRow *self)
{
  const char *summary = reknit_idea_choice_get_summary (self->choice);
  g_autofree char *traits = reknit_idea_text_traits (reknit_idea_choice_get_traits (self->choice));
  gboolean has_summary = summary != NULL && *summary != '\0';
  gboolean has_traits = *traits != '\0';
  g_autofree char *text = g_strconcat (has_summary ? summary : "", has_summary && has_traits ? "\n" : "", traits, NULL);

  gtk_label_set_label (self->subtitle, text);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *text != '\0');
  /* The two meet in the middle; one alone stands there. */
  gtk_label_set_yalign (self->title, *text != '\0' ? 1.0f : 0.5f);
}

/**
 * reknit_idea_row_new:
 * @choice: an idea
 *
 * The row tells by the signal #ReknitIdeaRow::not-now that the idea is to rest.
 *
 * Returns: (transfer floating): a row that plans the idea
 */
GtkWidget *
reknit_idea_row_new (ReknitIdeaChoice *choice)
{
  ReknitIdeaRow *self = g_object_new (REKNIT_TYPE_IDEA_ROW, NULL);
  /* Translators: %s is an idea that is not to be suggested now */
  g_autofree char *name = g_strdup_printf (_("Not Now: %s"), reknit_idea_choice_get_title (choice));

  self->choice = g_object_ref (choice);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", reknit_idea_choice_get_key (choice));
  gtk_label_set_label (self->title, reknit_idea_choice_get_title (choice));
  show_subtitle (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->not_now_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/**
 * reknit_idea_row_get_choice:
 *
 * Returns: (transfer none): the idea that it shows
 */
ReknitIdeaChoice *
reknit_idea_row_get_choice (ReknitIdeaRow *self)
{
  return self->choice;
}
