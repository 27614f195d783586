#include "reknit-agenda-view.h"

#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-agenda-row.h"
#include "reknit-day-entry.h"
#include "reknit-local-time.h"
#include "reknit-occasion-list.h"
#include "reknit-wrap-box.h"

#define N_MONTHS    12
#define FIRST_FRAME 2
#define LAST_FRAME  30
#define N_STANDING  3
#define EMPTY_ICON  "reknit-dates-symbolic"

/**
 * ReknitAgendaView:
 *
 * What takes place from the first of a month on, for a year, as a list.
 */
struct _ReknitAgendaView
{
  GtkWidget           parent_instance;

  ReknitSeats        *seats;
  ReknitOccasionList *occasions;
  GPtrArray          *bound;
  GDateTime          *day;
  guint               kept;
  int                 width;
  guint               tick;
  int                 n_frames;
  int                 n_standing;

  GtkWidget          *stack;
  GtkListView        *list;
  AdwStatusPage      *empty;
};

G_DEFINE_FINAL_TYPE (ReknitAgendaView, reknit_agenda_view, GTK_TYPE_WIDGET)

static void
show_row (ReknitAgendaView *self,
          GtkListItem      *item)
{
  guint position = gtk_list_item_get_position (item);
  g_autoptr (ReknitOccasion) before =
    position > 0 && position != GTK_INVALID_LIST_POSITION ? g_list_model_get_item (G_LIST_MODEL (self->occasions), position - 1) : NULL;

  reknit_agenda_row_show (REKNIT_AGENDA_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item), before);
}

static void
on_setup (ReknitAgendaView *self,
          GtkListItem      *item)
{
  gtk_list_item_set_child (item, reknit_agenda_row_new (self->seats));
}

static void
on_bind (ReknitAgendaView *self,
         GtkListItem      *item)
{
  g_ptr_array_add (self->bound, item);
  show_row (self, item);
}

static void
on_unbind (ReknitAgendaView *self,
           GtkListItem      *item)
{
  g_ptr_array_remove_fast (self->bound, item);
}

static void
update (ReknitAgendaView *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->occasions)) == 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), empty ? "empty" : "list");
  for (guint i = 0; i < self->bound->len; i++)
    show_row (self, self->bound->pdata[i]);
}

static void
on_activate (ReknitAgendaView *self,
             guint             position)
{
  g_autoptr (ReknitOccasion) occasion = g_list_model_get_item (G_LIST_MODEL (self->occasions), position);

  reknit_occasion_activate (GTK_WIDGET (self), "planner.open", occasion);
}

static void
stop_scrolling (ReknitAgendaView *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

/* What is not over when the day begins. */
static guint
find_position (ReknitAgendaView *self)
{
  GListModel *model = G_LIST_MODEL (self->occasions);
  guint position = 0;

  while (position + 1 < g_list_model_get_n_items (model))
    {
      g_autoptr (ReknitOccasion) occasion = g_list_model_get_item (model, position);

      if (g_date_time_compare (reknit_occasion_get_ends (occasion), self->day) > 0)
        break;
      position++;
    }
  return position;
}

static GtkWidget *
find_row (ReknitAgendaView *self,
          guint             position)
{
  for (guint i = 0; i < self->bound->len; i++)
    if (gtk_list_item_get_position (self->bound->pdata[i]) == position)
      return gtk_widget_get_parent (gtk_list_item_get_child (self->bound->pdata[i]));
  return NULL;
}

/* Whether it stood at the top. What is scrolled to stands anywhere in sight: its own place tells how far it is. */
static gboolean
bring_to_top (ReknitAgendaView *self,
              guint             position)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  double before = gtk_adjustment_get_value (adjustment);
  GtkWidget *row = find_row (self, position);
  graphene_rect_t bounds;

  /* Rows out of sight keep the place that they had before. */
  if (row == NULL || !gtk_widget_get_child_visible (row) || !gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds)
      || bounds.size.height <= 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
      return FALSE;
    }
  gtk_adjustment_set_value (adjustment, before + bounds.origin.y);
  return ABS (gtk_adjustment_get_value (adjustment) - before) < 1;
}

/* The rows have their places only when a frame was laid out. Rows come into sight that were only guessed at when it was
 * scrolled, so it takes some frames, and what stands at the top may be moved once more by those above it. */
static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  ReknitAgendaView *self = REKNIT_AGENDA_VIEW (widget);

  guint position = self->kept != GTK_INVALID_LIST_POSITION ? self->kept : find_position (self);

  self->n_frames++;
  if (self->n_frames < FIRST_FRAME)
    return G_SOURCE_CONTINUE;
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->occasions)) && self->n_frames < LAST_FRAME)
    {
      self->n_standing = bring_to_top (self, position) ? self->n_standing + 1 : 0;
      if (self->n_standing < N_STANDING)
        return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
start_scrolling (ReknitAgendaView *self)
{
  stop_scrolling (self);
  self->n_frames = 0;
  self->n_standing = 0;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/* Where the first row in sight stands in the list; GTK_INVALID_LIST_POSITION without any. */
static guint
find_top (ReknitAgendaView *self)
{
  guint top = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = self->bound->pdata[i];
      GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (item));
      graphene_rect_t bounds;

      if (row != NULL && gtk_widget_get_child_visible (row) && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds)
          && bounds.origin.y + bounds.size.height >= 1)
        top = MIN (top, gtk_list_item_get_position (item));
    }
  return top;
}

