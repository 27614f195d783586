#include "reknit-week-block-private.h"

#include "reknit-measure.h"

/* How a block makes the most of its place among the hours. Its title goes before all else: it is broken into as many
 * lines as there are, and the icons beside it go where they would leave it no room. All of it is in the tooltip. */

#define SPACING 4
#define MINUTES_PER_LINE 30
/* In letters: with less than the first, a title says nothing; with the second, and with the longest of its words whole,
 * it needs no more at the cost of icons. */
#define LEAST_LETTERS 2
#define ENOUGH_LETTERS 7
#define N_ICONS 3

static int
measure_letter (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int letter = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return letter;
}

static int
measure_longest_word (GtkLabel *label)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (label), gtk_label_get_text (label));
  int width;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static GtkSizeRequestMode
get_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Half a line says nothing; only what is in the way may go on in a second one. */
static gboolean
fits (ReknitWeekBlock *self,
      GtkWidget       *line,
      int              width)
{
  return reknit_measure_width (line) <= width || (line == GTK_WIDGET (self->clash) && !self->narrow);
}

/* No line is shown in part, nor where another block lies over it; what is left out leaves no gap. */
static void
allocate_lines (GtkWidget *box,
                int        width,
                int        height,
                int        baseline)
{
  ReknitWeekBlock *self = REKNIT_WEEK_BLOCK (gtk_widget_get_ancestor (box, REKNIT_TYPE_WEEK_BLOCK));
  GtkWidget *top = gtk_widget_get_first_child (box);
  int y = reknit_measure_height (top, width);
  int room = (int) (height * self->uncovered);

  gtk_widget_size_allocate (top, &(GtkAllocation) { 0, 0, width, y }, -1);
  for (GtkWidget *line = gtk_widget_get_next_sibling (top); line != NULL; line = gtk_widget_get_next_sibling (line))
    {
      gboolean fit = gtk_widget_get_visible (line) && fits (self, line, width);
      int own = fit ? reknit_measure_height (line, width) : 0;

      fit = fit && y + own <= room;
      gtk_widget_set_child_visible (line, fit);
      if (fit)
        gtk_widget_size_allocate (line, &(GtkAllocation) { 0, y, width, own }, -1);
      y += fit ? own : 0;
    }
}

static void
measure_lines (GtkWidget      *box,
               GtkOrientation  orientation,
               int             for_size,
               int            *minimum,
               int            *natural,
               int            *minimum_baseline,
               int            *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *line = gtk_widget_get_first_child (box); line != NULL; line = gtk_widget_get_next_sibling (line))
    {
      int own;

      gtk_widget_measure (line, orientation, for_size, NULL, &own, NULL, NULL);
      *natural = orientation == GTK_ORIENTATION_VERTICAL ? *natural + own : MAX (*natural, own);
    }
}

/* Which icons there is room for. Returns: the width that is left to the title; 0 where it would say nothing */
static int
share_width (ReknitWeekBlock *self,
             int              width,
             gboolean         shown[N_ICONS])
{
  GtkWidget *icons[N_ICONS] = { GTK_WIDGET (self->warning), GTK_WIDGET (self->check), GTK_WIDGET (self->icon) };
  int letter = measure_letter (GTK_WIDGET (self->title));
  int wanted = MIN (reknit_measure_width (GTK_WIDGET (self->title)), MAX (ENOUGH_LETTERS * letter, measure_longest_word (self->title)));
  gboolean speaks = width >= MIN (wanted, LEAST_LETTERS * letter);
  int left = width;

  for (int i = 0; i < N_ICONS; i++)
    {
      int icon = reknit_measure_width (icons[i]) + SPACING;

      shown[i] = gtk_widget_get_visible (icons[i]) && (speaks ? left - icon >= wanted : i == N_ICONS - 1);
      if (shown[i])
        left -= icon;
    }
  return speaks ? left : 0;
}

