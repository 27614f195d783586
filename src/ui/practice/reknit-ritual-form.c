#include "reknit-ritual-form.h"

#include "reknit-config.h"
#include "reknit-draft-keeper.h"
#include "reknit-local-time.h"
#include "reknit-recurrence.h"
#include "reknit-reminder.h"
#include "reknit-ritual-text.h"
#include "reknit-schedule-editor.h"
#include "reknit-template.h"
#include "reknit-text-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EVENING     "19:00"
#define LAST_MINUTE "23:59"

/**
 * ReknitRitualForm:
 *
 * After what, what is done, on which days, who marks it, and whether to be called.
 */
struct _ReknitRitualForm
{
  GtkWidget             parent_instance;

  ReknitPracticePage   *page;
  ReknitRitual         *ritual;
  ReknitDraftKeeper    *keeper;

  ReknitTextField      *cue_field;
  ReknitTextField      *deed_field;
  ReknitScheduleEditor *schedule;
  GtkWidget            *each_row;
  GtkSwitch            *each;
  GtkSwitch            *called;
  char                 *switches;
};

enum { PROP_0, PROP_SWITCHES, N_PROPS };

static GParamSpec *properties[N_PROPS];

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitRitualForm, reknit_ritual_form, GTK_TYPE_WIDGET)

/* Shows the first thing that is in the way, at its place. */
static gboolean
check (ReknitRitualForm *self)
{
  ReknitTextField *fields[] = { self->cue_field, self->deed_field };

  if (reknit_text_field_is_empty (self->cue_field))
    reknit_text_field_set_error (self->cue_field, _("Something that happens anyway, so that you need not think of it."));
  else if (reknit_text_field_is_empty (self->deed_field))
    reknit_text_field_set_error (self->deed_field, _("What do you do then? A few words are enough."));
  return reknit_text_fields_check (fields, G_N_ELEMENTS (fields));
}

static void
on_words (ReknitTextField *field)
{
  if (!reknit_text_field_is_empty (field))
    reknit_text_field_set_error (field, NULL);
}

static char *
read_switches (ReknitRitualForm *self)
{
  return g_strdup_printf ("%d %d", gtk_switch_get_active (self->each), gtk_switch_get_active (self->called));
}

static void
set_switches (ReknitRitualForm *self,
              const char       *switches)
{
  gboolean known = switches != NULL && strlen (switches) == 3;

  gtk_switch_set_active (self->each, known && switches[0] == '1');
  gtk_switch_set_active (self->called, known && switches[2] == '1');
}

static void
on_switched (ReknitRitualForm *self)
{
  g_autofree char *switches = read_switches (self);

  if (g_strcmp0 (switches, self->switches) == 0)
    return;
  g_free (self->switches);
  self->switches = g_steal_pointer (&switches);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SWITCHES]);
}

/* A ritual that keeps its days goes on from where it began, so that what was due stays due. */
static void
write_days (ReknitRitualForm *self)
{
  const char *before = reknit_record_get_text (self->ritual, "starts");
  const char *rule = reknit_schedule_editor_get_rule (self->schedule);
  g_autofree char *chosen = reknit_schedule_editor_dup_starts (self->schedule);
  g_autofree char *starts = g_strdup_printf ("%.10sT00:00:00", chosen);
  g_autoptr (ReknitRecurrence) going_on = before != NULL && *before != '\0' ? reknit_recurrence_new (before, rule, NULL) : NULL;
  g_autoptr (GDateTime) first = reknit_local_time_parse (starts);
  g_autoptr (GDateTime) after = g_date_time_add_seconds (first, 1);
  g_autoptr (GPtrArray) same = going_on != NULL ? reknit_recurrence_between (going_on, first, after) : NULL;

  g_object_set (self->ritual, "rule", rule, "starts", same != NULL && same->len > 0 ? before : starts, NULL);
}

