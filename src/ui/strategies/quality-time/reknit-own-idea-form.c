#include "reknit-own-idea-form.h"

#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-choice-row.h"
#include "reknit-draft-keeper.h"
#include "reknit-idea-text.h"
#include "reknit-template.h"
#include "reknit-wrap-box.h"

#define MAX_TITLE 120
#define MAX_SUMMARY 300

/**
 * ReknitOwnIdeaForm:
 *
 * An idea of the couple’s own: what it is, and what it asks for.
 */
struct _ReknitOwnIdeaForm
{
  GtkWidget            parent_instance;

  ReknitSeats         *seats;
  ReknitOwnIdea       *idea;
  ReknitDraftKeeper   *keeper;
  ReknitChoiceRow     *facets[REKNIT_IDEA_N_FACETS];

  GtkWidget           *title_row;
  GtkWidget           *summary_row;
  GtkLabel            *message;
  AdwPreferencesGroup *traits_group;
  GtkWidget           *delete_button;
};

enum { DONE, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitOwnIdeaForm, reknit_own_idea_form, GTK_TYPE_WIDGET)

static void
say_at (ReknitOwnIdeaForm *self,
        GtkWidget         *row,
        const char        *message)
{
  GtkWidget *rows[] = { self->title_row, self->summary_row };

  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean wrong = message != NULL && rows[i] == row;

      if (wrong)
        gtk_widget_add_css_class (rows[i], "error");
      else
        gtk_widget_remove_css_class (rows[i], "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (rows[i]), GTK_ACCESSIBLE_STATE_INVALID,
                                   wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
    }
  if (message != NULL)
    gtk_widget_grab_focus (row);
}

static void
on_words (ReknitOwnIdeaForm *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->message)))
    say_at (self, NULL, NULL);
}

static char *
dup_words (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
check (ReknitOwnIdeaForm *self)
{
  g_autofree char *title = dup_words (self->title_row);
  g_autofree char *summary = dup_words (self->summary_row);

  if (*title == '\0')
    say_at (self, self->title_row, _("Say in a few words what it is."));
  else if (g_utf8_strlen (title, -1) > MAX_TITLE)
    say_at (self, self->title_row, _("That is too long for a title. There is room for more below it."));
  else if (g_utf8_strlen (summary, -1) > MAX_SUMMARY)
    say_at (self, self->summary_row, _("That is too long. A sentence or two is enough."));
  else
    return TRUE;
  return FALSE;
}

static ReknitIdeaTraits
read_traits (ReknitOwnIdeaForm *self)
{
  gint64 traits = 0;

  for (guint i = 0; i < REKNIT_IDEA_N_FACETS; i++)
    {
      const char *choice = reknit_choice_row_get_choice (self->facets[i]);

      traits |= choice != NULL ? g_ascii_strtoll (choice, NULL, 10) : 0;
    }
  return (ReknitIdeaTraits) traits;
}

static gboolean
save (ReknitOwnIdeaForm  *self,
      GError            **error)
{
  const char *label = reknit_record_is_stored (REKNIT_RECORD (self->idea)) ? _("Change Idea") : _("Add Idea");
  g_autofree char *title = dup_words (self->title_row);
  g_autofree char *summary = dup_words (self->summary_row);

  g_object_set (self->idea, "title", title, "summary", summary, "traits", (gint64) read_traits (self), NULL);
  return reknit_store_save_once (reknit_seats_get_store (self->seats), label, self->idea, error);
}

static void
on_save (ReknitOwnIdeaForm *self)
{
  g_autoptr (ReknitOwnIdeaForm) keep = g_object_ref (self);
  g_autoptr (GError) error = NULL;

  if (!check (self))
    return;
  if (!save (self, &error))
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  reknit_draft_keeper_drop (self->keeper);
  g_signal_emit (self, signals[DONE], 0, FALSE);
}

static void
on_delete (ReknitOwnIdeaForm *self)
{
  g_autoptr (ReknitOwnIdeaForm) keep = g_object_ref (self);
  g_autoptr (GError) error = NULL;

  if (!reknit_store_delete (reknit_seats_get_store (self->seats), _("Delete Idea"), self->idea, &error))
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  reknit_draft_keeper_drop (self->keeper);
  g_signal_emit (self, signals[DONE], 0, TRUE);
}

static void
add_facets (ReknitOwnIdeaForm *self)
{
  for (guint i = 0; i < REKNIT_IDEA_N_FACETS; i++)
    {
      const ReknitIdeaFacet *facet = reknit_idea_text_get_facet (i);

      self->facets[i] = g_object_new (REKNIT_TYPE_CHOICE_ROW, "title", _(facet->name), NULL);
      reknit_choice_row_add (self->facets[i], "0", C_("what an idea asks for", "Open"));
      for (guint j = 0; j < G_N_ELEMENTS (facet->values) && facet->values[j].trait != 0; j++)
        {
          g_autofree char *key = g_strdup_printf ("%u", (guint) facet->values[j].trait);

          reknit_choice_row_add (self->facets[i], key, reknit_idea_text_get_label (&facet->values[j]));
        }
      adw_preferences_group_add (self->traits_group, GTK_WIDGET (self->facets[i]));
    }
}

static gboolean
reknit_own_idea_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (REKNIT_OWN_IDEA_FORM (widget)->title_row);
}

