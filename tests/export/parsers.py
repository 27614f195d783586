"""Two parsers of calendars that know nothing of each other, and what each of them finds, told in the same words.

Each gets the names of zones that nobody knows, so that it has to read the zones from the file itself.
"""

import datetime as dt
import itertools
import re

UTC = dt.timezone.utc
counter = itertools.count()


def disguise(text):
    """TEXT with its zones called by names that are used once, and what they were called before."""
    prefix = f'Disguised-{next(counter)}-'
    text = re.sub(r'(TZID[:=])', lambda match: match[1] + prefix, text.replace('\r\n ', ''))
    return text, prefix


def first_of_two(moment):
    """MOMENT in UTC, as RFC 5545 means it: of two, the first; in a gap, by the offset from before it."""
    from dateutil import tz

    naive = moment.replace(tzinfo=None)
    if hasattr(moment.tzinfo, 'zone'):
        # A zone of pytz: what it calls summer time stands before the clocks are turned back, and after they leap.
        early, late = sorted(moment.tzinfo.localize(naive, is_dst=summer).astimezone(UTC) for summer in (True, False))
        exists = moment.tzinfo.normalize(early.astimezone(moment.tzinfo)).replace(tzinfo=None) == naive
        return early if exists else late
    return tz.resolve_imaginary(moment.replace(fold=0)).astimezone(UTC)


def is_day(value):
    return not isinstance(value, dt.datetime)


def minutes_before(trigger):
    return -int(trigger.total_seconds()) // 60


class Icalendar:
    """The package icalendar. It reads rules and leaves them to others: dateutil follows them.

    Older ones know no clocks after 2037, take an escaped comma for the end of a category, and read a backslash before
    an escaped sign as part of that; so what has a backslash in it is Vobject's alone to judge.
    """

    LAST_YEAR = 2037

    def __init__(self, text):
        import icalendar

        text, self.prefix = disguise(text)
        self.calendar = icalendar.Calendar.from_ical(text)
        assert not self.calendar.errors, self.calendar.errors

    def events(self):
        return {str(event['UID']): event for event in self.calendar.walk('VEVENT')}

    def texts(self, event):
        groups = event.get('CATEGORIES')
        categories = ','.join(groups.cats) if groups else ''
        return tuple(str(event.get(name, '')) for name in ('SUMMARY', 'DESCRIPTION', 'LOCATION')) + (categories,)

    @staticmethod
    def can_tell(text):
        return '\\' not in text

    def zone(self, event):
        return event['DTSTART'].params.get('TZID', 'UTC').removeprefix(self.prefix)

    def times(self, event):
        assert not event.errors, event.errors
        return event['DTSTART'].dt, event['DTEND'].dt if 'DTEND' in event else event['DTSTART'].dt

    def changes(self, event):
        modified = event['LAST-MODIFIED'].dt if 'LAST-MODIFIED' in event else None
        return event['SEQUENCE'], modified, event['DTSTAMP'].dt, str(event['TRANSP'])

    def alarms(self, event):
        return [minutes_before(alarm['TRIGGER'].dt) for alarm in event.walk('VALARM')]

    def starts(self, event, limit):
        from dateutil import rrule

        start = event['DTSTART'].dt
        if 'RRULE' not in event:
            return [start]
        zone = None if is_day(start) else start.tzinfo
        naive = dt.datetime.combine(start, dt.time()) if is_day(start) else start.replace(tzinfo=None)
        text = event['RRULE'].to_ical().decode()
        until = re.search(r'UNTIL=(\d{8}T\d{6})Z', text)
        if until:
            local = dt.datetime.strptime(until[1], '%Y%m%dT%H%M%S').replace(tzinfo=UTC).astimezone(zone)
            text = text.replace(until[0], f'UNTIL={local:%Y%m%dT%H%M%S}')
        exceptions = event.get('EXDATE', [])
        exceptions = exceptions if isinstance(exceptions, list) else [exceptions]
        left_out = {value.dt if is_day(value.dt) else value.dt.replace(tzinfo=None) for group in exceptions for value in group.dts}
        found = (each.date() if zone is None else each for each in rrule.rrulestr(text, dtstart=naive))
        kept = itertools.islice((each for each in found if each not in left_out), limit)
        return [each if zone is None else self.localize(zone, each) for each in kept]

    @staticmethod
    def localize(zone, naive):
        return zone.localize(naive) if hasattr(zone, 'localize') else naive.replace(tzinfo=zone)


class Vobject:
    """The package vobject, with rules and zones by dateutil."""

    LAST_YEAR = 9999

    def __init__(self, text):
        import vobject

        text, self.prefix = disguise(text)
        self.calendar = vobject.readOne(text)
        self.calendar.validate()

    def events(self):
        return {event.uid.value: event for event in self.calendar.vevent_list}

    def texts(self, event):
        def value(name):
            return getattr(event, name).value if hasattr(event, name) else ''

        categories = event.categories.value if hasattr(event, 'categories') else []
        return value('summary'), value('description'), value('location'), ','.join(categories)

    @staticmethod
    def can_tell(text):
        return True

    def zone(self, event):
        return event.dtstart.params.get('X-VOBJ-ORIGINAL-TZID', ['UTC'])[0].removeprefix(self.prefix)

    def times(self, event):
        return event.dtstart.value, event.dtend.value if hasattr(event, 'dtend') else event.dtstart.value

    def changes(self, event):
        modified = event.last_modified.value if hasattr(event, 'last_modified') else None
        return int(event.sequence.value), modified, event.dtstamp.value, event.transp.value

    def alarms(self, event):
        return [minutes_before(alarm.trigger.value) for alarm in getattr(event, 'valarm_list', [])]

    def starts(self, event, limit):
        rules = event.getrruleset(addRDate=True)
        if rules is None:
            return [event.dtstart.value]
        found = list(itertools.islice(rules, limit))
        return [each.date() for each in found] if is_day(event.dtstart.value) else found
