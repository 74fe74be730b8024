#!/bin/sh
# What `import FOLDER` takes and refuses:  import_folder.sh PALABRE_CLI
# Files that are too large together are refused, and nothing is written; so is a link that leads nowhere. A link to a folder is
# not followed.
set -u
cli=$(realpath "$1")
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2

fail() {
    echo "$1"
    cat said
    exit 1
}

mkdir large linked elsewhere
for name in a b; do
    { printf ':: %s\n' "$name"; yes 'Bonjour.' | head -c 9000000; } >"large/$name.twee"
done
"$cli" --lang en import large -o large.json >said 2>&1
[ $? = 1 ] || fail "18 MB are not refused as data"
grep -qF 'What stands in “large/b.twee” and before it is larger than a story may be.' said || fail "it is not said why"
[ ! -e large.json ] || fail "something was written"

printf ':: Accueil\nBonjour.\n' >linked/a.twee
printf ':: Ailleurs\nAu revoir.\n' >elsewhere/b.twee
ln -s ../elsewhere linked/more
ln -s .. linked/round
"$cli" --lang en import linked -o linked.json >said 2>&1 || fail "a folder with links is not imported"
grep -q Accueil linked.json || fail "its file is not in the case"
! grep -q Ailleurs linked.json || fail "a link was followed"

ln -s nowhere linked/z.twee
"$cli" --lang en import linked -o broken.json >said 2>&1
[ $? = 3 ] || fail "a file that cannot be read is not told as such"
grep -qF '“linked/z.twee” could not be read' said || fail "it is not said which"
[ ! -e broken.json ] || fail "something was written without it"
