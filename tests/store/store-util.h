#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define TEST_MIGRATIONS        "/io/github/reknit/test/one"
#define TEST_MIGRATIONS_TWO    "/io/github/reknit/test/two"
#define TEST_MIGRATIONS_BROKEN "/io/github/reknit/test/broken"

typedef enum { TEST_MOOD_CALM, TEST_MOOD_TENSE, TEST_MOOD_GLAD } TestMood;
GType test_mood_get_type (void);
#define TEST_TYPE_MOOD (test_mood_get_type ())

#define TEST_TYPE_PERSON (test_person_get_type ())
REKNIT_DECLARE_RECORD (TestPerson, test_person, TEST, PERSON)
#define TEST_TYPE_NOTE (test_note_get_type ())
REKNIT_DECLARE_RECORD (TestNote, test_note, TEST, NOTE)
#define TEST_TYPE_DIARY (test_diary_get_type ())
REKNIT_DECLARE_RECORD (TestDiary, test_diary, TEST, DIARY)
#define TEST_TYPE_DRAFT (test_draft_get_type ())
REKNIT_DECLARE_RECORD (TestDraft, test_draft, TEST, DRAFT)
#define TEST_TYPE_REMARK (test_remark_get_type ())
REKNIT_DECLARE_RECORD (TestRemark, test_remark, TEST, REMARK)

/* Seals by turning bits around, after the place that the text stands in: enough to see where it is used. */
#define TEST_TYPE_SEALER (test_sealer_get_type ())
G_DECLARE_FINAL_TYPE (TestSealer, test_sealer, TEST, SEALER, GObject)

TestSealer *test_sealer_new      (void);
void        test_sealer_give_key (TestSealer *self, gint64 owner);
void        test_sealer_set_open (TestSealer *self, gint64 owner, gboolean open);

/* A folder of one's own, removed with all in it. */
char       *test_folder_new      (void);
void        test_folder_remove   (const char *folder);
char       *test_folder_file     (const char *folder);
gboolean    test_folder_contains (const char *folder, const char *bytes);

/* A store's file in such a folder. */
typedef struct
{
  char *folder;
  char *path;
} TestFile;

void    test_file_set_up    (TestFile *self, gconstpointer data);
void    test_file_tear_down (TestFile *self, gconstpointer data);
GBytes *test_file_read      (const char *path);
void    test_file_overwrite (const char *path, off_t offset, gsize length);

ReknitStore *test_store_open     (const char *folder, ReknitSealer *sealer);
void         test_store_close    (ReknitStore *store);
void         test_save           (ReknitStore *store, const char *label, gpointer record);
gpointer     test_note_save      (ReknitStore *store, const char *label, const char *title, int position);
gpointer     test_person_save    (ReknitStore *store, const char *name);
void         test_run_idle       (void);

/* How often an object notified a property. */
typedef struct _TestNotices TestNotices;
TestNotices *test_notices_new    (gpointer object);
guint        test_notices_count  (TestNotices *self, const char *property);
guint        test_notices_total  (TestNotices *self);
void         test_notices_reset  (TestNotices *self);
void         test_notices_free   (TestNotices *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestNotices, test_notices_free)

G_END_DECLS
