#pragma once

#include <gtk/gtk.h>

#include "reknit-check-in-place.h"

G_BEGIN_DECLS

/**
 * ReknitCheckInLeaf:
 * @step: which of the five steps it belongs to
 * @title: what it is about
 * @subtitle: (nullable): a sentence more
 * @continue_label: (nullable): what leads on; %NULL where something on the page does
 * @can_go_back: whether the page before can be seen again
 * @child: what there is to do
 *
 * One page of a check-in.
 */
typedef struct
{
  guint       step;
  char       *title;
  char       *subtitle;
  const char *continue_label;
  gboolean    can_go_back;
  GtkWidget  *child;
} ReknitCheckInLeaf;

ReknitCheckInLeaf *reknit_check_in_leaf_make (ReknitSeats *seats, ReknitCheckIn *check_in, ReknitCheckInPlace place);
void               reknit_check_in_leaf_free (ReknitCheckInLeaf *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReknitCheckInLeaf, reknit_check_in_leaf_free)

G_END_DECLS
