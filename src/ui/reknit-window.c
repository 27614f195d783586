#include "reknit-window.h"

#include "reknit-config.h"
#include "reknit-couple-colors.h"
#include "reknit-first-run.h"
#include "reknit-household.h"
#include "reknit-neutral-page.h"
#include "reknit-passphrase-dialog.h"
#include "reknit-practice-page.h"
#include "reknit-seat-switcher.h"
#include "reknit-window-private.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitWindow:
 *
 * The window: the sidebar, the page, and what is always at hand above it: whose seat it is, and the way out.
 */
G_DEFINE_FINAL_TYPE (ReknitWindow, reknit_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_either (gpointer object,
           gboolean one,
           gboolean other)
{
  return one || other;
}

static void
on_page_chosen (ReknitWindow *self,
                const char   *page)
{
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
dismiss_unsaved (ReknitWindow *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->unsaved_toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/**
 * reknit_window_tell_unsaved:
 * @error: why
 *
 * Says that something could not be saved, for as long as it is not, with a way to try again.
 */
void
reknit_window_tell_unsaved (ReknitWindow *self,
                            const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("Try Again"));
  adw_toast_set_action_name (toast, "win.retry");
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, 0);
  dismiss_unsaved (self);
  self->unsaved_toast = g_object_ref (toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_save_failed (ReknitWindow *self,
                const char   *label,
                const GError *error)
{
  reknit_window_tell_unsaved (self, error);
}

static void
on_n_unsaved (ReknitWindow *self)
{
  guint n_unsaved;

  g_object_get (reknit_seats_get_store (self->seats), "n-unsaved", &n_unsaved, NULL);
  if (n_unsaved == 0)
    dismiss_unsaved (self);
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
  ReknitStore *store = reknit_seats_get_store (self->seats);

  G_OBJECT_CLASS (reknit_window_parent_class)->constructed (object);

  g_object_set (self->switcher, "seats", self->seats, NULL);
  reknit_navigator_set_seats (self->navigator, self->seats);
  reknit_couple_colors_apply (self->seats);
  g_signal_connect_object (store, "save-failed", G_CALLBACK (on_save_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::n-unsaved", G_CALLBACK (on_n_unsaved), self, G_CONNECT_SWAPPED);
  reknit_window_watch_actions (self);
  reknit_window_show_page (self, "today");
  adw_leaflet_set_visible_child (self->leaflet, self->content_side);
}

static void
reknit_window_dispose (GObject *object)
{
  ReknitWindow *self = REKNIT_WINDOW (object);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "practice", NULL);
  g_clear_object (&self->unsaved_toast);
  g_clear_object (&self->header_start);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_window_parent_class)->dispose (object);
}

static void
reknit_window_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  g_value_set_object (value, REKNIT_WINDOW (object)->seats);
}

static void
reknit_window_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  REKNIT_WINDOW (object)->seats = g_value_dup_object (value);
}

static void
reknit_window_class_init (ReknitWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = reknit_window_constructed;
  object_class->dispose = reknit_window_dispose;
  object_class->get_property = reknit_window_get_property;
  object_class->set_property = reknit_window_set_property;
  g_object_class_install_property (object_class, 1,
                                   g_param_spec_object ("seats", NULL, NULL, REKNIT_TYPE_SEATS,
                                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  g_type_ensure (REKNIT_TYPE_SIDEBAR);
  g_type_ensure (REKNIT_TYPE_NAVIGATOR);
  g_type_ensure (REKNIT_TYPE_SEAT_SWITCHER);
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
  gtk_widget_class_bind_template_child (widget_class, ReknitWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, is_either);
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
 * Returns: (transfer floating): a window on today's page
 */
GtkWidget *
reknit_window_new (GtkApplication *application,
                   ReknitSeats    *seats)
{
  return g_object_new (REKNIT_TYPE_WINDOW, "application", application, "seats", seats, NULL);
}

/**
 * reknit_window_get_seats:
 *
 * Returns: (transfer none): the seats
 */
ReknitSeats *
reknit_window_get_seats (ReknitWindow *self)
{
  return self->seats;
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
 * reknit_window_take_seat:
 * @seat: "first", "second" or "together"
 *
 * Lets somebody sit down, after asking for their passphrase if they have one.
 */
void
reknit_window_take_seat (ReknitWindow *self,
                         const char   *seat)
{
  ReknitPartner *partner = g_str_equal (seat, "first") ? reknit_seats_get_first (self->seats)
                           : g_str_equal (seat, "second") ? reknit_seats_get_second (self->seats) : NULL;

  if (partner == NULL)
    reknit_seats_take_together (self->seats);
  else if (partner != reknit_seats_get_current (self->seats))
    reknit_passphrase_dialog_take_seat (GTK_WINDOW (self), self->seats, partner);
}

/**
 * reknit_window_add_toast:
 * @toast: (transfer full): what to say in passing
 */
void
reknit_window_add_toast (ReknitWindow *self,
                         AdwToast     *toast)
{
  adw_toast_overlay_add_toast (self->toasts, toast);
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
  g_autoptr (ReknitHousehold) household = reknit_household_get (reknit_seats_get_store (self->seats));

  if (reknit_record_get_integer (household, "settled") == 0)
    show_face (self, reknit_first_run_new (self->seats), "first-run", G_CALLBACK (on_set_up));
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
