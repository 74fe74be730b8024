#!/usr/bin/env bash
# Makes the pictures of the documentation, docs/pictures/*.png, from the program itself, without a display:
#     docs/pictures.sh [PALABRE]      build/release/palabre unless given
# Headless, the clock stands still and lots are drawn from one seed: the same program gives the same bytes.
set -eu
cd "$(dirname "$(realpath "$0")")/.."
palabre=${1:-build/release/palabre}
out=docs/pictures
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
mkdir -p "$out"

again=false # when it is played again, what was written stands there

write() { # TEXT STEP: types it, does the step and gives the answer
    $again || steps+=" text:'$1' $2"
    steps+=" key:ctrl+Return key:Return"
}

choose() { # LETTER…: each is the answer to the next decision
    local letter
    for letter in "$@"; do
        steps+=" key:$letter key:Return"
    done
}

order() { # leaves a ranking as it stands; what is said of it is long: the first Return brings its end into sight
    steps+=" key:ctrl+Return key:Return key:Return"
}

# Decisions 3 to 17, with the picture that is wanted of the first text.
go_on() { # STEP
    choose a
    write "Trois venues sans réponse, et maintenant c’est suspendu. Vous êtes à bout, c’est bien cela ?" "$1"
    choose c
    order
    write "Quand vous tapez de la main, j’ai peur pour l’enfant. Pouvez-vous me le raconter plus doucement ?" ""
    choose a c
    write "Je ne décide pas de la date. Je transmets l’attestation aujourd’hui et j’appelle la caisse avec vous." ""
    choose e
    order
    choose c b
    write "L’attestation est partie. Vous gardez cette feuille ; je vous appelle jeudi à dix heures." ""
    order
    choose e
}

# From the first start to the end of « Ça fait trois fois que je viens ».
steps="key:Return key:Return shot:$out/library.png focus:'« Ça fait trois fois que je viens »' key:Return key:Return shot:$out/case.png key:Return"
choose b
steps+=" shot:$out/play.png key:d shot:$out/feedback.png key:Return"
go_on "shot:$out/words.png"
steps+=" key:Return shot:$out/debrief.png"
# What if the first answer had been another one? Then both side by side.
steps+=" focus:'Rejouer le tournant' key:Return"
choose a d
again=true
go_on ""
steps+=" key:Return shot:$out/compare.png"

take() { # FOLDER STEPS
    local steps=${2//key:Return/wait:500 key:Return} # no sooner than a page takes it
    "$palabre" --headless --size 1280x720 --lang fr --data "$data/$1" --do "${steps//key:ctrl+Return/wait:500 key:ctrl+Return} quit"
}

take play "$steps"
export DICPATH="$data"
unknown="« L’acceuil » n’est pas dans le dictionnaire : suggestions"
edit() { # STEPS [CASE]: of the editor, which stands beside the program, on a case of its own
    local case=${2:-s02-ca-fait-trois-fois}
    cp "scenarios/fr/$case.json" "$data/"
    "${palabre%/*}/palabre-editor" --headless --size 1280x720 --lang fr --data "$data/edit" --do "$1 quit" "$data/$case.json"
}

take settings "key:Return key:Return focus:'Réglages' key:Return shot:$out/settings.png"
steps="wait:500 shot:$out/editor.png key:ctrl+h wait:500 text:'attestation' key:Tab text:'preuve' wait:500 shot:$out/editor-replace.png"
edit "$steps key:Escape wait:500 key:F8 wait:500 shot:$out/editor-figures.png"
steps="wait:500 focus:'Détecteurs' key:Return wait:500 focus:'Essayer une phrase (elle n’est pas gardée)' text:'Je ne dis rien d’elle.' wait:500"
edit "$steps shot:$out/editor-bench.png" s17-le-carnet-et-le-poste-partage
unset DICPATH # what is spelled is by the machine's words: hunspell-fr
edit "wait:500 focus:'Titre de la scène' key:ctrl+a text:'L’acceuil du matin' wait:500 focus:'$unknown' key:Return wait:500 shot:$out/editor-spelling.png"

# A page has few colours: a palette of them makes the files three times smaller.
if command -v convert >/dev/null; then
    for picture in "$out"/*.png; do
        convert "$picture" +dither -colors 128 -strip -define png:exclude-chunks=date,time "PNG8:$picture"
    done
fi
