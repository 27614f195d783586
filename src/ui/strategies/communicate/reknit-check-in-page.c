#include "reknit-check-in-page.h"

#include "reknit-check-in-detail.h"
#include "reknit-check-in-overview.h"
#include "reknit-check-in-schedule.h"
#include "reknit-check-in-session.h"
#include "reknit-check-in-status.h"
#include "reknit-config.h"
#include "reknit-occurrence.h"
#include "reknit-tools.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitCheckInPage:
 *
 * The tool of regular check-ins: when, the check-in itself, and what was.
 */
struct _ReknitCheckInPage
{
  ReknitPracticePage parent_instance;
};

G_DEFINE_FINAL_TYPE (ReknitCheckInPage, reknit_check_in_page, REKNIT_TYPE_PRACTICE_PAGE)

static gboolean
is_in_session (ReknitPracticePage *page)
{
  GtkWidget *subpage = reknit_practice_page_get_subpage (page);

  return subpage != NULL && REKNIT_IS_CHECK_IN_SESSION (subpage);
}

static void
on_leave (ReknitPracticePage *page)
{
  if (is_in_session (page))
    reknit_practice_page_pop_all (page);
}

static void
on_closed (ReknitPracticePage *page)
{
  on_leave (page);
  reknit_practice_page_toast (page, _("Check-in closed. It stands under Looking Back."));
}

static void
on_failed (ReknitPracticePage *page,
           GError             *error)
{
  reknit_practice_page_error_toast (page, error);
}

static void
open_session (ReknitPracticePage *page,
              ReknitCheckIn      *check_in)
{
  GtkWidget *session;

  if (is_in_session (page))
    return;

  reknit_practice_page_pop_all (page);
  session = reknit_check_in_session_new (reknit_practice_page_get_seats (page), check_in);
  g_signal_connect_object (session, "leave", G_CALLBACK (on_leave), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "closed", G_CALLBACK (on_closed), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (on_failed), page, G_CONNECT_SWAPPED);
  reknit_practice_page_push (page, session, _("Check-in"));
  reknit_practice_page_set_immersive (page, TRUE);
}

/* Without a label: whoever undid it would lose what was answered since, and leaving it out is the way back. */
static void
start (ReknitPracticePage *page)
{
  ReknitStore *store = reknit_practice_page_get_store (page);
  g_autoptr (ReknitCheckInStatus) status = reknit_check_in_status_read (reknit_practice_page_get_seats (page));
  gint64 due = status->occurrence != 0 ? status->when : reknit_clock_now (reknit_clock_get_default ());
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitCheckIn) check_in =
    reknit_check_in_begin (store, NULL, due, status->occurrence, &error);

  if (check_in == NULL)
    reknit_practice_page_error_toast (page, error);
  else
    open_session (page, check_in);
}

static void
on_start (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  start (user_data);
}

static gboolean
skip_occurrence (ReknitStore  *store,
                 gint64        id,
                 GError      **error)
{
  g_autoptr (ReknitOccurrence) occurrence = reknit_store_find (store, REKNIT_TYPE_OCCURRENCE, id);

  if (occurrence == NULL)
    return TRUE;

  g_object_set (occurrence, "state", REKNIT_OCCURRENCE_STATE_SKIPPED, NULL);
  return reknit_store_save (store, _("Skip Check-in"), occurrence, error);
}

static void
on_skip (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ReknitPracticePage *page = user_data;
  ReknitStore *store = reknit_practice_page_get_store (page);
  g_autoptr (ReknitCheckInStatus) status = reknit_check_in_status_read (reknit_practice_page_get_seats (page));
  g_autoptr (GError) error = NULL;
  gboolean skipped = status->check_in != NULL ? reknit_check_in_skip (status->check_in, _("Skip Check-in"), &error)
                     : status->occurrence != 0 && skip_occurrence (store, status->occurrence, &error);

  if (skipped)
    reknit_practice_page_undo_toast (page, _("Left out this time"));
  else if (error != NULL)
    reknit_practice_page_error_toast (page, error);
}

