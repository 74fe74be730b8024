// Writes engine/scenario/coverage_table.c from the shipped fonts:
//     node tools/advance/make_coverage.mjs assets/fonts > engine/scenario/coverage_table.c
// Run by hand, when they change. Reads of each its table `cmap` (formats 4 and 12) alone.
import { readFileSync } from "node:fs";
import { join } from "node:path";

// By face, the chain in which a character is looked for.
const CHAINS = [
  ["AtkinsonHyperlegibleNext-Regular", "Andika-Regular", "DejaVuSans"],
  ["AtkinsonHyperlegibleNext-Bold", "Andika-Bold", "DejaVuSans-Bold", "DejaVuSans"],
  ["AtkinsonHyperlegibleNext-Italic", "Andika-Italic", "DejaVuSans"],
  ["AtkinsonHyperlegibleNext-BoldItalic", "Andika-BoldItalic", "DejaVuSans-Bold", "DejaVuSans"],
];
const LATIN_END = 0x180; // all of it is drawn
const LAST = 0x1ffff;

function addSegments(font, at, codes) {
  const segments = font.readUInt16BE(at + 6) / 2;
  for (let i = 0; i < segments; i++) {
    const end = font.readUInt16BE(at + 14 + 2 * i);
    const start = font.readUInt16BE(at + 16 + 2 * (segments + i));
    const delta = font.readUInt16BE(at + 16 + 2 * (2 * segments + i));
    const rangeAt = at + 16 + 2 * (3 * segments + i);
    const range = font.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = range === 0 ? code : font.readUInt16BE(rangeAt + range + 2 * (code - start));
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) {
        codes.add(code);
      }
    }
  }
}

function addGroups(font, at, codes) {
  for (let i = 0, count = font.readUInt32BE(at + 12); i < count; i++) {
    const group = at + 16 + 12 * i;
    for (let code = font.readUInt32BE(group); code <= font.readUInt32BE(group + 4); code++) {
      codes.add(code);
    }
  }
}

function addCovered(path, codes) {
  const font = readFileSync(path);
  let cmap = 0;
  for (let i = 0, count = font.readUInt16BE(4); i < count; i++) {
    const row = 12 + 16 * i;
    cmap = font.toString("latin1", row, row + 4) === "cmap" ? font.readUInt32BE(row + 8) : cmap;
  }
  for (let i = 0, count = font.readUInt16BE(cmap + 2); i < count; i++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + 8 * i);
    const format = font.readUInt16BE(at);
    if (format === 4) {
      addSegments(font, at, codes);
    } else if (format === 12) {
      addGroups(font, at, codes);
    }
  }
}

const faces = CHAINS.map((chain) => {
  const codes = new Set();
  for (const name of chain) {
    addCovered(join(process.argv[2], `${name}.ttf`), codes);
  }
  return codes;
});

const ranges = [];
for (let code = LATIN_END; code <= LAST; code++) {
  if (faces.every((codes) => codes.has(code))) {
    const last = ranges[ranges.length - 1];
    if (last && last[1] === code - 1) {
      last[1] = code;
    } else {
      ranges.push([code, code]);
    }
  }
}

const rows = ranges.map(([first, last]) => `    {0x${first.toString(16).toUpperCase()}, 0x${last.toString(16).toUpperCase()}},`);
console.log(`// Made by tools/advance/make_coverage.mjs from the fonts in assets/fonts. Do not edit.
#include "scenario/coverage_table.h"

// clang-format off
const CoverageRange COVERAGE[] = {
${rows.join("\n")}
};
// clang-format on

const int32_t COVERAGE_COUNT = sizeof COVERAGE / sizeof *COVERAGE;`);
