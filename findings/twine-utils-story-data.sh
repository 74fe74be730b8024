#!/usr/bin/env bash
# BEHAVIOUR: Story.fromTwee of twine-utils 3.1.0, asked for Twee 3, keeps StoryTitle and StoryData as passages of the story.
# The first gets the title for its name, so that it takes the name of a passage that is called as the story is; the story
# itself has no name. What StoryData holds (ifid, format, start) is assigned to the class Story, not to the story: each
# story that is read overwrites what the last one left there, no story has a format, and toHTML() writes startnode="0",
# which is no passage. Whoever converts Twee to HTML with it sets the attributes, and takes both passages out, by hand.
# The index of the package cannot be loaded without a compiled module (of platform-folders, to look for Twine's folders);
# dist/cjs/story.js alone can.
# Exit status: 0 = behaves as described, 1 = behaviour changed, 2 = could not run.
set -u
TWINE=3.1.0
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 2
printf '{"private":true}\n' >package.json
timeout 240 npm install --silent --no-audit --no-fund --ignore-scripts "twine-utils@$TWINE" >/dev/null 2>npm.log || { cat npm.log; exit 2; }
cat >t.cjs <<'JS'
const { Story } = require('./node_modules/twine-utils/dist/cjs/story.js');
console.log(`node ${process.version}, twine-utils ${require('./node_modules/twine-utils/package.json').version}`);
const twee = (title, format) => `:: StoryTitle\n${title}\n\n:: StoryData\n{"ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC", "format": "${format}", "start": "B"}\n\n:: A\n[[B]]\n\n:: B\nb\n`;
const story = Story.fromTwee(twee('Un', 'Harlowe'), 3);
const got = { names: story.passages.map((passage) => passage.attributes.name).join(', '), name: story.attributes.name, format: story.attributes.format, ofClass: Story.format };
got.start = /startnode="[^"]*"/.exec(story.toHTML())?.[0];
Story.fromTwee(twee('Deux', 'SugarCube'), 3);
got.ofClassAfterAnother = Story.format;
try {
  require('twine-utils');
  got.index = 'loads';
} catch (error) {
  got.index = error.message.split('\n')[0];
}
const want = { names: 'Un, StoryData, A, B', name: undefined, format: undefined, ofClass: 'Harlowe', start: 'startnode="0"', ofClassAfterAnother: 'SugarCube', index: 'Could not locate the bindings file. Tried:' };
console.log(got);
const ok = Object.keys(want).every((key) => got[key] === want[key]);
console.log(ok ? 'AS DESCRIBED: StoryTitle and StoryData stay passages, and what the latter says goes to the class.' : 'CHANGED: StoryTitle or StoryData is read differently now.');
process.exit(ok ? 0 : 1);
JS
timeout 60 node t.cjs
