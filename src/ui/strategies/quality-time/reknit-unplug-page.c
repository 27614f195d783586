#include "reknit-unplug-page.h"

#include "reknit-agreement-texts.h"
#include "reknit-agreement-view.h"
#include "reknit-config.h"
#include "reknit-time-text.h"
#include "reknit-tools.h"
#include "reknit-unplug-session.h"
#include "reknit-wrap-box.h"

#include <glib/gi18n-lib.h>

#define N_PAST 10

/**
 * ReknitUnplugPage:
 *
 * Time without devices from outside: the time that runs, or a new one that both begin; the times that were; and what
 * the two agreed on for good.
 */
struct _ReknitUnplugPage
{
  ReknitPracticePage  parent_instance;

  ReknitUnplugged    *running;
  ReknitQueryList    *times;

  GtkWidget          *view;
  GtkWidget          *current;
  GtkLabel           *current_label;
  GtkWidget          *chooser;
  ReknitWrapBox      *lengths;
  GtkSpinButton      *minutes;
  GtkWidget          *ready_row;
  GtkToggleButton    *first_ready;
  GtkToggleButton    *second_ready;
  AdwActionRow       *rules_row;
  GtkWidget          *past;
  GtkListBox         *past_list;
};

G_DEFINE_FINAL_TYPE (ReknitUnplugPage, reknit_unplug_page, REKNIT_TYPE_PRACTICE_PAGE)

static ReknitSeats *
get_seats (ReknitUnplugPage *self)
{
  return reknit_practice_page_get_seats (REKNIT_PRACTICE_PAGE (self));
}

static ReknitStore *
get_store (ReknitUnplugPage *self)
{
  return reknit_seats_get_store (get_seats (self));
}

static void
on_session_left (ReknitUnplugPage *self)
{
  reknit_practice_page_pop_all (REKNIT_PRACTICE_PAGE (self));
}

static void
on_session_failed (ReknitUnplugPage *self,
                   GError           *error)
{
  reknit_practice_page_error_toast (REKNIT_PRACTICE_PAGE (self), error);
}

static void
open_session (ReknitUnplugPage *self,
              ReknitUnplugged  *time)
{
  ReknitPracticePage *page = REKNIT_PRACTICE_PAGE (self);
  GtkWidget *session = reknit_unplug_session_new (time);

  reknit_practice_page_drop_undo_toast (page);
  reknit_practice_page_pop_all (page);
  g_signal_connect_object (session, "leave", G_CALLBACK (on_session_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (on_session_failed), self, G_CONNECT_SWAPPED);
  reknit_practice_page_push (page, session, reknit_practice_get_title (reknit_practice_page_get_practice (page)));
  reknit_practice_page_set_immersive (page, TRUE);
}

static void
update_ready (ReknitUnplugPage *self)
{
  GAction *begin = g_action_map_lookup_action (reknit_practice_page_get_actions (REKNIT_PRACTICE_PAGE (self)), "begin");
  gboolean both = !reknit_seats_has_couple (get_seats (self))
                  || (gtk_toggle_button_get_active (self->first_ready) && gtk_toggle_button_get_active (self->second_ready));

  if (begin != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (begin), both);
}

static void
name_ready (GtkToggleButton *button,
            ReknitPartner   *partner)
{
  g_autofree char *label = NULL;

  if (partner == NULL)
    return;
  /* Translators: on a button that a partner presses when they have put their phone away; %s is their name. */
  label = g_strdup_printf (_("%s Is Ready"), reknit_partner_get_name (partner));
  gtk_button_set_label (GTK_BUTTON (button), label);
}

static void
show_current (ReknitUnplugPage *self)
{
  gtk_widget_set_visible (self->current, self->running != NULL);
  gtk_widget_set_visible (self->chooser, self->running == NULL);
  if (self->running != NULL)
    {
      g_autofree char *moment =
        reknit_time_text_for_moment (reknit_clock_get_default (), reknit_record_get_integer (self->running, "ends"));
      /* Translators: %s is a day and a time: “Today, 20:30” */
      g_autofree char *text = g_strdup_printf (_("It is over: %s"), moment);

      gtk_label_set_label (self->current_label, text);
    }
}

static void
refresh (ReknitUnplugPage *self)
{
  ReknitSeats *seats = get_seats (self);
  g_autofree char *rules = reknit_agreement_text_for_card (seats, REKNIT_AGREEMENT_PHONE_FREE);

  g_clear_object (&self->running);
  self->running = reknit_unplugged_find_running (get_store (self));
  show_current (self);
  gtk_widget_set_visible (self->ready_row, reknit_seats_has_couple (seats));
  name_ready (self->first_ready, reknit_seats_get_first (seats));
  name_ready (self->second_ready, reknit_seats_get_second (seats));
  adw_action_row_set_subtitle (self->rules_row, rules != NULL ? rules : _("Nothing agreed yet"));
  gtk_widget_set_visible (self->past, g_list_model_get_n_items (G_LIST_MODEL (self->times)) > 0);
  update_ready (self);
}

static void
on_store_changed (ReknitUnplugPage *self,
                  ReknitChangeSet  *changes)
{
  static const char *const tables[] = { "unplugged", "agreement", "agreement_revision", "signature", "partner" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (reknit_change_set_is_everything (changes) || reknit_change_set_has_table (changes, tables[i]))
      {
        refresh (self);
        return;
      }
}

static void
on_times_changed (ReknitUnplugPage *self)
{
  gtk_widget_set_visible (self->past, g_list_model_get_n_items (G_LIST_MODEL (self->times)) > 0);
}

static void
on_length (ReknitUnplugPage *self,
           GtkButton        *button)
{
  gtk_spin_button_set_value (self->minutes, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "reknit-minutes")));
}

