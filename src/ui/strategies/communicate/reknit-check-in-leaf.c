#include "reknit-check-in-leaf.h"

#include "reknit-agenda-walk.h"
#include "reknit-check-in-answers.h"
#include "reknit-check-in-form.h"
#include "reknit-check-in-hand-over.h"
#include "reknit-check-in-status.h"
#include "reknit-config.h"
#include "reknit-content.h"
#include "reknit-next-step-form.h"
#include "reknit-next-step-list.h"
#include "reknit-next-step.h"
#include "reknit-strands.h"
#include "reknit-time-text.h"

#include <glib/gi18n-lib.h>

#define N_BEGINNINGS 3

static const char *
name_of (ReknitPartner *partner)
{
  return partner != NULL ? reknit_partner_get_name (partner) : "";
}

static gint64
id_of (gpointer record)
{
  return reknit_record_get_id (record);
}

/* Who reads what is written here, said plainly. */
static char *
say_audience (ReknitSeats *seats,
              const char  *text)
{
  ReknitPartner *current = reknit_seats_get_current (seats);
  const char *audience = !reknit_seats_has_couple (seats) ? _("Only you can read this.")
                         : reknit_seats_needs_passphrase (seats, current)
                         ? _("Only you can read this until you both reveal it.")
                         : _("Hidden from the other until you both reveal it; not sealed, as you have no passphrase.");

  return text != NULL ? g_strdup_printf ("%s %s", text, audience) : g_strdup (audience);
}

static void
append_beginnings (GtkWidget *box,
                   gint64     seed)
{
  GListModel *ideas = reknit_content_get_suggestions (reknit_content_get_default (), "appreciations");
  guint n_ideas = g_list_model_get_n_items (ideas);

  for (guint i = 0; i < MIN (N_BEGINNINGS, n_ideas); i++)
    {
      g_autoptr (ReknitSuggestion) idea = g_list_model_get_item (ideas, (guint) (seed % n_ideas + i * 3) % n_ideas);
      g_autofree char *quote = g_strdup_printf (_("“%s”"), reknit_suggestion_get_text (idea));
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", quote, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, NULL);

      gtk_widget_add_css_class (label, "reknit-beginning");
      gtk_box_append (GTK_BOX (box), label);
    }
}

static void
make_opening (ReknitCheckInLeaf *page,
              ReknitSeats       *seats,
              ReknitCheckIn     *check_in)
{
  g_autoptr (ReknitQuery) last = reknit_next_step_query_since_last (id_of (check_in));
  GtkWidget *ideas = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  page->title = g_strdup (_("Begin with Something Good"));
  page->subtitle = g_strdup (reknit_seats_has_couple (seats)
                             ? _("One of you tells the other something they appreciated. Say it aloud, or write it on your own page.")
                             : _("A check-in alone is for you: what you write stays yours. Think of something that was good."));
  page->child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);
  append_beginnings (ideas, id_of (check_in));
  gtk_box_append (GTK_BOX (page->child), ideas);
  gtk_box_append (GTK_BOX (page->child), reknit_next_step_list_new (seats, last, _("Your Steps from Last Time")));
}

static void
make_hand_over (ReknitCheckInLeaf *page,
                ReknitSeats       *seats,
                ReknitCheckIn     *check_in)
{
  ReknitPartner *first = reknit_seats_get_first (seats);
  ReknitPartner *second = reknit_seats_get_second (seats);
  gboolean first_ready = first != NULL && reknit_check_in_is_ready (check_in, first);
  gboolean second_ready = second != NULL && reknit_check_in_is_ready (check_in, second);

  page->child = reknit_check_in_hand_over_new (seats, check_in);
  page->continue_label = NULL;
  if (second == NULL)
    {
      page->title = g_strdup (_("Take Your Seat"));
      page->subtitle = g_strdup (_("A check-in alone is for you: what you write stays yours."));
    }
  else if (!first_ready && !second_ready)
    {
      page->title = g_strdup (_("Who Begins?"));
      page->subtitle = g_strdup (_("Each of you answers alone, and the other looks away. Nobody sees anything before you are both ready."));
    }
  else
    {
      ReknitPartner *next = first_ready ? second : first;
      ReknitPartner *other = first_ready ? first : second;

      /* Translators: %s is a partner's name. */
      page->title = g_strdup_printf (_("Now %s"), name_of (next));
      page->subtitle = g_strdup_printf (_("%s, look away for a while."), name_of (other));
    }
}

