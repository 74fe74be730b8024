#!/bin/bash
# Reads the figures of a report back from LibreOffice Calc: calc.sh PALABRE_CLI
#
# Opened as a French and as an English person does, each number of a CSV is a number of the same value, each day a date, and
# all else the text that stands in the file: nothing is taken for a formula, a time or a number that it is not. A workbook
# has each figure of the CSV, in the row and the column of what it is of. So it is for one text of a case, for two groups,
# and for two texts side by side. Exit status 77: Calc is not here.
set -u
program=$(realpath "$1") || exit 2
tests=$(dirname "$(realpath "$0")")
command -v soffice >/dev/null || { echo "skipped: LibreOffice Calc is not installed"; exit 77; }
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
failed=0

# Each cell that is not empty as TYPE and value, one a line, in order; two beside each other that are equal are one in the
# file.
list_read() { # FILE.fods
    tr -d '\n' <"$1" | sed 's/<table:table-cell/\n&/g' | awk '
        { cells = match($0, /^[^>]*number-columns-repeated="[0-9]+"/) ? substr($0, RSTART, RLENGTH) : 1
          gsub(/.*="|"$/, "", cells)
          for (cells = /office:value-type/ ? cells : 1; cells > 0; cells--) print }' | sed -nE '
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

check_read() { # NAME LANGUAGE NUMBER_OF_LANGUAGE_IN_CALC OPTION…
    local name=$1 language=$2 number=$3
    shift 3
    "$program" report --data kept --lang "$language" "$@" -o "$name.csv" >said || { echo "$name.csv was not written"; exit 1; }
    timeout 180 soffice "-env:UserInstallation=file://$scratch/profile" --headless --convert-to fods \
        --infilter="CSV:59,34,76,1,,$number,false,true" "$name.csv" >said 2>&1
    [ -s "$name.fods" ] || { echo "Calc did not open $name.csv"; tail -n 3 said; failed=1; return; }
    list_written "$name.csv" >written
    list_read "$name.fods" >found
    if ! cmp -s written found; then
        echo "Calc reads $name.csv otherwise:"
        diff written found | head -n 10
        failed=1
    fi
    [ "$(grep -c '^number' written)" -gt 100 ] || { echo "$name.csv has hardly a number"; failed=1; }
}

# What stands in the sheets, a figure a line: DECISION|ITEM|ANSWER|POINT|MEASURE TYPE VALUE. The note of a head says how the
# CSV calls its column.
list_book() { # FILE.fods
    tr -d '\n' <"$1" | sed 's/<table:table \|<table:table-row\|<table:table-cell\|<table:covered-table-cell/\n&/g' | awk '
        function attribute(name) { return match($0, name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 2, RLENGTH - length(name) - 3) : "" }
        function said() { sub(/.*<text:p>/, ""); sub(/<.*/, ""); return $0 }
        /^<table:table / { row = 0; split("", names) }
        /^<table:table-row/ { row++; column = 0; split("", key) }
        function take(name, type) {
            if (name ~ /^(decision|item|answer)$/) key[name] = said()
            else if (name == "point") key[name] = attribute("office:value")
            else if (name != "" && name !~ /^(title|round|text|counted)$/ && type != "")
                print key["decision"] "|" key["item"] "|" key["answer"] "|" key["point"] "|" name, type, \
                    type == "date" ? attribute("office:date-value") : type == "string" ? "" : \
                    sprintf("%.4f", attribute("office:value") * (type == "percentage" ? 100 : 1))
        }
        row == 1 && /^<table:table-cell/ {
            column++
            if (match($0, / CSV[^<]*: [a-z-]+[.]<\/text:p>/)) {
                name = substr($0, RSTART, RLENGTH); sub(/.*: /, "", name); sub(/[.].*/, "", name); names[column] = name
            }
            next
        }
        /^<table:table-cell/ {
            type = attribute("office:value-type")
            cells = attribute("table:number-columns-repeated")
            last = column + (cells > 1 ? cells : 1)
            if (type == "") column = last
            while (column < last) take(names[++column], type)
        }' | sort
}

list_figures() { # FILE.csv
    sed '1d; s/\r$//; s/«[^»]*»//g' "$1" | awk -F ';' '
        BEGIN { type["percent"] = "percentage"; type["day"] = "date" }
        { gsub(/"/, ""); sub(/,/, ".", $11)
          kind = $13 != "" ? "string" : $12 in type ? type[$12] : "float"
          value = kind ~ /^(float|percentage)$/ ? sprintf("%.4f", $11) : $11
          print $3 "|" $6 "|" $7 "|" $9 "|" $10, kind, value }' | sort
}

check_book() { # NAME LANGUAGE OPTION…, after check_read
    local name=$1 language=$2
    shift 2
    mkdir -p book
    "$program" report --data kept --lang "$language" "$@" -o "book/$name.xlsx" >said || { echo "$name.xlsx was not written"; exit 1; }
    timeout 180 soffice "-env:UserInstallation=file://$scratch/profile" --headless --convert-to fods --outdir book \
        "book/$name.xlsx" >said 2>&1
    [ -s "book/$name.fods" ] || { echo "Calc did not open $name.xlsx"; tail -n 3 said; failed=1; return; }
    list_figures "$name.csv" >written
    list_book "book/$name.fods" >found
    if ! cmp -s written found; then
        echo "Calc finds other figures in $name.xlsx than $name.csv has:"
        diff written found | head -n 10
        failed=1
    fi
    for type in float percentage date string; do
        grep -q " $type " found || { echo "$name.xlsx has nothing of type $type"; failed=1; }
    done
    grep -q 'table:formula=' "book/$name.fods" && { echo "$name.xlsx has a formula"; failed=1; }
}

check() { # NAME OPTION…
    local name=$1 language
    shift
    for language in fr:1036 en:1033; do
        check_read "$name-${language%:*}" "${language%:*}" "${language#*:}" "$@"
        check_book "$name-${language%:*}" "${language%:*}" "$@"
    done
}

"$program" sessions import "$tests/data/sessions/six.jsonl" "$tests/data/sessions/two.jsonl" "$tests/data/sessions/changed.jsonl" \
    --data kept 2>/dev/null
first=7615 second=4a60 # their hashes begin so
check one --text $first
check first --text $first --first
check groups --text $first --group "Lundi matin" --group "Maison de quartier"
check texts --text $first --text $second
for table in version changes change vote-pair answer-pair option-pair; do
    grep -q "^$table;" texts-fr.csv || { echo "nothing of $table was read"; failed=1; }
done
for table in group parting group-decision group-vote group-option; do
    grep -q "^$table;" groups-fr.csv || { echo "nothing of $table was read"; failed=1; }
done
exit "$failed"
