#include "reknit-application-private.h"

#include "reknit-household.h"

static ReknitPlannerWindow *
find_planner (ReknitApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (REKNIT_IS_PLANNER_WINDOW (l->data))
      return l->data;

  return NULL;
}

static ReknitPlannerWindow *
make_planner (ReknitApplication *self)
{
  GtkWidget *planner = reknit_planner_window_new (GTK_APPLICATION (self), self->seats);
  int width, height;

  g_settings_get (self->settings, "planner-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (planner), width, height);
  reknit_application_watch_window (self, GTK_WINDOW (planner));
  return REKNIT_PLANNER_WINDOW (planner);
}

static gboolean
is_settled (ReknitApplication *self)
{
  g_autoptr (ReknitHousehold) household = NULL;

  if (!reknit_application_open_store (self, NULL))
    return FALSE;
  household = reknit_household_get (self->store);
  return reknit_record_get_integer (household, "settled") != 0;
}

/**
 * reknit_application_show_planner:
 *
 * Opens the planner; before it is known who the two are, or when the store can’t be opened, the window that says what
 * comes first.
 *
 * Returns: (transfer none) (nullable): the planner
 */
ReknitPlannerWindow *
reknit_application_show_planner (ReknitApplication *self)
{
  ReknitPlannerWindow *planner;

  if (!is_settled (self))
    {
      reknit_application_show (self);
      return NULL;
    }

  planner = find_planner (self);
  if (planner == NULL)
    planner = make_planner (self);
  gtk_window_present (GTK_WINDOW (planner));
  return planner;
}

/**
 * reknit_application_show_page:
 * @page: a page of the window, or the planner
 *
 * Shows a page, such as from the command line.
 *
 * Returns: whether there is such a page
 */
gboolean
reknit_application_show_page (ReknitApplication *self,
                              const char        *page)
{
  ReknitWindow *window;

  if (g_str_equal (page, REKNIT_PAGE_DATES))
    return reknit_application_show_planner (self) != NULL;

  window = reknit_application_show (self);
  return window != NULL && reknit_window_show_page (window, page);
}
