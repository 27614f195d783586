#include "ui-fixture.h"

#include "reknit-text-field.h"

/* What another program copied that has stopped answering. */
#define TEST_TYPE_SLEEPER (test_sleeper_get_type ())
G_DECLARE_FINAL_TYPE (TestSleeper, test_sleeper, TEST, SLEEPER, GdkContentProvider)

struct _TestSleeper
{
  GdkContentProvider parent_instance;

  GTask         *task;
  GOutputStream *stream;
};

G_DEFINE_FINAL_TYPE (TestSleeper, test_sleeper, GDK_TYPE_CONTENT_PROVIDER)

static GdkContentFormats *
test_sleeper_ref_formats (GdkContentProvider *provider)
{
  static const char *types[] = { "text/plain;charset=utf-8" };

  return gdk_content_formats_new (types, G_N_ELEMENTS (types));
}

static void
test_sleeper_write_async (GdkContentProvider  *provider,
                          const char          *mime_type,
                          GOutputStream       *stream,
                          int                  io_priority,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  TestSleeper *self = TEST_SLEEPER (provider);

  g_set_object (&self->stream, stream);
  self->task = g_task_new (self, NULL, callback, user_data);
}

static gboolean
test_sleeper_write_finish (GdkContentProvider  *provider,
                           GAsyncResult        *result,
                           GError             **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
test_sleeper_class_init (TestSleeperClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  provider_class->ref_formats = test_sleeper_ref_formats;
  provider_class->write_mime_type_async = test_sleeper_write_async;
  provider_class->write_mime_type_finish = test_sleeper_write_finish;
}

static void
test_sleeper_init (TestSleeper *self)
{
}

static void
test_sleeper_wake (TestSleeper *self)
{
  g_output_stream_write_all (self->stream, "at last", 7, NULL, NULL, NULL);
  g_output_stream_close (self->stream, NULL, NULL);
  g_task_return_boolean (self->task, TRUE);
  g_clear_object (&self->task);
  g_clear_object (&self->stream);
}

static GtkWidget *
show_field (UiFixture *fixture)
{
  GtkWidget *field = reknit_text_field_new ("What Happened");

  ui_fixture_show (fixture, field);
  reknit_text_field_set_text (REKNIT_TEXT_FIELD (field), "The lamp was out");
  return field;
}

static TestSleeper *
paste (GtkWidget *field)
{
  TestSleeper *sleeper = g_object_new (TEST_TYPE_SLEEPER, NULL);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (field), GDK_CONTENT_PROVIDER (sleeper));
  g_signal_emit_by_name (reknit_text_field_get_view (REKNIT_TEXT_FIELD (field)), "paste-clipboard");
  return sleeper;
}

static void
test_slow (UiFixture     *fixture,
           gconstpointer  data)
{
  GtkWidget *field = show_field (fixture);
  g_autoptr (TestSleeper) sleeper = paste (field);

  ui_fixture_wait_to_read (field, "Reading what was copied …");
  g_assert_true (reknit_text_field_is_valid (REKNIT_TEXT_FIELD (field)));
  test_sleeper_wake (sleeper);
  ui_fixture_wait_to_read (field, "at last");
  g_assert_false (ui_fixture_reads (field, "Reading what was copied …"));
}

static void
test_too_late (UiFixture     *fixture,
               gconstpointer  data)
{
  GtkWidget *field = show_field (fixture);
  g_autoptr (TestSleeper) sleeper = paste (field);

  ui_fixture_wait_to_read (field, "What was copied could not be read.");
  test_sleeper_wake (sleeper);
  ui_fixture_settle ();
  ui_fixture_assert_text (field, "The lamp was out");
}

static void
test_closed_meanwhile (UiFixture     *fixture,
                       gconstpointer  data)
{
  GtkWidget *field = g_object_ref (show_field (fixture));
  g_autoptr (TestSleeper) sleeper = paste (field);

  ui_fixture_wait_to_read (field, "Reading what was copied …");
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  ui_fixture_settle ();
  g_assert_finalize_object (field);
  test_sleeper_wake (sleeper);
  ui_fixture_settle ();
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ui_test_add ("/ui/paste/slow", NULL, test_slow);
  ui_test_add ("/ui/paste/too-late", NULL, test_too_late);
  ui_test_add ("/ui/paste/closed-meanwhile", NULL, test_closed_meanwhile);
  return g_test_run ();
}
