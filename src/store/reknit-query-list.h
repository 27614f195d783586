#pragma once

#include "reknit-query.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_QUERY_LIST (reknit_query_list_get_type ())
G_DECLARE_FINAL_TYPE (ReknitQueryList, reknit_query_list, REKNIT, QUERY_LIST, GObject)

/* A GListModel of live records in the query's order. Properties: store, query (both settable), n-items,
 * empty (notified exactly on change, for empty states in templates). */

ReknitQueryList *reknit_query_list_new       (ReknitStore *store, ReknitQuery *query);
void             reknit_query_list_set_query (ReknitQueryList *self, ReknitQuery *query);
ReknitQuery     *reknit_query_list_get_query (ReknitQueryList *self);
void             reknit_query_list_refresh   (ReknitQueryList *self);
gboolean         reknit_query_list_find      (ReknitQueryList *self, gint64 id, guint *position);

G_END_DECLS
