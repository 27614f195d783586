#!/usr/bin/python3
"""The project's habits that a compiler does not keep: layers, sizes, translations, silence about private things.

  lint.py SOURCE_ROOT        speaks TAP, one point a rule

What stands in tests/lint/allowed.txt may break the rule that it names, for the reason given there; an entry that
breaks no rule any more is a failure of its own.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

FILE_LINES = 500
FUNCTION_LINES = 40
MAIN_LINES = 60

# Which layers each layer may include headers of.
LAYERS = {
    'base': set(),
    'compat': set(),
    'vault': {'base'},
    'store': {'base'},
    'content': {'base'},
    'model': {'base', 'store'},
    'reminders': {'base', 'compat', 'store', 'model'},
    'export': {'base', 'store', 'model'},
    'planning': {'base', 'store', 'content', 'model', 'reminders', 'export'},
    'demo': {'base', 'vault', 'store', 'content', 'model', 'reminders', 'planning'},
    'charts': {'base'},
    'ui': {'base', 'vault', 'store', 'content', 'model', 'reminders', 'planning', 'export', 'demo', 'charts'},
}
# Which layers may include a library.
LIBRARIES = {
    re.compile(r'sqlite3'): {'store'},
    re.compile(r'sodium'): {'vault'},
    re.compile(r'(libical/)?ical'): {'compat', 'reminders'},
    re.compile(r'(gtk|gdk|gsk)/|adwaita\.h|adw-|graphene'): {'charts', 'ui'},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)
TRANSLATED = {
    '.c': re.compile(r'\b(?:[NQ]?_|NC?_|C_|d?ngettext|g_dngettext|g_dpgettext2?)\s*\("'),
    '.ui': re.compile(r'translatable="yes"'),
}
SPOKEN = re.compile(r'\b(g_print|g_printerr|g_message|g_debug|g_info|g_log_structured|f?printf|puts|perror)\s*\(')
VERSION = re.compile(r'^\s*#\s*(?:el)?if.*VERSION', re.MULTILINE)
NETWORK = re.compile(r'\bg_socket_|\bGSocket(?!Address\b)|\bsoup_|\bcurl_|<sys/socket\.h>|<net(?:db|inet/.*)\.h>')
# Made by hand, it would offer a preview, which is a copy in a temporary file.
PRINTING = re.compile(r'\bgtk_print_operation_new \(')
UNFINISHED = re.compile(r'\b(TODO|FIXME|XXX|HACK)\b')
BUTTONS = ('GtkButton', 'GtkToggleButton', 'GtkMenuButton')
SILENT = ('model', 'store', 'vault')


class Tree:
    """The project's files, read once."""

    def __init__(self, root):
        self.root = Path(root)
        self.texts = {}
        for folder in ('src', 'tests', 'data', 'po', 'build-aux'):
            for path in sorted((self.root / folder).rglob('*')):
                if path.is_file() and '__pycache__' not in path.parts:
                    try:
                        self.texts[path.relative_to(self.root).as_posix()] = path.read_text('utf-8')
                    except UnicodeDecodeError:
                        pass

    def files(self, pattern):
        expression = re.compile(pattern)
        return [(name, text) for name, text in self.texts.items() if expression.search(name)]

    def lines(self, name):
        return [line for line in self.texts.get(name, '').splitlines() if line and not line.startswith('#')]


def line_of(text, position):
    return text.count('\n', 0, position) + 1


def layer_of(name):
    parts = name.split('/')
    return parts[1] if len(parts) > 2 else 'ui'


def check_layers(tree):
    homes = {name.rsplit('/', 1)[1]: layer_of(name) for name, _ in tree.files(r'^src/.*\.h$')}
    for name, text in tree.files(r'^src/.*\.[ch]$'):
        layer = layer_of(name)
        if layer not in LAYERS:
            yield name, f'{name} stands in no layer'
            continue
        for match in INCLUDE.finditer(text):
            home = homes.get(match[1].rsplit('/', 1)[-1])
            if home and home != layer and home not in LAYERS[layer]:
                yield name, f'{name}:{line_of(text, match.start())} includes {match[1]} of {home}'


def check_libraries(tree):
    for name, text in tree.files(r'^src/.*\.[ch]$'):
        for match in INCLUDE.finditer(text):
            for library, layers in LIBRARIES.items():
                if library.match(match[1]) and layer_of(name) not in layers:
                    yield name, f'{name}:{line_of(text, match.start())} includes {match[1]}'


def check_file_sizes(tree):
    for name, text in tree.files(r'^(src|tests|build-aux)/.*(\.([ch]|py|ui|sh|css)|/run|/check|/bench)$'):
        count = len(text.splitlines())
        if count > FILE_LINES:
            yield name, f'{name} has {count} lines'


