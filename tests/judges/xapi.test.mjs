// Statements of generated sessions of groups, of every kind of decision: @learninglocker/xapi-validation has nothing to say of
// them, and neither has what it lets pass. Writing them again gives the same bytes. WALKS: how many sessions of each case.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const validate = createRequire(import.meta.url)("@learninglocker/xapi-validation").default;
const cli = process.env.PALABRE_CLI;
const walks = Number(process.env.WALKS ?? 7);
const scenarios = join(import.meta.dirname ?? ".", "../../scenarios/fr");
const cases = [
    join(import.meta.dirname ?? ".", "../data/cases/dossier-vert.json"),
    ...readdirSync(scenarios).filter((name) => /^[sq]\d\d-.*(?<!\.test)\.json$/.test(name)).map((name) => join(scenarios, name)),
];
const folder = mkdtempSync(join(tmpdir(), "palabre-"));
after(() => rmSync(folder, { recursive: true }));

const run = (...words) => execFileSync(cli, words, { stdio: ["ignore", "ignore", "ignore"] });

function exportCase(path, index) {
    const kept = join(folder, `kept-${index}`);
    const sessions = join(folder, "sessions.jsonl");
    run("simulate", path, "--runs", String(walks), "--seed", String(index), "--group-size", "9", "--sessions", sessions);
    run("sessions", "import", sessions, "--data", kept);
    const written = [0, 1].map((turn) => {
        const out = join(folder, `${turn}.xapi.json`);
        run("report", "--data", kept, "-o", out);
        return readFileSync(out, "utf8");
    });
    assert.equal(written[0], written[1], "written again it differs");
    return JSON.parse(written[0]);
}

function uuidOf(space, name) {
    const bytes = createHash("sha1").update(Buffer.from(space.replaceAll("-", ""), "hex")).update(name).digest().subarray(0, 16);
    bytes[6] = (bytes[6] & 0x0f) | 0x50;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// Every text of it under the key that it stands at.
function* texts(value, key = "") {
    if (typeof value === "string") {
        yield [key, value];
    } else if (value !== null && typeof value === "object") {
        for (const [name, part] of Object.entries(value)) {
            yield* texts(part, Array.isArray(value) ? key : name);
        }
    } else {
        assert.notEqual(value, null, `null at ${key}`);
    }
}

function checkComponents(definition) {
    const lists = ["choices", "scale", "source", "target"].filter((name) => name in definition);
    const ids = Object.fromEntries(lists.map((name) => [name, definition[name].map((part) => part.id)]));
    for (const list of Object.values(ids)) {
        assert.equal(new Set(list).size, list.length, "ids of components are not distinct");
        assert.ok(list.length > 0 && list.every((id) => /^[a-z0-9_-]+$/.test(id)), "an id of a component is none");
    }
    return ids;
}

// The response, or a pattern, is made of components.
function checkAnswer(definition, ids, answer) {
    const within = (list, parts) => assert.ok(parts.every((part) => list.includes(part)), `${answer} is not among ${list}`);
    const parts = answer === "" ? [] : answer.split("[,]");
    switch (definition.interactionType) {
        case "choice":
        case "sequencing":
            within(ids.choices, parts);
            assert.equal(new Set(parts).size, parts.length);
            assert.ok(definition.interactionType === "choice" || parts.length === ids.choices.length);
            break;
        case "likert":
            within(ids.scale, [answer]);
            break;
        case "matching":
            within(ids.source, parts.map((part) => part.split("[.]")[0]));
            within(ids.target, parts.map((part) => part.split("[.]")[1]));
            assert.equal(parts.length, ids.source.length);
            break;
        default:
            assert.fail(`${definition.interactionType} has an answer`);
    }
}

function checkResult(statement) {
    const { definition } = statement.object;
    const { score, response, duration } = statement.result;
    assert.match(duration, /^PT\d+(\.\d\d)?S$/);
    if (score) {
        assert.ok(score.min < score.max && score.min <= score.raw && score.raw <= score.max);
        assert.ok(score.scaled >= 0 && score.scaled <= 1);
    }
    if (definition.interactionType) {
        const ids = checkComponents(definition);
        if (definition.interactionType === "long-fill-in") {
            assert.equal(response, undefined);
        } else {
            checkAnswer(definition, ids, response);
        }
        for (const pattern of definition.correctResponsesPattern ?? []) {
            checkAnswer(definition, ids, pattern);
        }
        assert.ok(!("correctResponsesPattern" in definition) || definition.correctResponsesPattern.length > 0);
    }
}

function checkStatement(statement, quiz) {
    assert.deepEqual(validate(statement), []);
    const { actor, verb, object, result, context, timestamp } = statement;
    assert.deepEqual(Object.keys(actor), ["objectType", "account"]);
    assert.match(actor.account.name, /^[0-9a-f-]{36}$/);
    assert.equal(new Date(timestamp).toISOString(), timestamp, "no such time");
    assert.ok(["initialized", "answered", "completed", "terminated"].includes(verb.display.en));
    for (const [key, text] of texts(statement)) {
        assert.ok(text.length > 0 || key === "response", `nothing at ${key}`);
        assert.ok(!/^(id|homePage|type)$/.test(key) || !/\s/.test(text), `a blank in ${text}`);
    }
    for (const map of [object.definition.name, object.definition.description ?? {}]) {
        assert.ok(Object.keys(map).every((tag) => /^[a-z]{2}$/.test(tag)));
    }
    for (const list of Object.values(context.contextActivities ?? {})) {
        assert.ok(Array.isArray(list));
    }
    if (result) {
        checkResult(statement);
    }
    assert.ok(quiz || object.definition.interactionType !== "choice" || !("correctResponsesPattern" in object.definition));
}

// The kind of decision that it answers, whose scene its id names; undefined: it answers none.
function kindOf(statement, { scenes }) {
    const [, scene] = statement.object.id.match(/\/scene\/([^/]*)/) ?? [];
    return statement.verb.display.en === "answered" ? scenes.find(({ id }) => id === scene).ask.kind : undefined;
}

const interactions = new Set();
const kinds = new Set();
let count = 0;
for (const [index, path] of cases.entries()) {
    test(path.replace(/.*\//, ""), () => {
        const scenario = JSON.parse(readFileSync(path, "utf8"));
        const statements = exportCase(path, index);
        const registrations = new Set(statements.map(({ context }) => context.registration));
        assert.equal(registrations.size, walks);
        assert.equal(new Set(statements.map(({ id }) => id)).size, statements.length, "ids are not distinct");
        for (const statement of statements) {
            checkStatement(statement, scenario.kind === "quiz");
            interactions.add(statement.object.definition.interactionType);
            kinds.add(kindOf(statement, scenario));
        }
        const [first] = statements;
        assert.equal(first.id, uuidOf(first.context.registration, "2"), "the start is the second line of its log");
        count += walks;
    });
}

test("every kind of decision was among them", () => {
    for (const kind of ["choice", "sequencing", "matching", "long-fill-in"]) {
        assert.ok(interactions.has(kind), `no ${kind} among ${count} sessions`);
    }
    for (const kind of ["choice", "multiple", "rank", "rate", "classify", "write"]) {
        assert.ok(kinds.has(kind), `nobody answered a ${kind} in ${count} sessions`);
    }
});
