#include <gtk/gtk.h>

#include "reknit-icons.h"

/* Beyond the usual size, where each is drawn from its SVG; at that size it may have been encoded. */
#define SIZE 32
#define USUAL_SIZE 16

static void
render (GtkWidget *window, GdkPaintable *icon, int size, const GdkRGBA *color, guint32 *pixels)
{
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size, colors, 4);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) size, (float) size));
  gdk_texture_download (texture, (guchar *) pixels, (gsize) size * 4);
}

static void
check_icon (GtkWidget *window, const char *name, int size)
{
  const GdkRGBA red = { 1, 0, 0, 1 };
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (theme, name, NULL, size, 1, GTK_TEXT_DIR_LTR, 0);
  guint32 pixels[SIZE * SIZE];
  int covered = 0;

  g_assert_true (gtk_icon_paintable_is_symbolic (icon));
  render (window, GDK_PAINTABLE (icon), size, &red, pixels);
  for (int i = 0; i < size * size; i++)
    {
      guint alpha = pixels[i] >> 24;

      covered += alpha > 200;
      g_assert_cmpuint (ABS ((int) ((pixels[i] >> 16) & 0xff) - (int) alpha), <=, 2);
      g_assert_cmpuint (pixels[i] & 0xffff, ==, 0);
    }
  if (covered < size * size / 20 || covered > size * size * 3 / 4)
    g_error ("%s covers %d of %d", name, covered, size * size);
}

/* Each takes the colour that it is given and nothing but it, and is neither empty nor one full square. */
static void
test_take_the_color (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_auto (GStrv) files = g_resources_enumerate_children ("/io/github/reknit/Reknit/icons/scalable/actions", 0, NULL);

  gtk_icon_theme_add_resource_path (theme, "/io/github/reknit/Reknit/icons");
  gtk_widget_realize (window);
  g_assert_cmpuint (g_strv_length (files), >, 70);
  for (guint i = 0; files[i]; i++)
    {
      g_autofree char *name = g_strndup (files[i], strlen (files[i]) - strlen (".svg"));

      if (g_str_has_suffix (name, "-rtl"))
        continue;
      check_icon (window, name, SIZE);
      check_icon (window, name, USUAL_SIZE);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  reknit_icons_register_resource ();
  g_test_add_func ("/icons/take-the-color", test_take_the_color);
  return g_test_run ();
}
