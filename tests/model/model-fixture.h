#pragma once

#include "reknit-household.h"
#include "reknit-partner.h"
#include "reknit-store.h"

/* A real store on a real file, with Ana and Ben in it, on a Sunday evening in Berlin. */
typedef struct
{
  char          *folder;
  char          *path;
  ReknitClock   *clock;
  ReknitStore   *store;
  ReknitPartner *ana;
  ReknitPartner *ben;
} ModelFixture;

void model_fixture_set_up    (ModelFixture *fixture, gconstpointer data);
void model_fixture_tear_down (ModelFixture *fixture, gconstpointer data);

#define model_test_add(path, func) \
  g_test_add (path, ModelFixture, NULL, model_fixture_set_up, func, model_fixture_tear_down)
