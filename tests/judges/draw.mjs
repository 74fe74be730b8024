// What random cases and walks are drawn with: the same seed, the same draws.
export function makeRandom(seed) {
    let state = seed * 2654435761 + 1;
    const next = () => {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return state >>> 0;
    };
    for (let i = 0; i < 8; i++) {
        next();
    }
    return {
        below: (limit) => next() % limit,
        pick: (list) => list[next() % list.length],
        happens: (percent) => next() % 100 < percent,
        between: (least, most) => least + (next() % (most - least + 1)),
    };
}

// Every sign that means something to ink, Twee or HTML, and what French needs.
const PIECES = [
    "mot", "Élève", "œuvre", "à", "l’accueil", "«\u202fbonjour\u202f»", "dit\u202f: oui\u202f!", "12\u202f000", "{", "}", "[",
    "]", "[[", "]]", "(", ")", "|", "#", "\\", "->", "<-", "<>", "//", "/*", "*/", "~", "=", "==", "===", "+", "-", "*", "!",
    "$", "@", "&", "&amp;", "<b>", "\"", "'", "''", "^", "%", ":", "::", "TODO:", "VAR", "else:", "http://a.fr", "…", "–", "`",
];

export function drawText(random, most, without = []) {
    const pieces = PIECES.filter((piece) => !without.some((sign) => piece.includes(sign)));
    const count = random.between(1, most);
    const text = Array.from({ length: count }, () => random.pick(pieces)).join(random.happens(70) ? " " : "");
    return /\S/.test(text) ? text : "mot";
}
