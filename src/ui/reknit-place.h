#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       reknit_place_enter       (GtkWidget *widget);
void       reknit_place_choose      (GtkWidget *widget);
gboolean   reknit_place_was_chosen  (GtkWidget *widget);
GtkWidget *reknit_place_get_outside (GtkWidget *widget);
void       reknit_place_remember    (GtkWidget *scope);
gboolean   reknit_place_return      (GtkWidget *scope);
GArray    *reknit_place_take        (GtkWidget *scope);
void       reknit_place_give        (GtkWidget *scope, GArray *place);

G_END_DECLS
