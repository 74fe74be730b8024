#!/usr/bin/env bash
# BEHAVIOUR: @learninglocker/xapi-validation 3.0.0 refuses statements that xAPI 1.0.3 allows. A context activity that stands
# alone ("grouping": {…}, which Data 2.4.6.2 allows beside a list, and asks a store to accept and give back as a list) is a
# fault, in each of the four kinds. A duration may have a fraction in its seconds only: PT0.5H and P0.5Y, ISO 8601's fraction
# of the smallest part that is given, and PT1,5S, its other decimal sign, are faults, as is a leap second (23:59:60Z). On the
# other side it takes what is no moment: a day that is not there (2026-02-29T…), a date without a time, P1DT. Who writes for
# stores that check with it puts a single activity into a list, and counts durations in seconds.
# Exit status: 0 = behaves as described, 1 = behaviour changed, 2 = could not run.
set -u
VERSION=3.0.0
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 2
printf '{"private":true}\n' >package.json
timeout 240 npm install --silent --no-audit --no-fund --ignore-scripts "@learninglocker/xapi-validation@$VERSION" >/dev/null 2>npm.log || { cat npm.log; exit 2; }
cat >t.cjs <<'JS'
const name = '@learninglocker/xapi-validation';
const validate = require(name).default;
console.log(`node ${process.version}, ${name} ${require(`./node_modules/${name}/package.json`).version}`);
let ok = true;
function expect(takes, what, more) {
  const warnings = validate({
    actor: { account: { homePage: 'https://place.example', name: 'a' } },
    verb: { id: 'https://place.example/answered' },
    object: { id: 'https://place.example/case' },
    ...more,
  });
  console.log(`${what}: ${warnings.length === 0 ? 'taken' : `refused at ${warnings[0].path.join('.')}`}`);
  ok = ok && (warnings.length === 0) === takes;
}
const activity = { id: 'https://place.example/group' };
for (const kind of ['parent', 'grouping', 'category', 'other']) {
  expect(false, `${kind} alone`, { context: { contextActivities: { [kind]: activity } } });
  expect(true, `${kind} in a list`, { context: { contextActivities: { [kind]: [activity] } } });
}
for (const duration of ['PT0.5H', 'P0.5Y', 'PT1,5S']) expect(false, duration, { result: { duration } });
for (const duration of ['PT1.5S', 'PT30M', 'P2W', 'P1DT']) expect(true, duration, { result: { duration } });
expect(false, '2016-12-31T23:59:60Z', { timestamp: '2016-12-31T23:59:60Z' });
for (const timestamp of ['2026-02-28T08:00:00Z', '2026-02-29T08:00:00Z', '2026-02-28']) expect(true, timestamp, { timestamp });
console.log(ok ? 'AS DESCRIBED: a single context activity and most fractions are refused.' : 'CHANGED: it takes or refuses something else now.');
process.exit(ok ? 0 : 1);
JS
timeout 60 node t.cjs
