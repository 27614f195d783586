#include "reknit-idea-private.h"

/**
 * ReknitIdea:
 *
 * Something for the two of you to do: for a date, and, if it is an activity, for the pool that both rate.
 */
struct _ReknitIdea
{
  GObject           parent_instance;
  char             *id;
  char             *title;
  char             *summary;
  ReknitIdeaTraits  traits;
  gboolean          activity;
  GStrv             prepare;
};

G_DEFINE_FINAL_TYPE (ReknitIdea, reknit_idea, G_TYPE_OBJECT)

enum { PROP_0, PROP_ID, PROP_TITLE, PROP_SUMMARY, PROP_TRAITS, PROP_ACTIVITY, PROP_PREPARE, N_PROPS };

static GParamSpec *props[N_PROPS];

static void
reknit_idea_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  ReknitIdea *self = REKNIT_IDEA (object);

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
    case PROP_TRAITS:
      g_value_set_flags (value, self->traits);
      break;
    case PROP_ACTIVITY:
      g_value_set_boolean (value, self->activity);
      break;
    case PROP_PREPARE:
      g_value_set_boxed (value, self->prepare);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_idea_finalize (GObject *object)
{
  ReknitIdea *self = REKNIT_IDEA (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_strfreev (self->prepare);

  G_OBJECT_CLASS (reknit_idea_parent_class)->finalize (object);
}

static void
reknit_idea_class_init (ReknitIdeaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = reknit_idea_get_property;
  object_class->finalize = reknit_idea_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  props[PROP_TRAITS] = g_param_spec_flags ("traits", NULL, NULL, REKNIT_TYPE_IDEA_TRAITS, 0, flags);
  props[PROP_ACTIVITY] = g_param_spec_boolean ("activity", NULL, NULL, FALSE, flags);
  props[PROP_PREPARE] = g_param_spec_boxed ("prepare", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
reknit_idea_init (ReknitIdea *self)
{
}

/* What an element says of one facet: season="autumn winter" stands for season-autumn and season-winter. */
static ReknitIdeaTraits
read_facet (const ReknitContentNode *node,
            const char              *facet)
{
  g_autoptr (GFlagsClass) klass = g_type_class_ref (REKNIT_TYPE_IDEA_TRAITS);
  const char *attribute = reknit_content_node_get_attribute (node, facet);
  g_auto (GStrv) values = g_strsplit (attribute != NULL ? attribute : "", " ", -1);
  ReknitIdeaTraits traits = 0;

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *nick = g_strconcat (facet, "-", values[i], NULL);
      const GFlagsValue *value = g_flags_get_value_by_nick (klass, nick);

      g_return_val_if_fail (value != NULL, traits);
      traits |= value->value;
    }

  return traits;
}

/*
 * reknit_idea_new_from_node:
 * @node: an `idea` element
 *
 * Returns: (transfer full): the idea
 */
ReknitIdea *
reknit_idea_new_from_node (const ReknitContentNode *node)
{
  static const char *const facets[] = { "budget", "energy", "setting", "place", "length", "season" };
  ReknitIdea *self = g_object_new (REKNIT_TYPE_IDEA, NULL);

  self->id = g_strdup (reknit_content_node_get_attribute (node, "id"));
  self->title = reknit_content_node_translate_child (node, "title");
  self->summary = reknit_content_node_translate_child (node, "summary");
  self->activity = reknit_content_node_get_attribute (node, "activity") != NULL;
  self->prepare = reknit_content_node_translate_children (node, "prepare");
  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    self->traits |= read_facet (node, facets[i]);

  return self;
}

const char *
reknit_idea_get_id (ReknitIdea *self)
{
  g_return_val_if_fail (REKNIT_IS_IDEA (self), NULL);

  return self->id;
}

const char *
reknit_idea_get_title (ReknitIdea *self)
{
  g_return_val_if_fail (REKNIT_IS_IDEA (self), NULL);

  return self->title;
}

const char *
reknit_idea_get_summary (ReknitIdea *self)
{
  g_return_val_if_fail (REKNIT_IS_IDEA (self), NULL);

  return self->summary;
}

ReknitIdeaTraits
reknit_idea_get_traits (ReknitIdea *self)
{
  g_return_val_if_fail (REKNIT_IS_IDEA (self), 0);

  return self->traits;
}

/**
 * reknit_idea_get_activity:
 *
 * Returns: whether it is something to do again and again, so that it belongs in the pool that both rate
 */
gboolean
reknit_idea_get_activity (ReknitIdea *self)
{
  g_return_val_if_fail (REKNIT_IS_IDEA (self), FALSE);

  return self->activity;
}

/**
 * reknit_idea_get_prepare:
 *
 * Returns: (transfer none) (array zero-terminated=1): what there is to get ready; often nothing
 */
const char *const *
reknit_idea_get_prepare (ReknitIdea *self)
{
  g_return_val_if_fail (REKNIT_IS_IDEA (self), NULL);

  return (const char *const *) self->prepare;
}
