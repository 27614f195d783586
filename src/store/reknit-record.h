#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _ReknitStore ReknitStore;

#define REKNIT_TYPE_RECORD (reknit_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (ReknitRecord, reknit_record, REKNIT, RECORD, GObject)

/**
 * ReknitColumnType:
 * @REKNIT_COLUMN_TEXT: a string property; TEXT
 * @REKNIT_COLUMN_INTEGER: an int64 property; INTEGER
 * @REKNIT_COLUMN_REAL: a double property; REAL
 * @REKNIT_COLUMN_BOOLEAN: a boolean property; INTEGER 0 or 1
 * @REKNIT_COLUMN_TIME: an int64 property, Unix seconds UTC, 0 for none; INTEGER or NULL
 * @REKNIT_COLUMN_REFERENCE: an int64 property, the id of another record, 0 for none; INTEGER or NULL
 * @REKNIT_COLUMN_ENUM: an enum property; TEXT, the nick of the value
 * @REKNIT_COLUMN_BYTES: a #GBytes property; BLOB or NULL
 *
 * What a column holds, as a property and in the table.
 */
typedef enum
{
  REKNIT_COLUMN_TEXT,
  REKNIT_COLUMN_INTEGER,
  REKNIT_COLUMN_REAL,
  REKNIT_COLUMN_BOOLEAN,
  REKNIT_COLUMN_TIME,
  REKNIT_COLUMN_REFERENCE,
  REKNIT_COLUMN_ENUM,
  REKNIT_COLUMN_BYTES,
} ReknitColumnType;

/**
 * ReknitColumnFlags:
 * @REKNIT_COLUMN_PLAIN: nothing special
 * @REKNIT_COLUMN_OWNER: the partner whose row this is; a REFERENCE, 0 for a row of both
 * @REKNIT_COLUMN_SHARED: when the owner shared the row, 0 while it is private; a TIME
 * @REKNIT_COLUMN_SEALED: ciphertext while the row is private and its owner has a key; TEXT or INTEGER,
 *   declared ANY in the schema: a BLOB there is sealed
 * @REKNIT_COLUMN_SEARCHED: goes into the search index while the row is shared or has no owner
 */
typedef enum
{
  REKNIT_COLUMN_PLAIN    = 0,
  REKNIT_COLUMN_OWNER    = 1 << 0,
  REKNIT_COLUMN_SHARED   = 1 << 1,
  REKNIT_COLUMN_SEALED   = 1 << 2,
  REKNIT_COLUMN_SEARCHED = 1 << 3,
} ReknitColumnFlags;

typedef struct
{
  const char        *name;       /* in the table, with underscores; the property has dashes */
  ReknitColumnType   type;
  ReknitColumnFlags  flags;
  GType            (*enum_type) (void);
} ReknitColumn;

struct _ReknitRecordClass
{
  GObjectClass parent_class;

  /*< private >*/
  gpointer table;
};

/* Properties of every record, all read-only and notified exactly on change: id, created, modified (int64),
 * is-stored, is-dirty, is-private, is-readable (boolean). */

GType        reknit_record_register         (const char *name, GClassInitFunc class_init, guint n_columns);
void         reknit_record_class_bind_table (ReknitRecordClass *klass, const char *table,
                                             const ReknitColumn *columns, guint n_columns);

const char         *reknit_record_type_get_table   (GType record_type);
const ReknitColumn *reknit_record_type_get_columns (GType record_type, guint *n_columns);

gint64       reknit_record_get_id        (ReknitRecord *self);
gint64       reknit_record_get_created   (ReknitRecord *self);
gint64       reknit_record_get_modified  (ReknitRecord *self);
ReknitStore *reknit_record_get_store     (ReknitRecord *self);
gint64       reknit_record_get_owner     (ReknitRecord *self);
gboolean     reknit_record_is_stored     (ReknitRecord *self);
gboolean     reknit_record_is_dirty      (ReknitRecord *self);
gboolean     reknit_record_is_private    (ReknitRecord *self);
gboolean     reknit_record_is_readable   (ReknitRecord *self);
void         reknit_record_revert        (ReknitRecord *self);

const char  *reknit_record_get_text      (gpointer record, const char *property);
gint64       reknit_record_get_integer   (gpointer record, const char *property);
double       reknit_record_get_real      (gpointer record, const char *property);
gboolean     reknit_record_get_flag      (gpointer record, const char *property);

/**
 * REKNIT_DEFINE_RECORD:
 * @TypeName: such as `ReknitIssue`
 * @type_name: such as `reknit_issue`
 * @table: the name of its table
 * @columns: a static array of #ReknitColumn
 *
 * Defines a record class that is nothing but its columns: a #GObject property, and a place in SELECT, INSERT
 * and UPDATE, for each.
 */
#define REKNIT_DEFINE_RECORD(TypeName, type_name, table, columns)                                         \
  static void type_name##_class_init (gpointer klass, gpointer data)                                      \
  {                                                                                                       \
    reknit_record_class_bind_table (klass, table, columns, G_N_ELEMENTS (columns));                       \
  }                                                                                                       \
  GType type_name##_get_type (void)                                                                       \
  {                                                                                                       \
    static gsize type;                                                                                    \
    if (g_once_init_enter (&type))                                                                        \
      g_once_init_leave (&type, reknit_record_register (#TypeName, type_name##_class_init,                \
                                                        G_N_ELEMENTS (columns)));                         \
    return type;                                                                                          \
  }

/**
 * REKNIT_DECLARE_RECORD:
 *
 * The header's half of %REKNIT_DEFINE_RECORD; the same arguments as G_DECLARE_FINAL_TYPE, without the parent.
 */
#define REKNIT_DECLARE_RECORD(TypeName, type_name, MODULE, OBJ_NAME)                               \
  struct _##TypeName { ReknitRecord parent_instance; };                                            \
  G_DECLARE_FINAL_TYPE (TypeName, type_name, MODULE, OBJ_NAME, ReknitRecord)

G_END_DECLS
