/* A window with all that is drawn, to be looked at: gallery [chart|header|weaves|cards|icons] [walk]. */
#include <adwaita.h>
#include <math.h>

#include "reknit-chart.h"
#include "reknit-icons.h"
#include "reknit-legend.h"
#include "reknit-strands.h"
#include "reknit-style.h"

static const char *page = "chart";
static int walk_to = -1;

static const char *const strategies[] = { "communicate",       "forgive",    "quality-time", "trust",     "affection",
                                          "professional-help", "positivity", "goals",        "reconnect", "boundaries" };

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_box (GtkWidget *parent, const char *class, int spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);

  gtk_widget_add_css_class (box, class);
  gtk_box_append (GTK_BOX (parent), box);
  return box;
}

static ReknitSeries *
create_series (const char *name, const char *color, gboolean dashed, const double *values, guint n_values)
{
  g_autoptr (GDateTime) start = g_date_time_new_local (2026, 9, 6, 19, 0, 0);
  ReknitSeries *series = reknit_series_new (name);
  GdkRGBA rgba;

  gdk_rgba_parse (&rgba, color);
  reknit_series_set_color (series, &rgba);
  reknit_series_set_line_style (series, dashed ? REKNIT_LINE_STYLE_DASHED : REKNIT_LINE_STYLE_SOLID);
  reknit_series_set_marker (series, dashed ? REKNIT_MARKER_DIAMOND : REKNIT_MARKER_CIRCLE);
  for (guint i = 0; i < n_values; i++)
    reknit_series_append (series, (double) g_date_time_to_unix (start) + i * 7.0 * 86400, values[i],
                          i == 7 ? "A long walk by the river, and nobody looked at a phone" : NULL);
  return series;
}

static void
fill_chart (GtkWidget *content)
{
  const double first[] = { 3, 3, 4, 3.8, NAN, 5, 7, 7, 7.2, 6, 7.4, 7.2 };
  const double second[] = { 6, 5.5, 6, 5.4, 5.2, 5, 4, NAN, NAN, 6, 7, 8 };
  g_autoptr (GListStore) store = g_list_store_new (REKNIT_TYPE_SERIES);
  g_autoptr (ReknitSeries) ana = create_series ("Ana", "#2a7f7f", FALSE, first, G_N_ELEMENTS (first));
  g_autoptr (ReknitSeries) ben = create_series ("Ben", "#d9822b", TRUE, second, G_N_ELEMENTS (second));
  GtkWidget *card = add_box (content, "card", 12), *chart = reknit_chart_new (), *legend = reknit_legend_new ();

  g_list_store_append (store, ana);
  g_list_store_append (store, ben);
  gtk_widget_add_css_class (card, "question-card");
  add_label (card, "Twelve weeks", "eyebrow");
  add_label (card, "Closeness, as Each of You Said It", "title-3");
  reknit_legend_set_series (REKNIT_LEGEND (legend), G_LIST_MODEL (store));
  reknit_chart_set_series (REKNIT_CHART (chart), G_LIST_MODEL (store));
  reknit_chart_set_title (REKNIT_CHART (chart), "Closeness");
  gtk_box_append (GTK_BOX (card), legend);
  gtk_box_append (GTK_BOX (card), chart);
  reknit_chart_set_current_point (REKNIT_CHART (chart), walk_to);
  gtk_box_append (GTK_BOX (content), gtk_button_new_with_label ("Somewhere Else"));
}

static void
fill_header (GtkWidget *content)
{
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *header = add_box (content, "strand-header", 6);

      add_label (header, i == 0 ? "Communicate Openly" : i == 1 ? "Forgive" : "Quality Time", "title-1");
      add_label (header, "Say what is, hear what is meant, and agree how you will talk.", "body");
      gtk_box_append (GTK_BOX (header), reknit_strands_new (REKNIT_STRANDS_HEADER, strategies[i]));
    }
}

