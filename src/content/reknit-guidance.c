#include "reknit-guidance-private.h"

struct _ReknitGuidanceNote
{
  GObject  parent_instance;
  char    *heading;
  char    *text;
};

G_DEFINE_FINAL_TYPE (ReknitGuidanceNote, reknit_guidance_note, G_TYPE_OBJECT)

enum { NOTE_PROP_0, NOTE_PROP_HEADING, NOTE_PROP_TEXT, N_NOTE_PROPS };

static GParamSpec *note_props[N_NOTE_PROPS];

static void
reknit_guidance_note_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ReknitGuidanceNote *self = REKNIT_GUIDANCE_NOTE (object);

  switch (prop_id)
    {
    case NOTE_PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;
    case NOTE_PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_guidance_note_finalize (GObject *object)
{
  ReknitGuidanceNote *self = REKNIT_GUIDANCE_NOTE (object);

  g_free (self->heading);
  g_free (self->text);

  G_OBJECT_CLASS (reknit_guidance_note_parent_class)->finalize (object);
}

static void
reknit_guidance_note_class_init (ReknitGuidanceNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = reknit_guidance_note_get_property;
  object_class->finalize = reknit_guidance_note_finalize;

  note_props[NOTE_PROP_HEADING] =
    g_param_spec_string ("heading", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  note_props[NOTE_PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_NOTE_PROPS, note_props);
}

static void
reknit_guidance_note_init (ReknitGuidanceNote *self)
{
}

static void
append_note (GListStore *notes,
             char       *heading,
             char       *text)
{
  g_autoptr (ReknitGuidanceNote) note = g_object_new (REKNIT_TYPE_GUIDANCE_NOTE, NULL);

  note->heading = heading;
  note->text = text;
  g_list_store_append (notes, note);
}

/**
 * reknit_guidance_note_get_heading:
 *
 * Returns: (nullable): how a case shows itself, or the source of a reason; %NULL for a step
 */
const char *
reknit_guidance_note_get_heading (ReknitGuidanceNote *self)
{
  g_return_val_if_fail (REKNIT_IS_GUIDANCE_NOTE (self), NULL);

  return self->heading;
}

/**
 * reknit_guidance_note_get_text:
 *
 * Returns: the step, what to do in the case, or what the source found
 */
const char *
reknit_guidance_note_get_text (ReknitGuidanceNote *self)
{
  g_return_val_if_fail (REKNIT_IS_GUIDANCE_NOTE (self), NULL);

  return self->text;
}

/**
 * ReknitGuidance:
 *
 * What a practice is, how it goes, what helps when it goes wrong, and why it may help, with the source.
 */
struct _ReknitGuidance
{
  GObject     parent_instance;
  char       *what;
  GListStore *steps;
  GListStore *cases;
  GListStore *reasons;
};

G_DEFINE_FINAL_TYPE (ReknitGuidance, reknit_guidance, G_TYPE_OBJECT)

enum { PROP_0, PROP_WHAT, PROP_STEPS, PROP_CASES, PROP_REASONS, N_PROPS };

static GParamSpec *props[N_PROPS];

static void
reknit_guidance_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ReknitGuidance *self = REKNIT_GUIDANCE (object);

  switch (prop_id)
    {
    case PROP_WHAT:
      g_value_set_string (value, self->what);
      break;
    case PROP_STEPS:
      g_value_set_object (value, self->steps);
      break;
    case PROP_CASES:
      g_value_set_object (value, self->cases);
      break;
    case PROP_REASONS:
      g_value_set_object (value, self->reasons);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_guidance_finalize (GObject *object)
{
  ReknitGuidance *self = REKNIT_GUIDANCE (object);

  g_free (self->what);
  g_object_unref (self->steps);
  g_object_unref (self->cases);
  g_object_unref (self->reasons);

  G_OBJECT_CLASS (reknit_guidance_parent_class)->finalize (object);
}

static void
reknit_guidance_class_init (ReknitGuidanceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = reknit_guidance_get_property;
  object_class->finalize = reknit_guidance_finalize;

  props[PROP_WHAT] = g_param_spec_string ("what", NULL, NULL, NULL, flags);
  props[PROP_STEPS] = g_param_spec_object ("steps", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_CASES] = g_param_spec_object ("cases", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_REASONS] = g_param_spec_object ("reasons", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
reknit_guidance_init (ReknitGuidance *self)
{
  self->steps = g_list_store_new (REKNIT_TYPE_GUIDANCE_NOTE);
  self->cases = g_list_store_new (REKNIT_TYPE_GUIDANCE_NOTE);
  self->reasons = g_list_store_new (REKNIT_TYPE_GUIDANCE_NOTE);
}

static void
append_steps (ReknitGuidance          *self,
              const ReknitContentNode *how)
{
  for (guint i = 0; i < reknit_content_node_get_n_children (how); i++)
    append_note (self->steps, NULL, reknit_content_node_translate (reknit_content_node_get_child (how, i), NULL));
}

static void
append_cases (ReknitGuidance          *self,
              const ReknitContentNode *trouble)
{
  for (guint i = 0; i < reknit_content_node_get_n_children (trouble); i++)
    {
      const ReknitContentNode *node = reknit_content_node_get_child (trouble, i);

      append_note (self->cases, reknit_content_node_translate_child (node, "sign"),
                   reknit_content_node_translate_child (node, "advice"));
    }
}

/*
 * reknit_guidance_new_from_node:
 * @node: a `practice` element of a guidance file
 *
 * Returns: (transfer full): the guidance
 */
ReknitGuidance *
reknit_guidance_new_from_node (const ReknitContentNode *node)
{
  ReknitGuidance *self = g_object_new (REKNIT_TYPE_GUIDANCE, NULL);

  self->what = reknit_content_node_translate_child (node, "what");
  append_steps (self, reknit_content_node_find (node, "how"));
  append_cases (self, reknit_content_node_find (node, "trouble"));
  for (guint i = 0; i < reknit_content_node_get_n_children (node); i++)
    {
      const ReknitContentNode *child = reknit_content_node_get_child (node, i);

      if (reknit_content_node_is (child, "why"))
        append_note (self->reasons, g_strdup (reknit_content_node_get_attribute (child, "source")),
                     reknit_content_node_translate (child, NULL));
    }

  return self;
}

const char *
reknit_guidance_get_what (ReknitGuidance *self)
{
  g_return_val_if_fail (REKNIT_IS_GUIDANCE (self), NULL);

  return self->what;
}

/**
 * reknit_guidance_get_steps:
 *
 * Returns: (transfer none): how it works, step by step, as #ReknitGuidanceNote without headings
 */
GListModel *
reknit_guidance_get_steps (ReknitGuidance *self)
{
  g_return_val_if_fail (REKNIT_IS_GUIDANCE (self), NULL);

  return G_LIST_MODEL (self->steps);
}

/**
 * reknit_guidance_get_cases:
 *
 * Returns: (transfer none): what may go wrong (heading) and what helps then (text), as #ReknitGuidanceNote
 */
GListModel *
reknit_guidance_get_cases (ReknitGuidance *self)
{
  g_return_val_if_fail (REKNIT_IS_GUIDANCE (self), NULL);

  return G_LIST_MODEL (self->cases);
}

/**
 * reknit_guidance_get_reasons:
 *
 * Returns: (transfer none): what was found (text) and by whom, when (heading), as #ReknitGuidanceNote
 */
GListModel *
reknit_guidance_get_reasons (ReknitGuidance *self)
{
  g_return_val_if_fail (REKNIT_IS_GUIDANCE (self), NULL);

  return G_LIST_MODEL (self->reasons);
}
