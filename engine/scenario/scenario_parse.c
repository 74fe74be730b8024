#include "scenario/scenario_parse.h"

#include "base/character.h"
#include "base/error.h"
#include "base/json_explain.h"
#include "base/utf8.h"
#include "scenario/learned.h"
#include "scenario/reader.h"

#include <stdlib.h>

void *reader_slot(const Reader *reader, const Field *field, const Shape *shape, int32_t row) {
    return (char *)shape_row(reader->scenario, shape, row) + field->offset;
}

int32_t reader_add_row(Reader *reader, const Shape *shape) {
    RowTable *table = shape_table(reader->scenario, shape);
    table->rows = arena_reserve_rows(reader->arena, table->rows, table->count, &table->capacity, shape->row_size);
    return table->count++;
}

// All rows are made before the first is filled, so that they stand side by side whatever is in them.
Span reader_read_rows(Reader *reader, const Shape *shape, const JsonValue *list, const Field *field) {
    if (!reader_expect(reader, list, JSON_LIST)) {
        return (Span){0};
    }
    int32_t count = reader_fit_count(reader, list, field->least, field->most);
    Span span = {shape_table(reader->scenario, shape)->count, count};
    for (int32_t i = 0; i < count; i++) {
        reader_add_row(reader, shape);
    }
    const JsonValue *element = json_first(list);
    for (int32_t i = 0; i < count; i++, element = json_drop_first(list)) {
        reader_fill_object(reader, shape, span.first + i, element);
    }
    return span;
}

static void read_field(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    FieldReader *read = READER_PLAIN[field->kind] ? READER_PLAIN[field->kind] : READER_SPECIAL[field->kind];
    ASSERT(read);
    bool answered = reader->answered;
    reader->answered = answered || field->answered;
    read(reader, field, shape, row, value);
    reader->answered = answered;
}

static void keep_extra(Reader *reader, const JsonValue *object, const JsonValue *value) {
    Extra *extra = rows_append(reader->arena, &reader->scenario->extras);
    extra->owner = json_place(object);
    extra->key = reader_keep(reader, json_key(value));
    extra->raw = reader_keep(reader, json_raw(reader->doc, value));
}

static void keep_whole(Reader *reader, const JsonValue *value) {
    Extra *extra = rows_append(reader->arena, &reader->scenario->extras);
    *extra = (Extra){.owner = json_place(value), .whole = true};
    extra->raw = reader_keep(reader, json_raw(reader->doc, value));
}

// Whether all elements of a list get a row, so that what is wrong in one is kept there.
static bool fits_rows(const Field *field, const JsonValue *value) {
    int32_t count = json_type(value) == JSON_LIST ? json_count(value) : 0;
    return count <= field->most && (count > 0 || (json_type(value) == JSON_LIST && field->least == 0));
}

// Reads a field, and keeps its value as it stands when it could not be read.
static void read_or_keep(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *object,
                         const JsonValue *value) {
    bool in_rows = field->kind == FIELD_LIST && fits_rows(field, value);
    int32_t errors = reader->findings->error_count;
    read_field(reader, field, shape, row, value);
    if (field->kind == FIELD_OBJECT || field->kind == FIELD_ASK) {
        in_rows = *(const int32_t *)reader_slot(reader, field, shape, row) != 0;
    }
    if (!in_rows && reader->findings->error_count > errors) {
        keep_extra(reader, object, value);
    }
}

static void complain_unknown(Reader *reader, const Shape *shape, const JsonValue *value) {
    enum { FAR = 4 };
    Str key = json_key(value);
    Str nearest = {0};
    int32_t distance = FAR;
    for (int32_t i = 0; i < shape->field_count && !findings_is_full(reader->findings); i++) {
        int32_t here = str_distance(key, shape->fields[i].key, FAR);
        if (here < distance && here <= shape->fields[i].key.len / 2) {
            distance = here;
            nearest = shape->fields[i].key;
        }
    }
    int32_t variant = nearest.len > 0 ? UNKNOWN_KEY_NEAR : UNKNOWN_KEY_PLAIN;
    reader_complain(reader, FINDING_UNKNOWN_KEY, value, variant, key)->arguments[1] = nearest;
}

static void put_fallbacks(Reader *reader, const Shape *shape, int32_t row) {
    for (int32_t i = 0; i < shape->field_count; i++) {
        const Field *field = &shape->fields[i];
        if (field->kind == FIELD_INT) {
            *(int32_t *)reader_slot(reader, field, shape, row) = field->fallback;
        }
    }
}

