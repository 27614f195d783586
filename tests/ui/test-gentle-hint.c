#include "ui-fixture.h"

#include "reknit-gentle-hint.h"

typedef struct
{
  ReknitTextField  *field;
  ReknitGentleHint *hint;
} Pair;

static Pair
show (UiFixture *fixture)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Pair pair = { REKNIT_TEXT_FIELD (reknit_text_field_new ("What Happened")), NULL };

  pair.hint = REKNIT_GENTLE_HINT (reknit_gentle_hint_new (pair.field));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (pair.field));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (pair.hint));
  ui_fixture_show (fixture, box);
  return pair;
}

static gboolean
is_underlined (Pair *pair,
               int   offset)
{
  GtkTextIter iter;
  g_autoptr (GSList) tags = NULL;

  gtk_text_buffer_get_iter_at_offset (reknit_text_field_get_buffer (pair->field), &iter, offset);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *tag = tags; tag != NULL; tag = tag->next)
    {
      PangoUnderline underline;

      g_object_get (tag->data, "underline", &underline, NULL);
      if (underline == PANGO_UNDERLINE_ERROR)
        return TRUE;
    }
  return FALSE;
}

static void
test_points_after_a_pause (UiFixture     *fixture,
                           gconstpointer  data)
{
  Pair pair = show (fixture);

  reknit_text_field_set_text (pair.field, "You never listen.");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (pair.hint)));
  while (reknit_gentle_hint_get_n_marks (pair.hint) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (pair.hint)));
  g_assert_true (is_underlined (&pair, 0));
  g_assert_false (is_underlined (&pair, 16));
  g_assert_nonnull (reknit_gentle_hint_get_why (pair.hint));
  g_assert_true (reknit_text_field_is_valid (pair.field));
}

static void
test_silent_on_gentle_words (UiFixture     *fixture,
                             gconstpointer  data)
{
  Pair pair = show (fixture);

  reknit_text_field_set_text (pair.field, "On Tuesday I waited with the dinner and felt lonely.");
  reknit_gentle_hint_check (pair.hint);
  g_assert_cmpuint (reknit_gentle_hint_get_n_marks (pair.hint), ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (pair.hint)));
  g_assert_null (reknit_gentle_hint_get_why (pair.hint));
}

static void
test_softer_beginning (UiFixture     *fixture,
                       gconstpointer  data)
{
  Pair pair = show (fixture);
  GtkTextBuffer *buffer = reknit_text_field_get_buffer (pair.field);
  g_autofree char *softer = NULL;
  g_autofree char *text = NULL;
  g_autofree char *gap = NULL;
  GtkTextIter start, end;

  reknit_text_field_set_text (pair.field, "It was Tuesday. You never listen.");
  reknit_gentle_hint_check (pair.hint);
  g_object_get (pair.hint, "softer", &softer, NULL);
  g_assert_nonnull (softer);
  reknit_gentle_hint_begin_softer (pair.hint);
  text = reknit_text_field_dup_text (pair.field);
  g_assert_true (g_str_has_prefix (text, "It was Tuesday. "));
  g_assert_true (g_str_has_suffix (text, "You never listen."));
  g_assert_nonnull (strstr (text, softer));
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  gap = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (gap, ==, "…");

  gtk_text_buffer_undo (buffer);
  g_clear_pointer (&text, g_free);
  text = reknit_text_field_dup_text (pair.field);
  g_assert_cmpstr (text, ==, "It was Tuesday. You never listen.");
}

static void
test_own_words_are_kept (UiFixture     *fixture,
                         gconstpointer  data)
{
  Pair pair = show (fixture);
  g_autofree char *text = NULL;

  reknit_text_field_set_text (pair.field, "You never listen.");
  reknit_gentle_hint_check (pair.hint);
  g_assert_cmpuint (reknit_gentle_hint_get_n_marks (pair.hint), >, 0);
  while (reknit_gentle_hint_get_n_marks (pair.hint) > 0)
    reknit_gentle_hint_keep_words (pair.hint);
  g_assert_false (is_underlined (&pair, 0));
  reknit_gentle_hint_check (pair.hint);
  g_assert_cmpuint (reknit_gentle_hint_get_n_marks (pair.hint), ==, 0);
  text = reknit_text_field_dup_text (pair.field);
  g_assert_cmpstr (text, ==, "You never listen.");
}

static void
test_stale_marks_do_no_harm (UiFixture     *fixture,
                             gconstpointer  data)
{
  Pair pair = show (fixture);

  reknit_text_field_set_text (pair.field, "On Tuesday you came late, and 🙈 you never listen.");
  reknit_gentle_hint_check (pair.hint);
  reknit_text_field_set_text (pair.field, "");
  reknit_gentle_hint_begin_softer (pair.hint);
  reknit_gentle_hint_keep_words (pair.hint);
  g_assert_true (reknit_text_field_is_empty (pair.field));
  g_assert_cmpuint (reknit_gentle_hint_get_n_marks (pair.hint), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ui_test_add ("/gentle-hint/after-a-pause", NULL, test_points_after_a_pause);
  ui_test_add ("/gentle-hint/silent", NULL, test_silent_on_gentle_words);
  ui_test_add ("/gentle-hint/softer", NULL, test_softer_beginning);
  ui_test_add ("/gentle-hint/keep", NULL, test_own_words_are_kept);
  ui_test_add ("/gentle-hint/stale", NULL, test_stale_marks_do_no_harm);

  return g_test_run ();
}
