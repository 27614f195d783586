#include "reknit-week-block-private.h"

#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-day-entry.h"
#include "reknit-local-time.h"
#include "reknit-occasion-lock.h"
#include "reknit-occasion-text.h"
#include "reknit-plan-title.h"
#include "reknit-spoken-name.h"
#include "reknit-week-text.h"

#define STEP_MINUTES 15
#define DAY_MINUTES  (24 * 60)

/**
 * ReknitWeekBlock:
 *
 * What takes place, in the week: at its hours, where a line more is shown as far as there is room, or in the list of days,
 * where all of it is. It opens, changes its time and is removed by the actions `practice.open-time`, `practice.set-time`
 * and `practice.remove-time`.
 */
G_DEFINE_FINAL_TYPE (ReknitWeekBlock, reknit_week_block, GTK_TYPE_BUTTON)

static ReknitPlanState
get_state (ReknitOccasion *occasion)
{
  return reknit_plan_get_state (reknit_occasion_get_plan (occasion));
}

/**
 * reknit_week_block_can_move:
 *
 * Returns: whether its time can be changed here, by who sits here
 */
gboolean
reknit_week_block_can_move (ReknitWeekBlock *self)
{
  return reknit_week_is_kept (self->occasion) && !reknit_occasion_is_locked (self->occasion, self->seats)
         && get_state (self->occasion) != REKNIT_PLAN_STATE_MISSED;
}

/**
 * reknit_week_block_set_time:
 * @starts_minutes: how many minutes later it is to begin; negative for earlier
 * @ends_minutes: how many minutes later it is to end
 *
 * Changes its time, or says why it can't be.
 *
 * Returns: whether there was something to do
 */
gboolean
reknit_week_block_set_time (ReknitWeekBlock *self,
                            int              starts_minutes,
                            int              ends_minutes)
{
  GDateTime *before = reknit_occasion_get_starts (self->occasion);
  g_autoptr (GDateTime) starts = g_date_time_add_minutes (before, starts_minutes);
  g_autoptr (GDateTime) ends = g_date_time_add_minutes (reknit_occasion_get_ends (self->occasion), ends_minutes);
  g_autofree char *before_text = reknit_local_time_to_string (before);
  g_autofree char *starts_text = reknit_local_time_to_string (starts);
  g_autofree char *ends_text = reknit_local_time_to_string (ends);

  return gtk_widget_activate_action (GTK_WIDGET (self), "practice.set-time", "(xsss)",
                                     reknit_record_get_id (REKNIT_RECORD (reknit_occasion_get_plan (self->occasion))),
                                     before_text, starts_text, ends_text);
}

static void
reknit_week_block_clicked (GtkButton *button)
{
  reknit_occasion_activate (GTK_WIDGET (button), "practice.open-time", REKNIT_WEEK_BLOCK (button)->occasion);
}

static gboolean
on_delete (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  return reknit_occasion_activate (widget, "practice.remove-time", REKNIT_WEEK_BLOCK (widget)->occasion);
}

static int
count_minutes (GtkWidget *widget,
               guint      key)
{
  int day = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -DAY_MINUTES : DAY_MINUTES;

  switch (key)
    {
    case GDK_KEY_Left: return -day;
    case GDK_KEY_Right: return day;
    case GDK_KEY_Up: return -STEP_MINUTES;
    default: return STEP_MINUTES;
    }
}

static gboolean
on_move (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  guint key;

  g_variant_get (arguments, "u", &key);
  return reknit_week_block_set_time (REKNIT_WEEK_BLOCK (widget), count_minutes (widget, key), count_minutes (widget, key));
}

static gboolean
on_resize (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  guint key;

  g_variant_get (arguments, "u", &key);
  return reknit_week_block_set_time (REKNIT_WEEK_BLOCK (widget), 0, count_minutes (widget, key));
}

static void
reknit_week_block_dispose (GObject *object)
{
  ReknitWeekBlock *self = REKNIT_WEEK_BLOCK (object);

  g_clear_object (&self->occasion);
  g_clear_pointer (&self->day, g_date_time_unref);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_week_block_parent_class)->dispose (object);
}

static void
reknit_week_block_class_init (ReknitWeekBlockClass *klass)
{
  static const guint arrows[][2] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up }, { GDK_KEY_Down, GDK_KEY_KP_Down }, { GDK_KEY_Left, GDK_KEY_KP_Left }, { GDK_KEY_Right, GDK_KEY_KP_Right },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_week_block_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = reknit_week_block_clicked;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_delete, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, on_delete, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    for (guint j = 0; j < 2; j++)
      {
        gtk_widget_class_add_binding (widget_class, arrows[i][j], GDK_CONTROL_MASK, on_move, "u", arrows[i][0]);
        if (i < 2)
          gtk_widget_class_add_binding (widget_class, arrows[i][j], GDK_SHIFT_MASK, on_resize, "u", arrows[i][0]);
      }
}

static void
reknit_week_block_init (ReknitWeekBlock *self)
{
  self->uncovered = 1;
  gtk_widget_add_css_class (GTK_WIDGET (self), "week-block");
}

