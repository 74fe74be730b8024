#!/bin/bash
# Pushes sessions to a PostgreSQL server that is started here, and holds its views against reports:
# push.sh PALABRE_PUSH PALABRE_CLI
#
# The server stands in a temporary folder, listens on a socket there alone, and runs as another user where this one is
# root. Its own order of texts is French, not that of bytes. Exit status 77: there is no server to be started.
#     KILLS=20       so many pushes are killed on their way
#     RUNS=8         sessions of each case and each size of a group
#     ANSWERS=0      so many answers are pushed besides, and the figures of all of them timed
set -u
push=$(realpath "$1") || exit 2
cli=$(realpath "$2") || exit 2
tests=$(dirname "$(realpath "$0")")
sessions=$tests/data/sessions

find_server() {
    local found
    for found in /usr/lib/postgresql/*/bin/initdb "$(command -v initdb)"; do
        [ -x "$found" ] && dirname "$found"
    done | sort -V | tail -n 1
}
server=$(find_server)
[ -n "$server" ] || { echo "skipped: PostgreSQL's server is not installed"; exit 77; }

as_owner=()
if [ "$(id -u)" = 0 ]; then
    owner=nobody
    id postgres >/dev/null 2>&1 && owner=postgres
    command -v runuser >/dev/null || { echo "skipped: no other user than root can be taken"; exit 77; }
    as_owner=(runuser -u "$owner" --)
fi
scratch=$(mktemp -d) || exit 2
[ "${#as_owner[@]}" = 0 ] || chown "$owner" "$scratch"
chmod 711 "$scratch"
trap 'stop_server; rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
mkdir work
export LC_ALL=C.UTF-8 HOME="$scratch/work" PGHOST="$scratch" PGPORT=5432 PGUSER=keeper PGDATABASE=postgres
unset PGPASSWORD PGSERVICE PGPASSFILE
failed=0

fail() {
    echo "$*"
    failed=1
}

stop_server() {
    "${as_owner[@]}" "$server/pg_ctl" -D "$scratch/data" -m immediate stop >/dev/null 2>&1
}

start_server() {
    "${as_owner[@]}" "$server/initdb" -D "$scratch/data" -U keeper -E UTF8 --locale=C.UTF-8 --locale-provider=icu \
        --icu-locale=fr -A trust --no-sync >initdb.log 2>&1 ||
        "${as_owner[@]}" "$server/initdb" -D "$scratch/data" -U keeper -E UTF8 -A trust --no-sync >initdb.log 2>&1 ||
        { cat initdb.log; return 1; }
    "${as_owner[@]}" sh -c "cat >'$scratch/data/pg_hba.conf'" <<'HBA'
local all keeper trust
local all all scram-sha-256
HBA
    begin_server
}

begin_server() { # OPTIONS
    "${as_owner[@]}" "$server/pg_ctl" -D "$scratch/data" -w -l "$scratch/data/log" \
        -o "-k '$scratch' -c listen_addresses= -c fsync=off ${1:-}" start >/dev/null || { cat "$scratch/data/log"; return 1; }
}

ask() { # STATEMENT
    PGOPTIONS='-c client_min_messages=warning' psql -X -q -A -t -v ON_ERROR_STOP=1 -c "$1"
}

# What it prints and says is in `printed` and `said`. An address among the arguments counts.
pushes() { # ARGUMENT…
    "$push" --to "host=$scratch" --lang en "$@" >printed 2>said
}

# All that stands there, in an order that does not depend on how it came.
list_rows() {
    local table
    for table in $(ask "SELECT tablename FROM pg_tables WHERE schemaname = 'palabre' AND tablename <> 'migrations' ORDER BY 1"); do
        echo "$table"
        ask "COPY palabre.$table TO STDOUT" | LC_ALL=C sort
    done
}

begin_anew() {
    ask 'DROP SCHEMA IF EXISTS palabre CASCADE' 2>/dev/null
    pushes --install || fail "no tables were made: $(cat said)"
}

# Holds every figure of a report against that of the views: check_figures EDITION first|last FOLDER
check_figures() {
    local first=()
    [ "$2" = last ] || first=(--first)
    "$cli" report --data "$3" "${first[@]}" -o report.json >/dev/null 2>&1 || fail "no report of $3"
    psql -X -q -A -t -v ON_ERROR_STOP=1 -v edition="$1" -v counted="$2" >compared 2>&1 <<'SQL' || fail "not compared: $(cat compared)"
\set report `cat report.json`
CREATE TEMP TABLE here AS
SELECT concat_ws(' ', "table", decision, 'round', round, 'item', item, 'answer', answer, 'point', point, measure) AS name,
       coalesce(value #>> '{}', '') AS value, unit, coalesce(missing, '') AS missing
FROM jsonb_to_recordset(:'report'::jsonb -> 'figures')
     AS f ("table" text, decision text, round text, item text, answer text, point bigint, measure text, value jsonb,
           unit text, missing text);
CREATE TEMP TABLE there AS
SELECT concat_ws(' ', "table", decision, 'round', round, 'item', item, 'answer', answer, 'point', point, measure) AS name,
       coalesce(value::text, day::text, '') AS value, unit, coalesce(missing, '') AS missing
FROM palabre.figures WHERE edition = :'edition' AND counted = :'counted';
SELECT count(*) || ' figures' FROM here;
SELECT name || ' is there twice' FROM there GROUP BY name HAVING count(*) > 1;
SELECT name, h.value, h.unit, h.missing, 'there', t.value, t.unit, t.missing
FROM here h
FULL JOIN there t USING (name)
WHERE (h.unit, h.missing) IS DISTINCT FROM (t.unit, t.missing)
   OR CASE WHEN h.unit = 'day' OR h.value = '' OR t.value = '' THEN h.value <> t.value
           ELSE abs(h.value::float8 - t.value::float8) > 1.0000001e-6 END
ORDER BY name
LIMIT 30;
SQL
    [ "$(wc -l <compared)" = 1 ] && [ "$(cut -d ' ' -f 1 compared)" -gt 100 ] ||
        fail "the views tell $3, $2, otherwise: $(cat compared)"
    echo "$3, $2: $(head -n 1 compared)"
}

# Counts that are asked of figures make groups of every size: of three people, which are left out, to sixty.
simulate() { # CASE SEED
    for size in 3 5 9 14 60; do
        "$cli" simulate "$1" --runs "${RUNS:-8}" --seed "$2$size" --group-size "$size" --sessions "$2-$size.jsonl" >/dev/null ||
            fail "no sessions of $1"
    done
}

figures_are_those_of_the_reports() {
    local number=10 case edition
    begin_anew
    "$cli" sessions import --data kept "$sessions"/{six,two}.jsonl 2>/dev/null
    pushes "$sessions"/{six,two}.jsonl || fail "not pushed: $(cat said)"
    for case in "$tests"/../scenarios/*/[qs]*.json; do
        [ "${case%.test.json}" = "$case" ] || continue
        number=$((number + 1))
        simulate "$case" "$number"
        "$cli" sessions import --data "of-$number" "$number"-*.jsonl 2>/dev/null
        pushes "$number"-*.jsonl || fail "$case was not pushed: $(cat said)"
        edition=$(ask "SELECT edition FROM palabre.editions WHERE case_id || '.json' = '${case##*/}'")
        check_figures "$edition" last "of-$number"
        check_figures "$edition" first "of-$number"
    done
    edition=$(ask "SELECT edition FROM palabre.editions WHERE case_id = 'dossier-vert'")
    check_figures "$edition" last kept
    check_figures "$edition" first kept
    ask "SELECT id FROM palabre.scenes ORDER BY id" >ordered
    LC_ALL=C sort -c ordered || fail "ids are not in the order of their bytes"
}

