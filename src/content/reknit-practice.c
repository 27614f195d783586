#include "reknit-strategy-private.h"

/**
 * ReknitPractice:
 *
 * A thing to do together or alone. What it does is its tool; its parameters tell practices of one tool apart.
 */
struct _ReknitPractice
{
  GObject             parent_instance;
  ReknitStrategy     *strategy;
  char               *id;
  char               *title;
  char               *summary;
  char               *icon_name;
  char               *tool;
  ReknitPracticeSeat  seat;
  GHashTable         *parameters;
};

G_DEFINE_ENUM_TYPE (ReknitPracticeSeat, reknit_practice_seat,
                    G_DEFINE_ENUM_VALUE (REKNIT_PRACTICE_SEAT_EITHER, "either"),
                    G_DEFINE_ENUM_VALUE (REKNIT_PRACTICE_SEAT_OWN, "own"),
                    G_DEFINE_ENUM_VALUE (REKNIT_PRACTICE_SEAT_JOINT, "joint"))

G_DEFINE_FINAL_TYPE (ReknitPractice, reknit_practice, G_TYPE_OBJECT)

enum { PROP_0, PROP_ID, PROP_TITLE, PROP_SUMMARY, PROP_ICON_NAME, PROP_TOOL, PROP_SEAT, PROP_STRATEGY, N_PROPS };

static GParamSpec *props[N_PROPS];

static void
reknit_practice_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ReknitPractice *self = REKNIT_PRACTICE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_TOOL:
      g_value_set_string (value, self->tool);
      break;
    case PROP_SEAT:
      g_value_set_enum (value, (int) self->seat);
      break;
    case PROP_STRATEGY:
      g_value_set_object (value, self->strategy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_practice_finalize (GObject *object)
{
  ReknitPractice *self = REKNIT_PRACTICE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->icon_name);
  g_free (self->tool);
  g_hash_table_unref (self->parameters);

  G_OBJECT_CLASS (reknit_practice_parent_class)->finalize (object);
}

static void
reknit_practice_class_init (ReknitPracticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = reknit_practice_get_property;
  object_class->finalize = reknit_practice_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_TOOL] = g_param_spec_string ("tool", NULL, NULL, NULL, flags);
  props[PROP_SEAT] = g_param_spec_enum ("seat", NULL, NULL, REKNIT_TYPE_PRACTICE_SEAT,
                                        REKNIT_PRACTICE_SEAT_EITHER, flags);
  props[PROP_STRATEGY] = g_param_spec_object ("strategy", NULL, NULL, REKNIT_TYPE_STRATEGY, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
reknit_practice_init (ReknitPractice *self)
{
  self->parameters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/*
 * reknit_practice_new_from_node:
 * @strategy: the strategy that will own the practice
 * @node: a `practice` element
 *
 * Returns: (transfer full): the practice
 */
ReknitPractice *
reknit_practice_new_from_node (ReknitStrategy          *strategy,
                               const ReknitContentNode *node)
{
  ReknitPractice *self = g_object_new (REKNIT_TYPE_PRACTICE, NULL);

  self->strategy = strategy;
  self->id = g_strdup (reknit_content_node_get_attribute (node, "id"));
  self->icon_name = g_strdup (reknit_content_node_get_attribute (node, "icon"));
  self->tool = g_strdup (reknit_content_node_get_attribute (node, "tool"));
  self->seat = (ReknitPracticeSeat) reknit_content_node_get_enum (node, "seat", REKNIT_TYPE_PRACTICE_SEAT);
  self->title = reknit_content_node_translate_child (node, "title");
  self->summary = reknit_content_node_translate_child (node, "summary");
  for (guint i = 0; i < reknit_content_node_get_n_children (node); i++)
    {
      const ReknitContentNode *child = reknit_content_node_get_child (node, i);

      if (reknit_content_node_is (child, "parameter"))
        g_hash_table_insert (self->parameters, g_strdup (reknit_content_node_get_attribute (child, "name")),
                             reknit_content_node_dup_text (child));
    }

  return self;
}

/*
 * reknit_practice_forget_strategy:
 *
 * The strategy owns its practices, not they the strategy; who keeps a practice alone must not follow a stale
 * pointer.
 */
void
reknit_practice_forget_strategy (ReknitPractice *self)
{
  self->strategy = NULL;
}

/**
 * reknit_practice_get_id:
 *
 * Returns: the id in the content files, such as `ground-rules`, one of its kind among all strategies
 */
const char *
reknit_practice_get_id (ReknitPractice *self)
{
  g_return_val_if_fail (REKNIT_IS_PRACTICE (self), NULL);

  return self->id;
}

const char *
reknit_practice_get_title (ReknitPractice *self)
{
  g_return_val_if_fail (REKNIT_IS_PRACTICE (self), NULL);

  return self->title;
}

/**
 * reknit_practice_get_summary:
 *
 * Returns: what one does there, in a short line
 */
const char *
reknit_practice_get_summary (ReknitPractice *self)
{
  g_return_val_if_fail (REKNIT_IS_PRACTICE (self), NULL);

  return self->summary;
}

const char *
reknit_practice_get_icon_name (ReknitPractice *self)
{
  g_return_val_if_fail (REKNIT_IS_PRACTICE (self), NULL);

  return self->icon_name;
}

/**
 * reknit_practice_get_tool:
 *
 * Returns: the id of the tool that the practice is done with; several practices may share one
 */
const char *
reknit_practice_get_tool (ReknitPractice *self)
{
  g_return_val_if_fail (REKNIT_IS_PRACTICE (self), NULL);

  return self->tool;
}

ReknitPracticeSeat
reknit_practice_get_seat (ReknitPractice *self)
{
  g_return_val_if_fail (REKNIT_IS_PRACTICE (self), REKNIT_PRACTICE_SEAT_EITHER);

  return self->seat;
}

/**
 * reknit_practice_get_strategy:
 *
 * Returns: (transfer none) (nullable): the strategy that the practice belongs to, while that lives
 */
ReknitStrategy *
reknit_practice_get_strategy (ReknitPractice *self)
{
  g_return_val_if_fail (REKNIT_IS_PRACTICE (self), NULL);

  return self->strategy;
}

/**
 * reknit_practice_get_parameter:
 *
 * Returns: (nullable): what the practice tells its tool under @name; never translated
 */
const char *
reknit_practice_get_parameter (ReknitPractice *self,
                               const char     *name)
{
  g_return_val_if_fail (REKNIT_IS_PRACTICE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_hash_table_lookup (self->parameters, name);
}

/**
 * reknit_practice_load_guidance:
 *
 * Reads the guidance when somebody first asks for it.
 *
 * Returns: (transfer none) (nullable): the guidance, which lives as long as the strategy
 */
ReknitGuidance *
reknit_practice_load_guidance (ReknitPractice *self)
{
  g_return_val_if_fail (REKNIT_IS_PRACTICE (self), NULL);
  g_return_val_if_fail (self->strategy != NULL, NULL);

  return reknit_strategy_load_guidance (self->strategy, self->id);
}
