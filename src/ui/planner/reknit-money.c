#include "reknit-money.h"

#include <locale.h>
#include <string.h>

#include "reknit-plan-details.h"

/* More than anybody spends on an evening, and few enough digits for a row. */
#define MAX_DIGITS 9

static gboolean
is_mark (char c)
{
  return c == '.' || c == ',' || c == '\'';
}

/* One mark that is followed by one or two digits divides whole from parts; any other only groups. */
static const char *
find_point (const char *digits)
{
  gsize length = strlen (digits);

  for (gsize after = 1; after <= 2 && after + 1 <= length; after++)
    if (is_mark (digits[length - after - 1]) && strpbrk (digits + length - after, ".,'") == NULL)
      return digits + length - after - 1;
  return NULL;
}

/* What is left of @text without spaces, or %NULL if there is anything in it but digits and marks. */
static char *
strip (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 128 && (g_ascii_isdigit ((char) c) || is_mark ((char) c)))
        g_string_append_c (digits, (char) c);
      else if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_CURRENCY_SYMBOL)
        {
          g_string_free (digits, TRUE);
          return NULL;
        }
    }
  return g_string_free (digits, FALSE);
}

/**
 * reknit_money_parse:
 * @text: what was typed: “60”, “1.250”, “12,50 €”
 * @amount: (out): the amount in hundredths; %REKNIT_MONEY_NONE for nothing
 *
 * Returns: %FALSE if that is no amount
 */
gboolean
reknit_money_parse (const char *text,
                    gint64     *amount)
{
  g_autofree char *digits = strip (text);
  const char *point;
  gint64 hundredths = 0;
  guint n_digits = 0, n_parts = 0;

  *amount = REKNIT_MONEY_NONE;
  if (digits == NULL)
    return FALSE;
  if (*digits == '\0')
    return TRUE;
  point = find_point (digits);
  for (const char *p = digits; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      {
        hundredths = hundredths * 10 + (*p - '0');
        n_digits++;
        n_parts += point != NULL && p > point;
      }
  if (n_digits == 0 || n_digits > MAX_DIGITS)
    return FALSE;
  for (; n_parts < 2; n_parts++)
    hundredths *= 10;
  *amount = hundredths;
  return TRUE;
}

/**
 * reknit_money_format:
 * @amount: an amount in hundredths, or %REKNIT_MONEY_NONE
 *
 * Returns: (transfer full): it as the locale writes it: “60”, “12,50”; nothing for none
 */
char *
reknit_money_format (gint64 amount)
{
  if (amount < 0)
    return g_strdup ("");
  if (amount % 100 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, amount / 100);
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s%02d", amount / 100, localeconv ()->decimal_point, (int) (amount % 100));
}
