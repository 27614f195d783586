#!/usr/bin/python3
"""Every page, form, session and dialog fits into the width of a phone with text of twice the size; and Today is drawn
there from right to left, too."""

import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import couple
from harness import PROGRAM, Desktop, Script, schemas_beside
from portrait import Stage

TOP = Path(__file__).resolve().parents[2]
PORTRAIT = TOP / 'build-aux' / 'portrait.py'
STRATEGIES = TOP / 'data' / 'content' / 'strategies.xml'
WIDTH, HEIGHT = 360, 648
# What stands over a page: the page, whose seat it needs, what is pressed in turn, and what is there then.
DEEPER = (
    ('address-issues', 'Together', ['Time for friends'], 'To Talk About'),
    ('address-issues', 'Ana', ['Raise an Issue'], 'What Happened'),
    ('express-feelings', 'Ana', [], 'Waiting to Be Heard'),
    ('express-feelings', 'Ana', ['Note a Feeling'], 'I Feel…'),
    ('ground-rules', 'Ana', ['Change…'], 'Our Ground Rules'),
    ('regular-check-ins', 'Together', ['Start Now'], 'Begin with Something Good'),
    ('regular-check-ins', 'Together', ['Go On', 'Continue'], 'Who Begins?'),
    ('regular-check-ins', 'Ana', ['Go On'], 'Something You Appreciate'),
    ('prioritize-time', 'Ana', ['Keep Time Free'], 'For Whom'),
    ('address-issues', 'Together', ['Time for friends', 'Talk It Over', 'Begin the Talk'], 'What We Hold To'),
)


def assert_fits(stage, app):
    """Every window becomes as small as a phone's screen; the newest one is made so, as it would be there."""
    stage.wait_for_rest(app.process)
    stage.resize(stage.windows[-1], WIDTH, HEIGHT, exact=True)


def open_page(desktop, page):
    subprocess.run([PROGRAM, '--demo', f'--page={page}'], env=desktop.environment, check=True, timeout=30)


def pages():
    """Each page's id, and words that it shows."""
    yield 'insights', 'Being Heard'
    for strategy in ElementTree.parse(STRATEGIES).getroot().iter('strategy'):
        yield strategy.get('id'), strategy.findtext('name')
        for practice in strategy.iter('practice'):
            yield practice.get('id'), practice.findtext('title')
    yield 'today', re.compile('^Ana and Ben$')


def look_deeper(script, stage, desktop, app):
    for page, seat, presses, words in DEEPER:
        with script.step(f'{page}: {words}', vital=False):
            couple.take_seat(app, seat)
            open_page(desktop, page)
            for name in presses:
                app.press_any(name)
            app.find(None, words)
            assert_fits(stage, app)


def look_at_windows(script, stage, desktop, app):
    with script.step('search', vital=False):
        app.keys('ctrl+f')
        app.find('text', 'Search')
        assert_fits(stage, app)
    for keys, title in (('ctrl+comma', 'Preferences'), ('F1', 'Help')):
        with script.step(title, vital=False):
            app.keys(keys)
            app.dialog(title)
            assert_fits(stage, app)
            app.keys('Escape')
            stage.wait_for_rest(app.process)
    with script.step('the planner', vital=False):
        open_page(desktop, 'dates')
        planner = app.find_window('Dates')
        assert_fits(stage, app)
    with script.step('the form of a date', vital=False):
        planner.press(name='Plan a Date')
        planner.find('text', 'Title')
        assert_fits(stage, app)


def take(folder, page, *options):
    """A picture of the page at 360 × 648; fails when the window does not become so small."""
    picture = os.path.join(folder, page + '.png')
    environment = dict(os.environ, GSETTINGS_SCHEMA_DIR=str(schemas_beside(PROGRAM)),
                       ASAN_OPTIONS='detect_leaks=0')
    result = subprocess.run([sys.executable, PORTRAIT, '--output', picture, '--size', f'{WIDTH}x{HEIGHT}', '--exact',
                             *options, '--', PROGRAM, '--demo', f'--page={page}'],
                            env=environment, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 0, result.stderr
    # A window of one colour packs to next to nothing.
    assert os.path.getsize(picture) > 8000, f'{picture} is empty'


def main():
    with Desktop(size=(1300, 1000), window_manager=None, text_scale=2.0) as desktop, Script('Narrow', desktop) as script:
        stage = Stage(desktop.environment['DISPLAY'])
        with script.step('the demo store opens'):
            app = desktop.launch('--demo')
        for page, words in pages():
            with script.step(page, vital=False):
                open_page(desktop, page)
                app.find(None, words)
                assert_fits(stage, app)
        look_deeper(script, stage, desktop, app)
        look_at_windows(script, stage, desktop, app)
        with script.step('the libraries had nothing to complain about'):
            app.stop()
        with script.step('today, from right to left'), tempfile.TemporaryDirectory() as folder:
            take(folder, 'today', '--rtl', '--text-scale', '2')


if __name__ == '__main__':
    main()
