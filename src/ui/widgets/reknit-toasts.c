#include "reknit-toasts.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

/* libadwaita breaks when a toast has gone before it has fully come, which takes it half a second. */
#define COMING_MS 600
#define BORN      "reknit-toast-born"
#define LIVE      "reknit-undo-toast"

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

static guint
get_age (AdwToast *toast)
{
  gint64 *born = g_object_get_data (G_OBJECT (toast), BORN);

  return (guint) MIN ((g_get_monotonic_time () - *born) / 1000, G_MAXINT);
}

static gboolean
dismiss (gpointer toast)
{
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/* The overlay lets go of a toast that was closed or has had its time. */
static void
on_dismissed (AdwToast        *toast,
              AdwToastOverlay *overlay)
{
  if (g_object_get_data (G_OBJECT (overlay), LIVE) == toast)
    g_object_set_data (G_OBJECT (overlay), LIVE, NULL);
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
  g_autoptr (AdwToast) toast = overlay != NULL ? g_object_steal_data (G_OBJECT (overlay), LIVE) : NULL;
  guint age = toast != NULL ? get_age (toast) : 0;

  if (toast == NULL)
    return;
  if (age < COMING_MS)
    g_timeout_add_full (G_PRIORITY_DEFAULT, COMING_MS - age, dismiss, g_object_ref (toast), g_object_unref);
  else
    adw_toast_dismiss (toast);
}

static void
add_undo (AdwToastOverlay *overlay,
          AdwToast        *toast)
{
  gint64 *born = g_new (gint64, 1);

  *born = g_get_monotonic_time ();
  adw_toast_set_button_label (toast, _("Undo"));
  g_object_set_data_full (G_OBJECT (toast), BORN, born, g_free);
  g_object_set_data_full (G_OBJECT (overlay), LIVE, g_object_ref (toast), g_object_unref);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed), overlay, G_CONNECT_AFTER);
  adw_toast_overlay_add_toast (overlay, toast);
}

/**
 * reknit_toast_undo:
 * @widget: a widget
 * @text: what was done: “Issue deleted”
 *
 * Says what was just done, with a button that takes it back. What comes in quick succession, as when a key is held, is
 * told by one toast.
 */
void
reknit_toast_undo (GtkWidget  *widget,
                   const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *live = overlay != NULL ? g_object_get_data (G_OBJECT (overlay), LIVE) : NULL;
  AdwToast *toast;

  if (overlay == NULL)
    return;
  if (live != NULL && get_age (live) < COMING_MS && adw_toast_get_action_name (live) != NULL)
    {
      adw_toast_set_title (live, markup);
      return;
    }
  reknit_toast_drop_undo (widget);
  toast = adw_toast_new (markup);
  adw_toast_set_action_name (toast, "win.undo");
  add_undo (overlay, toast);
}

/**
 * reknit_toast_undo_by:
 * @widget: a widget
 * @text: what was done
 * @closure: (transfer floating): takes it back
 *
 * Says what was just done, where it is no step of the store.
 */
void
reknit_toast_undo_by (GtkWidget  *widget,
                      const char *text,
                      GClosure   *closure)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *toast;

  g_closure_ref (closure);
  g_closure_sink (closure);
  if (overlay != NULL)
    {
      reknit_toast_drop_undo (widget);
      toast = adw_toast_new (markup);
      g_signal_connect_closure (toast, "button-clicked", closure, FALSE);
      add_undo (overlay, toast);
    }
  g_closure_unref (closure);
}
