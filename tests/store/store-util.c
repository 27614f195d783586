#define _GNU_SOURCE

#include "store-util.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

GType
test_mood_get_type (void)
{
  static const GEnumValue values[] = {
    { TEST_MOOD_CALM, "TEST_MOOD_CALM", "calm" },
    { TEST_MOOD_TENSE, "TEST_MOOD_TENSE", "tense" },
    { TEST_MOOD_GLAD, "TEST_MOOD_GLAD", "glad" },
    { 0, NULL, NULL },
  };
  static GType type;

  if (type == 0)
    type = g_enum_register_static ("TestMood", values);
  return type;
}

static const ReknitColumn person_columns[] = {
  { "name", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
};
REKNIT_DEFINE_RECORD (TestPerson, test_person, "person", person_columns)

static const ReknitColumn note_columns[] = {
  { "title",    REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "position", REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
  { "weight",   REKNIT_COLUMN_REAL, REKNIT_COLUMN_PLAIN },
  { "done",     REKNIT_COLUMN_BOOLEAN, REKNIT_COLUMN_PLAIN },
  { "due_date", REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "parent",   REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "mood",     REKNIT_COLUMN_ENUM, REKNIT_COLUMN_PLAIN, test_mood_get_type },
  { "picture",  REKNIT_COLUMN_BYTES, REKNIT_COLUMN_PLAIN },
};
REKNIT_DEFINE_RECORD (TestNote, test_note, "note", note_columns)

static const ReknitColumn diary_columns[] = {
  { "author",  REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "shared",  REKNIT_COLUMN_TIME, REKNIT_COLUMN_SHARED },
  { "body",    REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "feeling", REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_SEALED },
  { "place",   REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
};
REKNIT_DEFINE_RECORD (TestDiary, test_diary, "diary", diary_columns)

static const ReknitColumn draft_columns[] = {
  { "author", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "body",   REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED },
};
REKNIT_DEFINE_RECORD (TestDraft, test_draft, "draft", draft_columns)

static const ReknitColumn remark_columns[] = {
  { "note", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "body", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEARCHED },
};
REKNIT_DEFINE_RECORD (TestRemark, test_remark, "remark", remark_columns)

struct _TestSealer
{
  GObject parent_instance;

  GHashTable *keys;   /* owner → whether open */
};

static void sealer_init (ReknitSealerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestSealer, test_sealer, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (REKNIT_TYPE_SEALER, sealer_init))

static gboolean
test_sealer_has_key (ReknitSealer *sealer,
                     gint64        owner)
{
  return g_hash_table_contains (TEST_SEALER (sealer)->keys, &owner);
}

static gboolean
test_sealer_is_open (ReknitSealer *sealer,
                     gint64        owner)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (TEST_SEALER (sealer)->keys, &owner));
}

static guchar
mask (gint64      owner,
      const char *table,
      gint64      id,
      const char *column)
{
  return (guchar) (0x80 | ((guint) owner ^ (guint) id ^ g_str_hash (table) ^ g_str_hash (column)));
}

static GBytes *
test_sealer_seal (ReknitSealer *sealer,
                  gint64        owner,
                  const char   *table,
                  gint64        id,
                  const char   *column,
                  const char   *text,
                  GError      **error)
{
  gsize length = strlen (text);
  guchar *sealed = g_malloc (length + 1);

  g_assert_true (test_sealer_is_open (sealer, owner));
  sealed[0] = mask (owner, table, id, column);
  for (gsize i = 0; i < length; i++)
    sealed[i + 1] = (guchar) text[i] ^ sealed[0];
  return g_bytes_new_take (sealed, length + 1);
}

static char *
test_sealer_unseal (ReknitSealer *sealer,
                    gint64        owner,
                    const char   *table,
                    gint64        id,
                    const char   *column,
                    GBytes       *bytes,
                    GError      **error)
{
  gsize length;
  const guchar *sealed = g_bytes_get_data (bytes, &length);
  char *text;

  if (!test_sealer_is_open (sealer, owner) || length == 0 || sealed[0] != mask (owner, table, id, column))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "sealed");
      return NULL;
    }
  text = g_malloc0 (length);
  for (gsize i = 1; i < length; i++)
    text[i - 1] = (char) (sealed[i] ^ sealed[0]);
  return text;
}

static void
sealer_init (ReknitSealerInterface *iface)
{
  iface->has_key = test_sealer_has_key;
  iface->is_open = test_sealer_is_open;
  iface->seal = test_sealer_seal;
  iface->open = test_sealer_unseal;
}

static void
test_sealer_finalize (GObject *object)
{
  g_hash_table_unref (TEST_SEALER (object)->keys);
  G_OBJECT_CLASS (test_sealer_parent_class)->finalize (object);
}

