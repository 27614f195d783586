#!/usr/bin/python3
"""What people type when they are not careful, or when something interrupts them: told at its place, and nothing lost."""

import re
import signal
import subprocess

import couple
from harness import PROGRAM, Atspi, Desktop, Script, end, wait_for, words_on_disk

ADA = 'A 🚀'
BEN = 'בן'
PASSPHRASES = {ADA: 'seven quiet herons at dawn', BEN: 'copper rain on warm slate'}
SECRET = 'The blue lantern was mine.'


def open_board(desktop):
    subprocess.run([PROGRAM, '--page=address-issues'], env=desktop.environment, check=True, timeout=20)


def try_names(script, app):
    def offer(first, second, complaint):
        app.type('Your Name', first)
        app.type('Your Partner’s Name', second)
        app.press(name='Continue')
        app.find('label', re.compile(complaint))
        app.find('heading', 'Who Are You?')

    app.find('heading', couple.WELCOME)
    app.press(name='Continue')
    app.find('progress bar', 'Step 2 of 5')
    app.press(name='Continue')
    app.find('heading', 'Who Are You?')
    with script.step('an empty name is told, also one of nothing but blanks and invisible letters'):
        offer('', 'Ben', '^A name is missing')
        offer(' \t\u200b\u200d\ufeff ', 'Ben', '^A name is missing')
    with script.step('a name of 500 letters is told, and stays to be shortened'):
        offer('x' * 500, 'Ben', '^This name has 500 letters')
        assert app.find('text', 'Your Name').editable().text == 'x' * 500
    with script.step('two of one name are told, however it is written'):
        offer('Ada', ' \u200bADA ', '^You are both called')
    with script.step('a picture and a name from right to left are names like any other'):
        app.type('Your Name', f'  {ADA} ')
        app.type('Your Partner’s Name', BEN)
        app.press(name='Continue')
        app.find('heading', 'When Will You Check In?')
        app.press(name='Continue')
        app.find('heading', couple.PASSPHRASES)
        app.find('button', f'Set a passphrase for {ADA}')


def try_passphrases(script, app):
    with script.step('a weak passphrase and a mistyped one are told before they are set'):
        app.press(name=f'Set a passphrase for {ADA}')
        app.type('New Passphrase', 'abc')
        app.find('label', re.compile('^Short: easy to find'))
        app.type('New Passphrase', PASSPHRASES[ADA])
        app.find('label', re.compile('^(Strong|Fair)'))
        app.type('New Passphrase Again', PASSPHRASES[ADA].replace('quiet', 'quite'))
        app.find('label', 'The two are not the same.')
        assert not app.find('button', 'Seal').has('sensitive')
        dialog = app.dialog('Passphrase')
        dialog.press(name='Cancel')
        dialog.wait_until_gone()
    codes = {name: couple.set_passphrase(app, name, passphrase) for name, passphrase in PASSPHRASES.items()}
    couple.finish(app)
    with script.step('a slip in the recovery code is told as one, and a whole code that opens something else as that'):
        couple.find_seat(app, ADA).press()
        app.press(name='Use the Recovery Code')
        slipped = codes[ADA][:-1] + ('0' if codes[ADA][-1] != '0' else '1')
        for code, complaint in ((slipped, 'There is a slip in the recovery code'), (codes[BEN], 'belongs to another')):
            app.type('Recovery Code', code)
            app.press(name='Sit Down')
            app.find('label', re.compile(complaint), timeout=30)
        dialog = app.dialog('Take a Seat')
        dialog.press(name='Cancel')
        dialog.wait_until_gone()
        couple.wait_for_seat(app, 'Together')


def try_megabyte(script, desktop, app):
    with script.step('a quarter of a megabyte pasted into a text is refused in words, and what stood there stays'):
        couple.take_seat(app, ADA, PASSPHRASES[ADA])
        open_board(desktop)
        app.press(name='Raise an Issue')
        app.type('What Happened', SECRET)
        paste_much(desktop, app)
        assert app.find('text', 'What Happened').text == SECRET
    with script.step('a whole one, which comes in pieces if at all, is told, whatever becomes of it'):
        app.type('What Happened', SECRET + '.')
        app.has_none('label', re.compile(COMPLAINTS))
        app.type('What Happened', SECRET)
        paste_much(desktop, app, 2 ** 20)
        assert app.find('text', 'What Happened').text == SECRET
    with script.step('so is one from a program that is busy with something else'):
        app.type('What Happened', SECRET + '.')
        app.has_none('label', re.compile(COMPLAINTS))
        app.type('What Happened', SECRET)
        paste_from_sleeper(desktop, app)
        assert app.find('text', 'What Happened').text == SECRET
    with script.step('so is one that another way of input brings'):
        app.type('What Happened', SECRET + '.')
        app.has_none('label', re.compile('^That is too much to put here'))
        app.type('What Happened', SECRET)
        insert_megabyte(app)
        assert app.find('text', 'What Happened').text == SECRET
    with script.step('the program answers meanwhile, and goes on'):
        app.type('What I Need', 'Light.')


