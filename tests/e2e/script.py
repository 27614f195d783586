"""What a script of the end-to-end tests tells: its steps, as TAP."""

import os
import sys
import traceback
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / 'build-aux'))
from session import tell_windows  # noqa: E402


class Script:
    """Steps as TAP points. Ends the process with the right status on leaving."""

    def __init__(self, title, desktop=None):
        self.title = title
        self.desktop = desktop
        self.count = 0
        self.failed = False

    def __enter__(self):
        print(f'TAP version 13\n# {self.title}', flush=True)
        return self

    @contextmanager
    def step(self, name, vital=True):
        """One TAP point. What follows a step that is not VITAL does not rest on it, and goes on."""
        self.count += 1
        try:
            yield
        except Exception:
            self._tell_failure()
            print(f'not ok {self.count} {name}', flush=True)
            self.failed = True
            if vital:
                raise
        else:
            print(f'ok {self.count} {name}', flush=True)

    def _tell_failure(self):
        for line in traceback.format_exc().splitlines():
            print('# ' + line)
        if self.desktop and self.desktop.apps:
            self._tell_windows()
        for app in self.desktop.apps if self.desktop else ():
            self._tell_tree(app)

    def _tell_windows(self):
        """What the display itself knows, which is all that tells a window without a picture from a program in error."""
        try:
            lines = tell_windows(self.desktop.environment['DISPLAY'])
        except Exception as error:
            lines = [f'the windows cannot be read: {error}']
        print('\n'.join('# window ' + line for line in lines))

    def _tell_tree(self, app):
        """What the program shows, short enough for a record that is read far away."""
        if app.process.poll() is not None:
            return
        try:
            lines = [line for line in app.tree().splitlines() if not line.endswith(("panel '' ", "panel ''", "filler ''"))]
        except Exception as error:  # Whatever keeps it from being read is worth telling, and must hide nothing else.
            lines = [f'the tree cannot be read: {error}']
        limit = len(lines) if os.environ.get('REKNIT_E2E_TREE') else 150
        print('\n'.join('# ' + line for line in lines[:limit]))

    def __exit__(self, kind, *_):
        if kind and not self.failed:
            self._tell_failure()
            self.count += 1
            print(f'not ok {self.count} the script itself')
        print(f'1..{self.count}', flush=True)
        if kind or self.failed:
            sys.exit(1)
