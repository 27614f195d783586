#include "reknit-week-grid-private.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-clock.h"
#include "reknit-occasion-text.h"
#include "reknit-time-text.h"

#define HOURS       24
/* In lines of text. */
#define HOUR_LINES  2.0
#define LEAST_LINES 1.35
#define GAP         2
/* What begins so much later may lie over the foot of what it clashes with. */
#define CASCADE_MINUTES 45
#define CASCADE_STEP 0.15

/**
 * ReknitWeekGrid:
 *
 * The hours of seven days, with what takes place at its place in them. What lies over one another stands side by side.
 * Empty time has a cursor for the arrow keys.
 */
G_DEFINE_FINAL_TYPE (ReknitWeekGrid, reknit_week_grid, GTK_TYPE_WIDGET)

/**
 * reknit_week_grid_get_hour:
 *
 * Returns: how high an hour is
 */
double
reknit_week_grid_get_hour (ReknitWeekGrid *self)
{
  return reknit_week_columns_get_line (GTK_WIDGET (self)) * HOUR_LINES;
}

static void
reknit_week_grid_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  ReknitWeekGrid *self = REKNIT_WEEK_GRID (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = reknit_week_columns_get_least (widget);
  else
    *minimum = *natural = (int) (HOURS * reknit_week_grid_get_hour (self)) + 1;
}

static GtkAllocation
place_piece (ReknitWeekGrid          *self,
             const ReknitWeekColumns *columns,
             const ReknitWeekPiece   *piece)
{
  double hour = reknit_week_grid_get_hour (self);
  double least = LEAST_LINES * reknit_week_columns_get_line (GTK_WIDGET (self));
  double from = piece->cascades ? piece->lane * CASCADE_STEP : piece->lane / (double) piece->n_lanes;
  double days = piece->cascades ? 1 - from : 1.0 / piece->n_lanes;
  double x = reknit_week_columns_get_x (columns, piece->day + from, days);
  double height = MAX ((piece->until - piece->from) * hour / 60, least);
  double y = MIN (piece->from * hour / 60, HOURS * hour - height);

  return (GtkAllocation) { (int) x + GAP, (int) y + 1, MAX ((int) (columns->column * days) - 2 * GAP, 1), MAX ((int) height - 1, 1) };
}

static void
reknit_week_grid_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  ReknitWeekGrid *self = REKNIT_WEEK_GRID (widget);
  ReknitWeekColumns columns = reknit_week_columns_make (widget, width);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      ReknitWeekPiece *piece = &g_array_index (self->pieces, ReknitWeekPiece, i);
      GtkAllocation place = place_piece (self, &columns, piece);
      int least_width, least_height;

      gtk_widget_measure (GTK_WIDGET (piece->block), GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (piece->block), GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
      place.width = MAX (place.width, least_width);
      place.height = MAX (place.height, least_height);
      gtk_widget_size_allocate (GTK_WIDGET (piece->block), &place, -1);
    }
}

static void
draw_hours (ReknitWeekGrid          *self,
            GtkSnapshot             *snapshot,
            const ReknitWeekColumns *columns,
            const GdkRGBA           *color)
{
  double hour = reknit_week_grid_get_hour (self);
  double left = columns->mirrored ? 0 : columns->gutter;
  GdkRGBA line = *color, words = *color;

  line.alpha *= 0.12f;
  words.alpha *= 0.7f;
  for (int i = 0; i < HOURS; i++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_utc (2001, 1, 1, i, 0, 0);
      g_autofree char *text = reknit_time_text_for_time (time);
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT ((float) left, (float) (i * hour),
                                                                       (float) (columns->width - columns->gutter), 1));
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (columns->mirrored ? (float) (columns->width - columns->gutter + 6)
                                                                               : (float) (columns->gutter - 6 - width),
                                                              (float) (i * hour + 1)));
      gtk_snapshot_append_layout (snapshot, layout, &words);
      gtk_snapshot_restore (snapshot);
    }
}

