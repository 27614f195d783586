#pragma once

#include <sqlite3.h>

#include "reknit-record-private.h"
#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_STORE_APPLICATION_ID 0x526b6e74 /* "Rknt" */
#define REKNIT_STORE_MIGRATIONS "/io/github/reknit/Reknit/migrations"
/* Tables of the store's own: in no change set, in no undo step. */
#define REKNIT_STORE_OWN_PREFIX "store_"

typedef struct
{
  guint64       mask;
  sqlite3_stmt *stmt;
} ReknitStoreUpdate;

/* What a store knows of one record class. */
typedef struct
{
  ReknitTable  *table;
  GHashTable   *live;      /* id (in the record) → record, not owned */
  sqlite3_stmt *select;
  sqlite3_stmt *insert;
  sqlite3_stmt *remove;
  GArray       *updates;   /* ReknitStoreUpdate */
} ReknitStoreTable;

/* A record as it was before the transaction put or removed it. */
typedef struct
{
  ReknitRecord        *record;
  ReknitRecordPrivate  before;
  gboolean             first;
} ReknitStoreTouch;

typedef struct
{
  guint64  number;
  char    *label;
  GBytes  *changes;
} ReknitStoreStep;

typedef struct
{
  ReknitRecord *record;
  char         *label;
} ReknitStoreUnsaved;

struct _ReknitStore
{
  GObject parent_instance;

  sqlite3         *db;
  char            *path;
  char            *migrations;
  ReknitSealer    *sealer;
  gint64           reader;
  guint            view;         /* rises when another one reads, or a key was opened or closed */
  GHashTable      *tables;       /* ReknitTable → ReknitStoreTable */
  ReknitStoreTable *last_table;  /* of them */
  GHashTable      *statements;   /* SQL → GPtrArray of idle sqlite3_stmt */
  guint            n_idle_statements;

  guint            depth;
  GArray          *touched;      /* ReknitStoreTouch */
  ReknitChangeSet *changes;
  sqlite3_session *session;
  const char      *own_table;    /* the row that put () is writing now */
  gint64           own_id;
  gboolean         buries;       /* the transaction seals text that stood open */
  gint64           data_version; /* changes when another process has written */
  gboolean         others_wrote;

  GQueue           undo;         /* ReknitStoreStep */
  GQueue           redo;
  char            *undo_label;   /* as last notified */
  char            *redo_label;
  guint64          last_step;    /* as last notified */
  guint64          n_steps;      /* ever */

  GPtrArray       *unsaved;      /* ReknitStoreUnsaved */
  guint            retry_source;
  guint            retry_delay;
  gboolean         retrying;

  gboolean         must_reindex;
  gboolean         must_purge;
};

/* reknit-change-set.c */
ReknitChangeSet *reknit_change_set_new            (void);
ReknitChangeSet *reknit_change_set_new_everything (void);
void             reknit_change_set_add            (ReknitChangeSet *self, const char *table, gint64 id, gboolean foreign);
void             reknit_change_set_seal           (ReknitChangeSet *self);
gboolean         reknit_change_set_is_empty       (ReknitChangeSet *self);
guint            reknit_change_set_get_n_tables   (ReknitChangeSet *self);
const char      *reknit_change_set_get_table      (ReknitChangeSet *self, guint index);
GArray          *reknit_change_set_get_ids        (ReknitChangeSet *self, guint index);
GArray          *reknit_change_set_get_foreign    (ReknitChangeSet *self, guint index);

/* reknit-query.c */
const char      *reknit_query_get_select_sql      (ReknitQuery *self);
const char      *reknit_query_get_ids_sql         (ReknitQuery *self);
const char      *reknit_query_get_count_sql       (ReknitQuery *self);
void             reknit_query_bind                (ReknitQuery *self, ReknitStatement *statement, gint64 reader);
gboolean         reknit_query_concerns            (ReknitQuery *self, ReknitChangeSet *changes);

/* reknit-statement.c */
sqlite3_stmt    *reknit_statement_get_stmt        (ReknitStatement *self);
gboolean         reknit_statement_bind_optional   (ReknitStatement *self, const char *name, gint64 value);
void             reknit_store_clear_statements    (ReknitStore *self);

/* reknit-store-error.c */
void             reknit_store_set_error           (GError **error, int rc, sqlite3 *db, const char *path);
void             reknit_store_set_error_code      (GError **error, ReknitStoreError code, const char *path);
gboolean         reknit_store_check               (ReknitStore *self, int rc, GError **error);
gboolean         reknit_store_exec                (ReknitStore *self, const char *sql, GError **error);
gboolean         reknit_store_query_integer       (ReknitStore *self, const char *sql, gint64 *value, GError **error);
void             reknit_store_report_read         (ReknitStore *self, GError *error);

