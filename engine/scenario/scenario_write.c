#include "scenario/scenario_write.h"

#include "base/error.h"
#include "base/utf8.h"
#include "scenario/scenario_writer.h"
#include "scenario/typography.h"

#include <stdlib.h>

// A value that holds only numbers, names and conditions stands on one line while the line has no more columns; so does
// a list of texts, within fewer: sentences have a line each, so that a change of one shows as one.
enum { LINE_COLUMNS = 120, TEXTS_COLUMNS = 80 };

const void *scenario_field_slot(const Field *field, const void *row) {
    return (const char *)row + field->offset;
}

static int32_t int_of(const Field *field, const void *row) {
    return *(const int32_t *)scenario_field_slot(field, row);
}

static Span span_of(const Field *field, const void *row) {
    return *(const Span *)scenario_field_slot(field, row);
}

void scenario_put_name(Writer *writer, Name name) {
    json_write_text(&writer->json, scenario_name(writer->scenario, name));
}

// A text that mending would make too long to be read again stays as it is.
void scenario_put_text(Writer *writer, const Field *field, Str text) {
    ArenaMark mark = arena_mark(writer->scratch);
    if (writer->mends && !field->verbatim) {
        Str mended = typography_mend(writer->scratch, text);
        bool fits = mended.len <= LIMIT_TEXT_CHARS || utf8_count(mended) <= LIMIT_TEXT_CHARS;
        text = fits ? mended : text;
    }
    json_write_text(&writer->json, text);
    arena_rewind(writer->scratch, mark);
}

static void put_text(Writer *writer, const Field *field, const void *row) {
    scenario_put_text(writer, field, *(const Str *)scenario_field_slot(field, row));
}

static void put_name(Writer *writer, const Field *field, const void *row) {
    scenario_put_name(writer, int_of(field, row));
}

static void put_int(Writer *writer, const Field *field, const void *row) {
    json_write_int(&writer->json, int_of(field, row));
}

static void put_flag(Writer *writer, const Field *field, const void *row) {
    (void)field;
    (void)row;
    json_write_bool(&writer->json, true);
}

static void put_word(Writer *writer, const Field *field, const void *row) {
    json_write_text(&writer->json, field->words->words[int_of(field, row) - 1]);
}

static void put_condition(Writer *writer, const Field *field, const void *row) {
    json_write_text(&writer->json, writer->scenario->conditions.rows[int_of(field, row)].text);
}

static void put_ref(Writer *writer, const Field *field, const void *row) {
    scenario_put_name(writer, ((const Ref *)scenario_field_slot(field, row))->name);
}

static void put_refs(Writer *writer, const Field *field, const void *row) {
    Span span = span_of(field, row);
    json_begin_list(&writer->json);
    for (int32_t i = 0; i < span.count; i++) {
        scenario_put_name(writer, writer->scenario->refs.rows[span.first + i].name);
    }
    json_end(&writer->json);
}

static void put_texts(Writer *writer, const Field *field, const void *row) {
    Span span = span_of(field, row);
    json_begin_list(&writer->json);
    for (int32_t i = 0; i < span.count; i++) {
        scenario_put_text(writer, field, writer->scenario->texts.rows[span.first + i]);
    }
    json_end(&writer->json);
}

static void put_amounts(Writer *writer, const Field *field, const void *row) {
    Span span = span_of(field, row);
    json_begin_object(&writer->json);
    for (int32_t i = 0; i < span.count; i++) {
        const Amount *amount = &writer->scenario->amounts.rows[span.first + i];
        json_write_member_int(&writer->json, scenario_name(writer->scenario, amount->of.name), amount->value);
    }
    json_end(&writer->json);
}

static void put_object(Writer *writer, const Field *field, const void *row) {
    scenario_put_row(writer, field->shape, int_of(field, row));
}

