#include "reknit-couple-form.h"

#include "reknit-color-button.h"
#include "reknit-config.h"
#include "reknit-couple-colors.h"
#include "reknit-household.h"
#include "reknit-template.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * ReknitCoupleForm:
 *
 * The two names and the colours of their strands, and whether one of them begins alone.
 */
struct _ReknitCoupleForm
{
  GtkWidget          parent_instance;

  ReknitSeats       *seats;
  GStrv              kept;

  GtkEditable       *first_name;
  GtkEditable       *second_name;
  ReknitColorButton *first_color;
  ReknitColorButton *second_color;
  GtkSwitch         *alone;
  GtkWidget         *alone_group;
  GtkLabel          *message;
};

G_DEFINE_FINAL_TYPE (ReknitCoupleForm, reknit_couple_form, GTK_TYPE_WIDGET)

/**
 * reknit_couple_form_clean_name:
 * @name: as it was typed
 *
 * Returns: (transfer full): the name without the spaces and the invisible letters around it; "" if nothing is left
 */
char *
reknit_couple_form_clean_name (const char *name)
{
  GString *clean = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = clean->len > 0;
          continue;
        }
      /* A joiner between letters shapes them; a name of nothing but joiners is empty. */
      if (g_unichar_iszerowidth (c) && clean->len == 0)
        continue;
      if (space)
        g_string_append_c (clean, ' ');
      space = FALSE;
      g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

/**
 * reknit_couple_form_check_name:
 * @name: as it was typed
 * @other: (nullable): the other partner's name
 *
 * Returns: (transfer full) (nullable): what is wrong with @name, for people; %NULL when nothing is
 */
char *
reknit_couple_form_check_name (const char *name,
                               const char *other)
{
  g_autofree char *clean = reknit_couple_form_clean_name (name);
  g_autofree char *folded = g_utf8_casefold (clean, -1);
  g_autofree char *clean_other = other != NULL ? reknit_couple_form_clean_name (other) : NULL;
  g_autofree char *folded_other = clean_other != NULL ? g_utf8_casefold (clean_other, -1) : NULL;
  glong length = g_utf8_strlen (clean, -1);

  if (length == 0)
    return g_strdup (_("A name is missing. A nickname or one letter is enough; or skip this step."));
  if (length > REKNIT_NAME_MAX_LENGTH)
    return g_strdup_printf (_("This name has %ld letters, and %d fit. Take a shorter one."), length, REKNIT_NAME_MAX_LENGTH);
  if (g_strcmp0 (folded, folded_other) == 0)
    return g_strdup_printf (_("You are both called %s. Add a letter to one of the names, so that Reknit can tell you apart."), clean);

  return NULL;
}

static void
show_message (ReknitCoupleForm *self,
              GtkEditable      *at,
              const char       *text)
{
  gtk_label_set_label (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->first_name), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->second_name), "error");
  if (at == NULL)
    return;

  gtk_widget_add_css_class (GTK_WIDGET (at), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (at), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_grab_focus (GTK_WIDGET (at));
}

static void
on_edited (ReknitCoupleForm *self)
{
  show_message (self, NULL, NULL);
}

static gboolean
save_partner (ReknitStore    *store,
              int             position,
              const char     *name,
              const char     *color,
              GError        **error)
{
  g_autoptr (ReknitPartner) partner = reknit_partner_at (store, position);

  if (partner == NULL)
    partner = g_object_new (REKNIT_TYPE_PARTNER, "position", (gint64) position, NULL);
  g_object_set (partner, "name", name, "color", color, NULL);
  return reknit_store_put (store, REKNIT_RECORD (partner), error);
}

/* Whoever was named in the first run and is not there after all. Later on nobody is sent away by a switch. */
static gboolean
remove_second (ReknitCoupleForm  *self,
               ReknitHousehold   *household,
               GError           **error)
{
  ReknitPartner *second = reknit_seats_get_second (self->seats);

  if (second == NULL || reknit_record_get_integer (household, "settled") != 0)
    return TRUE;

  reknit_vault_remove (reknit_seats_get_vault (self->seats), reknit_record_get_id (REKNIT_RECORD (second)));
  return reknit_store_remove (reknit_seats_get_store (self->seats), REKNIT_RECORD (second), error);
}

