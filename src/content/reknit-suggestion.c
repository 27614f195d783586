#include "reknit-suggestion-private.h"

/**
 * ReknitSuggestion:
 *
 * A text to start from where a blank page would be hard. For a ritual it is what to do, and the cue says what
 * that follows.
 */
struct _ReknitSuggestion
{
  GObject  parent_instance;
  char    *id;
  char    *cue;
  char    *text;
};

G_DEFINE_FINAL_TYPE (ReknitSuggestion, reknit_suggestion, G_TYPE_OBJECT)

enum { PROP_0, PROP_ID, PROP_CUE, PROP_TEXT, N_PROPS };

static GParamSpec *props[N_PROPS];

static void
reknit_suggestion_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ReknitSuggestion *self = REKNIT_SUGGESTION (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_CUE:
      g_value_set_string (value, self->cue);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_suggestion_finalize (GObject *object)
{
  ReknitSuggestion *self = REKNIT_SUGGESTION (object);

  g_free (self->id);
  g_free (self->cue);
  g_free (self->text);

  G_OBJECT_CLASS (reknit_suggestion_parent_class)->finalize (object);
}

static void
reknit_suggestion_class_init (ReknitSuggestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = reknit_suggestion_get_property;
  object_class->finalize = reknit_suggestion_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_CUE] = g_param_spec_string ("cue", NULL, NULL, NULL, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
reknit_suggestion_init (ReknitSuggestion *self)
{
}

/*
 * reknit_suggestion_new_from_node:
 * @node: a `suggestion` element
 *
 * Returns: (transfer full): the suggestion
 */
ReknitSuggestion *
reknit_suggestion_new_from_node (const ReknitContentNode *node)
{
  ReknitSuggestion *self = g_object_new (REKNIT_TYPE_SUGGESTION, NULL);

  self->id = g_strdup (reknit_content_node_get_attribute (node, "id"));
  if (reknit_content_node_find (node, "cue") != NULL)
    {
      self->cue = reknit_content_node_translate_child (node, "cue");
      self->text = reknit_content_node_translate_child (node, "deed");
    }
  else
    {
      self->text = reknit_content_node_translate (node, NULL);
    }

  return self;
}

const char *
reknit_suggestion_get_id (ReknitSuggestion *self)
{
  g_return_val_if_fail (REKNIT_IS_SUGGESTION (self), NULL);

  return self->id;
}

/**
 * reknit_suggestion_get_cue:
 *
 * Returns: (nullable): what a ritual follows, such as “After the first coffee”; %NULL for other suggestions
 */
const char *
reknit_suggestion_get_cue (ReknitSuggestion *self)
{
  g_return_val_if_fail (REKNIT_IS_SUGGESTION (self), NULL);

  return self->cue;
}

const char *
reknit_suggestion_get_text (ReknitSuggestion *self)
{
  g_return_val_if_fail (REKNIT_IS_SUGGESTION (self), NULL);

  return self->text;
}
