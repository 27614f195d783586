#!/usr/bin/python3
"""What a couple has planned, as two other programs' parsers read it: when, how often, which times not, and of a surprise
nothing but that there is one.

  plans-read-back.py WRITE_PLANS        speaks TAP
"""

import datetime as dt
import os
import subprocess
import sys
import tempfile

TESTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
sys.path[:0] = [os.path.join(TESTS, 'e2e'), os.path.join(TESTS, 'export')]
import parsers  # noqa: E402
from script import Script  # noqa: E402

PLACE, NOTES = 'The old mill; by the river', 'Bring bread,\ncheese'
LEADS, MORNING_LEADS = [1440, 60], [900, -480]


def write():
    with tempfile.TemporaryDirectory(prefix='reknit-') as folder:
        target = os.path.join(folder, 'plans.ics')
        subprocess.run([sys.argv[1], target], check=True)
        with open(target, encoding='utf-8', newline='') as file:
            return file.read()


def utc(*parts):
    return dt.datetime(*parts, tzinfo=parsers.UTC)


def moments(values):
    return [value if parsers.is_day(value) else parsers.first_of_two(value) for value in values]


def check(parser):
    def one(title, count=1):
        found = [event for event in parser.events().values() if parser.texts(event)[0] == title]
        assert len(found) == count, f'{title}: {len(found)}'
        return found if count > 1 else found[0]

    picnic = one('Picnic')
    assert parser.texts(picnic)[1:3] == (NOTES, PLACE), parser.texts(picnic)
    # The clocks leap during that night.
    assert moments(parser.times(picnic)) == [utc(2026, 3, 28, 19), utc(2026, 3, 29, 2)], parser.times(picnic)
    assert parser.alarms(picnic) == LEADS

    series, moved = sorted(one('Time for Us', 2), key=lambda event: moments(parser.times(event)))
    assert moments(parser.starts(series, 5)) == [utc(2026, 3, 3, 18), utc(2026, 3, 17, 18), utc(2026, 3, 24, 18),
                                                 utc(2026, 4, 7, 17), utc(2026, 4, 14, 17)], parser.starts(series, 5)
    assert moments(parser.times(moved)) == [utc(2026, 4, 1, 16, 30), utc(2026, 4, 1, 18)], parser.times(moved)

    getaway = one('Getaway')
    assert parser.times(getaway) == (dt.date(2026, 5, 1), dt.date(2026, 5, 4)), parser.times(getaway)
    assert parser.alarms(getaway) == MORNING_LEADS, parser.alarms(getaway)

    leap = one('Leap Day')
    assert parser.starts(leap, 3) == [dt.date(2024, 2, 29), dt.date(2025, 2, 28), dt.date(2026, 2, 28)], parser.starts(leap, 3)
    assert parser.changes(leap)[3] == 'TRANSPARENT'

    surprise = one('Something is planned')
    assert moments(parser.times(surprise)) == [utc(2026, 6, 6, 5), utc(2026, 6, 6, 9)]
    assert parser.texts(surprise)[1:3] == ('', ''), parser.texts(surprise)


def main():
    try:
        import icalendar  # noqa: F401
        import vobject  # noqa: F401
    except ImportError as missing:
        print(f'1..0 # SKIP {missing.name} is not installed')
        return
    with Script('Plans in another calendar') as script:
        text = write()
        with script.step('nothing of the surprise is in the file'):
            assert 'balloon' not in text.replace('\r\n ', '')
        for kind in (parsers.Icalendar, parsers.Vobject):
            with script.step(f'{kind.__name__} finds all that is planned'):
                check(kind(text))


if __name__ == '__main__':
    main()