static void
on_schedule (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  reknit_practice_page_push (user_data, reknit_check_in_schedule_new (user_data), _("When to Check In"));
}

static void
open_past (ReknitPracticePage *page,
           gint64              id)
{
  g_autoptr (ReknitCheckIn) check_in = reknit_store_find (reknit_practice_page_get_store (page), REKNIT_TYPE_CHECK_IN, id);
  ReknitCheckInState state;

  if (check_in == NULL)
    return;

  g_object_get (check_in, "state", &state, NULL);
  if (state == REKNIT_CHECK_IN_STATE_CLOSED || state == REKNIT_CHECK_IN_STATE_SKIPPED)
    reknit_practice_page_push (page, reknit_check_in_detail_new (reknit_practice_page_get_seats (page), check_in), _("Check-in"));
  else
    open_session (page, check_in);
}

static void
on_open (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  open_past (user_data, g_variant_get_int64 (parameter));
}

static gint64
find_check_in (ReknitStore *store,
               const char  *table,
               gint64       id)
{
  GType type = g_str_equal (table, "check_in_answer") ? g_type_from_name ("ReknitCheckInAnswer")
               : g_str_equal (table, "next_step") ? g_type_from_name ("ReknitNextStep")
               : g_str_equal (table, "agenda_item") ? g_type_from_name ("ReknitAgendaItem") : G_TYPE_INVALID;
  g_autoptr (ReknitRecord) record = type != G_TYPE_INVALID && type != 0 ? reknit_store_find (store, type, id) : NULL;

  return record != NULL ? reknit_record_get_integer (record, "check-in") : 0;
}

static void
reknit_check_in_page_open_subject (ReknitPracticePage *page,
                                   const char         *table,
                                   gint64              id)
{
  if (g_str_equal (table, "check_in") && id != 0)
    open_past (page, id);
  else if (g_str_equal (table, "check-in") || g_str_equal (table, "check_in") || g_str_equal (table, "occurrence"))
    start (page);
  else if (g_str_equal (table, "reminder"))
    on_schedule (NULL, NULL, page);
  else if (id != 0)
    open_past (page, find_check_in (reknit_practice_page_get_store (page), table, id));
}

/* A check-in goes from seat to seat; everything else that stood open is closed. */
static void
reknit_check_in_page_seat_changed (ReknitPracticePage *page)
{
  if (!is_in_session (page))
    REKNIT_PRACTICE_PAGE_CLASS (reknit_check_in_page_parent_class)->seat_changed (page);
}

static void
reknit_check_in_page_constructed (GObject *object)
{
  static const GActionEntry entries[] = {
    { "start", on_start },
    { "skip", on_skip },
    { "schedule", on_schedule },
    { "open", on_open, "x" },
  };
  ReknitPracticePage *page = REKNIT_PRACTICE_PAGE (object);

  G_OBJECT_CLASS (reknit_check_in_page_parent_class)->constructed (object);

  g_action_map_add_action_entries (reknit_practice_page_get_actions (page), entries, G_N_ELEMENTS (entries), page);
  reknit_practice_page_set_child (page, reknit_check_in_overview_new (page));
}

static void
reknit_check_in_page_class_init (ReknitCheckInPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = reknit_check_in_page_constructed;
  REKNIT_PRACTICE_PAGE_CLASS (klass)->open_subject = reknit_check_in_page_open_subject;
  REKNIT_PRACTICE_PAGE_CLASS (klass)->seat_changed = reknit_check_in_page_seat_changed;
}

static void
reknit_check_in_page_init (ReknitCheckInPage *self)
{
}

static char *
describe (ReknitSeats    *seats,
          ReknitPractice *practice)
{
  g_autoptr (ReknitCheckInStatus) status = reknit_check_in_status_read (seats);

  return reknit_check_in_status_dup_line (status);
}

/**
 * reknit_check_in_page_register:
 *
 * Makes this the page that works the check-ins, and has their card say how things stand.
 */
void
reknit_check_in_page_register (void)
{
  reknit_tools_register ("check-in", REKNIT_TYPE_CHECK_IN_PAGE);
  reknit_tools_register_live_line ("check-in", describe);
}
