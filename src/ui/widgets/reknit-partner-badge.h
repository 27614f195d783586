#pragma once

#include <gtk/gtk.h>

#include "reknit-partner.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PARTNER_BADGE (reknit_partner_badge_get_type ())
G_DECLARE_FINAL_TYPE (ReknitPartnerBadge, reknit_partner_badge, REKNIT, PARTNER_BADGE, GtkWidget)

GtkWidget     *reknit_partner_badge_new         (ReknitPartner *partner);
ReknitPartner *reknit_partner_badge_get_partner (ReknitPartnerBadge *self);
void           reknit_partner_badge_set_partner (ReknitPartnerBadge *self, ReknitPartner *partner);

G_END_DECLS
