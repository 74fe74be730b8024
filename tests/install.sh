#!/bin/sh
# What is installed holds together: install.sh BUILD VERSION
# Installs BUILD into a folder of its own and looks at it there: cases, manual pages, what desktops read, the version.
set -u
build=$(realpath "$1")
version=$2
cd "$(dirname "$(realpath "$0")")/.." || exit 2
for tool in desktop-file-validate appstreamcli update-mime-database man; do
    command -v "$tool" >/dev/null || { echo "$tool is not there: nothing is tested"; exit 77; }
done
root=$(mktemp -d) || exit 2
trap 'rm -rf "$root"' EXIT
export LC_ALL=C.UTF-8 MANWIDTH=100
failed=0

fail() {
    echo "$*"
    failed=1
}

# What a program's help names that its manual page, given as plain text on standard input, does not.
names_missing() { # PROGRAM WORDS
    page=$(cat)
    for word in $2; do
        echo "$page" | grep -q -w -e "$word" || fail "$1: the manual page says nothing of $word"
    done
}

check_page() { # PROGRAM PAGE WORDS
    gzip -t "$2" || fail "$2 is damaged"
    warnings=$(man --warnings -Tutf8 -l -Z "$2" 2>&1 >/dev/null)
    [ -z "$warnings" ] || fail "$2: $warnings"
    gzip -dc "$2" | head -n 1 | grep -q -F "\"Palabre $version\"" || fail "$2 is not that of version $version"
    gzip -dc "$2" | sed -e 's/\\-/-/g' -e 's/\\f[BIR]/ /g' | {
        names_missing "$2" "$3"
        exit "$failed"
    } || failed=1
}

check_program() { # NAME [VERB…]
    program=$root/usr/bin/$1
    name=$1
    shift
    [ "$("$program" --version)" = "$name $version" ] || fail "$name --version does not say $version"
    words=$(for verb in '' "$@"; do "$program" ${verb:+"$verb"} --help; done | grep -o -e '--[a-z][a-z-]*' | sort -u)
    for page in "$root/usr/share/man/man1/$name.1.gz" "$root/usr/share/man/fr/man1/$name.1.gz"; do
        check_page "$name" "$page" "$* $words"
    done
}

check_notes() { # PACKAGE
    gzip -dc "$root/usr/share/doc/$1/changelog.gz" | head -n 1 | grep -q -F "($version)" ||
        fail "the changelog does not begin with $version"
    grep -q '^Format: ' "$root/usr/share/doc/$1/copyright" || fail "$1 has no copyright file"
}

# Palabre has no page on the web. From 1.0 on appstreamcli wants one, and can be told not to; before, it cannot be told.
check_metainfo() { # FILE
    appstreamcli validate --no-net "$1" || appstreamcli validate --no-net --override=url-homepage-missing=info "$1"
}

check_desktop() {
    desktop-file-validate data/org.palabre.Palabre.desktop || failed=1
    check_metainfo data/org.palabre.Palabre.metainfo.xml || failed=1
    grep -q -F "<release version=\"$version\"" data/org.palabre.Palabre.metainfo.xml || fail "no release $version"
    mkdir -p "$root/mime/packages" && cp data/org.palabre.Palabre.xml "$root/mime/packages" || exit 2
    update-mime-database "$root/mime" 2>&1 || failed=1
    grep -q -x -F '50:application/vnd.palabre.case+json:*.palabre.json' "$root/mime/globs2" ||
        fail "*.palabre.json is no case to the desktop"
    check_double_click
}

# What a desktop of GLib's opens a file with: each case that comes with it, and one that was written by hand, whatever it
# is called; and no other JSON.
check_double_click() {
    command -v gio >/dev/null || { echo "gio is not there: nobody is asked what opens a case"; return; }
    asked=$root/asked
    mkdir "$asked"
    cp "$root"/usr/share/palabre/scenarios/*/*.json "$asked"
    cp scenarios/fr/s02-ca-fait-trois-fois.json "$asked/d’été.palabre.json"
    tail -n +3 scenarios/fr/s02-ca-fait-trois-fois.json | sed '1s/^/{\n/' >"$asked/without a schema.json"
    for file in "$asked"/*; do
        opens "$file" application/vnd.palabre.case+json || fail "$file is no case to the desktop"
    done
    ! opens scenarios/scenario.schema.json application/vnd.palabre.case+json || fail "the schema is a case to the desktop"
    ! opens scenarios/themes.json application/vnd.palabre.case+json || fail "the themes are a case to the desktop"
}

opens() { # FILE TYPE
    XDG_DATA_HOME=$root/none XDG_DATA_DIRS=$root:/usr/share gio info -a standard::content-type "$1" | grep -q -w -F "$2"
}

DESTDIR=$root cmake --install "$build" --prefix /usr >/dev/null || fail "it could not be installed"
# shellcheck disable=SC2046 # a list of words
check_program palabre-cli $("$root/usr/bin/palabre-cli" --help | sed -n 's/^palabre-cli \([a-z]*\).*/\1/p')
check_notes palabre-cli
"$root/usr/bin/palabre-cli" check "$root"/usr/share/palabre/scenarios/*/*.json || fail "an installed case has errors"
if find "$root" -name '*.test.json' | grep .; then fail "a case test was installed"; fi
check_desktop
[ "$build/scenarios" -ef scenarios ] || fail "a program that is not installed would find no case"
if [ -e "$root/usr/bin/palabre" ]; then
    check_program palabre
    check_program palabre-editor
    check_notes palabre
    [ "$build/fonts" -ef assets/fonts ] || fail "a program that is not installed would find no font"
    for file in assets/fonts/*.ttf; do
        installed=$root/usr/share/palabre/fonts/${file##*/}
        if [ -e "$installed" ]; then cmp "$file" "$installed"; else gzip -dc "$installed.gz" | cmp "$file" -; fi || failed=1
    done
fi
if [ -e "$root/usr/bin/palabre-push" ]; then
    check_program palabre-push
    check_notes palabre-push
fi
if find "$root/usr" -type f -perm /022 | grep .; then fail "others may write to what is installed"; fi
exit "$failed"
