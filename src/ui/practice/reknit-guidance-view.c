#include "reknit-guidance-view.h"

#include "reknit-config.h"
#include "reknit-template.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * ReknitGuidanceView:
 *
 * What a practice is, how it is done, what to do when it goes wrong, and why it helps.
 */
struct _ReknitGuidanceView
{
  GtkWidget       parent_instance;

  ReknitPractice *practice;
  gboolean        closable;
  char           *notice;

  GtkBox         *box;
  GtkLabel       *notice_label;
};

enum { PROP_0, PROP_PRACTICE, PROP_CLOSABLE, PROP_NOTICE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitGuidanceView, reknit_guidance_view, GTK_TYPE_WIDGET)

static GtkWidget *
add_text (GtkBox     *box,
          const char *text,
          const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", FALSE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static void
add_heading (ReknitGuidanceView *self,
             const char         *text)
{
  gtk_widget_set_margin_top (add_text (self->box, text, "heading"), 12);
}

static void
add_steps (ReknitGuidanceView *self,
           GListModel         *steps)
{
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (ReknitGuidanceNote) step = g_list_model_get_item (steps, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *label = add_text (GTK_BOX (row), number, "reknit-step-number");

      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
      gtk_widget_set_hexpand (add_text (GTK_BOX (row), reknit_guidance_note_get_text (step), NULL), TRUE);
      gtk_box_append (self->box, row);
    }
}

static void
add_notes (ReknitGuidanceView *self,
           GListModel         *notes,
           gboolean            heading_first)
{
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (ReknitGuidanceNote) note = g_list_model_get_item (notes, i);
      const char *heading = reknit_guidance_note_get_heading (note);
      const char *text = reknit_guidance_note_get_text (note);
      GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

      if (heading_first && heading != NULL)
        add_text (GTK_BOX (group), heading, "reknit-sign");
      add_text (GTK_BOX (group), text, NULL);
      if (!heading_first && heading != NULL)
        {
          GtkWidget *source = add_text (GTK_BOX (group), heading, "dim-label");

          gtk_widget_add_css_class (source, "caption");
        }
      gtk_box_append (self->box, group);
    }
}

static void
fill (ReknitGuidanceView *self)
{
  ReknitGuidance *guidance = reknit_practice_load_guidance (self->practice);

  if (guidance == NULL)
    {
      add_text (self->box, reknit_practice_get_summary (self->practice), NULL);
      return;
    }

  add_text (self->box, reknit_guidance_get_what (guidance), NULL);
  add_heading (self, _("Step by Step"));
  add_steps (self, reknit_guidance_get_steps (guidance));
  add_heading (self, _("When It Goes Wrong"));
  add_notes (self, reknit_guidance_get_cases (guidance), TRUE);
  add_heading (self, _("Why This Helps"));
  add_notes (self, reknit_guidance_get_reasons (guidance), FALSE);
}

static void
set_notice (ReknitGuidanceView *self,
            const char         *notice)
{
  if (g_strcmp0 (self->notice, notice) == 0)
    return;

  g_free (self->notice);
  self->notice = g_strdup (notice);
  gtk_label_set_label (self->notice_label, notice != NULL ? notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice_label), notice != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTICE]);
}

static void
set_closable (ReknitGuidanceView *self,
              gboolean            closable)
{
  if (self->closable == closable)
    return;

  self->closable = closable;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLOSABLE]);
}

static void
reknit_guidance_view_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ReknitGuidanceView *self = REKNIT_GUIDANCE_VIEW (object);

  switch (prop_id)
    {
    case PROP_PRACTICE: g_value_set_object (value, self->practice); break;
    case PROP_CLOSABLE: g_value_set_boolean (value, self->closable); break;
    case PROP_NOTICE: g_value_set_string (value, self->notice); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_guidance_view_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ReknitGuidanceView *self = REKNIT_GUIDANCE_VIEW (object);

  switch (prop_id)
    {
    case PROP_PRACTICE: reknit_guidance_view_set_practice (self, g_value_get_object (value)); break;
    case PROP_CLOSABLE: set_closable (self, g_value_get_boolean (value)); break;
    case PROP_NOTICE: set_notice (self, g_value_get_string (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_guidance_view_dispose (GObject *object)
{
  ReknitGuidanceView *self = REKNIT_GUIDANCE_VIEW (object);

  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_GUIDANCE_VIEW);
  g_clear_object (&self->practice);
  G_OBJECT_CLASS (reknit_guidance_view_parent_class)->dispose (object);
}

static void
reknit_guidance_view_finalize (GObject *object)
{
  g_free (REKNIT_GUIDANCE_VIEW (object)->notice);
  G_OBJECT_CLASS (reknit_guidance_view_parent_class)->finalize (object);
}

static void
reknit_guidance_view_class_init (ReknitGuidanceViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = reknit_guidance_view_dispose;
  object_class->finalize = reknit_guidance_view_finalize;
  object_class->get_property = reknit_guidance_view_get_property;
  object_class->set_property = reknit_guidance_view_set_property;

  properties[PROP_PRACTICE] = g_param_spec_object ("practice", NULL, NULL, REKNIT_TYPE_PRACTICE, flags);
  properties[PROP_CLOSABLE] = g_param_spec_boolean ("closable", NULL, NULL, FALSE, flags);
  properties[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-guidance-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitGuidanceView, box);
  gtk_widget_class_bind_template_child (widget_class, ReknitGuidanceView, notice_label);
}

static void
reknit_guidance_view_init (ReknitGuidanceView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_guidance_view_new_in_place_of_tool:
 * @practice: a practice whose tool is not there yet
 *
 * Returns: (transfer floating): its guidance, under a notice that the tool is being built
 */
GtkWidget *
reknit_guidance_view_new_in_place_of_tool (ReknitPractice *practice)
{
  return g_object_new (REKNIT_TYPE_GUIDANCE_VIEW, "practice", practice, "notice",
                       _("The tool that is told of here is still being built. Until it is there, the steps below say how "
                         "the two of you can do it by yourselves."), NULL);
}

/**
 * reknit_guidance_view_set_practice:
 * @practice: (nullable): whose guidance to show; its text is read now and not before
 */
void
reknit_guidance_view_set_practice (ReknitGuidanceView *self,
                                   ReknitPractice     *practice)
{
  GtkWidget *child;

  if (!g_set_object (&self->practice, practice))
    return;

  while ((child = gtk_widget_get_last_child (GTK_WIDGET (self->box))) != GTK_WIDGET (self->notice_label))
    gtk_box_remove (self->box, child);
  if (practice != NULL)
    fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRACTICE]);
}
