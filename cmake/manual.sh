#!/bin/sh
# A manual page of palabre-cli with its verbs:  manual.sh PALABRE_CLI LANGUAGE TEMPLATE PAGE
# Writes PAGE, which is TEMPLATE; where a line is "@VERBS@" it has all verbs, as the program's own help tells of them in that language:
# options and verbs in bold, what stands for something else in italics, sentences each on a line.
set -eu
program=$1
language=$2
template=$3
page=$4
export LC_ALL=C # bytes: a text of any language is one

help_of() { # [VERB]
    "$program" --lang "$language" ${1:+"$1"} --help
}

# What help prints of a verb as a page has it. Of “?” or « b », keys to press, the key stands in bold.
set_verb() {
    sed -e 's/\\/\\e/g' -e "s/^\([.']\)/\\\\\&\1/" \
        -e 's/“\([!-~]\)”/\\fB\1\\fR/g' -e 's/«\(\xc2\xa0\|\xe2\x80\xaf\)\([!-~]\)\(\xc2\xa0\|\xe2\x80\xaf\)»/\\fB\2\\fR/g' \
        -e 's/\xc2\xa0\|\xe2\x80\xaf/\x01/g' -e 's/…/.../g' | awk '
        # Words in capitals of a usage stand for something else, wherever they come.
        function learn(usage, words, count, i) {
            count = split(usage, words, /[^A-Z\200-\377]+/)
            for (i = 1; i <= count; i++)
                if (words[i] ~ /[A-Z]/) stands[words[i]] = 1
        }
        # Sets a word that has neither space nor bracket in it.
        function set_word(word) {
            if (word ~ /^--?[a-z]/) {
                gsub(/-/, "\\-", word)
                return "\\fB" word "\\fR"
            }
            if (word ~ /^[*]?[.][a-z]/) return "\\fI" word "\\fR"
            return set_capitals(word)
        }
        function set_capitals(word, out, run) {
            out = ""
            while (match(word, /[A-Za-z\200-\377]+/)) {
                run = substr(word, RSTART, RLENGTH)
                out = out substr(word, 1, RSTART - 1) (run in stands ? "\\fI" run "\\fR" : run)
                word = substr(word, RSTART + RLENGTH)
            }
            return out word
        }
        function set_text(text, out, end) {
            out = ""
            while (match(text, /[][ \001()|:;,]|[.]( |$)/)) {
                end = RSTART
                out = out set_word(substr(text, 1, end - 1)) substr(text, end, 1)
                text = substr(text, end + 1)
            }
            return out set_word(text)
        }
        function print_text(text) {
            text = set_text(text)
            gsub(/[.] /, ".\n", text)
            print text
        }
        NR == 1 {
            learn($0)
            usage = $0
            sub(/^palabre-cli /, "", usage)
            sub(/ *\[-.*/, "", usage) # what may be left out is told below
            name = usage
            sub(/ .*/, "", name)
            sub(/^[^ ]*/, "", usage)
            print ".TP\n\\fB" name "\\fR" set_text(usage)
            next
        }
        $0 == "" { blank++; next }
        blank == 0 { print_text($0) }
        blank == 1 { print_option($0) }
        # "  --seed N   One seed …"; what is too wide for its column has its words on the next line.
        function print_option(line, cut) {
            if (!inside++) print ".RS"
            if (line !~ /^  -/) {
                sub(/^ +/, "", line)
                print_text(line)
                return
            }
            sub(/^ +/, "", line)
            cut = match(line, /  +/) ? RSTART : 0
            print ".TP\n" set_text(cut ? substr(line, 1, cut - 1) : line)
            if (cut) {
                line = substr(line, cut)
                sub(/^ +/, "", line)
                print_text(line)
            }
        }
        END { if (inside) print ".RE" }' | sed 's/\x01/\\ /g' # a space that does not break
}

verbs=$(help_of | sed -n 's/^palabre-cli \([a-z-]*\).*/\1/p')
[ -n "$verbs" ]
while IFS= read -r line; do
    if [ "$line" != '@VERBS@' ]; then
        printf '%s\n' "$line"
        continue
    fi
    for verb in $verbs; do
        help_of "$verb" | set_verb
    done
done <"$template" >"$page.new"
mv "$page.new" "$page"
