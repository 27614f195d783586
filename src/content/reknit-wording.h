#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ReknitWordingKind:
 * @REKNIT_WORDING_ALWAYS_NEVER: “you always”, “you never”
 * @REKNIT_WORDING_BLAME: “it’s your fault”, “you make me …”
 * @REKNIT_WORDING_NAME_CALLING: insults
 * @REKNIT_WORDING_MIND_READING: claims to know what the other thinks, wants or feels
 * @REKNIT_WORDING_LABEL: “you are lazy”
 * @REKNIT_WORDING_THREAT: threats and ultimatums
 * @REKNIT_WORDING_COMMAND: “you should”, “calm down”
 *
 * Why a wording may be hard to hear.
 */
typedef enum
{
  REKNIT_WORDING_ALWAYS_NEVER,
  REKNIT_WORDING_BLAME,
  REKNIT_WORDING_NAME_CALLING,
  REKNIT_WORDING_MIND_READING,
  REKNIT_WORDING_LABEL,
  REKNIT_WORDING_THREAT,
  REKNIT_WORDING_COMMAND,
} ReknitWordingKind;

#define REKNIT_TYPE_WORDING_KIND (reknit_wording_kind_get_type ())
GType reknit_wording_kind_get_type (void);

/**
 * ReknitWordingMark:
 * @start: where it starts, in characters from the start of the text
 * @end: where it ends, in characters; the character there no longer belongs to it
 * @kind: what makes it hard to hear
 * @why: one line to tell the writer why; belongs to the #ReknitWording
 * @softer: a beginning that may be easier to hear; belongs to the #ReknitWording
 *
 * A place in a text.
 */
typedef struct
{
  guint              start;
  guint              end;
  ReknitWordingKind  kind;
  const char        *why;
  const char        *softer;
} ReknitWordingMark;

#define REKNIT_TYPE_WORDING (reknit_wording_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWording, reknit_wording, REKNIT, WORDING, GObject)

ReknitWording *reknit_wording_new_for_language (const char    *language);
const char    *reknit_wording_get_language     (ReknitWording *self);
GPtrArray     *reknit_wording_check            (ReknitWording *self,
                                                const char    *text);

G_END_DECLS
