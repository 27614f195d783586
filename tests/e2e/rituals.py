#!/usr/bin/python3
"""A ritual of the two: begun by the form, marked on the first page and in a seat, let go and brought back."""

import re
import subprocess

import couple
from harness import PROGRAM, Desktop, Script, wait_for

DEED = 'Look out of the window together'


def marks(desktop):
    return couple.query(desktop, 'SELECT p.name, m.state FROM ritual_mark AS m JOIN partner AS p ON p.id = m.partner ORDER BY p.name')


def open_page(desktop, page):
    subprocess.run([PROGRAM, f'--page={page}'], env=desktop.environment, check=True, timeout=20)


def begin(script, desktop, app):
    with script.step('a ritual needs what it follows, and is begun with what was typed'):
        open_page(desktop, 'daily-rituals')
        app.press(name='Begin a Ritual')
        app.type('What You Do Then', DEED)
        app.press(name='Save')
        app.find('label', re.compile('^Something that happens anyway'))
        app.type('After What', 'After the coffee')
        app.toggle(re.compile('^Each marks it', re.IGNORECASE), role='check box')
        app.press(name='Save')
        app.find('label', re.compile('After the coffee · Every day · Just begun'))


def mark(script, desktop, app):
    with script.step('in their own seat each marks for themselves'):
        couple.take_seat(app, 'Ada')
        app.press(name=f'Ada: {DEED}')
        wait_for(lambda: marks(desktop) == [('Ada', 'done')], 'her mark')
        assert not app.find('button', f'Ben: {DEED}').has('sensitive')
    with script.step('the first page has it, and takes the other mark'):
        couple.take_seat(app, 'Together')
        open_page(desktop, 'today')
        app.find('heading', 'Small Moments Today')
        assert app.find('button', f'Ada: {DEED}').is_on()
        app.press(name=f'Ben: {DEED}')
        wait_for(lambda: marks(desktop) == [('Ada', 'done'), ('Ben', 'done')], 'both marks')
    with script.step('which Ctrl+Z takes off again'):
        app.keys('ctrl+z')
        wait_for(lambda: marks(desktop) == [('Ada', 'done')], 'one mark')
        wait_for(lambda: not app.find('button', f'Ben: {DEED}').is_on(), 'the button to say so')


def let_go(script, desktop, app):
    with script.step('its month tells of today what each noted'):
        open_page(desktop, 'daily-rituals')
        row = app.find('list item', DEED)
        for _ in range(40):
            if row.has('focused'):
                break
            app.keys('Tab')
        app.keys('Return')
        app.find(None, re.compile('Ada did it, nothing noted for Ben$'))
    with script.step('let go it stands apart, and Undo brings it back'):
        app.press(name='Let Go')
        wait_for(lambda: couple.query(desktop, 'SELECT ended IS NOT NULL FROM ritual') == [(1,)], 'it to be let go')
        app.press(name='Undo')
        wait_for(lambda: couple.query(desktop, 'SELECT ended IS NOT NULL FROM ritual') == [(0,)], 'it to be back')


def main():
    with Desktop(size=(1300, 1400), settings=couple.WIDE) as desktop, Script('Rituals', desktop) as script:
        app = desktop.launch()
        couple.settle(app)
        begin(script, desktop, app)
        mark(script, desktop, app)
        let_go(script, desktop, app)
        with script.step('the libraries had nothing to complain about'):
            app.stop()


if __name__ == '__main__':
    main()
