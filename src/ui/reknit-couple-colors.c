#include "reknit-couple-colors.h"

#include "reknit-color.h"
#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Far enough apart to be told from each other, also by people who see red and green alike; the strands differ in line
 * and marker besides. */
static const struct
{
  const char *value;
  const char *rgb;
  const char *name;
} palette[REKNIT_N_STRAND_COLORS] = {
  { "teal", "#2a7f7f", NC_("color", "Teal") },
  { "amber", "#c06c18", NC_("color", "Amber") },
  { "blue", "#3b6fb6", NC_("color", "Blue") },
  { "rose", "#b5485d", NC_("color", "Rose") },
  { "moss", "#5f7f2c", NC_("color", "Moss") },
  { "chestnut", "#8a5a3c", NC_("color", "Chestnut") },
  { "iris", "#5d5fa8", NC_("color", "Iris") },
  { "slate", "#6b6f76", NC_("color", "Slate") },
};

/**
 * reknit_couple_colors_get_value:
 * @index: below %REKNIT_N_STRAND_COLORS
 *
 * Returns: (transfer none): a colour that a strand can have, as it stands in the store
 */
const char *
reknit_couple_colors_get_value (guint index)
{
  return palette[index].value;
}

/**
 * reknit_couple_colors_get_name:
 * @index: below %REKNIT_N_STRAND_COLORS
 *
 * Returns: (transfer none): what people call the colour
 */
const char *
reknit_couple_colors_get_name (guint index)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "color", palette[index].name);
}

/**
 * reknit_couple_colors_parse:
 * @value: (nullable): a colour as it stands in the store
 * @color: (out caller-allocates): what it looks like
 *
 * Returns: whether it is one that strands can have
 */
gboolean
reknit_couple_colors_parse (const char *value,
                            GdkRGBA    *color)
{
  for (guint i = 0; i < G_N_ELEMENTS (palette); i++)
    if (g_strcmp0 (palette[i].value, value) == 0)
      return gdk_rgba_parse (color, palette[i].rgb);

  return FALSE;
}

static void
get_color (ReknitPartner *partner,
           guint          fallback,
           GdkRGBA       *color)
{
  if (partner == NULL || !reknit_couple_colors_parse (reknit_record_get_text (partner, "color"), color))
    gdk_rgba_parse (color, palette[fallback].rgb);
}

/**
 * reknit_couple_colors_get:
 * @first: (out caller-allocates): the first strand's colour
 * @second: (out caller-allocates): the second strand's colour
 *
 * The colours that the couple chose; the default for who has not.
 */
void
reknit_couple_colors_get (ReknitSeats *seats,
                          GdkRGBA     *first,
                          GdkRGBA     *second)
{
  get_color (reknit_seats_get_first (seats), 0, first);
  get_color (reknit_seats_get_second (seats), 1, second);
}

static void
wear (ReknitStrands *strands,
              ReknitSeats   *seats)
{
  GdkRGBA first, second;

  reknit_couple_colors_get (seats, &first, &second);
  reknit_strands_set_first_color (strands, &first);
  reknit_strands_set_second_color (strands, &second);
}

static void
on_store_changed (ReknitStrands   *strands,
                  ReknitChangeSet *changes,
                  ReknitStore     *store)
{
  ReknitSeats *seats = g_object_get_data (G_OBJECT (strands), "reknit-seats");

  if (reknit_change_set_has_table (changes, "partner"))
    wear (strands, seats);
}

/**
 * reknit_couple_colors_bind:
 * @strands: an ornament
 *
 * Has @strands always wear the couple's colours.
 */
void
reknit_couple_colors_bind (ReknitSeats   *seats,
                           ReknitStrands *strands)
{
  g_object_set_data_full (G_OBJECT (strands), "reknit-seats", g_object_ref (seats), g_object_unref);
  g_signal_connect_object (reknit_seats_get_store (seats), "changed", G_CALLBACK (on_store_changed), strands,
                           G_CONNECT_SWAPPED);
  wear (strands, seats);
}

static GtkCssProvider *provider;

static void
define_colors (ReknitSeats *seats)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autofree char *css = NULL;
  GdkRGBA first, second;

  reknit_couple_colors_get (seats, &first, &second);
  css = reknit_color_make_css (&first, &second, adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style));
  gtk_css_provider_load_from_data (provider, css, -1);
}

static void
on_partner_changed (ReknitSeats     *seats,
                    ReknitChangeSet *changes)
{
  if (reknit_change_set_has_table (changes, "partner"))
    define_colors (seats);
}

/**
 * reknit_couple_colors_apply:
 *
 * Gives the stylesheet the couple's colours by name, from now on and whenever they change.
 */
void
reknit_couple_colors_apply (ReknitSeats *seats)
{
  if (provider == NULL)
    {
      provider = gtk_css_provider_new ();
      gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
    }

  g_signal_connect_object (reknit_seats_get_store (seats), "changed", G_CALLBACK (on_partner_changed), seats,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (define_colors), seats,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (define_colors), seats,
                           G_CONNECT_SWAPPED);
  define_colors (seats);
}
