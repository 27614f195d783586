#include "reknit-feeling-form.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-communicate-text.h"
#include "reknit-draft-keeper.h"
#include "reknit-earlier-text.h"
#include "reknit-feelings-picker.h"
#include "reknit-gentle-hint.h"
#include "reknit-i-statement.h"
#include "reknit-template.h"

/**
 * ReknitFeelingForm:
 *
 * Finds the words for a moment, and shows the sentence that grows of them.
 */
struct _ReknitFeelingForm
{
  GtkWidget             parent_instance;

  ReknitFeelingsPicker *picker;
  GtkWidget            *picker_message;
  ReknitTextField      *situation_field;
  ReknitTextField      *reason_field;
  ReknitTextField      *wish_field;
  GtkWidget            *sentence_box;
  GtkLabel             *audience_label;
  GtkButton            *keep_button;
  GtkButton            *share_button;

  ReknitPracticePage   *page;
  ReknitFeelingEntry   *entry;
  ReknitDraftKeeper    *keeper;
  char                 *sentence;
};

enum { PROP_0, PROP_SENTENCE, N_PROPS };
enum { DONE, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitFeelingForm, reknit_feeling_form, GTK_TYPE_WIDGET)

static void
on_changed (ReknitFeelingForm *self)
{
  g_autofree char *picks = reknit_feelings_picker_dup_picks (self->picker);
  g_autofree char *situation = reknit_text_field_dup_text (self->situation_field);
  g_autofree char *reason = reknit_text_field_dup_text (self->reason_field);
  g_autofree char *wish = reknit_text_field_dup_text (self->wish_field);
  g_autofree char *sentence = reknit_i_statement_compose (picks, situation, reason, wish);

  gtk_widget_set_visible (self->picker_message, FALSE);
  if (g_strcmp0 (sentence, self->sentence) == 0)
    return;

  g_free (self->sentence);
  self->sentence = g_steal_pointer (&sentence);
  gtk_widget_set_visible (self->sentence_box, *self->sentence != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENTENCE]);
}

static gboolean
check (ReknitFeelingForm *self)
{
  ReknitTextField *fields[] = { self->situation_field, self->reason_field, self->wish_field };

  if (!reknit_text_fields_check (fields, G_N_ELEMENTS (fields)))
    return FALSE;
  if (*self->sentence == '\0')
    {
      gtk_widget_set_visible (self->picker_message, TRUE);
      gtk_widget_child_focus (GTK_WIDGET (self->picker), GTK_DIR_TAB_FORWARD);
      return FALSE;
    }
  return TRUE;
}

static void
write_record (ReknitFeelingForm *self)
{
  g_autofree char *picks = reknit_feelings_picker_dup_picks (self->picker);
  g_autofree char *situation = g_strstrip (reknit_text_field_dup_text (self->situation_field));
  g_autofree char *reason = g_strstrip (reknit_text_field_dup_text (self->reason_field));
  g_autofree char *wish = g_strstrip (reknit_text_field_dup_text (self->wish_field));

  g_object_set (self->entry, "feelings", picks, "situation", situation, "reason", reason, "wish", wish, NULL);
}

static gboolean
save (ReknitFeelingForm  *self,
      gboolean            share,
      GError            **error)
{
  ReknitStore *store = reknit_practice_page_get_store (self->page);
  gint64 now = reknit_clock_now (reknit_clock_get_default ());

  if (self->entry != NULL && reknit_record_is_stored (REKNIT_RECORD (self->entry)))
    {
      write_record (self);
      return reknit_earlier_text_save (self->entry, _("Change Entry"), error);
    }

  if (self->entry == NULL)
    self->entry = g_object_new (REKNIT_TYPE_FEELING_ENTRY, "felt", now, "author",
                                reknit_seats_get_current_id (reknit_practice_page_get_seats (self->page)), NULL);
  g_object_set (self->entry, "shared", share ? now : (gint64) 0, NULL);
  write_record (self);
  return reknit_store_save_once (store, _("Note a Feeling"), self->entry, error);
}

static void
finish (ReknitFeelingForm *self,
        gboolean           share)
{
  g_autoptr (GError) error = NULL;

  if (!check (self))
    return;
  if (!save (self, share, &error))
    {
      reknit_practice_page_error_toast (self->page, error);
      return;
    }

  reknit_draft_keeper_drop (self->keeper);
  g_signal_emit (self, signals[DONE], 0);
}

static void
on_keep (ReknitFeelingForm *self)
{
  finish (self, FALSE);
}

static void
on_share (ReknitFeelingForm *self)
{
  finish (self, TRUE);
}

