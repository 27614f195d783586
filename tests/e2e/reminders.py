#!/usr/bin/python3
"""Reminders of the real program: while no window is open, when it is not even running, and after a long sleep. The first
argument after the program names the part: daemon, break, special, gnome or many, each in a desktop of its own."""

import datetime
import re
import sqlite3
import subprocess
import sys
import time

from gi.repository import Gio, GLib

import couple
from harness import PATIENCE, PROGRAM, Desktop, Script, end, wait_for
from services import Dunst, GnomeNotifications, Logind, Notifications, skip_without_mocks

APPLICATION = 'io.github.reknit.Reknit'
NEUTRAL = 'Something for today'
TOPIC = 'The dishes in the sink'
SETTLED = ('INSERT INTO household (id, created, modified, alone, settled) VALUES (1, 1, 1, 0, 1)',
           "INSERT INTO partner (id, created, modified, name, color, position, names_in_notices) VALUES "
           "(11, 1, 1, 'Adalind', 'teal', 1, 0), (12, 1, 1, 'Benedikt', 'amber', 2, 0)")


def start_service(desktop):
    """The program as the session or the bus starts it: without a window."""
    log = f'service-{len(desktop.processes)}'
    process = desktop.start([PROGRAM, '--gapplication-service'], log=log)
    wait_for(lambda: desktop.owner() == process.pid, 'the service on the bus')
    return process, log


def has_schema(desktop):
    try:
        return couple.query(desktop, "SELECT 1 FROM sqlite_schema WHERE name = 'occurrence'")
    except sqlite3.OperationalError:
        return False


def make_store(desktop):
    """A store as the first run leaves it, made by the program itself."""
    process, _ = start_service(desktop)
    wait_for(lambda: has_schema(desktop), 'the store to be made')
    for statement in SETTLED:
        couple.query(desktop, statement)
    end(process)
    wait_for(lambda: desktop.owner() is None, 'the service to leave the bus')


def plan(desktop, when, rule='', reminder=21, kind='check-in', subject=0):
    """A check-in or what else KIND says falls due at WHEN, a time as time.time() gives it."""
    starts = datetime.datetime.fromtimestamp(when).strftime('%Y-%m-%dT%H:%M:%S')
    couple.query(desktop, 'INSERT OR REPLACE INTO reminder (id, created, modified, kind, subject, rule, starts, zone, enabled, '
                 "lead_minutes) VALUES (?, 1, 1, ?, ?, ?, ?, '', 1, 0)", reminder, kind, subject, rule, starts)


def forget(desktop):
    couple.query(desktop, 'DELETE FROM reminder')


def soon(seconds):
    return int(time.time()) + seconds


def check_in_time(arrived, due):
    assert due - 0.05 <= arrived <= due + 2, f'{arrived - due:.2f} s after its time'


def ticks(pid):
    """Processor time that the process used so far, in clock ticks."""
    with open(f'/proc/{pid}/stat', encoding='ascii') as file:
        fields = file.read().rpartition(')')[2].split()
    return int(fields[11]) + int(fields[12])


def let_time_pass(seconds):
    """What must not happen, or must not cost anything, can only be watched for a while."""
    deadline = time.monotonic() + seconds
    wait_for(lambda: time.monotonic() > deadline, 'time to pass', seconds + PATIENCE)


def activate(mock, action, target):
    """As GNOME Shell does it, which knows the program by its name alone."""
    mock.bus.call_sync(APPLICATION, '/' + APPLICATION.replace('.', '/'), 'org.freedesktop.Application', 'ActivateAction',
                       GLib.Variant('(sava{sv})', (action, [target], {})), None, 0, -1, None)


def snooze(desktop, minutes):
    """Put off what is out, by its action, as any button does."""
    (occurrence,), = couple.query(desktop, 'SELECT id FROM occurrence WHERE reminder = 21')
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.call_sync(APPLICATION, '/' + APPLICATION.replace('.', '/'), 'org.freedesktop.Application', 'ActivateAction',
                  GLib.Variant('(sava{sv})', ('snooze-occurrence', [GLib.Variant('(axu)', ([occurrence], minutes))], {})),
                  None, 0, -1, None)


def expect_check_in(app):
    """The check-in itself, at its first step."""
    app.find('heading', 'Begin with Something Good')
    app.find('progress bar', 'Step 1 of 5')


def check_log(desktop, log):
    text = desktop.log(log)
    assert 'WARNING' not in text and 'CRITICAL' not in text, text


