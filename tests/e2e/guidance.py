#!/usr/bin/python3
"""Guidance is one press away on a practice whose tool is there, and one press takes it out of the way again."""

from harness import Desktop, Script, wait_for


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
        with script.step('without a complaint'):
            assert not app.complaints, app.complaints
            app.stop()


if __name__ == '__main__':
    main()
