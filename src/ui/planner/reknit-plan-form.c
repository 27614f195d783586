#include "reknit-config.h"

#include "reknit-plan-form-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-clash.h"
#include "reknit-clock.h"
#include "reknit-money.h"
#include "reknit-occasion-lock.h"
#include "reknit-occasion-text.h"
#include "reknit-plan-title.h"
#include "reknit-repeat.h"
#include "reknit-template.h"
#include "reknit-toasts.h"

/**
 * ReknitPlanForm:
 *
 * All that can be said of a plan beforehand: what, when, where, who sees to it, and when to remind of it.
 */
G_DEFINE_FINAL_TYPE (ReknitPlanForm, reknit_plan_form, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SWITCHES, PROP_IDEA, PROP_EARLIER, PROP_SHIFT, PROP_TURN, N_PROPS };
enum { DONE, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What stands in the way, at its place; it hinders nobody. */
static void
show_clashes (ReknitPlanForm *self)
{
  g_autoptr (ReknitOccasion) preview = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (reknit_span_editor_get_message (self->span) == NULL)
    {
      preview = reknit_plan_form_preview (self);
      clashes = reknit_clashes_find (reknit_seats_get_store (self->seats), preview);
    }
  for (guint i = 0; clashes != NULL && i < clashes->len; i++)
    {
      g_autofree char *title = reknit_plan_dup_title (reknit_occasion_get_plan (clashes->pdata[i]));

      if (reknit_occasion_get_plan (clashes->pdata[i]) != self->plan)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", title);
    }
  /* Translators: a warning that something else is planned for the same time; %s is what */
  text = g_strdup_printf (_("At the same time: %s"), names->str);
  gtk_label_set_label (self->clash_label, text);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->clash_label)), names->len > 0);
}

static void
show_audience (ReknitPlanForm *self)
{
  ReknitPartner *me = reknit_seats_get_current (self->seats);
  ReknitPartner *other = me != NULL ? reknit_seats_get_other (self->seats, me) : NULL;
  g_autofree char *own = reknit_seats_dup_own_time_audience (self->seats);
  g_autofree char *text = NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->kind_row), reknit_plan_form_get_kind (self) == REKNIT_PLAN_KIND_OWN ? own : "");
  if (other == NULL)
    return;
  text = g_strdup_printf (reknit_seats_needs_passphrase (self->seats, me)
                          /* Translators: %s is a partner’s name */
                          ? _("%s sees only that something is planned, until you tell.")
                          : _("%s sees only that something is planned, until you tell. Without a passphrase it is hidden, not sealed."),
                          reknit_partner_get_name (other));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->surprise_row), text);
}

/* Closeness is for both to want, and no surprise. What is one asks about it whatever else becomes of it: it is not told
 * by the way. */
static gboolean
can_surprise (ReknitPlanForm *self,
              ReknitPlanKind  kind)
{
  if (reknit_record_is_private (REKNIT_RECORD (self->details)))
    return TRUE;
  return kind == REKNIT_PLAN_KIND_DATE && reknit_seats_get_current (self->seats) != NULL
         && reknit_seats_has_couple (self->seats);
}

/* A group without rows would still draw its edge. */
static void
show_terms (ReknitPlanForm *self)
{
  GtkWidget *rows[] = { GTK_WIDGET (self->repeat_row), GTK_WIDGET (self->planner_row), self->turns_row, self->surprise_row };
  GtkWidget *group = gtk_widget_get_ancestor (rows[0], ADW_TYPE_PREFERENCES_GROUP);
  gboolean shown = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    shown = shown || gtk_widget_get_visible (rows[i]);
  gtk_widget_set_visible (group, shown);
}

static void
update (ReknitPlanForm *self)
{
  ReknitPlanKind kind = reknit_plan_form_get_kind (self);
  gboolean special = kind == REKNIT_PLAN_KIND_SPECIAL_DAY;
  gboolean planned = kind == REKNIT_PLAN_KIND_DATE || kind == REKNIT_PLAN_KIND_CLOSENESS;
  gboolean single = reknit_plan_form_is_for_one (self) || reknit_record_get_integer (self->plan, "series") != 0;
  gboolean again = !single && g_strcmp0 (reknit_choice_row_get_choice (self->repeat_row), REKNIT_REPEAT_ONCE) != 0;

  reknit_span_editor_set_one_day (self->span, special);
  gtk_widget_set_visible (self->place_row, !special);
  gtk_widget_set_visible (GTK_WIDGET (self->repeat_row), !special && !single);
  gtk_widget_set_visible (GTK_WIDGET (self->planner_row), planned || kind == REKNIT_PLAN_KIND_APPOINTMENT);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->planner_row), planned ? _("Who Plans") : _("Whose"));
  gtk_widget_set_visible (self->surprise_row, can_surprise (self, kind));
  /* Who surprises the other sees to every time of it. */
  gtk_widget_set_visible (self->turns_row, planned && again && reknit_plan_form_get_planner (self) != 0
                                           && !reknit_plan_form_is_surprise (self));
  show_terms (self);
  gtk_widget_set_visible (self->money_group, planned);
  gtk_widget_set_visible (GTK_WIDGET (self->things_field), reknit_plan_form_takes_things (self));
  show_audience (self);
  show_clashes (self);
}