def script_daemon(script, desktop):
    make_store(desktop)
    daemon = Dunst(desktop)
    with script.step('a due check-in reaches a real notification daemon within 2 s, while no window is open'):
        due = soon(6)
        plan(desktop, due)
        process, log = start_service(desktop)
        daemon.wait(1)
        check_in_time(time.time(), due)
    with script.step('pressed there, it opens the check-in'):
        daemon.press()
        app = desktop.activated()
        assert app.process.pid == process.pid
        expect_check_in(app)
    with script.step('closing the window keeps the reminders alive: what was put off comes back, and the next one comes'):
        app.close_window()
        app.has_none('window')
        due = soon(6)
        plan(desktop, due, reminder=22)
        snooze(desktop, 0)
        daemon.wait(1)
        # Two that read the same would be stacked into one.
        daemon.clear()
        daemon.wait(1)
        check_in_time(time.time(), due)
        assert process.poll() is None
    with script.step('quick exit takes them off the screen, and loses nothing'):
        # With nothing to come the service would end.
        plan(desktop, soon(3600), reminder=23)
        subprocess.run(['gapplication', 'action', APPLICATION, 'quick-exit'], env=desktop.environment, check=True)
        wait_for(lambda: daemon.count() == 0, 'an empty screen')
        assert couple.query(desktop, 'SELECT DISTINCT state FROM occurrence') == [('pending',)]
        assert process.poll() is None
    with script.step('an idle service costs nothing'):
        let_time_pass(1)
        before = ticks(process.pid)
        let_time_pass(5)
        used = ticks(process.pid) - before
        assert used <= 1, f'{used} ticks of processor time in 5 s'
        assert process.poll() is None
        check_log(desktop, log)


def take_break(app):
    app.press(name='Pause')
    app.press(name='Begin the Break')
    app.find('heading', 'A Break')


def shorten_break(desktop, logind):
    """Twenty minutes are long: agree on an earlier time from outside, which the program hears of as it wakes up."""
    back = soon(6)
    plan(desktop, back, reminder=couple.query(desktop, "SELECT id FROM reminder WHERE kind = 'talk-break'")[0][0],
         kind='talk-break', subject=couple.query(desktop, 'SELECT id FROM talk')[0][0])
    couple.query(desktop, 'UPDATE talk SET back_at = ?', back)
    logind.wake()
    return back


def go_on_with_talk(app):
    """What a call back leads to: the break that is over, and from there the step at which the talk stopped."""
    app.find('heading', 'Welcome Back')
    assert len(app.windows()) == 1, app.windows()
    app.press(name='Go On with the Talk')
    app.find('label', 'Say back what you heard, in your own words.')


def script_break(script, desktop):
    logind, daemon = Logind(desktop), Dunst(desktop)
    app = desktop.launch()
    with script.step('flooded, they agree on a break, and close the window'):
        couple.settle(app, 'Adalind', 'Benedikt')
        subprocess.run([PROGRAM, '--page=active-listening'], env=desktop.environment, check=True, timeout=20)
        app.type('A few words', TOPIC)
        for name in ('Begin the Talk', 'Begin Without', 'I Have Said It'):
            app.press(name=name)
        take_break(app)
        app.close_window()
        app.has_none('window')
    with script.step('a real notification daemon shows that it is over, at its time, and not of what they talk'):
        back = shorten_break(desktop, logind)
        daemon.wait(1)
        check_in_time(time.time(), back)
        assert app.process.poll() is None
    with script.step('pressed there, it opens the window in the talk, which goes on where it stopped'):
        daemon.press()
        go_on_with_talk(app)
        assert daemon.words() == [NEUTRAL, ''], daemon.words()
        assert not couple.query(desktop, 'SELECT 1 FROM reminder WHERE kind = ?', 'talk-break')
    with script.step('while another page is open it leads back, too; called by its name if both want that, without the topic'):
        couple.query(desktop, 'UPDATE partner SET names_in_notices = 1')
        take_break(app)
        subprocess.run([PROGRAM, '--page=today'], env=desktop.environment, check=True, timeout=20)
        shorten_break(desktop, logind)
        daemon.wait(1)
        daemon.press()
        go_on_with_talk(app)
        assert daemon.words() == ['Your break is over', 'Go on with your talk when you are both ready.'], daemon.words()
    with script.step('whoever goes on without it finds it gone from the screen'):
        take_break(app)
        shorten_break(desktop, logind)
        daemon.wait(1)
        go_on_with_talk(app)
        wait_for(lambda: daemon.count() == 0, 'an empty screen')
    with script.step('nothing was complained about'):
        app.stop()


def open_special_day(desktop, app):
    """The form of a plan, turned into that of a special day by the keys, as its kinds are a list that drops down."""
    subprocess.run([PROGRAM, '--plan-date'], env=desktop.environment, check=True, timeout=20)
    planner = app.find_window('Dates')
    planner.find('text', 'Title')
    app.keys('shift+Tab', 'space', 'End', 'Return')
    planner.has_none(None, 'Who Plans')
    return planner


