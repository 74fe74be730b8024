// extwee and twine-utils read our Twee as we do, and what twine-utils publishes of it comes in again as the same case:
//     PALABRE_CLI=… node --test twee.test.mjs
// Where they do not undo what Twine's own writer writes the test says so. CASES: how many random cases.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { parseTwee } from "extwee";
import { drawCase } from "./random_case.mjs";

// Its index wants a compiled module to look for Twine's folders, which nothing here needs.
const { Story } = createRequire(import.meta.url)("./node_modules/twine-utils/dist/cjs/story.js");
const CLI = process.env.PALABRE_CLI;
const CASES = Number(process.env.CASES ?? 40);
const folder = mkdtempSync(join(tmpdir(), "palabre-twee-"));
after(() => rmSync(folder, { recursive: true }));

function run(...command) {
    const { status, stderr } = spawnSync(CLI, command);
    assert.ok(status === 0 || status === 1, String(stderr)); // 1: it was told that something is a fault of the source
}

// extwee 2.3.18 and twine-utils 3.1.0 leave the backslash of a line that begins with \::.
const undone = (text) => text.replace(/^\\::/gm, "::").trim();
const namesOf = (passages) => passages.map(([name]) => name);

function readWithExtwee(source) {
    return parseTwee(source).passages.map(({ name, text }) => [name, undone(text)]);
}

// twine-utils 3.1.0 keeps the passage StoryTitle, with the title for its name, and StoryData, of which it forgets the format.
function readWithTwineUtils(source) {
    const story = Story.fromTwee(source, 3, true);
    const told = ({ attributes, source: text }) => attributes.name !== "StoryData" && attributes.name !== text.trim();
    story.passages = story.passages.filter((passage, index) => index > 1 || told(passage));
    for (const passage of story.passages) {
        passage.source = undone(passage.source);
    }
    story.attributes.format = "Harlowe";
    return story;
}

function checkLinks(passages) {
    const names = new Set(namesOf(passages));
    for (const [name, text] of passages) {
        for (const [, inside] of text.matchAll(/\[\[([^\n]*?)\]\]/g)) {
            const target = inside.slice(inside.lastIndexOf("->") < 0 ? 0 : inside.lastIndexOf("->") + 2);
            assert.ok(names.has(target), `“${name}” links to “${target}”`);
        }
    }
}

function importAgain(path) {
    const file = join(folder, "again.json");
    run("import", path, "-o", file);
    const { scenes, start, title } = JSON.parse(readFileSync(file, "utf8"));
    return { start, title, scenes: scenes.map(({ at, ...scene }) => scene) };
}

function judge(path) {
    const twee = join(folder, "case.twee");
    const html = join(folder, "case.html");
    run("export", path, "-o", twee);
    const source = readFileSync(twee, "utf8");
    const extwees = readWithExtwee(source);
    const story = readWithTwineUtils(source);
    assert.deepEqual(story.passages.map(({ attributes, source: text }) => [attributes.name, text]), extwees);
    checkLinks(extwees);
    const ours = importAgain(twee);
    assert.deepEqual(namesOf(extwees), ours.scenes.filter(({ title }) => title).map(({ title }) => title).slice(0, extwees.length));
    writeFileSync(html, story.toHTML());
    assert.deepEqual(importAgain(html).scenes, ours.scenes);
}

const shipped = new URL("../../scenarios/fr/", import.meta.url).pathname;
for (const name of readdirSync(shipped).filter((name) => name.endsWith(".json") && !name.endsWith(".test.json"))) {
    test(`${name} is read alike`, () => judge(join(shipped, name)));
}

test("random cases are read alike", () => {
    for (let seed = 1; seed <= CASES; seed++) {
        const path = join(folder, "case.json");
        writeFileSync(path, JSON.stringify(drawCase(seed)));
        try {
            judge(path);
        } catch (error) {
            error.message = `seed ${seed}: ${error.message}`;
            throw error;
        }
    }
});