static void put_list(Writer *writer, const Field *field, const void *row) {
    Span span = span_of(field, row);
    json_begin_list(&writer->json);
    for (int32_t i = 0; i < span.count; i++) {
        scenario_put_row(writer, field->shape, span.first + i);
    }
    json_end(&writer->json);
}

static FieldWriter *const PLAIN[FIELD_KIND_COUNT] = {[FIELD_TEXT] = put_text,
                                                     [FIELD_SLUG] = put_name,
                                                     [FIELD_NAME] = put_name,
                                                     [FIELD_LANGUAGE] = put_text,
                                                     [FIELD_DATE] = put_text,
                                                     [FIELD_INT] = put_int,
                                                     [FIELD_FLAG] = put_flag,
                                                     [FIELD_WORD] = put_word,
                                                     [FIELD_TEXTS] = put_texts,
                                                     [FIELD_REF] = put_ref,
                                                     [FIELD_REFS] = put_refs,
                                                     [FIELD_AMOUNTS] = put_amounts,
                                                     [FIELD_CONDITION] = put_condition,
                                                     [FIELD_OBJECT] = put_object,
                                                     [FIELD_LIST] = put_list};

// How long the line may become on which a list or a map may stand.
static const int32_t COLUMNS[FIELD_KIND_COUNT] = {
    [FIELD_TEXTS] = TEXTS_COLUMNS,  [FIELD_REFS] = LINE_COLUMNS,
    [FIELD_AMOUNTS] = LINE_COLUMNS, [FIELD_COMPETENCIES] = LINE_COLUMNS,
    [FIELD_AT] = LINE_COLUMNS,      [FIELD_RANK_KEY] = LINE_COLUMNS,
    [FIELD_NEAR] = LINE_COLUMNS,    [FIELD_PANEL_ANSWERS] = LINE_COLUMNS,
};

bool scenario_has_extras(const Writer *writer, int32_t place) {
    const Scenario *scenario = writer->scenario;
    int32_t at = scenario_find_extra(scenario, place);
    return at < scenario->extras.count && scenario->extras.rows[at].owner == place;
}

// Finds what is kept of an object under a key; with an empty key, in the place of the object itself. NULL: nothing.
static const Extra *find_extra(const Scenario *scenario, int32_t place, Str key) {
    for (int32_t i = scenario_find_extra(scenario, place); i < scenario->extras.count; i++) {
        const Extra *extra = &scenario->extras.rows[i];
        if (extra->owner != place) {
            break;
        }
        if (key.len == 0 ? extra->whole : str_equal(extra->key, key)) {
            return extra;
        }
    }
    return NULL;
}

static void put_kept(Writer *writer, const Extra *extra) {
    json_write_key(&writer->json, extra->key);
    json_write_raw(&writer->json, extra->raw);
}

static void put_field(Writer *writer, const Field *field, const void *row) {
    FieldWriter *put = PLAIN[field->kind] ? PLAIN[field->kind] : WRITER_SPECIAL[field->kind];
    json_write_key(&writer->json, field->key);
    JsonAttempt attempt = {0};
    while (json_try_line(&writer->json, &attempt, COLUMNS[field->kind])) {
        put(writer, field, row);
    }
}

static int compare_keys(const void *a, const void *b) {
    const Extra *const *left = a;
    const Extra *const *right = b;
    return str_compare((*left)->key, (*right)->key);
}

// By their keys, so that the same case is written the same. Those in the place of a field stand there.
static void put_extras(Writer *writer, const Shape *shape, int32_t place) {
    const Scenario *scenario = writer->scenario;
    ArenaMark mark = arena_mark(writer->scratch);
    ROWS_OF(const Extra *) extras = {0};
    for (int32_t i = scenario_find_extra(scenario, place); i < scenario->extras.count; i++) {
        const Extra *extra = &scenario->extras.rows[i];
        if (extra->owner != place) {
            break;
        }
        if (!shape_find_field(shape, extra->key)) {
            rows_push(writer->scratch, &extras, extra);
        }
    }
    if (extras.count > 1) {
        qsort(extras.rows, (size_t)extras.count, sizeof *extras.rows, compare_keys);
    }
    for (int32_t i = 0; i < extras.count; i++) {
        put_kept(writer, extras.rows[i]);
    }
    arena_rewind(writer->scratch, mark);
}

