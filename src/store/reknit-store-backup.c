#include "reknit-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* Backups: whole copies that open like the store itself. */

#define MAX_AUTOMATIC_BACKUPS 5

static gboolean
copy_into (ReknitStore  *self,
           const char   *path,
           GError      **error)
{
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v2 (self->db, "VACUUM INTO ?1", -1, &stmt, NULL);

  if (rc == SQLITE_OK)
    {
      sqlite3_bind_text (stmt, 1, path, -1, SQLITE_STATIC);
      rc = sqlite3_step (stmt);
    }
  if (rc != SQLITE_DONE)
    reknit_store_set_error (error, rc, self->db, path);
  sqlite3_finalize (stmt);
  return rc == SQLITE_DONE;
}

static gboolean
check_copy (const char  *path,
            GError     **error)
{
  sqlite3 *db = reknit_store_connect (path, SQLITE_OPEN_READONLY, error);
  sqlite3_stmt *stmt = NULL;
  gboolean sound = FALSE;
  int rc;

  if (db == NULL)
    return FALSE;
  rc = sqlite3_prepare_v2 (db, "PRAGMA quick_check (1)", -1, &stmt, NULL);
  if (rc == SQLITE_OK)
    rc = sqlite3_step (stmt);
  sound = rc == SQLITE_ROW && g_strcmp0 ((const char *) sqlite3_column_text (stmt, 0), "ok") == 0;
  if (!sound)
    reknit_store_set_error (error, rc == SQLITE_ROW ? SQLITE_CORRUPT : rc, NULL, path);
  sqlite3_finalize (stmt);
  sqlite3_close_v2 (db);
  return sound;
}

static gboolean
put_in_place (const char  *from,
              const char  *to,
              GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (to);

  if (!reknit_store_file_sync (from, error))
    return FALSE;
  if (g_rename (from, to) != 0)
    {
      reknit_store_set_error_code (error, REKNIT_STORE_ERROR_IO, to);
      return FALSE;
    }
  return reknit_store_file_sync (folder, error);
}

/**
 * reknit_store_backup:
 * @self: a store
 * @path: where to; what stands there is replaced once the backup is whole
 * @error: return location
 *
 * Writes a copy of the store that opens like it, readable by nobody else. Sealed text stays sealed in it.
 *
 * Returns: %FALSE with @error when there is no backup
 */
gboolean
reknit_store_backup (ReknitStore  *self,
                     const char   *path,
                     GError      **error)
{
  g_autofree char *temporary = NULL;
  int fd;

  g_return_val_if_fail (REKNIT_IS_STORE (self) && self->depth == 0 && self->db != NULL, FALSE);
  temporary = g_strdup_printf ("%s.XXXXXX", path);
  /* SQLite would make it readable by everybody; an empty file it takes as it is. */
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      reknit_store_set_error_code (error, errno == ENOSPC ? REKNIT_STORE_ERROR_FULL : REKNIT_STORE_ERROR_READ_ONLY, path);
      return FALSE;
    }
  close (fd);
  if (copy_into (self, temporary, error) && check_copy (temporary, error) && put_in_place (temporary, path, error))
    return TRUE;
  reknit_store_file_remove (temporary);
  return FALSE;
}

static char *
backup_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, "backups", NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/**
 * reknit_store_list_backups:
 * @path: a store's file
 *
 * Returns: (transfer full): the paths of its automatic backups, the newest first
 */
char **
reknit_store_list_backups (const char *path)
{
  g_autofree char *folder = backup_folder (path);
  g_autofree char *stem = g_path_get_basename (path);
  g_autofree char *prefix = g_strdup_printf ("%s-", stem);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".backup"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

static void
remove_backups_beyond (char  **backups,
                       guint   kept)
{
  for (guint i = 0; backups[i] != NULL; i++)
    if (i >= kept)
      g_unlink (backups[i]);
}

static gboolean
backup_into_folder (ReknitStore  *self,
                    char        **made,
                    GError      **error)
{
  g_autofree char *folder = backup_folder (self->path);
  g_autofree char *stem = g_path_get_basename (self->path);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (reknit_clock_now (reknit_clock_get_default ()));
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *path = NULL;
  int n = 0;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      reknit_store_set_error_code (error, REKNIT_STORE_ERROR_READ_ONLY, self->path);
      return FALSE;
    }
  do
    {
      g_free (path);
      path = g_strdup_printf ("%s/%s-%s-%02d.backup", folder, stem, time, n++);
    }
  while (g_file_test (path, G_FILE_TEST_EXISTS));
  if (!reknit_store_backup (self, path, error))
    return FALSE;
  if (made != NULL)
    *made = g_steal_pointer (&path);
  return TRUE;
}

/* Before something that is hard to take back. */
gboolean
reknit_store_backup_automatically (ReknitStore  *self,
                                   GError      **error)
{
  g_auto (GStrv) backups = NULL;

  if (!backup_into_folder (self, NULL, error))
    return FALSE;
  backups = reknit_store_list_backups (self->path);
  remove_backups_beyond (backups, MAX_AUTOMATIC_BACKUPS);
  return TRUE;
}

/* Returns: Unix seconds of the time in the name of a backup; 0 for a name that says none */
static gint64
read_time (const char *backup,
           const char *store)
{
  g_autofree char *name = g_path_get_basename (backup);
  g_autofree char *stem = g_path_get_basename (store);
  int year, month, day, hour, minute, second;
  g_autoptr (GDateTime) time = NULL;

  if (sscanf (name + strlen (stem), "-%4d%2d%2d-%2d%2d%2d", &year, &month, &day, &hour, &minute, &second) != 6)
    return 0;
  time = g_date_time_new_utc (year, month, day, hour, minute, second);
  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/**
 * reknit_store_backup_when_due:
 * @self: a store
 * @interval: how old the newest automatic backup may be, in seconds
 * @error: return location
 *
 * Makes an automatic backup when there is none yet, or only older ones; a few of the latest are kept.
 *
 * Returns: %FALSE with @error when one was due and could not be made
 */
gboolean
reknit_store_backup_when_due (ReknitStore  *self,
                              gint64        interval,
                              GError      **error)
{
  g_auto (GStrv) backups = reknit_store_list_backups (self->path);
  gint64 age = reknit_clock_now (reknit_clock_get_default ()) - (backups[0] != NULL ? read_time (backups[0], self->path) : 0);

  return (age >= 0 && age < interval) || reknit_store_backup_automatically (self, error);
}

/* Older backups hold what was just destroyed or sealed: one of today takes their place. */
gboolean
reknit_store_replace_backups (ReknitStore  *self,
                              GError      **error)
{
  g_auto (GStrv) backups = reknit_store_list_backups (self->path);

  if (backups[0] == NULL)
    return TRUE;
  if (!backup_into_folder (self, NULL, error))
    return FALSE;
  remove_backups_beyond (backups, 0);
  return TRUE;
}
