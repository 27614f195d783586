#include "reknit-sidebar.h"

#include "reknit-config.h"
#include "reknit-content.h"
#include "reknit-template.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitSidebar:
 *
 * The pages of the window: today, the ten strategies in their groups, and what was said over time; and the way to the
 * planner, which is a window of its own.
 */
struct _ReknitSidebar
{
  GtkWidget   parent_instance;

  GtkListBox *list;
};

enum { PAGE_CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitSidebar, reknit_sidebar, GTK_TYPE_WIDGET)

typedef struct
{
  const char *group;
  const char *title;
} Group;

static const Group groups[] = {
  { "talk", NC_("group of strategies", "Talk") },
  { "time", NC_("group of strategies", "Time") },
  { "closeness", NC_("group of strategies", "Closeness") },
  { "care", NC_("group of strategies", "Care") },
  { "insights", NC_("group of strategies", "Looking Back") },
};

static const char *
get_page (GtkListBoxRow *row)
{
  return gtk_widget_get_name (GTK_WIDGET (row));
}

static const char *
get_group (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "group");
}

/* The list grows with large type, until it is folded; titles that would make it too wide go on in a second line. To ask
 * a label that may wrap for its size takes twice as long, and most titles never would. */
#define WIDTH_CHARS 14

static GtkWidget *
make_title (const char *title)
{
  int length = (int) g_utf8_strlen (title, -1);

  return g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0f, "wrap", length > WIDTH_CHARS,
                       "width-chars", MIN (length, WIDTH_CHARS), "hexpand", TRUE, NULL);
}

static void
add_row (ReknitSidebar *self,
         const char    *page,
         const char    *title,
         const char    *icon_name,
         const char    *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), make_title (title));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, page);
  g_object_set_data_full (G_OBJECT (row), "group", g_strdup (group), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (self->list, row);
}

static void
add_strategies (ReknitSidebar *self,
                const char    *group)
{
  GListModel *strategies = reknit_content_get_strategies (reknit_content_get_default ());

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (ReknitStrategy) strategy = g_list_model_get_item (strategies, i);

      if (g_str_equal (reknit_strategy_get_group (strategy), group))
        add_row (self, reknit_strategy_get_id (strategy), reknit_strategy_get_title (strategy),
                 reknit_strategy_get_icon_name (strategy), group);
    }
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  const char *group = get_group (row);
  GtkWidget *header;

  if (group == NULL || (before != NULL && g_strcmp0 (group, get_group (before)) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (!g_str_equal (group, groups[i].group))
        continue;
      header = gtk_label_new (g_dpgettext2 (GETTEXT_PACKAGE, "group of strategies", groups[i].title));
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "eyebrow");
      gtk_widget_add_css_class (header, "section");
      gtk_list_box_row_set_header (row, header);
    }
}

static void
on_row_activated (ReknitSidebar *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[PAGE_CHOSEN], 0, get_page (row));
}

static void
reknit_sidebar_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_SIDEBAR);
  G_OBJECT_CLASS (reknit_sidebar_parent_class)->dispose (object);
}

static void
reknit_sidebar_class_init (ReknitSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_sidebar_dispose;
  signals[PAGE_CHOSEN] = g_signal_new ("page-chosen", REKNIT_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
reknit_sidebar_init (ReknitSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  add_row (self, "today", _("Today"), "reknit-today-symbolic", NULL);
  add_row (self, REKNIT_PAGE_DATES, _("Dates"), "reknit-dates-symbolic", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (groups) - 1; i++)
    add_strategies (self, groups[i].group);
  add_row (self, "insights", _("Insights"), "reknit-insights-symbolic", "insights");
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

/**
 * reknit_sidebar_select:
 * @page: (nullable): the page that is shown; %NULL for one that does not stand here
 *
 * Marks a page without choosing it.
 */
void
reknit_sidebar_select (ReknitSidebar *self,
                       const char    *page)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (g_strcmp0 (get_page (row), page) == 0)
        {
          gtk_list_box_select_row (self->list, row);
          return;
        }
    }
  gtk_list_box_unselect_all (self->list);
}
