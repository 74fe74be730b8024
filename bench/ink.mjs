// Measures inkjs on the same cases:  node bench/ink.mjs CASE.ink…
// Prints a line of JSON for each: the milliseconds to compile it and to load the compiled form, and how many random choices
// are made in a second; `decisions` is how many the first seeded walks make, as `bench walk` counts them.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { performance } from "node:perf_hooks";
import { Compiler, CompilerOptions, Story } from "inkjs/full";

const LOADS = 9;
const WINDOWS = 5;
const WINDOW_MS = 1000;
const WALKS_COMPARED = 200;
const WORD = 0xffffffffffffffffn;

// The generator of engine/base/random.c, so that both sides can walk the same walks. Slow, hence not used while measuring.
function makeSameRandom(seed) {
    const INCREMENT = (54n << 1n) | 1n;
    let state = (INCREMENT + BigInt(seed)) & WORD;
    const next = () => {
        const before = state;
        state = (before * 6364136223846793005n + INCREMENT) & WORD;
        const shifted = Number((((before >> 18n) ^ before) >> 27n) & 0xffffffffn);
        const turn = Number(before >> 59n);
        return ((shifted >>> turn) | (shifted << (-turn & 31))) >>> 0;
    };
    next();
    return (limit) => {
        const least = (2 ** 32 - limit) % limit;
        let drawn = next();
        while (drawn < least) {
            drawn = next();
        }
        return drawn % limit;
    };
}

// Marsaglia's xorshift, 32 bits.
function makeQuickRandom(seed) {
    let state = seed;
    return (limit) => {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return (state >>> 0) % limit;
    };
}

function median(values) {
    return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function measure(work) {
    const start = performance.now();
    const result = work();
    return { ms: performance.now() - start, result };
}

function compile(source) {
    const complaints = [];
    const options = new CompilerOptions(null, [], false, (message) => complaints.push(message));
    const compiled = new Compiler(source, options).Compile().ToJson();
    if (complaints.length > 0) {
        throw new Error(complaints.join("\n"));
    }
    return compiled;
}

// Goes on to the next choices, starting again after an ending. Gives whether a choice was made.
function step(story, draw) {
    story.ContinueMaximally();
    const count = story.currentChoices.length;
    if (count === 0) {
        story.ResetState();
        return false;
    }
    story.ChooseChoiceIndex(draw(count));
    return true;
}

function countDecisions(story, walks) {
    const draw = makeSameRandom(1);
    let decisions = 0;
    story.ResetState();
    for (let ended = 0; ended < walks; ) {
        if (step(story, draw)) {
            decisions++;
        } else {
            ended++;
        }
    }
    return decisions;
}

// Choices a second in one window of time.
function measureChoices(story, draw) {
    const STEPS_A_LOOK = 64;
    const start = performance.now();
    let choices = 0;
    let spent = 0;
    while (spent < WINDOW_MS) {
        for (let i = 0; i < STEPS_A_LOOK; i++) {
            choices += step(story, draw) ? 1 : 0;
        }
        spent = performance.now() - start;
    }
    return (choices * 1000) / spent;
}

function measureCase(file) {
    const source = readFileSync(file, "utf8");
    const { ms: compile_ms, result: compiled } = measure(() => compile(source));
    const loads = Array.from({ length: LOADS }, () => measure(() => new Story(compiled)).ms);
    const story = new Story(compiled);
    const decisions = countDecisions(story, WALKS_COMPARED);
    const draw = makeQuickRandom(1);
    story.ResetState();
    measureChoices(story, draw); // until it runs at full speed
    const windows = Array.from({ length: WINDOWS }, () => measureChoices(story, draw));
    return {
        what: "ink",
        case: basename(file, ".ink"),
        compile_ms,
        load_ms: median(loads),
        compiled_bytes: Buffer.byteLength(compiled),
        choices_per_second: median(windows),
        decisions,
    };
}

for (const file of process.argv.slice(2)) {
    console.log(JSON.stringify(measureCase(file)));
}
