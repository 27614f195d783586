#pragma once

#include "reknit-record.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_QUERY (reknit_query_get_type ())
G_DECLARE_FINAL_TYPE (ReknitQuery, reknit_query, REKNIT, QUERY, GObject)

/* Which records, in which order. WHERE and ORDER BY are SQL written in src/model; what a person typed is only
 * ever bound. The store adds by itself that the reader may see the row. */

ReknitQuery *reknit_query_new          (GType record_type, const char *where, const char *order_by);
ReknitQuery *reknit_query_bind_integer (ReknitQuery *self, const char *name, gint64 value);
ReknitQuery *reknit_query_bind_text    (ReknitQuery *self, const char *name, const char *value);
ReknitQuery *reknit_query_limit        (ReknitQuery *self, guint limit);
ReknitQuery *reknit_query_depend       (ReknitQuery *self, const char *table);
GType        reknit_query_get_record_type (ReknitQuery *self);

G_END_DECLS
