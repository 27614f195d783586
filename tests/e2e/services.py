"""The parts of a desktop that a test plays: who shows notifications, and who knows that the machine sleeps."""

import json
import os
import subprocess
import sys

from gi.repository import Gio, GLib

from harness import PATIENCE, wait_for

MOCK = 'org.freedesktop.DBus.Mock'


class Mock:
    """An object of python-dbusmock, in a process of its own."""

    def __init__(self, desktop, bus, name, path, interface, arguments):
        self.name, self.path, self.interface = name, path, interface
        address = desktop.environment[f'DBUS_{bus.upper()}_BUS_ADDRESS']
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None, None)
        self.process = desktop.start(['/usr/bin/python3', '-m', 'dbusmock', f'--{bus}', *arguments], log='mock-' + name)
        wait_for(self._has_owner, f'{name} on the {bus} bus')

    def _has_owner(self):
        return self.bus.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'NameHasOwner',
                                  GLib.Variant('(s)', (self.name,)), None, 0, -1, None).unpack()[0]

    def call(self, method, signature, *arguments, interface=MOCK):
        return self.bus.call_sync(self.name, self.path, interface, method, GLib.Variant(signature, arguments), None, 0,
                                  -1, None).unpack()

    def argument(self, method, number, index):
        """One argument of the call NUMBER of METHOD, the first being 1, with its types as they were sent."""
        answer = self.bus.call_sync(self.name, self.path, MOCK, 'GetMethodCalls', GLib.Variant('(s)', (method,)), None, 0,
                                    -1, None)
        call = answer.get_child_value(0).get_child_value(number - 1)
        return call.get_child_value(1).get_child_value(index).get_variant()

    def calls(self, method):
        """The arguments of each call of METHOD so far, oldest first."""
        return [arguments for _, arguments in self.call('GetMethodCalls', '(s)', method)[0]]

    def emit(self, signal, signature, *arguments):
        variants = [GLib.Variant(kind, value) for kind, value in zip(signature, arguments)]
        self.call('EmitSignal', '(sssav)', self.interface, signal, signature, variants)


class Notifications(Mock):
    """A notification daemon as most desktops have one, but for GNOME Shell, whose own way is GnomeNotifications."""

    NAME = 'org.freedesktop.Notifications'

    def __init__(self, desktop):
        super().__init__(desktop, 'session', self.NAME, '/org/freedesktop/Notifications', self.NAME,
                         ['--template', 'notification_daemon',
                          '--parameters', '{"capabilities": "actions body persistence"}'])

    def shown(self):
        """Title, body and the actions' names of each notification so far."""
        return [(call[3], call[4], list(call[5])) for call in self.calls('Notify')]

    def wait(self, count=1, timeout=PATIENCE):
        wait_for(lambda: len(self.shown()) >= count, f'{count} notifications', timeout)
        return self.shown()[count - 1]

    def press(self, number, label):
        """Press the button LABEL of the notification NUMBER, the first being 1."""
        actions = self.shown()[number - 1][2]
        names = dict(zip(actions[1::2], actions[0::2]))
        self.emit('ActionInvoked', 'us', number, names[label])

    def withdrawn(self):
        return len(self.calls('CloseNotification'))


class GnomeNotifications(Mock):
    """GNOME Shell's way: notifications outlive the program, and their buttons start it."""

    NAME = 'org.gtk.Notifications'

    def __init__(self, desktop):
        super().__init__(desktop, 'session', self.NAME, '/org/gtk/Notifications', self.NAME,
                         [self.NAME, '/org/gtk/Notifications', self.NAME])
        self.call('AddMethod', '(sssss)', self.NAME, 'AddNotification', 'ssa{sv}', '', '')
        self.call('AddMethod', '(sssss)', self.NAME, 'RemoveNotification', 'ss', '', '')

    def shown(self):
        return [(call[1], call[2]) for call in self.calls('AddNotification')]

    def wait(self, count=1, timeout=PATIENCE):
        wait_for(lambda: len(self.shown()) >= count, f'{count} notifications', timeout)
        return self.shown()[count - 1]

    def press(self, number, label):
        """Do what the shell does when the button LABEL is pressed: activate its action, starting the program."""
        application = self.calls('AddNotification')[number - 1][0]
        place = [each['label'] for each in self.shown()[number - 1][1]['buttons']].index(label)
        buttons = self.argument('AddNotification', number, 2).lookup_value('buttons', None)
        button = buttons.get_child_value(place)
        target = button.lookup_value('target', None)
        name = button.lookup_value('action', None).get_string().removeprefix('app.')
        self.bus.call_sync(application, '/' + application.replace('.', '/'), 'org.freedesktop.Application',
                           'ActivateAction', GLib.Variant('(sava{sv})', (name, [target] if target else [], {})), None, 0, -1,
                           None)

    def withdrawn(self):
        return [call[1] for call in self.calls('RemoveNotification')]


class Dunst:
    """A real notification daemon, asked through its own control program."""

    def __init__(self, desktop):
        self.desktop = desktop
        self.process = desktop.start(['dunst', '-config', os.devnull])
        wait_for(lambda: self._control('is-paused') is not None, 'dunst')

    def _control(self, *arguments):
        result = subprocess.run(['dunstctl', *arguments], env=self.desktop.environment, capture_output=True, text=True,
                                check=False)
        return result.stdout.strip() if result.returncode == 0 else None

    def count(self):
        return int(self._control('count', 'displayed') or 0)

    def wait(self, count=1, timeout=PATIENCE):
        wait_for(lambda: self.count() >= count, f'{count} notifications on the screen', timeout)

    def clear(self):
        self._control('close-all')
        wait_for(lambda: self.count() == 0, 'an empty screen')

    def press(self):
        """Press the first button of the notification that is shown."""
        self._control('action', '0')

    def words(self):
        """Title and body of the latest notification that is off the screen again."""
        latest = json.loads(self._control('history'))['data'][0][0]
        return [latest[part]['data'] for part in ('summary', 'body')]


class Logind(Mock):
    """The system's login manager on a system bus of the session's own: it says when the machine sleeps and wakes."""

    NAME = 'org.freedesktop.login1'

    def __init__(self, desktop):
        desktop.start_system_bus()
        super().__init__(desktop, 'system', self.NAME, '/org/freedesktop/login1', self.NAME + '.Manager',
                         ['--template', 'logind'])

    def sleep(self):
        self.emit('PrepareForSleep', 'b', True)

    def wake(self):
        self.emit('PrepareForSleep', 'b', False)


def mocks_available():
    """python-dbusmock is an optional need of the scripts that play a service."""
    return subprocess.run(['/usr/bin/python3', '-c', 'import dbusmock'], stderr=subprocess.DEVNULL,
                          check=False).returncode == 0


def skip_without_mocks():
    if not mocks_available():
        print('1..0 # SKIP python3-dbusmock is not installed')
        sys.exit(0)
