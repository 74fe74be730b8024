#!/usr/bin/env bash
# The commands of README.md, as a newcomer gives them (newcomer.sh), in a bare Debian:  debians.sh [--brief] SUITE…
# SUITE is trixie, testing…; --brief is that of ./check. What was said stays in build/debians. Exit status 77, and why, where such a system can be
# neither made (system.sh) nor entered.
set -u
cd "$(dirname "$(realpath "$0")")/.." || exit 2
work=build/debians
trusted=/etc/ssl/network.crt # there: what the network of this machine asks to be trusted besides
as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo -n)

skip() {
    echo "skipped: $*"
    exit 77
}

# What is mounted, and what still runs, goes with the namespaces.
in_namespace() {
    "${as_root[@]}" unshare --mount --pid --fork --kill-child "$@" </dev/null
}

# In its namespace: into FOLDER, with nothing of this machine's but its network.
enter() { # FOLDER [--brief]
    mount --rbind /dev "$1/dev" && mount -t proc proc "$1/proc" || exit 77
    exec chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 NODE_EXTRA_CA_CERTS="$trusted" \
        /src/tests/newcomer.sh /log "${@:2}"
}

# Only npm asks for such certificates: apt has signatures.
trust_network() { # FOLDER
    "${as_root[@]}" mkdir -p "$1${trusted%/*}" &&
        find -L /usr/local/share/ca-certificates /etc/ssl/certs/ca-certificates.crt -type f -exec cat {} + 2>/dev/null |
        "${as_root[@]}" tee "$1$trusted" >/dev/null
}

unpack() { # SUITE
    "${as_root[@]}" rm -rf "$work/$1" && mkdir -p "$work/$1" &&
        "${as_root[@]}" tar -C "$work/$1" -xpf "$work/$1.tar" &&
        "${as_root[@]}" cp -L /etc/resolv.conf "$work/$1/etc/resolv.conf" &&
        "${as_root[@]}" mkdir "$work/$1/src" "$work/$1/log" && trust_network "$work/$1" &&
        git ls-files -z --cached --others --exclude-standard | tar -c --null -T - |
        "${as_root[@]}" tar -C "$work/$1/src" --no-same-owner -x
}

# A last line like that of ./check would be taken for ours.
indent() { # SUITE
    sed -u "s/^\([0-9]*\) passed, \([0-9]*\) failed$/passed: \1, failed: \2/; s/^/    $1: /"
}

try_suite() { # SUITE
    local said status
    said=$(tests/system.sh "$1" "$work/$1.tar") || skip "$(tail -n 1 <<<"$said")"
    in_namespace true 2>/dev/null || skip "no namespace can be made here"
    unpack "$1" || skip "$1 could not be unpacked"
    in_namespace tests/debians.sh --enter "$work/$1" "${brief[@]}" 2>&1 | tee "$work/$1.said" | indent "$1"
    status=${PIPESTATUS[0]}
    "${as_root[@]}" cp -r "$work/$1/log" "$work/$1.log"
    [ "$status" != 77 ] || skip "$1 could not be entered"
    [ "$status" != 0 ] || "${as_root[@]}" rm -rf "$work/$1"
    return "$status"
}

[ "$1" != --enter ] || enter "${@:2}"

brief=()
if [ "$1" = --brief ]; then
    brief=("$1")
    shift
fi
worst=0
for suite in "$@"; do
    try_suite "$suite" || worst=1
done
exit "$worst"
