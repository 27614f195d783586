#include "reknit-rule-row.h"

struct _ReknitRuleItem
{
  GObject  parent_instance;

  char    *text;
};

enum { PROP_0, PROP_TEXT, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitRuleItem, reknit_rule_item, G_TYPE_OBJECT)

static void
reknit_rule_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_TEXT)
    g_value_set_string (value, REKNIT_RULE_ITEM (object)->text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_rule_item_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ReknitRuleItem *self = REKNIT_RULE_ITEM (object);

  if (prop_id != PROP_TEXT)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (g_strcmp0 (self->text, g_value_get_string (value)) != 0)
    {
      g_free (self->text);
      self->text = g_value_dup_string (value);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
reknit_rule_item_finalize (GObject *object)
{
  g_free (REKNIT_RULE_ITEM (object)->text);
  G_OBJECT_CLASS (reknit_rule_item_parent_class)->finalize (object);
}

static void
reknit_rule_item_class_init (ReknitRuleItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = reknit_rule_item_get_property;
  object_class->set_property = reknit_rule_item_set_property;
  object_class->finalize = reknit_rule_item_finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
reknit_rule_item_init (ReknitRuleItem *self)
{
  self->text = g_strdup ("");
}

/**
 * reknit_rule_item_new:
 * @text: how it begins
 *
 * Returns: (transfer full): a rule that is not part of an agreement yet
 */
ReknitRuleItem *
reknit_rule_item_new (const char *text)
{
  return g_object_new (REKNIT_TYPE_RULE_ITEM, "text", text, NULL);
}

/**
 * reknit_rule_item_get_text:
 *
 * Returns: (transfer none): the rule as it was typed
 */
const char *
reknit_rule_item_get_text (ReknitRuleItem *self)
{
  return self->text != NULL ? self->text : "";
}
