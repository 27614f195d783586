# shellcheck shell=bash
# What Reknit needs from the distribution, and how each distribution's manager is asked for it.
# Sourced by run and check. Nothing is installed but in one transaction, after it was named and agreed to.

# package_manager: prints apt, dnf, pacman or nothing
package_manager () {
  local manager

  for manager in apt-get dnf pacman; do
    if command -v "$manager" >/dev/null; then
      echo "${manager%-get}"
      return
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
        libical-devel adwaita-icon-theme ;;
    pacman-build)
      echo gcc pkgconf meson ninja gettext libxml2 desktop-file-utils \
        glib2-devel gtk4 libadwaita sqlite libsodium \
        libical adwaita-icon-theme ;;
    apt-screenshot) echo xvfb dbus locales python3 python3-xlib fonts-cantarell fonts-noto-core ;;
    dnf-screenshot) echo xorg-x11-server-Xvfb dbus-daemon glibc-locale-source python3 python3-xlib abattis-cantarell-fonts google-noto-sans-fonts ;;
    pacman-screenshot) echo xorg-server-xvfb dbus python python-xlib cantarell-fonts noto-fonts ;;
    apt-test)
      echo appstream at-spi2-core python3-gi gir1.2-atspi-2.0 python3-dbusmock dunst xdotool openbox \
        faketime tzdata python3-icalendar python3-vobject ;;
    dnf-test)
      echo appstream at-spi2-core python3-gobject python3-dbusmock dunst xdotool openbox libfaketime tzdata libasan libubsan \
        python3-icalendar python3-vobject ;;
    pacman-test)
      echo appstream at-spi2-core python-gobject python-dbusmock dunst xdotool openbox libfaketime tzdata \
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

# install_command MANAGER PACKAGE…: prints the one command that installs them all or none
install_command () {
  local manager=$1
  shift

  case $manager in
    apt) echo "apt-get -o DPkg::Lock::Timeout=300 update -q && DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -q -y --no-install-recommends $*" ;;
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

# told_command MANAGER PACKAGE…: the same as a person would type it
told_command () {
  local manager=$1
  shift

  case $manager in
    apt) echo "sudo apt-get install $*" ;;
    dnf) echo "sudo dnf install $*" ;;
    pacman) echo "sudo pacman -S --needed $*" ;;
  esac
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
    printf 'Nothing was installed. Install them yourself, or let --yes do it:\n  %s\n' \
      "$(told_command "$manager" "${missing[@]}")" >&2
    return 1
  fi
  if ! run_as_administrator "$(install_command "$manager" "${missing[@]}")"; then
    printf 'The packages were not installed. As an administrator, run:\n  %s\n' \
      "$(told_command "$manager" "${missing[@]}")" >&2
    return 1
  fi
}
