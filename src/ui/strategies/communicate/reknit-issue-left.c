#include "reknit-issue-left.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-issue-view.h"
#include "reknit-issue-views.h"
#include "reknit-record-card.h"

/* What somebody wrote to an issue that whoever raised it took back or deleted: it is still theirs, and still to be read. */

#define MAX_CARD_CHARACTERS 80

typedef struct
{
  ReknitPracticePage *page;
  ReknitIssue        *issue;
} Left;

static void
free_left (gpointer data)
{
  Left *left = data;

  g_object_unref (left->issue);
  g_free (left);
}

static void
on_store_changed (ReknitStore     *store,
                  ReknitChangeSet *changes,
                  gpointer         user_data)
{
  GtkWidget *views = user_data;
  Left *left = g_object_get_data (G_OBJECT (views), "left");
  g_autoptr (ReknitQuery) query = reknit_issue_view_query (reknit_record_get_id (REKNIT_RECORD (left->issue)));

  if (reknit_store_count (store, query) == 0)
    reknit_practice_page_pop_all (left->page);
  else
    reknit_issue_views_show (REKNIT_ISSUE_VIEWS (views), left->page, left->issue);
}

static GtkWidget *
make_views (ReknitPracticePage *page,
            ReknitIssue        *issue)
{
  GtkWidget *views = reknit_issue_views_new ();
  Left *left = g_new0 (Left, 1);

  *left = (Left) { page, g_object_ref (issue) };
  g_object_set_data_full (G_OBJECT (views), "left", left, free_left);
  reknit_issue_views_show (REKNIT_ISSUE_VIEWS (views), page, issue);
  g_signal_connect_object (reknit_practice_page_get_store (page), "changed", G_CALLBACK (on_store_changed), views, 0);
  return views;
}

/**
 * reknit_issue_left_new:
 * @page: the page that it is pushed onto, which outlives it
 * @issue: a stored issue whose words the reader may not see
 *
 * Returns: (transfer floating): a page with what the reader may see of what was written to it
 */
GtkWidget *
reknit_issue_left_new (ReknitPracticePage *page,
                       ReknitIssue        *issue)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 24, "margin-top", 24,
                                 "margin-bottom", 24, "margin-start", 12, "margin-end", 12, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "label",
                                   _("The issue is no longer on the board. What was written to it stays with whoever wrote it."), NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 640, "child", box, NULL);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_views (page, issue));
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", clamp, NULL);
}

static void
update_card (ReknitRecord *view,
             GParamSpec   *pspec,
             GtkWidget    *card)
{
  const char *body = reknit_record_get_text (view, "body");
  g_auto (GStrv) lines = g_strsplit (body != NULL ? body : "", "\n", 2);
  const char *first = lines[0] != NULL ? lines[0] : "";
  g_autofree char *start = g_utf8_substring (first, 0, MIN (g_utf8_strlen (first, -1), MAX_CARD_CHARACTERS));
  g_autofree char *title = g_strconcat (start, g_str_equal (start, first) ? NULL : "…", NULL);

  g_object_set (card, "title", title, "line", _("Your view on an issue"), "locked", reknit_record_is_private (view), NULL);
}

/**
 * reknit_issue_left_new_card:
 * @seats: the seats
 * @view: the reader's own view on an issue that is gone
 *
 * Returns: (transfer floating): a card for it
 */
GtkWidget *
reknit_issue_left_new_card (ReknitSeats  *seats,
                            ReknitRecord *view)
{
  GtkWidget *card = reknit_record_card_new ();

  g_object_set (card, "partner", reknit_seats_find (seats, reknit_record_get_owner (view)), NULL);
  update_card (view, NULL, card);
  g_signal_connect_object (view, "notify", G_CALLBACK (update_card), card, 0);
  return card;
}
