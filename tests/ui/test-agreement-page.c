#include "page-fixture.h"

#include "reknit-agreement-editor.h"
#include "reknit-agreement-page.h"
#include "reknit-agreement-print.h"
#include "reknit-agreement-rule.h"
#include "reknit-agreement-view.h"
#include "reknit-rule-row.h"
#include "reknit-tools.h"
#include "reknit-content.h"
#include "reknit-ui.h"

static const char *const three[] = { "We take turns.", "No shouting.", "Phones away.", NULL };
static const char *const changed[] = { "No shouting.", "We take turns.", "We end well.", NULL };

static ReknitAgreementRevision *
propose (PageFixture         *fixture,
         const char *const *rules)
{
  g_autoptr (GError) error = NULL;
  ReknitAgreementRevision *revision =
    reknit_agreement_revise (fixture->model.store, "Propose", REKNIT_AGREEMENT_GROUND_RULES, rules, &error);

  g_assert_no_error (error);
  return revision;
}

static void
sign (ReknitAgreementRevision *revision,
      ReknitPartner           *partner)
{
  g_autoptr (GError) error = NULL;

  reknit_agreement_revision_sign (revision, "Sign", partner, &error);
  g_assert_no_error (error);
}

static char *
live_line (PageFixture *fixture)
{
  return reknit_tools_describe (fixture->seats, reknit_content_find_practice (reknit_content_get_default (), "ground-rules"));
}

static void
test_begins_with_suggestions (PageFixture     *fixture,
                              gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (page_open (fixture, "ground-rules"));
  ReknitAgreementEditor *editor = REKNIT_AGREEMENT_EDITOR (page_find_type (page, REKNIT_TYPE_AGREEMENT_EDITOR));

  g_assert_true (page_shows (page, "No Rules Yet"));
  g_assert_false (reknit_agreement_editor_can_propose (editor));
  page_picture (fixture, "agreement-empty", 900, 700);

  page_press (page, "Take This Rule");
  g_assert_cmpuint (g_list_model_get_n_items (reknit_agreement_editor_get_rules (editor)), ==, 1);
  /* What was taken is no longer suggested, so that the next one is the first. */
  page_press (page, "Take This Rule");
  g_assert_cmpuint (g_list_model_get_n_items (reknit_agreement_editor_get_rules (editor)), ==, 2);
  gtk_widget_activate_action (page_find_type (page, REKNIT_TYPE_RULE_ROW), "rule.remove", NULL);
  page_press (page, "Write Your Own");
  g_assert_cmpuint (g_list_model_get_n_items (reknit_agreement_editor_get_rules (editor)), ==, 2);
  reknit_agreement_editor_add_rule (editor, "No shouting.");
  g_assert_true (reknit_agreement_editor_can_propose (editor));
  page_picture (fixture, "agreement-editor", 900, 900);
  page_picture (fixture, "agreement-editor-narrow", 360, 700);

  page_press (page, "Propose These Rules");
  g_assert_true (page_shows (page, "Ana and Ben still have to sign."));
  g_assert_true (page_shows (page, "No shouting."));
  g_assert_true (page_shows (page, "Take Ana’s Seat to Sign"));
  page_picture (fixture, "agreement-proposed", 900, 700);
}

static void
test_each_signs_in_their_own_seat (PageFixture     *fixture,
                                   gconstpointer  data)
{
  g_autoptr (ReknitAgreementRevision) revision = propose (fixture, three);
  GtkWidget *page = GTK_WIDGET (page_open (fixture, "ground-rules"));
  g_autofree char *line = NULL;

  /* Nobody signs in the seat of both. */
  gtk_widget_activate_action (page_find_type (page, REKNIT_TYPE_AGREEMENT_VIEW), "agreement.sign", NULL);
  g_assert_false (reknit_agreement_revision_is_signed (revision));

  page_press (page, "Take Ana’s Seat to Sign");
  g_assert_true (reknit_seats_get_current (fixture->seats) == reknit_seats_get_first (fixture->seats));
  page_press (page, "Sign as Ana");
  g_assert_true (page_shows (page, "Ben still has to sign."));
  g_assert_false (reknit_agreement_revision_is_complete (revision));

  page_press (page, "Take Ben’s Seat to Sign");
  page_press (page, "Sign as Ben");
  g_assert_true (reknit_agreement_revision_is_complete (revision));
  g_assert_false (page_shows (page, "Take the Proposal Back"));
  g_assert_true (page_shows (page, "Signed on 22 November 2026"));
  page_picture (fixture, "agreement-held", 900, 700);

  line = live_line (fixture);
  g_assert_cmpstr (line, ==, "3 rules, signed by both");
}

