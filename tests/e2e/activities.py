#!/usr/bin/python3
"""What the two could do: each rates from their own seat, a match is shown to both and a “no” to nobody else."""

import hmac
import re
import subprocess
import xml.etree.ElementTree
from pathlib import Path

import couple
from harness import PROGRAM, Desktop, Script, look, wait_for

IDEAS = Path(__file__).parents[2] / 'data' / 'content' / 'ideas.xml'
FEW = 6


def asked(app_window):
    """The idea that is asked about: the heading after “Would You Like This?”."""
    names = look(lambda: [(found.role, found.name) for found in app_window.walk()])
    at = names.index(('label', 'Would You Like This?'))
    return next(name for role, name in names[at:] if role == 'heading')


def leave_few(desktop):
    """All but a few activities rest, so that the two soon meet: each is asked in an order of their own."""
    ideas = xml.etree.ElementTree.parse(IDEAS).getroot().findall("idea[@activity='true']")
    marks = [hmac.new(b'chance', idea.get('id').encode(), 'sha256').hexdigest()[:32] for idea in ideas[FEW:]]
    couple.query(desktop, 'INSERT INTO idea_rest_marks VALUES (1, 1, 1, ?)', ' '.join(['chance', *sorted(marks)]))


def skip_to(app, window, title):
    """Passes over all that is asked before."""
    for _ in range(FEW):
        now = asked(window)
        if now == title:
            return
        app.keys('s')
        wait_for(lambda now=now: asked(window) != now, 'another idea')
    raise AssertionError(f'never asked: {title}')


def rate(script, desktop, app):
    window = app.find_window('Reknit')
    with script.step('together, rating asks for a seat'):
        subprocess.run([PROGRAM, '--page=shared-activities'], env=desktop.environment, check=True, timeout=20)
        window.find('heading', 'Each From Your Own Seat')
        window.has_none('button', 'Love')
    with script.step('one loves an idea and says no to the next, by key'):
        couple.take_seat(app, 'Ada')
        window.find(None, 'Would You Like This?')
        loved = asked(window)
        window.press(name='Love')
        wait_for(lambda: asked(window) != loved, 'the next idea')
        unwanted = asked(window)
        app.keys('4')
        wait_for(lambda: asked(window) not in (loved, unwanted), 'the idea after that')
        assert couple.query(desktop, 'SELECT count(*) FROM idea_rating') == [(1,)], 'a “no” must be no row of its own'
    with script.step('the other is asked the same at some time, and sees nothing of it'):
        couple.take_seat(app, 'Ben')
        window.find('heading', 'What Would You Both Like to Do?')
        skip_to(app, window, loved)
        window.press(name='Like')
        window.find('heading', '1 Idea You Both Like')
        skip_to(app, window, unwanted)
        window.press(name='Love')
        wait_for(lambda: asked(window) not in (loved, unwanted), 'another one')
        window.find('heading', '1 Idea You Both Like')
    return window, loved, unwanted


def stays(script, app, window, loved, unwanted):
    with script.step('the match is shown together, the other one nowhere'):
        couple.take_seat(app, 'Together')
        window.find('heading', '1 Idea You Both Like')
        window.find(None, re.compile(re.escape(loved)))
        window.has_none(None, re.compile(re.escape(unwanted)))
        window.press(name='Pick for Us')
        window.find('heading', loved)
    with script.step('the finder goes by nobody’s “no” but one’s own: what was missing would tell'):
        window.press(name='Find an Idea')
        planner = app.find_window('Dates')
        planner.press(name='Show All')
        planner.find(None, re.compile(re.escape(loved)))
        planner.find(None, re.compile(re.escape(unwanted)))


def main():
    with Desktop(size=(1300, 1400), settings=couple.WIDE) as desktop, Script('Activities', desktop) as script:
        app = desktop.launch()
        with script.step('the two set up'):
            couple.settle(app)
            leave_few(desktop)
        window, loved, unwanted = rate(script, desktop, app)
        stays(script, app, window, loved, unwanted)
        with script.step('the libraries had nothing to complain about'):
            app.stop()


if __name__ == '__main__':
    main()
