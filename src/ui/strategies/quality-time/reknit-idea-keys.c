#include "reknit-idea-keys.h"

#include "reknit-idea-words.h"

static gboolean
on_key (GtkWidget *widget,
        GVariant  *rating,
        gpointer   user_data)
{
  ReknitPracticePage *page = REKNIT_PRACTICE_PAGE (widget);

  if (!gtk_widget_get_mapped (widget) || reknit_practice_page_get_subpage (page) != NULL)
    return FALSE;
  return gtk_widget_activate_action_variant (widget, rating != NULL ? "practice.rate" : "practice.skip", rating);
}

/**
 * reknit_idea_keys_add:
 * @page: a page with the actions practice.rate and practice.skip
 *
 * Lets one rate by 1 to 4 and skip by S, wherever the focus is as long as nobody types: after a seat was taken it is not
 * on the page.
 */
void
reknit_idea_keys_add (ReknitPracticePage *page)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i <= REKNIT_IDEA_N_RATINGS; i++)
    {
      gboolean skips = i == REKNIT_IDEA_N_RATINGS;
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (skips ? GDK_KEY_s : GDK_KEY_1 + i, 0),
                                                gtk_callback_action_new (on_key, NULL, NULL));

      if (!skips)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_string (reknit_idea_words_get_rating (i)));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (page), controller);
}
