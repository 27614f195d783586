#pragma once

#include "reknit-idea-choice.h"
#include "reknit-idea-rating.h"

G_BEGIN_DECLS

ReknitIdeaChoice *reknit_idea_pool_find         (ReknitStore *store, const char *key);
GPtrArray        *reknit_idea_pool_list         (ReknitStore *store);
GPtrArray        *reknit_idea_pool_list_unrated (ReknitStore *store, gint64 author, const char *chance);
GPtrArray        *reknit_idea_pool_list_liked   (ReknitStore *store, gint64 alone);
GHashTable       *reknit_idea_pool_left_out     (ReknitStore *store, gint64 reader);
GPtrArray        *reknit_idea_pool_draw         (ReknitStore *store, GPtrArray *choices);

G_END_DECLS
