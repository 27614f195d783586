#!/usr/bin/python3
"""Take a picture of the real program on a virtual display of its own.

  portrait.py --output FILE [--size WxH] [--dark] … [--press NAME] [--type NAME=TEXT] [--keys KEYS] … -- PROGRAM [ARGUMENT…]

What is pressed, typed and struck, in the order given, leads to the dialog, the session or the window to be pictured,
which is the newest one then; it goes through the accessibility tree, as the end-to-end tests do.
The display has no window manager: this script plays the few parts of one that GTK asks for, so that the window has
its round corners, its shadow and its buttons, and reads the window's own pixels, transparency included. The picture
is taken when nothing was drawn for a while. Needs Xvfb, dbus-daemon and python3-xlib.
"""

import argparse
import os
import select
import struct
import sys
import time
import zlib
from functools import partial

from Xlib import X, Xatom, Xutil, display, error
from Xlib.ext import damage

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from session import Session, SessionError, parse_size  # noqa: E402

SHADOW = 160         # room around the window, for any shadow
QUIET = 0.6          # seconds without drawing after which the window is taken to be at rest
FEW_COLORS = 8       # a window of fewer has not been drawn yet: words alone have more shades
PATIENCE = 40.0      # seconds for a window to come
RESTLESS = 30.0      # seconds after which a window that goes on drawing is taken as it is


