"""Entries for a calendar, made up at random, and what has to be found in the file again.

What is expected is worked out here from the zones of Python and from counting days, by nothing that the program uses.
"""

import calendar
import datetime as dt
import random
import zoneinfo
from dataclasses import dataclass, field

ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca',
         'Africa/Cairo', 'America/Santiago', 'America/St_Johns', 'Europe/Dublin',
         'Europe/London', 'America/Nuuk', 'UTC']
MACHINE = 'Europe/Berlin'
NOW = dt.datetime(2026, 5, 1, 10, tzinfo=dt.timezone.utc)
UTC = dt.timezone.utc
DAY = dt.timedelta(days=1)
WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
SCRAPS = ['Dinner', 'für uns', 'a, b; c', 'back\\slash', '\\n is no break', 'two\nlines', '\n\n', '  ', ': "quoted"', '👩‍❤️‍👨', '🎂' * 30,
          'Überraschungsgrößenänderung' * 4, 'تاريخ', '日本料理を食べに行く', 'END:VEVENT', '\nBEGIN:VALARM\n', 'e\u0301', '\ttab', '%s %n',
          '{}', "l'été", '\u00a0', 'x' * 74, 'y' * 75, 'ß' * 37, '\\', '\\\\', ';', ',', '\\,', '100 €']


@dataclass
class Entry:
    uid: str
    summary: str
    start: dt.datetime
    end: dt.datetime = None
    all_day: bool = False
    zone: str = ''
    rule: str = ''
    description: str = ''
    location: str = ''
    categories: list = field(default_factory=list)
    alarms: list = field(default_factory=list)
    left_out: list = field(default_factory=list)
    sequence: int = 0
    modified: int = 0
    transparent: bool = False

    def tz(self):
        return zoneinfo.ZoneInfo(self.zone or MACHINE)

    def last_year(self):
        """Clocks that go by the moon or by more than a weekday of a month are told for as long as they are known."""
        return 2037 if self.zone in ('Africa/Casablanca', 'Africa/Cairo') else 2060

    def instant(self, local):
        """In a gap Python counts on with the offset from before it; of two it takes the first. So does the program."""
        return local.replace(tzinfo=self.tz()).astimezone(UTC)

    def days(self):
        """First day and the day after the last."""
        return self.start.date(), max(self.start, self.end or self.start).date() + DAY

    def span(self):
        """Both ends in UTC."""
        start = self.instant(self.start)
        if self.end is None or self.end <= self.start:
            return start, start
        end = self.instant(self.end)
        return start, end if end > start else start + (self.end - self.start)

    def starts(self, limit):
        """The first local times at which it takes place."""
        parts = dict(part.split('=') for part in self.rule.split(';') if part)
        count = int(parts.get('COUNT', 0))
        until = dt.datetime.strptime(parts['UNTIL'], '%Y%m%dT%H%M%S') if 'UNTIL' in parts else None
        found, number = [], 0
        for local in occurrences(self.start, parts):
            number += 1
            late = until and (local.date() > until.date() if self.all_day else local > until)
            if (count and number > count) or late or len(found) == limit:
                return found
            if local not in self.left_out:
                found.append(local)
        return found


def of_month(start, year, month, day):
    """DAY of that month at the time of START, from its end if it is below 0; None if there is no such day."""
    length = calendar.monthrange(year, month)[1]
    day = day if day > 0 else length + 1 + day
    return start.replace(year=year, month=month, day=day) if 1 <= day <= length else None


def weekday_of_month(start, year, month, nth, weekday):
    length = calendar.monthrange(year, month)[1]
    days = [day for day in range(1, length + 1) if dt.date(year, month, day).weekday() == weekday]
    index = nth - 1 if nth > 0 else nth
    return start.replace(year=year, month=month, day=days[index]) if -len(days) <= index < len(days) else None


def occurrences(start, parts):
    """Local times, without count and end."""
    if not parts:
        yield start
        return
    interval = int(parts.get('INTERVAL', 1))
    for step in range(0, 400 * interval, interval):
        if parts['FREQ'] == 'DAILY':
            candidates = [start + step * DAY]
        elif parts['FREQ'] == 'WEEKLY':
            monday = start - start.weekday() * DAY + step * 7 * DAY
            candidates = [monday + WEEKDAYS.index(day) * DAY for day in parts['BYDAY'].split(',')]
        else:
            months = step + start.month - 1 if parts['FREQ'] == 'MONTHLY' else step * 12 + int(parts['BYMONTH']) - 1
            year, month = start.year + months // 12, months % 12 + 1
            if 'BYDAY' in parts:
                candidates = [weekday_of_month(start, year, month, int(parts['BYDAY'][:-2]), WEEKDAYS.index(parts['BYDAY'][-2:]))]
            else:
                day = int(parts['BYMONTHDAY'])
                if parts['FREQ'] == 'YEARLY' and (month, day) == (2, 29):
                    day = -1
                candidates = [of_month(start, year, month, day)]
        yield from sorted(each for each in candidates if each and each >= start)


