#include "reknit-gentle-hint.h"

#include "reknit-config.h"
#include "reknit-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "reknit-template.h"
#include "reknit-wrap-box.h"

/* A pause in typing: nobody is to be interrupted in the middle of a word. */
#define CHECK_DELAY_MS 500

/**
 * ReknitGentleHint:
 *
 * Stands below a text field and points, in a quiet voice, at words there that may be hard to hear: underlined in the
 * text, with one line that says why, and a softer beginning to take. It never keeps anybody from saving.
 */
struct _ReknitGentleHint
{
  GtkWidget        parent_instance;

  GtkWidget       *box;
  GtkLabel        *phrase_label;
  GtkWidget       *softer_button;
  GtkLabel        *softer_label;

  ReknitTextField *field;
  ReknitWording   *wording;
  GSignalGroup    *buffer_signals;
  GtkTextTag      *tag;
  GPtrArray       *marks;
  GHashTable      *kept;
  guint            spoken_of;
  guint            check_source;
};

enum { PROP_0, PROP_FIELD, PROP_WHY, PROP_SOFTER, PROP_N_MARKS, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitGentleHint, reknit_gentle_hint, GTK_TYPE_WIDGET)

/* Its patterns take a while to compile, and are the same for every field. */
static ReknitWording *
share_wording (void)
{
  static ReknitWording *wording;

  if (wording != NULL)
    return g_object_ref (wording);

  wording = reknit_wording_new_for_language (NULL);
  g_object_add_weak_pointer (G_OBJECT (wording), (gpointer *) &wording);
  return wording;
}

static const ReknitWordingMark *
get_mark (ReknitGentleHint *self)
{
  return self->spoken_of < self->marks->len ? g_ptr_array_index (self->marks, self->spoken_of) : NULL;
}

static char *
get_phrase (ReknitGentleHint        *self,
            const ReknitWordingMark *mark)
{
  GtkTextBuffer *buffer = reknit_text_field_get_buffer (self->field);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) mark->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) mark->end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
speak (ReknitGentleHint *self)
{
  const ReknitWordingMark *mark = get_mark (self);

  gtk_widget_set_visible (GTK_WIDGET (self), mark != NULL);
  if (mark != NULL)
    {
      g_autofree char *phrase = get_phrase (self, mark);
      g_autofree char *quoted = g_strdup_printf (C_("quotation", "“%s”"), phrase);
      /* Translators: a button that offers a softer way to begin a sentence; %s is that beginning. */
      g_autofree char *offer = g_strdup_printf (_("Begin with “%s”"), mark->softer != NULL ? mark->softer : "");

      gtk_label_set_label (self->phrase_label, quoted);
      gtk_label_set_label (self->softer_label, offer);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->softer_button), GTK_ACCESSIBLE_PROPERTY_LABEL, offer, -1);
      gtk_widget_set_visible (self->softer_button, mark->softer != NULL);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOFTER]);
}

/* The words that the cursor stands in, or else the first ones. */
static guint
choose_mark (ReknitGentleHint *self)
{
  int cursor;

  g_object_get (reknit_text_field_get_buffer (self->field), "cursor-position", &cursor, NULL);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const ReknitWordingMark *mark = g_ptr_array_index (self->marks, i);

      if ((guint) cursor >= mark->start && (guint) cursor <= mark->end)
        return i;
    }
  return 0;
}

static void
underline (ReknitGentleHint *self)
{
  GtkTextBuffer *buffer = reknit_text_field_get_buffer (self->field);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->tag, &start, &end);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const ReknitWordingMark *mark = g_ptr_array_index (self->marks, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) mark->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) mark->end);
      gtk_text_buffer_apply_tag (buffer, self->tag, &start, &end);
    }
}

static void
take_marks (ReknitGentleHint *self,
            GPtrArray        *marks)
{
  guint n_before = self->marks->len;

  g_ptr_array_unref (self->marks);
  self->marks = marks;
  for (guint i = marks->len; i > 0; i--)
    {
      g_autofree char *phrase = get_phrase (self, g_ptr_array_index (marks, i - 1));
      g_autofree char *folded = g_utf8_casefold (phrase, -1);

      if (g_hash_table_contains (self->kept, folded))
        g_ptr_array_remove_index (marks, i - 1);
    }

  underline (self);
  self->spoken_of = choose_mark (self);
  speak (self);
  if (marks->len != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_MARKS]);
}

