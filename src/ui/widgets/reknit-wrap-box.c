#include "reknit-wrap-box.h"

/**
 * ReknitWrapBox:
 *
 * Sets its children side by side, each as wide as it likes, and goes on in the next line where a line is full: for
 * words to choose from. What a line has left goes to the first child in it that expands.
 */
struct _ReknitWrapBox
{
  GtkWidget parent_instance;
  int       spacing;
};

enum { PROP_0, PROP_SPACING, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitWrapBox, reknit_wrap_box, GTK_TYPE_WIDGET)

typedef struct
{
  GtkWidget *first;
  GtkWidget *end;
  int        width;
  int        height;
} Line;

/* The line that begins with @child; a child that is wider than all of it is squeezed. */
static Line
measure_line (ReknitWrapBox *self,
              GtkWidget     *child,
              int            width)
{
  Line line = { child, child, 0, 0 };

  for (; line.end != NULL; line.end = gtk_widget_get_next_sibling (line.end))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (line.end))
        continue;
      gtk_widget_measure (line.end, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &child_width, NULL, NULL);
      child_width = MIN (child_width, width);
      if (line.width > 0 && line.width + self->spacing + child_width > width)
        break;
      line.width += (line.width > 0 ? self->spacing : 0) + child_width;
      gtk_widget_measure (line.end, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL, NULL);
      line.height = MAX (line.height, child_height);
    }
  return line;
}

static int
measure_height (ReknitWrapBox *self,
                int            width)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;)
    {
      Line line = measure_line (self, child, width);

      if (line.height > 0)
        height += (height > 0 ? self->spacing : 0) + line.height;
      child = line.end;
    }
  return height;
}

static void
measure_width (ReknitWrapBox *self,
               int           *minimum,
               int           *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += (*natural > 0 ? self->spacing : 0) + child_natural;
    }
}

static void
reknit_wrap_box_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  ReknitWrapBox *self = REKNIT_WRAP_BOX (widget);
  int least = 0, liked = 0;

  measure_width (self, &least, &liked);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    least = liked = measure_height (self, for_size >= 0 ? MAX (for_size, least) : liked);

  *minimum = least;
  *natural = liked;
}

static void
allocate_line (ReknitWrapBox *self,
               const Line    *line,
               int            width,
               int            y)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int rest = width - line->width;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0, y, 0, line->height };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
      place.width = MIN (place.width, width);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          place.width += rest;
          rest = 0;
        }
      place.x = mirrored ? width - x - place.width : x;
      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + self->spacing;
    }
}

static void
reknit_wrap_box_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  ReknitWrapBox *self = REKNIT_WRAP_BOX (widget);
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;)
    {
      Line line = measure_line (self, child, width);

      allocate_line (self, &line, width, y);
      y += line.height > 0 ? line.height + self->spacing : 0;
      child = line.end;
    }
}

static GtkSizeRequestMode
reknit_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
reknit_wrap_box_dispose (GObject *object)
{
  reknit_wrap_box_clear (REKNIT_WRAP_BOX (object));
  G_OBJECT_CLASS (reknit_wrap_box_parent_class)->dispose (object);
}

static void
reknit_wrap_box_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    g_value_set_int (value, REKNIT_WRAP_BOX (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_wrap_box_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ReknitWrapBox *self = REKNIT_WRAP_BOX (object);

  if (prop_id != PROP_SPACING)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->spacing == g_value_get_int (value))
    return;

  self->spacing = g_value_get_int (value);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
reknit_wrap_box_class_init (ReknitWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_wrap_box_dispose;
  object_class->get_property = reknit_wrap_box_get_property;
  object_class->set_property = reknit_wrap_box_set_property;
  widget_class->measure = reknit_wrap_box_measure;
  widget_class->size_allocate = reknit_wrap_box_size_allocate;
  widget_class->get_request_mode = reknit_wrap_box_get_request_mode;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 6,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
reknit_wrap_box_init (ReknitWrapBox *self)
{
  self->spacing = 6;
}

/**
 * reknit_wrap_box_new:
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
reknit_wrap_box_new (void)
{
  return g_object_new (REKNIT_TYPE_WRAP_BOX, NULL);
}

/**
 * reknit_wrap_box_append:
 * @child: (transfer floating): stands after all others
 */
void
reknit_wrap_box_append (ReknitWrapBox *self,
                        GtkWidget     *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * reknit_wrap_box_clear:
 *
 * Removes all children.
 */
void
reknit_wrap_box_clear (ReknitWrapBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
