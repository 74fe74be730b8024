// The schema accepts complete.json, which uses every key of the format, and refuses it with any fault of changes.mjs.
import assert from "node:assert/strict";
import test from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { FAULTS, FITS, REMOVED } from "./changes.mjs";
import { compileSchema, readJson } from "./validate.mjs";

const read = (path) => readJson(new URL(path, import.meta.url));
const schema = read("../../scenarios/scenario.schema.json");
const complete = read("complete.json");
const findFaults = compileSchema(schema);

// complete.json with `value` at a JSON pointer.
function change(pointer, value) {
    const copy = structuredClone(complete);
    const steps = pointer.split("/").slice(1);
    const last = steps.pop();
    const parent = steps.reduce((node, step) => node[step], copy);
    if (value !== REMOVED) {
        parent[last] = value;
    } else if (Array.isArray(parent)) {
        parent.splice(Number(last), 1);
    } else {
        delete parent[last];
    }
    return copy;
}

// The JSON pointers of everything inside `value`; complete.json has no key that needs escaping.
function listPointers(value, pointer = "") {
    const keys = value !== null && typeof value === "object" ? Object.keys(value) : [];
    return keys.flatMap((key) => [`${pointer}/${key}`, ...listPointers(value[key], `${pointer}/${key}`)]);
}

// "shape.key" of each key of the schema.
function listKeys() {
    return Object.entries(schema.$defs).flatMap(([shape, { properties = {} }]) =>
        Object.keys(properties).map((key) => `${shape}.${key}`),
    );
}

// Those of them that `value` has somewhere: a keyword of our own notes each key that is looked at.
function listUsedKeys(value) {
    const used = new Set();
    const watched = structuredClone(schema);
    for (const [shape, { properties = {} }] of Object.entries(watched.$defs)) {
        for (const key of Object.keys(properties)) {
            properties[key].noteUse = `${shape}.${key}`;
        }
    }
    const ajv = new Ajv2020({ strict: false });
    ajv.addKeyword({ keyword: "noteUse", validate: (name) => used.add(name) });
    assert.ok(ajv.validate(watched, value));
    return used;
}

test("accepts a case that uses every key", () => assert.deepEqual(findFaults(complete), []));

for (const [what, pointer, value] of FITS) {
    test(`accepts ${what}`, () => assert.deepEqual(findFaults(change(pointer, value)), []));
}

for (const [what, pointer, value] of FAULTS) {
    test(`refuses ${what}`, () => assert.notDeepEqual(findFaults(change(pointer, value)), []));
}

test("refuses a case that is a list", () => assert.notDeepEqual(findFaults([complete]), []));

test("refuses a case without any one of its required keys", () => {
    for (const key of schema.$defs.case.required) {
        assert.notDeepEqual(findFaults(change(`/${key}`, REMOVED)), [], key);
    }
});

test("refuses null in any place but a free one", () => {
    for (const pointer of listPointers(complete)) {
        assert.equal(findFaults(change(pointer, null)).length === 0, pointer.startsWith("/x-"), pointer);
    }
});

test("accepts a quiz whose scenes go on by themselves", () => {
    const quiz = { ...change("/scenes/7/next", REMOVED), kind: "quiz" };
    assert.deepEqual(findFaults(quiz), []);
});

test("tells each key in words, for code editors", () => {
    const silent = listKeys().filter((name) => {
        const [shape, key] = name.split(".");
        return !schema.$defs[shape].properties[key].description;
    });
    assert.deepEqual(silent, []);
});

test("has no key that complete.json does not use", () => {
    const used = listUsedKeys(complete);
    assert.deepEqual(listKeys().filter((name) => !used.has(name)), []);
});
