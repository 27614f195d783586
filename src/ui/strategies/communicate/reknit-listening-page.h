#pragma once

#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_LISTENING_PAGE (reknit_listening_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitListeningPage, reknit_listening_page, REKNIT, LISTENING_PAGE, ReknitPracticePage)

/* Subjects: a talk ("talk", or "talk-break" from a reminder), which is gone on with or read; an issue, to talk about.
 * Actions: practice.go-on, practice.finish-talk, practice.talked (x), practice.delete-talk (x). */

void reknit_listening_page_register (void);

G_END_DECLS
