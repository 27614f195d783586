#include "reknit-notice.h"

#include "reknit-reminder.h"

#include <glib/gi18n.h>

/* What a notification says. Desktops keep its words on disk in plain text, and anybody may stand before the screen:
 * it never holds what somebody wrote, and its actions hold numbers that mean nothing elsewhere. */

static void
add_snooze (GNotification *notice,
            const char    *label,
            const gint64  *occurrences,
            guint          n_occurrences,
            guint          minutes)
{
  GVariant *ids = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, occurrences, n_occurrences, sizeof (gint64));

  g_notification_add_button_with_target_value (notice, label, "app.snooze-occurrence",
                                               g_variant_new ("(@axu)", ids, minutes));
}

static void
say_plainly (GNotification *notice,
             const char    *kind)
{
  if (g_str_equal (kind, REKNIT_REMINDER_CHECK_IN))
    {
      g_notification_set_title (notice, _("Time for your check-in"));
      g_notification_set_body (notice, _("A quiet moment for the two of you."));
    }
  else if (g_str_equal (kind, REKNIT_REMINDER_TALK_BREAK))
    {
      g_notification_set_title (notice, _("Your break is over"));
      g_notification_set_body (notice, _("Go on with your talk when you are both ready."));
    }
  else if (g_str_equal (kind, REKNIT_REMINDER_FOLLOW_UP))
    {
      g_notification_set_title (notice, _("Time to look back at something together"));
      g_notification_set_body (notice, _("You wanted to see how it has been going."));
    }
  else if (g_str_equal (kind, REKNIT_REMINDER_PLAN))
    {
      g_notification_set_title (notice, _("Something is planned"));
      g_notification_set_body (notice, _("Have a look at the planner."));
    }
  else if (g_str_equal (kind, REKNIT_REMINDER_UNPLUGGED))
    {
      g_notification_set_title (notice, _("Your time without devices is over"));
      g_notification_set_body (notice, _("Stay away longer if you like it."));
    }
}

/**
 * reknit_notice_new:
 * @occurrence: what fell due
 * @kind: what its reminder calls for
 * @plain: whether both agreed that it may be called by its name
 *
 * Returns: (transfer full): the notification; pressed, it starts what it calls for
 */
GNotification *
reknit_notice_new (gint64      occurrence,
                   const char *kind,
                   gboolean    plain)
{
  GNotification *notice = g_notification_new (_("Something for today"));

  if (plain)
    say_plainly (notice, kind);
  /* Urgent would break through “do not disturb”. */
  g_notification_set_priority (notice, G_NOTIFICATION_PRIORITY_HIGH);
  g_notification_set_default_action_and_target (notice, "app.start-occurrence", "x", occurrence);
  g_notification_add_button_with_target (notice, C_("notification", "Start"), "app.start-occurrence", "x", occurrence);
  add_snooze (notice, C_("notification", "In 10 Minutes"), &occurrence, 1, 10);
  add_snooze (notice, C_("notification", "In 1 Hour"), &occurrence, 1, 60);
  /* The last, because some desktops show only three. */
  g_notification_add_button_with_target (notice, C_("notification", "Skip"), "app.skip-occurrence", "x", occurrence);
  return notice;
}

/**
 * reknit_notice_new_together:
 * @occurrences: (array length=n_occurrences): what fell due
 * @n_occurrences: how many, 2 or more
 *
 * Returns: (transfer full): one notification for all of them; pressed, it shows Today
 */
GNotification *
reknit_notice_new_together (const gint64 *occurrences,
                            guint         n_occurrences)
{
  g_autofree char *body = g_strdup_printf (ngettext ("%u thing waits for you.", "%u things wait for you.", n_occurrences),
                                           n_occurrences);
  GNotification *notice = g_notification_new (_("Something for today"));

  g_notification_set_body (notice, body);
  g_notification_set_priority (notice, G_NOTIFICATION_PRIORITY_NORMAL);
  g_notification_set_default_action (notice, "app.show-today");
  g_notification_add_button (notice, C_("notification", "Open"), "app.show-today");
  add_snooze (notice, C_("notification", "In 1 Hour"), occurrences, n_occurrences, 60);
  return notice;
}
