#include "reknit-ritual-marks.h"

#include "reknit-config.h"
#include "reknit-ritual-days.h"
#include "reknit-rituals.h"
#include "reknit-spoken-name.h"
#include "reknit-wrap-box.h"

#include <glib/gi18n-lib.h>

#define N_BUTTONS 4

/**
 * ReknitRitualMarks:
 *
 * Buttons that put on record whether a ritual was done on a day, for each of the two or for both at once. In their own
 * seat each marks for themselves; what the other noted can be seen there, and not changed.
 */
struct _ReknitRitualMarks
{
  GtkWidget        parent_instance;

  ReknitSeats     *seats;
  ReknitRitual    *ritual;
  GDateTime       *day;
  gboolean         showing;
  guint            n_buttons;
  GtkWidget       *box;
  GtkToggleButton *buttons[N_BUTTONS];
  gint64           partners[N_BUTTONS];
  ReknitMarkState  states[N_BUTTONS];
};

G_DEFINE_FINAL_TYPE (ReknitRitualMarks, reknit_ritual_marks, GTK_TYPE_WIDGET)

static ReknitMarkState
read_state (ReknitRitualMarks     *self,
            const ReknitRitualDay *on_record,
            gint64                 partner)
{
  ReknitPartner *second = reknit_seats_get_second (self->seats);

  if (partner == 0)
    return on_record->states[0] == on_record->states[1] || second == NULL ? on_record->states[0] : REKNIT_MARK_STATE_NONE;
  return on_record->states[second != NULL && reknit_record_get_id (REKNIT_RECORD (second)) == partner];
}

static void
show_states (ReknitRitualMarks *self)
{
  ReknitRitualDay on_record = reknit_ritual_read_day (self->ritual, self->day);

  self->showing = TRUE;
  for (guint i = 0; i < self->n_buttons; i++)
    gtk_toggle_button_set_active (self->buttons[i], read_state (self, &on_record, self->partners[i]) == self->states[i]);
  self->showing = FALSE;
}

static void
on_toggled (ReknitRitualMarks *self,
            GtkToggleButton   *button)
{
  /* Whoever shows it may make it anew when the store has changed. */
  g_autoptr (ReknitRitualMarks) held = g_object_ref (self);
  ReknitMarkState state = REKNIT_MARK_STATE_NONE;
  guint i = 0;

  if (self->showing)
    return;
  while (self->buttons[i] != button)
    i++;
  if (gtk_toggle_button_get_active (button))
    state = self->states[i];
  /* What could not be written is told by the window, and looks as it is. */
  reknit_rituals_mark (reknit_seats_get_store (self->seats), _("Mark Ritual"), self->ritual, self->day, self->partners[i],
                       state, NULL);
  if (self->ritual != NULL)
    show_states (self);
}

static void
on_changed (ReknitRitualMarks *self,
            ReknitChangeSet   *changes)
{
  if (reknit_change_set_is_everything (changes) || reknit_change_set_has_table (changes, "ritual_mark"))
    show_states (self);
}

static void
reknit_ritual_marks_dispose (GObject *object)
{
  ReknitRitualMarks *self = REKNIT_RITUAL_MARKS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->ritual);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_ritual_marks_parent_class)->dispose (object);
}

static void
reknit_ritual_marks_finalize (GObject *object)
{
  g_date_time_unref (REKNIT_RITUAL_MARKS (object)->day);
  G_OBJECT_CLASS (reknit_ritual_marks_parent_class)->finalize (object);
}

static void
reknit_ritual_marks_class_init (ReknitRitualMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_ritual_marks_dispose;
  G_OBJECT_CLASS (klass)->finalize = reknit_ritual_marks_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
reknit_ritual_marks_init (ReknitRitualMarks *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
add_row (ReknitRitualMarks *self)
{
  GtkWidget *row = reknit_wrap_box_new ();

  g_object_set (row, "spacing", 6, NULL);
  gtk_box_append (GTK_BOX (self->box), row);
  return row;
}

static void
add_button (ReknitRitualMarks *self,
            GtkWidget         *row,
            ReknitPartner     *partner,
            ReknitMarkState    state)
{
  const char *who = partner != NULL ? reknit_partner_get_name (partner) : C_("who did a ritual", "Done");
  g_autofree char *missed = partner != NULL ? g_strdup_printf (_("%s Missed It"), reknit_partner_get_name (partner))
                                            : g_strdup (C_("a ritual", "Missed"));
  GtkWidget *button = gtk_toggle_button_new_with_label (state == REKNIT_MARK_STATE_DONE ? who : missed);
  /* Translators: a button’s name, who did it and what: “Ana: Walk once round the block” */
  g_autofree char *name = g_strdup_printf (C_("a mark of a ritual", "%1$s: %2$s"),
                                           gtk_button_get_label (GTK_BUTTON (button)),
                                           reknit_record_get_text (self->ritual, "deed"));
  ReknitPartner *current = reknit_seats_get_current (self->seats);
  guint i = self->n_buttons++;

  if (state == REKNIT_MARK_STATE_DONE)
    gtk_widget_add_css_class (button, partner == NULL ? "ritual-both"
                                      : partner == reknit_seats_get_first (self->seats) ? "ritual-first" : "ritual-second");
  gtk_widget_add_css_class (button, "ritual-mark");
  gtk_widget_set_sensitive (button, partner == NULL || current == NULL || current == partner);
  reknit_widget_set_spoken_name (button, name);
  self->buttons[i] = GTK_TOGGLE_BUTTON (button);
  self->partners[i] = partner != NULL ? reknit_record_get_id (REKNIT_RECORD (partner)) : 0;
  self->states[i] = state;
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (row), button);
}

/**
 * reknit_ritual_marks_new:
 * @seats: the seats
 * @ritual: a ritual
 * @day: local time
 * @with_missed: whether it can be said, too, that it was missed
 *
 * Returns: (transfer floating): its marks of that day
 */
GtkWidget *
reknit_ritual_marks_new (ReknitSeats  *seats,
                         ReknitRitual *ritual,
                         GDateTime    *day,
                         gboolean      with_missed)
{
  ReknitRitualMarks *self = g_object_new (REKNIT_TYPE_RITUAL_MARKS, NULL);
  ReknitPartner *partners[] = { reknit_seats_get_first (seats), reknit_seats_get_second (seats) };
  gboolean each = reknit_record_get_flag (ritual, "each") && reknit_seats_has_couple (seats);
  GtkWidget *row = NULL;

  self->seats = g_object_ref (seats);
  self->ritual = g_object_ref (ritual);
  self->day = g_date_time_ref (day);
  for (guint i = 0; i < (each ? 2u : 1u); i++)
    {
      if (row == NULL || with_missed)
        row = add_row (self);
      add_button (self, row, each ? partners[i] : NULL, REKNIT_MARK_STATE_DONE);
      if (with_missed)
        add_button (self, row, each ? partners[i] : NULL, REKNIT_MARK_STATE_MISSED);
    }
  g_signal_connect_object (reknit_seats_get_store (seats), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  show_states (self);
  return GTK_WIDGET (self);
}
