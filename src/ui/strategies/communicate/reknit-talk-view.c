#include "reknit-talk-view.h"

#include "reknit-config.h"
#include "reknit-issue.h"
#include "reknit-partner-badge.h"
#include "reknit-takeaway.h"
#include "reknit-talk-outcome.h"
#include "reknit-talk-texts.h"
#include "reknit-time-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static GtkWidget *
add_label (GtkBox     *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static void
add_saying (GtkBox     *box,
            const char *title,
            const char *text)
{
  g_autofree char *quote = NULL;

  if (text == NULL || *text == '\0')
    return;

  quote = reknit_talk_text_for_quote (text);
  add_label (box, title, "eyebrow");
  add_label (box, quote, NULL);
}

static GtkBox *
add_card (GtkBox        *box,
          ReknitPartner *partner,
          const char    *detail)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "practice-card");
  if (partner != NULL)
    {
      GtkWidget *badge = reknit_partner_badge_new (partner);

      gtk_widget_set_hexpand (badge, TRUE);
      gtk_widget_add_css_class (badge, "heading");
      gtk_box_append (GTK_BOX (head), badge);
    }
  if (detail != NULL)
    add_label (GTK_BOX (head), detail, "dim-label");
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (box, card);
  return GTK_BOX (card);
}

static void
add_turns (GtkBox      *box,
           ReknitSeats *seats,
           ReknitTalk  *talk)
{
  g_autoptr (ReknitQuery) query = reknit_talk_turn_query (reknit_record_get_id (REKNIT_RECORD (talk)));
  g_autoptr (GPtrArray) turns = reknit_store_all (reknit_seats_get_store (seats), query);

  add_label (box, _("The Turns"), "title-4");
  for (guint i = 0; i < turns->len; i++)
    {
      ReknitTalkTurn *turn = g_ptr_array_index (turns, i);
      ReknitPartner *speaker = reknit_seats_find (seats, reknit_record_get_integer (turn, "speaker"));
      g_autofree char *span = reknit_time_text_for_span (reknit_record_get_integer (turn, "seconds"));
      GtkBox *card = add_card (box, speaker, reknit_record_get_integer (turn, "seconds") > 0 ? span : NULL);

      add_saying (card, _("Was heard"), reknit_record_get_text (turn, "reflection"));
      add_saying (card, _("Meant"), reknit_record_get_text (turn, "correction"));
      add_saying (card, _("Makes sense"), reknit_record_get_text (turn, "validation"));
    }
}

static void
add_takeaways (GtkBox      *box,
               ReknitSeats *seats,
               ReknitTalk  *talk)
{
  g_autoptr (ReknitQuery) query = reknit_takeaway_query (reknit_record_get_id (REKNIT_RECORD (talk)));
  g_autoptr (GPtrArray) takeaways = reknit_store_all (reknit_seats_get_store (seats), query);

  if (takeaways->len > 0)
    add_label (box, _("Taken Away"), "title-4");
  for (guint i = 0; i < takeaways->len; i++)
    {
      ReknitPartner *partner = reknit_seats_find (seats, reknit_record_get_integer (g_ptr_array_index (takeaways, i), "partner"));

      add_label (add_card (box, partner, NULL), reknit_record_get_text (g_ptr_array_index (takeaways, i), "body"), NULL);
    }
}

static void
add_pauses (GtkBox      *box,
            ReknitSeats *seats,
            ReknitTalk  *talk)
{
  g_autoptr (ReknitQuery) query = reknit_talk_pause_query (reknit_record_get_id (REKNIT_RECORD (talk)));
  g_autoptr (GPtrArray) pauses = reknit_store_all (reknit_seats_get_store (seats), query);

  if (pauses->len > 0)
    add_label (box, _("Breaks"), "title-4");
  for (guint i = 0; i < pauses->len; i++)
    {
      ReknitRecord *pause = g_ptr_array_index (pauses, i);
      ReknitClock *clock = reknit_clock_get_default ();
      gint64 ended = reknit_record_get_integer (pause, "ended");
      g_autofree char *begun = reknit_time_text_for_moment (clock, reknit_record_get_created (pause));
      g_autofree char *span = reknit_time_text_for_span (ended - reknit_record_get_created (pause));
      /* Translators: when a break began, and how long it took: “Sunday, 19:20, for 25 minutes” */
      g_autofree char *text = ended > 0 ? g_strdup_printf (_("%1$s, for %2$s"), begun, span) : g_strdup (begun);

      add_label (box, text, NULL);
    }
}