static void
measure_top (GtkWidget      *top,
             GtkOrientation  orientation,
             int             for_size,
             int            *minimum,
             int            *natural,
             int            *minimum_baseline,
             int            *natural_baseline)
{
  ReknitWeekBlock *self = REKNIT_WEEK_BLOCK (gtk_widget_get_ancestor (top, REKNIT_TYPE_WEEK_BLOCK));
  gboolean shown[N_ICONS];
  int width = for_size >= 0 ? share_width (self, for_size, shown) : -1;

  *minimum = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = reknit_measure_width (GTK_WIDGET (self->title)) + N_ICONS * (reknit_measure_width (GTK_WIDGET (self->icon)) + SPACING);
  else
    *minimum = *natural = MAX (reknit_measure_height (GTK_WIDGET (self->title), width == 0 ? -1 : width),
                               reknit_measure_height (GTK_WIDGET (self->icon), -1));
}

static void
place (GtkWidget *child,
       int        x,
       int        width,
       int        height,
       int        total)
{
  gboolean mirrored = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL;
  int own = MIN (reknit_measure_height (child, -1), height);

  gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? total - x - width : x, 0, width,
                                                      GTK_IS_LABEL (child) ? height : own }, -1);
}

static void
allocate_top (GtkWidget *top,
              int        width,
              int        height,
              int        baseline)
{
  ReknitWeekBlock *self = REKNIT_WEEK_BLOCK (gtk_widget_get_ancestor (top, REKNIT_TYPE_WEEK_BLOCK));
  gboolean shown[N_ICONS];
  int left = share_width (self, width, shown);
  int x = shown[2] && left > 0 ? reknit_measure_width (GTK_WIDGET (self->icon)) + SPACING : 0;
  int after = x + left + SPACING;

  gtk_widget_set_child_visible (GTK_WIDGET (self->title), left > 0);
  gtk_widget_set_child_visible (GTK_WIDGET (self->icon), shown[2]);
  gtk_widget_set_child_visible (GTK_WIDGET (self->warning), shown[0]);
  gtk_widget_set_child_visible (GTK_WIDGET (self->check), shown[1]);
  place (GTK_WIDGET (self->title), x, left, height, width);
  place (GTK_WIDGET (self->icon), 0, reknit_measure_width (GTK_WIDGET (self->icon)), height, width);
  place (GTK_WIDGET (self->warning), after, reknit_measure_width (GTK_WIDGET (self->warning)), height, width);
  after += shown[0] ? reknit_measure_width (GTK_WIDGET (self->warning)) + SPACING : 0;
  place (GTK_WIDGET (self->check), after, reknit_measure_width (GTK_WIDGET (self->check)), height, width);
}

/**
 * reknit_week_block_be_tight:
 * @top: what holds its title and the icons beside it
 *
 * Makes the block as small as its place.
 */
void
reknit_week_block_be_tight (ReknitWeekBlock *self,
                            GtkWidget       *top)
{
  gtk_widget_set_layout_manager (gtk_widget_get_parent (top),
                                 gtk_custom_layout_new (get_mode, measure_lines, allocate_lines));
  gtk_widget_set_layout_manager (top, gtk_custom_layout_new (get_mode, measure_top, allocate_top));
}

/**
 * reknit_week_block_give_room:
 *
 * Gives the title as many lines as its time has.
 */
void
reknit_week_block_give_room (ReknitWeekBlock *self)
{
  GTimeSpan length = g_date_time_difference (reknit_occasion_get_ends (self->occasion), reknit_occasion_get_starts (self->occasion));
  gint64 minutes = reknit_occasion_is_all_day (self->occasion) ? 0 : length / G_TIME_SPAN_MINUTE;
  int lines = (int) CLAMP (minutes * self->uncovered / MINUTES_PER_LINE, 1, 48);

  gtk_label_set_wrap (self->title, self->roomy || lines > 1);
  gtk_label_set_lines (self->title, self->roomy || lines == 1 ? -1 : lines);
}

/**
 * reknit_week_block_set_narrow:
 * @narrow: whether it shares its day with others beside it
 */
void
reknit_week_block_set_narrow (ReknitWeekBlock *self,
                              gboolean         narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  reknit_week_block_give_room (self);
}

/**
 * reknit_week_block_set_uncovered:
 * @uncovered: how much of its height is seen, from its top on, before another block lies over it; 1 for all of it
 *
 * Keeps what it says out of the part that is covered.
 */
void
reknit_week_block_set_uncovered (ReknitWeekBlock *self,
                                 double           uncovered)
{
  if (ABS (self->uncovered - uncovered) < 0.001)
    return;
  self->uncovered = uncovered;
  reknit_week_block_give_room (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
