"""The mouse, for what is done with it alone: dragging."""

import re
import subprocess

from harness import Atspi


def _origin(app, window):
    """Where WINDOW begins on the screen: the toolkit tells places within a window only."""
    found = subprocess.run(['xdotool', 'search', '--all', '--onlyvisible', '--pid', str(app.process.pid), '--name', f'^{window.name}$'],
                           env=app.desktop.environment, capture_output=True, text=True, check=True).stdout.split()
    shape = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', found[-1]], env=app.desktop.environment,
                           capture_output=True, text=True, check=True).stdout
    return tuple(int(re.search(f'(?m)^{axis}=(-?[0-9]+)', shape).group(1)) for axis in 'XY')


def middle_of(app, window, node):
    """The middle of NODE, which stands in WINDOW, on the screen."""
    left, top = _origin(app, window)
    box = Atspi.Component.get_extents(node.accessible.get_component_iface(), Atspi.CoordType.WINDOW)
    return left + box.x + box.width // 2, top + box.y + box.height // 2


def drag(app, start, end, steps=12):
    """From one place on the screen to another, in as many STEPS as a hand would make."""
    moves = [['mousemove', str(x), str(y)] for x, y in
             ((start[0] + (end[0] - start[0]) * step // steps, start[1] + (end[1] - start[1]) * step // steps)
              for step in range(1, steps + 1))]
    command = ['xdotool', 'mousemove', *map(str, start), 'sleep', '0.2', 'mousedown', '1']
    for move in moves:
        command += [*move, 'sleep', '0.03']
    subprocess.run([*command, 'sleep', '0.3', 'mouseup', '1'], env=app.desktop.environment, check=True)
