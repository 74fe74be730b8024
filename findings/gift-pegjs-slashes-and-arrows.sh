#!/usr/bin/env bash
# BEHAVIOUR: gift-pegjs 2.0.0-beta.1 takes two things for syntax that are text to Moodle. A text that begins with // is a
# comment, also behind [html] or ::a name::, on the same line: the question raises a SyntaxError, or loses that line where
# more of it follows. And -> in the first answer of a choice makes a pair of it when the answer begins with =, so that the
# next sign (~, = or #) raises; in any later answer, or in a first one that begins with ~, the same arrow is text. A
# backslash before the arrow does not help; one within it (-\>) is kept as text. A GIFT exporter whose files this library
# is to read leaves no // at the head of a text, and writes an answer with an arrow second, or "- >".
# Exit status: 0 = behaves as described, 1 = behaviour changed, 2 = could not run.
set -u
GIFT=2.0.0-beta.1
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 2
printf '{"private":true}\n' >package.json
timeout 240 npm install --silent --no-audit --no-fund --ignore-scripts "gift-pegjs@$GIFT" >/dev/null 2>npm.log || { cat npm.log; exit 2; }
cat >t.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parse } from 'gift-pegjs';
console.log(`node ${process.version}, gift-pegjs ${JSON.parse(readFileSync('node_modules/gift-pegjs/package.json', 'utf8')).version}`);
function read(source) {
  try {
    const [question] = parse(source);
    return [question.type, question.formattedStem.text, ...(question.choices ?? []).map((choice) => choice.formattedText.text)].join(' | ');
  } catch (error) {
    return error.name;
  }
}
const want = {
  '[html]/ a {}\n': 'Essay | / a',
  '[html]// a {}\n': 'SyntaxError',
  '::n::// a {}\n': 'SyntaxError',
  '[html]// a\nb {}\n': 'Essay | b',
  'x // a {}\n': 'Essay | x // a',
  'a {=b - > c ~e}\n': 'MC | a | b - > c | e',
  'a {=b -> c ~e}\n': 'SyntaxError',
  'a {=b -> c#d ~e}\n': 'SyntaxError',
  'a {=b \\-> c ~e}\n': 'SyntaxError',
  'a {=b -\\> c ~e}\n': 'MC | a | b -\\> c | e',
  'a {~b -> c =e}\n': 'MC | a | b -> c | e',
  'a {~e =b -> c}\n': 'MC | a | e | b -> c',
};
let ok = true;
for (const [source, wanted] of Object.entries(want)) {
  const got = read(source);
  console.log(`${JSON.stringify(source)} -> ${got}`);
  ok = ok && got === wanted;
}
console.log(ok ? 'AS DESCRIBED: // at the head of a text is a comment, and -> in a first answer a pair.' : 'CHANGED: // or -> is read differently now.');
process.exit(ok ? 0 : 1);
JS
timeout 60 node t.mjs
