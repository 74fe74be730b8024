#include "scenario/shape.h"

#include "base/error.h"

#define WORDS(name, ...)                            \
    static const Str name##_LIST[] = {__VA_ARGS__}; \
    static const WordList name = {name##_LIST, COUNT(name##_LIST)}

WORDS(KINDS, S_INIT("scenario"), S_INIT("quiz"));
WORDS(BETTER, S_INIT("high"), S_INIT("low"));
WORDS(SHOWN, S_INIT("all"), S_INIT("not_room"), S_INIT("never"));
WORDS(STANCES, S_INIT("recommended"), S_INIT("defensible"), S_INIT("risky"));
WORDS(TONES, S_INIT("good"), S_INIT("mixed"), S_INIT("hard"));
WORDS(STEPS, S_INIT("must"), S_INIT("avoid"));
WORDS(SCORES, S_INIT("words"), S_INIT("numbers"), S_INIT("none"));
WORDS(TINTS, S_INIT("teal"), S_INIT("terracotta"), S_INIT("ochre"), S_INIT("plum"), S_INIT("night"), S_INIT("sand"));

static const Str ASK_KIND_LIST[] = {S_INIT("choice"), S_INIT("multiple"), S_INIT("rank"),
                                    S_INIT("rate"),   S_INIT("classify"), S_INIT("write")};
static const Str ATTITUDE_LIST[] = {S_INIT("evaluation"), S_INIT("interpretation"), S_INIT("soutien"),
                                    S_INIT("enquete"),    S_INIT("solution"),       S_INIT("comprehension")};
const WordList WORDS_ATTITUDE = {ATTITUDE_LIST, COUNT(ATTITUDE_LIST)};
const WordList WORDS_ASK_KIND = {ASK_KIND_LIST, COUNT(ASK_KIND_LIST)};

// FIELD_WORD is read and written as an int32_t at its offset, whichever enum the row declares there.
#define STORED_AS_INT(Type) _Static_assert(sizeof(Type) == sizeof(int32_t), "a word is stored as an int32_t")
STORED_AS_INT(Kind);
STORED_AS_INT(Better);
STORED_AS_INT(Shown);
STORED_AS_INT(Stance);
STORED_AS_INT(Attitude);
STORED_AS_INT(Tone);
STORED_AS_INT(Step);
STORED_AS_INT(ScoreView);
STORED_AS_INT(Tint);
STORED_AS_INT(AskKind);

// Makers of fields for the tables below: key and member, then what the kind needs. `Row` is defined anew for each
// table.
#define FIELD(k, member, how, ...) \
    { .key = S_INIT(k), .kind = (how), .offset = offsetof(Row, member), __VA_ARGS__ }
#define TEXT(k, member) FIELD(k, member, FIELD_TEXT, .most = LIMIT_TEXT_CHARS)
#define NEED_TEXT(k, member) FIELD(k, member, FIELD_TEXT, .required = true, .most = LIMIT_TEXT_CHARS)
#define VERBATIM(k, member, high) FIELD(k, member, FIELD_TEXT, .most = (high), .verbatim = true)
#define NEED_SLUG(k, member) FIELD(k, member, FIELD_SLUG, .required = true)
#define NEED_NAME(k, member) FIELD(k, member, FIELD_NAME, .required = true)
#define INT(k, member, low, high, none) FIELD(k, member, FIELD_INT, .least = (low), .most = (high), .fallback = (none))
#define NEED_INT(k, member, low, high) \
    FIELD(k, member, FIELD_INT, .required = true, .least = (low), .most = (high), .fallback = NOT_SAID)
#define FLAG(k, member) FIELD(k, member, FIELD_FLAG, .required = false)
#define WORD(k, member, list) FIELD(k, member, FIELD_WORD, .words = &(list))
#define NEED_WORD(k, member, list) FIELD(k, member, FIELD_WORD, .required = true, .words = &(list))
#define TEXTS(k, member) FIELD(k, member, FIELD_TEXTS, .most = LIMIT_TEXTS)
#define REF(k, member, to) FIELD(k, member, FIELD_REF, .target = (to))
#define NEED_REF(k, member, to) FIELD(k, member, FIELD_REF, .required = true, .target = (to))
#define REFS(k, member, to, high) FIELD(k, member, FIELD_REFS, .target = (to), .most = (high))
#define IF(k, member) FIELD(k, member, FIELD_CONDITION, .required = false)
#define OBJECT(k, member, of) FIELD(k, member, FIELD_OBJECT, .shape = &(of))
#define NEED_OBJECT(k, member, of) FIELD(k, member, FIELD_OBJECT, .required = true, .shape = &(of))
#define LIST(k, member, of, low, high) FIELD(k, member, FIELD_LIST, .shape = &(of), .least = (low), .most = (high))
#define NEED_LIST(k, member, of, low, high) \
    FIELD(k, member, FIELD_LIST, .required = true, .shape = &(of), .least = (low), .most = (high))
#define SPECIAL(k, member, how) FIELD(k, member, how, .most = LIMIT_TEXTS)
#define ANSWERED(k, member, how) FIELD(k, member, how, .most = LIMIT_TEXTS, .shape = &LINE, .answered = true)

#define SCORES_FIELD(k, member) \
    FIELD(k, member, FIELD_AMOUNTS, .target = TARGET_COMPETENCY, .least = -LIMIT_MARK, .most = LIMIT_MARK)
#define EFFECTS_FIELD(k, member) \
    FIELD(k, member, FIELD_AMOUNTS, .target = TARGET_GAUGE, .least = -LIMIT_EFFECT, .most = LIMIT_EFFECT)
#define MOVES                                                                      \
    SCORES_FIELD("scores", gives.scores), EFFECTS_FIELD("effects", gives.effects), \
        REFS("set", gives.set, TARGET_FACT, LIMIT_TEXTS), REFS("unset", gives.unset, TARGET_FACT, LIMIT_TEXTS)
#define TRAPS REFS("traps", gives.traps, TARGET_TRAP, 2)
#define ANSWER_TEXTS ANSWERED("reply", gives.reply, FIELD_LIST), SPECIAL("why", gives.why, FIELD_WHY)
#define NEXT ANSWERED("next", gives.next, FIELD_ROUTES)
#define SOURCES_FIELD REFS("sources", sources, TARGET_SOURCE, LIMIT_TEXTS)

// A shape of the fields in `id`_FIELDS, whose rows stand in a table of the scenario.
#define SHAPE(id, words, rows, Type)                     \
    const Shape id = {.name = S_INIT(words),             \
                      .fields = id##_FIELDS,             \
                      .field_count = COUNT(id##_FIELDS), \
                      .table = offsetof(Scenario, rows), \
                      .row_size = sizeof(Type),          \
                      .place = offsetof(Type, place)}

#define Row Line
static const Field LINE_FIELDS[] = {
    REF("by", by, TARGET_CHARACTER),
    TEXT("mood", mood),
    NEED_TEXT("text", text),
    IF("if", when),
};
static SHAPE(LINE, "line", lines, Line);
#undef Row

#define Row Route
static const Field SHAPE_ROUTE_FIELDS[] = {
    IF("if", when),
    NEED_REF("to", to, TARGET_SCENE),
};
SHAPE(SHAPE_ROUTE, "route", routes, Route);
static const Field SHAPE_TEXT_ROUTE_FIELDS[] = {
    IF("if", when),
    NEED_TEXT("text", text),
};
SHAPE(SHAPE_TEXT_ROUTE, "text route", routes, Route);
#undef Row

#define Row Why
static const Field SHAPE_WHY_FIELDS[] = {
    TEXT("gives", gives),
    TEXT("costs", costs),
    TEXT("instead", instead),
};
SHAPE(SHAPE_WHY, "why", whys, Why);
#undef Row

#define Row Option
static const Field OPTION_FIELDS[] = {
    NEED_SLUG("id", id),
    NEED_TEXT("text", text),
    TEXT("label", label),
    TEXT("past", past),
    IF("if", when),
    WORD("stance", stance, STANCES),
    MOVES,
    TRAPS,
    WORD("attitude", attitude, WORDS_ATTITUDE),
    ANSWER_TEXTS,
    SOURCES_FIELD,
    NEXT,
};
static SHAPE(OPTION, "option", options, Option);
// In a `multiple`, options have no way of their own.
static const Shape OPTION_IN_SET = {.name = S_INIT("option"),
                                    .fields = OPTION_FIELDS,
                                    .field_count = COUNT(OPTION_FIELDS) - 1,
                                    .table = offsetof(Scenario, options),
                                    .row_size = sizeof(Option),
                                    .place = offsetof(Option, place)};
#undef Row

#define Row Item
static const Field ITEM_RANK_FIELDS[] = {
    NEED_SLUG("id", id),
    NEED_TEXT("text", text),
    SPECIAL("why", why, FIELD_WHY),
    SOURCES_FIELD,
};
static SHAPE(ITEM_RANK, "item", items, Item);
static const Field ITEM_RATE_FIELDS[] = {
    NEED_SLUG("id", id),
    NEED_TEXT("text", text),
    INT("key", key, 0, LIMIT_LEVELS - 1, NOT_SAID),
    SPECIAL("why", why, FIELD_WHY),
    SOURCES_FIELD,
};
static SHAPE(ITEM_RATE, "item", items, Item);
static const Field ITEM_CLASSIFY_FIELDS[] = {
    NEED_SLUG("id", id), NEED_TEXT("text", text), REF("bin", bin, TARGET_BIN), SPECIAL("why", why, FIELD_WHY),
    SOURCES_FIELD,
};
static SHAPE(ITEM_CLASSIFY, "item", items, Item);
#undef Row

#define Row Bin
static const Field BIN_FIELDS[] = {
    NEED_SLUG("id", id),
    NEED_TEXT("text", text),
    EFFECTS_FIELD("effects", effects),
};
static SHAPE(BIN, "bin", bins, Bin);
#undef Row

#define Row ShareBand
static const Field SHARE_BAND_FIELDS[] = {
    NEED_INT("from", from, 0, 100),
    MOVES,
    ANSWER_TEXTS,
    NEXT,
};
static SHAPE(SHARE_BAND, "band", share_bands, ShareBand);
#undef Row

#define Row Rule
static const Field RULE_FIELDS[] = {
    FIELD("if", when, FIELD_CONDITION, .required = true, .answered = true),
    MOVES,
    TRAPS,
    ANSWER_TEXTS,
};
static SHAPE(RULE, "rule", rules, Rule);
#undef Row

#define Row DetectorUse
static const Field DETECTOR_USE_FIELDS[] = {
    NEED_REF("id", detector, TARGET_DETECTOR),
    SCORES_FIELD("scores", scores),
};
static SHAPE(DETECTOR_USE, "detector use", detector_uses, DetectorUse);
#undef Row

#define Row Voice
static const Field VOICE_FIELDS[] = {
    NEED_TEXT("who", who),
    FIELD("answer", answer, FIELD_TEXT, .required = true, .most = LIMIT_TEXT_CHARS, .verbatim = true),
    SPECIAL("why", why, FIELD_WHY),
};
static SHAPE(VOICE, "voice", voices, Voice);
#undef Row

#define Row Panel
static const Field PANEL_FIELDS[] = {
    NEED_INT("n", n, 1, LIMIT_PANEL),
    SPECIAL("answers", answers, FIELD_PANEL_ANSWERS),
    LIST("voices", voices, VOICE, 0, LIMIT_TEXTS),
    FLAG("fictional", fictional),
};
static SHAPE(PANEL, "panel", panels, Panel);
#undef Row

#define Row Limit
static const Field LIMIT_FIELDS[] = {
    NEED_INT("seconds", seconds, 5, 600),
    NEED_REF("option", option, TARGET_OPTION),
};
static SHAPE(LIMIT, "limit", limits, Limit);
#undef Row

#define Row Scale
static const Field SCALE_FIELDS[] = {
    FIELD("labels", labels, FIELD_TEXTS, .required = true, .least = 3, .most = LIMIT_LEVELS, .label = true),
};
static SHAPE(SCALE, "scale", scales, Scale);
#undef Row

#define Row OwnWords
static const Field OWN_WORDS_FIELDS[] = {
    TEXT("prompt", prompt),
    LIST("detectors", detectors, DETECTOR_USE, 0, LIMIT_ASK_DETECTORS),
    ANSWERED("next", next, FIELD_ROUTES),
    ANSWERED("reply", reply, FIELD_LIST),
    SPECIAL("why", why, FIELD_WHY),
    LIST("rules", rules, RULE, 0, LIMIT_TEXTS),
    TEXT("model", model),
};
static SHAPE(OWN_WORDS, "own words", own_words, OwnWords);
#undef Row

#define Row Ask
#define ASK_HEAD                                                                                              \
    NEED_WORD("kind", kind, WORDS_ASK_KIND), TEXT("prompt", prompt), ANSWERED("next", next, FIELD_ROUTES),    \
        ANSWERED("reply", reply, FIELD_LIST), SPECIAL("why", why, FIELD_WHY),                                 \
        LIST("rules", rules, RULE, 0, LIMIT_TEXTS), FLAG("confidence", confidence), FLAG("shuffle", shuffle), \
        OBJECT("panel", panel, PANEL), TEXT("model", model), FLAG("private", private_answer)
#define BANDS LIST("bands", bands, SHARE_BAND, 1, LIMIT_TEXTS)
static const Field CHOICE_FIELDS[] = {
    ASK_HEAD,
    NEED_LIST("options", options, OPTION, 2, 6),
    OBJECT("own_words", own_words, OWN_WORDS),
    OBJECT("limit", limit, LIMIT),
};
static const Field MULTIPLE_FIELDS[] = {
    ASK_HEAD,
    NEED_LIST("options", options, OPTION_IN_SET, 2, LIMIT_OPTIONS),
    INT("min", min, 0, LIMIT_OPTIONS, NOT_SAID),
    INT("max", max, 1, LIMIT_OPTIONS, 0),
};
static const Field RANK_FIELDS[] = {
    ASK_HEAD,
    NEED_LIST("items", items, ITEM_RANK, 3, 8),
    SPECIAL("key", key, FIELD_RANK_KEY),
    BANDS,
};
static const Field RATE_FIELDS[] = {
    ASK_HEAD,
    NEED_LIST("items", items, ITEM_RATE, 1, 8),
    NEED_OBJECT("scale", scale, SCALE),
    BANDS,
};
static const Field CLASSIFY_FIELDS[] = {
    ASK_HEAD,
    NEED_LIST("bins", bins, BIN, 2, LIMIT_BINS),
    NEED_LIST("items", items, ITEM_CLASSIFY, 2, LIMIT_ITEMS),
    SPECIAL("near", near, FIELD_NEAR),
    BANDS,
};
static const Field WRITE_FIELDS[] = {
    ASK_HEAD,
    LIST("detectors", detectors, DETECTOR_USE, 0, LIMIT_ASK_DETECTORS),
};
static SHAPE(CHOICE, "choice", asks, Ask);
static SHAPE(MULTIPLE, "multiple", asks, Ask);
static SHAPE(RANK, "rank", asks, Ask);
static SHAPE(RATE, "rate", asks, Ask);
static SHAPE(CLASSIFY, "classify", asks, Ask);
static SHAPE(WRITE, "write", asks, Ask);
const Shape *const SHAPE_ASKS[] = {NULL, &CHOICE, &MULTIPLE, &RANK, &RATE, &CLASSIFY, &WRITE};
#undef Row

#define Row Portrait
static const Field PORTRAIT_FIELDS[] = {
    NEED_REF("of", of, TARGET_CHARACTER),
    SPECIAL("arrival", arrival, FIELD_TEXT_ROUTES),
    SPECIAL("departure", departure, FIELD_TEXT_ROUTES),
};
static SHAPE(PORTRAIT, "portrait", portraits, Portrait);
#undef Row

#define Row Ending
static const Field ENDING_FIELDS[] = {
    NEED_TEXT("title", title),
    WORD("tone", tone, TONES),
    NEED_TEXT("text", text),
    LIST("portraits", portraits, PORTRAIT, 0, LIMIT_CHARACTERS),
};
static SHAPE(ENDING, "ending", endings, Ending);
#undef Row

#define Row TrainerNotes
static const Field TRAINER_FIELDS[] = {
    TEXT("notes", notes),
    TEXTS("prompts", prompts),
};
static SHAPE(TRAINER, "trainer", trainer_notes, TrainerNotes);
#undef Row

#define Row Scene
static const Field SCENE_FIELDS[] = {
    NEED_SLUG("id", id),
    TEXT("title", title),
    SPECIAL("at", at, FIELD_AT),
    REF("with", with, TARGET_CHARACTER),
    LIST("lines", lines, LINE, 0, LIMIT_TEXTS),
    OBJECT("trainer", trainer, TRAINER),
    SOURCES_FIELD,
    WORD("step", step, STEPS),
    FIELD("next", next, FIELD_ROUTES, .most = LIMIT_TEXTS, .way = true),
    FIELD("ask", ask, FIELD_ASK, .way = true),
    FIELD("ending", ending, FIELD_OBJECT, .shape = &ENDING, .way = true),
};
static SHAPE(SCENE, "scene", scenes, Scene);
#undef Row

#define Row GaugeBand
static const Field GAUGE_BAND_FIELDS[] = {
    NEED_INT("to", to, -LIMIT_INTEGER, LIMIT_INTEGER),
    FIELD("word", word, FIELD_TEXT, .required = true, .most = LIMIT_TEXT_CHARS, .label = true),
};
static SHAPE(GAUGE_BAND, "band", gauge_bands, GaugeBand);
#undef Row

#define Row Gauge
static const Field GAUGE_FIELDS[] = {
    NEED_NAME("id", id),
    NEED_TEXT("name", name),
    REF("of", of, TARGET_CHARACTER),
    INT("min", min, -LIMIT_INTEGER, LIMIT_INTEGER, 0),
    INT("max", max, -LIMIT_INTEGER, LIMIT_INTEGER, 100),
    NEED_INT("start", start, -LIMIT_INTEGER, LIMIT_INTEGER),
    WORD("better", better, BETTER),
    LIST("bands", bands, GAUGE_BAND, 1, LIMIT_TEXTS),
    INT("rise_cap", rise_cap, 1, LIMIT_INTEGER, 0),
    INT("drift", drift, -LIMIT_INTEGER, LIMIT_INTEGER, 0),
    INT("drift_floor", drift_floor, -LIMIT_INTEGER, LIMIT_INTEGER, NOT_SAID),
    IF("halve_when", halve_when),
    WORD("shown", shown, SHOWN),
};
static SHAPE(GAUGE, "gauge", gauges, Gauge);
#undef Row

#define Row Fact
static const Field FACT_FIELDS[] = {
    NEED_NAME("id", id),
    TEXT("about", about),
    IF("on", on),
    IF("off", off),
};
static SHAPE(FACT, "fact", facts, Fact);
#undef Row

#define Row Character
static const Field CHARACTER_FIELDS[] = {
    NEED_SLUG("id", id), NEED_TEXT("name", name), VERBATIM("initials", initials, 4), INT("age", age, 0, 130, NOT_SAID),
    TEXT("role", role),  TEXT("about", about),    WORD("tint", tint, TINTS),
};
static SHAPE(CHARACTER, "character", characters, Character);
#undef Row

#define Row Competency
static const Field SHAPE_COMPETENCY_FIELDS[] = {
    NEED_NAME("id", id),
    NEED_TEXT("name", name),
    TEXT("about", about),
};
SHAPE(SHAPE_COMPETENCY, "competency", competencies, Competency);
#undef Row

#define Row Examples
static const Field EXAMPLES_FIELDS[] = {
    FIELD("yes", yes, FIELD_TEXTS, .most = LIMIT_TEXTS, .verbatim = true),
    FIELD("no", no, FIELD_TEXTS, .most = LIMIT_TEXTS, .verbatim = true),
};
static SHAPE(EXAMPLES, "examples", examples, Examples);
#undef Row

#define Row Detector
static const Field DETECTOR_FIELDS[] = {
    NEED_NAME("id", id),
    NEED_TEXT("name", name),
    TEXT("about", about),
    FIELD("match", match, FIELD_TEXTS, .required = true, .least = 1, .most = LIMIT_PATTERNS, .verbatim = true),
    FIELD("unless", unless, FIELD_TEXTS, .most = LIMIT_PATTERNS, .verbatim = true),
    OBJECT("examples", examples, EXAMPLES),
};
static SHAPE(DETECTOR, "detector", detectors, Detector);
#undef Row

#define Row Source
static const Field SOURCE_FIELDS[] = {
    NEED_SLUG("id", id),
    NEED_TEXT("title", title),
    TEXT("where", where),
    INT("year", year, 1900, 2100, 0),
    FIELD("review_by", review_by, FIELD_DATE, .verbatim = true),
};
static SHAPE(SOURCE, "source", sources, Source);
#undef Row

#define Row Pronunciation
static const Field PRONUNCIATION_FIELDS[] = {
    FIELD("text", text, FIELD_TEXT, .required = true, .most = LIMIT_PRONUNCIATION_CHARS, .verbatim = true),
    FIELD("said", said, FIELD_TEXT, .required = true, .most = LIMIT_PRONUNCIATION_CHARS, .verbatim = true),
};
static SHAPE(PRONUNCIATION, "pronunciation", pronunciations, Pronunciation);
#undef Row

#define Row KeyPoint
static const Field POINT_FIELDS[] = {
    NEED_TEXT("text", text),
    REFS("scenes", scenes, TARGET_SCENE, LIMIT_TEXTS),
};
static SHAPE(POINT, "point", points, KeyPoint);
#undef Row

#define Row Debrief
static const Field DEBRIEF_FIELDS[] = {
    TEXTS("questions", questions),
    LIST("points", points, POINT, 0, LIMIT_TEXTS),
    REFS("mirror", mirror, TARGET_DETECTOR, LIMIT_TEXTS),
    WORD("score", score, SCORES),
};
static SHAPE(DEBRIEF, "debrief", debriefs, Debrief);
#undef Row

#define Row Minutes
static const Field MINUTES_FIELDS[] = {
    NEED_INT("alone", alone, 1, 600),
    NEED_INT("group", group, 1, 600),
};
static SHAPE(MINUTES, "minutes", minutes_table, Minutes);
#undef Row

#define Row Scenario
static const Field SHAPE_CASE_FIELDS[] = {
    VERBATIM("$schema", schema, LIMIT_TEXT_CHARS),
    NEED_INT("format", format, 1, 1),
    NEED_SLUG("id", id),
    NEED_WORD("kind", kind, KINDS),
    FIELD("language", language, FIELD_LANGUAGE, .required = true, .verbatim = true),
    NEED_TEXT("title", title),
    NEED_TEXT("summary", summary),
    FIELD("theme", theme, FIELD_SLUG, .required = true, .target = TARGET_THEME),
    NEED_OBJECT("minutes", minutes, MINUTES),
    TEXT("role", role),
    TEXT("intro", intro),
    FLAG("not_first", not_first),
    TEXT("notice", notice),
    TEXTS("objectives", objectives),
    TEXTS("resources", resources),
    TEXTS("authors", authors),
    VERBATIM("license", license, LIMIT_TEXT_CHARS),
    VERBATIM("revision", revision, LIMIT_TEXT_CHARS),
    TEXTS("readers", readers),
    LIST("sources", source_rows, SOURCE, 0, LIMIT_SOURCES),
    LIST("pronunciations", pronunciation_rows, PRONUNCIATION, 0, LIMIT_PRONUNCIATIONS),
    FIELD("competencies", competency_rows, FIELD_COMPETENCIES, .required = true, .target = TARGET_SHARED, .least = 1,
          .most = LIMIT_COMPETENCIES),
    LIST("gauges", gauge_rows, GAUGE, 0, LIMIT_GAUGES),
    LIST("facts", fact_rows, FACT, 0, LIMIT_FACTS),
    LIST("characters", character_rows, CHARACTER, 0, LIMIT_CHARACTERS),
    LIST("detectors", detector_rows, DETECTOR, 0, LIMIT_DETECTORS),
    NEED_REF("start", start, TARGET_SCENE),
    NEED_LIST("scenes", scene_rows, SCENE, 1, LIMIT_SCENES),
    OBJECT("debrief", debrief, DEBRIEF),
    TEXT("trainer", trainer),
};
const Shape SHAPE_CASE = {.name = S_INIT("case"),
                          .fields = SHAPE_CASE_FIELDS,
                          .field_count = COUNT(SHAPE_CASE_FIELDS),
                          .table = SHAPE_ROOT,
                          .row_size = sizeof(Scenario),
                          .place = offsetof(Scenario, place)};

static const Field SHAPE_DETECTORS_FIELDS[] = {
    NEED_INT("format", format, 1, 1),
    FIELD("language", language, FIELD_LANGUAGE, .required = true, .verbatim = true),
    INT("version", version, 1, LIMIT_INTEGER, 0),
    NEED_LIST("detectors", detector_rows, DETECTOR, 1, LIMIT_DETECTORS),
};
const Shape SHAPE_DETECTORS = {
    .name = S_INIT("detectors"),
    .fields = SHAPE_DETECTORS_FIELDS,
    .field_count = COUNT(SHAPE_DETECTORS_FIELDS),
    .table = SHAPE_ROOT,
    .row_size = sizeof(Scenario),
    .place = offsetof(Scenario, place),
};
#undef Row

static const Field *find_among(const Field *field, const Field *end, Str key) {
    while (field < end && !str_equal(field->key, key)) {
        field++;
    }
    return field < end ? field : NULL;
}

const Field *shape_find_field(const Shape *shape, Str key) {
    return find_among(shape->fields, shape->fields + shape->field_count, key);
}

const Field *shape_find_next_field(const Shape *shape, const Field *last, Str key) {
    const Field *after = last ? last + 1 : shape->fields;
    const Field *field = find_among(after, shape->fields + shape->field_count, key);
    return field ? field : find_among(shape->fields, after, key);
}

RowTable *shape_table(const Scenario *scenario, const Shape *shape) {
    return (RowTable *)(void *)((char *)scenario + shape->table);
}

void *shape_row(const Scenario *scenario, const Shape *shape, int32_t row) {
    if (shape->table == SHAPE_ROOT) {
        return (char *)scenario;
    }
    return (char *)shape_table(scenario, shape)->rows + (ptrdiff_t)row * shape->row_size;
}

bool shape_is_said(const Field *field, const void *row) {
    const void *slot = (const char *)row + field->offset;
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_LANGUAGE:
    case FIELD_DATE:
        return ((const Str *)slot)->len > 0;
    case FIELD_REF:
        return ((const Ref *)slot)->name != 0;
    case FIELD_FLAG:
        return *(const bool *)slot;
    case FIELD_AT:
        return ((const Scene *)row)->placed;
    case FIELD_SLUG:
    case FIELD_NAME:
    case FIELD_INT:
    case FIELD_WORD:
    case FIELD_CONDITION:
    case FIELD_OBJECT:
    case FIELD_ASK:
    case FIELD_WHY:
        return *(const int32_t *)slot != field->fallback;
    case FIELD_TEXTS:
    case FIELD_REFS:
    case FIELD_AMOUNTS:
    case FIELD_LIST:
    case FIELD_COMPETENCIES:
    case FIELD_ROUTES:
    case FIELD_TEXT_ROUTES:
    case FIELD_RANK_KEY:
    case FIELD_NEAR:
    case FIELD_PANEL_ANSWERS:
        return ((const Span *)slot)->count > 0;
    case FIELD_KIND_COUNT:
        break;
    }
    ASSERT(false);
    return false;
}
