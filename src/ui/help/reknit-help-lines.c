#include "reknit-help-lines.h"

#include "reknit-config.h"
#include "reknit-content.h"
#include "reknit-template.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * ReknitHelpLines:
 *
 * Emergency numbers and help lines of one country.
 */
struct _ReknitHelpLines
{
  GtkWidget    parent_instance;

  AdwComboRow *country;
  GtkListBox  *list;
  GtkBox      *notes;
};

G_DEFINE_FINAL_TYPE (ReknitHelpLines, reknit_help_lines, GTK_TYPE_WIDGET)

static const char *
name_kind (ReknitHelpKind kind)
{
  switch (kind)
    {
    case REKNIT_HELP_EMERGENCY: return _("Emergency");
    case REKNIT_HELP_VIOLENCE: return _("Fear, force or control");
    case REKNIT_HELP_CHANGE: return _("For those who want to stop using force");
    case REKNIT_HELP_CRISIS: return _("Despair, thoughts of suicide");
    default: g_assert_not_reached ();
    }
}

static void
on_web (GtkButton  *button,
        gpointer    user_data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));

  gtk_show_uri (GTK_WINDOW (root), gtk_widget_get_name (GTK_WIDGET (button)), GDK_CURRENT_TIME);
}

static GtkWidget *
make_row (ReknitHelpLine *line)
{
  const char *kind = name_kind (reknit_help_line_get_kind (line));
  const char *name = reknit_help_line_get_name (line);
  const char *note = reknit_help_line_get_note (line);
  const char *web = reknit_help_line_get_web (line);
  g_autofree char *numbers = g_strjoinv (" · ", (char **) reknit_help_line_get_numbers (line));
  g_autofree char *about = note != NULL ? g_strdup_printf ("%s · %s", kind, note) : g_strdup (kind);
  g_autofree char *subtitle = name != NULL && *numbers != '\0' ? g_strdup_printf ("%s\n%s", numbers, about) : g_strdup (about);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name != NULL ? name : numbers,
                                 "subtitle", subtitle, NULL);

  if (web != NULL)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("reknit-link-symbolic");
      g_autofree char *label = g_strdup_printf (_("Open %s in the Browser"), web);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, label);
      gtk_widget_set_name (button, web);
      g_signal_connect (button, "clicked", G_CALLBACK (on_web), NULL);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  return row;
}

static void
on_country (ReknitHelpLines *self)
{
  ReknitHelpDirectory *directory = reknit_content_get_help_directory (reknit_content_get_default ());
  GListModel *countries = reknit_help_directory_get_countries (directory);
  g_autoptr (ReknitHelpCountry) country = g_list_model_get_item (countries, adw_combo_row_get_selected (self->country));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  for (guint i = 0; country != NULL && i < g_list_model_get_n_items (reknit_help_country_get_lines (country)); i++)
    {
      g_autoptr (ReknitHelpLine) line = g_list_model_get_item (reknit_help_country_get_lines (country), i);
      gtk_list_box_append (self->list, make_row (line));
    }
}

/* The country of the locale, "de_AT.UTF-8" for Austria; it is a guess, and nothing asks anybody where we are. */
static gboolean
is_home (const char *code)
{
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");
  const char *separator = names[0] != NULL ? strchr (names[0], '_') : NULL;

  return separator != NULL && g_ascii_strncasecmp (separator + 1, code, 2) == 0;
}

static void
fill (ReknitHelpLines *self)
{
  ReknitHelpDirectory *directory = reknit_content_get_help_directory (reknit_content_get_default ());
  GListModel *countries = reknit_help_directory_get_countries (directory);
  const char *const *paragraphs = reknit_help_directory_get_paragraphs (directory);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint home = 0;

  for (guint i = 0; i < g_list_model_get_n_items (countries); i++)
    {
      g_autoptr (ReknitHelpCountry) country = g_list_model_get_item (countries, i);

      gtk_string_list_append (names, reknit_help_country_get_title (country));
      if (is_home (reknit_help_country_get_code (country)))
        home = i;
    }
  adw_combo_row_set_model (self->country, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->country, home);
  on_country (self);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", paragraphs[i], "wrap", TRUE, "xalign", 0.0f, NULL);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (self->notes, label);
    }
}

static void
reknit_help_lines_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_HELP_LINES);
  G_OBJECT_CLASS (reknit_help_lines_parent_class)->dispose (object);
}

static void
reknit_help_lines_class_init (ReknitHelpLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_help_lines_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-help-lines.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitHelpLines, country);
  gtk_widget_class_bind_template_child (widget_class, ReknitHelpLines, list);
  gtk_widget_class_bind_template_child (widget_class, ReknitHelpLines, notes);
  gtk_widget_class_bind_template_callback (widget_class, on_country);
}

static void
reknit_help_lines_init (ReknitHelpLines *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

/**
 * reknit_help_lines_new:
 *
 * Returns: (transfer floating): the help lines, of the locale's country at first
 */
GtkWidget *
reknit_help_lines_new (void)
{
  return g_object_new (REKNIT_TYPE_HELP_LINES, NULL);
}
