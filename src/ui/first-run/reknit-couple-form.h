#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_NAME_MAX_LENGTH 40

#define REKNIT_TYPE_COUPLE_FORM (reknit_couple_form_get_type ())
G_DECLARE_FINAL_TYPE (ReknitCoupleForm, reknit_couple_form, REKNIT, COUPLE_FORM, GtkWidget)

GtkWidget *reknit_couple_form_new           (ReknitSeats *seats);
gboolean   reknit_couple_form_save          (ReknitCoupleForm *self);
gboolean   reknit_couple_form_is_changed    (ReknitCoupleForm *self);
void       reknit_couple_form_keep_silently (ReknitCoupleForm *self);
gboolean   reknit_couple_form_save_defaults (ReknitSeats *seats, GError **error);
char      *reknit_couple_form_check_name    (const char *name, const char *other);
char      *reknit_couple_form_clean_name    (const char *name);

G_END_DECLS
