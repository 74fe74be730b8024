// Measures extwee on the same story:  node bench/extwee.mjs STORY.html
// Prints a line of JSON: the milliseconds that reading it takes, by the wall and on a core, and what the process holds
// at its peak. Each round is a process of its own, as a person who imports a story has one.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseTwine2HTML } from "extwee";

const ROUNDS = 5;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function readOnce(file) {
    const source = readFileSync(file, "utf8");
    const core = process.cpuUsage();
    const start = performance.now();
    const story = parseTwine2HTML(source);
    const ms = performance.now() - start;
    const { user, system } = process.cpuUsage(core);
    return { ms, core_ms: (user + system) / 1000, resident: process.resourceUsage().maxRSS * 1024, passages: story.size() };
}

const [file, once] = process.argv.slice(2);
if (once) {
    console.log(JSON.stringify(readOnce(file)));
} else {
    const self = fileURLToPath(import.meta.url);
    const rounds = Array.from({ length: ROUNDS }, () => JSON.parse(execFileSync(process.execPath, [self, file, "once"])));
    console.log(
        JSON.stringify({
            what: "extwee",
            case: basename(file, ".html"),
            rounds: ROUNDS,
            passages: rounds[0].passages,
            read_ms: median(rounds.map((round) => round.ms)),
            read_core_ms: median(rounds.map((round) => round.core_ms)),
            resident: median(rounds.map((round) => round.resident)),
        }),
    );
}