static void
draw_days (ReknitWeekGrid          *self,
           GtkSnapshot             *snapshot,
           const ReknitWeekColumns *columns,
           int                      height,
           const GdkRGBA           *color)
{
  GdkRGBA line = *color;

  line.alpha *= 0.1f;
  for (int day = 0; day < REKNIT_WEEK_DAYS; day++)
    {
      float x = (float) reknit_week_columns_get_x (columns, day, 0);

      gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (x, 0, 1, (float) height));
    }
  line.alpha = color->alpha * 0.05f;
  if (self->today >= 0 && self->today < REKNIT_WEEK_DAYS)
    gtk_snapshot_append_color (snapshot, &line,
                               &GRAPHENE_RECT_INIT ((float) reknit_week_columns_get_x (columns, self->today, 1), 0,
                                                    (float) columns->column, (float) height));
}

/* Where it is now. */
static void
draw_now (ReknitWeekGrid          *self,
          GtkSnapshot             *snapshot,
          const ReknitWeekColumns *columns,
          const GdkRGBA           *color)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (reknit_clock_get_default ());
  double minute = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
  float x, y;

  if (self->today < 0 || self->today >= REKNIT_WEEK_DAYS)
    return;
  x = (float) reknit_week_columns_get_x (columns, self->today, 1);
  y = (float) (minute * reknit_week_grid_get_hour (self) / 60);
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y - 1, (float) columns->column, 2));
}

static void
draw_cursor (ReknitWeekGrid          *self,
             GtkSnapshot             *snapshot,
             const ReknitWeekColumns *columns,
             const GdkRGBA           *color)
{
  double hour = reknit_week_grid_get_hour (self);
  GskRoundedRect outline;
  const GdkRGBA colors[4] = { *color, *color, *color, *color };

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    return;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) reknit_week_columns_get_x (columns, self->cursor_day, 1) + 1,
                                                        (float) (self->cursor_minute * hour / 60),
                                                        (float) columns->column - 2,
                                                        (float) (REKNIT_WEEK_SLOT * hour / 60)), 5);
  gtk_snapshot_append_border (snapshot, &outline, (const float[4]) { 2, 2, 2, 2 }, colors);
}

static void
reknit_week_grid_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  ReknitWeekGrid *self = REKNIT_WEEK_GRID (widget);
  ReknitWeekColumns columns = reknit_week_columns_make (widget, gtk_widget_get_width (widget));
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA color, plum;

  gtk_style_context_get_color (style, &color);
  if (!gtk_style_context_lookup_color (style, "strand_together", &plum))
    plum = color;
  draw_hours (self, snapshot, &columns, &color);
  draw_days (self, snapshot, &columns, gtk_widget_get_height (widget), &color);
  GTK_WIDGET_CLASS (reknit_week_grid_parent_class)->snapshot (widget, snapshot);
  draw_now (self, snapshot, &columns, &plum);
  draw_cursor (self, snapshot, &columns, &plum);
  if (self->dragging)
    reknit_week_grid_snapshot_drag (self, snapshot, &columns, &plum);
}

static void
reknit_week_grid_map (GtkWidget *widget)
{
  ReknitWeekGrid *self = REKNIT_WEEK_GRID (widget);

  GTK_WIDGET_CLASS (reknit_week_grid_parent_class)->map (widget);
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add (reknit_week_grid_scroll_to_morning, self);
}

static void
reknit_week_grid_set_focus_child (GtkWidget *widget,
                                  GtkWidget *child)
{
  GTK_WIDGET_CLASS (reknit_week_grid_parent_class)->set_focus_child (widget, child);
  reknit_week_grid_follow_focus (REKNIT_WEEK_GRID (widget), child);
}

static void
reknit_week_grid_dispose (GObject *object)
{
  ReknitWeekGrid *self = REKNIT_WEEK_GRID (object);
  GtkWidget *child;

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (self->pieces, 0);
  g_ptr_array_set_size (self->blocks, 0);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_week_grid_parent_class)->dispose (object);
}

static void
reknit_week_grid_finalize (GObject *object)
{
  ReknitWeekGrid *self = REKNIT_WEEK_GRID (object);

  g_clear_pointer (&self->first_day, g_date_time_unref);
  g_array_unref (self->pieces);
  g_ptr_array_unref (self->blocks);
  G_OBJECT_CLASS (reknit_week_grid_parent_class)->finalize (object);
}

