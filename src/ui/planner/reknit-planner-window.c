#include "reknit-planner-window.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-day-entry.h"
#include "reknit-idea-finder.h"
#include "reknit-local-time.h"
#include "reknit-occasion-list.h"
#include "reknit-occasion-lock.h"
#include "reknit-occasion-text.h"
#include "reknit-plan-title.h"
#include "reknit-plan-export.h"
#include "reknit-plan-form.h"
#include "reknit-plan-page.h"
#include "reknit-planner.h"
#include "reknit-seat-switcher.h"
#include "reknit-title-below.h"
#include "reknit-toasts.h"

/**
 * ReknitPlannerWindow:
 *
 * The planner: the calendar of the two, and over it a plan or the form for one. What is done to a plan anywhere in it is
 * done here, by actions that know the plan by its id.
 */
struct _ReknitPlannerWindow
{
  ReknitSeatedWindow  parent_instance;

  ReknitPlannerView  *view;
  GPtrArray          *trail;
  ReknitHandOver     *hand_over;

  GtkWidget          *switcher;
  ReknitTitlePlace   *title;
  GtkWidget          *back_button;
  GtkWidget          *plan_buttons;
  GtkStack           *pages;
};

G_DEFINE_FINAL_TYPE (ReknitPlannerWindow, reknit_planner_window, REKNIT_TYPE_SEATED_WINDOW)

static ReknitSeats *
get_seats (ReknitPlannerWindow *self)
{
  return reknit_seated_window_get_seats (REKNIT_SEATED_WINDOW (self));
}

static ReknitStore *
get_store (ReknitPlannerWindow *self)
{
  return reknit_seats_get_store (get_seats (self));
}

static void
show_top (ReknitPlannerWindow *self)
{
  GtkWidget *page = reknit_planner_window_get_page (self);
  const char *name = page != NULL ? gtk_stack_page_get_title (gtk_stack_get_page (self->pages, page)) : _("Dates");

  gtk_stack_set_visible_child (self->pages, page != NULL ? page : GTK_WIDGET (self->view));
  g_object_set (self->title, "title", name, "titled", page == NULL || REKNIT_IS_PLAN_PAGE (page), NULL);
  gtk_widget_set_visible (self->back_button, page != NULL);
  gtk_widget_set_visible (self->plan_buttons, page == NULL);
}

static void
push (ReknitPlannerWindow *self,
      GtkWidget           *page,
      const char          *title)
{
  reknit_toast_drop_undo (GTK_WIDGET (self->pages));
  gtk_stack_add_titled (self->pages, page, NULL, title);
  g_ptr_array_add (self->trail, page);
  show_top (self);
}

static void
pop (ReknitPlannerWindow *self,
     guint                keep)
{
  while (self->trail->len > keep)
    {
      GtkWidget *page = g_ptr_array_steal_index (self->trail, self->trail->len - 1);

      show_top (self);
      gtk_stack_remove (self->pages, page);
    }
}

static void
on_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  ReknitPlannerWindow *self = REKNIT_PLANNER_WINDOW (widget);

  pop (self, MAX (self->trail->len, 1) - 1);
  if (self->trail->len == 0)
    gtk_widget_grab_focus (GTK_WIDGET (reknit_planner_view_get_month (self->view)));
}

static GDateTime *
parse_day (const char *text)
{
  g_autofree char *time = g_strconcat (text, "T00:00:00", NULL);

  return reknit_local_time_parse (time);
}

static ReknitOccasion *
find_occasion (ReknitPlannerWindow *self,
               GVariant            *target)
{
  gint64 plan;
  const char *text;
  g_autoptr (GDateTime) starts = NULL;

  g_variant_get (target, "(x&s)", &plan, &text);
  starts = reknit_local_time_parse (text);
  return starts != NULL ? reknit_occasions_find (get_store (self), plan, starts) : NULL;
}

/* Whoever may not change it is told so. */
static gboolean
refuse (ReknitPlannerWindow *self,
        ReknitOccasion      *occasion)
{
  g_autofree char *lock = reknit_occasion_text_lock (occasion, get_seats (self));

  if (*lock != '\0')
    reknit_toast (GTK_WIDGET (self->pages), lock);
  return *lock != '\0';
}

