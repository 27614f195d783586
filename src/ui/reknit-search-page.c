#include "reknit-search-page.h"

#include "reknit-agreement.h"
#include "reknit-config.h"
#include "reknit-forget.h"
#include "reknit-template.h"
#include "reknit-time-text.h"
#include "reknit-unplugged.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define MAX_HITS 60

/**
 * ReknitSearchPage:
 *
 * Finds words in all that may be read from the seat that is taken.
 */
struct _ReknitSearchPage
{
  GtkWidget    parent_instance;

  ReknitSeats  *seats;
  GCancellable *searching;
  gint64        asker;      /* in whose seat the words were typed */

  GtkEditable  *entry;
  GtkStack     *stack;
  GtkListBox   *hits;
};

/* What a find is called, and where it is shown. A part, such as an answer, is shown in its whole: the record of another
 * table whose id it holds. */
typedef struct
{
  const char *table;
  const char *kind;
  const char *practice;
  const char *whole_table;
  const char *whole_property;
} Kind;

static const Kind kinds[] = {
  { "issue", NC_("kind of find", "Issue"), "address-issues" },
  { "issue_view", NC_("kind of find", "View on an issue"), "address-issues", "issue", "issue" },
  { "feeling_entry", NC_("kind of find", "Feeling"), "express-feelings" },
  { "feeling_reply", NC_("kind of find", "Answer to a feeling"), "express-feelings", "feeling_entry", "entry" },
  { "talk", NC_("kind of find", "Talk"), "active-listening" },
  { "talk_turn", NC_("kind of find", "Turn in a talk"), "active-listening", "talk", "talk" },
  { "takeaway", NC_("kind of find", "Taken away from a talk"), "active-listening", "talk", "talk" },
  { "agreement_rule", NC_("kind of find", "Ground rule"), "ground-rules" },
  { "check_in_answer", NC_("kind of find", "Check-in"), "regular-check-ins" },
  { "plan_details", NC_("kind of find", "Date"), "special-dates", "plan", "plan" },
  { "plan_task", NC_("kind of find", "To get ready for a date"), "special-dates", "plan", "plan" },
  { "plan_impression", NC_("kind of find", "Memory of a date"), "special-dates", "plan", "plan" },
  { "own_idea", NC_("kind of find", "Idea of your own"), "shared-activities" },
  { "ritual", NC_("kind of find", "Ritual"), "daily-rituals" },
  { "agenda_item", NC_("kind of find", "For a check-in"), "regular-check-ins" },
  { "next_step", NC_("kind of find", "Next step"), "regular-check-ins" },
};

G_DEFINE_FINAL_TYPE (ReknitSearchPage, reknit_search_page, GTK_TYPE_WIDGET)

static char *
describe (const Kind   *kind,
          ReknitRecord *record)
{
  const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "kind of find", kind->kind);
  g_autofree char *day =
    record != NULL ? reknit_time_text_for_day (reknit_clock_get_default (), reknit_record_get_created (record)) : NULL;

  return day != NULL ? g_strdup_printf ("%s · %s", name, day) : g_strdup (name);
}

static void
lead_to (GtkActionable *row,
         const Kind    *kind,
         ReknitRecord  *record,
         gint64         id)
{
  if (kind->whole_table != NULL && record != NULL)
    gtk_actionable_set_action_target (row, "(ssx)", kind->practice, kind->whole_table,
                                      reknit_record_get_integer (record, kind->whole_property));
  else
    gtk_actionable_set_action_target (row, "(ssx)", kind->practice, kind->table, id);
}

static const Kind phone_free = { "agreement_rule", NC_("kind of find", "Phone-free rule"), "unplug" };

