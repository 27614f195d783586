#include "reknit-day-button.h"

#include "reknit-clock.h"
#include "reknit-local-time.h"
#include "reknit-template.h"

/**
 * ReknitDayButton:
 *
 * A button that asks for a day still to come.
 */
struct _ReknitDayButton
{
  GtkWidget    parent_instance;

  GtkMenuButton *button;
  GtkPopover  *popover;
  GtkCalendar *calendar;
  GtkWidget   *message;

  char        *label;
  guint        hour;
  gboolean     clearable;
  gboolean     wordy;
};

enum { PROP_0, PROP_LABEL, PROP_HOUR, PROP_CLEARABLE, PROP_WORDY, N_PROPS };
enum { CHOSEN, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitDayButton, reknit_day_button, GTK_TYPE_WIDGET)

static void
choose (ReknitDayButton *self,
        GDateTime       *day)
{
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CHOSEN], 0, day);
}

static GDateTime *
get_today (void)
{
  return reknit_clock_local_now (reknit_clock_get_default ());
}

static void
on_show (ReknitDayButton *self)
{
  g_autoptr (GDateTime) today = get_today ();

  gtk_widget_set_visible (self->message, FALSE);
  gtk_calendar_select_day (self->calendar, today);
}

static void
on_week (ReknitDayButton *self)
{
  g_autoptr (GDateTime) today = get_today ();
  g_autoptr (GDateTime) day = g_date_time_add_weeks (today, 1);

  choose (self, day);
}

static void
on_month (ReknitDayButton *self)
{
  g_autoptr (GDateTime) today = get_today ();
  g_autoptr (GDateTime) day = g_date_time_add_months (today, 1);

  choose (self, day);
}

static void
on_clear (ReknitDayButton *self)
{
  choose (self, NULL);
}

static void
on_set (ReknitDayButton *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  reknit_day_button_choose (self, day);
}

static void
reknit_day_button_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_DAY_BUTTON);
  G_OBJECT_CLASS (reknit_day_button_parent_class)->dispose (object);
}

static void
reknit_day_button_finalize (GObject *object)
{
  g_free (REKNIT_DAY_BUTTON (object)->label);
  G_OBJECT_CLASS (reknit_day_button_parent_class)->finalize (object);
}

static void
reknit_day_button_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ReknitDayButton *self = REKNIT_DAY_BUTTON (object);

  switch (prop_id)
    {
    case PROP_LABEL: g_value_set_string (value, self->label); break;
    case PROP_HOUR: g_value_set_uint (value, self->hour); break;
    case PROP_CLEARABLE: g_value_set_boolean (value, self->clearable); break;
    case PROP_WORDY: g_value_set_boolean (value, self->wordy); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_label (ReknitDayButton *self,
           const char      *label)
{
  if (g_strcmp0 (self->label, label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

static void
reknit_day_button_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ReknitDayButton *self = REKNIT_DAY_BUTTON (object);

  switch (prop_id)
    {
    case PROP_LABEL: set_label (self, g_value_get_string (value)); break;
    case PROP_HOUR:
      if (self->hour != g_value_get_uint (value))
        {
          self->hour = g_value_get_uint (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_CLEARABLE:
      if (self->clearable != g_value_get_boolean (value))
        {
          self->clearable = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_WORDY:
      self->wordy = g_value_get_boolean (value);
      if (self->wordy)
        gtk_widget_remove_css_class (GTK_WIDGET (self->button), "flat");
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  if (self->wordy && self->label != NULL)
    gtk_menu_button_set_label (self->button, self->label);
}

static void
reknit_day_button_class_init (ReknitDayButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = reknit_day_button_dispose;
  object_class->finalize = reknit_day_button_finalize;
  object_class->get_property = reknit_day_button_get_property;
  object_class->set_property = reknit_day_button_set_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_HOUR] = g_param_spec_uint ("hour", NULL, NULL, 0, 23, 0, flags);
  properties[PROP_CLEARABLE] = g_param_spec_boolean ("clearable", NULL, NULL, FALSE, flags);
  properties[PROP_WORDY] = g_param_spec_boolean ("wordy", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHOSEN] = g_signal_new ("chosen", REKNIT_TYPE_DAY_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_DATE_TIME);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-day-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitDayButton, button);
  gtk_widget_class_bind_template_child (widget_class, ReknitDayButton, popover);
  gtk_widget_class_bind_template_child (widget_class, ReknitDayButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, ReknitDayButton, message);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_week);
  gtk_widget_class_bind_template_callback (widget_class, on_month);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_set);
}

static void
reknit_day_button_init (ReknitDayButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_day_button_new:
 * @label: what the day is for
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
reknit_day_button_new (const char *label)
{
  return g_object_new (REKNIT_TYPE_DAY_BUTTON, "label", label, NULL);
}

/**
 * reknit_day_button_choose:
 * @day: a day, as if it was chosen in the calendar
 *
 * Returns: whether it is still to come; if not, the calendar says so, and nothing is chosen
 */
gboolean
reknit_day_button_choose (ReknitDayButton *self,
                          GDateTime       *day)
{
  ReknitClock *clock = reknit_clock_get_default ();
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (clock);
  g_autoptr (GDateTime) then = g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day),
                                                    g_date_time_get_day_of_month (day), (int) self->hour, 0, 0);
  gboolean ahead = reknit_time_resolve_local (then, zone) > reknit_clock_now (clock);

  gtk_widget_set_visible (self->message, !ahead);
  if (ahead)
    choose (self, day);
  return ahead;
}
