#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_GUIDANCE_NOTE (reknit_guidance_note_get_type ())
G_DECLARE_FINAL_TYPE (ReknitGuidanceNote, reknit_guidance_note, REKNIT, GUIDANCE_NOTE, GObject)

const char *reknit_guidance_note_get_heading (ReknitGuidanceNote *self);
const char *reknit_guidance_note_get_text    (ReknitGuidanceNote *self);

#define REKNIT_TYPE_GUIDANCE (reknit_guidance_get_type ())
G_DECLARE_FINAL_TYPE (ReknitGuidance, reknit_guidance, REKNIT, GUIDANCE, GObject)

const char *reknit_guidance_get_what    (ReknitGuidance *self);
GListModel *reknit_guidance_get_steps   (ReknitGuidance *self);
GListModel *reknit_guidance_get_cases   (ReknitGuidance *self);
GListModel *reknit_guidance_get_reasons (ReknitGuidance *self);

G_END_DECLS
