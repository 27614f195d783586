#include "reknit-afterwards.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "reknit-clock.h"
#include "reknit-draft-keeper.h"
#include "reknit-earlier-text.h"
#include "reknit-earlier-texts.h"
#include "reknit-photos.h"
#include "reknit-plan-impression.h"
#include "reknit-saying.h"
#include "reknit-text-field.h"
#include "reknit-toasts.h"
#include "reknit-wrap-box.h"

#define N_LIKED REKNIT_LIKED_WONDERFUL

/**
 * ReknitAfterwards:
 *
 * How it was for each of the two, which each says in their own seat and shares or not, and the photos of both.
 */
struct _ReknitAfterwards
{
  GtkWidget             parent_instance;

  ReknitSeats          *seats;
  ReknitPlan           *plan;
  ReknitPlanImpression *mine;
  ReknitDraftKeeper    *keeper;
  ReknitQueryList      *impressions;

  GtkWidget            *column;
  GtkWidget            *own;
  GtkToggleButton      *liked[N_LIKED];
  ReknitTextField      *memory;
  GtkLabel             *audience;
  ReknitEarlierTexts   *earlier;
  GtkWidget            *share_button;
  GtkBox               *sayings;
};

enum { PROP_0, PROP_LIKED, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitAfterwards, reknit_afterwards, GTK_TYPE_WIDGET)

/**
 * reknit_afterwards_say_liked:
 * @liked: a #ReknitLiked
 *
 * Returns: (transfer none): how it was, in a word or two; empty if nothing was said
 */
const char *
reknit_afterwards_say_liked (gint64 liked)
{
  switch (liked)
    {
    case REKNIT_LIKED_NOT: return C_("how a date was", "Not for Me");
    case REKNIT_LIKED_FAIR: return C_("how a date was", "All Right");
    case REKNIT_LIKED_GOOD: return C_("how a date was", "Good");
    case REKNIT_LIKED_WONDERFUL: return C_("how a date was", "Wonderful");
    default: return "";
    }
}

static int
get_liked (ReknitAfterwards *self)
{
  for (int i = 0; i < N_LIKED; i++)
    if (self->liked[i] != NULL && gtk_toggle_button_get_active (self->liked[i]))
      return i + 1;
  return REKNIT_LIKED_UNSAID;
}

static void
set_liked (ReknitAfterwards *self,
           int               liked)
{
  for (int i = 0; i < N_LIKED; i++)
    if (self->liked[i] != NULL)
      gtk_toggle_button_set_active (self->liked[i], i + 1 == liked);
}

static void
on_liked (ReknitAfterwards *self,
          GtkToggleButton  *button)
{
  for (int i = 0; i < N_LIKED && gtk_toggle_button_get_active (button); i++)
    if (self->liked[i] != button)
      gtk_toggle_button_set_active (self->liked[i], FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIKED]);
}

static void
show_audience (ReknitAfterwards *self)
{
  ReknitPartner *me = reknit_seats_get_current (self->seats);
  ReknitPartner *other = me != NULL ? reknit_seats_get_other (self->seats, me) : NULL;
  gboolean stored = reknit_record_is_stored (REKNIT_RECORD (self->mine));
  gboolean shared = reknit_record_get_integer (self->mine, "shared") != 0;
  g_autofree char *share = other != NULL ? g_strdup_printf (_("Share With %s"), reknit_partner_get_name (other)) : NULL;

  gtk_label_set_label (self->audience, shared ? _("Both of you can read this")
                                       : reknit_seats_needs_passphrase (self->seats, me) ? _("Only you can read this")
                                       : _("Only you can read this here. Without a passphrase it is hidden, not sealed."));
  gtk_button_set_label (GTK_BUTTON (self->share_button), shared ? _("Take Back") : share != NULL ? share : "");
  gtk_widget_set_visible (self->share_button, stored && other != NULL);
  if (stored)
    reknit_earlier_texts_show (self->earlier, REKNIT_RECORD (self->mine));
}

