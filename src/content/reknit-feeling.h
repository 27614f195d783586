#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_FEELING (reknit_feeling_get_type ())
G_DECLARE_FINAL_TYPE (ReknitFeeling, reknit_feeling, REKNIT, FEELING, GObject)

const char *reknit_feeling_get_id    (ReknitFeeling *self);
const char *reknit_feeling_get_title (ReknitFeeling *self);

#define REKNIT_TYPE_FEELING_FAMILY (reknit_feeling_family_get_type ())
G_DECLARE_FINAL_TYPE (ReknitFeelingFamily, reknit_feeling_family, REKNIT, FEELING_FAMILY, GObject)

const char *reknit_feeling_family_get_id       (ReknitFeelingFamily *self);
const char *reknit_feeling_family_get_title    (ReknitFeelingFamily *self);
GListModel *reknit_feeling_family_get_feelings (ReknitFeelingFamily *self);

G_END_DECLS