static gboolean
on_check_timeout (gpointer user_data)
{
  ReknitGentleHint *self = user_data;

  self->check_source = 0;
  reknit_gentle_hint_check (self);
  return G_SOURCE_REMOVE;
}

static void
on_buffer_changed (ReknitGentleHint *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  self->check_source = g_timeout_add (CHECK_DELAY_MS, on_check_timeout, self);
}

static void
on_cursor_moved (ReknitGentleHint *self)
{
  guint chosen;

  /* Marks that are not up to date say nothing of where the cursor stands. */
  if (self->check_source != 0 || self->marks->len < 2)
    return;

  chosen = choose_mark (self);
  if (chosen == self->spoken_of)
    return;

  self->spoken_of = chosen;
  speak (self);
}

static void
reknit_gentle_hint_dispose (GObject *object)
{
  ReknitGentleHint *self = REKNIT_GENTLE_HINT (object);

  g_clear_handle_id (&self->check_source, g_source_remove);
  if (self->buffer_signals != NULL)
    g_signal_group_set_target (self->buffer_signals, NULL);
  g_clear_object (&self->buffer_signals);
  g_clear_object (&self->tag);
  g_clear_object (&self->field);
  g_clear_object (&self->wording);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_GENTLE_HINT);

  G_OBJECT_CLASS (reknit_gentle_hint_parent_class)->dispose (object);
}

static void
reknit_gentle_hint_finalize (GObject *object)
{
  ReknitGentleHint *self = REKNIT_GENTLE_HINT (object);

  g_ptr_array_unref (self->marks);
  g_hash_table_unref (self->kept);
  G_OBJECT_CLASS (reknit_gentle_hint_parent_class)->finalize (object);
}