static void
on_begin (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  ReknitUnplugPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitUnplugged) time = NULL;

  if (self->running != NULL)
    return;
  time = reknit_unplugged_begin (get_store (self), gtk_spin_button_get_value_as_int (self->minutes), &error);
  if (time == NULL)
    {
      reknit_practice_page_error_toast (REKNIT_PRACTICE_PAGE (self), error);
      return;
    }
  gtk_toggle_button_set_active (self->first_ready, FALSE);
  gtk_toggle_button_set_active (self->second_ready, FALSE);
  open_session (self, time);
}

static void
on_clock (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  ReknitUnplugPage *self = user_data;

  if (self->running != NULL)
    open_session (self, self->running);
}

static void
on_rules (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  ReknitPracticePage *page = user_data;

  if (reknit_practice_page_get_subpage (page) == NULL)
    reknit_practice_page_push (page, reknit_agreement_view_new (page, REKNIT_AGREEMENT_PHONE_FREE),
                               reknit_agreement_texts_for_kind (REKNIT_AGREEMENT_PHONE_FREE)->title);
}

static GtkWidget *
create_past_row (gpointer item,
                 gpointer user_data)
{
  gint64 started = reknit_record_get_integer (item, "started");
  g_autofree char *day = reknit_time_text_for_day (reknit_clock_get_default (), started);
  g_autofree char *span = reknit_time_text_for_span (MAX (reknit_record_get_integer (item, "ended") - started, 60));

  return g_object_new (ADW_TYPE_ACTION_ROW, "title", day, "subtitle", span, NULL);
}

static void
add_lengths (ReknitUnplugPage *self)
{
  static const int minutes[] = { 20, 45, 60, 120 };

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autofree char *label = reknit_time_text_for_span (minutes[i] * 60);
      GtkWidget *button = gtk_button_new_with_label (label);

      g_object_set_data (G_OBJECT (button), "reknit-minutes", GINT_TO_POINTER (minutes[i]));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_length), self, G_CONNECT_SWAPPED);
      reknit_wrap_box_append (self->lengths, button);
    }
}

/* The clock goes on whoever sits here, and what the two agreed on is theirs in every seat. */
static void
reknit_unplug_page_seat_changed (ReknitPracticePage *page)
{
  GtkWidget *subpage = reknit_practice_page_get_subpage (page);

  if (!REKNIT_IS_UNPLUG_SESSION (subpage) && !REKNIT_IS_AGREEMENT_VIEW (subpage))
    reknit_practice_page_pop_all (page);
}

static void
reknit_unplug_page_open_subject (ReknitPracticePage *page,
                                 const char         *table,
                                 gint64              id)
{
  ReknitUnplugPage *self = REKNIT_UNPLUG_PAGE (page);
  g_autoptr (ReknitUnplugged) time = reknit_store_find (get_store (self), REKNIT_TYPE_UNPLUGGED, id);

  if (time != NULL)
    open_session (self, time);
}

