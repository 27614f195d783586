#include "reknit-liked-row.h"

#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-afterwards.h"
#include "reknit-idea-text.h"
#include "reknit-plan-impression.h"
#include "reknit-spoken-name.h"

/* How it was the last time, as far as the reader may know. */
static void
append_how (ReknitSeats *seats,
            GString     *line,
            const char  *idea)
{
  ReknitStore *store = reknit_seats_get_store (seats);
  g_autoptr (ReknitQuery) plans = reknit_plan_query_done_with (idea);
  g_autoptr (ReknitPlan) plan = reknit_store_first (store, plans);
  g_autoptr (ReknitQuery) query = NULL;
  g_autoptr (GPtrArray) impressions = NULL;

  if (plan == NULL)
    return;
  query = reknit_plan_impression_query (reknit_record_get_id (REKNIT_RECORD (plan)));
  impressions = reknit_store_all (store, query);
  for (guint i = 0; i < impressions->len; i++)
    {
      ReknitPartner *author = reknit_seats_find (seats, reknit_record_get_integer (impressions->pdata[i], "author"));
      const char *liked = reknit_afterwards_say_liked (reknit_record_get_integer (impressions->pdata[i], "liked"));

      if (author != NULL && *liked != '\0')
        g_string_append_printf (line, " · %s: %s", reknit_partner_get_name (author), liked);
    }
}

/**
 * reknit_liked_row_new:
 * @seats: the seats
 * @match: what both would like to do
 * @choice: the same, in words
 *
 * Returns: (transfer floating): a row that tells how often they have done it and how it was, and leads to the planner
 */
GtkWidget *
reknit_liked_row_new (ReknitSeats           *seats,
                      const ReknitIdeaMatch *match,
                      ReknitIdeaChoice      *choice)
{
  g_autofree char *done = reknit_idea_text_done (match);
  g_autoptr (GString) line = g_string_new (done);
  GtkWidget *row, *button;
  g_autofree char *name = NULL;

  append_how (seats, line, match->idea);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", reknit_idea_choice_get_title (choice), "subtitle", line->str,
                      NULL);
  button = gtk_button_new_with_label (_("Plan a Date"));
  /* Translators: what a screen reader says for the button “Plan a Date”; %s is an idea */
  name = g_strdup_printf (_("Plan a Date: %s"), reknit_idea_choice_get_title (choice));
  reknit_widget_set_spoken_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", match->idea);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.plan-idea");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}
