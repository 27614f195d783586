#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define REKNIT_N_CHECK_IN_SCALES 5

/**
 * ReknitCheckInScale:
 * @id: the answer's property
 * @title: what is rated, in a word or two
 * @question: the question in full
 * @low: what 0 means
 * @high: what 10 means
 *
 * Something that each is asked at every check-in. The words are translated.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *question;
  const char *low;
  const char *high;
} ReknitCheckInScale;

ReknitCheckInScale reknit_check_in_scale_get  (guint index);
guint              reknit_check_in_scale_find (const char *id);

G_END_DECLS
