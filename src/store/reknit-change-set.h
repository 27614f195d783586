#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _ReknitChangeSet ReknitChangeSet;

#define REKNIT_TYPE_CHANGE_SET (reknit_change_set_get_type ())

/* What one commit changed: tables, and the ids of the rows inserted, updated or deleted there. */

GType            reknit_change_set_get_type       (void);
ReknitChangeSet *reknit_change_set_ref            (ReknitChangeSet *self);
void             reknit_change_set_unref          (ReknitChangeSet *self);
gboolean         reknit_change_set_has_table      (ReknitChangeSet *self, const char *table);
gboolean         reknit_change_set_has_row        (ReknitChangeSet *self, const char *table, gint64 id);
gboolean         reknit_change_set_is_everything  (ReknitChangeSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReknitChangeSet, reknit_change_set_unref)

G_END_DECLS
