#include "reknit-window.h"

#include "reknit-config.h"
#include "reknit-first-run.h"
#include "reknit-household.h"
#include "reknit-neutral-page.h"
#include "reknit-practice-page.h"
#include "reknit-seat-switcher.h"
#include "reknit-title-below.h"
#include "reknit-window-private.h"

/**
 * ReknitWindow:
 *
 * The window: the sidebar, the page, and what is always at hand above it: whose seat it is, and the way out.
 */
G_DEFINE_FINAL_TYPE (ReknitWindow, reknit_window, REKNIT_TYPE_SEATED_WINDOW)

static ReknitSeats *
get_seats (ReknitWindow *self)
{
  return reknit_seated_window_get_seats (REKNIT_SEATED_WINDOW (self));
}

static gboolean
is_either (gpointer object,
           gboolean one,
           gboolean other)
{
  return one || other;
}

static gboolean
is_only (gpointer object,
         gboolean one,
         gboolean other)
{
  return one && !other;
}

static void
on_page_chosen (ReknitWindow *self,
                const char   *page)
{
  if (g_str_equal (page, REKNIT_PAGE_DATES))
    {
      reknit_sidebar_select (self->sidebar, reknit_navigator_get_root (self->navigator));
      gtk_widget_activate_action (GTK_WIDGET (self), "app.open-planner", NULL);
      return;
    }
  if (g_strcmp0 (page, reknit_navigator_get_page (self->navigator)) != 0)
    reknit_navigator_show (self->navigator, page);
  adw_leaflet_set_visible_child (self->leaflet, self->content_side);
}

