#include "reknit-feelings-picker.h"

#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-content.h"
#include "reknit-feeling-picks.h"
#include "reknit-i-statement.h"
#include "reknit-template.h"
#include "reknit-wrap-box.h"

#define DEFAULT_STRENGTH 3

/**
 * ReknitFeelingsPicker:
 *
 * Finds the words for what one feels: first a family, then its words, then how strongly; several at once.
 */
struct _ReknitFeelingsPicker
{
  GtkWidget      parent_instance;

  GtkListBox    *chosen;
  ReknitWrapBox *families;
  ReknitWrapBox *words;

  GPtrArray     *picks;
  gboolean       applying;
};

enum { PROP_0, PROP_PICKS, PROP_EMPTY, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitFeelingsPicker, reknit_feelings_picker, GTK_TYPE_WIDGET)

static ReknitFeelingPick *
find_pick (ReknitFeelingsPicker *self,
           const char           *feeling,
           guint                *position)
{
  for (guint i = 0; i < self->picks->len; i++)
    {
      ReknitFeelingPick *pick = g_ptr_array_index (self->picks, i);

      if (g_str_equal (pick->feeling, feeling))
        {
          *position = i;
          return pick;
        }
    }
  return NULL;
}

/* The words of the open family show which of them are picked. */
static void
mark_words (ReknitFeelingsPicker *self)
{
  self->applying = TRUE;
  for (GtkWidget *word = gtk_widget_get_first_child (GTK_WIDGET (self->words)); word != NULL;
       word = gtk_widget_get_next_sibling (word))
    {
      guint position;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (word),
                                    find_pick (self, g_object_get_data (G_OBJECT (word), "feeling"), &position) != NULL);
    }
  self->applying = FALSE;
}

static void
notify_picks (ReknitFeelingsPicker *self,
              gboolean              was_empty)
{
  gboolean empty = self->picks->len == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->chosen), !empty);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICKS]);
  if (empty != was_empty)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static void
describe_strength (GtkScale *scale,
                   GtkWidget *row)
{
  const char *words = reknit_i_statement_word_strength ((int) gtk_range_get_value (GTK_RANGE (scale)));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

static void
on_strength_changed (ReknitFeelingsPicker *self,
                     GtkScale             *scale)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (scale), ADW_TYPE_ACTION_ROW);
  int strength = (int) gtk_range_get_value (GTK_RANGE (scale));
  guint position;
  ReknitFeelingPick *pick = find_pick (self, g_object_get_data (G_OBJECT (row), "feeling"), &position);

  if (pick == NULL || pick->strength == strength)
    return;

  pick->strength = strength;
  describe_strength (scale, row);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICKS]);
}

static void
remove_pick (ReknitFeelingsPicker *self,
             guint                 position)
{
  g_ptr_array_remove_index (self->picks, position);
  gtk_list_box_remove (self->chosen, GTK_WIDGET (gtk_list_box_get_row_at_index (self->chosen, (int) position)));
  mark_words (self);
  notify_picks (self, FALSE);
}

static void
on_remove (ReknitFeelingsPicker *self,
           GtkWidget            *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  remove_pick (self, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static GtkWidget *
create_scale (ReknitFeelingsPicker    *self,
              const ReknitFeelingPick *pick,
              const char              *title)
{
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 1, REKNIT_FEELING_STRENGTH_MAX, 1);
  /* Translators: tells how strongly a feeling is felt; %s is the feeling. */
  g_autofree char *label = g_strdup_printf (_("How Strongly: %s"), title);

  gtk_range_set_increments (GTK_RANGE (scale), 1, 1);
  gtk_range_set_round_digits (GTK_RANGE (scale), 0);
  gtk_range_set_value (GTK_RANGE (scale), pick->strength);
  gtk_widget_set_size_request (scale, 112, -1);
  gtk_widget_set_valign (scale, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return scale;
}

static void
append_row (ReknitFeelingsPicker    *self,
            const ReknitFeelingPick *pick)
{
  const char *name = reknit_i_statement_name_feeling (pick->feeling);
  const char *title = name != NULL ? name : pick->feeling;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "use-markup", FALSE, "selectable", FALSE, NULL);
  GtkWidget *scale = create_scale (self, pick, title);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), title);

  g_object_set_data_full (G_OBJECT (row), "feeling", g_strdup (pick->feeling), g_free);
  gtk_widget_set_tooltip_text (button, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), scale);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  describe_strength (GTK_SCALE (scale), row);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (on_strength_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->chosen, row);
}

static void
on_word_toggled (ReknitFeelingsPicker *self,
                 GtkToggleButton      *button)
{
  const char *feeling = g_object_get_data (G_OBJECT (button), "feeling");
  gboolean was_empty = self->picks->len == 0;
  ReknitFeelingPick *pick;
  guint position;

  if (self->applying)
    return;
  if (find_pick (self, feeling, &position) != NULL)
    {
      remove_pick (self, position);
      return;
    }

  pick = reknit_feeling_pick_new (feeling, DEFAULT_STRENGTH);
  g_ptr_array_add (self->picks, pick);
  append_row (self, pick);
  notify_picks (self, was_empty);
}

static GtkWidget *
create_chip (const char *title)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (title);

  gtk_widget_add_css_class (chip, "reknit-chip");
  return chip;
}

