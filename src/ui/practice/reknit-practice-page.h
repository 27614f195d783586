#pragma once

#include <adwaita.h>

#include "reknit-seats.h"
#include "reknit-strategy.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PRACTICE_PAGE (reknit_practice_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (ReknitPracticePage, reknit_practice_page, REKNIT, PRACTICE_PAGE, GtkWidget)

/**
 * ReknitPracticePageClass:
 * @open_subject: show one record, that a reminder, a link or the search leads to
 * @seat_changed: another seat was taken, or *together*; the default closes all subpages, so that nothing private
 *   stays on the screen. A page whose session goes on across seats overrides it.
 *
 * A page that works one practice. A subclass puts its tool in as `child`.
 */
struct _ReknitPracticePageClass
{
  GtkWidgetClass parent_class;

  void (*open_subject) (ReknitPracticePage *self, const char *table, gint64 id);
  void (*seat_changed) (ReknitPracticePage *self);

  gpointer padding[6];
};

/* Properties: seats and practice (construct only), child, header-start (a button or box that the window's header bar
 * takes in), title (of the practice, or of the subpage on top), immersive (a session: the window leaves out its
 * sidebar), has-subpage. Actions: practice.guidance (a boolean state), practice.back. */

GtkWidget      *reknit_practice_page_new          (ReknitSeats *seats, ReknitPractice *practice);
ReknitSeats    *reknit_practice_page_get_seats    (ReknitPracticePage *self);
ReknitStore    *reknit_practice_page_get_store    (ReknitPracticePage *self);
ReknitPractice *reknit_practice_page_get_practice (ReknitPracticePage *self);
const char     *reknit_practice_page_get_title    (ReknitPracticePage *self);
GtkWidget      *reknit_practice_page_get_child    (ReknitPracticePage *self);
void            reknit_practice_page_set_child    (ReknitPracticePage *self, GtkWidget *child);
GtkWidget      *reknit_practice_page_get_header_start (ReknitPracticePage *self);
void            reknit_practice_page_set_header_start (ReknitPracticePage *self, GtkWidget *widget);
gboolean        reknit_practice_page_get_immersive (ReknitPracticePage *self);
void            reknit_practice_page_set_immersive (ReknitPracticePage *self, gboolean immersive);
GActionMap     *reknit_practice_page_get_actions  (ReknitPracticePage *self);

void            reknit_practice_page_push         (ReknitPracticePage *self, GtkWidget *subpage, const char *title);
void            reknit_practice_page_pop          (ReknitPracticePage *self);
void            reknit_practice_page_pop_all      (ReknitPracticePage *self);
GtkWidget      *reknit_practice_page_get_subpage  (ReknitPracticePage *self);
gboolean        reknit_practice_page_go_back      (ReknitPracticePage *self);

void            reknit_practice_page_open_subject (ReknitPracticePage *self, const char *table, gint64 id);
void            reknit_practice_page_toast        (ReknitPracticePage *self, const char *text);
void            reknit_practice_page_undo_toast   (ReknitPracticePage *self, const char *text);
void            reknit_practice_page_drop_undo_toast (ReknitPracticePage *self);
void            reknit_practice_page_error_toast  (ReknitPracticePage *self, const GError *error);

G_END_DECLS
