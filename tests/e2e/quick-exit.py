#!/usr/bin/python3
"""The way out: from every window at once, with nothing lost and nothing told by the next start. The second argument is the
program that makes a store."""

import datetime
import re
import shutil
import subprocess
import sys
from pathlib import Path

import couple
from harness import PROGRAM, Desktop, Script, wait_for, words_on_disk
from services import Notifications, skip_without_mocks

PASSPHRASE = 'seven quiet herons at dawn'
WORDS = 'The gramophone stood in the rain.'
QUICK_EXIT = 'ctrl+shift+q'


def start_again(desktop):
    """As the launcher does: the program that stays for the reminders is asked for its window."""
    subprocess.run([PROGRAM], env=desktop.environment, check=True, timeout=20)


def expect_neutral(app):
    """The first page after a quick exit says nothing of what the program is about."""
    app.find('label', 'Hello')
    shown = [node.name for node in app.search() if node.role in ('label', 'heading', 'list item', 'window')
             and node.name not in ('', 'GtkLabel')]
    assert set(shown) <= {'Hello', 'Continue', 'Reknit'}, shown
    for name in ('Today', 'Ana', 'Ben', 'Search', 'Raise an Issue'):
        assert not app.search(None, name), name


def go_on(app):
    app.press(name='Continue')
    app.find('list item', 'Today')
    app.find('label', re.compile('Today'))


def open_board(desktop, app):
    subprocess.run([PROGRAM, '--page=address-issues'], env=desktop.environment, check=True, timeout=20)
    couple.take_seat(app, 'Ana', PASSPHRASE)
    app.press(name='Raise an Issue')


def leave(app):
    """Press the keys wherever the focus is, and see that no window is left."""
    app.keys(QUICK_EXIT)
    wait_for(lambda: not app.windows(), 'all windows to close')


def check_first_run(script, desktop):
    with script.step('left in the middle of the first run, it goes on with the first run'):
        app = desktop.launch()
        app.find('heading', couple.WELCOME)
        app.keys(QUICK_EXIT)
        app.wait_for_end()
        app = desktop.launch()
        expect_neutral(app)
        app.press(name='Continue')
        app.find('heading', couple.WELCOME)
    app.stop()


def make_couple(desktop):
    """A couple that has set up, in place of the first run that was left; with a check-in that is due since an hour."""
    shutil.rmtree(Path(desktop.data_home, 'reknit'))
    subprocess.run([sys.argv[2], couple.store_path(desktop), PASSPHRASE], check=True, timeout=30)
    starts = datetime.datetime.now() - datetime.timedelta(hours=1)
    couple.query(desktop, 'INSERT INTO reminder (id, created, modified, kind, subject, rule, starts, zone, enabled, lead_minutes) '
                 "VALUES (21, 1, 1, 'check-in', 0, 'FREQ=WEEKLY', ?, '', 1, 0)", starts.strftime('%Y-%m-%dT%H:%M:%S'))


def check_main_window(script, desktop, app, notices):
    with script.step('the keys close the window, and take the notification off the screen'):
        notices.wait(1)
        open_board(desktop, app)
        app.type('What Happened', WORDS)
        leave(app)
        wait_for(notices.withdrawn, 'the notification to be withdrawn')
    with script.step('what was typed is nowhere to be read on the disk'):
        assert not words_on_disk(desktop.home, ['gramophone'])
    with script.step('the next start shows a neutral page, and goes on to Today, not to the last page'):
        start_again(desktop)
        expect_neutral(app)
        go_on(app)
        assert not app.search('button', 'Raise an Issue')
        assert app.find('button', 'Together').is_on()
    with script.step('what was typed waits in its author’s seat, behind the passphrase'):
        open_board(desktop, app)
        wait_for(lambda: app.find('text', 'What Happened').editable().text == WORDS, 'the draft')


def check_other_windows(script, desktop, app):
    for name, keys in (('Preferences', 'ctrl+comma'), ('Help', 'F1')):
        with script.step(f'from {name} the keys close everything, too'):
            app.keys(keys)
            app.find_window(name)
            leave(app)
            start_again(desktop)
            expect_neutral(app)
            go_on(app)
    with script.step('and from a dialog that asks for a passphrase'):
        app.press('button', 'Ana')
        app.find_window('Take a Seat')
        app.find('text', 'Passphrase')
        leave(app)
    with script.step('and where a menu is open, which has the keys for itself'):
        start_again(desktop)
        expect_neutral(app)
        go_on(app)
        app.keys('F10')
        wait_for(lambda: any(node.has('focused') for node in app.walk() if node.role == 'menu item'), 'the menu to open')
        leave(app)
    with script.step('a start after the program itself was ended is neutral, too, and only the first one'):
        app.process.terminate()
        app.wait_for_end()
        app = desktop.launch()
        expect_neutral(app)
        go_on(app)
        app.stop()
        app = desktop.launch()
        app.find('list item', 'Today')
        assert not app.search('button', 'Continue')
    return app


def main():
    skip_without_mocks()
    with Desktop('io.github.reknit.Reknit', size=(1300, 1400), settings=couple.WIDE) as desktop, \
            Script('Quick exit', desktop) as script:
        check_first_run(script, desktop)
        notices = Notifications(desktop)
        make_couple(desktop)
        app = desktop.launch()
        check_main_window(script, desktop, app, notices)
        app = check_other_windows(script, desktop, app)
        with script.step('and from a window over the first one'):
            app.keys('ctrl+comma')
            app.find_window('Preferences')
            leave(app)
        with script.step('the libraries had nothing to complain about'):
            app.stop()


if __name__ == '__main__':
    main()
