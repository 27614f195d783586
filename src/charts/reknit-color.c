#include "reknit-color.h"

#include <math.h>

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/**
 * reknit_color_luminance:
 * @color: a colour, its alpha is not looked at
 *
 * Relative luminance as WCAG 2.1 defines it.
 *
 * Returns: 0 (black) to 1 (white)
 */
double
reknit_color_luminance (const GdkRGBA *color)
{
  return 0.2126 * to_linear (color->red) + 0.7152 * to_linear (color->green) + 0.0722 * to_linear (color->blue);
}

/**
 * reknit_color_contrast:
 *
 * Contrast ratio of two opaque colours as WCAG 2.1 defines it.
 *
 * Returns: 1 (same) to 21 (black on white)
 */
double
reknit_color_contrast (const GdkRGBA *one, const GdkRGBA *other)
{
  double a = reknit_color_luminance (one), b = reknit_color_luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/**
 * reknit_color_mix:
 * @amount: 0 gives @from, 1 gives @to
 *
 * Returns: the colour between the two, channel by channel
 */
GdkRGBA
reknit_color_mix (const GdkRGBA *from, const GdkRGBA *to, double amount)
{
  float t = (float) CLAMP (amount, 0.0, 1.0);

  return (GdkRGBA) {
    from->red + (to->red - from->red) * t,
    from->green + (to->green - from->green) * t,
    from->blue + (to->blue - from->blue) * t,
    from->alpha + (to->alpha - from->alpha) * t,
  };
}

/**
 * reknit_color_readable:
 * @color: a colour that somebody chose
 * @background: the opaque colour that it will stand on
 * @ratio: the contrast wanted: 3 for graphics, 4.5 for text
 *
 * Moves a colour towards black or white, whichever the background is farther from, just until it can be seen.
 * A colour that is readable already comes back as it is.
 *
 * Returns: a colour of the same hue, as far as the ratio lets it
 */
GdkRGBA
reknit_color_readable (const GdkRGBA *color, const GdkRGBA *background, double ratio)
{
  const GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  const GdkRGBA *goal;
  double low = 0.0, high = 1.0;

  if (reknit_color_contrast (color, background) >= ratio)
    return *color;

  goal = reknit_color_contrast (&black, background) > reknit_color_contrast (&white, background) ? &black : &white;
  for (int i = 0; i < 16; i++)
    {
      double middle = (low + high) / 2;
      GdkRGBA mixed = reknit_color_mix (color, goal, middle);

      if (reknit_color_contrast (&mixed, background) >= ratio)
        high = middle;
      else
        low = middle;
    }
  return reknit_color_mix (color, goal, high);
}

static void
append_definition (GString *css, const char *name, GdkRGBA color)
{
  g_autofree char *text = gdk_rgba_to_string (&color);

  g_string_append_printf (css, "@define-color %s %s;\n", name, text);
}

/* Words stand on a tint of the drawing's colour, too: on the button of the seat that is taken. */
static void
append_strand (GString *css, const char *name, const GdkRGBA *color, const GdkRGBA *background, gboolean high_contrast)
{
  GdkRGBA drawn = reknit_color_readable (color, background, high_contrast ? 4.5 : 3.0);
  GdkRGBA tinted = reknit_color_mix (background, &drawn, 0.2);
  g_autofree char *words = g_strconcat (name, "_text", NULL);

  append_definition (css, name, drawn);
  append_definition (css, words, reknit_color_readable (color, &tinted, high_contrast ? 7.0 : 4.5));
}

/**
 * reknit_color_make_css:
 * @first: the first partner's strand
 * @second: the second partner's strand
 * @dark: whether the window is dark
 * @high_contrast: whether the person asked for more contrast
 *
 * The named colours of the stylesheet for strands that the couple chose themselves, made readable:
 * `strand_first` and `strand_second` for drawings, `strand_first_text` and `strand_second_text` for words.
 * Load it in a #GtkCssProvider above the application's stylesheet.
 *
 * Returns: (transfer full): CSS
 */
char *
reknit_color_make_css (const GdkRGBA *first, const GdkRGBA *second, gboolean dark, gboolean high_contrast)
{
  GdkRGBA background = dark ? (GdkRGBA) { 0.22f, 0.22f, 0.22f, 1 } : (GdkRGBA) { 0.96f, 0.96f, 0.96f, 1 };
  GString *css = g_string_new (NULL);

  append_strand (css, "strand_first", first, &background, high_contrast);
  append_strand (css, "strand_second", second, &background, high_contrast);
  return g_string_free (css, FALSE);
}
