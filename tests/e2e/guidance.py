#!/usr/bin/python3
"""Guidance is one press away on a practice whose tool is there, and one press takes it out of the way again."""

import re
import subprocess

from harness import PROGRAM, Desktop, Script, wait_for


def main():
    with Desktop() as desktop, Script('Guidance', desktop) as script:
        with script.step('a practice opens with its tool'):
            app = desktop.launch('--demo', '--page=address-issues')
            app.find('button', 'Raise an Issue')
        with script.step('its guidance can be asked for'):
            button = app.find('button', 'How It Works')
            assert button.has('sensitive')
            assert not button.has('pressed')
            button.press()
            wait_for(lambda: button.has('pressed'), 'the guidance to be out')
            app.find(None, 'When It Goes Wrong')
        with script.step('and put away'):
            app.press('button', 'Close the Guidance')
            wait_for(lambda: not button.has('pressed'), 'the guidance to be away')
        with script.step('where the tool is not there yet, the page says that it tells of something to come'):
            subprocess.run([PROGRAM, '--demo', '--page=apologize'], env=desktop.environment, check=True, timeout=20)
            app.find('label', re.compile('^The tool that is told of here is still being built'))
            app.find('label', 'Step by Step')
            assert not app.search('button', 'How It Works')
        with script.step('without a complaint'):
            assert not app.complaints, app.complaints
            app.stop()


if __name__ == '__main__':
    main()
