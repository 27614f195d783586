#include "reknit-content-node.h"

#include "reknit-config.h"
#include "reknit-content-data.h"

struct _ReknitContentNode
{
  char       *name;
  GHashTable *attributes;
  GString    *text;
  GPtrArray  *children;
};

typedef struct
{
  ReknitContentNode *root;
  GPtrArray         *open;
} Reading;

void
reknit_content_node_free (ReknitContentNode *self)
{
  g_free (self->name);
  g_hash_table_unref (self->attributes);
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->children);
  g_free (self);
}

static ReknitContentNode *
reknit_content_node_new (const char  *name,
                         const char **attribute_names,
                         const char **attribute_values)
{
  ReknitContentNode *self = g_new0 (ReknitContentNode, 1);

  self->name = g_strdup (name);
  self->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->text = g_string_new (NULL);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) reknit_content_node_free);

  for (guint i = 0; attribute_names[i] != NULL; i++)
    g_hash_table_insert (self->attributes, g_strdup (attribute_names[i]), g_strdup (attribute_values[i]));

  return self;
}

static void
start_element (GMarkupParseContext  *context,
               const char           *name,
               const char          **attribute_names,
               const char          **attribute_values,
               gpointer              user_data,
               GError              **error)
{
  Reading *reading = user_data;
  ReknitContentNode *node = reknit_content_node_new (name, attribute_names, attribute_values);

  if (reading->open->len > 0)
    {
      ReknitContentNode *parent = g_ptr_array_index (reading->open, reading->open->len - 1);

      g_ptr_array_add (parent->children, node);
    }
  else
    {
      reading->root = node;
    }

  g_ptr_array_add (reading->open, node);
}

static void
end_element (GMarkupParseContext  *context,
             const char           *name,
             gpointer              user_data,
             GError              **error)
{
  Reading *reading = user_data;

  g_ptr_array_remove_index (reading->open, reading->open->len - 1);
}

static void
add_text (GMarkupParseContext  *context,
          const char           *text,
          gsize                 length,
          gpointer              user_data,
          GError              **error)
{
  Reading *reading = user_data;

  if (reading->open->len > 0)
    {
      ReknitContentNode *node = g_ptr_array_index (reading->open, reading->open->len - 1);

      g_string_append_len (node->text, text, (gssize) length);
    }
}

/**
 * reknit_content_node_parse:
 * @markup: the text of a content file
 * @length: its bytes, or -1 if it is null-terminated
 *
 * Returns: (transfer full) (nullable): the root element
 */
ReknitContentNode *
reknit_content_node_parse (const char  *markup,
                           gssize       length,
                           GError     **error)
{
  static const GMarkupParser parser = { start_element, end_element, add_text, NULL, NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Reading reading = { NULL, open };
  g_autoptr (GMarkupParseContext) context = NULL;

  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &reading, NULL);
  if (!g_markup_parse_context_parse (context, markup, length, error) ||
      !g_markup_parse_context_end_parse (context, error))
    {
      g_clear_pointer (&reading.root, reknit_content_node_free);
      return NULL;
    }

  return reading.root;
}

static char *
path_of (const char *file)
{
  return g_strconcat ("/io/github/reknit/Reknit/content/", file, NULL);
}

/**
 * reknit_content_node_exists:
 *
 * Returns: whether the content file called @file is built into the program
 */
gboolean
reknit_content_node_exists (const char *file)
{
  g_autofree char *path = path_of (file);

  return g_resource_get_info (reknit_content_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                              NULL, NULL, NULL);
}

/**
 * reknit_content_node_load:
 * @file: a content file's name, such as `guidance/trust.xml`
 *
 * Reads a file that is built into the program. The build has checked it, so that a failure is a bug.
 *
 * Returns: (transfer full): the root element
 */
ReknitContentNode *
reknit_content_node_load (const char *file)
{
  g_autofree char *path = path_of (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  ReknitContentNode *root = NULL;

  bytes = g_resource_lookup_data (reknit_content_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes != NULL)
    root = reknit_content_node_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  if (root == NULL)
    g_error ("%s: %s", path, error->message);

  return root;
}

gboolean
reknit_content_node_is (const ReknitContentNode *self,
                        const char              *name)
{
  return g_str_equal (self->name, name);
}

guint
reknit_content_node_get_n_children (const ReknitContentNode *self)
{
  return self->children->len;
}

ReknitContentNode *
reknit_content_node_get_child (const ReknitContentNode *self,
                               guint                    position)
{
  return g_ptr_array_index (self->children, position);
}

/**
 * reknit_content_node_find:
 *
 * Returns: (transfer none) (nullable): the first child element called @name
 */
ReknitContentNode *
reknit_content_node_find (const ReknitContentNode *self,
                          const char              *name)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      ReknitContentNode *child = g_ptr_array_index (self->children, i);

      if (reknit_content_node_is (child, name))
        return child;
    }

  return NULL;
}

const char *
reknit_content_node_get_attribute (const ReknitContentNode *self,
                                   const char              *name)
{
  return g_hash_table_lookup (self->attributes, name);
}

/**
 * reknit_content_node_get_enum:
 * @type: an enumeration type
 *
 * Returns: the value whose nick the attribute @name holds
 */
int
reknit_content_node_get_enum (const ReknitContentNode *self,
                              const char              *name,
                              GType                    type)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *value = g_enum_get_value_by_nick (klass, reknit_content_node_get_attribute (self, name));

  g_return_val_if_fail (value != NULL, klass->minimum);

  return value->value;
}

/**
 * reknit_content_node_dup_text:
 *
 * The element's own text, with line breaks and indentation folded into single blanks, as xgettext folds them:
 * otherwise a translation would not be found.
 *
 * Returns: (transfer full): the text, not translated
 */
char *
reknit_content_node_dup_text (const ReknitContentNode *self)
{
  g_auto (GStrv) words = g_strsplit_set (self->text->str, " \t\r\n", -1);
  GString *text = g_string_sized_new (self->text->len);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, words[i]);
    }

  return g_string_free (text, FALSE);
}

/**
 * reknit_content_node_translate:
 * @context: (nullable): the message context that the ITS rules give to this element
 *
 * Returns: (transfer full): the element's text in the language of the program
 */
char *
reknit_content_node_translate (const ReknitContentNode *self,
                               const char              *context)
{
  g_autofree char *text = reknit_content_node_dup_text (self);

  if (context != NULL)
    return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, context, text));

  return g_strdup (g_dgettext (GETTEXT_PACKAGE, text));
}

/**
 * reknit_content_node_translate_child:
 *
 * Returns: (transfer full): the text of the child element called @name, which must be there
 */
char *
reknit_content_node_translate_child (const ReknitContentNode *self,
                                     const char              *name)
{
  ReknitContentNode *child = reknit_content_node_find (self, name);

  g_return_val_if_fail (child != NULL, NULL);

  return reknit_content_node_translate (child, NULL);
}

/**
 * reknit_content_node_translate_children:
 *
 * Returns: (transfer full): the texts of the child elements called @name
 */
GStrv
reknit_content_node_translate_children (const ReknitContentNode *self,
                                        const char              *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->children->len; i++)
    {
      const ReknitContentNode *child = g_ptr_array_index (self->children, i);

      if (reknit_content_node_is (child, name))
        {
          g_autofree char *text = reknit_content_node_translate (child, NULL);

          g_strv_builder_add (builder, text);
        }
    }

  return g_strv_builder_end (builder);
}