/* Takes what it holds now, and tells if that is something else. */
static void
take (ReknitPlanForm  *self,
      char           **held,
      char            *now,
      guint            property)
{
  gboolean same = g_strcmp0 (*held, now) == 0;

  g_free (*held);
  *held = now;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static char *
read_switches (ReknitPlanForm *self)
{
  return g_strdup_printf ("%d %d", gtk_switch_get_active (self->turns_switch), gtk_switch_get_active (self->surprise_switch));
}

static void
on_switched (ReknitPlanForm *self)
{
  take (self, &self->switches, read_switches (self), PROP_SWITCHES);
  update (self);
}

static void
on_kind (ReknitPlanForm *self)
{
  if (self->keeper == NULL)
    return;
  reknit_plan_form_follow_kind (self);
  update (self);
}

static void
on_edited (ReknitPlanForm *self)
{
  /* Rows tell of their choices while they are still being filled. */
  if (self->keeper == NULL)
    return;
  take (self, &self->shift, reknit_plan_form_dup_shift (self), PROP_SHIFT);
  take (self, &self->turn, reknit_plan_form_dup_turn (self), PROP_TURN);
  update (self);
}

static void
on_scope (ReknitPlanForm *self)
{
  if (self->keeper == NULL)
    return;
  reknit_plan_form_move_draft (self);
  update (self);
}

static void
say_at (GtkLabel   *label,
        GtkWidget  *row,
        const char *message)
{
  gtk_label_set_label (label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (label), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
check_money (ReknitPlanForm *self)
{
  GtkWidget *rows[] = { self->budget_row, self->spent_row };
  gint64 amount;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    say_at (self->money_message, rows[i], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!reknit_money_parse (gtk_editable_get_text (GTK_EDITABLE (rows[i])), &amount))
      {
        g_autofree char *example = reknit_money_format (1250);
        /* Translators: %s is an amount as the locale writes it: “12.50” */
        g_autofree char *message = g_strdup_printf (_("That is no amount. Write it as “60” or “%s”."), example);

        say_at (self->money_message, rows[i], message);
        gtk_widget_grab_focus (rows[i]);
        return FALSE;
      }
  return TRUE;
}

static void
on_words (ReknitPlanForm *self)
{
  say_at (self->title_message, self->title_row, NULL);
  if (self->keeper != NULL && gtk_widget_get_visible (GTK_WIDGET (self->money_message)))
    check_money (self);
}

/* Shows the first thing that is in the way, at its place. */
static gboolean
check (ReknitPlanForm *self)
{
  ReknitTextField *const texts[] = { self->things_field, self->notes_field };
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));

  if (reknit_plan_form_get_kind (self) == REKNIT_PLAN_KIND_SPECIAL_DAY && *title == '\0')
    {
      say_at (self->title_message, self->title_row, _("It comes back each year, and needs a name for that."));
      gtk_widget_grab_focus (self->title_row);
      return FALSE;
    }
  if (reknit_span_editor_get_message (self->span) != NULL)
    {
      gtk_widget_child_focus (GTK_WIDGET (self->span), GTK_DIR_TAB_FORWARD);
      return FALSE;
    }
  if (!reknit_text_fields_check (texts, G_N_ELEMENTS (texts)))
    return FALSE;
  return !gtk_widget_get_visible (self->money_group) || check_money (self);
}

static void
on_save (ReknitPlanForm *self)
{
  g_autoptr (ReknitPlanForm) keep = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  ReknitPlan *plan;

  if (!check (self))
    return;
  plan = reknit_plan_form_save (self, &error);
  if (plan == NULL)
    {
      reknit_toast (GTK_WIDGET (self), error->message);
      return;
    }
  reknit_draft_keeper_drop (self->keeper);
  g_signal_emit (self, signals[DONE], 0, plan);
}

static gboolean
reknit_plan_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (REKNIT_PLAN_FORM (widget)->title_row);
}

static void
reknit_plan_form_dispose (GObject *object)
{
  ReknitPlanForm *self = REKNIT_PLAN_FORM (object);

  if (self->keeper != NULL && reknit_draft_keeper_is_open (self->keeper))
    reknit_draft_keeper_close (self->keeper);
  g_clear_object (&self->keeper);
  g_clear_object (&self->occasion);
  g_clear_object (&self->plan);
  g_clear_object (&self->details);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_PLAN_FORM);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_plan_form_parent_class)->dispose (object);
}

