#!/usr/bin/python3
"""A private desktop session: a virtual display, buses and a home that is thrown away afterwards.

As a program:  session.py [--size WxH] [--accessibility] -- COMMAND [ARGUMENT…]
As a module:   with Session(size=…, dark=…) as session: session.start([…])

Nothing of the person's own desktop is seen or touched: settings, data, buses and display are the session's own,
and everything that was started in it is ended with it. Needs Xvfb and dbus-daemon.
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

BUS_CONFIGURATION = """<busconfig>
  <type>{kind}</type>
  <keep_umask/>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  {services}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

SETTINGS = """[org/gnome/desktop/interface]
font-name='Cantarell 11'
color-scheme='{scheme}'
text-scaling-factor={text_scale}
enable-animations={animations}
toolkit-accessibility={accessibility}

[org/gnome/desktop/a11y/interface]
high-contrast={high_contrast}

[org/gnome/desktop/wm/preferences]
button-layout='appmenu:close'
"""

GTK_SETTINGS = """[Settings]
gtk-font-name=Cantarell 11
gtk-icon-theme-name=Adwaita
gtk-xft-antialias=1
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
gtk-xft-rgba=none
gtk-decoration-layout=appmenu:close
gtk-cursor-blink=0
gtk-enable-animations={animations:d}
"""

# What of the caller's environment would lead a program out of the session.
LEAKS = ('WAYLAND_DISPLAY', 'DISPLAY', 'XAUTHORITY', 'DBUS_SYSTEM_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS', 'LOCPATH',
         'DESKTOP_STARTUP_ID', 'XDG_ACTIVATION_TOKEN', 'GTK_THEME', 'GTK_DEBUG', 'GDK_DEBUG')


def in_process_accessibility():
    """GTK's own test backend when the caller asked for it, which needs no bus; or none."""
    return 'test' if os.environ.get('GTK_A11Y') == 'test' else 'none'


class SessionError(Exception):
    """A part of the session did not start."""


