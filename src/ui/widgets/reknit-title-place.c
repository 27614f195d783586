#include "reknit-title-place.h"

#include <adwaita.h>

/**
 * ReknitTitlePlace:
 *
 * The title in a header bar: whole, or not at all. Where it has no room, a #ReknitTitleBelow shows it, unless
 * the page says itself what it is.
 */
struct _ReknitTitlePlace
{
  GtkWidget    parent_instance;

  AdwSqueezer *squeezer;
  GtkLabel    *label;
  gboolean     titled;
  gboolean     lacking;
};

enum { PROP_0, PROP_TITLE, PROP_TITLED, PROP_LACKING, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitTitlePlace, reknit_title_place, GTK_TYPE_WIDGET)

static void
reknit_title_place_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ReknitTitlePlace *self = REKNIT_TITLE_PLACE (object);

  switch (id)
    {
    case PROP_TITLE: g_value_set_string (value, reknit_title_place_get_title (self)); break;
    case PROP_TITLED: g_value_set_boolean (value, self->titled); break;
    case PROP_LACKING: g_value_set_boolean (value, self->lacking); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
reknit_title_place_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_TITLE: reknit_title_place_set_title (REKNIT_TITLE_PLACE (object), g_value_get_string (value)); break;
    case PROP_TITLED: reknit_title_place_set_titled (REKNIT_TITLE_PLACE (object), g_value_get_boolean (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
reknit_title_place_dispose (GObject *object)
{
  ReknitTitlePlace *self = REKNIT_TITLE_PLACE (object);

  if (self->squeezer != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->squeezer)));
  G_OBJECT_CLASS (reknit_title_place_parent_class)->dispose (object);
}

static void
reknit_title_place_class_init (ReknitTitlePlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = reknit_title_place_get_property;
  object_class->set_property = reknit_title_place_set_property;
  object_class->dispose = reknit_title_place_dispose;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "",
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLED] = g_param_spec_boolean ("titled", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LACKING] = g_param_spec_boolean ("lacking", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
update_lacking (ReknitTitlePlace *self)
{
  GtkWidget *shown = adw_squeezer_get_visible_child (self->squeezer);
  gboolean lacking = !self->titled && shown != NULL && shown != GTK_WIDGET (self->label);

  if (self->lacking == lacking)
    return;
  self->lacking = lacking;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LACKING]);
}

static void
reknit_title_place_init (ReknitTitlePlace *self)
{
  self->squeezer = g_object_new (ADW_TYPE_SQUEEZER, "homogeneous", FALSE, NULL);
  self->label = GTK_LABEL (gtk_label_new (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "title");
  adw_squeezer_add (self->squeezer, GTK_WIDGET (self->label));
  adw_squeezer_add (self->squeezer, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_parent (GTK_WIDGET (self->squeezer), GTK_WIDGET (self));
  g_signal_connect_object (self->squeezer, "notify::visible-child", G_CALLBACK (update_lacking), self, G_CONNECT_SWAPPED);
}

/**
 * reknit_title_place_get_lacking:
 *
 * Returns: whether the title has no room in the header bar and stands nowhere else
 */
gboolean
reknit_title_place_get_lacking (ReknitTitlePlace *self)
{
  return self->lacking;
}

/**
 * reknit_title_place_get_title:
 *
 * Returns: (transfer none): the title
 */
const char *
reknit_title_place_get_title (ReknitTitlePlace *self)
{
  return gtk_label_get_label (self->label);
}

/**
 * reknit_title_place_set_title:
 * @title: (nullable): the title
 */
void
reknit_title_place_set_title (ReknitTitlePlace *self,
                              const char       *title)
{
  const char *words = title != NULL ? title : "";

  if (g_str_equal (words, gtk_label_get_label (self->label)))
    return;
  gtk_label_set_label (self->label, words);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * reknit_title_place_set_titled:
 * @titled: whether the page says itself what it is
 */
void
reknit_title_place_set_titled (ReknitTitlePlace *self,
                               gboolean          titled)
{
  if (self->titled == titled)
    return;
  self->titled = titled;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLED]);
  update_lacking (self);
}
