#!/usr/bin/python3
"""The first run, step by step, with passphrases; then the second start, which asks for nothing that was said."""

import re
import stat
import subprocess
from pathlib import Path

import couple
from harness import Desktop, Script, poll, words_on_disk
from Xlib import X, display

APPLICATION = 'io.github.reknit.Reknit'
PASSPHRASE = 'seven quiet herons at dawn'


def permissions(path):
    return stat.S_IMODE(path.stat().st_mode)


def has_icon(window):
    """Whether WINDOW or one within it carries an icon, as X11's task bars want it."""
    name = window.display.get_atom('_NET_WM_ICON')
    return window.get_full_property(name, X.AnyPropertyType) is not None or any(map(has_icon, window.query_tree().children))


def check_icon(desktop):
    screen = display.Display(desktop.environment['DISPLAY']).screen()
    poll(lambda: has_icon(screen.root), what='the icon of the window')


def check_steps(script, app):
    with script.step('it says what Reknit is'):
        app.find('heading', couple.WELCOME)
        app.find('label', re.compile('never connects to the internet'))
        app.find('button', 'Skip')
        app.press(name='Continue')
    with script.step('the launcher’s check-in does not lead past it'):
        subprocess.run(['gapplication', 'action', APPLICATION, 'start-check-in'], env=app.desktop.environment, check=True)
        app.find('progress bar', 'Step 2 of 5')
    with script.step('it says for whom it is not, and offers to look'):
        app.find('progress bar', 'Step 2 of 5')
        app.find('label', re.compile('watched and controlled'))
        app.find('button', 'Are We Safe to Do This?')
        app.press(name='Continue')
    with script.step('it asks for the names, and goes back without forgetting them'):
        app.find('heading', 'Who Are You?')
        app.type('Your Name', 'Ada')
        app.type('Your Partner’s Name', 'Ben')
        app.press(name='Continue')
        app.find('heading', 'When Will You Check In?')
        app.press(name='Back')
        app.find('heading', 'Who Are You?')
        assert app.find('text', 'Your Name').editable().text == 'Ada'
        assert app.find('text', 'Your Partner’s Name').editable().text == 'Ben'
        app.press(name='Continue')
    with script.step('it asks when to check in'):
        app.find('heading', 'When Will You Check In?')
        app.press(name='Continue')
        app.find('heading', couple.PASSPHRASES)


def check_store(desktop):
    names = couple.query(desktop, 'SELECT name, position FROM partner ORDER BY position')
    assert names == [('Ada', 1), ('Ben', 2)], names
    (rule, starts, enabled), = couple.query(desktop, 'SELECT rule, starts, enabled FROM reminder')
    assert rule.startswith('FREQ=WEEKLY') and starts.endswith('T19:00:00') and enabled, (rule, starts)
    folder = Path(desktop.data_home, 'reknit')
    assert permissions(folder) == 0o700, oct(permissions(folder))
    for path in folder.rglob('*'):
        assert permissions(path) == (0o700 if path.is_dir() else 0o600), (path, oct(permissions(path)))


def check_second_start(script, app, code):
    with script.step('the second start asks for nothing'):
        app.find('list item', 'Today')
        assert not app.search('heading', couple.WELCOME)
        app.find('button', 'Ada')
        app.find('button', 'Ben')
    with script.step('a seat without a passphrase is taken at once'):
        couple.take_seat(app, 'Ben')
    with script.step('one with a passphrase asks for it, and does not open for another'):
        app.press('button', 'Ada')
        app.type('Passphrase', PASSPHRASE + 's')
        app.press(name='Sit Down')
        app.find('label', 'This isn’t the passphrase. Try again.', timeout=30)
        assert app.find('button', 'Ben').is_on()
        dialog = app.dialog('Take a Seat')
        dialog.type('Passphrase', PASSPHRASE)
        dialog.press(name='Sit Down')
        dialog.wait_until_gone(30)
        couple.wait_for_seat(app, 'Ada')
    with script.step('together needs no passphrase; the recovery code opens what the passphrase does'):
        couple.take_seat(app, 'Together')
        app.press('button', 'Ada')
        app.press(name='Use the Recovery Code')
        dialog = app.dialog('Take a Seat')
        dialog.type('Recovery Code', code)
        dialog.press(name='Sit Down')
        dialog.wait_until_gone(30)
        couple.wait_for_seat(app, 'Ada')


def main():
    with Desktop(size=(1300, 1400), settings=couple.WIDE + 'window-height=1300\n') as desktop, \
            Script('First run', desktop) as script:
        with script.step('the first start begins with the first run'):
            app = desktop.launch()
        with script.step('its window has an icon'):
            check_icon(desktop)
        check_steps(script, app)
        with script.step('a passphrase is set, and its recovery code shown once'):
            code = couple.set_passphrase(app, 'Ada', PASSPHRASE)
            app.find('label', 'Sealed with a passphrase')
        with script.step('it ends on Today'):
            couple.finish(app)
        with script.step('all that was said is kept, for nobody else to read'):
            check_store(desktop)
        with script.step('neither the passphrase nor the code stands anywhere on the disk'):
            assert not words_on_disk(desktop.home, [PASSPHRASE, code, code.replace('-', '')])
            app.stop()
        app = desktop.launch()
        check_second_start(script, app, code)
        app.stop()


if __name__ == '__main__':
    main()
