# shellcheck shell=bash
# What Reknit needs from the distribution, and how each distribution's manager is asked for it.
# Sourced by run and check. Nothing is installed but in one transaction, after it was named and agreed to.

# distributions: prints what this one calls itself, and after that what it is made from
distributions () {
  local file=${REKNIT_OS_RELEASE:-/etc/os-release}

  [ -r "$file" ] || return 0
  # shellcheck disable=SC1090
  (. "$file" && echo "${ID:-} ${ID_LIKE:-}")
}

# package_manager: prints apt, dnf, pacman or nothing. The distribution decides, as each of them offers the managers of the
# others, too; only where nobody here knows it, the first manager does.
package_manager () {
  local name manager

  for name in $(distributions); do
    case $name in
      debian | ubuntu) manager=apt-get ;;
      fedora) manager=dnf ;;
      arch) manager=pacman ;;
      *) continue ;;
    esac
    ! command -v "$manager" >/dev/null || echo "${manager%-get}"
    return 0
  done
  for manager in apt-get dnf pacman; do
    if command -v "$manager" >/dev/null; then
      echo "${manager%-get}"
      return 0
    fi
  done
}

# packages_for MANAGER PURPOSE: prints what is needed to build, to take a screenshot or to test
packages_for () {
  case $1-$2 in
    apt-build)
      echo gcc libc6-dev pkgconf meson ninja-build gettext libxml2-utils desktop-file-utils \
        libglib2.0-dev libglib2.0-bin libgtk-4-dev libgtk-4-bin libadwaita-1-dev libsqlite3-dev libsodium-dev \
        libical-dev adwaita-icon-theme librsvg2-common ;;
    dnf-build)
      echo gcc pkgconf-pkg-config meson ninja-build gettext libxml2 desktop-file-utils \
        glib2-devel gtk4-devel libadwaita-devel sqlite-devel libsodium-devel \
        libical-devel adwaita-icon-theme rsvg-pixbuf-loader ;;
    pacman-build)
      echo gcc pkgconf meson ninja gettext libxml2 desktop-file-utils \
        glib2-devel gtk4 libadwaita sqlite libsodium \
        libical adwaita-icon-theme librsvg ;;
    apt-screenshot) echo xvfb dbus-daemon locales python3 python3-xlib fonts-cantarell fonts-noto-core ;;
    dnf-screenshot) echo xorg-x11-server-Xvfb dbus-daemon glibc-locale-source python3 python3-xlib abattis-cantarell-fonts google-noto-sans-fonts ;;
    pacman-screenshot) echo xorg-server-xvfb dbus python python-xlib cantarell-fonts noto-fonts ;;
    apt-test)
      echo appstream at-spi2-core python3-gi gir1.2-atspi-2.0 python3-dbusmock dunst xdotool openbox \
        faketime tzdata python3-icalendar python3-vobject ;;
    dnf-test)
      echo appstream at-spi2-core python3-gobject python3-dbusmock dunst xdotool openbox libfaketime tzdata libasan libubsan \
        python3-icalendar python3-vobject ;;
    pacman-test)
      echo appstream at-spi2-core python-gobject python-dbusmock dunst xdotool openbox libfaketime tzdata libasan libubsan \
        python-icalendar python-vobject ;;
  esac
}

# missing_packages MANAGER PACKAGE…: prints those that are not installed, one a line
missing_packages () {
  local manager=$1 name
  shift

  if [ "$manager" = pacman ]; then
    pacman -T "$@" || true
    return
  fi
  for name; do
    case $manager in
      apt) dpkg-query -W -f '${Status}\n' "$name" 2>/dev/null | grep -q ' installed$' || echo "$name" ;;
      dnf) rpm -q --quiet --whatprovides "$name" || echo "$name" ;;
    esac
  done
}

# install_command MANAGER PACKAGE…: prints the one command that installs them all or none. A source of somebody's that
# cannot be asked for news must not keep apt from what the others have.
install_command () {
  local manager=$1
  shift

  case $manager in
    apt) echo "apt-get -o DPkg::Lock::Timeout=300 update -q; DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -q -y --no-install-recommends $*" ;;
    dnf) echo "dnf install -y --setopt=install_weak_deps=False $*" ;;
    pacman) echo "pacman -S --needed --noconfirm $*" ;;
  esac
}

# run_as_administrator COMMAND: with the rights there are; fails with a message when there are none
run_as_administrator () {
  if [ "$(id -u)" = 0 ]; then
    sh -c "$1"
  elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    sudo sh -c "$1"
  elif command -v pkexec >/dev/null && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    pkexec sh -c "$1"
  else
    echo "This needs an administrator's rights, and neither sudo nor pkexec can give them here." >&2
    return 1
  fi
}

# tell_command WORDS MANAGER PACKAGE…: says after WORDS what a person types instead
tell_command () {
  local words=$1 manager=$2 right='sudo '
  shift 2

  [ "$(id -u)" != 0 ] || right=
  case $manager in
    apt) printf '%s\n  %s\n' "$words" "${right}apt-get update && ${right}apt-get install $*" ;;
    dnf) printf '%s\n  %s\n' "$words" "${right}dnf install $*" ;;
    pacman)
      printf '%s\n  %s\n%s\n' "$words" "${right}pacman -Syu --needed $*" \
        'This upgrades your whole system, too: Arch has no new packages for one that is behind.' ;;
  esac >&2
}

# agree QUESTION: true when the answer is yes. With nobody to ask, only an administrator has agreed by being one.
agree () {
  local answer

  [ -t 0 ] || [ "$(id -u)" = 0 ] || return 1
  [ -t 0 ] || return 0
  read -r -p "$1 [Y/n] " answer
  case $answer in
    '' | [yY]*) return 0 ;;
    *) return 1 ;;
  esac
}

# ensure_packages ASSUME_YES PURPOSE…: names what is missing, asks, and installs it
ensure_packages () {
  local assume_yes=$1 manager purpose
  local -a wanted=() missing=()
  shift

  manager=$(package_manager)
  if [ -z "$manager" ]; then
    echo "No package manager known here (apt, dnf, pacman): going on with what is installed." >&2
    return 0
  fi
  for purpose; do
    read -r -a wanted <<< "${wanted[*]} $(packages_for "$manager" "$purpose")"
  done
  mapfile -t missing < <(missing_packages "$manager" "${wanted[@]}")
  [ ${#missing[@]} -gt 0 ] || return 0

  printf 'These packages of your distribution are missing:\n  %s\n' "${missing[*]}"
  if [ "$assume_yes" != yes ] && ! agree 'Install them now?'; then
    tell_command 'Nothing was installed. Install them yourself, or let --yes do it:' "$manager" "${missing[@]}"
    return 1
  fi
  if ! run_as_administrator "$(install_command "$manager" "${missing[@]}")"; then
    tell_command 'The packages were not installed. As an administrator, run:' "$manager" "${missing[@]}"
    return 1
  fi
}
