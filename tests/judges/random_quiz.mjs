// Random cases whose decisions a bank of questions can hold, with what each of its readers should find. `mend` is given
// every text, for what a reader is known to get wrong.
import { drawText, makeRandom } from "./draw.mjs";

const share = (count) => Number((100 / count).toFixed(5));

function drawOptions(random, count, rights) {
    return Array.from({ length: count }, (_, index) => {
        const right = rights.includes(index);
        return {
            id: "abcdefgh"[index],
            text: random.text(6),
            stance: right ? "recommended" : "risky",
            scores: { eco: right ? 1 : -1 },
            ...(random.happens(60) ? { why: random.text(6) } : {}),
        };
    });
}

function drawChoice(random) {
    const count = random.between(2, 6);
    const options = drawOptions(random, count, [random.below(count)]);
    return { ask: { kind: "choice", options }, weights: options.map(({ stance }) => (stance === "recommended" ? 100 : 0)) };
}

function drawSet(random) {
    const count = random.between(2, 8);
    const rights = Array.from({ length: random.pick([1, 2, 2, 3]) }, (_, index) => index).filter((index) => index < count);
    const options = drawOptions(random, count, rights);
    const part = share(rights.length);
    return { ask: { kind: "multiple", options }, weights: options.map((_, index) => (rights.includes(index) ? part : -part)) };
}

function drawMatch(random) {
    const bins = ["CAF", "CPAM", "France Travail"].map((text, index) => ({ id: `b${index}`, text }));
    const items = Array.from({ length: random.between(3, 6) }, (_, index) => ({
        id: `i${index}`,
        text: random.text(5),
        bin: bins[index % bins.length].id,
    }));
    return { ask: { kind: "classify", bins, items } };
}

const drawEssay = () => ({ ask: { kind: "write" } });

export function drawQuiz(seed, mend = (text) => text) {
    const random = makeRandom(seed);
    random.text = (most, without) => mend(drawText(random, most, without).trim());
    const drawn = Array.from({ length: 6 }, (_, index) => {
        const { ask, weights } = random.pick([drawChoice, drawChoice, drawSet, drawMatch, drawEssay])(random);
        const next = index < 5 ? `s${index + 1}` : "fin";
        const prompt = random.text(10);
        const title = random.text(4, ["*"]);
        return { scene: { id: `s${index}`, title, ask: { kind: ask.kind, prompt, next, ...ask } }, weights };
    });
    const ending = { id: "fin", ending: { title: "Fin", text: "Toutes les questions ont été posées." } };
    const model = {
        format: 1,
        id: `quiz-${seed}`,
        kind: "quiz",
        language: "fr",
        title: "Un tirage",
        summary: "Un tirage.",
        theme: "accueil",
        minutes: { alone: 5, group: 10 },
        competencies: ["eco"],
        start: "s0",
        scenes: [...drawn.map(({ scene }) => scene), ending],
    };
    return { model, questions: drawn.map(({ scene, weights }) => ({ ...scene, weights })) };
}
