#!/usr/bin/python3
"""What run and check ask of the distribution's package manager. Small stand-ins play apt, dnf, pacman and what gives
rights: they keep what is installed in a file, and what they were asked to change in another.

  test-packages.py BUILD_AUX        speaks TAP
"""

import os
import pty
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BUILD_AUX = Path(sys.argv[1])
PACKAGES = BUILD_AUX / 'packages.sh'
MANAGERS = ('apt', 'dnf', 'pacman')
SYSTEMS = {'apt': 'ID=debian\n', 'dnf': 'ID=fedora\n', 'pacman': 'ID=arch\n'}
COMMANDS = {'apt': 'apt-get', 'dnf': 'dnf', 'pacman': 'pacman'}
INSTALLS = {'apt': 'apt-get -o DPkg::Lock::Timeout=300 install -q -y --no-install-recommends',
            'dnf': 'dnf install -y --setopt=install_weak_deps=False', 'pacman': 'pacman -S --needed --noconfirm'}
TOLD = {'apt': 'apt-get update && sudo apt-get install', 'dnf': 'dnf install', 'pacman': 'pacman -Syu --needed'}
# One script in the place of all: its name says whom it plays.
STAND_IN = r"""#!/bin/bash
has () { grep -qxF "$1" "$FOLDER/installed"; }
change () {
  echo "${0##*/} $*" >> "$FOLDER/changes"
  [ "${FAILS:-}" != "${0##*/}" ] || exit 3
  for name; do [[ $name == -* ]] || echo "$name" >> "$FOLDER/installed"; done
}
case ${0##*/} in
  id) echo "${USER_ID:-1000}" ;;
  dpkg-query) ! has "${!#}" || echo 'install ok installed' ;;
  rpm) has "${!#}" ;;
  apt-get)
    if [[ " $* " == *' update '* ]]; then exit "${UPDATE_ENDS:-0}"; fi
    change "$@" ;;
  dnf) change "$@" ;;
  pacman)
    [ "$1" = -T ] || { change "$@"; exit; }
    shift
    lacks=0
    for name; do has "$name" || { echo "$name"; lacks=127; }; done
    exit $lacks ;;
  sudo)
    if [ "$1" = -n ]; then exit "${SUDO_ASKS:-0}"; fi
    echo sudo >> "$FOLDER/rights"
    USER_ID=0 exec "$@" ;;
  pkexec)
    echo pkexec >> "$FOLDER/rights"
    USER_ID=0 exec "$@" ;;
  meson) echo meson >> "$FOLDER/built" ;;
esac
"""
TOOLS = ('bash', 'sh', 'grep', 'cat', 'dirname', 'mkdir', 'realpath', 'rm', 'tail')


ROOT = tempfile.TemporaryDirectory()


class World:
    """A machine with nothing on its path but stand-ins and a few tools."""

    def __init__(self, system, commands, rights=('sudo',)):
        self.folder = Path(tempfile.mkdtemp(dir=ROOT.name))
        self.path = self.folder / 'bin'
        self.path.mkdir()
        (self.folder / 'installed').touch()
        (self.folder / 'os-release').write_text(system)
        self.environment = {'PATH': str(self.path), 'FOLDER': str(self.folder), 'HOME': str(self.folder), 'LC_ALL': 'C',
                            'REKNIT_OS_RELEASE': f'{self.folder}/os-release'}
        for tool in TOOLS:
            (self.path / tool).symlink_to(shutil.which(tool))
        for name in ('id', 'dpkg-query', 'rpm', 'meson', *commands, *rights):
            (self.path / name).write_text(STAND_IN)
            (self.path / name).chmod(0o755)

    def call(self, *command, answer=None, **environment):
        """What COMMAND says to a person who gives ANSWER, or to nobody."""
        master, slave = pty.openpty()
        try:
            os.write(master, (answer or '').encode() + b'\n')
            return subprocess.run(['bash', *command], env={**self.environment, **environment}, text=True, check=False,
                                  stdin=subprocess.DEVNULL if answer is None else slave, capture_output=True, timeout=30)
        finally:
            os.close(master)
            os.close(slave)

    def ask(self, words, **options):
        return self.call('-c', f'set -euo pipefail; source "$0"; {words}', str(PACKAGES), **options)

    def ensure(self, assume_yes='no', **options):
        return self.ask(f'ensure_packages {assume_yes} build', **options)

    def install(self, names):
        (self.folder / 'installed').write_text(''.join(name + '\n' for name in names))

    def lines(self, name):
        path = self.folder / name
        return path.read_text().splitlines() if path.exists() else []


