#!/usr/bin/env bash
# Palabre for Windows on a stick, under Wine:  stick.sh ZIP
# Unzipped where names have accents and blanks it keeps its data beside itself: that outlives kills, a disk that is full and
# one that may only be read are told and end nothing, and of what is erased no byte is left in the folder. A path is opened as
# Windows gives it to be pasted. Without the mark that keeps data there, documents go where the account has them. To be run by
# tests/windows.sh, as root of a namespace of its own.
# shellcheck disable=SC1112 # typographic apostrophes
set -u
zip=$(realpath "$1")
root=$(realpath "$(dirname "$0")/../..")
wine=/usr/lib/wine/wine64
work=$(mktemp -d) || exit 2
stick="$work/Clé de Zoé"
folder="$stick/Évaluation n° 2/Palabre"
cases=$root/tests/data/cases
trap 'umount "$stick"; rm -rf "$work"' EXIT
mkdir "$stick" && mount -t tmpfs -o size=100m stick "$stick" && mkdir "${folder%/*}" || exit 2
(cd "${folder%/*}" && unzip -q "$zip") || exit 2
cd "$work" || exit 2

fail() {
    echo "$1"
    exit 1
}

play() { # STEPS [OPTION…]
    timeout -k 5 120 "$wine" "$folder/palabre.exe" --headless --lang fr --size 1280x720 --do "$1 wait:700 tree:seen.json quit" "${@:2}"
}

says() { # WORDS; spaces that do not break are spaces here
    sed 's/\xC2\xA0/ /g' seen.json | grep -qF -- "$1" || { echo "it does not say: $1"; fail "$(cat seen.json)"; }
}

holds() { # WORDS: in some file of the data folder
    grep -rqaF -- "$1" "$folder/data"
}

# The steps of S02 from its page on: what is chosen, or written, or left as it stands, and then to what comes next.
choices() { # LETTER…: w a text, o an order
    local letter
    for letter; do
        case $letter in
        w) echo "wait:500 text:'Zinnia attendra.' key:ctrl+Return wait:500 key:Return" ;;
        o) echo "wait:500 key:ctrl+Return wait:500 key:Return wait:500 key:Return" ;;
        *) echo "wait:500 key:$letter wait:500 key:Return" ;;
        esac
    done
}

answers() {
    cat "$folder"/data/journal/*.jsonl 2>/dev/null | grep -c '"kind": "answer"'
}

# Killed while it plays on, after answer 1, 2, 3…: the next start goes on behind the last that was noted.
kill_and_resume() { # CASE
    local i steps given killed=0
    steps=$(choices b a a w c o w a c w e o c b w o | tr '\n' ' ')
    for i in $(seq 12); do
        rm -f "$folder"/data/journal/*
        play "wait:500 key:Return wait:500 key:Return $steps" "$1" 2>/dev/null &
        for _ in $(seq 3000); do
            [ "$(answers)" -lt "$i" ] || break
            sleep 0.01
        done
        # shellcheck disable=SC2046 # what keeps its time, and itself
        kill -9 $(pgrep -f 'palabre[.]exe --headless') 2>/dev/null && killed=$((killed + 1))
        wait
        given=$(answers)
        [ "$given" -ge "$i" ] || fail "kill $i: only $given answers"
        play "wait:500 key:Return wait:500 key:Return" "$1" || fail "kill $i: it does not start again"
        says "Décision $((given + 1)) sur"
    done
    [ "$killed" -ge 6 ] || fail "it was killed $killed times only"
}

mkdir "$folder/data" && echo '{"format": 1, "welcomed": true}' >"$folder/data/settings.json" || exit 2
echo "Killed, it takes up again what was answered."
kill_and_resume "$folder/scenarios/fr/s02-ca-fait-trois-fois.json"

echo "A path that is pasted as Windows gives it is opened."
cp "$cases/rumeur.json" "$stick/La rumeur.json"
pasted="Z:${stick//\//\\}\\La rumeur.json"
play "wait:500 key:ctrl+o wait:500 text:'\"$pasted\"' wait:500 key:Return wait:500" || fail "the dialog does not open"
says 'La rumeur du guichet 3'
play "wait:500 focus:'Réglages' key:Return wait:500" || fail "the settings do not open"
says "${folder//\//\\\\}\\\\data"

echo "What is erased is gone."
play "wait:500 focus:'Carnet' key:Return wait:500 focus:'Avant de m’entraîner' key:Return wait:500 focus:'À qui j’en parle' \
    text:'À Zinnia, demain.' focus:'Mettre dans le carnet' key:Return wait:5000" || fail "the notebook does not open"
holds 'À Zinnia, demain.' || fail "the notebook keeps nothing"
play "wait:500 key:Return wait:500 key:a wait:500 text:'Zinnia attendra.' wait:500 \
    key:ctrl+Return wait:500 key:Return wait:500 key:1 wait:500" "$cases/dossier-vert.json"
play "wait:500 key:Space wait:500 key:Space wait:500 key:Space wait:500 key:Space wait:500 key:i wait:500 text:'Zinnia avant tout' \
    key:Return wait:500 key:Escape wait:500" --group --present 14 "$folder/scenarios/fr/s02-ca-fait-trois-fois.json"
holds 'Zinnia avant tout' || fail "the group's session keeps nothing"
play "wait:500 focus:'Réglages' key:Return wait:500 focus:'Tout effacer…' key:Return wait:500 focus:'Tout effacer' key:Return wait:3000"
says 'Tout ce que Palabre gardait ici est effacé.'
for word in Zinnia zinnia dossier-vert s02; do
    ! holds "$word" || fail "$word is still in $(grep -rlaF -- "$word" "$folder/data")"
done
[ -z "$(find "$folder/data/journal" -type f)" ] || fail "a journal is left"

echo "A disk that is full is told."
head -c 200m /dev/zero >"$stick/full" 2>/dev/null
play "wait:500 key:Return wait:500 key:a wait:700" "$cases/rumeur.json" || fail "it ends on a full disk"
says 'le disque est plein'
rm "$stick/full"
play "wait:500 key:Return wait:500 key:a wait:700" "$cases/rumeur.json"
holds '"answer"' || fail "nothing is kept though there is room again"

echo "A folder that may only be read is told."
rm "$folder"/data/journal/* && mount -o remount,ro "$stick" || exit 2
play "wait:500 key:Return wait:500 key:a wait:700" "$cases/rumeur.json" || fail "it does not start where nothing may be written"
says 'l’écriture n’y est pas autorisée'
mount -o remount,rw "$stick" || exit 2

echo "Documents go where the account has them."
mkdir "Mes écrits" data && echo '{"format": 1, "welcomed": true}' >data/settings.json && rm "$folder/portable.txt"
timeout -k 5 60 "$wine" reg add 'HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders' \
    /v Personal /d "Z:${work//\//\\}\\Mes écrits" /f >/dev/null || exit 2
play "wait:500 focus:'Exporter vers un autre outil' key:Return wait:500 key:Right key:Return wait:500 \
    focus:'Écrire le fichier' key:Return wait:3000" --data "$work/data" "$cases/rumeur.json" || fail "nothing is exported"
[ -n "$(ls "Mes écrits")" ] || { says 'Mes écrits'; fail "nothing is written there"; }
