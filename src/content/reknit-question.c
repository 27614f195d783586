#include "reknit-question-private.h"

/**
 * ReknitQuestion:
 *
 * A question for the two of you to talk about.
 */
struct _ReknitQuestion
{
  GObject              parent_instance;
  char                *id;
  char                *text;
  ReknitQuestionDepth  depth;
};

G_DEFINE_ENUM_TYPE (ReknitQuestionDepth, reknit_question_depth,
                    G_DEFINE_ENUM_VALUE (REKNIT_QUESTION_DEPTH_LIGHT, "light"),
                    G_DEFINE_ENUM_VALUE (REKNIT_QUESTION_DEPTH_WARM, "warm"),
                    G_DEFINE_ENUM_VALUE (REKNIT_QUESTION_DEPTH_DEEP, "deep"))

G_DEFINE_FINAL_TYPE (ReknitQuestion, reknit_question, G_TYPE_OBJECT)

enum { PROP_0, PROP_ID, PROP_TEXT, PROP_DEPTH, N_PROPS };

static GParamSpec *props[N_PROPS];

static void
reknit_question_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ReknitQuestion *self = REKNIT_QUESTION (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_DEPTH:
      g_value_set_enum (value, (int) self->depth);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_question_finalize (GObject *object)
{
  ReknitQuestion *self = REKNIT_QUESTION (object);

  g_free (self->id);
  g_free (self->text);

  G_OBJECT_CLASS (reknit_question_parent_class)->finalize (object);
}

static void
reknit_question_class_init (ReknitQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = reknit_question_get_property;
  object_class->finalize = reknit_question_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_DEPTH] = g_param_spec_enum ("depth", NULL, NULL, REKNIT_TYPE_QUESTION_DEPTH,
                                         REKNIT_QUESTION_DEPTH_LIGHT, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
reknit_question_init (ReknitQuestion *self)
{
}

/*
 * reknit_question_new_from_node:
 * @node: a `question` element
 *
 * Returns: (transfer full): the question
 */
ReknitQuestion *
reknit_question_new_from_node (const ReknitContentNode *node)
{
  ReknitQuestion *self = g_object_new (REKNIT_TYPE_QUESTION, NULL);

  self->id = g_strdup (reknit_content_node_get_attribute (node, "id"));
  self->text = reknit_content_node_translate (node, NULL);
  self->depth = (ReknitQuestionDepth) reknit_content_node_get_enum (node, "depth", REKNIT_TYPE_QUESTION_DEPTH);

  return self;
}

const char *
reknit_question_get_id (ReknitQuestion *self)
{
  g_return_val_if_fail (REKNIT_IS_QUESTION (self), NULL);

  return self->id;
}

const char *
reknit_question_get_text (ReknitQuestion *self)
{
  g_return_val_if_fail (REKNIT_IS_QUESTION (self), NULL);

  return self->text;
}

ReknitQuestionDepth
reknit_question_get_depth (ReknitQuestion *self)
{
  g_return_val_if_fail (REKNIT_IS_QUESTION (self), REKNIT_QUESTION_DEPTH_LIGHT);

  return self->depth;
}
