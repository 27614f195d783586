#include "reknit-week-grid-private.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-local-time.h"
#include "reknit-occasion-text.h"
#include "reknit-time-text.h"
#include "reknit-week-text.h"

/* What the pointer and the keys do in the hours of the week. */

/* How near to its edge one takes hold of a block's beginning or end. */
#define EDGE 7
/* Less is a click. */
#define THRESHOLD 6
#define FIRST_HOUR 8

static int
snap (double minutes)
{
  return (int) ((minutes + REKNIT_WEEK_STEP / 2.0) / REKNIT_WEEK_STEP) * REKNIT_WEEK_STEP;
}

static double
minute_at (ReknitWeekGrid *self,
           double          y)
{
  return CLAMP (y * 60 / reknit_week_grid_get_hour (self), 0, REKNIT_WEEK_DAY_MINUTES);
}

static int
day_at (ReknitWeekGrid *self,
        double          x)
{
  ReknitWeekColumns columns = reknit_week_columns_make (GTK_WIDGET (self), gtk_widget_get_width (GTK_WIDGET (self)));

  return reknit_week_columns_find_day (&columns, x);
}

static int
find_piece_at (ReknitWeekGrid  *self,
               double           x,
               double           y,
               graphene_rect_t *bounds)
{
  /* What lies above, last. */
  for (guint i = self->pieces->len; i > 0; i--)
    if (gtk_widget_compute_bounds (GTK_WIDGET (g_array_index (self->pieces, ReknitWeekPiece, i - 1).block), GTK_WIDGET (self), bounds)
        && graphene_rect_contains_point (bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
      return (int) i - 1;
  return -1;
}

static ReknitWeekDrag
choose_drag (ReknitWeekGrid        *self,
             double                 y,
             const graphene_rect_t *bounds)
{
  const ReknitWeekPiece *piece = &g_array_index (self->pieces, ReknitWeekPiece, self->drag_piece);

  if (!reknit_week_block_can_move (piece->block))
    return REKNIT_WEEK_DRAG_NONE;
  if (y >= bounds->origin.y + bounds->size.height - EDGE && bounds->size.height > 3 * EDGE)
    return REKNIT_WEEK_DRAG_END;
  return y < bounds->origin.y + EDGE && bounds->size.height > 3 * EDGE ? REKNIT_WEEK_DRAG_START : REKNIT_WEEK_DRAG_MOVE;
}

static void
on_drag_begin (GtkGestureDrag *gesture,
               double          x,
               double          y,
               ReknitWeekGrid *self)
{
  graphene_rect_t bounds;

  self->drag_x = x;
  self->drag_y = y;
  self->dragging = FALSE;
  self->drag_piece = find_piece_at (self, x, y, &bounds);
  self->drag = self->drag_piece >= 0 ? choose_drag (self, y, &bounds) : REKNIT_WEEK_DRAG_CREATE;
}

static void
drag_block (ReknitWeekGrid *self,
            double          dx,
            double          dy)
{
  const ReknitWeekPiece *piece = &g_array_index (self->pieces, ReknitWeekPiece, self->drag_piece);
  double minutes = dy * 60 / reknit_week_grid_get_hour (self);
  int length = piece->until - piece->from;

  self->drag_day = piece->day;
  self->drag_from = piece->from;
  self->drag_until = piece->until;
  if (self->drag == REKNIT_WEEK_DRAG_MOVE)
    {
      self->drag_day = CLAMP (piece->day + day_at (self, self->drag_x + dx) - day_at (self, self->drag_x), 0, REKNIT_WEEK_DAYS - 1);
      self->drag_from = CLAMP (snap (MAX (piece->from + minutes, 0)), 0, REKNIT_WEEK_DAY_MINUTES - MIN (length, REKNIT_WEEK_DAY_MINUTES));
      self->drag_until = self->drag_from + length;
    }
  else if (self->drag == REKNIT_WEEK_DRAG_END)
    self->drag_until = CLAMP (snap (MAX (piece->until + minutes, 0)), piece->from + REKNIT_WEEK_STEP, REKNIT_WEEK_DAY_MINUTES);
  else
    self->drag_from = CLAMP (snap (MAX (piece->from + minutes, 0)), 0, piece->until - REKNIT_WEEK_STEP);
}

static void
drag_empty (ReknitWeekGrid *self,
            double          dy)
{
  double one = minute_at (self, self->drag_y);
  double other = minute_at (self, self->drag_y + dy);

  self->drag_day = day_at (self, self->drag_x);
  self->drag_from = (int) (MIN (one, other) / REKNIT_WEEK_STEP) * REKNIT_WEEK_STEP;
  self->drag_from = MIN (self->drag_from, REKNIT_WEEK_DAY_MINUTES - REKNIT_WEEK_STEP);
  self->drag_until = CLAMP (snap (MAX (one, other)), self->drag_from + REKNIT_WEEK_STEP, REKNIT_WEEK_DAY_MINUTES);
}

/**
 * reknit_week_grid_drag_on:
 *
 * Takes what is dragged to where the pointer is now.
 */
void
reknit_week_grid_drag_on (ReknitWeekGrid *self)
{
  if (self->drag == REKNIT_WEEK_DRAG_CREATE)
    drag_empty (self, self->drag_dy);
  else
    drag_block (self, self->drag_dx, self->drag_dy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * reknit_week_grid_stop_drag:
 *
 * Leaves what was dragged where it is.
 */
void
reknit_week_grid_stop_drag (ReknitWeekGrid *self)
{
  self->dragging = FALSE;
  self->drag = REKNIT_WEEK_DRAG_NONE;
  reknit_week_grid_scroll_for_drag (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_update (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                ReknitWeekGrid *self)
{
  if (self->drag == REKNIT_WEEK_DRAG_NONE || (!self->dragging && ABS (dx) < THRESHOLD && ABS (dy) < THRESHOLD))
    return;
  if (!self->dragging)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->dragging = TRUE;
  self->drag_dx = dx;
  self->drag_dy = dy;
  reknit_week_grid_drag_on (self);
  reknit_week_grid_scroll_for_drag (self);
}

static char *
time_text (ReknitWeekGrid *self,
           int             day,
           int             minute)
{
  g_autoptr (GDateTime) time = g_date_time_add_minutes (self->first_day, day * REKNIT_WEEK_DAY_MINUTES + minute);

  return reknit_local_time_to_string (time);
}

static void
keep (ReknitWeekGrid *self)
{
  g_autofree char *starts = time_text (self, self->drag_day, self->drag_from);
  g_autofree char *ends = time_text (self, self->drag_day, self->drag_until);

  gtk_widget_activate_action (GTK_WIDGET (self), "practice.keep-time", "(ss)", starts, ends);
}

static void
drop (ReknitWeekGrid *self)
{
  const ReknitWeekPiece *piece = &g_array_index (self->pieces, ReknitWeekPiece, self->drag_piece);
  int days = (self->drag_day - piece->day) * REKNIT_WEEK_DAY_MINUTES;
  int starts = days + self->drag_from - piece->from;
  int ends = days + self->drag_until - piece->until;

  if (starts != 0 || ends != 0)
    reknit_week_block_set_time (piece->block, starts, ends);
}

static void
on_drag_end (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             ReknitWeekGrid *self)
{
  gboolean dragging = self->dragging;
  ReknitWeekDrag drag = self->drag;

  reknit_week_grid_stop_drag (self);
  if (dragging && drag == REKNIT_WEEK_DRAG_CREATE)
    keep (self);
  else if (dragging)
    drop (self);
  else if (drag == REKNIT_WEEK_DRAG_CREATE)
    {
      int minute = (int) minute_at (self, self->drag_y) / REKNIT_WEEK_SLOT * REKNIT_WEEK_SLOT;

      reknit_week_grid_set_cursor (self, day_at (self, self->drag_x), minute);
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
}

static void
on_motion (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           ReknitWeekGrid           *self)
{
  graphene_rect_t bounds;
  ReknitWeekDrag drag = REKNIT_WEEK_DRAG_NONE;

  if (self->dragging)
    return;
  self->drag_piece = find_piece_at (self, x, y, &bounds);
  if (self->drag_piece >= 0)
    drag = choose_drag (self, y, &bounds);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), drag == REKNIT_WEEK_DRAG_START || drag == REKNIT_WEEK_DRAG_END
                                                      ? "ns-resize" : NULL);
}

/**
 * reknit_week_grid_snapshot_drag:
 * @snapshot: what to draw on
 * @columns: where the days stand
 * @color: the colour of what is dragged
 *
 * Draws where what is dragged would come to, with its hours.
 */
void
reknit_week_grid_snapshot_drag (ReknitWeekGrid          *self,
                                GtkSnapshot             *snapshot,
                                const ReknitWeekColumns *columns,
                                const GdkRGBA           *color)
{
  double hour = reknit_week_grid_get_hour (self);
  g_autoptr (GDateTime) from = g_date_time_new_utc (2001, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) starts = g_date_time_add_minutes (from, self->drag_from);
  g_autoptr (GDateTime) ends = g_date_time_add_minutes (from, self->drag_until);
  g_autofree char *text = reknit_week_text_range (starts, ends);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA fill = *color, words = { 1, 1, 1, 1 };
  GskRoundedRect outline;

  fill.alpha *= 0.85f;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) reknit_week_columns_get_x (columns, self->drag_day, 1) + 2,
                                                        (float) (self->drag_from * hour / 60), (float) columns->column - 4,
                                                        (float) ((self->drag_until - self->drag_from) * hour / 60)), 6);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (outline.bounds.origin.x + 6, outline.bounds.origin.y + 1));
  pango_layout_set_width (layout, (int) MAX (columns->column - 16, 1) * PANGO_SCALE);
  gtk_snapshot_append_layout (snapshot, layout, &words);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-outline.bounds.origin.x - 6, -outline.bounds.origin.y - 1));
  gtk_snapshot_pop (snapshot);
}

