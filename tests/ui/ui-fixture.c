#define _GNU_SOURCE
#include "ui-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "reknit-content.h"
#include "reknit-text-field.h"
#include "reknit-tools.h"
#include "reknit-ui.h"

static void
on_created (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  ReknitPartner *partner = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  g_autoptr (ReknitKeyWraps) wraps = reknit_vault_create_finish (REKNIT_VAULT (source), result, &code, &error);

  g_assert_no_error (error);
  g_object_set (partner, "passphrase-wrap", reknit_key_wraps_get_passphrase (wraps),
                "recovery-wrap", reknit_key_wraps_get_recovery (wraps), NULL);
}

static ReknitPartner *
add_partner (UiFixture  *fixture,
             const char *name,
             const char *color,
             gint64      position,
             gboolean    sealed)
{
  ReknitPartner *partner = g_object_new (REKNIT_TYPE_PARTNER, "name", name, "color", color, "position", position, NULL);

  ui_fixture_save (fixture, partner);
  if (sealed)
    {
      reknit_vault_create_async (fixture->vault, reknit_record_get_id (REKNIT_RECORD (partner)), UI_FIXTURE_PASSPHRASE,
                                 NULL, on_created, partner);
      while (!reknit_record_is_dirty (REKNIT_RECORD (partner)))
        g_main_context_iteration (NULL, TRUE);
      ui_fixture_save (fixture, partner);
    }
  return partner;
}

void
ui_fixture_set_up (UiFixture     *fixture,
                   gconstpointer  data)
{
  gboolean sealed = g_strcmp0 (data, "sealed") == 0;
  g_autoptr (GError) error = NULL;

  reknit_ui_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), "/io/github/reknit/Reknit/icons");
  fixture->clock = reknit_test_clock_new ("2026-11-22T19:00:00", "Europe/Berlin");
  reknit_clock_set_default (fixture->clock);
  fixture->folder = g_dir_make_tmp ("reknit-ui-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "reknit.db", NULL);
  fixture->vault = g_object_new (REKNIT_TYPE_VAULT, "kdf-cost", REKNIT_KDF_COST_MINIMAL, NULL);
  fixture->store = reknit_store_open (fixture->path, REKNIT_SEALER (fixture->vault), &error);
  g_assert_no_error (error);
  fixture->ana = add_partner (fixture, "Ana", "teal", 1, sealed);
  if (g_strcmp0 (data, "alone") != 0)
    fixture->ben = add_partner (fixture, "Ben", "amber", 2, sealed);
  fixture->seats = reknit_seats_new (fixture->store, fixture->vault);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 720, 800);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        remove_folder (file);
      else
        g_assert_no_errno (g_unlink (file));
    }
  g_assert_no_errno (g_rmdir (path));
}

