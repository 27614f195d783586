#!/usr/bin/python3
"""Each language of po/LINGUAS says everything that the program says now, with the same placeholders.

  translations.py SOURCE_ROOT       speaks TAP, three points a language
"""

import ast
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3')
PLACEHOLDER = re.compile(r'%(?:\d+\$)?[-+#0\']*[\d*]*(?:\.[\d*]+)?(?:hh?|ll?|[qjzt])?([diouxXfgGcsp%])')
# How a date is written differs between languages, letters and all.
DATE = re.compile(r'%[-_0E]*[ABHIMYabejklmpy]')
# What a language's own typography has no place for. No language raises its voice.
FOREIGN = {
    'de': re.compile(r'!|["”’]|“\w|\w„|\w…'),
}
SHOWN = 10


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding='utf-8', **options).stdout


def merged(root, language, folder):
    """The catalogue of LANGUAGE as it stands against the sources as they are now."""
    template = os.path.join(folder, 'reknit.pot')
    if not os.path.exists(template):
        run('xgettext', '--from-code=UTF-8', *(f'--keyword={keyword}' for keyword in KEYWORDS), f'--output={template}',
            f'--files-from={root}/po/POTFILES.in', f'--directory={root}',
            env=dict(os.environ, GETTEXTDATADIRS=f'{root}/data/content'))
    return run('msgmerge', '--quiet', '--no-fuzzy-matching', '--no-wrap', '--output-file=-',
               f'{root}/po/{language}.po', template)


def untranslated(catalogue):
    return [line for attribute in ('--untranslated', '--only-fuzzy')
            for line in run('msgattrib', '--no-obsolete', '--no-wrap', attribute, input=catalogue).splitlines()
            if line.startswith('msgid ') and line != 'msgid ""']


def entries(catalogue):
    """The plain entries, those with plural forms left to msgfmt: text and translation."""
    text = run('msgattrib', '--no-obsolete', '--no-wrap', '--no-fuzzy', '--translated', input=catalogue)
    for block in text.split('\n\n'):
        parts, field = {}, None
        for line in block.splitlines():
            match = re.match(r'(msgid_plural|msgid|msgstr(?:\[\d\])?|msgctxt) (".*")$', line)
            if match:
                field = match[1]
                parts[field] = ast.literal_eval(match[2])
            elif line.startswith('"') and field:
                parts[field] += ast.literal_eval(line)
        if parts.get('msgid') and 'msgid_plural' not in parts:
            yield parts['msgid'], parts.get('msgstr', '')


def placeholders(text):
    return sorted(match[1] for match in PLACEHOLDER.finditer(text))


def misplaced(catalogue):
    return [f'{text!r} became {translation!r}' for text, translation in entries(catalogue)
            if not DATE.search(text) and placeholders(text) != placeholders(translation)]


def misspelt(catalogue, language):
    """What is set as another language sets it: its quotation marks, its dots, its exclamations."""
    foreign = FOREIGN.get(language, re.compile('!'))
    text = run('msgattrib', '--no-obsolete', '--no-wrap', '--no-fuzzy', '--translated', input=catalogue)
    for match in re.finditer(r'^msgstr(?:\[\d\])? (".+")$', text, re.MULTILINE):
        translation = ast.literal_eval(match[1])
        if foreign.search(translation) or (language == 'de' and translation.count('„') != translation.count('“')):
            yield repr(translation)


def main():
    root = sys.argv[1]
    languages = [language for line in Path(root, 'po/LINGUAS').read_text('utf-8').splitlines()
                 if not line.startswith('#') for language in line.split()]
    if not languages:
        print('1..0 # SKIP there is no translation')
        return 0
    number = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for language in languages:
            catalogue = merged(root, language, folder)
            for what, problems in (('says everything', untranslated(catalogue)),
                                   ('keeps the placeholders', misplaced(catalogue)),
                                   ('is set as its language is', list(misspelt(catalogue, language)))):
                number += 1
                failed += bool(problems)
                for problem in problems[:SHOWN]:
                    print('# ' + problem)
                if len(problems) > SHOWN:
                    print(f'# and {len(problems) - SHOWN} more')
                print(f'{"not " if problems else ""}ok {number} {language} {what}')
    print(f'1..{number}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
