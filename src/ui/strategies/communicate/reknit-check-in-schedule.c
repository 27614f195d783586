#include "reknit-check-in-schedule.h"

#include "reknit-config.h"
#include "reknit-draft-keeper.h"
#include "reknit-reminder.h"
#include "reknit-schedule-editor.h"
#include "reknit-template.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitCheckInSchedule:
 *
 * When to check in, and whether to be called.
 */
struct _ReknitCheckInSchedule
{
  GtkWidget             parent_instance;

  ReknitPracticePage   *page;
  ReknitReminder       *reminder;
  ReknitDraftKeeper    *keeper;

  ReknitScheduleEditor *editor;
  GtkSwitch            *enabled;
};

G_DEFINE_FINAL_TYPE (ReknitCheckInSchedule, reknit_check_in_schedule, GTK_TYPE_WIDGET)

static void
on_save (ReknitCheckInSchedule *self)
{
  ReknitPracticePage *page = self->page;

  if (!reknit_schedule_editor_is_valid (self->editor))
    return;

  reknit_schedule_editor_apply (self->editor, self->reminder);
  g_object_set (self->reminder, "enabled", gtk_switch_get_active (self->enabled), NULL);
  if (reknit_record_is_dirty (REKNIT_RECORD (self->reminder))
      && !reknit_store_save (reknit_practice_page_get_store (page), _("Change Check-in Time"), self->reminder, NULL))
    return;

  reknit_draft_keeper_drop (self->keeper);
  reknit_practice_page_pop (page);
  reknit_practice_page_undo_toast (page, _("Check-in time saved"));
}

static void
reknit_check_in_schedule_dispose (GObject *object)
{
  ReknitCheckInSchedule *self = REKNIT_CHECK_IN_SCHEDULE (object);

  g_clear_object (&self->keeper);
  if (self->reminder != NULL && reknit_record_is_stored (REKNIT_RECORD (self->reminder)))
    reknit_record_revert (REKNIT_RECORD (self->reminder));
  g_clear_object (&self->reminder);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_CHECK_IN_SCHEDULE);

  G_OBJECT_CLASS (reknit_check_in_schedule_parent_class)->dispose (object);
}

static void
reknit_check_in_schedule_class_init (ReknitCheckInScheduleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_check_in_schedule_dispose;
  g_type_ensure (REKNIT_TYPE_SCHEDULE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-check-in-schedule.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInSchedule, editor);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInSchedule, enabled);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
reknit_check_in_schedule_init (ReknitCheckInSchedule *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_check_in_schedule_new:
 * @page: the page that it is pushed on
 *
 * Returns: (transfer floating): a form with the time that is chosen now
 */
GtkWidget *
reknit_check_in_schedule_new (ReknitPracticePage *page)
{
  ReknitCheckInSchedule *self = g_object_new (REKNIT_TYPE_CHECK_IN_SCHEDULE, NULL);

  self->page = page;
  self->reminder = reknit_reminder_find (reknit_practice_page_get_store (page), REKNIT_REMINDER_CHECK_IN, 0);
  if (self->reminder != NULL)
    {
      reknit_schedule_editor_load (self->editor, self->reminder);
      gtk_switch_set_active (self->enabled, reknit_record_get_flag (self->reminder, "enabled"));
    }
  else
    {
      self->reminder = g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_CHECK_IN, NULL);
    }

  self->keeper = reknit_draft_keeper_new (reknit_practice_page_get_seats (page), "check-in-schedule");
  reknit_draft_keeper_bind (self->keeper, "schedule", self->editor, "schedule");
  reknit_draft_keeper_open (self->keeper, 0);
  return GTK_WIDGET (self);
}
