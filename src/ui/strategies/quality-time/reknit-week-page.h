#pragma once

#include "reknit-practice-page.h"
#include "reknit-week-view.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_WEEK_PAGE (reknit_week_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWeekPage, reknit_week_page, REKNIT, WEEK_PAGE, ReknitPracticePage)

/* Actions: practice.previous-week, practice.next-week, practice.this-week; practice.keep-time (from and to, in local time);
 * practice.keep-time-form (from when, or nothing); and, with the id of a plan and when it begins: practice.open-time,
 * edit-time, set-time (also from and to), remove-time, had-time, missed-time; with the id only: practice.remove-series,
 * practice.hand-over, practice.export. */

void            reknit_week_page_register (void);
ReknitWeekView *reknit_week_page_get_view (ReknitWeekPage *self);

G_END_DECLS
