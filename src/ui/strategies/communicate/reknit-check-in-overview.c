#include "reknit-check-in-overview.h"

#include "reknit-agenda-entry.h"
#include "reknit-agenda-item.h"
#include "reknit-check-in-chart.h"
#include "reknit-check-in-status.h"
#include "reknit-config.h"
#include "reknit-new-day.h"
#include "reknit-next-step-list.h"
#include "reknit-next-step.h"
#include "reknit-recurrence.h"
#include "reknit-reminder.h"
#include "reknit-template.h"
#include "reknit-time-text.h"
#include "reknit-wrap-box.h"

#include <glib/gi18n-lib.h>

#define HISTORY_AT_FIRST 8
#define HISTORY_MORE 24

/**
 * ReknitCheckInOverview:
 *
 * What comes next, what waits for it, and what was.
 */
struct _ReknitCheckInOverview
{
  GtkWidget            parent_instance;

  ReknitPracticePage  *page;
  ReknitQueryList     *items;
  ReknitQueryList     *history;
  guint                limit;

  GtkLabel            *eyebrow;
  GtkLabel            *heading;
  GtkLabel            *text;
  GtkWidget           *choose_button;
  GtkWidget           *start_button;
  GtkWidget           *skip_button;
  GtkWidget           *schedule_group;
  AdwActionRow        *schedule_row;
  GtkBox              *steps;
  GtkBox              *agenda;
  GtkListBox          *agenda_list;
  GtkWidget           *past;
  AdwBin              *chart_bin;
  GtkListBox          *history_list;
  GtkWidget           *more_button;
};

G_DEFINE_FINAL_TYPE (ReknitCheckInOverview, reknit_check_in_overview, GTK_TYPE_WIDGET)

static void
say (ReknitCheckInOverview *self,
     const char            *eyebrow,
     const char            *heading,
     const char            *text)
{
  gtk_label_set_label (self->eyebrow, eyebrow);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->text, text);
}

static void
say_status (ReknitCheckInOverview *self,
            ReknitCheckInStatus   *status)
{
  g_autofree char *line = reknit_check_in_status_dup_line (status);
  g_autofree char *when = status->when != 0 ? reknit_time_text_for_moment (reknit_clock_get_default (), status->when) : NULL;
  gboolean couple = reknit_seats_has_couple (reknit_practice_page_get_seats (self->page));
  const char *how = couple ? _("Fifteen minutes. Each of you answers alone, then you look together.")
                           : _("Ten minutes for yourself. When there are two of you, each answers alone and you look together.");

  switch (status->phase)
    {
    case REKNIT_CHECK_IN_PHASE_PLANNED:
      say (self, _("Next"), when, how);
      break;
    case REKNIT_CHECK_IN_PHASE_DUE:
      say (self, when, _("It Is Time for Your Check-in"), how);
      break;
    case REKNIT_CHECK_IN_PHASE_MISSED:
      say (self, when, _("This One Is Still Open"), _("Would you like to do it now? It is just as well to leave it out."));
      break;
    case REKNIT_CHECK_IN_PHASE_ANSWERING:
    case REKNIT_CHECK_IN_PHASE_READY:
    case REKNIT_CHECK_IN_PHASE_REVEALED:
      say (self, _("Going on"), status->phase == REKNIT_CHECK_IN_PHASE_ANSWERING && status->waiting_for == NULL
                                ? _("Your Check-in") : line, _("It goes on where you left it."));
      break;
    case REKNIT_CHECK_IN_PHASE_PAUSED:
      say (self, _("Paused"), _("No Check-in Is Planned"), how);
      break;
    case REKNIT_CHECK_IN_PHASE_NONE:
    default:
      say (self, _("Check-in"), _("A Fixed Time for Each Other"),
           _("Choose a quarter of an hour, once a week perhaps, to hear how you both are."));
    }
}

