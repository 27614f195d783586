#include "reknit-practice-page.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

/* The window's overlay, so that a toast outlives the page that it came from. */
static void
add (ReknitPracticePage *self,
     AdwToast           *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

/**
 * reknit_practice_page_drop_undo_toast:
 *
 * Puts the last way to undo out of sight: before a form or a session, whose buttons it would cover, and before the next
 * one, because an older one would take back what was done last and not what it tells of.
 */
void
reknit_practice_page_drop_undo_toast (ReknitPracticePage *self)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autoptr (AdwToast) toast = overlay != NULL ? g_object_steal_data (G_OBJECT (overlay), "reknit-undo-toast") : NULL;

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static void
remember (ReknitPracticePage *self,
          AdwToast           *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    g_object_set_data_full (G_OBJECT (overlay), "reknit-undo-toast", g_object_ref (toast), g_object_unref);
}

/**
 * reknit_practice_page_toast:
 * @text: one short sentence
 *
 * Says something in passing.
 */
void
reknit_practice_page_toast (ReknitPracticePage *self,
                            const char         *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  add (self, adw_toast_new (markup));
}

/**
 * reknit_practice_page_undo_toast:
 * @text: what was done: “Issue deleted”
 *
 * Says what was just done, with a button that takes it back.
 */
void
reknit_practice_page_undo_toast (ReknitPracticePage *self,
                                 const char         *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  reknit_practice_page_drop_undo_toast (self);
  remember (self, toast);
  add (self, toast);
}

/**
 * reknit_practice_page_error_toast:
 * @error: what went wrong, in words for people
 *
 * Says that something could not be done. A failed save needs none of this: the window tells of it.
 */
void
reknit_practice_page_error_toast (ReknitPracticePage *self,
                                  const GError       *error)
{
  reknit_practice_page_toast (self, error->message);
}
