#pragma once

#include "reknit-week-grid.h"

G_BEGIN_DECLS

#define REKNIT_WEEK_DAY_MINUTES (24 * 60)
#define REKNIT_WEEK_STEP        15
#define REKNIT_WEEK_SLOT        30

/**
 * ReknitWeekDrag:
 * @REKNIT_WEEK_DRAG_NONE: nothing is dragged
 * @REKNIT_WEEK_DRAG_CREATE: over empty time
 * @REKNIT_WEEK_DRAG_MOVE: a block
 * @REKNIT_WEEK_DRAG_START: the beginning of a block
 * @REKNIT_WEEK_DRAG_END: the end of a block
 *
 * What a drag does.
 */
typedef enum
{
  REKNIT_WEEK_DRAG_NONE,
  REKNIT_WEEK_DRAG_CREATE,
  REKNIT_WEEK_DRAG_MOVE,
  REKNIT_WEEK_DRAG_START,
  REKNIT_WEEK_DRAG_END,
} ReknitWeekDrag;

/* A part of an occasion on one day. */
typedef struct
{
  ReknitWeekBlock *block;
  int              day;
  int              from;
  int              until;
  int              lane;
  int              n_lanes;
  gboolean         cascades;
} ReknitWeekPiece;

struct _ReknitWeekGrid
{
  GtkWidget       parent_instance;

  ReknitSeats    *seats;
  GDateTime      *first_day;
  GPtrArray      *blocks;
  GArray         *pieces;
  int             today;
  guint           scroll_source;

  int             cursor_day;
  int             cursor_minute;

  GtkGesture     *gesture;
  ReknitWeekDrag  drag;
  gboolean        dragging;
  double          drag_x;
  double          drag_y;
  double          drag_dx;
  double          drag_dy;
  int             drag_piece;
  int             drag_day;
  int             drag_from;
  int             drag_until;
  guint           frame_callback;
  gint64          scrolled_at;
};

double   reknit_week_grid_get_hour          (ReknitWeekGrid *self);
void     reknit_week_grid_set_cursor        (ReknitWeekGrid *self, int day, int minute);
void     reknit_week_grid_follow_focus      (ReknitWeekGrid *self, GtkWidget *child);
gboolean reknit_week_grid_scroll_to_morning (gpointer data);
void     reknit_week_grid_init_input        (ReknitWeekGrid *self);
void     reknit_week_grid_drag_on           (ReknitWeekGrid *self);
void     reknit_week_grid_stop_drag         (ReknitWeekGrid *self);
void     reknit_week_grid_scroll_for_drag   (ReknitWeekGrid *self);
void     reknit_week_grid_bind_keys         (GtkWidgetClass *widget_class);
void     reknit_week_grid_snapshot_drag     (ReknitWeekGrid *self, GtkSnapshot *snapshot,
                                             const ReknitWeekColumns *columns, const GdkRGBA *color);

G_END_DECLS
