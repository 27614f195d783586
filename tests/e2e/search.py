#!/usr/bin/python3
"""Search finds what both may read from every seat, and what is private only in its author's. The second argument is the
program that makes a store."""

import re
import subprocess
import sys

import couple
from harness import PROGRAM, Desktop, Script

PASSPHRASE = 'seven quiet herons at dawn'
WIDER = '\n[io/github/reknit/Reknit]\nwindow-width=1460\n'
SHARED = 'Gramophone in the hall'
FOUND = re.compile('^' + SHARED)
PRIVATE = re.compile('gramophone is silent')


def search(app):
    app.keys('ctrl+f')
    app.find('label', 'Find a Thing Again')
    app.keys('ctrl+a')
    app.write('gramophone')


def write(desktop, app):
    couple.take_seat(app, 'Ana', PASSPHRASE)
    subprocess.run([PROGRAM, '--page=address-issues'], env=desktop.environment, check=True, timeout=20)
    app.press(name='Raise an Issue')
    app.type('What Happened', 'It plays at night.')
    app.press('button', 'Anger')
    app.press('button', 'annoyed')
    app.type('What I Need', 'Some quiet.')
    app.type('A Short Title', SHARED)
    app.press(name='Put on the Board')
    app.find('button', SHARED)
    subprocess.run([PROGRAM, '--page=express-feelings'], env=desktop.environment, check=True, timeout=20)
    app.press('button', 'Note a Feeling')
    app.press('button', 'Sadness')
    app.press('button', 'lonely')
    app.type('When…', 'the gramophone is silent')
    app.press(name='Keep for Me')
    app.find('button', PRIVATE)


def main():
    with Desktop(size=(1500, 1400), settings=WIDER) as desktop, Script('Search', desktop) as script:
        subprocess.run([sys.argv[2], couple.store_path(desktop), PASSPHRASE], check=True, timeout=30)
        app = desktop.launch()
        app.find('list item', 'Today')
        write(desktop, app)
        with script.step('its author finds both, each with its kind and day'):
            search(app)
            app.find('label', FOUND)
            app.find('label', re.compile('^Issue · .*oday'))
            app.find('label', PRIVATE)
            app.find('label', re.compile('^Feeling · .*oday'))
        for seat, passphrase in (('Ben', PASSPHRASE), ('Together', None)):
            with script.step(f'{seat}: what is shared is found, and nothing else'):
                couple.take_seat(app, seat, passphrase)
                search(app)
                app.find('label', FOUND)
                assert not app.search(None, PRIVATE)
        with script.step('the libraries had nothing to complain about'):
            app.stop()


if __name__ == '__main__':
    main()
