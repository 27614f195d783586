#include "reknit-config.h"

#include "reknit-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (reknit-store-error-quark, reknit_store_error)

static ReknitStoreError
code_from_rc (int      rc,
              sqlite3 *db)
{
  switch (rc & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
    case SQLITE_SCHEMA:
      return REKNIT_STORE_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return REKNIT_STORE_ERROR_CONSTRAINT;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return REKNIT_STORE_ERROR_CORRUPT;
    case SQLITE_FULL:
      return REKNIT_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return REKNIT_STORE_ERROR_READ_ONLY;
    default:
      /* A full disk is an I/O error to SQLite in some places, such as its shared memory. */
      if (db != NULL && (sqlite3_system_errno (db) == ENOSPC || sqlite3_system_errno (db) == EDQUOT))
        return REKNIT_STORE_ERROR_FULL;
      return REKNIT_STORE_ERROR_IO;
    }
}

static char *
constraint_message (int rc)
{
  switch (rc)
    {
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return g_strdup (_("This belongs to something that is no longer there."));
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
      return g_strdup (_("There is one of these already."));
    case SQLITE_CONSTRAINT_NOTNULL:
      return g_strdup (_("Something that is needed here was left empty."));
    default:
      return g_strdup (_("This doesn’t fit here, so it was not saved."));
    }
}

static char *
message (ReknitStoreError  code,
         int               rc,
         const char       *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);

  switch (code)
    {
    case REKNIT_STORE_ERROR_BUSY:
      return g_strdup (_("Another program is using your data right now. Close it, or try again in a moment."));
    case REKNIT_STORE_ERROR_CONSTRAINT:
      return constraint_message (rc);
    case REKNIT_STORE_ERROR_CORRUPT:
      return g_strdup_printf (_("The file with your data in “%s” is damaged, or is no file of Reknit."), shown);
    case REKNIT_STORE_ERROR_FULL:
      return g_strdup_printf (_("There is no space left to save. Free some space on the disk that holds “%s”, "
                                "then try again."), shown);
    case REKNIT_STORE_ERROR_READ_ONLY:
      return g_strdup_printf (_("Reknit may not write in “%s”. Allow writing in that folder, then try again."), shown);
    case REKNIT_STORE_ERROR_NEWER_SCHEMA:
      return g_strdup (_("A newer version of Reknit wrote this file. Update Reknit to open it; "
                         "nothing was changed."));
    case REKNIT_STORE_ERROR_LOCKED:
      return g_strdup (_("This is private. Unlock its author’s seat to save it."));
    case REKNIT_STORE_ERROR_CONFLICT:
      return g_strdup (_("This was changed in the meantime, so the step no longer fits. Nothing was changed."));
    case REKNIT_STORE_ERROR_IO:
    default:
      return g_strdup_printf (_("The disk that holds “%s” did not take what was to be saved. "
                                "Check that it is connected and works, then try again."), shown);
    }
}

void
reknit_store_set_error (GError     **error,
                        int          rc,
                        sqlite3     *db,
                        const char  *path)
{
  ReknitStoreError code;
  g_autofree char *text = NULL;

  if ((rc & 0xff) == SQLITE_NOMEM)
    g_error ("Out of memory");
  if (db != NULL && sqlite3_extended_errcode (db) != SQLITE_OK && (rc & 0xff) == rc)
    rc = sqlite3_extended_errcode (db);
  code = code_from_rc (rc, db);
  text = message (code, rc, path);
  g_debug ("SQLite: %d", rc);
  g_set_error_literal (error, REKNIT_STORE_ERROR, code, text);
}

/* Sets the error that has its own code and no result code of SQLite. */
void
reknit_store_set_error_code (GError           **error,
                             ReknitStoreError   code,
                             const char        *path)
{
  g_autofree char *text = message (code, 0, path);

  g_set_error_literal (error, REKNIT_STORE_ERROR, code, text);
}

gboolean
reknit_store_check (ReknitStore  *self,
                    int           rc,
                    GError      **error)
{
  if (rc == SQLITE_OK || rc == SQLITE_DONE || rc == SQLITE_ROW)
    return TRUE;
  reknit_store_set_error (error, rc, self->db, self->path);
  return FALSE;
}

gboolean
reknit_store_exec (ReknitStore  *self,
                   const char   *sql,
                   GError      **error)
{
  return reknit_store_check (self, sqlite3_exec (self->db, sql, NULL, NULL, NULL), error);
}

/* The first column of the first row; 0 without a row. */
gboolean
reknit_store_query_integer (ReknitStore  *self,
                            const char   *sql,
                            gint64       *value,
                            GError      **error)
{
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v2 (self->db, sql, -1, &stmt, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_step (stmt);
  *value = rc == SQLITE_ROW ? sqlite3_column_int64 (stmt, 0) : 0;
  sqlite3_finalize (stmt);
  return reknit_store_check (self, rc, error);
}

/* Reads have no error to return: those who show a page for a damaged file listen to the signal. */
void
reknit_store_report_read (ReknitStore *self,
                          GError      *error)
{
  if (error == NULL)
    return;
  reknit_store_emit_read_failed (self, error);
  g_error_free (error);
}
