#include "reknit-first-run.h"

#include "reknit-config.h"
#include "reknit-content.h"
#include "reknit-couple-form.h"
#include "reknit-household.h"
#include "reknit-passphrase-list.h"
#include "reknit-reminder.h"
#include "reknit-schedule-editor.h"
#include "reknit-session-frame.h"
#include "reknit-strands.h"
#include "reknit-template.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * ReknitFirstRun:
 *
 * The few things that are good to know and to say at the beginning. Each step can be skipped; what was skipped can be
 * said in the preferences.
 */
struct _ReknitFirstRun
{
  GtkWidget            parent_instance;

  ReknitSeats         *seats;
  ReknitCoupleForm    *couple;
  ReknitScheduleEditor *time;

  ReknitSessionFrame  *frame;
};

typedef enum
{
  STEP_WELCOME = 1,
  STEP_SAFE,
  STEP_COUPLE,
  STEP_TIME,
  STEP_PASSPHRASES,
} Step;

static guint done_signal;

G_DEFINE_FINAL_TYPE (ReknitFirstRun, reknit_first_run, GTK_TYPE_WIDGET)

static GtkWidget *
make_paragraphs (ReknitHelpSection *section)
{
  const char *const *paragraphs = reknit_help_section_get_paragraphs (section);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", paragraphs[i], "wrap", TRUE,
                                       "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

static void
show_section (ReknitFirstRun *self,
              Step            step,
              const char     *id)
{
  ReknitHelpSection *section = reknit_content_find_help (reknit_content_get_default (), id);
  GtkWidget *box = make_paragraphs (section);

  if (step == STEP_WELCOME)
    gtk_box_prepend (GTK_BOX (box), reknit_strands_new (REKNIT_STRANDS_EMPTY, "welcome"));
  if (step == STEP_SAFE)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Are We Safe to Do This?"));

      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "app.help::self-check");
      gtk_box_append (GTK_BOX (box), button);
    }
  reknit_session_frame_show_step (self->frame, step, reknit_help_section_get_title (section), NULL, box);
}

/* To whoever goes back, it shows what was chosen. */
static ReknitScheduleEditor *
make_schedule (ReknitFirstRun *self)
{
  GtkWidget *editor = reknit_schedule_editor_new ();
  g_autoptr (ReknitReminder) reminder =
    reknit_reminder_find (reknit_seats_get_store (self->seats), REKNIT_REMINDER_CHECK_IN, 0);

  if (reminder != NULL)
    reknit_schedule_editor_load (REKNIT_SCHEDULE_EDITOR (editor), reminder);
  return REKNIT_SCHEDULE_EDITOR (editor);
}

static gboolean
save_schedule (ReknitFirstRun *self)
{
  ReknitStore *store = reknit_seats_get_store (self->seats);
  g_autoptr (ReknitReminder) reminder = NULL;

  if (!reknit_schedule_editor_is_valid (self->time))
    return FALSE;

  reminder = reknit_reminder_find (store, REKNIT_REMINDER_CHECK_IN, 0);
  if (reminder == NULL)
    reminder = g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_CHECK_IN, NULL);
  reknit_schedule_editor_apply (self->time, reminder);
  g_object_set (reminder, "enabled", TRUE, NULL);
  /* If this can't be kept, the window tells. */
  return reknit_store_save (store, _("Change Check-in Time"), reminder, NULL);
}

static void
show_step (ReknitFirstRun *self,
           Step            step)
{
  g_object_set (self->frame, "can-go-back", step > STEP_WELCOME,
                "continue-label", step == STEP_PASSPHRASES ? _("Begin") : C_("session", "Continue"), NULL);

  switch (step)
    {
    case STEP_WELCOME: show_section (self, step, "welcome"); break;
    case STEP_SAFE: show_section (self, step, "who-it-is-not-for"); break;
    case STEP_COUPLE:
      self->couple = REKNIT_COUPLE_FORM (reknit_couple_form_new (self->seats));
      reknit_session_frame_show_step (self->frame, step, _("Who Are You?"),
                                      _("Your names and the colors of your strands. Nobody else sees them."),
                                      GTK_WIDGET (self->couple));
      break;
    case STEP_TIME:
      self->time = make_schedule (self);
      reknit_session_frame_show_step (self->frame, step, _("When Will You Check In?"),
                                      _("A quarter of an hour to hear how you both are. Reknit reminds you."),
                                      GTK_WIDGET (self->time));
      break;
    case STEP_PASSPHRASES:
      reknit_session_frame_show_step (self->frame, step, _("What Is Yours Alone"),
                                      _("A passphrase seals what you write for yourself. Without one it is only hidden from view. You can set it later."),
                                      reknit_passphrase_list_new (self->seats));
      break;
    default: g_assert_not_reached ();
    }
}

static void
finish (ReknitFirstRun *self)
{
  ReknitStore *store = reknit_seats_get_store (self->seats);
  g_autoptr (ReknitHousehold) household = reknit_household_get (store);

  reknit_couple_form_save_defaults (self->seats, NULL);
  g_object_set (household, "settled", reknit_clock_now (reknit_clock_get_default ()), NULL);
  /* If this can't be kept, the window tells; the worst is to be asked once more. */
  reknit_store_save (store, NULL, household, NULL);
  g_signal_emit (self, done_signal, 0);
}

static gboolean
keep_step (ReknitFirstRun *self,
           Step            step)
{
  if (step == STEP_COUPLE)
    return reknit_couple_form_save (self->couple);
  if (step == STEP_TIME)
    return save_schedule (self);

  return TRUE;
}

static void
go_on (ReknitFirstRun *self)
{
  Step step = reknit_session_frame_get_step (self->frame);

  if (step == STEP_PASSPHRASES)
    finish (self);
  else
    show_step (self, step + 1);
}

static void
on_continue (ReknitFirstRun *self)
{
  if (keep_step (self, reknit_session_frame_get_step (self->frame)))
    go_on (self);
}

static void
on_skip (ReknitFirstRun *self)
{
  if (reknit_session_frame_get_step (self->frame) == STEP_COUPLE)
    reknit_couple_form_save_defaults (self->seats, NULL);
  go_on (self);
}

static void
on_back (ReknitFirstRun *self)
{
  show_step (self, reknit_session_frame_get_step (self->frame) - 1);
}

static void
reknit_first_run_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_FIRST_RUN);
  g_clear_object (&REKNIT_FIRST_RUN (object)->seats);
  G_OBJECT_CLASS (reknit_first_run_parent_class)->dispose (object);
}

static void
reknit_first_run_class_init (ReknitFirstRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_first_run_dispose;
  done_signal = g_signal_new ("done", REKNIT_TYPE_FIRST_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REKNIT_TYPE_SESSION_FRAME);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitFirstRun, frame);
  gtk_widget_class_bind_template_callback (widget_class, on_continue);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_skip);
}

static void
reknit_first_run_init (ReknitFirstRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_first_run_new:
 * @seats: the seats of an empty store
 *
 * Returns: (transfer floating): the first step
 */
GtkWidget *
reknit_first_run_new (ReknitSeats *seats)
{
  ReknitFirstRun *self = g_object_new (REKNIT_TYPE_FIRST_RUN, NULL);

  self->seats = g_object_ref (seats);
  show_step (self, STEP_WELCOME);
  return GTK_WIDGET (self);
}
