#include "reknit-week-grid-private.h"

/* What is dragged to the first or the last hours that are shown goes on to those beyond: the nearer to the edge, the
 * faster. */

/* In lines of text. */
#define EDGE_LINES 1.5
#define LINES_PER_SECOND 24.0
/* What was taken hold of at an edge scrolls only once it is moved towards it. */
#define TOWARDS 6
/* A frame that came late moves no further than this. */
#define LONGEST_FRAME (G_USEC_PER_SEC / 20)

static GtkAdjustment *
get_adjustment (ReknitWeekGrid *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)) : NULL;
}

/* How much of the full speed; negative to go up. */
static double
get_pull (ReknitWeekGrid *self,
          GtkAdjustment  *adjustment)
{
  double edge = EDGE_LINES * reknit_week_columns_get_line (GTK_WIDGET (self));
  double y = self->drag_y + self->drag_dy - gtk_adjustment_get_value (adjustment);
  double below = y - (gtk_adjustment_get_page_size (adjustment) - edge);

  if (self->drag_dy < -TOWARDS)
    return CLAMP ((y - edge) / edge, -1, 0);
  return self->drag_dy > TOWARDS ? CLAMP (below / edge, 0, 1) : 0;
}

static gboolean
on_frame (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  ReknitWeekGrid *self = REKNIT_WEEK_GRID (widget);
  GtkAdjustment *adjustment = get_adjustment (self);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = MIN (now - self->scrolled_at, LONGEST_FRAME) / (double) G_USEC_PER_SEC;
  double speed = LINES_PER_SECOND * reknit_week_columns_get_line (widget);
  double before = gtk_adjustment_get_value (adjustment);

  self->scrolled_at = now;
  gtk_adjustment_set_value (adjustment, before + get_pull (self, adjustment) * speed * seconds);
  /* The pointer stays, and the hours go by below it. */
  self->drag_dy += gtk_adjustment_get_value (adjustment) - before;
  reknit_week_grid_drag_on (self);
  return G_SOURCE_CONTINUE;
}

/**
 * reknit_week_grid_scroll_for_drag:
 *
 * Begins to scroll where what is dragged is at an edge of the hours that are shown, and ends it where it is not.
 */
void
reknit_week_grid_scroll_for_drag (ReknitWeekGrid *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  gboolean pulls = self->dragging && adjustment != NULL && get_pull (self, adjustment) != 0;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (!pulls && self->frame_callback != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->frame_callback);
      self->frame_callback = 0;
    }
  else if (pulls && self->frame_callback == 0 && clock != NULL)
    {
      self->scrolled_at = gdk_frame_clock_get_frame_time (clock);
      self->frame_callback = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
    }
}
