#!/usr/bin/python3
"""Seats lock when nobody touches the keyboard, when the machine goes to sleep and when the window closes. What is private
is off the screen then, and what was typed waits, sealed, for its author. The program’s clock is moved on from outside.
The second argument is the program that makes a store."""

import os
import subprocess
import sys

import couple
from harness import PROGRAM, Desktop, Script, faked_clock, look, wait_for, words_on_disk
from services import Logind, skip_without_mocks

PASSPHRASE = 'seven quiet herons at dawn'
PRIVATE = 'I feel lonely when the gramophone is silent.'
TYPED = 'Nobody said a word about the marmalade.'
WRONG = 'This isn’t the passphrase. Try again.'
ONE_MINUTE = '\n[io/github/reknit/Reknit]\nwindow-width=1460\nauto-lock-minutes=uint32 1\n'


class Clock:
    """The program's own clock, which can be moved on while it runs."""

    def __init__(self, desktop):
        self.path = desktop.path('clock')
        self.ahead = 0
        self.forward(0)

    def environment(self):
        return dict(faked_clock(), FAKETIME_TIMESTAMP_FILE=self.path, FAKETIME_NO_CACHE='1')

    def forward(self, seconds):
        self.ahead += seconds
        with open(self.path + '.new', 'w', encoding='ascii') as file:
            file.write(f'+{self.ahead}\n')
        # At once: a program that asks for the time meanwhile must not find an empty file.
        os.replace(file.name, self.path)


def go(desktop, page):
    subprocess.run([PROGRAM, f'--page={page}'], env=desktop.environment, check=True, timeout=20)


def expect_locked(app):
    """Nobody sits, and nothing private is to be read in any widget, also not in one that is only hidden."""
    wait_for(lambda: app.find('button', 'Together').is_on(), 'the seat to be locked')
    app.accessible.clear_cache()
    shown = look(lambda: [node.text for node in app.walk() if node.role in ('text', 'label', 'button', 'list item')])
    for words in ('gramophone', 'marmalade'):
        assert not [text for text in shown if words in text], words


def prepare(script, desktop, app):
    with script.step('a wrong passphrase is told at its place, and opens nothing'):
        go(desktop, 'express-feelings')
        app.press('button', 'Ana')
        app.type('Passphrase', PASSPHRASE + 's')
        app.press(name='Sit Down')
        app.find('label', WRONG, timeout=30)
        app.keys('Escape')
        app.has_none('text', 'Passphrase')
        assert app.find('button', 'Together').is_on()
    couple.take_seat(app, 'Ana', PASSPHRASE)
    app.press('button', 'Note a Feeling')
    app.press('button', 'Sadness')
    app.press('button', 'lonely')
    app.type('When…', 'the gramophone is silent')
    app.press(name='Keep for Me')
    app.find('button', PRIVATE)
    go(desktop, 'address-issues')
    app.press(name='Raise an Issue')
    app.type('What Happened', TYPED)


def come_back(desktop, app):
    """What was typed is there again for its author, and the private feeling as well."""
    couple.take_seat(app, 'Ana', PASSPHRASE)
    go(desktop, 'express-feelings')
    app.find('button', PRIVATE)
    go(desktop, 'address-issues')
    form, button = ('text', 'What Happened'), ('button', 'Raise an Issue')
    if wait_for(lambda: app.check_alive() or app.search(*form) or app.search(*button), 'the board')[0].matches(*button):
        app.press(name='Raise an Issue')
    wait_for(lambda: app.find('text', 'What Happened').editable().text == TYPED, 'the draft')


def check_rest(script, desktop, app, clock):
    with script.step('a seat stays open as long as somebody is at the keyboard, also in a dialog'):
        app.keys('ctrl+comma')
        app.find_window('Preferences')
        # Two of them are more than a minute; what is left is for a slow machine, which is asked much after each key.
        for _ in range(3):
            app.keys('Tab')
            app.search('button')
            clock.forward(32)
        app.search('button')
        assert app.find('button', 'Ana').is_on()
        app.keys('Escape')
        wait_for(lambda: len(app.windows()) == 1, 'Preferences to close')
    with script.step('after a minute of rest it is locked'):
        clock.forward(62)
        expect_locked(app)
    with script.step('the other seat, and both together, read nothing of it'):
        couple.take_seat(app, 'Ben', PASSPHRASE)
        go(desktop, 'express-feelings')
        app.find('label', 'How Is It for You?')
        assert not app.search(None, PRIVATE)
        couple.take_seat(app, 'Together')
        assert not words_on_disk(desktop.data_home, ['gramophone', 'marmalade'])
    with script.step('its author comes back to what was typed'):
        come_back(desktop, app)


def main():
    skip_without_mocks()
    with Desktop('io.github.reknit.Reknit', size=(1500, 1400), settings=ONE_MINUTE) as desktop, \
            Script('Locks', desktop) as script:
        logind, clock = Logind(desktop), Clock(desktop)
        subprocess.run([sys.argv[2], couple.store_path(desktop), PASSPHRASE], check=True, timeout=30)
        app = desktop.launch(environment=clock.environment())
        prepare(script, desktop, app)
        check_rest(script, desktop, app, clock)
        with script.step('when the machine goes to sleep it is locked before'):
            logind.sleep()
            expect_locked(app)
            logind.wake()
            come_back(desktop, app)
        with script.step('when the window is closed it is locked, and what was typed waits'):
            app.close_window()
            app.wait_for_end()
            assert not words_on_disk(desktop.data_home, ['gramophone', 'marmalade'])
            app = desktop.launch(environment=clock.environment())
            app.find('list item', 'Today')
            expect_locked(app)
            come_back(desktop, app)
        with script.step('the libraries had nothing to complain about'):
            app.stop()


if __name__ == '__main__':
    main()
