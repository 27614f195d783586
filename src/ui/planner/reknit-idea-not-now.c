#include "reknit-idea-not-now.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-idea-rest.h"
#include "reknit-toasts.h"

/* “Not now”, said of an idea from the seat that is taken. */

typedef struct
{
  ReknitSeats *seats;
  gint64       author;
  char        *key;
} Saying;

static void
saying_free (gpointer  data,
             GClosure *closure)
{
  Saying *saying = data;

  g_object_unref (saying->seats);
  g_free (saying->key);
  g_free (saying);
}

/* In another seat it is not there to be taken back. */
static void
on_undo (AdwToast *toast,
         Saying   *saying)
{
  if (reknit_seats_get_current_id (saying->seats) == saying->author)
    reknit_idea_rest_end (reknit_seats_get_store (saying->seats), saying->key, saying->author, NULL);
}

/**
 * reknit_idea_not_now:
 * @widget: where it was said
 * @seats: the seats
 * @key: the key of an idea
 *
 * Lets the idea rest for who sits there, or for the two together, and offers to take it back.
 */
void
reknit_idea_not_now (GtkWidget   *widget,
                     ReknitSeats *seats,
                     const char  *key)
{
  gint64 author = reknit_seats_get_current_id (seats);
  g_autoptr (GtkWidget) keep = g_object_ref (widget);
  g_autoptr (GError) error = NULL;
  Saying *saying;

  saying = g_new (Saying, 1);
  *saying = (Saying) { g_object_ref (seats), author, g_strdup (key) };
  if (reknit_idea_rest_begin (reknit_seats_get_store (seats), saying->key, author, &error))
    {
      reknit_toast_undo_by (widget, _("Set aside for now"), g_cclosure_new (G_CALLBACK (on_undo), saying, saying_free));
      return;
    }
  saying_free (saying, NULL);
  reknit_toast (widget, error->message);
}

/**
 * reknit_idea_bring_back:
 * @widget: where it was said
 * @seats: the seats
 * @key: the key of an idea that rests
 *
 * Lets the idea be suggested again, as far as it goes by who sits there.
 */
void
reknit_idea_bring_back (GtkWidget   *widget,
                        ReknitSeats *seats,
                        const char  *key)
{
  g_autoptr (GtkWidget) keep = g_object_ref (widget);
  g_autoptr (GError) error = NULL;

  reknit_toast_drop_undo (widget);
  if (!reknit_idea_rest_end (reknit_seats_get_store (seats), key, reknit_seats_get_current_id (seats), &error))
    reknit_toast (widget, error->message);
}
