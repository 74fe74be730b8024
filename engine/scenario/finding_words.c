#include "scenario/finding_words.h"

// The order of the sentences of one code is that of its variants in findings.h.
#define KIND(code, severity, words) \
    { S_INIT(code), severity, words, COUNT(words) }

static const FindingWords NOT_UTF8[] = {
    {TR_INIT("The file is not written in UTF-8: a byte here fits no character."),
     TR_INIT("Save the file again as UTF-8 (in most editors: Save as, encoding UTF-8).")},
};
static const FindingWords BOM[] = {
    {TR_INIT("The file begins with a byte order mark."),
     TR_INIT("Save it as UTF-8 without BOM; it is read all the same.")},
};
static const FindingWords TOO_LARGE[] = {
    {TR_INIT("The file is larger than 16 MiB."),
     TR_INIT("Split the case in several, or take out what does not belong to it.")},
};
static const FindingWords BAD_JSON[] = {
    {TR_INIT("The JSON breaks off here: {0} ({1})."),
     TR_INIT(
         "Look at this place and just before it: a comma, a quotation mark or a bracket is often missing or too many.")},
    {TR_INIT("The file is empty."),
     TR_INIT("It was perhaps not downloaded or copied to its end, or lost: ask for it again. Of a file that Palabre "
             "saved, the version before stands beside it, with ~ at the end of its name.")},
    {TR_INIT("The file ends in the middle: {0} is still to come."),
     TR_INIT("Ask for the file again if its copy was cut short; else close here what is open.")},
    {TR_INIT("A character that cannot be seen stands here: {0} ({1})."),
     TR_INIT("Remove it, or write an ordinary space. Inside a text, between its quotation marks, it may stand.")},
    {TR_INIT("{0} ({1}) is a quotation mark of a word processor."),
     TR_INIT("Write the straight one, \" (U+0022), before and after each key and each text. Inside a text, others may "
             "stand.")},
    {TR_INIT("{0} ({1}) is a single quotation mark."),
     TR_INIT("Write the double straight one, \" (U+0022), before and after each key and each text.")},
    {TR_INIT("A comment begins here with {0}, and JSON has none."),
     TR_INIT("Remove it, or keep it under a key of your own: \"x-notes\": \"…\".")},
    {TR_INIT("A line ends inside a text."),
     TR_INIT("Write \\n where a line is to end in the text, and go on in the same line of the file; or close the text "
             "with \" if its quotation mark is missing.")},
    {TR_INIT("Inside a text stands a character that must be written otherwise: {0} ({1})."),
     TR_INIT("Remove it; for a tab, write \\t or a space.")},
    {TR_INIT("{0} says nothing in a text: a backslash there announces a special sign."),
     TR_INIT("For a backslash itself, as in the path of a file, write it twice: \"C:\\\\Documents\".")},
    {TR_INIT("The text ends before “{0}”: a quotation mark stands inside it."),
     TR_INIT("For a quotation mark inside a text write \\\", or « » or “ ”. If the text does end there, a comma is "
             "missing.")},
    {TR_INIT("A comma is missing before “{0}”."), TR_INIT("Write a comma between two members or two elements.")},
    {TR_INIT("There is a comma too many before “{0}”."),
     TR_INIT("Remove that comma: none stands after the last element, and never two in a row.")},
    {TR_INIT("A colon is missing: after a key stands “{0}”."),
     TR_INIT("Write key, colon and value: \"title\": \"…\".")},
    {TR_INIT("The value is missing before “{0}”."), TR_INIT("Write a value after the colon, or remove the key.")},
    {TR_INIT("A key between quotation marks must stand here, not “{0}”."),
     TR_INIT(
         "Write \" before and after the key. If this was the end of a number: numbers are whole, without a comma.")},
    {TR_INIT("“{0}” stands here without quotation marks."),
     TR_INIT("Write \" before and after a text; without them stand only numbers, true, false and null.")},
    {TR_INIT("What is open here is closed by {0}, and by nothing else."),
     TR_INIT("Look for the bracket or brace that was forgotten before, or is too many here.")},
    {TR_INIT("The file does not begin as a case does: it begins with “{0}”."),
     TR_INIT("A case is a text file that begins with {. Check that it is the right file, saved as plain text.")},
};
static const FindingWords TRAILING_TEXT[] = {
    {TR_INIT("Something follows the end of the case: {0} ({1})."),
     TR_INIT("Remove what stands after the last closing brace; or a brace closes too early before.")},
};
static const FindingWords TOO_DEEP[] = {
    {TR_INIT("Lists and objects are nested more than 64 deep here."),
     TR_INIT("No case needs this depth: look for brackets that were never closed.")},
};
static const FindingWords DUPLICATE_KEY[] = {
    {TR_INIT("The key “{0}” stands twice in the same object."),
     TR_INIT("Keep one of the two; only one could be read.")},
};
static const FindingWords BAD_NUMBER[] = {
    {TR_INIT("“{0}” is not a whole number that can be read."),
     TR_INIT("Write a whole number without decimals, exponent or leading zero.")},
};
static const FindingWords NUL_IN_TEXT[] = {
    {TR_INIT("A text holds the character NUL."), TR_INIT("Remove it: texts would be cut there.")},
};
static const FindingWords LONE_SURROGATE[] = {
    {TR_INIT("“{0}” is half of a character."), TR_INIT("Write the character itself, or both halves of its escape.")},
};
static const FindingWords MISSING_KEY[] = {
    {TR_INIT("The key “{0}” is missing."), TR_INIT("Add it: it is required here.")},
};
static const FindingWords UNKNOWN_KEY[] = {
    {TR_INIT("“{0}” is not a key that is known here."),
     TR_INIT("Remove it, or let its name begin with “x-” to keep it without meaning.")},
    {TR_INIT("“{0}” is not a key that is known here."), TR_INIT("Did you mean “{1}”?")},
};
static const FindingWords WRONG_TYPE[] = {
    {TR_INIT("Expected here: {0}; found: {1}."), TR_INIT("Replace the value by one of the expected kind.")},
};
static const FindingWords BAD_VALUE[] = {
    {TR_INIT("The number must lie between {0} and {1}."), TR_INIT("Choose a value between these two.")},
    {TR_INIT("“{0}” cannot be an identifier here."),
     TR_INIT("Use 1 to 64 small letters without accent, digits and hyphens.")},
    {TR_INIT("“{0}” cannot be a name here."),
     TR_INIT("Use up to 32 small letters without accent, digits and “_”, beginning with a letter.")},
    {TR_INIT("This word is not one of those that are known here."), TR_INIT("Write one of these: {0}.")},
    {TR_INIT("The text is empty."), TR_INIT("Write something, or remove the key.")},
    {TR_INIT("“{0}” is not a date."), TR_INIT("Write year, month and day, as in 2027-06-30.")},
    {TR_INIT("“{0}” is not the code of a language."), TR_INIT("Write a code such as fr, en or fr-CA.")},
    {TR_INIT("There are too few elements: at least {0} are needed."), TR_INIT("Add what is missing.")},
    {TR_INIT("A mark of 0 says nothing."),
     TR_INIT("Remove it: a competency that is not written is not concerned. Or give −2, −1, 1 or 2.")},
    {TR_INIT("“{0}” is a word with a meaning of its own in cases."), TR_INIT("Choose another name.")},
    {TR_INIT("A scene goes on, asks, or ends: exactly one of “next”, “ask” and “ending”."),
     TR_INIT("Keep one of the three.")},
    {TR_INIT("The last way out has a condition: none may hold."), TR_INIT("Add a last way without “if”.")},
    {TR_INIT("This way out has no condition, so those after it are never taken."),
     TR_INIT("Give it an “if”, or make it the last.")},
    {TR_INIT("“min” must lie below “max”, and “start” between the two."), TR_INIT("Correct the three numbers.")},
    {TR_INIT("The bands do not rise."), TR_INIT("Order them by “to”, each higher than the one before.")},
    {TR_INIT("The bands of a share must fall, end at 0, and need something keyed."),
     TR_INIT("Order them from the highest “from” down to 0, and give the items a key.")},
    {TR_INIT("A latch needs both “on” and “off”."), TR_INIT("Add the condition that is missing.")},
    {TR_INIT("“{0}” is a latch: conditions move it, answers cannot."),
     TR_INIT("Remove it here, or make it a plain fact.")},
    {TR_INIT("The key does not hold every item exactly once."),
     TR_INIT("Write each item once; those of equal rank together in a list.")},
    {TR_INIT("“{0}” is a level that the scale does not have."),
     TR_INIT("Levels count from 0, in the order of the labels.")},
    {TR_INIT("An item has a key although the decision has a panel."),
     TR_INIT("Keep the key or the panel: one of them says what is compared.")},
    {TR_INIT("“min” and “max” do not fit the number of options."),
     TR_INIT("Let “min” be at most “max”, and both at most the number of options.")},
    {TR_INIT("With own words a choice has at most five options."),
     TR_INIT("Remove an option: own words take the next letter.")},
    {TR_INIT("The option that silence gives has a condition."),
     TR_INIT("Remove its “if”: silence must always be possible.")},
    {TR_INIT("A private answer leaves no trace, so nothing may depend on it."),
     TR_INIT("Remove marks, effects, facts, rules, bands and ways of its own, or “private”.")},
    {TR_INIT("The panel’s answers do not add up to its number of people."), TR_INIT("Correct the counts, or “n”.")},
    {TR_INIT("The feedback is empty."), TR_INIT("Write at least one of “gives”, “costs”, “instead”.")},
    {TR_INIT("The last scene of a quiz must be an ending."),
     TR_INIT("Add “ending” to it, or a last scene that has one.")},
    {TR_INIT("This theme is not one of the shared themes."),
     TR_INIT("Choose one of the themes of the library (see the list of themes).")},
};
static const FindingWords TOO_MANY[] = {
    {TR_INIT("There are {1} elements here: at most {0} can be read."), TR_INIT("Remove some.")},
};
static const FindingWords TOO_LONG[] = {
    {TR_INIT("The text is longer than {0} characters."),
     TR_INIT("Shorten it, or split it over several lines or scenes.")},
};
static const FindingWords TEST_FILE[] = {
    {TR_INIT("This file holds tests of the case “{0}”; it is no case itself."),
     TR_INIT("palabre-cli test runs it. Nothing else of the file was read.")},
};
static const FindingWords NEWER_FORMAT[] = {
    {TR_INIT("The case is of format {0}, which this version does not know."),
     TR_INIT("Update Palabre, or ask the author for a case of format 1. Nothing else of the file was read.")},
};
static const FindingWords DUPLICATE_ID[] = {
    {TR_INIT("“{0}” is used twice."), TR_INIT("Give one of the two another id, and correct what refers to it.")},
};
static const FindingWords BROKEN_LINK[] = {
    {TR_INIT("There is no {1} “{0}”."), TR_INIT("Correct the name, or add what it should name.")},
};
static const FindingWords UNKNOWN_NAME[] = {
    {TR_INIT("Nothing here is named “{0}”."), TR_INIT("Declare it, or correct the name.")},
    {TR_INIT("Nothing here is named “{0}”."), TR_INIT("Did you mean “{1}”?")},
};
static const FindingWords BAD_CONDITION[] = {
    {TR_INIT("The condition cannot be read here: {0}."),
     TR_INIT("Conditions are written like: tension >= 65 and not seen(n04).")},
};
static const FindingWords BAD_PATTERN[] = {
    {TR_INIT("The pattern cannot be compiled: {0}."), TR_INIT("Correct the pattern at this place.")},
    {TR_INIT("A ligature stands in a class of the pattern."), TR_INIT("Write it outside the brackets, as (?:œ|oe).")},
    {TR_INIT("The pattern uses what is not allowed here: {0}."),
     TR_INIT("Write it without callouts, recursion or options at its start.")},
    {TR_INIT("Not every machine reads this in a pattern alike: {0}."),
     TR_INIT(
         "Give a repetition both its numbers and \\x its digits, write letters for \\p{Lu} and \\p{Ll}; leave out \\X, "
         "(?[ and the options a and r.")},
    {TR_INIT("The pattern is longer than {0} bytes."), TR_INIT("Split it over several patterns.")},
};
static const FindingWords EXAMPLE_FAILS[] = {
    {TR_INIT("The detector should find this example and does not: “{0}”."),
     TR_INIT("Correct the patterns, or the example.")},
    {TR_INIT("The detector should not find this example and does: “{0}”."),
     TR_INIT("Add what tells it apart under “unless”, or correct the example.")},
};
static const FindingWords DEAD_END[] = {
    {TR_INIT("After the answer “{0}” the story leads nowhere."),
     TR_INIT("Add “next” to the option or to the decision.")},
    {TR_INIT("After this decision the story leads nowhere."), TR_INIT("Add “next” to it.")},
    {TR_INIT("After an answer in one’s own words the story leads nowhere."),
     TR_INIT("Add “next” to “own_words” or to the decision.")},
    {TR_INIT("After an answer that reaches {0}% the story leads nowhere."),
     TR_INIT("Add “next” to the band or to the decision.")},
    {TR_INIT("After an answer under {0}% the story leads nowhere."),
     TR_INIT("Add “next” to the band or to the decision.")},
};
static const FindingWords NO_ENDING[] = {
    {TR_INIT("From the scene “{0}” no ending can be reached."), TR_INIT("Add a way that leads to an ending.")},
};
static const FindingWords NO_OPTION[] = {
    {TR_INIT("The decision of the scene “{0}” can be met without any answer being available."),
     TR_INIT("Let at least one option be without condition.")},
};
static const FindingWords AUTO_LOOP[] = {
    {TR_INIT("From the scene “{0}” scenes follow each other for ever without a decision."),
     TR_INIT("Put a decision or an ending on this way.")},
};
static const FindingWords UNREACHABLE_SCENE[] = {
    {TR_INIT("No walk reaches the scene “{0}”."), TR_INIT("Lead a way to it, or remove it.")},
};
static const FindingWords UNREACHABLE_OPTION[] = {
    {TR_INIT("No walk is ever offered the option “{0}”."), TR_INIT("Loosen its condition, or remove it.")},
};
static const FindingWords NEVER_TRUE[] = {
    {TR_INIT("The condition “{0}” never holds."), TR_INIT("Correct it, or remove what depends on it.")},
};
static const FindingWords ALWAYS_TRUE[] = {
    {TR_INIT("The condition “{0}” always holds."), TR_INIT("Correct it, or remove it.")},
};
static const FindingWords UNUSED_FACT[] = {
    {TR_INIT("The fact “{0}” is never read."), TR_INIT("Read it in a condition, or remove it.")},
    {TR_INIT("The fact “{0}” is never set."), TR_INIT("Set it somewhere, or remove it.")},
};
static const FindingWords UNUSED_CHARACTER[] = {
    {TR_INIT("The character “{0}” never appears."), TR_INIT("Let them appear, or remove them.")},
};
static const FindingWords GAUGE_NEVER_MOVES[] = {
    {TR_INIT("Nothing moves the gauge “{0}”."), TR_INIT("Give it effects, or remove it.")},
};
static const FindingWords COMPETENCY_UNMEASURED[] = {
    {TR_INIT("No answer marks the competency “{0}”."), TR_INIT("Mark it somewhere, or remove it from the case.")},
};
static const FindingWords NOT_WEIGHED[] = {
    {TR_INIT("This decision can be answered in too many different ways to be weighed: no profile counts it."),
     TR_INIT("Let fewer rules read single items, or ask for fewer items.")},
};
static const FindingWords MISSING_WHY[] = {
    {TR_INIT("The answer “{0}” comes without feedback."),
     TR_INIT("Say what it makes possible and what it costs, under “why”.")},
    {TR_INIT("This decision comes without feedback."), TR_INIT("Say what to take from it, under “why”.")},
    {TR_INIT("An answer in one’s own words comes without feedback."),
     TR_INIT("Say what to take from it, under “why”.")},
};
static const FindingWords ONE_WAY_CHOICE[] = {
    {TR_INIT("All options of this choice do the same."),
     TR_INIT("Let at least one lead elsewhere, move a gauge or mark a competency.")},
};
static const FindingWords DOMINANT_OPTION[] = {
    {TR_INIT("The option “{0}” is at least as good as all others on every competency."),
     TR_INIT("Let another option be better on something: there is no perfect answer.")},
};
static const FindingWords LONGEST_IS_BEST[] = {
    {TR_INIT("In {0} choices out of {1}, the best option is the longest."),
     TR_INIT("Shorten some best answers, lengthen some others: length should not give them away.")},
};
static const FindingWords POSITION_BIAS[] = {
    {TR_INIT("In {0} choices out of {1}, the best option stands in the same place ({2})."),
     TR_INIT("Vary the order of the options.")},
};
static const FindingWords ALWAYS_SAME_LETTER[] = {
    {TR_INIT("The best option is always the letter {0}."), TR_INIT("Vary the order of the options.")},
};
static const FindingWords HARD_TO_READ[] = {
    {TR_INIT("The line has {0} words; over {1} it is hard to follow."), TR_INIT("Split it in two lines.")},
    {TR_INIT("The feedback has {0} sentences; over {1} it is not read."), TR_INIT("Keep the three that matter.")},
};
static const FindingWords OVERFLOW[] = {
    {TR_INIT("The decision of the scene “{0}” does not fit the projected page."),
     TR_INIT("Shorten its options or the line before it, or split the scene in two.")},
    {TR_INIT("This text does not fit the projected page."),
     TR_INIT("Shorten it, or split it over several lines or scenes.")},
    {TR_INIT("“{0}” has no place to break: on the page that the room sees it is cut in the middle."),
     TR_INIT("Shorten it, or put spaces in it.")},
};
static const FindingWords SLOW_PATTERN[] = {
    {TR_INIT("The pattern is too costly: “{0}”."), TR_INIT("Bound its repetitions, as in {1} instead of *.")},
    {TR_INIT("The pattern is too costly: “{0}”."),
     TR_INIT("Shorten its repetitions, as in {2} instead of {1}, and write \\b before and after (…|…): "
             "every alternative is tried at every letter.")},
};
static const FindingWords PAST_REVIEW[] = {
    {TR_INIT("The source “{0}” was to be reviewed by {1}."), TR_INIT("Check the fact again, then give a new date.")},
};
static const FindingWords LOOKS_PERSONAL[] = {
    {TR_INIT("“{0}” looks like somebody’s real data."),
     TR_INIT("Replace it by something invented; telephone numbers that begin with 06 39 98 are kept for fiction.")},
};
static const FindingWords HTML_IN_TEXT[] = {
    {TR_INIT("“{0}” is HTML, and shows as it stands here: texts are plain."),
     TR_INIT("Write the sign itself; *emphasis* stands between stars, and a blank line begins a paragraph.")},
};
static const FindingWords NOT_DRAWN[] = {
    {TR_INIT("No font that comes with Palabre has “{0}” ({1}): it is seen only where the machine has one that does."),
     TR_INIT("Write it in Latin letters, or say in words what it shows.")},
    {TR_INIT("“{0}” ({1}) is written from right to left: the window sets it so, but many terminals do not."),
     TR_INIT(
         "Nothing need be done for the window; where the case is played in a terminal, write it in Latin letters.")},
};
static const FindingWords TYPOGRAPHY[] = {
    {TR_INIT("A narrow no-break space is missing before “{0}”."), TR_INIT("Run fmt --typography, or type U+202F.")},
    {TR_INIT("A narrow no-break space is missing after “«”."), TR_INIT("Run fmt --typography, or type U+202F.")},
    {TR_INIT("A straight apostrophe stands for ’."), TR_INIT("Run fmt --typography, or type ’.")},
    {TR_INIT("Straight quotation marks stand for « »."), TR_INIT("Replace them by « and ».")},
    {TR_INIT("“oe” stands for “œ”."), TR_INIT("Run fmt --typography, or type œ.")},
    {TR_INIT("Three full stops stand for “…”."), TR_INIT("Run fmt --typography, or type ….")},
};
static const FindingWords TO_COMPLETE[] = {
    {TR_INIT("“{0}” is still to be completed."),
     TR_INIT("The file that the case was made of does not tell it: write it yourself.")},
    {TR_INIT("{0} is still to be written."),
     TR_INIT("The template leaves it to you: put your own words in the place of the brackets.")},
};

