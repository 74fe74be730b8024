// Writes the cases that are measured:  node bench/generate.mjs FOLDER
//     talk-N    N scenes as authors write them: a spoken line and a choice, with all that the rules know
//     short-N   as many scenes as the format allows, with texts of a few letters
//     bounds-*  small cases whose states are counted in millions
//     tale-N    a story of N passages, as Twine publishes one (.html)
//     quiz-N    N questions in GIFT (.gift)
//     detectors all shared detectors of French, with typed answers to try them on (answers.txt)
// Each comes as a case (.json); those that are walked also as Ink source (.ink) and as bare numbers (.graph).
// Same program, same bytes: draws are seeded.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { quizText } from "./quiz.mjs";
import * as spell from "./spell.mjs";
import { ANSWERS, drawAnswer, drawLabel, drawLine, drawWhy } from "./words.mjs";

const CHARACTERS = [
    { id: "delaunay", name: "M. Delaunay", initials: "MD", age: 46 },
    { id: "jarry", name: "Mme Jarry", initials: "MJ", age: 34 },
];
const LIVELY_GAUGES = [
    { id: "confiance", name: "Confiance", start: 50, better: "high", rise_cap: 10, halve_when: "tension >= 65" },
    { id: "tension", name: "Tension", start: 40, better: "low", drift: -2, drift_floor: 10 },
];
const PLAIN_GAUGES = [
    { id: "confiance", name: "Confiance", start: 50, better: "high" },
    { id: "tension", name: "Tension", start: 50, better: "low" },
];

// Marsaglia's xorshift, 32 bits.
function makeRandom(seed) {
    let state = seed;
    const next = () => {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return state >>> 0;
    };
    return {
        below: (limit) => next() % limit,
        pick: (list) => list[next() % list.length],
        happens: (percent) => next() % 100 < percent,
    };
}

function head(id, facts, gauges) {
    return {
        format: 1,
        id,
        kind: "scenario",
        language: "fr",
        title: "Au comptoir de La Passerelle",
        summary: "Une journée d’accueil, demande après demande.",
        theme: "accueil",
        minutes: { alone: 20, group: 45 },
        competencies: spell.COMPETENCIES,
        gauges,
        facts: facts > 0 ? Array.from({ length: facts }, (_, fact) => ({ id: `fait_${fact}` })) : undefined,
        characters: gauges && CHARACTERS,
    };
}

// A plus and a minus on two of the four competencies, so that no option is simply the best one.
function drawMarks(random, turn) {
    const marks = [0, 0, 0, 0];
    marks[turn % 4] = random.pick([1, 1, 2]);
    marks[(turn + 1) % 4] = random.pick([-1, -1, -2]);
    return marks;
}

const TALK_FACTS = 12;

function drawCondition(random, index) {
    const earlier = random.below(Math.max(1, index));
    return random.pick([
        { kind: spell.GAUGE_FROM, of: 0, value: random.pick([30, 45, 60]) },
        { kind: spell.GAUGE_UNDER, of: 1, value: random.pick([40, 60, 75]) },
        { kind: spell.FACT, of: random.below(TALK_FACTS) },
        { kind: spell.NO_FACT, of: random.below(TALK_FACTS) },
        { kind: spell.SEEN, of: earlier },
        { kind: spell.VISITS_UNDER, of: index, value: 2 },
        { kind: spell.SCORE_FROM, of: random.below(4), value: random.pick([-2, 0, 3]) },
        { kind: spell.CHOSE, of: earlier, option: random.below(2) },
    ]);
}

const isEnding = (index, count) => index === count - 1 || (index > 4 && index % 47 === 0);

// An ending needs no next scene; any other scene leads to the one after it, so that all can be reached.
function forward(random, index, count) {
    return Math.min(count - 1, index + 2 + random.below(Math.ceil(count / 25)));
}

function drawNext(random, index, number, count) {
    if (number === 0) {
        return { to: index + 1 };
    }
    // Some lead back, but never to the scene itself, which Ink would not count as another visit.
    const back = index > 4 && number === 2 && random.happens(15);
    const to = back ? index - 1 - random.below(4) : forward(random, index, count);
    const when = random.happens(15) ? drawNextCondition(random, index, count) : undefined;
    return when ? { when, to: forward(random, index, count), otherwise: to } : { to };
}

// What leads to an ending asks nothing of it: endings offer no options that could have been chosen.
function drawNextCondition(random, index, count) {
    const when = drawCondition(random, index);
    const aboutEnding = when.kind === spell.CHOSE && isEnding(when.of, count);
    return aboutEnding ? { kind: spell.FACT, of: random.below(TALK_FACTS) } : when;
}