# Who asks for one edition waits for no other's sessions: each scan of them in the plan has that condition.
one_edition_looks_at_its_own() {
    local edition
    edition=$(ask "SELECT edition FROM palabre.editions WHERE case_id = 'dossier-vert'")
    ask "EXPLAIN (COSTS off) SELECT * FROM palabre.figures WHERE edition = '$edition'" >plan
    [ "$(grep -c ' on sessions' plan)" -gt 10 ] || fail "the plan says nothing of sessions: $(head -n 5 plan)"
    awk '/->|CTE /{ if (of != "") print of; of = / on sessions/ ? $0 : "" } /edition = /{ of = "" } END { if (of != "") print of }' \
        plan >others
    [ ! -s others ] || fail "sessions of other editions are looked at: $(head -n 3 others)"
}

# So that the tables of sessions can be distributed by it.
keys_begin_with_the_session() {
    ask "SELECT c.conrelid::regclass, c.conname FROM pg_constraint c
         JOIN pg_attribute s ON (s.attrelid, s.attname) = (c.conrelid, 'session')
         WHERE c.contype IN ('p', 'u', 'f') AND c.conkey[1] <> s.attnum
           AND c.confrelid <> 'palabre.editions'::regclass" >others
    [ ! -s others ] || fail "keys that do not begin with the session: $(cat others)"
    [ "$(ask "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'palabre' AND column_name = 'session'
              AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = 'palabre')")" = 8 ] ||
        fail "there are other tables of sessions"
}