/* reknit-store-file.c */
gboolean         reknit_store_file_prepare        (const char *path, gboolean *is_new, GError **error);
gboolean         reknit_store_file_check_header   (const char *path, int newest, GError **error);
gboolean         reknit_store_file_is_remote      (const char *path);
gboolean         reknit_store_file_sync           (const char *path, GError **error);
void             reknit_store_file_remove         (const char *path);
sqlite3         *reknit_store_connect             (const char *path, int flags, GError **error);
gboolean         reknit_store_check_pages         (ReknitStore *self, GError **error);

/* reknit-store-migrate.c */
int              reknit_store_newest_version      (const char *migrations);
gboolean         reknit_store_migrate             (ReknitStore *self, GError **error);

/* reknit-store-read.c */
ReknitStoreTable *reknit_store_get_table          (ReknitStore *self, ReknitTable *table);
gboolean         reknit_store_has_table           (ReknitStore *self, ReknitTable *table);
void             reknit_store_table_free          (ReknitStoreTable *self);
void             reknit_store_adopt               (ReknitStore *self, ReknitRecord *record);
void             reknit_store_forget              (ReknitStore *self, ReknitRecord *record);
void             reknit_store_reload              (ReknitStore *self, ReknitRecord *record);
void             reknit_store_reload_all          (ReknitStore *self);
ReknitRecord    *reknit_store_lookup              (ReknitStore *self, ReknitTable *table, gint64 id);
ReknitRecord    *reknit_store_take                (ReknitStore *self, ReknitTable *table, gint64 id);
ReknitRecord    *reknit_store_make_absent         (ReknitStore *self, ReknitTable *table, gint64 id);

/* reknit-store-transaction.c */
gboolean         reknit_store_begin               (ReknitStore *self, gboolean captures, GError **error);
gboolean         reknit_store_commit              (ReknitStore *self, GBytes **captured, GError **error);
void             reknit_store_rollback            (ReknitStore *self);
GArray          *reknit_store_new_touched         (void);
void             reknit_store_watch               (ReknitStore *self);

/* reknit-store-seal.c */
gboolean         reknit_store_may_read            (ReknitStore *self, gint64 owner);
gboolean         reknit_store_must_seal           (ReknitStore *self, gint64 owner);
char            *reknit_store_unseal              (ReknitStore *self, gint64 owner, const char *table, gint64 id,
                                                   const char *column, sqlite3_stmt *stmt, int field);
gboolean         reknit_store_bind_sealed         (ReknitStore *self, ReknitTable *table, guint column, gint64 owner,
                                                   gint64 id, ReknitValue value, sqlite3_stmt *stmt, GError **error);
gboolean         reknit_store_mark_purge          (ReknitStore *self, GError **error);
gboolean         reknit_store_purge               (ReknitStore *self, GError **error);

/* reknit-store-undo.c */
void             reknit_store_push_step           (ReknitStore *self, const char *label, GBytes *changes);
void             reknit_store_clear_steps         (ReknitStore *self);
void             reknit_store_drop_steps          (ReknitStore *self, ReknitChangeSet *changes);
gboolean         reknit_store_captures_table      (const char *table);

/* reknit-store-unsaved.c */
void             reknit_store_keep_unsaved        (ReknitStore *self, const char *label, ReknitRecord *record,
                                                   const GError *error);
void             reknit_store_drop_unsaved        (ReknitStore *self, ReknitRecord *record);
void             reknit_store_schedule_retry      (ReknitStore *self, gboolean soon);
void             reknit_store_clear_unsaved       (ReknitStore *self);

/* reknit-store-search.c */
gboolean         reknit_store_index_changes       (ReknitStore *self, ReknitChangeSet *changes, GError **error);
gboolean         reknit_store_reindex             (ReknitStore *self, GError **error);
gboolean         reknit_store_squeeze_index       (ReknitStore *self, GError **error);

/* reknit-store-backup.c */
gboolean         reknit_store_backup_automatically (ReknitStore *self, GError **error);
gboolean         reknit_store_replace_backups     (ReknitStore *self, GError **error);

/* reknit-store.c */
ReknitStore     *reknit_store_open_bare           (const char *path, const char *migrations, GError **error);
gint64           reknit_store_make_id             (void);
void             reknit_store_emit_changed        (ReknitStore *self, ReknitChangeSet *changes);
void             reknit_store_emit_save_failed    (ReknitStore *self, const char *label, const GError *error);
void             reknit_store_emit_read_failed    (ReknitStore *self, const GError *error);
void             reknit_store_notify_undo         (ReknitStore *self);
void             reknit_store_notify_last_step    (ReknitStore *self);
void             reknit_store_notify_redo         (ReknitStore *self);
void             reknit_store_notify_unsaved      (ReknitStore *self);

G_END_DECLS
