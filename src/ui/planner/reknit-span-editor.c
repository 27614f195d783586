#include "reknit-span-editor.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "reknit-local-time.h"
#include "reknit-moment-row.h"
#include "reknit-plan.h"

/**
 * ReknitSpanEditor:
 *
 * From when to when, by the minute or by whole days. Another beginning takes the end along; what can't be is said below
 * the fields.
 */
struct _ReknitSpanEditor
{
  GtkWidget            parent_instance;

  char                *span;
  const char          *message;
  GTimeSpan            length;
  gboolean             loading;

  AdwPreferencesGroup *group;
  GtkWidget           *all_day_row;
  GtkSwitch           *all_day;
  ReknitMomentRow     *starts;
  ReknitMomentRow     *ends;
  GtkLabel            *label;
};

enum { PROP_0, PROP_SPAN, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitSpanEditor, reknit_span_editor, GTK_TYPE_WIDGET)

static const char *
check (ReknitSpanEditor *self)
{
  GDateTime *starts = reknit_moment_row_get_moment (self->starts);
  GDateTime *ends = reknit_moment_row_get_moment (self->ends);
  gboolean all_day = gtk_switch_get_active (self->all_day);
  GTimeSpan length = g_date_time_difference (ends, starts);

  if (all_day && gtk_widget_get_visible (GTK_WIDGET (self->ends)) && length < 0)
    return _("The last day lies before the first. Choose a later one.");
  if (!all_day && length <= 0)
    return _("It would be over before it begins. Choose a later end.");
  if (length >= REKNIT_PLAN_MAX_DAYS * G_TIME_SPAN_DAY)
    return _("That is more than three months. Plan the first part, and the rest as a plan of its own.");
  return NULL;
}

static void
update (ReknitSpanEditor *self)
{
  g_autofree char *starts = reknit_local_time_to_string (reknit_moment_row_get_moment (self->starts));
  g_autofree char *ends = reknit_local_time_to_string (reknit_moment_row_get_moment (self->ends));
  gboolean all_day = gtk_switch_get_active (self->all_day);
  g_autofree char *span = g_strdup_printf ("%s %s %d", starts, ends, all_day);

  reknit_moment_row_set_days_only (self->starts, all_day);
  reknit_moment_row_set_days_only (self->ends, all_day);
  self->length = g_date_time_difference (reknit_moment_row_get_moment (self->ends), reknit_moment_row_get_moment (self->starts));
  self->message = check (self);
  gtk_label_set_label (self->label, self->message != NULL ? self->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->label), self->message != NULL);
  if (g_strcmp0 (self->span, span) == 0)
    return;
  g_free (self->span);
  self->span = g_steal_pointer (&span);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPAN]);
}

static void
on_starts (ReknitSpanEditor *self)
{
  g_autoptr (GDateTime) ends = g_date_time_add (reknit_moment_row_get_moment (self->starts), MAX (self->length, 0));

  reknit_moment_row_set_moment (self->ends, ends);
  update (self);
}

static void
on_all_day (ReknitSpanEditor *self)
{
  if (!self->loading)
    update (self);
}

static void
set_span (ReknitSpanEditor *self,
          const char       *span)
{
  char starts[32], ends[32];
  int all_day;
  g_autoptr (GDateTime) from = NULL;
  g_autoptr (GDateTime) until = NULL;

  if (span == NULL || sscanf (span, "%31s %31s %d", starts, ends, &all_day) != 3)
    return;
  from = reknit_local_time_parse (starts);
  until = reknit_local_time_parse (ends);
  if (from != NULL && until != NULL)
    reknit_span_editor_set (self, from, until, all_day != 0);
}

static void
reknit_span_editor_dispose (GObject *object)
{
  ReknitSpanEditor *self = REKNIT_SPAN_EDITOR (object);

  if (self->group != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->group));
  self->group = NULL;
  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;
  G_OBJECT_CLASS (reknit_span_editor_parent_class)->dispose (object);
}

static void
reknit_span_editor_finalize (GObject *object)
{
  g_free (REKNIT_SPAN_EDITOR (object)->span);
  G_OBJECT_CLASS (reknit_span_editor_parent_class)->finalize (object);
}

