#include "reknit-draft-keeper.h"

#include "reknit-draft.h"
#include "reknit-forget.h"

/* Long enough not to write at every letter, short enough that a crash costs one sentence at most. */
#define SAVE_DELAY_MS 1500

/**
 * ReknitDraftKeeper:
 *
 * Keeps what is typed into a form and not yet saved, as a sealed draft of whoever types it. When the seat is left the
 * draft is put away and the fields are emptied, so that nobody else reads them; when its author comes back to the
 * open form, it is there again.
 */
struct _ReknitDraftKeeper
{
  GObject      parent_instance;

  ReknitSeats *seats;
  char        *form;
  GPtrArray   *fields;

  gint64       subject;
  gint64       author;
  guint        save_source;
  gboolean     open;
  gboolean     put_away;
  gboolean     applying;
  gboolean     dirty;
};

typedef struct
{
  ReknitDraftKeeper *keeper;
  GWeakRef           object;
  char              *name;
  char              *property;
  char              *value;
  char              *original;
  gulong             handler;
} Field;

G_DEFINE_FINAL_TYPE (ReknitDraftKeeper, reknit_draft_keeper, G_TYPE_OBJECT)

static void
field_free (gpointer data)
{
  Field *field = data;
  g_autoptr (GObject) object = g_weak_ref_get (&field->object);

  if (object != NULL)
    g_signal_handler_disconnect (object, field->handler);
  g_weak_ref_clear (&field->object);
  g_free (field->name);
  g_free (field->property);
  g_free (field->value);
  g_free (field->original);
  g_free (field);
}

static char *
field_read (Field *field)
{
  g_autoptr (GObject) object = g_weak_ref_get (&field->object);
  char *value = NULL;

  if (object != NULL)
    g_object_get (object, field->property, &value, NULL);
  return value != NULL ? value : g_strdup ("");
}

static void
field_write (Field      *field,
             const char *value)
{
  g_autoptr (GObject) object = g_weak_ref_get (&field->object);

  if (object != NULL)
    g_object_set (object, field->property, value, NULL);
  g_free (field->value);
  field->value = g_strdup (value);
}

/* Empty, also for whoever undoes typing there. */
static void
field_forget (Field *field)
{
  g_autoptr (GObject) object = g_weak_ref_get (&field->object);

  if (GTK_IS_EDITABLE (object))
    reknit_editable_forget (GTK_EDITABLE (object));
  field_write (field, "");
}

static gboolean
on_save_timeout (gpointer user_data)
{
  ReknitDraftKeeper *self = user_data;

  self->save_source = 0;
  /* What could not be written stays dirty, and is tried again with the next letter and when the seat is left. */
  reknit_draft_keeper_flush (self, NULL);
  return G_SOURCE_REMOVE;
}

static void
on_field_changed (Field *field)
{
  ReknitDraftKeeper *self = field->keeper;

  if (!self->open || self->applying)
    return;

  g_free (field->value);
  field->value = field_read (field);
  self->dirty = TRUE;
  if (self->save_source == 0)
    self->save_source = g_timeout_add (SAVE_DELAY_MS, on_save_timeout, self);
}

static char *
write_body (ReknitDraftKeeper *self)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) body = NULL;
  gboolean changed = FALSE;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      changed = changed || g_strcmp0 (field->value, field->original) != 0;
      g_variant_builder_add (&builder, "{ss}", field->name, field->value);
    }

  body = g_variant_ref_sink (g_variant_builder_end (&builder));
  return changed ? g_variant_print (body, FALSE) : NULL;
}

static void
apply_body (ReknitDraftKeeper *self,
            GVariant          *body)
{
  self->applying = TRUE;
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      const char *value;

      if (g_variant_lookup (body, field->name, "&s", &value))
        field_write (field, value);
    }
  self->applying = FALSE;
}

