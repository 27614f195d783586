#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What Ana and Ben wrote. Both are invented. */

typedef struct
{
  const char *title;
  const char *happened;
  const char *feelings;
  const char *need;
  const char *own_part;
  const char *view;
  const char *outcome;
  gboolean    ongoing;
} ReknitDemoIssue;

typedef struct
{
  const char *feelings;
  const char *situation;
  const char *reason;
  const char *wish;
  const char *reply;
} ReknitDemoFeeling;

typedef struct
{
  const char *reflection;
  const char *validation;
} ReknitDemoTurn;

extern const ReknitDemoIssue   reknit_demo_issues[];
extern const ReknitDemoFeeling reknit_demo_feelings[];
extern const ReknitDemoTurn    reknit_demo_turns[];
extern const char *const       reknit_demo_takeaways[];
extern const char *const       reknit_demo_appreciations[];
extern const char *const       reknit_demo_went_well[];
extern const char *const       reknit_demo_wishes[];
extern const char *const       reknit_demo_steps[];
extern const char *const       reknit_demo_agenda[];
extern const char *const       reknit_demo_rules[];
extern const char *const       reknit_demo_phone_rules[];

G_END_DECLS
