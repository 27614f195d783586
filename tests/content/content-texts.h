#pragma once

#include "reknit-content.h"

/* Where a text stands, for what may be asked of it. */
typedef enum
{
  TEXT_HEADING,
  TEXT_SENTENCE,
  TEXT_FEELING,
  TEXT_PREPARATION,
  TEXT_HELP,
  TEXT_HELP_NOTE,
} TextKind;

typedef void (*TextFunc) (TextKind    kind,
                          const char *text,
                          gpointer    user_data);

/* The names of all lists of suggestions. */
extern const char *const CONTENT_SUGGESTIONS[];

void content_texts_foreach (ReknitContent *content,
                            TextFunc       func,
                            gpointer       user_data);
