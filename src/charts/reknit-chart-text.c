#include "reknit-config.h"

#include "reknit-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  guint              n;
  double             least;
  double             most;
  const ReknitPoint *first;
  const ReknitPoint *last;
} Summary;

static Summary
summarize (ReknitSeries *series)
{
  Summary summary = { 0, INFINITY, -INFINITY, NULL, NULL };

  for (guint i = 0; i < reknit_series_get_n_points (series); i++)
    {
      const ReknitPoint *point = reknit_series_get_point (series, i);

      if (isnan (point->y))
        continue;
      summary.n++;
      summary.least = MIN (summary.least, point->y);
      summary.most = MAX (summary.most, point->y);
      summary.first = summary.first ? summary.first : point;
      summary.last = point;
    }
  return summary;
}

static void
append_series (GString *words, ReknitSeries *series, ReknitAxis *time_axis, ReknitAxis *value_axis)
{
  const char *label = reknit_series_get_label (series);
  Summary summary = summarize (series);
  g_autofree char *least = NULL, *most = NULL, *first = NULL, *last = NULL, *from = NULL, *until = NULL;

  if (summary.n == 0)
    {
      /* Translators: %s is a person’s name. Read out for a chart. */
      g_string_append_printf (words, _("%s: nothing yet."), label);
      return;
    }

  last = reknit_axis_format (value_axis, summary.last->y);
  until = reknit_axis_format (time_axis, summary.last->x);
  if (summary.n == 1)
    {
      /* Translators: a person’s name, a value and a date. Read out for a chart. */
      g_string_append_printf (words, _("%s: %s on %s."), label, last, until);
      return;
    }

  least = reknit_axis_format (value_axis, summary.least);
  most = reknit_axis_format (value_axis, summary.most);
  first = reknit_axis_format (value_axis, summary.first->y);
  from = reknit_axis_format (time_axis, summary.first->x);
  /* Translators: a person’s name, how many values, the lowest and the highest, then the first value and its date
   * and the last value and its date. Read out for a chart. */
  g_string_append_printf (words,
                          ngettext ("%s: %u value between %s and %s. First %s on %s, last %s on %s.",
                                    "%s: %u values between %s and %s. First %s on %s, last %s on %s.", summary.n),
                          label, summary.n, least, most, first, from, last, until);
}

/* What a chart shows, in words: a sentence or two for each strand. */
char *
reknit_chart_text_describe (GListModel *series, ReknitAxis *time_axis, ReknitAxis *value_axis)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (series); i++)
    {
      g_autoptr (ReknitSeries) strand = g_list_model_get_item (series, i);

      if (words->len > 0)
        g_string_append_c (words, ' ');
      append_series (words, strand, time_axis, value_axis);
    }
  return g_string_free (words, FALSE);
}

/* What was said at one time: the date, each strand's value, and the notes. */
char *
reknit_chart_text_stop (GListModel *series, ReknitAxis *time_axis, ReknitAxis *value_axis, double time)
{
  g_autofree char *date = reknit_axis_format (time_axis, time);
  GString *words = g_string_new (date);

  for (guint i = 0; i < g_list_model_get_n_items (series); i++)
    {
      g_autoptr (ReknitSeries) strand = g_list_model_get_item (series, i);
      const ReknitPoint *point = reknit_series_find_point (strand, time);
      g_autofree char *value = NULL;

      if (!point)
        continue;
      value = isnan (point->y) ? g_strdup (_("no answer")) : reknit_axis_format (value_axis, point->y);
      g_string_append_c (words, '\n');
      /* Translators: a person’s name and what they answered. */
      g_string_append_printf (words, C_("chart point", "%s: %s"), reknit_series_get_label (strand), value);
      if (point->note && *point->note)
        {
          g_string_append_c (words, '\n');
          /* Translators: words that somebody wrote, in quotation marks. */
          g_string_append_printf (words, _("“%s”"), point->note);
        }
    }
  return g_string_free (words, FALSE);
}