static void
describe_audience (ReknitFeelingForm *self)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  ReknitPartner *other = reknit_seats_get_other (seats, reknit_seats_get_current (seats));
  gboolean shared = self->entry != NULL && !reknit_record_is_private (REKNIT_RECORD (self->entry));
  g_autofree char *audience = reknit_communicate_text_audience (seats, shared);
  g_autofree char *label = NULL;

  gtk_label_set_label (self->audience_label, audience);
  gtk_widget_set_visible (GTK_WIDGET (self->share_button), self->entry == NULL && other != NULL);
  if (self->entry != NULL)
    gtk_button_set_label (self->keep_button, _("Save"));
  if (other == NULL)
    return;

  /* Translators: a button; %s is the partner’s name. */
  label = g_strdup_printf (_("Share With %s"), reknit_partner_get_name (other));
  gtk_button_set_label (self->share_button, label);
}

static void
open_draft (ReknitFeelingForm *self)
{
  self->keeper = reknit_draft_keeper_new (reknit_practice_page_get_seats (self->page), "feeling");
  reknit_draft_keeper_bind (self->keeper, "feelings", self->picker, "picks");
  reknit_draft_keeper_bind (self->keeper, "situation", self->situation_field, "text");
  reknit_draft_keeper_bind (self->keeper, "reason", self->reason_field, "text");
  reknit_draft_keeper_bind (self->keeper, "wish", self->wish_field, "text");
  reknit_draft_keeper_open (self->keeper, self->entry != NULL ? reknit_record_get_id (REKNIT_RECORD (self->entry)) : 0);
}

static void
reknit_feeling_form_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_SENTENCE)
    g_value_set_string (value, REKNIT_FEELING_FORM (object)->sentence);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_feeling_form_dispose (GObject *object)
{
  ReknitFeelingForm *self = REKNIT_FEELING_FORM (object);

  if (self->keeper != NULL && reknit_draft_keeper_is_open (self->keeper))
    reknit_draft_keeper_close (self->keeper);
  g_clear_object (&self->keeper);
  g_clear_object (&self->entry);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_FEELING_FORM);
  G_OBJECT_CLASS (reknit_feeling_form_parent_class)->dispose (object);
}

static void
reknit_feeling_form_finalize (GObject *object)
{
  g_free (REKNIT_FEELING_FORM (object)->sentence);
  G_OBJECT_CLASS (reknit_feeling_form_parent_class)->finalize (object);
}

static gboolean
reknit_feeling_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (REKNIT_FEELING_FORM (widget)->picker), GTK_DIR_TAB_FORWARD);
}

static void
reknit_feeling_form_class_init (ReknitFeelingFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_feeling_form_dispose;
  object_class->finalize = reknit_feeling_form_finalize;
  object_class->get_property = reknit_feeling_form_get_property;
  widget_class->grab_focus = reknit_feeling_form_grab_focus;

  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, "",
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[DONE] = g_signal_new ("done", REKNIT_TYPE_FEELING_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REKNIT_TYPE_FEELINGS_PICKER);
  g_type_ensure (REKNIT_TYPE_GENTLE_HINT);
  g_type_ensure (REKNIT_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-feeling-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingForm, picker);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingForm, picker_message);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingForm, situation_field);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingForm, reason_field);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingForm, wish_field);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingForm, sentence_box);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingForm, audience_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingForm, keep_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitFeelingForm, share_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
  gtk_widget_class_bind_template_callback (widget_class, on_share);
}

static void
reknit_feeling_form_init (ReknitFeelingForm *self)
{
  self->sentence = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_feeling_form_new:
 * @page: the page that it is pushed onto, which outlives it
 * @entry: (nullable): what to change; %NULL for a new entry
 *
 * Returns: (transfer floating): a form, with what was left in it
 */
GtkWidget *
reknit_feeling_form_new (ReknitPracticePage *page,
                         ReknitFeelingEntry *entry)
{
  ReknitFeelingForm *self = g_object_new (REKNIT_TYPE_FEELING_FORM, NULL);

  self->page = page;
  if (entry != NULL)
    {
      self->entry = g_object_ref (entry);
      reknit_feelings_picker_set_picks (self->picker, reknit_record_get_text (entry, "feelings"));
      reknit_text_field_set_text (self->situation_field, reknit_record_get_text (entry, "situation"));
      reknit_text_field_set_text (self->reason_field, reknit_record_get_text (entry, "reason"));
      reknit_text_field_set_text (self->wish_field, reknit_record_get_text (entry, "wish"));
    }
  describe_audience (self);
  open_draft (self);
  return GTK_WIDGET (self);
}
