#include "reknit-agreement-print.h"

#include "reknit-agreement-texts.h"
#include "reknit-config.h"
#include "reknit-print.h"
#include "reknit-time-text.h"

#include <glib/gi18n-lib.h>

/* All in points. */
#define MARGIN          54.0
#define TITLE_SIZE      24
#define TEXT_SIZE       13
#define SMALL_SIZE      10
#define NUMBER_WIDTH    30.0
#define RULE_GAP        12.0
#define SIGNATURE_SPACE 96.0

typedef struct
{
  char      *title;
  char      *date;
  GStrv      rules;
  GPtrArray *names;
  GPtrArray *signatures;
  GArray    *first_rules;     /* the first rule on each page, and where they end */
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  g_free (paper->title);
  g_free (paper->date);
  g_strfreev (paper->rules);
  g_ptr_array_unref (paper->names);
  g_ptr_array_unref (paper->signatures);
  g_array_unref (paper->first_rules);
  g_free (paper);
}

static PangoLayout *
create_layout (GtkPrintContext *context,
               const char      *text,
               int              size,
               PangoWeight      weight,
               double           width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_font_description_set_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/* Draws @text if @cr is given; returns how high it is in any case. */
static double
put_text (GtkPrintContext *context,
          cairo_t         *cr,
          const char      *text,
          int              size,
          PangoWeight      weight,
          double           x,
          double           y,
          double           width)
{
  g_autoptr (PangoLayout) layout = create_layout (context, text, size, weight, width);

  if (cr != NULL)
    {
      cairo_move_to (cr, x, y);
      pango_cairo_show_layout (cr, layout);
    }
  return get_height (layout);
}

static gboolean
is_mirrored (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
}

static double
put_rule (Paper           *paper,
          GtkPrintContext *context,
          cairo_t         *cr,
          guint            rule,
          double           y)
{
  const double width = gtk_print_context_get_width (context) - 2.0 * MARGIN;
  const double body_width = width - NUMBER_WIDTH;
  g_autofree char *number = g_strdup_printf ("%u", rule + 1);

  if (cr != NULL)
    put_text (context, cr, number, TEXT_SIZE, PANGO_WEIGHT_BOLD,
              is_mirrored () ? MARGIN + body_width : MARGIN, y, NUMBER_WIDTH);
  return put_text (context, cr, paper->rules[rule], TEXT_SIZE, PANGO_WEIGHT_NORMAL,
                   is_mirrored () ? MARGIN : MARGIN + NUMBER_WIDTH, y, body_width) + RULE_GAP;
}

static double
put_head (Paper           *paper,
          GtkPrintContext *context,
          cairo_t         *cr)
{
  const double width = gtk_print_context_get_width (context) - 2.0 * MARGIN;
  double y = MARGIN;

  y += put_text (context, cr, paper->title, TITLE_SIZE, PANGO_WEIGHT_BOLD, MARGIN, y, width) + 4.0;
  y += put_text (context, cr, paper->date, SMALL_SIZE, PANGO_WEIGHT_NORMAL, MARGIN, y, width) + 24.0;
  return y;
}

static void
draw_signatures (Paper           *paper,
                 GtkPrintContext *context,
                 cairo_t         *cr,
                 double           y)
{
  const double width = (gtk_print_context_get_width (context) - 2.0 * MARGIN - 36.0) / 2.0;

  y += 48.0;
  for (guint i = 0; i < paper->names->len; i++)
    {
      const guint column = is_mirrored () ? 1 - i : i;
      const double x = MARGIN + column * (width + 36.0);
      double height;

      cairo_set_line_width (cr, 0.75);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + width, y);
      cairo_stroke (cr);
      height = put_text (context, cr, g_ptr_array_index (paper->names, i), TEXT_SIZE, PANGO_WEIGHT_NORMAL, x, y + 6.0, width);
      put_text (context, cr, g_ptr_array_index (paper->signatures, i), SMALL_SIZE, PANGO_WEIGHT_NORMAL,
                x, y + 8.0 + height, width);
    }
}

static void
on_begin_print (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Paper             *paper)
{
  const double bottom = gtk_print_context_get_height (context) - MARGIN;
  const guint n = g_strv_length (paper->rules);
  double y = put_head (paper, context, NULL);
  guint rule = 0;

  g_array_set_size (paper->first_rules, 0);
  g_array_append_val (paper->first_rules, rule);
  for (; rule < n; rule++)
    {
      double height = put_rule (paper, context, NULL, rule, 0.0);

      if (y + height > bottom && y > MARGIN)
        {
          g_array_append_val (paper->first_rules, rule);
          y = MARGIN;
        }
      y += height;
    }

  if (y + SIGNATURE_SPACE > bottom)
    g_array_append_val (paper->first_rules, n);
  gtk_print_operation_set_n_pages (operation, (int) paper->first_rules->len);
  g_array_append_val (paper->first_rules, n);
}

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Paper             *paper)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  const guint first = g_array_index (paper->first_rules, guint, page);
  const guint end = g_array_index (paper->first_rules, guint, page + 1);
  double y = page == 0 ? put_head (paper, context, cr) : MARGIN;

  for (guint rule = first; rule < end; rule++)
    y += put_rule (paper, context, cr, rule, y);
  if (page + 2 == (int) paper->first_rules->len)
    draw_signatures (paper, context, cr, y);
}

static void
add_partner (Paper                   *paper,
             ReknitAgreementRevision *revision,
             ReknitPartner           *partner)
{
  if (partner == NULL)
    return;

  g_ptr_array_add (paper->names, g_strdup (reknit_partner_get_name (partner)));
  g_ptr_array_add (paper->signatures, reknit_agreement_text_for_signature (revision, partner));
}

static Paper *
paper_new (ReknitSeats             *seats,
           ReknitAgreementRevision *revision,
           const char              *title)
{
  g_autoptr (GDateTime) when = reknit_clock_to_local (reknit_clock_get_default (),
                                                      reknit_record_get_created (REKNIT_RECORD (revision)));
  Paper *paper = g_new0 (Paper, 1);

  paper->title = g_strdup (title);
  paper->date = reknit_time_text_for_date (when);
  paper->rules = reknit_agreement_revision_dup_rules (revision);
  paper->names = g_ptr_array_new_with_free_func (g_free);
  paper->signatures = g_ptr_array_new_with_free_func (g_free);
  paper->first_rules = g_array_new (FALSE, FALSE, sizeof (guint));
  add_partner (paper, revision, reknit_seats_get_first (seats));
  add_partner (paper, revision, reknit_seats_get_second (seats));
  return paper;
}

/**
 * reknit_agreement_print_new:
 * @seats: who the two are
 * @revision: a stored revision
 * @title: what stands on top
 *
 * Returns: (transfer full): an operation that puts the rules and the signatures on paper, or into the PDF that is
 *   chosen in its dialog
 */
GtkPrintOperation *
reknit_agreement_print_new (ReknitSeats             *seats,
                            ReknitAgreementRevision *revision,
                            const char              *title)
{
  GtkPrintOperation *operation = reknit_print_operation_new (_("Reknit"));
  Paper *paper = paper_new (seats, revision, title);

  g_object_set_data_full (G_OBJECT (operation), "reknit-paper", paper, paper_free);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), paper);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), paper);
  return operation;
}
