#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A prepared statement of the store's connection, from its cache; for reads and bookkeeping that records
 * do not fit: counts, claims (UPDATE … RETURNING), statistics. Malformed SQL is a bug and aborts. */
typedef struct _ReknitStatement ReknitStatement;

void         reknit_statement_free         (ReknitStatement *self);
void         reknit_statement_bind_integer (ReknitStatement *self, const char *name, gint64 value);
void         reknit_statement_bind_real    (ReknitStatement *self, const char *name, double value);
void         reknit_statement_bind_text    (ReknitStatement *self, const char *name, const char *value);
void         reknit_statement_bind_null    (ReknitStatement *self, const char *name);
gboolean     reknit_statement_step         (ReknitStatement *self, gboolean *has_row, GError **error);
gint64       reknit_statement_get_integer  (ReknitStatement *self, int column);
double       reknit_statement_get_real     (ReknitStatement *self, int column);
const char  *reknit_statement_get_text     (ReknitStatement *self, int column);
gboolean     reknit_statement_is_null      (ReknitStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReknitStatement, reknit_statement_free)

G_END_DECLS
