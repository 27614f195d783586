#include "reknit-idea-draw.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-idea-not-now.h"
#include "reknit-idea-text.h"
#include "reknit-template.h"
#include "reknit-wrap-box.h"

/**
 * ReknitIdeaDraw:
 *
 * Lets chance choose: a button that draws an idea, a card with what was drawn, and the ways to plan it and to let it rest.
 */
struct _ReknitIdeaDraw
{
  GtkWidget         parent_instance;

  ReknitSeats      *seats;
  GPtrArray        *choices;
  GPtrArray        *drawn;
  guint             next;
  ReknitIdeaChoice *shown;
  char             *label;
  char             *plan_action;

  GtkWidget        *card;
  GtkLabel         *title_label;
  GtkLabel         *summary_label;
  GtkLabel         *traits_label;
  GtkWidget        *plan_button;
  GtkWidget        *rest_button;
  GtkButton        *draw_button;
  GtkWidget        *find_button;
};

enum { PROP_0, PROP_LABEL, PROP_PLAN_ACTION, PROP_FIND_ACTION, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitIdeaDraw, reknit_idea_draw, GTK_TYPE_WIDGET)

static void
show_choice (ReknitIdeaDraw   *self,
             ReknitIdeaChoice *choice)
{
  const char *summary = choice != NULL ? reknit_idea_choice_get_summary (choice) : NULL;
  g_autofree char *traits = choice != NULL ? reknit_idea_text_traits (reknit_idea_choice_get_traits (choice)) : NULL;

  g_set_object (&self->shown, choice);
  gtk_widget_set_visible (self->card, choice != NULL);
  gtk_widget_set_visible (self->plan_button, choice != NULL);
  gtk_widget_set_visible (self->rest_button, choice != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->draw_button), self->choices != NULL && self->choices->len > 0);
  if (choice != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->draw_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->draw_button), "suggested-action");
  gtk_button_set_label (self->draw_button, choice != NULL ? _("Another One") : self->label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->draw_button), self->choices != NULL && self->choices->len > (choice != NULL ? 1 : 0));
  if (choice == NULL)
    return;
  gtk_label_set_label (self->title_label, reknit_idea_choice_get_title (choice));
  gtk_label_set_label (self->summary_label, summary != NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), summary != NULL && *summary != '\0');
  gtk_label_set_label (self->traits_label, traits);
  gtk_widget_set_visible (GTK_WIDGET (self->traits_label), *traits != '\0');
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->plan_button), "s", reknit_idea_choice_get_key (choice));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->plan_button), self->plan_action);
}

/* None comes again before all have come, and then not the one that is shown. */
static void
on_draw (ReknitIdeaDraw *self)
{
  if (self->choices == NULL || self->choices->len == 0)
    return;
  if (self->drawn == NULL || self->next >= self->drawn->len)
    {
      g_clear_pointer (&self->drawn, g_ptr_array_unref);
      self->drawn = reknit_idea_pool_draw (reknit_seats_get_store (self->seats), self->choices);
      self->next = self->drawn->len > 1 && self->shown != NULL
                   && g_str_equal (reknit_idea_choice_get_key (self->drawn->pdata[0]), reknit_idea_choice_get_key (self->shown));
    }
  show_choice (self, self->drawn->pdata[self->next++]);
}

/* Another one comes in its place, so that one can go on. */
static void
on_rest (ReknitIdeaDraw *self)
{
  g_autofree char *key = g_strdup (reknit_idea_draw_get_key (self));

  if (key == NULL)
    return;
  reknit_idea_not_now (GTK_WIDGET (self), self->seats, key);
  if (self->shown == NULL)
    on_draw (self);
  if (self->shown == NULL)
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

static void
reknit_idea_draw_dispose (GObject *object)
{
  ReknitIdeaDraw *self = REKNIT_IDEA_DRAW (object);

  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_IDEA_DRAW);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->drawn, g_ptr_array_unref);
  g_clear_object (&self->shown);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_idea_draw_parent_class)->dispose (object);
}

static void
reknit_idea_draw_finalize (GObject *object)
{
  g_free (REKNIT_IDEA_DRAW (object)->label);
  g_free (REKNIT_IDEA_DRAW (object)->plan_action);
  G_OBJECT_CLASS (reknit_idea_draw_parent_class)->finalize (object);
}

static void
reknit_idea_draw_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ReknitIdeaDraw *self = REKNIT_IDEA_DRAW (object);

  switch (prop_id)
    {
    case PROP_LABEL: g_value_set_string (value, self->label); break;
    case PROP_PLAN_ACTION: g_value_set_string (value, self->plan_action); break;
    case PROP_FIND_ACTION: g_value_set_string (value, gtk_actionable_get_action_name (GTK_ACTIONABLE (self->find_button))); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_idea_draw_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ReknitIdeaDraw *self = REKNIT_IDEA_DRAW (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_free (self->label);
      self->label = g_value_dup_string (value);
      gtk_button_set_label (self->draw_button, self->label);
      break;
    case PROP_PLAN_ACTION:
      g_free (self->plan_action);
      self->plan_action = g_value_dup_string (value);
      break;
    case PROP_FIND_ACTION:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->find_button), g_value_get_string (value));
      gtk_widget_set_visible (self->find_button, g_value_get_string (value) != NULL);
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_idea_draw_class_init (ReknitIdeaDrawClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_idea_draw_dispose;
  object_class->finalize = reknit_idea_draw_finalize;
  object_class->get_property = reknit_idea_draw_get_property;
  object_class->set_property = reknit_idea_draw_set_property;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_PLAN_ACTION] = g_param_spec_string ("plan-action", NULL, NULL, NULL, flags);
  properties[PROP_FIND_ACTION] = g_param_spec_string ("find-action", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-idea-draw.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaDraw, card);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaDraw, title_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaDraw, summary_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaDraw, traits_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaDraw, plan_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaDraw, rest_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaDraw, draw_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitIdeaDraw, find_button);
  gtk_widget_class_bind_template_callback (widget_class, on_draw);
  gtk_widget_class_bind_template_callback (widget_class, on_rest);
}

static void
reknit_idea_draw_init (ReknitIdeaDraw *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static ReknitIdeaChoice *
find_shown (ReknitIdeaDraw *self)
{
  for (guint i = 0; self->shown != NULL && i < self->choices->len; i++)
    if (g_str_equal (reknit_idea_choice_get_key (self->choices->pdata[i]), reknit_idea_choice_get_key (self->shown)))
      return self->choices->pdata[i];
  return NULL;
}

/**
 * reknit_idea_draw_set_choices:
 * @seats: the seats, whose store knows what both like and what they did lately
 * @choices: (element-type ReknitIdeaChoice): what to draw from
 *
 * What was drawn stays where it is still among them.
 */
void
reknit_idea_draw_set_choices (ReknitIdeaDraw *self,
                              ReknitSeats    *seats,
                              GPtrArray      *choices)
{
  g_set_object (&self->seats, seats);
  g_ptr_array_ref (choices);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = choices;
  g_clear_pointer (&self->drawn, g_ptr_array_unref);
  show_choice (self, find_shown (self));
}

/**
 * reknit_idea_draw_get_key:
 *
 * Returns: (nullable): the key of the idea that is shown
 */
const char *
reknit_idea_draw_get_key (ReknitIdeaDraw *self)
{
  return self->shown != NULL ? reknit_idea_choice_get_key (self->shown) : NULL;
}
