#include "reknit-navigator.h"

#include "reknit-config.h"
#include "reknit-content.h"
#include "reknit-insights-page.h"
#include "reknit-place.h"
#include "reknit-practice-page.h"
#include "reknit-search-page.h"
#include "reknit-strategy-page.h"
#include "reknit-today-page.h"
#include "reknit-tools.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitNavigator:
 *
 * Shows one page at a time and knows the way back. A page is made when it is opened and gone when it is left, so that
 * nothing private stays behind.
 */
struct _ReknitNavigator
{
  GtkWidget    parent_instance;

  ReknitSeats *seats;
  GtkStack    *stack;
  GPtrArray   *trail;
  GHashTable  *places;
  GtkWidget   *widget;
  gboolean     was_able_to_go_back;
};

enum { PROP_0, PROP_PAGE, PROP_TITLE, PROP_HEADER_START, PROP_CAN_GO_BACK, PROP_IMMERSIVE, PROP_HAS_GUIDANCE,
       PROP_TITLES_ITSELF, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitNavigator, reknit_navigator, GTK_TYPE_WIDGET)

static ReknitPracticePage *
get_practice_page (ReknitNavigator *self)
{
  return REKNIT_IS_PRACTICE_PAGE (self->widget) ? REKNIT_PRACTICE_PAGE (self->widget) : NULL;
}

static gboolean
has_guidance (ReknitNavigator *self)
{
  return self->widget != NULL && REKNIT_IS_PRACTICE_PAGE (self->widget)
         && G_OBJECT_TYPE (self->widget) != REKNIT_TYPE_PRACTICE_PAGE;
}

static gboolean
titles_itself (ReknitNavigator *self)
{
  ReknitPracticePage *practice = get_practice_page (self);

  return REKNIT_IS_TODAY_PAGE (self->widget) || REKNIT_IS_STRATEGY_PAGE (self->widget)
         || (practice != NULL && reknit_practice_page_get_immersive (practice));
}

static gboolean
can_go_back (ReknitNavigator *self)
{
  ReknitPracticePage *practice = get_practice_page (self);

  return self->trail->len > 1 || (practice != NULL && reknit_practice_page_get_subpage (practice) != NULL);
}

static GtkWidget *
get_header_start (ReknitNavigator *self)
{
  ReknitPracticePage *practice = get_practice_page (self);

  if (practice == NULL || reknit_practice_page_get_subpage (practice) != NULL)
    return NULL;

  return reknit_practice_page_get_header_start (practice);
}

static const char *
get_title (ReknitNavigator *self)
{
  const char *page = reknit_navigator_get_page (self);
  ReknitContent *content = reknit_content_get_default ();
  ReknitStrategy *strategy;

  if (get_practice_page (self) != NULL)
    return reknit_practice_page_get_title (get_practice_page (self));
  if (page == NULL)
    return NULL;

  strategy = reknit_content_find_strategy (content, page);
  if (strategy != NULL)
    return reknit_strategy_get_title (strategy);
  if (g_str_equal (page, "insights"))
    return _("Insights");
  if (g_str_equal (page, "search"))
    return _("Search");

  return _("Today");
}

static GtkWidget *
make_page (ReknitNavigator *self,
           const char      *page)
{
  ReknitContent *content = reknit_content_get_default ();
  ReknitPractice *practice = reknit_content_find_practice (content, page);
  ReknitStrategy *strategy = reknit_content_find_strategy (content, page);
  GType type;

  if (strategy != NULL)
    return reknit_strategy_page_new (self->seats, strategy);
  if (practice != NULL)
    {
      type = reknit_tools_find (reknit_practice_get_tool (practice));
      return g_object_new (type != G_TYPE_INVALID ? type : REKNIT_TYPE_PRACTICE_PAGE,
                           "seats", self->seats, "practice", practice, NULL);
    }
  if (g_str_equal (page, "insights"))
    return reknit_insights_page_new (self->seats);
  if (g_str_equal (page, "search"))
    return reknit_search_page_new (self->seats);

  return reknit_today_page_new (self->seats);
}

static void
notify_header (ReknitNavigator *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADER_START]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLES_ITSELF]);
  if (self->was_able_to_go_back != can_go_back (self))
    {
      self->was_able_to_go_back = can_go_back (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
    }
}

static void
on_immersive (ReknitNavigator *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IMMERSIVE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLES_ITSELF]);
}