static void
reknit_agenda_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  gtk_widget_measure (REKNIT_AGENDA_VIEW (widget)->stack, orientation, for_size, minimum, natural, NULL, NULL);
}

/* Of another width, rows are of another height: what stood at the top is brought back there. */
static void
reknit_agenda_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  ReknitAgendaView *self = REKNIT_AGENDA_VIEW (widget);

  if (width != self->width && self->width != 0)
    {
      if (self->tick == 0)
        self->kept = find_top (self);
      start_scrolling (self);
    }
  self->width = width;
  gtk_widget_size_allocate (self->stack, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
reknit_agenda_view_dispose (GObject *object)
{
  ReknitAgendaView *self = REKNIT_AGENDA_VIEW (object);

  stop_scrolling (self);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->occasions);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_agenda_view_parent_class)->dispose (object);
}

static void
reknit_agenda_view_finalize (GObject *object)
{
  g_ptr_array_unref (REKNIT_AGENDA_VIEW (object)->bound);
  g_clear_pointer (&REKNIT_AGENDA_VIEW (object)->day, g_date_time_unref);
  G_OBJECT_CLASS (reknit_agenda_view_parent_class)->finalize (object);
}

static void
reknit_agenda_view_class_init (ReknitAgendaViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_agenda_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = reknit_agenda_view_finalize;
  GTK_WIDGET_CLASS (klass)->measure = reknit_agenda_view_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = reknit_agenda_view_size_allocate;
}

static GtkWidget *
make_empty_page (void)
{
  GtkWidget *box = reknit_wrap_box_new ();
  GtkWidget *plan = g_object_new (GTK_TYPE_BUTTON, "label", _("Plan a Date"), "action-name", "planner.plan", NULL);
  GtkWidget *find = g_object_new (GTK_TYPE_BUTTON, "label", _("Find an Idea"), "action-name", "planner.find-idea", NULL);
  GtkWidget *page = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", EMPTY_ICON, "title", _("Nothing Planned From Here On"),
                                  "description", _("An evening for the two of you needs only a day. The rest can be filled in later."),
                                  "child", box, NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (plan), "s", "");
  gtk_widget_add_css_class (plan, "pill");
  gtk_widget_add_css_class (plan, "suggested-action");
  gtk_widget_add_css_class (find, "pill");
  g_object_set (box, "spacing", 12, "halign", GTK_ALIGN_CENTER, NULL);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (box), plan);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (box), find);
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static void
reknit_agenda_view_init (ReknitAgendaView *self)
{
  self->bound = g_ptr_array_new ();
  self->kept = GTK_INVALID_LIST_POSITION;
  self->stack = g_object_new (GTK_TYPE_STACK, "vhomogeneous", FALSE, NULL);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

static void
make_list (ReknitAgendaView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->occasions)));
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP_SCROLLABLE, "maximum-size", 760, NULL);

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (model), factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "agenda");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is planned"), -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  self->empty = ADW_STATUS_PAGE (make_empty_page ());
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->empty), "empty");
}

/**
 * reknit_agenda_view_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): a list that is empty until it is given a day
 */
GtkWidget *
reknit_agenda_view_new (ReknitSeats *seats)
{
  ReknitAgendaView *self = g_object_new (REKNIT_TYPE_AGENDA_VIEW, NULL);

  self->seats = g_object_ref (seats);
  self->occasions = reknit_occasion_list_new (reknit_seats_get_store (seats), REKNIT_PLAN_KINDS_ALL);
  make_list (self);
  g_signal_connect_object (self->occasions, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->occasions, "details-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * reknit_agenda_view_set_day:
 * @day: local time
 *
 * Lists what takes place from the month of @day on, with that day at the top.
 */
void
reknit_agenda_view_set_day (ReknitAgendaView *self,
                            GDateTime        *day)
{
  g_autoptr (GDateTime) from = g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day), 1, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_add_months (from, N_MONTHS);
  GDateTime *before = reknit_occasion_list_get_from (self->occasions);

  if (before == NULL || !g_date_time_equal (before, from))
    reknit_occasion_list_set_range (self->occasions, from, until);
  g_date_time_ref (day);
  g_clear_pointer (&self->day, g_date_time_unref);
  self->day = day;
  self->kept = GTK_INVALID_LIST_POSITION;
  start_scrolling (self);
}

/**
 * reknit_agenda_view_set_below:
 * @below: whether it stands below the month, where there is no room for a picture above what can be done
 */
void
reknit_agenda_view_set_below (ReknitAgendaView *self,
                              gboolean          below)
{
  const char *icon = below ? NULL : EMPTY_ICON;

  if (g_strcmp0 (adw_status_page_get_icon_name (self->empty), icon) != 0)
    adw_status_page_set_icon_name (self->empty, icon);
}

/**
 * reknit_agenda_view_get_model:
 *
 * Returns: (transfer none): what is listed
 */
GListModel *
reknit_agenda_view_get_model (ReknitAgendaView *self)
{
  return G_LIST_MODEL (self->occasions);
}