static void
on_page_changed (ReknitWindow *self)
{
  GtkWidget *page = reknit_navigator_get_widget (self->navigator);
  GActionGroup *actions =
    REKNIT_IS_PRACTICE_PAGE (page) ? G_ACTION_GROUP (reknit_practice_page_get_actions (REKNIT_PRACTICE_PAGE (page))) : NULL;

  /* On the window: a header bar that had no actions at first does not pass later ones on to its buttons. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "practice", actions);
  reknit_sidebar_select (self->sidebar, reknit_navigator_get_root (self->navigator));
  reknit_window_hand_focus_on (self);
}

static void
on_header_start_changed (ReknitWindow *self)
{
  g_autoptr (GtkWidget) widget = NULL;

  g_object_get (self->navigator, "header-start", &widget, NULL);
  if (widget == self->header_start)
    return;

  if (self->header_start != NULL)
    adw_header_bar_remove (self->header_bar, self->header_start);
  g_set_object (&self->header_start, widget);
  if (widget != NULL)
    adw_header_bar_pack_start (self->header_bar, widget);
}

static void
on_immersive_changed (ReknitWindow *self)
{
  gboolean immersive;

  g_object_get (self->navigator, "immersive", &immersive, NULL);
  gtk_widget_set_visible (self->sidebar_side, !immersive);
}

static void
on_set_up (ReknitWindow *self)
{
  gtk_stack_set_visible_child_name (self->faces, "pages");
  reknit_window_show_page (self, "today");
}

static void
show_face (ReknitWindow *self,
           GtkWidget    *face,
           const char   *name,
           GCallback     on_done)
{
  GtkWidget *old = gtk_stack_get_child_by_name (self->faces, name);

  if (old != NULL)
    gtk_stack_remove (self->faces, old);
  g_signal_connect_object (face, "done", on_done, self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->faces, face, name);
  gtk_stack_set_visible_child_name (self->faces, name);
}

static void
reknit_window_constructed (GObject *object)
{
  ReknitWindow *self = REKNIT_WINDOW (object);
  ReknitSeats *seats = get_seats (self);

  G_OBJECT_CLASS (reknit_window_parent_class)->constructed (object);

  g_object_set (self->switcher, "seats", seats, NULL);
  reknit_navigator_set_seats (self->navigator, seats);
  reknit_window_watch_focus (self);
}

static void
reknit_window_dispose (GObject *object)
{
  ReknitWindow *self = REKNIT_WINDOW (object);

  reknit_window_forget_focus (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "practice", NULL);
  g_clear_object (&self->header_start);
  G_OBJECT_CLASS (reknit_window_parent_class)->dispose (object);
}

static void
reknit_window_class_init (ReknitWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = reknit_window_constructed;
  object_class->dispose = reknit_window_dispose;

  g_type_ensure (REKNIT_TYPE_SIDEBAR);
  g_type_ensure (REKNIT_TYPE_NAVIGATOR);
  g_type_ensure (REKNIT_TYPE_SEAT_SWITCHER);
  g_type_ensure (REKNIT_TYPE_TITLE_BELOW);
  g_type_ensure (REKNIT_TYPE_TITLE_PLACE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitWindow, faces);
  gtk_widget_class_bind_template_child (widget_class, ReknitWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, ReknitWindow, sidebar_side);
  gtk_widget_class_bind_template_child (widget_class, ReknitWindow, content_side);
  gtk_widget_class_bind_template_child (widget_class, ReknitWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, ReknitWindow, navigator);
  gtk_widget_class_bind_template_child (widget_class, ReknitWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, ReknitWindow, guidance_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitWindow, switcher);
  gtk_widget_class_bind_template_callback (widget_class, is_either);
  gtk_widget_class_bind_template_callback (widget_class, is_only);
  gtk_widget_class_bind_template_callback (widget_class, on_page_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_header_start_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_immersive_changed);
  reknit_window_install_actions (widget_class);
}

static void
reknit_window_init (ReknitWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_window_new:
 * @application: (nullable): the application
 * @seats: the seats
 *
 * Returns: (transfer floating): a window that shows no page yet, see reknit_window_begin()
 */
GtkWidget *
reknit_window_new (GtkApplication *application,
                   ReknitSeats    *seats)
{
  return g_object_new (REKNIT_TYPE_WINDOW, "application", application, "seats", seats, NULL);
}

/**
 * reknit_window_show_page:
 * @page: a page, see #ReknitNavigator
 *
 * Shows a page as if it were chosen in the sidebar; a practice over its strategy.
 *
 * Returns: whether there is such a page
 */
gboolean
reknit_window_show_page (ReknitWindow *self,
                         const char   *page)
{
  if (!reknit_navigator_has_page (self->navigator, page))
    return FALSE;

  reknit_navigator_show (self->navigator, page);
  adw_leaflet_set_visible_child (self->leaflet, self->content_side);
  return TRUE;
}

/**
 * reknit_window_open_subject:
 * @practice: a practice
 * @table: the table of the record
 * @id: its id; 0 for the next one
 *
 * Opens a practice at one record, where a notification or a find leads.
 */
void
reknit_window_open_subject (ReknitWindow *self,
                            const char   *practice,
                            const char   *table,
                            gint64        id)
{
  /* Before it is known who they are there is nothing to work on; the first run leads to Today. */
  if (!reknit_navigator_has_page (self->navigator, practice)
      || g_strcmp0 (gtk_stack_get_visible_child_name (self->faces), "first-run") == 0)
    return;

  gtk_stack_set_visible_child_name (self->faces, "pages");
  reknit_navigator_open_subject (self->navigator, practice, table, id);
  adw_leaflet_set_visible_child (self->leaflet, self->content_side);
}

/**
 * reknit_window_begin:
 *
 * Shows what a start begins with: today's page, or, as long as the two have not set up, the few questions that are good
 * to ask first.
 */
void
reknit_window_begin (ReknitWindow *self)
{
  g_autoptr (ReknitHousehold) household = reknit_household_get (reknit_seats_get_store (get_seats (self)));

  if (reknit_record_get_integer (household, "settled") == 0)
    show_face (self, reknit_first_run_new (get_seats (self)), "first-run", G_CALLBACK (on_set_up));
  else
    on_set_up (self);
}

static void
on_neutral_left (ReknitWindow *self)
{
  GtkWidget *face = gtk_stack_get_child_by_name (self->faces, "neutral");

  reknit_window_begin (self);
  gtk_stack_remove (self->faces, face);
}

/**
 * reknit_window_begin_neutral:
 *
 * Hides everything behind a page that says nothing of the two, and goes on from there as any start does; what a start
 * after a quick exit shows.
 */
void
reknit_window_begin_neutral (ReknitWindow *self)
{
  show_face (self, reknit_neutral_page_new (), "neutral", G_CALLBACK (on_neutral_left));
}

/**
 * reknit_window_present_over:
 * @window: a dialog
 * @parent: (nullable): the window to stand over
 *
 * Shows a dialog as one of the program's windows, so that the keys of the program, the quick exit above all, work in it.
 */
void
reknit_window_present_over (GtkWindow *window,
                            GtkWindow *parent)
{
  gtk_window_set_transient_for (window, parent);
  if (parent != NULL)
    gtk_window_set_application (window, gtk_window_get_application (parent));
  gtk_window_present (window);
}
