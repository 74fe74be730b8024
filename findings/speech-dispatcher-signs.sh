#!/usr/bin/env bash
# BEHAVIOUR: speech-dispatcher 0.11.4, as Debian configures it, rewrites a text before the synthesiser sees it, and drops
# signs that mean something even where no punctuation is to be read aloud: of "3,5" the synthesiser is given "3 ,5"
# (heard as two numbers), a single letter e after a hyphen is taken for a feminine and goes, so that of the spelled
# "a-esse-e" "a-esse" is left, the hyphen that does not break (U+2011) is taken out, so that "16‑25 ans" becomes "1625 ans",
# of "?!" only "!" is left, and the stroke of "3 / 5" and a dash between spaces vanish. What a synthesiser says when it
# is asked directly is therefore not what is heard. Words pass as they are: "3 virgule 5 sur 5", "16 à 25 ans".
# Exit status: 0 = behaves as described, 1 = behaviour changed, 2 = could not run.
set -u
VERSION=0.11.4-2
dir=$(mktemp -d) || exit 2
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$dir"' EXIT
cd "$dir" || exit 2
command -v python3 >/dev/null || { echo "python3 is needed"; exit 2; }
apt-get download -qq "speech-dispatcher=$VERSION" "speech-dispatcher-audio-plugins=$VERSION" libdotconf0 libglib2.0-0 \
  libltdl7 libsndfile1 libasound2 libasound2-data libflac12 libvorbis0a libvorbisenc2 libogg0 libopus0 libmpg123-0 \
  libmp3lame0 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in ./*.deb; do dpkg -x "$package" root || exit 2; done

# The programs hold the places of their parts: each becomes one of the same length in here.
relocate() { # PLACE
  place=$dir/
  while [ "${#place}" -lt "${#1}" ]; do place=${place}x; done
  [ "${#place}" -eq "${#1}" ] && ln -s "$dir/root$1" "$place" || { echo "no room for $1"; exit 2; }
  grep -rl --binary-files=text -F "$1" root | xargs -r sed -i "s#$1#$place#g"
}
libs=$(dirname "$(find root -name 'libspeechd-module*' -o -name 'libasound.so.2' | head -1)")
relocate /usr/share/speech-dispatcher/locale
relocate "${libs#root}/speech-dispatcher"
export LD_LIBRARY_PATH=$dir/$libs HOME=$dir ALSA_CONFIG_PATH=$dir/asound.conf
printf 'pcm.!default { type null }\nctl.!default { type null }\n' >asound.conf
mkdir -p conf/modules modules
cp root/usr/lib/speech-dispatcher-modules/sd_generic modules/
sed -n '/^SymbolsPreproc/p' root/etc/speech-dispatcher/speechd.conf >conf/speechd.conf
cat >>conf/speechd.conf <<CONF
AudioOutputMethod "alsa"
AddModule "ear" "sd_generic" "ear.conf"
DefaultModule ear
CONF
cat >conf/modules/ear.conf <<CONF
GenericExecuteSynth "printf '%s\\\\n' \\'\$DATA\\' >> $dir/heard"
GenericMaxChunkLength 10000
GenericDelimiters "\\n"
AddVoice "fr" "MALE1" "fr"
GenericLanguage "fr" "fr" "utf-8"
CONF
root/usr/bin/speech-dispatcher -s -c unix_socket -S "$dir/socket" -C "$dir/conf" -L "$dir" -P "$dir/pid" -m "$dir/modules" \
  -t 0 >server.log 2>&1 &
server=$!
for _ in $(seq 100); do [ -S socket ] && break; sleep 0.1; done
[ -S socket ] || { tail -n 5 server.log; exit 2; }
cat >say.py <<'PY'
import os, re, socket, sys, time
os.chdir(sys.argv[1])
line = socket.socket(socket.AF_UNIX)
line.connect('socket')
answers = line.makefile('r', encoding='utf-8')
def ask(text):
    line.sendall((text + '\r\n').encode())
    while not re.match(r'\d\d\d ', answer := answers.readline()):
        pass
    return answer
def heard(text):
    open('heard', 'w').close()
    for part in ('SPEAK', text + '\r\n.'):
        ask(part)
    for _ in range(60):
        time.sleep(0.1)
        said = open('heard', encoding='utf-8').read()
        if said:
            time.sleep(0.3)
            return ' '.join(open('heard', encoding='utf-8').read().split())
    return ''
ask('SET SELF CLIENT_NAME finding:signs:main')
ask('SET SELF LANGUAGE fr')
want = {'3,5 / 5': '3 ,5 5', '16\u201125 ans': '1625 ans', 'Quoi ?!': 'Quoi !', 'Il dit \u2014 non.': 'Il dit non.',
        'L\u2019a-esse-e vient.': 'L\u2019a-esse vient.',
        '3 virgule 5 sur 5': '3 virgule 5 sur 5', '16 à 25 ans': '16 à 25 ans'}
ok = True
for text, expected in want.items():
    said = heard(text)
    print(f'“{text}” -> “{said}”')
    ok = ok and said == expected
print('AS DESCRIBED: signs that mean something are dropped on the way to the synthesiser.' if ok
      else 'CHANGED: the synthesiser is given something else now.')
sys.exit(0 if ok else 1)
PY
echo "speech-dispatcher $VERSION"
timeout 90 python3 say.py "$dir"
