#!/usr/bin/python3
"""What goes into a calendar file comes out of it, in two other programs' parsers: texts, instants, repetitions.

  round-trip.py WRITE_CALENDAR        speaks TAP
"""

import os
import stat
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'e2e'))
import entries  # noqa: E402
import parsers  # noqa: E402
from script import Script  # noqa: E402

WRITE_CALENDAR = sys.argv[1]
SEEDS = range(1, 9)
ENTRIES = 60
STARTS = 30


def write(made):
    """The file as text, after a look at it as bytes."""
    with tempfile.TemporaryDirectory(prefix='reknit-') as folder:
        source, target = os.path.join(folder, 'entries'), os.path.join(folder, 'calendar.ics')
        with open(source, 'w', encoding='utf-8') as file:
            file.write(entries.key_file(made))
        subprocess.run([WRITE_CALENDAR, source, target], check=True)
        assert stat.S_IMODE(os.stat(target).st_mode) == 0o600
        with open(target, 'rb') as file:
            return check_bytes(file.read())


def check_bytes(data):
    assert data.endswith(b'\r\n')
    lines = data.split(b'\r\n')
    assert not any(b'\r' in line or b'\n' in line for line in lines)
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode('utf-8')
    return data.decode('utf-8')


def same(found, expected, what, entry):
    assert found == expected, f'{what}: {found!r} and not {expected!r}\n{entry}'


def check_times(parser, event, entry):
    start, end = parser.times(event)
    if entry.all_day:
        same((start, end), entry.days(), 'days', entry)
        return
    same(parser.zone(event), entry.zone or entries.MACHINE, 'zone', entry)
    if entry.rule:
        same(start.replace(tzinfo=None), entry.start, 'start on the clock', entry)
        same(end.replace(tzinfo=None), max(entry.start, entry.end or entry.start), 'end on the clock', entry)
    else:
        same((parsers.first_of_two(start), parsers.first_of_two(end)), entry.span(), 'instants', entry)


def check_starts(parser, event, entry):
    last_year = min(parser.LAST_YEAR, entry.last_year())
    expected, found = ([start for start in starts if start.year <= last_year]
                       for starts in (entry.starts(STARTS), parser.starts(event, STARTS)))
    if entry.all_day:
        same(found, [each.date() for each in expected], 'days', entry)
    else:
        same([parsers.first_of_two(each) for each in found], [entry.instant(each) for each in expected], 'starts', entry)


def check_rest(parser, event, entry):
    categories = ','.join(text for text in entry.categories if text)
    for found, expected in zip(parser.texts(event), (entry.summary, entry.description, entry.location, categories)):
        if parser.can_tell(expected):
            same(found, expected, 'text', entry)
    same(parser.alarms(event), entry.alarms, 'alarms', entry)
    modified = entries.dt.datetime.fromtimestamp(entry.modified, entries.UTC) if entry.modified else None
    same(parser.changes(event), (entry.sequence, modified, entries.NOW, 'TRANSPARENT' if entry.transparent else 'OPAQUE'),
         'changes', entry)


def main():
    try:
        import icalendar  # noqa: F401
        import vobject  # noqa: F401
    except ImportError as missing:
        print(f'1..0 # SKIP {missing.name} is not installed')
        return
    with Script('Calendar files') as script:
        made = {seed: entries.make(seed, ENTRIES) for seed in SEEDS}
        with script.step('files are private, lines short, and no letter is torn'):
            texts = {seed: write(made[seed]) for seed in SEEDS}
        for kind in (parsers.Icalendar, parsers.Vobject):
            with script.step(f'{kind.__name__} reads them all'):
                read = [(parser, parser.events(), made[seed]) for seed in SEEDS for parser in [kind(texts[seed])]]
                for _, events, expected in read:
                    same(sorted(events), sorted(entry.uid for entry in expected), 'entries', None)
            for check, name in ((check_rest, 'texts, alarms and changes'), (check_times, 'times'), (check_starts, 'repetitions')):
                with script.step(f'{kind.__name__} finds the same {name}', vital=False):
                    for parser, events, expected in read:
                        for entry in expected:
                            check(parser, events[entry.uid], entry)


if __name__ == '__main__':
    main()