const FindingKind FINDING_KINDS[FINDING_COUNT] = {
    [FINDING_NOT_UTF8] = KIND("not-utf8", SEVERITY_ERROR, NOT_UTF8),
    [FINDING_BOM] = KIND("bom", SEVERITY_WARNING, BOM),
    [FINDING_TOO_LARGE] = KIND("too-large", SEVERITY_ERROR, TOO_LARGE),
    [FINDING_BAD_JSON] = KIND("bad-json", SEVERITY_ERROR, BAD_JSON),
    [FINDING_TRAILING_TEXT] = KIND("trailing-text", SEVERITY_ERROR, TRAILING_TEXT),
    [FINDING_TOO_DEEP] = KIND("too-deep", SEVERITY_ERROR, TOO_DEEP),
    [FINDING_DUPLICATE_KEY] = KIND("duplicate-key", SEVERITY_ERROR, DUPLICATE_KEY),
    [FINDING_BAD_NUMBER] = KIND("bad-number", SEVERITY_ERROR, BAD_NUMBER),
    [FINDING_NUL_IN_TEXT] = KIND("nul-in-text", SEVERITY_ERROR, NUL_IN_TEXT),
    [FINDING_LONE_SURROGATE] = KIND("lone-surrogate", SEVERITY_ERROR, LONE_SURROGATE),
    [FINDING_MISSING_KEY] = KIND("missing-key", SEVERITY_ERROR, MISSING_KEY),
    [FINDING_UNKNOWN_KEY] = KIND("unknown-key", SEVERITY_ERROR, UNKNOWN_KEY),
    [FINDING_WRONG_TYPE] = KIND("wrong-type", SEVERITY_ERROR, WRONG_TYPE),
    [FINDING_BAD_VALUE] = KIND("bad-value", SEVERITY_ERROR, BAD_VALUE),
    [FINDING_TOO_MANY] = KIND("too-many", SEVERITY_ERROR, TOO_MANY),
    [FINDING_TOO_LONG] = KIND("too-long", SEVERITY_ERROR, TOO_LONG),
    [FINDING_TEST_FILE] = KIND("test-file", SEVERITY_ERROR, TEST_FILE),
    [FINDING_NEWER_FORMAT] = KIND("newer-format", SEVERITY_ERROR, NEWER_FORMAT),
    [FINDING_DUPLICATE_ID] = KIND("duplicate-id", SEVERITY_ERROR, DUPLICATE_ID),
    [FINDING_BROKEN_LINK] = KIND("broken-link", SEVERITY_ERROR, BROKEN_LINK),
    [FINDING_UNKNOWN_NAME] = KIND("unknown-name", SEVERITY_ERROR, UNKNOWN_NAME),
    [FINDING_BAD_CONDITION] = KIND("bad-condition", SEVERITY_ERROR, BAD_CONDITION),
    [FINDING_BAD_PATTERN] = KIND("bad-pattern", SEVERITY_ERROR, BAD_PATTERN),
    [FINDING_EXAMPLE_FAILS] = KIND("example-fails", SEVERITY_ERROR, EXAMPLE_FAILS),
    [FINDING_DEAD_END] = KIND("dead-end", SEVERITY_ERROR, DEAD_END),
    [FINDING_NO_ENDING] = KIND("no-ending", SEVERITY_ERROR, NO_ENDING),
    [FINDING_NO_OPTION] = KIND("no-option", SEVERITY_ERROR, NO_OPTION),
    [FINDING_AUTO_LOOP] = KIND("auto-loop", SEVERITY_ERROR, AUTO_LOOP),
    [FINDING_UNREACHABLE_SCENE] = KIND("unreachable-scene", SEVERITY_WARNING, UNREACHABLE_SCENE),
    [FINDING_UNREACHABLE_OPTION] = KIND("unreachable-option", SEVERITY_WARNING, UNREACHABLE_OPTION),
    [FINDING_NEVER_TRUE] = KIND("never-true", SEVERITY_WARNING, NEVER_TRUE),
    [FINDING_ALWAYS_TRUE] = KIND("always-true", SEVERITY_WARNING, ALWAYS_TRUE),
    [FINDING_UNUSED_FACT] = KIND("unused-fact", SEVERITY_WARNING, UNUSED_FACT),
    [FINDING_UNUSED_CHARACTER] = KIND("unused-character", SEVERITY_WARNING, UNUSED_CHARACTER),
    [FINDING_GAUGE_NEVER_MOVES] = KIND("gauge-never-moves", SEVERITY_WARNING, GAUGE_NEVER_MOVES),
    [FINDING_COMPETENCY_UNMEASURED] = KIND("competency-unmeasured", SEVERITY_WARNING, COMPETENCY_UNMEASURED),
    [FINDING_NOT_WEIGHED] = KIND("not-weighed", SEVERITY_WARNING, NOT_WEIGHED),
    [FINDING_MISSING_WHY] = KIND("missing-why", SEVERITY_WARNING, MISSING_WHY),
    [FINDING_ONE_WAY_CHOICE] = KIND("one-way-choice", SEVERITY_WARNING, ONE_WAY_CHOICE),
    [FINDING_DOMINANT_OPTION] = KIND("dominant-option", SEVERITY_WARNING, DOMINANT_OPTION),
    [FINDING_LONGEST_IS_BEST] = KIND("longest-is-best", SEVERITY_WARNING, LONGEST_IS_BEST),
    [FINDING_POSITION_BIAS] = KIND("position-bias", SEVERITY_WARNING, POSITION_BIAS),
    [FINDING_ALWAYS_SAME_LETTER] = KIND("always-same-letter", SEVERITY_WARNING, ALWAYS_SAME_LETTER),
    [FINDING_HARD_TO_READ] = KIND("hard-to-read", SEVERITY_WARNING, HARD_TO_READ),
    [FINDING_OVERFLOW] = KIND("overflow", SEVERITY_WARNING, OVERFLOW),
    [FINDING_SLOW_PATTERN] = KIND("slow-pattern", SEVERITY_WARNING, SLOW_PATTERN),
    [FINDING_PAST_REVIEW] = KIND("past-review", SEVERITY_WARNING, PAST_REVIEW),
    [FINDING_LOOKS_PERSONAL] = KIND("looks-personal", SEVERITY_WARNING, LOOKS_PERSONAL),
    [FINDING_HTML_IN_TEXT] = KIND("html-in-text", SEVERITY_WARNING, HTML_IN_TEXT),
    [FINDING_NOT_DRAWN] = KIND("not-drawn", SEVERITY_WARNING, NOT_DRAWN),
    [FINDING_TYPOGRAPHY] = KIND("typography", SEVERITY_WARNING, TYPOGRAPHY),
    [FINDING_TO_COMPLETE] = KIND("to-complete", SEVERITY_WARNING, TO_COMPLETE),
};
