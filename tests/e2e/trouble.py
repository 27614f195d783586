#!/usr/bin/python3
"""What goes wrong with the file: each has its own page or message, nothing is overwritten, and there is a way on."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import couple
from harness import PROGRAM, Desktop, Script, wait_for

SETTLED = ('INSERT INTO household (id, created, modified, alone, settled) VALUES (1, 1, 1, 0, 1)',
           "INSERT INTO partner (id, created, modified, name, color, position, names_in_notices) VALUES "
           "(11, 1, 1, 'Ada', 'teal', 1, 0), (12, 1, 1, 'Ben', 'amber', 2, 0)")


def folder(desktop):
    return Path(desktop.data_home, 'reknit')


def store(desktop):
    return Path(couple.store_path(desktop))


def contents(desktop):
    """Every file of the data folder with its bytes."""
    return {path.relative_to(folder(desktop)): path.read_bytes() for path in folder(desktop).rglob('*') if path.is_file()}


def make_store(desktop):
    """A store as the first run leaves it, made by the program itself, with many issues so that it has many pages."""
    app = desktop.launch()
    app.find('heading', couple.WELCOME)
    app.stop()
    for statement in SETTLED:
        couple.query(desktop, statement)
    for number in range(400):
        couple.query(desktop, 'INSERT INTO issue (id, created, modified, author, shared, title, happened, kind, state) '
                     "VALUES (?, 1, 1, 11, 1, ?, ?, 'solvable', 'open')", 1000 + number, f'Issue {number}', 'x' * 900)
    couple.query(desktop, 'PRAGMA wal_checkpoint (TRUNCATE)')


def count_issues(desktop):
    return couple.query(desktop, 'SELECT count (*) FROM issue')[0][0]


def restore(desktop, good):
    shutil.rmtree(folder(desktop))
    os.makedirs(folder(desktop), mode=0o700)
    store(desktop).write_bytes(good)
    store(desktop).chmod(0o600)


def damage(desktop, first=None, pages=3):
    """Write over some pages where the issues are, in the last half of the file, as a bad disk does."""
    with open(store(desktop), 'r+b') as file:
        file.seek((os.path.getsize(store(desktop)) // 4096 * 2 // 3 if first is None else first) * 4096)
        file.write(os.urandom(pages * 4096))


def script_damaged(script, desktop, good):
    damage(desktop)
    before = store(desktop).read_bytes()
    with script.step('a damaged file has a page that says so, and is left as it is'):
        app = desktop.launch()
        app.find(None, 'Your Data Is Damaged')
        app.find('button', 'Begin Anew')
        assert store(desktop).read_bytes() == before
    with script.step('what can be read is saved from it, and the damaged file is kept'):
        app.press(name='Save What Can Be Read')
        app.find('list item', 'Today', timeout=30)
        aside = list(folder(desktop).glob('reknit.db.damaged-*'))
        assert [path.read_bytes() for path in aside if not path.name.endswith(('-wal', '-shm'))] == [before], aside
        app.stop()
        saved = count_issues(desktop)
        assert 300 <= saved < 400, saved
        assert couple.query(desktop, 'SELECT name FROM partner ORDER BY position') == [('Ada',), ('Ben',)]

    restore(desktop, good)
    backup = folder(desktop) / 'backups' / 'reknit.db-20261101-120000.backup'
    os.makedirs(backup.parent, mode=0o700, exist_ok=True)
    backup.write_bytes(good)
    store(desktop).write_bytes(b'This is no store at all. ' * 500)
    before = contents(desktop)
    with script.step('a file that is none of ours is told in the same way, and a backup is offered'):
        app = desktop.launch()
        app.find(None, 'Your Data Is Damaged')
        assert contents(desktop) == before
        app.press(name=re.compile('^Go Back to the Backup of'))
        app.find('list item', 'Today')
        app.stop()
        assert count_issues(desktop) == 400
        assert before[Path('reknit.db')] in contents(desktop).values()
        assert backup.read_bytes() == good


def script_newer(script, desktop, good):
    restore(desktop, good)
    connection = sqlite3.connect(store(desktop))
    connection.execute('PRAGMA user_version = 9999')
    connection.close()
    before = contents(desktop)
    with script.step('a file from a newer version is refused, and left as it is'):
        app = desktop.launch()
        app.find(None, 'Your Data Is from a Newer Reknit')
        assert not app.search('button', 'Begin Anew')
        app.stop()
        assert {path: data for path, data in contents(desktop).items() if not path.name.endswith(('-wal', '-shm'))} == before


def script_read_only(script, desktop, good):
    restore(desktop, good)
    before = contents(desktop)
    subprocess.run(['mount', '--bind', '-o', 'ro', folder(desktop), folder(desktop)], check=True)
    try:
        with script.step('a folder that may not be written has a page that says so, and nothing is touched'):
            app = desktop.launch()
            app.find(None, 'Reknit May Not Write Here')
            assert contents(desktop) == before
    finally:
        subprocess.run(['umount', folder(desktop)], check=True)
    with script.step('once it may be written, it goes on'):
        app.press(name='Try Again')
        app.find('list item', 'Today')
        app.stop()
        assert count_issues(desktop) == 400


def fill_disk(desktop):
    with open(folder(desktop) / 'ballast', 'wb', buffering=0) as file:
        try:
            while True:
                file.write(b'\0' * 4096)
        except OSError:
            pass


@contextmanager
def small_disk(desktop):
    shutil.rmtree(folder(desktop))
    os.makedirs(folder(desktop), mode=0o700)
    subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=16m,mode=0700', 'tmpfs', folder(desktop)], check=True)
    try:
        yield
    finally:
        subprocess.run(['umount', '-l', folder(desktop)], check=True)


def script_full(script, desktop, good):
    with small_disk(desktop):
        store(desktop).write_bytes(good)
        app = desktop.launch()
        app.find('list item', 'Today')
        fill_disk(desktop)
        with script.step('on a full disk a form that can not be saved says so at its place'):
            app.keys('ctrl+comma')
            app.type('Your Name', 'Adelheid')
            app.press(name='Save')
            app.find('label', re.compile('no space left', re.I))
        with script.step('nothing was lost meanwhile'):
            assert couple.query(desktop, 'SELECT name FROM partner WHERE position = 1') == [('Ada',)]
            assert count_issues(desktop) == 400
        with script.step('once there is room, the same press saves it'):
            (folder(desktop) / 'ballast').unlink()
            app.press(name='Save')
            wait_for(lambda: couple.query(desktop, 'SELECT name FROM partner WHERE position = 1') == [('Adelheid',)], 'the name')
            app.stop()


def script_unsaved(script, desktop, good):
    with small_disk(desktop):
        store(desktop).write_bytes(good)
        app = desktop.launch()
        app.find('button', 'We Talked About It')
        fill_disk(desktop)
        with script.step('what could not be saved is told until it is'):
            app.press(name='We Talked About It')
            app.find('label', re.compile('no space left', re.I))
            app.press(name='Try Again')
            # What was told before fades out while it is told anew.
            wait_for(lambda: len(app.search('button', 'Try Again')) == 1, 'it to be told once')
        with script.step('closing the window asks about it first'):
            app.close_window()
            app.find(None, 'Not Everything Is Saved')
            app.press(name='Keep Open')
            app.has_none(None, 'Not Everything Is Saved')
            assert app.process.poll() is None
        with script.step('once there is room it is saved, and no more is said'):
            (folder(desktop) / 'ballast').unlink()
            app.press(name='Try Again')
            app.has_none('button', 'Try Again')
            assert couple.query(desktop, 'SELECT talked > 0 FROM question_state WHERE talked') == [(1,)]
            app.stop()


def script_worn(script, desktop, good):
    """A disk that goes bad under the running program."""
    restore(desktop, good)
    app = desktop.launch()
    app.find('list item', 'Today')
    # What another process wrote makes the program read again what it had in memory.
    couple.query(desktop, 'UPDATE issue SET modified = 2')
    couple.query(desktop, 'PRAGMA wal_checkpoint (TRUNCATE)')
    damage(desktop, 2, len(good) // 4096 - 3)
    with script.step('a file that turns out to be damaged while it is open has the same page'):
        subprocess.run([PROGRAM, '--page=address-issues'], env=desktop.environment, check=True, timeout=30)
        app.find(None, 'Your Data Is Damaged')
        app.has_none('list item', 'Communicate')
        app.stop()


def isolate():
    """Into a mount namespace of our own; what is mounted there is gone with it."""
    if os.environ.get('REKNIT_E2E_ISOLATED'):
        return
    command = ['unshare', '--mount', *([] if os.geteuid() == 0 else ['--user', '--map-root-user'])]
    if subprocess.run([*command, 'true'], stderr=subprocess.DEVNULL, check=False).returncode:
        print('1..0 # SKIP no mount namespaces here')
        sys.exit(0)
    os.environ['REKNIT_E2E_ISOLATED'] = '1'
    os.execvp(command[0], [*command, sys.executable, *sys.argv])


def main():
    isolate()
    with Desktop(settings=couple.WIDE) as desktop, Script('Trouble', desktop) as script:
        with script.step('the program makes a store'):
            make_store(desktop)
            good = store(desktop).read_bytes()
        script_damaged(script, desktop, good)
        script_newer(script, desktop, good)
        script_read_only(script, desktop, good)
        script_full(script, desktop, good)
        script_unsaved(script, desktop, good)
        script_worn(script, desktop, good)


if __name__ == '__main__':
    main()