/* A wrapped word gets no hyphen: it is cut where the column ends. */
static GtkLabel *
add_label (GtkWidget  *box,
           gboolean    roomy,
           const char *css_class)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "wrap", roomy,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "ellipsize", roomy ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END, NULL);

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
make_child (ReknitWeekBlock *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->badge = g_object_new (REKNIT_TYPE_PARTNER_BADGE, "mark-only", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  self->warning = GTK_IMAGE (gtk_image_new_from_icon_name ("reknit-warning-symbolic"));
  gtk_widget_set_valign (GTK_WIDGET (self->icon), self->roomy ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_image_set_icon_size (self->icon, GTK_ICON_SIZE_INHERIT);
  self->check = GTK_IMAGE (gtk_image_new_from_icon_name ("reknit-check-symbolic"));
  gtk_image_set_icon_size (self->warning, GTK_ICON_SIZE_INHERIT);
  gtk_image_set_icon_size (self->check, GTK_ICON_SIZE_INHERIT);
  gtk_widget_set_valign (GTK_WIDGET (self->warning), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->icon));
  self->title = add_label (top, self->roomy, "title");
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->warning));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->check));
  self->hours = add_label (box, self->roomy, "line");
  self->state = add_label (box, self->roomy, "line");
  self->clash = add_label (box, self->roomy, "line");
  self->whose_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_label_set_wrap (self->clash, TRUE);
  gtk_label_set_lines (self->clash, self->roomy ? -1 : 2);
  gtk_box_append (GTK_BOX (box), self->whose_box);
  gtk_box_append (GTK_BOX (self->whose_box), GTK_WIDGET (self->badge));
  self->whose = add_label (self->whose_box, self->roomy, "line");
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  if (!self->roomy)
    reknit_week_block_be_tight (self, top);
}

/**
 * reknit_week_block_new:
 * @seats: the seats
 * @roomy: whether it is as high as what it has to say
 *
 * Returns: (transfer floating): a block that shows nothing yet
 */
GtkWidget *
reknit_week_block_new (ReknitSeats *seats,
                       gboolean     roomy)
{
  ReknitWeekBlock *self = g_object_new (REKNIT_TYPE_WEEK_BLOCK, NULL);

  self->seats = g_object_ref (seats);
  self->roomy = roomy;
  make_child (self);
  return GTK_WIDGET (self);
}

static void
set_class (ReknitWeekBlock  *self,
           const char      **place,
           const char       *css_class)
{
  if (*place != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), *place);
  *place = css_class;
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
}

static void
set_style (ReknitWeekBlock *self)
{
  ReknitPartner *owner = reknit_seats_find (self->seats, reknit_occasion_get_planner (self->occasion));
  gboolean own = reknit_occasion_get_kind (self->occasion) == REKNIT_PLAN_KIND_OWN;
  ReknitPlanState state = get_state (self->occasion);

  set_class (self, &self->kind_class, reknit_occasion_text_css_class (self->occasion));
  set_class (self, &self->strand_class, !own || owner == NULL ? NULL : owner == reknit_seats_get_first (self->seats) ? "first" : "second");
  set_class (self, &self->state_class, state == REKNIT_PLAN_STATE_DONE ? "done" : state == REKNIT_PLAN_STATE_MISSED ? "missed" : NULL);
}

static char *
say_hours (ReknitWeekBlock *self)
{
  return reknit_occasion_is_all_day (self->occasion)
         ? g_strdup (C_("hours of a plan", "all day"))
         : reknit_week_text_range (reknit_occasion_get_starts (self->occasion), reknit_occasion_get_ends (self->occasion));
}

static const char *
say_state (ReknitOccasion *occasion)
{
  switch (get_state (occasion))
    {
    case REKNIT_PLAN_STATE_DONE: return C_("state of time kept free", "had");
    case REKNIT_PLAN_STATE_MISSED: return C_("state of time kept free", "did not happen");
    case REKNIT_PLAN_STATE_PLANNED:
    case REKNIT_PLAN_STATE_CANCELLED:
    default: return "";
    }
}

static void
say (GtkLabel   *label,
     const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/**
 * reknit_week_block_show:
 * @occasion: what takes place
 * @day: the day it is shown on
 * @all: (element-type ReknitOccasion): all that takes place in that week
 *
 * Shows it as it is now.
 */
void
reknit_week_block_show (ReknitWeekBlock *self,
                        ReknitOccasion  *occasion,
                        GDateTime       *day,
                        GPtrArray       *all)
{
  g_autofree char *title = reknit_plan_dup_title (reknit_occasion_get_plan (occasion));
  g_autofree char *date = reknit_occasion_text_day (day);
  g_autofree char *whose = reknit_week_text_whose (self->seats, occasion);
  g_autofree char *clash = reknit_week_text_clash (occasion, all);
  const char *state = say_state (occasion);
  g_autofree char *hours = NULL;
  g_autofree char *spoken = NULL;

  g_set_object (&self->occasion, occasion);
  g_date_time_ref (day);
  g_clear_pointer (&self->day, g_date_time_unref);
  self->day = day;
  hours = say_hours (self);
  spoken = reknit_occasion_text_join ((char *[]) { date, title, hours, (char *) state, whose, clash, NULL }, ", ");

  gtk_image_set_from_icon_name (self->icon, reknit_occasion_text_icon_name (occasion));
  say (self->title, title);
  say (self->hours, hours);
  say (self->state, state);
  say (self->whose, whose);
  say (self->clash, clash);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), *clash != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->check), get_state (occasion) == REKNIT_PLAN_STATE_DONE);
  reknit_partner_badge_set_partner (self->badge, reknit_seats_find (self->seats, reknit_occasion_get_planner (occasion)));
  gtk_widget_set_visible (self->whose_box, *whose != '\0');
  reknit_week_block_give_room (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->roomy ? NULL : spoken);
  reknit_widget_set_spoken_name (GTK_WIDGET (self), spoken);
  set_style (self);
}

/**
 * reknit_week_block_get_occasion:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ReknitOccasion *
reknit_week_block_get_occasion (ReknitWeekBlock *self)
{
  return self->occasion;
}

/**
 * reknit_week_block_get_day:
 *
 * Returns: (transfer none) (nullable): the day on which it shows it
 */
GDateTime *
reknit_week_block_get_day (ReknitWeekBlock *self)
{
  return self->day;
}
