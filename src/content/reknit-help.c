#include "reknit-help-private.h"

/**
 * ReknitHelpSection:
 *
 * A page of the help: what Reknit is, for whom it is not, what it protects, where help is.
 */
struct _ReknitHelpSection
{
  GObject   parent_instance;
  char     *id;
  char     *title;
  GStrv     paragraphs;
  GStrv     questions;
};

G_DEFINE_FINAL_TYPE (ReknitHelpSection, reknit_help_section, G_TYPE_OBJECT)

enum { PROP_0, PROP_ID, PROP_TITLE, PROP_PARAGRAPHS, PROP_QUESTIONS, N_PROPS };

static GParamSpec *props[N_PROPS];

static void
reknit_help_section_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ReknitHelpSection *self = REKNIT_HELP_SECTION (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PARAGRAPHS:
      g_value_set_boxed (value, self->paragraphs);
      break;
    case PROP_QUESTIONS:
      g_value_set_boxed (value, self->questions);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_help_section_finalize (GObject *object)
{
  ReknitHelpSection *self = REKNIT_HELP_SECTION (object);

  g_free (self->id);
  g_free (self->title);
  g_strfreev (self->paragraphs);
  g_strfreev (self->questions);

  G_OBJECT_CLASS (reknit_help_section_parent_class)->finalize (object);
}

static void
reknit_help_section_class_init (ReknitHelpSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = reknit_help_section_get_property;
  object_class->finalize = reknit_help_section_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_PARAGRAPHS] = g_param_spec_boxed ("paragraphs", NULL, NULL, G_TYPE_STRV, flags);
  props[PROP_QUESTIONS] = g_param_spec_boxed ("questions", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
reknit_help_section_init (ReknitHelpSection *self)
{
}

/*
 * reknit_help_section_new_from_node:
 * @node: a `section` element
 *
 * Returns: (transfer full): the section
 */
ReknitHelpSection *
reknit_help_section_new_from_node (const ReknitContentNode *node)
{
  ReknitHelpSection *self = g_object_new (REKNIT_TYPE_HELP_SECTION, NULL);

  self->id = g_strdup (reknit_content_node_get_attribute (node, "id"));
  self->title = reknit_content_node_translate_child (node, "title");
  self->paragraphs = reknit_content_node_translate_children (node, "paragraph");
  self->questions = reknit_content_node_translate_children (node, "question");

  return self;
}

const char *
reknit_help_section_get_id (ReknitHelpSection *self)
{
  g_return_val_if_fail (REKNIT_IS_HELP_SECTION (self), NULL);

  return self->id;
}

const char *
reknit_help_section_get_title (ReknitHelpSection *self)
{
  g_return_val_if_fail (REKNIT_IS_HELP_SECTION (self), NULL);

  return self->title;
}

const char *const *
reknit_help_section_get_paragraphs (ReknitHelpSection *self)
{
  g_return_val_if_fail (REKNIT_IS_HELP_SECTION (self), NULL);

  return (const char *const *) self->paragraphs;
}

/**
 * reknit_help_section_get_questions:
 *
 * Questions to think about. They have no ids, for no answer may ever be kept.
 *
 * Returns: (transfer none): the questions, often none
 */
const char *const *
reknit_help_section_get_questions (ReknitHelpSection *self)
{
  g_return_val_if_fail (REKNIT_IS_HELP_SECTION (self), NULL);

  return (const char *const *) self->questions;
}
