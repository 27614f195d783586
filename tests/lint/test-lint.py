#!/usr/bin/python3
"""The lint itself: each rule finds the one thing that breaks it, and lets the clean tree alone."""

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import lint  # noqa: E402

CLEAN = {
    'src/main.c': 'int\nmain (void)\n{\n  return 0;\n}\n',
    'src/base/reknit-a.h': '#include <glib.h>\n',
    'src/store/reknit-b.c': '#include <sqlite3.h>\n#include "reknit-a.h"\nconst char *text = _("Hello");\n',
    'src/store/reknit-b.h': '#include <glib.h>\n',
    'src/ui/reknit-c.c': '#include <adwaita.h>\n#include "reknit-b.h"\n'
                         'static void\nlong_enough (int a,\n             int b)\n{\n' + '  a++;\n\n' * 40 + '}\n',
    'po/POTFILES.in': '# Comment\nsrc/store/reknit-b.c\n',
    'data/a.xml': '<a/>',
    'src/ui/b.ui': '<interface><object class="GtkButton"><property name="icon-name">x</property><accessibility>'
                   '<property name="label">Add</property></accessibility></object></interface>',
}
BROKEN = {
    'layers': {'src/base/reknit-a.h': '#include "reknit-b.h"\n'},
    'libraries': {'src/ui/reknit-c.c': '#include <sqlite3.h>\n'},
    'file-size': {'src/ui/reknit-c.c': '\n' * 501},
    'function-size': {'src/ui/reknit-c.c': 'void\nf (void)\n{\n' + '  a++;\n' * 41 + '}\n'},
    'main-size': {'src/main.c': '\n' * 61},
    'potfiles': {'src/ui/reknit-c.c': 'const char *text = C_("a", "b");\n'},
    'silence': {'src/vault/reknit-d.c': '  g_message ("%s", text);\n'},
    'versions': {'src/ui/reknit-c.c': '#if GTK_CHECK_VERSION (4, 10, 0)\n'},
    'network': {'src/base/reknit-d.c': '  g_socket_client_new ();\n'},
    'printing': {'src/ui/reknit-d.c': '  operation = gtk_print_operation_new ();\n'},
    'finished': {'src/base/reknit-d.c': '/* TODO: more */\n'},
    'well-formed': {'data/a.xml': '<a>'},
    'names': {'src/ui/a.ui': '<interface><object class="GtkButton"><property name="icon-name">x</property></object></interface>'},
    'allowed': {'tests/lint/allowed.txt': 'file-size src/main.c  no longer needed\n'},
}


def broken_rules(*layers):
    with tempfile.TemporaryDirectory() as root:
        for name, text in {name: text for layer in layers for name, text in layer.items()}.items():
            path = Path(root, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, 'utf-8')
        return [rule for rule, messages in lint.run(root).items() if messages]


def main():
    cases = {'a clean tree': (broken_rules(CLEAN), [])}
    for rule, change in BROKEN.items():
        cases[rule] = (broken_rules(CLEAN, change), [rule])
    exception = {'tests/lint/allowed.txt': 'file-size src/ui/reknit-c.c  a table\n'}
    cases['an exception in use'] = (broken_rules(CLEAN, BROKEN['file-size'], exception), [])
    failed = 0
    print(f'1..{len(cases)}')
    for number, (name, (found, expected)) in enumerate(cases.items(), 1):
        good = found == expected
        failed += not good
        print(f'{"" if good else "not "}ok {number} {name}' + ('' if good else f' - found {found}'))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