def script_special(script, desktop):
    logind, daemon = Logind(desktop), Dunst(desktop)
    app = desktop.launch()
    with script.step('a special day is written down, to be reminded of three days before'):
        couple.settle(app, 'Adalind', 'Benedikt')
        planner = open_special_day(desktop, app)
        planner.type('Title', 'The day we met')
        for lead, on in (('A Day', False), ('Three Days', True)):
            planner.toggle(lead, on)
        planner.press(name='Save')
        planner.find('heading', 'The day we met')
        (rule, lead), = couple.query(desktop, "SELECT rule, lead_minutes FROM reminder WHERE kind = 'plan'")
        assert daemon.count() == 0
        assert rule.startswith('FREQ=YEARLY') and lead == 3 * 1440, (rule, lead)
    with script.step('three days before it a real notification daemon shows that something is planned, and not what'):
        for window in (planner, app.find_window('Reknit')):
            window.press(name='Close')
        app.has_none('window')
        due = soon(6)
        day = datetime.datetime.fromtimestamp(due + 3 * 86400)
        couple.query(desktop, "UPDATE reminder SET starts = ?, rule = ? WHERE kind = 'plan'", day.strftime('%Y-%m-%dT%H:%M:%S'),
                     day.strftime('FREQ=YEARLY;BYMONTH=%m;BYMONTHDAY=%d'))
        logind.wake()
        daemon.wait(1)
        check_in_time(time.time(), due)
    with script.step('pressed there, it opens the day in the planner'):
        daemon.press()
        assert daemon.words() == [NEUTRAL, ''], daemon.words()
        app.find_window('Dates').find('heading', 'The day we met')
    with script.step('nothing was complained about'):
        app.stop()


def script_gnome(script, desktop):
    make_store(desktop)
    shell = GnomeNotifications(desktop)
    with script.step('its words say nothing of whom or what, as they stay on the disk'):
        due = soon(6)
        plan(desktop, due)
        process, _ = start_service(desktop)
        shell.wait(1)
        check_in_time(time.time(), due)
        notice = repr(shell.calls('AddNotification'))
        assert NEUTRAL in notice and 'Adalind' not in notice and 'Benedikt' not in notice, notice
        assert 'check' not in notice.lower(), notice
    with script.step('put off for 10 minutes, it comes back then, also in another run'):
        shell.press(1, 'In 10 Minutes')
        wait_for(lambda: couple.query(desktop, 'SELECT fired_at FROM occurrence') == [(None,)], 'the snooze')
        (back,), = couple.query(desktop, 'SELECT next_fire FROM occurrence')
        assert 570 <= back - time.time() <= 601, back - time.time()
        process.kill()
        process.wait()
        back = soon(6)
        couple.query(desktop, 'UPDATE occurrence SET next_fire = ?', back)
        process, _ = start_service(desktop)
        shell.wait(2)
        check_in_time(time.time(), back)
    with script.step('its button starts the program when it does not run, and opens the check-in'):
        process.kill()
        process.wait()
        wait_for(lambda: desktop.owner() is None, 'the program to be gone')
        shell.press(2, 'Start')
        app = desktop.activated()
        assert app.process.pid != process.pid
        expect_check_in(app)
        assert len(shell.shown()) == 2, shell.shown()


class OtherBus:
    """A second login on the same home: a session bus of its own."""

    def __init__(self, desktop):
        self.desktop = desktop
        self.environment = dict(desktop.environment, DBUS_SESSION_BUS_ADDRESS=desktop.start_bus('other'))

    def start(self, command, log=None):
        return self.desktop.start(command, log='other-' + (log or 'service'), env=self.environment)


def script_many(script, desktop):
    make_store(desktop)
    here = Notifications(desktop)
    other = OtherBus(desktop)
    there = Notifications(other)
    with script.step('after three days asleep exactly one catch-up, and none at the next start'):
        plan(desktop, soon(-3 * 86400 - 3600), 'FREQ=DAILY')
        process, _ = start_service(desktop)
        title, body, _ = here.wait(1)
        assert (title, body) == (NEUTRAL, ''), (title, body)
        let_time_pass(2)
        assert len(here.shown()) == 1, here.shown()
        end(process)
        process, _ = start_service(desktop)
        let_time_pass(2)
        assert len(here.shown()) == 1, here.shown()
        end(process)
        forget(desktop)
    with script.step('two processes on one store never send the same'):
        for number in range(4):
            plan(desktop, soon(8 + number), reminder=30 + number)
        first, _ = start_service(desktop)
        second = other.start([PROGRAM, '--gapplication-service'])
        wait_for(lambda: len(here.shown()) + len(there.shown()) >= 5, 'all four')
        let_time_pass(2)
        names = [button for mock in (here, there) for _, _, buttons in mock.shown() for button in buttons
                 if 'start-occurrence' in button]
        assert len(here.shown()) + len(there.shown()) == 5 and len(set(names)) == 5, names
        end(first)
        end(second)
        forget(desktop)
    with script.step('one consent is not enough to call it by its name; both are, and still no names'):
        for consents, title in ((1, NEUTRAL), (2, 'Time for your check-in')):
            couple.query(desktop, 'UPDATE partner SET names_in_notices = position <= ?', consents)
            plan(desktop, soon(5))
            before = len(here.shown())
            process, _ = start_service(desktop)
            shown = here.wait(before + 1)
            assert shown[0] == title and 'Adalind' not in repr(shown), shown
            end(process)
            forget(desktop)


def main():
    skip_without_mocks()
    scripts = {'daemon': script_daemon, 'break': script_break, 'special': script_special, 'gnome': script_gnome, 'many': script_many}
    with Desktop(APPLICATION) as desktop, Script(f'Reminders: {sys.argv[2]}', desktop) as script:
        scripts[sys.argv[2]](script, desktop)


if __name__ == '__main__':
    main()
