#!/usr/bin/env bash
# BEHAVIOUR: in GIFT as Moodle 5.0 reads it (question/format/gift/format.php), the first feedback of a true-false question is
# for whoever answered wrongly and the second for whoever answered rightly, whatever the key. gift-pegjs 1.0.2 and
# 2.0.0-beta.1 call the first that of "true" and the second that of "false": right of {F#…#…}, the wrong way round of
# {T#…#…}, where who answered "true" is told the words for a mistake. And a lone numeric answer may not have a feedback
# ({#3#…}, {#3:0.5#…} and {#1..3#…} raise a SyntaxError), while the same answer behind = may ({#=3#…}); Moodle takes both.
# Who reads true-false questions through this library exchanges the two feedbacks where isTrue; who writes GIFT for it
# gives a numeric answer its =.
# Exit status: 0 = behaves as described, 1 = behaviour changed, 2 = could not run.
set -u
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 2
cat >t.mjs <<'JS'
import { readFileSync } from 'node:fs';
import * as gift from 'gift-pegjs';
console.log(`node ${process.version}, gift-pegjs ${JSON.parse(readFileSync('node_modules/gift-pegjs/package.json', 'utf8')).version}`);
const parse = gift.parse ?? gift.default.parse;
function read(source) {
  try {
    const [question] = parse(source);
    const [onTrue, onFalse] = ['true', 'false'].map((which) => question[`${which}FormattedFeedback`] ?? question[`${which}Feedback`]);
    const feedback = question.choices?.[0].formattedFeedback ?? question.choices?.[0].feedback;
    return question.type === 'TF' ? `key ${question.isTrue}, true: ${onTrue?.text}, false: ${onFalse?.text}` : `${question.type}, ${feedback?.text}`;
  } catch (error) {
    return error.name;
  }
}
const want = {
  'x {T#wrong#right}\n': 'key true, true: wrong, false: right',
  'x {F#wrong#right}\n': 'key false, true: wrong, false: right',
  'x {T#wrong}\n': 'key true, true: wrong, false: undefined',
  'x {#=3#said}\n': 'Numerical, said',
  'x {#3#said}\n': 'SyntaxError',
  'x {#3:0.5#said}\n': 'SyntaxError',
  'x {#1..3#said}\n': 'SyntaxError',
};
let ok = true;
for (const [source, wanted] of Object.entries(want)) {
  const got = read(source);
  console.log(`  ${JSON.stringify(source)} -> ${got}`);
  ok = ok && got === wanted;
}
process.exit(ok ? 0 : 1);
JS
status=0
for version in 1.0.2 2.0.0-beta.1; do
  rm -rf node_modules package-lock.json
  printf '{"private":true}\n' >package.json
  timeout 240 npm install --silent --no-audit --no-fund --ignore-scripts "gift-pegjs@$version" >/dev/null 2>npm.log || { cat npm.log; exit 2; }
  timeout 60 node t.mjs || status=1
done
[ $status = 0 ] && echo 'AS DESCRIBED: the first feedback is called that of "true", and a lone number has none.' || echo 'CHANGED: feedback is read differently now.'
exit $status
