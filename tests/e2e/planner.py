#!/usr/bin/python3
"""The planner: a date is planned with three things to get ready, moved by keyboard, taken back, done, and planned again. A
surprise is read by who planned it and by nobody else, also not in the bytes of the data folder."""

import re
import subprocess

import couple
from harness import PROGRAM, Desktop, Script, wait_for, words_on_disk

PASSPHRASE = 'seven quiet herons at dawn'
SECRET = ['zeppelin', 'airfield', 'binoculars']


def open_planner(desktop, app):
    subprocess.run([PROGRAM, '--plan-date'], env=desktop.environment, check=True, timeout=20)
    return app.find_window('Dates')


def add_things(planner, things):
    for thing in things:
        planner.type('One More Thing to Get Ready', thing)
        planner.press(name='Add to the List')
        planner.find('check box', f'Ready: {thing}')


def tick(app, box):
    """By the keyboard: older versions of GTK tell of no other way."""
    for _ in range(60):
        if box.has('focused'):
            break
        app.keys('Tab')
    app.keys('space')
    wait_for(box.is_on, f'{box.name} to be ticked')


def starts(desktop):
    return [row[0] for row in couple.query(desktop, 'SELECT starts FROM plan ORDER BY id')]


def plan(script, desktop, app):
    with script.step('the launcher’s action opens the form of the planner'):
        planner = open_planner(desktop, app)
        planner.type('Title', 'Pasta from scratch')
        planner.press(name='Save')
        planner.find('heading', 'Pasta from scratch')
    with script.step('three things are to be got ready, and one is'):
        add_things(planner, ['flour', 'eggs', 'music'])
        tick(app, planner.find('check box', 'Ready: flour'))
        wait_for(lambda: couple.query(desktop, 'SELECT count(*) FROM plan_task WHERE done') == [(1,)], 'one to be ready')
    return planner


def move(script, desktop, app, planner):
    before = starts(desktop)
    with script.step('the day shows it with all that matters, and Alt with an arrow moves it'):
        planner.press(name='Back')
        planner.find('button', re.compile('Pasta from scratch, 19:00, .*1 of 3 ready'))
        app.keys('alt+Right')
        wait_for(lambda: starts(desktop) != before, 'it to be moved')
        planner.find(None, re.compile('^Moved to '))
    with script.step('and that can be taken back'):
        app.keys('ctrl+z')
        wait_for(lambda: starts(desktop) == before, 'it to be back')


def surprise(script, desktop, app, planner):
    with script.step('a surprise is planned in its planner’s seat'):
        couple.take_seat(app, 'Ada', PASSPHRASE)
        planner.press(name='Plan a Date')
        planner.type('Title', 'A zeppelin')
        planner.type('Where', 'The airfield')
        planner.toggle('A Surprise', role='check box')
        planner.press(name='Save')
        planner.find('heading', 'A zeppelin')
        add_things(planner, ['binoculars'])
    with script.step('its words are not in the bytes of the data folder'):
        assert words_on_disk(desktop.data_home, SECRET) == [], words_on_disk(desktop.data_home, SECRET)
    with script.step('in the other seat something is planned, and no more'):
        couple.take_seat(app, 'Ben')
        planner.find('button', re.compile('Something is planned'))
        planner.has_none(None, re.compile('zeppelin|airfield|binoculars'))
        couple.take_seat(app, 'Together')
        planner.find('button', re.compile('Something is planned'))
        planner.has_none(None, re.compile('zeppelin|airfield|binoculars'))


def main():
    with Desktop(size=(1300, 1400), settings=couple.WIDE) as desktop, Script('Planner', desktop) as script:
        app = desktop.launch()
        couple.begin(app)
        couple.set_passphrase(app, 'Ada', PASSPHRASE)
        couple.finish(app)
        planner = plan(script, desktop, app)
        move(script, desktop, app, planner)
        surprise(script, desktop, app, planner)
        with script.step('the libraries had nothing to complain about'):
            app.stop()


if __name__ == '__main__':
    main()
