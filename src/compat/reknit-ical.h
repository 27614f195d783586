#pragma once

#include <libical/ical.h>

/* libical 4 takes a rule by its address and counts who holds it; libical 3 takes it by value. %NULL where @text is no rule. */
static inline icalrecur_iterator *
reknit_ical_iterate (const char          *text,
                     struct icaltimetype  start)
{
#if ICAL_CHECK_VERSION (4, 0, 0)
  struct icalrecurrencetype *rule = icalrecurrencetype_new_from_string (text);
  icalrecur_iterator *iterator;

  if (rule == NULL)
    return NULL;
  iterator = icalrecur_iterator_new (rule, start);
  icalrecurrencetype_unref (rule);
  return iterator;
#else
  return icalrecur_iterator_new (icalrecurrencetype_from_string (text), start);
#endif
}
