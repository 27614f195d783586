#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_NOTICE_GATE (reknit_notice_gate_get_type ())
G_DECLARE_FINAL_TYPE (ReknitNoticeGate, reknit_notice_gate, REKNIT, NOTICE_GATE, GObject)

/* Properties: open (boolean, read-only, notified exactly on change). */

ReknitNoticeGate *reknit_notice_gate_new     (GDBusConnection *connection);
gboolean          reknit_notice_gate_is_open (ReknitNoticeGate *self);
void              reknit_notice_gate_knock   (ReknitNoticeGate *self);

G_END_DECLS
