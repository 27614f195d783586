#include "reknit-record-card.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-partner-badge.h"

/**
 * ReknitRecordCard:
 *
 * The way to one thing that somebody wrote: its words, whose they are, and a quiet line about it.
 */
struct _ReknitRecordCard
{
  GtkButton      parent_instance;

  char          *title;
  char          *line;
  ReknitPartner *partner;
  gboolean       badged;
  gboolean       locked;
};

enum { PROP_0, PROP_TITLE, PROP_LINE, PROP_PARTNER, PROP_BADGED, PROP_LOCKED, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitRecordCard, reknit_record_card, GTK_TYPE_BUTTON)

static void
update_accessible (ReknitRecordCard *self)
{
  g_autofree char *locked = self->locked ? g_strdup_printf ("%s, %s", _("Only you can read this"), self->line) : NULL;
  g_autofree char *named = NULL;
  const char *line = locked != NULL ? locked : self->line;

  if (self->badged && self->partner != NULL)
    named = g_strdup_printf ("%s, %s", reknit_partner_get_name (self->partner), line);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, named != NULL ? named : line,
                                  -1);
}

static void
set_text (ReknitRecordCard  *self,
          char             **place,
          const GValue      *value,
          GParamSpec        *pspec)
{
  const char *text = g_value_get_string (value);

  if (g_strcmp0 (*place, text) == 0)
    return;

  g_free (*place);
  *place = g_strdup (text != NULL ? text : "");
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_flag (ReknitRecordCard *self,
          gboolean         *place,
          const GValue     *value,
          GParamSpec       *pspec)
{
  if (*place == g_value_get_boolean (value))
    return;

  *place = g_value_get_boolean (value);
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
reknit_record_card_finalize (GObject *object)
{
  ReknitRecordCard *self = REKNIT_RECORD_CARD (object);

  g_free (self->title);
  g_free (self->line);
  g_clear_object (&self->partner);
  G_OBJECT_CLASS (reknit_record_card_parent_class)->finalize (object);
}

static void
reknit_record_card_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ReknitRecordCard *self = REKNIT_RECORD_CARD (object);

  switch (prop_id)
    {
    case PROP_TITLE: g_value_set_string (value, self->title); break;
    case PROP_LINE: g_value_set_string (value, self->line); break;
    case PROP_PARTNER: g_value_set_object (value, self->partner); break;
    case PROP_BADGED: g_value_set_boolean (value, self->badged); break;
    case PROP_LOCKED: g_value_set_boolean (value, self->locked); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_record_card_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ReknitRecordCard *self = REKNIT_RECORD_CARD (object);

  switch (prop_id)
    {
    case PROP_TITLE: set_text (self, &self->title, value, pspec); break;
    case PROP_LINE: set_text (self, &self->line, value, pspec); break;
    case PROP_PARTNER:
      if (g_set_object (&self->partner, g_value_get_object (value)))
        {
          update_accessible (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_BADGED: set_flag (self, &self->badged, value, pspec); break;
    case PROP_LOCKED: set_flag (self, &self->locked, value, pspec); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_record_card_class_init (ReknitRecordCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = reknit_record_card_finalize;
  object_class->get_property = reknit_record_card_get_property;
  object_class->set_property = reknit_record_card_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_LINE] = g_param_spec_string ("line", NULL, NULL, "", flags);
  properties[PROP_PARTNER] = g_param_spec_object ("partner", NULL, NULL, REKNIT_TYPE_PARTNER, flags);
  properties[PROP_BADGED] = g_param_spec_boolean ("badged", NULL, NULL, FALSE, flags);
  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REKNIT_TYPE_PARTNER_BADGE);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/reknit/Reknit/ui/reknit-record-card.ui");
}

static void
reknit_record_card_init (ReknitRecordCard *self)
{
  self->title = g_strdup ("");
  self->line = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_record_card_new:
 *
 * Returns: (transfer floating): an empty card
 */
GtkWidget *
reknit_record_card_new (void)
{
  return g_object_new (REKNIT_TYPE_RECORD_CARD, NULL);
}