static void
reknit_unplug_page_constructed (GObject *object)
{
  static const GActionEntry entries[] = { { "begin", on_begin }, { "clock", on_clock }, { "rules", on_rules } };
  ReknitUnplugPage *self = REKNIT_UNPLUG_PAGE (object);
  g_autoptr (ReknitQuery) query = reknit_query_limit (reknit_unplugged_query_past (), N_PAST);

  G_OBJECT_CLASS (reknit_unplug_page_parent_class)->constructed (object);

  g_action_map_add_action_entries (reknit_practice_page_get_actions (REKNIT_PRACTICE_PAGE (self)),
                                   entries, G_N_ELEMENTS (entries), self);
  reknit_practice_page_set_child (REKNIT_PRACTICE_PAGE (self), self->view);
  add_lengths (self);
  self->times = reknit_query_list_new (get_store (self), query);
  gtk_list_box_bind_model (self->past_list, G_LIST_MODEL (self->times), create_past_row, NULL, NULL);
  g_signal_connect_object (self->times, "items-changed", G_CALLBACK (on_times_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_seats (self), "notify::has-couple", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
reknit_unplug_page_dispose (GObject *object)
{
  ReknitUnplugPage *self = REKNIT_UNPLUG_PAGE (object);

  reknit_practice_page_set_child (REKNIT_PRACTICE_PAGE (self), NULL);
  g_clear_object (&self->times);
  g_clear_object (&self->running);
  G_OBJECT_CLASS (reknit_unplug_page_parent_class)->dispose (object);
}

static void
reknit_unplug_page_class_init (ReknitUnplugPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = reknit_unplug_page_constructed;
  object_class->dispose = reknit_unplug_page_dispose;
  REKNIT_PRACTICE_PAGE_CLASS (klass)->open_subject = reknit_unplug_page_open_subject;
  REKNIT_PRACTICE_PAGE_CLASS (klass)->seat_changed = reknit_unplug_page_seat_changed;

  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-unplug-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitUnplugPage, view);
  gtk_widget_class_bind_template_child (widget_class, ReknitUnplugPage, current);
  gtk_widget_class_bind_template_child (widget_class, ReknitUnplugPage, current_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitUnplugPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, ReknitUnplugPage, lengths);
  gtk_widget_class_bind_template_child (widget_class, ReknitUnplugPage, minutes);
  gtk_widget_class_bind_template_child (widget_class, ReknitUnplugPage, ready_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitUnplugPage, first_ready);
  gtk_widget_class_bind_template_child (widget_class, ReknitUnplugPage, second_ready);
  gtk_widget_class_bind_template_child (widget_class, ReknitUnplugPage, rules_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitUnplugPage, past);
  gtk_widget_class_bind_template_child (widget_class, ReknitUnplugPage, past_list);
  gtk_widget_class_bind_template_callback (widget_class, update_ready);
}

static void
reknit_unplug_page_init (ReknitUnplugPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe (ReknitSeats    *seats,
          ReknitPractice *practice)
{
  g_autoptr (ReknitUnplugged) running = reknit_unplugged_find_running (reknit_seats_get_store (seats));
  g_autoptr (ReknitQuery) query = reknit_unplugged_query_past ();
  g_autoptr (ReknitUnplugged) last = NULL;
  g_autofree char *day = NULL;

  if (running != NULL)
    return g_strdup (_("The devices are away"));
  last = reknit_store_first (reknit_seats_get_store (seats), query);
  if (last == NULL)
    return reknit_agreement_text_for_card (seats, REKNIT_AGREEMENT_PHONE_FREE);
  day = reknit_time_text_for_day (reknit_clock_get_default (), reknit_record_get_integer (last, "started"));
  /* Translators: %s is a day, such as “Sunday” or “3 May” */
  return g_strdup_printf (_("Last time: %s"), day);
}

/**
 * reknit_unplug_page_register:
 *
 * Makes the page the one that works the tool "unplug".
 */
void
reknit_unplug_page_register (void)
{
  reknit_tools_register ("unplug", REKNIT_TYPE_UNPLUG_PAGE);
  reknit_tools_register_live_line ("unplug", describe);
}
