#include "reknit-plan-form-private.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-idea-pool.h"

/* What is put into the form from outside: a day, an idea. */

/**
 * reknit_plan_form_set_idea:
 * @idea: (nullable): the key of the idea that it comes from
 *
 * Sets the property that a draft keeps.
 */
void
reknit_plan_form_set_idea (ReknitPlanForm *self,
                           const char     *idea)
{
  if (g_strcmp0 (self->idea, idea) == 0)
    return;
  g_free (self->idea);
  self->idea = g_strdup (idea);
  g_object_notify (G_OBJECT (self), "idea");
}

static GVariant *
parse_earlier (const char *text)
{
  return text != NULL && *text != '\0' ? g_variant_parse (G_VARIANT_TYPE ("(sss)"), text, NULL, NULL, NULL) : NULL;
}

/**
 * reknit_plan_form_set_earlier:
 * @earlier: (nullable): title, notes and idea that the form held before, as text
 *
 * Sets the property that a draft keeps, and says at its place that there is something to go back to.
 */
void
reknit_plan_form_set_earlier (ReknitPlanForm *self,
                              const char     *earlier)
{
  g_autoptr (GVariant) words = parse_earlier (earlier);
  g_autofree char *text = NULL;
  const char *title = "";

  if (g_strcmp0 (self->earlier, earlier) == 0)
    return;
  g_free (self->earlier);
  self->earlier = g_strdup (earlier);
  if (words != NULL)
    g_variant_get_child (words, 0, "&s", &title);
  /* Translators: %s is the title of a date that was begun and not saved */
  text = *title != '\0' ? g_strdup_printf (_("You had begun “%s” here."), title) : g_strdup (_("You had begun something here."));
  gtk_label_set_label (self->earlier_label, text);
  gtk_widget_set_visible (self->earlier_box, words != NULL);
  g_object_notify (G_OBJECT (self), "earlier");
}

static char *
read_words (ReknitPlanForm *self)
{
  g_autofree char *notes = reknit_text_field_dup_text (self->notes_field);
  g_autoptr (GVariant) words =
    g_variant_ref_sink (g_variant_new ("(sss)", gtk_editable_get_text (GTK_EDITABLE (self->title_row)), notes,
                                       self->idea != NULL ? self->idea : ""));

  return g_variant_print (words, FALSE);
}

/* As if it had been typed, so that it can be undone as such. */
static void
write_text (ReknitTextField *field,
            const char      *text)
{
  GtkTextBuffer *buffer = reknit_text_field_get_buffer (field);
  g_autofree char *before = reknit_text_field_dup_text (field);
  GtkTextIter start, end;

  if (g_str_equal (before, text))
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static ReknitIdeaChoice *
find_idea (ReknitPlanForm *self,
           const char     *key)
{
  return key != NULL && *key != '\0' ? reknit_idea_pool_find (reknit_seats_get_store (self->seats), key) : NULL;
}

static ReknitIdeaTraits
get_traits (ReknitIdeaChoice *choice)
{
  return choice != NULL ? reknit_idea_choice_get_traits (choice) : 0;
}

/* “Out” is no place that one could go to. */
static const char *
get_place (ReknitIdeaChoice *choice)
{
  return (get_traits (choice) & REKNIT_IDEA_PLACE) == REKNIT_IDEA_PLACE_HOME ? _("At home") : "";
}

static char *
dup_things (ReknitIdeaChoice *choice)
{
  const char *const *things = choice != NULL ? reknit_idea_choice_get_prepare (choice) : NULL;

  return things != NULL ? g_strjoinv ("\n", (char **) things) : g_strdup ("");
}

/* What one idea knows gives way to what the other knows, but for what somebody has put there. */
static void
follow_idea (ReknitPlanForm *self,
             const char     *left,
             const char     *chosen)
{
  g_autoptr (ReknitIdeaChoice) before = find_idea (self, left);
  g_autoptr (ReknitIdeaChoice) now = find_idea (self, chosen);
  const char *place = gtk_editable_get_text (GTK_EDITABLE (self->place_row));
  g_autofree char *things = reknit_text_field_dup_text (self->things_field);
  g_autofree char *things_before = dup_things (before);
  g_autofree char *things_now = dup_things (now);

  if (*place == '\0' || g_str_equal (place, get_place (before)))
    gtk_editable_set_text (GTK_EDITABLE (self->place_row), get_place (now));
  if (*things == '\0' || g_str_equal (things, things_before))
    write_text (self->things_field, things_now);
  if (reknit_plan_form_has_time_of (self, 0) || reknit_plan_form_has_time_of (self, get_traits (before)))
    reknit_plan_form_set_day (self, reknit_span_editor_get_starts (self->span), get_traits (now));
}

static void
write_words (ReknitPlanForm *self,
             const char     *title,
             const char     *notes,
             const char     *idea)
{
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
  write_text (self->notes_field, notes);
  follow_idea (self, self->idea, idea);
  reknit_plan_form_set_idea (self, idea);
}

/**
 * reknit_plan_form_swap:
 *
 * Puts back what the form held before, and keeps what it holds now in its stead.
 */
void
reknit_plan_form_swap (ReknitPlanForm *self)
{
  g_autoptr (GVariant) words = parse_earlier (self->earlier);
  g_autofree char *now = read_words (self);
  const char *title, *notes, *idea;

  if (words == NULL)
    return;
  g_variant_get (words, "(&s&s&s)", &title, &notes, &idea);
  write_words (self, title, notes, idea);
  reknit_plan_form_set_earlier (self, now);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Whether the form says what an idea says, and nothing of anybody’s own. */
static gboolean
is_bare_idea (ReknitPlanForm *self,
              const char     *title,
              const char     *notes)
{
  g_autoptr (ReknitIdeaChoice) choice = find_idea (self, self->idea);

  return choice != NULL && g_strcmp0 (title, reknit_idea_choice_get_title (choice)) == 0
         && g_str_equal (notes, reknit_idea_choice_get_summary (choice) != NULL ? reknit_idea_choice_get_summary (choice) : "");
}

/* Whether what is in the form is somebody’s work, and not an idea that can be chosen again. */
static gboolean
holds_words (ReknitPlanForm *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_row));
  g_autofree char *notes = reknit_text_field_dup_text (self->notes_field);

  return (*title != '\0' || *notes != '\0') && !is_bare_idea (self, title, notes);
}

/**
 * reknit_plan_form_suggest:
 * @day: (nullable): the day to begin with
 * @title: (nullable): what it could be
 * @notes: (nullable): more about it
 * @idea: (nullable): the key of the idea that it comes from
 *
 * Puts into a new form what somebody has just chosen. What was left in it can be put back. How long the idea takes, where
 * it is and what there is to get ready for it are filled in where nobody has said anything else.
 */
void
reknit_plan_form_suggest (ReknitPlanForm *self,
                          GDateTime      *day,
                          const char     *title,
                          const char     *notes,
                          const char     *idea)
{
  g_autoptr (ReknitIdeaChoice) idea_held = find_idea (self, self->idea);

  if (day != NULL)
    reknit_plan_form_set_day (self, day, get_traits (idea_held));
  if (title == NULL)
    return;
  if (holds_words (self))
    {
      g_autofree char *held = read_words (self);

      reknit_plan_form_set_earlier (self, held);
    }
  write_words (self, title, notes != NULL ? notes : "", idea);
}
