#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_AGENDA_ITEM (reknit_agenda_item_get_type ())
REKNIT_DECLARE_RECORD (ReknitAgendaItem, reknit_agenda_item, REKNIT, AGENDA_ITEM)

ReknitQuery *reknit_agenda_item_query_open   (void);
ReknitQuery *reknit_agenda_item_query_of     (gint64 check_in);
ReknitQuery *reknit_agenda_item_query_to_do  (gint64 check_in);

G_END_DECLS
