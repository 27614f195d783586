#pragma once

#include <adwaita.h>

#include "model-fixture.h"
#include "reknit-practice-page.h"

/* A window with one practice page in it, over a real store with Ana and Ben, or with Ana alone. The actions of the real
 * window that pages use are there: win.seat, win.undo, win.open-page, win.open-subject. */
typedef struct
{
  ModelFixture        model;
  ReknitVault        *vault;
  ReknitSeats        *seats;
  GtkWidget          *window;
  ReknitPracticePage *page;
  char               *opened;   /* what win.open-page or win.open-subject was asked for last */
} PageFixture;

void       page_fixture_set_up    (PageFixture *fixture, gconstpointer data);
void       page_fixture_set_up_alone (PageFixture *fixture, gconstpointer data);
void       page_fixture_tear_down (PageFixture *fixture, gconstpointer data);

ReknitPracticePage *page_open (PageFixture *fixture, const char *practice);
void       page_close        (PageFixture *fixture);
void       page_sit               (PageFixture *fixture, ReknitPartner *partner);
void       page_settle            (void);
void       page_wait              (guint milliseconds);
void       page_stop_disk         (gboolean full);
void       page_picture           (PageFixture *fixture, const char *name, int width, int height);

GtkWidget *page_find_type         (GtkWidget *root, GType type);
GtkWidget *page_find_text         (GtkWidget *root, const char *text);
gboolean   page_shows             (GtkWidget *root, const char *text);
void       page_press             (GtkWidget *root, const char *label);
void       page_type              (GtkWidget *root, const char *text);

#define page_test_add(path, func) \
  g_test_add (path, PageFixture, NULL, page_fixture_set_up, func, page_fixture_tear_down)
#define page_test_add_alone(path, func) \
  g_test_add (path, PageFixture, NULL, page_fixture_set_up_alone, func, page_fixture_tear_down)
