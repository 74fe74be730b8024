#!/bin/bash
# Reads the figures of a report back from LibreOffice Calc: calc.sh PALABRE_CLI
#
# Opened as a French and as an English person does, each number is a number of the same value, each day a date, and all else
# the text that stands in the file: nothing is taken for a formula, a time or a number that it is not. Exit status 77: Calc
# is not here.
set -u
program=$(realpath "$1") || exit 2
tests=$(dirname "$(realpath "$0")")
command -v soffice >/dev/null || { echo "skipped: LibreOffice Calc is not installed"; exit 77; }
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
failed=0

# Each cell that is not empty as TYPE and value, one a line, in order.
list_read() { # FILE.fods
    tr -d '\n' <"$1" | sed 's/<table:table-cell/\n&/g' | sed -nE '
        s/.*office:value-type="(float|percentage|currency)"[^>]* office:value="([^"]*)".*/number \2/p; t
        s/.*office:value-type="date"[^>]* office:date-value="([^"]*)".*/day \1/p; t
        s/.*office:value-type="(time|boolean)".*/\1/p; t
        s/.*office:value-type="string"[^>]*> *<text:p>([^<]*)<.*/text \1/p; t
        s/.*office:value-type.*/other &/p' | sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&apos;/'\''/g; s/&amp;/\&/g'
}

list_written() { # FILE.csv
    sed '1s/^\xef\xbb\xbf//; s/\r$//' "$1" | awk -F ';' '{ for (i = 1; i <= NF; i++) if ($i != "") print $i }' |
        sed -E 's/^-?[0-9]+([.,][0-9]+)?$/number &/; t minus; s/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/day &/; t; s/^/text /; t
                :minus; s/,/./'
}

check_read() { # LANGUAGE NUMBER_OF_LANGUAGE_IN_CALC
    "$program" report --data kept --lang "$1" -o "$1.csv" || { echo "$1.csv was not written"; exit 1; }
    timeout 180 soffice "-env:UserInstallation=file://$scratch/profile" --headless --convert-to fods \
        --infilter="CSV:59,34,76,1,,$2,false,true" "$1.csv" >said 2>&1
    [ -s "$1.fods" ] || { echo "Calc did not open $1.csv"; tail -n 3 said; failed=1; return; }
    list_written "$1.csv" >written
    list_read "$1.fods" >found
    if ! cmp -s written found; then
        echo "Calc reads $1.csv otherwise:"
        diff written found | head -n 10
        failed=1
    fi
    [ "$(grep -c '^number' written)" -gt 100 ] || { echo "$1.csv has hardly a number"; failed=1; }
}

"$program" sessions import "$tests/data/sessions/six.jsonl" --data kept 2>/dev/null
check_read fr 1036
check_read en 1033
exit "$failed"