static void
on_top_gone (ReknitPlannerWindow *self)
{
  pop (self, 0);
}

static void
open_occasion (ReknitPlannerWindow *self,
               ReknitOccasion      *occasion)
{
  GtkWidget *page = reknit_plan_page_new (get_seats (self), occasion);

  g_signal_connect_object (page, "gone", G_CALLBACK (on_top_gone), self, G_CONNECT_SWAPPED);
  pop (self, 0);
  push (self, page, reknit_plan_kind_get_title (reknit_occasion_get_kind (occasion)));
}

static void
on_saved (ReknitPlannerWindow *self,
          ReknitPlan          *plan)
{
  g_autoptr (ReknitOccasion) occasion = reknit_occasion_new_for_plan (plan);
  g_autofree char *day = reknit_occasion_text_day (reknit_occasion_get_starts (occasion));
  /* Translators: %s is a day: “Friday 4 December” */
  g_autofree char *text = g_strdup_printf (_("Saved for %s"), day);

  reknit_planner_view_set_day (self->view, reknit_occasion_get_starts (occasion));
  open_occasion (self, occasion);
  reknit_toast_undo (GTK_WIDGET (self->pages), text);
}

static ReknitPlanForm *
open_form (ReknitPlannerWindow *self,
           ReknitOccasion      *occasion)
{
  GtkWidget *form = reknit_plan_form_new (get_seats (self), occasion);

  g_signal_connect_object (form, "done", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  push (self, form, occasion != NULL ? _("Change Plan") : _("Plan a Date"));
  gtk_widget_grab_focus (form);
  return REKNIT_PLAN_FORM (form);
}

static void
on_plan (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  const char *text = g_variant_get_string (parameter, NULL);
  g_autoptr (GDateTime) day = *text != '\0' ? parse_day (text) : NULL;

  reknit_planner_window_plan (REKNIT_PLANNER_WINDOW (widget), day);
}

static void
on_idea (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  if (parameter != NULL)
    reknit_planner_window_plan_idea (REKNIT_PLANNER_WINDOW (widget), g_variant_get_string (parameter, NULL));
  else
    reknit_planner_window_find_idea (REKNIT_PLANNER_WINDOW (widget));
}

static void
on_open (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  ReknitPlannerWindow *self = REKNIT_PLANNER_WINDOW (widget);
  g_autoptr (ReknitOccasion) occasion = find_occasion (self, parameter);

  if (occasion == NULL)
    return;
  if (!g_str_equal (action, "planner.edit"))
    open_occasion (self, occasion);
  else if (!refuse (self, occasion) && reknit_occasion_can_be_read (occasion))
    open_form (self, occasion);
}

static void
on_call_off (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ReknitPlannerWindow *self = REKNIT_PLANNER_WINDOW (widget);
  g_autoptr (ReknitOccasion) occasion = find_occasion (self, parameter);
  gboolean special = occasion != NULL && reknit_occasion_get_kind (occasion) == REKNIT_PLAN_KIND_SPECIAL_DAY;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (occasion == NULL
      || (!reknit_occasion_may_be_called_off (occasion, get_seats (self)) && refuse (self, occasion)))
    return;
  /* A special day is deleted as such; called off once, it would still come back next year. */
  done = special ? reknit_planner_remove (get_store (self), _("Delete Special Day"), reknit_occasion_get_plan (occasion), &error)
                 : reknit_planner_call_off (get_store (self), _("Call Off"), occasion, &error);
  if (done)
    reknit_toast_undo (GTK_WIDGET (self->pages), special ? _("Special day deleted") : _("Called off"));
  else
    reknit_toast (GTK_WIDGET (self->pages), error->message);
}

static void
on_moved (ReknitPlannerWindow *self,
          ReknitOccasion      *moved)
{
  GDateTime *starts = reknit_occasion_get_starts (moved);
  g_autofree char *day = reknit_occasion_text_day (starts);
  /* Translators: %s is a day: “Friday 4 December” */
  g_autofree char *text = g_strdup_printf (_("Moved to %s"), day);

  reknit_planner_view_set_day (self->view, starts);
  reknit_month_view_focus (reknit_planner_view_get_month (self->view),
                           reknit_record_get_id (REKNIT_RECORD (reknit_occasion_get_plan (moved))));
  reknit_toast_undo (GTK_WIDGET (self->pages), text);
}

static void
on_move (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  ReknitPlannerWindow *self = REKNIT_PLANNER_WINDOW (widget);
  gint64 plan;
  const char *text;
  int days;
  g_autoptr (GDateTime) before = NULL;
  g_autoptr (GDateTime) starts = NULL;
  g_autoptr (GDateTime) ends = NULL;
  g_autoptr (ReknitOccasion) occasion = NULL;
  g_autoptr (ReknitOccasion) moved = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(x&si)", &plan, &text, &days);
  before = reknit_local_time_parse (text);
  occasion = before != NULL ? reknit_occasions_find (get_store (self), plan, before) : NULL;
  if (occasion == NULL || refuse (self, occasion))
    return;
  starts = g_date_time_add_days (reknit_occasion_get_starts (occasion), days);
  ends = g_date_time_add_full (reknit_occasion_get_ends (occasion), 0, 0, days, 0, 0,
                               reknit_occasion_is_all_day (occasion) ? -1 : 0);
  if (!reknit_planner_set_time (get_store (self), _("Move Plan"), occasion, starts, ends,
                                reknit_occasion_is_all_day (occasion), &error))
    {
      reknit_toast (GTK_WIDGET (self->pages), error->message);
      return;
    }
  moved = reknit_occasions_find (get_store (self), plan, before);
  if (moved != NULL)
    on_moved (self, moved);
}

static void
on_select (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_autoptr (GDateTime) day = parse_day (g_variant_get_string (parameter, NULL));

  if (day != NULL)
    reknit_planner_view_set_day (REKNIT_PLANNER_WINDOW (widget)->view, day);
}

static void
on_list (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  reknit_planner_view_set_listing (REKNIT_PLANNER_WINDOW (widget)->view, TRUE);
}

/* One plan by its id, or all with 0. */
static void
on_export (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  ReknitPlannerWindow *self = REKNIT_PLANNER_WINDOW (widget);

  reknit_plan_export_run (GTK_WIDGET (self->pages), get_store (self), g_variant_get_int64 (parameter),
                          g_str_equal (action, "planner.export") ? NULL : self->hand_over);
}

static void
reknit_planner_window_constructed (GObject *object)
{
  ReknitPlannerWindow *self = REKNIT_PLANNER_WINDOW (object);
  ReknitSeats *seats = get_seats (self);

  G_OBJECT_CLASS (reknit_planner_window_parent_class)->constructed (object);

  g_object_set (self->switcher, "seats", seats, NULL);
  self->hand_over = reknit_plan_export_make_hand_over (get_store (self));
  self->view = REKNIT_PLANNER_VIEW (reknit_planner_view_new (seats));
  gtk_stack_add_child (self->pages, GTK_WIDGET (self->view));
  g_signal_connect_object (seats, "notify::current", G_CALLBACK (on_top_gone), self, G_CONNECT_SWAPPED);
  show_top (self);
}

static void
reknit_planner_window_finalize (GObject *object)
{
  g_ptr_array_unref (REKNIT_PLANNER_WINDOW (object)->trail);
  g_clear_object (&REKNIT_PLANNER_WINDOW (object)->hand_over);
  G_OBJECT_CLASS (reknit_planner_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "planner.select", "s", on_select);
  gtk_widget_class_install_action (widget_class, "planner.plan", "s", on_plan);
  gtk_widget_class_install_action (widget_class, "planner.find-idea", NULL, on_idea);
  gtk_widget_class_install_action (widget_class, "planner.plan-idea", "s", on_idea);
  gtk_widget_class_install_action (widget_class, "planner.open", "(xs)", on_open);
  gtk_widget_class_install_action (widget_class, "planner.edit", "(xs)", on_open);
  gtk_widget_class_install_action (widget_class, "planner.move", "(xsi)", on_move);
  gtk_widget_class_install_action (widget_class, "planner.call-off", "(xs)", on_call_off);
  gtk_widget_class_install_action (widget_class, "planner.list", NULL, on_list);
  gtk_widget_class_install_action (widget_class, "planner.export", "x", on_export);
  gtk_widget_class_install_action (widget_class, "planner.hand-over", "x", on_export);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "planner.plan", "s", "");
}

