#!/usr/bin/env bash
# BEHAVIOUR: parseTwee of extwee 2.3.18 raises "Malformed passage header!" for a story in which a passage has no line of its
# own: a header that another header follows on the next line, or that ends the file without a line feed. Twee 3 asks for no
# text (an ending that is still to be written has none); with one empty line after the header the same passage is read, and
# its text is "". Of two passages of the same name it keeps the first, with a warning alone. A writer of Twee
# for it puts an empty line after each header without a text, and a line feed at the end.
# Exit status: 0 = behaves as described, 1 = behaviour changed, 2 = could not run.
set -u
VERSION=2.3.18
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 2
printf '{"private":true}\n' >package.json
timeout 240 npm install --silent --no-audit --no-fund --ignore-scripts "extwee@$VERSION" >/dev/null 2>npm.log || { cat npm.log; exit 2; }
cat >t.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parseTwee } from 'extwee';
console.log(`node ${process.version}, extwee ${JSON.parse(readFileSync('node_modules/extwee/package.json')).version}`);
const head = ':: StoryTitle\nT\n\n:: StoryData\n{"ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC"}\n\n';
const read = (twee) => {
  try {
    return parseTwee(head + twee).passages.map((passage) => `${passage.name}=${passage.text}`).join('|');
  } catch (error) {
    return error.message;
  }
};
const WANT = [
  [':: A\n:: B\nb\n', 'Malformed passage header!'],
  [':: B\nb\n\n:: A', 'Malformed passage header!'],
  [':: A\n\n:: B\nb\n', 'A=|B=b'],
  [':: B\nb\n\n:: A\n', 'B=b|A='],
  [':: A\na\n:: B\nb', 'A=a|B=b'],
  [':: A\none\n\n:: A\ntwo\n', 'A=one'],
];
let ok = true;
for (const [twee, want] of WANT) {
  const got = read(twee);
  console.log(`${JSON.stringify(twee)} -> ${got}`);
  ok = ok && got === want;
}
console.log(ok ? 'AS DESCRIBED: a header without a line after it is refused.' : 'CHANGED: such headers are read otherwise now.');
process.exit(ok ? 0 : 1);
JS
timeout 60 node t.mjs