static void
reknit_plan_form_finalize (GObject *object)
{
  g_free (REKNIT_PLAN_FORM (object)->idea);
  g_free (REKNIT_PLAN_FORM (object)->earlier);
  g_free (REKNIT_PLAN_FORM (object)->switches);
  g_free (REKNIT_PLAN_FORM (object)->shift);
  g_free (REKNIT_PLAN_FORM (object)->turn);
  G_OBJECT_CLASS (reknit_plan_form_parent_class)->finalize (object);
}

static void
reknit_plan_form_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ReknitPlanForm *self = REKNIT_PLAN_FORM (object);

  switch (prop_id)
    {
    case PROP_SWITCHES: g_value_take_string (value, read_switches (self)); break;
    case PROP_IDEA: g_value_set_string (value, self->idea); break;
    case PROP_EARLIER: g_value_set_string (value, self->earlier); break;
    case PROP_SHIFT: g_value_take_string (value, reknit_plan_form_dup_shift (self)); break;
    case PROP_TURN: g_value_take_string (value, reknit_plan_form_dup_turn (self)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_switches (ReknitPlanForm *self,
              const char     *switches)
{
  gtk_switch_set_active (self->turns_switch, switches != NULL && switches[0] == '1');
  gtk_switch_set_active (self->surprise_switch, switches != NULL && switches[0] != '\0' && switches[2] == '1');
}

static void
reknit_plan_form_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ReknitPlanForm *self = REKNIT_PLAN_FORM (object);

  switch (prop_id)
    {
    case PROP_SWITCHES: set_switches (self, g_value_get_string (value)); break;
    case PROP_IDEA: reknit_plan_form_set_idea (self, g_value_get_string (value)); break;
    case PROP_EARLIER: reknit_plan_form_set_earlier (self, g_value_get_string (value)); break;
    case PROP_SHIFT: reknit_plan_form_set_shift (self, g_value_get_string (value)); break;
    case PROP_TURN: reknit_plan_form_set_turn (self, g_value_get_string (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  g_type_ensure (REKNIT_TYPE_CHOICE_ROW);
  g_type_ensure (REKNIT_TYPE_SPAN_EDITOR);
  g_type_ensure (REKNIT_TYPE_LEAD_PICKER);
  g_type_ensure (REKNIT_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-plan-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, scope_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, title_message);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, place_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, span);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, clash_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, repeat_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, planner_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, turns_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, turns_switch);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, surprise_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, surprise_switch);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, money_group);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, budget_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, spent_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, money_message);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, leads);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, things_field);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, notes_field);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, save_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, earlier_box);
  gtk_widget_class_bind_template_child (widget_class, ReknitPlanForm, earlier_label);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_swap", G_CALLBACK (reknit_plan_form_swap));
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_scope);
  gtk_widget_class_bind_template_callback (widget_class, on_kind);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_words);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
reknit_plan_form_class_init (ReknitPlanFormClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = reknit_plan_form_dispose;
  object_class->finalize = reknit_plan_form_finalize;
  object_class->get_property = reknit_plan_form_get_property;
  object_class->set_property = reknit_plan_form_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = reknit_plan_form_grab_focus;
  properties[PROP_SWITCHES] = g_param_spec_string ("switches", NULL, NULL, NULL, flags);
  properties[PROP_IDEA] = g_param_spec_string ("idea", NULL, NULL, NULL, flags);
  properties[PROP_EARLIER] = g_param_spec_string ("earlier", NULL, NULL, NULL, flags);
  properties[PROP_SHIFT] = g_param_spec_string ("shift", NULL, NULL, NULL, flags);
  properties[PROP_TURN] = g_param_spec_string ("turn", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[DONE] = g_signal_new ("done", REKNIT_TYPE_PLAN_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                REKNIT_TYPE_PLAN);
  bind_children (GTK_WIDGET_CLASS (klass));
}

static void
reknit_plan_form_init (ReknitPlanForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_plan_form_new:
 * @seats: the seats
 * @occasion: (nullable): what to change, which the reader can read; %NULL to plan something
 *
 * Returns: (transfer floating): a form, with what was left in it
 */
GtkWidget *
reknit_plan_form_new (ReknitSeats    *seats,
                      ReknitOccasion *occasion)
{
  ReknitPlanForm *self = g_object_new (REKNIT_TYPE_PLAN_FORM, NULL);

  self->seats = g_object_ref (seats);
  self->occasion = occasion != NULL ? g_object_ref (occasion) : NULL;
  reknit_plan_form_fill (self);
  reknit_plan_form_open_draft (self);
  update (self);
  return GTK_WIDGET (self);
}
