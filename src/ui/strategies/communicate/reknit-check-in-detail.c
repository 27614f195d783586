#include "reknit-check-in-detail.h"

#include "reknit-agenda-item.h"
#include "reknit-check-in-answers.h"
#include "reknit-config.h"
#include "reknit-next-step-list.h"
#include "reknit-next-step.h"
#include "reknit-time-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
add_agenda (GtkWidget     *box,
            ReknitSeats   *seats,
            ReknitCheckIn *check_in)
{
  g_autoptr (ReknitQuery) query = reknit_agenda_item_query_of (reknit_record_get_id (REKNIT_RECORD (check_in)));
  g_autoptr (GPtrArray) items = reknit_store_all (reknit_seats_get_store (seats), query);
  GtkWidget *group;

  if (items->len == 0)
    return;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Talked About"));
  for (guint i = 0; i < items->len; i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0, NULL);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), reknit_record_get_text (g_ptr_array_index (items, i), "body"));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (GTK_BOX (box), group);
}

static gboolean
can_read (ReknitSeats   *seats,
          ReknitCheckIn *check_in)
{
  ReknitPartner *partners[] = { reknit_seats_get_first (seats), reknit_seats_get_second (seats) };

  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    {
      g_autoptr (ReknitCheckInAnswer) answer = partners[i] != NULL ? reknit_check_in_get_answer (check_in, partners[i]) : NULL;

      if (answer != NULL && reknit_record_is_readable (REKNIT_RECORD (answer)))
        return TRUE;
    }
  return FALSE;
}

static GtkWidget *
make_heading (ReknitCheckIn *check_in)
{
  g_autoptr (GDateTime) due = reknit_clock_to_local (reknit_clock_get_default (), reknit_record_get_integer (check_in, "due"));
  g_autofree char *date = reknit_time_text_for_date (due);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", date, "xalign", 0.0f, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "title-1");
  return label;
}

/**
 * reknit_check_in_detail_new:
 * @seats: the seats
 * @check_in: a check-in of the past
 *
 * Returns: (transfer floating): what was said then, talked about and chosen
 */
GtkWidget *
reknit_check_in_detail_new (ReknitSeats   *seats,
                            ReknitCheckIn *check_in)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 24,
                                 "margin-top", 24, "margin-bottom", 30, "margin-start", 12, "margin-end", 12, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 680, "child", box, NULL);
  g_autoptr (ReknitQuery) steps = reknit_next_step_query (reknit_record_get_id (REKNIT_RECORD (check_in)));

  gtk_box_append (GTK_BOX (box), make_heading (check_in));
  if (can_read (seats, check_in))
    gtk_box_append (GTK_BOX (box), reknit_check_in_answers_new (seats, check_in, NULL));
  else
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE,
                                                 "label", _("What was said then belongs to whoever said it. Take that seat to read it."),
                                                 NULL));
  add_agenda (box, seats, check_in);
  gtk_box_append (GTK_BOX (box), reknit_next_step_list_new (seats, steps, _("Small Steps")));
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", clamp, NULL);
}
