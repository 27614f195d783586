#include "reknit-text-field.h"

#include "reknit-config.h"
#include "reknit-paste.h"
#include "reknit-template.h"

#include <glib/gi18n-lib.h>

/* GtkTextView lays out some thousand lines without a pause; what is far beyond is a mistaken paste. */
#define MAX_INSERT (64 * 1024)
#define DEFAULT_MAX_LENGTH 4000

/**
 * ReknitTextField:
 *
 * A paper to write on, with its label above and what is wrong below. Too long a text is kept and said to be too
 * long; only what nobody can have typed is refused, and then nothing that was there changes.
 */
struct _ReknitTextField
{
  GtkWidget      parent_instance;

  GtkTextView   *view;
  GtkTextBuffer *buffer;
  GtkLabel      *hint_label;
  GtkLabel      *message;

  char          *label;
  char          *placeholder;
  char          *hint;
  char          *error;
  char          *refusal;
  guint          max_length;
  gboolean       empty;
  gboolean       valid;
  gboolean       replacing;
  gboolean       reading;
};

enum { PROP_0, PROP_LABEL, PROP_PLACEHOLDER, PROP_HINT, PROP_TEXT, PROP_ERROR, PROP_MAX_LENGTH, PROP_EMPTY, PROP_VALID, N_PROPS };
enum { CHANGED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitTextField, reknit_text_field, GTK_TYPE_WIDGET)

static char *
describe_length (ReknitTextField *self,
                 gboolean        *too_long)
{
  guint length = (guint) gtk_text_buffer_get_char_count (self->buffer);

  *too_long = length > self->max_length;
  if (*too_long)
    {
      guint over = length - self->max_length;

      return g_strdup_printf (ngettext ("Too long by %u letter. Nothing is lost; shorten it to save it.",
                                        "Too long by %u letters. Nothing is lost; shorten it to save it.", over), over);
    }
  if (length > self->max_length - self->max_length / 10)
    {
      guint left = self->max_length - length;

      return g_strdup_printf (ngettext ("%u letter left", "%u letters left", left), left);
    }
  return NULL;
}

static void
update_message (ReknitTextField *self)
{
  gboolean too_long;
  g_autofree char *length = describe_length (self, &too_long);
  const char *text = self->error != NULL ? self->error : self->refusal != NULL ? self->refusal
                     : self->reading ? _("Reading what was copied …") : length;
  gboolean bad = text != NULL && (text == self->error || text == self->refusal || too_long);
  gboolean valid = self->error == NULL && !too_long;

  gtk_label_set_label (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
  if (bad)
    gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message), "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->view),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : self->hint != NULL ? self->hint : "", -1);
  if (valid != self->valid)
    {
      self->valid = valid;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
    }
}

static void
refuse_with (ReknitTextField *self,
             char            *message)
{
  g_free (self->refusal);
  self->refusal = message;
  update_message (self);
}

static void
refuse (ReknitTextField *self,
        glong            n_letters)
{
  refuse_with (self, g_strdup_printf (_("That is too much to put here: %'ld letters, where %'u fit. Your text is as it was."),
                                      n_letters, self->max_length));
}

static gboolean
fits (ReknitTextField *self,
      const char      *text,
      int              n_bytes)
{
  glong n_letters;

  if (n_bytes < 0)
    n_bytes = (int) strlen (text);
  if (n_bytes <= MAX_INSERT && gtk_text_buffer_get_char_count (self->buffer) <= MAX_INSERT)
    return TRUE;

  n_letters = g_utf8_strlen (text, n_bytes);
  if (n_bytes > MAX_INSERT)
    refuse (self, n_letters);
  else
    refuse (self, gtk_text_buffer_get_char_count (self->buffer) + n_letters);
  return FALSE;
}

static void
on_insert_text (ReknitTextField *self,
                GtkTextIter     *where,
                const char      *text,
                int              n_bytes,
                GtkTextBuffer   *buffer)
{
  if (!fits (self, text, n_bytes))
    g_signal_stop_emission_by_name (buffer, "insert-text");
}

