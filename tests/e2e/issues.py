#!/usr/bin/python3
"""An issue is raised in gentle words, read and answered from the other seat, and settled; deleting it can be undone."""

import re
import subprocess

import couple
from harness import PROGRAM, Desktop, Script, wait_for

WHY = re.compile('“Always” and “never” invite')
TITLE = 'Marmalade'


def open_board(desktop):
    subprocess.run([PROGRAM, '--page=address-issues'], env=desktop.environment, check=True, timeout=20)


def raise_issue(script, app):
    with script.step('hard words are marked with their reason, and a softer beginning is offered'):
        app.press(name='Raise an Issue')
        app.type('What Happened', 'You always leave the marmalade open.')
        app.find('label', WHY)
        app.press(name=re.compile('^Begin with “Last time'))
        app.find('text', 'What Happened')
    with script.step('words without blame are left in peace'):
        app.type('What Happened', 'On Tuesday the marmalade stood open all night.')
        app.has_none('label', WHY)
    with script.step('the rest is filled in, and a missing title is told at its place'):
        app.press('button', 'Anger')
        app.press('button', 'annoyed')
        app.type('What I Need', 'A lid on it.')
        app.press(name='Put on the Board')
        app.find('label', re.compile('It needs a title'))
        app.type('A Short Title', TITLE)
        app.press(name='Put on the Board')
        app.find('button', TITLE)


def reach(app, name, steps=60):
    """Go to the button NAME by the Tab key; each step is given the time to arrive."""
    button = app.find('button', name)
    def is_there():
        button.accessible.clear_cache()
        return button.has('focused')
    for _ in range(steps):
        try:
            return wait_for(is_there, 'the focus', 0.4)
        except TimeoutError:
            app.keys('Tab')
    raise AssertionError(f'{name!r} is not reached by Tab')


def raise_another(script, app, title):
    with script.step('a second one, so that the board stays'):
        couple.take_seat(app, 'Ada')
        app.press(name='Raise an Issue')
        app.type('A Short Title', title)
        app.type('What Happened', 'Nothing much.')
        app.press(name='Put on the Board')
        app.find('button', title)


def settle(script, app):
    with script.step('the other one reads it and adds a view'):
        couple.take_seat(app, 'Ben')
        app.press('button', TITLE)
        app.find('label', 'On Tuesday the marmalade stood open all night.')
        assert not app.search('button', 'Delete Issue')
        app.press(name='Add My View')
        app.type('How I See It', 'The lid was under the rhubarb.')
        app.press(name='Share My View')
        app.find('label', 'The lid was under the rhubarb.')
    with script.step('it is moved on, step by step, until it is settled'):
        for button in ('We Will Talk About It', 'We Talked It Over', 'We Agreed', 'It Is Settled'):
            app.press(name=button)
            app.has_none('button', button)
        app.find('button', 'Back to “Agreed”')


def delete(script, desktop, app):
    with script.step('its author deletes it, and takes that back'):
        couple.take_seat(app, 'Ada')
        app.press('button', TITLE)
        app.press(name='Delete Issue')
        app.press(name='Undo')
        app.find('button', TITLE)
        assert couple.query(desktop, 'SELECT count (*) FROM issue') == [(2,)]
    with script.step('the same by keys alone, from the card and back to it: delete, undo, redo, undo'):
        reach(app, TITLE)
        app.keys('Return')
        reach(app, 'Delete Issue')
        app.keys('Return')
        app.has_none('button', TITLE)
        app.keys('ctrl+z')
        app.find('button', TITLE)
        app.keys('ctrl+shift+z')
        app.has_none('button', TITLE)
        app.keys('ctrl+z')
        app.find('button', TITLE)
    with script.step('the way back leads to the card one came from'):
        reach(app, TITLE)
        app.keys('Return')
        wait_for(lambda: app.find('button', 'Back to “Agreed”').has('focused'), 'the issue to have the focus')
        app.keys('alt+Left')
        wait_for(lambda: app.find('button', TITLE).has('focused'), 'the card to have the focus')


def main():
    with Desktop(size=(1300, 1400), settings=couple.WIDE) as desktop, Script('Issues', desktop) as script:
        app = desktop.launch()
        couple.settle(app)
        open_board(desktop)
        couple.take_seat(app, 'Ada')
        raise_issue(script, app)
        settle(script, app)
        raise_another(script, app, 'Honey')
        delete(script, desktop, app)
        with script.step('the libraries had nothing to complain about'):
            app.stop()


if __name__ == '__main__':
    main()
