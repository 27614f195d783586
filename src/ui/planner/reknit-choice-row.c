#include "reknit-choice-row.h"

/**
 * ReknitChoiceRow:
 *
 * A row that offers a few things by name, and knows what is chosen by a key.
 */
struct _ReknitChoiceRow
{
  AdwComboRow    parent_instance;

  GtkStringList *labels;
  GPtrArray     *keys;
  const char    *choice;
};

enum { PROP_0, PROP_CHOICE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitChoiceRow, reknit_choice_row, ADW_TYPE_COMBO_ROW)

static void
on_selected (ReknitChoiceRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  const char *choice = selected < self->keys->len ? self->keys->pdata[selected] : NULL;

  if (choice == self->choice)
    return;
  self->choice = choice;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}

static void
reknit_choice_row_finalize (GObject *object)
{
  ReknitChoiceRow *self = REKNIT_CHOICE_ROW (object);

  g_ptr_array_unref (self->keys);
  g_object_unref (self->labels);
  G_OBJECT_CLASS (reknit_choice_row_parent_class)->finalize (object);
}

static void
reknit_choice_row_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_CHOICE)
    g_value_set_string (value, REKNIT_CHOICE_ROW (object)->choice);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_choice_row_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (prop_id == PROP_CHOICE)
    reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_choice_row_class_init (ReknitChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = reknit_choice_row_finalize;
  object_class->get_property = reknit_choice_row_get_property;
  object_class->set_property = reknit_choice_row_set_property;
  properties[PROP_CHOICE] = g_param_spec_string ("choice", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
reknit_choice_row_init (ReknitChoiceRow *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->labels = gtk_string_list_new (NULL);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->labels));
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected), NULL);
}

/**
 * reknit_choice_row_add:
 * @key: how the choice is known
 * @label: what it is called, translated
 *
 * Offers one more; the first one is chosen.
 */
void
reknit_choice_row_add (ReknitChoiceRow *self,
                       const char      *key,
                       const char      *label)
{
  g_ptr_array_add (self->keys, g_strdup (key));
  gtk_string_list_append (self->labels, label);
  on_selected (self);
}

/**
 * reknit_choice_row_get_choice:
 *
 * Returns: (transfer none) (nullable): the key of what is chosen
 */
const char *
reknit_choice_row_get_choice (ReknitChoiceRow *self)
{
  return self->choice;
}

/**
 * reknit_choice_row_set_choice:
 * @key: (nullable): what to choose; what is not offered is left aside
 */
void
reknit_choice_row_set_choice (ReknitChoiceRow *self,
                              const char      *key)
{
  for (guint i = 0; i < self->keys->len; i++)
    if (g_strcmp0 (self->keys->pdata[i], key) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self), i);
}
