#!/usr/bin/python3
"""The page for those who are not sure that they are safe: what is ticked there leaves no trace and changes nothing that is
shown, and the numbers to call are there, country by country. The second argument is the program that makes a store."""

import re
import subprocess
import sys
from pathlib import Path

import couple
from harness import Desktop, Script, wait_for

SAFE = 'Are We Safe to Do This?'
QUESTIONS = 'Questions for You Alone'


def contents(folder):
    """Every file below FOLDER with its bytes, but for what the toolkit and the desktop keep of themselves."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(Path(folder).rglob('*'))
            if path.is_file() and '.cache' not in path.parts}


def words_shown(app):
    return [node.name for node in app.find_window('Help').walk() if node.role in ('label', 'heading', 'button', 'list item')]


def go_to(app, find, name):
    """By Tab, as somebody without a pointer does."""
    def is_there():
        there = find().has('focused')
        if not there:
            app.keys('Tab')
        return there
    wait_for(is_there, f'{name} to have the focus')


def open_row(app, name):
    go_to(app, lambda: app.find('list item', name), name)
    app.keys('Return')


def tick(app, box):
    go_to(app, lambda: box, box.name)
    app.keys('space')
    wait_for(box.is_on, f'{box.name} to be ticked')


def check_questions(script, desktop, app):
    with script.step('the page says what it is about, and leads to the questions'):
        app.keys('F1')
        open_row(app, SAFE)
        app.find('label', re.compile('fear, force or control'))
        open_row(app, QUESTIONS)
        app.find('check box', re.compile('afraid of what your partner'))
    with script.step('whatever is ticked, the same is shown, and nothing of it is written'):
        words, before = words_shown(app), contents(desktop.home)
        boxes = [node for node in app.find_window('Help').walk() if node.role == 'check box']
        for box in boxes:
            tick(app, box)
        assert words_shown(app) == words
        app.press(name='Back')
        open_row(app, SAFE)
        app.find('list item', QUESTIONS)
        after = contents(desktop.home)
        assert after == before, [name for name in after if after[name] != before.get(name)]
    with script.step('come back to, nothing is ticked'):
        open_row(app, QUESTIONS)
        app.find('check box', re.compile('afraid of what your partner'))
        assert not [box for box in app.find_window('Help').walk() if box.role == 'check box' and box.is_on()]


def check_lines(script, app):
    with script.step('numbers to call are there, with their age and what calling leaves behind'):
        names = [node.name for node in app.find_window('Help').walk()]
        for words in ('This list was put together in ', 'Calling and browsing leave traces'):
            assert [name for name in names if name.startswith(words)], words
    with script.step('another country is chosen by the keyboard, and its own numbers are shown'):
        assert numbers(app, 'Find A Helpline') and not numbers(app, 'Línea 144')
        go_to(app, lambda: next(node for node in app.find_window('Help').walk() if node.role == 'combo box'), 'Country')
        app.keys('space', 'Down', 'Return')
        wait_for(lambda: numbers(app, 'Línea 144'), 'the numbers of Argentina')


def numbers(app, number):
    return [node.name for node in app.find_window('Help').walk() if node.role == 'label' and number in node.name]


def main():
    with Desktop(size=(1300, 1400), settings=couple.WIDE) as desktop, Script('Safe', desktop) as script:
        subprocess.run([sys.argv[2], couple.store_path(desktop), 'seven quiet herons at dawn'], check=True, timeout=30)
        app = desktop.launch()
        app.find('list item', 'Today')
        check_questions(script, desktop, app)
        check_lines(script, app)
        with script.step('the libraries had nothing to complain about'):
            app.stop()


if __name__ == '__main__':
    main()
