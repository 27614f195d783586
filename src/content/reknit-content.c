#include "reknit-content.h"

#include "reknit-content-node.h"
#include "reknit-feeling-private.h"
#include "reknit-help-private.h"
#include "reknit-idea-private.h"
#include "reknit-question-private.h"
#include "reknit-strategy-private.h"
#include "reknit-suggestion-private.h"

/**
 * ReknitContent:
 *
 * What the program brings along in words: strategies and their practices, words for feelings, suggestions,
 * ideas, questions, help. It is read in the language that is set at the time; everything but the strategies is read when
 * first asked for.
 */
struct _ReknitContent
{
  GObject              parent_instance;
  GListStore          *strategies;
  GListStore          *feelings;
  GHashTable          *suggestions;
  GListStore          *ideas;
  GListStore          *questions;
  GListStore          *help;
  ReknitHelpDirectory *help_directory;
};

G_DEFINE_FINAL_TYPE (ReknitContent, reknit_content, G_TYPE_OBJECT)

typedef gpointer (*NewFromNode) (const ReknitContentNode *node);

static void
reknit_content_finalize (GObject *object)
{
  ReknitContent *self = REKNIT_CONTENT (object);

  g_clear_object (&self->strategies);
  g_clear_object (&self->feelings);
  g_clear_pointer (&self->suggestions, g_hash_table_unref);
  g_clear_object (&self->ideas);
  g_clear_object (&self->questions);
  g_clear_object (&self->help);
  g_clear_object (&self->help_directory);

  G_OBJECT_CLASS (reknit_content_parent_class)->finalize (object);
}

static GListStore *
list_from_node (const ReknitContentNode *node,
                GType                    type,
                NewFromNode              new_from_node)
{
  GListStore *list = g_list_store_new (type);

  for (guint i = 0; i < reknit_content_node_get_n_children (node); i++)
    {
      g_autoptr (GObject) item = new_from_node (reknit_content_node_get_child (node, i));

      g_list_store_append (list, item);
    }

  return list;
}

static GListStore *
list_from_file (const char  *file,
                GType        type,
                NewFromNode  new_from_node)
{
  g_autoptr (ReknitContentNode) root = reknit_content_node_load (file);

  return list_from_node (root, type, new_from_node);
}

static void
reknit_content_class_init (ReknitContentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reknit_content_finalize;
}

static void
reknit_content_init (ReknitContent *self)
{
  self->strategies = list_from_file ("strategies.xml", REKNIT_TYPE_STRATEGY,
                                     (NewFromNode) reknit_strategy_new_from_node);
}

/**
 * reknit_content_get_default:
 *
 * Returns: (transfer none): the content that the whole program shares
 */
ReknitContent *
reknit_content_get_default (void)
{
  static ReknitContent *content = NULL;

  if (content == NULL)
    content = reknit_content_new ();

  return content;
}

/**
 * reknit_content_new:
 *
 * Returns: (transfer full): the content, read anew in the language that is set now
 */
ReknitContent *
reknit_content_new (void)
{
  return g_object_new (REKNIT_TYPE_CONTENT, NULL);
}

/**
 * reknit_content_get_strategies:
 *
 * Returns: (transfer none): the #ReknitStrategy list, in the order in which they are shown
 */
GListModel *
reknit_content_get_strategies (ReknitContent *self)
{
  g_return_val_if_fail (REKNIT_IS_CONTENT (self), NULL);

  return G_LIST_MODEL (self->strategies);
}

/**
 * reknit_content_find_strategy:
 *
 * Returns: (transfer none) (nullable): the strategy with @id
 */
ReknitStrategy *
reknit_content_find_strategy (ReknitContent *self,
                              const char    *id)
{
  g_return_val_if_fail (REKNIT_IS_CONTENT (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->strategies)); i++)
    {
      g_autoptr (ReknitStrategy) strategy = g_list_model_get_item (G_LIST_MODEL (self->strategies), i);

      if (g_strcmp0 (reknit_strategy_get_id (strategy), id) == 0)
        return strategy;
    }

  return NULL;
}

/**
 * reknit_content_find_practice:
 *
 * Returns: (transfer none) (nullable): the practice with @id, whichever strategy it belongs to
 */
ReknitPractice *
reknit_content_find_practice (ReknitContent *self,
                              const char    *id)
{
  g_return_val_if_fail (REKNIT_IS_CONTENT (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->strategies)); i++)
    {
      g_autoptr (ReknitStrategy) strategy = g_list_model_get_item (G_LIST_MODEL (self->strategies), i);
      GListModel *practices = reknit_strategy_get_practices (strategy);

      for (guint j = 0; j < g_list_model_get_n_items (practices); j++)
        {
          g_autoptr (ReknitPractice) practice = g_list_model_get_item (practices, j);

          if (g_strcmp0 (reknit_practice_get_id (practice), id) == 0)
            return practice;
        }
    }

  return NULL;
}

/**
 * reknit_content_get_feelings:
 *
 * Returns: (transfer none): the #ReknitFeelingFamily list
 */
GListModel *
reknit_content_get_feelings (ReknitContent *self)
{
  g_return_val_if_fail (REKNIT_IS_CONTENT (self), NULL);

  if (self->feelings == NULL)
    self->feelings = list_from_file ("feelings.xml", REKNIT_TYPE_FEELING_FAMILY,
                                     (NewFromNode) reknit_feeling_family_new_from_node);

  return G_LIST_MODEL (self->feelings);
}

