#!/usr/bin/python3
"""Today, a strategy and all practices of Communicate fit into the width of a phone, in both directions of reading."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from harness import PROGRAM, Script, data_folder, schemas_beside

PORTRAIT = Path(__file__).resolve().parents[2] / 'build-aux' / 'portrait.py'
PAGES = ('today', 'communicate', 'address-issues', 'express-feelings', 'active-listening', 'ground-rules',
         'regular-check-ins')


def take(folder, page, *options):
    """A picture of the page at 360 × 648; fails when the window does not become so small."""
    picture = os.path.join(folder, page + '.png')
    environment = dict(os.environ, GSETTINGS_SCHEMA_DIR=str(schemas_beside(PROGRAM)),
                       ASAN_OPTIONS='detect_leaks=0')
    result = subprocess.run([sys.executable, PORTRAIT, '--output', picture, '--size', '360x648', '--exact', *options,
                             '--', PROGRAM, '--demo', f'--page={page}'],
                            env=environment, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 0, result.stderr
    # A window of one colour packs to next to nothing.
    assert os.path.getsize(picture) > 8000, f'{picture} is empty'


def main():
    with Script('Narrow') as script, tempfile.TemporaryDirectory() as folder:
        for page in PAGES:
            with script.step(page, vital=False):
                take(folder, page)
        with script.step('today, from right to left'):
            take(folder, 'today', '--rtl')


if __name__ == '__main__':
    main()
