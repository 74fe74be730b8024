// xmllint finds every Moodle XML export well-formed and as Moodle's import wants it: PALABRE_CLI=… node --test moodle.test.mjs
// moodle.rng says what that is. Without xmllint (libxml2-utils) the test is skipped.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { drawQuiz } from "./random_quiz.mjs";

const CLI = process.env.PALABRE_CLI;
const CASES = Number(process.env.CASES ?? 40);
const RULES = new URL("moodle.rng", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "palabre-moodle-"));
after(() => rmSync(folder, { recursive: true }));

function run(...command) {
    const { status, stderr } = spawnSync(command[0], command.slice(1), { encoding: "utf8" });
    return { status, stderr };
}

const skip = spawnSync("xmllint", ["--version"]).error ? "xmllint is not installed" : false;

// GIFT with every kind of answer, through a case.
const BANK = `// à relire\n$CATEGORY: $course$/Accueil & suite

::vrai <faux>::La CAF verse l’APL. {T#Non.#Oui.}

::nombre::Combien ? {#\n\t=3:0.5\n\t=%50%1..5\n\t~#Autre.\n}

::mot::Qui ? {\n\t=la CAF\n\t=%33.33333%CAF & co\n}

// [id:un-autre] [tag:caf] [tag:apl]
::texte::Un texte ]]> seul.
`;

test("every kind of question is as Moodle wants it", { skip }, () => {
    const [gift, path, xml] = ["bank.gift", "bank.json", "bank.xml"].map((name) => join(folder, name));
    writeFileSync(gift, BANK);
    assert.equal(run(CLI, "import", gift, "-o", path).status, 0);
    assert.equal(run(CLI, "export", path, "-o", xml).status, 0);
    const { status, stderr } = run("xmllint", "--noout", "--nonet", "--relaxng", RULES, xml);
    assert.equal(status, 0, stderr);
});

test("random cases are as Moodle wants them", { skip }, () => {
    const files = [];
    for (let seed = 1; seed <= CASES; seed++) {
        const path = join(folder, "case.json");
        files.push(join(folder, `${seed}.xml`));
        writeFileSync(path, JSON.stringify(drawQuiz(seed).model));
        const { status, stderr } = run(CLI, "export", path, "-o", files.at(-1));
        assert.equal(status, 0, `seed ${seed}: ${stderr}`);
    }
    const { status, stderr } = run("xmllint", "--noout", "--nonet", "--relaxng", RULES, ...files);
    assert.equal(status, 0, stderr.split("\n").filter((line) => !line.endsWith("validates")).slice(0, 20).join("\n"));
});
