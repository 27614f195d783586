#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_SEARCH_PAGE (reknit_search_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitSearchPage, reknit_search_page, REKNIT, SEARCH_PAGE, GtkWidget)

GtkWidget *reknit_search_page_new (ReknitSeats *seats);

G_END_DECLS