static gboolean
restore (ReknitDraftKeeper *self)
{
  g_autoptr (ReknitDraft) draft = reknit_draft_find (reknit_seats_get_store (self->seats), self->author, self->form, self->subject);
  const char *text = draft != NULL ? reknit_record_get_text (draft, "body") : NULL;
  g_autoptr (GVariant) body = text != NULL ? g_variant_parse (G_VARIANT_TYPE ("a{ss}"), text, NULL, NULL, NULL) : NULL;

  if (body == NULL)
    return FALSE;

  apply_body (self, body);
  return TRUE;
}

static gboolean
remove_draft (ReknitDraftKeeper  *self,
              const char         *form,
              GError            **error)
{
  ReknitStore *store = reknit_seats_get_store (self->seats);
  g_autoptr (ReknitDraft) draft = reknit_draft_find (store, self->author, form, self->subject);

  return draft == NULL || reknit_store_delete (store, NULL, draft, error);
}

static void
on_about_to_lock (ReknitDraftKeeper *self)
{
  if (!self->open)
    return;

  reknit_draft_keeper_flush (self, NULL);
  self->open = FALSE;
  self->put_away = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);

  self->applying = TRUE;
  for (guint i = 0; i < self->fields->len; i++)
    field_forget (g_ptr_array_index (self->fields, i));
  self->applying = FALSE;
}

static void
on_seat_taken (ReknitDraftKeeper *self)
{
  if (!self->put_away || reknit_seats_get_current_id (self->seats) != self->author)
    return;

  self->applying = TRUE;
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      field_write (field, field->original);
    }
  self->applying = FALSE;
  self->put_away = FALSE;
  self->open = TRUE;
  restore (self);
}

static void
reknit_draft_keeper_dispose (GObject *object)
{
  ReknitDraftKeeper *self = REKNIT_DRAFT_KEEPER (object);

  if (self->open)
    reknit_draft_keeper_close (self);
  g_ptr_array_set_size (self->fields, 0);
  g_clear_object (&self->seats);

  G_OBJECT_CLASS (reknit_draft_keeper_parent_class)->dispose (object);
}

static void
reknit_draft_keeper_finalize (GObject *object)
{
  ReknitDraftKeeper *self = REKNIT_DRAFT_KEEPER (object);

  g_ptr_array_unref (self->fields);
  g_free (self->form);
  G_OBJECT_CLASS (reknit_draft_keeper_parent_class)->finalize (object);
}

static void
reknit_draft_keeper_class_init (ReknitDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = reknit_draft_keeper_dispose;
  object_class->finalize = reknit_draft_keeper_finalize;
}

static void
reknit_draft_keeper_init (ReknitDraftKeeper *self)
{
  self->fields = g_ptr_array_new_with_free_func (field_free);
}

/**
 * reknit_draft_keeper_new:
 * @seats: whose drafts
 * @form: a name for the form, such as "issue"
 *
 * Returns: (transfer full): a keeper that is not open yet; bind the form's fields first
 */
