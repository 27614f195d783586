#include "reknit-seat-switcher.h"

#include "reknit-config.h"
#include "reknit-menu-names.h"
#include "reknit-partner-badge.h"
#include "reknit-template.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitSeatSwitcher:
 *
 * Shows who sits here, and lets the others sit down: three buttons side by side, or where there is no room for them one
 * with a menu, which shows a name, or only a mark.
 */
struct _ReknitSeatSwitcher
{
  GtkWidget           parent_instance;

  ReknitSeats        *seats;
  GMenu              *menu;

  GtkWidget          *first_button;
  GtkWidget          *second_button;
  GtkWidget          *together_button;
  ReknitPartnerBadge *first_badge;
  ReknitPartnerBadge *second_badge;
  ReknitPartnerBadge *current_badge;
  ReknitPartnerBadge *current_mark;
  GtkMenuButton      *menu_button;
  GtkMenuButton      *mark_button;
};

enum { PROP_0, PROP_SEATS, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitSeatSwitcher, reknit_seat_switcher, GTK_TYPE_WIDGET)

static void
add_menu_item (ReknitSeatSwitcher *self,
               const char         *label,
               const char         *seat)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.seat", "s", seat);
  g_menu_append_item (self->menu, item);
}

static void
make_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  ReknitSeatSwitcher *self = user_data;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (self->menu));
  reknit_menu_button_name_items (button);
}

static void
show_partner (GtkWidget          *button,
              ReknitPartnerBadge *badge,
              ReknitPartner      *partner)
{
  gtk_widget_set_visible (button, partner != NULL);
  reknit_partner_badge_set_partner (badge, partner);
  if (partner != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    reknit_partner_get_name (partner), -1);
}

/* Where only the mark is left of a seat, a screen reader has no other word for whose it is. The button within has the focus. */
static void
say_who_sits (GtkMenuButton *button,
              const char    *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (button))),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
}

static void
update (ReknitSeatSwitcher *self)
{
  ReknitPartner *first = reknit_seats_get_first (self->seats);
  ReknitPartner *second = reknit_seats_get_second (self->seats);
  ReknitPartner *current = reknit_seats_get_current (self->seats);
  /* Translators: for somebody who began alone: nobody's private seat is taken. */
  const char *together = second != NULL ? _("Together") : _("Nobody");

  show_partner (self->first_button, self->first_badge, first);
  show_partner (self->second_button, self->second_badge, second);
  reknit_partner_badge_set_partner (self->current_badge, current);
  reknit_partner_badge_set_partner (self->current_mark, current);
  g_object_set (self->current_mark, "mark-only", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->together_button), GTK_ACCESSIBLE_PROPERTY_LABEL, together, -1);
  say_who_sits (self->menu_button, current != NULL ? reknit_partner_get_name (current) : together);
  say_who_sits (self->mark_button, current != NULL ? reknit_partner_get_name (current) : together);

  g_menu_remove_all (self->menu);
  if (first != NULL)
    add_menu_item (self, reknit_partner_get_name (first), "first");
  if (second != NULL)
    add_menu_item (self, reknit_partner_get_name (second), "second");
  add_menu_item (self, together, "together");
  gtk_widget_set_visible (GTK_WIDGET (self), first != NULL);
}

static void
set_seats (ReknitSeatSwitcher *self,
           ReknitSeats        *seats)
{
  if (seats == NULL || !g_set_object (&self->seats, seats))
    return;

  g_signal_connect_object (seats, "notify::current", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (seats, "partners-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEATS]);
}

/* Header bars of newer versions of GTK shorten the title before their sides; here the seats fold first. */
static void
reknit_seat_switcher_root (GtkWidget *widget)
{
  GtkWidget *bar = gtk_widget_get_ancestor (widget, GTK_TYPE_CENTER_BOX);

  GTK_WIDGET_CLASS (reknit_seat_switcher_parent_class)->root (widget);
  if (bar != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (bar), "shrink-center-last") != NULL)
    g_object_set (bar, "shrink-center-last", TRUE, NULL);
}

static void
reknit_seat_switcher_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_SEAT_SWITCHER);
  g_clear_object (&REKNIT_SEAT_SWITCHER (object)->menu);
  g_clear_object (&REKNIT_SEAT_SWITCHER (object)->seats);
  G_OBJECT_CLASS (reknit_seat_switcher_parent_class)->dispose (object);
}

static void
reknit_seat_switcher_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ReknitSeatSwitcher *self = REKNIT_SEAT_SWITCHER (object);

  switch (prop_id)
    {
    case PROP_SEATS: g_value_set_object (value, self->seats); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_seat_switcher_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ReknitSeatSwitcher *self = REKNIT_SEAT_SWITCHER (object);

  switch (prop_id)
    {
    case PROP_SEATS: set_seats (self, g_value_get_object (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_seat_switcher_class_init (ReknitSeatSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = reknit_seat_switcher_dispose;
  object_class->get_property = reknit_seat_switcher_get_property;
  object_class->set_property = reknit_seat_switcher_set_property;
  widget_class->root = reknit_seat_switcher_root;

  properties[PROP_SEATS] = g_param_spec_object ("seats", NULL, NULL, REKNIT_TYPE_SEATS, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REKNIT_TYPE_PARTNER_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-seat-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitSeatSwitcher, first_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitSeatSwitcher, second_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitSeatSwitcher, together_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitSeatSwitcher, first_badge);
  gtk_widget_class_bind_template_child (widget_class, ReknitSeatSwitcher, second_badge);
  gtk_widget_class_bind_template_child (widget_class, ReknitSeatSwitcher, current_badge);
  gtk_widget_class_bind_template_child (widget_class, ReknitSeatSwitcher, current_mark);
  gtk_widget_class_bind_template_child (widget_class, ReknitSeatSwitcher, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitSeatSwitcher, mark_button);
}

static void
reknit_seat_switcher_init (ReknitSeatSwitcher *self)
{
  self->menu = g_menu_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (self->mark_button, make_menu, self, NULL);
}