static void
test_sealer_class_init (TestSealerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_sealer_finalize;
}

static void
test_sealer_init (TestSealer *self)
{
  self->keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

TestSealer *
test_sealer_new (void)
{
  return g_object_new (TEST_TYPE_SEALER, NULL);
}

void
test_sealer_give_key (TestSealer *self,
                      gint64      owner)
{
  test_sealer_set_open (self, owner, TRUE);
}

void
test_sealer_set_open (TestSealer *self,
                      gint64      owner,
                      gboolean    open)
{
  g_hash_table_insert (self->keys, g_memdup2 (&owner, sizeof owner), GINT_TO_POINTER (open));
}

char *
test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("reknit-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
test_folder_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        test_folder_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

char *
test_folder_file (const char *folder)
{
  return g_build_filename (folder, "data", "reknit.db", NULL);
}

static gboolean
file_contains (const char *path,
               const char *bytes)
{
  g_autofree char *contents = NULL;
  gsize length;

  return g_file_get_contents (path, &contents, &length, NULL) &&
         memmem (contents, length, bytes, strlen (bytes)) != NULL;
}

/* Whether any file under @folder has @bytes in it, wherever. */
gboolean
test_folder_contains (const char *folder,
                      const char *bytes)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  g_assert_nonnull (dir);
  while (!found && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      found = g_file_test (path, G_FILE_TEST_IS_DIR) ? test_folder_contains (path, bytes) : file_contains (path, bytes);
    }
  return found;
}

ReknitStore *
test_store_open (const char   *folder,
                 ReknitSealer *sealer)
{
  g_autofree char *path = test_folder_file (folder);
  g_autoptr (GError) error = NULL;
  ReknitStore *store = reknit_store_open_full (path, sealer, TEST_MIGRATIONS, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

/* Nobody else may hold it any more. */
void
test_store_close (ReknitStore *store)
{
  g_autoptr (GError) error = NULL;

  reknit_store_close (store, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (store);
}

void
test_save (ReknitStore *store,
           const char  *label,
           gpointer     record)
{
  g_autoptr (GError) error = NULL;

  reknit_store_save (store, label, record, &error);
  g_assert_no_error (error);
}

gpointer
test_note_save (ReknitStore *store,
                const char  *label,
                const char  *title,
                int          position)
{
  gpointer note = g_object_new (TEST_TYPE_NOTE, "title", title, "position", (gint64) position, NULL);

  test_save (store, label, note);
  return note;
}

gpointer
test_person_save (ReknitStore *store,
                  const char  *name)
{
  gpointer person = g_object_new (TEST_TYPE_PERSON, "name", name, NULL);

  test_save (store, NULL, person);
  return person;
}

void
test_run_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

struct _TestNotices
{
  GObject    *object;
  GHashTable *counts;
  gulong      handler;
};

static void
on_notify (GObject     *object,
           GParamSpec  *pspec,
           TestNotices *self)
{
  guint count = test_notices_count (self, pspec->name);

  g_hash_table_insert (self->counts, (gpointer) pspec->name, GUINT_TO_POINTER (count + 1));
}

TestNotices *
test_notices_new (gpointer object)
{
  TestNotices *self = g_new0 (TestNotices, 1);

  self->object = g_object_ref (object);
  self->counts = g_hash_table_new (g_str_hash, g_str_equal);
  self->handler = g_signal_connect (object, "notify", G_CALLBACK (on_notify), self);
  return self;
}

guint
test_notices_count (TestNotices *self,
                    const char  *property)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, property));
}

guint
test_notices_total (TestNotices *self)
{
  GHashTableIter iter;
  gpointer count;
  guint total = 0;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    total += GPOINTER_TO_UINT (count);
  return total;
}

void
test_notices_reset (TestNotices *self)
{
  g_hash_table_remove_all (self->counts);
}

void
test_notices_free (TestNotices *self)
{
  g_signal_handler_disconnect (self->object, self->handler);
  g_object_unref (self->object);
  g_hash_table_unref (self->counts);
  g_free (self);
}

void
test_file_set_up (TestFile      *self,
                  gconstpointer  data)
{
  self->folder = test_folder_new ();
  self->path = test_folder_file (self->folder);
}

void
test_file_tear_down (TestFile      *self,
                     gconstpointer  data)
{
  test_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

GBytes *
test_file_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

void
test_file_overwrite (const char *path,
                     off_t       offset,
                     gsize       length)
{
  g_autofree char *noise = g_strnfill (length, '\xa5');
  int fd = g_open (path, O_WRONLY, 0);

  g_assert_cmpint (pwrite (fd, noise, length, offset), ==, (gssize) length);
  close (fd);
}
