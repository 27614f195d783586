#include "reknit-practice-page.h"

#include "reknit-toasts.h"

/**
 * reknit_practice_page_drop_undo_toast:
 *
 * Puts the last way to undo out of sight, see reknit_toast_drop_undo().
 */
void
reknit_practice_page_drop_undo_toast (ReknitPracticePage *self)
{
  reknit_toast_drop_undo (GTK_WIDGET (self));
}

/**
 * reknit_practice_page_toast:
 * @text: one short sentence
 *
 * Says something in passing.
 */
void
reknit_practice_page_toast (ReknitPracticePage *self,
                            const char         *text)
{
  reknit_toast (GTK_WIDGET (self), text);
}

/**
 * reknit_practice_page_undo_toast:
 * @text: what was done: “Issue deleted”
 *
 * Says what was just done, with a button that takes it back.
 */
void
reknit_practice_page_undo_toast (ReknitPracticePage *self,
                                 const char         *text)
{
  reknit_toast_undo (GTK_WIDGET (self), text);
}

/**
 * reknit_practice_page_error_toast:
 * @error: what went wrong, in words for people
 *
 * Says that something could not be done. A failed save needs none of this: the window tells of it.
 */
void
reknit_practice_page_error_toast (ReknitPracticePage *self,
                                  const GError       *error)
{
  reknit_practice_page_toast (self, error->message);
}