static void
make_waiting (ReknitCheckInLeaf *page,
              ReknitSeats       *seats,
              ReknitCheckIn     *check_in)
{
  ReknitPartner *current = reknit_seats_get_current (seats);
  ReknitPartner *other = reknit_seats_get_other (seats, current);

  page->child = reknit_check_in_hand_over_new (seats, check_in);
  page->continue_label = NULL;
  if (reknit_record_get_integer (check_in, "revealed") != 0)
    {
      page->title = g_strdup (_("Your Answers Lie Open"));
      page->subtitle = g_strdup (_("From here on you go together."));
    }
  else if (reknit_check_in_everyone_is_ready (check_in))
    {
      page->title = g_strdup (_("Both of You Are Ready"));
      page->subtitle = g_strdup (_("Sit down together to open your answers. Until then you can take yours back."));
    }
  else
    {
      /* Translators: %s is a partner's name. */
      page->title = g_strdup_printf (_("Thank You, %s"), name_of (current));
      page->subtitle = g_strdup_printf (_("Waiting for %s. Until you open your answers together you can take yours back."),
                                        name_of (other));
    }
}

static void
make_form (ReknitCheckInLeaf  *page,
           ReknitSeats        *seats,
           ReknitCheckIn      *check_in,
           ReknitCheckInPlace  place)
{
  page->child = reknit_check_in_form_new (seats, check_in, place);
  page->can_go_back = place != REKNIT_CHECK_IN_PLACE_APPRECIATION;
  if (place == REKNIT_CHECK_IN_PLACE_APPRECIATION)
    {
      page->title = g_strdup (_("Something You Appreciate"));
      page->subtitle = say_audience (seats, NULL);
    }
  else if (place == REKNIT_CHECK_IN_PLACE_RATINGS)
    {
      page->title = g_strdup (_("How Was It for You?"));
      page->subtitle = say_audience (seats, _("As you felt it. Leave out what you like."));
    }
  else
    {
      page->title = g_strdup (_("Two Things More"));
      page->subtitle = say_audience (seats, NULL);
    }
}

static void
make_review (ReknitCheckInLeaf *page,
             ReknitSeats       *seats,
             ReknitCheckIn     *check_in)
{
  ReknitPartner *current = reknit_seats_get_current (seats);
  gboolean couple = reknit_seats_has_couple (seats);

  page->title = g_strdup (_("Your Answers"));
  page->subtitle = g_strdup (couple ? _("The other sees them only when you both are ready and open them together.")
                                    : _("They stay yours, also if somebody joins you here one day."));
  page->continue_label = couple ? _("I’m Ready to Reveal") : C_("session", "Continue");
  page->can_go_back = TRUE;
  page->child = reknit_check_in_answers_new (seats, check_in, current);
}

static GtkWidget *
make_weave (void)
{
  GtkWidget *weave = reknit_strands_new (REKNIT_STRANDS_EMPTY, "check-in");

  gtk_widget_set_halign (weave, GTK_ALIGN_CENTER);
  return weave;
}

static void
make_end (ReknitCheckInLeaf *page,
          ReknitSeats       *seats,
          ReknitCheckIn     *check_in)
{
  gint64 next = reknit_check_in_find_next (reknit_seats_get_store (seats));
  g_autofree char *when = next != 0 ? reknit_time_text_for_moment (reknit_clock_get_default (), next) : NULL;
  g_autoptr (ReknitQuery) chosen = reknit_next_step_query (id_of (check_in));

  page->title = g_strdup (reknit_seats_has_couple (seats) ? _("Thank You Both") : _("Thank You"));
  /* Translators: the next check-in; %s is such as “Sunday, 19:00” */
  page->subtitle = when != NULL ? g_strdup_printf (_("You took the time. Next: %s."), when) : g_strdup (_("You took the time."));
  page->continue_label = _("Close the Check-in");
  page->can_go_back = TRUE;
  page->child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);
  gtk_box_append (GTK_BOX (page->child), make_weave ());
  gtk_box_append (GTK_BOX (page->child), reknit_next_step_list_new (seats, chosen, _("Until Then")));
}