static void
reknit_week_grid_class_init (ReknitWeekGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_week_grid_dispose;
  object_class->finalize = reknit_week_grid_finalize;
  widget_class->measure = reknit_week_grid_measure;
  widget_class->size_allocate = reknit_week_grid_size_allocate;
  widget_class->snapshot = reknit_week_grid_snapshot;
  widget_class->map = reknit_week_grid_map;
  widget_class->set_focus_child = reknit_week_grid_set_focus_child;
  gtk_widget_class_set_css_name (widget_class, "week-grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  reknit_week_grid_bind_keys (widget_class);
}

static void
reknit_week_grid_init (ReknitWeekGrid *self)
{
  self->blocks = g_ptr_array_new ();
  self->pieces = g_array_new (FALSE, FALSE, sizeof (ReknitWeekPiece));
  self->today = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  reknit_week_grid_init_input (self);
}

/**
 * reknit_week_grid_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): a grid without a week
 */
GtkWidget *
reknit_week_grid_new (ReknitSeats *seats)
{
  ReknitWeekGrid *self = g_object_new (REKNIT_TYPE_WEEK_GRID, NULL);

  self->seats = g_object_ref (seats);
  return GTK_WIDGET (self);
}

static int
minutes_since (GDateTime *day,
               GDateTime *time)
{
  return (int) CLAMP (g_date_time_difference (time, day) / G_TIME_SPAN_MINUTE, G_MININT / 2, G_MAXINT / 2);
}

static void
add_pieces (ReknitWeekGrid *self,
            ReknitOccasion *occasion)
{
  for (int day = 0; day < REKNIT_WEEK_DAYS; day++)
    {
      g_autoptr (GDateTime) midnight = g_date_time_add_days (self->first_day, day);
      ReknitWeekPiece piece = {
        .day = day, .from = MAX (minutes_since (midnight, reknit_occasion_get_starts (occasion)), 0),
        .until = MIN (minutes_since (midnight, reknit_occasion_get_ends (occasion)), REKNIT_WEEK_DAY_MINUTES),
      };

      if (piece.from >= piece.until)
        continue;
      if (self->pieces->len == self->blocks->len)
        {
          GtkWidget *block = reknit_week_block_new (self->seats, FALSE);

          gtk_widget_set_parent (block, GTK_WIDGET (self));
          g_ptr_array_add (self->blocks, block);
        }
      piece.block = self->blocks->pdata[self->pieces->len];
      g_array_append_val (self->pieces, piece);
    }
}

/* How long it takes up room: what is short is drawn as high as a line. */
static int
get_bottom (const ReknitWeekPiece *piece)
{
  return MAX (piece->until, piece->from + (int) (60 * LEAST_LINES / HOUR_LINES));
}

static int
find_lane (const ReknitWeekPiece *pieces,
           guint                  i)
{
  int lane = 0;

  for (guint j = 0; j < i; j++)
    if (pieces[j].lane == lane && get_bottom (&pieces[j]) > pieces[i].from)
      {
        lane++;
        j = (guint) -1;
      }
  return lane;
}

/* What begins later lies over it. Returns: how much of it is seen before that */
static double
get_uncovered (const ReknitWeekPiece *piece,
               const ReknitWeekPiece *next)
{
  int bottom = get_bottom (piece);

  return (MIN (next->from, bottom) - piece->from) / (double) (bottom - piece->from);
}

static void
share_lanes (ReknitWeekPiece *pieces,
             guint            n)
{
  gboolean cascades = TRUE;
  int n_lanes = 0;

  for (guint i = 0; i < n; i++)
    {
      pieces[i].lane = find_lane (pieces, i);
      n_lanes = MAX (n_lanes, pieces[i].lane + 1);
      if (i > 0 && pieces[i].from - pieces[i - 1].from < CASCADE_MINUTES)
        cascades = FALSE;
    }
  cascades = cascades && n_lanes <= 3;
  for (guint i = 0; i < n; i++)
    {
      pieces[i].n_lanes = n_lanes;
      pieces[i].cascades = cascades;
      reknit_week_block_set_narrow (pieces[i].block, n_lanes > 1 && !cascades);
      reknit_week_block_set_uncovered (pieces[i].block, cascades && i + 1 < n ? get_uncovered (&pieces[i], &pieces[i + 1]) : 1);
    }
}

static int
compare_pieces (gconstpointer a,
                gconstpointer b)
{
  const ReknitWeekPiece *one = a, *other = b;

  return one->day != other->day ? one->day - other->day : one->from - other->from;
}

/* Groups of what touches share the width of their day. */
static void
lay_out (ReknitWeekGrid *self)
{
  ReknitWeekPiece *pieces = (ReknitWeekPiece *) (gpointer) self->pieces->data;
  guint first = 0;
  int bottom = 0;

  g_array_sort (self->pieces, compare_pieces);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      if (i > first && (pieces[i].day != pieces[first].day || pieces[i].from >= bottom))
        {
          share_lanes (pieces + first, i - first);
          first = i;
          bottom = 0;
        }
      bottom = MAX (bottom, get_bottom (&pieces[i]));
    }
  share_lanes (pieces + first, self->pieces->len - first);
}

