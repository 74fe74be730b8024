#!/usr/bin/env bash
# BEHAVIOUR: the French voice of espeak-ng 1.51 says hundreds of plain French words with English sounds, in the middle of a
# French sentence, because their letters look English to its rules, and without being asked for a second language. What
# looks so: th before or after some letters (authentification, rythme, algorithme, enthousiaste, menthe, but not théâtre,
# bibliothèque or mythologie), the ends of vécut (not of vécu), of "le dos" (not of dossier), of il s’assied and of polygame, names
# (Mohamed, Ahmed, Judith), and an apostrophe before h or with another one in the word: qu’habiter and d’aujourd’hui,
# though d’habiter and aujourd’hui are French. Of the 346,205 words of Debian's wfrench 1.2.7 it is 2,437. A respelling that
# sounds the same in French (autentification, ritme, vécu, qu’abiter, d’aujourdui, Mohamède) is said in French.
# Exit status: 0 = behaves as described, 1 = behaviour changed, 2 = could not run.
set -u
VERSION=1.51+dfsg-10+deb12u2
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 2
arch=$(dpkg --print-architecture) || exit 2
apt-get download -qq "espeak-ng=$VERSION" "libespeak-ng1=$VERSION" "espeak-ng-data=$VERSION" libsonic0 libpcaudio0 \
  >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in ./*.deb; do dpkg -x "$package" root || exit 2; done
lib=$(dirname "$(find root -name 'libespeak-ng.so.1' | head -1)")
data=$(dirname "$(find root -name 'phontab' | head -1)")
echo "espeak-ng $VERSION, $arch"
ok=0
expect() { # LANGUAGE SENTENCE…
  for sentence in "${@:2}"; do
    got=$(LD_LIBRARY_PATH=$lib ESPEAK_DATA_PATH=$data timeout 20 root/usr/bin/espeak-ng -v fr -q --ipa "$sentence" | tr '\n' ' ')
    echo "fr “$sentence” -> $got"
    case $got in '') exit 2 ;; *'(en)'*) language=English ;; *) language=French ;; esac
    [ "$language" = "$1" ] || ok=1
  done
}
expect English 'L’authentification est à son rythme.' 'un algorithme' 'Elle est enthousiaste.' 'une menthe' 'Il vécut seul.' \
  'J’ai mal au dos.' 'Il s’assied.' 'un polygame' 'Mohamed est là.' 'Judith est là.' 'parce qu’habiter seule' \
  'les démarches d’aujourd’hui' 'un conseil de prud’hommes'
expect French 'un théâtre et une bibliothèque' 'la mythologie' 'Il a vécu seul.' 'un dossier' 'envie d’habiter seule' \
  'aujourd’hui' 'L’autentification est à son ritme.' 'qu’abiter' 'd’aujourdui' 'Mohamède est là.'
if [ "$ok" = 0 ]; then
  echo "AS DESCRIBED: French words whose letters look English are said in English."
else
  echo "CHANGED: other words are said in English now."
fi
exit "$ok"