static gboolean
save (ReknitRitualForm *self)
{
  gboolean is_new = !reknit_record_is_stored (REKNIT_RECORD (self->ritual));
  g_autofree char *cue = reknit_text_field_dup_text (self->cue_field);
  g_autofree char *deed = reknit_text_field_dup_text (self->deed_field);
  g_autofree char *starts = reknit_schedule_editor_dup_starts (self->schedule);
  g_autofree char *time = gtk_switch_get_active (self->called) ? g_strndup (starts + 11, 5) : NULL;

  write_days (self);
  g_object_set (self->ritual, "cue", g_strstrip (cue), "deed", g_strstrip (deed),
                "each", gtk_switch_get_active (self->each), NULL);
  return reknit_rituals_save (reknit_practice_page_get_store (self->page), is_new ? _("Begin Ritual") : _("Change Ritual"),
                              self->ritual, time, NULL);
}

static void
on_save (ReknitRitualForm *self)
{
  /* A save that failed is told by the window; what was typed stays. */
  if (!reknit_schedule_editor_is_valid (self->schedule) || !check (self) || !save (self))
    return;
  reknit_draft_keeper_drop (self->keeper);
  g_signal_emit (self, signals[DONE], 0);
}

static void
reknit_ritual_form_dispose (GObject *object)
{
  ReknitRitualForm *self = REKNIT_RITUAL_FORM (object);

  if (self->keeper != NULL && reknit_draft_keeper_is_open (self->keeper))
    reknit_draft_keeper_close (self->keeper);
  g_clear_object (&self->keeper);
  if (self->ritual != NULL && reknit_record_is_stored (REKNIT_RECORD (self->ritual)))
    reknit_record_revert (REKNIT_RECORD (self->ritual));
  g_clear_object (&self->ritual);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_RITUAL_FORM);
  G_OBJECT_CLASS (reknit_ritual_form_parent_class)->dispose (object);
}

static void
reknit_ritual_form_finalize (GObject *object)
{
  g_free (REKNIT_RITUAL_FORM (object)->switches);
  G_OBJECT_CLASS (reknit_ritual_form_parent_class)->finalize (object);
}

static void
reknit_ritual_form_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SWITCHES: g_value_take_string (value, read_switches (REKNIT_RITUAL_FORM (object))); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_ritual_form_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SWITCHES: set_switches (REKNIT_RITUAL_FORM (object), g_value_get_string (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
reknit_ritual_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (REKNIT_RITUAL_FORM (widget)->cue_field));
}

