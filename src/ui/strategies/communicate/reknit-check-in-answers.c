#include "reknit-check-in-answers.h"

#include "reknit-check-in-scales.h"
#include "reknit-config.h"
#include "reknit-partner-badge.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitCheckInAnswers:
 *
 * What each said, side by side as each said it: the words first, then the numbers. No sum, no difference, no order but
 * that of the seats.
 */
struct _ReknitCheckInAnswers
{
  GtkWidget            parent_instance;

  ReknitPartner       *partners[2];
  ReknitCheckInAnswer *answers[2];
};

G_DEFINE_FINAL_TYPE (ReknitCheckInAnswers, reknit_check_in_answers, GTK_TYPE_WIDGET)

static const char *const seat_classes[] = { "seat-first", "seat-second" };

static guint
seat_of (ReknitPartner *partner)
{
  return reknit_record_get_integer (partner, "position") == 2 ? 1 : 0;
}

static GtkWidget *
make_label (const char *text,
            const char *class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
make_quote (ReknitPartner *partner,
            const char    *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words = make_label (text, "reknit-quote");

  gtk_label_set_selectable (GTK_LABEL (words), TRUE);
  /* Not selected as a whole when the focus comes to it. */
  gtk_widget_set_focusable (words, FALSE);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "question-card");
  gtk_box_append (GTK_BOX (box), reknit_partner_badge_new (partner));
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

static void
add_words (ReknitCheckInAnswers *self,
           const char           *column,
           const char           *title)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gboolean any = FALSE;

  gtk_box_append (GTK_BOX (section), make_label (title, "title-4"));
  for (guint i = 0; i < G_N_ELEMENTS (self->answers); i++)
    {
      const char *text = self->answers[i] != NULL ? reknit_record_get_text (self->answers[i], column) : NULL;

      if (text == NULL || *text == '\0')
        continue;
      gtk_box_append (GTK_BOX (section), make_quote (self->partners[i], text));
      any = TRUE;
    }

  if (any)
    gtk_widget_set_parent (section, GTK_WIDGET (self));
  else
    g_object_ref_sink (section), g_object_unref (section);
}

static GtkWidget *
make_number (ReknitPartner      *partner,
             ReknitCheckInScale  scale,
             gint64              rating)
{
  g_autofree char *number = rating == REKNIT_RATING_NONE ? g_strdup ("–") : g_strdup_printf ("%d", (int) rating);
  g_autofree char *said = rating == REKNIT_RATING_NONE
                          /* Translators: a partner's name and what was asked: “Ana, Closeness: not said” */
                          ? g_strdup_printf (_("%1$s, %2$s: not said"), reknit_partner_get_name (partner), scale.title)
                          /* Translators: “Ana, Closeness: 7 of 10” */
                          : g_strdup_printf (_("%1$s, %2$s: %3$d of %4$d"), reknit_partner_get_name (partner), scale.title,
                                             (int) rating, REKNIT_RATING_MAX);
  GtkWidget *label = make_label (number, "reknit-rating");

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_widget_add_css_class (label, seat_classes[seat_of (partner)]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return label;
}

static GtkWidget *
make_scale_title (ReknitCheckInScale scale)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* Translators: the two ends of a scale from 0 to 10: “0 far apart · 10 very close” */
  g_autofree char *ends = g_strdup_printf (_("0 %1$s · 10 %2$s"), scale.low, scale.high);
  GtkWidget *low = make_label (ends, "caption");

  gtk_widget_add_css_class (low, "dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), make_label (scale.title, "heading"));
  gtk_box_append (GTK_BOX (box), low);
  return box;
}

static void
add_ratings (ReknitCheckInAnswers *self)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 12, "column-spacing", 18, NULL);

  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "question-card");
  for (int row = 0; row < REKNIT_N_CHECK_IN_SCALES; row++)
    gtk_grid_attach (GTK_GRID (grid), make_scale_title (reknit_check_in_scale_get ((guint) row)), 0, row + 1, 1, 1);

  for (int i = 0; i < (int) G_N_ELEMENTS (self->answers); i++)
    {
      if (self->answers[i] == NULL)
        continue;
      gtk_grid_attach (GTK_GRID (grid), reknit_partner_badge_new (self->partners[i]), i + 1, 0, 1, 1);
      for (int row = 0; row < REKNIT_N_CHECK_IN_SCALES; row++)
        {
          ReknitCheckInScale scale = reknit_check_in_scale_get ((guint) row);
          GtkWidget *number = make_number (self->partners[i], scale, reknit_record_get_integer (self->answers[i], scale.id));

          gtk_grid_attach (GTK_GRID (grid), number, i + 1, row + 1, 1, 1);
        }
    }
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
}

static void
reknit_check_in_answers_dispose (GObject *object)
{
  ReknitCheckInAnswers *self = REKNIT_CHECK_IN_ANSWERS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < G_N_ELEMENTS (self->answers); i++)
    {
      g_clear_object (&self->partners[i]);
      g_clear_object (&self->answers[i]);
    }

  G_OBJECT_CLASS (reknit_check_in_answers_parent_class)->dispose (object);
}

static void
reknit_check_in_answers_class_init (ReknitCheckInAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_check_in_answers_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
reknit_check_in_answers_init (ReknitCheckInAnswers *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 24);
}

/**
 * reknit_check_in_answers_new:
 * @seats: the seats
 * @check_in: a check-in
 * @only: (nullable): the partner whose answers alone are shown; %NULL for both
 *
 * Returns: (transfer floating): what was answered, as far as whoever sits there may read it
 */
GtkWidget *
reknit_check_in_answers_new (ReknitSeats   *seats,
                             ReknitCheckIn *check_in,
                             ReknitPartner *only)
{
  ReknitCheckInAnswers *self = g_object_new (REKNIT_TYPE_CHECK_IN_ANSWERS, NULL);
  ReknitPartner *partners[] = { reknit_seats_get_first (seats), reknit_seats_get_second (seats) };

  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    if (partners[i] != NULL && (only == NULL || only == partners[i]))
      {
        self->partners[i] = g_object_ref (partners[i]);
        self->answers[i] = reknit_check_in_get_answer (check_in, partners[i]);
      }

  add_words (self, "appreciation", _("Appreciation"));
  if (self->answers[0] != NULL || self->answers[1] != NULL)
    add_ratings (self);
  add_words (self, "went-well", _("What Went Well"));
  add_words (self, "wish", _("A Wish"));
  return GTK_WIDGET (self);
}
