#include "reknit-weekday-label.h"

#include "reknit-time-text.h"

/* Above a column of a month: “Mon”, or “M” where there is not room for the longest of the week, so that all seven are
 * alike. Which of the two it is shows in which child can be seen. */

static char *
dup_name (int weekday)
{
  /* The first of January 2001 was a Monday. */
  g_autoptr (GDateTime) date = g_date_time_new_utc (2001, 1, weekday, 0, 0, 0);

  return g_date_time_format (date, "%a");
}

static int
measure_longest (GtkWidget *label)
{
  int longest = 0;

  for (int weekday = G_DATE_MONDAY; weekday <= G_DATE_SUNDAY; weekday++)
    {
      g_autofree char *name = dup_name (weekday);
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, name);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      longest = MAX (longest, width);
    }
  return longest;
}

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  GtkWidget *whole = gtk_widget_get_first_child (widget);

  gtk_widget_measure (whole, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (gtk_widget_get_last_child (widget), orientation, -1, minimum, NULL, NULL, NULL);
}

static void
allocate (GtkWidget *widget,
          int        width,
          int        height,
          int        baseline)
{
  GtkWidget *whole = gtk_widget_get_first_child (widget);
  GtkWidget *letter = gtk_widget_get_last_child (widget);
  gboolean fits = measure_longest (whole) <= width;

  gtk_widget_set_child_visible (whole, fits);
  gtk_widget_set_child_visible (letter, !fits);
  gtk_widget_size_allocate (fits ? whole : letter, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
add (GtkWidget  *box,
     const char *text,
     float       xalign)
{
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, NULL));
}

/**
 * reknit_weekday_label_new:
 * @weekday: a day of the week
 * @xalign: where in its column it stands
 *
 * Returns: (transfer floating): its name, as long as there is room for
 */
GtkWidget *
reknit_weekday_label_new (GDateWeekday weekday,
                          float        xalign)
{
  g_autofree char *whole = dup_name ((int) weekday);
  g_autofree char *letter = g_utf8_substring (whole, 0, 1);
  g_autofree char *name = reknit_time_text_for_weekday (weekday);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "tooltip-text", name, NULL);

  gtk_widget_set_layout_manager (box, gtk_custom_layout_new (NULL, measure, allocate));
  add (box, whole, xalign);
  add (box, letter, xalign);
  return box;
}
