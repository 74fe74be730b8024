// Random cases of choices alone, with all the rules that ink can hold.
import { drawText, makeRandom } from "./draw.mjs";

const COMPETENCIES = ["eco", "emo", "cad"];
const GAUGES = ["confiance", "tension", "mod"];
const FACTS = ["vu", "temp", "return"];
const sceneId = (index) => (index === 2 ? "else" : index === 3 ? "vu" : index === 4 ? "4-bis" : `scene-${index}`);

function drawValue(random, scenes) {
    const scene = random.pick(scenes);
    return random.pick([
        () => random.pick(GAUGES),
        () => random.pick(FACTS),
        () => `seen(${scene.id})`,
        () => `visits(${scene.id})`,
        () => (scene.options > 0 ? `chose(${scene.id}, ${"abcd"[random.below(scene.options)]})` : "1"),
        () => `score(${random.pick(COMPETENCIES)})`,
        () => String(random.between(-20, 100)),
        () => `(${random.pick(GAUGES)} - ${random.between(1, 9)})`,
    ])();
}

function drawCondition(random, scenes, extra = () => []) {
    const value = () => (random.happens(20) && extra().length > 0 ? random.pick(extra()) : drawValue(random, scenes));
    const compare = () => `${value()} ${random.pick(["<", "<=", "=", "!=", ">=", ">"])} ${value()}`;
    const term = () => random.pick([value, compare, compare, () => `not ${compare()}`, () => `not (${compare()} or ${value()})`])();
    return Array.from({ length: random.between(1, 3) }, term).join(random.pick([" and ", " or "]));
}

function drawChanges(random) {
    const gives = {};
    const some = (list, percent) => list.filter(() => random.happens(percent));
    const put = (key, value) => {
        if (Object.keys(value).length > 0) {
            gives[key] = value;
        }
    };
    put("scores", Object.fromEntries(some(COMPETENCIES, 50).map((name) => [name, random.pick([-2, -1, 1, 2])])));
    put("effects", Object.fromEntries(some(GAUGES, 60).map((name) => [name, random.pick([-40, -7, -3, 3, 5, 11, 60])])));
    put("set", some(FACTS.slice(1), 30));
    put("unset", some(FACTS.slice(1), 15));
    return gives;
}

function drawWays(random, scenes) {
    const to = () => random.pick(scenes).id;
    return random.happens(60) ? to() : [{ if: drawCondition(random, scenes), to: to() }, { to: to() }];
}

function drawLines(random, scenes) {
    return Array.from({ length: random.between(1, 3) }, () => ({
        ...(random.happens(50) ? { by: "diallo" } : {}),
        text: drawText(random, 6),
        ...(random.happens(30) ? { if: drawCondition(random, scenes) } : {}),
    }));
}

function drawScene(random, scene, scenes) {
    const { id, options } = scene;
    const base = { id, title: drawText(random, 4), ...(random.happens(60) ? { with: "diallo" } : {}), lines: drawLines(random, scenes) };
    if (options === 0) {
        return { ...base, ending: { title: drawText(random, 4), text: drawText(random, 8) } };
    }
    const marks = () => COMPETENCIES.map((name) => `mark(${name})`);
    const rules = Array.from({ length: random.below(3) }, () => ({ if: drawCondition(random, scenes, marks), ...drawChanges(random) }))
        .filter((rule) => Object.keys(rule).length > 1);
    return {
        ...base,
        ask: {
            kind: "choice",
            prompt: drawText(random, 5),
            next: drawWays(random, scenes),
            ...(rules.length > 0 ? { rules } : {}),
            options: Array.from({ length: options }, (_, index) => ({
                id: "abcd"[index],
                text: drawText(random, 6),
                ...(index > 0 && random.happens(40) ? { if: drawCondition(random, scenes) } : {}),
                ...drawChanges(random),
                ...(random.happens(40) ? { reply: drawLines(random, scenes) } : {}),
                ...(random.happens(60) ? { why: drawText(random, 8) } : {}),
                ...(random.happens(60) ? { next: drawWays(random, scenes) } : {}),
            })),
        },
    };
}

export function drawCase(seed) {
    const random = makeRandom(seed);
    const scenes = Array.from({ length: 8 }, (_, index) => ({ id: sceneId(index), options: index < 6 ? random.between(2, 4) : 0 }));
    const asked = scenes.slice(0, 6);
    const falls = random.happens(50);
    return {
        format: 1,
        id: `tirage-${seed}`,
        kind: "scenario",
        language: "fr",
        title: drawText(random, 4),
        summary: "Un tirage.",
        theme: "accueil",
        minutes: { alone: 5, group: 10 },
        competencies: COMPETENCIES,
        gauges: [
            { id: "confiance", name: "Confiance", start: 50, rise_cap: 10, halve_when: drawCondition(random, asked) },
            { id: "tension", name: "Tension", of: "diallo", start: 40, drift: falls ? -2 : 3, drift_floor: falls ? 10 : 80 },
            { id: "mod", name: "Mod", min: -20, max: 200, start: 0, drift: falls ? 1 : -4, halve_when: drawCondition(random, asked) },
        ],
        facts: [{ id: "vu", on: "tension >= 60", off: "tension < 45" }, { id: "temp" }, { id: "return" }],
        characters: [{ id: "diallo", name: "Mme Diallo" }],
        start: scenes[0].id,
        scenes: scenes.map((scene) => drawScene(random, scene, scene.options > 0 || random.happens(50) ? scenes : asked)),
    };
}
