#include "reknit-config.h"

#include "reknit-store-private.h"

/**
 * ReknitStore:
 *
 * The SQLite file with everything that two people have written. One connection, on the main thread; what reads long
 * gets another one for itself, see [method@Store.read_async].
 *
 * Every write goes through [method@Store.transact] or one of its conveniences; what it changed is told once, after
 * it has been committed, and can be undone by its label.
 */
G_DEFINE_FINAL_TYPE (ReknitStore, reknit_store, G_TYPE_OBJECT)

#define BUSY_TIMEOUT_MS 1000
/* Ids: 42 bits of milliseconds since the epoch, which last until 2109, and as many random ones as are left. */
#define ID_RANDOM_BITS 21

enum
{
  PROP_0,
  PROP_READER,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_LAST_STEP,
  PROP_N_UNSAVED,
  N_PROPERTIES
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SAVE_FAILED,
  SIGNAL_READ_FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
reknit_store_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  ReknitStore *self = REKNIT_STORE (object);

  switch (property_id)
    {
    case PROP_READER:
      g_value_set_int64 (value, self->reader);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_LAST_STEP:
      g_value_set_uint64 (value, self->last_step);
      break;
    case PROP_N_UNSAVED:
      g_value_set_uint (value, self->unsaved->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
reknit_store_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (property_id == PROP_READER)
    reknit_store_set_reader (REKNIT_STORE (object), g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
disconnect (ReknitStore *self)
{
  reknit_store_clear_unsaved (self);
  reknit_store_clear_steps (self);
  self->last_table = NULL;
  g_hash_table_remove_all (self->tables);
  reknit_store_clear_statements (self);
  g_clear_pointer (&self->db, sqlite3_close_v2);
}

static void
reknit_store_dispose (GObject *object)
{
  disconnect (REKNIT_STORE (object));
  G_OBJECT_CLASS (reknit_store_parent_class)->dispose (object);
}

static void
reknit_store_finalize (GObject *object)
{
  ReknitStore *self = REKNIT_STORE (object);

  g_hash_table_unref (self->tables);
  g_hash_table_unref (self->statements);
  g_array_unref (self->touched);
  g_ptr_array_unref (self->unsaved);
  g_clear_object (&self->sealer);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->path);
  g_free (self->migrations);
  G_OBJECT_CLASS (reknit_store_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  /**
   * ReknitStore::changed:
   * @self: the store
   * @changes: what changed
   *
   * Emitted once after each commit that changed something, when live records have been read again. Emitted with
   * everything when the reader or a key has changed, or another process was found to have written.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", REKNIT_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, REKNIT_TYPE_CHANGE_SET);
  /**
   * ReknitStore::save-failed:
   * @self: the store
   * @label: (nullable): what was to be saved
   * @error: why it was not
   *
   * Emitted when a save failed for a reason that may pass; the record is kept and tried again. Also when a transaction
   * failed whose caller did not ask why; nothing of that is kept.
   */
  signals[SIGNAL_SAVE_FAILED] = g_signal_new ("save-failed", REKNIT_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
  /**
   * ReknitStore::read-failed:
   * @self: the store
   * @error: why
   *
   * Emitted when something could not be read, and seems not to be there.
   */
  signals[SIGNAL_READ_FAILED] = g_signal_new ("read-failed", REKNIT_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
reknit_store_class_init (ReknitStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = reknit_store_get_property;
  object_class->set_property = reknit_store_set_property;
  object_class->dispose = reknit_store_dispose;
  object_class->finalize = reknit_store_finalize;

  properties[PROP_READER] = g_param_spec_int64 ("reader", NULL, NULL, 0, G_MAXINT64, 0, writable);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, readable);
  /* The number of the step that would be undone next, 0 for none; no two steps have the same. */
  properties[PROP_LAST_STEP] = g_param_spec_uint64 ("last-step", NULL, NULL, 0, G_MAXUINT64, 0, readable);
  properties[PROP_N_UNSAVED] = g_param_spec_uint ("n-unsaved", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  install_signals ();
}

static void
unsaved_free (gpointer data)
{
  ReknitStoreUnsaved *unsaved = data;

  g_object_unref (unsaved->record);
  g_free (unsaved->label);
  g_free (unsaved);
}

static void
reknit_store_init (ReknitStore *self)
{
  self->tables = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) reknit_store_table_free);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->touched = reknit_store_new_touched ();
  self->unsaved = g_ptr_array_new_with_free_func (unsaved_free);
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
}

static gboolean
configure (ReknitStore  *self,
           GError      **error)
{
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  /* Sorting and journals of statements would put private text into a temporary file. */
  return reknit_store_exec (self,
                            "PRAGMA trusted_schema = OFF;"
                            "PRAGMA cell_size_check = ON;"
                            "PRAGMA temp_store = MEMORY;"
                            "PRAGMA secure_delete = ON;"
                            "PRAGMA foreign_keys = ON;"
                            "PRAGMA synchronous = FULL;", error) &&
         reknit_store_exec (self, reknit_store_file_is_remote (self->path) ? "PRAGMA journal_mode = TRUNCATE"
                                                                           : "PRAGMA journal_mode = WAL", error);
}

/* Before anything is written: what the write-ahead log holds counts too, so SQLite has to be asked. */
static gboolean
check_version (ReknitStore  *self,
               int           newest,
               GError      **error)
{
  gint64 version, application, n_tables;

  if (!reknit_store_query_integer (self, "PRAGMA user_version", &version, error) ||
      !reknit_store_query_integer (self, "PRAGMA application_id", &application, error) ||
      !reknit_store_query_integer (self, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  if (n_tables > 0 && application != REKNIT_STORE_APPLICATION_ID)
    reknit_store_set_error_code (error, REKNIT_STORE_ERROR_CORRUPT, self->path);
  else if (version > newest)
    reknit_store_set_error_code (error, REKNIT_STORE_ERROR_NEWER_SCHEMA, self->path);
  else
    return TRUE;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  return FALSE;
}

/* Without a sealer: what the others open begin with. */
ReknitStore *
reknit_store_open_bare (const char  *path,
                             const char  *migrations,
                             GError     **error)
{
  g_autoptr (ReknitStore) self = g_object_new (REKNIT_TYPE_STORE, NULL);
  int newest = reknit_store_newest_version (migrations);
  gboolean is_new = FALSE;

  self->path = g_strdup (path);
  self->migrations = g_strdup (migrations);
  if (!reknit_store_file_check_header (path, newest, error) ||
      !reknit_store_file_prepare (path, &is_new, error))
    return NULL;
  self->db = reknit_store_connect (path, SQLITE_OPEN_READWRITE, error);
  if (self->db == NULL || !check_version (self, newest, error) || !configure (self, error) || (!is_new && !reknit_store_check_pages (self, error)) ||
      !reknit_store_migrate (self, error))
    return NULL;
  reknit_store_watch (self);
  return g_steal_pointer (&self);
}

/**
 * reknit_store_open_full:
 * @path: the file; it and its folder are made when missing, readable by nobody else
 * @sealer: (nullable): seals private text
 * @migrations: the resource path of the folder with the numbered scripts
 * @error: return location
 *
 * [func@Store.open] with a schema of one's own, for tests.
 *
 * Returns: (transfer full) (nullable): the store
 */
ReknitStore *
reknit_store_open_full (const char    *path,
                        ReknitSealer  *sealer,
                        const char    *migrations,
                        GError       **error)
{
  g_autoptr (ReknitStore) self = NULL;

  g_return_val_if_fail (path != NULL && migrations != NULL, NULL);
  self = reknit_store_open_bare (path, migrations, error);
  if (self == NULL)
    return NULL;
  g_set_object (&self->sealer, sealer);
  /* A crash between sealing and tidying up left open text behind. On a full disk it has to wait for a commit that
   * works: who can't open the store can't make room in it. */
  if (self->must_purge)
    reknit_store_purge (self, NULL);
  return g_steal_pointer (&self);
}

/**
 * reknit_store_open:
 * @path: the file; it and its folder are made when missing, readable by nobody else
 * @sealer: (nullable): seals private text
 * @error: return location
 *
 * Opens the store and brings its schema up to date, after a backup. A file that is damaged, that a newer version
 * wrote, or that is none of ours is left as it is.
 *
 * Returns: (transfer full) (nullable): the store
 */
ReknitStore *
reknit_store_open (const char    *path,
                   ReknitSealer  *sealer,
                   GError       **error)
{
  return reknit_store_open_full (path, sealer, REKNIT_STORE_MIGRATIONS, error);
}

/**
 * reknit_store_close:
 * @self: a store
 * @error: return location
 *
 * Tries once more to save what could not be saved, and closes the file. Records stay as they are, without a
 * store; lists become empty.
 *
 * Returns: %FALSE with @error when something was left unsaved; the store is closed all the same
 */
gboolean
reknit_store_close (ReknitStore  *self,
                    GError      **error)
{
  g_autoptr (ReknitChangeSet) everything = NULL;
  gboolean saved = TRUE;

  g_return_val_if_fail (REKNIT_IS_STORE (self) && self->depth == 0, FALSE);
  if (self->db == NULL)
    return TRUE;
  if (self->unsaved->len > 0)
    saved = reknit_store_retry (self, error);
  if (self->must_purge)
    reknit_store_purge (self, NULL);
  disconnect (self);
  everything = reknit_change_set_new_everything ();
  reknit_store_emit_changed (self, everything);
  return saved;
}

/**
 * reknit_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): its file
 */
const char *
reknit_store_get_path (ReknitStore *self)
{
  return self->path;
}

/**
 * reknit_store_get_sealer:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): what seals its private text
 */
ReknitSealer *
reknit_store_get_sealer (ReknitStore *self)
{
  return self->sealer;
}

/**
 * reknit_store_get_reader:
 * @self: a store
 *
 * Returns: the id of the partner who reads, 0 for both together
 */
gint64
reknit_store_get_reader (ReknitStore *self)
{
  return self->reader;
}

/**
 * reknit_store_set_reader:
 * @self: a store
 * @partner: the id of the partner who reads from now on, 0 for both together
 *
 * Reads all live records again, empties what was private to the reader before, and forgets what could be undone.
 */
void
reknit_store_set_reader (ReknitStore *self,
                         gint64       partner)
{
  g_return_if_fail (REKNIT_IS_STORE (self) && self->depth == 0);
  if (self->reader == partner)
    return;
  self->reader = partner;
  reknit_store_clear_steps (self);
  reknit_store_keys_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READER]);
}

/**
 * reknit_store_keys_changed:
 * @self: a store
 *
 * To be called when a partner's key was opened or closed: reads all live records again, and tells of it with a
 * change set that is everything.
 */
void
reknit_store_keys_changed (ReknitStore *self)
{
  g_autoptr (ReknitChangeSet) everything = reknit_change_set_new_everything ();

  g_return_if_fail (REKNIT_IS_STORE (self) && self->depth == 0);
  self->view++;
  reknit_store_reload_all (self);
  reknit_store_emit_changed (self, everything);
}

/**
 * reknit_store_register_type:
 * @record_type: a record class
 *
 * Makes the class known, so that search finds its records before the first one was made.
 */
void
reknit_store_register_type (GType record_type)
{
  reknit_record_type_get_binding (record_type);
}

/* Rises with the clock and within the process always. */
gint64
reknit_store_make_id (void)
{
  static gint64 last;
  gint64 id = (reknit_clock_now_usec (reknit_clock_get_default ()) / 1000) << ID_RANDOM_BITS |
              g_random_int_range (0, 1 << ID_RANDOM_BITS);

  last = id > last ? id : last + 1;
  return last;
}

void
reknit_store_emit_changed (ReknitStore     *self,
                           ReknitChangeSet *changes)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes);
}

void
reknit_store_emit_save_failed (ReknitStore  *self,
                               const char   *label,
                               const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_SAVE_FAILED], 0, label, error);
}

void
reknit_store_emit_read_failed (ReknitStore  *self,
                               const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_READ_FAILED], 0, error);
}

void
reknit_store_notify_undo (ReknitStore *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
}

void
reknit_store_notify_redo (ReknitStore *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

void
reknit_store_notify_last_step (ReknitStore *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_STEP]);
}

void
reknit_store_notify_unsaved (ReknitStore *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_UNSAVED]);
}
