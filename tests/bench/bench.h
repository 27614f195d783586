#pragma once

#include "reknit-store.h"

#include <sqlite3.h>

#define N_ROWS 100000
#define N_COMMITS 500
#define PAGE 64

typedef struct
{
  gint64 id, created, modified;
  char *title, *body;
  gint64 position, due, done;
} RawEntry;

typedef struct
{
  char        *folder;
  ReknitStore *store;
  sqlite3     *raw;
  gboolean     recording;
  GPtrArray   *steps;
  GPtrArray   *records;
  RawEntry    *entries;
} Bench;

void raw_open         (Bench *b, const char *path, const char *schema);
void raw_free_entries (Bench *b);
void raw_close        (Bench *b);
void raw_insert       (Bench *b);
void raw_update       (Bench *b);
void raw_save         (Bench *b);
void raw_read         (Bench *b);
void raw_list_open    (Bench *b);
void raw_list_scroll  (Bench *b);
void raw_list_insert  (Bench *b);
