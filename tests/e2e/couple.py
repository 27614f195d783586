"""A couple that has set up: the steps that many scripts begin with, and a look into the store from outside."""

import os
import re
import sqlite3

from harness import look, wait_for

WELCOME = 'Two People, One Quiet Place'
PASSPHRASES = 'What Is Yours Alone'
# Wide enough for all three seats to stand in the header bar.
WIDE = '\n[io/github/reknit/Reknit]\nwindow-width=1260\n'
CODE = re.compile('^[0-9A-Z]{5}(-[0-9A-Z]{5}){5}$')


def begin(app, first='Ada', second='Ben'):
    """The first run as far as the passphrases. SECOND is None for somebody who begins alone."""
    app.find('heading', WELCOME)
    app.press(name='Continue')
    app.find('progress bar', 'Step 2 of 5')
    app.press(name='Continue')
    app.find('heading', 'Who Are You?')
    app.type('Your Name', first)
    if second is None:
        app.toggle('I Begin Alone', role='check box')
    else:
        app.type('Your Partner’s Name', second)
    app.press(name='Continue')
    app.find('heading', 'When Will You Check In?')
    app.press(name='Continue')
    app.find('heading', PASSPHRASES)


def set_passphrase(app, name, passphrase):
    """Seal what is NAME's alone. Returns the recovery code, which is shown once."""
    app.press(name=f'Set a passphrase for {name}')
    app.type('New Passphrase', passphrase)
    app.type('New Passphrase Again', passphrase)
    app.press(name='Seal')
    app.find('label', 'Your Recovery Code')
    code = app.find('label', CODE).name
    dialog = app.dialog('Passphrase')
    dialog.press(name='Done')
    dialog.wait_until_gone()
    app.find('button', f'Change the passphrase of {name}')
    return code


def finish(app):
    """From the passphrases to Today."""
    app.press(name='Begin')
    app.has_none('heading', PASSPHRASES)
    app.find('list item', 'Today')


def settle(app, first='Ada', second='Ben'):
    """The whole first run, without passphrases."""
    begin(app, first, second)
    finish(app)


def look_for_seat(app, name):
    """The seat's button, or None. Before GTK 4.10 it is in the tree also where a narrow header bar has folded it into a menu."""
    app.check_alive()
    app.accessible.clear_cache()
    return look(lambda: next((node for node in app.walk() if node.matches('button', name) and node.actions()), None))


def find_folded(app):
    """The menu that a narrow header bar has folded the seats into. Before GTK 4.10 the buttons in its place do as well; later
    versions leave out what is not shown, and with it the items while the menu is closed."""
    return next((node for node in app.search('button', 'Seat') if node.actions()), None) if app.tells_hidden else None


def find_seat(app, name):
    return wait_for(lambda: look_for_seat(app, name), f'the seat of {name}')


def sits(app, name):
    menu = find_folded(app)
    seat = menu or look_for_seat(app, name)
    return bool(seat) and (seat.description == name if menu else seat.is_on())


def wait_for_seat(app, name):
    wait_for(lambda: sits(app, name), f'{name} to sit')


def take_seat(app, name, passphrase=None):
    """Sit down as NAME, or as 'Together'."""
    menu = find_folded(app)
    if menu:
        menu.press()
        app.press('menu item', name)
    else:
        find_seat(app, name).press()
    if passphrase is not None:
        dialog = app.dialog('Take a Seat')
        dialog.type('Passphrase', passphrase)
        dialog.press(name='Sit Down')
        dialog.wait_until_gone(30)
    wait_for_seat(app, name)


def store_path(desktop):
    return os.path.join(desktop.data_home, 'reknit', 'reknit.db')


def query(desktop, sql, *values):
    """Ask the store from outside, or write to it, as another process does."""
    connection = sqlite3.connect(store_path(desktop), timeout=10)
    try:
        with connection:
            return connection.execute(sql, values).fetchall()
    finally:
        connection.close()
