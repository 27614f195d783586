#!/usr/bin/python3
"""A whole talk in the listening room: about an issue of the board, with a break in which the program is closed."""

import re
import subprocess

from gi.repository import Gio, GLib

import couple
from harness import PROGRAM, Desktop, Script, wait_for

SHARED_ISSUE = """INSERT INTO issue (id, created, modified, author, shared, title, kind, state)
                  SELECT 4711, 1, 1, id, 1, 'The dishes', 'solvable', 'to-talk' FROM partner WHERE position = 1"""


def open_room(desktop):
    subprocess.run([PROGRAM, '--page=active-listening'], env=desktop.environment, check=True, timeout=20)


def talk_over(desktop, issue):
    """What the button of an issue does, and a link from anywhere."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    subject = GLib.Variant('(ssx)', ('active-listening', 'issue', issue))
    bus.call_sync('io.github.reknit.Reknit', '/io/github/reknit/Reknit', 'org.freedesktop.Application', 'ActivateAction',
                  GLib.Variant('(sava{sv})', ('open-subject', [subject], {})), None, 0, -1, None)


def check_beginning(script, app, desktop):
    with script.step('the topic comes from the issue board'):
        talk_over(desktop, 4711)
        wait_for(lambda: app.find('check box', 'The dishes').is_on(), 'the issue to be chosen')
        app.set_value('Minutes for each turn', 2, 'spin button')
        app.press(name='Begin the Talk')
    with script.step('without ground rules there is a kind hint'):
        app.find('heading', 'Before You Begin')
        app.press(name='Begin Without')
        app.find('label', 'Say one or two things, and speak of yourself.')
    with script.step('the clock runs'):
        app.press(name='Start the Clock')
        app.find('button', 'Hold the Clock')
        app.find(None, re.compile('^(2 minutes|1 minute) left$'))
    with script.step('what was heard is said back'):
        app.press(name='I Have Said It')
        app.type('What I heard (you need not write it)', 'The sink is yours alone.')


def check_break(script, app, desktop):
    with script.step('flooded, they agree on a break'):
        app.press(name='Pause')
        app.find('heading', 'Take a Break')
        app.press(name='Begin the Break')
        app.find('heading', 'A Break')
        app.find('label', re.compile('in 20 minutes'))
    with script.step('a reminder will call both back'):
        (kind, begun, back), = couple.query(desktop, 'SELECT r.kind, t.modified, t.back_at FROM reminder r '
                                                     'JOIN talk t ON t.id = r.subject')
        assert kind == 'talk-break' and abs(back - begun - 1200) <= 2, (kind, back - begun)
    with script.step('the program ends'):
        app.stop()


def check_return(script, app):
    with script.step('back again, the talk stands where it stopped'):
        app.find('heading', 'The dishes')
        app.find('label', re.compile('^On a break'))
        app.press(name='Go On')
        app.press(name='We Are Both Back Already')
        app.find('label', 'Say back what you heard, in your own words.')
        field = app.find('text', 'What I heard (you need not write it)')
        wait_for(lambda: 'The sink is yours alone.' in [node.text for node in field.walk()], 'what was typed')


def check_end(script, app, desktop):
    with script.step('the speaker corrects, and then confirms'):
        app.press(name='Did I Get It?')
        app.find('label', '“The sink is yours alone.”')
        app.type('What I meant, if something is missing', 'The whole kitchen is.')
        app.press(name='Not Quite: Once More')
        app.find('label', '“The whole kitchen is.”')
        app.press(name='Did I Get It?')
        app.press(name='Yes, That Is It')
    with script.step('the floor passes'):
        app.press(name='Swap Places')
        app.find('button', 'Start the Clock')
        for name in ('I Have Said It', 'Did I Get It?', 'Yes, That Is It', 'Bring the Talk to an End'):
            app.press(name=name)
    with script.step('each takes one thing away'):
        app.find('heading', 'One Thing Each')
        app.type('Ada takes away', 'You had not seen it.')
        app.type('Ben takes away', 'I cook, and I clean up.')
        app.press(name='End the Talk')
        app.find('label', 'I cook, and I clean up.')
    with script.step('the issue is set to talked over'):
        app.press(name='Mark as Talked Over')
        wait_for(lambda: couple.query(desktop, 'SELECT state FROM issue') == [('talked',)], 'the state of the issue')
        (turns, pauses, ended), = couple.query(desktop, 'SELECT (SELECT count(*) FROM talk_turn), (SELECT count(*) FROM '
                                                        'talk_pause), ended FROM talk')
        assert (turns, pauses) == (2, 1) and ended, (turns, pauses, ended)


def main():
    with Desktop() as desktop, Script('The listening room', desktop) as script:
        app = desktop.launch()
        with script.step('the two set up'):
            couple.settle(app)
            couple.query(desktop, SHARED_ISSUE)
            open_room(desktop)
        check_beginning(script, app, desktop)
        check_break(script, app, desktop)
        app = desktop.launch('--page=active-listening')
        check_return(script, app)
        check_end(script, app, desktop)
        with script.step('nothing was complained about'):
            app.stop()


if __name__ == '__main__':
    main()
