#!/usr/bin/python3
"""The whole life of a date: planned with three things to get ready, dragged to another day, exported, done, told about by
one in their own words, and planned again."""

import re
import subprocess

import couple
from harness import PROGRAM, Desktop, Script, wait_for, words_on_disk
from pointer import drag, middle_of

NOON = '2026-11-18 12:00:00'
PASSPHRASE = 'seven quiet herons at dawn'
MEMORY = 'The rosemary burnt and nobody minded.'
DATE = re.compile('Pasta from scratch')


def starts(desktop):
    return [row[0] for row in couple.query(desktop, 'SELECT starts FROM plan ORDER BY id')]


def plan(script, desktop, app):
    with script.step('a date is planned for today, with three things to get ready'):
        subprocess.run([PROGRAM, '--plan-date'], env=desktop.environment, check=True, timeout=20)
        planner = app.find_window('Dates')
        planner.type('Title', 'Pasta from scratch')
        planner.press(name='Save')
        planner.find('heading', 'Pasta from scratch')
        for thing in ('flour', 'eggs', 'music'):
            planner.type('One More Thing to Get Ready', thing)
            planner.press(name='Add to the List')
            planner.find('check box', f'Ready: {thing}')
        planner.press(name='Back')
    return planner


def day(planner, name):
    """The cell of a day; its name goes on with what is planned."""
    return planner.find('table cell', re.compile(f'^{name}, '))


def move(script, desktop, app, planner):
    with script.step('Alt and an arrow bring it to the day before'):
        planner.find('button', DATE)
        app.keys('alt+Left')
        planner.find('button', re.compile('^Tuesday 17 November, Pasta from scratch, 19:00'))
    with script.step('dragged to another day it stands there, at the same time'):
        drag(app, middle_of(app, planner, planner.find('button', DATE)), middle_of(app, planner, day(planner, 'Friday 20 November')))
        planner.find('button', re.compile('^Friday 20 November, Pasta from scratch, 19:00'))
        assert starts(desktop) == ['2026-11-20T19:00:00'], starts(desktop)
    with script.step('which Undo takes back'):
        planner.press(name='Undo')
        planner.find('button', re.compile('^Tuesday 17 November, Pasta from scratch, 19:00'))
        assert starts(desktop) == ['2026-11-17T19:00:00'], starts(desktop)


def export(script, desktop, app, planner):
    with script.step('it goes out as a file that a calendar reads'):
        planner.press('button', DATE)
        planner.press(name='Export…')
        app.dialog('Export')
        path = desktop.path('pasta.ics')
        app.keys('ctrl+a')
        app.write(path)
        app.keys('Return')
        planner.find(None, 'Exported')
        with open(path, encoding='utf-8') as file:
            text = file.read()
        assert 'SUMMARY:Pasta from scratch' in text and 'T190000' in text, text
    # A window that was closed over it takes the place of this one in the tree.
    return app.find_window('Dates')


def tell(script, desktop, app, planner):
    with script.step('it is over, and done'):
        planner.press(name='Mark as Done')
        planner.find('heading', 'How Was It for You?')
        planner.has_none('button', 'Mark as Done')
    with script.step('one says how it was, in words that nobody else can read'):
        couple.take_seat(app, 'Ada', PASSPHRASE)
        planner.press('button', DATE)
        planner.toggle('Wonderful')
        planner.type('A Memory', MEMORY)
        planner.press(name='Save')
        wait_for(lambda: couple.query(desktop, 'SELECT count(*) FROM plan_impression') == [(1,)], 'it to be kept')
        assert words_on_disk(desktop.data_home, ['rosemary']) == []
        couple.take_seat(app, 'Ben')
        planner.press('button', DATE)
        planner.find('heading', 'How Was It for You?')
        planner.has_none(None, re.compile('rosemary'))


def again(script, desktop, app, planner):
    with script.step('done again, it stands in the month as a date of its own, with the same things to get ready'):
        planner.press(name='Do It Again')
        planner.press(name='In a Week')
        planner.find(None, re.compile('^Planned again for '))
        planner.find('check box', 'Ready: eggs')
        planner.press(name='Back')
        planner.find('button', re.compile('^Wednesday 25 November, Pasta from scratch, 19:00'))
        planner.find('button', re.compile('^Tuesday 17 November, Pasta from scratch'))
        assert starts(desktop) == ['2026-11-17T19:00:00', '2026-11-25T19:00:00'], starts(desktop)


def main():
    with Desktop(size=(1300, 1400), settings=couple.WIDE) as desktop, Script('A date', desktop) as script:
        app = desktop.launch(at=NOON)
        couple.begin(app)
        couple.set_passphrase(app, 'Ada', PASSPHRASE)
        couple.finish(app)
        planner = plan(script, desktop, app)
        move(script, desktop, app, planner)
        planner = export(script, desktop, app, planner)
        tell(script, desktop, app, planner)
        again(script, desktop, app, planner)
        with script.step('the libraries had nothing to complain about'):
            app.stop()


if __name__ == '__main__':
    main()
