#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

const GType *reknit_model_get_types (guint *n_types);
void         reknit_model_register  (void);

G_END_DECLS
