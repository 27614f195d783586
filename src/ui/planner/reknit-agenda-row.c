#include "reknit-agenda-row.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-clock.h"
#include "reknit-day-entry.h"
#include "reknit-month-view.h"
#include "reknit-occasion-text.h"
#include "reknit-plan-title.h"
#include "reknit-partner-badge.h"

/**
 * ReknitAgendaRow:
 *
 * What takes place, as a line of the list: below the name of its month where that begins, beside its day.
 */
struct _ReknitAgendaRow
{
  GtkWidget           parent_instance;

  ReknitSeats        *seats;
  ReknitOccasion     *occasion;
  const char         *css_class;

  GtkLabel           *month;
  GtkWidget          *row;
  GtkLabel           *number;
  GtkLabel           *weekday;
  GtkImage           *icon;
  GtkLabel           *title;
  GtkLabel           *line;
  ReknitPartnerBadge *badge;
};

G_DEFINE_FINAL_TYPE (ReknitAgendaRow, reknit_agenda_row, GTK_TYPE_WIDGET)

static gboolean
on_delete (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  ReknitOccasion *occasion = REKNIT_AGENDA_ROW (widget)->occasion;

  return occasion != NULL && reknit_occasion_activate (widget, "planner.call-off", occasion);
}

static void
reknit_agenda_row_dispose (GObject *object)
{
  ReknitAgendaRow *self = REKNIT_AGENDA_ROW (object);

  if (self->month != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->month));
  self->month = NULL;
  g_clear_pointer (&self->row, gtk_widget_unparent);
  g_clear_object (&self->occasion);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_agenda_row_parent_class)->dispose (object);
}

static void
reknit_agenda_row_class_init (ReknitAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_agenda_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "agenda-row");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_delete, NULL);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class,
           float       xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", xalign, "ellipsize", PANGO_ELLIPSIZE_END, "lines", 2, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
reknit_agenda_row_init (ReknitAgendaRow *self)
{
  GtkWidget *date = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->month = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->month), "month");
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->row, "plan");
  gtk_widget_add_css_class (date, "date-mark");
  self->number = add_label (date, "number", 0.5f);
  self->weekday = add_label (date, "weekday", 0.5f);
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->title = add_label (words, "title", 0.0f);
  gtk_label_set_wrap (self->title, TRUE);
  self->line = add_label (words, "line", 0.0f);
  g_object_set (self->line, "wrap", TRUE, "lines", -1, "ellipsize", PANGO_ELLIPSIZE_NONE, NULL);
  self->badge = g_object_new (REKNIT_TYPE_PARTNER_BADGE, "mark-only", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_box_append (GTK_BOX (self->row), date);
  gtk_box_append (GTK_BOX (self->row), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self->row), words);
  gtk_box_append (GTK_BOX (self->row), GTK_WIDGET (self->badge));
  gtk_widget_set_parent (GTK_WIDGET (self->month), GTK_WIDGET (self));
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
}

/**
 * reknit_agenda_row_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
reknit_agenda_row_new (ReknitSeats *seats)
{
  ReknitAgendaRow *self = g_object_new (REKNIT_TYPE_AGENDA_ROW, NULL);

  self->seats = g_object_ref (seats);
  return GTK_WIDGET (self);
}

/**
 * reknit_agenda_row_get_occasion:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ReknitOccasion *
reknit_agenda_row_get_occasion (ReknitAgendaRow *self)
{
  return self->occasion;
}

static void
show_date (ReknitAgendaRow *self,
           ReknitOccasion  *before)
{
  GDateTime *starts = reknit_occasion_get_starts (self->occasion);
  GDateTime *earlier = before != NULL ? reknit_occasion_get_starts (before) : NULL;
  g_autofree char *month = g_date_time_format (starts, C_("month of a year", "%B %Y"));
  g_autofree char *number = g_strdup_printf ("%d", g_date_time_get_day_of_month (starts));
  g_autofree char *weekday = g_date_time_format (starts, "%a");
  gboolean begins = earlier == NULL || g_date_time_get_month (earlier) != g_date_time_get_month (starts)
                    || g_date_time_get_year (earlier) != g_date_time_get_year (starts);
  gboolean same_day = earlier != NULL && reknit_days_equal (earlier, starts);

  gtk_label_set_label (self->month, month);
  gtk_widget_set_visible (GTK_WIDGET (self->month), begins);
  gtk_label_set_label (self->number, same_day ? "" : number);
  gtk_label_set_label (self->weekday, same_day ? "" : weekday);
}

static void
set_style (ReknitAgendaRow *self)
{
  if (self->css_class != NULL)
    gtk_widget_remove_css_class (self->row, self->css_class);
  self->css_class = reknit_occasion_text_css_class (self->occasion);
  gtk_widget_add_css_class (self->row, self->css_class);
}

/**
 * reknit_agenda_row_show:
 * @occasion: what takes place
 * @before: (nullable): what stands above it
 *
 * Shows it as it is now.
 */
void
reknit_agenda_row_show (ReknitAgendaRow *self,
                        ReknitOccasion  *occasion,
                        ReknitOccasion  *before)
{
  g_autofree char *title = reknit_plan_dup_title (reknit_occasion_get_plan (occasion));
  g_autofree char *line = reknit_occasion_text_line (self->seats, occasion, NULL);
  g_autofree char *spoken = reknit_occasion_text_spoken (self->seats, occasion, reknit_occasion_get_starts (occasion));
  ReknitPlanKind kind = reknit_occasion_get_kind (occasion);

  g_set_object (&self->occasion, occasion);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->line, line);
  gtk_widget_set_visible (GTK_WIDGET (self->line), *line != '\0');
  gtk_image_set_from_icon_name (self->icon, reknit_occasion_text_icon_name (occasion));
  reknit_partner_badge_set_partner (self->badge, reknit_seats_find (self->seats, reknit_occasion_get_planner (occasion)));
  gtk_widget_set_visible (GTK_WIDGET (self->badge), kind != REKNIT_PLAN_KIND_SPECIAL_DAY && kind != REKNIT_PLAN_KIND_PROTECTED);
  show_date (self, before);
  set_style (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
