#pragma once

#include <sqlite3.h>

#include "reknit-record.h"

G_BEGIN_DECLS

/* Where the columns of a table begin in the generated SELECT. */
#define REKNIT_TABLE_FIRST_COLUMN 3
#define REKNIT_TABLE_MAX_COLUMNS 60

typedef union
{
  gint64  integer;
  double  real;
  char   *text;
  GBytes *bytes;
} ReknitValue;

/* What a record class was bound to, and what follows from it. Lives as long as the class: for ever. */
typedef struct
{
  GType                type;
  const char          *name;
  const ReknitColumn  *columns;
  guint                n_columns;
  GParamSpec         **pspecs;
  GEnumClass         **enums;
  int                  owner;       /* index of the column, or -1 */
  int                  shared;
  guint64              all;         /* column masks */
  guint64              sealed;
  guint64              searched;
  char                *fields;      /* id, created, modified, and each column */
  char                *condition;   /* that the reader may see the row */
} ReknitTable;

typedef struct
{
  ReknitStore *store;
  gint64       id;
  gint64       created;
  gint64       modified;
  ReknitValue *values;
  guint64      dirty;
  guint        stored : 1;
  guint        readable : 1;
  guint        hidden : 1;          /* private to somebody who is not reading, or whose key is closed */
  guint        stored_private : 1;
  guint        in_transaction : 1;
} ReknitRecordPrivate;

ReknitTable         *reknit_record_type_get_binding (GType record_type);
ReknitTable         *reknit_table_find              (const char *name);
GPtrArray           *reknit_table_list              (void);
char                *reknit_table_select_sql        (ReknitTable *table, const char *tail);
char                *reknit_table_insert_sql        (ReknitTable *table);
char                *reknit_table_update_sql        (ReknitTable *table, guint64 mask);

ReknitTable         *reknit_record_get_binding      (ReknitRecord *self);
void                 reknit_record_init_values      (GTypeInstance *instance, gpointer klass);
ReknitRecordPrivate *reknit_record_get_private      (ReknitRecord *self);
void                 reknit_record_get_column       (GObject *object, guint property_id, GValue *value,
                                                     GParamSpec *pspec);
void                 reknit_record_set_column       (GObject *object, guint property_id, const GValue *value,
                                                     GParamSpec *pspec);
void                 reknit_record_read             (ReknitRecord *self, sqlite3_stmt *stmt);
void                 reknit_record_fill             (ReknitRecord *self, sqlite3_stmt *stmt);
void                 reknit_record_forget_row       (ReknitRecord *self);
void                 reknit_record_notify_state     (ReknitRecord *self, const ReknitRecordPrivate *before);

char                *reknit_value_to_text           (ReknitTable *table, guint column, ReknitValue value);
gboolean             reknit_value_is_null           (ReknitTable *table, guint column, ReknitValue value);
gboolean             reknit_value_equal             (ReknitTable *table, guint column, ReknitValue a, ReknitValue b);
void                 reknit_value_clear             (ReknitTable *table, guint column, ReknitValue *value);
ReknitValue          reknit_value_from_text         (ReknitTable *table, guint column, const char *text);
ReknitValue          reknit_value_from_row          (ReknitTable *table, guint column, sqlite3_stmt *stmt, int field);
void                 reknit_value_bind              (ReknitTable *table, guint column, ReknitValue value,
                                                     sqlite3_stmt *stmt, int parameter);

G_END_DECLS
