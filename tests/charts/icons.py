#!/usr/bin/python3
"""Icons: every drawing can be recoloured, is shipped, and no name that the program uses depends on an icon theme.

  icons.py SOURCE_ROOT        speaks TAP
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SVG = '{http://www.w3.org/2000/svg}'
NAME = re.compile(r'\b[a-z0-9]+(?:-[a-z0-9]+)*-symbolic\b')
# What GTK and libadwaita carry within themselves, from 4.8 and 1.2 to 4.18 and 1.7, as far as it is of use here.
BUNDLED = {f'{name}-symbolic' for name in """
    adw-entry-apply adw-expander-arrow adw-external-link adw-mail-send audio-volume-high audio-volume-muted avatar-default
    bookmark-new changes-allow changes-prevent dialog-error dialog-information dialog-password dialog-question
    dialog-warning document-open document-open-recent document-save document-save-as edit-clear edit-clear-all edit-copy
    edit-cut edit-delete edit-find edit-paste edit-select-all folder go-down go-next go-previous go-up insert-image list-add
    list-remove media-playback-pause media-playback-start media-playback-stop object-select open-menu pan-down pan-end
    pan-start pan-up system-search user-trash value-decrease value-increase view-list view-more view-refresh
    window-close""".split()}


def find_faults_of_drawing(path):
    root = ElementTree.parse(path).getroot()
    if (root.get('width'), root.get('height')) != ('16', '16'):
        yield f'{path.name}: not on the 16 px grid'
    for element in root.iter():
        if element.tag not in (f'{SVG}svg', f'{SVG}path'):
            yield f'{path.name}: <{element.tag}> is not recoloured by GTK'
        if element.get('stroke') or element.get('style') or element.get('fill') == 'none':
            yield f'{path.name}: only filled paths are recoloured by GTK'


def find_drawings(root):
    return sorted((root / 'data/icons/symbolic').glob('*.svg'))


def check_drawings(root):
    for path in find_drawings(root):
        yield from find_faults_of_drawing(path)


def check_resource(root):
    listed = [file.text for file in ElementTree.parse(root / 'data/icons/icons.gresource.xml.in').getroot().iter('file')]
    for name in listed:
        if not (root / 'data/icons' / name).exists():
            yield f'{name} is listed and not there'
    for path in find_drawings(root):
        if f'symbolic/{path.name}' not in listed:
            yield f'{path.name} is there and not listed'


def check_names(root):
    known = BUNDLED | {path.stem for path in find_drawings(root)}
    for folder, suffixes in (('src', ('.c', '.h', '.ui')), ('data', ('.xml', '.ui'))):
        for path in sorted((root / folder).rglob('*')):
            if path.suffix in suffixes:
                for name in sorted(set(NAME.findall(path.read_text(encoding='utf-8'))) - known):
                    yield f'{path.relative_to(root)}: {name} is neither ours nor bundled with GTK'


def main():
    root = Path(sys.argv[1])
    checks = (check_drawings, check_resource, check_names)
    print(f'1..{len(checks)}')
    failed = False
    for number, check in enumerate(checks, 1):
        faults = list(check(root))
        failed = failed or bool(faults)
        print(f"{'not ok' if faults else 'ok'} {number} - {check.__name__}")
        for fault in faults:
            print(f'# {fault}')
    return failed


if __name__ == '__main__':
    sys.exit(main())
