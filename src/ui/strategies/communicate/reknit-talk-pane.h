#pragma once

#include <gtk/gtk.h>

#include "reknit-partner.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_TALK_PANE (reknit_talk_pane_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTalkPane, reknit_talk_pane, REKNIT, TALK_PANE, GtkWidget)

/**
 * ReknitTalkPaneView:
 * @role: what the partner is now: the speaker or the listener
 * @words: what they do now, in one sentence
 * @quote: (nullable): what was typed before and is looked at now
 * @starters: (nullable): a list of suggestions in the content, of which one is shown at a time
 * @field: (nullable): the label of a text to be written
 * @text: (nullable): what stands in that text
 * @primary: (nullable): the label of the way on
 * @secondary: (nullable): the label of another way on
 *
 * What one of the two sees.
 */
typedef struct
{
  const char *role;
  const char *words;
  const char *quote;
  const char *starters;
  const char *field;
  const char *text;
  const char *primary;
  const char *secondary;
} ReknitTalkPaneView;

/* Property: text, what is written. Signals: primary, secondary. */

void  reknit_talk_pane_set_partner (ReknitTalkPane *self, ReknitPartner *partner);
void  reknit_talk_pane_show        (ReknitTalkPane *self, const ReknitTalkPaneView *view);
char *reknit_talk_pane_dup_text    (ReknitTalkPane *self);

G_END_DECLS
