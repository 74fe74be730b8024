#include "editor/form_words.h"

#include "base/catalog.h"

static const Str KINDS[] = {TR_INIT("a situation"), TR_INIT("a quiz: each scene goes on to the next one")};
static const Str STANCES[] = {TR_INIT("recommended"), TR_INIT("defensible"), TR_INIT("risky")};
static const Str ATTITUDES[] = {TR_INIT("evaluation"), TR_INIT("interpretation"), TR_INIT("support"),
                                TR_INIT("enquiry"),    TR_INIT("solution"),       TR_INIT("understanding")};
static const Str TONES[] = {TR_INIT("good"), TR_INIT("mixed"), TR_INIT("hard")};
static const Str STEPS[] = {TR_INIT("a step not to be missed"), TR_INIT("a step better avoided")};
static const Str BETTER[] = {TR_INIT("it had better rise"), TR_INIT("it had better fall")};
static const Str SHOWN[] = {TR_INIT("to everybody"), TR_INIT("not to a room"), TR_INIT("to nobody")};
static const Str SCORES[] = {TR_INIT("in words"), TR_INIT("in numbers"), TR_INIT("not at all")};
static const Str TINTS[] = {TR_INIT("teal"), TR_INIT("terracotta"), TR_INIT("ochre"),
                            TR_INIT("plum"), TR_INIT("night"),      TR_INIT("sand")};

static const Str ASKS[] = {TR_INIT("one answer is chosen"),          TR_INIT("several answers are chosen"),
                           TR_INIT("things are put in order"),       TR_INIT("each thing is rated"),
                           TR_INIT("things are sorted into places"), TR_INIT("one writes in one’s own words")};