static bool is_short(const Scenario *scenario, const Field *field, const void *row) {
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_TEXTS:
        return field->label;
    case FIELD_OBJECT:
    case FIELD_LIST:
    case FIELD_ASK:
    case FIELD_COMPETENCIES:
    case FIELD_TEXT_ROUTES:
    case FIELD_WHY:
        return false;
    case FIELD_ROUTES:
        return span_of(field, row).count == 1 && scenario->routes.rows[span_of(field, row).first].when == 0;
    case FIELD_SLUG:
    case FIELD_NAME:
    case FIELD_LANGUAGE:
    case FIELD_DATE:
    case FIELD_INT:
    case FIELD_FLAG:
    case FIELD_WORD:
    case FIELD_REF:
    case FIELD_REFS:
    case FIELD_AMOUNTS:
    case FIELD_CONDITION:
    case FIELD_AT:
    case FIELD_RANK_KEY:
    case FIELD_NEAR:
    case FIELD_PANEL_ANSWERS:
    case FIELD_KIND_COUNT:
        break;
    }
    return true;
}

static void put_members(Writer *writer, const Shape *shape, const void *row, int32_t place) {
    json_begin_object(&writer->json);
    bool extras = scenario_has_extras(writer, place);
    for (int32_t i = 0; i < shape->field_count; i++) {
        const Extra *kept = extras ? find_extra(writer->scenario, place, shape->fields[i].key) : NULL;
        if (kept) {
            put_kept(writer, kept);
        } else if (shape_is_said(&shape->fields[i], row)) {
            put_field(writer, &shape->fields[i], row);
        }
    }
    if (extras) {
        put_extras(writer, shape, place);
    }
    json_end(&writer->json);
}

void scenario_put_row(Writer *writer, const Shape *shape, int32_t row) {
    const void *from = shape_row(writer->scenario, shape, row);
    int32_t place = *(const int32_t *)(const void *)((const char *)from + shape->place);
    const Extra *whole = find_extra(writer->scenario, place, (Str){0});
    if (whole) {
        json_write_raw(&writer->json, whole->raw);
        return;
    }
    bool small = !scenario_has_extras(writer, place);
    for (int32_t i = 0; small && i < shape->field_count; i++) {
        const Field *field = &shape->fields[i];
        small = !shape_is_said(field, from) || is_short(writer->scenario, field, from);
    }
    JsonAttempt attempt = {0};
    while (json_try_line(&writer->json, &attempt, small ? LINE_COLUMNS : 0)) {
        put_members(writer, shape, from, place);
    }
}

Str scenario_write(Arena *arena, Arena *scratch, const Scenario *scenario, WriteTypography typography) {
    ASSERT(arena != scratch); // which is rewound while the text grows
    Writer writer = {.json = json_writer(arena), .scratch = scratch, .scenario = scenario};
    writer.mends = typography == WRITE_MENDED && str_begins(scenario->language, S("fr"));
    scenario_put_row(&writer, &SHAPE_CASE, 0);
    rows_fit(arena, &writer.json.out);
    return json_written(&writer.json);
}

Str scenario_write_scene(Arena *arena, Arena *scratch, const Scenario *scenario, SceneId scene) {
    ASSERT(arena != scratch);
    Writer writer = {.json = json_writer(arena), .scratch = scratch, .scenario = scenario};
    scenario_put_row(&writer, shape_find_field(&SHAPE_CASE, S("scenes"))->shape, scene);
    return json_written(&writer.json);
}
