#!/usr/bin/python3
"""Reminders in a desktop: a small program with the real notifier and store, and services that show what it sends."""

import datetime
import os
import signal
import sqlite3
import subprocess
import sys
import time

from gi.repository import GLib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'e2e'))
from harness import Script, end, wait_for  # noqa: E402
from services import Dunst, GnomeNotifications, Notifications, skip_without_mocks  # noqa: E402
from session import Session  # noqa: E402

PROGRAM = sys.argv[1]
PRIVATE = 'never-to-be-told'


class World:
    """A session, a store, and the program in it."""

    def __init__(self, session, name):
        self.session = session
        self.store = session.path(name + '.db')
        self.name = name
        self.logs = []

    def call(self, *arguments):
        subprocess.run([PROGRAM, 'io.github.reknit.Remind', self.store, *arguments], env=self.session.environment, check=True)

    def add(self, when, rule=''):
        """Remind at WHEN, a time as time.time() gives it, to the second."""
        self.call('add', datetime.datetime.fromtimestamp(when).strftime('%Y-%m-%dT%H:%M:%S'), rule)

    def query(self, sql, *values):
        connection = sqlite3.connect(self.store, timeout=5)
        try:
            with connection:
                return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def run(self, suffix=''):
        log = f'{self.name}-{len(self.logs)}'
        self.logs.append(log)
        process = self.session.start([PROGRAM, 'io.github.reknit.Remind' + suffix, self.store, 'run'], log=log)
        wait_for(lambda: 'running' in self.session.log(log), 'the program to run')
        return process

    def wait_for_word(self, word):
        wait_for(lambda: word in self.session.log(self.logs[-1]), f'{word!r} in {self.session.log(self.logs[-1])!r}')

    def check_logs(self):
        for log in self.logs:
            text = self.session.log(log)
            assert 'WARNING' not in text and 'CRITICAL' not in text, text


def soon(seconds):
    return int(time.time()) + seconds


def activate(mock, action, target):
    """As GNOME Shell does it, which knows the program by its name alone."""
    mock.bus.call_sync('io.github.reknit.Remind', '/io/github/reknit/Remind', 'org.freedesktop.Application',
                       'ActivateAction', GLib.Variant('(sava{sv})', (action, [target], {})), None, 0, -1, None)


def late(arrived, due):
    assert due - 0.05 <= arrived <= due + 2, f'{arrived - due:.2f} s after its time'


