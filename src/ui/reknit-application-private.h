#pragma once

#include "reknit-application.h"
#include "reknit-notifier.h"
#include "reknit-planner-window.h"
#include "reknit-seat-guard.h"
#include "reknit-sidebar.h"
#include "reknit-window.h"

G_BEGIN_DECLS

typedef struct _ReknitOpening ReknitOpening;

struct _ReknitApplication
{
  AdwApplication   parent_instance;

  GSettings       *settings;
  ReknitOpening   *opening;
  ReknitStore     *store;
  ReknitVault     *vault;
  ReknitSeats     *seats;
  ReknitSeatGuard *guard;
  ReknitNotifier  *notifier;

  GError          *failure;
  guint            failure_source;
  gboolean         may_lose;
  guint            backup_timer;
  guint            exit_source;
  guint            exit_signal;
  gulong           exit_hook;

  gboolean         demo;
  gboolean         plans;
  char            *page;
  char            *seat;
};

void          reknit_application_add_actions     (ReknitApplication *self);
void          reknit_application_exit_quickly    (ReknitApplication *self);
void          reknit_application_watch_exit_keys (ReknitApplication *self);
void          reknit_application_forget_exit_keys (ReknitApplication *self);
char         *reknit_application_get_store_path  (ReknitApplication *self);
void          reknit_application_begin_opening   (ReknitApplication *self);
gboolean      reknit_application_open_store      (ReknitApplication *self, GError **error);
void          reknit_application_close_store     (ReknitApplication *self);
void          reknit_application_plan_backup     (ReknitApplication *self);
void          reknit_application_watch_store     (ReknitApplication *self);
gboolean      reknit_application_may_close       (ReknitApplication *self, GtkWindow *window);
ReknitWindow *reknit_application_show            (ReknitApplication *self);
gboolean      reknit_application_show_page       (ReknitApplication *self, const char *page);
void          reknit_application_watch_window    (ReknitApplication *self, GtkWindow *window);
ReknitPlannerWindow *reknit_application_show_planner (ReknitApplication *self);

G_END_DECLS
