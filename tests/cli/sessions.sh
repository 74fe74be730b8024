#!/bin/sh
# Stores that are not as they were left, and folders that are not as one would wish: each gives a sentence and an exit
# status, and nothing is lost:  sessions.sh PALABRE_CLI
set -u
program=$(realpath "$1")
data=$(realpath "$(dirname "$(realpath "$0")")/../data/sessions")
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
export LC_ALL=en_US.UTF-8 LANGUAGE=en HOME="$scratch/home"
unset XDG_DATA_HOME
failed=0

fail() {
    echo "$*"
    failed=1
}

# expect STATUS ARGUMENT…: what `sessions ARGUMENT…` says goes to `said`.
expect() {
    wanted=$1
    shift
    "$program" --lang en sessions "$@" >said 2>&1
    status=$?
    [ "$status" -eq "$wanted" ] || fail "status $status, not $wanted: sessions $*: $(cat said)"
    [ -s said ] || fail "not a word: sessions $*"
}

says() { # TEXT
    grep -q -F -e "$1" said || fail "“$1” is not said: $(cat said)"
}

# The user's own folder, made for the first session alone, and closed to all others.
expect 0 list
says 'No session is kept'
[ ! -e home ] || fail "looking made a folder"
expect 0 import "$data/two.jsonl"
[ "$(stat -c %a home/.local/share/palabre home/.local/share/palabre/sessions.db | tr '\n' ' ')" = '700 600 ' ] ||
    fail "others may look in: $(ls -ld home/.local/share/palabre/*)"
expect 0 list
says 'a group of 14, “Lundi matin”'
export XDG_DATA_HOME="$scratch/xdg"
expect 0 list
says "No session is kept in “$scratch/xdg/palabre”"
HOME='' XDG_DATA_HOME='' expect 2 list
says 'HOME is not set'

# What is no store of ours is refused as it is; set aside when that is asked for; erased when all is.
mkdir bad
echo 'my diary' >bad/sessions.db
for action in list 'show abcd' 'export -o out.jsonl' "import $data/two.jsonl" "merge $data/two.jsonl" 'erase abcd' purge; do
    # shellcheck disable=SC2086 # the action is several words
    expect 1 $action --data bad
    says 'the file of another application'
    says 'Nothing was changed there.'
    [ "$(cat bad/sessions.db)" = 'my diary' ] || fail "$action wrote over it"
done
[ ! -e out.jsonl ] || fail "an export of nothing was written"
expect 0 import "$data/two.jsonl" --data bad --begin-anew
says 'is now called “sessions.'
[ "$(cat bad/sessions.*.damaged)" = 'my diary' ] || fail "what was set aside is not as it was"
expect 0 list --data bad
says 'was set aside'
expect 0 erase abcd --data bad
says 'may still hold it'
expect 0 erase --all --data bad
[ "$(ls bad)" = sessions.lock ] || fail "something is left: $(ls bad)"
echo 'my diary' >bad/sessions.db
expect 0 erase --all --data bad
[ "$(ls bad)" = sessions.lock ] || fail "something is left: $(ls bad)"

# A damaged one.
expect 0 import "$data/two.jsonl" --data cut
cp cut/sessions.db whole.db
head -c 9000 whole.db >cut/sessions.db
expect 1 list --data cut
says 'the file is damaged'
expect 1 import "$data/two.jsonl" --data cut
[ "$(wc -c <cut/sessions.db)" -eq 9000 ] || fail "a damaged store was written to"
cp whole.db cut/sessions.db
printf '\000\000\000\143' | dd of=cut/sessions.db bs=1 seek=60 conv=notrunc 2>/dev/null # user_version
expect 1 list --data cut
says 'a later version of Palabre'
expect 1 import "$data/two.jsonl" --data cut --begin-anew
says 'The later version still reads it.'
if find cut -name "*.damaged" | grep .; then fail "a newer store was set aside"; fi

# One session that is damaged does not keep the others from being saved.
LC_ALL=C sed 's/Lundi matin/Mardi matin/' whole.db >cut/sessions.db
expect 1 list --data cut
says 'It is damaged'
expect 1 show abcd --data cut
says 'the file is damaged'
expect 1 export -o out.jsonl --data cut
says 'The session abcdef01 is left out'
says '1 session is in this backup'
[ "$(grep -c '"palabre": "session"' out.jsonl)" -eq 1 ] || fail "the backup is not that of the one that is whole"
cp out.jsonl before.jsonl
expect 1 export abcd -o out.jsonl --data cut
cmp -s out.jsonl before.jsonl || fail "a backup was lost to one of nothing"
TMPDIR=$scratch/none expect 3 export -o out.jsonl --data cut
says 'no room for temporary files'
cmp -s out.jsonl before.jsonl || fail "a backup was lost to one that had no room"
expect 0 erase abcd --data cut
expect 0 list --data cut

# Somebody else has it: told who, and read all the same.
exec 9>>cut/sessions.lock
if flock -n 9; then
    printf '{"process": 4711, "host": "poste-2", "since": "2026-11-27 18:05"}' >cut/sessions.lock
    expect 3 import "$data/two.jsonl" --data cut
    says 'since 2026-11-27 18:05: process 4711 on poste-2'
    expect 3 erase 0000cafe --data cut
    expect 3 erase --all --data cut
    says 'another program is using it'
    expect 0 list --data cut
    says 'Le dossier vert'
fi
exec 9>&-

# A store of the version before the notebook is read as it is, and led on when something is erased in it.
mkdir older
cp "$data/version-1.db" older/sessions.db
expect 0 notebook --data older
says 'My notebook'
cmp -s "$data/version-1.db" older/sessions.db || fail "reading changed an older store"
expect 0 erase --notebook --data older
says 'The sessions stay.'
expect 0 list --data older
says 'Le dossier vert'
"$program" --lang en sessions notebook --data older -o older/notebook.txt || fail "the notebook is not written"
[ -s older/notebook.txt ] || fail "the notebook that was written is empty"
expect 2 erase --notebook --all --data older
expect 2 erase --notebook abcd --data older

# A disk that is full, a folder that is none, a backup through a pipe, and one that is cut.
if [ -e /dev/full ]; then
    "$program" sessions list --data cut >/dev/full 2>said
    [ $? -eq 3 ] || fail "a full disk under standard output is not noticed"
fi
expect 3 export -o no/such/folder.jsonl --data cut
expect 3 import "$data/two.jsonl" --data whole.db
expect 0 list --data whole.db/nothing
head -c 3000 "$data/two.jsonl" | "$program" --lang en sessions import - --data piped >said 2>&1
[ $? -eq 1 ] || fail "a cut backup is not told"
says '0 sessions were added.'
"$program" --lang en sessions import - --data piped <"$data/two.jsonl" >said 2>&1 || fail "a pipe is not read: $(cat said)"
says '2 sessions were added.'
exit "$failed"