static void
test_a_change_needs_new_signatures (PageFixture     *fixture,
                                    gconstpointer  data)
{
  g_autoptr (ReknitAgreementRevision) first = propose (fixture, three);
  g_autoptr (ReknitAgreementRevision) second = NULL;
  g_autoptr (ReknitAgreement) agreement = NULL;
  g_autoptr (ReknitAgreementRevision) held = NULL;
  GtkWidget *page;

  sign (first, fixture->model.ana);
  sign (first, fixture->model.ben);
  page = GTK_WIDGET (page_open (fixture, "ground-rules"));

  second = propose (fixture, changed);
  page_settle ();
  g_assert_true (page_shows (page, "Proposed Change"));
  g_assert_true (page_shows (page, "These hold until both of you have signed the change."));
  g_assert_true (page_shows (page, "New"));
  g_assert_true (page_shows (page, "Moved"));
  g_assert_true (page_shows (page, "Taken out"));
  page_picture (fixture, "agreement-change", 900, 1000);
  page_picture (fixture, "agreement-change-narrow", 360, 1000);

  sign (second, fixture->model.ben);
  agreement = reknit_agreement_find (fixture->model.store, REKNIT_AGREEMENT_GROUND_RULES);
  held = reknit_agreement_get_in_force (agreement);
  g_assert_true (held == first);

  page_press (page, "Version 1");
  g_assert_cmpstr (reknit_practice_page_get_title (fixture->page), ==, "Version 1");
  g_assert_true (page_shows (page, "Phones away."));
  page_picture (fixture, "agreement-version", 900, 700);
  reknit_practice_page_go_back (fixture->page);

  page_press (page, "Take the Proposal Back");
  g_assert_false (page_shows (page, "Proposed Change"));
  gtk_widget_activate_action (page, "win.undo", NULL);
  page_settle ();
  g_assert_true (page_shows (page, "Proposed Change"));
  g_assert_true (page_shows (page, "Ana still has to sign."));
}

static void
test_rules_move (PageFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr (ReknitAgreementRevision) revision = propose (fixture, three);
  GtkWidget *page = GTK_WIDGET (page_open (fixture, "ground-rules"));
  ReknitAgreementEditor *editor;
  g_autofree char *rules = NULL;
  GtkWidget *row;

  gtk_widget_activate_action (page_find_type (page, REKNIT_TYPE_AGREEMENT_VIEW), "agreement.change", NULL);
  page_settle ();
  editor = REKNIT_AGREEMENT_EDITOR (page_find_type (page, REKNIT_TYPE_AGREEMENT_EDITOR));
  g_assert_false (reknit_agreement_editor_can_propose (editor));

  row = page_find_type (page, REKNIT_TYPE_RULE_ROW);
  g_assert_true (gtk_widget_activate_action (row, "rule.down", NULL));
  g_object_get (editor, "rules", &rules, NULL);
  g_assert_cmpstr (rules, ==, "No shouting.\nWe take turns.\nPhones away.");
  g_assert_true (reknit_agreement_editor_can_propose (editor));

  g_clear_pointer (&rules, g_free);
  reknit_agreement_editor_move_rule (editor, 2, 0);
  g_object_get (editor, "rules", &rules, NULL);
  g_assert_cmpstr (rules, ==, "Phones away.\nNo shouting.\nWe take turns.");

  g_clear_pointer (&rules, g_free);
  row = page_find_type (page, REKNIT_TYPE_RULE_ROW);
  g_assert_true (gtk_widget_activate_action (row, "rule.remove", NULL));
  g_object_get (editor, "rules", &rules, NULL);
  g_assert_cmpstr (rules, ==, "No shouting.\nWe take turns.");
}

static void
test_what_is_typed_is_kept (PageFixture     *fixture,
                            gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (page_open (fixture, "ground-rules"));

  page_sit (fixture, fixture->model.ana);
  reknit_agreement_editor_add_rule (REKNIT_AGREEMENT_EDITOR (page_find_type (page, REKNIT_TYPE_AGREEMENT_EDITOR)), "Mine.");
  page_sit (fixture, fixture->model.ben);
  g_assert_false (page_shows (page, "Mine."));
  page_sit (fixture, fixture->model.ana);
  g_assert_true (page_shows (page, "Mine."));

  page_close (fixture);
  page = GTK_WIDGET (page_open (fixture, "ground-rules"));
  g_assert_true (page_shows (page, "Mine."));
}