static gboolean
save_couple (ReknitStore  *store,
             gpointer      user_data,
             GError      **error)
{
  ReknitCoupleForm *self = user_data;
  g_autofree char *first = reknit_couple_form_clean_name (gtk_editable_get_text (self->first_name));
  g_autofree char *second = reknit_couple_form_clean_name (gtk_editable_get_text (self->second_name));
  g_autoptr (ReknitHousehold) household = reknit_household_get (store);
  gboolean alone = gtk_switch_get_active (self->alone);

  g_object_set (household, "alone", alone, NULL);
  return reknit_store_put (store, REKNIT_RECORD (household), error)
         && save_partner (store, 1, first, reknit_color_button_get_value (self->first_color), error)
         && (alone ? remove_second (self, household, error)
                   : save_partner (store, 2, second, reknit_color_button_get_value (self->second_color), error));
}

/* All that can be said here, as it stands now. */
static GStrv
dup_said (ReknitCoupleForm *self)
{
  const char *said[] = { gtk_editable_get_text (self->first_name), gtk_editable_get_text (self->second_name),
                         reknit_color_button_get_value (self->first_color), reknit_color_button_get_value (self->second_color),
                         gtk_switch_get_active (self->alone) ? "alone" : "", NULL };

  return g_strdupv ((GStrv) said);
}

static void
note_kept (ReknitCoupleForm *self)
{
  g_strfreev (self->kept);
  self->kept = dup_said (self);
}

/* What is wrong with what was said, for people, and where; %NULL when nothing is. */
static char *
find_wrong (ReknitCoupleForm  *self,
            GtkEditable      **at)
{
  const char *first = gtk_editable_get_text (self->first_name);
  char *wrong = reknit_couple_form_check_name (first, NULL);

  *at = self->first_name;
  if (wrong != NULL || gtk_switch_get_active (self->alone))
    return wrong;

  *at = self->second_name;
  return reknit_couple_form_check_name (gtk_editable_get_text (self->second_name), first);
}

static gboolean
keep (ReknitCoupleForm  *self,
      GError           **error)
{
  if (!reknit_store_transact (reknit_seats_get_store (self->seats), NULL, save_couple, self, error))
    return FALSE;

  note_kept (self);
  return TRUE;
}

/**
 * reknit_couple_form_save:
 *
 * Keeps what was said, or shows what is wrong with it.
 *
 * Returns: whether it is kept
 */
gboolean
reknit_couple_form_save (ReknitCoupleForm *self)
{
  GtkEditable *at;
  g_autofree char *wrong = find_wrong (self, &at);
  g_autoptr (GError) error = NULL;

  show_message (self, NULL, NULL);
  if (wrong != NULL)
    show_message (self, at, wrong);
  else if (keep (self, &error))
    return TRUE;
  else
    show_message (self, NULL, error->message);

  return FALSE;
}

/**
 * reknit_couple_form_is_changed:
 *
 * Returns: whether something was said since the form was filled or saved
 */
gboolean
reknit_couple_form_is_changed (ReknitCoupleForm *self)
{
  g_auto (GStrv) said = dup_said (self);

  return !g_strv_equal ((const char *const *) said, (const char *const *) self->kept);
}

/**
 * reknit_couple_form_keep_silently:
 *
 * Keeps what was said if it can be kept: the form is about to go, and nobody is there to be told what is wrong.
 */
void
reknit_couple_form_keep_silently (ReknitCoupleForm *self)
{
  GtkEditable *at;
  g_autofree char *wrong = find_wrong (self, &at);
  g_autoptr (GError) error = NULL;

  if (wrong == NULL && reknit_couple_form_is_changed (self) && !keep (self, &error))
    g_debug ("The names were not kept: error %d", error->code);
}

