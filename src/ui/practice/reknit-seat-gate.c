#include "reknit-seat-gate.h"

#include "reknit-config.h"
#include "reknit-template.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * ReknitSeatGate:
 *
 * Stands before a practice and lets its tool be seen only from the seat that it is for. It stays open until it is told
 * what to watch.
 */
struct _ReknitSeatGate
{
  GtkWidget       parent_instance;

  ReknitSeats    *seats;
  ReknitPractice *practice;

  GtkStack       *stack;
  AdwBin         *bin;
  GtkWidget      *first_button;
  GtkWidget      *second_button;
  GtkWidget      *setup_button;
};

enum { PROP_0, PROP_CHILD, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitSeatGate, reknit_seat_gate, GTK_TYPE_WIDGET)

static void
label_button (GtkWidget     *button,
              ReknitPartner *partner)
{
  g_autofree char *label = NULL;

  gtk_widget_set_visible (button, partner != NULL);
  if (partner == NULL)
    return;

  /* Translators: on a button; %s is a partner's name. */
  label = g_strdup_printf (_("I Am %s"), reknit_partner_get_name (partner));
  gtk_button_set_label (GTK_BUTTON (button), label);
}

static void
update (ReknitSeatGate *self)
{
  ReknitPracticeSeat seat = reknit_practice_get_seat (self->practice);
  gboolean taken = reknit_seats_get_current (self->seats) != NULL;

  label_button (self->first_button, reknit_seats_get_first (self->seats));
  label_button (self->second_button, reknit_seats_get_second (self->seats));
  gtk_widget_set_visible (self->setup_button, reknit_seats_get_first (self->seats) == NULL);

  if (seat == REKNIT_PRACTICE_SEAT_OWN && !taken)
    gtk_stack_set_visible_child_name (self->stack, "own");
  else if (seat == REKNIT_PRACTICE_SEAT_JOINT && taken && reknit_seats_has_couple (self->seats))
    gtk_stack_set_visible_child_name (self->stack, "joint");
  else
    gtk_stack_set_visible_child_name (self->stack, "open");
}

static void
reknit_seat_gate_dispose (GObject *object)
{
  ReknitSeatGate *self = REKNIT_SEAT_GATE (object);

  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_SEAT_GATE);
  g_clear_object (&self->practice);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_seat_gate_parent_class)->dispose (object);
}

static void
reknit_seat_gate_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_CHILD)
    g_value_set_object (value, adw_bin_get_child (REKNIT_SEAT_GATE (object)->bin));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_seat_gate_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (prop_id == PROP_CHILD)
    adw_bin_set_child (REKNIT_SEAT_GATE (object)->bin, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_seat_gate_class_init (ReknitSeatGateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_seat_gate_dispose;
  object_class->get_property = reknit_seat_gate_get_property;
  object_class->set_property = reknit_seat_gate_set_property;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-seat-gate.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitSeatGate, stack);
  gtk_widget_class_bind_template_child (widget_class, ReknitSeatGate, bin);
  gtk_widget_class_bind_template_child (widget_class, ReknitSeatGate, first_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitSeatGate, second_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitSeatGate, setup_button);
}

static void
reknit_seat_gate_init (ReknitSeatGate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_seat_gate_watch:
 * @seats: the seats
 * @practice: says which seat it is for
 *
 * From now on the gate opens and closes as seats are taken.
 */
void
reknit_seat_gate_watch (ReknitSeatGate *self,
                        ReknitSeats    *seats,
                        ReknitPractice *practice)
{
  self->seats = g_object_ref (seats);
  self->practice = g_object_ref (practice);

  g_signal_connect_object (seats, "notify::current", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (seats, "partners-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
