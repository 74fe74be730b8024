// Sets what bench/window measured beside what is asked, as Markdown:  node bench/window.mjs < RESULTS.jsonl
// MACHINE in the environment tells where it was measured.
import { readFileSync } from "node:fs";

const lines = readFileSync(0, "utf8").trim().split("\n").map((line) => JSON.parse(line));

function median(numbers) {
    if (numbers.length === 0) {
        throw new Error("something was not measured");
    }
    return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

const of = (what, who) => median(lines.filter((one) => one.what === what && one.who === who).map((one) => one.value));
const ratio = (what) => of(what, "palabre") / of(what, "bare");

// The place that took longest; the time of a place is the median of its runs, each a median itself.
function heaviest(what, size, fits = () => true) {
    const met = lines.filter((one) => one.what === what && one.size === size && fits(one.screen));
    const places = [...new Set(met.map((one) => one.place))].map((place) => {
        const runs = met.filter((one) => one.place === place);
        const ms = (member) => median(runs.map((one) => one[member])) / 1000;
        return { screen: runs[0].screen, answer: ms("answer_us"), paint: ms("paint_us"), both: ms("both_us") };
    });
    return places.sort((a, b) => b.both - a.both)[0];
}

function table(head, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line), ""].join("\n");
}

const within = (what, value, limit, unit, digits = 2) => [
    what,
    `≤ ${limit}${unit}`,
    value.toFixed(digits) + unit,
    value <= limit ? "met" : "**missed**",
];
const HD = "1920x1080";
const UHD = "3840x2160";
const NAMES = { [HD]: "1080p", [UHD]: "4K" };
const scrolls = (screen) => screen === "debrief"; // from one end of a long page to the other

const frame = (size) =>
    within(
        `the heaviest screen (${heaviest("redraw", size).screen}), page and whole picture, beside 800 cached glyphs, ${NAMES[size]}`,
        heaviest("redraw", size).both / of(`page ${size}`, "bare"),
        3,
        " ×",
    );
const figures = [
    within("start to the first picture, beside the bare program", ratio("start"), 1.5, " ×"),
    within("the same, time on a core", ratio("start_cpu"), 1.5, " ×"),
    ...[
        [30, 1.3],
        [300, 1.5],
        [3000, 2],
    ].map(([count, most]) =>
        within(`start to the first picture with ${count} files`, of("start", `files-${count}`) / of("start", "bare"), most, " ×"),
    ),
    within(
        "start to the first picture with a store of 1,000 sessions, beside an empty one",
        of("start", "sessions-1000") / of("start", "sessions-0"),
        1.1,
        " ×",
    ),
    within("start to all cards of 300 files", of("all_cards", "palabre") / of("start", "bare"), 3, " ×"),
    within("memory (PSS) with 3,000 files, beside that with two", of("pss", "files-3000") / of("pss", "library"), 2, " ×"),
    within("memory (PSS) with a case open, beside the bare program", ratio("pss"), 2, " ×"),
    ...["library", "case"].flatMap((who) => [
        within(`nothing happens for 30 s, ${who}: time on a core`, of("idle_us", who) / 1000, 2, " ms"),
        within(`nothing happens for 30 s, ${who}: wake-ups`, of("idle_wakes", who), 5, "", 0),
    ]),
    frame(HD),
    frame(UHD),
    ...[HD, UHD].flatMap((size) => [
        within(`the focus moves, ${NAMES[size]}`, heaviest("focus", size, (screen) => !scrolls(screen)).both, 1, " ms"),
        within(`a letter is typed, ${NAMES[size]}`, heaviest("letter", size).both, 2, " ms"),
    ]),
    within("a hand is counted, until both screens of a room are painted, 1080p + 1080p", heaviest("hand", HD).both, 4, " ms"),
    within("the room goes on, until both screens are painted, 1080p + 1080p", heaviest("next", HD).both, 4, " ms"),
    within("a scene of 2,000 is carried over the map, 1080p", heaviest("carry", HD, (count) => count === "2000").both, 16, " ms"),
    within("a letter in a case of 1,000 scenes, until all is checked and painted, 1080p", heaviest("editor-letter", HD, (count) => count === "1000").both, 50, " ms"),
    within("installed, all three packages, MB", of("installed", "palabre") / 1e6, 10, ""),
];

const WORDS = {
    start: "start to first picture, ms",
    start_cpu: "… of it on a core, ms",
    pss: "memory, PSS, MB",
};
const anew = of("all_cards_anew", "palabre") / of("start", "bare");
const sides = Object.entries(WORDS).map(([what, words]) => [
    words,
    ...["bare", "palabre"].map((who) => (of(what, who) / (what === "pss" ? 1024 : 1)).toFixed(1)),
]);
const inputs = [HD, UHD].flatMap((size) =>
    [
        ["whole picture", heaviest("redraw", size)],
        ["the focus moves", heaviest("focus", size, (screen) => !scrolls(screen))],
        ["the focus moves and the page scrolls", heaviest("focus", size, scrolls)],
        ["a letter is typed", heaviest("letter", size)],
    ].map(([what, one]) => [NAMES[size], what, one.screen, ...[one.answer, one.paint, one.both].map((ms) => ms.toFixed(2))]),
);
const glyphs = [HD, UHD].map((size) => `${of(`page ${size}`, "bare").toFixed(2)} ms at ${NAMES[size]}`);

console.log(`
## The window

Printed by \`bench/window\`, in one run, on ${process.env.MACHINE}.

Palabre on its library of shipped cases beside a program of SDL2 and SDL2_ttf that shows the same words once, on Xvfb at
1280 × 720. A start is until the display has taken the first picture: the median of ${process.env.STARTS}, in turn with the bare
program's. A case is open on its own page. Pictures are painted in memory, in time on a core.

${table(["what", "asked", "measured", "verdict"], figures)}
${table(["", "bare", "Palabre"], sides)}
Cards come out of the index that the start before had left; where 300 files were never read, all cards are there after
${anew.toFixed(1)} times the bare start, and the page shows how far it is.

The slowest place of a case played from its page to its debrief, ms. The page is what the input changes, and all of it
said and laid out anew. The bare page of 800 glyphs takes ${glyphs.join(", ")}.

${table(["size", "what", "screen", "page", "painting", "both"], inputs)}`);
