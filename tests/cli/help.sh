#!/bin/sh
# What the program tells of itself holds together: help.sh PALABRE_CLI
#
# The list of verbs is what each verb says of itself; every option that a usage names is explained, in both languages; and
# the manual has all of it, set as a page.
set -u
program=$(realpath "$1")
root=$(realpath "$(dirname "$(realpath "$0")")/../..")
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
export LC_ALL=C
failed=0

fail() {
    echo "$*"
    failed=1
}

check_verb() { # LANGUAGE VERB: adds its block to `list`
    "$program" --lang "$1" "$2" --help >"$2.$1" || fail "$2 has no help"
    { echo; sed -n -e 1p -e '2s/^/    /p' "$2.$1"; } >>list
    sed -n 1p "$2.$1" | grep -o '[ []--\{0,1\}[a-z][a-z-]*' | tr -d ' [' | while read -r option; do
        grep -q "^  $option .*  [^ ]" "$2.$1" || grep -A1 "^  $option " "$2.$1" | grep -q '^ \{24\}' ||
            echo "$1: $2 does not explain $option"
    done >unexplained
    [ ! -s unexplained ] || fail "$(cat unexplained)"
}

check_page() { # LANGUAGE TEMPLATE
    "$root/cmake/manual.sh" "$program" "$1" "$2" page || fail "$1: no manual"
    if grep -n '@VERBS@\|“\|«\|--\|\x01\|\xc2\xa0\|\xe2\x80\xaf' page; then
        fail "$1: something is left that no page has"
    fi
    for verb in $verbs; do
        grep -q "^.fB$verb.fR" page || fail "$1: the manual does not tell of $verb"
    done
}

verbs=$("$program" --help | sed -n 's/^palabre-cli \([a-z]*\).*/\1/p')
[ -n "$verbs" ] || fail "there is no verb"
for language in en fr; do
    "$program" --lang $language --help >whole || fail "there is no help"
    sed -n 1p whole >list
    for verb in $verbs; do
        check_verb $language "$verb"
    done
    { echo; sed -n '$p' whole; } >>list
    diff -u list whole || fail "$language: the list of verbs is not what they say"
done
for verb in $verbs; do
    sed 1d "$verb.en" >words.en
    sed 1d "$verb.fr" >words.fr
    if grep -Fx -f words.en words.fr | grep .; then fail "$verb: some of its help is not translated"; fi
done
check_page en "$root/data/man/palabre-cli.1"
check_page fr "$root/data/man/fr/palabre-cli.1"
exit "$failed"