# What is pushed twice, from a file or from the store, adds nothing.
pushing_twice_adds_nothing() {
    begin_anew
    pushes "$sessions/six.jsonl" "$sessions/two.jsonl"
    list_rows >expected
    pushes "$sessions/two.jsonl" "$sessions/six.jsonl" || fail "not pushed again: $(cat said)"
    grep -qx '0 sessions were pushed.' said || fail "pushed twice: $(cat said)"
    "$cli" sessions import --data store "$sessions"/{six,two}.jsonl 2>/dev/null
    pushes --data store || fail "the store was not pushed: $(cat said)"
    grep -qx '0 sessions were pushed.' said || fail "those of the store count as others: $(cat said)"
    list_rows | cmp - expected || fail "pushing twice changed what is there"
}

# Files that two trainers have in part in common, pushed at the same time.
overlapping_files_are_one() {
    local file first second
    simulate "$tests/data/cases/dossier-vert.json" 1
    cat 1-{5,9,14}.jsonl >here.jsonl
    cat 1-{60,14,9,3}.jsonl >there.jsonl
    begin_anew
    pushes 1-{3,5,9,14,60}.jsonl || fail "not pushed: $(cat said)"
    list_rows >expected
    for _ in 1 2 3; do
        begin_anew
        "$push" --to "host=$scratch" here.jsonl 2>said.here &
        first=$!
        "$push" --to "host=$scratch" there.jsonl 2>said.there &
        second=$!
        for file in "$first" "$second"; do
            wait "$file" || fail "one of two failed: $(cat said.here said.there)"
        done
        list_rows | cmp - expected || fail "two at once made something else"
    done
}

begin_many() {
    "$cli" simulate "$tests/data/cases/dossier-vert.json" --runs 1500 --seed 7 --group-size 14 --sessions many.jsonl >/dev/null
    begin_anew
    local start=$(date +%s%N)
    pushes many.jsonl || fail "not pushed: $(cat said)"
    whole_ms=$((($(date +%s%N) - start) / 1000000))
    list_rows >expected
}

# Each killed push goes on with what the one before left. Whatever stands there is whole.
killed_on_the_way() {
    local kill there=0 before=0 between=0
    begin_many
    begin_anew
    for ((kill = 1; kill <= ${KILLS:-20}; kill++)); do
        "$push" --to "host=$scratch" many.jsonl 2>/dev/null &
        local pid=$!
        sleep "$(awk "BEGIN { print $whole_ms / 1000 * (0.3 + 0.7 * $kill / ${KILLS:-20}) / 4 }")"
        kill -9 "$pid" 2>/dev/null
        wait "$pid" 2>/dev/null
        there=$(ask "SELECT count(*) FROM palabre.sessions")
        [ "$(ask "SELECT count(*) FROM palabre.sessions s WHERE NOT EXISTS (SELECT FROM palabre.answers a WHERE a.session = s.session)
            OR NOT EXISTS (SELECT FROM palabre.walks w WHERE w.session = s.session)")" = 0 ] || fail "a part of a session stands there"
        [ "$there" -ge "$before" ] || fail "a session is lost"
        [ "$there" -gt 0 ] && [ "$there" -lt 1500 ] && between=$((between + 1))
        before=$there
    done
    echo "$between of ${KILLS:-20} kills left a part of the sessions"
    [ "$between" -gt 0 ] || fail "no kill came in the middle"
    pushes many.jsonl || fail "not gone on with: $(cat said)"
    list_rows | cmp - expected || fail "after the kills something else stands there"
}

# A server that goes away is told, and gone on with when it is back.
a_server_that_goes_away() {
    begin_anew
    pushes many.jsonl &
    local pid=$!
    until [ "$(ask 'SELECT count(*) > 0 FROM palabre.sessions')" = t ] || ! kill -0 "$pid" 2>/dev/null; do
        sleep 0.01
    done
    stop_server
    if wait "$pid"; then
        fail "nothing was said of a server that went away"
    else
        grep -Eqx 'The server (went away|takes nobody in .*|cannot be reached.*)[.]' said || fail "it is said otherwise: $(cat said)"
    fi
    begin_server
    pushes many.jsonl || fail "not gone on with: $(cat said)"
    list_rows | cmp - expected || fail "after the server was back something else stands there"
}

