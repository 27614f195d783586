#pragma once

#include "model-fixture.h"
#include "reknit-plan.h"

/* A plan of Ana’s, stored with its details: from @starts to @ends, two reminders. */
ReknitPlan *sample_plan (ModelFixture *fixture, ReknitPlanKind kind, const char *title, const char *starts, const char *ends,
                         const char *rule);
