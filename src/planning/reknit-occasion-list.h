#pragma once

#include "reknit-occasion.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_OCCASION_LIST (reknit_occasion_list_get_type ())
G_DECLARE_FINAL_TYPE (ReknitOccasionList, reknit_occasion_list, REKNIT, OCCASION_LIST, GObject)

/* Beside the kinds: those, too, of which it was said that they did not take place. */
#define REKNIT_OCCASIONS_MISSED (1u << REKNIT_PLAN_N_KINDS)

/* A GListModel of ReknitOccasion in the order of time. Signals: details-changed (), when what is said of an occasion
 * changed though the occasions themselves did not. */

ReknitOccasionList *reknit_occasion_list_new       (ReknitStore *store, guint kinds);
void                reknit_occasion_list_set_range (ReknitOccasionList *self, GDateTime *from, GDateTime *until);
GDateTime          *reknit_occasion_list_get_from  (ReknitOccasionList *self);
GDateTime          *reknit_occasion_list_get_until (ReknitOccasionList *self);
void                reknit_occasion_list_refresh   (ReknitOccasionList *self);

GPtrArray          *reknit_occasions_between       (ReknitStore *store, guint kinds, GDateTime *from, GDateTime *until);
ReknitOccasion     *reknit_occasions_next          (ReknitStore *store, guint kinds, GDateTime *after);
ReknitOccasion     *reknit_occasions_find          (ReknitStore *store, gint64 plan, GDateTime *starts);

G_END_DECLS
