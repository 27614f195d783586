#include "reknit-neutral-page.h"

#include "reknit-template.h"

#include <adwaita.h>

/**
 * ReknitNeutralPage:
 *
 * What a start after a quick exit shows: nothing that tells what the program is about.
 */
struct _ReknitNeutralPage
{
  GtkWidget parent_instance;
};

static guint done_signal;

G_DEFINE_FINAL_TYPE (ReknitNeutralPage, reknit_neutral_page, GTK_TYPE_WIDGET)

static void
on_continue (ReknitNeutralPage *self)
{
  g_signal_emit (self, done_signal, 0);
}

static void
reknit_neutral_page_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_NEUTRAL_PAGE);
  G_OBJECT_CLASS (reknit_neutral_page_parent_class)->dispose (object);
}

static void
reknit_neutral_page_class_init (ReknitNeutralPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_neutral_page_dispose;
  done_signal = g_signal_new ("done", REKNIT_TYPE_NEUTRAL_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-neutral-page.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_continue);
}

static void
reknit_neutral_page_init (ReknitNeutralPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_neutral_page_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
reknit_neutral_page_new (void)
{
  return g_object_new (REKNIT_TYPE_NEUTRAL_PAGE, NULL);
}