/* What both could read before stays readable to both, until it is taken back. */
static gboolean
put (ReknitAfterwards  *self,
     const char        *label,
     gint64             shared,
     GError           **error)
{
  g_autofree char *memory = reknit_text_field_dup_text (self->memory);
  gboolean was_shared = reknit_record_get_integer (self->mine, "shared") != 0;

  g_object_set (self->mine, "liked", (gint64) get_liked (self), "memory", g_strstrip (memory), NULL);
  if (was_shared && shared == 0)
    return reknit_earlier_text_take_back (self->mine, label, error);
  g_object_set (self->mine, "shared", shared, NULL);
  return reknit_record_is_stored (REKNIT_RECORD (self->mine))
         ? reknit_earlier_text_save (self->mine, label, error)
         : reknit_store_save_once (reknit_seats_get_store (self->seats), label, self->mine, error);
}

static gboolean
save (ReknitAfterwards *self,
      const char       *label,
      gint64            shared)
{
  g_autoptr (GError) error = NULL;

  if (!put (self, label, shared, &error))
    {
      reknit_toast (GTK_WIDGET (self), error->message);
      return FALSE;
    }
  reknit_draft_keeper_drop (self->keeper);
  reknit_draft_keeper_open (self->keeper, reknit_record_get_id (REKNIT_RECORD (self->plan)));
  show_audience (self);
  return TRUE;
}

static void
on_save (ReknitAfterwards *self)
{
  if (!reknit_text_field_is_valid (self->memory))
    gtk_widget_grab_focus (GTK_WIDGET (self->memory));
  else if (save (self, _("Say How It Was"), reknit_record_get_integer (self->mine, "shared")))
    reknit_toast_undo (GTK_WIDGET (self), _("Saved"));
}

static void
on_share (ReknitAfterwards *self)
{
  gboolean shared = reknit_record_get_integer (self->mine, "shared") != 0;

  if (save (self, shared ? _("Take Back How It Was") : _("Share How It Was"),
            shared ? (gint64) 0 : reknit_clock_now (reknit_clock_get_default ())))
    reknit_toast_undo (GTK_WIDGET (self), shared ? _("Only you can read it now") : _("Both of you can read it now"));
}

static void
add_earlier (GtkBox       *box,
             ReknitRecord *record)
{
  GtkWidget *earlier = reknit_earlier_texts_new ();

  reknit_earlier_texts_show (REKNIT_EARLIER_TEXTS (earlier), record);
  gtk_box_append (box, earlier);
}

/* What the other shared; in *together*, what either did. */
static void
show_sayings (ReknitAfterwards *self)
{
  GListModel *model = G_LIST_MODEL (self->impressions);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sayings))) != NULL)
    gtk_box_remove (self->sayings, child);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ReknitPlanImpression) impression = g_list_model_get_item (model, i);
      gint64 author = reknit_record_get_owner (REKNIT_RECORD (impression));
      const char *memory = reknit_record_get_text (impression, "memory");
      const char *liked = reknit_afterwards_say_liked (reknit_record_get_integer (impression, "liked"));
      GtkWidget *saying;

      if (author == reknit_seats_get_current_id (self->seats) || !reknit_record_is_readable (REKNIT_RECORD (impression)))
        continue;
      saying = reknit_saying_new (reknit_seats_find (self->seats, author));
      if (memory != NULL && *memory != '\0')
        g_object_set (saying, "text", memory, "line", liked, NULL);
      else
        g_object_set (saying, "text", liked, NULL);
      gtk_box_append (self->sayings, saying);
      add_earlier (self->sayings, REKNIT_RECORD (impression));
    }
}

static void
reknit_afterwards_dispose (GObject *object)
{
  ReknitAfterwards *self = REKNIT_AFTERWARDS (object);

  if (self->keeper != NULL && reknit_draft_keeper_is_open (self->keeper))
    reknit_draft_keeper_close (self->keeper);
  g_clear_object (&self->keeper);
  g_clear_pointer (&self->column, gtk_widget_unparent);
  g_clear_object (&self->impressions);
  g_clear_object (&self->mine);
  g_clear_object (&self->plan);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_afterwards_parent_class)->dispose (object);
}

