#include "reknit-toasts.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  return ADW_TOAST_OVERLAY (gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY));
}

static void
add (GtkWidget *widget,
     AdwToast  *toast)
{
  AdwToastOverlay *overlay = find_overlay (widget);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (overlay, toast);
  else
    g_object_unref (toast);
}

/**
 * reknit_toast:
 * @widget: a widget
 * @text: one short sentence
 *
 * Says something in passing.
 */
void
reknit_toast (GtkWidget  *widget,
              const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  add (widget, adw_toast_new (markup));
}

/**
 * reknit_toast_drop_undo:
 * @widget: a widget
 *
 * Puts the last way to undo out of sight: before a form or a session, whose buttons it would cover, and before the next
 * one, because an older one would take back what was done last and not what it tells of.
 */
void
reknit_toast_drop_undo (GtkWidget *widget)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  g_autoptr (AdwToast) toast = overlay != NULL ? g_object_steal_data (G_OBJECT (overlay), "reknit-undo-toast") : NULL;

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/**
 * reknit_toast_undo:
 * @widget: a widget
 * @text: what was done: “Issue deleted”
 *
 * Says what was just done, with a button that takes it back.
 */
void
reknit_toast_undo (GtkWidget  *widget,
                   const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  reknit_toast_drop_undo (widget);
  if (overlay != NULL)
    g_object_set_data_full (G_OBJECT (overlay), "reknit-undo-toast", g_object_ref (toast), g_object_unref);
  add (widget, toast);
}