static void
emphasize (GtkWidget *button,
           gboolean   emphasized)
{
  if (emphasized)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

static void
show_schedule (ReknitCheckInOverview *self)
{
  g_autoptr (ReknitReminder) reminder =
    reknit_reminder_find (reknit_practice_page_get_store (self->page), REKNIT_REMINDER_CHECK_IN, 0);
  g_autoptr (ReknitRecurrence) recurrence = reminder == NULL ? NULL
    : reknit_recurrence_new (reknit_record_get_text (reminder, "starts"), reknit_record_get_text (reminder, "rule"), NULL);
  g_autofree char *rule = recurrence != NULL ? reknit_recurrence_describe (recurrence) : NULL;

  gtk_widget_set_visible (self->schedule_group, reminder != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->schedule_row), rule != NULL ? rule : _("Choose a Time"));
  adw_action_row_set_subtitle (self->schedule_row,
                               reminder != NULL && !reknit_record_get_flag (reminder, "enabled") ? _("Paused") : "");
}

static void
update (ReknitCheckInOverview *self)
{
  g_autoptr (ReknitCheckInStatus) status = reknit_check_in_status_read (reknit_practice_page_get_seats (self->page));
  gboolean going_on = status->check_in != NULL;
  gboolean open = status->phase == REKNIT_CHECK_IN_PHASE_DUE || status->phase == REKNIT_CHECK_IN_PHASE_MISSED;

  say_status (self, status);
  gtk_button_set_label (GTK_BUTTON (self->start_button), going_on ? _("Go On") : _("Start Now"));
  gtk_widget_set_visible (self->choose_button, status->phase == REKNIT_CHECK_IN_PHASE_NONE);
  gtk_widget_set_visible (self->skip_button, open || (going_on && status->phase != REKNIT_CHECK_IN_PHASE_REVEALED));
  emphasize (self->start_button, going_on || open);
  show_schedule (self);
}

static void
on_store_changed (ReknitCheckInOverview *self,
                  ReknitChangeSet       *changes)
{
  static const char *const tables[] = { "check_in", "check_in_answer", "reminder", "occurrence", "partner" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (reknit_change_set_has_table (changes, tables[i]))
      {
        update (self);
        return;
      }
}

static void
update_lists (ReknitCheckInOverview *self)
{
  guint n_past = g_list_model_get_n_items (G_LIST_MODEL (self->history));

  gtk_widget_set_visible (GTK_WIDGET (self->agenda_list), g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0);
  gtk_widget_set_visible (self->past, n_past > 0);
  gtk_widget_set_visible (self->more_button, n_past == self->limit);
}

static void
show_history (ReknitCheckInOverview *self,
              guint                  limit)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  g_autoptr (ReknitQuery) query =
    reknit_query_limit (reknit_check_in_query_history (reknit_seats_get_current_id (seats)), limit);

  self->limit = limit;
  reknit_query_list_set_query (self->history, query);
  update_lists (self);
}

/* Each finds what they wrote for themselves. */
static void
on_seat (ReknitCheckInOverview *self)
{
  show_history (self, self->limit);
  update (self);
}

static void
on_more (ReknitCheckInOverview *self)
{
  show_history (self, self->limit + HISTORY_MORE);
}

static void
on_remove (GtkButton *button,
           gpointer   user_data)
{
  g_autoptr (ReknitAgendaItem) item = g_object_ref (user_data);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (button), REKNIT_TYPE_PRACTICE_PAGE);

  if (reknit_store_delete (reknit_record_get_store (REKNIT_RECORD (item)), _("Take Off the Agenda"), item, NULL) && page != NULL)
    reknit_practice_page_undo_toast (REKNIT_PRACTICE_PAGE (page), _("Taken off the agenda"));
}

static GtkWidget *
make_agenda_row (gpointer item,
                 gpointer user_data)
{
  ReknitCheckInOverview *self = user_data;
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  ReknitPartner *partner = reknit_seats_find (seats, reknit_record_get_integer (item, "raised-by"));
  g_autofree char *name = g_strdup_printf (_("Take off the agenda: %s"), reknit_record_get_text (item, "body"));
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title-lines", 0, "use-markup", FALSE, NULL);
  GtkWidget *remove = gtk_button_new_from_icon_name ("reknit-delete-symbolic");

  g_object_bind_property (item, "body", row, "title", G_BINDING_SYNC_CREATE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), partner != NULL ? reknit_partner_get_name (partner) : "");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _("Take off the agenda"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), item, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  return row;
}

