#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_IDEA_REST (reknit_idea_rest_get_type ())
REKNIT_DECLARE_RECORD (ReknitIdeaRest, reknit_idea_rest, REKNIT, IDEA_REST)

#define REKNIT_TYPE_IDEA_REST_MARKS (reknit_idea_rest_marks_get_type ())
REKNIT_DECLARE_RECORD (ReknitIdeaRestMarks, reknit_idea_rest_marks, REKNIT, IDEA_REST_MARKS)

gboolean    reknit_idea_rest_begin    (ReknitStore *store, const char *idea, gint64 author, GError **error);
gboolean    reknit_idea_rest_end      (ReknitStore *store, const char *idea, gint64 author, GError **error);
GPtrArray  *reknit_idea_rest_list_own (ReknitStore *store, gint64 author);
GHashTable *reknit_idea_rest_find     (ReknitStore *store, const char *const *ideas);

G_END_DECLS