/**
 * reknit_week_grid_follow_focus:
 * @child: (nullable): the block that gets the focus
 *
 * Scrolls to it. The viewport would scroll to the grid’s own first hour, too, as soon as the grid has the focus itself.
 */
void
reknit_week_grid_follow_focus (ReknitWeekGrid *self,
                               GtkWidget      *child)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  if (viewport == NULL)
    return;
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  if (child != NULL && gtk_widget_compute_bounds (child, GTK_WIDGET (self), &bounds))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}

/**
 * reknit_week_grid_scroll_to_morning:
 * @data: (type ReknitWeekGrid): the grid
 *
 * Scrolls to where the days begin.
 *
 * Returns: %G_SOURCE_REMOVE
 */
gboolean
reknit_week_grid_scroll_to_morning (gpointer data)
{
  ReknitWeekGrid *self = data;
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  int minute = FIRST_HOUR * 60;

  self->scroll_source = 0;
  for (guint i = 0; i < self->pieces->len; i++)
    minute = MIN (minute, g_array_index (self->pieces, ReknitWeekPiece, i).from);
  if (scroller != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                              minute * reknit_week_grid_get_hour (self) / 60);
  return G_SOURCE_REMOVE;
}

/**
 * reknit_week_grid_dup_cursor:
 *
 * Returns: (transfer full): local time of the slot that the keys are at
 */