static void
sweep (ReknitNavigator *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  if (gtk_stack_get_transition_running (self->stack))
    return;

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != self->widget)
        gtk_stack_remove (self->stack, child);
      child = next;
    }
}

static void
leave_page (ReknitNavigator *self,
            GtkWidget       *page)
{
  GArray *place = reknit_place_take (page);

  if (place != NULL)
    g_hash_table_insert (self->places, g_strdup (gtk_widget_get_name (page)), place);
  g_signal_handlers_disconnect_by_data (page, self);
}

static void
show_top (ReknitNavigator *self)
{
  const char *page = reknit_navigator_get_page (self);
  GtkWidget *old = self->widget;

  if (old != NULL)
    leave_page (self, old);

  self->widget = make_page (self, page);
  reknit_place_give (self->widget, g_hash_table_lookup (self->places, page));
  if (REKNIT_IS_PRACTICE_PAGE (self->widget))
    {
      g_signal_connect_swapped (self->widget, "notify::title", G_CALLBACK (notify_header), self);
      g_signal_connect_swapped (self->widget, "notify::header-start", G_CALLBACK (notify_header), self);
      g_signal_connect_swapped (self->widget, "notify::has-subpage", G_CALLBACK (notify_header), self);
      g_signal_connect_swapped (self->widget, "notify::immersive", G_CALLBACK (on_immersive), self);
    }

  gtk_widget_set_name (self->widget, page);
  gtk_stack_add_child (self->stack, self->widget);
  gtk_stack_set_visible_child (self->stack, self->widget);
  sweep (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_GUIDANCE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IMMERSIVE]);
  notify_header (self);
}

static void
reknit_navigator_dispose (GObject *object)
{
  ReknitNavigator *self = REKNIT_NAVIGATOR (object);

  if (self->widget != NULL)
    g_signal_handlers_disconnect_by_data (self->widget, self);
  self->widget = NULL;
  if (self->stack != NULL)
    g_signal_handlers_disconnect_by_data (self->stack, self);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_navigator_parent_class)->dispose (object);
}

static void
reknit_navigator_finalize (GObject *object)
{
  g_ptr_array_unref (REKNIT_NAVIGATOR (object)->trail);
  g_hash_table_unref (REKNIT_NAVIGATOR (object)->places);
  G_OBJECT_CLASS (reknit_navigator_parent_class)->finalize (object);
}

