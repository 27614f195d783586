#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_NAVIGATOR (reknit_navigator_get_type ())
G_DECLARE_FINAL_TYPE (ReknitNavigator, reknit_navigator, REKNIT, NAVIGATOR, GtkWidget)

/* Properties: page (id of the page that is shown), title, header-start (nullable widget), can-go-back, immersive,
 * has-guidance, titles-itself (whether the page has a heading of its own). A page is "today", "insights", "search", or the
 * id of a strategy or a practice. */

void        reknit_navigator_set_seats    (ReknitNavigator *self, ReknitSeats *seats);
const char *reknit_navigator_get_page     (ReknitNavigator *self);
const char *reknit_navigator_get_root     (ReknitNavigator *self);
GtkWidget  *reknit_navigator_get_widget   (ReknitNavigator *self);
gboolean    reknit_navigator_has_page     (ReknitNavigator *self, const char *page);
void        reknit_navigator_show         (ReknitNavigator *self, const char *page);
void        reknit_navigator_open         (ReknitNavigator *self, const char *page);
void        reknit_navigator_open_subject (ReknitNavigator *self, const char *practice, const char *table, gint64 id);
gboolean    reknit_navigator_go_back      (ReknitNavigator *self);
GtkWidget  *reknit_navigator_get_scope    (ReknitNavigator *self);

G_END_DECLS