static void
reknit_ritual_form_class_init (ReknitRitualFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_ritual_form_dispose;
  object_class->finalize = reknit_ritual_form_finalize;
  object_class->get_property = reknit_ritual_form_get_property;
  object_class->set_property = reknit_ritual_form_set_property;
  /* What is switched on, as the draft keeps it. */
  properties[PROP_SWITCHES] = g_param_spec_string ("switches", NULL, NULL, NULL,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  widget_class->grab_focus = reknit_ritual_form_grab_focus;
  signals[DONE] = g_signal_new ("done", REKNIT_TYPE_RITUAL_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (REKNIT_TYPE_TEXT_FIELD);
  g_type_ensure (REKNIT_TYPE_SCHEDULE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-ritual-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitRitualForm, cue_field);
  gtk_widget_class_bind_template_child (widget_class, ReknitRitualForm, deed_field);
  gtk_widget_class_bind_template_child (widget_class, ReknitRitualForm, schedule);
  gtk_widget_class_bind_template_child (widget_class, ReknitRitualForm, each_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitRitualForm, each);
  gtk_widget_class_bind_template_child (widget_class, ReknitRitualForm, called);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_words);
}

static void
reknit_ritual_form_init (ReknitRitualForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is not called has no time of day: it was read as the last minute, so that it can still begin today. Whoever
 * wants to be called begins with an evening. */
static void
set_evening (ReknitRitualForm *self)
{
  g_autofree char *schedule = NULL;
  char *time;

  g_object_get (self->schedule, "schedule", &schedule, NULL);
  time = schedule != NULL ? strstr (schedule, LAST_MINUTE) : NULL;
  if (time == NULL)
    return;
  memcpy (time, EVENING, strlen (EVENING));
  reknit_schedule_editor_set_schedule (self->schedule, schedule);
}

static void
read_ritual (ReknitRitualForm *self)
{
  g_autofree char *time = reknit_rituals_dup_reminder_time (self->ritual);
  g_autofree char *starts = g_strdup_printf ("%.10sT%s:00", reknit_record_get_text (self->ritual, "starts"),
                                             time != NULL ? time : LAST_MINUTE);
  g_autoptr (ReknitReminder) days = g_object_new (REKNIT_TYPE_REMINDER, "starts", starts,
                                                  "rule", reknit_record_get_text (self->ritual, "rule"), NULL);

  reknit_text_field_set_text (self->cue_field, reknit_record_get_text (self->ritual, "cue"));
  reknit_text_field_set_text (self->deed_field, reknit_record_get_text (self->ritual, "deed"));
  gtk_switch_set_active (self->each, reknit_record_get_flag (self->ritual, "each"));
  gtk_switch_set_active (self->called, time != NULL);
  reknit_schedule_editor_load (self->schedule, days);
  if (time == NULL)
    set_evening (self);
}

static void
set_every_day (ReknitRitualForm *self)
{
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  g_autofree char *schedule = g_strdup_printf ("0 2 128 0 %04d-%02d-%02dT" EVENING ":00", g_date_time_get_year (now),
                                               g_date_time_get_month (now), g_date_time_get_day_of_month (now));

  reknit_schedule_editor_set_schedule (self->schedule, schedule);
}

static void
open_draft (ReknitRitualForm *self)
{
  gboolean stored = reknit_record_is_stored (REKNIT_RECORD (self->ritual));

  self->keeper = reknit_draft_keeper_new (reknit_practice_page_get_seats (self->page), "ritual");
  reknit_draft_keeper_bind (self->keeper, "cue", self->cue_field, "text");
  reknit_draft_keeper_bind (self->keeper, "deed", self->deed_field, "text");
  reknit_draft_keeper_bind (self->keeper, "schedule", self->schedule, "schedule");
  reknit_draft_keeper_bind (self->keeper, "switches", self, "switches");
  reknit_draft_keeper_open (self->keeper, stored ? reknit_record_get_id (REKNIT_RECORD (self->ritual)) : 0);
}

/**
 * reknit_ritual_form_new:
 * @page: the page that it is pushed onto, which outlives it
 * @ritual: (nullable): what to change; %NULL to begin a new one
 *
 * Returns: (transfer floating): a form, with what was left in it
 */
GtkWidget *
reknit_ritual_form_new (ReknitPracticePage *page,
                        ReknitRitual       *ritual)
{
  ReknitRitualForm *self = g_object_new (REKNIT_TYPE_RITUAL_FORM, NULL);

  self->page = page;
  gtk_widget_set_visible (self->each_row, reknit_seats_has_couple (reknit_practice_page_get_seats (page)));
  if (ritual != NULL)
    {
      self->ritual = g_object_ref (ritual);
      read_ritual (self);
    }
  else
    {
      self->ritual = g_object_new (REKNIT_TYPE_RITUAL, "kind",
                                   reknit_ritual_text_kind (reknit_practice_page_get_practice (page)), NULL);
      set_every_day (self);
    }
  open_draft (self);
  return GTK_WIDGET (self);
}

/**
 * reknit_ritual_form_suggest:
 * @suggestion: what could be done after what
 *
 * Fills it in, to be changed as the two like.
 */
void
reknit_ritual_form_suggest (ReknitRitualForm *self,
                            ReknitSuggestion *suggestion)
{
  reknit_text_field_set_text (self->cue_field, reknit_suggestion_get_cue (suggestion));
  reknit_text_field_set_text (self->deed_field, reknit_suggestion_get_text (suggestion));
}
