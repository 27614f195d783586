#include "reknit-idea-choice.h"

/**
 * ReknitIdeaChoice:
 *
 * Something to do, wherever it comes from: an idea of the program or one of the couple’s own, as it was when it was
 * read. It never changes, so that lists can tell by it what is new.
 */
struct _ReknitIdeaChoice
{
  GObject           parent_instance;

  char             *key;
  char             *title;
  char             *summary;
  ReknitIdeaTraits  traits;
  gint64            own_id;
  ReknitIdea       *idea;
};

G_DEFINE_FINAL_TYPE (ReknitIdeaChoice, reknit_idea_choice, G_TYPE_OBJECT)

static void
reknit_idea_choice_finalize (GObject *object)
{
  ReknitIdeaChoice *self = REKNIT_IDEA_CHOICE (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->summary);
  g_clear_object (&self->idea);
  G_OBJECT_CLASS (reknit_idea_choice_parent_class)->finalize (object);
}

static void
reknit_idea_choice_class_init (ReknitIdeaChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reknit_idea_choice_finalize;
}

static void
reknit_idea_choice_init (ReknitIdeaChoice *self)
{
}

/**
 * reknit_idea_choice_new_for_idea:
 * @idea: an idea of the program
 *
 * Returns: (transfer full): the choice
 */
ReknitIdeaChoice *
reknit_idea_choice_new_for_idea (ReknitIdea *idea)
{
  ReknitIdeaChoice *self = g_object_new (REKNIT_TYPE_IDEA_CHOICE, NULL);

  self->key = g_strdup (reknit_idea_get_id (idea));
  self->title = g_strdup (reknit_idea_get_title (idea));
  self->summary = g_strdup (reknit_idea_get_summary (idea));
  self->traits = reknit_idea_get_traits (idea);
  self->idea = g_object_ref (idea);
  return self;
}

/**
 * reknit_idea_choice_new_for_own:
 * @own: an idea of the couple’s own, which the reader can read
 *
 * Returns: (transfer full): the choice
 */
ReknitIdeaChoice *
reknit_idea_choice_new_for_own (ReknitOwnIdea *own)
{
  ReknitIdeaChoice *self = g_object_new (REKNIT_TYPE_IDEA_CHOICE, NULL);

  self->key = reknit_own_idea_get_key (own);
  self->title = g_strdup (reknit_record_get_text (own, "title"));
  self->summary = g_strdup (reknit_record_get_text (own, "summary"));
  self->traits = (ReknitIdeaTraits) reknit_record_get_integer (own, "traits");
  self->own_id = reknit_record_get_id (REKNIT_RECORD (own));
  return self;
}

/**
 * reknit_idea_choice_get_key:
 *
 * Returns: what ratings and plans call it by
 */
const char *
reknit_idea_choice_get_key (ReknitIdeaChoice *self)
{
  return self->key;
}

/**
 * reknit_idea_choice_get_title:
 *
 * Returns: what it is
 */
const char *
reknit_idea_choice_get_title (ReknitIdeaChoice *self)
{
  return self->title != NULL ? self->title : "";
}

/**
 * reknit_idea_choice_get_summary:
 *
 * Returns: (nullable): more about it
 */
const char *
reknit_idea_choice_get_summary (ReknitIdeaChoice *self)
{
  return self->summary;
}

/**
 * reknit_idea_choice_get_traits:
 *
 * Returns: what it asks for
 */
ReknitIdeaTraits
reknit_idea_choice_get_traits (ReknitIdeaChoice *self)
{
  return self->traits;
}

/**
 * reknit_idea_choice_is_activity:
 *
 * Returns: whether both are asked what they think of it
 */
gboolean
reknit_idea_choice_is_activity (ReknitIdeaChoice *self)
{
  return self->idea == NULL || reknit_idea_get_activity (self->idea);
}

/**
 * reknit_idea_choice_get_own_id:
 *
 * Returns: the id of the #ReknitOwnIdea; 0 for one of the program’s
 */
gint64
reknit_idea_choice_get_own_id (ReknitIdeaChoice *self)
{
  return self->own_id;
}

/**
 * reknit_idea_choice_get_prepare:
 *
 * Returns: (nullable) (array zero-terminated=1): what there is to get ready
 */
const char *const *
reknit_idea_choice_get_prepare (ReknitIdeaChoice *self)
{
  return self->idea != NULL ? reknit_idea_get_prepare (self->idea) : NULL;
}
