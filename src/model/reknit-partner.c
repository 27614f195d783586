#include "reknit-partner.h"

/**
 * ReknitPartner:
 *
 * One of the two people: a name, a strand colour, and the wraps of the key that seals what they write.
 */
static const ReknitColumn columns[] = {
  { "name",             REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "color",            REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "position",         REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
  { "passphrase_wrap",  REKNIT_COLUMN_BYTES, REKNIT_COLUMN_PLAIN },
  { "recovery_wrap",    REKNIT_COLUMN_BYTES, REKNIT_COLUMN_PLAIN },
  { "names_in_notices", REKNIT_COLUMN_BOOLEAN, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitPartner, reknit_partner, "partner", columns)

/**
 * reknit_partner_query:
 *
 * Returns: (transfer full): both partners, the first seat first
 */
ReknitQuery *
reknit_partner_query (void)
{
  return reknit_query_new (REKNIT_TYPE_PARTNER, NULL, "position");
}

/**
 * reknit_partner_get_name:
 * @self: a partner
 *
 * Returns: (transfer none): the name they go by here
 */
const char *
reknit_partner_get_name (ReknitPartner *self)
{
  return reknit_record_get_text (self, "name");
}

/**
 * reknit_partner_at:
 * @store: the store
 * @position: 1 or 2
 *
 * Returns: (transfer full) (nullable): the partner of that seat
 */
ReknitPartner *
reknit_partner_at (ReknitStore *store,
                   int          position)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_PARTNER, "position = :position", NULL);

  return reknit_store_first (store, reknit_query_bind_integer (query, ":position", position));
}
