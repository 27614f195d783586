#include "reknit-ritual-view.h"

#include "reknit-config.h"
#include "reknit-local-time.h"
#include "reknit-new-day.h"
#include "reknit-ritual-days.h"
#include "reknit-ritual-marks.h"
#include "reknit-ritual-month.h"
#include "reknit-ritual-text.h"
#include "reknit-wrap-box.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitRitualView:
 *
 * One ritual: what it is, today's marks, how much of a habit it has become, and its months.
 */
struct _ReknitRitualView
{
  GtkWidget           parent_instance;

  ReknitPracticePage *page;
  ReknitRitual       *ritual;

  GtkWidget          *scroller;
  GtkLabel           *deed;
  GtkLabel           *facts;
  GtkLabel           *stage;
  GtkBox             *steps;
  GtkWidget          *today;
  GtkWidget          *edit_button;
  GtkWidget          *end_button;
};

enum { EDIT, GONE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitRitualView, reknit_ritual_view, GTK_TYPE_WIDGET)

static gboolean
is_kept (ReknitRitualView *self)
{
  return reknit_record_get_integer (self->ritual, "ended") == 0;
}

/* As many dots as it has gone steps, so that the words do not stand alone. */
static void
show_stage (ReknitRitualView *self)
{
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  ReknitRitualStage stage = reknit_ritual_get_stage (self->ritual, now);
  guint i = 0;

  gtk_label_set_label (self->stage, reknit_ritual_text_stage (stage));
  for (GtkWidget *mark = gtk_widget_get_first_child (GTK_WIDGET (self->steps)); mark != NULL; mark = gtk_widget_get_next_sibling (mark))
    {
      if (i++ <= (guint) stage)
        gtk_widget_add_css_class (mark, "reached");
      else
        gtk_widget_remove_css_class (mark, "reached");
    }
}

static void
show_today (ReknitRitualView *self)
{
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->today)) != NULL)
    gtk_box_remove (GTK_BOX (self->today), child);
  gtk_widget_set_visible (self->today, is_kept (self) && reknit_ritual_is_due (self->ritual, now));
  if (gtk_widget_get_visible (self->today))
    gtk_box_append (GTK_BOX (self->today), reknit_ritual_marks_new (seats, self->ritual, now, FALSE));
}

static void
on_new_day (gpointer data)
{
  show_stage (data);
  show_today (data);
}

static void
refresh (ReknitRitualView *self)
{
  g_autofree char *days = reknit_ritual_text_days (self->ritual);
  g_autofree char *facts = g_strdup_printf ("%s · %s", reknit_record_get_text (self->ritual, "cue"), days);

  gtk_label_set_label (self->deed, reknit_record_get_text (self->ritual, "deed"));
  gtk_label_set_label (self->facts, facts);
  gtk_button_set_label (GTK_BUTTON (self->end_button), is_kept (self) ? _("Let Go") : _("Take Up Again"));
  gtk_widget_set_visible (self->edit_button, is_kept (self));
  show_stage (self);
  show_today (self);
}

static void
on_changed (ReknitRitualView *self,
            ReknitChangeSet  *changes)
{
  if (!reknit_record_is_stored (REKNIT_RECORD (self->ritual)))
    g_signal_emit (self, signals[GONE], 0);
  else if (reknit_change_set_is_everything (changes) || reknit_change_set_has_table (changes, "ritual"))
    refresh (self);
  else if (reknit_change_set_has_table (changes, "ritual_mark"))
    show_stage (self);
}

static void
on_edit (ReknitRitualView *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

static void
on_end (ReknitRitualView *self)
{
  ReknitStore *store = reknit_practice_page_get_store (self->page);
  ReknitPracticePage *page = self->page;
  gboolean kept = is_kept (self);

  if (kept ? !reknit_rituals_let_go (store, _("Let Go of Ritual"), self->ritual, NULL)
           : !reknit_rituals_take_up (store, _("Take Up Ritual"), self->ritual, NULL))
    return;
  reknit_practice_page_undo_toast (page, kept ? _("Let go. Its days stay on record.") : _("Taken up again"));
}

static void
reknit_ritual_view_dispose (GObject *object)
{
  ReknitRitualView *self = REKNIT_RITUAL_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->ritual);
  G_OBJECT_CLASS (reknit_ritual_view_parent_class)->dispose (object);
}

static void
reknit_ritual_view_class_init (ReknitRitualViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_ritual_view_dispose;
  signals[EDIT] = g_signal_new ("edit", REKNIT_TYPE_RITUAL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GONE] = g_signal_new ("gone", REKNIT_TYPE_RITUAL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_head (ReknitRitualView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->deed = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->deed), "title-2");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->deed));
  self->facts = add_label (box, "dim-label");
  self->today = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_margin_top (self->today, 6);
  gtk_box_append (GTK_BOX (box), self->today);
  return box;
}

static GtkWidget *
make_habit (ReknitRitualView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkLabel *why;

  self->steps = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4));
  gtk_widget_set_valign (GTK_WIDGET (self->steps), GTK_ALIGN_CENTER);
  for (int i = 0; i < REKNIT_N_RITUAL_STAGES; i++)
    {
      GtkWidget *mark = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (mark, "ritual-step");
      gtk_box_append (self->steps, mark);
    }
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->steps));
  self->stage = add_label (line, "heading");
  gtk_box_append (GTK_BOX (box), line);
  why = add_label (box, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (why), "dim-label");
  gtk_label_set_label (why, _("Recent times count more than old ones, and one miss does little harm: exponential smoothing, as in Loop Habit Tracker."));
  return box;
}

static GtkWidget *
make_buttons (ReknitRitualView *self)
{
  GtkWidget *buttons = reknit_wrap_box_new ();

  self->edit_button = gtk_button_new_with_label (_("Edit"));
  self->end_button = gtk_button_new ();
  g_signal_connect_object (self->edit_button, "clicked", G_CALLBACK (on_edit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->end_button, "clicked", G_CALLBACK (on_end), self, G_CONNECT_SWAPPED);
  g_object_set (buttons, "spacing", 12, NULL);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (buttons), self->edit_button);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (buttons), self->end_button);
  return buttons;
}

static void
reknit_ritual_view_init (ReknitRitualView *self)
{
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * reknit_ritual_view_new:
 * @page: the page that it is pushed onto, which outlives it
 * @ritual: a ritual
 *
 * Returns: (transfer floating): that ritual
 */
GtkWidget *
reknit_ritual_view_new (ReknitPracticePage *page,
                        ReknitRitual       *ritual)
{
  ReknitRitualView *self = g_object_new (REKNIT_TYPE_RITUAL_VIEW, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 24, "margin-top", 24,
                                 "margin-bottom", 24, "margin-start", 12, "margin-end", 12, NULL);

  self->page = page;
  self->ritual = g_object_ref (ritual);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), make_habit (self));
  gtk_box_append (GTK_BOX (box), reknit_ritual_month_new (reknit_practice_page_get_seats (page), ritual));
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller),
                                 g_object_new (ADW_TYPE_CLAMP, "maximum-size", 560, "child", box, NULL));
  g_signal_connect_object (reknit_practice_page_get_store (page), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  refresh (self);
  reknit_new_day_watch (self, G_CALLBACK (on_new_day));
  return GTK_WIDGET (self);
}

/**
 * reknit_ritual_view_get_ritual:
 *
 * Returns: (transfer none): the ritual
 */
ReknitRitual *
reknit_ritual_view_get_ritual (ReknitRitualView *self)
{
  return self->ritual;
}
