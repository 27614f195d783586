#!/usr/bin/python3
"""A whole check-in from both seats, each with a passphrase: alone, revealed together, agenda, next steps, history."""

import subprocess
import sys
from pathlib import Path

from harness import Desktop, Script, words_on_disk

SEED = sys.argv[2]
PASSPHRASE = 'seven quiet lanterns'
ANA = ['lentils by candlelight', 'a walk along the canal', 'your patience on Tuesday']
BEN = ['nobody slammed a door', 'an early night together', 'the soup you brought']


def take_seat(app, name):
    app.press('button', f'I Am {name}')
    unlock(app)


def unlock(app):
    app.type('Passphrase', PASSPHRASE)
    app.press('button', 'Sit Down')


def answer_alone(app, other, words, closeness):
    app.type(f'What you appreciate about {other}', words[2])
    app.press('button', 'Continue')
    app.press('button', f'Closeness: {closeness} of 10')
    app.press('button', 'Continue')
    app.type('One thing that went well', words[0])
    app.type('One wish', words[1])
    app.press('button', 'Continue')
    app.press('button', 'I’m Ready to Reveal')


def main():
    with Desktop() as desktop, Script('Check-in', desktop) as script:
        data = Path(desktop.data_home) / 'reknit'
        subprocess.run([SEED, str(data / 'reknit.db'), PASSPHRASE], env=desktop.environment, check=True)
        with script.step('a check-in can be started'):
            app = desktop.launch('--page=regular-check-ins')
            app.press('button', 'Start Now')
            app.find(None, 'Begin with Something Good')
            app.press('button', 'Continue')
            app.find(None, 'Who Begins?')
        with script.step('Ana answers in her own seat'):
            take_seat(app, 'Ana')
            answer_alone(app, 'Ben', ANA, 7)
            app.find(None, 'Thank You, Ana')
        with script.step('a check-in that was begun survives the window and the program'):
            app.stop()
            app = desktop.launch('--page=regular-check-ins')
            app.press('button', 'Go On')
            app.find(None, 'Now Ben')
        with script.step('Ben sees nothing of it, and neither does the disk'):
            take_seat(app, 'Ben')
            app.find(None, 'Something You Appreciate')
            for word in ANA:
                assert not app.search(None, word), word
            assert not words_on_disk(data, ANA), words_on_disk(data, ANA)
        with script.step('Ben answers, and Ana’s key is asked for at the reveal'):
            answer_alone(app, 'Ana', BEN, 4)
            app.find(None, 'Both of You Are Ready')
            assert not words_on_disk(data, ANA + BEN)
            app.press('button', 'Sit Down Together')
            app.press('button', 'Reveal')
            app.find(None, 'Ana, Your Key Is Needed')
            app.type('Passphrase', PASSPHRASE)
            app.press('button', 'Open My Answers')
        with script.step('both answers lie side by side'):
            app.find(None, 'What You Said')
            for word in ANA + BEN:
                app.find('label', word)
            app.find(None, 'Ana, Closeness: 7 of 10')
            app.find(None, 'Ben, Closeness: 4 of 10')
            app.press('button', 'Continue')
        with script.step('something is put on the agenda and talked about'):
            app.type('Something to come to', 'Where we spend Christmas')
            app.press('button', 'Add')
            app.press('button', 'Talked About')
            app.find('label', 'Nothing else is on the agenda.')
            app.press('button', 'Continue')
        with script.step('each chooses a small step'):
            app.type('What Ana will do', 'Ring the garage')
            app.press('button', 'An idea for Ben')
            app.press('button', 'Continue')
            app.find(None, 'Thank You Both')
            app.press('button', 'Close the Check-in')
        with script.step('history and the next check-in know of it'):
            app.find(None, 'Your Small Steps')
            app.find(None, 'Ring the garage')
            app.find(None, 'Looking Back')
            app.press('button', 'Start Now')
            app.find(None, 'Your Steps from Last Time')
        with script.step('the program ends in peace'):
            app.stop()


if __name__ == '__main__':
    main()
