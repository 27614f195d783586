#pragma once

#include <adwaita.h>

#include "reknit-practice-page.h"
#include "reknit-seats.h"

/* A real store on a real file with a vault, Ana and Ben (or Ana alone), on a Sunday evening in Berlin, and a window
 * to show widgets in. */
typedef struct
{
  char          *folder;
  char          *path;
  ReknitClock   *clock;
  ReknitVault   *vault;
  ReknitStore   *store;
  ReknitSeats   *seats;
  ReknitPartner *ana;
  ReknitPartner *ben;
  GtkWidget     *window;
} UiFixture;

/* Data of a test: "alone" for a household of one, "sealed" for passphrases (all “open sesame street”), or NULL. */
void       ui_fixture_set_up       (UiFixture *fixture, gconstpointer data);
void       ui_fixture_tear_down    (UiFixture *fixture, gconstpointer data);
void       ui_fixture_show         (UiFixture *fixture, GtkWidget *child);
void       ui_fixture_take         (UiFixture *fixture, ReknitPartner *partner);
void       ui_fixture_save         (UiFixture *fixture, gpointer record);
void       ui_fixture_settle       (void);
GtkWidget *ui_fixture_find         (GtkWidget *root, GType type, const char *name);
void       ui_fixture_press        (GtkWidget *root, const char *name);

ReknitPracticePage *ui_fixture_open (UiFixture *fixture, const char *practice);
GtkWidget *ui_fixture_top          (ReknitPracticePage *page);
void       ui_fixture_activate     (ReknitPracticePage *page, const char *action);
void       ui_fixture_fill         (ReknitPracticePage *page, const char *label, const char *text);

gboolean   ui_fixture_reads        (GtkWidget *root, const char *text);
void       ui_fixture_wait_to_read (GtkWidget *root, const char *text);
void       ui_fixture_assert_text  (GtkWidget *field, const char *expected);
void       ui_fixture_stop_disk    (gboolean stopped);
gboolean   ui_fixture_disk_has     (UiFixture *fixture, const char *text);

#define UI_FIXTURE_PASSPHRASE "open sesame street"

#define ui_test_add(path, data, func) \
  g_test_add (path, UiFixture, data, ui_fixture_set_up, func, ui_fixture_tear_down)
