#include "reknit-place.h"

/* The way down to a widget, as the numbers of the children passed: it leads to the neighbour when what stood there is
 * gone. */
typedef GArray ReknitPlace;

static GQuark
place_quark (void)
{
  return g_quark_from_static_string ("reknit-place");
}

static GQuark
chosen_quark (void)
{
  return g_quark_from_static_string ("reknit-place-chosen");
}

static GtkWidget *
get_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static guint
number_of (GtkWidget *widget)
{
  guint number = 0;

  while ((widget = gtk_widget_get_prev_sibling (widget)) != NULL)
    number++;
  return number;
}

/**
 * reknit_place_remember:
 * @scope: what is shown
 *
 * Keeps with @scope where in it the focus is, if it is there. What is in a menu comes and goes: the place stays where it
 * was opened from.
 */
void
reknit_place_remember (GtkWidget *scope)
{
  GtkWidget *focus = get_focus (scope);
  ReknitPlace *place;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, scope) || reknit_place_get_outside (focus) != focus)
    return;

  place = g_array_new (FALSE, FALSE, sizeof (guint));
  for (GtkWidget *widget = focus; widget != scope; widget = gtk_widget_get_parent (widget))
    {
      guint number = number_of (widget);

      g_array_append_val (place, number);
    }
  g_object_set_qdata_full (G_OBJECT (scope), place_quark (), place, (GDestroyNotify) g_array_unref);
}

static GtkWidget *
follow (GtkWidget   *scope,
        ReknitPlace *place)
{
  GtkWidget *widget = scope;

  for (guint i = place->len; widget != NULL && i > 0; i--)
    {
      guint number = g_array_index (place, guint, i - 1);
      GtkWidget *child = gtk_widget_get_first_child (widget);

      for (GtkWidget *next; number > 0 && child != NULL && (next = gtk_widget_get_next_sibling (child)) != NULL; number--)
        child = next;
      widget = child;
    }
  return widget;
}

static gboolean
is_text (GtkWidget *widget)
{
  return GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget);
}

static void
let_scroll (GtkWidget *widget,
            gboolean   scroll)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);

  if (viewport != NULL)
    gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), scroll);
}

/* A page is read from its beginning, wherever the first thing to press is. */
static gboolean
grab_quietly (GtkWidget *widget)
{
  gboolean grabbed;

  let_scroll (widget, FALSE);
  grabbed = gtk_widget_grab_focus (widget);
  let_scroll (widget, TRUE);
  return grabbed;
}

/**
 * reknit_place_enter:
 * @widget: what has just been shown
 *
 * Brings the focus to the first thing in @widget that takes it, while the page stays at its beginning.
 */
void
reknit_place_enter (GtkWidget *widget)
{
  let_scroll (widget, FALSE);
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  let_scroll (widget, TRUE);
}

/**
 * reknit_place_choose:
 * @widget: what shall have the focus
 *
 * Brings the focus to @widget on purpose: when what had it is gone, the window leaves it there.
 */
void
reknit_place_choose (GtkWidget *widget)
{
  g_object_set_qdata (G_OBJECT (widget), chosen_quark (), widget);
  gtk_widget_grab_focus (widget);
}

/**
 * reknit_place_was_chosen:
 * @widget: what has the focus
 *
 * Returns: whether it has it on purpose; asked again, no more
 */
gboolean
reknit_place_was_chosen (GtkWidget *widget)
{
  return g_object_steal_qdata (G_OBJECT (widget), chosen_quark ()) != NULL;
}

/**
 * reknit_place_get_outside:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): where the menu or the popover that @widget stands in was opened from; itself where
 *   it stands in none
 */
GtkWidget *
reknit_place_get_outside (GtkWidget *widget)
{
  GtkWidget *popover;

  while (widget != NULL && (popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER)) != NULL)
    widget = gtk_widget_get_parent (popover);
  return widget;
}

/* What can be pressed, before what can be written in: an entry takes the keys to undo for itself. */
static gboolean
rest (GtkWidget *widget,
      GType      within)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) || is_text (widget))
    return FALSE;
  if (within == G_TYPE_INVALID && !GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_focusable (widget))
    return grab_quietly (widget);
  if (within != G_TYPE_INVALID && G_TYPE_CHECK_INSTANCE_TYPE (widget, within))
    within = G_TYPE_INVALID;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (rest (child, within))
      return TRUE;
  return FALSE;
}

/* Forms and the search know which of their fields comes first. */
static gboolean
has_own_wish (GtkWidget *widget)
{
  GtkWidgetClass *plain = g_type_class_peek (GTK_TYPE_WIDGET);

  return GTK_WIDGET_GET_CLASS (widget)->grab_focus != plain->grab_focus;
}

/**
 * reknit_place_take:
 * @scope: what is left
 *
 * Returns: (transfer full) (nullable): the place kept with @scope, for when it is made again
 */
GArray *
reknit_place_take (GtkWidget *scope)
{
  return g_object_steal_qdata (G_OBJECT (scope), place_quark ());
}

/**
 * reknit_place_give:
 * @scope: what is made again
 * @place: (nullable): the place that was taken from it
 */
void
reknit_place_give (GtkWidget *scope,
                   GArray    *place)
{
  if (place != NULL)
    g_object_set_qdata_full (G_OBJECT (scope), place_quark (), g_array_ref (place), (GDestroyNotify) g_array_unref);
}

/**
 * reknit_place_return:
 * @scope: what is shown
 *
 * Brings the focus to where it was in @scope, or to the next of kin of what is gone; and where it never was, or nothing
 * is left, to the first entry of a list, or else to the first thing that can be pressed.
 *
 * Returns: whether there was anything to take it
 */
gboolean
reknit_place_return (GtkWidget *scope)
{
  ReknitPlace *place = g_object_get_qdata (G_OBJECT (scope), place_quark ());
  GtkWidget *widget = place != NULL ? follow (scope, place) : NULL;

  if (widget != NULL && gtk_widget_get_mapped (widget) && gtk_widget_get_focusable (widget) && gtk_widget_grab_focus (widget))
    return TRUE;
  if (has_own_wish (scope) && gtk_widget_grab_focus (scope))
    return TRUE;

  return rest (scope, GTK_TYPE_LIST_BOX) || rest (scope, G_TYPE_INVALID);
}