static void
on_read (GtkWidget        *widget,
         ReknitPasteState  state,
         const char       *text)
{
  ReknitTextField *self = REKNIT_TEXT_FIELD (widget);

  self->reading = state == REKNIT_PASTE_SLOW;
  refuse_with (self, state == REKNIT_PASTE_FAILED
                       ? g_strdup (_("What was copied could not be read. Your text is as it was.")) : NULL);
  if (text == NULL || !fits (self, text, -1))
    return;

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (self->buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (self->buffer));
}

/* The view would delete the selection before it looks at what comes in its place. */
static void
on_paste (ReknitTextField *self,
          GtkTextView     *view)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  reknit_paste_read (GTK_WIDGET (self), on_read);
}

static void
on_changed (ReknitTextField *self)
{
  gboolean empty = gtk_text_buffer_get_char_count (self->buffer) == 0;

  if (self->replacing)
    return;

  g_clear_pointer (&self->refusal, g_free);
  update_message (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  if (empty != self->empty)
    {
      self->empty = empty;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
replace_string (char      **place,
                const char *value)
{
  if (g_strcmp0 (*place, value) == 0)
    return FALSE;

  g_free (*place);
  *place = g_strdup (value);
  return TRUE;
}

static void
set_words (ReknitTextField *self,
           guint            prop_id,
           const char      *value)
{
  char **place = prop_id == PROP_LABEL ? &self->label : prop_id == PROP_HINT ? &self->hint : &self->placeholder;

  if (!replace_string (place, value))
    return;

  if (prop_id == PROP_LABEL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, value != NULL ? value : "", -1);
  else if (prop_id == PROP_HINT)
    gtk_widget_set_visible (GTK_WIDGET (self->hint_label), value != NULL && *value != '\0');
  update_message (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
set_max_length (ReknitTextField *self,
                guint            max_length)
{
  if (self->max_length == max_length)
    return;

  self->max_length = max_length;
  update_message (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAX_LENGTH]);
}

static void
reknit_text_field_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ReknitTextField *self = REKNIT_TEXT_FIELD (object);

  switch (prop_id)
    {
    case PROP_LABEL: g_value_set_string (value, self->label); break;
    case PROP_PLACEHOLDER: g_value_set_string (value, self->placeholder); break;
    case PROP_HINT: g_value_set_string (value, self->hint); break;
    case PROP_TEXT: g_value_take_string (value, reknit_text_field_dup_text (self)); break;
    case PROP_ERROR: g_value_set_string (value, self->error); break;
    case PROP_MAX_LENGTH: g_value_set_uint (value, self->max_length); break;
    case PROP_EMPTY: g_value_set_boolean (value, self->empty); break;
    case PROP_VALID: g_value_set_boolean (value, self->valid); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_text_field_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ReknitTextField *self = REKNIT_TEXT_FIELD (object);

  switch (prop_id)
    {
    case PROP_LABEL:
    case PROP_PLACEHOLDER:
    case PROP_HINT: set_words (self, prop_id, g_value_get_string (value)); break;
    case PROP_TEXT: reknit_text_field_set_text (self, g_value_get_string (value)); break;
    case PROP_ERROR: reknit_text_field_set_error (self, g_value_get_string (value)); break;
    case PROP_MAX_LENGTH: set_max_length (self, g_value_get_uint (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
reknit_text_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (REKNIT_TEXT_FIELD (widget)->view));
}

static void
reknit_text_field_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_TEXT_FIELD);
  G_OBJECT_CLASS (reknit_text_field_parent_class)->dispose (object);
}

static void
reknit_text_field_finalize (GObject *object)
{
  ReknitTextField *self = REKNIT_TEXT_FIELD (object);

  g_free (self->label);
  g_free (self->placeholder);
  g_free (self->hint);
  g_free (self->error);
  g_free (self->refusal);
  G_OBJECT_CLASS (reknit_text_field_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  properties[PROP_MAX_LENGTH] = g_param_spec_uint ("max-length", NULL, NULL, 1, MAX_INSERT, DEFAULT_MAX_LENGTH, flags);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE, readable);
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
reknit_text_field_class_init (ReknitTextFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_text_field_dispose;
  object_class->finalize = reknit_text_field_finalize;
  object_class->get_property = reknit_text_field_get_property;
  object_class->set_property = reknit_text_field_set_property;
  widget_class->grab_focus = reknit_text_field_grab_focus;

  install_properties (object_class);
  signals[CHANGED] = g_signal_new ("changed", REKNIT_TYPE_TEXT_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-text-field.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitTextField, view);
  gtk_widget_class_bind_template_child (widget_class, ReknitTextField, buffer);
  gtk_widget_class_bind_template_child_full (widget_class, "hint", FALSE, G_STRUCT_OFFSET (ReknitTextField, hint_label));
  gtk_widget_class_bind_template_child (widget_class, ReknitTextField, message);
  gtk_widget_class_bind_template_callback (widget_class, on_insert_text);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_paste);
}

static void
reknit_text_field_init (ReknitTextField *self)
{
  self->max_length = DEFAULT_MAX_LENGTH;
  self->empty = TRUE;
  self->valid = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_text_field_new:
 * @label: what is to be written here
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
reknit_text_field_new (const char *label)
{
  return g_object_new (REKNIT_TYPE_TEXT_FIELD, "label", label, NULL);
}

/**
 * reknit_text_field_dup_text:
 *
 * Returns: (transfer full): what stands there; "" for nothing
 */
char *
reknit_text_field_dup_text (ReknitTextField *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/**
 * reknit_text_field_set_text:
 * @text: (nullable): what shall stand there; it replaces what stood there for good, without a way back by undo
 */
void
reknit_text_field_set_text (ReknitTextField *self,
                            const char      *text)
{
  g_autofree char *old = reknit_text_field_dup_text (self);

  if (text == NULL)
    text = "";
  if (g_strcmp0 (old, text) == 0)
    return;

  /* The buffer is empty for a moment, which is nobody's business. */
  self->replacing = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->replacing = FALSE;
  on_changed (self);
}

/**
 * reknit_text_field_set_error:
 * @error: (nullable): what is wrong with the text, for people; %NULL when nothing is
 */
void
reknit_text_field_set_error (ReknitTextField *self,
                             const char      *error)
{
  if (!replace_string (&self->error, error))
    return;

  update_message (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

/**
 * reknit_text_field_is_empty:
 *
 * Returns: whether nothing stands there
 */
gboolean
reknit_text_field_is_empty (ReknitTextField *self)
{
  return self->empty;
}

/**
 * reknit_text_field_is_valid:
 *
 * Returns: whether the text can be saved as it is
 */
gboolean
reknit_text_field_is_valid (ReknitTextField *self)
{
  return self->valid;
}

/**
 * reknit_text_fields_check:
 * @fields: (array length=n_fields): the papers of a form
 * @n_fields: how many
 *
 * Returns: whether all of them are valid; else the first one that is not has the focus
 */
gboolean
reknit_text_fields_check (ReknitTextField *const *fields,
                          guint                   n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    if (!reknit_text_field_is_valid (fields[i]))
      {
        gtk_widget_grab_focus (GTK_WIDGET (fields[i]));
        return FALSE;
      }
  return TRUE;
}

/**
 * reknit_text_field_get_buffer:
 *
 * Returns: (transfer none): the buffer, such as for marks in the text
 */
GtkTextBuffer *
reknit_text_field_get_buffer (ReknitTextField *self)
{
  return self->buffer;
}

/**
 * reknit_text_field_get_view:
 *
 * Returns: (transfer none): the view that shows the buffer
 */
GtkTextView *
reknit_text_field_get_view (ReknitTextField *self)
{
  return self->view;
}

/**
 * reknit_text_field_get_max_length:
 *
 * Returns: how many characters may be saved
 */
guint
reknit_text_field_get_max_length (ReknitTextField *self)
{
  return self->max_length;
}
