#include <gtk/gtk.h>

#include "reknit-icons.h"

#define SIZE 32

static void
render (GtkWidget *window, GdkPaintable *icon, const GdkRGBA *color, guint32 *pixels)
{
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, SIZE, SIZE, colors, 4);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, SIZE, SIZE));
  gdk_texture_download (texture, (guchar *) pixels, SIZE * 4);
}

/* Each takes the colour that it is given and nothing but it, and is neither empty nor one full square. */
static void
test_take_the_color (void)
{
  const GdkRGBA red = { 1, 0, 0, 1 };
  GtkWidget *window = gtk_window_new ();
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_auto (GStrv) files = g_resources_enumerate_children ("/io/github/reknit/Reknit/icons/scalable/actions", 0, NULL);

  gtk_icon_theme_add_resource_path (theme, "/io/github/reknit/Reknit/icons");
  gtk_widget_realize (window);
  g_assert_cmpuint (g_strv_length (files), >, 70);
  for (guint i = 0; files[i]; i++)
    {
      g_autofree char *name = g_strndup (files[i], strlen (files[i]) - strlen (".svg"));
      g_autoptr (GtkIconPaintable) icon = NULL;
      guint32 pixels[SIZE * SIZE];
      guint covered = 0;

      if (g_str_has_suffix (name, "-rtl"))
        continue;
      icon = gtk_icon_theme_lookup_icon (theme, name, NULL, SIZE, 1, GTK_TEXT_DIR_LTR, 0);
      g_assert_true (gtk_icon_paintable_is_symbolic (icon));
      render (window, GDK_PAINTABLE (icon), &red, pixels);
      for (guint j = 0; j < SIZE * SIZE; j++)
        {
          guint alpha = pixels[j] >> 24;

          covered += alpha > 200;
          g_assert_cmpuint (ABS ((int) ((pixels[j] >> 16) & 0xff) - (int) alpha), <=, 2);
          g_assert_cmpuint (pixels[j] & 0xffff, ==, 0);
        }
      if (covered < SIZE * SIZE / 20 || covered > SIZE * SIZE * 3 / 4)
        g_error ("%s covers %u of %d", name, covered, SIZE * SIZE);
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
