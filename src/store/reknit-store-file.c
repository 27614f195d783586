#include "reknit-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* The store as a file: where it lies, who may read it, what stands at its beginning. */

#define HEADER_SIZE 100
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68

/* Checking every page takes some milliseconds a megabyte; a larger file is checked as it is read. */
#define CHECKED_SIZE (4 * 1024 * 1024)
#define CHECK_CACHE  16

static void
set_errno_error (GError     **error,
                 int          code,
                 const char  *path)
{
  ReknitStoreError store_code = REKNIT_STORE_ERROR_IO;

  if (code == ENOSPC || code == EDQUOT)
    store_code = REKNIT_STORE_ERROR_FULL;
  else if (code == EACCES || code == EPERM || code == EROFS)
    store_code = REKNIT_STORE_ERROR_READ_ONLY;
  reknit_store_set_error_code (error, store_code, path);
}

/* Makes the folder 0700 and an empty file 0600 when they are missing: SQLite gives its other files the same mode. */
gboolean
reknit_store_file_prepare (const char  *path,
                           gboolean    *is_new,
                           GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat info;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_errno_error (error, errno, path);
      return FALSE;
    }
  fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0 || fstat (fd, &info) != 0)
    {
      set_errno_error (error, errno, path);
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  *is_new = info.st_size == 0;
  if ((info.st_mode & 0077) != 0)
    fchmod (fd, 0600);
  close (fd);
  return TRUE;
}

static gint64
big_endian (const guchar *bytes)
{
  return (gint64) bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
}

/* Looks at the file without SQLite, which might write to it: nothing is to be changed in what is not ours. */
gboolean
reknit_store_file_check_header (const char  *path,
                                int          newest,
                                GError     **error)
{
  guchar header[HEADER_SIZE] = { 0 };
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize n;

  if (fd < 0)
    {
      int code = errno;

      if (code == ENOENT)
        return TRUE;
      set_errno_error (error, code, path);
      return FALSE;
    }
  n = read (fd, header, sizeof header);
  close (fd);
  if (n == 0)
    return TRUE;
  if (n < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0 ||
      (big_endian (header + HEADER_APPLICATION_ID) != REKNIT_STORE_APPLICATION_ID &&
       big_endian (header + HEADER_APPLICATION_ID) != 0))
    {
      reknit_store_set_error_code (error, REKNIT_STORE_ERROR_CORRUPT, path);
      return FALSE;
    }
  if (big_endian (header + HEADER_USER_VERSION) > newest)
    {
      reknit_store_set_error_code (error, REKNIT_STORE_ERROR_NEWER_SCHEMA, path);
      return FALSE;
    }
  return TRUE;
}

/* Shared memory, which WAL needs, does not work across machines. */
gboolean
reknit_store_file_is_remote (const char *path)
{
  static const guint32 remote[] = {
    0x6969,     /* NFS */
    0xff534d42, /* CIFS */
    0xfe534d42, /* SMB2 */
    0x517b,     /* SMB */
    0x5346414f, /* AFS */
    0x6b414653, /* kAFS */
    0x00c36400, /* Ceph */
    0x01021997, /* 9P */
    0x65735546, /* FUSE, among them sshfs */
    0x0bd00bd0, /* Lustre */
    0x47504653, /* GPFS */
    0x73757245, /* Coda */
  };
  struct statfs info;

  if (statfs (path, &info) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (remote); i++)
    if ((guint32) info.f_type == remote[i])
      return TRUE;
  return FALSE;
}

/* Waits until the file stands on the disk. */
gboolean
reknit_store_file_sync (const char  *path,
                        GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0 || fsync (fd) != 0)
    {
      set_errno_error (error, errno, path);
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  close (fd);
  return TRUE;
}

/* Removes a database that nobody has open, with what SQLite keeps beside it. */
void
reknit_store_file_remove (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      g_unlink (name);
    }
}

/* folded (text): without case in any language. SQLite's own lower() knows the letters of English alone. */
static void
on_folded (sqlite3_context  *context,
           int               n_values,
           sqlite3_value   **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, g_utf8_casefold (text, -1), -1, g_free);
}

sqlite3 *
reknit_store_connect (const char  *path,
                      int          flags,
                      GError     **error)
{
  sqlite3 *db = NULL;
  int rc = sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_create_function (db, "folded", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, on_folded, NULL, NULL);
  if (rc == SQLITE_OK)
    return db;
  reknit_store_set_error (error, rc, db, path);
  sqlite3_close_v2 (db);
  return NULL;
}

static gboolean
set_cache_size (ReknitStore  *self,
                gint64        size,
                GError      **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA cache_size = %" G_GINT64_FORMAT, size);

  return reknit_store_exec (self, sql, error);
}

/* Whether what is in the file holds together. */
gboolean
reknit_store_check_pages (ReknitStore  *self,
                          GError      **error)
{
  gint64 size, cache, faults;

  if (!reknit_store_query_integer (self, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
                                   &size, error) ||
      !reknit_store_query_integer (self, "PRAGMA cache_size", &cache, error))
    return FALSE;
  if (size > CHECKED_SIZE)
    return TRUE;
  /* To keep every page that is seen once takes longer than to see them all. */
  if (!set_cache_size (self, CHECK_CACHE, error) ||
      !reknit_store_query_integer (self, "SELECT count(*) FROM pragma_quick_check WHERE quick_check <> 'ok'",
                                   &faults, error) ||
      !set_cache_size (self, cache, error))
    return FALSE;
  if (faults > 0)
    reknit_store_set_error_code (error, REKNIT_STORE_ERROR_CORRUPT, self->path);
  return faults == 0;
}
