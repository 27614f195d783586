#include "reknit-week-list.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-clock.h"
#include "reknit-month-view.h"
#include "reknit-occasion-text.h"
#include "reknit-week-columns.h"

/**
 * ReknitWeekList:
 *
 * The seven days one below the other, for where there is no room for columns: the same blocks, with all their words.
 */
struct _ReknitWeekList
{
  GtkWidget    parent_instance;

  ReknitSeats *seats;
  GtkWidget   *titles[REKNIT_WEEK_DAYS];
  GtkWidget   *empty[REKNIT_WEEK_DAYS];
  GtkWidget   *days[REKNIT_WEEK_DAYS];
  GPtrArray   *blocks[REKNIT_WEEK_DAYS];
};

G_DEFINE_FINAL_TYPE (ReknitWeekList, reknit_week_list, GTK_TYPE_WIDGET)

static gboolean
on_arrow (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  guint key;

  g_variant_get (arguments, "u", &key);
  gtk_widget_child_focus (widget, key == GDK_KEY_Up ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static void
reknit_week_list_dispose (GObject *object)
{
  ReknitWeekList *self = REKNIT_WEEK_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_week_list_parent_class)->dispose (object);
}

static void
reknit_week_list_finalize (GObject *object)
{
  for (int i = 0; i < REKNIT_WEEK_DAYS; i++)
    g_ptr_array_unref (REKNIT_WEEK_LIST (object)->blocks[i]);
  G_OBJECT_CLASS (reknit_week_list_parent_class)->finalize (object);
}

static void
reknit_week_list_class_init (ReknitWeekListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_week_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = reknit_week_list_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "week-list");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, on_arrow, "u", GDK_KEY_Up);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, on_arrow, "u", GDK_KEY_Down);
}

static void
reknit_week_list_init (ReknitWeekList *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 12);
  for (int i = 0; i < REKNIT_WEEK_DAYS; i++)
    {
      self->days[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
      self->titles[i] = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
      self->empty[i] = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "label", _("Nothing planned"), NULL);
      self->blocks[i] = g_ptr_array_new ();
      gtk_widget_add_css_class (self->titles[i], "week-day");
      gtk_widget_add_css_class (self->empty[i], "dim-label");
      gtk_box_append (GTK_BOX (self->days[i]), self->titles[i]);
      gtk_box_append (GTK_BOX (self->days[i]), self->empty[i]);
      gtk_widget_set_parent (self->days[i], GTK_WIDGET (self));
    }
}

/**
 * reknit_week_list_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): a list without a week
 */
GtkWidget *
reknit_week_list_new (ReknitSeats *seats)
{
  ReknitWeekList *self = g_object_new (REKNIT_TYPE_WEEK_LIST, NULL);

  self->seats = g_object_ref (seats);
  return GTK_WIDGET (self);
}

static void
show_title (ReknitWeekList *self,
            int             i,
            GDateTime      *day,
            GDateTime      *today)
{
  g_autofree char *text = reknit_occasion_text_day (day);

  gtk_label_set_label (GTK_LABEL (self->titles[i]), text);
  if (reknit_days_equal (day, today))
    gtk_widget_add_css_class (self->titles[i], "today");
  else
    gtk_widget_remove_css_class (self->titles[i], "today");
}

static void
show_block (ReknitWeekList *self,
            int             i,
            guint           position,
            ReknitOccasion *occasion,
            GDateTime      *day,
            GPtrArray      *all)
{
  if (position == self->blocks[i]->len)
    {
      GtkWidget *block = reknit_week_block_new (self->seats, TRUE);

      gtk_box_append (GTK_BOX (self->days[i]), block);
      g_ptr_array_add (self->blocks[i], block);
    }
  reknit_week_block_show (self->blocks[i]->pdata[position], occasion, day, all);
  gtk_widget_set_visible (self->blocks[i]->pdata[position], TRUE);
}

/**
 * reknit_week_list_set_occasions:
 * @first_day: local time, the midnight that the week begins with
 * @occasions: (element-type ReknitOccasion): what takes place in it
 *
 * Shows them as they are now.
 */
void
reknit_week_list_set_occasions (ReknitWeekList *self,
                                GDateTime      *first_day,
                                GPtrArray      *occasions)
{
  g_autoptr (GDateTime) today = reknit_clock_local_now (reknit_clock_get_default ());

  for (int i = 0; i < REKNIT_WEEK_DAYS; i++)
    {
      g_autoptr (GDateTime) from = g_date_time_add_days (first_day, i);
      g_autoptr (GDateTime) until = g_date_time_add_days (from, 1);
      guint n = 0;

      show_title (self, i, from, today);
      for (guint j = 0; j < occasions->len; j++)
        if (reknit_occasion_overlaps (occasions->pdata[j], from, until))
          show_block (self, i, n++, occasions->pdata[j], from, occasions);
      gtk_widget_set_visible (self->empty[i], n == 0);
      for (; n < self->blocks[i]->len; n++)
        gtk_widget_set_visible (self->blocks[i]->pdata[n], FALSE);
    }
}
