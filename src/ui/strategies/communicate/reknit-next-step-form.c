#include "reknit-next-step-form.h"

#include "reknit-config.h"
#include "reknit-content.h"
#include "reknit-draft-keeper.h"
#include "reknit-next-step.h"
#include "reknit-spoken-name.h"
#include "reknit-text-field.h"

#include <glib/gi18n-lib.h>

#define MAX_LENGTH 300

/**
 * ReknitNextStepForm:
 *
 * One small step for each, in their own words or begun from an idea.
 */
struct _ReknitNextStepForm
{
  GtkWidget          parent_instance;

  ReknitStore       *store;
  ReknitDraftKeeper *keeper;
  gint64             check_in;
  gint64             partners[2];
  ReknitTextField   *fields[2];
  guint              idea;
};

enum { PROP_0, PROP_VALID, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitNextStepForm, reknit_next_step_form, GTK_TYPE_WIDGET)

static gboolean
is_valid (ReknitNextStepForm *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->fields); i++)
    if (self->fields[i] != NULL && !reknit_text_field_is_valid (self->fields[i]))
      return FALSE;
  return TRUE;
}

static void
on_field_valid (ReknitNextStepForm *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

static gboolean
is_idea (GListModel *ideas,
         const char *text)
{
  for (guint i = 0; i < g_list_model_get_n_items (ideas); i++)
    {
      g_autoptr (ReknitSuggestion) idea = g_list_model_get_item (ideas, i);

      if (g_str_equal (reknit_suggestion_get_text (idea), text))
        return TRUE;
    }
  return FALSE;
}

/* Another idea, in the place of nothing or of an idea: own words are never overwritten. */
static void
on_idea (GtkButton *button,
         gpointer   user_data)
{
  ReknitTextField *field = user_data;
  ReknitNextStepForm *self =
    REKNIT_NEXT_STEP_FORM (gtk_widget_get_ancestor (GTK_WIDGET (button), REKNIT_TYPE_NEXT_STEP_FORM));
  GListModel *ideas = reknit_content_get_suggestions (reknit_content_get_default (), "next-steps");
  g_autofree char *text = reknit_text_field_dup_text (field);
  g_autoptr (ReknitSuggestion) idea = NULL;

  if (*text != '\0' && !is_idea (ideas, text))
    return;

  idea = g_list_model_get_item (ideas, self->idea++ % g_list_model_get_n_items (ideas));
  reknit_text_field_set_text (field, reknit_suggestion_get_text (idea));
  gtk_widget_grab_focus (GTK_WIDGET (field));
}

static void
add_partner (ReknitNextStepForm *self,
             guint               place,
             ReknitPartner      *partner)
{
  gint64 id = reknit_record_get_id (REKNIT_RECORD (partner));
  g_autoptr (ReknitNextStep) step = reknit_next_step_find (self->store, self->check_in, id);
  /* Translators: %s is a partner's name. */
  g_autofree char *label = g_strdup_printf (_("What %s will do"), reknit_partner_get_name (partner));
  g_autofree char *idea_name = g_strdup_printf (_("An idea for %s"), reknit_partner_get_name (partner));
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *field = reknit_text_field_new (label);
  GtkWidget *button = gtk_button_new_with_label (_("An Idea"));

  g_object_set (field, "max-length", MAX_LENGTH, "placeholder", _("Something that takes minutes, not days"),
                "text", step != NULL ? reknit_record_get_text (step, "body") : "", NULL);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  reknit_widget_set_spoken_name (button, idea_name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_idea), field, 0);
  g_signal_connect_object (field, "notify::valid", G_CALLBACK (on_field_valid), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (section), field);
  gtk_box_append (GTK_BOX (section), button);
  gtk_widget_set_parent (section, GTK_WIDGET (self));
  self->partners[place] = id;
  self->fields[place] = REKNIT_TEXT_FIELD (field);
  reknit_draft_keeper_bind (self->keeper, place == 0 ? "first" : "second", field, "text");
}

static void
reknit_next_step_form_dispose (GObject *object)
{
  ReknitNextStepForm *self = REKNIT_NEXT_STEP_FORM (object);
  GtkWidget *child;

  g_clear_object (&self->keeper);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->fields[0] = self->fields[1] = NULL;
  g_clear_object (&self->store);

  G_OBJECT_CLASS (reknit_next_step_form_parent_class)->dispose (object);
}

static void
reknit_next_step_form_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_VALID)
    g_value_set_boolean (value, is_valid (REKNIT_NEXT_STEP_FORM (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_next_step_form_class_init (ReknitNextStepFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = reknit_next_step_form_dispose;
  object_class->get_property = reknit_next_step_form_get_property;
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
reknit_next_step_form_init (ReknitNextStepForm *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 24);
}

/**
 * reknit_next_step_form_new:
 * @seats: the seats
 * @check_in: the check-in that is going on
 *
 * Returns: (transfer floating): a field for each partner, with what they have chosen so far
 */
GtkWidget *
reknit_next_step_form_new (ReknitSeats   *seats,
                           ReknitCheckIn *check_in)
{
  ReknitNextStepForm *self = g_object_new (REKNIT_TYPE_NEXT_STEP_FORM, NULL);
  ReknitPartner *partners[] = { reknit_seats_get_first (seats), reknit_seats_get_second (seats) };

  self->store = g_object_ref (reknit_seats_get_store (seats));
  self->check_in = reknit_record_get_id (REKNIT_RECORD (check_in));
  /* Not the same ideas each time, and not the same for both. */
  self->idea = (guint) (self->check_in % 97);
  self->keeper = reknit_draft_keeper_new (seats, "next-steps");
  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    if (partners[i] != NULL)
      add_partner (self, i, partners[i]);
  reknit_draft_keeper_open (self->keeper, self->check_in);
  return GTK_WIDGET (self);
}

static gboolean
put_step (ReknitStore         *store,
          ReknitNextStepForm  *self,
          guint                place,
          GError             **error)
{
  g_autofree char *text = self->fields[place] != NULL ? reknit_text_field_dup_text (self->fields[place]) : NULL;
  g_autoptr (ReknitNextStep) step = reknit_next_step_find (store, self->check_in, self->partners[place]);

  if (text == NULL)
    return TRUE;
  if (*g_strstrip (text) == '\0')
    return step == NULL || reknit_store_remove (store, REKNIT_RECORD (step), error);

  if (step == NULL)
    step = g_object_new (REKNIT_TYPE_NEXT_STEP, "check-in", self->check_in, "partner", self->partners[place], NULL);
  g_object_set (step, "body", text, NULL);
  return reknit_store_put (store, REKNIT_RECORD (step), error);
}

static gboolean
put_steps (ReknitStore  *store,
           gpointer      data,
           GError      **error)
{
  return put_step (store, data, 0, error) && put_step (store, data, 1, error);
}

/**
 * reknit_next_step_form_save:
 * @error: return location; a `REKNIT_STORE_ERROR`
 *
 * Returns: whether the steps are saved; if not, the draft stays
 */
gboolean
reknit_next_step_form_save (ReknitNextStepForm  *self,
                            GError             **error)
{
  if (!reknit_store_transact (self->store, _("Choose Next Steps"), put_steps, self, error))
    return FALSE;

  reknit_draft_keeper_drop (self->keeper);
  return TRUE;
}
