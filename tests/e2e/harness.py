"""Drive the real program through its accessibility tree, in a desktop session of its own.

    with Desktop() as desktop, Script('Issues', desktop) as script:
        app = desktop.launch()
        with script.step('an issue can be raised'):
            app.press(name='Raise an Issue')
            app.type('What happened', 'The dishes stood in the sink.')
            app.press(name='Save')
            app.find('list item', 'The dishes stood in the sink.')

Nothing here sleeps: whatever is looked for is waited for. A step is one TAP point; the first one that fails ends the
script, because what follows rests on it, and shows what the program shows.
"""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

from node import PATIENCE, Atspi, Node, look, wait_for
from script import Script  # noqa: F401
from session import Session, SessionError, end, shows_windows, tell_windows, wait_for as poll
from gi.repository import Gio, GLib

PROGRAM = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else 'reknit'
COMPLAINT = re.compile(r'(WARNING|CRITICAL|ERROR) \*\*|-(WARNING|CRITICAL|ERROR)\b|Sanitizer|runtime error:')


def version_of(application):
    """The version of GTK in it."""
    return tuple(int(number) for number in re.findall(r'\d+', application.get_toolkit_version())[:2])


class App(Node):
    """The running program. Everything that a node can do, it does in all its windows."""

    def __init__(self, desktop, process, log):
        self.desktop = desktop
        self.process = process
        self.log_name = log
        super().__init__(self, wait_for(self._accessible, 'the program in the accessibility tree'))
        self.tells_hidden = version_of(self.accessible) >= (4, 10)
        self.find('window')

    def check_alive(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}:\n{self.log}')

    def _accessible(self):
        self.check_alive()
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            accessible = desktop.get_child_at_index(index)
            if accessible and accessible.get_process_id() == self.process.pid:
                return accessible
        return None

    @property
    def log(self):
        return self.desktop.log(self.log_name)

    @property
    def complaints(self):
        """What the libraries or the sanitizers had to complain about."""
        return [line for line in self.log.splitlines() if COMPLAINT.search(line)]

    def windows(self):
        """All that are open; one that stands over another has no role of its own in every version of GTK."""
        self.accessible.clear_cache()
        return self.children()

    def is_drawn(self):
        """Whether its first window got its places within a third of our patience."""
        try:
            return wait_for(lambda: any(child.has_size() for child in self.windows()[0].children()), 'its window', PATIENCE / 3)
        except TimeoutError:
            return False

    def find_window(self, name):
        """The open window NAME, waited for."""
        return wait_for(lambda: next((window for window in self.windows() if window.name == name), None), f'window {name!r}')

    def keys(self, *names):
        """Press keys in the window that has the focus: keys('ctrl+z'), keys('Tab', 'Return')."""
        subprocess.run(['xdotool', 'key', '--clearmodifiers', '--delay', '40', *names],
                       env=self.desktop.environment, check=True)

    def write(self, text):
        """Type TEXT by the keyboard, where the focus is."""
        subprocess.run(['xdotool', 'type', '--delay', '15', text], env=self.desktop.environment, check=True)

    def dialog(self, title):
        """The window TITLE over the program's own, whatever role it has: GTK 4.8 gives it none."""
        return wait_for(lambda: next((child for child in self.children() if child.name == title), None), f'dialog {title!r}')

    def close_window(self):
        """As a person does, by the window's own button."""
        self.find('window').press('button', 'Close')

    def wait_for_end(self, timeout=PATIENCE):
        poll(lambda: self.process.poll() is not None, timeout=timeout, what='the program to end')
        return self.process.returncode

    def kill(self):
        """As a power cut does."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        end(self.process)
        if self.complaints:
            raise AssertionError('the program complained:\n' + '\n'.join(self.complaints))


class Activated:
    """A process that the bus started: not ours to wait for, only to look after."""

    returncode = None

    def __init__(self, pid):
        self.pid = pid

    def poll(self):
        try:
            with open(f'/proc/{self.pid}/stat', encoding='ascii', errors='replace') as file:
                return -1 if file.read().rpartition(')')[2].split()[0] == 'Z' else None
        except FileNotFoundError:
            return -1

    def wait(self, timeout=PATIENCE):
        poll(lambda: self.poll() is not None, timeout=timeout, what='the activated program to end')

    def terminate(self):
        os.kill(self.pid, signal.SIGTERM)

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)


class Desktop(Session):
    """A session with a window manager and the accessibility bus, and the program's own settings schema.

    APPLICATION_ID makes the bus start the program by that name, as the installed service file says. Only one can live in a
    process: the accessibility library keeps its first connection."""

    def __init__(self, application_id=None, window_manager='openbox', **options):
        super().__init__(accessibility=True, **options)
        self.application_id = application_id
        self.window_manager = window_manager
        self.apps = []

    def __enter__(self):
        super().__enter__()
        try:
            if self.window_manager:
                self._start_window_manager()
            os.environ.update({key: self.environment[key] for key in ('DISPLAY', 'DBUS_SESSION_BUS_ADDRESS')})
            os.environ['XDG_RUNTIME_DIR'] = self.environment['XDG_RUNTIME_DIR']
            Atspi.init()
        except BaseException:
            self.close()
            raise
        return self

    def _start_window_manager(self, tries=3):
        for _ in range(tries):
            manager = self.start([self.window_manager])
            if shows_windows(self.environment['DISPLAY']):
                return
            end(manager)
            self.processes.remove(manager)
        raise SessionError(f'{self.window_manager} shows no window:\n' + self.log(self.window_manager))

    def _make_home(self):
        super()._make_home()
        self.environment['GSETTINGS_SCHEMA_DIR'] = str(schemas_beside(PROGRAM))
        # A program that is ended by a signal has no chance to free anything; quick starts matter more here.
        self.environment['ASAN_OPTIONS'] = 'detect_leaks=0:fast_unwind_on_malloc=1'
        if self.application_id:
            service = self.path(self.application_id + '.service')
            installed = (data_folder() / (self.application_id + '.service')).read_text(encoding='utf-8')
            self._write(service, re.sub('(?m)^Exec=[^ ]*', f'Exec={Path(PROGRAM).resolve()}', installed))
            self.services.append(service)

    def launch(self, *arguments, at=None, program=PROGRAM, environment=None):
        """Start the program and wait for its first window. AT: the local time that it believes it to be. ENVIRONMENT:
        what it gets beside the session's own."""
        environment = dict(self.environment, **(environment or {}), **(faked_time(at) if at else {}))
        app = self._start_app([program, *arguments], environment)
        if not app.is_drawn():
            # Twice among hundreds of starts a display left the first window empty, and nobody knows yet why.
            print('# never drawn, started once more: ' + '; '.join(tell_windows(self.environment['DISPLAY'])), flush=True)
            end(app.process)
            app = self._start_app([program, *arguments], environment)
        return app

    def _start_app(self, command, environment):
        log = f'app-{len(self.apps)}'
        app = App(self, self.start(command, log=log, env=environment), log)
        self.apps.append(app)
        return app

    def owner(self):
        """The process that owns the application's name on the bus, or None."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        try:
            return bus.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                                 GLib.Variant('(s)', (self.application_id,)), None, 0, -1, None).unpack()[0]
        except GLib.Error:
            return None

    def activated(self):
        """The program that the bus started, once it has a window."""
        app = App(self, Activated(wait_for(self.owner, 'the bus to start the program')), 'session-bus')
        self.apps.append(app)
        return app


def schemas_beside(program):
    """The folder of the build that PROGRAM stands in which holds its compiled settings schema."""
    folders = (folder / 'data' for folder in Path(program).resolve().parents)
    return next((folder for folder in folders if (folder / 'gschemas.compiled').exists()), '')


def faked_time(at):
    """The environment in which it is AT, as '2026-03-28 18:59:50', and time goes on from there."""
    return dict(faked_clock(), FAKETIME='@' + at, FAKETIME_DONT_FAKE_MONOTONIC='1')


def faked_clock():
    """The environment of a program whose clocks libfaketime is to turn."""
    library = next(iter(Path('/usr').glob('lib*/**/faketime/libfaketimeMT.so.1')), None)
    if not library:
        raise AssertionError('faketime is not installed')
    preload = [str(library)]
    if b'libasan' in Path(PROGRAM).read_bytes():
        preload.insert(0, subprocess.check_output(['gcc', '-print-file-name=libasan.so'], text=True).strip())
    return {'LD_PRELOAD': ':'.join(preload)}


def data_folder():
    """Where the build put the program's own settings schema and the files that are installed with it."""
    return next(folder / 'data' for folder in Path(PROGRAM).resolve().parents if (folder / 'data/gschemas.compiled').exists())


def words_on_disk(folder, words):
    """Where any of WORDS stands in the bytes of any file below FOLDER, in any usual encoding, letter case aside."""
    found = []
    for path in sorted(Path(folder).rglob('*')):
        if not path.is_file() or path.is_symlink():
            continue
        data = path.read_bytes().lower()
        for word in words:
            if any(word.lower().encode(encoding) in data for encoding in ('utf-8', 'utf-16-le', 'utf-16-be')):
                found.append((str(path.relative_to(folder)), word))
    return found