/**
 * reknit_week_grid_set_occasions:
 * @first_day: local time, the midnight that the week begins with
 * @occasions: (element-type ReknitOccasion): what takes place in it
 *
 * Shows them as they are now.
 */
void
reknit_week_grid_set_occasions (ReknitWeekGrid *self,
                                GDateTime      *first_day,
                                GPtrArray      *occasions)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (reknit_clock_get_default ());
  g_autoptr (GDateTime) today = g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now),
                                                     g_date_time_get_day_of_month (now), 0, 0, 0);
  guint n = 0;

  g_date_time_ref (first_day);
  g_clear_pointer (&self->first_day, g_date_time_unref);
  self->first_day = first_day;
  reknit_week_grid_stop_drag (self);
  self->today = minutes_since (first_day, today) < 0 ? -1 : minutes_since (first_day, today) / REKNIT_WEEK_DAY_MINUTES;
  g_array_set_size (self->pieces, 0);
  for (guint i = 0; i < occasions->len; i++)
    {
      if (!reknit_occasion_is_all_day (occasions->pdata[i]))
        add_pieces (self, occasions->pdata[i]);
      for (; n < self->pieces->len; n++)
        {
          ReknitWeekPiece *piece = &g_array_index (self->pieces, ReknitWeekPiece, n);
          g_autoptr (GDateTime) day = g_date_time_add_days (first_day, piece->day);

          reknit_week_block_show (piece->block, occasions->pdata[i], day, occasions);
        }
    }
  for (guint i = 0; i < self->blocks->len; i++)
    gtk_widget_set_visible (self->blocks->pdata[i], i < self->pieces->len);
  lay_out (self);
  reknit_week_grid_set_cursor (self, self->cursor_day, self->cursor_minute);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * reknit_week_grid_get_n_blocks:
 *
 * Returns: how many blocks there are
 */
guint
reknit_week_grid_get_n_blocks (ReknitWeekGrid *self)
{
  return self->pieces->len;
}

/**
 * reknit_week_grid_get_block:
 * @position: which one, in the order of time
 *
 * Returns: (transfer none): the block
 */
ReknitWeekBlock *
reknit_week_grid_get_block (ReknitWeekGrid *self,
                            guint           position)
{
  return g_array_index (self->pieces, ReknitWeekPiece, position).block;
}

/**
 * reknit_week_grid_get_place:
 * @day: a day, counted from the first
 * @minute: the minute of that day
 * @x: (out): where that is, in the middle of the column
 * @y: (out): where that is
 */
void
reknit_week_grid_get_place (ReknitWeekGrid *self,
                            int             day,
                            int             minute,
                            double         *x,
                            double         *y)
{
  ReknitWeekColumns columns = reknit_week_columns_make (GTK_WIDGET (self), gtk_widget_get_width (GTK_WIDGET (self)));

  *x = reknit_week_columns_get_x (&columns, day, 1) + columns.column / 2;
  *y = minute * reknit_week_grid_get_hour (self) / 60;
}
