#include "reknit-help-private.h"

/**
 * ReknitHelpLine:
 *
 * Somebody to turn to: by telephone, on the web, or both.
 */
struct _ReknitHelpLine
{
  GObject         parent_instance;
  ReknitHelpKind  kind;
  char           *name;
  char           *note;
  GStrv           numbers;
  char           *web;
};

G_DEFINE_ENUM_TYPE (ReknitHelpKind, reknit_help_kind,
                    G_DEFINE_ENUM_VALUE (REKNIT_HELP_EMERGENCY, "emergency"),
                    G_DEFINE_ENUM_VALUE (REKNIT_HELP_VIOLENCE, "violence"),
                    G_DEFINE_ENUM_VALUE (REKNIT_HELP_CHANGE, "change"),
                    G_DEFINE_ENUM_VALUE (REKNIT_HELP_CRISIS, "crisis"))

G_DEFINE_FINAL_TYPE (ReknitHelpLine, reknit_help_line, G_TYPE_OBJECT)

static void
reknit_help_line_finalize (GObject *object)
{
  ReknitHelpLine *self = REKNIT_HELP_LINE (object);

  g_free (self->name);
  g_free (self->note);
  g_strfreev (self->numbers);
  g_free (self->web);

  G_OBJECT_CLASS (reknit_help_line_parent_class)->finalize (object);
}

static void
reknit_help_line_class_init (ReknitHelpLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reknit_help_line_finalize;
}

static void
reknit_help_line_init (ReknitHelpLine *self)
{
}

static char *
dup_child_text (const ReknitContentNode *node,
                const char              *name)
{
  const ReknitContentNode *child = reknit_content_node_find (node, name);

  return child != NULL ? reknit_content_node_dup_text (child) : NULL;
}

static GStrv
dup_numbers (const ReknitContentNode *node)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < reknit_content_node_get_n_children (node); i++)
    {
      const ReknitContentNode *child = reknit_content_node_get_child (node, i);

      if (reknit_content_node_is (child, "number"))
        {
          g_autofree char *number = reknit_content_node_dup_text (child);

          g_strv_builder_add (builder, number);
        }
    }

  return g_strv_builder_end (builder);
}

/*
 * reknit_help_line_new_from_node:
 * @node: a `line` element
 *
 * Returns: (transfer full): the help line
 */
ReknitHelpLine *
reknit_help_line_new_from_node (const ReknitContentNode *node)
{
  ReknitHelpLine *self = g_object_new (REKNIT_TYPE_HELP_LINE, NULL);

  self->kind = (ReknitHelpKind) reknit_content_node_get_enum (node, "kind", REKNIT_TYPE_HELP_KIND);
  self->name = dup_child_text (node, "name");
  if (reknit_content_node_find (node, "note") != NULL)
    self->note = reknit_content_node_translate_child (node, "note");
  self->numbers = dup_numbers (node);
  self->web = dup_child_text (node, "web");

  return self;
}

ReknitHelpKind
reknit_help_line_get_kind (ReknitHelpLine *self)
{
  g_return_val_if_fail (REKNIT_IS_HELP_LINE (self), REKNIT_HELP_EMERGENCY);

  return self->kind;
}

/**
 * reknit_help_line_get_name:
 *
 * Returns: (nullable): what the line calls itself, not translated; an emergency number has no name
 */
const char *
reknit_help_line_get_name (ReknitHelpLine *self)
{
  g_return_val_if_fail (REKNIT_IS_HELP_LINE (self), NULL);

  return self->name;
}

/**
 * reknit_help_line_get_note:
 *
 * Returns: (nullable): for whom or where it is
 */
const char *
reknit_help_line_get_note (ReknitHelpLine *self)
{
  g_return_val_if_fail (REKNIT_IS_HELP_LINE (self), NULL);

  return self->note;
}

/**
 * reknit_help_line_get_numbers:
 *
 * Returns: (transfer none): the telephone numbers; none if it is on the web only
 */
const char *const *
reknit_help_line_get_numbers (ReknitHelpLine *self)
{
  g_return_val_if_fail (REKNIT_IS_HELP_LINE (self), NULL);

  return (const char *const *) self->numbers;
}

/**
 * reknit_help_line_get_web:
 *
 * Returns: (nullable): its address on the web
 */
const char *
reknit_help_line_get_web (ReknitHelpLine *self)
{
  g_return_val_if_fail (REKNIT_IS_HELP_LINE (self), NULL);

  return self->web;
}
