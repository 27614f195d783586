#include "reknit-title-below.h"

/**
 * ReknitTitleBelow:
 *
 * A title that has no room in the header bar, below it and in as many lines as it takes. Text of twice the size on a
 * phone leaves a header bar little more than its buttons.
 */
struct _ReknitTitleBelow
{
  GtkWidget         parent_instance;

  ReknitTitlePlace *place;
  GtkLabel         *label;
};

enum { PROP_0, PROP_PLACE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitTitleBelow, reknit_title_below, GTK_TYPE_WIDGET)

static void
update (ReknitTitleBelow *self)
{
  if (self->place == NULL)
    return;
  gtk_label_set_label (self->label, reknit_title_place_get_title (self->place));
  gtk_widget_set_visible (GTK_WIDGET (self), reknit_title_place_get_lacking (self->place));
}

static void
set_place (ReknitTitleBelow *self,
           ReknitTitlePlace *place)
{
  if (!g_set_object (&self->place, place))
    return;
  if (place != NULL)
    {
      g_signal_connect_object (place, "notify::title", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (place, "notify::lacking", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

static void
reknit_title_below_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ReknitTitleBelow *self = REKNIT_TITLE_BELOW (object);

  switch (id)
    {
    case PROP_PLACE: g_value_set_object (value, self->place); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
reknit_title_below_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ReknitTitleBelow *self = REKNIT_TITLE_BELOW (object);

  switch (id)
    {
    case PROP_PLACE: set_place (self, g_value_get_object (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
reknit_title_below_dispose (GObject *object)
{
  ReknitTitleBelow *self = REKNIT_TITLE_BELOW (object);

  g_clear_object (&self->place);
  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->label)));
  G_OBJECT_CLASS (reknit_title_below_parent_class)->dispose (object);
}

static void
reknit_title_below_class_init (ReknitTitleBelowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = reknit_title_below_get_property;
  object_class->set_property = reknit_title_below_set_property;
  object_class->dispose = reknit_title_below_dispose;
  properties[PROP_PLACE] = g_param_spec_object ("place", NULL, NULL, REKNIT_TYPE_TITLE_PLACE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
reknit_title_below_init (ReknitTitleBelow *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, "margin-top", 12,
                              "margin-start", 12, "margin-end", 12, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "title-2");
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}
