#include "reknit-lead-picker.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "reknit-wrap-box.h"

/**
 * ReknitLeadPicker:
 *
 * How long before the time to remind of it; several may be chosen.
 */
struct _ReknitLeadPicker
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  char      *leads;
  gboolean   loading;
  GtkToggleButton *buttons[6];
};

static const struct
{
  int         minutes;
  const char *label;
} choices[] = {
  { 0, NC_("when to remind", "At the Time") },
  { 60, NC_("when to remind", "An Hour Before") },
  { 3 * 60, NC_("when to remind", "Three Hours") },
  { 24 * 60, NC_("when to remind", "A Day") },
  { 3 * 24 * 60, NC_("when to remind", "Three Days") },
  { 7 * 24 * 60, NC_("when to remind", "A Week") },
};

enum { PROP_0, PROP_LEADS, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitLeadPicker, reknit_lead_picker, GTK_TYPE_WIDGET)

static void
update (ReknitLeadPicker *self)
{
  g_autoptr (GString) leads = g_string_new (NULL);

  if (self->loading)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      g_string_append_printf (leads, "%s%d", leads->len > 0 ? " " : "", choices[i].minutes);
  if (g_str_equal (leads->str, self->leads))
    return;
  g_free (self->leads);
  self->leads = g_strdup (leads->str);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEADS]);
}

static gboolean
has_minutes (GArray *minutes,
             int     wanted)
{
  for (guint i = 0; i < minutes->len; i++)
    if (g_array_index (minutes, int, i) == wanted)
      return TRUE;
  return FALSE;
}

static GArray *
parse (const char *text)
{
  GArray *minutes = g_array_new (FALSE, FALSE, sizeof (int));
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        int lead = atoi (words[i]);

        g_array_append_val (minutes, lead);
      }
  return minutes;
}

static void
reknit_lead_picker_dispose (GObject *object)
{
  g_clear_pointer (&REKNIT_LEAD_PICKER (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (reknit_lead_picker_parent_class)->dispose (object);
}

static void
reknit_lead_picker_finalize (GObject *object)
{
  g_free (REKNIT_LEAD_PICKER (object)->leads);
  G_OBJECT_CLASS (reknit_lead_picker_parent_class)->finalize (object);
}

static void
reknit_lead_picker_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (prop_id == PROP_LEADS)
    g_value_set_string (value, REKNIT_LEAD_PICKER (object)->leads);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_lead_picker_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  if (prop_id == PROP_LEADS)
    {
      g_autoptr (GArray) minutes = parse (g_value_get_string (value));

      reknit_lead_picker_set (REKNIT_LEAD_PICKER (object), minutes);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_lead_picker_class_init (ReknitLeadPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = reknit_lead_picker_dispose;
  object_class->finalize = reknit_lead_picker_finalize;
  object_class->get_property = reknit_lead_picker_get_property;
  object_class->set_property = reknit_lead_picker_set_property;
  properties[PROP_LEADS] = g_param_spec_string ("leads", NULL, NULL, "",
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
reknit_lead_picker_init (ReknitLeadPicker *self)
{
  self->leads = g_strdup ("");
  self->box = reknit_wrap_box_new ();
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (g_dpgettext2 (GETTEXT_PACKAGE, "when to remind", choices[i].label));

      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (update), self);
      reknit_wrap_box_append (REKNIT_WRAP_BOX (self->box), button);
    }
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * reknit_lead_picker_new:
 *
 * Returns: (transfer floating): a picker with nothing chosen
 */
GtkWidget *
reknit_lead_picker_new (void)
{
  return g_object_new (REKNIT_TYPE_LEAD_PICKER, NULL);
}

/**
 * reknit_lead_picker_set:
 * @minutes: (element-type int): what to choose; what is not offered is left aside
 */
void
reknit_lead_picker_set (ReknitLeadPicker *self,
                        GArray           *minutes)
{
  self->loading = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_toggle_button_set_active (self->buttons[i], has_minutes (minutes, choices[i].minutes));
  self->loading = FALSE;
  update (self);
}

/**
 * reknit_lead_picker_list:
 *
 * Returns: (transfer full) (element-type int): what is chosen
 */
GArray *
reknit_lead_picker_list (ReknitLeadPicker *self)
{
  return parse (self->leads);
}
