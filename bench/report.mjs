// Sets what was measured beside what was asked, as Markdown:  node bench/report.mjs < RESULTS.jsonl
// Each line is a JSON object as bench.c and ink.mjs print them; MACHINE in the environment tells where they were made.
import { readFileSync } from "node:fs";

const lines = readFileSync(0, "utf8").trim().split("\n").map((line) => JSON.parse(line));

function found(what, name) {
    const line = lines.find((one) => one.what === what && one.case === name);
    if (!line) {
        throw new Error(`nothing was measured of ${what} ${name}`);
    }
    return line;
}

const casesOf = (what) => lines.filter((line) => line.what === what);
const fixed = (digits) => (number) => number.toFixed(digits);
const ms = (us) => (us < 10000 ? fixed(2) : fixed(0))(us / 1000);
const grouped = (number) => Math.round(number).toString().replace(/\B(?=(\d{3})+$)/g, ",");

function table(head, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line), ""].join("\n");
}

// Every walk that inkjs makes too is to be the same one.
for (const ink of casesOf("ink")) {
    const { decisions } = found("walk", ink.case);
    if (decisions !== ink.decisions) {
        throw new Error(`${ink.case}: the same draws make ${decisions} decisions here, ${ink.decisions} in inkjs`);
    }
}

const load = found("load", "talk-10000");
const memory = found("memory", "talk-10000");
const ink = found("ink", "talk-10000");
const growth = (time) => found("load", "short-100000")[time] / found("load", "short-10000")[time];
const leads = casesOf("ink").map((one) => found("walk", one.case).decisions_per_second / one.choices_per_second);
const small = found("load", "talk-1000");
const boundsLead = (ours, bare) => Math.min(...casesOf("bounds").map((one) => one[ours] / one[bare]));
const states = Math.min(...casesOf("bounds").map((one) => one.states_per_second));
const detect = found("detect", "detectors");
const keep = found("keep", "session");
const map = found("map", "talk-1000");
const largeMap = found("map", "talk-5000");
const tale = found("import", "tale-10000");
const extwee = found("extwee", "tale-10000");
const gift = found("gift", "quiz-10000");
const quiz = found("import", "quiz-10000");
const year = found("analysis", "111112");
const month = found("analysis", "1112");
const perAnswer = ({ report, answers }) => report.core_s / answers;
const perAnswerIn = ({ import: brought, answers }) => brought.core_s / answers;