/**
 * reknit_content_find_feeling:
 *
 * Returns: (transfer none) (nullable): the feeling with @id, whichever family it belongs to
 */
ReknitFeeling *
reknit_content_find_feeling (ReknitContent *self,
                             const char    *id)
{
  GListModel *families = reknit_content_get_feelings (self);

  g_return_val_if_fail (families != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (families); i++)
    {
      g_autoptr (ReknitFeelingFamily) family = g_list_model_get_item (families, i);
      GListModel *feelings = reknit_feeling_family_get_feelings (family);

      for (guint j = 0; j < g_list_model_get_n_items (feelings); j++)
        {
          g_autoptr (ReknitFeeling) feeling = g_list_model_get_item (feelings, j);

          if (g_strcmp0 (reknit_feeling_get_id (feeling), id) == 0)
            return feeling;
        }
    }

  return NULL;
}

static void
reknit_content_read_suggestions (ReknitContent *self)
{
  g_autoptr (ReknitContentNode) root = reknit_content_node_load ("suggestions.xml");

  self->suggestions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < reknit_content_node_get_n_children (root); i++)
    {
      const ReknitContentNode *node = reknit_content_node_get_child (root, i);

      g_hash_table_insert (self->suggestions, g_strdup (reknit_content_node_get_attribute (node, "id")),
                           list_from_node (node, REKNIT_TYPE_SUGGESTION,
                                           (NewFromNode) reknit_suggestion_new_from_node));
    }
}

/**
 * reknit_content_get_suggestions:
 * @list: which suggestions, such as `ground-rules`
 *
 * Returns: (transfer none) (nullable): the list's #ReknitSuggestion list, or %NULL if there is no such list
 */
GListModel *
reknit_content_get_suggestions (ReknitContent *self,
                                const char    *list)
{
  g_return_val_if_fail (REKNIT_IS_CONTENT (self), NULL);
  g_return_val_if_fail (list != NULL, NULL);

  if (self->suggestions == NULL)
    reknit_content_read_suggestions (self);

  return g_hash_table_lookup (self->suggestions, list);
}

/**
 * reknit_content_get_ideas:
 *
 * Returns: (transfer none): the #ReknitIdea list
 */
GListModel *
reknit_content_get_ideas (ReknitContent *self)
{
  g_return_val_if_fail (REKNIT_IS_CONTENT (self), NULL);

  if (self->ideas == NULL)
    self->ideas = list_from_file ("ideas.xml", REKNIT_TYPE_IDEA, (NewFromNode) reknit_idea_new_from_node);

  return G_LIST_MODEL (self->ideas);
}

/**
 * reknit_content_find_idea:
 *
 * Returns: (transfer none) (nullable): the idea with @id
 */
ReknitIdea *
reknit_content_find_idea (ReknitContent *self,
                          const char    *id)
{
  GListModel *ideas = reknit_content_get_ideas (self);

  g_return_val_if_fail (ideas != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (ideas); i++)
    {
      g_autoptr (ReknitIdea) idea = g_list_model_get_item (ideas, i);

      if (g_strcmp0 (reknit_idea_get_id (idea), id) == 0)
        return idea;
    }

  return NULL;
}

/**
 * reknit_content_get_questions:
 *
 * Returns: (transfer none): the #ReknitQuestion list
 */
GListModel *
reknit_content_get_questions (ReknitContent *self)
{
  g_return_val_if_fail (REKNIT_IS_CONTENT (self), NULL);

  if (self->questions == NULL)
    self->questions = list_from_file ("questions.xml", REKNIT_TYPE_QUESTION,
                                      (NewFromNode) reknit_question_new_from_node);

  return G_LIST_MODEL (self->questions);
}

/**
 * reknit_content_get_help:
 *
 * Returns: (transfer none): the #ReknitHelpSection list
 */
GListModel *
reknit_content_get_help (ReknitContent *self)
{
  g_return_val_if_fail (REKNIT_IS_CONTENT (self), NULL);

  if (self->help == NULL)
    self->help = list_from_file ("help/safe.xml", REKNIT_TYPE_HELP_SECTION,
                                 (NewFromNode) reknit_help_section_new_from_node);

  return G_LIST_MODEL (self->help);
}

/**
 * reknit_content_find_help:
 *
 * Returns: (transfer none) (nullable): the section of the help with @id
 */
ReknitHelpSection *
reknit_content_find_help (ReknitContent *self,
                          const char    *id)
{
  GListModel *sections = reknit_content_get_help (self);

  g_return_val_if_fail (sections != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (ReknitHelpSection) section = g_list_model_get_item (sections, i);

      if (g_strcmp0 (reknit_help_section_get_id (section), id) == 0)
        return section;
    }

  return NULL;
}

/**
 * reknit_content_get_help_directory:
 *
 * Returns: (transfer none): emergency numbers and help lines by country
 */
ReknitHelpDirectory *
reknit_content_get_help_directory (ReknitContent *self)
{
  g_return_val_if_fail (REKNIT_IS_CONTENT (self), NULL);

  if (self->help_directory == NULL)
    {
      g_autoptr (ReknitContentNode) root = reknit_content_node_load ("resources.xml");

      self->help_directory = reknit_help_directory_new_from_node (root);
    }

  return self->help_directory;
}
