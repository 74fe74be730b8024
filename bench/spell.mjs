// One generated case in three spellings that mean the same: a case file, Ink source, and bare numbers for bench.c.
//
// A scene is {id, line, options} or {id, ending}; an option is {id, text, label, why, marks, moves, sets, unsets, when, next},
// where marks and moves are lists by competency and by gauge, sets and unsets fact numbers, next is {to, when, otherwise},
// and a condition is {kind, of, option, value}.
export const COMPETENCIES = ["eco", "emo", "cad", "aut"];
export const GAUGES = ["confiance", "tension"];

// Kinds of condition, numbered as in bare.h. `of` is a gauge, a fact, a scene or a competency.
export const GAUGE_FROM = 1;
export const GAUGE_UNDER = 2;
export const FACT = 3;
export const NO_FACT = 4;
export const SEEN = 5;
export const VISITS_UNDER = 6;
export const SCORE_FROM = 7;
export const CHOSE = 8;

const OPTION_IDS = "abcdef";
const factName = (fact) => `fait_${fact}`;
const optionId = (index) => OPTION_IDS[index];

const IN_CASE = {
    [GAUGE_FROM]: (c) => `${GAUGES[c.of]} >= ${c.value}`,
    [GAUGE_UNDER]: (c) => `${GAUGES[c.of]} < ${c.value}`,
    [FACT]: (c) => factName(c.of),
    [NO_FACT]: (c) => `not ${factName(c.of)}`,
    [SEEN]: (c, sceneId) => `seen(${sceneId(c.of)})`,
    [VISITS_UNDER]: (c, sceneId) => `visits(${sceneId(c.of)}) < ${c.value}`,
    [SCORE_FROM]: (c) => `score(${COMPETENCIES[c.of]}) >= ${c.value}`,
    [CHOSE]: (c, sceneId) => `chose(${sceneId(c.of)}, ${optionId(c.option)})`,
};
const IN_INK = {
    ...IN_CASE,
    [SEEN]: (c, sceneId) => sceneId(c.of),
    [VISITS_UNDER]: (c, sceneId) => `${sceneId(c.of)} < ${c.value}`,
    [SCORE_FROM]: (c) => `${COMPETENCIES[c.of]} >= ${c.value}`,
    [CHOSE]: (c, sceneId) => `${sceneId(c.of)}.${optionId(c.option)}`,
};

