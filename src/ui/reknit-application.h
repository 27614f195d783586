#pragma once

#include <adwaita.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_APPLICATION (reknit_application_get_type ())
G_DECLARE_FINAL_TYPE (ReknitApplication, reknit_application, REKNIT, APPLICATION, AdwApplication)

ReknitApplication *reknit_application_new          (void);
ReknitSeats       *reknit_application_get_seats    (ReknitApplication *self);
GSettings         *reknit_application_get_settings (ReknitApplication *self);

G_END_DECLS
