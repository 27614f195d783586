#include "reknit-week-bar.h"

#include "reknit-week-text.h"

#define HEIGHT 10
/* The mark of the aim stands out above and below. */
#define MARK 3

/**
 * ReknitWeekBar:
 *
 * The hours of a week as a calm bar: what was had is full, what is planned is light, and the aim is a mark. The words
 * beside it say the same.
 */
struct _ReknitWeekBar
{
  GtkWidget       parent_instance;

  ReknitWeekHours hours;
};

G_DEFINE_FINAL_TYPE (ReknitWeekBar, reknit_week_bar, GTK_TYPE_WIDGET)

static void
reknit_week_bar_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT + 2 * MARK : 60;
}

static void
draw_part (GtkWidget     *widget,
           GtkSnapshot   *snapshot,
           const GdkRGBA *color,
           float          alpha,
           double         from,
           double         until)
{
  int width = gtk_widget_get_width (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double x = (mirrored ? 1 - until : from) * width;
  GdkRGBA part = *color;

  part.alpha *= alpha;
  gtk_snapshot_append_color (snapshot, &part, &GRAPHENE_RECT_INIT ((float) x, MARK, (float) ((until - from) * width), HEIGHT));
}

static void
reknit_week_bar_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  ReknitWeekBar *self = REKNIT_WEEK_BAR (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  int width = gtk_widget_get_width (widget);
  double most = MAX (MAX (self->hours.planned, self->hours.done), MAX (self->hours.aim, 1));
  double mark = self->hours.aim / most;
  GskRoundedRect round;
  GdkRGBA color, plum;

  gtk_style_context_get_color (style, &color);
  if (!gtk_style_context_lookup_color (style, "strand_together", &plum))
    plum = color;
  gsk_rounded_rect_init_from_rect (&round, &GRAPHENE_RECT_INIT (0, MARK, (float) width, HEIGHT), HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  draw_part (widget, snapshot, &color, 0.12f, 0, 1);
  draw_part (widget, snapshot, &plum, 0.4f, 0, self->hours.planned / most);
  draw_part (widget, snapshot, &plum, 1, 0, self->hours.done / most);
  gtk_snapshot_pop (snapshot);
  if (self->hours.aim == 0)
    return;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    mark = 1 - mark;
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT ((float) CLAMP (mark * width - 1, 0, width - 2), 0, 2,
                                                                    HEIGHT + 2 * MARK));
}

static void
reknit_week_bar_class_init (ReknitWeekBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = reknit_week_bar_measure;
  widget_class->snapshot = reknit_week_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
reknit_week_bar_init (ReknitWeekBar *self)
{
}

/**
 * reknit_week_bar_new:
 *
 * Returns: (transfer floating): a bar without hours
 */
GtkWidget *
reknit_week_bar_new (void)
{
  return g_object_new (REKNIT_TYPE_WEEK_BAR, NULL);
}

/**
 * reknit_week_bar_show:
 * @hours: the hours of a week
 */
void
reknit_week_bar_show (ReknitWeekBar         *self,
                      const ReknitWeekHours *hours)
{
  g_autofree char *text = reknit_week_text_hours (hours);

  self->hours = *hours;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