def random_rule(chance, start):
    """A rule in the one form that the program keeps, of which START is an occurrence."""
    interval = chance.choice(['', '', ';INTERVAL=2', ';INTERVAL=3'])
    kind = chance.choice(['DAILY', 'WEEKLY', 'MONTHLY', 'MONTHLY', 'YEARLY'])
    rule = f'FREQ={kind}{interval}'
    last = of_month(start, start.year, start.month, -1).day
    if kind == 'WEEKLY':
        days = set(chance.sample(range(7), chance.randint(0, 3))) | {start.weekday()}
        rule += ';BYDAY=' + ','.join(WEEKDAYS[day] for day in sorted(days))
    elif kind == 'MONTHLY' and chance.random() < 0.5:
        nth = -1 if start.day + 7 > last else (start.day - 1) // 7 + 1
        rule += f';BYDAY={nth}{WEEKDAYS[start.weekday()]}'
    elif kind in ('MONTHLY', 'YEARLY'):
        day = -1 if start.day == last and chance.random() < 0.3 else start.day
        rule += (f';BYMONTH={start.month}' if kind == 'YEARLY' else '') + f';BYMONTHDAY={day}'
    end = chance.random()
    if end < 0.3:
        rule += f';COUNT={chance.randint(1, 20)}'
    elif end < 0.6:
        rule += f';UNTIL={start + dt.timedelta(days=chance.randint(0, 2000), hours=chance.randint(0, 12)):%Y%m%dT%H%M%S}'
    return rule


def change_near(chance, zone):
    """A local time within hours of a change of the clocks of ZONE, if they change at all."""
    tz = zoneinfo.ZoneInfo(zone)
    day = dt.datetime(chance.randint(2004, 2031), chance.randint(1, 12), 1, tzinfo=UTC)
    for _ in range(400):
        if day.astimezone(tz).utcoffset() != (day + DAY).astimezone(tz).utcoffset():
            break
        day += DAY
    local = (day + DAY * chance.random()).astimezone(tz).replace(tzinfo=None)
    return (local + dt.timedelta(hours=chance.randint(-3, 3))).replace(minute=chance.choice([0, 15, 30, 45]), second=0, microsecond=0)


def random_text(chance, most):
    return ' '.join(chance.choice(SCRAPS) for _ in range(chance.randint(0, most)))


def random_entry(chance, number):
    zone = chance.choice(ZONES + [''])
    if chance.random() < 0.6:
        start = change_near(chance, zone or MACHINE)
    else:
        start = dt.datetime(chance.randint(2004, 2031), chance.randint(1, 12), chance.randint(1, 28), chance.randint(0, 23),
                            chance.choice([0, 5, 30, 59]), chance.choice([0, 0, 0, 7]))
    if chance.random() < 0.1:
        start = start.replace(year=chance.choice([2016, 2024, 2028]), month=2, day=29)
    entry = Entry(uid=f'date-{number}@reknit', summary=random_text(chance, 3) or 'Date', start=start, zone=zone,
                  all_day=chance.random() < 0.25, description=random_text(chance, 12), location=random_text(chance, 2),
                  categories=[random_text(chance, 2) for _ in range(chance.randint(0, 3))],
                  alarms=chance.sample([0, 10, 60, 1440, 10080, -540], chance.randint(0, 3)),
                  sequence=chance.randint(0, 9), modified=chance.choice([0, 1767225600]), transparent=chance.random() < 0.3)
    if chance.random() < 0.85:
        entry.end = start + dt.timedelta(minutes=chance.choice([15, 30, 60, 90, 180, 720, 1440, 4320, 10000]))
    if chance.random() < 0.5:
        entry.rule = random_rule(chance, start)
        later = entry.starts(6)[1:]
        entry.left_out = chance.sample(later, min(len(later), chance.randint(0, 2)))
    return entry


def make(seed, number):
    chance = random.Random(seed)
    return [random_entry(chance, f'{seed}-{each}') for each in range(number)]


def escape(text):
    return text.replace('\\', '\\\\').replace('\n', '\\n').replace('\t', '\\t').replace(' ', '\\s').replace('\r', '\\r')


def key_file(entries):
    """As write-calendar reads it."""
    lines = []
    for entry in entries:
        lines += [f'[{entry.uid}]', f'summary={escape(entry.summary)}', f'start={entry.start.isoformat()}']
        if entry.end:
            lines.append(f'end={entry.end.isoformat()}')
        for key in ('zone', 'rule'):
            lines.append(f'{key}={getattr(entry, key)}')
        for key in ('description', 'location'):
            lines.append(f'{key}={escape(getattr(entry, key))}')
        lines.append('categories=' + ''.join(escape(text).replace(';', '\\;') + ';' for text in entry.categories))
        lines.append('alarms=' + ''.join(f'{minutes};' for minutes in entry.alarms))
        lines.append('except=' + ''.join(f'{local.isoformat()};' for local in entry.left_out))
        lines += [f'sequence={entry.sequence}', f'modified={entry.modified}', f'all-day={str(entry.all_day).lower()}',
                  f'transparent={str(entry.transparent).lower()}']
    return '\n'.join(lines) + '\n'