const lead = Math.min(...leads);
const verdict = (met) => (met ? "met" : "**missed**");
const within = (what, value, limit, unit, digits = 2) => [
    what,
    `≤ ${limit}${unit}`,
    fixed(digits)(value) + unit,
    verdict(value <= limit),
];
const from = (what, value, least) => [what, `≥ ${least} ×`, `${fixed(2)(value)} ×`, verdict(value >= least)];
const figures = [
    within("load + all findings, 10,000 scenes, beside inkjs loading what it compiled", load.load_us / 1000 / ink.load_ms, 0.25, " ×"),
    within("the same beside a bare `cJSON_Parse` + `cJSON_Delete`", load.load_us / load.cjson_us, 1.5, " ×"),
    within("the same, time on a core", load.load_core_us / load.cjson_core_us, 1.5, " ×"),
    within("1,000 scenes, with exploration, beside the same", small.load_us / small.cjson_us, 2, " ×"),
    within("the same, time on a core", small.load_core_us / small.cjson_core_us, 2, " ×"),
    within("memory at the peak, bytes a byte of file", memory.peak / memory.bytes, 8, ""),
    within("memory after loading, bytes a byte of file", memory.kept / memory.bytes, 2, ""),
    within("100,000 scenes beside 10,000 of the same shape", growth("load_us"), 12, " ×"),
    within("the same, time on a core", growth("load_core_us"), 12, " ×"),
    [
        "`simulate`, decisions a second beside inkjs (the least of the cases below)",
        "≥ 200 ×, goal 500 ×",
        `${grouped(lead)} ×`,
        lead >= 500 ? "met, goal too" : verdict(lead >= 200),
    ],
    ["`bounds`, states a second (the least of the cases below)", "≥ 2,000,000", grouped(states), verdict(states >= 2e6)],
    from("`bounds` beside a bare exploration, states a second (the least)", boundsLead("states_per_second", "bare_per_second"), 0.75),
    from("the same, time on a core", boundsLead("states_per_core_second", "bare_per_core_second"), 0.75),
    within("a map of 1,000 scenes laid out, time on a core", map.layout_core_us / 1000, 20, " ms"),
    within("one of 5,000 scenes beside it, time on a core", largeMap.layout_core_us / map.layout_core_us, 6, " ×"),
    within("ways through a scene, on both", map.through + largeMap.through, 0, "", 0),
    within("a pass of all detectors over 300 characters", detect.slowest_us / 1000, 2, " ms"),
    within("a Twine story of 10,000 passages, a case made of it beside extwee reading it, time", tale.import_us / 1000 / extwee.read_ms, 0.05, " ×", 3),
    within("the same, time on a core", tale.import_core_us / 1000 / extwee.read_core_ms, 0.05, " ×", 3),
    within("the same, memory of the process at its peak", tale.resident / extwee.resident, 0.1, " ×"),
    within("a case made of 10,000 questions in GIFT, beside gift-pegjs parsing them", quiz.import_us / 1000 / gift.parse_ms, 0.02, " ×", 3),
    within("the same, time on a core", quiz.import_core_us / 1000 / gift.parse_core_ms, 0.02, " ×", 3),
    within("an answer made durable, beside a bare append and fsync", keep.noted_us / keep.appended_us, 1.3, " ×"),
    within("a report of 1,000,000 answers beside the same counts asked of the sqlite3 shell, time on a core", year.report.core_s / year.shell.core_s, 0.5, " ×"),
    within("the same, memory of the process at its peak", year.report.resident / 1e6, 200, " MB", 0),
    within("the same, time for an answer beside that of 10,000 answers", perAnswer(year) / perAnswer(month), 1.2, " ×"),
    [
        "answers of kept sessions brought in, a second",
        "≥ 200,000",
        grouped(year.answers / year.import.wall_s),
        verdict(year.answers / year.import.wall_s >= 200000),
    ],
    within("the same, memory of the process at its peak", year.import.resident / 1e6, 200, " MB", 0),
    within("the same, time on a core for an answer beside that of 10,000 answers", perAnswerIn(year) / perAnswerIn(month), 1.2, " ×"),
    within("a session kept, beside the same rows in a bare SQLite transaction", keep.kept_us / keep.bare_us, 1.3, " ×"),
];

const LOAD_HEAD = ["case", "bytes", "findings", "cJSON", "load", "parse", "check", "free"];
const loads = casesOf("load").map((one) => [
    one.case,
    grouped(one.bytes),
    grouped(one.findings),
    ms(one.cjson_us),
    ms(one.load_us),
    ms(one.parse_us),
    ms(one.check_us),
    ms(one.free_us),
]);
const MEMORY_HEAD = ["case", "peak of parsing", "peak", "kept", "resident after"];
const memories = casesOf("memory").map((one) => [
    one.case,
    ...[one.parse_peak, one.peak, one.kept, one.resident].map((bytes) => fixed(2)(bytes / one.bytes)),
]);
const WALK_HEAD = [
    "case",
    "inkjs compiles, ms",
    "inkjs loads, ms",
    "Palabre loads, ms",
    "inkjs, choices a second",
    "Palabre, decisions a second",
    "ratio",
    "bare C, decisions a second",
];
const walks = casesOf("ink").map((one) => {
    const walk = found("walk", one.case);
    const ratio = grouped(walk.decisions_per_second / one.choices_per_second);
    return [
        one.case,
        grouped(one.compile_ms),
        fixed(1)(one.load_ms),
        ms(found("load", one.case).load_us),
        grouped(one.choices_per_second),
        grouped(walk.decisions_per_second),
        `${ratio} ×`,
        grouped(walk.bare_per_second),
    ];
});
const BOUNDS_HEAD = [
    "case",
    "exact",
    "states",
    "states a second",
    "… on a core",
    "bare: states",
    "bare: states a second",
    "… on a core",
];
const explorations = casesOf("bounds").map((one) => [
    one.case,
    one.exact ? "yes" : "no",
    grouped(one.states),
    grouped(one.states_per_second),
    grouped(one.states_per_core_second),
    grouped(one.bare_states),
    grouped(one.bare_per_second),
    grouped(one.bare_per_core_second),
]);

