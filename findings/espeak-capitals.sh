#!/usr/bin/env bash
# BEHAVIOUR: espeak-ng 1.51 says the same three capitals in two ways, by what stands around them. "CAF" alone, and "la CAF",
# are said as a word (k'af); in "Je vais à la CAF." they are spelled (s,e,a'Ef). So are short words in capitals: of
# "the CAT sat" the CAT is spelled, of "a CAT" it is not. It depends on how many letters of the sentence are capitals,
# not on the word: a button and a sentence that name the same service sound different. Whoever wants one sound
# writes the letters' names, or small letters.
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
said() { # VOICE TEXT
  LD_LIBRARY_PATH=$lib ESPEAK_DATA_PATH=$data timeout 20 root/usr/bin/espeak-ng -v "$1" -q -x "$2" | sed 's/^ *//; s/ *$//'
}
echo "espeak-ng $VERSION, $arch"
ok=0
expect() { # VOICE TEXT PHONEMES
  got=$(said "$1" "$2")
  echo "$1 “$2” -> $got"
  [ "$got" = "$3" ] || ok=1
}
expect fr 'CAF' "k'af"
expect fr 'la CAF' "la- k'af"
expect fr 'Je vais à la CAF.' "Z@- v'Ez2 a la- s,e,a'Ef"
expect en 'a CAT' "a# k'at"
expect en 'the CAT sat' "D@ s,i:;,eIt'i: s'at"
if [ "$ok" = 0 ]; then
  echo "AS DESCRIBED: capitals are spelled or said by what stands around them."
else
  echo "CHANGED: these capitals are said differently now."
fi
exit "$ok"
