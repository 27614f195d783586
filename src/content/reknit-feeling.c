#include "reknit-feeling-private.h"

/**
 * ReknitFeeling:
 *
 * One word for what somebody may feel.
 */
struct _ReknitFeeling
{
  GObject  parent_instance;
  char    *id;
  char    *title;
};

G_DEFINE_FINAL_TYPE (ReknitFeeling, reknit_feeling, G_TYPE_OBJECT)

enum { FEELING_PROP_0, FEELING_PROP_ID, FEELING_PROP_TITLE, N_FEELING_PROPS };

static GParamSpec *feeling_props[N_FEELING_PROPS];

static void
reknit_feeling_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ReknitFeeling *self = REKNIT_FEELING (object);

  switch (prop_id)
    {
    case FEELING_PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case FEELING_PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_feeling_finalize (GObject *object)
{
  ReknitFeeling *self = REKNIT_FEELING (object);

  g_free (self->id);
  g_free (self->title);

  G_OBJECT_CLASS (reknit_feeling_parent_class)->finalize (object);
}

static void
reknit_feeling_class_init (ReknitFeelingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = reknit_feeling_get_property;
  object_class->finalize = reknit_feeling_finalize;

  feeling_props[FEELING_PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  feeling_props[FEELING_PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_FEELING_PROPS, feeling_props);
}

static void
reknit_feeling_init (ReknitFeeling *self)
{
}

/**
 * reknit_feeling_get_id:
 *
 * Returns: the id that is stored, such as `at-ease`; never translated
 */
const char *
reknit_feeling_get_id (ReknitFeeling *self)
{
  g_return_val_if_fail (REKNIT_IS_FEELING (self), NULL);

  return self->id;
}

/**
 * reknit_feeling_get_title:
 *
 * Returns: the word, so written that it can follow “I feel”
 */
const char *
reknit_feeling_get_title (ReknitFeeling *self)
{
  g_return_val_if_fail (REKNIT_IS_FEELING (self), NULL);

  return self->title;
}

/**
 * ReknitFeelingFamily:
 *
 * Feelings of one kind, from the faintest to the strongest.
 */
struct _ReknitFeelingFamily
{
  GObject     parent_instance;
  char       *id;
  char       *title;
  GListStore *feelings;
};

G_DEFINE_FINAL_TYPE (ReknitFeelingFamily, reknit_feeling_family, G_TYPE_OBJECT)

enum { PROP_0, PROP_ID, PROP_TITLE, PROP_FEELINGS, N_PROPS };

static GParamSpec *props[N_PROPS];

static void
reknit_feeling_family_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ReknitFeelingFamily *self = REKNIT_FEELING_FAMILY (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_FEELINGS:
      g_value_set_object (value, self->feelings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_feeling_family_finalize (GObject *object)
{
  ReknitFeelingFamily *self = REKNIT_FEELING_FAMILY (object);

  g_free (self->id);
  g_free (self->title);
  g_object_unref (self->feelings);

  G_OBJECT_CLASS (reknit_feeling_family_parent_class)->finalize (object);
}

static void
reknit_feeling_family_class_init (ReknitFeelingFamilyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = reknit_feeling_family_get_property;
  object_class->finalize = reknit_feeling_family_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_FEELINGS] = g_param_spec_object ("feelings", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
reknit_feeling_family_init (ReknitFeelingFamily *self)
{
  self->feelings = g_list_store_new (REKNIT_TYPE_FEELING);
}

/*
 * reknit_feeling_family_new_from_node:
 * @node: a `family` element
 *
 * Returns: (transfer full): the family
 */
ReknitFeelingFamily *
reknit_feeling_family_new_from_node (const ReknitContentNode *node)
{
  ReknitFeelingFamily *self = g_object_new (REKNIT_TYPE_FEELING_FAMILY, NULL);

  self->id = g_strdup (reknit_content_node_get_attribute (node, "id"));
  self->title = reknit_content_node_translate_child (node, "title");
  for (guint i = 0; i < reknit_content_node_get_n_children (node); i++)
    {
      const ReknitContentNode *child = reknit_content_node_get_child (node, i);
      g_autoptr (ReknitFeeling) feeling = NULL;

      if (!reknit_content_node_is (child, "feeling"))
        continue;

      feeling = g_object_new (REKNIT_TYPE_FEELING, NULL);
      feeling->id = g_strdup (reknit_content_node_get_attribute (child, "id"));
      feeling->title = reknit_content_node_translate (child, "feeling");
      g_list_store_append (self->feelings, feeling);
    }

  return self;
}

const char *
reknit_feeling_family_get_id (ReknitFeelingFamily *self)
{
  g_return_val_if_fail (REKNIT_IS_FEELING_FAMILY (self), NULL);

  return self->id;
}

const char *
reknit_feeling_family_get_title (ReknitFeelingFamily *self)
{
  g_return_val_if_fail (REKNIT_IS_FEELING_FAMILY (self), NULL);

  return self->title;
}

/**
 * reknit_feeling_family_get_feelings:
 *
 * Returns: (transfer none): the family's #ReknitFeeling list, from the faintest to the strongest
 */
GListModel *
reknit_feeling_family_get_feelings (ReknitFeelingFamily *self)
{
  g_return_val_if_fail (REKNIT_IS_FEELING_FAMILY (self), NULL);

  return G_LIST_MODEL (self->feelings);
}
