// Checks cases against the published schema, as a code editor would.
//
//     node validate.mjs SCHEMA FILE…                   one line a file: "ok FILE" or "invalid FILE: what is wrong"
//     node validate.mjs --expect-invalid SCHEMA FILE…  for files made with a fault: each must be refused
//
// A folder stands for its *.json files, case tests (*.test.json) left out. Exit status: 0 all as expected, 1 some not,
// 2 usage. A file that is not JSON at all, or no file, is never as expected: it says nothing about the schema.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";

const FAULTS_SHOWN = 3;

export function readJson(file) {
    return JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
}

// Returns case → list of what is wrong, empty when it is valid. Throws when the schema itself is not in order.
export function compileSchema(schema) {
    const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
    const validate = ajv.compile(schema);
    return (value) => (validate(value) ? [] : describeFaults(validate.errors));
}

function describeFaults(errors) {
    // The branches of if and anyOf complain too: they add nothing to the fault inside them.
    const causes = errors.filter((error) => error.keyword !== "if" && error.keyword !== "anyOf");
    return [...new Set((causes.length > 0 ? causes : errors).map(describeFault))];
}

function describeFault(error) {
    const place = error.instancePath || "/";
    switch (error.keyword) {
        case "additionalProperties":
            return `${place}: unknown key "${error.params.additionalProperty}"`;
        case "false schema":
            return `${place}: not allowed here`;
        case "const":
            return `${place}: must be ${JSON.stringify(error.params.allowedValue)}`;
        case "enum":
            return `${place}: must be one of ${JSON.stringify(error.params.allowedValues)}`;
        default:
            return `${place}: ${error.message}`;
    }
}

function listFiles(path) {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
        return [path];
    }
    const names = readdirSync(path).filter((name) => name.endsWith(".json") && !name.endsWith(".test.json"));
    return names.sort().map((name) => join(path, name));
}

function checkFile(file, findFaults, expectInvalid) {
    try {
        const faults = findFaults(readJson(file));
        const shown = faults.slice(0, FAULTS_SHOWN).join("; ");
        const more = faults.length > FAULTS_SHOWN ? `; and ${faults.length - FAULTS_SHOWN} more` : "";
        console.log(faults.length === 0 ? `ok ${file}` : `invalid ${file}: ${shown}${more}`);
        return faults.length > 0 === expectInvalid;
    } catch (error) {
        console.log(`unreadable ${file}: ${error.message}`);
        return false;
    }
}

function main(args) {
    const expectInvalid = args[0] === "--expect-invalid";
    const [schemaFile, ...paths] = expectInvalid ? args.slice(1) : args;
    if (!schemaFile || paths.length === 0 || schemaFile.startsWith("-")) {
        console.error("usage: node validate.mjs [--expect-invalid] SCHEMA FILE…");
        return 2;
    }
    const findFaults = compileSchema(readJson(schemaFile));
    const files = paths.flatMap(listFiles);
    const asExpected = files.filter((file) => checkFile(file, findFaults, expectInvalid)).length;
    return files.length > 0 && asExpected === files.length ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
    process.exitCode = main(process.argv.slice(2));
}