static void
reknit_navigator_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ReknitNavigator *self = REKNIT_NAVIGATOR (object);
  ReknitPracticePage *practice = get_practice_page (self);

  switch (prop_id)
    {
    case PROP_PAGE: g_value_set_string (value, reknit_navigator_get_page (self)); break;
    case PROP_TITLE: g_value_set_string (value, get_title (self)); break;
    case PROP_HEADER_START: g_value_set_object (value, get_header_start (self)); break;
    case PROP_CAN_GO_BACK: g_value_set_boolean (value, can_go_back (self)); break;
    case PROP_IMMERSIVE: g_value_set_boolean (value, practice != NULL && reknit_practice_page_get_immersive (practice)); break;
    case PROP_HAS_GUIDANCE: g_value_set_boolean (value, has_guidance (self)); break;
    case PROP_TITLES_ITSELF: g_value_set_boolean (value, titles_itself (self)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_navigator_class_init (ReknitNavigatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = reknit_navigator_dispose;
  object_class->finalize = reknit_navigator_finalize;
  object_class->get_property = reknit_navigator_get_property;

  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_HEADER_START] = g_param_spec_object ("header-start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  properties[PROP_IMMERSIVE] = g_param_spec_boolean ("immersive", NULL, NULL, FALSE, flags);
  properties[PROP_HAS_GUIDANCE] = g_param_spec_boolean ("has-guidance", NULL, NULL, FALSE, flags);
  properties[PROP_TITLES_ITSELF] = g_param_spec_boolean ("titles-itself", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
reknit_navigator_init (ReknitNavigator *self)
{
  self->trail = g_ptr_array_new_with_free_func (g_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->stack = g_object_new (GTK_TYPE_STACK, "transition-type", GTK_STACK_TRANSITION_TYPE_CROSSFADE,
                              "hhomogeneous", FALSE, "vhomogeneous", FALSE, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  g_signal_connect_swapped (self->stack, "notify::transition-running", G_CALLBACK (sweep), self);
}

/**
 * reknit_navigator_set_seats:
 * @seats: what the pages work with
 *
 * To be called once, before the first page is shown.
 */
void
reknit_navigator_set_seats (ReknitNavigator *self,
                            ReknitSeats     *seats)
{
  self->seats = g_object_ref (seats);
}

/**
 * reknit_navigator_get_page:
 *
 * Returns: (transfer none) (nullable): the page that is shown
 */
const char *
reknit_navigator_get_page (ReknitNavigator *self)
{
  return self->trail->len > 0 ? g_ptr_array_index (self->trail, self->trail->len - 1) : NULL;
}

/**
 * reknit_navigator_get_root:
 *
 * Returns: (transfer none) (nullable): the page that the way back ends at
 */
const char *
reknit_navigator_get_root (ReknitNavigator *self)
{
  return self->trail->len > 0 ? g_ptr_array_index (self->trail, 0) : NULL;
}

/**
 * reknit_navigator_get_widget:
 *
 * Returns: (transfer none) (nullable): the widget of the page that is shown
 */
GtkWidget *
reknit_navigator_get_widget (ReknitNavigator *self)
{
  return self->widget;
}

/**
 * reknit_navigator_has_page:
 * @page: a page, such as from the command line
 *
 * Returns: whether there is such a page
 */
gboolean
reknit_navigator_has_page (ReknitNavigator *self,
                           const char      *page)
{
  static const char *const own[] = { "today", "insights", "search", NULL };
  ReknitContent *content = reknit_content_get_default ();

  return g_strv_contains (own, page) || reknit_content_find_strategy (content, page) != NULL
         || reknit_content_find_practice (content, page) != NULL;
}

/**
 * reknit_navigator_show:
 * @page: a page
 *
 * Shows a page as if one had come to it from the sidebar: a practice over its strategy, all else with no way back.
 */
void
reknit_navigator_show (ReknitNavigator *self,
                       const char      *page)
{
  ReknitPractice *practice = reknit_content_find_practice (reknit_content_get_default (), page);
  g_autofree char *copy = g_strdup (page);

  g_ptr_array_set_size (self->trail, 0);
  if (practice != NULL)
    g_ptr_array_add (self->trail, g_strdup (reknit_strategy_get_id (reknit_practice_get_strategy (practice))));
  g_ptr_array_add (self->trail, g_steal_pointer (&copy));
  show_top (self);
}

/**
 * reknit_navigator_open:
 * @page: a page
 *
 * Shows a page over the one that is shown, to which the way back leads; as the first one, as from the sidebar.
 */
void
reknit_navigator_open (ReknitNavigator *self,
                       const char      *page)
{
  if (g_strcmp0 (page, reknit_navigator_get_page (self)) == 0)
    return;
  if (self->trail->len == 0)
    {
      reknit_navigator_show (self, page);
      return;
    }

  g_ptr_array_add (self->trail, g_strdup (page));
  show_top (self);
}

/**
 * reknit_navigator_open_subject:
 * @practice: a practice
 * @table: the table of the record
 * @id: its id; 0 for the next one
 *
 * Opens a practice at one record.
 */
void
reknit_navigator_open_subject (ReknitNavigator *self,
                               const char      *practice,
                               const char      *table,
                               gint64           id)
{
  reknit_navigator_open (self, practice);
  if (get_practice_page (self) != NULL)
    reknit_practice_page_open_subject (get_practice_page (self), table, id);
}

/**
 * reknit_navigator_go_back:
 *
 * Returns: whether there was a way back
 */
gboolean
reknit_navigator_go_back (ReknitNavigator *self)
{
  ReknitPracticePage *practice = get_practice_page (self);

  if (practice != NULL && reknit_practice_page_go_back (practice))
    return TRUE;
  if (self->trail->len < 2)
    return FALSE;

  g_ptr_array_set_size (self->trail, (int) self->trail->len - 1);
  show_top (self);
  return TRUE;
}

/**
 * reknit_navigator_get_scope:
 *
 * Returns: (transfer none) (nullable): what of the page is shown: the subpage on top, or the tool, or all of it where a
 *   seat has to be taken first
 */
GtkWidget *
reknit_navigator_get_scope (ReknitNavigator *self)
{
  ReknitPracticePage *practice = get_practice_page (self);
  GtkWidget *scope = practice != NULL ? reknit_practice_page_get_subpage (practice) : NULL;

  if (practice != NULL && scope == NULL)
    scope = reknit_practice_page_get_child (practice);
  return scope != NULL && gtk_widget_get_mapped (scope) ? scope : self->widget;
}
