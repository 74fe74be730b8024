// Measures gift-pegjs on a bank of questions:  node bench/gift.mjs BANK.gift
// Prints a line of JSON: the milliseconds to parse it, medians in a process that is warm, and how many questions it found.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { performance } from "node:perf_hooks";
import { parse } from "gift-pegjs";

const ROUNDS = 7;

function median(values) {
    return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function measure(text) {
    const start = performance.now();
    const before = process.cpuUsage();
    const questions = parse(text).length;
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - start, core_ms: (user + system) / 1000, questions };
}

const file = process.argv[2];
const text = readFileSync(file, "utf8");
parse(text); // until it runs at full speed
const rounds = Array.from({ length: ROUNDS }, () => measure(text));
const line = {
    what: "gift",
    case: basename(file, ".gift"),
    parse_ms: median(rounds.map(({ ms }) => ms)),
    parse_core_ms: median(rounds.map(({ core_ms }) => core_ms)),
    questions: rounds[0].questions,
};
console.log(JSON.stringify(line));
