#!/bin/sh
# An author who reads no manual and sees no JSON makes a case of four decisions from the template "tension", by the keys
# alone: F7 leads from each thing that is to be written to the next. The check then has nothing to say, and the case can
# be played to its end:  tension.sh EDITOR CLI SCRATCH
#
# Pictures of the way are left in SCRATCH.
set -u
editor=$(realpath "$1")
cli=$(realpath "$2")
mkdir -p "$3" && cd "$3" || exit 2
rm -rf data ./*.json ./*.png
HOME=$PWD
DICPATH=$PWD # whatever words this machine knows
export HOME DICPATH
unset XDG_DATA_HOME XDG_CONFIG_HOME

# What the author writes, in the order in which it is asked for.
steps=$(sed "s/.*/key:ctrl+a text:'&' key:F7/" <<'TEXTS'
Le courrier de trop
Mme Aubry a reçu une troisième lettre, qui dit le contraire de la deuxième. Elle ne vient plus demander, elle vient crier.
Un accueil, un mardi, 11 h 40. Deux personnes attendent. Mme Aubry est déjà venue la semaine dernière.
Mme Aubry
58 ans, sa retraite tarde depuis deux mois
Elle pose trois lettres sur le comptoir, à plat, l’une à côté de l’autre.
Vous les lisez, vos lettres, avant de les envoyer ?
« Ici, c’est chacun son tour, madame. Deux personnes sont arrivées avant vous, et je dois les recevoir. »
« Trois lettres, et la dernière dit le contraire. »
Vous la regardez, vous attendez. « Dites-moi. »
Deux mois sans rien ! Le loyer, c’est moi qui l’invente ?
« Deux mois sans retraite, et le loyer à payer. »
« Les lettres partent toutes seules, d’un service à l’autre, et elles se croisent. »
« Numéro de dossier ? Date de départ ? Vous avez appelé ? »
Sa main s’abat sur le comptoir. Quelqu’un sursaute.
Et vous, vous êtes assis là, à rien faire !
Vous continuez, comme si de rien n’était.
« Encore une fois, et j’appelle. »
« Quand vous tapez là, j’ai peur. Parlons sans cela. »
Alors, je fais quoi, moi, maintenant ?
« Ce sera réglé vendredi, je m’en occupe, vous pouvez compter dessus. »
« Le service des retraites est rue du Port, ouvert le matin. »
« J’appelle devant vous. Et vous, jeudi. »
Elle range ses lettres. Le rendez-vous de jeudi est écrit au dos de la troisième.
Elle part avec une adresse. Jeudi, vous appellerez pour savoir si elle y est allée.
La porte claque. Votre collègue vous apporte un verre d’eau, et vous écrivez ce qui s’est passé.
TEXTS
)

all="wait:500 shot:templates.png focus:'Une tension' wait:500 key:Return wait:500 shot:begun.png
$steps wait:300 shot:written.png key:F5 wait:500 shot:played.png key:Escape wait:300
key:ctrl+s wait:500 key:ctrl+a text:'$PWD/le-courrier-de-trop.json' key:Return wait:500 shot:saved.png quit"
"$editor" --headless --size 1280x720 --lang fr --data data --do "$(echo "$all" | tr '\n' ' ')" || exit 1

"$cli" check le-courrier-de-trop.json >told 2>&1 && [ ! -s told ] || {
    echo "The check has something to say:"
    cat told
    exit 1
}
grep -q '"id": "le-courrier-de-trop"' le-courrier-de-trop.json || exit 1
"$cli" play le-courrier-de-trop.json --answers 'b;a;c;c' --lang fr | grep -q 'La colère est retombée' || {
    echo "The case is not played to its end"
    exit 1
}