class Stage:
    """The display seen as the window manager sees it."""

    def __init__(self, name):
        self.display = display.Display(name)
        self.root = self.display.screen().root
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.display.set_error_handler(lambda *_: None)
        self.display.damage_query_version()
        self.windows = []
        self._play_window_manager()

    def atom(self, name):
        return self.display.intern_atom(name)

    def _play_window_manager(self):
        keeper = self.root.create_window(-1, -1, 1, 1, 0, X.CopyFromParent)
        supported = [self.atom(name) for name in (
            '_NET_SUPPORTED', '_NET_SUPPORTING_WM_CHECK', '_NET_WM_STATE', '_NET_ACTIVE_WINDOW', '_GTK_FRAME_EXTENTS')]
        for window in (self.root, keeper):
            window.change_property(self.atom('_NET_SUPPORTING_WM_CHECK'), Xatom.WINDOW, 32, [keeper.id])
        self.root.change_property(self.atom('_NET_SUPPORTED'), Xatom.ATOM, 32, supported)
        keeper.change_property(self.atom('_NET_WM_NAME'), self.atom('UTF8_STRING'), 8, b'portrait')
        keeper.set_selection_owner(self.atom('_NET_WM_CM_S0'), X.CurrentTime)
        self.keeper = keeper
        self.display.sync()

    def events(self, seconds):
        """The events of at most SECONDS; None each time that a while passes without one."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            while self.display.pending_events():
                yield self.display.next_event()
            if not select.select([self.display.fileno()], [], [], 0.05)[0]:
                yield None

    def note(self, event):
        """Keep the list of windows that stand on the stage, the newest last. True when it grew."""
        if event is None or event.type not in (X.MapNotify, X.UnmapNotify):
            return False
        self.windows = [window for window in self.windows if window.id != event.window.id]
        if event.type == X.UnmapNotify and self.windows:
            self.focus(self.windows[-1])
        if event.type == X.UnmapNotify or event.override:
            return False
        geometry = event.window.get_geometry()
        if min(geometry.width, geometry.height) < 50:
            return False
        self.windows.append(event.window)
        event.window.damage_create(damage.DamageReportRawRectangles)
        self.focus(event.window)
        return True

    def focus(self, window):
        window.set_input_focus(X.RevertToParent, X.CurrentTime)
        self.root.change_property(self.atom('_NET_ACTIVE_WINDOW'), Xatom.WINDOW, 32, [window.id])
        self.display.sync()

    def wait_for_window(self, process):
        for event in self.events(PATIENCE):
            if self.note(event):
                return
            if process.poll() is not None:
                raise SessionError(f'the program ended with {process.returncode} before it had a window')
        raise SessionError('no window came')

    def is_drawn(self):
        """Whether the newest window shows something: on a busy machine what was drawn before a resize is gone long
        before the new is there."""
        _, _, data, _ = self.picture(self.windows[-1])
        return len({data[at:at + 4] for at in range(0, len(data) - 4, 4 * 97)}) > FEW_COLORS

    def wait_for_rest(self, process):
        """Wait until the newest window has been drawn, and then nothing more for a while."""
        last = time.monotonic()
        for event in self.events(RESTLESS):
            now = time.monotonic()
            if self.note(event) or (event is not None and type(event).__name__ == 'DamageNotify'):
                last = now
            if process.poll() is not None:
                raise SessionError(f'the program ended with {process.returncode} before its picture was taken')
            if now - last > QUIET and self.is_drawn():
                return
        print('The window never came to rest; its picture is taken all the same.', file=sys.stderr)

    def extents(self, window):
        """The shadow around the window: left, right, top, bottom."""
        value = window.get_full_property(self.atom('_GTK_FRAME_EXTENTS'), Xatom.CARDINAL)
        return tuple(value.value) if value else (0, 0, 0, 0)

    def smallest(self, window):
        """Below which width and height the window does not go, without its shadow."""
        left, right, top, bottom = self.extents(window)
        hints = window.get_wm_normal_hints()
        if not hints or not hints.flags & Xutil.PMinSize:
            return 0, 0
        return hints.min_width - left - right, hints.min_height - top - bottom

    def resize(self, window, width, height, exact):
        left, right, top, bottom = self.extents(window)
        smallest = self.smallest(window)
        if width < smallest[0] or height < smallest[1]:
            message = f'the window does not become smaller than {smallest[0]} × {smallest[1]} pixels'
            if exact:
                raise SessionError(message)
            print(message, file=sys.stderr)
        width, height = max(width, smallest[0]), max(height, smallest[1])
        window.configure(x=0, y=0, width=width + left + right, height=height + top + bottom)
        self.display.sync()

    def keep_within(self, window, options):
        """A dialog becomes no larger than the window that it came from was asked to be, as on a small screen."""
        left, right, top, bottom = self.extents(window)
        geometry = window.get_geometry()
        width, height = geometry.width - left - right, geometry.height - top - bottom
        if options.size and (width > options.size[0] * options.scale or height > options.size[1] * options.scale):
            self.resize(window, min(width, options.size[0] * options.scale), min(height, options.size[1] * options.scale),
                        options.exact)

    def picture(self, window):
        """Width, height and the rows of straight RGBA of the window."""
        geometry = window.get_geometry()
        image = window.get_image(0, 0, geometry.width, geometry.height, X.ZPixmap, 0xffffffff)
        return geometry.width, geometry.height, image.data, geometry.depth == 32


def straight(data, transparent):
    """X's premultiplied BGRA as PNG's RGBA."""
    out = bytearray(len(data))
    out[0::4], out[1::4], out[2::4] = data[2::4], data[1::4], data[0::4]
    out[3::4] = data[3::4] if transparent else b'\xff' * (len(data) // 4)
    if transparent:
        for at in range(3, len(out), 4):
            alpha = out[at]
            if 0 < alpha < 255:
                for channel in (at - 3, at - 2, at - 1):
                    out[channel] = min(255, out[channel] * 255 // alpha)
    return bytes(out)


def write_png(path, width, height, data, transparent):
    def chunk(kind, body):
        return struct.pack('>I', len(body)) + kind + body + struct.pack('>I', zlib.crc32(kind + body))

    pixels = straight(data, transparent)
    rows = b''.join(b'\0' + pixels[y * width * 4:(y + 1) * width * 4] for y in range(height))
    with open(path, 'wb') as file:
        file.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 6, 0, 0, 0))
                   + chunk(b'IDAT', zlib.compress(rows, 9)) + chunk(b'IEND', b''))


def find_app(session, process):
    """The program as a person finds it: what the end-to-end tests drive."""
    os.environ.update({key: session.environment[key] for key in ('DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR')})
    sys.path.insert(0, os.path.join(HERE, '..', 'tests', 'e2e'))
    from harness import App
    return App(session, process, 'program')


def do(app, kind, value):
    """One step on the way to what shall be pictured."""
    if kind == 'keys':
        app.keys(*value.split())
    elif kind == 'type':
        name, _, text = value.partition('=')
        app.type(name, text)
    else:
        app.press_any(value)


def take(session, options):
    stage = Stage(session.environment['DISPLAY'])
    program = session.start(options.command, log='program')
    try:
        stage.wait_for_window(program)
        stage.wait_for_rest(program)
        window = stage.windows[-1]
        if options.size:
            stage.resize(window, options.size[0] * options.scale, options.size[1] * options.scale,
                         options.exact)
            stage.wait_for_rest(program)
        app = find_app(session, program) if options.steps else None
        for step in options.steps:
            do(app, *step)
            stage.wait_for_rest(program)
            if stage.windows[-1].id != window.id:
                window = stage.windows[-1]
                stage.keep_within(window, options)
                stage.wait_for_rest(program)
        write_png(options.output, *stage.picture(stage.windows[-1]))
    finally:
        sys.stderr.write(session.log('program'))


def step_of(kind, value):
    return kind, value


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--output', required=True)
    parser.add_argument('--size', type=parse_size)
    parser.add_argument('--exact', action='store_true', help='take no picture when the window does not become so small')
    parser.add_argument('--dark', action='store_true')
    parser.add_argument('--high-contrast', action='store_true')
    parser.add_argument('--rtl', action='store_true')
    parser.add_argument('--language')
    parser.add_argument('--scale', type=int, default=1, choices=(1, 2, 3))
    parser.add_argument('--text-scale', type=float, default=1.0)
    for kind in ('press', 'type', 'keys'):
        parser.add_argument('--' + kind, dest='steps', action='append', type=partial(step_of, kind), default=[])
    parser.add_argument('command', nargs='+')
    return parser.parse_args()


def main():
    options = arguments()
    width, height = options.size or (1600, 1200)
    screen = tuple(side * options.scale + 2 * SHADOW * options.scale for side in (width, height))
    try:
        with Session(size=screen, dark=options.dark, high_contrast=options.high_contrast, scale=options.scale,
                     text_scale=options.text_scale, language=options.language, accessibility=bool(options.steps)) as session:
            if options.rtl:
                session.environment['GTK_DEBUG'] = 'invert-text-dir'
            take(session, options)
    except (SessionError, error.XError, OSError) as problem:
        sys.exit(f'No picture: {problem}')


if __name__ == '__main__':
    main()