function drawOption(random, index, number, count) {
    return {
        text: drawAnswer(random.pick),
        label: drawLabel(random.pick),
        why: drawWhy(random.pick),
        marks: drawMarks(random, index + number),
        moves: [random.pick([-8, -5, -3, 3, 6, 12]), random.pick([-10, -6, -4, 4, 8, 12])],
        sets: random.happens(10) ? [random.below(TALK_FACTS)] : [],
        unsets: random.happens(3) ? [random.below(TALK_FACTS)] : [],
        when: number === 2 && random.happens(40) ? drawNextCondition(random, index, count) : undefined,
        next: drawNext(random, index, number, count),
    };
}

function talk(count) {
    const random = makeRandom(count + 1);
    const scenes = [];
    for (let index = 0; index < count; index++) {
        const by = random.pick(CHARACTERS).id;
        const line = drawLine(random.pick);
        const options = Array.from({ length: random.pick([2, 3]) }, (_, number) => drawOption(random, index, number, count));
        scenes.push(isEnding(index, count) ? { ending: "On en reste là", line } : { by, line, options });
    }
    const facts = TALK_FACTS;
    return {
        head: head(`talk-${count}`, facts, LIVELY_GAUGES),
        sceneId: (index) => `s${index}`,
        start: [50, 40],
        facts,
        lively: true,
        scenes,
    };
}

function shortOption(random, text, to) {
    const marks = [0, 0, 0, 0];
    marks[random.below(4)] = random.pick([0, 0, 1, -1]);
    return { text, marks, moves: [0, 0], sets: [], unsets: [], next: { to } };
}

function shortScene(random, index, count) {
    if (index === count - 1 || index % 99 === 98) {
        return { ending: "Fin", line: "Au revoir." };
    }
    const near = forward(random, index, count);
    if (random.happens(30) && (index + 1) % 99 !== 98) {
        return { line: "Un silence.", next: index + 1 };
    }
    const options = [shortOption(random, "J’écoute.", index + 1), shortOption(random, "J’attends.", near)];
    return { why: "On peut faire les deux.", options };
}

function short(count) {
    const random = makeRandom(count + 2);
    return {
        head: head(`short-${count}`, 0, undefined),
        sceneId: (index) => `s${index.toString(36)}`,
        scenes: Array.from({ length: count }, (_, index) => shortScene(random, index, count)),
    };
}

function plainOption(random, turn, moves, next) {
    const option = { text: drawAnswer(random.pick), label: drawLabel(random.pick), why: drawWhy(random.pick) };
    return { ...option, marks: drawMarks(random, turn), moves, sets: [], unsets: [], next };
}

function scenesOfBounds(random, options) {
    const scenes = options.map((list) => ({ by: "delaunay", line: drawLine(random.pick), options: list }));
    return [...scenes, { ending: "On en reste là", line: "Au revoir." }];
}

function bounds(id, facts, scenes) {
    return {
        head: head(id, facts, PLAIN_GAUGES),
        sceneId: (index) => `s${index}`,
        start: [50, 50],
        facts,
        lively: false,
        scenes,
    };
}

const STEPS = [-10, -5, 5, 10];

// A long way on which each decision moves both gauges, and some set a fact that is asked for at the very end.
function boundsOfGauges(count, facts) {
    const random = makeRandom(3);
    const every = Math.floor((count - facts) / facts);
    const options = Array.from({ length: count }, (_, index) =>
        Array.from({ length: 3 }, (_, number) => {
            const to = Math.min(count, index + 1 + (number === 2 && index + facts + 2 < count ? 1 : 0));
            const option = plainOption(random, index + number, [random.pick(STEPS), random.pick(STEPS)], { to });
            const fact = index / every;
            option.sets = number === 1 && Number.isInteger(fact) && fact < facts ? [fact] : [];
            return option;
        }),
    );
    options.slice(-facts).forEach((list, fact) => {
        list[2].when = { kind: spell.FACT, of: fact };
        list[1].when = { kind: spell.GAUGE_FROM, of: fact % 2, value: 40 + 5 * fact };
    });
    return bounds("bounds-gauges", facts, scenesOfBounds(random, options));
}