// Those of one shape stand before those of every shape, for the first that fits counts.
static const FormWords WORDS[] = {
    {.shape = S_INIT("case"), .key = S_INIT("title"), .label = TR_INIT("Title"), .usual = true},
    {.shape = S_INIT("case"), .key = S_INIT("summary"), .label = TR_INIT("In a sentence or two"), .usual = true},
    {.shape = S_INIT("case"), .key = S_INIT("kind"), .label = TR_INIT("What this is"), .list = KINDS},
    {.shape = S_INIT("case"), .key = S_INIT("theme"), .label = TR_INIT("Theme")},
    {.shape = S_INIT("case"), .key = S_INIT("competencies"), .label = TR_INIT("Competency {0}")},
    {.shape = S_INIT("competency"), .key = S_INIT("name"), .label = TR_INIT("Name")},
    {.shape = S_INIT("competency"),
     .key = S_INIT("about"),
     .label = TR_INIT("What it is to be good at it"),
     .usual = true},
    {.shape = S_INIT("case"), .key = S_INIT("language"), .label = TR_INIT("Language")},
    {.shape = S_INIT("case"), .key = S_INIT("minutes"), .label = TR_INIT("Length")},
    {.shape = S_INIT("minutes"), .key = S_INIT("alone"), .label = TR_INIT("Minutes, alone")},
    {.shape = S_INIT("minutes"), .key = S_INIT("group"), .label = TR_INIT("Minutes, with a group")},
    {.shape = S_INIT("case"), .key = S_INIT("role"), .label = TR_INIT("Whose part one plays"), .usual = true},
    {.shape = S_INIT("case"), .key = S_INIT("intro"), .label = TR_INIT("The situation, to begin with"), .usual = true},
    {.shape = S_INIT("case"), .key = S_INIT("not_first"), .label = TR_INIT("Better after a few other situations")},
    {.shape = S_INIT("case"), .key = S_INIT("notice"), .label = TR_INIT("To be read before one begins")},
    {.shape = S_INIT("case"), .key = S_INIT("objectives"), .label = TR_INIT("What can be practised, {0}")},
    {.shape = S_INIT("case"), .key = S_INIT("resources"), .label = TR_INIT("To read on, {0}")},
    {.shape = S_INIT("case"), .key = S_INIT("authors"), .label = TR_INIT("Author {0}")},
    {.shape = S_INIT("case"), .key = S_INIT("license"), .label = TR_INIT("Licence")},
    {.shape = S_INIT("case"), .key = S_INIT("revision"), .label = TR_INIT("Version")},
    {.shape = S_INIT("case"), .key = S_INIT("readers"), .label = TR_INIT("Read again by, {0}")},
    {.shape = S_INIT("case"), .key = S_INIT("start"), .label = TR_INIT("First scene")},
    {.shape = S_INIT("case"), .key = S_INIT("trainer"), .label = TR_INIT("For the trainer")},
    {.shape = S_INIT("case"), .key = S_INIT("characters"), .label = TR_INIT("Character {0}")},
    {.shape = S_INIT("case"), .key = S_INIT("gauges"), .label = TR_INIT("Gauge {0}")},
    {.shape = S_INIT("case"), .key = S_INIT("facts"), .label = TR_INIT("Fact {0}")},
    {.shape = S_INIT("case"), .key = S_INIT("sources"), .label = TR_INIT("Source {0}")},
    {.shape = S_INIT("case"), .key = S_INIT("detectors"), .label = TR_INIT("Detector {0}")},
    {.shape = S_INIT("case"), .key = S_INIT("pronunciations"), .label = TR_INIT("Pronunciation {0}")},
    {.shape = S_INIT("case"), .key = S_INIT("debrief"), .label = TR_INIT("Debrief")},

    {.shape = S_INIT("character"), .key = S_INIT("name"), .label = TR_INIT("Name")},
    {.shape = S_INIT("character"), .key = S_INIT("initials"), .label = TR_INIT("Initials")},
    {.shape = S_INIT("character"), .key = S_INIT("age"), .label = TR_INIT("Age")},
    {.shape = S_INIT("character"), .key = S_INIT("role"), .label = TR_INIT("Who that is"), .usual = true},
    {.shape = S_INIT("character"), .key = S_INIT("about"), .label = TR_INIT("To know about that person")},
    {.shape = S_INIT("character"), .key = S_INIT("tint"), .label = TR_INIT("Colour"), .list = TINTS},

    {.shape = S_INIT("gauge"), .key = S_INIT("name"), .label = TR_INIT("Name")},
    {.shape = S_INIT("gauge"), .key = S_INIT("of"), .label = TR_INIT("Whose it is"), .usual = true},
    {.shape = S_INIT("gauge"), .key = S_INIT("min"), .label = TR_INIT("Lowest value")},
    {.shape = S_INIT("gauge"), .key = S_INIT("max"), .label = TR_INIT("Highest value")},
    {.shape = S_INIT("gauge"), .key = S_INIT("start"), .label = TR_INIT("At the beginning")},
    {.shape = S_INIT("gauge"),
     .key = S_INIT("better"),
     .label = TR_INIT("Which way it goes well"),
     .usual = true,
     .list = BETTER},
    {.shape = S_INIT("gauge"), .key = S_INIT("bands"), .label = TR_INIT("Word {0}")},
    {.shape = S_INIT("gauge"), .key = S_INIT("rise_cap"), .label = TR_INIT("Most that one answer adds")},
    {.shape = S_INIT("gauge"), .key = S_INIT("drift"), .label = TR_INIT("Change after each answer")},
    {.shape = S_INIT("gauge"), .key = S_INIT("drift_floor"), .label = TR_INIT("… but never past")},
    {.shape = S_INIT("gauge"), .key = S_INIT("halve_when"), .label = TR_INIT("What it gains is halved while")},
    {.shape = S_INIT("gauge"), .key = S_INIT("shown"), .label = TR_INIT("Shown"), .list = SHOWN},
    {.shape = S_INIT("band"), .key = S_INIT("to"), .label = TR_INIT("Up to")},
    {.shape = S_INIT("band"), .key = S_INIT("word"), .label = TR_INIT("Word")},

    {.shape = S_INIT("fact"), .key = S_INIT("about"), .label = TR_INIT("What is true then"), .usual = true},
    {.shape = S_INIT("fact"), .key = S_INIT("on"), .label = TR_INIT("Becomes true when")},
    {.shape = S_INIT("fact"), .key = S_INIT("off"), .label = TR_INIT("Is no longer true when")},

    {.shape = S_INIT("source"), .key = S_INIT("title"), .label = TR_INIT("What it says")},
    {.shape = S_INIT("source"), .key = S_INIT("where"), .label = TR_INIT("Where it is found"), .usual = true},
    {.shape = S_INIT("source"), .key = S_INIT("year"), .label = TR_INIT("Year")},
    {.shape = S_INIT("source"), .key = S_INIT("review_by"), .label = TR_INIT("To be looked at again by (YYYY-MM-DD)")},

    {.shape = S_INIT("detector"), .key = S_INIT("name"), .label = TR_INIT("Name")},
    {.shape = S_INIT("detector"), .key = S_INIT("about"), .label = TR_INIT("What it looks for")},
    {.shape = S_INIT("detector"), .key = S_INIT("match"), .label = TR_INIT("Pattern {0}")},
    {.shape = S_INIT("detector"), .key = S_INIT("unless"), .label = TR_INIT("Pattern that rules it out, {0}")},
    {.shape = S_INIT("detector"), .key = S_INIT("examples"), .label = TR_INIT("Examples"), .usual = true},
    {.shape = S_INIT("examples"), .key = S_INIT("yes"), .label = TR_INIT("To be found, {0}"), .usual = true},
    {.shape = S_INIT("examples"), .key = S_INIT("no"), .label = TR_INIT("Not to be found, {0}"), .usual = true},

    {.shape = S_INIT("pronunciation"), .key = S_INIT("text"), .label = TR_INIT("As it is written")},
    {.shape = S_INIT("pronunciation"), .key = S_INIT("said"), .label = TR_INIT("As it is said")},

    {.shape = S_INIT("debrief"), .key = S_INIT("questions"), .label = TR_INIT("Question {0}")},
    {.shape = S_INIT("debrief"), .key = S_INIT("points"), .label = TR_INIT("Worth keeping, {0}")},
    {.shape = S_INIT("debrief"), .key = S_INIT("mirror"), .label = TR_INIT("Way of speaking told of, {0}")},
    {.shape = S_INIT("debrief"), .key = S_INIT("score"), .label = TR_INIT("Competencies are told"), .list = SCORES},
    {.shape = S_INIT("point"), .key = S_INIT("text"), .label = TR_INIT("Text")},
    {.shape = S_INIT("point"), .key = S_INIT("scenes"), .label = TR_INIT("Played out in, {0}")},

    {.shape = S_INIT("scene"), .key = S_INIT("title"), .label = TR_INIT("Title of the scene"), .usual = true},
    {.shape = S_INIT("scene"), .key = S_INIT("with"), .label = TR_INIT("Whom one talks to"), .usual = true},
    {.shape = S_INIT("scene"), .key = S_INIT("lines"), .label = TR_INIT("Line {0}")},
    {.shape = S_INIT("scene"), .key = S_INIT("trainer"), .label = TR_INIT("For the trainer")},
    {.shape = S_INIT("scene"), .key = S_INIT("step"), .label = TR_INIT("In the course of things"), .list = STEPS},
    {.shape = S_INIT("scene"), .key = S_INIT("ask"), .label = TR_INIT("Decision")},
    {.shape = S_INIT("scene"), .key = S_INIT("ending"), .label = TR_INIT("Ending")},
    {.shape = S_INIT("line"), .key = S_INIT("by"), .label = TR_INIT("Who speaks"), .usual = true},
    {.shape = S_INIT("line"), .key = S_INIT("mood"), .label = TR_INIT("How it is said")},
    {.shape = S_INIT("line"), .key = S_INIT("text"), .label = TR_INIT("Text")},
    {.shape = S_INIT("trainer"), .key = S_INIT("notes"), .label = TR_INIT("Notes")},
    {.shape = S_INIT("trainer"), .key = S_INIT("prompts"), .label = TR_INIT("Question to the room, {0}")},
    {.shape = S_INIT("ending"), .key = S_INIT("title"), .label = TR_INIT("Title of the ending")},
    {.shape = S_INIT("ending"), .key = S_INIT("tone"), .label = TR_INIT("How it ends"), .usual = true, .list = TONES},
    {.shape = S_INIT("ending"), .key = S_INIT("text"), .label = TR_INIT("Text")},
    {.shape = S_INIT("ending"), .key = S_INIT("portraits"), .label = TR_INIT("Portrait {0}")},
    {.shape = S_INIT("portrait"), .key = S_INIT("of"), .label = TR_INIT("Of whom")},
    {.shape = S_INIT("portrait"), .key = S_INIT("arrival"), .label = TR_INIT("Coming in {0}"), .usual = true},
    {.shape = S_INIT("portrait"), .key = S_INIT("departure"), .label = TR_INIT("Going out {0}"), .usual = true},

    {.shape = S_INIT("option"), .key = S_INIT("text"), .label = TR_INIT("What one says or does")},
    {.shape = S_INIT("option"), .key = S_INIT("label"), .label = TR_INIT("In short")},
    {.shape = S_INIT("option"), .key = S_INIT("past"), .label = TR_INIT("As it is told afterwards")},
    {.shape = S_INIT("option"), .key = S_INIT("stance"), .label = TR_INIT("What it is worth"), .list = STANCES},
    {.shape = S_INIT("option"), .key = S_INIT("attitude"), .label = TR_INIT("Attitude (Porter)"), .list = ATTITUDES},
    {.shape = S_INIT("option"), .key = S_INIT("next"), .label = TR_INIT("Leads to"), .usual = true},
    {.shape = S_INIT("item"), .key = S_INIT("text"), .label = TR_INIT("Text")},
    {.shape = S_INIT("item"), .key = S_INIT("key"), .label = TR_INIT("Level expected, from 0")},
    {.shape = S_INIT("item"), .key = S_INIT("bin"), .label = TR_INIT("Its place"), .usual = true},
    {.shape = S_INIT("bin"), .key = S_INIT("text"), .label = TR_INIT("Text")},
    {.shape = S_INIT("voice"), .key = S_INIT("who"), .label = TR_INIT("Who")},
    {.shape = S_INIT("voice"), .key = S_INIT("answer"), .label = TR_INIT("Answer")},
    {.shape = S_INIT("rank"), .key = S_INIT("key"), .label = TR_INIT("The order expected")},
    {.shape = S_INIT("classify"),
     .key = S_INIT("near"),
     .label = TR_INIT("Places that are nearly right for each other")},
    {.shape = S_INIT("panel"), .key = S_INIT("n"), .label = TR_INIT("How many colleagues")},
    {.shape = S_INIT("panel"), .key = S_INIT("answers"), .label = TR_INIT("What they answered"), .usual = true},
    {.shape = S_INIT("panel"), .key = S_INIT("voices"), .label = TR_INIT("Colleague {0}")},
    {.shape = S_INIT("panel"), .key = S_INIT("fictional"), .label = TR_INIT("The panel is made up")},
    {.shape = S_INIT("limit"), .key = S_INIT("seconds"), .label = TR_INIT("Seconds")},
    {.shape = S_INIT("limit"), .key = S_INIT("option"), .label = TR_INIT("What silence comes to")},
    {.shape = S_INIT("scale"), .key = S_INIT("labels"), .label = TR_INIT("Level {0}")},
    {.shape = S_INIT("detector use"), .key = S_INIT("id"), .label = TR_INIT("What is looked for")},
    {.shape = S_INIT("route"), .key = S_INIT("to"), .label = TR_INIT("Leads to")},
    {.shape = S_INIT("text route"), .key = S_INIT("text"), .label = TR_INIT("Text")},
    {.shape = S_INIT("why"), .key = S_INIT("gives"), .label = TR_INIT("What it makes possible"), .usual = true},
    {.shape = S_INIT("why"), .key = S_INIT("costs"), .label = TR_INIT("What it costs"), .usual = true},
    {.shape = S_INIT("why"), .key = S_INIT("instead"), .label = TR_INIT("Another answer"), .usual = true},

    {.key = S_INIT("kind"), .label = TR_INIT("How one answers"), .list = ASKS},
    {.key = S_INIT("prompt"), .label = TR_INIT("Question")},
    {.key = S_INIT("if"), .label = TR_INIT("Only if")},
    {.key = S_INIT("scores"), .label = TR_INIT("Mark")},
    {.key = S_INIT("effects"), .label = TR_INIT("Effect")},
    {.key = S_INIT("set"), .label = TR_INIT("Becomes true, {0}")},
    {.key = S_INIT("unset"), .label = TR_INIT("Is no longer true, {0}")},
    {.key = S_INIT("traps"), .label = TR_INIT("Trap {0}")},
    {.key = S_INIT("reply"), .label = TR_INIT("What is answered, {0}")},
    {.key = S_INIT("why"), .label = TR_INIT("Why")},
    {.key = S_INIT("sources"), .label = TR_INIT("Source {0}")},
    {.key = S_INIT("next"), .label = TR_INIT("Then {0}")},
    {.key = S_INIT("options"), .label = TR_INIT("Answer {0}"), .letters = true},
    {.key = S_INIT("own_words"), .label = TR_INIT("In one’s own words")},
    {.key = S_INIT("items"), .label = TR_INIT("Item {0}")},
    {.key = S_INIT("bins"), .label = TR_INIT("Place {0}")},
    {.key = S_INIT("bands"), .label = TR_INIT("Result {0}")},
    {.key = S_INIT("from"), .label = TR_INIT("From, in percent")},
    {.key = S_INIT("rules"), .label = TR_INIT("Rule {0}")},
    {.key = S_INIT("detectors"), .label = TR_INIT("Looked for, {0}")},
    {.key = S_INIT("scale"), .label = TR_INIT("Levels")},
    {.key = S_INIT("panel"), .label = TR_INIT("Panel of colleagues")},
    {.key = S_INIT("limit"), .label = TR_INIT("Time limit")},
    {.key = S_INIT("model"), .label = TR_INIT("An answer to compare with")},
    {.key = S_INIT("confidence"), .label = TR_INIT("Ask how sure one is")},
    {.key = S_INIT("shuffle"), .label = TR_INIT("In another order each time")},
    {.key = S_INIT("private"), .label = TR_INIT("The answer is for oneself alone")},
    {.key = S_INIT("min"), .label = TR_INIT("At least")},
    {.key = S_INIT("max"), .label = TR_INIT("At most")},
};

