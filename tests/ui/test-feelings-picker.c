#include "ui-fixture.h"

#include "reknit-feelings-picker.h"
#include "reknit-wrap-box.h"

static ReknitFeelingsPicker *
show (UiFixture *fixture)
{
  GtkWidget *picker = reknit_feelings_picker_new ();

  ui_fixture_show (fixture, picker);
  return REKNIT_FEELINGS_PICKER (picker);
}

static void
assert_picks (ReknitFeelingsPicker *picker,
              const char           *expected)
{
  g_autofree char *picks = reknit_feelings_picker_dup_picks (picker);

  g_assert_cmpstr (picks, ==, expected);
}

static void
toggle (ReknitFeelingsPicker *picker,
        const char           *name)
{
  GtkWidget *chip = ui_fixture_find (GTK_WIDGET (picker), GTK_TYPE_TOGGLE_BUTTON, name);

  g_assert_nonnull (chip);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
  ui_fixture_settle ();
}

static void
count (guint *n)
{
  ++*n;
}

static void
test_several_families (UiFixture     *fixture,
                       gconstpointer  data)
{
  ReknitFeelingsPicker *picker = show (fixture);
  guint n_picks = 0, n_empty = 0;

  g_signal_connect_swapped (picker, "notify::picks", G_CALLBACK (count), &n_picks);
  g_signal_connect_swapped (picker, "notify::empty", G_CALLBACK (count), &n_empty);
  g_assert_true (reknit_feelings_picker_is_empty (picker));

  toggle (picker, "Sadness");
  g_assert_cmpuint (n_picks, ==, 0);
  toggle (picker, "lonely");
  toggle (picker, "Hope");
  g_assert_null (ui_fixture_find (GTK_WIDGET (picker), GTK_TYPE_TOGGLE_BUTTON, "lonely"));
  toggle (picker, "hopeful");
  assert_picks (picker, "lonely:3 hopeful:3");
  g_assert_cmpuint (n_picks, ==, 2);
  g_assert_cmpuint (n_empty, ==, 1);

  toggle (picker, "hopeful");
  assert_picks (picker, "lonely:3");
}

static void
test_strength (UiFixture     *fixture,
               gconstpointer  data)
{
  ReknitFeelingsPicker *picker = show (fixture);
  GtkWidget *scale;

  toggle (picker, "Sadness");
  toggle (picker, "hurt");
  scale = ui_fixture_find (GTK_WIDGET (picker), GTK_TYPE_SCALE, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, "How Strongly: hurt");
  gtk_range_set_value (GTK_RANGE (scale), 5);
  assert_picks (picker, "hurt:5");
  g_assert_true (ui_fixture_reads (GTK_WIDGET (picker), "extremely"));
}

static void
test_set (UiFixture     *fixture,
          gconstpointer  data)
{
  ReknitFeelingsPicker *picker = show (fixture);
  guint n_picks = 0;

  toggle (picker, "Sadness");
  g_signal_connect_swapped (picker, "notify::picks", G_CALLBACK (count), &n_picks);
  reknit_feelings_picker_set_picks (picker, "hurt:2 content:5");
  g_assert_cmpuint (n_picks, ==, 1);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
    ui_fixture_find (GTK_WIDGET (picker), GTK_TYPE_TOGGLE_BUTTON, "hurt"))));
  reknit_feelings_picker_set_picks (picker, "hurt:2 content:5");
  g_assert_cmpuint (n_picks, ==, 1);

  reknit_feelings_picker_set_picks (picker, NULL);
  g_assert_true (reknit_feelings_picker_is_empty (picker));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
    ui_fixture_find (GTK_WIDGET (picker), GTK_TYPE_TOGGLE_BUTTON, "hurt"))));
}

static void
test_narrow (UiFixture     *fixture,
             gconstpointer  data)
{
  ReknitFeelingsPicker *picker = show (fixture);
  int least, tall, low;

  toggle (picker, "Strain");
  toggle (picker, "stretched thin");
  gtk_widget_measure (GTK_WIDGET (picker), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 336);
  gtk_widget_measure (GTK_WIDGET (picker), GTK_ORIENTATION_VERTICAL, 336, &tall, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (picker), GTK_ORIENTATION_VERTICAL, 900, &low, NULL, NULL, NULL);
  g_assert_cmpint (tall, >, low);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ui_test_add ("/feelings-picker/several-families", NULL, test_several_families);
  ui_test_add ("/feelings-picker/strength", NULL, test_strength);
  ui_test_add ("/feelings-picker/set", NULL, test_set);
  ui_test_add ("/feelings-picker/narrow", NULL, test_narrow);

  return g_test_run ();
}