static gboolean
is_phone_free (ReknitStore  *store,
               ReknitRecord *rule)
{
  g_autoptr (ReknitRecord) revision =
    reknit_store_find (store, REKNIT_TYPE_AGREEMENT_REVISION, reknit_record_get_integer (rule, "revision"));
  g_autoptr (ReknitRecord) agreement =
    revision == NULL ? NULL
                     : reknit_store_find (store, REKNIT_TYPE_AGREEMENT, reknit_record_get_integer (revision, "agreement"));

  return agreement != NULL && g_strcmp0 (reknit_record_get_text (agreement, "kind"), REKNIT_AGREEMENT_PHONE_FREE) == 0;
}

static const Kind *
find_kind (ReknitStore  *store,
           const char   *table,
           ReknitRecord *record)
{
  if (record != NULL && g_str_equal (table, phone_free.table) && is_phone_free (store, record))
    return &phone_free;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].table, table))
      return &kinds[i];
  return NULL;
}

static void
add_hit (ReknitSearchPage      *self,
         const ReknitSearchHit *hit)
{
  ReknitStore *store = reknit_seats_get_store (self->seats);
  g_autoptr (ReknitRecord) record = reknit_store_find (store, hit->record_type, hit->id);
  const Kind *kind = find_kind (store, reknit_record_type_get_table (hit->record_type), record);
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (kind == NULL)
    return;

  subtitle = describe (kind, record);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", hit->excerpt, "subtitle", subtitle,
                      "title-lines", 2, "activatable", TRUE, "action-name", "win.open-subject", NULL);
  lead_to (GTK_ACTIONABLE (row), kind, record, hit->id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (self->hits, row);
}

static void
clear (ReknitSearchPage *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->hits))) != NULL)
    gtk_list_box_remove (self->hits, row);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ReknitSearchPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = reknit_store_read_finish (REKNIT_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  clear (self);
  for (guint i = 0; found != NULL && i < found->len; i++)
    add_hit (self, g_ptr_array_index (found, i));
  gtk_stack_set_visible_child_name (self->stack,
                                    gtk_widget_get_first_child (GTK_WIDGET (self->hits)) != NULL ? "hits" : "nothing");
}

/* What was found stays until there is something newer, so that the page is quiet while one types. */
static void
on_search (ReknitSearchPage *self)
{
  const char *words = gtk_editable_get_text (self->entry);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (*words == '\0')
    {
      clear (self);
      gtk_stack_set_visible_child_name (self->stack, "start");
      return;
    }

  self->searching = g_cancellable_new ();
  reknit_store_search_async (reknit_seats_get_store (self->seats), words, MAX_HITS, self->searching, on_found,
                             g_object_ref (self));
}

/* Nobody sees what was found from another seat, nor what was looked for in it. */
static void
on_seat_taken (ReknitSearchPage *self)
{
  clear (self);
  if (self->asker != 0)
    reknit_editable_forget (self->entry);
  self->asker = reknit_seats_get_current_id (self->seats);
  on_search (self);
}

static gboolean
reknit_search_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (REKNIT_SEARCH_PAGE (widget)->entry));
}

static void
reknit_search_page_dispose (GObject *object)
{
  ReknitSearchPage *self = REKNIT_SEARCH_PAGE (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_SEARCH_PAGE);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_search_page_parent_class)->dispose (object);
}

static void
reknit_search_page_class_init (ReknitSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_search_page_dispose;
  widget_class->grab_focus = reknit_search_page_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitSearchPage, entry);
  gtk_widget_class_bind_template_child (widget_class, ReknitSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ReknitSearchPage, hits);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
}

static void
reknit_search_page_init (ReknitSearchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_search_page_new:
 * @seats: whose seat is searched from; taking another searches anew
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
reknit_search_page_new (ReknitSeats *seats)
{
  ReknitSearchPage *self = g_object_new (REKNIT_TYPE_SEARCH_PAGE, NULL);

  self->seats = g_object_ref (seats);
  self->asker = reknit_seats_get_current_id (seats);
  g_signal_connect_object (seats, "notify::current", G_CALLBACK (on_seat_taken), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
