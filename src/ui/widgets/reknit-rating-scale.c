#include "reknit-rating-scale.h"

#include "reknit-check-in-answer.h"
#include "reknit-config.h"
#include "reknit-spoken-name.h"
#include "reknit-template.h"

#include <glib/gi18n-lib.h>

#define N_STEPS (REKNIT_RATING_MAX + 1)

/**
 * ReknitRatingScale:
 *
 * A question that is answered with a number from 0 to 10, or not at all. Nothing is chosen before somebody chooses it.
 * One stop for the Tab key; within, arrows walk, digits choose, and Delete leaves it out.
 */
struct _ReknitRatingScale
{
  GtkWidget        parent_instance;

  char            *title;
  char            *question;
  char            *low;
  char            *high;
  gint64           rating;
  gboolean         showing;

  GtkWidget       *clear_button;
  GtkBox          *buttons;
  GtkToggleButton *steps[N_STEPS];
};

enum { PROP_0, PROP_TITLE, PROP_QUESTION, PROP_LOW, PROP_HIGH, PROP_RATING, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitRatingScale, reknit_rating_scale, GTK_TYPE_WIDGET)

static void
show_rating (ReknitRatingScale *self)
{
  gint64 stop = MAX (self->rating, 0);

  self->showing = TRUE;
  for (gint64 i = 0; i < N_STEPS; i++)
    {
      gtk_toggle_button_set_active (self->steps[i], i == self->rating);
      gtk_widget_set_focusable (GTK_WIDGET (self->steps[i]), i == stop);
    }
  self->showing = FALSE;

  /* Invisible rather than gone, so that nothing moves under the pointer. */
  gtk_widget_set_opacity (self->clear_button, self->rating != REKNIT_RATING_NONE ? 1 : 0);
  gtk_widget_set_sensitive (self->clear_button, self->rating != REKNIT_RATING_NONE);
}

static void
on_toggled (GtkToggleButton *button,
            gpointer         user_data)
{
  ReknitRatingScale *self = user_data;

  if (self->showing)
    return;

  for (gint64 i = 0; i < N_STEPS; i++)
    if (self->steps[i] == button)
      reknit_rating_scale_set_rating (self, i);
  /* What was chosen stays chosen when it is pressed again; leaving out has its own button. */
  show_rating (self);
}

static void
on_clear (ReknitRatingScale *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->steps[MAX (self->rating, 0)]));
  reknit_rating_scale_set_rating (self, REKNIT_RATING_NONE);
}

static void
choose (ReknitRatingScale *self,
        gint64             rating)
{
  reknit_rating_scale_set_rating (self, CLAMP (rating, 0, REKNIT_RATING_MAX));
  gtk_widget_grab_focus (GTK_WIDGET (self->steps[self->rating]));
}

static gboolean
on_key (ReknitRatingScale *self,
        guint              keyval,
        guint              keycode,
        GdkModifierType    state)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean any = self->rating != REKNIT_RATING_NONE;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;

  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    choose (self, keyval - GDK_KEY_0);
  else if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    choose (self, keyval - GDK_KEY_KP_0);
  else if (keyval == (mirrored ? GDK_KEY_Left : GDK_KEY_Right))
    choose (self, any ? self->rating + 1 : 0);
  else if (keyval == (mirrored ? GDK_KEY_Right : GDK_KEY_Left))
    choose (self, any ? self->rating - 1 : 0);
  else if (keyval == GDK_KEY_Home)
    choose (self, 0);
  else if (keyval == GDK_KEY_End)
    choose (self, REKNIT_RATING_MAX);
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace)
    reknit_rating_scale_set_rating (self, REKNIT_RATING_NONE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
name_children (ReknitRatingScale *self)
{
  g_autofree char *clear = g_strdup_printf (_("Leave out: %s"), self->title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons), GTK_ACCESSIBLE_PROPERTY_LABEL, self->question, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear_button), GTK_ACCESSIBLE_PROPERTY_LABEL, clear, -1);
  for (int i = 0; i < N_STEPS; i++)
    {
      /* Translators: read out for one step of a scale: “Closeness: 7 of 10” */
      g_autofree char *name = g_strdup_printf (_("%1$s: %2$d of %3$d"), self->title, i, REKNIT_RATING_MAX);

      reknit_widget_set_spoken_name (GTK_WIDGET (self->steps[i]), name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->steps[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      i == 0 ? self->low : i == REKNIT_RATING_MAX ? self->high : "", -1);
    }
}

