#!/usr/bin/python3
"""Reknit's start beside an empty libadwaita window: time to the first frame, memory of its own, CPU.

  bench-start.py BUILD_FOLDER [--runs N] [--idle SECONDS]

The programs run in turn, on one virtual display, so that whatever else the machine does meets them all. The first
frame is what the X server sees: the first drawing that covers a good part of the window. Needs Xvfb, dbus-daemon
and python3-xlib; run through build-aux/bench.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / 'build-aux'))
from portrait import Stage  # noqa: E402
from session import Session, SessionError, end, wait_for  # noqa: E402

PATIENCE = 60.0      # seconds for a first frame
SETTLE = 3.0         # seconds of rest before memory and CPU are read
COVERED = 0.2        # the part of the window that a first frame draws at least
TICKS = os.sysconf('SC_CLK_TCK')
MIB = 1024 * 1024
APPLICATION_ID = 'io.github.reknit.Reknit'


def cpu_seconds(pid):
    """CPU time of the process, in the kernel and outside."""
    fields = Path(f'/proc/{pid}/stat').read_text('ascii').rpartition(')')[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def own_memory(pid):
    """Bytes that exist for this process alone, heap and stacks: what does not depend on who else maps a library."""
    for line in Path(f'/proc/{pid}/status').read_text('ascii').splitlines():
        if line.startswith('RssAnon:'):
            return int(line.split()[1]) * 1024
    raise SessionError('the kernel tells nothing about memory')


def first_frame(stage, process, begun):
    """Seconds from the start to the first drawing that fills a good part of the first window."""
    size = 0
    for event in stage.events(PATIENCE):
        if stage.note(event):
            geometry = stage.windows[-1].get_geometry()
            size = geometry.width * geometry.height
        elif size and event is not None and type(event).__name__ == 'DamageNotify':
            if event.area.width * event.area.height >= COVERED * size:
                return time.monotonic() - begun
        if process.poll() is not None:
            raise SessionError(f'the program ended with {process.returncode}')
    raise SessionError('no first frame came')


def measure(session, stage, command, data_home):
    """One start: first frame in ms, own memory in MiB, CPU in ms until it rests."""
    environment = dict(session.environment, XDG_DATA_HOME=data_home)
    begun = time.monotonic()
    process = session.start(command, log='bench', env=environment)
    try:
        frame = first_frame(stage, process, begun)
        for _ in stage.events(SETTLE):
            pass
        return {'frame': frame * 1000, 'memory': own_memory(process.pid) / MIB, 'cpu': cpu_seconds(process.pid) * 1000}
    finally:
        end(process)
        wait_for(lambda: gone(stage), what='the window to vanish')


def gone(stage):
    for event in stage.events(0.1):
        stage.note(event)
    return not stage.windows


def measure_idle(session, program, seconds):
    """CPU milliseconds of the background service within SECONDS of rest."""
    process = session.start([program, '--gapplication-service'], log='service')
    try:
        time.sleep(SETTLE)
        before = cpu_seconds(process.pid)
        time.sleep(seconds)
        if process.poll() is not None:
            return None
        return (cpu_seconds(process.pid) - before) * 1000
    finally:
        end(process)


def fill_ten_years(session, stage, build, reknit):
    """A data folder whose demo store holds ten years, at the place where the program made its own of one year."""
    measure(session, stage, [reknit, '--demo'], session.data_home)
    stores = [path for path in Path(session.data_home).rglob('*') if path.is_file() and 'demo' in str(path)
              and path.read_bytes()[:15] == b'SQLite format 3']
    if len(stores) != 1:
        raise SessionError(f'the demo store is not where it was: {stores}')
    folder = session.path('ten-years')
    path = Path(folder) / stores[0].relative_to(session.data_home)
    path.parent.mkdir(parents=True, mode=0o700)
    subprocess.run([build / 'tests' / 'bench' / 'fill-store', path, '10'], check=True)
    return folder


def table(results):
    """The medians, and how each relates to the first program's."""
    base = None
    lines = ['| program | first frame, ms | × | memory of its own, MiB | × | CPU, ms | × |', '|---' * 7 + '|']
    for name, runs in results.items():
        middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
        base = base or middle
        cells = [f'{middle[key]:.{digits}f} | {middle[key] / base[key]:.2f}'
                 for key, digits in (('frame', 0), ('memory', 1), ('cpu', 0))]
        lines.append(f'| {name} | ' + ' | '.join(cells) + ' |')
    return '\n'.join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('build', type=Path)
    parser.add_argument('--runs', type=int, default=15)
    parser.add_argument('--idle', type=float, default=20)
    options = parser.parse_args()
    reknit = str((options.build / 'src' / 'reknit').resolve())
    empty = str((options.build / 'tests' / 'bench' / 'empty-window').resolve())
    with Session(size=(1600, 1200)) as session:
        session.environment['GSETTINGS_SCHEMA_DIR'] = str((options.build / 'data').resolve())
        stage = Stage(session.environment['DISPLAY'])
        programs = {
            'empty window': ([empty], session.data_home),
            'Reknit, empty store': ([reknit], session.data_home),
            'Reknit, ten years': ([reknit, '--demo'], fill_ten_years(session, stage, options.build, reknit)),
        }
        results = {name: [] for name in programs}
        for number in range(-1, options.runs):
            for name, (command, data_home) in programs.items():
                result = measure(session, stage, command, data_home)
                if number >= 0:
                    results[name].append(result)
        print(table(results))
        idle = measure_idle(session, reknit, options.idle)
        if idle is not None:
            print(f'\nThe background service used {idle:.0f} ms of CPU in {options.idle:.0f} s.')


if __name__ == '__main__':
    main()
