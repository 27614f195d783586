#include "reknit-fold-box.h"

/* In widths of a letter, so that large text folds sooner. */
#define COLUMN_LETTERS 26
#define SPACING        12

/**
 * ReknitFoldBox:
 *
 * Lays its children side by side, all of one width and height, and one below the other where there is no room for that.
 */
struct _ReknitFoldBox
{
  GtkWidget parent_instance;

  gboolean  folded;
};

G_DEFINE_FINAL_TYPE (ReknitFoldBox, reknit_fold_box, GTK_TYPE_WIDGET)

static int
count_children (ReknitFoldBox *self)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child) ? 1 : 0;
  return n;
}

static int
get_letters_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int letter = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return COLUMN_LETTERS * letter / PANGO_SCALE;
}

/* The least that each child gets beside the others: room for its words, and for what it can’t do without. */
static int
get_column_width (GtkWidget *widget)
{
  int width = get_letters_width (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      width = MAX (width, minimum);
    }
  return width;
}

static gboolean
folds_at (ReknitFoldBox *self,
          int            width)
{
  int n = count_children (self);

  return width < n * get_column_width (GTK_WIDGET (self)) + (n - 1) * SPACING;
}

static GtkSizeRequestMode
reknit_fold_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (ReknitFoldBox *self,
               int           *minimum,
               int           *natural)
{
  int n = count_children (self);

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
  *natural = MAX (*minimum, *natural * n + (n - 1) * SPACING);
}

static void
measure_height (ReknitFoldBox *self,
                int            width,
                int           *minimum,
                int           *natural)
{
  gboolean folded = width >= 0 && folds_at (self, width);
  int n = count_children (self);
  int column = width < 0 || folded || n == 0 ? width : (width - (n - 1) * SPACING) / n;

  *minimum = *natural = folded ? MAX (n - 1, 0) * SPACING : 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, &child_minimum, &child_natural, NULL, NULL);
      *minimum = folded ? *minimum + child_minimum : MAX (*minimum, child_minimum);
      *natural = folded ? *natural + child_natural : MAX (*natural, child_natural);
    }
}

static void
reknit_fold_box_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (REKNIT_FOLD_BOX (widget), minimum, natural);
  else
    measure_height (REKNIT_FOLD_BOX (widget), for_size, minimum, natural);
}

static void
allocate_folded (GtkWidget *widget,
                 int        width)
{
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation) { 0, y, width, height }, -1);
      y += height + SPACING;
    }
}

static void
allocate_columns (GtkWidget *widget,
                  int        width,
                  int        height)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int n = count_children (REKNIT_FOLD_BOX (widget));
  int column;
  int i = 0;

  if (n == 0)
    return;

  column = (width - (n - 1) * SPACING) / n;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int x = (mirrored ? n - 1 - i : i) * (column + SPACING);

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_size_allocate (child, &(GtkAllocation) { x, 0, column, height }, -1);
      i++;
    }
}

static void
reknit_fold_box_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  ReknitFoldBox *self = REKNIT_FOLD_BOX (widget);

  self->folded = folds_at (self, width);
  if (self->folded)
    allocate_folded (widget, width);
  else
    allocate_columns (widget, width, height);
}

static void
reknit_fold_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (reknit_fold_box_parent_class)->dispose (object);
}

static void
reknit_fold_box_class_init (ReknitFoldBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_fold_box_dispose;
  widget_class->get_request_mode = reknit_fold_box_get_request_mode;
  widget_class->measure = reknit_fold_box_measure;
  widget_class->size_allocate = reknit_fold_box_size_allocate;
}

static void
reknit_fold_box_init (ReknitFoldBox *self)
{
}

/**
 * reknit_fold_box_new:
 *
 * Returns: (transfer floating): an empty box; children are added with gtk_widget_set_parent() or in a template
 */
GtkWidget *
reknit_fold_box_new (void)
{
  return g_object_new (REKNIT_TYPE_FOLD_BOX, NULL);
}

/**
 * reknit_fold_box_is_folded:
 *
 * Returns: whether the children stand one below the other now
 */
gboolean
reknit_fold_box_is_folded (ReknitFoldBox *self)
{
  return self->folded;
}
