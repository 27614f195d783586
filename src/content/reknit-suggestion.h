#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_SUGGESTION (reknit_suggestion_get_type ())
G_DECLARE_FINAL_TYPE (ReknitSuggestion, reknit_suggestion, REKNIT, SUGGESTION, GObject)

const char *reknit_suggestion_get_id   (ReknitSuggestion *self);
const char *reknit_suggestion_get_cue  (ReknitSuggestion *self);
const char *reknit_suggestion_get_text (ReknitSuggestion *self);

G_END_DECLS
