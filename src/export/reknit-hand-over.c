#include "reknit-hand-over.h"

#include "reknit-calendar.h"

#include <glib/gstdio.h>
#include <string.h>

#define ENDING ".ics"

/**
 * ReknitHandOver:
 *
 * A file for another program of this desktop to open, because the person asked for that. It lies where the desktop
 * keeps what is gone after the session, in memory rather than on a disk, under a name that says nothing, readable for
 * nobody else. There is never more than one: it goes when the next one comes and when the hand-over does. What was left
 * by a program that was killed goes at the next start.
 */
struct _ReknitHandOver
{
  GObject  parent_instance;
  char    *folder;
};

G_DEFINE_FINAL_TYPE (ReknitHandOver, reknit_hand_over, G_TYPE_OBJECT)

static void
reknit_hand_over_finalize (GObject *object)
{
  ReknitHandOver *self = REKNIT_HAND_OVER (object);

  reknit_hand_over_clear (self);
  g_free (self->folder);

  G_OBJECT_CLASS (reknit_hand_over_parent_class)->finalize (object);
}

static void
reknit_hand_over_class_init (ReknitHandOverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reknit_hand_over_finalize;
}

static void
reknit_hand_over_init (ReknitHandOver *self)
{
}

/**
 * reknit_hand_over_new:
 * @name: what the folder is called; programs that run at the same time, as the demonstration does, need one each
 *
 * Returns: (transfer full): a hand-over with nothing in it. What an earlier one left behind is gone.
 */
ReknitHandOver *
reknit_hand_over_new (const char *name)
{
  ReknitHandOver *self = g_object_new (REKNIT_TYPE_HAND_OVER, NULL);

  self->folder = g_build_filename (g_get_user_runtime_dir (), name, NULL);
  reknit_hand_over_clear (self);
  return self;
}

/**
 * reknit_hand_over_calendar:
 * @self: a hand-over
 * @entries: (element-type ReknitCalendarEntry): what the calendar program is to take over
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file to open; %NULL with a #GIOErrorEnum
 */
GFile *
reknit_hand_over_calendar (ReknitHandOver  *self,
                           GPtrArray       *entries,
                           GError         **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, ENDING, NULL);
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (REKNIT_IS_HAND_OVER (self), NULL);

  reknit_hand_over_clear (self);
  file = g_file_new_build_filename (self->folder, name, NULL);
  /* Writing says what is wrong with the folder. */
  g_mkdir_with_parents (self->folder, 0700);
  g_chmod (self->folder, 0700);
  if (!reknit_calendar_write (file, entries, error))
    return NULL;
  return g_steal_pointer (&file);
}

/**
 * reknit_hand_over_clear:
 * @self: a hand-over
 *
 * Takes back what was handed over. The other program has read it by then, or will find nothing.
 */
void
reknit_hand_over_clear (ReknitHandOver *self)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_return_if_fail (REKNIT_IS_HAND_OVER (self));

  folder = g_dir_open (self->folder, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (strstr (name, ENDING) != NULL)
        g_unlink (path);
    }
  g_rmdir (self->folder);
}