const FormWords *form_words_find(const Shape *shape, const Field *field) {
    const FormWords *found = NULL;
    for (int32_t i = 0; i < COUNT(WORDS) && !found; i++) {
        bool fits = WORDS[i].shape.len == 0 || str_equal(WORDS[i].shape, shape->name);
        found = fits && str_equal(WORDS[i].key, field->key) ? &WORDS[i] : NULL;
    }
    return found;
}

Str form_words_ask(Str kind) {
    int32_t which = 0;
    for (int32_t i = 0; i < WORDS_ASK_KIND.count; i++) {
        which = str_equal(WORDS_ASK_KIND.words[i], kind) ? i : which;
    }
    return ASKS[which];
}

const FormPart FORM_PARTS[] = {
    {.label = TR_INIT("The situation")},
    {.at = S_INIT("/competencies"), .label = TR_INIT("Competencies")},
    {.at = S_INIT("/characters"), .label = TR_INIT("Characters")},
    {.at = S_INIT("/gauges"), .label = TR_INIT("Gauges")},
    {.at = S_INIT("/facts"), .label = TR_INIT("Facts")},
    {.at = S_INIT("/sources"), .label = TR_INIT("Sources")},
    {.at = S_INIT("/detectors"), .label = TR_INIT("Detectors")},
    {.at = S_INIT("/pronunciations"), .label = TR_INIT("Pronunciations")},
    {.at = S_INIT("/debrief"), .label = TR_INIT("Debrief")},
};

const int32_t FORM_PART_COUNT = COUNT(FORM_PARTS);

bool form_words_is_part(const Shape *shape, const Field *field) {
    bool found = false;
    for (int32_t i = 1; i < FORM_PART_COUNT && !found; i++) {
        found = shape == &SHAPE_CASE && str_equal(str_slice(FORM_PARTS[i].at, 1, FORM_PARTS[i].at.len), field->key);
    }
    return found;
}
