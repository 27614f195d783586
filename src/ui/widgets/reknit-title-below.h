#pragma once

#include "reknit-title-place.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_TITLE_BELOW (reknit_title_below_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTitleBelow, reknit_title_below, REKNIT, TITLE_BELOW, GtkWidget)

/* Properties: place (the #ReknitTitlePlace). */

G_END_DECLS
