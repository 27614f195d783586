#include "reknit-partner-badge.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#define MIN_CHARS 8
#define MAX_CHARS 16

/**
 * ReknitPartnerBadge:
 *
 * A partner's name beside the mark of their strand: a circle for the first, a diamond for the second, a ring for both.
 */
struct _ReknitPartnerBadge
{
  GtkWidget      parent_instance;

  ReknitPartner *partner;
  GtkWidget     *mark;
  GtkWidget     *label;
  GBinding      *binding;
};

enum { PROP_0, PROP_PARTNER, PROP_MARK_ONLY, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitPartnerBadge, reknit_partner_badge, GTK_TYPE_WIDGET)

static const char *const mark_classes[] = { "strand-both", "strand-first", "strand-second" };

/* A long name gives way, but never so far that nothing can be told from it. */
static void
keep_readable (ReknitPartnerBadge *self)
{
  glong length = g_utf8_strlen (gtk_label_get_label (GTK_LABEL (self->label)), -1);

  gtk_label_set_width_chars (GTK_LABEL (self->label), (int) MIN (length, MIN_CHARS));
}

static void
update (ReknitPartnerBadge *self)
{
  gint64 position = self->partner != NULL ? reknit_record_get_integer (self->partner, "position") : 0;

  for (gint64 i = 0; i < (gint64) G_N_ELEMENTS (mark_classes); i++)
    {
      if (i == position)
        gtk_widget_add_css_class (self->mark, mark_classes[i]);
      else
        gtk_widget_remove_css_class (self->mark, mark_classes[i]);
    }

  g_clear_pointer (&self->binding, g_binding_unbind);
  if (self->partner != NULL)
    self->binding = g_object_bind_property (self->partner, "name", self->label, "label", G_BINDING_SYNC_CREATE);
  else
    gtk_label_set_label (GTK_LABEL (self->label), _("Together"));
}

static void
reknit_partner_badge_dispose (GObject *object)
{
  ReknitPartnerBadge *self = REKNIT_PARTNER_BADGE (object);

  g_clear_pointer (&self->binding, g_binding_unbind);
  g_clear_object (&self->partner);
  g_clear_pointer (&self->mark, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (reknit_partner_badge_parent_class)->dispose (object);
}

static void
reknit_partner_badge_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ReknitPartnerBadge *self = REKNIT_PARTNER_BADGE (object);

  if (prop_id == PROP_PARTNER)
    g_value_set_object (value, self->partner);
  else if (prop_id == PROP_MARK_ONLY)
    g_value_set_boolean (value, !gtk_widget_get_visible (self->label));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_partner_badge_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ReknitPartnerBadge *self = REKNIT_PARTNER_BADGE (object);

  if (prop_id == PROP_PARTNER)
    reknit_partner_badge_set_partner (self, g_value_get_object (value));
  else if (prop_id == PROP_MARK_ONLY)
    gtk_widget_set_visible (self->label, !g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_partner_badge_class_init (ReknitPartnerBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_partner_badge_dispose;
  object_class->get_property = reknit_partner_badge_get_property;
  object_class->set_property = reknit_partner_badge_set_property;

  properties[PROP_PARTNER] = g_param_spec_object ("partner", NULL, NULL, REKNIT_TYPE_PARTNER,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MARK_ONLY] = g_param_spec_boolean ("mark-only", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "partner-badge");
}

static void
reknit_partner_badge_init (ReknitPartnerBadge *self)
{
  self->mark = g_object_new (GTK_TYPE_BOX, "valign", GTK_ALIGN_CENTER, "css-name", "strand-mark", NULL);
  self->label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", MAX_CHARS,
                              "xalign", 0.0f, NULL);
  g_signal_connect_object (self->label, "notify::label", G_CALLBACK (keep_readable), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  update (self);
}

/**
 * reknit_partner_badge_new:
 * @partner: (nullable): one of the two; %NULL for both together
 *
 * Returns: (transfer floating): their badge
 */
GtkWidget *
reknit_partner_badge_new (ReknitPartner *partner)
{
  return g_object_new (REKNIT_TYPE_PARTNER_BADGE, "partner", partner, NULL);
}

/**
 * reknit_partner_badge_get_partner:
 *
 * Returns: (transfer none) (nullable): whose badge it is
 */
ReknitPartner *
reknit_partner_badge_get_partner (ReknitPartnerBadge *self)
{
  return self->partner;
}

/**
 * reknit_partner_badge_set_partner:
 * @partner: (nullable): whose badge it shall be; %NULL for both together
 */
void
reknit_partner_badge_set_partner (ReknitPartnerBadge *self,
                                  ReknitPartner      *partner)
{
  if (!g_set_object (&self->partner, partner))
    return;

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PARTNER]);
}