static void
reknit_gentle_hint_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ReknitGentleHint *self = REKNIT_GENTLE_HINT (object);
  const ReknitWordingMark *mark = get_mark (self);

  switch (prop_id)
    {
    case PROP_FIELD: g_value_set_object (value, self->field); break;
    case PROP_WHY: g_value_set_string (value, mark != NULL ? mark->why : NULL); break;
    case PROP_SOFTER: g_value_set_string (value, mark != NULL ? mark->softer : NULL); break;
    case PROP_N_MARKS: g_value_set_uint (value, self->marks->len); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_gentle_hint_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  if (prop_id == PROP_FIELD)
    reknit_gentle_hint_set_field (REKNIT_GENTLE_HINT (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_gentle_hint_class_init (ReknitGentleHintClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = reknit_gentle_hint_dispose;
  object_class->finalize = reknit_gentle_hint_finalize;
  object_class->get_property = reknit_gentle_hint_get_property;
  object_class->set_property = reknit_gentle_hint_set_property;

  properties[PROP_FIELD] = g_param_spec_object ("field", NULL, NULL, REKNIT_TYPE_TEXT_FIELD, writable);
  properties[PROP_WHY] = g_param_spec_string ("why", NULL, NULL, NULL, readable);
  properties[PROP_SOFTER] = g_param_spec_string ("softer", NULL, NULL, NULL, readable);
  properties[PROP_N_MARKS] = g_param_spec_uint ("n-marks", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-gentle-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitGentleHint, box);
  gtk_widget_class_bind_template_child (widget_class, ReknitGentleHint, phrase_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitGentleHint, softer_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitGentleHint, softer_label);
  gtk_widget_class_bind_template_callback (widget_class, reknit_gentle_hint_begin_softer);
  gtk_widget_class_bind_template_callback (widget_class, reknit_gentle_hint_keep_words);
}

static void
reknit_gentle_hint_init (ReknitGentleHint *self)
{
  self->wording = share_wording ();
  self->marks = g_ptr_array_new ();
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->buffer_signals = g_signal_group_new (GTK_TYPE_TEXT_BUFFER);
  g_signal_group_connect_swapped (self->buffer_signals, "changed", G_CALLBACK (on_buffer_changed), self);
  g_signal_group_connect_swapped (self->buffer_signals, "notify::cursor-position", G_CALLBACK (on_cursor_moved), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_gentle_hint_new:
 * @field: what to look at
 *
 * Returns: (transfer floating): a hint for @field
 */
GtkWidget *
reknit_gentle_hint_new (ReknitTextField *field)
{
  return g_object_new (REKNIT_TYPE_GENTLE_HINT, "field", field, NULL);
}

/**
 * reknit_gentle_hint_set_field:
 * @field: what to look at, once and for good
 */
void
reknit_gentle_hint_set_field (ReknitGentleHint *self,
                              ReknitTextField  *field)
{
  /* Between plum on paper and plum on slate, so that it can be seen on both; the wave says the same without a colour. */
  static const GdkRGBA plum = { 0.60f, 0.39f, 0.65f, 1.0f };
  GtkTextBuffer *buffer;

  if (field == NULL || !g_set_object (&self->field, field))
    return;

  buffer = reknit_text_field_get_buffer (field);
  self->tag = g_object_ref (gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_ERROR,
                                                        "underline-rgba", &plum, NULL));
  g_signal_group_set_target (self->buffer_signals, buffer);
  if (gtk_text_buffer_get_char_count (buffer) > 0)
    on_buffer_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIELD]);
}

/**
 * reknit_gentle_hint_check:
 *
 * Looks at what stands in the field now; by itself it does so after a pause in typing.
 */
void
reknit_gentle_hint_check (ReknitGentleHint *self)
{
  g_autofree char *text = reknit_text_field_dup_text (self->field);

  g_clear_handle_id (&self->check_source, g_source_remove);
  take_marks (self, reknit_wording_check (self->wording, text));
}

/**
 * reknit_gentle_hint_get_n_marks:
 *
 * Returns: how many places are marked
 */
guint
reknit_gentle_hint_get_n_marks (ReknitGentleHint *self)
{
  return self->marks->len;
}

/**
 * reknit_gentle_hint_get_why:
 *
 * Returns: (transfer none) (nullable): what it says now
 */
const char *
reknit_gentle_hint_get_why (ReknitGentleHint *self)
{
  const ReknitWordingMark *mark = get_mark (self);

  return mark != NULL ? mark->why : NULL;
}

/* Marks belong to the text as it was when it was looked at. */
static void
check_now (ReknitGentleHint *self)
{
  if (self->check_source != 0)
    reknit_gentle_hint_check (self);
}

/* The first gap in the new beginning is selected, so that one can write right there. */
static void
select_gap (GtkTextBuffer *buffer,
            int            offset,
            const char    *softer)
{
  const char *gap = strstr (softer, "…");
  GtkTextIter start, end;

  if (gap == NULL)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset + (int) g_utf8_strlen (softer, gap - softer));
  end = start;
  gtk_text_iter_forward_char (&end);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

/**
 * reknit_gentle_hint_begin_softer:
 *
 * Sets the softer beginning before the sentence that it speaks of. What a person wrote stays behind it, for them to
 * take over or to delete.
 */
void
reknit_gentle_hint_begin_softer (ReknitGentleHint *self)
{
  GtkTextBuffer *buffer = reknit_text_field_get_buffer (self->field);
  const ReknitWordingMark *mark;
  g_autofree char *line = NULL;
  GtkTextIter start;
  int offset;

  check_now (self);
  mark = get_mark (self);
  if (mark == NULL || mark->softer == NULL)
    return;

  line = g_strconcat (mark->softer, "\n", NULL);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) mark->start);
  if (!gtk_text_iter_starts_sentence (&start) && !gtk_text_iter_starts_line (&start))
    gtk_text_iter_backward_sentence_start (&start);
  offset = gtk_text_iter_get_offset (&start);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert (buffer, &start, line, -1);
  gtk_text_buffer_end_user_action (buffer);
  select_gap (buffer, offset, mark->softer);
  gtk_widget_grab_focus (GTK_WIDGET (self->field));
}

/**
 * reknit_gentle_hint_keep_words:
 *
 * Leaves the words that it speaks of alone from now on: whoever writes knows best.
 */
void
reknit_gentle_hint_keep_words (ReknitGentleHint *self)
{
  const ReknitWordingMark *mark;
  g_autofree char *phrase = NULL;

  check_now (self);
  mark = get_mark (self);
  if (mark == NULL)
    return;

  phrase = get_phrase (self, mark);
  g_hash_table_add (self->kept, g_utf8_casefold (phrase, -1));
  reknit_gentle_hint_check (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->field));
}
