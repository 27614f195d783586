#pragma once

#include "reknit-secret-private.h"

G_BEGIN_DECLS

/**
 * ReknitPlace:
 * @owner: whose text it is
 * @table: the table it stands in
 * @id: its row
 * @column: its column
 *
 * Where a sealed text belongs. It opens nowhere else.
 */
typedef struct
{
  gint64 owner;
  const char *table;
  gint64 id;
  const char *column;
} ReknitPlace;

GBytes *reknit_text_seal (const ReknitSecret *key, const ReknitPlace *place, const char *text, GError **error);
char   *reknit_text_open (const ReknitSecret *key, const ReknitPlace *place, GBytes *sealed, GError **error);

G_END_DECLS