// {name: value} of the values that are not 0; undefined, so left out, when all are.
function named(names, values) {
    const entries = names.map((name, index) => [name, values[index]]).filter(([, value]) => value);
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function listed(facts) {
    return facts.length > 0 ? facts.map(factName) : undefined;
}

function nextInCase(next, sceneId) {
    if (!next.when) {
        return sceneId(next.to);
    }
    return [{ if: IN_CASE[next.when.kind](next.when, sceneId), to: sceneId(next.to) }, { to: sceneId(next.otherwise) }];
}

function optionInCase(option, index, sceneId) {
    return {
        id: optionId(index),
        text: option.text,
        label: option.label,
        if: option.when && IN_CASE[option.when.kind](option.when, sceneId),
        scores: named(COMPETENCIES, option.marks),
        effects: named(GAUGES, option.moves),
        set: listed(option.sets),
        unset: listed(option.unsets),
        why: option.why,
        next: nextInCase(option.next, sceneId),
    };
}

function sceneInCase(scene, index, sceneId) {
    const id = sceneId(index);
    if (scene.ending) {
        return { id, ending: { title: scene.ending, tone: "mixed", text: scene.line } };
    }
    const lines = scene.line && [{ by: scene.by, text: scene.line }];
    if (scene.next !== undefined) {
        return { id, lines, next: sceneId(scene.next) };
    }
    const options = scene.options.map((option, number) => optionInCase(option, number, sceneId));
    return { id, with: scene.by, lines, ask: { kind: "choice", why: scene.why, options } };
}

// One scene a line: no byte is white space that a parser could skip cheaply.
export function caseText(model) {
    const head = JSON.stringify({ ...model.head, start: model.sceneId(0) });
    const rows = model.scenes.map((scene, index) => JSON.stringify(sceneInCase(scene, index, model.sceneId)));
    return `${head.slice(0, -1)},"scenes":[\n${rows.join(",\n")}\n]}\n`;
}

// Gauges move as in the case: rises are halved under tension, then capped; tension drifts down, unless it was written up.
const INK_FUNCTIONS = `
=== function feel(trust, strain)
{ tension >= 65 && trust > 0:
    ~ trust = trust / 2
}
~ confiance = MAX(0, MIN(100, confiance + MIN(trust, 10)))
~ tension = MAX(0, MIN(100, tension + strain))
{ strain <= 0 && tension > 10:
    ~ tension = MAX(10, tension - 2)
}
`;

function optionInInk(option, index, knot, sceneId) {
    const condition = (when) => IN_INK[when.kind](when, sceneId);
    const marks = COMPETENCIES.map((name, i) => [name, option.marks[i]]).filter(([, mark]) => mark);
    const routes = option.next.when
        ? [`    {${condition(option.next.when)}: -> ${sceneId(option.next.to)}}`, `    -> ${sceneId(option.next.otherwise)}`]
        : [`    -> ${sceneId(option.next.to)}`];
    return [
        `+ (${optionId(index)}) ${option.when ? `{${condition(option.when)}} ` : ""}[${option.text} # ${option.label}]`,
        `    { ${knot} == 1:`,
        ...marks.map(([name, mark]) => `        ~ ${name} = ${name} + ${mark}`),
        "    }",
        `    ~ feel(${option.moves.join(", ")})`,
        ...option.sets.map((fact) => `    ~ ${factName(fact)} = true`),
        ...option.unsets.map((fact) => `    ~ ${factName(fact)} = false`),
        `    ${option.why}`,
        ...routes,
    ];
}

function sceneInInk(scene, index, sceneId) {
    const knot = sceneId(index);
    const body = scene.ending
        ? [scene.ending, scene.line, "-> END"]
        : [`${scene.line} # ${scene.by}`, ...scene.options.flatMap((option, i) => optionInInk(option, i, knot, sceneId))];
    return [`=== ${knot}`, ...body];
}

export function inkText(model) {
    const head = [
        ...GAUGES.map((name, index) => `VAR ${name} = ${model.start[index]}`),
        ...COMPETENCIES.map((name) => `VAR ${name} = 0`),
        ...Array.from({ length: model.facts }, (_, fact) => `VAR ${factName(fact)} = false`),
        `-> ${model.sceneId(0)}`,
        INK_FUNCTIONS,
    ];
    return [...head, ...model.scenes.flatMap((scene, index) => sceneInInk(scene, index, model.sceneId))].join("\n") + "\n";
}

const numbersOfCondition = (c) => [c?.kind ?? 0, c?.of ?? 0, c?.option ?? 0, c?.value ?? 0];
const bits = (facts) => facts.reduce((set, fact) => set | (1 << fact), 0);

function numbersOfOption(option) {
    return [
        ...numbersOfCondition(option.when),
        ...numbersOfCondition(option.next.when),
        option.next.to,
        option.next.otherwise ?? 0,
        ...option.moves,
        bits(option.sets),
        bits(option.unsets),
        ...option.marks,
    ];
}

// As bare.c reads it: scenes, start of each gauge, and whether gauges are capped, halved and drift; then, for each
// scene, how many options it has, and each of these on a line.
export function graphText(model) {
    const head = [model.scenes.length, ...model.start, model.lively ? 1 : 0].join(" ");
    const rows = model.scenes.flatMap((scene) => [
        String(scene.options?.length ?? 0),
        ...(scene.options ?? []).map((option) => numbersOfOption(option).join(" ")),
    ]);
    return `${[head, ...rows].join("\n")}\n`;
}
