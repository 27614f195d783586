#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ReknitHelpKind:
 * @REKNIT_HELP_EMERGENCY: the emergency number
 * @REKNIT_HELP_VIOLENCE: for those who live with fear, force or control
 * @REKNIT_HELP_CHANGE: for those who want to stop using force
 * @REKNIT_HELP_CRISIS: despair and thoughts of suicide
 *
 * What a help line is for.
 */
typedef enum
{
  REKNIT_HELP_EMERGENCY,
  REKNIT_HELP_VIOLENCE,
  REKNIT_HELP_CHANGE,
  REKNIT_HELP_CRISIS,
} ReknitHelpKind;

#define REKNIT_TYPE_HELP_KIND (reknit_help_kind_get_type ())
GType reknit_help_kind_get_type (void);

#define REKNIT_TYPE_HELP_LINE (reknit_help_line_get_type ())
G_DECLARE_FINAL_TYPE (ReknitHelpLine, reknit_help_line, REKNIT, HELP_LINE, GObject)

ReknitHelpKind      reknit_help_line_get_kind    (ReknitHelpLine *self);
const char         *reknit_help_line_get_name    (ReknitHelpLine *self);
const char         *reknit_help_line_get_note    (ReknitHelpLine *self);
const char *const  *reknit_help_line_get_numbers (ReknitHelpLine *self);
const char         *reknit_help_line_get_web     (ReknitHelpLine *self);

#define REKNIT_TYPE_HELP_COUNTRY (reknit_help_country_get_type ())
G_DECLARE_FINAL_TYPE (ReknitHelpCountry, reknit_help_country, REKNIT, HELP_COUNTRY, GObject)

const char *reknit_help_country_get_code  (ReknitHelpCountry *self);
const char *reknit_help_country_get_title (ReknitHelpCountry *self);
GListModel *reknit_help_country_get_lines (ReknitHelpCountry *self);

#define REKNIT_TYPE_HELP_DIRECTORY (reknit_help_directory_get_type ())
G_DECLARE_FINAL_TYPE (ReknitHelpDirectory, reknit_help_directory, REKNIT, HELP_DIRECTORY, GObject)

const char         *reknit_help_directory_get_checked    (ReknitHelpDirectory *self);
const char *const  *reknit_help_directory_get_paragraphs (ReknitHelpDirectory *self);
GListModel         *reknit_help_directory_get_countries  (ReknitHelpDirectory *self);
ReknitHelpCountry  *reknit_help_directory_find_country   (ReknitHelpDirectory *self,
                                                          const char          *code);

G_END_DECLS
