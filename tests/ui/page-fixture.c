#include "page-fixture.h"

#include "reknit-content.h"
#include "reknit-tools.h"
#include "reknit-ui.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static void
on_seat (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PageFixture *fixture = user_data;
  const char *seat = g_variant_get_string (parameter, NULL);

  page_sit (fixture, strcmp (seat, "first") == 0 ? reknit_seats_get_first (fixture->seats)
                   : strcmp (seat, "second") == 0 ? reknit_seats_get_second (fixture->seats) : NULL);
}

static void
on_undo (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GError) error = NULL;

  reknit_store_undo (((PageFixture *) user_data)->model.store, &error);
  g_assert_no_error (error);
}

static void
on_open_page (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PageFixture *fixture = user_data;

  g_free (fixture->opened);
  fixture->opened = g_variant_dup_string (parameter, NULL);
}

static void
on_open_subject (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PageFixture *fixture = user_data;

  g_free (fixture->opened);
  fixture->opened = g_variant_print (parameter, FALSE);
}

static void
create_window (PageFixture *fixture)
{
  static const GActionEntry entries[] = {
    { "seat", on_seat, "s" }, { "undo", on_undo }, { "open-page", on_open_page, "s" },
    { "open-subject", on_open_subject, "(ssx)" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/io/github/reknit/Reknit/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), "/io/github/reknit/Reknit/icons");
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_child (GTK_WINDOW (fixture->window), adw_toast_overlay_new ());
}

void
page_fixture_set_up (PageFixture     *fixture,
                   gconstpointer  data)
{
  model_fixture_set_up (&fixture->model, data);
  fixture->vault = reknit_vault_new ();
  fixture->seats = reknit_seats_new (fixture->model.store, fixture->vault);
  create_window (fixture);
}

void
page_fixture_set_up_alone (PageFixture     *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  model_fixture_set_up (&fixture->model, data);
  reknit_store_delete (fixture->model.store, NULL, fixture->model.ben, &error);
  g_assert_no_error (error);
  fixture->vault = reknit_vault_new ();
  fixture->seats = reknit_seats_new (fixture->model.store, fixture->vault);
  create_window (fixture);
}

void
page_fixture_tear_down (PageFixture     *fixture,
                      gconstpointer  data)
{
  if (fixture->page != NULL)
    page_close (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  page_settle ();
  g_free (fixture->opened);
  g_assert_finalize_object (g_steal_pointer (&fixture->seats));
  g_clear_object (&fixture->vault);
  model_fixture_tear_down (&fixture->model, data);
}

/* What the window does when a practice is opened. */
ReknitPracticePage *
page_open (PageFixture  *fixture,
              const char *practice)
{
  ReknitPractice *found = reknit_content_find_practice (reknit_content_get_default (), practice);
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (gtk_window_get_child (GTK_WINDOW (fixture->window)));
  GType type = reknit_tools_find (reknit_practice_get_tool (found));

  g_assert_true (g_type_is_a (type, REKNIT_TYPE_PRACTICE_PAGE));
  fixture->page = g_object_new (type, "seats", fixture->seats, "practice", found, NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  adw_toast_overlay_set_child (overlay, GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  page_settle ();
  return fixture->page;
}

/* The page must be gone afterwards: nothing may hold it. */
void
page_close (PageFixture *fixture)
{
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (gtk_window_get_child (GTK_WINDOW (fixture->window))), NULL);
  page_settle ();
  g_assert_null (fixture->page);
}

static void
on_seat_taken (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  reknit_seats_take_finish (REKNIT_SEATS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* @partner: %NULL for together */
void
page_sit (PageFixture     *fixture,
        ReknitPartner *partner)
{
  gboolean done = FALSE;

  if (partner == NULL)
    reknit_seats_take_together (fixture->seats);
  else
    {
      reknit_seats_take_async (fixture->seats, partner, NULL, NULL, on_seat_taken, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
    }
  page_settle ();
}

static gboolean
on_timeout (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
page_wait (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, on_timeout, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Long enough for what is done when idle, for a frame, and for the closing of what was left. */
void
page_settle (void)
{
  page_wait (60);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* While it is stopped, nothing can be written to any file, and each save fails. */
void
page_stop_disk (gboolean stopped)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &limit));
  limit.rlim_cur = stopped ? 0 : limit.rlim_max;
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
}

/* Into the folder that REKNIT_TEST_PICTURES names; nothing without it. */
void
page_picture (PageFixture  *fixture,
            const char *name,
            int         width,
            int         height)
{
  const char *folder = g_getenv ("REKNIT_TEST_PICTURES");
  g_autofree char *path = NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkSnapshot *snapshot;

  if (folder == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  page_wait (500);
  paintable = gtk_widget_paintable_new (fixture->window);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (fixture->window), gtk_widget_get_height (fixture->window));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)), node, NULL);
  path = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget     *root,
      Match          match,
      gconstpointer  data)
{
  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return NULL;
  if (match (root, data))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_type (GtkWidget     *widget,
          gconstpointer  data)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (data));
}

static gboolean
has_text (GtkWidget     *widget,
          gconstpointer  data)
{
  g_autofree char *text = NULL;

  if (GTK_IS_LABEL (widget))
    text = g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);
  else if (GTK_IS_TEXT (widget))
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  return g_strcmp0 (text, data) == 0;
}

static gboolean
is_button (GtkWidget     *widget,
           gconstpointer  data)
{
  return (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget))
         && (page_find_text (widget, data) != NULL || g_strcmp0 (gtk_widget_get_tooltip_text (widget), data) == 0);
}

static gboolean
is_row (GtkWidget     *widget,
        gconstpointer  data)
{
  return GTK_IS_LIST_BOX_ROW (widget) && page_find_text (widget, data) != NULL;
}

/* The first widget of @type that is shown; %NULL if there is none. */
GtkWidget *
page_find_type (GtkWidget *root,
              GType      type)
{
  return find (root, has_type, GSIZE_TO_POINTER (type));
}

/* The first label or text that says @text and is shown. */
GtkWidget *
page_find_text (GtkWidget  *root,
              const char *text)
{
  return find (root, has_text, text);
}

gboolean
page_shows (GtkWidget  *root,
          const char *text)
{
  return page_find_text (root, text) != NULL;
}

/* Presses the button or the row that says @label. */
void
page_press (GtkWidget  *root,
          const char *label)
{
  GtkWidget *button = find (root, is_button, label);

  if (button == NULL)
    button = find (root, is_row, label);
  if (button == NULL)
    g_error ("There is no button “%s”", label);
  g_assert_true (gtk_widget_is_sensitive (button));
  if (GTK_IS_BUTTON (button))
    g_signal_emit_by_name (button, "clicked");
  else if (GTK_IS_CHECK_BUTTON (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  else
    g_signal_emit_by_name (button, "activate");
  page_settle ();
}

/* Types into the first text under @root. */
void
page_type (GtkWidget  *root,
         const char *text)
{
  GtkWidget *view = page_find_type (root, GTK_TYPE_TEXT_VIEW);

  if (view != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (page_find_type (root, GTK_TYPE_TEXT)), text);
  page_settle ();
}