ReknitDraftKeeper *
reknit_draft_keeper_new (ReknitSeats *seats,
                         const char  *form)
{
  ReknitDraftKeeper *self = g_object_new (REKNIT_TYPE_DRAFT_KEEPER, NULL);

  self->seats = g_object_ref (seats);
  self->form = g_strdup (form);
  g_signal_connect_object (seats, "about-to-lock", G_CALLBACK (on_about_to_lock), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (seats, "notify::current", G_CALLBACK (on_seat_taken), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * reknit_draft_keeper_bind:
 * @field: a name for the field, as it stands in the draft
 * @object: (type GObject.Object): the field: a #ReknitTextField, a #GtkEditable, a #GtkTextBuffer, or the form itself
 * @property: a string property of @object that holds what was typed, and is notified when it changes
 *
 * Makes a field of the form part of its draft.
 */
void
reknit_draft_keeper_bind (ReknitDraftKeeper *self,
                          const char        *name,
                          gpointer           object,
                          const char        *property)
{
  Field *field = g_new0 (Field, 1);
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  field->keeper = self;
  field->name = g_strdup (name);
  field->property = g_strdup (property);
  g_weak_ref_init (&field->object, object);
  field->handler = g_signal_connect_swapped (object, signal, G_CALLBACK (on_field_changed), field);
  g_ptr_array_add (self->fields, field);
}

/**
 * reknit_draft_keeper_open:
 * @subject: the id of the record that the form edits; 0 for a new one
 *
 * Begins to keep what is typed from now on in the current seat. What the fields hold now is the form without a draft;
 * a draft that was left is put into them.
 *
 * Returns: whether a draft was there
 */
gboolean
reknit_draft_keeper_open (ReknitDraftKeeper *self,
                          gint64             subject)
{
  if (self->open)
    reknit_draft_keeper_close (self);

  self->subject = subject;
  self->author = reknit_seats_get_current_id (self->seats);
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      g_free (field->original);
      g_free (field->value);
      field->original = field_read (field);
      field->value = g_strdup (field->original);
    }

  self->open = TRUE;
  self->put_away = FALSE;
  self->dirty = FALSE;
  return restore (self);
}

/**
 * reknit_draft_keeper_move:
 * @form: another name for the form
 *
 * Keeps what is typed as the draft of another form, and no longer as that of the one before. As long as nothing was
 * typed, a draft that was left there is put into the fields.
 */
void
reknit_draft_keeper_move (ReknitDraftKeeper *self,
                          const char        *form)
{
  g_autofree char *body = NULL;
  g_autofree char *before = NULL;

  if (g_str_equal (self->form, form))
    return;
  reknit_draft_keeper_flush (self, NULL);
  body = self->open ? write_body (self) : NULL;
  before = g_steal_pointer (&self->form);
  self->form = g_strdup (form);
  if (body == NULL)
    {
      if (self->open)
        restore (self);
      return;
    }
  self->dirty = TRUE;
  if (reknit_draft_keeper_flush (self, NULL))
    remove_draft (self, before, NULL);
}

/**
 * reknit_draft_keeper_is_open:
 *
 * Returns: whether what is typed is kept now
 */
gboolean
reknit_draft_keeper_is_open (ReknitDraftKeeper *self)
{
  return self->open;
}

/**
 * reknit_draft_keeper_flush:
 * @error: return location; a `REKNIT_STORE_ERROR`
 *
 * Writes what was typed and not yet kept, at once. A form that is as it was at first leaves no draft.
 *
 * Returns: whether it is kept
 */
gboolean
reknit_draft_keeper_flush (ReknitDraftKeeper  *self,
                           GError            **error)
{
  ReknitStore *store = reknit_seats_get_store (self->seats);
  g_autoptr (ReknitDraft) draft = NULL;
  g_autofree char *body = NULL;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->open || !self->dirty)
    return TRUE;

  body = write_body (self);
  if (body == NULL)
    {
      self->dirty = !remove_draft (self, self->form, error);
      return !self->dirty;
    }

  draft = reknit_draft_find (store, self->author, self->form, self->subject);
  if (draft == NULL)
    draft = g_object_new (REKNIT_TYPE_DRAFT, "author", self->author, "form", self->form, "subject", self->subject, NULL);
  g_object_set (draft, "body", body, NULL);
  self->dirty = !reknit_store_save (store, NULL, draft, error);
  return !self->dirty;
}

/**
 * reknit_draft_keeper_close:
 *
 * Keeps what was typed and stops listening: the form is left, and its draft waits.
 */
void
reknit_draft_keeper_close (ReknitDraftKeeper *self)
{
  reknit_draft_keeper_flush (self, NULL);
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->open = FALSE;
  self->put_away = FALSE;
}

/**
 * reknit_draft_keeper_drop:
 *
 * Forgets the draft and stops listening: what was typed is saved for good, or thrown away.
 */
void
reknit_draft_keeper_drop (ReknitDraftKeeper *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->open = FALSE;
  self->put_away = FALSE;
  self->dirty = FALSE;
  remove_draft (self, self->form, NULL);
}
