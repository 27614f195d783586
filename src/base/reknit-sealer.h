#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_SEALER (reknit_sealer_get_type ())
G_DECLARE_INTERFACE (ReknitSealer, reknit_sealer, REKNIT, SEALER, GObject)

/**
 * ReknitSealerInterface:
 * @has_key: whether @owner has a key at all, open or not
 * @is_open: whether @owner's key is in memory now
 * @seal: encrypts @text for @owner, bound to its place
 * @open: the reverse of @seal
 *
 * How the store seals private text without knowing any cryptography. A sealed text is bound to its table,
 * row, column and owner: moved anywhere else it does not open.
 */
struct _ReknitSealerInterface
{
  GTypeInterface parent_iface;

  gboolean  (*has_key) (ReknitSealer *self, gint64 owner);
  gboolean  (*is_open) (ReknitSealer *self, gint64 owner);
  GBytes   *(*seal)    (ReknitSealer *self, gint64 owner, const char *table, gint64 id, const char *column,
                        const char *text, GError **error);
  char     *(*open)    (ReknitSealer *self, gint64 owner, const char *table, gint64 id, const char *column,
                        GBytes *sealed, GError **error);
};

gboolean  reknit_sealer_has_key (ReknitSealer *self, gint64 owner);
gboolean  reknit_sealer_is_open (ReknitSealer *self, gint64 owner);
GBytes   *reknit_sealer_seal    (ReknitSealer *self, gint64 owner, const char *table, gint64 id,
                                 const char *column, const char *text, GError **error);
char     *reknit_sealer_open    (ReknitSealer *self, gint64 owner, const char *table, gint64 id,
                                 const char *column, GBytes *sealed, GError **error);

G_END_DECLS
