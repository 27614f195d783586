#include "reknit-color-button.h"

#include "reknit-config.h"
#include "reknit-couple-colors.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitColorButton:
 *
 * Shows the colour of a strand, and lets one choose another out of a few that can be told apart.
 */
struct _ReknitColorButton
{
  GtkWidget      parent_instance;

  char          *value;
  GtkMenuButton *button;
  GtkPopover    *popover;
};

enum { PROP_0, PROP_VALUE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitColorButton, reknit_color_button, GTK_TYPE_WIDGET)

static GtkWidget *
make_swatch (const char *value,
             int         size)
{
  GdkRGBA color;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint8 pixel[4] = { 0, 0, 0, 255 };
  GtkWidget *picture;

  if (reknit_couple_colors_parse (value, &color))
    {
      pixel[0] = (guint8) (color.red * 255);
      pixel[1] = (guint8) (color.green * 255);
      pixel[2] = (guint8) (color.blue * 255);
    }
  bytes = g_bytes_new (pixel, sizeof pixel);
  texture = gdk_memory_texture_new (1, 1, GDK_MEMORY_R8G8B8A8, bytes, sizeof pixel);
  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_FILL);
  gtk_widget_set_size_request (picture, size, size);
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (picture, "reknit-swatch");
  return picture;
}

static void
on_chosen (ReknitColorButton *self,
           GtkButton         *swatch)
{
  reknit_color_button_set_value (self, g_object_get_data (G_OBJECT (swatch), "value"));
  gtk_popover_popdown (self->popover);
}

static GtkWidget *
make_palette (ReknitColorButton *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < REKNIT_N_STRAND_COLORS; i++)
    {
      GtkWidget *swatch = gtk_button_new ();
      const char *name = reknit_couple_colors_get_name (i);

      gtk_button_set_child (GTK_BUTTON (swatch), make_swatch (reknit_couple_colors_get_value (i), 28));
      gtk_widget_add_css_class (swatch, "flat");
      gtk_widget_add_css_class (swatch, "circular");
      gtk_widget_set_tooltip_text (swatch, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (swatch), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data (G_OBJECT (swatch), "value", (gpointer) reknit_couple_colors_get_value (i));
      g_signal_connect_swapped (swatch, "clicked", G_CALLBACK (on_chosen), self);
      gtk_grid_attach (GTK_GRID (grid), swatch, (int) i % 4, (int) i / 4, 1, 1);
    }
  return grid;
}

static const char *
name_value (const char *value)
{
  for (guint i = 0; i < REKNIT_N_STRAND_COLORS; i++)
    if (g_strcmp0 (value, reknit_couple_colors_get_value (i)) == 0)
      return reknit_couple_colors_get_name (i);

  return value;
}

static void
reknit_color_button_dispose (GObject *object)
{
  ReknitColorButton *self = REKNIT_COLOR_BUTTON (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  G_OBJECT_CLASS (reknit_color_button_parent_class)->dispose (object);
}

static void
reknit_color_button_finalize (GObject *object)
{
  g_free (REKNIT_COLOR_BUTTON (object)->value);
  G_OBJECT_CLASS (reknit_color_button_parent_class)->finalize (object);
}

static void
reknit_color_button_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  g_value_set_string (value, REKNIT_COLOR_BUTTON (object)->value);
}

static void
reknit_color_button_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  reknit_color_button_set_value (REKNIT_COLOR_BUTTON (object), g_value_get_string (value));
}

static void
reknit_color_button_class_init (ReknitColorButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = reknit_color_button_dispose;
  object_class->finalize = reknit_color_button_finalize;
  object_class->get_property = reknit_color_button_get_property;
  object_class->set_property = reknit_color_button_set_property;
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
reknit_color_button_init (ReknitColorButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, make_palette (self));
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "circular");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Color of the Strand"));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

/**
 * reknit_color_button_get_value:
 *
 * Returns: (transfer none) (nullable): the colour that is chosen
 */
const char *
reknit_color_button_get_value (ReknitColorButton *self)
{
  return self->value;
}

/**
 * reknit_color_button_set_value:
 * @value: a colour
 */
void
reknit_color_button_set_value (ReknitColorButton *self,
                               const char        *value)
{
  g_autofree char *label = NULL;

  if (g_strcmp0 (self->value, value) == 0)
    return;

  g_free (self->value);
  self->value = g_strdup (value);
  gtk_menu_button_set_child (self->button, make_swatch (value, 20));
  /* Translators: %s is a colour, such as “Teal”. */
  label = g_strdup_printf (_("Color of the strand: %s"), name_value (value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}
