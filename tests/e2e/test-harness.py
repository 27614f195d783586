#!/usr/bin/python3
"""The harness' own eyes: what stands on the disk is found in any encoding, and what does not is not."""

import os
import subprocess
import tempfile

from harness import Desktop, Script, Session, wait_for, words_on_disk


def main():
    with Script('Harness') as script, tempfile.TemporaryDirectory() as folder:
        def write(name, data):
            with open(os.path.join(folder, name), 'wb') as file:
                file.write(data)

        with script.step('an empty folder holds no word'):
            assert words_on_disk(folder, ['secret']) == []
        for encoding in ('utf-8', 'utf-16-le', 'utf-16-be'):
            with script.step(f'a word in {encoding} is found, whatever stands around it'):
                write('store.db-wal', b'\xff\x00\xfe' + 'My SECRET wish'.encode(encoding) + b'\x00')
                assert words_on_disk(folder, ['secret', 'grudge']) == [('store.db-wal', 'secret')]
        with script.step('a word that was never written is not found'):
            write('store.db-wal', os.urandom(4096))
            assert words_on_disk(folder, ['secret wish']) == []
        with script.step('the session has a home, a display and a bus of its own, and leaves nothing behind'):
            with Desktop(window_manager=None) as desktop:
                home = desktop.home
                assert home != os.path.expanduser('~') and os.path.isdir(home)
                wait_for(lambda: desktop.environment['DBUS_SESSION_BUS_ADDRESS'], 'a bus')
            assert not os.path.exists(home)
        with script.step('a session in a language speaks it as a person’s own machine would'):
            with Session(language='de') as session:
                assert subprocess.check_output(['date', '-d', '2026-11-22', '+%A'], env=session.environment) == b'Sonntag\n'


if __name__ == '__main__':
    main()