static void
on_family_toggled (ReknitFeelingsPicker *self,
                   GtkToggleButton      *button)
{
  ReknitFeelingFamily *family = g_object_get_data (G_OBJECT (button), "family");
  GListModel *feelings = reknit_feeling_family_get_feelings (family);

  if (!gtk_toggle_button_get_active (button))
    return;

  reknit_wrap_box_clear (self->words);
  for (guint i = 0; i < g_list_model_get_n_items (feelings); i++)
    {
      g_autoptr (ReknitFeeling) feeling = g_list_model_get_item (feelings, i);
      GtkWidget *chip = create_chip (reknit_feeling_get_title (feeling));

      g_object_set_data_full (G_OBJECT (chip), "feeling", g_strdup (reknit_feeling_get_id (feeling)), g_free);
      g_signal_connect_object (chip, "toggled", G_CALLBACK (on_word_toggled), self, G_CONNECT_SWAPPED);
      reknit_wrap_box_append (self->words, chip);
    }
  mark_words (self);
  gtk_widget_set_visible (GTK_WIDGET (self->words), TRUE);
}

static void
add_families (ReknitFeelingsPicker *self)
{
  GListModel *families = reknit_content_get_feelings (reknit_content_get_default ());
  GtkToggleButton *group = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (families); i++)
    {
      g_autoptr (ReknitFeelingFamily) family = g_list_model_get_item (families, i);
      GtkWidget *chip = create_chip (reknit_feeling_family_get_title (family));

      g_object_set_data_full (G_OBJECT (chip), "family", g_object_ref (family), g_object_unref);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), group);
      group = GTK_TOGGLE_BUTTON (chip);
      g_signal_connect_object (chip, "toggled", G_CALLBACK (on_family_toggled), self, G_CONNECT_SWAPPED);
      reknit_wrap_box_append (self->families, chip);
    }
}

static void
reknit_feelings_picker_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_FEELINGS_PICKER);
  G_OBJECT_CLASS (reknit_feelings_picker_parent_class)->dispose (object);
}

static void
reknit_feelings_picker_finalize (GObject *object)
{
  g_ptr_array_unref (REKNIT_FEELINGS_PICKER (object)->picks);
  G_OBJECT_CLASS (reknit_feelings_picker_parent_class)->finalize (object);
}

static void
reknit_feelings_picker_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ReknitFeelingsPicker *self = REKNIT_FEELINGS_PICKER (object);

  switch (prop_id)
    {
    case PROP_PICKS: g_value_take_string (value, reknit_feelings_picker_dup_picks (self)); break;
    case PROP_EMPTY: g_value_set_boolean (value, reknit_feelings_picker_is_empty (self)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_feelings_picker_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  if (prop_id == PROP_PICKS)
    reknit_feelings_picker_set_picks (REKNIT_FEELINGS_PICKER (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_feelings_picker_class_init (ReknitFeelingsPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_feelings_picker_dispose;
  object_class->finalize = reknit_feelings_picker_finalize;
  object_class->get_property = reknit_feelings_picker_get_property;
  object_class->set_property = reknit_feelings_picker_set_property;

  properties[PROP_PICKS] = g_param_spec_string ("picks", NULL, NULL, "",
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-feelings-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingsPicker, chosen);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingsPicker, families);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingsPicker, words);
}

static void
reknit_feelings_picker_init (ReknitFeelingsPicker *self)
{
  self->picks = g_ptr_array_new_with_free_func ((GDestroyNotify) reknit_feeling_pick_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_families (self);
}

/**
 * reknit_feelings_picker_new:
 *
 * Returns: (transfer floating): a picker with nothing picked
 */
GtkWidget *
reknit_feelings_picker_new (void)
{
  return g_object_new (REKNIT_TYPE_FEELINGS_PICKER, NULL);
}

/**
 * reknit_feelings_picker_dup_picks:
 *
 * Returns: (transfer full): what is picked, as a row keeps it; "" for nothing
 */
char *
reknit_feelings_picker_dup_picks (ReknitFeelingsPicker *self)
{
  return reknit_feeling_picks_to_text (self->picks);
}

/**
 * reknit_feelings_picker_set_picks:
 * @picks: (nullable): what shall be picked, as a row keeps it
 */
void
reknit_feelings_picker_set_picks (ReknitFeelingsPicker *self,
                                  const char           *picks)
{
  g_autofree char *old = reknit_feelings_picker_dup_picks (self);
  gboolean was_empty = self->picks->len == 0;
  GtkListBoxRow *row;

  if (g_str_equal (old, picks != NULL ? picks : ""))
    return;

  while ((row = gtk_list_box_get_row_at_index (self->chosen, 0)) != NULL)
    gtk_list_box_remove (self->chosen, GTK_WIDGET (row));
  g_ptr_array_unref (self->picks);
  self->picks = reknit_feeling_picks_parse (picks);
  for (guint i = 0; i < self->picks->len; i++)
    append_row (self, g_ptr_array_index (self->picks, i));
  mark_words (self);
  notify_picks (self, was_empty);
}

/**
 * reknit_feelings_picker_is_empty:
 *
 * Returns: whether nothing is picked
 */
gboolean
reknit_feelings_picker_is_empty (ReknitFeelingsPicker *self)
{
  return self->picks->len == 0;
}
