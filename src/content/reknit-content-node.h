#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * ReknitContentNode:
 *
 * An element of a content file. The files are small and ours, so they are read whole into a little tree that
 * the loaders walk.
 */
typedef struct _ReknitContentNode ReknitContentNode;

ReknitContentNode *reknit_content_node_load          (const char              *file);
gboolean           reknit_content_node_exists        (const char              *file);
ReknitContentNode *reknit_content_node_parse         (const char              *markup,
                                                      gssize                   length,
                                                      GError                 **error);
void               reknit_content_node_free          (ReknitContentNode       *self);
gboolean           reknit_content_node_is            (const ReknitContentNode *self,
                                                      const char              *name);
guint              reknit_content_node_get_n_children (const ReknitContentNode *self);
ReknitContentNode *reknit_content_node_get_child     (const ReknitContentNode *self,
                                                      guint                    position);
ReknitContentNode *reknit_content_node_find          (const ReknitContentNode *self,
                                                      const char              *name);
const char        *reknit_content_node_get_attribute (const ReknitContentNode *self,
                                                      const char              *name);
int                reknit_content_node_get_enum      (const ReknitContentNode *self,
                                                      const char              *name,
                                                      GType                    type);
char              *reknit_content_node_dup_text      (const ReknitContentNode *self);
char              *reknit_content_node_translate     (const ReknitContentNode *self,
                                                      const char              *context);
char              *reknit_content_node_translate_child (const ReknitContentNode *self,
                                                        const char              *name);
GStrv              reknit_content_node_translate_children (const ReknitContentNode *self,
                                                           const char              *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReknitContentNode, reknit_content_node_free)

G_END_DECLS