static gboolean
on_patience_over (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* A search that was called off holds what it reads until its thread has heard of it. */
static void
wait_for_threads (gpointer object)
{
  gboolean over = FALSE;
  guint patience = g_timeout_add_seconds (30, on_patience_over, &over);

  while (!over && g_atomic_int_get ((int *) &G_OBJECT (object)->ref_count) > 1)
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (patience);
}

void
ui_fixture_tear_down (UiFixture     *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_fixture_settle ();
  g_clear_object (&fixture->ana);
  g_clear_object (&fixture->ben);
  wait_for_threads (fixture->seats);
  g_assert_finalize_object (g_steal_pointer (&fixture->seats));
  wait_for_threads (fixture->store);
  reknit_store_close (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_finalize_object (g_steal_pointer (&fixture->vault));
  reknit_clock_set_default (NULL);
  g_clear_object (&fixture->clock);
  remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Until nothing is left to do at once; animations and timers go on. */
void
ui_fixture_settle (void)
{
  for (guint i = 0; i < 100 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

void
ui_fixture_show (UiFixture *fixture,
                 GtkWidget *child)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), child);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
on_taken (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  reknit_seats_take_finish (REKNIT_SEATS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* Has @partner sit down, or both together for %NULL. */
void
ui_fixture_take (UiFixture     *fixture,
                 ReknitPartner *partner)
{
  gboolean taken = FALSE;

  if (partner == NULL)
    reknit_seats_take_together (fixture->seats);
  else
    {
      reknit_seats_take_async (fixture->seats, partner, UI_FIXTURE_PASSPHRASE, NULL, on_taken, &taken);
      while (!taken)
        g_main_context_iteration (NULL, TRUE);
    }
  ui_fixture_settle ();
}

void
ui_fixture_save (UiFixture *fixture,
                 gpointer   record)
{
  g_autoptr (GError) error = NULL;

  reknit_store_save (fixture->store, NULL, record, &error);
  g_assert_no_error (error);
}

static const char *
words_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  return NULL;
}

static gboolean
is_named (GtkWidget  *widget,
          const char *name)
{
  if (name == NULL || g_strcmp0 (words_of (widget), name) == 0)
    return TRUE;
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "label") != NULL && !GTK_IS_LABEL (widget))
    {
      g_autofree char *label = NULL;

      g_object_get (widget, "label", &label, NULL);
      return g_strcmp0 (label, name) == 0;
    }
  return FALSE;
}

/* The first widget that can be seen, of @type, with the words @name on it; %NULL if there is none. */
GtkWidget *
ui_fixture_find (GtkWidget  *root,
                 GType       type,
                 const char *name)
{
  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && is_named (root, name))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_fixture_find (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
ui_fixture_press (GtkWidget  *root,
                  const char *name)
{
  GtkWidget *button = ui_fixture_find (root, GTK_TYPE_BUTTON, name);

  if (button == NULL)
    g_error ("No button says %s", name);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_fixture_settle ();
}

/* The page of a practice, shown. */
ReknitPracticePage *
ui_fixture_open (UiFixture  *fixture,
                 const char *practice)
{
  ReknitPractice *found = reknit_content_find_practice (reknit_content_get_default (), practice);
  GType type = reknit_tools_find (reknit_practice_get_tool (found));
  GtkWidget *page = g_object_new (type, "seats", fixture->seats, "practice", found, NULL);

  ui_fixture_show (fixture, page);
  return REKNIT_PRACTICE_PAGE (page);
}

/* What is pushed onto the page is animated in; tests look at it at once. */
GtkWidget *
ui_fixture_top (ReknitPracticePage *page)
{
  GtkWidget *subpage = reknit_practice_page_get_subpage (page);

  return subpage != NULL ? subpage : reknit_practice_page_get_child (page);
}

void
ui_fixture_activate (ReknitPracticePage *page,
                     const char         *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (reknit_practice_page_get_actions (page)), action, NULL);
  ui_fixture_settle ();
}

/* Writes @text onto the paper @label. */
void
ui_fixture_fill (ReknitPracticePage *page,
                 const char         *label,
                 const char         *text)
{
  GtkWidget *field = ui_fixture_find (ui_fixture_top (page), REKNIT_TYPE_TEXT_FIELD, label);

  g_assert_nonnull (field);
  reknit_text_field_set_text (REKNIT_TEXT_FIELD (field), text);
}

/* Whether @text stands anywhere that can be seen. */
gboolean
ui_fixture_reads (GtkWidget  *root,
                  const char *text)
{
  const char *words = words_of (root);

  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return FALSE;
  if (words != NULL && strstr (words, text) != NULL)
    return TRUE;
  if (GTK_IS_TEXT_VIEW (root))
    {
      GtkTextIter start, end;
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (root));
      g_autofree char *all = NULL;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      all = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      if (strstr (all, text) != NULL)
        return TRUE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (ui_fixture_reads (child, text))
      return TRUE;
  return FALSE;
}

/* For what comes from a thread or from another program. */
void
ui_fixture_wait_to_read (GtkWidget  *root,
                         const char *text)
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (!ui_fixture_reads (root, text))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

void
ui_fixture_assert_text (GtkWidget  *field,
                        const char *expected)
{
  g_autofree char *text = reknit_text_field_dup_text (REKNIT_TEXT_FIELD (field));

  g_assert_cmpstr (text, ==, expected);
}

/* While it is stopped, nothing can be written to any file, and each save fails. */
void
ui_fixture_stop_disk (gboolean stopped)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &limit));
  limit.rlim_cur = stopped ? 0 : limit.rlim_max;
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
}

/* Whether @text stands in the bytes of any file of the store. */
gboolean
ui_fixture_disk_has (UiFixture  *fixture,
                     const char *text)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  gboolean found = FALSE;

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *file = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_get_contents (file, &bytes, &length, NULL))
        found = found || memmem (bytes, length, text, strlen (text)) != NULL;
    }
  return found;
}
