#include "reknit-sealer.h"

G_DEFINE_INTERFACE (ReknitSealer, reknit_sealer, G_TYPE_OBJECT)

static void
reknit_sealer_default_init (ReknitSealerInterface *iface)
{
}

/**
 * reknit_sealer_has_key:
 * @self: a sealer
 * @owner: a partner's id
 *
 * Returns: whether @owner has a key, so that their private text must be sealed
 */
gboolean
reknit_sealer_has_key (ReknitSealer *self,
                       gint64        owner)
{
  return REKNIT_SEALER_GET_IFACE (self)->has_key (self, owner);
}

/**
 * reknit_sealer_is_open:
 * @self: a sealer
 * @owner: a partner's id
 *
 * Returns: whether @owner's key is in memory, so that their text can be sealed and opened
 */
gboolean
reknit_sealer_is_open (ReknitSealer *self,
                       gint64        owner)
{
  return REKNIT_SEALER_GET_IFACE (self)->is_open (self, owner);
}

/**
 * reknit_sealer_seal:
 * @self: a sealer
 * @owner: whose key seals
 * @table: the table the text will stand in
 * @id: its row
 * @column: its column
 * @text: the text, UTF-8
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the sealed bytes; %NULL with @error when @owner's key is not open
 */
GBytes *
reknit_sealer_seal (ReknitSealer *self,
                    gint64        owner,
                    const char   *table,
                    gint64        id,
                    const char   *column,
                    const char   *text,
                    GError      **error)
{
  return REKNIT_SEALER_GET_IFACE (self)->seal (self, owner, table, id, column, text, error);
}

/**
 * reknit_sealer_open:
 * @self: a sealer
 * @owner: whose key sealed it
 * @table: the table it stands in
 * @id: its row
 * @column: its column
 * @sealed: what [method@Sealer.seal] returned
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the text; %NULL with @error when the key is not open, or when the
 *   bytes were changed or stand in another place than the one they were sealed for
 */
char *
reknit_sealer_open (ReknitSealer *self,
                    gint64        owner,
                    const char   *table,
                    gint64        id,
                    const char   *column,
                    GBytes       *sealed,
                    GError      **error)
{
  return REKNIT_SEALER_GET_IFACE (self)->open (self, owner, table, id, column, sealed, error);
}