class Session:
    """Starts on entering, and ends everything on leaving."""

    def __init__(self, size=(1280, 900), dark=False, high_contrast=False, text_scale=1.0, scale=1,
                  animations=True, accessibility=False, language=None, services=(), settings=''):
        self.size = size
        self.dark = dark
        self.high_contrast = high_contrast
        self.text_scale = text_scale
        self.scale = scale
        self.animations = animations
        self.accessibility = accessibility
        self.language = language
        self.services = list(services)
        self.settings = settings
        self.processes = []
        self.folder = None
        self.environment = None

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix='reknit-session-')
        try:
            self._make_home()
            self._start_display()
            self._start_session_bus()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    @property
    def home(self):
        return self.environment['HOME']

    @property
    def data_home(self):
        return self.environment['XDG_DATA_HOME']

    def start(self, command, log=None, **options):
        """Start COMMAND as a part of the session; its output goes to the session's log folder."""
        name = log or os.path.basename(command[0])
        output = open(self.path(name + '.log'), 'ab')
        try:
            process = subprocess.Popen(command, env=options.pop('env', self.environment), stdin=subprocess.DEVNULL,
                                       stdout=output, stderr=output, **options)
        finally:
            output.close()
        self.processes.append(process)
        return process

    def start_system_bus(self):
        """Give the session a system bus of its own, for a logind that a test plays."""
        address = self._start_bus('system', [])
        self.environment['DBUS_SYSTEM_BUS_ADDRESS'] = address
        return address

    def start_bus(self, name):
        """Another bus, as a second login has one; its address."""
        return self._start_bus(name, [])

    def close(self):
        for process in reversed(self.processes):
            end(process)
        self.processes.clear()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _make_home(self):
        home = self.path('home')
        runtime = self.path('run')
        os.makedirs(home, mode=0o700)
        os.makedirs(runtime, mode=0o700)
        environment = {key: value for key, value in os.environ.items()
                       if key not in LEAKS and not key.startswith('LC_')}
        environment.update(
            HOME=home, XDG_RUNTIME_DIR=runtime, XDG_CONFIG_HOME=home + '/.config',
            XDG_DATA_HOME=home + '/.local/share', XDG_CACHE_HOME=home + '/.cache', XDG_STATE_HOME=home + '/.local/state',
            XDG_CURRENT_DESKTOP='GNOME', XDG_SESSION_TYPE='x11', GDK_BACKEND='x11', GSK_RENDERER='cairo',
            # The driver is of no use here, and leaks; the second name is that of newer versions of GTK.
            GDK_DEBUG='gl-disable', GDK_DISABLE='gl',
            GSETTINGS_BACKEND='keyfile', ADW_DISABLE_PORTAL='1', GTK_USE_PORTAL='0', LANG='C.UTF-8', NO_AT_BRIDGE='1',
            # The other kind of bus has its services started by the systemd of the person's own session.
            ATSPI_DBUS_IMPLEMENTATION='dbus-daemon',
            GTK_A11Y='atspi' if self.accessibility else in_process_accessibility(), GDK_SCALE=str(self.scale))
        environment.setdefault('XDG_DATA_DIRS', '/usr/local/share:/usr/share')
        environment['LANGUAGE'] = self.language or 'en'
        if self.language:
            environment.update(self._make_locale())
        self.environment = environment
        self._write(environment['XDG_CONFIG_HOME'] + '/glib-2.0/settings/keyfile', SETTINGS.format(
            scheme='prefer-dark' if self.dark else 'default', text_scale=self.text_scale,
            animations=str(self.animations).lower(), accessibility=str(self.accessibility).lower(),
            high_contrast=str(self.high_contrast).lower()) + self.settings)
        self._write(environment['XDG_CONFIG_HOME'] + '/gtk-4.0/settings.ini',
                     GTK_SETTINGS.format(animations=self.animations))

    def _make_locale(self):
        """A real locale of the session's language: newer C libraries overlook LANGUAGE in C.UTF-8."""
        name = territory(self.language)
        folder = self.path('locale')
        os.makedirs(folder)
        # Mere warnings end it with 1, too: what counts is what it wrote.
        run = subprocess.run(['localedef', '-i', name, '-f', 'UTF-8', f'{folder}/{name}.UTF-8'],
                             stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if not os.path.exists(f'{folder}/{name}.UTF-8/LC_MESSAGES'):
            raise SessionError(f'The locale {name} cannot be made here:\n{run.stderr}')
        return {'LOCPATH': folder, 'LANG': name + '.UTF-8'}

    @staticmethod
    def _write(path, text):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)

    def _start_display(self):
        width, height = self.size
        reader, writer = os.pipe()
        self.start(['Xvfb', '-displayfd', str(writer), '-screen', '0', f'{width}x{height}x24', '-nolisten', 'tcp',
                     '-noreset', '-dpi', '96'], pass_fds=(writer,))
        os.close(writer)
        with os.fdopen(reader) as file:
            number = file.readline().strip()
        if not number:
            raise SessionError('Xvfb did not start:\n' + self.log('Xvfb'))
        self.environment['DISPLAY'] = ':' + number
        self._set_resources()

    def _set_resources(self):
        """GDK takes the size of text on X11 from the X resources, whatever its settings say."""
        resources = (f'Xft.dpi:\t{round(96 * self.text_scale)}\nXft.antialias:\t1\nXft.hinting:\t1\n'
                     'Xft.hintstyle:\thintslight\nXft.rgba:\tnone\n')
        try:
            from Xlib import X, Xatom, display
        except ImportError:
            if self.text_scale != 1.0:
                raise SessionError('Larger text needs python3-xlib.') from None
            return
        connection = display.Display(self.environment['DISPLAY'])
        connection.screen().root.change_property(Xatom.RESOURCE_MANAGER, Xatom.STRING, 8, resources.encode())
        connection.set_close_down_mode(X.RetainPermanent)
        connection.sync()
        connection.close()

    def _start_session_bus(self):
        services = list(self.services)
        if self.accessibility:
            services.append('/usr/share/dbus-1/services/org.a11y.Bus.service')
        # As any session's bus it also knows what is installed in the home, once that is there.
        installed = self.data_home + '/dbus-1/services'
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = self._start_bus('session', services, installed)

    def _start_bus(self, kind, services, *folders):
        folder = self.path(kind + '-services')
        os.makedirs(folder)
        for service in services:
            os.symlink(service, os.path.join(folder, os.path.basename(service)))
        socket = self.path('run', kind + '-bus')
        configuration = self.path(kind + '-bus.conf')
        self._write(configuration, BUS_CONFIGURATION.format(
            kind=kind, socket=socket, services=''.join(f'<servicedir>{each}</servicedir>' for each in (folder, *folders))))
        reader, writer = os.pipe()
        self.start(['dbus-daemon', '--config-file=' + configuration, '--nofork', '--nopidfile',
                    f'--print-address={writer}'], log=kind + '-bus', pass_fds=(writer,))
        os.close(writer)
        with os.fdopen(reader) as file:
            address = file.readline().strip()
        if not address:
            raise SessionError('dbus-daemon did not start:\n' + self.log(kind + '-bus'))
        return address

    def log(self, name):
        try:
            with open(self.path(name + '.log'), encoding='utf-8', errors='replace') as file:
                return file.read()
        except FileNotFoundError:
            return ''