GDateTime *
reknit_week_grid_dup_cursor (ReknitWeekGrid *self)
{
  return g_date_time_add_minutes (self->first_day, self->cursor_day * REKNIT_WEEK_DAY_MINUTES + self->cursor_minute);
}

static void
show_cursor (ReknitWeekGrid *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  double hour = reknit_week_grid_get_hour (self);

  if (scroller != NULL && gtk_widget_has_focus (GTK_WIDGET (self)))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                               self->cursor_minute * hour / 60, (self->cursor_minute + REKNIT_WEEK_SLOT) * hour / 60);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * reknit_week_grid_set_cursor:
 * @day: a day, counted from the first
 * @minute: the minute of that day
 *
 * Puts the cursor of the keys there, and says so.
 */
void
reknit_week_grid_set_cursor (ReknitWeekGrid *self,
                             int             day,
                             int             minute)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *date = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *name = NULL;

  self->cursor_day = CLAMP (day, 0, REKNIT_WEEK_DAYS - 1);
  self->cursor_minute = CLAMP (minute, 0, REKNIT_WEEK_DAY_MINUTES - REKNIT_WEEK_SLOT);
  time = reknit_week_grid_dup_cursor (self);
  date = reknit_occasion_text_day (time);
  hours = reknit_time_text_for_time (time);
  /* Translators: where the keys are in the week: a day and a time of day: “Week: Friday 27 November, 15:00” */
  name = g_strdup_printf (_("Week: %1$s, %2$s"), date, hours);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_cursor (self);
}

