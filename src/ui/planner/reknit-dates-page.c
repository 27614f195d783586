#include "reknit-dates-page.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-clock.h"
#include "reknit-day-entry.h"
#include "reknit-local-time.h"
#include "reknit-occasion-list.h"
#include "reknit-occasion-text.h"
#include "reknit-plan-title.h"
#include "reknit-tools.h"
#include "reknit-wrap-box.h"

#define N_SHOWN 4
/* What lies further back is in the planner. */
#define LOOK_BACK_DAYS 92
#define LOOK_AHEAD_DAYS 366

#define DATES (REKNIT_PLAN_KIND_BIT (REKNIT_PLAN_KIND_DATE) | REKNIT_PLAN_KIND_BIT (REKNIT_PLAN_KIND_CLOSENESS) \
               | REKNIT_PLAN_KIND_BIT (REKNIT_PLAN_KIND_SPECIAL_DAY))

/**
 * ReknitDatesPage:
 *
 * What the two have planned next and did last, and the way to the planner.
 */
struct _ReknitDatesPage
{
  ReknitPracticePage   parent_instance;

  ReknitOccasionList  *next;
  ReknitOccasionList  *last;

  GtkLabel            *next_title;
  GtkLabel            *next_line;
  ReknitWrapBox       *buttons;
  AdwPreferencesGroup *next_group;
  GtkListBox          *next_list;
  AdwPreferencesGroup *last_group;
  GtkListBox          *last_list;
};

G_DEFINE_FINAL_TYPE (ReknitDatesPage, reknit_dates_page, REKNIT_TYPE_PRACTICE_PAGE)

static ReknitSeats *
get_seats (ReknitDatesPage *self)
{
  return reknit_practice_page_get_seats (REKNIT_PRACTICE_PAGE (self));
}

static void
add_row (ReknitDatesPage *self,
         GtkListBox      *list,
         ReknitOccasion  *occasion)
{
  g_autofree char *title = reknit_plan_dup_title (reknit_occasion_get_plan (occasion));
  g_autofree char *moment = reknit_occasion_text_moment (occasion);
  g_autofree char *planner = reknit_occasion_text_planner (get_seats (self), occasion);
  g_autofree char *ready = reknit_occasion_text_ready (occasion);
  char *pieces[] = { moment, planner, ready, NULL };
  g_autofree char *line = reknit_occasion_text_join (pieces, " · ");
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", line, "activatable", TRUE,
                                 "action-name", "app.open-plan", "action-target", reknit_occasion_to_target (occasion), NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (reknit_occasion_text_icon_name (occasion)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (list, row);
}

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
show_next (ReknitDatesPage *self)
{
  GListModel *model = G_LIST_MODEL (self->next);
  guint n_shown = 0;

  clear (self->next_list);
  for (guint i = 0; i < g_list_model_get_n_items (model) && n_shown < N_SHOWN; i++)
    {
      g_autoptr (ReknitOccasion) occasion = g_list_model_get_item (model, i);

      if (reknit_plan_get_state (reknit_occasion_get_plan (occasion)) == REKNIT_PLAN_STATE_DONE)
        continue;
      add_row (self, self->next_list, occasion);
      n_shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->next_group), n_shown > 0);
}

static void
show_last (ReknitDatesPage *self)
{
  GListModel *model = G_LIST_MODEL (self->last);
  guint n_shown = 0;

  clear (self->last_list);
  for (guint i = g_list_model_get_n_items (model); i > 0 && n_shown < N_SHOWN; i--)
    {
      g_autoptr (ReknitOccasion) occasion = g_list_model_get_item (model, i - 1);

      if (reknit_occasion_get_kind (occasion) == REKNIT_PLAN_KIND_SPECIAL_DAY)
        continue;
      add_row (self, self->last_list, occasion);
      n_shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->last_group), n_shown > 0);
}

static void
update (ReknitDatesPage *self)
{
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  g_autoptr (ReknitOccasion) occasion =
    reknit_occasions_next (reknit_seats_get_store (get_seats (self)), DATES & ~REKNIT_PLAN_KIND_BIT (REKNIT_PLAN_KIND_SPECIAL_DAY), now);
  g_autofree char *title = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *line = NULL;

  if (occasion != NULL)
    {
      title = reknit_plan_dup_title (reknit_occasion_get_plan (occasion));
      moment = reknit_occasion_text_span (occasion);
      line = reknit_occasion_text_planner (get_seats (self), occasion);
    }
  gtk_label_set_label (self->next_title, title != NULL ? title : _("No Date Planned"));
  if (occasion != NULL)
    {
      char *pieces[] = { moment, line, NULL };
      g_autofree char *text = reknit_occasion_text_join (pieces, " · ");

      gtk_label_set_label (self->next_line, text);
    }
  else
    {
      gtk_label_set_label (self->next_line, _("An evening for the two of you needs only a day. The rest can be filled in later."));
    }
  show_next (self);
  show_last (self);
}

