#include "reknit-toasts.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

/* libadwaita 1.2 breaks when a toast has gone before it has fully come, which takes it half a second. */
#define COMING_MS 600

/* What is known of an overlay: what was said last, and the toast on top of the others. */
#define LIVE    "reknit-toast-live"
#define TOP     "reknit-toast-top"

/* Of an overlay, when a toast went, so that one below it came back; of a toast, when it came. */
#define CHANGED "reknit-toast-changed"

/* What is known of a toast: whether it goes as soon as it has come, what its button does, whether that takes back the last
 * step of the store, whether the button was pressed, and whether it was taken away. */
#define HELD    "reknit-toast-held"
#define UNDO    "reknit-toast-undo"
#define STEP    "reknit-toast-step"
#define PRESSED "reknit-toast-pressed"
#define BARE    "reknit-toast-bare"

static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  return ADW_TOAST_OVERLAY (ADW_IS_TOAST_OVERLAY (widget) ? widget : gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY));
}

static void
note_change (gpointer object)
{
  gint64 *now = g_new (gint64, 1);

  *now = g_get_monotonic_time ();
  g_object_set_data_full (object, CHANGED, now, g_free);
}

static guint
get_time_since_change (gpointer object)
{
  gint64 *changed = g_object_get_data (object, CHANGED);

  return changed != NULL ? (guint) MIN ((g_get_monotonic_time () - *changed) / 1000, COMING_MS) : COMING_MS;
}

/* Any toast may be the one that came back. */
static guint
get_age (AdwToastOverlay *overlay,
         AdwToast        *toast)
{
  return MIN (get_time_since_change (overlay), get_time_since_change (toast));
}

/* By the signal itself: the toast takes itself for dismissed since it was told to go. */
static gboolean
dismiss_held (gpointer toast)
{
  g_object_set_data (toast, HELD, NULL);
  g_signal_emit_by_name (toast, "dismissed");
  return G_SOURCE_REMOVE;
}

/* Whoever dismisses a toast that is still coming, a person with its button, its cross or Escape among them, has it go as
 * soon as it has come: the overlay hears of it only then. */
static void
hold_back (AdwToast        *toast,
           AdwToastOverlay *overlay)
{
  guint age = get_age (overlay, toast);

  if (age >= COMING_MS)
    return;
  g_signal_stop_emission_by_name (toast, "dismissed");
  if (g_object_get_data (G_OBJECT (toast), HELD) != NULL)
    return;
  g_object_set_data (G_OBJECT (toast), HELD, toast);
  g_timeout_add_full (G_PRIORITY_DEFAULT, COMING_MS - age, dismiss_held, g_object_ref (toast), g_object_unref);
}

/* The overlay lets go of a toast that was closed or has had its time. What is asked of it later says nothing more. */
static void
on_dismissed (AdwToast        *toast,
              AdwToastOverlay *overlay)
{
  g_signal_handlers_disconnect_by_data (toast, overlay);
  note_change (overlay);
  if (g_object_get_data (G_OBJECT (overlay), LIVE) == toast)
    g_object_set_data (G_OBJECT (overlay), LIVE, NULL);
}

static void
add (AdwToastOverlay *overlay,
     AdwToast        *toast)
{
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  /* One before the overlay hears of it, one after. */
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (hold_back), overlay, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed), overlay, G_CONNECT_AFTER);
  g_object_set_data (G_OBJECT (overlay), TOP, toast);
  note_change (toast);
  adw_toast_overlay_add_toast (overlay, toast);
}

static void
undo_step (AdwToastOverlay *overlay)
{
  gtk_widget_activate_action (GTK_WIDGET (overlay), "win.undo", NULL);
}

/* Where @closure is %NULL, the button takes back the last step of the store. It does so by a signal and not as an action:
 * what comes of it is said after the toast is known to go. */
static void
set_undo (AdwToastOverlay *overlay,
          AdwToast        *toast,
          gboolean         undo,
          GClosure        *closure)
{
  gulong handler = GPOINTER_TO_SIZE (g_object_steal_data (G_OBJECT (toast), UNDO));
  gboolean step = undo && closure == NULL;

  g_object_set_data (G_OBJECT (toast), BARE, NULL);
  g_object_set_data (G_OBJECT (toast), STEP, step ? toast : NULL);
  if (handler != 0)
    g_signal_handler_disconnect (toast, handler);
  handler = step ? g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_step), overlay, G_CONNECT_SWAPPED)
            : undo ? g_signal_connect_closure (toast, "button-clicked", closure, FALSE) : 0;
  g_object_set_data (G_OBJECT (toast), UNDO, GSIZE_TO_POINTER (handler));
  adw_toast_set_button_label (toast, undo ? _("Undo") : NULL);
}