// One bit for each field that was met.
static uint64_t read_members(Reader *reader, const Shape *shape, int32_t row, const JsonValue *object) {
    ASSERT(shape->field_count <= 64);
    uint64_t met = 0;
    const Field *last = NULL;
    for (const JsonValue *value = json_first(object); value; value = json_next(value)) {
        const Field *field = shape_find_next_field(shape, last, json_key(value));
        if (field) {
            last = field;
            met |= UINT64_C(1) << (field - shape->fields);
            read_or_keep(reader, field, shape, row, object, value);
            continue;
        }
        keep_extra(reader, object, value);
        if (!str_begins(json_key(value), S("x-"))) {
            complain_unknown(reader, shape, value);
        }
    }
    return met;
}

static void check_members(Reader *reader, const Shape *shape, const JsonValue *object, uint64_t met) {
    int32_t ways = 0;
    int32_t ways_met = 0;
    for (int32_t i = 0; i < shape->field_count; i++) {
        const Field *field = &shape->fields[i];
        bool here = (met & UINT64_C(1) << i) != 0;
        ways += field->way;
        ways_met += field->way && here;
        if (field->required && !here) {
            reader_complain(reader, FINDING_MISSING_KEY, object, 0, field->key);
        }
    }
    if (ways_met > 1 || (ways > 0 && ways_met == 0 && !reader->quiz)) {
        reader_complain(reader, FINDING_BAD_VALUE, object, BAD_VALUE_SCENE_SHAPE, (Str){0});
    }
}

void reader_fill_object(Reader *reader, const Shape *shape, int32_t row, const JsonValue *object) {
    put_fallbacks(reader, shape, row);
    *(int32_t *)(void *)((char *)shape_row(reader->scenario, shape, row) + shape->place) = json_place(object);
    if (reader_expect(reader, object, JSON_OBJECT)) {
        check_members(reader, shape, object, read_members(reader, shape, row, object));
    } else {
        keep_whole(reader, object);
    }
}

typedef struct {
    Findings *findings;
    Str bytes;
} Reporting;

// A character that cannot be seen is told by its name, a text of ours.
static void name_character(Findings *findings, Finding *finding, Str about, int32_t code) {
    Str name = character_name(code);
    finding->arguments[0] = name.len > 0 ? name : str_copy(findings->arena, about);
    finding->words = name.len > 0 ? 1 : 0;
    finding->arguments[1] = code >= 0 ? character_code(findings->arena, code) : (Str){0};
}

static void explain(const Reporting *reporting, Finding *finding, int32_t offset) {
    JsonExplained why = json_explain(reporting->bytes, offset);
    finding->variant = (int32_t)why.kind;
    bool alone = why.kind == JSON_BAD_SIGN || why.kind == JSON_BAD_UNSEEN || why.kind == JSON_BAD_CONTROL;
    name_character(reporting->findings, finding, why.about, alone || why.about.len == 0 ? why.code : -1);
    if (why.kind == JSON_BAD_CURLY || why.kind == JSON_BAD_SINGLE) {
        finding->arguments[1] = character_code(reporting->findings->arena, why.code);
    }
}

static void report_fault(void *context, JsonFault fault, int32_t offset, Str about) {
    static const FindingCode CODES[] = {
        [JSON_NOT_UTF8] = FINDING_NOT_UTF8,           [JSON_BOM] = FINDING_BOM,
        [JSON_TOO_LARGE] = FINDING_TOO_LARGE,         [JSON_BAD] = FINDING_BAD_JSON,
        [JSON_TRAILING_TEXT] = FINDING_TRAILING_TEXT, [JSON_TOO_DEEP] = FINDING_TOO_DEEP,
        [JSON_DUPLICATE_KEY] = FINDING_DUPLICATE_KEY, [JSON_BAD_NUMBER] = FINDING_BAD_NUMBER,
        [JSON_NUL_IN_TEXT] = FINDING_NUL_IN_TEXT,     [JSON_LONE_SURROGATE] = FINDING_LONE_SURROGATE};
    const Reporting *reporting = context;
    Finding *finding = findings_add(reporting->findings, CODES[fault], offset, about);
    if (fault == JSON_BAD) {
        explain(reporting, finding, offset);
    } else if (fault == JSON_TRAILING_TEXT) {
        ptrdiff_t at = offset;
        name_character(reporting->findings, finding, about, utf8_decode(reporting->bytes, &at));
    }
}

// A file of another format is not guessed at: nothing else of it is read.
static bool is_newer(Reader *reader, const JsonValue *root) {
    const JsonValue *format = json_member(root, S("format"));
    if (!format || json_type(format) != JSON_INTEGER || json_integer(format) == 1) {
        return false;
    }
    Str number = str_format(reader->findings->arena, "%lld", (long long)json_integer(format));
    reader_complain(reader, FINDING_NEWER_FORMAT, format, 0, number);
    return true;
}

