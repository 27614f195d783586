#include "reknit-weekday-picker.h"

#include "reknit-recurrence.h"
#include "reknit-spoken-name.h"
#include "reknit-time-text.h"
#include "reknit-wrap-box.h"

/**
 * ReknitWeekdayPicker:
 *
 * The seven days of the week, any of which can be chosen.
 */
struct _ReknitWeekdayPicker
{
  GtkWidget        parent_instance;

  GtkWidget       *box;
  GtkToggleButton *days[8];
  guint            weekdays;
  gboolean         showing;
};

enum { PROP_0, PROP_WEEKDAYS, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitWeekdayPicker, reknit_weekday_picker, GTK_TYPE_WIDGET)

static void
on_toggled (ReknitWeekdayPicker *self)
{
  guint weekdays = 0;

  if (self->showing)
    return;

  for (guint day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    if (gtk_toggle_button_get_active (self->days[day]))
      weekdays |= REKNIT_WEEKDAY_BIT (day);
  reknit_weekday_picker_set_weekdays (self, weekdays);
}

static void
add_day (ReknitWeekdayPicker *self,
         guint                day)
{
  /* The first of January 2001 was a Monday. */
  g_autoptr (GDateTime) date = g_date_time_new_utc (2001, 1, (int) day, 0, 0, 0);
  g_autofree char *abbreviation = g_date_time_format (date, "%a");
  g_autofree char *name = reknit_time_text_for_weekday ((GDateWeekday) day);
  GtkWidget *button = gtk_toggle_button_new_with_label (abbreviation);

  reknit_widget_set_spoken_name (button, name);
  gtk_widget_add_css_class (button, "reknit-weekday");
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled), self);
  self->days[day] = GTK_TOGGLE_BUTTON (button);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (self->box), button);
}

static void
reknit_weekday_picker_dispose (GObject *object)
{
  ReknitWeekdayPicker *self = REKNIT_WEEKDAY_PICKER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (reknit_weekday_picker_parent_class)->dispose (object);
}

static void
reknit_weekday_picker_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_WEEKDAYS)
    g_value_set_uint (value, REKNIT_WEEKDAY_PICKER (object)->weekdays);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_weekday_picker_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  if (prop_id == PROP_WEEKDAYS)
    reknit_weekday_picker_set_weekdays (REKNIT_WEEKDAY_PICKER (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_weekday_picker_class_init (ReknitWeekdayPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = reknit_weekday_picker_dispose;
  object_class->get_property = reknit_weekday_picker_get_property;
  object_class->set_property = reknit_weekday_picker_set_property;

  properties[PROP_WEEKDAYS] = g_param_spec_uint ("weekdays", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
reknit_weekday_picker_init (ReknitWeekdayPicker *self)
{
  self->box = reknit_wrap_box_new ();
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (guint day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    add_day (self, day);
}

/**
 * reknit_weekday_picker_get_weekdays:
 *
 * Returns: %REKNIT_WEEKDAY_BIT of each day that is chosen
 */
guint
reknit_weekday_picker_get_weekdays (ReknitWeekdayPicker *self)
{
  return self->weekdays;
}

/**
 * reknit_weekday_picker_set_weekdays:
 * @weekdays: %REKNIT_WEEKDAY_BIT of each day that shall be chosen
 */
void
reknit_weekday_picker_set_weekdays (ReknitWeekdayPicker *self,
                                    guint                weekdays)
{
  if (self->weekdays == weekdays)
    return;

  self->weekdays = weekdays;
  self->showing = TRUE;
  for (guint day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    gtk_toggle_button_set_active (self->days[day], (weekdays & REKNIT_WEEKDAY_BIT (day)) != 0);
  self->showing = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEEKDAYS]);
}