static void
reknit_rating_scale_constructed (GObject *object)
{
  G_OBJECT_CLASS (reknit_rating_scale_parent_class)->constructed (object);
  name_children (REKNIT_RATING_SCALE (object));
}

static void
reknit_rating_scale_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_RATING_SCALE);
  G_OBJECT_CLASS (reknit_rating_scale_parent_class)->dispose (object);
}

static void
reknit_rating_scale_finalize (GObject *object)
{
  ReknitRatingScale *self = REKNIT_RATING_SCALE (object);

  g_free (self->title);
  g_free (self->question);
  g_free (self->low);
  g_free (self->high);
  G_OBJECT_CLASS (reknit_rating_scale_parent_class)->finalize (object);
}

static char **
words_of (ReknitRatingScale *self,
          guint              prop_id)
{
  return prop_id == PROP_TITLE ? &self->title : prop_id == PROP_QUESTION ? &self->question
         : prop_id == PROP_LOW ? &self->low : &self->high;
}

static void
reknit_rating_scale_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ReknitRatingScale *self = REKNIT_RATING_SCALE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
    case PROP_QUESTION:
    case PROP_LOW:
    case PROP_HIGH: g_value_set_string (value, *words_of (self, prop_id)); break;
    case PROP_RATING: g_value_set_int64 (value, self->rating); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_rating_scale_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ReknitRatingScale *self = REKNIT_RATING_SCALE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
    case PROP_QUESTION:
    case PROP_LOW:
    case PROP_HIGH: *words_of (self, prop_id) = g_value_dup_string (value); break;
    case PROP_RATING: reknit_rating_scale_set_rating (self, g_value_get_int64 (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_rating_scale_class_init (ReknitRatingScaleClass *klass)
{
  static const char *const words[] = { NULL, "title", "question", "low", "high" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = reknit_rating_scale_constructed;
  object_class->dispose = reknit_rating_scale_dispose;
  object_class->finalize = reknit_rating_scale_finalize;
  object_class->get_property = reknit_rating_scale_get_property;
  object_class->set_property = reknit_rating_scale_set_property;

  for (guint i = PROP_TITLE; i <= PROP_HIGH; i++)
    properties[i] = g_param_spec_string (words[i], NULL, NULL, "",
                                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_RATING] = g_param_spec_int64 ("rating", NULL, NULL, REKNIT_RATING_NONE, REKNIT_RATING_MAX, REKNIT_RATING_NONE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-rating-scale.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitRatingScale, clear_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitRatingScale, buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
reknit_rating_scale_init (ReknitRatingScale *self)
{
  self->rating = REKNIT_RATING_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_STEPS; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d", i);

      self->steps[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (label));
      g_signal_connect (self->steps[i], "toggled", G_CALLBACK (on_toggled), self);
      gtk_box_append (self->buttons, GTK_WIDGET (self->steps[i]));
    }
  show_rating (self);
}

/**
 * reknit_rating_scale_new:
 * @title: what is rated, in a word or two
 * @question: the question in full
 * @low: what 0 means
 * @high: what 10 means
 *
 * Returns: (transfer floating): a scale on which nothing is chosen
 */
GtkWidget *
reknit_rating_scale_new (const char *title,
                         const char *question,
                         const char *low,
                         const char *high)
{
  return g_object_new (REKNIT_TYPE_RATING_SCALE, "title", title, "question", question, "low", low, "high", high, NULL);
}

/**
 * reknit_rating_scale_get_rating:
 *
 * Returns: 0 to 10, or %REKNIT_RATING_NONE
 */
gint64
reknit_rating_scale_get_rating (ReknitRatingScale *self)
{
  return self->rating;
}

/**
 * reknit_rating_scale_set_rating:
 * @rating: 0 to 10, or %REKNIT_RATING_NONE
 */
void
reknit_rating_scale_set_rating (ReknitRatingScale *self,
                                gint64             rating)
{
  if (self->rating == rating)
    return;

  self->rating = rating;
  show_rating (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATING]);
}
