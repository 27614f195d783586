#!/usr/bin/python3
"""A private feeling is in its author's seat and nowhere else: not in the other, not in *together*, not in the bytes of
the data folder. Shared, it is read and answered."""

import subprocess

import couple
from harness import PROGRAM, Desktop, Script, words_on_disk

PASSPHRASE = 'seven quiet herons at dawn'
SENTENCE = 'I feel lonely when the gramophone is silent.'
WORDS = ['gramophone', 'lonely']


def open_page(desktop, page):
    subprocess.run([PROGRAM, f'--page={page}'], env=desktop.environment, check=True, timeout=20)


def note(script, desktop, app):
    with script.step('a feeling is noted, and the sentence grows with it'):
        open_page(desktop, 'express-feelings')
        couple.take_seat(app, 'Ada', PASSPHRASE)
        app.press('button', 'Note a Feeling')
        app.press('button', 'Sadness')
        app.press('button', 'lonely')
        app.find(None, 'I feel lonely.')
        app.type('When…', 'the gramophone is silent')
        app.find(None, SENTENCE)
        app.press(name='Keep for Me')
        app.find('button', SENTENCE)
    with script.step('its words are not in the bytes of the data folder'):
        assert words_on_disk(desktop.data_home, WORDS) == [], words_on_disk(desktop.data_home, WORDS)
    with script.step('it is in no other seat'):
        couple.take_seat(app, 'Ben')
        app.find('label', 'How Is It for You?')
        assert not app.search('button', SENTENCE)
        couple.take_seat(app, 'Together')
        app.find('label', 'Take Your Seat First')
        assert not app.search(None, SENTENCE)


def share(script, desktop, app):
    with script.step('shared, it is read in the other seat and answered'):
        couple.take_seat(app, 'Ada', PASSPHRASE)
        app.press('button', SENTENCE)
        app.press(name='Share With Ben')
        app.find('button', 'Take Back')
        couple.take_seat(app, 'Ben')
        app.press('button', SENTENCE)
        app.press(name='I Hear You')
        app.type('What I Heard', 'You miss our music.')
        app.press(name='I Hear You')
        app.find('label', 'You miss our music.')
    with script.step('its author reads the answer'):
        couple.take_seat(app, 'Ada', PASSPHRASE)
        app.press('button', SENTENCE)
        app.find('label', 'You miss our music.')


def main():
    with Desktop(size=(1300, 1400), settings=couple.WIDE) as desktop, Script('Feelings', desktop) as script:
        app = desktop.launch()
        couple.begin(app)
        couple.set_passphrase(app, 'Ada', PASSPHRASE)
        couple.finish(app)
        note(script, desktop, app)
        share(script, desktop, app)
        with script.step('the libraries had nothing to complain about'):
            app.stop()


if __name__ == '__main__':
    main()