COMPLAINTS = '^(That is too much to put here|What was copied could not be read)'
CLIPBOARD = '''
import sys
import gi
gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GLib, GObject, Gtk
Gtk.init()
value = GObject.Value(str, ('lorem ipsum ' * 90000)[:int(sys.argv[1])])
Gdk.Display.get_default().get_clipboard().set_content(Gdk.ContentProvider.new_for_value(value))
print('set', flush=True)
GLib.MainLoop().run()
'''


def insert_megabyte(app):
    editable = app.find('text', 'What Happened').editable().accessible.get_editable_text_iface()
    text = 'lorem ipsum\n' * (2 ** 20 // 12)
    Atspi.EditableText.insert_text(editable, 0, text, len(text))
    app.find('label', re.compile('^That is too much to put here'))


def copy(desktop, size):
    """A text on the clipboard of another program."""
    log = f'clipboard-{len(desktop.processes)}'
    other = desktop.start(['/usr/bin/python3', '-c', CLIPBOARD, str(size)], log=log)
    wait_for(lambda: 'set' in desktop.log(log), 'the clipboard')
    return other


def paste_much(desktop, app, size=240000):
    """By the keys for it. X hands over a quarter of a megabyte in one piece, and more in several."""
    other = copy(desktop, size)
    app.keys('ctrl+v')
    app.find('label', re.compile(COMPLAINTS))
    end(other)


def paste_from_sleeper(desktop, app):
    other = copy(desktop, 100)
    other.send_signal(signal.SIGSTOP)
    app.keys('ctrl+v')
    app.find('label', re.compile('^What was copied could not be read'))
    other.send_signal(signal.SIGCONT)
    end(other)


def try_drafts(script, desktop, app):
    with script.step('what is typed and not saved when the seat locks leaves the screen'):
        app.keys('ctrl+l')
        couple.wait_for_seat(app, 'Together')
        assert SECRET not in app.tree()
    with script.step('it stands nowhere on the disk that somebody else could read'):
        assert not words_on_disk(desktop.home, [SECRET, 'blue lantern'])
    with script.step('it is not in the other seat'):
        couple.take_seat(app, BEN, PASSPHRASES[BEN])
        app.press(name='Raise an Issue')
        assert app.find('text', 'What Happened').text == ''
        assert SECRET not in app.tree()
    with script.step('it comes back to its author'):
        couple.take_seat(app, ADA, PASSPHRASES[ADA])
        app.press(name='Raise an Issue')
        wait_for(lambda: app.find('text', 'What Happened').text == SECRET, 'the draft')
    with script.step('what is typed when the window closes is kept, and can not be read on the disk'):
        app.type('My Own Part', 'I took the ladder away.')
        app.close_window()
        app.has_none('window')
        app.kill()
        assert not words_on_disk(desktop.home, [SECRET, 'took the ladder'])


def start_again(script, desktop):
    with script.step('it is there at the next start'):
        app = desktop.launch('--page=address-issues')
        couple.take_seat(app, ADA, PASSPHRASES[ADA])
        app.press(name='Raise an Issue')
        wait_for(lambda: app.find('text', 'My Own Part').text == 'I took the ladder away.', 'the draft')
        assert app.find('text', 'What Happened').text == SECRET
    return app


def try_undo(script, desktop, app):
    with script.step('a deletion is undone and done again, and found by nobody in between'):
        app.type('A Short Title', 'Lantern')
        app.press(name='Put on the Board')
        app.press('button', 'Lantern')
        app.press(name='Delete Issue')
        app.has_none('button', 'Lantern')
        app.keys('ctrl+z')
        app.find('button', 'Lantern')
        app.find('window', 'Reknit').press(action='win.redo')
        app.has_none('button', 'Lantern')
        assert couple.query(desktop, 'SELECT count (*) FROM issue') == [(0,)]
        app.find('window', 'Reknit').press(action='win.undo')
        app.find('button', 'Lantern')
        assert couple.query(desktop, 'SELECT count (*) FROM draft') == [(0,)]


def main():
    with Desktop(size=(1300, 1400), settings=couple.WIDE + 'window-height=1300\n') as desktop, \
            Script('Bad input', desktop) as script:
        app = desktop.launch()
        try_names(script, app)
        try_passphrases(script, app)
        try_megabyte(script, desktop, app)
        try_drafts(script, desktop, app)
        app = start_again(script, desktop)
        try_undo(script, desktop, app)
        with script.step('the libraries had nothing to complain about'):
            app.stop()


if __name__ == '__main__':
    main()