static void
reknit_span_editor_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (prop_id == PROP_SPAN)
    g_value_set_string (value, REKNIT_SPAN_EDITOR (object)->span);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_span_editor_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  if (prop_id == PROP_SPAN)
    set_span (REKNIT_SPAN_EDITOR (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_span_editor_class_init (ReknitSpanEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = reknit_span_editor_dispose;
  object_class->finalize = reknit_span_editor_finalize;
  object_class->get_property = reknit_span_editor_get_property;
  object_class->set_property = reknit_span_editor_set_property;
  properties[PROP_SPAN] = g_param_spec_string ("span", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
add_all_day (ReknitSpanEditor *self)
{
  self->all_day_row = adw_action_row_new ();
  self->all_day = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->all_day_row), _("Whole Days"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->all_day_row), GTK_WIDGET (self->all_day));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->all_day_row), GTK_WIDGET (self->all_day));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->all_day), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Whole Days"), -1);
  g_signal_connect_swapped (self->all_day, "notify::active", G_CALLBACK (on_all_day), self);
  adw_preferences_group_add (self->group, self->all_day_row);
}

static void
reknit_span_editor_init (ReknitSpanEditor *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "visible", FALSE, NULL);
  self->starts = g_object_new (REKNIT_TYPE_MOMENT_ROW, "title", _("Begins"), NULL);
  self->ends = g_object_new (REKNIT_TYPE_MOMENT_ROW, "title", _("Ends"), NULL);
  reknit_moment_row_pair (self->starts, self->ends);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "error");
  add_all_day (self);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->starts));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->ends));
  g_signal_connect_swapped (self->starts, "changed", G_CALLBACK (on_starts), self);
  g_signal_connect_swapped (self->ends, "changed", G_CALLBACK (update), self);
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

/**
 * reknit_span_editor_new:
 *
 * Returns: (transfer floating): an editor, to be given a span
 */
GtkWidget *
reknit_span_editor_new (void)
{
  return g_object_new (REKNIT_TYPE_SPAN_EDITOR, NULL);
}

/**
 * reknit_span_editor_set:
 * @starts: local time
 * @ends: local time; of whole days, any time on the last
 * @all_day: whether it goes by whole days
 */
void
reknit_span_editor_set (ReknitSpanEditor *self,
                        GDateTime        *starts,
                        GDateTime        *ends,
                        gboolean          all_day)
{
  self->loading = TRUE;
  gtk_switch_set_active (self->all_day, all_day);
  reknit_moment_row_set_moment (self->starts, starts);
  reknit_moment_row_set_moment (self->ends, ends);
  self->loading = FALSE;
  update (self);
}

/**
 * reknit_span_editor_get_starts:
 *
 * Returns: (transfer none): local time
 */
GDateTime *
reknit_span_editor_get_starts (ReknitSpanEditor *self)
{
  return reknit_moment_row_get_moment (self->starts);
}

/**
 * reknit_span_editor_get_ends:
 *
 * Returns: (transfer none): local time; of whole days, some time on the last
 */
GDateTime *
reknit_span_editor_get_ends (ReknitSpanEditor *self)
{
  return reknit_moment_row_get_moment (gtk_widget_get_visible (GTK_WIDGET (self->ends)) ? self->ends : self->starts);
}

/**
 * reknit_span_editor_get_all_day:
 *
 * Returns: whether it goes by whole days
 */
gboolean
reknit_span_editor_get_all_day (ReknitSpanEditor *self)
{
  return gtk_switch_get_active (self->all_day);
}

/**
 * reknit_span_editor_set_one_day:
 * @one_day: whether to ask for one whole day only
 */
void
reknit_span_editor_set_one_day (ReknitSpanEditor *self,
                                gboolean          one_day)
{
  gboolean was_one_day = !gtk_widget_get_visible (self->all_day_row);

  gtk_widget_set_visible (self->all_day_row, !one_day);
  gtk_widget_set_visible (GTK_WIDGET (self->ends), !one_day);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->starts), one_day ? _("Day") : _("Begins"));
  if (one_day != was_one_day)
    gtk_switch_set_active (self->all_day, one_day);
  update (self);
}

/**
 * reknit_span_editor_get_message:
 *
 * Returns: (transfer none) (nullable): what is wrong, for people; it also stands below the fields
 */
const char *
reknit_span_editor_get_message (ReknitSpanEditor *self)
{
  return self->message;
}