// Rooms to come back to: from each, five talks in any order and as often as one likes, then on to the next room.
function boundsOfLoops(rooms) {
    const TALKS = 5;
    const random = makeRandom(4);
    const options = [];
    for (let room = 0; room < rooms; room++) {
        const hub = room * (TALKS + 1);
        const talks = Array.from({ length: TALKS }, (_, talk) => plainOption(random, talk, [0, 0], { to: hub + 1 + talk }));
        const leave = plainOption(random, TALKS, [0, 0], { to: hub + TALKS + 1 });
        talks.forEach((talk, number) => {
            talk.when = { kind: spell.GAUGE_UNDER, of: number % 2, value: 80 };
        });
        options.push([...talks, leave]);
        for (let talk = 0; talk < TALKS; talk++) {
            const back = { to: hub };
            options.push([
                plainOption(random, talk, [random.pick(STEPS), random.pick(STEPS)], back),
                plainOption(random, talk + 1, [random.pick(STEPS), random.pick(STEPS)], back),
            ]);
        }
    }
    return bounds("bounds-loops", 0, scenesOfBounds(random, options));
}

// Two or three links at the end of each passage, but for one in a hundred, which is an ending.
function drawPassage(random, index, count) {
    const TEXT_LENGTH = 600;
    const lines = [];
    while (lines.join("\n\n").length < TEXT_LENGTH) {
        lines.push(`${drawLine(random.pick)} ${drawWhy(random.pick)}`);
    }
    const links = index % 97 === 96 ? 0 : random.pick([2, 3]);
    for (let link = 0; link < links; link++) {
        const target = link === 0 ? Math.min(count - 1, index + 1) : random.below(count);
        lines.push(`[[${drawAnswer(random.pick)}->Passage ${target}]]`);
    }
    return lines.join("\n\n");
}

function taleText(count) {
    const random = makeRandom(count + 5);
    const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
    const escape = (text) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
    const passages = Array.from({ length: count }, (_, index) => {
        const place = `${100 * (index % 50)},${100 * Math.floor(index / 50)}`;
        const head = `<tw-passagedata pid="${index + 1}" name="Passage ${index}" tags="" position="${place}" size="100,100">`;
        return `${head}${escape(drawPassage(random, index, count))}</tw-passagedata>`;
    });
    const ifid = "D674C58C-DEFA-4F70-B7A2-27742230C0FC";
    const head = `<tw-storydata name="Au comptoir" startnode="1" creator="Twine" creator-version="2.11.1" ifid="${ifid}"`;
    return `${head} format="Harlowe" format-version="3.3.9" options hidden>${passages.join("")}</tw-storydata>\n`;
}

function detectorsCase() {
    const MOST_USES = 12; // of one decision
    const shared = new URL("../scenarios/detectors.fr.json", import.meta.url);
    const { detectors } = JSON.parse(readFileSync(shared, "utf8"));
    const scenes = [];
    for (let first = 0; first < detectors.length; first += MOST_USES) {
        const uses = detectors.slice(first, first + MOST_USES).map(({ id }) => ({ id, scores: { eco: 1 } }));
        const ask = { kind: "write", prompt: "Que dites-vous ?", why: drawWhy((list) => list[0]), detectors: uses };
        scenes.push({ id: `s${scenes.length}`, ask: { ...ask, next: `s${scenes.length + 1}` } });
    }
    scenes.push({ id: `s${scenes.length}`, ending: { title: "Fin", tone: "good", text: "Au revoir." } });
    return JSON.stringify({ ...head("detectors", 0, undefined), start: "s0", scenes });
}

const folder = process.argv[2];
if (!folder) {
    console.error("usage: node bench/generate.mjs FOLDER");
    process.exit(2);
}
mkdirSync(folder, { recursive: true });

for (const model of [talk(10), talk(1000), talk(10000), boundsOfGauges(160, 6), boundsOfLoops(24)]) {
    const file = join(folder, model.head.id);
    writeFileSync(`${file}.json`, spell.caseText(model));
    writeFileSync(`${file}.ink`, spell.inkText(model));
    writeFileSync(`${file}.graph`, spell.graphText(model));
}
for (const model of [talk(2000), talk(5000), short(10000), short(100000)]) {
    writeFileSync(join(folder, `${model.head.id}.json`), spell.caseText(model));
}
writeFileSync(join(folder, "tale-10000.html"), taleText(10000));
writeFileSync(join(folder, "quiz-10000.gift"), quizText(makeRandom(5), 10000));
writeFileSync(join(folder, "detectors.json"), detectorsCase());
writeFileSync(join(folder, "answers.txt"), ANSWERS.join("\n"));
