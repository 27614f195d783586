#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_HELP_SECTION (reknit_help_section_get_type ())
G_DECLARE_FINAL_TYPE (ReknitHelpSection, reknit_help_section, REKNIT, HELP_SECTION, GObject)

const char         *reknit_help_section_get_id         (ReknitHelpSection *self);
const char         *reknit_help_section_get_title      (ReknitHelpSection *self);
const char *const  *reknit_help_section_get_paragraphs (ReknitHelpSection *self);
const char *const  *reknit_help_section_get_questions  (ReknitHelpSection *self);

G_END_DECLS
