// gift-pegjs finds in every GIFT export the questions that stand in the case: PALABRE_CLI=… node --test gift.test.mjs
// Where gift-pegjs 2.0.0-beta.1 reads otherwise than Moodle does, what is written is for Moodle: it is told here.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { parse } from "gift-pegjs";
import { drawQuiz } from "./random_quiz.mjs";

const CLI = process.env.PALABRE_CLI;
const CASES = Number(process.env.CASES ?? 40);
const folder = mkdtempSync(join(tmpdir(), "palabre-gift-"));
after(() => rmSync(folder, { recursive: true }));

function exportGift(model) {
    const path = join(folder, "case.json");
    const gift = join(folder, "case.gift");
    writeFileSync(path, JSON.stringify(model));
    const { status, stderr } = spawnSync(CLI, ["export", path, "-o", gift]);
    assert.equal(status, 0, String(stderr));
    return readFileSync(gift, "utf8");
}

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

// Words alone: emphasis and the number of spaces are not what is compared.
const plain = (text) => text.replace(/\*/g, "").replace(/\s+/g, " ").trim();

function words({ format, text }) {
    const read = format === "html" ? text.replace(/<\/?em>/g, "").replace(/<br>/g, "\n").replace(/&(lt|gt|amp);/g, (e) => ENTITIES[e]) : text;
    return plain(read);
}

function compareChoices(found, asked) {
    assert.equal(found.type, "MC");
    assert.equal(found.choices.length, asked.ask.options.length);
    found.choices.forEach((choice, index) => {
        const option = asked.ask.options[index];
        assert.equal(words(choice.formattedText), plain(option.text));
        assert.equal(choice.formattedFeedback ? words(choice.formattedFeedback) : "", plain(option.why ?? ""));
        assert.equal(choice.weight ?? (choice.isCorrect ? 100 : 0), asked.weights[index]);
    });
}

function comparePairs(found, asked) {
    assert.equal(found.type, "Matching");
    const bins = new Map(asked.ask.bins.map(({ id, text }) => [id, text]));
    const pairs = asked.ask.items.map(({ text, bin }) => [plain(text), bins.get(bin)]);
    assert.deepEqual(found.matchPairs.map((pair) => [words(pair.formattedSubquestion), pair.subanswer]), pairs);
}

function compareQuestion(found, asked) {
    assert.equal(plain(found.title), plain(asked.title));
    assert.equal(words(found.formattedStem), plain(asked.ask.prompt));
    if (asked.ask.options) {
        compareChoices(found, asked);
    } else if (asked.ask.items) {
        comparePairs(found, asked);
    } else {
        assert.equal(found.type, "Essay");
    }
}

// gift-pegjs 2.0.0-beta.1 takes // after a format for a comment, and an arrow in the first answer of a choice for a pair.
const withoutMisread = (text) => text.replace(/^[\s*]*\/{2,}/, "/").replace(/->/g, "- >");

test("what gift-pegjs misreads it still does", () => {
    assert.equal(parse("[html]/ a {}\n").length, 1);
    assert.throws(() => parse("[html]// a {}\n"));
    assert.equal(parse("a {=b - > c#d ~e}\n")[0].type, "MC");
    assert.throws(() => parse("a {=b -> c#d ~e}\n"));
});

test("random cases are found as they were drawn", () => {
    for (let seed = 1; seed <= CASES; seed++) {
        const { model, questions } = drawQuiz(seed, withoutMisread);
        const gift = exportGift(model);
        try {
            const found = parse(gift).filter(({ type }) => type !== "Category");
            assert.equal(found.length, questions.length);
            found.forEach((question, index) => compareQuestion(question, questions[index]));
        } catch (error) {
            error.message = `seed ${seed}: ${error.message}\n${gift}`;
            throw error;
        }
    }
});
