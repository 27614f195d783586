#include "reknit-feeling-month.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-feeling-tally.h"
#include "reknit-i-statement.h"
#include "reknit-template.h"

/* What is beyond says more of the list than of the month. */
#define N_SHOWN 5

/**
 * ReknitFeelingMonth:
 *
 * Which feelings came most often this month, to whoever felt them and to nobody else.
 */
struct _ReknitFeelingMonth
{
  GtkWidget  parent_instance;
  GtkWidget *heading;
  GtkGrid   *grid;
};

G_DEFINE_FINAL_TYPE (ReknitFeelingMonth, reknit_feeling_month, GTK_TYPE_WIDGET)

static void
add_bar (ReknitFeelingMonth       *self,
         const ReknitFeelingCount *count,
         guint                     most,
         int                       row)
{
  const char *name = reknit_i_statement_name_feeling (count->feeling);
  g_autofree char *times = g_strdup_printf (ngettext ("once", "%u times", count->count), count->count);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", name != NULL ? name : count->feeling, "xalign", 0.0f, NULL);
  GtkWidget *number = g_object_new (GTK_TYPE_LABEL, "label", times, "xalign", 1.0f, NULL);
  /* The number says it already; a screen reader needs no bar. */
  GtkWidget *bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "fraction", (double) count->count / most, "hexpand", TRUE,
                                 "valign", GTK_ALIGN_CENTER, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (bar, "feeling-bar");
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_grid_attach (self->grid, title, 0, row, 1, 1);
  gtk_grid_attach (self->grid, bar, 1, row, 1, 1);
  gtk_grid_attach (self->grid, number, 2, row, 1, 1);
}

static void
reknit_feeling_month_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_FEELING_MONTH);
  G_OBJECT_CLASS (reknit_feeling_month_parent_class)->dispose (object);
}

static void
reknit_feeling_month_class_init (ReknitFeelingMonthClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_feeling_month_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-feeling-month.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingMonth, heading);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingMonth, grid);
}

static void
reknit_feeling_month_init (ReknitFeelingMonth *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_feeling_month_new:
 *
 * Returns: (transfer floating): a list of nothing yet
 */
GtkWidget *
reknit_feeling_month_new (void)
{
  return g_object_new (REKNIT_TYPE_FEELING_MONTH, NULL);
}

/**
 * reknit_feeling_month_show:
 * @seats: the seats
 *
 * Shows the month of whoever sits here, as it is now; nothing to both together.
 */
void
reknit_feeling_month_show (ReknitFeelingMonth *self,
                           ReknitSeats        *seats)
{
  gint64 author = reknit_seats_get_current_id (seats);
  g_autoptr (GPtrArray) counts = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (author == 0)
    return;

  counts = reknit_feeling_tally_this_month (reknit_seats_get_store (seats), author);
  for (guint i = 0; i < MIN (counts->len, N_SHOWN); i++)
    add_bar (self, counts->pdata[i], ((ReknitFeelingCount *) counts->pdata[0])->count, (int) i);
  gtk_widget_set_visible (GTK_WIDGET (self), counts->len > 0);
}
