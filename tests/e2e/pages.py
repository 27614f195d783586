#!/usr/bin/python3
"""Every page of the demo store opens, says its name, has a name for all that can be pressed, and draws no complaint
from the libraries."""

import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from harness import PROGRAM, Desktop, Script, wait_for

STRATEGIES = Path(__file__).resolve().parents[2] / 'data' / 'content' / 'strategies.xml'


def pages():
    """Each page's id, and the words that it shows."""
    yield 'today', None
    yield 'dates', None
    yield 'insights', None
    for strategy in ElementTree.parse(STRATEGIES).getroot().iter('strategy'):
        yield strategy.get('id'), strategy.findtext('name')
        for practice in strategy.iter('practice'):
            yield practice.get('id'), practice.findtext('title')


def open_page(desktop, page):
    """Ask the running program for another page, as a launcher does."""
    subprocess.run([PROGRAM, '--demo', f'--page={page}'], env=desktop.environment, check=True, timeout=20)


def main():
    with Desktop() as desktop, Script('Pages', desktop) as script:
        with script.step('the demo store opens'):
            app = desktop.launch('--demo')
        known, heard = set(), 0
        for page, words in pages():
            with script.step(page, vital=False):
                open_page(desktop, page)
                if words:
                    app.find(None, words)
                wait_for(lambda: app.process.poll() is None, 'the program to live on')
                nameless = [node for node in app.nameless() if node.accessible not in known]
                known.update(node.accessible for node in nameless)
                assert not nameless, 'no name:\n' + '\n'.join(node.where() for node in nameless)
                complaints, heard = app.complaints[heard:], len(app.complaints)
                assert not complaints, '\n'.join(complaints)
        with script.step('the program ends in peace'):
            app.stop()


if __name__ == '__main__':
    main()
