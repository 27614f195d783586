#include "reknit-paste.h"

/* What another program hands over in pieces may come late, or never. */
#define SLOW_SECONDS 1
#define PATIENCE_SECONDS 5

/* GTK may wait for ever, also when it is told to stop: nothing that matters hangs on it. */
typedef struct
{
  GWeakRef         widget;
  ReknitPasteFunc  func;
  GCancellable    *cancellable;
  guint            seconds;
  guint            timer;
} Reading;

static void
reading_free (Reading *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_object_unref (self->cancellable);
  g_weak_ref_clear (&self->widget);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* A widget that is off the screen meanwhile wants nothing any more. */
static void
tell (Reading          *self,
      ReknitPasteState  state,
      const char       *text)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);

  if (widget != NULL && gtk_widget_get_root (widget) != NULL)
    self->func (widget, state, text);
}

static gboolean
on_second (gpointer user_data)
{
  Reading *self = user_data;

  self->seconds++;
  if (self->seconds == SLOW_SECONDS)
    tell (self, REKNIT_PASTE_SLOW, NULL);
  if (self->seconds < PATIENCE_SECONDS)
    return G_SOURCE_CONTINUE;

  self->timer = 0;
  tell (self, REKNIT_PASTE_FAILED, NULL);
  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

static void
on_text (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Reading) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (!g_cancellable_is_cancelled (self->cancellable))
    tell (self, error != NULL ? REKNIT_PASTE_FAILED : REKNIT_PASTE_READ, text);
}

/**
 * reknit_paste_read:
 * @widget: where it is to be pasted
 * @func: called when it was read or can't be, and before if that takes a while
 *
 * Reads the text that was copied, from this program or another one. After some seconds it gives up.
 */
void
reknit_paste_read (GtkWidget       *widget,
                   ReknitPasteFunc  func)
{
  Reading *self = g_new0 (Reading, 1);

  g_weak_ref_init (&self->widget, widget);
  self->func = func;
  self->cancellable = g_cancellable_new ();
  self->timer = g_timeout_add_seconds (1, on_second, self);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), self->cancellable, on_text, self);
}