refused() { # WORDS ARGUMENT…
    local words=$1
    shift
    pushes "$@" "$sessions/six.jsonl"
    [ $? = 3 ] || fail "$words: the status is another"
    grep -q "$words" said || fail "$words: said otherwise: $(cat said)"
    grep -q 'secret' said printed && fail "$words: the password is said"
}

every_refusal_is_told() {
    begin_anew
    ask "DROP ROLE IF EXISTS trainer, stranger; CREATE ROLE trainer LOGIN PASSWORD 'secret-word'; CREATE ROLE stranger LOGIN PASSWORD 'secret-word'"
    sed -n '/^    GRANT/,/;$/p' "$tests/../docs/PUSH.md" >grants.sql
    [ -s grants.sql ] || fail "docs/PUSH.md gives no rights"
    psql -X -q -v ON_ERROR_STOP=1 -f grants.sql || fail "the rights of docs/PUSH.md cannot be given"
    local to="postgresql://trainer:secret-word@/postgres?host=$scratch"
    pushes --to "$to" "$sessions/six.jsonl" || fail "with the rights of docs/PUSH.md: $(cat said)"
    PGUSER=trainer PGPASSWORD=secret-word pushes "$sessions/six.jsonl" || fail "by PGPASSWORD: $(cat said)"
    echo "*:*:*:trainer:secret-word" >pass
    chmod 600 pass
    PGUSER=trainer PGPASSFILE=$PWD/pass pushes "$sessions/two.jsonl" || fail "by a file of passwords: $(cat said)"
    PGPASSWORD=secret-word psql -X -U trainer -c 'SELECT count(*) FROM palabre.figures' >/dev/null 2>&1 && fail "who pushes may read figures"
    refused 'lets nobody in' --to "postgresql://trainer:secret-wrong@/postgres?host=$scratch"
    PGUSER=trainer refused 'lets nobody in'
    PGUSER=nobody-here PGPASSWORD=secret-word refused 'lets nobody in'
    refused 'has not the right' --to "postgresql://stranger:secret-word@/postgres?host=$scratch"
    refused 'has no database' --to "host=$scratch dbname=elsewhere"
    refused 'cannot be reached' --to "host=$scratch port=1"
    refused 'no address' --to 'postgresql://me:secret-word@[host'
    refused 'no address' --to 'nonsense'
    ask "INSERT INTO palabre.migrations VALUES (99)"
    refused 'of a later Palabre'
    pushes --install && fail "a later version is led back"
    ask "DELETE FROM palabre.migrations WHERE version > 2"
    refused 'of an earlier Palabre'
    ask "DELETE FROM palabre.migrations"
    refused 'no tables of Palabre'
    ask "DROP SCHEMA palabre CASCADE"
    refused 'no tables of Palabre'
}

# The list of processes has no password once the program has begun. It waits for somebody who holds a table.
no_password_is_listed() {
    begin_anew
    ask "BEGIN; LOCK palabre.migrations; SELECT pg_sleep(4)" >/dev/null &
    local holder=$! pid
    sleep 1
    "$push" --to "postgresql://keeper:secret-word@/postgres?host=$scratch" --data none 2>/dev/null &
    pid=$!
    sleep 1
    tr '\0' ' ' <"/proc/$pid/cmdline" >listed
    wait "$holder" "$pid"
    grep -q -e '--to [*]* ' listed || fail "the program is listed otherwise: $(cat listed)"
}

what_would_leave_leaves() {
    local table columns
    begin_anew
    "$push" --dry-run "$sessions"/{six,two}.jsonl 2>said >dry || fail "no dry run: $(cat said)"
    pushes "$sessions"/{six,two}.jsonl
    for table in $(sed -n 's/^# \([a-z]*\):.*/\1/p' dry); do
        columns=$(sed -n "s/^# $table: //p" dry)
        sed -n "/^# $table:/,/^#/p" dry | grep -v '^#' >"dry.$table"
        psql -X -q -A -t -v ON_ERROR_STOP=1 >differing 2>&1 <<SQL
CREATE TEMP TABLE dry (LIKE palabre.$table);
\\copy dry ($columns) FROM 'dry.$table'
(TABLE dry EXCEPT TABLE palabre.$table) UNION ALL (TABLE palabre.$table EXCEPT TABLE dry);
SQL
        [ ! -s differing ] || fail "other $table would leave than do: $(head -n 3 differing)"
    done
    [ "$(ls dry.* | wc -l)" = 18 ] || fail "not every table is printed"
}