def functions(text):
    """Name, line and length of each function: the lines of its body that are not blank, braces not counted."""
    lines = text.splitlines()
    start = None
    for number, line in enumerate(lines):
        if line == '{' and number and lines[number - 1].rstrip().endswith(')'):
            start = number
        elif line == '}' and start is not None:
            head = start - 1
            while head > 0 and lines[head][:1] in (' ', '\t'):
                head -= 1
            yield lines[head].split('(')[0].strip(), head + 1, sum(1 for body in lines[start + 1:number] if body.strip())
            start = None


def check_function_sizes(tree):
    for name, text in tree.files(r'^src/.*\.c$'):
        for function, line, count in functions(text):
            if count > FUNCTION_LINES:
                yield f'{name}:{function}', f'{name}:{line} {function} has {count} lines'


def check_main(tree):
    count = len(tree.texts.get('src/main.c', '').splitlines())
    if count > MAIN_LINES:
        yield 'src/main.c', f'src/main.c has {count} lines'


def check_potfiles(tree):
    listed = tree.lines('po/POTFILES.in')
    for name in listed:
        if name not in tree.texts:
            yield name, f'{name} is listed and does not exist'
    for ending, expression in TRANSLATED.items():
        for name, text in tree.files(r'^src/.*' + re.escape(ending) + '$'):
            if expression.search(text) and name not in listed:
                yield name, f'{name} has texts to translate and is not listed'


def every_match(tree, pattern, expression, what):
    for name, text in tree.files(pattern):
        for match in expression.finditer(text):
            yield name, f'{name}:{line_of(text, match.start())} {what}: {match[0].strip()}'


def check_silence(tree):
    return every_match(tree, r'^src/(' + '|'.join(SILENT) + r')/.*\.[ch]$', SPOKEN, 'speaks')


def check_versions(tree):
    return every_match(tree, r'^src/(?!compat/).*\.[ch]$', VERSION, 'asks for a version')


def check_network(tree):
    return every_match(tree, r'^src/.*\.[ch]$', NETWORK, 'opens the network')


def check_printing(tree):
    return every_match(tree, r'^src/(?!ui/widgets/reknit-print\.c).*\.c$', PRINTING, 'prints with a preview')


def check_finished(tree):
    return every_match(tree, r'^(src|data)/.*\.([ch]|ui|xml|css)$', UNFINISHED, 'is not finished')


def check_well_formed(tree):
    for name, text in tree.files(r'^(src|data)/.*\.(ui|xml|svg|rng|its|loc|in)$'):
        if not text.lstrip().startswith('<'):
            continue
        try:
            ElementTree.fromstring(text.encode())
        except ElementTree.ParseError as problem:
            yield name, f'{name}: {problem}'


def check_names(tree):
    """A button with nothing but an icon: its tooltip is no name before GTK 4.10."""
    for name, text in tree.files(r'^src/.*\.ui$'):
        try:
            objects = ElementTree.fromstring(text.encode()).iter('object')
        except ElementTree.ParseError:
            continue
        for each in objects:
            properties = {entry.get('name') for entry in each.findall('property')}
            labels = [entry for entry in each.findall('accessibility/*') if entry.get('name') in ('label', 'labelled-by')]
            if each.get('class') in BUTTONS and 'icon-name' in properties and 'label' not in properties and not labels:
                yield name, f'{name}: {each.get("class")} {each.get("id", "")} {each.findtext("property")} has no name'


RULES = {
    'layers': check_layers,
    'libraries': check_libraries,
    'file-size': check_file_sizes,
    'function-size': check_function_sizes,
    'main-size': check_main,
    'potfiles': check_potfiles,
    'silence': check_silence,
    'versions': check_versions,
    'network': check_network,
    'printing': check_printing,
    'finished': check_finished,
    'well-formed': check_well_formed,
    'names': check_names,
}


def allowed(tree):
    """The exceptions: 'RULE SUBJECT  reason' a line."""
    return {tuple(line.split()[:2]) for line in tree.lines('tests/lint/allowed.txt')}


def run(root):
    """For each rule what broke it; under 'allowed' the exceptions that nothing needs any more."""
    tree = Tree(root)
    exceptions = allowed(tree)
    used, result = set(), {}
    for rule, check in RULES.items():
        result[rule] = []
        for subject, message in check(tree):
            if (rule, subject) in exceptions:
                used.add((rule, subject))
            else:
                result[rule].append(message)
    result['allowed'] = [' '.join(entry) + ' is no exception any more' for entry in sorted(exceptions - used)]
    return result


def main():
    result = run(sys.argv[1])
    print(f'1..{len(result)}')
    for number, (rule, messages) in enumerate(result.items(), 1):
        for message in messages:
            print(f'# {message}')
        print(f'{"not " if messages else ""}ok {number} {rule}')
    return 1 if any(result.values()) else 0


if __name__ == '__main__':
    sys.exit(main())
