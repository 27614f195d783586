#include "reknit-agreement-suggestions.h"

#include "reknit-config.h"
#include "reknit-content.h"
#include "reknit-rule-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* More than that at once is a wall of text. */
#define N_SHOWN 6

typedef struct
{
  ReknitSuggestionFunc  take;
  gpointer              user_data;
  GHashTable           *taken;
  gboolean              shows_all;
} State;

static void
state_free (gpointer data)
{
  State *state = data;

  g_hash_table_unref (state->taken);
  g_free (state);
}

static State *
get_state (GtkListBox *list)
{
  return g_object_get_data (G_OBJECT (list), "reknit-suggestions");
}

static const char *
get_text (GtkListBoxRow *row)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
}

static gboolean
is_shown (GtkListBoxRow *row,
          gpointer       user_data)
{
  State *state = user_data;

  return (state->shows_all || gtk_list_box_row_get_index (row) < N_SHOWN) && !g_hash_table_contains (state->taken, get_text (row));
}

static void
on_taken (GtkListBoxRow *row)
{
  State *state = get_state (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row))));

  state->take (get_text (row), state->user_data);
}

static GtkWidget *
create_row (ReknitSuggestion *suggestion)
{
  const char *text = reknit_suggestion_get_text (suggestion);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", text, "use-markup", FALSE, "activatable", TRUE, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("reknit-add-symbolic");
  /* Translators: %s is a rule that was suggested */
  g_autofree char *name = g_strdup_printf (_("Take: %s"), text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Take This Rule"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect (row, "activated", G_CALLBACK (on_taken), NULL);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_taken), row);
  return row;
}

/**
 * reknit_agreement_suggestions_fill:
 * @list: an empty list box
 * @suggestions: (nullable): the name of a list in the content
 * @take: called with a suggestion that is taken
 * @user_data: for @take; it outlives @list
 *
 * Fills @list with the suggestions, each with a button that takes it.
 *
 * Returns: whether there is any suggestion
 */
gboolean
reknit_agreement_suggestions_fill (GtkListBox           *list,
                                   const char           *suggestions,
                                   ReknitSuggestionFunc  take,
                                   gpointer              user_data)
{
  State *state = g_new0 (State, 1);
  GListModel *model = suggestions != NULL
                      ? reknit_content_get_suggestions (reknit_content_get_default (), suggestions) : NULL;
  const guint n = model != NULL ? g_list_model_get_n_items (model) : 0;

  state->take = take;
  state->user_data = user_data;
  state->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_object_set_data_full (G_OBJECT (list), "reknit-suggestions", state, state_free);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReknitSuggestion) suggestion = g_list_model_get_item (model, i);

      gtk_list_box_append (list, create_row (suggestion));
    }
  gtk_list_box_set_filter_func (list, is_shown, state, NULL);
  return n > 0;
}

/**
 * reknit_agreement_suggestions_update:
 * @list: a list that was filled
 * @rules: a list model of #ReknitRuleItem, those that were taken
 *
 * Leaves out what stands in @rules.
 */
void
reknit_agreement_suggestions_update (GtkListBox *list,
                                     GListModel *rules)
{
  State *state = get_state (list);

  if (state == NULL)
    return;

  g_hash_table_remove_all (state->taken);
  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr (ReknitRuleItem) item = g_list_model_get_item (rules, i);

      g_hash_table_add (state->taken, g_strdup (reknit_rule_item_get_text (item)));
    }
  gtk_list_box_invalidate_filter (list);
}

/**
 * reknit_agreement_suggestions_show_all:
 * @list: a list that was filled
 *
 * Shows more than the first few.
 */
void
reknit_agreement_suggestions_show_all (GtkListBox *list)
{
  get_state (list)->shows_all = TRUE;
  gtk_list_box_invalidate_filter (list);
}
