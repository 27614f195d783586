#!/usr/bin/python3
"""The two agree on ground rules: write, order, propose, sign from both seats; change them, and sign again."""

import re
import subprocess

import couple
from harness import PROGRAM, Desktop, Script, look, wait_for

LATEST = 'SELECT max(number) FROM agreement_revision'
RULES = ('SELECT r.body FROM agreement_rule r JOIN agreement_revision v ON v.id = r.revision '
         'WHERE v.number = ? ORDER BY r.position')
SIGNED = ('SELECT p.name FROM signature s JOIN partner p ON p.id = s.partner JOIN agreement_revision v ON v.id = s.revision '
          'WHERE v.number = ? ORDER BY s.id')


def rules(desktop, number):
    return [body for body, in couple.query(desktop, RULES, number)]


def signed(desktop, number):
    return [name for name, in couple.query(desktop, SIGNED, number)]


def focused(app):
    app.accessible.clear_cache()
    return look(lambda: [node.name for node in app.walk() if node.has('focused')])


def sign(script, app, desktop, name, number, signatures):
    with script.step(f'{name} signs version {number} from their own seat'):
        app.press(name=f'Take {name}’s Seat to Sign')
        app.press(name=f'Sign as {name}')
        wait_for(lambda: signed(desktop, number) == signatures, f'the signature of {name}')


def check_first_rules(script, app, desktop):
    with script.step('rules begin with a suggestion and with words of one’s own'):
        app.find('heading', 'No Rules Yet')
        assert not app.find('button', 'Propose These Rules').has('sensitive')
        app.press(name='Take: We stay with one topic until we both say it is enough for now.')
        app.press(name='Write Your Own')
        app.type('Rule 2', 'No hard talks after ten.')
    with script.step('a rule moves by the keyboard'):
        app.press(name='Write Your Own')
        wait_for(lambda: app.find('text', 'Rule 3').has('focused'), 'the new rule to have the cursor')
        app.write('Phones stay away.')
        app.keys('alt+Up', 'alt+Up')
        wait_for(lambda: app.find('text', 'Rule 1').text == 'Phones stay away.', 'the rule to be the first')
    with script.step('the menu of a rule gives the focus back to where it was opened'):
        app.press('button', 'Options for Rule 2')
        wait_for(lambda: focused(app) == ['Move Up'], 'the menu to have the focus')
        app.keys('Escape')
        wait_for(lambda: focused(app) == ['Options for Rule 2'], 'the button of the menu to have the focus')
    with script.step('they are proposed, and say who has to sign'):
        app.press(name='Propose These Rules')
        app.find('label', 'Ada and Ben still have to sign.')
        assert rules(desktop, 1)[0] == 'Phones stay away.' and len(rules(desktop, 1)) == 3, rules(desktop, 1)
        assert not signed(desktop, 1)
    sign(script, app, desktop, 'Ada', 1, ['Ada'])
    with script.step('one signature is not enough'):
        app.find('label', 'Ben still has to sign.')
    sign(script, app, desktop, 'Ben', 1, ['Ada', 'Ben'])
    with script.step('with two they hold'):
        app.has_none('button', 'Take the Proposal Back')
        app.find('label', re.compile('^Signed on '))


def check_change(script, app, desktop):
    with script.step('a change is proposed from one’s own seat'):
        app.press(name='Change…')
        app.type('Rule 3', 'No hard talks after nine.')
        app.press(name='Propose These Rules')
        app.find('heading', 'Proposed Change')
        app.find('label', 'Ada and Ben still have to sign.')
    with script.step('what holds stays readable meanwhile, with its signatures'):
        app.find('label', 'These hold until both of you have signed the change.')
        app.find('label', 'Taken out')
        assert signed(desktop, 1) == ['Ada', 'Ben'] and not signed(desktop, 2)
    with script.step('Ben, who sits here, signs'):
        app.press(name='Sign as Ben')
        app.find('label', 'Ada still has to sign.')
    with script.step('a signature can be undone and done again'):
        app.keys('ctrl+z')
        app.find('label', 'Ada and Ben still have to sign.')
        app.press(name='Sign as Ben')
        app.find('label', 'Ada still has to sign.')
    sign(script, app, desktop, 'Ada', 2, ['Ben', 'Ada'])
    with script.step('the change holds, and both versions are kept'):
        app.has_none('heading', 'Proposed Change')
        app.find('list item', 'Version 1')
        app.find('list item', 'Version 2')
        assert rules(desktop, 1)[2] == 'No hard talks after ten.'
        assert rules(desktop, 2)[2] == 'No hard talks after nine.'


def main():
    with Desktop() as desktop, Script('Ground rules', desktop) as script:
        app = desktop.launch()
        with script.step('the two set up'):
            couple.settle(app)
            subprocess.run([PROGRAM, '--page=ground-rules'], env=desktop.environment, check=True, timeout=20)
        check_first_rules(script, app, desktop)
        check_change(script, app, desktop)
        with script.step('nothing was complained about'):
            app.stop()


if __name__ == '__main__':
    main()
