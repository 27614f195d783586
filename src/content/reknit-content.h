#pragma once

#include <gio/gio.h>

#include "reknit-feeling.h"
#include "reknit-help-directory.h"
#include "reknit-help.h"
#include "reknit-idea.h"
#include "reknit-question.h"
#include "reknit-strategy.h"
#include "reknit-suggestion.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_CONTENT (reknit_content_get_type ())
G_DECLARE_FINAL_TYPE (ReknitContent, reknit_content, REKNIT, CONTENT, GObject)

ReknitContent       *reknit_content_get_default        (void);
ReknitContent       *reknit_content_new                (void);
GListModel          *reknit_content_get_strategies     (ReknitContent *self);
ReknitStrategy      *reknit_content_find_strategy      (ReknitContent *self,
                                                        const char    *id);
ReknitPractice      *reknit_content_find_practice      (ReknitContent *self,
                                                        const char    *id);
GListModel          *reknit_content_get_feelings       (ReknitContent *self);
ReknitFeeling       *reknit_content_find_feeling       (ReknitContent *self,
                                                        const char    *id);
GListModel          *reknit_content_get_suggestions    (ReknitContent *self,
                                                        const char    *list);
GListModel          *reknit_content_get_ideas         (ReknitContent *self);
ReknitIdea          *reknit_content_find_idea         (ReknitContent *self,
                                                        const char    *id);
GListModel          *reknit_content_get_questions      (ReknitContent *self);
GListModel          *reknit_content_get_help           (ReknitContent *self);
ReknitHelpSection   *reknit_content_find_help          (ReknitContent *self,
                                                        const char    *id);
ReknitHelpDirectory *reknit_content_get_help_directory (ReknitContent *self);

G_END_DECLS