static int
find_focus (ReknitWeekGrid *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    if (gtk_widget_has_focus (GTK_WIDGET (g_array_index (self->pieces, ReknitWeekPiece, i).block)))
      return (int) i;
  return -1;
}

/* To what stands at the cursor, or to the empty time there. */
static void
enter_cursor (ReknitWeekGrid *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const ReknitWeekPiece *piece = &g_array_index (self->pieces, ReknitWeekPiece, i);

      if (piece->day == self->cursor_day && piece->from < self->cursor_minute + REKNIT_WEEK_SLOT && piece->until > self->cursor_minute)
        {
          gtk_widget_grab_focus (GTK_WIDGET (piece->block));
          return;
        }
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  show_cursor (self);
}

static int
round_up (int minute)
{
  return (minute + REKNIT_WEEK_SLOT - 1) / REKNIT_WEEK_SLOT * REKNIT_WEEK_SLOT;
}

static gboolean
on_arrow (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  ReknitWeekGrid *self = REKNIT_WEEK_GRID (widget);
  int focus = find_focus (self);
  int forth = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  int day = self->cursor_day, minute = self->cursor_minute;
  guint key;

  g_variant_get (arguments, "u", &key);
  if (focus >= 0)
    {
      const ReknitWeekPiece *piece = &g_array_index (self->pieces, ReknitWeekPiece, focus);

      day = piece->day;
      minute = key == GDK_KEY_Down ? round_up (piece->until) - REKNIT_WEEK_SLOT : piece->from / REKNIT_WEEK_SLOT * REKNIT_WEEK_SLOT;
    }
  if (key == GDK_KEY_Up || key == GDK_KEY_Down)
    minute += key == GDK_KEY_Up ? -REKNIT_WEEK_SLOT : REKNIT_WEEK_SLOT;
  else
    day += key == GDK_KEY_Right ? forth : -forth;
  if (minute < 0 || minute >= REKNIT_WEEK_DAY_MINUTES)
    return TRUE;
  reknit_week_grid_set_cursor (self, day, minute);
  enter_cursor (self);
  return TRUE;
}

static gboolean
on_enter (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  ReknitWeekGrid *self = REKNIT_WEEK_GRID (widget);
  g_autofree char *starts = time_text (self, self->cursor_day, self->cursor_minute);

  return gtk_widget_has_focus (widget) && gtk_widget_activate_action (widget, "practice.keep-time-form", "s", starts);
}

/**
 * reknit_week_grid_bind_keys:
 * @widget_class: its class
 */
void
reknit_week_grid_bind_keys (GtkWidgetClass *widget_class)
{
  static const guint arrows[][2] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left }, { GDK_KEY_Right, GDK_KEY_KP_Right }, { GDK_KEY_Up, GDK_KEY_KP_Up }, { GDK_KEY_Down, GDK_KEY_KP_Down },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    for (guint j = 0; j < 2; j++)
      gtk_widget_class_add_binding (widget_class, arrows[i][j], 0, on_arrow, "u", arrows[i][0]);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, on_enter, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, on_enter, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, on_enter, NULL);
}

/**
 * reknit_week_grid_init_input:
 *
 * Listens to the pointer. A drag that begins on a block is told from a press of it by going somewhere.
 */
void
reknit_week_grid_init_input (ReknitWeekGrid *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->cursor_minute = 18 * 60;
  self->drag_piece = -1;
  self->gesture = gtk_gesture_drag_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->gesture), GTK_PHASE_CAPTURE);
  g_signal_connect (self->gesture, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (self->gesture, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (self->gesture, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (self->gesture, "cancel", G_CALLBACK (reknit_week_grid_stop_drag), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->gesture));
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