def machine_of(manager, lacking=2, **options):
    """A machine of MANAGER that lacks the last packages of what the build needs, and which these are."""
    world = World(SYSTEMS[manager], [COMMANDS[manager]], **options)
    needed = world.ask(f'packages_for {manager} build').stdout.split()
    world.install(needed[:len(needed) - lacking])
    return world, needed[len(needed) - lacking:]


def expect(result, status, said='', told=''):
    assert (result.returncode == 0) == (status == 0), f'ended with {result.returncode}: {result.stderr}'
    assert said in result.stdout, f'said {result.stdout!r}'
    assert told in result.stderr, f'told {result.stderr!r}'


def test_choice():
    every = ('apt-get', 'dnf', 'pacman')
    for system, commands, chosen in (
            ('ID=debian\n', every, 'apt'), ('ID=ubuntu\nID_LIKE=debian\n', every, 'apt'),
            ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', every, 'apt'), ('ID=fedora\n', every, 'dnf'),
            ('NAME="A & B"\nID="nobara"\nID_LIKE="rhel centos fedora"\n', every, 'dnf'), ('ID=arch\n', every, 'pacman'),
            ("ID='manjaro'\nID_LIKE=arch\n", every, 'pacman'), ('ID=fedora\n', ('apt-get',), ''),
            ('ID=void\n', ('pacman', 'dnf'), 'dnf'), ('', ('pacman',), 'pacman'), ('ID=void\n', (), '')):
        result = World(system, commands).ask('package_manager')
        expect(result, 0)
        assert result.stdout.strip() == chosen, f'{system!r} with {commands} is asked through {result.stdout!r}'
    result = World('', ('dnf',)).ask('package_manager', REKNIT_OS_RELEASE='/nowhere')
    assert result.stdout == 'dnf\n', result.stdout


def test_lists():
    for manager in MANAGERS:
        world = World(SYSTEMS[manager], ())
        lists = [world.ask(f'packages_for {manager} {purpose}').stdout.split() for purpose in ('build', 'screenshot', 'test')]
        assert all(lists), f'{manager} has an empty list'
        names = [name for each in lists for name in each]
        assert len(names) == len(set(names)), f'{manager} is asked twice for a package'


def test_named():
    for manager in MANAGERS:
        world, lacking = machine_of(manager)
        result = world.ensure(answer='n')
        expect(result, 1, said='missing:\n  ' + ' '.join(lacking) + '\n', told=f'sudo {TOLD[manager]} {" ".join(lacking)}')
        assert not world.lines('changes'), world.lines('changes')
        assert ('upgrades your whole system' in result.stderr) == (manager == 'pacman'), result.stderr


def test_nothing_missing():
    for manager in MANAGERS:
        world, _ = machine_of(manager, lacking=0)
        result = world.ensure('yes')
        expect(result, 0)
        assert result.stdout + result.stderr == '', result.stdout + result.stderr
        assert not world.lines('changes') and not world.lines('rights')