static void
make_joint (ReknitCheckInLeaf  *page,
            ReknitSeats        *seats,
            ReknitCheckIn      *check_in,
            ReknitCheckInPlace  place)
{
  gboolean couple = reknit_seats_has_couple (seats);

  page->can_go_back = place == REKNIT_CHECK_IN_PLACE_STEPS || (place == REKNIT_CHECK_IN_PLACE_AGENDA && couple);
  if (place == REKNIT_CHECK_IN_PLACE_REVEAL)
    {
      page->title = g_strdup (_("Both of You Are Ready"));
      page->subtitle = g_strdup (_("Sit so that both of you can see. Each answer is one person’s week, and none is wrong."));
      page->continue_label = _("Reveal");
      page->child = make_weave ();
    }
  else if (place == REKNIT_CHECK_IN_PLACE_ANSWERS)
    {
      page->title = g_strdup (_("What You Said"));
      page->subtitle = g_strdup (_("Ask before you explain."));
      page->child = reknit_check_in_answers_new (seats, check_in, NULL);
    }
  else if (place == REKNIT_CHECK_IN_PLACE_AGENDA)
    {
      page->title = g_strdup (_("On the Agenda"));
      page->subtitle = g_strdup (couple ? _("One thing at a time. What needs longer can wait, or go to the issue board.")
                                        : _("What you want to come back to."));
      page->child = reknit_agenda_walk_new (seats, check_in);
    }
  else
    {
      page->title = g_strdup (couple ? _("One Small Step Each") : _("One Small Step"));
      page->subtitle = g_strdup (couple ? _("Until the next check-in. Both of you can read this.") : _("Until the next check-in."));
      page->child = reknit_next_step_form_new (seats, check_in);
    }
}

static guint
step_of (ReknitCheckInPlace place)
{
  return place == REKNIT_CHECK_IN_PLACE_OPENING ? 1
         : place < REKNIT_CHECK_IN_PLACE_REVEAL ? 2
         : place <= REKNIT_CHECK_IN_PLACE_ANSWERS ? 3
         : place == REKNIT_CHECK_IN_PLACE_AGENDA ? 4 : 5;
}

/**
 * reknit_check_in_leaf_make:
 * @seats: the seats
 * @check_in: the check-in that is going on
 * @place: which page
 *
 * Returns: (transfer full): that page, for whoever sits there now
 */
ReknitCheckInLeaf *
reknit_check_in_leaf_make (ReknitSeats        *seats,
                           ReknitCheckIn      *check_in,
                           ReknitCheckInPlace  place)
{
  ReknitCheckInLeaf *page = g_new0 (ReknitCheckInLeaf, 1);

  page->step = step_of (place);
  page->continue_label = C_("session", "Continue");
  switch (place)
    {
    case REKNIT_CHECK_IN_PLACE_OPENING: make_opening (page, seats, check_in); break;
    case REKNIT_CHECK_IN_PLACE_HAND_OVER: make_hand_over (page, seats, check_in); break;
    case REKNIT_CHECK_IN_PLACE_APPRECIATION:
    case REKNIT_CHECK_IN_PLACE_RATINGS:
    case REKNIT_CHECK_IN_PLACE_WORDS: make_form (page, seats, check_in, place); break;
    case REKNIT_CHECK_IN_PLACE_REVIEW: make_review (page, seats, check_in); break;
    case REKNIT_CHECK_IN_PLACE_WAITING: make_waiting (page, seats, check_in); break;
    case REKNIT_CHECK_IN_PLACE_END: make_end (page, seats, check_in); break;
    case REKNIT_CHECK_IN_PLACE_REVEAL:
    case REKNIT_CHECK_IN_PLACE_ANSWERS:
    case REKNIT_CHECK_IN_PLACE_AGENDA:
    case REKNIT_CHECK_IN_PLACE_STEPS:
    default: make_joint (page, seats, check_in, place); break;
    }
  g_object_ref_sink (page->child);
  return page;
}

/**
 * reknit_check_in_leaf_free:
 * @self: a page
 *
 * Frees @self; its child lives on where it was put.
 */
void
reknit_check_in_leaf_free (ReknitCheckInLeaf *self)
{
  g_object_unref (self->child);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}
