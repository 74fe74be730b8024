// Lumi's server takes every package that is exported: PALABRE_CLI=… node --test h5p.test.mjs
// CASES in the environment: how many random cases besides those of Palabre. The server has no libraries here, so what it
// would look up in them is looked at by hand: their versions, the targets, the length of plain texts.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { drawCase } from "./random_case.mjs";

const CLI = process.env.PALABRE_CLI;
const CASES = Number(process.env.CASES ?? 40);
const SCENARIOS = new URL("../../scenarios/fr/", import.meta.url).pathname;
const LIBRARIES = ["H5P.AdvancedText 1.1", "H5P.BranchingQuestion 1.0"];
const folder = mkdtempSync(join(tmpdir(), "palabre-h5p-"));
after(() => rmSync(folder, { recursive: true }));

// The validator is no part of what the package exports: it is asked as an upload asks it.
const require = createRequire(import.meta.url);
const server = require("@lumieducation/h5p-server");
const inside = (name) => require(join(dirname(require.resolve("@lumieducation/h5p-server")), name)).default;
const libraries = new server.LibraryManager(new server.fsImplementations.FileLibraryStorage(join(folder, "libraries")));
const validator = new (inside("PackageValidator"))(new server.H5PConfig(), libraries);

async function accept(file) {
    const unpacked = mkdtempSync(join(folder, "package-"));
    await validator.validateFileSizes(file);
    await inside("PackageImporter").extractPackage(file, unpacked, { includeContent: true, includeMetadata: true });
    await validator.validateExtractedPackage(unpacked, true, false);
    return JSON.parse(readFileSync(join(unpacked, "content/content.json"), "utf8")).branchingScenario;
}

function checkWay(way, count) {
    assert.ok(Number.isInteger(way.nextContentId) && way.nextContentId >= -1 && way.nextContentId < count);
    assert.ok(way.nextContentId >= 0 || way.feedback.title, "an end without a title");
}

function checkScreens({ content, endScreens }) {
    assert.deepEqual(endScreens.map((end) => end.contentId), [-1]);
    for (const screen of content) {
        const { library, params, subContentId } = screen.type;
        assert.ok(LIBRARIES.includes(library), library);
        assert.match(subContentId, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        const answers = params.branchingQuestion?.alternatives;
        (answers ?? [screen]).forEach((way) => checkWay(way, content.length));
        assert.ok(!answers || answers.length >= 2);
        (answers ?? []).forEach(({ text }) => assert.ok(Buffer.byteLength(text) <= 255, text));
    }
    assert.equal(new Set(content.map((screen) => screen.type.subContentId)).size, content.length);
}

async function judge(path) {
    const file = join(folder, "case.h5p");
    const { status, stderr } = spawnSync(CLI, ["export", path, "-o", file]);
    assert.equal(status, 0, String(stderr));
    checkScreens(await accept(file));
}

test("the cases of Palabre are taken", async () => {
    const names = readdirSync(SCENARIOS).filter((name) => name.endsWith(".json") && !name.endsWith(".test.json"));
    assert.ok(names.length > 20);
    for (const name of names) {
        await judge(join(SCENARIOS, name));
    }
});

test("random cases are taken", async () => {
    const path = join(folder, "case.json");
    for (let seed = 1; seed <= CASES; seed++) {
        writeFileSync(path, JSON.stringify(drawCase(seed)));
        await judge(path);
    }
});

test("a package without a main library is refused", async () => {
    const unpacked = mkdtempSync(join(folder, "package-"));
    writeFileSync(join(unpacked, "h5p.json"), JSON.stringify({ title: "Sans", language: "fr", embedTypes: ["iframe"], preloadedDependencies: [] }));
    await assert.rejects(validator.validateExtractedPackage(unpacked, true, false));
});
