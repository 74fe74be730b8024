// Writes engine/scenario/advance_table.c from a TrueType font:
//     node tools/advance/make_advance.mjs AtkinsonHyperlegibleNext_400Regular.ttf > engine/scenario/advance_table.c
// Run by hand, when the shipped font changes. Reads the tables `head`, `hhea`, `hmtx` and `cmap` (format 4) alone.
import { readFileSync } from "node:fs";
import { basename } from "node:path";

const LATIN_END = 0x180; // Basic Latin, Latin-1 and Latin Extended-A
const EM = 1000;
const OTHERS = [
  0x2002, 0x2003, 0x2009, 0x200a, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2018, 0x2019, 0x201a, 0x201c, 0x201d,
  0x201e, 0x2020, 0x2022, 0x2026, 0x202f, 0x2030, 0x2032, 0x2033, 0x2039, 0x203a, 0x20ac, 0x2122, 0x2190, 0x2191, 0x2192,
  0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265,
];

const path = process.argv[2];
const font = readFileSync(path);

function findTable(tag) {
  for (let i = 0, count = font.readUInt16BE(4); i < count; i++) {
    const at = 12 + 16 * i;
    if (font.toString("latin1", at, at + 4) === tag) {
      return font.readUInt32BE(at + 8);
    }
  }
  throw new Error(`the font has no table ${tag}`);
}

function findCharacterMap() {
  const cmap = findTable("cmap");
  for (let i = 0, count = font.readUInt16BE(cmap + 2); i < count; i++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + 8 * i);
    if (font.readUInt16BE(at) === 4) {
      return at;
    }
  }
  throw new Error("the font has no character map of format 4");
}

const map = findCharacterMap();
const segments = font.readUInt16BE(map + 6) / 2;

function findGlyph(code) {
  for (let i = 0; i < segments; i++) {
    const start = font.readUInt16BE(map + 16 + 2 * (segments + i));
    if (code > font.readUInt16BE(map + 14 + 2 * i)) {
      continue;
    }
    if (code < start) {
      return 0;
    }
    const delta = font.readUInt16BE(map + 16 + 2 * (2 * segments + i));
    const rangeAt = map + 16 + 2 * (3 * segments + i);
    const range = font.readUInt16BE(rangeAt);
    const glyph = range === 0 ? code : font.readUInt16BE(rangeAt + range + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

const unitsPerEm = font.readUInt16BE(findTable("head") + 18);
const metricsCount = font.readUInt16BE(findTable("hhea") + 34);
const metrics = findTable("hmtx");

// In 1/1000 em; 0 when the font has no glyph.
function advanceOf(code) {
  const glyph = findGlyph(code);
  if (glyph === 0) {
    return 0;
  }
  const units = font.readUInt16BE(metrics + 4 * Math.min(glyph, metricsCount - 1));
  return Math.round((units * EM) / unitsPerEm);
}

// What is drawn although the font lacks it: U+202F as half a space (HarfBuzz), U+2011 as a hyphen.
function drawnAdvanceOf(code) {
  const advance = advanceOf(code);
  if (advance !== 0 || code < 0x20) {
    return advance;
  }
  return code === 0x202f ? Math.round(advanceOf(0x20) / 2) : code === 0x2011 ? advanceOf(0x2d) : 0;
}

const rows = [];
for (let code = 0; code < LATIN_END; code += 16) {
  const row = Array.from({ length: 16 }, (_, i) => String(drawnAdvanceOf(code + i)).padStart(4));
  rows.push(`    ${row.join(",")},`);
}

// Of the characters that begin with a byte of UTF-8, the widest; what the font lacks counts as an em (advance.c).
function widestBegunBy(byte) {
  if (byte < 0x80) {
    return drawnAdvanceOf(byte);
  }
  if (byte < 0xc0) {
    return 0; // goes on with one
  }
  const latin = Array.from({ length: 0x40 }, (_, i) => (byte & 0x1f) * 0x40 + i).filter((code) => code < LATIN_END);
  if (byte < 0xe0 && latin.length > 0) {
    return Math.max(...latin.map((code) => drawnAdvanceOf(code) || EM));
  }
  return Math.max(EM, ...OTHERS.filter((code) => Buffer.from(String.fromCodePoint(code))[0] === byte).map(drawnAdvanceOf));
}

const begun = [];
for (let byte = 0; byte < 0x100; byte += 16) {
  const row = Array.from({ length: 16 }, (_, i) => String(widestBegunBy(byte + i)).padStart(4));
  begun.push(`    ${row.join(",")},`);
}
const others = OTHERS.map((code) => [code, drawnAdvanceOf(code)])
  .filter(([, advance]) => advance !== 0)
  .map(([code, advance]) => `    {0x${code.toString(16).toUpperCase()}, ${advance}},`);

process.stdout.write(`// Made by tools/advance/make_advance.mjs from ${basename(path)}
// (Atkinson Hyperlegible Next, OFL). Do not edit.
#include "scenario/advance_table.h"

// clang-format off
const uint16_t ADVANCE_LATIN[ADVANCE_LATIN_COUNT] = {
${rows.join("\n")}
};

const uint16_t ADVANCE_BEGUN[ADVANCE_BYTES] = {
${begun.join("\n")}
};

const AdvanceOther ADVANCE_OTHERS[] = {
${others.join("\n")}
};
// clang-format on

const int32_t ADVANCE_OTHER_COUNT = (int32_t)(sizeof ADVANCE_OTHERS / sizeof ADVANCE_OTHERS[0]);
`);
