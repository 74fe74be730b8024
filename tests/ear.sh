# shellcheck shell=bash
# A speech-dispatcher of a test's own, whose synthesiser writes down what it is given: to be sourced.
#     prepare_ear WORK || …     WORK/conf; 77: what it takes is not on this machine, and it has said so
#     start_ear WORK            in the background, at $SPEECHD_ADDRESS; what is said comes to WORK/heard
prepare_ear() { # WORK
    command -v speech-dispatcher >/dev/null || { echo "skipped: speech-dispatcher is not installed"; return 77; }
    if [ -z "$(find /usr/lib /usr/libexec -name sd_generic -type f 2>/dev/null)" ] || [ -z "$(find /usr/lib -name spd_alsa.so 2>/dev/null)" ]; then
        echo "skipped: its generic module or its ALSA plugin is not installed"
        return 77
    fi
    export ALSA_CONFIG_PATH=$1/asound.conf SPEECHD_ADDRESS=unix_socket:$1/socket
    printf 'pcm.!default { type null }\nctl.!default { type null }\n' >"$1/asound.conf"
    mkdir -p "$1/conf/modules"
    cat >"$1/conf/speechd.conf" <<'CONF'
AudioOutputMethod "alsa"
SymbolsPreproc "char"
SymbolsPreprocFile "gender-neutral.dic"
SymbolsPreprocFile "font-variants.dic"
SymbolsPreprocFile "symbols.dic"
SymbolsPreprocFile "emojis.dic"
SymbolsPreprocFile "orca.dic"
SymbolsPreprocFile "orca-chars.dic"
AddModule "ear" "sd_generic" "ear.conf"
DefaultModule ear
CONF
    cat >"$1/conf/modules/ear.conf" <<CONF
GenericExecuteSynth "printf '%s\\\\n' \\'\$DATA\\' >> $1/heard"
GenericMaxChunkLength 10000
GenericDelimiters "\\n"
AddVoice "fr" "MALE1" "fr"
GenericLanguage "fr" "fr" "utf-8"
CONF
}

start_ear() { # WORK
    speech-dispatcher -s -c unix_socket -S "$1/socket" -C "$1/conf" -L "$1" -P "$1/speech.pid" -t 0 >"$1/server" 2>&1 &
}

heard() { # WORK TEXT: the module hands a sentence on in pieces
    tr '\n' ' ' <"$1/heard" | tr -s ' ' | grep -qF "$2 "
}
