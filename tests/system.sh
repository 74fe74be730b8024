#!/usr/bin/env bash
# Makes a bare Debian, as a tar, with what apt knows of this machine's mirror:  system.sh SUITE TAR
# One that is there already is kept. Exit status 77, and why, where none can be made.
set -u
suite=$1
tar=$2
as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo -n)
log=$tar.log

skip() {
    echo "$*"
    exit 77
}

make_system() {
    if command -v mmdebstrap >/dev/null; then
        # What apt is told of dates holds there too: the mirror may stand still.
        "${as_root[@]}" mmdebstrap --variant=minbase --format=tar \
            --aptopt="Acquire::Check-Valid-Until \"${check_valid_until:-true}\"" "$suite" "$tar.part" "$mirror"
    else
        "${as_root[@]}" rm -rf "$tar.folder" &&
            "${as_root[@]}" debootstrap --variant=minbase "$suite" "$tar.folder" "$mirror" &&
            "${as_root[@]}" tar -C "$tar.folder" -cf "$tar.part" . && "${as_root[@]}" rm -rf "$tar.folder"
    fi
}

[ ! -e "$tar" ] || exit 0
command -v apt-get >/dev/null || skip "this system has no apt"
"${as_root[@]}" true 2>/dev/null || skip "only root may make a system"
command -v mmdebstrap >/dev/null || command -v debootstrap >/dev/null || skip "neither mmdebstrap nor debootstrap is there"
# shellcheck disable=SC1091 # a file of the system
here=$(. /etc/os-release && echo "$VERSION_CODENAME")
# shellcheck disable=SC2016 # the format is apt's
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $here" 'Origin: Debian' 'Component: main' | head -n 1)
[ -n "$mirror" ] || skip "apt knows no mirror of Debian"
eval "$(apt-config shell http_proxy Acquire::http::Proxy check_valid_until Acquire::Check-Valid-Until)"
export http_proxy=${http_proxy:-}
mkdir -p "${tar%/*}"
if ! make_system >"$log" 2>&1; then
    tail -n 20 "$log"
    skip "$suite could not be made ($log)"
fi
mv "$tar.part" "$tar"