static void
reknit_planner_window_class_init (ReknitPlannerWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = reknit_planner_window_constructed;
  object_class->finalize = reknit_planner_window_finalize;
  g_type_ensure (REKNIT_TYPE_SEAT_SWITCHER);
  g_type_ensure (REKNIT_TYPE_TITLE_BELOW);
  g_type_ensure (REKNIT_TYPE_TITLE_PLACE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-planner-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitPlannerWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlannerWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlannerWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlannerWindow, plan_buttons);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlannerWindow, pages);
  install_actions (widget_class);
}

static void
reknit_planner_window_init (ReknitPlannerWindow *self)
{
  self->trail = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_planner_window_new:
 * @application: (nullable): the application
 * @seats: the seats
 *
 * Returns: (transfer floating): the planner, on this month
 */
GtkWidget *
reknit_planner_window_new (GtkApplication *application,
                           ReknitSeats    *seats)
{
  return g_object_new (REKNIT_TYPE_PLANNER_WINDOW, "application", application, "seats", seats, NULL);
}

/**
 * reknit_planner_window_get_view:
 *
 * Returns: (transfer none): the calendar and the list
 */
ReknitPlannerView *
reknit_planner_window_get_view (ReknitPlannerWindow *self)
{
  return self->view;
}

/**
 * reknit_planner_window_get_page:
 *
 * Returns: (transfer none) (nullable): the plan or the form that is over the calendar
 */
GtkWidget *
reknit_planner_window_get_page (ReknitPlannerWindow *self)
{
  return self->trail->len > 0 ? g_ptr_array_index (self->trail, self->trail->len - 1) : NULL;
}

/**
 * reknit_planner_window_plan:
 * @day: (nullable): local time of the day that was chosen for it
 *
 * Opens the form for something new.
 */
void
reknit_planner_window_plan (ReknitPlannerWindow *self,
                            GDateTime           *day)
{
  pop (self, 0);
  reknit_plan_form_suggest (open_form (self, NULL), day, NULL, NULL, NULL);
}

/**
 * reknit_planner_window_find_idea:
 *
 * Opens the finder of ideas.
 */
void
reknit_planner_window_find_idea (ReknitPlannerWindow *self)
{
  GtkWidget *finder = reknit_idea_finder_new (get_seats (self));

  pop (self, 0);
  push (self, finder, _("Find an Idea"));
  gtk_widget_grab_focus (finder);
}

/**
 * reknit_planner_window_plan_idea:
 * @key: what ratings and plans call the idea by
 *
 * Opens the form with an idea in it, for the two to choose a day. The way back leads to the finder, if that is open.
 */
void
reknit_planner_window_plan_idea (ReknitPlannerWindow *self,
                                 const char          *key)
{
  g_autoptr (ReknitIdeaChoice) choice = reknit_idea_pool_find (get_store (self), key);

  if (choice == NULL)
    return;
  pop (self, self->trail->len > 0 && REKNIT_IS_IDEA_FINDER (self->trail->pdata[0]) ? 1 : 0);
  reknit_plan_form_suggest (open_form (self, NULL), NULL, reknit_idea_choice_get_title (choice),
                            reknit_idea_choice_get_summary (choice), key);
}

/**
 * reknit_planner_window_open_plan:
 * @plan: the id of a plan
 * @starts: (nullable): which time of a series, in local time; %NULL for the plan’s own
 *
 * Shows a plan, where a reminder or a find leads; the calendar if there is none any more.
 */
void
reknit_planner_window_open_plan (ReknitPlannerWindow *self,
                                 gint64               plan,
                                 GDateTime           *starts)
{
  g_autoptr (ReknitPlan) record = reknit_store_find (get_store (self), REKNIT_TYPE_PLAN, plan);
  g_autoptr (GDateTime) first = record != NULL ? reknit_plan_get_starts (record) : NULL;
  g_autoptr (ReknitOccasion) occasion =
    first != NULL ? reknit_occasions_find (get_store (self), plan, starts != NULL ? starts : first) : NULL;

  pop (self, 0);
  if (occasion == NULL)
    return;
  reknit_planner_view_set_day (self->view, reknit_occasion_get_starts (occasion));
  open_occasion (self, occasion);
}
