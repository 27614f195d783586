#include "reknit-calendar-lines-private.h"

#include <string.h>

/* In octets, without the break itself. */
#define LONGEST_LINE 75

/* What goes on in the next line begins there with a blank. A letter is never torn apart. */
static void
add_folded (GString    *lines,
            const char *line)
{
  gsize length = 0;

  for (const char *c = line; *c != '\0'; c = g_utf8_next_char (c))
    {
      gsize size = (gsize) (g_utf8_next_char (c) - c);

      if (g_ascii_iscntrl (*c) && *c != '\t')
        continue;
      if (length + size > LONGEST_LINE)
        {
          g_string_append (lines, "\r\n ");
          length = 1;
        }
      g_string_append_len (lines, c, (gssize) size);
      length += size;
    }
  g_string_append (lines, "\r\n");
}

/* Every kind of line break becomes the one that the format knows. */
static void
append_escaped (GString    *line,
                const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    switch (g_utf8_get_char (c))
      {
      case '\r':
        if (c[1] == '\n')
          break;
        G_GNUC_FALLTHROUGH;
      case '\n':
      case '\v':
      case '\f':
      case 0x85:
      case 0x2028:
      case 0x2029:
        g_string_append (line, "\\n");
        break;
      case ',':
      case ';':
      case '\\':
        g_string_append_c (line, '\\');
        G_GNUC_FALLTHROUGH;
      default:
        g_string_append_len (line, c, g_utf8_next_char (c) - c);
      }
}

/*
 * reknit_calendar_lines_add:
 * @lines: the file so far
 * @format: what the line says, name and value, as for printf(); in UTF-8
 */
void
reknit_calendar_lines_add (GString    *lines,
                           const char *format,
                           ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_folded (lines, line);
}

/*
 * reknit_calendar_lines_add_text:
 * @lines: the file so far
 * @name: the property
 * @text: (nullable): what a person wrote; nothing makes no line
 */
void
reknit_calendar_lines_add_text (GString    *lines,
                                const char *name,
                                const char *text)
{
  const char *const texts[] = { text, NULL };

  reknit_calendar_lines_add_list (lines, name, texts);
}

/*
 * reknit_calendar_lines_add_list:
 * @lines: the file so far
 * @name: the property
 * @texts: (nullable): what persons wrote; empty ones are left out, and nothing makes no line
 */
void
reknit_calendar_lines_add_list (GString           *lines,
                                const char        *name,
                                const char *const *texts)
{
  g_autoptr (GString) line = g_string_new (name);
  char separator = ':';

  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    if (*texts[i] != '\0')
      {
        g_string_append_c (line, separator);
        append_escaped (line, texts[i]);
        separator = ',';
      }
  if (separator == ',')
    add_folded (lines, line->str);
}

/*
 * reknit_calendar_lines_add_time:
 * @lines: the file so far
 * @name: the property
 * @local: a local time
 * @zone: (nullable): the name of its zone in the file, or %REKNIT_CALENDAR_UTC; %NULL if only the day counts
 */
void
reknit_calendar_lines_add_time (GString    *lines,
                                const char *name,
                                GDateTime  *local,
                                const char *zone)
{
  g_autofree char *day = g_date_time_format (local, "%Y%m%d");
  g_autofree char *time = g_date_time_format (local, "%H%M%S");

  if (zone == NULL)
    reknit_calendar_lines_add (lines, "%s;VALUE=DATE:%s", name, day);
  else if (g_str_equal (zone, REKNIT_CALENDAR_UTC))
    reknit_calendar_lines_add (lines, "%s:%sT%sZ", name, day, time);
  else
    reknit_calendar_lines_add (lines, "%s;TZID=%s:%sT%s", name, zone, day, time);
}
