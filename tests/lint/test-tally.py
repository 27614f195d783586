#!/usr/bin/python3
"""The numbers that the check ends with: what failed, crashed or was never run can't count as passed."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

GOOD = {'name': 'good', 'result': 'OK', 'returncode': 0, 'stdout': '1..2\nok 1 one\nok 2 two\n'}
CASES = (
    ('all that was due passed', 1, [GOOD], 0, '2 passed, 0 failed, 0 skipped'),
    ('a run that was broken off fails', 2, [GOOD], 1, '2 passed, 1 failed, 0 skipped'),
    ('a point that fails', 1, [dict(GOOD, result='FAIL', stdout='1..2\nok 1 one\nnot ok 2 two\n')], 1,
     '1 passed, 1 failed, 0 skipped'),
    ('a plan that is not kept', 1, [dict(GOOD, stdout='1..2\nok 1 one\n')], 1, '1 passed, 1 failed, 0 skipped'),
    ('a crash', 1, [dict(GOOD, result='ERROR', returncode=-11, stdout='1..2\nok 1 one\n')], 1,
     '1 passed, 1 failed, 0 skipped'),
    ('no record at all', 1, None, 1, '0 passed, 1 failed, 0 skipped'),
    ('nothing to run', 0, [], 1, '0 passed, 0 failed, 0 skipped'),
)


def tally(folder, due, tests):
    record = Path(folder, 'testlog.json')
    record.unlink(missing_ok=True)
    if tests is not None:
        record.write_text(''.join(json.dumps(test) + '\n' for test in tests), encoding='utf-8')
    return subprocess.run([sys.executable, sys.argv[1], f'plain={due}={record}'], stdout=subprocess.PIPE, text=True, check=False)


def main():
    print(f'TAP version 13\n1..{len(CASES)}')
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, due, tests, status, last) in enumerate(CASES, 1):
            result = tally(folder, due, tests)
            good = result.returncode == status and result.stdout.splitlines()[-1] == last
            failed = failed or not good
            print(f'{"ok" if good else "not ok"} {number} {name}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
