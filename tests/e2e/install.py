#!/usr/bin/python3
"""Installing into an empty home, and taking it away again, by the command that a person uses. The second argument is the
program that makes a store, the third the checkout."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import couple
from harness import Desktop, Script, data_folder

APPLICATION = 'io.github.reknit.Reknit'
CHECKOUT = Path(sys.argv[3])
PASSPHRASE = 'seven quiet herons at dawn'
# What a launcher does with an action of its entry. A process of its own, in whose home the entry stands; it stays until
# the program answers, as the bus forgets what somebody asked for who has gone.
PRESS_ACTION = """
from gi.repository import Gio
entry = Gio.DesktopAppInfo.new('io.github.reknit.Reknit.desktop')
assert entry.list_actions() == ['start-check-in', 'plan-date'], entry.list_actions()
assert entry.get_action_name('start-check-in') == 'Start a Check-in'
entry.launch_action('start-check-in', None)
Gio.bus_get_sync(Gio.BusType.SESSION).call_sync('io.github.reknit.Reknit', '/', 'org.freedesktop.DBus.Peer', 'Ping', None,
                                                None, 0, -1, None)
"""


START_SERVICE = ['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus',
                 '--method', 'org.freedesktop.DBus.StartServiceByName', APPLICATION, '0']


class EmptyDesktop(Desktop):
    """A home in which nothing is installed yet: the program must find its own settings there."""

    def _make_home(self):
        super()._make_home()
        del self.environment['GSETTINGS_SCHEMA_DIR']
        self.application_id = APPLICATION


def copy_checkout(desktop):
    """The checkout at another place, where a copy of this build folder is the one to install from."""
    built = data_folder().parent
    copy = Path(desktop.path('checkout'))
    folder = copy / built.relative_to(CHECKOUT)
    folder.parent.mkdir(parents=True)
    shutil.copytree(built, folder, symlinks=True, ignore=lambda place, names: [
        name for name in names if place == str(built) and (name.startswith('check-') or name in ('install', 'run'))])
    for part in CHECKOUT.iterdir():
        if not (copy / part.name).exists():
            (copy / part.name).symlink_to(part)
    install = copy / '_build/install'
    if install != folder:
        install.symlink_to(folder)
    subprocess.run(['meson', 'setup', '--reconfigure', folder, copy, f'--prefix={desktop.home}/.local', '--libdir=lib',
                    '-Dtests=false'], check=True, stdout=subprocess.DEVNULL)
    return copy / 'build-aux/run'


def call(desktop, *command):
    result = subprocess.run(command, env=desktop.environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def list_home(desktop):
    """All that stands in the home, folders too; what the session itself caches aside."""
    home = Path(desktop.home)
    return {str(path.relative_to(home)) for path in home.rglob('*')} - {
        '.cache', '.local', '.local/share', '.local/share/reknit'} - {
        str(path.relative_to(home)) for folder in ('.cache', '.local/share/reknit') for path in (home / folder).rglob('*')}


def check_installed(script, desktop):
    share = Path(desktop.data_home)
    with script.step('launcher, service, icons, settings and translations are there'):
        for name in (f'applications/{APPLICATION}.desktop', f'dbus-1/services/{APPLICATION}.service',
                     f'icons/hicolor/scalable/apps/{APPLICATION}.svg', f'icons/hicolor/symbolic/apps/{APPLICATION}-symbolic.svg',
                     f'metainfo/{APPLICATION}.metainfo.xml', 'glib-2.0/schemas/gschemas.compiled',
                     'locale/de/LC_MESSAGES/reknit.mo'):
            assert (share / name).is_file(), name
        assert f'Exec={desktop.home}/.local/bin/reknit' in (share / f'dbus-1/services/{APPLICATION}.service').read_text()
    with script.step('the launcher is as launchers must be'):
        if shutil.which('desktop-file-validate'):
            said = call(desktop, 'desktop-file-validate', str(share / f'applications/{APPLICATION}.desktop'))
            assert not said, said
    with script.step('the icon is found by its name'):
        call(desktop, '/usr/bin/python3', '-c', 'import gi; gi.require_version("Gtk", "4.0"); from gi.repository import Gtk; '
             f'theme = Gtk.IconTheme(); assert theme.has_icon("{APPLICATION}")')


def main():
    if CHECKOUT not in data_folder().parents:
        print('1..0 # SKIP the build folder stands outside the checkout')
        sys.exit(0)
    with EmptyDesktop() as desktop, Script('Install', desktop) as script:
        run = copy_checkout(desktop)
        before = list_home(desktop)
        with script.step('it installs into an empty home'):
            assert desktop.owner() is None
            assert '.local/bin/reknit' in call(desktop, 'bash', str(run), '--install')
        check_installed(script, desktop)
        with script.step('the launcher’s action has the bus start the program, in the check-in'):
            subprocess.run([sys.argv[2], couple.store_path(desktop), PASSPHRASE], check=True, timeout=30)
            call(desktop, '/usr/bin/python3', '-c', PRESS_ACTION)
            app = desktop.activated()
            assert os.readlink(f'/proc/{app.process.pid}/exe') == f'{desktop.home}/.local/bin/reknit'
            app.find('heading', 'Begin with Something Good')
        with script.step('taken away while its window is open, it goes on, and that is said'):
            assert 'still open' in call(desktop, 'bash', str(run), '--uninstall')
            assert desktop.owner() == app.process.pid
            app.find('heading', 'Begin with Something Good')
        app.stop()
        call(desktop, 'bash', str(run), '--install')
        with script.step('it is taken away whole, and what was written stays'):
            autostart = Path(desktop.home, '.config/autostart', APPLICATION + '.desktop')
            autostart.parent.mkdir(parents=True, exist_ok=True)
            autostart.write_text('[Desktop Entry]')
            call(desktop, *START_SERVICE)
            assert desktop.owner() is not None
            assert 'still open' not in call(desktop, 'bash', str(run), '--uninstall')
            assert desktop.owner() is None
            left = list_home(desktop) - before
            assert not {path for path in left if not path.startswith('.config')}, left
            assert not autostart.exists()
            assert couple.query(desktop, 'SELECT count(*) FROM check_in') == [(1,)]


if __name__ == '__main__':
    main()
