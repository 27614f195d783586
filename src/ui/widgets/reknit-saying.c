#include "reknit-saying.h"

#include "reknit-partner-badge.h"
#include "reknit-template.h"
#include "reknit-wrap-box.h"

/**
 * ReknitSaying:
 *
 * What one of the two said, with what can be done about it.
 */
struct _ReknitSaying
{
  GtkWidget      parent_instance;

  GtkLabel      *text_label;
  GtkWidget     *line_label;
  ReknitWrapBox *buttons;

  ReknitPartner *partner;
  char          *text;
  char          *placeholder;
  char          *line;
  gboolean       locked;
};

enum { PROP_0, PROP_PARTNER, PROP_TEXT, PROP_PLACEHOLDER, PROP_LINE, PROP_LOCKED, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitSaying, reknit_saying, GTK_TYPE_WIDGET)

static void
update (ReknitSaying *self)
{
  gboolean said = self->text != NULL && *self->text != '\0';
  const char *shown = said ? self->text : self->placeholder;

  gtk_label_set_label (self->text_label, shown != NULL ? shown : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), shown != NULL);
  if (said)
    gtk_widget_remove_css_class (GTK_WIDGET (self->text_label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->text_label), "dim-label");
  gtk_widget_set_visible (self->line_label, self->line != NULL && *self->line != '\0');
}

static void
set_text (ReknitSaying *self,
          char        **place,
          const GValue *value,
          GParamSpec   *pspec)
{
  if (g_strcmp0 (*place, g_value_get_string (value)) == 0)
    return;

  g_free (*place);
  *place = g_value_dup_string (value);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
reknit_saying_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_SAYING);
  G_OBJECT_CLASS (reknit_saying_parent_class)->dispose (object);
}

static void
reknit_saying_finalize (GObject *object)
{
  ReknitSaying *self = REKNIT_SAYING (object);

  g_clear_object (&self->partner);
  g_free (self->text);
  g_free (self->placeholder);
  g_free (self->line);
  G_OBJECT_CLASS (reknit_saying_parent_class)->finalize (object);
}

static void
reknit_saying_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ReknitSaying *self = REKNIT_SAYING (object);

  switch (prop_id)
    {
    case PROP_PARTNER: g_value_set_object (value, self->partner); break;
    case PROP_TEXT: g_value_set_string (value, self->text); break;
    case PROP_PLACEHOLDER: g_value_set_string (value, self->placeholder); break;
    case PROP_LINE: g_value_set_string (value, self->line); break;
    case PROP_LOCKED: g_value_set_boolean (value, self->locked); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_saying_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ReknitSaying *self = REKNIT_SAYING (object);

  switch (prop_id)
    {
    case PROP_PARTNER:
      if (g_set_object (&self->partner, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_TEXT: set_text (self, &self->text, value, pspec); break;
    case PROP_PLACEHOLDER: set_text (self, &self->placeholder, value, pspec); break;
    case PROP_LINE: set_text (self, &self->line, value, pspec); break;
    case PROP_LOCKED:
      if (self->locked != g_value_get_boolean (value))
        {
          self->locked = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_saying_class_init (ReknitSayingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = reknit_saying_dispose;
  object_class->finalize = reknit_saying_finalize;
  object_class->get_property = reknit_saying_get_property;
  object_class->set_property = reknit_saying_set_property;

  properties[PROP_PARTNER] = g_param_spec_object ("partner", NULL, NULL, REKNIT_TYPE_PARTNER, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_LINE] = g_param_spec_string ("line", NULL, NULL, NULL, flags);
  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REKNIT_TYPE_PARTNER_BADGE);
  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-saying.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitSaying, text_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitSaying, line_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitSaying, buttons);
}

static void
reknit_saying_init (ReknitSaying *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * reknit_saying_new:
 * @partner: (nullable): whose words; %NULL for both
 *
 * Returns: (transfer floating): an empty one
 */
GtkWidget *
reknit_saying_new (ReknitPartner *partner)
{
  return g_object_new (REKNIT_TYPE_SAYING, "partner", partner, NULL);
}

/**
 * reknit_saying_add_button:
 * @label: what it does
 * @clicked: (scope notified): called with @swapped first
 * @swapped: (type GObject.Object): the widget that it works for
 *
 * Returns: (transfer none): a quiet button below the words
 */
GtkWidget *
reknit_saying_add_button (ReknitSaying *self,
                          const char   *label,
                          GCallback     clicked,
                          gpointer      swapped)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", clicked, swapped, G_CONNECT_SWAPPED);
  reknit_wrap_box_append (self->buttons, button);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), TRUE);
  return button;
}