/* A line of what went well then, from whoever wrote one. */
static char *
dup_note (ReknitCheckInOverview *self,
          ReknitCheckIn         *check_in)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  ReknitPartner *partners[] = { reknit_seats_get_first (seats), reknit_seats_get_second (seats) };
  GString *note = g_string_new (NULL);
  ReknitCheckInState state;

  g_object_get (check_in, "state", &state, NULL);
  if (state == REKNIT_CHECK_IN_STATE_SKIPPED)
    {
      g_string_append (note, _("Left out. Only you can read what you wrote."));
      return g_string_free (note, FALSE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    {
      g_autoptr (ReknitCheckInAnswer) answer = partners[i] != NULL ? reknit_check_in_get_answer (check_in, partners[i]) : NULL;
      const char *text = answer != NULL ? reknit_record_get_text (answer, "went-well") : NULL;

      if (text == NULL || *text == '\0')
        continue;
      if (note->len > 0)
        g_string_append_c (note, '\n');
      g_string_append_printf (note, "%s: %s", reknit_partner_get_name (partners[i]), text);
    }
  return g_string_free (note, FALSE);
}

static GtkWidget *
make_history_row (gpointer item,
                  gpointer user_data)
{
  ReknitCheckInOverview *self = user_data;
  g_autofree char *note = dup_note (self, item);
  g_autoptr (GDateTime) due = reknit_clock_to_local (reknit_clock_get_default (), reknit_record_get_integer (item, "due"));
  g_autofree char *date = reknit_time_text_for_date (due);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", date, "use-markup", FALSE, "activatable", TRUE,
                                 "title-lines", 1, "subtitle-lines", 2, NULL);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), note);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", reknit_record_get_id (item));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "practice.open");
  return row;
}

static void
reknit_check_in_overview_dispose (GObject *object)
{
  ReknitCheckInOverview *self = REKNIT_CHECK_IN_OVERVIEW (object);

  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_CHECK_IN_OVERVIEW);
  g_clear_object (&self->items);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (reknit_check_in_overview_parent_class)->dispose (object);
}

static void
reknit_check_in_overview_class_init (ReknitCheckInOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_check_in_overview_dispose;
  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-check-in-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInOverview, eyebrow);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInOverview, heading);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInOverview, text);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInOverview, choose_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInOverview, start_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInOverview, skip_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInOverview, schedule_group);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInOverview, schedule_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInOverview, steps);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInOverview, agenda);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInOverview, agenda_list);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInOverview, past);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInOverview, chart_bin);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInOverview, history_list);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInOverview, more_button);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
}

static void
reknit_check_in_overview_init (ReknitCheckInOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (ReknitCheckInOverview *self)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  ReknitStore *store = reknit_seats_get_store (seats);
  g_autoptr (ReknitQuery) items = reknit_agenda_item_query_open ();
  g_autoptr (ReknitQuery) steps = reknit_next_step_query_since_last (0);

  self->items = reknit_query_list_new (store, items);
  self->history = reknit_query_list_new (store, NULL);
  gtk_box_append (self->steps, reknit_next_step_list_new (seats, steps, _("Your Small Steps")));
  gtk_box_append (self->agenda, reknit_agenda_entry_new (seats));
  adw_bin_set_child (self->chart_bin, g_object_new (REKNIT_TYPE_CHECK_IN_CHART, "seats", seats, "choosing", TRUE, NULL));
  gtk_list_box_bind_model (self->agenda_list, G_LIST_MODEL (self->items), make_agenda_row, self, NULL);
  gtk_list_box_bind_model (self->history_list, G_LIST_MODEL (self->history), make_history_row, self, NULL);
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (update_lists), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "items-changed", G_CALLBACK (update_lists), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (seats, "notify::current", G_CALLBACK (on_seat), self, G_CONNECT_SWAPPED);
}

/**
 * reknit_check_in_overview_new:
 * @page: the page that it belongs to
 *
 * Returns: (transfer floating): the overview
 */
GtkWidget *
reknit_check_in_overview_new (ReknitPracticePage *page)
{
  ReknitCheckInOverview *self = g_object_new (REKNIT_TYPE_CHECK_IN_OVERVIEW, NULL);

  self->page = page;
  fill (self);
  show_history (self, HISTORY_AT_FIRST);
  update (self);
  reknit_new_day_watch (self, G_CALLBACK (update));
  return GTK_WIDGET (self);
}