static gboolean
save_defaults (ReknitStore  *store,
               gpointer      user_data,
               GError      **error)
{
  ReknitSeats *seats = user_data;
  g_autoptr (ReknitHousehold) household = reknit_household_get (store);

  if (reknit_seats_get_first (seats) == NULL
      && !save_partner (store, 1, reknit_couple_colors_get_name (0), reknit_couple_colors_get_value (0), error))
    return FALSE;
  if (reknit_seats_get_second (seats) == NULL && !reknit_record_get_flag (household, "alone")
      && !save_partner (store, 2, reknit_couple_colors_get_name (1), reknit_couple_colors_get_value (1), error))
    return FALSE;

  return TRUE;
}

/**
 * reknit_couple_form_save_defaults:
 * @seats: the seats
 * @error: return location
 *
 * For those who would rather not say: partners who have no name go by the colour of their strand.
 *
 * Returns: whether both are there
 */
gboolean
reknit_couple_form_save_defaults (ReknitSeats  *seats,
                                  GError      **error)
{
  return reknit_store_transact (reknit_seats_get_store (seats), NULL, save_defaults, seats, error);
}

static void
fill (ReknitCoupleForm *self)
{
  ReknitPartner *first = reknit_seats_get_first (self->seats);
  ReknitPartner *second = reknit_seats_get_second (self->seats);
  g_autoptr (ReknitHousehold) household = reknit_household_get (reknit_seats_get_store (self->seats));

  reknit_color_button_set_value (self->first_color, first != NULL ? reknit_record_get_text (first, "color") : reknit_couple_colors_get_value (0));
  reknit_color_button_set_value (self->second_color, second != NULL ? reknit_record_get_text (second, "color") : reknit_couple_colors_get_value (1));
  if (first != NULL)
    gtk_editable_set_text (self->first_name, reknit_partner_get_name (first));
  if (second != NULL)
    gtk_editable_set_text (self->second_name, reknit_partner_get_name (second));
  /* Who has joined is not sent away by a switch. */
  gtk_widget_set_visible (self->alone_group, second == NULL || reknit_record_get_integer (household, "settled") == 0);
  gtk_switch_set_active (self->alone, second == NULL && reknit_record_get_flag (household, "alone"));
  note_kept (self);
}

static void
reknit_couple_form_finalize (GObject *object)
{
  g_strfreev (REKNIT_COUPLE_FORM (object)->kept);
  G_OBJECT_CLASS (reknit_couple_form_parent_class)->finalize (object);
}

static void
reknit_couple_form_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_COUPLE_FORM);
  g_clear_object (&REKNIT_COUPLE_FORM (object)->seats);
  G_OBJECT_CLASS (reknit_couple_form_parent_class)->dispose (object);
}

static void
reknit_couple_form_class_init (ReknitCoupleFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_couple_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = reknit_couple_form_finalize;
  g_type_ensure (REKNIT_TYPE_COLOR_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-couple-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitCoupleForm, first_name);
  gtk_widget_class_bind_template_child (widget_class, ReknitCoupleForm, second_name);
  gtk_widget_class_bind_template_child (widget_class, ReknitCoupleForm, first_color);
  gtk_widget_class_bind_template_child (widget_class, ReknitCoupleForm, second_color);
  gtk_widget_class_bind_template_child (widget_class, ReknitCoupleForm, alone);
  gtk_widget_class_bind_template_child (widget_class, ReknitCoupleForm, alone_group);
  gtk_widget_class_bind_template_child (widget_class, ReknitCoupleForm, message);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
}

static void
reknit_couple_form_init (ReknitCoupleForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_couple_form_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): a form with what is known already
 */
GtkWidget *
reknit_couple_form_new (ReknitSeats *seats)
{
  ReknitCoupleForm *self = g_object_new (REKNIT_TYPE_COUPLE_FORM, NULL);

  self->seats = g_object_ref (seats);
  fill (self);
  return GTK_WIDGET (self);
}
