#include "reknit-earlier-texts.h"

#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-earlier-text.h"
#include "reknit-time-text.h"

/**
 * ReknitEarlierTexts:
 *
 * Says that something was changed after it was shared, and lets both read what it said before. Invisible where nothing
 * was.
 */
struct _ReknitEarlierTexts
{
  GtkWidget  parent_instance;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (ReknitEarlierTexts, reknit_earlier_texts, GTK_TYPE_WIDGET)

static void
reknit_earlier_texts_dispose (GObject *object)
{
  g_clear_pointer (&REKNIT_EARLIER_TEXTS (object)->list, gtk_widget_unparent);
  G_OBJECT_CLASS (reknit_earlier_texts_parent_class)->dispose (object);
}

static void
reknit_earlier_texts_class_init (ReknitEarlierTextsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_earlier_texts_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
reknit_earlier_texts_init (ReknitEarlierTexts *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
create_row (ReknitRecord *text)
{
  g_autofree char *until = reknit_time_text_for_moment (reknit_clock_get_default (), reknit_record_get_created (text));
  /* Translators: what something said before it was changed; %s is a day and a time. */
  g_autofree char *title = g_strdup_printf (_("Until %s"), until);

  return g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", reknit_record_get_text (text, "body"),
                       "use-markup", FALSE, "subtitle-lines", 0, NULL);
}

/**
 * reknit_earlier_texts_new:
 *
 * Returns: (transfer floating): one that shows nothing yet
 */
GtkWidget *
reknit_earlier_texts_new (void)
{
  return g_object_new (REKNIT_TYPE_EARLIER_TEXTS, NULL);
}

/**
 * reknit_earlier_texts_show:
 * @record: a stored record
 *
 * Shows what @record said before, as far as the reader may know.
 */
void
reknit_earlier_texts_show (ReknitEarlierTexts *self,
                           ReknitRecord       *record)
{
  g_autoptr (ReknitQuery) query = reknit_earlier_text_query (record);
  g_autoptr (GPtrArray) texts = reknit_store_all (reknit_record_get_store (record), query);
  GtkListBoxRow *old = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  g_autofree char *when = NULL;
  GtkWidget *row;

  if (old != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (old));
  gtk_widget_set_visible (GTK_WIDGET (self), texts->len > 0);
  if (texts->len == 0)
    return;

  when = reknit_time_text_for_moment (reknit_clock_get_default (), reknit_record_get_created (texts->pdata[0]));
  row = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", _("Changed After It Was Shared"), "subtitle", when, NULL);
  for (guint i = 0; i < texts->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), create_row (texts->pdata[i]));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}
