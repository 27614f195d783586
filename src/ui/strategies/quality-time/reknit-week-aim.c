#include "reknit-week-aim.h"

#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-occasion-lock.h"
#include "reknit-toasts.h"
#include "reknit-week-bar.h"
#include "reknit-week-text.h"
#include "reknit-weekly-aim.h"
#include "reknit-wrap-box.h"

#define MOST_HOURS 80
/* No wider than a narrow window. A label alone asks for less height than its words take. */
#define POPOVER_WIDTH 260

/**
 * ReknitWeekAim:
 *
 * The hours of the two in a week, in words and as a bar, and how many of them one would like: each says it for oneself,
 * from one’s own seat.
 */
struct _ReknitWeekAim
{
  GtkWidget      parent_instance;

  ReknitSeats   *seats;

  GtkWidget     *words;
  GtkWidget     *hint;
  GtkWidget     *bar;
  GtkWidget     *button;
  GtkWidget     *popover;
  GtkWidget     *hours;
};

G_DEFINE_FINAL_TYPE (ReknitWeekAim, reknit_week_aim, GTK_TYPE_WIDGET)

static ReknitStore *
get_store (ReknitWeekAim *self)
{
  return reknit_seats_get_store (self->seats);
}

static ReknitWeeklyAim *
find_mine (ReknitWeekAim *self)
{
  ReknitPartner *me = reknit_seats_get_own_time_of (self->seats);

  return me != NULL ? reknit_weekly_aim_get (get_store (self), reknit_record_get_id (REKNIT_RECORD (me))) : NULL;
}

static void
on_save (ReknitWeekAim *self)
{
  g_autoptr (ReknitWeeklyAim) aim = find_mine (self);
  g_autoptr (GError) error = NULL;

  gtk_spin_button_update (GTK_SPIN_BUTTON (self->hours));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (aim == NULL)
    return;
  g_object_set (aim, "minutes", (gint64) (gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->hours)) * 60 + 0.5), NULL);
  if (reknit_store_save (get_store (self), _("Set Weekly Aim"), REKNIT_RECORD (aim), &error))
    reknit_toast_undo (GTK_WIDGET (self), _("Your aim is set"));
  else
    reknit_toast (GTK_WIDGET (self), error->message);
}

static void
on_popover (ReknitWeekAim *self)
{
  g_autoptr (ReknitWeeklyAim) aim = find_mine (self);

  if (aim != NULL)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->hours), (double) reknit_record_get_integer (aim, "minutes") / 60);
}

/* What is missing, kindly; nothing about what the other one said. */
static const char *
say_hint (ReknitWeekAim *self,
          int            shared)
{
  g_autoptr (ReknitWeeklyAim) aim = find_mine (self);
  gboolean mine = aim != NULL && reknit_record_get_integer (aim, "minutes") > 0;

  if (shared > 0)
    return aim == NULL ? _("Each of you changes the aim from your own seat.") : "";
  if (aim == NULL)
    return _("For a shared aim, each of you says from your own seat how many hours you would like.");
  return mine ? _("You have said how many hours you would like. The aim is there once both have.")
              : _("How many hours a week would you like for the two of you?");
}

/**
 * reknit_week_aim_show:
 * @first_day: local time, the midnight that the week begins with
 *
 * Shows the hours of that week as they are now.
 */
void
reknit_week_aim_show (ReknitWeekAim *self,
                      GDateTime     *first_day)
{
  ReknitWeekHours hours = reknit_week_hours_measure (get_store (self), first_day);
  g_autofree char *text = reknit_week_text_hours (&hours);
  const char *hint = say_hint (self, hours.aim);

  gtk_label_set_label (GTK_LABEL (self->words), text);
  gtk_label_set_label (GTK_LABEL (self->hint), hint);
  gtk_widget_set_visible (self->hint, *hint != '\0');
  gtk_widget_set_visible (self->button, reknit_seats_get_own_time_of (self->seats) != NULL);
  reknit_week_bar_show (REKNIT_WEEK_BAR (self->bar), &hours);
}

static void
reknit_week_aim_dispose (GObject *object)
{
  ReknitWeekAim *self = REKNIT_WEEK_AIM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_week_aim_parent_class)->dispose (object);
}

static void
reknit_week_aim_class_init (ReknitWeekAimClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_week_aim_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_popover (ReknitWeekAim *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, "margin-top", 6,
                                 "margin-bottom", 6, "margin-start", 6, "margin-end", 6, NULL);
  GtkWidget *save = gtk_button_new_with_label (_("Save"));
  GtkWidget *note = make_label (_("The shared aim is the smaller of your two numbers: what both of you said yes to."), "dim-label");

  self->hours = gtk_spin_button_new_with_range (0, MOST_HOURS, 0.5);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hours), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Hours a week"), -1);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (on_save), self);
  gtk_box_append (GTK_BOX (box), make_label (_("Hours a week"), "heading"));
  gtk_box_append (GTK_BOX (box), self->hours);
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), save);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover),
                         g_object_new (ADW_TYPE_CLAMP, "maximum-size", POPOVER_WIDTH, "child", box, NULL));
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (on_popover), self);
  return self->popover;
}

static void
reknit_week_aim_init (ReknitWeekAim *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  GtkWidget *line = g_object_new (REKNIT_TYPE_WRAP_BOX, "spacing", 12, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  self->words = make_label ("", "heading");
  self->hint = make_label ("", "dim-label");
  self->bar = reknit_week_bar_new ();
  self->button = g_object_new (GTK_TYPE_MENU_BUTTON, "label", _("My Aim…"), "popover", make_popover (self),
                               "valign", GTK_ALIGN_CENTER, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("My Aim…"), -1);
  gtk_widget_set_hexpand (self->words, TRUE);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (line), self->words);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (line), self->button);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
}

/**
 * reknit_week_aim_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): the hours of no week yet
 */
GtkWidget *
reknit_week_aim_new (ReknitSeats *seats)
{
  ReknitWeekAim *self = g_object_new (REKNIT_TYPE_WEEK_AIM, NULL);

  self->seats = g_object_ref (seats);
  return GTK_WIDGET (self);
}