def script_mock(script, session):
    mock = Notifications(session)

    world = World(session, 'one')
    with script.step('a reminder arrives within 2 s of its time while no window is open'):
        due = soon(4)
        world.add(due)
        process = world.run()
        # As where things stand that nobody may read on a screen.
        world.query('INSERT INTO issue (id, created, modified, title, kind, state) VALUES (1, 1, 1, ?, ?, ?)',
                    PRIVATE, 'x', 'y')
        title, body, buttons = mock.wait(1)
        late(time.time(), due)
    (occurrence,), = world.query('SELECT id FROM occurrence')
    with script.step('it says nothing but that there is something, to whoever stands before the screen'):
        assert (title, body) == ('Something for today', ''), (title, body)
        call = mock.calls('Notify')[0]
        assert PRIVATE not in repr(call) and 'check-in' not in repr(call).lower(), call
        assert call[6]['urgency'] < 2, call[6]
    with script.step('it has the buttons, and they carry a number'):
        assert buttons[1::2] == ['', 'Start', 'In 10 Minutes', 'In 1 Hour', 'Skip'] or \
            buttons[1::2] == ['Start', 'In 10 Minutes', 'In 1 Hour', 'Skip'], buttons
        assert all(str(occurrence) in name for name in buttons[0::2] if name != 'default'), buttons
    with script.step('the program stays while the notification is out, though nothing else is to come'):
        time.sleep(1.5)
        assert process.poll() is None
    with script.step('its button reaches the action'):
        mock.press(1, 'Start')
        world.wait_for_word(f'start {occurrence}')
    with script.step('put off, it is withdrawn and comes back in time, once'):
        activate(mock, 'snooze-occurrence', GLib.Variant('(axu)', ([occurrence], 0)))
        mock.wait(2)
        mock.press(2, 'In 10 Minutes')
        wait_for(lambda: world.query('SELECT fired_at IS NULL FROM occurrence')[0][0], 'the occurrence to be put off')
        (waits,), = world.query('SELECT next_fire FROM occurrence')
        assert 590 <= waits - time.time() <= 601, waits - time.time()
        assert process.poll() is None
    with script.step('skipped, it is over, and the program ends by itself'):
        activate(mock, 'skip-occurrence', GLib.Variant('x', occurrence))
        wait_for(lambda: world.query('SELECT state FROM occurrence') == [('skipped',)], 'the occurrence to be skipped')
        wait_for(lambda: process.poll() is not None, 'the program to end')
        assert process.returncode == 0
        assert len(mock.shown()) == 2

    world = World(session, 'gone')
    with script.step('what came is not sent again by the next run'):
        world.add(soon(3))
        process = world.run()
        mock.wait(3)
        process.kill()
        process.wait()
        process = world.run()
        time.sleep(1)
        assert len(mock.shown()) == 3
        end(process)

    world = World(session, 'quick')
    with script.step('quick exit withdraws what is out, and loses nothing'):
        world.add(soon(3))
        process = world.run()
        mock.wait(4)
        before = mock.withdrawn()
        process.send_signal(signal.SIGUSR1)
        world.wait_for_word('withdrawn')
        wait_for(lambda: mock.withdrawn() > before, 'the withdrawal')
        assert world.query('SELECT state FROM occurrence') == [('pending',)]
        world.check_logs()

    world = World(session, 'asleep')
    with script.step('after three days asleep what was missed is offered once, together'):
        world.add(soon(-2 * 3600), 'FREQ=DAILY')
        world.add(soon(-3 * 3600), 'FREQ=DAILY')
        world.query('UPDATE reminder SET modified = modified - 3 * 86400, starts = ?', '2026-01-01T06:00:00')
        process = world.run()
        title, body, buttons = mock.wait(5)
        assert (title, body) == ('Something for today', '2 things wait for you.'), (title, body)
        time.sleep(1)
        assert len(mock.shown()) == 5
        mock.press(5, 'Open')
        world.wait_for_word('today')
        end(process)
        world.check_logs()

    world = World(session, 'two')
    with script.step('two processes on one store never send the same'):
        for number in range(4):
            world.add(soon(6 + number))
        first, second = world.run('.First'), world.run('.Second')
        mock.wait(9)
        time.sleep(1.5)
        assert len(mock.shown()) == 9, mock.shown()[5:]
        names = [button for _, _, buttons in mock.shown()[5:] for button in buttons if 'start-occurrence' in button]
        assert len(set(names)) == 4, names
        end(first)
        end(second)
        world.check_logs()

    world = World(session, 'unplugged')
    with script.step('nobody is called while the devices are put away; then all comes at once'):
        over = soon(8)
        world.add(soon(3))
        world.add(soon(4))
        world.query('INSERT INTO unplugged (id, created, modified, minutes, started, ends) VALUES (1, 1, 1, 1, ?, ?)',
                    soon(0), over)
        process = world.run()
        title, body, buttons = mock.wait(10)
        late(time.time(), over)
        assert body == '2 things wait for you.', body
        assert world.query('SELECT ended = ends FROM unplugged') == [(1,)]
        end(process)
        world.check_logs()

    world = World(session, 'ritual')
    with script.step('nobody is called for a ritual that is marked already'):
        due = soon(3)
        world.add(due)
        world.query("INSERT INTO ritual (id, created, modified, kind, cue, deed, rule, starts, each) "
                    "VALUES (1, 1, 1, 'daily', 'x', 'y', '', '2026-01-01T00:00:00', 0)")
        world.query("UPDATE reminder SET kind = 'ritual', subject = 1")
        world.query("INSERT INTO ritual_mark (id, created, modified, ritual, day, state) "
                    "SELECT 1, 1, 1, 1, substr (starts, 1, 10), 'done' FROM reminder")
        process = world.run()
        wait_for(lambda: world.query('SELECT state, fired_at FROM occurrence') == [('done', None)], 'the ritual to be settled')
        wait_for(lambda: process.poll() is not None, 'the program to end')
        assert len(mock.shown()) == 10, mock.shown()
        world.check_logs()

    world = World(session, 'named')
    with script.step('where everyone agreed, it is called by its name'):
        world.add(soon(3))
        world.query('INSERT INTO partner (id, created, modified, name, color, position, names_in_notices) '
                    "VALUES (1, 1, 1, 'A', 'x', 1, 1), (2, 1, 1, 'B', 'y', 2, 1)")
        process = world.run()
        assert mock.wait(11)[0] == 'Time for your check-in'
    with script.step('answered elsewhere, it is taken off the screen'):
        before = mock.withdrawn()
        (occurrence,), = world.query('SELECT id FROM occurrence')
        activate(mock, 'skip-occurrence', GLib.Variant('x', occurrence))
        wait_for(lambda: mock.withdrawn() > before, 'the withdrawal')
        wait_for(lambda: process.poll() is not None, 'the program to end')
        world.check_logs()


