#include "reknit-store-private.h"

#include "reknit-migrations.h"

/* Numbered scripts in a resource folder, 001.sql, 002.sql, …: one transaction each. */

/* The tables of the store's own, there before the first script. */
#define OWN_TABLES \
  "CREATE TABLE store_meta (name TEXT PRIMARY KEY, value ANY) STRICT;" \
  "CREATE TABLE store_search_row (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, record INTEGER NOT NULL," \
  "                               UNIQUE (kind, record)) STRICT;" \
  "CREATE VIRTUAL TABLE store_search USING fts5 (body, tokenize = \"unicode61 remove_diacritics 2\");"

static char *
script_path (const char *migrations,
             int         version)
{
  return g_strdup_printf ("%s/%03d.sql", migrations, version);
}

/* Returns: the number of the last script */
int
reknit_store_newest_version (const char *migrations)
{
  int version = 0;

  /* Asked for, so that the linker does not leave it out of a static library. */
  reknit_migrations_get_resource ();
  for (;;)
    {
      g_autofree char *path = script_path (migrations, version + 1);

      if (!g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
        break;
      version++;
    }
  return version;
}

static gboolean
run_script (ReknitStore  *self,
            int           version,
            GError      **error)
{
  g_autofree char *path = script_path (self->migrations, version);
  g_autofree char *finish = g_strdup_printf ("PRAGMA user_version = %d; PRAGMA application_id = %d",
                                             version, REKNIT_STORE_APPLICATION_ID);
  g_autoptr (GBytes) script = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gint64 orphans;

  if (script == NULL)
    return FALSE;
  if (version == 1 && !reknit_store_exec (self, OWN_TABLES, error))
    return FALSE;
  /* GResource ends its data with a zero byte that is not counted. */
  if (!reknit_store_exec (self, g_bytes_get_data (script, NULL), error) ||
      !reknit_store_query_integer (self, "SELECT count(*) FROM pragma_foreign_key_check", &orphans, error))
    return FALSE;
  if (orphans > 0)
    {
      reknit_store_set_error (error, SQLITE_CONSTRAINT_FOREIGNKEY, NULL, self->path);
      return FALSE;
    }
  /* The scripts write past the index. */
  return reknit_store_exec (self, "INSERT INTO store_meta (name, value) VALUES ('reindex', 1) ON CONFLICT DO NOTHING",
                            error) &&
         reknit_store_exec (self, finish, error);
}

static gboolean
run_in_transaction (ReknitStore  *self,
                    int           version,
                    GError      **error)
{
  if (!reknit_store_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (run_script (self, version, error) && reknit_store_exec (self, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static gboolean
run_scripts (ReknitStore  *self,
             int           version,
             int           newest,
             GError      **error)
{
  /* Rebuilding a table would take along what refers to it. */
  gboolean done = reknit_store_exec (self, "PRAGMA foreign_keys = OFF", error);

  while (done && version < newest)
    done = run_in_transaction (self, ++version, error);
  sqlite3_exec (self->db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  return done;
}

static gboolean
read_mark (ReknitStore  *self,
           const char   *sql,
           gboolean     *mark,
           GError      **error)
{
  gint64 value;

  if (!reknit_store_query_integer (self, sql, &value, error))
    return FALSE;
  *mark = value != 0;
  return TRUE;
}

/* Brings the schema up to date, after a backup of what was there. */
gboolean
reknit_store_migrate (ReknitStore  *self,
                      GError      **error)
{
  int newest = reknit_store_newest_version (self->migrations);
  gint64 version;

  if (!reknit_store_query_integer (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > 0 && version < newest && !reknit_store_backup_automatically (self, error))
    return FALSE;
  if (version < newest && !run_scripts (self, (int) version, newest, error))
    return FALSE;
  return read_mark (self, "SELECT value FROM store_meta WHERE name = 'purge'", &self->must_purge, error) &&
         read_mark (self, "SELECT value FROM store_meta WHERE name = 'reindex'", &self->must_reindex, error);
}