static void
fill_weaves (GtkWidget *content)
{
  GtkWidget *empty;

  for (guint i = 0; i < G_N_ELEMENTS (strategies); i++)
    gtk_box_append (GTK_BOX (content), reknit_strands_new (REKNIT_STRANDS_HEADER, strategies[i]));
  gtk_box_append (GTK_BOX (content), reknit_strands_new (REKNIT_STRANDS_SESSION, "session"));
  empty = reknit_strands_new (REKNIT_STRANDS_EMPTY, "jar");
  gtk_widget_set_halign (empty, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), empty);
  gtk_widget_set_halign (add_label (content, "Nothing in the Jar Yet", "title-2"), GTK_ALIGN_CENTER);
}

static void
fill_cards (GtkWidget *content)
{
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *card = add_box (content, "card", 0), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
      g_autofree char *icon = g_strdup_printf ("reknit-%s-symbolic", i == 0 ? "issue" : i == 1 ? "feelings" : "listen");
      GtkWidget *image = gtk_image_new_from_icon_name (icon), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

      gtk_widget_add_css_class (card, "practice-card");
      gtk_widget_add_css_class (image, "practice-icon");
      gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
      gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (row), image);
      gtk_box_append (GTK_BOX (row), words);
      add_label (words, i == 0 ? "Address the Issues" : i == 1 ? "Express Feelings" : "Listen Actively", "heading");
      add_label (words, "2 to talk about · 1 agreed", "dim-label");
      gtk_box_append (GTK_BOX (card), row);
    }

  content = add_box (content, "paper", 10);
  add_label (content, "A question for you two", "eyebrow");
  add_label (content, "When did you last feel that we were on the same side?", "session-text");
  add_label (content, "2:47", "session-clock");
  add_label (content, "“You never” is heard as blame. Perhaps: “It seldom happens that …”", "gentle-mark");
  add_label (content, "Ana", "seat-first");
  add_label (content, "Ben", "seat-second");
  add_label (content, "Together", "seat-together");
}

static void
fill_icons (GtkWidget *content)
{
  g_auto (GStrv) names = g_resources_enumerate_children ("/io/github/reknit/Reknit/icons/scalable/actions", 0, NULL);
  GtkWidget *grid = gtk_grid_new (), *app = gtk_image_new_from_icon_name ("io.github.reknit.Reknit");

  gtk_image_set_pixel_size (GTK_IMAGE (app), 96);
  gtk_box_append (GTK_BOX (content), app);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 14);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 20);
  gtk_box_append (GTK_BOX (content), grid);
  for (guint i = 0, n = 0; names[i]; i++)
    {
      g_autofree char *name = g_strndup (names[i], strlen (names[i]) - strlen (".svg"));
      GtkWidget *image;

      if (g_str_has_suffix (name, "-rtl"))
        continue;
      image = gtk_image_new_from_icon_name (name);
      gtk_image_set_pixel_size (GTK_IMAGE (image), n % 2 ? 16 : 32);
      gtk_widget_add_css_class (image, n % 6 == 0 ? "seat-first" : n % 6 == 3 ? "seat-second" : "body");
      gtk_grid_attach (GTK_GRID (grid), image, (int) (n % 14), (int) (n / 14), 1, 1);
      n++;
    }
}

static void
on_activate (GtkApplication *app)
{
  GtkWidget *window = adw_application_window_new (app), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16), *scroller = gtk_scrolled_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 780, 640);
  gtk_widget_set_margin_top (content, 18);
  gtk_widget_set_margin_bottom (content, 18);
  gtk_widget_set_margin_start (content, 12);
  gtk_widget_set_margin_end (content, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);

  if (g_str_equal (page, "icons"))
    fill_icons (content);
  else if (g_str_equal (page, "weaves"))
    fill_weaves (content);
  else if (g_str_equal (page, "header"))
    fill_header (content);
  else if (g_str_equal (page, "cards"))
    fill_cards (content);
  else
    fill_chart (content);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) app = NULL;

  reknit_icons_register_resource ();
  reknit_style_register_resource ();
  page = argc > 1 ? argv[1] : page;
  walk_to = argc > 2 ? atoi (argv[2]) : -1;
  app = adw_application_new ("io.github.reknit.Reknit", G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (app), "/io/github/reknit/Reknit");
  g_signal_connect (app, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (app), 1, argv);
}
