#!/usr/bin/python3
"""The week: time is kept free by the form, moved by keys and by the mouse, taken back, had, and given to a calendar; each
says an aim from their own seat; and the own time of one is not the other’s to change."""

import re
import subprocess

import couple
from harness import PROGRAM, Desktop, Script, wait_for
from pointer import drag, middle_of

NOON = '2026-11-18 12:00:00'


def times(desktop):
    return couple.query(desktop, "SELECT starts, ends FROM plan WHERE state <> 'cancelled' ORDER BY id")


def wait_for_times(desktop, *expected):
    wait_for(lambda: times(desktop) == list(expected), f'the times to be {expected}')


def block(app, words):
    return app.find('button', re.compile(words))


def keep(script, desktop, app):
    with script.step('time is kept free by the form'):
        subprocess.run([PROGRAM, '--page=prioritize-time'], env=desktop.environment, check=True, timeout=20)
        app.press(name='Keep Time Free')
        app.type('Note', 'A walk')
        app.press(name='Save')
        block(app, '^Wednesday 18 November, A walk, 18:00 – 20:00, For the two of you$')
        wait_for_times(desktop, ('2026-11-18T18:00:00', '2026-11-18T20:00:00'))


def move_by_keys(script, desktop, app):
    with script.step('Control and arrows move it, Shift and arrows make it longer'):
        wait_for(lambda: block(app, 'A walk').has('focused'), 'the block to have the focus')
        app.keys('ctrl+Down')
        wait_for_times(desktop, ('2026-11-18T18:15:00', '2026-11-18T20:15:00'))
        app.keys('ctrl+Right')
        wait_for_times(desktop, ('2026-11-19T18:15:00', '2026-11-19T20:15:00'))
        app.keys('shift+Down')
        wait_for_times(desktop, ('2026-11-19T18:15:00', '2026-11-19T20:30:00'))
        block(app, '^Thursday 19 November, A walk, 18:15 – 20:30')
    with script.step('Delete removes it, and that can be taken back'):
        app.keys('Delete')
        wait_for_times(desktop)
        app.has_none('button', re.compile('A walk'))
        app.keys('ctrl+z')
        wait_for_times(desktop, ('2026-11-19T18:15:00', '2026-11-19T20:30:00'))
        block(app, 'A walk')
    with script.step('arrows go from one time to another, and Enter begins there'):
        app.find(None, re.compile('^Week: '))
        wait_for(lambda: any(node.has('focused') for node in app.search(None, re.compile('^Week: |A walk'))), 'a focus in the week')
        app.keys('Left', 'Return')
        app.find('text', 'Note')
        app.press(name='Save')
        wait_for(lambda: len(times(desktop)) == 2, 'another one to be kept')
        app.keys('ctrl+z')
        wait_for(lambda: len(times(desktop)) == 1, 'it to be gone')


def move_by_mouse(script, desktop, app):
    with script.step('dragged to another day it stands there'):
        window = app.find('window')
        here = middle_of(app, window, block(app, 'A walk'))
        column = middle_of(app, window, app.find('label', 'Fri 20'))[0] - middle_of(app, window, app.find('label', 'Thu 19'))[0]
        drag(app, here, (here[0] + column, here[1]))
        wait_for_times(desktop, ('2026-11-20T18:15:00', '2026-11-20T20:30:00'))
    with script.step('and a press of it opens it'):
        block(app, '^Friday 20 November, A walk').press()
        app.find('heading', 'A walk')
        app.has_none('button', 'Had')


def export(script, desktop, app):
    with script.step('it goes out as a file that a calendar reads'):
        app.press(name='Export…')
        app.dialog('Export')
        path = desktop.path('walk.ics')
        app.keys('ctrl+a')
        app.write(path)
        app.keys('Return')
        app.find(None, 'Exported')
        with open(path, encoding='utf-8') as file:
            text = file.read()
        assert 'SUMMARY:A walk' in text and 'T181500' in text, text


def have(script, desktop, app):
    with script.step('what has begun can be told to have been had'):
        app.press(name='Back')
        app.press(name='Keep Time Free')
        app.type('Note', 'Breakfast')
        app.set_value('Hour', 9, 'spin button')
        app.press(name='Save')
        block(app, '^Wednesday 18 November, Breakfast, 09:00 – 11:00').press()
        app.find('heading', 'Breakfast')
        app.press(name='Had')
        block(app, '^Wednesday 18 November, Breakfast, 09:00 – 11:00, had')
        app.find(None, '4 h 15 min together planned, 2 h had')


def aim(script, desktop, app):
    with script.step('each says an aim, and the shared one is there once both have'):
        for name, hours in (('Ada', 5), ('Ben', 6)):
            couple.take_seat(app, name)
            app.press(name='My Aim…')
            wait_for(lambda: any(node.matches('spin button', 'Hours a week') and node.has('focused') for node in app.walk()),
                     'the hours to have the focus')
            app.keys('ctrl+a')
            app.write(str(hours))
            app.press_any('Save')
            wait_for(lambda: couple.query(desktop, 'SELECT minutes FROM weekly_aim ORDER BY id DESC LIMIT 1') == [(hours * 60,)],
                     f'the aim of {name} to be kept')
        app.find(None, '4 h 15 min together planned, 2 h had, aim 5 h')


def keep_alone(script, desktop, app):
    with script.step('the own time of one is not the other’s to change'):
        couple.query(desktop, "UPDATE plan SET kind = 'own', planner = (SELECT id FROM partner WHERE name = 'Ben') "
                              "WHERE starts = '2026-11-20T18:15:00'")
        app.stop()
        app = desktop.launch('--page=prioritize-time', at=NOON)
        couple.take_seat(app, 'Ada')
        block(app, 'A walk, 18:15 – 20:30, For Ben alone').press()
        app.find(None, 'This is Ben’s own time. Only Ben can change it, from their own seat.')
        app.has_none('button', 'Edit')
        couple.take_seat(app, 'Ben')
        block(app, 'A walk').press()
        app.find('button', 'Edit')
    return app


def main():
    with Desktop(size=(1300, 1400), settings=couple.WIDE) as desktop, Script('The week', desktop) as script:
        app = desktop.launch(at=NOON)
        couple.settle(app)
        keep(script, desktop, app)
        move_by_keys(script, desktop, app)
        move_by_mouse(script, desktop, app)
        export(script, desktop, app)
        have(script, desktop, app)
        aim(script, desktop, app)
        app = keep_alone(script, desktop, app)
        with script.step('the libraries had nothing to complain about'):
            app.stop()


if __name__ == '__main__':
    main()