static void
add_button (ReknitDatesPage *self,
            const char      *label,
            const char      *action,
            gboolean         suggested)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  reknit_wrap_box_append (self->buttons, button);
}

static void
reknit_dates_page_open_subject (ReknitPracticePage *page,
                                const char         *table,
                                gint64              id)
{
  ReknitStore *store = reknit_practice_page_get_store (page);
  GType types[] = { REKNIT_TYPE_PLAN_DETAILS };
  g_autoptr (ReknitRecord) record = NULL;
  g_autoptr (ReknitPlan) plan = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (table, reknit_record_type_get_table (types[i])))
      record = reknit_store_find (store, types[i], id);
  if (record != NULL)
    plan = reknit_store_find (store, REKNIT_TYPE_PLAN, reknit_record_get_integer (record, "plan"));
  else if (g_str_equal (table, reknit_record_type_get_table (REKNIT_TYPE_PLAN)))
    plan = reknit_store_find (store, REKNIT_TYPE_PLAN, id);
  if (plan != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "app.open-plan", "(xs)", reknit_record_get_id (REKNIT_RECORD (plan)),
                                reknit_record_get_text (plan, "starts"));
}

static void
reknit_dates_page_constructed (GObject *object)
{
  ReknitDatesPage *self = REKNIT_DATES_PAGE (object);
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  g_autoptr (GDateTime) from = g_date_time_add_days (now, -LOOK_BACK_DAYS);
  g_autoptr (GDateTime) until = g_date_time_add_days (now, LOOK_AHEAD_DAYS);
  ReknitStore *store = reknit_practice_page_get_store (REKNIT_PRACTICE_PAGE (self));

  G_OBJECT_CLASS (reknit_dates_page_parent_class)->constructed (object);
  add_button (self, _("Plan a Date"), "app.plan-date", TRUE);
  add_button (self, _("Open the Planner"), "app.open-planner", FALSE);
  self->next = reknit_occasion_list_new (store, DATES);
  self->last = reknit_occasion_list_new (store, DATES);
  reknit_occasion_list_set_range (self->next, now, until);
  reknit_occasion_list_set_range (self->last, from, now);
  g_signal_connect_object (self->next, "details-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->last, "details-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
reknit_dates_page_dispose (GObject *object)
{
  ReknitDatesPage *self = REKNIT_DATES_PAGE (object);

  g_clear_object (&self->next);
  g_clear_object (&self->last);
  gtk_widget_dispose_template (GTK_WIDGET (self), REKNIT_TYPE_DATES_PAGE);
  G_OBJECT_CLASS (reknit_dates_page_parent_class)->dispose (object);
}

static void
reknit_dates_page_class_init (ReknitDatesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = reknit_dates_page_constructed;
  object_class->dispose = reknit_dates_page_dispose;
  REKNIT_PRACTICE_PAGE_CLASS (klass)->open_subject = reknit_dates_page_open_subject;
  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-dates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitDatesPage, next_title);
  gtk_widget_class_bind_template_child (widget_class, ReknitDatesPage, next_line);
  gtk_widget_class_bind_template_child (widget_class, ReknitDatesPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, ReknitDatesPage, next_group);
  gtk_widget_class_bind_template_child (widget_class, ReknitDatesPage, next_list);
  gtk_widget_class_bind_template_child (widget_class, ReknitDatesPage, last_group);
  gtk_widget_class_bind_template_child (widget_class, ReknitDatesPage, last_list);
}

static void
reknit_dates_page_init (ReknitDatesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe (ReknitSeats    *seats,
          ReknitPractice *practice)
{
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  g_autoptr (ReknitOccasion) occasion =
    reknit_occasions_next (reknit_seats_get_store (seats), DATES & ~REKNIT_PLAN_KIND_BIT (REKNIT_PLAN_KIND_SPECIAL_DAY), now);
  g_autofree char *moment = occasion != NULL ? reknit_occasion_text_moment (occasion) : NULL;
  g_autofree char *planner = occasion != NULL ? reknit_occasion_text_planner (seats, occasion) : NULL;
  char *pieces[] = { moment, planner, NULL };

  return occasion != NULL ? reknit_occasion_text_join (pieces, " · ") : NULL;
}

/**
 * reknit_dates_page_register:
 *
 * Makes the page the one that works the planner of dates.
 */
void
reknit_dates_page_register (void)
{
  reknit_tools_register ("date-planner", REKNIT_TYPE_DATES_PAGE);
  reknit_tools_register_live_line ("date-planner", describe);
}
