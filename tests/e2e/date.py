#!/usr/bin/python3
"""The whole life of a date: found with three filters, planned with three things to get ready, moved by key and by mouse,
exported, done, told about by one in their own words, and planned again."""

import re
import subprocess

import couple
from harness import PROGRAM, Desktop, Script, wait_for, words_on_disk
from pointer import drag, middle_of

NOON = '2026-11-18 12:00:00'
PASSPHRASE = 'seven quiet herons at dawn'
MEMORY = 'The rosemary burnt and nobody minded.'
THINGS = ('thermos', 'blanket', 'music')


def starts(desktop):
    return [row[0] for row in couple.query(desktop, 'SELECT starts FROM plan ORDER BY id')]


def choose(app, value):
    """By the keys, in the list that the focus stands on: the one so far below the first."""
    app.keys('space', *['Down'] * value, 'Return')


def count(planner):
    return int(planner.find(None, re.compile(r'^\d+ Ideas?$')).name.split()[0])


def find(script, desktop, app):
    with script.step('three filters find something to do'):
        subprocess.run([PROGRAM, '--plan-date'], env=desktop.environment, check=True, timeout=20)
        planner = app.find_window('Dates')
        planner.press(name='Back')
        planner.press(name='Find an Idea')
        everything = count(planner)
        choose(app, 1)
        wait_for(lambda: 0 < count(planner) < everything, 'fewer ideas')
        free = count(planner)
        app.keys('Tab', 'Tab')
        choose(app, 2)
        wait_for(lambda: 0 < count(planner) < free, 'fewer still')
        outdoors = count(planner)
        app.keys('Tab', 'Tab', 'Tab')
        choose(app, 1)
        wait_for(lambda: 0 < count(planner) < outdoors, 'the fewest')
        planner.find(None, re.compile('Free · .*Outdoors'))
    return planner


def plan(script, desktop, app, planner):
    with script.step('one of it is planned for today with its title, and saved with its key'):
        planner.press(name='Surprise Us')
        planner.press(name='Plan It')
        title = planner.find('text', 'Title').read()
        planner.press(name='Save')
        planner.find('heading', title)
        ideas = couple.query(desktop, 'SELECT idea FROM plan_details')
        assert len(ideas) == 1 and ideas[0][0], ideas
    with script.step('three things are added to get ready'):
        for thing in THINGS:
            planner.type('One More Thing to Get Ready', thing)
            planner.press(name='Add to the List')
            planner.find('check box', f'Ready: {thing}')
        planner.press(name='Back')
    return title


def standing(day, title, time):
    """The name of a date in the month. How it goes on, with its end or that it is over, is not asked here."""
    return re.compile(f'^{day}, {re.escape(title)}, {time}')


def day(planner, name):
    """The cell of a day; its name goes on with what is planned."""
    return planner.find('table cell', re.compile(f'^{name}, '))


def move(script, desktop, app, planner, title, time):
    date = re.compile(re.escape(title))
    with script.step('Alt and an arrow bring it to the day before'):
        planner.find('button', date)
        app.keys('alt+Left')
        planner.find('button', standing('Tuesday 17 November', title, time))
    with script.step('dragged to another day it stands there, at the same time'):
        drag(app, middle_of(app, planner, planner.find('button', date)), middle_of(app, planner, day(planner, 'Friday 20 November')))
        planner.find('button', standing('Friday 20 November', title, time))
        assert starts(desktop) == [f'2026-11-20T{time}:00'], starts(desktop)
    with script.step('which Undo takes back'):
        planner.press(name='Undo')
        planner.find('button', standing('Tuesday 17 November', title, time))
        assert starts(desktop) == [f'2026-11-17T{time}:00'], starts(desktop)


def export(script, desktop, app, planner, title, time):
    with script.step('it goes out as a file that a calendar reads'):
        planner.press('button', re.compile(re.escape(title)))
        planner.press(name='Export…')
        app.dialog('Export')
        path = desktop.path('date.ics')
        app.keys('ctrl+a')
        app.write(path)
        app.keys('Return')
        planner.find(None, 'Exported')
        with open(path, encoding='utf-8') as file:
            text = file.read()
        assert 'SUMMARY:' + title.split(',')[0][:30] in text and f'T{time.replace(":", "")}00' in text, text
    # A window that was closed over it takes the place of this one in the tree.
    return app.find_window('Dates')


def tell(script, desktop, app, planner, title):
    with script.step('it is over, and done'):
        planner.press(name='Mark as Done')
        planner.find('heading', 'How Was It for You?')
        planner.has_none('button', 'Mark as Done')
    with script.step('one says how it was, in words that nobody else can read'):
        couple.take_seat(app, 'Ada', PASSPHRASE)
        planner.press('button', re.compile(re.escape(title)))
        planner.toggle('Wonderful')
        planner.type('A Memory', MEMORY)
        planner.press(name='Save')
        wait_for(lambda: couple.query(desktop, 'SELECT count(*) FROM plan_impression') == [(1,)], 'it to be kept')
        assert words_on_disk(desktop.data_home, ['rosemary']) == []
        couple.take_seat(app, 'Ben')
        planner.press('button', re.compile(re.escape(title)))
        planner.find('heading', 'How Was It for You?')
        planner.has_none(None, re.compile('rosemary'))


def again(script, desktop, app, planner, title, time):
    with script.step('done again, it stands in the month as a date of its own, with the same things to get ready'):
        planner.press(name='Do It Again')
        planner.press(name='In a Week')
        wait_for(lambda: len(starts(desktop)) == 2, 'it to be planned again')
        planner.find('check box', f'Ready: {THINGS[1]}')
        planner.press(name='Back')
        planner.find('button', standing('Wednesday 25 November', title, time))
        planner.find('button', standing('Tuesday 17 November', title, time))
        assert starts(desktop) == [f'2026-11-{day}T{time}:00' for day in (17, 25)], starts(desktop)


def main():
    with Desktop(size=(1300, 1400), settings=couple.WIDE) as desktop, Script('A date', desktop) as script:
        app = desktop.launch(at=NOON)
        couple.begin(app)
        couple.set_passphrase(app, 'Ada', PASSPHRASE)
        couple.finish(app)
        planner = find(script, desktop, app)
        title = plan(script, desktop, app, planner)
        time = starts(desktop)[0][11:16]
        move(script, desktop, app, planner, title, time)
        planner = export(script, desktop, app, planner, title, time)
        tell(script, desktop, app, planner, title)
        again(script, desktop, app, planner, title, time)
        with script.step('the libraries had nothing to complain about'):
            app.stop()


if __name__ == '__main__':
    main()