def script_nobody(script, session):
    world = World(session, 'nobody')
    with script.step('while nobody would show it, a reminder is kept'):
        world.add(soon(3))
        process = world.run()
        wait_for(lambda: world.query('SELECT fired_at FROM occurrence') == [(None,)], 'the occurrence to be on record')
        time.sleep(1.5)
        assert world.query('SELECT fired_at FROM occurrence') == [(None,)]
        assert process.poll() is None
    with script.step('it comes when somebody does'):
        mock = Notifications(session)
        mock.wait(1)
        end(process)
        world.check_logs()


def script_gnome(script, session):
    shell = GnomeNotifications(session)
    world = World(session, 'gnome')
    with script.step('GNOME Shell gets it, in words that may stand on its disk'):
        due = soon(4)
        world.add(due)
        process = world.run()
        name, notice = shell.wait(1)
        late(time.time(), due)
        assert notice['title'] == 'Something for today' and 'body' not in notice, notice
        assert notice['priority'] != 'urgent', notice
        (occurrence,), = world.query('SELECT id FROM occurrence')
        assert name == f'occurrence-{occurrence}'
    with script.step('its buttons reach the program'):
        shell.press(1, 'Start')
        world.wait_for_word(f'start {occurrence}')
        shell.press(1, 'In 1 Hour')
        wait_for(lambda: world.query('SELECT next_fire > strftime(\'%s\') + 3590 FROM occurrence') == [(1,)], 'the snooze')
        wait_for(lambda: name in shell.withdrawn(), 'the withdrawal')
        shell.press(1, 'Skip')
        wait_for(lambda: world.query('SELECT state FROM occurrence') == [('skipped',)], 'the skip')
        wait_for(lambda: process.poll() is not None, 'the program to end')
        world.check_logs()


def script_dunst(script, session):
    world = World(session, 'dunst')
    daemon = Dunst(session)
    with script.step('a real notification daemon shows it within 2 s'):
        due = soon(4)
        world.add(due)
        process = world.run()
        daemon.wait(1)
        late(time.time(), due)
    with script.step('pressed there, it reaches the program'):
        daemon.press()
        world.wait_for_word('start ')
    with script.step('waiting costs nothing'):
        world.add(time.time() + 86400, 'FREQ=DAILY')
        time.sleep(0.5)
        before = ticks(process.pid)
        time.sleep(4)
        assert ticks(process.pid) - before <= 1, 'processor time while idle'
        end(process)
        world.check_logs()


def ticks(pid):
    with open(f'/proc/{pid}/stat', encoding='ascii') as file:
        fields = file.read().rpartition(')')[2].split()
    return int(fields[11]) + int(fields[12])


def main():
    skip_without_mocks()
    with Script('Notifications') as script:
        with Session() as session:
            script_mock(script, session)
        with Session() as session:
            script_nobody(script, session)
        with Session() as session:
            script_gnome(script, session)
        with Session() as session:
            script_dunst(script, session)


if __name__ == '__main__':
    main()
