#pragma once

#include <glib.h>

G_BEGIN_DECLS

static inline void
reknit_put_uint64 (guint8 *to,
                   guint64 value)
{
  for (int i = 7; i >= 0; i--, value >>= 8)
    to[i] = (guint8) (value & 0xff);
}

static inline guint64
reknit_get_uint64 (const guint8 *from)
{
  guint64 value = 0;

  for (int i = 0; i < 8; i++)
    value = value << 8 | from[i];
  return value;
}

G_END_DECLS