static void
test_bad_rules (PageFixture     *fixture,
                gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (page_open (fixture, "ground-rules"));
  ReknitAgreementEditor *editor = REKNIT_AGREEMENT_EDITOR (page_find_type (page, REKNIT_TYPE_AGREEMENT_EDITOR));
  g_autofree char *long_rule = g_strnfill (301, 'a');
  g_autoptr (ReknitRuleItem) item = NULL;
  g_autofree char *rules = NULL;
  GtkWidget *view;

  reknit_agreement_editor_add_rule (editor, "   ");
  g_assert_false (reknit_agreement_editor_can_propose (editor));
  reknit_agreement_editor_add_rule (editor, long_rule);
  g_assert_false (reknit_agreement_editor_can_propose (editor));
  g_assert_true (page_shows (page, "Rule 1 is longer than 300 letters. Two short rules are easier to keep."));

  /* A pasted line break does not make two rules. */
  view = page_find_type (page, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "one\ntwo", -1);
  item = g_list_model_get_item (reknit_agreement_editor_get_rules (editor), 0);
  g_assert_cmpstr (reknit_rule_item_get_text (item), ==, "   one two");
}

static void
test_alone (PageFixture     *fixture,
            gconstpointer  data)
{
  g_autoptr (ReknitAgreementRevision) revision = NULL;
  GtkWidget *page = GTK_WIDGET (page_open (fixture, "ground-rules"));

  g_assert_true (page_shows (page, "Write down what you want to hold to in a hard talk. Your partner can sign, or propose changes, as soon as they join."));
  revision = propose (fixture, three);
  page_settle ();
  page_press (page, "Sign as Ana");
  g_assert_true (reknit_agreement_revision_is_complete (revision));
}

static GtkPrintOperation *
create_print (PageFixture                *fixture,
              guint                     n_rules,
              ReknitAgreementRevision **revision)
{
  g_auto (GStrv) rules = g_new0 (char *, n_rules + 1);

  for (guint i = 0; i < n_rules; i++)
    rules[i] = g_strdup_printf ("Rule number %u, which is long enough to need more than one line on a sheet of paper of the usual size.", i + 1);
  *revision = propose (fixture, (const char *const *) rules);
  sign (*revision, fixture->model.ana);
  return reknit_agreement_print_new (fixture->seats, *revision, "Our Ground Rules");
}

static void
check_print (PageFixture *fixture,
             guint      n_rules,
             int        n_pages)
{
  g_autoptr (ReknitAgreementRevision) revision = NULL;
  g_autoptr (GtkPrintOperation) operation = create_print (fixture, n_rules, &revision);
  g_autofree char *path = g_build_filename (fixture->model.folder, "rules.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  int n = 0;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n, NULL);
  g_assert_cmpint (n, ==, n_pages);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
}

static void
test_prints (PageFixture     *fixture,
             gconstpointer  data)
{
  check_print (fixture, 5, 1);
}

static void
test_prints_many (PageFixture     *fixture,
                  gconstpointer  data)
{
  check_print (fixture, 40, 3);
}

static void
test_prints_mirrored (PageFixture     *fixture,
                      gconstpointer  data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  check_print (fixture, 5, 1);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  reknit_ui_init ();

  page_test_add ("/agreement-page/begins-with-suggestions", test_begins_with_suggestions);
  page_test_add ("/agreement-page/each-signs-in-their-own-seat", test_each_signs_in_their_own_seat);
  page_test_add ("/agreement-page/a-change-needs-new-signatures", test_a_change_needs_new_signatures);
  page_test_add ("/agreement-page/rules-move", test_rules_move);
  page_test_add ("/agreement-page/what-is-typed-is-kept", test_what_is_typed_is_kept);
  page_test_add ("/agreement-page/bad-rules", test_bad_rules);
  page_test_add_alone ("/agreement-page/alone", test_alone);
  page_test_add ("/agreement-page/prints", test_prints);
  page_test_add ("/agreement-page/prints-many", test_prints_many);
  page_test_add ("/agreement-page/prints-mirrored", test_prints_mirrored);
  return g_test_run ();
}