// Walks of a case stand beside it, and are easily named with it: every key of theirs would be told as unknown.
static bool is_test_file(Reader *reader, const JsonValue *root) {
    const JsonValue *tested = json_member(root, S("case"));
    const JsonValue *tests = json_member(root, S("tests"));
    bool is_one = tested && json_type(tested) == JSON_TEXT && tests && json_type(tests) == JSON_LIST &&
                  json_member(root, S("scenes")) == NULL;
    if (is_one) {
        reader_complain(reader, FINDING_TEST_FILE, tests, 0, json_text(tested));
    }
    return is_one;
}

static int compare_owners(const void *a, const void *b) {
    const Extra *left = a;
    const Extra *right = b;
    return (left->owner > right->owner) - (left->owner < right->owner);
}

// Those of one object side by side: by their keys they are put when they are written.
static void sort_extras(Scenario *scenario) {
    Extra *rows = scenario->extras.rows;
    int32_t count = scenario->extras.count;
    for (int32_t i = 2; i < count; i++) {
        if (rows[i].owner < rows[i - 1].owner) {
            qsort(rows + 1, (size_t)count - 1, sizeof(Extra), compare_owners);
            return;
        }
    }
}

static void read_root(Reader *reader, const Shape *shape, const JsonValue *root) {
    if (is_newer(reader, root) || is_test_file(reader, root)) {
        return;
    }
    const JsonValue *kind = json_member(root, S("kind"));
    reader->quiz = kind && json_type(kind) == JSON_TEXT && str_equal(json_text(kind), S("quiz"));
    reader_fill_object(reader, shape, 0, root);
    reader->scenario->read = json_type(root) == JSON_OBJECT;
    sort_extras(reader->scenario);
}

// clang-format off
#define EACH_TABLE(DO)                                                                                                 \
    DO(names) DO(texts) DO(refs) DO(amounts) DO(routes) DO(whys) DO(lines) DO(options) DO(items) DO(bins) DO(scales)   \
    DO(key_entries) DO(near_pairs) DO(share_bands) DO(rules) DO(detector_uses) DO(panel_counts) DO(voices) DO(panels)  \
    DO(own_words) DO(limits) DO(asks) DO(portraits) DO(endings) DO(trainer_notes) DO(scenes) DO(gauge_bands)           \
    DO(gauges) DO(facts) DO(characters) DO(competencies) DO(detectors) DO(examples) DO(sources)                        \
    DO(pronunciations) DO(points)                                                                                      \
    DO(debriefs) DO(minutes_table) DO(conditions) DO(code) DO(watches) DO(extras)
// clang-format on

// Row 0 of every table means "none".
static void add_nil_rows(Arena *arena, Scenario *scenario) {
#define ADD_NIL(table) (void)rows_append(arena, &scenario->table);
    EACH_TABLE(ADD_NIL)
#undef ADD_NIL
}

static void fit_tables(Arena *arena, Scenario *scenario) {
#define FIT(table) rows_fit(arena, &scenario->table);
    EACH_TABLE(FIT)
#undef FIT
}

typedef struct {
    Arena *arena, *scratch;
    const Framework *framework;
    Findings *findings;
} Parse;

static Scenario *parse_as(const Parse *parse, const Shape *shape, Str bytes) {
    ArenaMark mark = arena_mark(parse->scratch);
    Scenario *scenario = arena_push(parse->arena, Scenario, 1);
    JsonDoc doc = {0};
    Reader reader = {.arena = parse->arena,
                     .scratch = parse->scratch,
                     .framework = parse->framework,
                     .doc = &doc,
                     .scenario = scenario,
                     .findings = parse->findings};
    scenario->framework = parse->framework;
    add_nil_rows(parse->arena, scenario);
    if (json_parse(parse->scratch, bytes, &doc, report_fault, &(Reporting){parse->findings, bytes})) {
        read_root(&reader, shape, doc.root);
        json_finish(&doc);
    }
    reader_link(&reader);
    fit_tables(parse->arena, scenario);
    arena_rewind(parse->scratch, mark);
    scenario->playable = parse->findings->error_count == 0;
    return scenario;
}

Scenario *scenario_parse(Arena *arena, Arena *scratch, const Framework *framework, Str bytes, Findings *findings) {
    return parse_as(&(Parse){arena, scratch, framework, findings}, &SHAPE_CASE, bytes);
}

Scenario *scenario_parse_detectors(Arena *arena, Arena *scratch, Str bytes, Findings *findings) {
    static const Framework NOTHING_SHARED = {0};
    Scenario *library = parse_as(&(Parse){arena, scratch, &NOTHING_SHARED, findings}, &SHAPE_DETECTORS, bytes);
    Learned learned = learned_of(library->language);
    for (DetectorId i = 1; i < library->detectors.count; i++) {
        Detector *detector = &library->detectors.rows[i];
        detector->learned = learned_row(&learned, scenario_name(library, detector->id));
    }
    return library;
}