def territory(language, sources='/usr/share/i18n/locales'):
    """The locale of LANGUAGE where it is most at home, as de_DE; a language without one is spoken in en_US."""
    if '_' in language:
        return language
    names = sorted(name for name in os.listdir(sources) if re.fullmatch(language + '_[A-Z]{2}', name))
    return next((name for name in (f'{language}_{language.upper()}', 'en_US', *names) if name in names), 'en_US')


def end(process, patience=3.0):
    """End a process that we started: kindly first."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(condition, timeout=10.0, step=0.03, what='a condition'):
    """Wait until CONDITION gives something true, and hand that back."""
    deadline = time.monotonic() + timeout
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > deadline:
            raise TimeoutError(f'waited {timeout:g} s in vain for {what}')
        time.sleep(step)


def shows_windows(name, patience=5.0):
    """Whether a window manager rules DISPLAY and shows a window that asks to be shown. That it is known to the display
    does not say so: one that has only begun may leave the first window that comes in the dark for good."""
    from Xlib import X, display
    connection = display.Display(name)
    root = connection.screen().root
    rules = root.display.get_atom('_NET_SUPPORTING_WM_CHECK')
    window = root.create_window(0, 0, 80, 80, 0, X.CopyFromParent)

    def is_seen():
        return (root.get_full_property(rules, X.AnyPropertyType) and window.query_tree().parent != root
                and window.get_attributes().map_state == X.IsViewable)
    try:
        wait_for(lambda: root.get_full_property(rules, X.AnyPropertyType), patience)
        window.map()
        return wait_for(is_seen, patience)
    except TimeoutError:
        return False
    finally:
        window.destroy()
        connection.sync()
        connection.close()


def tell_windows(name):
    """The windows of DISPLAY that have a name, and whether each is shown: a line for each."""
    from Xlib import X, display
    connection = display.Display(name)
    pending, lines = [connection.screen().root], []
    while pending:
        window = pending.pop()
        pending += window.query_tree().children
        if title := window.get_wm_name():
            size = window.get_geometry()
            shown = 'shown' if window.get_attributes().map_state == X.IsViewable else 'not shown'
            lines.append(f'{title!r}: {size.width} × {size.height}, {shown}')
    connection.close()
    return lines


def parse_size(text):
    try:
        width, height = (int(part) for part in text.lower().split('x'))
    except ValueError:
        raise argparse.ArgumentTypeError(f'“{text}” is not a size such as 1100x760') from None
    if not (200 <= width <= 8000 and 200 <= height <= 8000):
        raise argparse.ArgumentTypeError('each side must be between 200 and 8000')
    return width, height


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--size', type=parse_size, default=(1280, 900))
    parser.add_argument('--accessibility', action='store_true', help='offer the accessibility bus')
    parser.add_argument('command', nargs='+')
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with Session(size=options.size, accessibility=options.accessibility) as session:
            sys.exit(subprocess.call(options.command, env=session.environment))
    except (SessionError, FileNotFoundError) as error:
        sys.exit(f'session.py: {error}')


if __name__ == '__main__':
    main()