static void
reknit_afterwards_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_LIKED)
    g_value_take_string (value, g_strdup_printf ("%d", get_liked (REKNIT_AFTERWARDS (object))));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_afterwards_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (prop_id == PROP_LIKED)
    set_liked (REKNIT_AFTERWARDS (object), g_value_get_string (value) != NULL ? atoi (g_value_get_string (value)) : 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_afterwards_class_init (ReknitAfterwardsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = reknit_afterwards_dispose;
  object_class->get_property = reknit_afterwards_get_property;
  object_class->set_property = reknit_afterwards_set_property;
  properties[PROP_LIKED] = g_param_spec_string ("liked", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
reknit_afterwards_init (ReknitAfterwards *self)
{
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->column, GTK_WIDGET (self));
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", text,
                                     "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (heading, "title-3");
  return heading;
}

static GtkWidget *
make_scale (ReknitAfterwards *self)
{
  GtkWidget *scale = reknit_wrap_box_new ();

  for (int i = 0; i < N_LIKED; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (reknit_afterwards_say_liked (i + 1));

      self->liked[i] = GTK_TOGGLE_BUTTON (button);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_liked), self);
      reknit_wrap_box_append (REKNIT_WRAP_BOX (scale), button);
    }
  return scale;
}

static GtkWidget *
make_buttons (ReknitAfterwards *self)
{
  GtkWidget *buttons = reknit_wrap_box_new ();
  GtkWidget *save_button = gtk_button_new_with_label (_("Save"));

  self->share_button = gtk_button_new ();
  gtk_widget_add_css_class (save_button, "suggested-action");
  g_signal_connect_swapped (save_button, "clicked", G_CALLBACK (on_save), self);
  g_signal_connect_swapped (self->share_button, "clicked", G_CALLBACK (on_share), self);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (buttons), save_button);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (buttons), self->share_button);
  return buttons;
}

static void
add_own (ReknitAfterwards *self)
{
  gint64 plan = reknit_record_get_id (REKNIT_RECORD (self->plan));

  self->mine = reknit_plan_impression_get (reknit_seats_get_store (self->seats), plan, reknit_seats_get_current_id (self->seats));
  gtk_box_append (GTK_BOX (self->column), make_scale (self));
  self->memory = REKNIT_TEXT_FIELD (reknit_text_field_new (_("A Memory")));
  gtk_box_append (GTK_BOX (self->column), GTK_WIDGET (self->memory));
  self->audience = GTK_LABEL (add_label (self->column, "", "dim-label"));
  gtk_box_append (GTK_BOX (self->column), make_buttons (self));
  self->earlier = REKNIT_EARLIER_TEXTS (reknit_earlier_texts_new ());
  gtk_box_append (GTK_BOX (self->column), GTK_WIDGET (self->earlier));

  set_liked (self, (int) reknit_record_get_integer (self->mine, "liked"));
  reknit_text_field_set_text (self->memory, reknit_record_get_text (self->mine, "memory"));
  self->keeper = reknit_draft_keeper_new (self->seats, "plan-impression");
  reknit_draft_keeper_bind (self->keeper, "liked", self, "liked");
  reknit_draft_keeper_bind (self->keeper, "memory", self->memory, "text");
  reknit_draft_keeper_open (self->keeper, plan);
  show_audience (self);
}

/**
 * reknit_afterwards_new:
 * @seats: the seats
 * @plan: a plan that took place, and that is no surprise any more
 *
 * Returns: (transfer floating): how it was
 */
GtkWidget *
reknit_afterwards_new (ReknitSeats *seats,
                       ReknitPlan  *plan)
{
  ReknitAfterwards *self = g_object_new (REKNIT_TYPE_AFTERWARDS, NULL);
  ReknitStore *store = reknit_seats_get_store (seats);
  gint64 id = reknit_record_get_id (REKNIT_RECORD (plan));
  g_autoptr (ReknitQuery) query = reknit_plan_impression_query (id);

  self->seats = g_object_ref (seats);
  self->plan = g_object_ref (plan);
  gtk_box_append (GTK_BOX (self->column), make_heading (_("How Was It for You?")));
  if (reknit_seats_get_current (seats) != NULL)
    add_own (self);
  else
    add_label (self->column, _("Each of you says so in your own seat."), "dim-label");
  self->sayings = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (GTK_BOX (self->column), GTK_WIDGET (self->sayings));
  gtk_box_append (GTK_BOX (self->column), reknit_photos_new (store, id));
  self->impressions = reknit_query_list_new (store, query);
  g_signal_connect_object (self->impressions, "items-changed", G_CALLBACK (show_sayings), self, G_CONNECT_SWAPPED);
  show_sayings (self);
  return GTK_WIDGET (self);
}
