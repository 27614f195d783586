#include "reknit-forget.h"

/**
 * reknit_editable_forget:
 * @editable: an entry
 *
 * Empties the entry, and forgets what was typed into it: emptied in any other way, it gives that back to whoever undoes
 * their own typing there.
 */
void
reknit_editable_forget (GtkEditable *editable)
{
  gboolean enable_undo = gtk_editable_get_enable_undo (editable);

  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_text (editable, "");
  gtk_editable_set_enable_undo (editable, enable_undo);
}
