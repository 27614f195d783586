#include "reknit-help-private.h"

/**
 * ReknitHelpCountry:
 *
 * The help lines of one country.
 */
struct _ReknitHelpCountry
{
  GObject     parent_instance;
  char       *code;
  char       *title;
  GListStore *lines;
};

G_DEFINE_FINAL_TYPE (ReknitHelpCountry, reknit_help_country, G_TYPE_OBJECT)

enum { COUNTRY_PROP_0, COUNTRY_PROP_CODE, COUNTRY_PROP_TITLE, COUNTRY_PROP_LINES, N_COUNTRY_PROPS };

static GParamSpec *country_props[N_COUNTRY_PROPS];

static void
reknit_help_country_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ReknitHelpCountry *self = REKNIT_HELP_COUNTRY (object);

  switch (prop_id)
    {
    case COUNTRY_PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    case COUNTRY_PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case COUNTRY_PROP_LINES:
      g_value_set_object (value, self->lines);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_help_country_finalize (GObject *object)
{
  ReknitHelpCountry *self = REKNIT_HELP_COUNTRY (object);

  g_free (self->code);
  g_free (self->title);
  g_object_unref (self->lines);

  G_OBJECT_CLASS (reknit_help_country_parent_class)->finalize (object);
}

static void
reknit_help_country_class_init (ReknitHelpCountryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = reknit_help_country_get_property;
  object_class->finalize = reknit_help_country_finalize;

  country_props[COUNTRY_PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, flags);
  country_props[COUNTRY_PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  country_props[COUNTRY_PROP_LINES] = g_param_spec_object ("lines", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_COUNTRY_PROPS, country_props);
}

static void
reknit_help_country_init (ReknitHelpCountry *self)
{
  self->lines = g_list_store_new (REKNIT_TYPE_HELP_LINE);
}

static ReknitHelpCountry *
reknit_help_country_new_from_node (const ReknitContentNode *node)
{
  ReknitHelpCountry *self = g_object_new (REKNIT_TYPE_HELP_COUNTRY, NULL);

  self->code = g_strdup (reknit_content_node_get_attribute (node, "code"));
  self->title = reknit_content_node_translate_child (node, "title");
  for (guint i = 0; i < reknit_content_node_get_n_children (node); i++)
    {
      const ReknitContentNode *child = reknit_content_node_get_child (node, i);

      if (reknit_content_node_is (child, "line"))
        {
          g_autoptr (ReknitHelpLine) line = reknit_help_line_new_from_node (child);

          g_list_store_append (self->lines, line);
        }
    }

  return self;
}

/**
 * reknit_help_country_get_code:
 *
 * Returns: the country’s ISO 3166-1 code, such as `AT`; `001` for lines that serve the whole world
 */
const char *
reknit_help_country_get_code (ReknitHelpCountry *self)
{
  g_return_val_if_fail (REKNIT_IS_HELP_COUNTRY (self), NULL);

  return self->code;
}

const char *
reknit_help_country_get_title (ReknitHelpCountry *self)
{
  g_return_val_if_fail (REKNIT_IS_HELP_COUNTRY (self), NULL);

  return self->title;
}

/**
 * reknit_help_country_get_lines:
 *
 * Returns: (transfer none): the #ReknitHelpLine list
 */
GListModel *
reknit_help_country_get_lines (ReknitHelpCountry *self)
{
  g_return_val_if_fail (REKNIT_IS_HELP_COUNTRY (self), NULL);

  return G_LIST_MODEL (self->lines);
}

/**
 * ReknitHelpDirectory:
 *
 * Where help is, by country, with the month in which the list was put together.
 */
struct _ReknitHelpDirectory
{
  GObject     parent_instance;
  char       *checked;
  GStrv       paragraphs;
  GListStore *countries;
};

G_DEFINE_FINAL_TYPE (ReknitHelpDirectory, reknit_help_directory, G_TYPE_OBJECT)

static void
reknit_help_directory_finalize (GObject *object)
{
  ReknitHelpDirectory *self = REKNIT_HELP_DIRECTORY (object);

  g_free (self->checked);
  g_strfreev (self->paragraphs);
  g_object_unref (self->countries);

  G_OBJECT_CLASS (reknit_help_directory_parent_class)->finalize (object);
}

static void
reknit_help_directory_class_init (ReknitHelpDirectoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reknit_help_directory_finalize;
}

static void
reknit_help_directory_init (ReknitHelpDirectory *self)
{
  self->countries = g_list_store_new (REKNIT_TYPE_HELP_COUNTRY);
}

/*
 * reknit_help_directory_new_from_node:
 * @node: the `resources` element
 *
 * Returns: (transfer full): the directory
 */
ReknitHelpDirectory *
reknit_help_directory_new_from_node (const ReknitContentNode *node)
{
  ReknitHelpDirectory *self = g_object_new (REKNIT_TYPE_HELP_DIRECTORY, NULL);

  self->checked = g_strdup (reknit_content_node_get_attribute (node, "checked"));
  self->paragraphs = reknit_content_node_translate_children (node, "paragraph");
  for (guint i = 0; i < reknit_content_node_get_n_children (node); i++)
    {
      const ReknitContentNode *child = reknit_content_node_get_child (node, i);

      if (reknit_content_node_is (child, "country"))
        {
          g_autoptr (ReknitHelpCountry) country = reknit_help_country_new_from_node (child);

          g_list_store_append (self->countries, country);
        }
    }

  return self;
}

/**
 * reknit_help_directory_get_checked:
 *
 * Returns: the month in which the list was put together, as `YYYY-MM`
 */
const char *
reknit_help_directory_get_checked (ReknitHelpDirectory *self)
{
  g_return_val_if_fail (REKNIT_IS_HELP_DIRECTORY (self), NULL);

  return self->checked;
}

/**
 * reknit_help_directory_get_paragraphs:
 *
 * Returns: (transfer none): what to know before calling or browsing; to be shown with the list
 */
const char *const *
reknit_help_directory_get_paragraphs (ReknitHelpDirectory *self)
{
  g_return_val_if_fail (REKNIT_IS_HELP_DIRECTORY (self), NULL);

  return (const char *const *) self->paragraphs;
}

/**
 * reknit_help_directory_get_countries:
 *
 * Returns: (transfer none): the #ReknitHelpCountry list
 */
GListModel *
reknit_help_directory_get_countries (ReknitHelpDirectory *self)
{
  g_return_val_if_fail (REKNIT_IS_HELP_DIRECTORY (self), NULL);

  return G_LIST_MODEL (self->countries);
}

/**
 * reknit_help_directory_find_country:
 * @code: (nullable): an ISO 3166-1 code
 *
 * Returns: (transfer none) (nullable): the country’s lines, if the list knows any
 */
ReknitHelpCountry *
reknit_help_directory_find_country (ReknitHelpDirectory *self,
                                    const char          *code)
{
  g_return_val_if_fail (REKNIT_IS_HELP_DIRECTORY (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->countries)); i++)
    {
      g_autoptr (ReknitHelpCountry) country = g_list_model_get_item (G_LIST_MODEL (self->countries), i);

      if (g_strcmp0 (country->code, code) == 0)
        return country;
    }

  return NULL;
}
