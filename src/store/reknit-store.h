#pragma once

#include "reknit-change-set.h"
#include "reknit-clock.h"
#include "reknit-query.h"
#include "reknit-query-list.h"
#include "reknit-record.h"
#include "reknit-sealer.h"
#include "reknit-statement.h"

G_BEGIN_DECLS

#define REKNIT_STORE_ERROR (reknit_store_error_quark ())

/**
 * ReknitStoreError:
 * @REKNIT_STORE_ERROR_BUSY: another process holds the file; worth trying again
 * @REKNIT_STORE_ERROR_CONSTRAINT: the row breaks a rule of its table
 * @REKNIT_STORE_ERROR_CORRUPT: the file is damaged, or not a store
 * @REKNIT_STORE_ERROR_NEWER_SCHEMA: a newer version of the program wrote the file
 * @REKNIT_STORE_ERROR_LOCKED: the text to be written is private and its owner's key is not open
 * @REKNIT_STORE_ERROR_FULL: no space left
 * @REKNIT_STORE_ERROR_IO: the disk refused
 * @REKNIT_STORE_ERROR_READ_ONLY: the file or its folder can't be written
 * @REKNIT_STORE_ERROR_CONFLICT: an undo step no longer fits what has changed since
 *
 * Every way in which the store fails. Messages are translated and say what a person can do.
 */
typedef enum
{
  REKNIT_STORE_ERROR_BUSY,
  REKNIT_STORE_ERROR_CONSTRAINT,
  REKNIT_STORE_ERROR_CORRUPT,
  REKNIT_STORE_ERROR_NEWER_SCHEMA,
  REKNIT_STORE_ERROR_LOCKED,
  REKNIT_STORE_ERROR_FULL,
  REKNIT_STORE_ERROR_IO,
  REKNIT_STORE_ERROR_READ_ONLY,
  REKNIT_STORE_ERROR_CONFLICT,
} ReknitStoreError;

GQuark reknit_store_error_quark (void);

#define REKNIT_TYPE_STORE (reknit_store_get_type ())
G_DECLARE_FINAL_TYPE (ReknitStore, reknit_store, REKNIT, STORE, GObject)

/**
 * ReknitStoreFunc:
 * @store: the store, inside the transaction
 * @user_data: what was given to [method@Store.transact]
 * @error: return location
 *
 * Returns: %FALSE with @error to roll everything back
 */
typedef gboolean (*ReknitStoreFunc) (ReknitStore *store, gpointer user_data, GError **error);

/* Properties: reader (int64, notified), undo-label, redo-label (nullable strings, notified), n-unsaved (uint).
 * Signals: changed (ReknitChangeSet *), once after each COMMIT; save-failed (const char *label, GError *);
 * read-failed (GError *): the file is damaged or its disk has gone. */

void          reknit_store_register_type (GType record_type);
ReknitStore  *reknit_store_open         (const char *path, ReknitSealer *sealer, GError **error);
ReknitStore  *reknit_store_open_full    (const char *path, ReknitSealer *sealer, const char *migrations, GError **error);
gboolean      reknit_store_close        (ReknitStore *self, GError **error);
const char   *reknit_store_get_path     (ReknitStore *self);
ReknitSealer *reknit_store_get_sealer   (ReknitStore *self);

gint64        reknit_store_get_reader   (ReknitStore *self);
void          reknit_store_set_reader   (ReknitStore *self, gint64 partner);
void          reknit_store_keys_changed (ReknitStore *self);

gboolean      reknit_store_transact     (ReknitStore *self, const char *label, ReknitStoreFunc func,
                                         gpointer user_data, GError **error);
gboolean      reknit_store_put          (ReknitStore *self, ReknitRecord *record, GError **error);
gboolean      reknit_store_remove       (ReknitStore *self, ReknitRecord *record, GError **error);
gboolean      reknit_store_share        (ReknitStore *self, ReknitRecord *record, GError **error);
gboolean      reknit_store_save         (ReknitStore *self, const char *label, gpointer record, GError **error);
gboolean      reknit_store_save_once    (ReknitStore *self, const char *label, gpointer record, GError **error);
gboolean      reknit_store_delete       (ReknitStore *self, const char *label, gpointer record, GError **error);
gboolean      reknit_store_retry        (ReknitStore *self, GError **error);

gpointer      reknit_store_find         (ReknitStore *self, GType record_type, gint64 id);
gpointer      reknit_store_first        (ReknitStore *self, ReknitQuery *query);
GPtrArray    *reknit_store_all          (ReknitStore *self, ReknitQuery *query);
guint         reknit_store_count        (ReknitStore *self, ReknitQuery *query);
ReknitStatement *reknit_store_prepare   (ReknitStore *self, const char *sql);

gboolean      reknit_store_undo         (ReknitStore *self, GError **error);
gboolean      reknit_store_redo         (ReknitStore *self, GError **error);

gboolean      reknit_store_reseal       (ReknitStore *self, gint64 owner, ReknitStoreFunc keep, gpointer user_data, GError **error);
gboolean      reknit_store_destroy      (ReknitStore *self, gpointer record, GError **error);
gboolean      reknit_store_backup       (ReknitStore *self, const char *path, GError **error);
gboolean      reknit_store_backup_when_due (ReknitStore *self, gint64 interval, GError **error);
char        **reknit_store_list_backups (const char *path);
gboolean      reknit_store_set_aside    (const char *path, char **set_aside, GError **error);
gboolean      reknit_store_check_table  (ReknitStore *self, GType record_type, GError **error);
gboolean      reknit_store_salvage      (const char *damaged, const char *fresh, const char *migrations, guint *n_rows,
                                         GError **error);
void          reknit_store_salvage_async (const char *path, GAsyncReadyCallback callback, gpointer user_data);
gboolean      reknit_store_salvage_finish (GAsyncResult *result, GError **error);

/**
 * ReknitSearchHit:
 * @record_type: what was found
 * @id: which one
 * @excerpt: some words around the find
 */
typedef struct
{
  GType   record_type;
  gint64  id;
  char   *excerpt;
} ReknitSearchHit;

GPtrArray    *reknit_store_search       (ReknitStore *self, const char *words, guint limit);
void          reknit_store_search_async (ReknitStore *self, const char *words, guint limit, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);

/**
 * ReknitStoreReadFunc:
 * @store: a store of the thread's own, which can't be written to
 * @user_data: what was given along
 *
 * Reads something that may take long.
 *
 * Returns: (transfer full) (nullable): what was read
 */
typedef gpointer (*ReknitStoreReadFunc) (ReknitStore *store, gpointer user_data);

void          reknit_store_read_async   (ReknitStore *self, ReknitStoreReadFunc func, gpointer data,
                                         GDestroyNotify free_data, GDestroyNotify free_result, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
gpointer      reknit_store_read_finish  (ReknitStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
