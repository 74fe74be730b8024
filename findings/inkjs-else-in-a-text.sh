#!/usr/bin/env bash
# BEHAVIOUR: the compiler of inkjs 2.4.0 warns of a line of text that begins with "else:" within a condition, and no
# backslash quiets it: not before the word, the colon or each letter, nor glue or an empty value ({""}) before it, for what
# it looks at is the text that came of them. The story says the line rightly all the same. Outside of a condition there is
# no warning, nor for "else :" or "Else:"; a backslash and a blank (\ else:) quiet it too, and the line is said without the
# blank. An exporter that takes a warning for a fault writes "\ else:".
# Exit status: 0 = behaves as described, 1 = behaviour changed, 2 = could not run.
set -u
INK=2.4.0
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 2
printf '{"private":true}\n' >package.json
timeout 240 npm install --silent --no-audit --no-fund --ignore-scripts "inkjs@$INK" >/dev/null 2>npm.log || { cat npm.log; exit 2; }
cat >t.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Compiler, CompilerOptions } from 'inkjs/full';
console.log(`node ${process.version}, inkjs ${JSON.parse(readFileSync('node_modules/inkjs/package.json', 'utf8')).version}`);
function compile(body) {
  let warnings = 0;
  const warn = (message) => { warnings += /^WARNING: .*Saw the text 'else:'/.test(message); };
  const story = new Compiler(`-> a\n=== a\n${body}\n-> END\n`, new CompilerOptions(null, [], true, warn)).Compile();
  return { said: story.ContinueMaximally(), warnings };
}
const within = (text) => `{ 1:\n    ${text}\n}`;
const cases = [
  ...['else: x', '\\else: x', 'else\\: x', '\\e\\l\\s\\e\\: x', '<>else: x', '{""}else: x'].map((text) => [within(text), 'else: x\n', 1]),
  ['else: x', 'else: x\n', 0],
  [within('\\ else: x'), 'else: x\n', 0],
  [within('else : x'), 'else : x\n', 0],
  [within('Else: x'), 'Else: x\n', 0],
];
let ok = true;
for (const [body, said, warnings] of cases) {
  const got = compile(body);
  console.log(`${JSON.stringify(body)} -> ${JSON.stringify(got.said)}, ${got.warnings} warning(s)`);
  ok = ok && got.said === said && got.warnings === warnings;
}
console.log(ok ? 'AS DESCRIBED: within a condition "else:" is warned of, however it is escaped, but for a blank before it.' : 'CHANGED: "else:" in a text is met differently now.');
process.exit(ok ? 0 : 1);
JS
timeout 60 node t.mjs
