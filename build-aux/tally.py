#!/usr/bin/python3
"""Count the single test points of meson's test records, show what failed, and end with one line of numbers.

  tally.py NAME=DUE=TESTLOG.JSON…

A program that crashed, ran out of time or broke off its plan counts as a failed point of its own, and so does a
record that is not there, or that holds fewer programs than the DUE ones because the run itself was broken off. The exit status is 0 only when something passed and nothing failed.
"""

import json
import re
import sys
from dataclasses import dataclass, field

POINT = re.compile(r'(?P<not>not )?ok\b(?: +\d+)?(?P<name>[^#]*)(?:# *(?P<directive>SKIP|TODO)\b.*)?$', re.IGNORECASE)
PLAN = re.compile(r'1\.\.(?P<count>\d+)(?: *# *SKIP\b.*)?$', re.IGNORECASE)
OUTPUT_LINES = 200


@dataclass
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    failures: list = field(default_factory=list)

    def add(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.failures += other.failures


def count_points(output):
    """Count a TAP stream: its points at the outermost level, whatever they hold."""
    count, planned = Count(), None
    for line in output.splitlines():
        plan, point = PLAN.match(line), POINT.match(line)
        if plan:
            planned = int(plan['count'])
            if planned == 0:
                count.skipped += 1
        elif line.startswith('Bail out!'):
            count.failed += 1
            count.failures.append(line)
        elif point:
            directive = (point['directive'] or '').upper()
            if directive == 'SKIP' or (directive == 'TODO' and point['not']):
                count.skipped += 1
            elif point['not']:
                count.failed += 1
                count.failures.append(point['name'].strip(' -') or 'a point without a name')
            else:
                count.passed += 1
    return count, planned


def count_test(test):
    """Count one entry of the record: one program that meson ran."""
    output = test.get('stdout') or ''
    result = test['result']
    count, planned = count_points(output)
    seen = count.passed + count.failed + count.skipped
    if seen == 0 and planned is None:
        if result == 'OK':
            return Count(passed=1)
        if result == 'SKIP':
            return Count(skipped=1)
    if result not in ('OK', 'SKIP', 'EXPECTEDFAIL') and count.failed == 0:
        how = f'exit status {test["returncode"]}' if result != 'TIMEOUT' else 'out of time'
        count.failed += 1
        count.failures.append(f'{result.lower()}, {how}, after {seen} points')
    elif planned and seen < planned and count.failed == 0:
        count.failed += 1
        count.failures.append(f'only {seen} of {planned} points came')
    return count


def tell_failure(build, test, count):
    print(f'\n--- {build}: {test["name"]}')
    for failure in count.failures:
        print(f'  not ok: {failure}')
    for stream in ('stdout', 'stderr'):
        lines = (test.get(stream) or '').splitlines()
        for line in lines[-OUTPUT_LINES:]:
            print('  | ' + line)


def tally(build, due, path):
    total = Count()
    try:
        with open(path, encoding='utf-8', errors='replace') as file:
            tests = [json.loads(line) for line in file if line.strip()]
    except (OSError, ValueError):
        print(f'\n--- {build}: there is no record of its tests: it was not built, or they were not run')
        return Count(failed=1)
    for test in tests:
        count = count_test(test)
        if count.failed:
            tell_failure(build, test, count)
        total.add(count)
    if len(tests) < int(due):
        print(f'\n--- {build}: broken off after {len(tests)} of {due} programs')
        total.failed += 1
    print(f'{build}: {len(tests)} programs, {total.passed} passed, {total.failed} failed, {total.skipped} skipped')
    return total


def main():
    total = Count()
    for argument in sys.argv[1:]:
        total.add(tally(*argument.split('=', 2)))
    if total.passed + total.failed == 0:
        print('No test was run.')
    print(f'{total.passed} passed, {total.failed} failed, {total.skipped} skipped')
    return 0 if total.passed and not total.failed else 1


if __name__ == '__main__':
    sys.exit(main())