static void
reknit_own_idea_form_dispose (GObject *object)
{
  ReknitOwnIdeaForm *self = REKNIT_OWN_IDEA_FORM (object);

  if (self->keeper != NULL && reknit_draft_keeper_is_open (self->keeper))
    reknit_draft_keeper_close (self->keeper);
  g_clear_object (&self->keeper);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_OWN_IDEA_FORM);
  g_clear_object (&self->idea);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_own_idea_form_parent_class)->dispose (object);
}

static void
reknit_own_idea_form_class_init (ReknitOwnIdeaFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_own_idea_form_dispose;
  widget_class->grab_focus = reknit_own_idea_form_grab_focus;
  signals[DONE] = g_signal_new ("done", REKNIT_TYPE_OWN_IDEA_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", REKNIT_TYPE_OWN_IDEA_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR);
  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-own-idea-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitOwnIdeaForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitOwnIdeaForm, summary_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitOwnIdeaForm, message);
  gtk_widget_class_bind_template_child (widget_class, ReknitOwnIdeaForm, traits_group);
  gtk_widget_class_bind_template_child (widget_class, ReknitOwnIdeaForm, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, on_words);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_delete);
}

static void
reknit_own_idea_form_init (ReknitOwnIdeaForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_facets (self);
}

static void
fill (ReknitOwnIdeaForm *self)
{
  gint64 traits = reknit_record_get_integer (self->idea, "traits");
  const char *title = reknit_record_get_text (self->idea, "title");
  const char *summary = reknit_record_get_text (self->idea, "summary");

  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title != NULL ? title : "");
  gtk_editable_set_text (GTK_EDITABLE (self->summary_row), summary != NULL ? summary : "");
  for (guint i = 0; i < REKNIT_IDEA_N_FACETS; i++)
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, traits & reknit_idea_text_get_facet (i)->mask);

      reknit_choice_row_set_choice (self->facets[i], key);
    }
}

static void
open_draft (ReknitOwnIdeaForm *self)
{
  static const char *const names[REKNIT_IDEA_N_FACETS] = { "budget", "energy", "setting", "place", "season", "length" };

  self->keeper = reknit_draft_keeper_new (self->seats, "own-idea");
  reknit_draft_keeper_bind (self->keeper, "title", self->title_row, "text");
  reknit_draft_keeper_bind (self->keeper, "summary", self->summary_row, "text");
  for (guint i = 0; i < REKNIT_IDEA_N_FACETS; i++)
    reknit_draft_keeper_bind (self->keeper, names[i], self->facets[i], "choice");
  reknit_draft_keeper_open (self->keeper, reknit_record_get_id (REKNIT_RECORD (self->idea)));
}

/**
 * reknit_own_idea_form_new:
 * @seats: the seats
 * @idea: (nullable): the idea to change; %NULL for a new one
 *
 * Returns: (transfer floating): the form, with what was left in it
 */
GtkWidget *
reknit_own_idea_form_new (ReknitSeats   *seats,
                          ReknitOwnIdea *idea)
{
  ReknitOwnIdeaForm *self = g_object_new (REKNIT_TYPE_OWN_IDEA_FORM, NULL);

  self->seats = g_object_ref (seats);
  self->idea = idea != NULL ? g_object_ref (idea) : g_object_new (REKNIT_TYPE_OWN_IDEA, NULL);
  gtk_widget_set_visible (self->delete_button, idea != NULL);
  fill (self);
  open_draft (self);
  return GTK_WIDGET (self);
}
