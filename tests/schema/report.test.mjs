// The schema of reports accepts what palabre-cli report writes (goldens: of sessions, of two groups, of two texts) and
// refuses it with any of these faults.
import assert from "node:assert/strict";
import test from "node:test";
import { compileSchema, readJson } from "./validate.mjs";

const read = (path) => readJson(new URL(path, import.meta.url));
const findFaults = compileSchema(read("../../data/report.schema.json"));
const report = read("../golden/report-json/out");

const FAULTS = {
    "another version": (copy) => (copy.version = 2),
    "no word on which answer counts": (copy) => delete copy.counted,
    "a table of its own": (copy) => (copy.figures[0].table = "people"),
    "a count that is no whole number": (copy) => (copy.figures.find((row) => row.unit === "count").value = 1.5),
    "a value in the place of one that is missing": (copy) => (copy.figures.find((row) => row.missing).value = 3),
    "nothing, and no word why": (copy) => (copy.figures.find((row) => row.unit === "percent" && !row.missing).value = null),
    "a day that is none": (copy) => (copy.figures.find((row) => row.unit === "day").value = "yesterday"),
    "an id without its word": (copy) => (copy.figures.find((row) => row.decision).decision = "arrivee"),
};

test("accepts a report", () => assert.deepEqual(findFaults(report), []));

for (const [golden, table] of [["report-two-groups-json", "group-option"], ["report-two-texts-json", "option-pair"]]) {
    test(`accepts ${golden}`, () => {
        const pair = read(`../golden/${golden}/out`);
        assert.ok(pair.figures.some((row) => row.table === table));
        assert.deepEqual(findFaults(pair), []);
    });
}

for (const [what, spoil] of Object.entries(FAULTS)) {
    test(`refuses ${what}`, () => {
        const copy = structuredClone(report);
        spoil(copy);
        assert.notDeepEqual(findFaults(copy), []);
    });
}
