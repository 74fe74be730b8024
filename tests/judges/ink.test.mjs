// inkjs compiles every export and plays the same walks as Palabre: PALABRE_CLI=… node --test ink.test.mjs
// WALKS in the environment: how many walks a case. A walk stops where ink has no such decision.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Compiler, CompilerOptions } from "inkjs/full";
import { makeRandom } from "./draw.mjs";
import { drawCase } from "./random_case.mjs";

const CLI = process.env.PALABRE_CLI;
const WALKS = Number(process.env.WALKS ?? 20);
const CASES = Number(process.env.CASES ?? 40);
const MOST_ANSWERS = 40;
const folder = mkdtempSync(join(tmpdir(), "palabre-ink-"));
after(() => rmSync(folder, { recursive: true }));

// inkjs 2.4.0 warns of a text within a condition that begins with "else:", and reads it rightly (findings/inkjs-else-in-a-text.sh).
const isRight = (message) => /^WARNING: .*Saw the text 'else:' which is being treated as content/.test(message);

function compile(source) {
    const complaints = [];
    const options = new CompilerOptions(null, [], true, (message) => isRight(message) || complaints.push(message));
    const story = new Compiler(source, options).Compile();
    assert.deepEqual(complaints, []);
    return story;
}

function exportInk(path) {
    const ink = join(folder, "case.ink");
    const { status, stderr } = spawnSync(CLI, ["export", path, "-o", ink]);
    assert.equal(status, 0, String(stderr));
    return readFileSync(ink, "utf8");
}

// As the exporter names them; a scene whose name is taken by something else begins with S_.
function findKnots(source, scenes) {
    const knots = new Set([...source.matchAll(/^=== (\w+)$/gm)].map(([, knot]) => knot));
    return new Map(scenes.map(({ id }) => [id, [id.replace(/-/g, "_"), `S_${id.replace(/-/g, "_")}`].find((name) => knots.has(name))]));
}

// The knot that the choices on offer stand in, and the place of each among all that it has.
const standing = (story) => story.currentChoices[0]?.sourcePath.split(".")[0];

// Emphasis is left out, and several spaces are one.
const plain = (text) => text.replace(/[ \t]+/g, " ").replace(/\*/g, "").trim();

// Every line that may be said, as a case has it.
function listLines(model) {
    const names = new Map((model.characters ?? []).map(({ id, name }) => [id, name]));
    const lines = new Set();
    const add = (value, key, owner) => {
        if (typeof value === "string" && ["text", "prompt", "why", "title", "gives", "costs", "instead"].includes(key)) {
            const by = key === "text" && names.get(owner.by);
            (by ? `${by}\u00A0: ${value}` : value).split("\n").forEach((line) => lines.add(plain(line)));
        } else if (value && typeof value === "object") {
            Object.entries(value).forEach(([inner, part]) => add(part, inner, value));
        }
    };
    add(model.scenes, "scenes", model);
    return lines;
}

function playInk(story, asked, lines, seed) {
    const random = makeRandom(seed);
    const answers = [];
    story.ResetState();
    for (;;) {
        while (story.canContinue) {
            const said = plain(story.Continue());
            assert.ok(said === "" || said.startsWith("– ") || lines.has(said), `“${said}” is no line of the case`);
        }
        const scene = asked.get(standing(story));
        if (!scene || scene.ask.kind !== "choice" || answers.length === MOST_ANSWERS) {
            return answers;
        }
        const choice = random.pick(story.currentChoices);
        const option = scene.ask.options[Number(choice.targetPath.toString().match(/c-(\d+)$/)[1])];
        assert.equal(plain(choice.text), plain(option.text.replace(/\s*\n\s*/g, " ")));
        answers.push(option.id);
        story.ChooseChoiceIndex(choice.index);
    }
}

function compareState(story, model, knots, answers, path) {
    const command = ["play", path, "--json", "--answers", answers.join(";")];
    const lines = execFileSync(CLI, command, { encoding: "utf8" }).trim().split("\n").map((line) => JSON.parse(line));
    const { state } = lines.at(-1);
    const given = lines.filter((line) => line.kind === "answer").map((line) => line.answer);
    assert.deepEqual(given, answers);
    for (const { to } of lines.filter((line) => line.to)) {
        assert.ok(story.state.VisitCountAtPathString(knots.get(to)) > 0, `${to} was not entered`);
    }
    const variable = (name) => story.variablesState.$(name) ?? story.variablesState.$(`V_${name}`);
    for (const [name, value] of Object.entries(state.gauges)) {
        assert.equal(variable(name), value, name);
    }
    for (const { id } of model.facts ?? []) {
        assert.equal(Boolean(variable(id)), state.facts.includes(id), id);
    }
    for (const [name, value] of Object.entries(state.marks)) {
        assert.equal(story.variablesState.$(`Score_${name}`), value, name);
    }
    const knot = standing(story);
    assert.equal(knot ?? knots.get(state.scene), knots.get(state.scene));
    assert.ok(knot || state.ended);
}

function compareWalks(path) {
    const model = JSON.parse(readFileSync(path, "utf8"));
    const source = exportInk(path);
    const story = compile(source);
    const knots = findKnots(source, model.scenes);
    const asked = new Map(model.scenes.filter((scene) => scene.ask).map((scene) => [knots.get(scene.id), scene]));
    const lines = listLines(model);
    let count = 0;
    for (let seed = 1; seed <= WALKS; seed++) {
        const answers = playInk(story, asked, lines, seed);
        count += answers.length;
        if (answers.length > 0) {
            compareState(story, model, knots, answers, path);
        }
    }
    return count;
}

const shipped = new URL("../../scenarios/fr/", import.meta.url).pathname;
for (const name of readdirSync(shipped).filter((name) => name.endsWith(".json") && !name.endsWith(".test.json"))) {
    test(`${name} compiles and plays the same`, () => compareWalks(join(shipped, name)));
}

test("random cases compile and play the same", () => {
    let count = 0;
    for (let seed = 1; seed <= CASES; seed++) {
        const path = join(folder, "case.json");
        writeFileSync(path, JSON.stringify(drawCase(seed)));
        try {
            count += compareWalks(path);
        } catch (error) {
            error.message = `seed ${seed}: ${error.message}`;
            throw error;
        }
    }
    assert.ok(count > CASES, "too few answers were compared");
});
