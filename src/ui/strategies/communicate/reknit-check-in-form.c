#include "reknit-check-in-form.h"

#include "reknit-check-in-scales.h"
#include "reknit-config.h"
#include "reknit-draft-keeper.h"
#include "reknit-rating-scale.h"
#include "reknit-text-field.h"

#include <glib/gi18n-lib.h>

#define N_TEXTS 2

/**
 * ReknitCheckInForm:
 *
 * One page of what a partner answers alone, in their own seat. Ratings are kept as they are chosen, words as they are
 * typed; all of it is private and sealed until both are revealed.
 */
struct _ReknitCheckInForm
{
  GtkWidget            parent_instance;

  ReknitStore         *store;
  ReknitCheckInAnswer *answer;
  ReknitDraftKeeper   *keeper;
  ReknitTextField     *fields[N_TEXTS];
  const char          *columns[N_TEXTS];
};

enum { PROP_0, PROP_VALID, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitCheckInForm, reknit_check_in_form, GTK_TYPE_WIDGET)

static gboolean
is_valid (ReknitCheckInForm *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    if (self->fields[i] != NULL && !reknit_text_field_is_valid (self->fields[i]))
      return FALSE;
  return TRUE;
}

static void
on_field_valid (ReknitCheckInForm *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

static void
on_rated (ReknitCheckInForm *self)
{
  /* The window tells of a failed save, and the store tries again. */
  if (reknit_record_is_dirty (REKNIT_RECORD (self->answer)))
    reknit_store_save (self->store, NULL, self->answer, NULL);
}

static void
add_scales (ReknitCheckInForm *self)
{
  for (guint i = 0; i < REKNIT_N_CHECK_IN_SCALES; i++)
    {
      ReknitCheckInScale scale = reknit_check_in_scale_get (i);
      GtkWidget *widget = reknit_rating_scale_new (scale.title, scale.question, scale.low, scale.high);

      g_object_bind_property (self->answer, scale.id, widget, "rating", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
      g_signal_connect_object (widget, "notify::rating", G_CALLBACK (on_rated), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (widget, GTK_WIDGET (self));
    }
}

static void
add_text (ReknitCheckInForm *self,
          guint              place,
          const char        *column,
          const char        *label,
          const char        *placeholder)
{
  GtkWidget *field = reknit_text_field_new (label);

  g_object_set (field, "placeholder", placeholder, "max-length", 1000u,
                "text", reknit_record_get_text (self->answer, column), NULL);
  g_signal_connect_object (field, "notify::valid", G_CALLBACK (on_field_valid), self, G_CONNECT_SWAPPED);
  reknit_draft_keeper_bind (self->keeper, column, field, "text");
  gtk_widget_set_parent (field, GTK_WIDGET (self));
  self->fields[place] = REKNIT_TEXT_FIELD (field);
  self->columns[place] = column;
}

static void
reknit_check_in_form_dispose (GObject *object)
{
  ReknitCheckInForm *self = REKNIT_CHECK_IN_FORM (object);
  GtkWidget *child;

  g_clear_object (&self->keeper);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->fields[0] = self->fields[1] = NULL;
  g_clear_object (&self->answer);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (reknit_check_in_form_parent_class)->dispose (object);
}

static void
reknit_check_in_form_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (prop_id == PROP_VALID)
    g_value_set_boolean (value, is_valid (REKNIT_CHECK_IN_FORM (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_check_in_form_class_init (ReknitCheckInFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = reknit_check_in_form_dispose;
  object_class->get_property = reknit_check_in_form_get_property;

  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
reknit_check_in_form_init (ReknitCheckInForm *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 24);
}

static void
fill (ReknitCheckInForm  *self,
      ReknitPartner      *other,
      ReknitCheckInPlace  part)
{
  if (part == REKNIT_CHECK_IN_PLACE_RATINGS)
    {
      add_scales (self);
    }
  else if (part == REKNIT_CHECK_IN_PLACE_WORDS)
    {
      add_text (self, 0, "went-well", _("One thing that went well"), _("Small is fine"));
      add_text (self, 1, "wish", _("One wish"), _("Something that the other could really do"));
    }
  else if (other != NULL)
    {
      /* Translators: %s is a partner's name. */
      g_autofree char *label = g_strdup_printf (_("What you appreciate about %s"), reknit_partner_get_name (other));
      add_text (self, 0, "appreciation", label, _("If you said it aloud, you can leave this out"));
    }
  else
    {
      add_text (self, 0, "appreciation", _("What you appreciate"), _("Something that was good between you, or in you"));
    }
}

/**
 * reknit_check_in_form_new:
 * @seats: the seats, one of which is taken
 * @check_in: the check-in that is going on
 * @part: which page: the appreciation, the ratings, or the words
 *
 * Returns: (transfer floating): that page, with what its author has answered so far
 */
GtkWidget *
reknit_check_in_form_new (ReknitSeats        *seats,
                          ReknitCheckIn      *check_in,
                          ReknitCheckInPlace  part)
{
  ReknitCheckInForm *self = g_object_new (REKNIT_TYPE_CHECK_IN_FORM, NULL);
  ReknitPartner *current = reknit_seats_get_current (seats);
  gint64 id = reknit_record_get_id (REKNIT_RECORD (check_in));

  self->store = g_object_ref (reknit_seats_get_store (seats));
  self->answer = reknit_check_in_get_answer (check_in, current);
  if (self->answer == NULL)
    self->answer = reknit_check_in_answer_new (id, reknit_record_get_id (REKNIT_RECORD (current)));

  self->keeper = reknit_draft_keeper_new (seats, part == REKNIT_CHECK_IN_PLACE_WORDS ? "check-in-words"
                                                 : part == REKNIT_CHECK_IN_PLACE_RATINGS ? "check-in-ratings"
                                                                                         : "check-in-appreciation");
  fill (self, reknit_seats_get_other (seats, current), part);
  reknit_draft_keeper_open (self->keeper, id);
  return GTK_WIDGET (self);
}

/**
 * reknit_check_in_form_save:
 * @error: return location; a `REKNIT_STORE_ERROR`
 *
 * Puts what was written into the answer, so that the draft of it is not needed any more.
 *
 * Returns: whether it is saved; if not, the draft stays
 */
gboolean
reknit_check_in_form_save (ReknitCheckInForm  *self,
                           GError            **error)
{
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = self->fields[i] != NULL ? reknit_text_field_dup_text (self->fields[i]) : NULL;

      if (text != NULL)
        g_object_set (self->answer, self->columns[i], g_strstrip (text), NULL);
    }

  if (reknit_record_is_dirty (REKNIT_RECORD (self->answer)) && !reknit_store_save (self->store, NULL, self->answer, error))
    return FALSE;

  reknit_draft_keeper_drop (self->keeper);
  return TRUE;
}