console.log(`# Measured

Printed by \`bench/run\`, in one run, on ${process.env.MACHINE}.

Numbers are medians: of 11 loads, each in a process of its own and in turn with its peer; of 9 windows of 0.4 s of random
walks; of 5 explorations; of 21 maps; of 51 passes of detectors. inkjs gets 9 loads and 5 windows of 1 s, in a process that is warm.
All but keeping sessions work on bytes that are in memory already. Time on a core is what the process had of it, whatever else ran.

${table(["what", "asked", "measured", "verdict"], figures)}
## Loading, ms

A \`talk\` scene is a spoken line and two or three options with text, label, feedback, marks and effects; a \`short\` one
holds as little as a scene can. Loading is what \`palabre-cli check\` does: parse, checks, exploration, places of the
findings; and giving all memory back. A case of more than 5,000 scenes is not explored.

${table(LOAD_HEAD, loads)}
## Memory, bytes a byte of file

Resident memory of a process that does nothing else, the file's own bytes included at the peaks. Kept is what the arena of
the case holds, findings included; resident, what the system still counts once the file and the scratch arena are given back.

${table(MEMORY_HEAD, memories)}
## Walks beside inkjs

The same scenes in Ink: the same texts, conditions, marks at the first visit, gauges with caps and drift. Both make the same
walks from the same draws, decision for decision; inkjs builds the text of each scene, which a walk here does not need.
Bare C is the same rules written out by hand for these very cases.

${table(WALK_HEAD, walks)}
## Bounds

A bare exploration meets the same kind of states, and sums no marks.

${table(BOUNDS_HEAD, explorations)}
## Detectors

${detect.detectors} shared detectors on typed answers of 300 characters: ${ms(detect.slowest_us)} ms for the slowest answer;
${ms(detect.first_us)} ms the first time, when the patterns are compiled.

## A story imported

A story of ${grouped(tale.passages)} passages as Twine publishes it, ${grouped(tale.bytes)} bytes. extwee reads it into its own structures in ${grouped(extwee.read_ms)} ms (median of ${extwee.rounds}
processes, ${grouped(extwee.resident / 1e6)} MB each at the peak); Palabre makes a case of it in ${grouped(tale.import_us / 1000)} ms (${grouped(tale.resident / 1e6)} MB), from a copy of the file without a
name to another such file, of which no more is in memory than is being read and written.

## Questions in GIFT

${grouped(gift.questions)} questions, ${grouped(quiz.bytes)} bytes: ${ms(quiz.import_us)} ms to make a case of them, ${ms(quiz.import_core_us)} ms on a core, with
${fixed(1)(quiz.peak / quiz.bytes)} bytes of memory a byte of file; gift-pegjs takes ${grouped(gift.parse_ms)} ms to parse them, in a process that is warm.

## Answers and sessions kept

An answer, until the program knows that it is on the disk: ${ms(keep.noted_us)} ms, the same bytes appended and synced by hand
${ms(keep.appended_us)} ms.

A session of ${keep.lines} lines, of a case that the store has already, median of 301: ${ms(keep.kept_us)} ms, of which ${ms(keep.kept_core_us)} ms on a
core; the same rows in a bare transaction, as safe: ${ms(keep.bare_us)} ms, ${ms(keep.bare_core_us)} ms on a core. The rest is the disk. Opening a store
of 1,000 sessions and looking for what is past its day takes ${ms(keep.open_many_core_us)} ms on a core, one that is empty ${ms(keep.open_empty_core_us)} ms;
the thread that draws does neither.`);
