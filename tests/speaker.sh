#!/bin/bash
# Speaks through a real speech-dispatcher, which the test starts, and reads what arrives at the synthesiser:
#     speaker.sh SPEAKER
# A synthesiser of the test's own writes down what it is given. 77: the service is not on this machine.
set -u
speaker=$(realpath "$1")
work=$(mktemp -d) || exit 2
server=
stop() { [ -z "$server" ] || { kill "$server"; wait "$server"; } 2>/dev/null; server=; }
trap 'stop; exec 3>&-; rm -rf "$work"' EXIT
export HOME=$work
# shellcheck disable=SC1091 source=tests/ear.sh
. "${0%/*}/ear.sh"
prepare_ear "$work" || exit

start() {
    start_ear "$work"
    server=$!
    wait_for "the service starts" test -S "$work/socket"
}

# Whether that comes true within fifteen seconds; else the test fails and says what did not.
wait_for() {
    what=$1
    shift
    for _ in $(seq 300); do
        "$@" 2>/dev/null && return
        sleep 0.05
    done
    echo "not so: $what"
    tail -n 5 "$work/server" "$work/heard" "$work/voice" 2>/dev/null
    exit 1
}

voice_is() { [ "$(tail -n 1 "$work/voice")" = "$1" ]; }

start
mkfifo "$work/lines"
# The service's library never frees its words about a connection that was refused.
ASAN_OPTIONS=detect_leaks=0 "$speaker" <"$work/lines" >"$work/voice" &
exec 3>"$work/lines"
wait_for "the voice is there" voice_is there

while IFS='|' read -r written said; do
    echo "$written" >&3
    wait_for "$written arrives as: $said" heard "$work" "$said"
done <<'LINES'
3,5 / 5|3 virgule 5 sur 5
M. Guillou|monsieur Guillou
16‑25 ans|16 à 25 ans
Quoi ?!|Quoi ?
Il dit — non.|Il dit, non.
Le RSA|Le erre-esse-a
24 h/24, 7 j/7|24 heures sur 24, 7 jours sur 7
Appelez le 3114.|Appelez le trente et un quatorze.
½ heure|un demi heure
jean.e@exemple.fr|jean point e arobase exemple point effe-erre
L’A.S.E. vient|L’a-esse-euh vient
LINES

stop
sleep 4.2 # so that the voice may open the connection again at once
start
echo "Me revoilà." >&3
wait_for "what was said after a restart is heard" heard "$work" "Me revoilà."
stop
rm -f "$work/socket"
echo "Perdu." >&3
wait_for "a service that is gone is told of" voice_is silent
start
wait_for "the sentence is heard once it is back" heard "$work" "Perdu."
wait_for "and told of" voice_is there
