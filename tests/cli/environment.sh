#!/bin/sh
# What surrounds the program may be of any kind: environment.sh PALABRE_CLI
#
# Each line of this test gives an exit status that is expected (0 done, 1 the data, 2 usage, 3 the system refused) and a
# command; where nothing is said about it, it must say something on standard error when the status is 3.
set -u
program=$(realpath "$1")
data=$(dirname "$(realpath "$0")")/../data
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
export LC_ALL=C
failed=0

fail() {
    echo "$*"
    failed=1
}

# expect STATUS COMMAND…
expect() {
    wanted=$1
    shift
    timeout 60 "$@" >out 2>err </dev/null
    status=$?
    [ "$status" -eq "$wanted" ] || fail "status $status instead of $wanted: $*: $(head -c 1000 err)"
    [ "$status" -ne 3 ] || [ -s err ] || fail "nothing is said: $*"
    if grep -q 'Sanitizer\|runtime error' err; then fail "$*: $(head -c 3000 err)"; fi
}

# says TEXT: the command before said so.
says() {
    grep -qF "$1" out err || fail "not said: $1, but: $(head -c 500 err)"
}

cp "$data/cases/two-words.json" case.json
cp "$data/check/broken-link.json" broken.json

# Files that are none, or that cannot be read.
mkdir folder
mkfifo pipe
: >empty.json
expect 3 "$program" check absent.json
expect 3 "$program" check folder
expect 3 "$program" check pipe
expect 3 "$program" check /dev/zero
expect 3 "$program" check case.json/inside.json
expect 3 "$program" check ''
expect 1 "$program" check empty.json
for verb in play simulate bounds test fmt; do
    expect 3 "$program" "$verb" absent.json
    expect 3 "$program" "$verb" folder
    expect 3 "$program" "$verb" pipe
    expect 1 "$program" "$verb" empty.json
done
expect 3 "$program" detect absent.json --text bonjour
expect 3 "$program" map absent.json -o o.svg
ln -s loop.json loop.json
expect 3 "$program" check loop.json
if [ "$(id -u)" -ne 0 ]; then
    cp case.json secret.json
    chmod 000 secret.json
    expect 3 "$program" check secret.json
    tr -d '\n' <case.json >guarded.json
    chmod 400 guarded.json
    expect 3 "$program" fmt guarded.json
    cp case.json folder/
    tr -d '\n' <case.json >folder/flat.json
    chmod 500 folder
    expect 3 "$program" fmt folder/flat.json
    expect 0 "$program" check folder/case.json
    chmod 700 folder
fi

# Of several files the worst decides, and all are looked at.
expect 1 "$program" check broken.json case.json
expect 3 "$program" check absent.json broken.json case.json
says '[broken-link]'
expect 3 "$program" test absent.json broken.json

# Names.
cp case.json ./-case.json
cp case.json "$(printf 'a\nb.json')"
cp case.json "$(printf 'caf\351.json')"
cp case.json 'a b %s.json'
expect 0 "$program" check -- -case.json
expect 0 "$program" check --json "$(printf 'a\nb.json')" "$(printf 'caf\351.json')" 'a b %s.json'
expect 3 "$program" check "$(awk 'BEGIN { for (i = 0; i < 5000; i++) printf "x" }')"

# Too large, and growing.
head -c 17000000 /dev/zero >large.json
expect 1 "$program" check large.json
says '[too-large]'
expect 1 "$program" fmt large.json
expect 3 "$program" test large.json
(while echo ' '; do :; done) >>growing.json 2>/dev/null &
writer=$!
expect 1 "$program" check growing.json
kill "$writer"
wait "$writer" 2>/dev/null
rm -f large.json growing.json

# Standard output that refuses, standard input that is closed or endless.
if [ -e /dev/full ]; then
    for command in '--help' 'schema' 'check broken.json' 'check --json broken.json' 'bounds case.json' \
        'simulate case.json' 'play case.json --json --answers sign' 'play case.json --answers sign' 'fmt - case.json'; do
        # shellcheck disable=SC2086 # the command is several words
        "$program" $command >/dev/full 2>err <case.json
        [ $? -eq 3 ] || fail "a full disk under standard output is not noticed: $command"
        [ -s err ] || fail "a full disk under standard output is not told: $command"
    done
fi
"$program" --help >&- 2>err
[ $? -eq 3 ] || fail "a closed standard output is not noticed"
"$program" play case.json <&- >out 2>err || fail "playing without standard input: $(cat err)"
"$program" check - <&- >out 2>err
[ $? -eq 3 ] || fail "reading without standard input is not noticed"
(yes | head -c 20000000) | "$program" check - >out 2>err
[ $? -eq 1 ] || fail "an endless standard input is not refused"
(head -c 1000000 /dev/zero | tr '\0' 9; echo; echo 1) | "$program" play case.json >out 2>err || fail "a long line: $(cat err)"
(printf '\303%.0s' 1 2 3; echo; echo 1) | "$program" play case.json >out 2>err || fail "a line of halves: $(cat err)"

# No home, no environment, another language's rules for letters.
expect 0 env -u HOME "$program" check case.json
expect 0 env -i "$program" check case.json
"$program" check --lang en --json broken.json case.json "$data/check/bad-value.json" >expected
for locale in tr_TR.UTF-8 fr_FR.UTF-8 de_DE.ISO-8859-1 nonsense; do
    LC_ALL=$locale "$program" check --lang en --json broken.json case.json "$data/check/bad-value.json" | cmp - expected ||
        fail "another result in $locale"
done

# Saving: what stood there stays, whatever happens; a link stays a link, a mode a mode.
tr -d '\n' <case.json >flat.json
cp flat.json kept.json
ln -s kept.json link.json
chmod 640 kept.json
expect 0 "$program" fmt link.json
[ -h link.json ] || fail "a link was replaced by a file"
cmp -s kept.json case.json || fail "a file behind a link was not rewritten"
[ "$(stat -c %a kept.json)" = 640 ] || fail "the mode of a file was changed"
cmp -s kept.json~ flat.json || fail "the version before was not kept"
expect 0 "$program" fmt kept.json
expect 3 "$program" map case.json -o folder/absent/o.svg
mkdir full
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=64k none full 2>/dev/null; then
    cp flat.json full/case.json
    (while printf 'x'; do :; done) >full/rest 2>/dev/null
    expect 3 "$program" fmt full/case.json
    says 'disque'
    cmp -s full/case.json flat.json || fail "a full disk cost the file"
    [ ! -e full/.case.json.palabre-new ] || fail "a full disk leaves a copy behind"
    expect 3 "$program" map case.json -o full/o.svg
    umount full
else
    echo "not root, or no tmpfs: the full disk is left out"
fi

# What is to be reviewed by a day is late by the calendar of the place: here it is on one side of the date line only.
day=$(TZ='<-12>+12' date +%F)
sed "s/2020-12-31/$day/" "$data/check/past-review.json" >due.json
expect 0 env TZ='<+14>-14' "$program" check due.json
says past-review
expect 0 env TZ='<-12>+12' "$program" check due.json
if grep -q past-review out err; then fail "what is due today is said to be late"; fi

exit "$failed"
