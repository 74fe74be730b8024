// A bank of questions as a trainer writes it in GIFT: each kind, with names, feedback, weights and signs that are protected.
import { drawAnswer, drawLabel, drawLine, drawWhy } from "./words.mjs";

const protect = (text) => text.replace(/[\\~=#{}:]/g, "\\$&").replace(/\n/g, "\\n");

function answersOf(random, count) {
    return Array.from({ length: count }, () => protect(drawAnswer(random.pick)));
}

function choice(random) {
    const right = random.below(4);
    const lines = answersOf(random, 4).map((text, i) => `\t${i === right ? "=" : "~"}${text}#${protect(drawWhy(random.pick))}`);
    return `{\n${lines.join("\n")}\n\t####${protect(drawWhy(random.pick))}\n}`;
}

function several(random) {
    const weights = ["50", "50", "-50", "-50"];
    return `{\n${answersOf(random, 4).map((text, i) => `\t~%${weights[i]}%${text}`).join("\n")}\n}`;
}

const match = () => "{\n\t=allocation logement -> CAF\n\t=carte Vitale -> CPAM\n\t=inscription -> France Travail\n}";
const short = (random) => `{=${protect(drawLabel(random.pick))} =%50%${protect(drawLabel(random.pick))}}`;
const number = (random) => `{#${random.below(90)}:${random.pick(["0.5", "1", "2"])}}`;
const truth = (random) => `{${random.pick(["T", "F"])}#${protect(drawWhy(random.pick))}#${protect(drawWhy(random.pick))}}`;

export function quizText(random, count) {
    const kinds = [choice, choice, choice, several, match, short, number, truth, () => "{}"];
    const questions = Array.from({ length: count }, (_, index) => {
        const name = `Question ${index + 1}`;
        return `::${name}::${protect(drawLine(random.pick))} ${random.pick(kinds)(random)}\n`;
    });
    return questions.join("\n");
}