/* A toast that is held back can be pressed again, which is not to do again what it did. */
static void
on_pressed (AdwToast *toast)
{
  if (g_object_get_data (G_OBJECT (toast), PRESSED) != NULL)
    g_signal_stop_emission_by_name (toast, "button-clicked");
  g_object_set_data (G_OBJECT (toast), PRESSED, toast);
}

/* Whether that toast can say what is to be said now: it is still coming, nothing lies over it, and it stays. */
static gboolean
can_say_more (AdwToastOverlay *overlay,
              AdwToast        *live)
{
  return live != NULL && get_age (overlay, live) < COMING_MS && g_object_get_data (G_OBJECT (overlay), TOP) == live
         && g_object_get_data (G_OBJECT (live), PRESSED) == NULL && g_object_get_data (G_OBJECT (live), HELD) == NULL;
}

/* What comes in quick succession, as when a key is held, is told by one toast, which says the last of it. */
static void
show (GtkWidget  *widget,
      const char *text,
      gboolean    undo,
      GClosure   *closure)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *live = overlay != NULL ? g_object_get_data (G_OBJECT (overlay), LIVE) : NULL;
  g_autoptr (AdwToast) before = NULL;
  AdwToast *toast;

  if (overlay == NULL)
    return;
  if (can_say_more (overlay, live))
    {
      adw_toast_set_title (live, markup);
      set_undo (overlay, live, undo, closure);
      return;
    }
  before = g_object_steal_data (G_OBJECT (overlay), LIVE);
  toast = adw_toast_new (markup);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (on_pressed), NULL);
  set_undo (overlay, toast, undo, closure);
  g_object_set_data_full (G_OBJECT (overlay), LIVE, g_object_ref (toast), g_object_unref);
  add (overlay, toast);
  if (before != NULL)
    adw_toast_dismiss (before);
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
  show (widget, text, FALSE, NULL);
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
  show (widget, text, TRUE, NULL);
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
  g_closure_ref (closure);
  g_closure_sink (closure);
  show (widget, text, TRUE, closure);
  g_closure_unref (closure);
}

/**
 * reknit_toast_drop_undo:
 * @widget: a widget
 *
 * Puts the last way to undo out of sight: before a form or a session, whose buttons it would cover.
 */
void
reknit_toast_drop_undo (GtkWidget *widget)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *live = overlay != NULL ? g_object_get_data (G_OBJECT (overlay), LIVE) : NULL;
  g_autoptr (AdwToast) toast = NULL;

  if (live == NULL || adw_toast_get_button_label (live) == NULL)
    return;
  toast = g_object_steal_data (G_OBJECT (overlay), LIVE);
  adw_toast_dismiss (toast);
}

static gboolean
on_bare (gpointer data)
{
  AdwToastOverlay *overlay = data;
  AdwToast *live = g_object_get_data (G_OBJECT (overlay), LIVE);
  g_autoptr (AdwToast) toast = NULL;

  if (live == NULL || g_object_get_data (G_OBJECT (live), BARE) == NULL)
    return G_SOURCE_REMOVE;
  toast = g_object_steal_data (G_OBJECT (overlay), LIVE);
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/**
 * reknit_toast_drop_step:
 * @widget: a widget
 *
 * To be called when the last step of the store has become another one: the button of a toast must not take back what
 * its toast does not speak of. The button goes at once, and the toast with it unless something is said in its place.
 */
void
reknit_toast_drop_step (GtkWidget *widget)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *live = overlay != NULL ? g_object_get_data (G_OBJECT (overlay), LIVE) : NULL;

  if (live == NULL || g_object_get_data (G_OBJECT (live), STEP) == NULL)
    return;
  set_undo (overlay, live, FALSE, NULL);
  g_object_set_data (G_OBJECT (live), BARE, live);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_bare, g_object_ref (overlay), g_object_unref);
}

/**
 * reknit_toast_lasting:
 * @widget: a widget
 * @text: one short sentence
 * @label: what its button says
 * @action: what its button does
 *
 * Says something that stays until it is taken back. What is said meanwhile lies over it for a while.
 *
 * Returns: (transfer full) (nullable): the toast, for reknit_toast_take_back()
 */
AdwToast *
reknit_toast_lasting (GtkWidget  *widget,
                      const char *text,
                      const char *label,
                      const char *action)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *toast;

  if (overlay == NULL)
    return NULL;
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_timeout (toast, 0);
  g_object_ref (toast);
  add (overlay, toast);
  return toast;
}

/**
 * reknit_toast_take_back:
 * @toast: what reknit_toast_lasting() gave
 */
void
reknit_toast_take_back (AdwToast *toast)
{
  adw_toast_dismiss (toast);
}