static GtkWidget *
create_button (const char *label,
               const char *action,
               GVariant   *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  return button;
}

static void
add_issue (GtkBox      *box,
           ReknitSeats *seats,
           ReknitTalk  *talk)
{
  gint64 id = reknit_record_get_integer (talk, "issue");
  g_autoptr (ReknitIssue) issue = id != 0 ? reknit_store_find (reknit_seats_get_store (seats), REKNIT_TYPE_ISSUE, id) : NULL;
  GtkWidget *card, *buttons;

  if (issue == NULL)
    return;

  card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (card, "reknit-notice");
  if (reknit_record_get_integer (issue, "state") < REKNIT_ISSUE_STATE_TALKED)
    {
      GtkWidget *talked = create_button (_("Mark as Talked Over"), "practice.talked", g_variant_new_int64 (id));

      add_label (GTK_BOX (card), _("This talk was about an issue on your board. Has it been talked over?"), NULL);
      gtk_widget_add_css_class (talked, "suggested-action");
      gtk_box_append (GTK_BOX (buttons), talked);
    }
  else
    add_label (GTK_BOX (card), _("This talk was about an issue on your board."), NULL);
  gtk_box_append (GTK_BOX (buttons), create_button (_("Open the Issue"), "win.open-subject",
                                                    g_variant_new ("(ssx)", "address-issues", "issue", id)));
  gtk_box_append (GTK_BOX (card), buttons);
  gtk_box_append (box, card);
}

/**
 * reknit_talk_view_new:
 * @seats: who the two are, and the store
 * @talk: a stored talk that is over
 *
 * Returns: (transfer floating): what came of it
 */
GtkWidget *
reknit_talk_view_new (ReknitSeats *seats,
                      ReknitTalk  *talk)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 14));
  g_autofree char *summary = reknit_talk_text_for_summary (talk);
  g_autofree char *when = reknit_time_text_for_moment (reknit_clock_get_default (), reknit_record_get_created (REKNIT_RECORD (talk)));
  /* Translators: when a talk was, and what it consisted of */
  g_autofree char *line = g_strdup_printf (C_("talk", "%1$s · %2$s"), when, summary);
  GtkWidget *remove;

  add_label (box, reknit_record_get_text (talk, "topic"), "title-1");
  add_label (box, line, "dim-label");
  add_issue (box, seats, talk);
  add_takeaways (box, seats, talk);
  add_turns (box, seats, talk);
  add_pauses (box, seats, talk);
  remove = create_button (_("Delete This Talk"), "practice.delete-talk",
                          g_variant_new_int64 (reknit_record_get_id (REKNIT_RECORD (talk))));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_halign (remove, GTK_ALIGN_CENTER);
  gtk_box_append (box, remove);

  g_object_set (box, "margin-top", 24, "margin-bottom", 24, "margin-start", 12, "margin-end", 12, NULL);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (box));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  return scroller;
}

/**
 * reknit_talk_view_create_row:
 * @talk: a stored talk that is over
 *
 * Returns: (transfer floating): a row that tells of it, and can be activated
 */
GtkWidget *
reknit_talk_view_create_row (ReknitTalk *talk)
{
  const char *topic = reknit_record_get_text (talk, "topic");
  g_autofree char *day = reknit_time_text_for_day (reknit_clock_get_default (), reknit_record_get_integer (talk, "ended"));
  g_autofree char *summary = reknit_talk_text_for_summary (talk);
  g_autofree char *line = g_strdup_printf (C_("talk", "%1$s · %2$s"), day, summary);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title", topic, "use-markup", FALSE, "subtitle", line, "title-lines", 2, "activatable", TRUE,
                                 NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, topic, -1);
  return row;
}