def test_agreed():
    for manager in MANAGERS:
        for answer in ('', 'y'):
            world, lacking = machine_of(manager)
            expect(world.ensure(answer=answer), 0)
            assert world.lines('changes') == [f'{INSTALLS[manager]} {" ".join(lacking)}'], world.lines('changes')
            assert world.lines('rights') == ['sudo'], world.lines('rights')
            assert world.ensure().stdout == '', 'asked again for what it has'


def test_administrator():
    world, lacking = machine_of('dnf', rights=())
    expect(world.ensure(USER_ID='0'), 0)
    assert world.lines('changes') == [f'{INSTALLS["dnf"]} {" ".join(lacking)}'], world.lines('changes')


def test_nobody_asked():
    world, _ = machine_of('apt')
    expect(world.ensure(), 1, told='Nothing was installed')
    assert not world.lines('changes')


def test_no_rights():
    for manager in MANAGERS:
        world, lacking = machine_of(manager, rights=())
        result = world.ensure('yes')
        expect(result, 1, told=f'sudo {TOLD[manager]} {" ".join(lacking)}')
        assert 'neither sudo nor pkexec' in result.stderr, result.stderr
        assert not world.lines('changes')


def test_rights():
    """Without a terminal, a sudo that asks for a passphrase is of no use; pkexec asks in a window."""
    world, _ = machine_of('apt', rights=('sudo', 'pkexec'))
    expect(world.ensure('yes', SUDO_ASKS='1'), 1, told='neither sudo nor pkexec')
    expect(world.ensure('yes', SUDO_ASKS='1', WAYLAND_DISPLAY='wayland-0'), 0)
    assert world.lines('rights') == ['pkexec'], world.lines('rights')


def test_failure():
    for manager in MANAGERS:
        world, lacking = machine_of(manager)
        expect(world.ensure('yes', FAILS=COMMANDS[manager]), 1, told=f'not installed. As an administrator, run:\n  sudo {TOLD[manager]}')
        assert len(world.lines('changes')) == 1, world.lines('changes')
        result = world.ensure('yes', FAILS=COMMANDS[manager], USER_ID='0')
        expect(result, 1, told=f'run:\n  {TOLD[manager].replace("sudo ", "")} {" ".join(lacking)}')


def test_stale_source():
    world, lacking = machine_of('apt')
    expect(world.ensure('yes', UPDATE_ENDS='100'), 0)
    assert world.lines('installed')[-2:] == lacking, world.lines('installed')


def test_no_manager():
    expect(World('ID=void\n', ()).ensure(), 0, told='No package manager known here')


def test_scripts():
    """Who said no, or has no rights, is not left with half a build."""
    world, _ = machine_of('pacman', rights=())
    expect(world.call(str(BUILD_AUX / 'run'), '--screenshot', f'{world.folder}/x.png', answer='n'), 1, told='Nothing was installed')
    expect(world.call(str(BUILD_AUX / 'check'), '--list'), 1, told='sudo pacman -Syu')
    assert not world.lines('built') and not world.lines('changes')


TESTS = (
    ('the distribution decides who is asked', test_choice), ('each list holds each package once', test_lists),
    ('what is missing is named, and “no” installs nothing', test_named), ('with nothing missing it is silent', test_nothing_missing),
    ('“yes” installs all in one transaction', test_agreed), ('an administrator has agreed', test_administrator),
    ('with nobody to ask nothing is installed', test_nobody_asked), ('without rights the command is told', test_no_rights),
    ('rights come from where they can be given', test_rights), ('when it fails the command is told', test_failure),
    ('a source without news does not matter', test_stale_source), ('without a manager it goes on', test_no_manager),
    ('run and check end where packages are missing', test_scripts),
)


def main():
    failed = False
    print(f'TAP version 13\n1..{len(TESTS)}')
    for number, (name, test) in enumerate(TESTS, 1):
        try:
            test()
            print(f'ok {number} {name}')
        except AssertionError as problem:
            failed = True
            print('\n'.join('# ' + line for line in str(problem).splitlines()))
            print(f'not ok {number} {name}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