# By the statement of docs/PUSH.md.
what_is_past_is_erased() {
    local table
    begin_anew
    pushes "$sessions/six.jsonl"
    ask "UPDATE palabre.sessions SET erase_after = current_date"
    sed -n 's/^    \(DELETE .*\)/\1/p' "$tests/../docs/PUSH.md" >erase.sql
    [ "$(wc -l <erase.sql)" = 1 ] || fail "docs/PUSH.md does not tell how to erase"
    ask "$(cat erase.sql)"
    [ "$(ask "SELECT count(*) > 0 FROM palabre.sessions")" = t ] || fail "a session is erased on its last day"
    ask "UPDATE palabre.sessions SET erase_after = current_date - 1"
    ask "$(cat erase.sql)"
    for table in sessions answers votes moves passages met walks profiles; do
        [ "$(ask "SELECT count(*) FROM palabre.$table")" = 0 ] || fail "of a session that is past $table are there still"
    done
}

# Over TCP, with a certificate of its own: a port of this machine alone, and only as long as this takes.
tls_is_that_of_libpq() {
    local port=$((20000 + $$ % 20000)) tls
    command -v openssl >/dev/null || { echo "skipped: there is no openssl to make a certificate"; return; }
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
        -keyout key.pem -out cert.pem 2>/dev/null
    "${as_owner[@]}" sh -c "cat >'$scratch/data/server.crt'" <cert.pem
    "${as_owner[@]}" sh -c "umask 077; cat >'$scratch/data/server.key'" <key.pem
    "${as_owner[@]}" sh -c "cat >>'$scratch/data/pg_hba.conf'" <<<'hostssl all all 127.0.0.1/32 trust'
    stop_server
    begin_server "-c listen_addresses=127.0.0.1 -c port=$port -c ssl=on" || { fail "no server with TLS"; return; }
    tls="host=localhost hostaddr=127.0.0.1 port=$port sslrootcert=$scratch/cert.pem"
    PGPORT=$port ask 'DROP SCHEMA IF EXISTS palabre CASCADE'
    pushes --to "$tls sslmode=verify-full" --install || fail "no tables over TLS: $(cat said)"
    pushes --to "$tls sslmode=verify-full" "$sessions/six.jsonl" || fail "not pushed over TLS: $(cat said)"
    [ "$(PGPORT=$port ask "SELECT count(*) FROM palabre.sessions")" = 6 ] || fail "not all is there that was pushed over TLS"
    pushes --to "$tls sslmode=disable" "$sessions/two.jsonl" && fail "pushed without TLS to a server that wants it"
    pushes --to "${tls/host=localhost/host=other.example} sslmode=verify-full" "$sessions/two.jsonl" &&
        fail "pushed to a server of another name than its certificate's"
    [ "$(PGPORT=$port ask "SELECT count(*) FROM palabre.sessions")" = 6 ] || fail "something was pushed past TLS"
    stop_server
    begin_server
}

many_answers() { # HOW MANY
    local file=million.jsonl runs=$(($1 / 9)) start
    "$cli" simulate "$tests/../scenarios/fr/s03-il-nous-reste-dix-minutes.json" --runs "$runs" --seed 1 --group-size 14 --json --sessions "$file" |
        grep -E '"decisions"'
    begin_anew
    start=$(date +%s)
    pushes "$file" || fail "not pushed: $(cat said)"
    echo "$(cat said) $(($(date +%s) - start)) s; $(ask "SELECT count(*) FROM palabre.answers") answers"
    ask "ANALYZE"
    start=$(date +%s)
    ask "SELECT count(*) || ' figures' FROM palabre.figures WHERE counted = 'last'"
    echo "$(($(date +%s) - start)) s for all figures"
    "$cli" sessions import --data million "$file"
    check_figures "$(ask "SELECT edition FROM palabre.editions")" last million
}

start_server || exit 2
figures_are_those_of_the_reports
one_edition_looks_at_its_own
keys_begin_with_the_session
pushing_twice_adds_nothing
overlapping_files_are_one
killed_on_the_way
a_server_that_goes_away
every_refusal_is_told
no_password_is_listed
what_would_leave_leaves
what_is_past_is_erased
tls_is_that_of_libpq
[ "${ANSWERS:-0}" = 0 ] || many_answers "$ANSWERS"
[ "$failed" = 0 ] && echo "What is pushed tells what reports tell."
exit "$failed"
