#include "reknit-strategy-private.h"

#include "reknit-guidance-private.h"

/**
 * ReknitStrategy:
 *
 * One of the ways in which two people may come closer again, with its practices.
 */
struct _ReknitStrategy
{
  GObject     parent_instance;
  char       *id;
  char       *title;
  char       *name;
  char       *summary;
  char       *icon_name;
  char       *group;
  GListStore *practices;
  GHashTable *guidance;
};

G_DEFINE_FINAL_TYPE (ReknitStrategy, reknit_strategy, G_TYPE_OBJECT)

enum { PROP_0, PROP_ID, PROP_TITLE, PROP_NAME, PROP_SUMMARY, PROP_ICON_NAME, PROP_GROUP, PROP_PRACTICES, N_PROPS };

static GParamSpec *props[N_PROPS];

static void
reknit_strategy_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ReknitStrategy *self = REKNIT_STRATEGY (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_GROUP:
      g_value_set_string (value, self->group);
      break;
    case PROP_PRACTICES:
      g_value_set_object (value, self->practices);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_strategy_finalize (GObject *object)
{
  ReknitStrategy *self = REKNIT_STRATEGY (object);
  guint n_practices = g_list_model_get_n_items (G_LIST_MODEL (self->practices));

  for (guint i = 0; i < n_practices; i++)
    {
      g_autoptr (ReknitPractice) practice = g_list_model_get_item (G_LIST_MODEL (self->practices), i);

      reknit_practice_forget_strategy (practice);
    }

  g_free (self->id);
  g_free (self->title);
  g_free (self->name);
  g_free (self->summary);
  g_free (self->icon_name);
  g_free (self->group);
  g_object_unref (self->practices);
  g_clear_pointer (&self->guidance, g_hash_table_unref);

  G_OBJECT_CLASS (reknit_strategy_parent_class)->finalize (object);
}

static void
reknit_strategy_class_init (ReknitStrategyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = reknit_strategy_get_property;
  object_class->finalize = reknit_strategy_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, NULL, flags);
  props[PROP_PRACTICES] = g_param_spec_object ("practices", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
reknit_strategy_init (ReknitStrategy *self)
{
  self->practices = g_list_store_new (REKNIT_TYPE_PRACTICE);
}

/*
 * reknit_strategy_new_from_node:
 * @node: a `strategy` element
 *
 * Returns: (transfer full): the strategy with its practices, but without their guidance
 */
ReknitStrategy *
reknit_strategy_new_from_node (const ReknitContentNode *node)
{
  ReknitStrategy *self = g_object_new (REKNIT_TYPE_STRATEGY, NULL);

  self->id = g_strdup (reknit_content_node_get_attribute (node, "id"));
  self->icon_name = g_strdup (reknit_content_node_get_attribute (node, "icon"));
  self->group = g_strdup (reknit_content_node_get_attribute (node, "group"));
  self->title = reknit_content_node_translate_child (node, "title");
  self->name = reknit_content_node_translate_child (node, "name");
  self->summary = reknit_content_node_translate_child (node, "summary");
  for (guint i = 0; i < reknit_content_node_get_n_children (node); i++)
    {
      const ReknitContentNode *child = reknit_content_node_get_child (node, i);

      if (reknit_content_node_is (child, "practice"))
        {
          g_autoptr (ReknitPractice) practice = reknit_practice_new_from_node (self, child);

          g_list_store_append (self->practices, practice);
        }
    }

  return self;
}

static void
reknit_strategy_read_guidance (ReknitStrategy *self)
{
  g_autofree char *file = g_strdup_printf ("guidance/%s.xml", self->id);
  g_autoptr (ReknitContentNode) root = reknit_content_node_load (file);

  self->guidance = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < reknit_content_node_get_n_children (root); i++)
    {
      const ReknitContentNode *node = reknit_content_node_get_child (root, i);

      g_hash_table_insert (self->guidance, g_strdup (reknit_content_node_get_attribute (node, "id")),
                           reknit_guidance_new_from_node (node));
    }
}

/*
 * reknit_strategy_load_guidance:
 *
 * Reads the strategy's guidance at the first call: few of the fifty are opened in one sitting.
 *
 * Returns: (transfer none) (nullable): the guidance of a practice
 */
ReknitGuidance *
reknit_strategy_load_guidance (ReknitStrategy *self,
                               const char     *practice_id)
{
  if (self->guidance == NULL)
    reknit_strategy_read_guidance (self);

  return g_hash_table_lookup (self->guidance, practice_id);
}

gboolean
reknit_strategy_is_guidance_loaded (ReknitStrategy *self)
{
  return self->guidance != NULL;
}

/**
 * reknit_strategy_get_id:
 *
 * Returns: the id in the content files, such as `quality-time`; never translated
 */
const char *
reknit_strategy_get_id (ReknitStrategy *self)
{
  g_return_val_if_fail (REKNIT_IS_STRATEGY (self), NULL);

  return self->id;
}

/**
 * reknit_strategy_get_title:
 *
 * Returns: the short name for the sidebar
 */
const char *
reknit_strategy_get_title (ReknitStrategy *self)
{
  g_return_val_if_fail (REKNIT_IS_STRATEGY (self), NULL);

  return self->title;
}

/**
 * reknit_strategy_get_name:
 *
 * Returns: the full name for the head of the page
 */
const char *
reknit_strategy_get_name (ReknitStrategy *self)
{
  g_return_val_if_fail (REKNIT_IS_STRATEGY (self), NULL);

  return self->name;
}

/**
 * reknit_strategy_get_summary:
 *
 * Returns: what it is for, in one sentence
 */
const char *
reknit_strategy_get_summary (ReknitStrategy *self)
{
  g_return_val_if_fail (REKNIT_IS_STRATEGY (self), NULL);

  return self->summary;
}

const char *
reknit_strategy_get_icon_name (ReknitStrategy *self)
{
  g_return_val_if_fail (REKNIT_IS_STRATEGY (self), NULL);

  return self->icon_name;
}

/**
 * reknit_strategy_get_group:
 *
 * Returns: the group in the sidebar: `talk`, `time`, `closeness` or `care`; groups stand together
 */
const char *
reknit_strategy_get_group (ReknitStrategy *self)
{
  g_return_val_if_fail (REKNIT_IS_STRATEGY (self), NULL);

  return self->group;
}

/**
 * reknit_strategy_get_practices:
 *
 * Returns: (transfer none): the strategy's #ReknitPractice list, in the order in which they are shown
 */
GListModel *
reknit_strategy_get_practices (ReknitStrategy *self)
{
  g_return_val_if_fail (REKNIT_IS_STRATEGY (self), NULL);

  return G_LIST_MODEL (self->practices);
}
