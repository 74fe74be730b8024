#include "scenario/reader.h"

static void read_ask(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    if (!reader_expect(reader, value, JSON_OBJECT)) {
        return;
    }
    const JsonValue *kind = json_member(value, S("kind"));
    if (!kind) {
        reader_complain(reader, FINDING_MISSING_KEY, value, 0, S("kind"));
    }
    AskKind chosen = kind ? (AskKind)reader_read_word(reader, kind, &WORDS_ASK_KIND) : ASK_NONE;
    if (chosen == ASK_NONE) {
        return; // without a kind nothing else of the ask can be judged
    }
    reader->ask = reader_add_row(reader, SHAPE_ASKS[chosen]);
    reader->scenario->asks.rows[reader->ask].kind = chosen; // a panel is read by it, wherever the key stands
    reader_fill_object(reader, SHAPE_ASKS[chosen], reader->ask, value);
    *(AskId *)reader_slot(reader, field, shape, row) = reader->ask;
    reader->ask = 0;
}

static void read_competencies(Reader *reader, const Field *field, const Shape *shape, int32_t row,
                              const JsonValue *value) {
    if (!reader_expect(reader, value, JSON_LIST)) {
        return;
    }
    Scenario *scenario = reader->scenario;
    Span span = {scenario->competencies.count, reader_fit_count(reader, value, field->least, field->most)};
    const JsonValue *element = json_first(value);
    for (int32_t i = 0; i < span.count; i++, element = json_next(element)) {
        int32_t child = reader_add_row(reader, &SHAPE_COMPETENCY);
        if (json_type(element) == JSON_TEXT) {
            Name id = reader_read_name(reader, element, FIELD_NAME);
            scenario->competencies.rows[child] = (Competency){.id = id, .alone = true, .place = json_place(element)};
        } else {
            reader_fill_object(reader, &SHAPE_COMPETENCY, child, element);
        }
    }
    *(Span *)reader_slot(reader, field, shape, row) = span;
}

// One value that stands for a single route.
static Span read_route(Reader *reader, const JsonValue *value, bool to_text) {
    Scenario *scenario = reader->scenario;
    if (!reader_expect(reader, value, JSON_TEXT)) {
        return (Span){0};
    }
    Route route = {.place = json_place(value)};
    if (to_text) {
        reader_read_text(reader, value, LIMIT_TEXT_CHARS, &route.text);
    } else {
        route.to = reader_read_ref(reader, value, TARGET_SCENE);
    }
    *rows_append(reader->arena, &scenario->routes) = route;
    return (Span){scenario->routes.count - 1, 1};
}

// All but the last have a condition.
static void check_routes(Reader *reader, Span span) {
    for (int32_t i = 0; i < span.count; i++) {
        const Route *route = &reader->scenario->routes.rows[span.first + i];
        bool last = i == span.count - 1;
        if (last != (route->when == 0)) {
            Finding *finding = findings_add(reader->findings, FINDING_BAD_VALUE, route->place, (Str){0});
            finding->variant = last ? BAD_VALUE_LAST_ROUTE : BAD_VALUE_DEAD_ROUTE;
        }
    }
}

static void read_routes(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    bool to_text = field->kind == FIELD_TEXT_ROUTES;
    Span span;
    if (json_type(value) == JSON_LIST) {
        Field routes = {.least = 1, .most = field->most};
        span = reader_read_rows(reader, to_text ? &SHAPE_TEXT_ROUTE : &SHAPE_ROUTE, value, &routes);
        check_routes(reader, span);
    } else {
        span = read_route(reader, value, to_text);
    }
    *(Span *)reader_slot(reader, field, shape, row) = span;
}

static bool says_something(const JsonValue *why) {
    const JsonValue *member = json_first(why);
    while (member && !shape_find_field(&SHAPE_WHY, json_key(member))) {
        member = json_next(member);
    }
    return member != NULL;
}

static void read_why(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    bool object = json_type(value) == JSON_OBJECT;
    if (!object && !reader_expect(reader, value, JSON_TEXT)) {
        return;
    }
    int32_t why = reader_add_row(reader, &SHAPE_WHY);
    if (object) {
        reader_fill_object(reader, &SHAPE_WHY, why, value);
    } else {
        Str text = {0};
        reader_read_text(reader, value, LIMIT_TEXT_CHARS, &text);
        reader->scenario->whys.rows[why] = (Why){.text = text, .place = json_place(value)};
    }
    if (object && !says_something(value)) {
        reader_complain(reader, FINDING_BAD_VALUE, value, BAD_VALUE_EMPTY_WHY, (Str){0});
    }
    *(WhyId *)reader_slot(reader, field, shape, row) = why;
}

static void read_at(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    (void)field;
    Scene *scene = shape_row(reader->scenario, shape, row);
    if (!reader_expect(reader, value, JSON_LIST) || reader_fit_count(reader, value, 2, 2) < 2) {
        return;
    }
    const JsonValue *x = json_first(value);
    scene->at[0] = reader_read_int(reader, x, -LIMIT_INTEGER, LIMIT_INTEGER, 0);
    scene->at[1] = reader_read_int(reader, json_next(x), -LIMIT_INTEGER, LIMIT_INTEGER, 0);
    scene->placed = true;
}

static void add_key_entry(Reader *reader, const JsonValue *value, int32_t group) {
    KeyEntry entry = {.item = reader_read_ref(reader, value, TARGET_ITEM), .group = group};
    *rows_append(reader->arena, &reader->scenario->key_entries) = entry;
}

// Ids, or lists of ids for those that are tied.
static void read_rank_key(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    if (!reader_expect(reader, value, JSON_LIST)) {
        return;
    }
    int32_t first = reader->scenario->key_entries.count;
    int32_t groups = reader_fit_count(reader, value, 1, field->most);
    const JsonValue *element = json_first(value);
    for (int32_t group = 0; group < groups; group++, element = json_next(element)) {
        if (json_type(element) != JSON_LIST) {
            add_key_entry(reader, element, group);
            continue;
        }
        int32_t tied = reader_fit_count(reader, element, 1, field->most);
        const JsonValue *inner = json_first(element);
        for (int32_t i = 0; i < tied; i++, inner = json_next(inner)) {
            add_key_entry(reader, inner, group);
        }
    }
    *(Span *)reader_slot(reader, field, shape, row) = (Span){first, reader->scenario->key_entries.count - first};
}

static void add_near_pair(Reader *reader, const JsonValue *value) {
    if (!reader_expect(reader, value, JSON_LIST) || reader_fit_count(reader, value, 2, 2) < 2) {
        return;
    }
    const JsonValue *first = json_first(value);
    NearPair pair = {.a = reader_read_ref(reader, first, TARGET_BIN),
                     .b = reader_read_ref(reader, json_next(first), TARGET_BIN)};
    *rows_append(reader->arena, &reader->scenario->near_pairs) = pair;
}

static void read_near(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    if (!reader_expect(reader, value, JSON_LIST)) {
        return;
    }
    int32_t first = reader->scenario->near_pairs.count;
    int32_t pairs = reader_fit_count(reader, value, 0, field->most);
    const JsonValue *element = json_first(value);
    for (int32_t i = 0; i < pairs; i++, element = json_next(element)) {
        add_near_pair(reader, element);
    }
    *(Span *)reader_slot(reader, field, shape, row) = (Span){first, reader->scenario->near_pairs.count - first};
}

static void add_panel_count(Reader *reader, PanelCount count, const JsonValue *value) {
    count.count = reader_read_int(reader, value, 0, LIMIT_PANEL, 0);
    *rows_append(reader->arena, &reader->scenario->panel_counts) = count;
}

// A level or a place, as the writer writes it: other spellings of one number would be two keys.
static bool read_level(Str key, int32_t *level) {
    bool plain = key.len > 0 && key.text[0] >= '0' && (key.text[0] != '0' || key.len == 1);
    return plain && str_to_int(key, level);
}

static void add_item_counts(Reader *reader, const JsonValue *member) {
    if (!reader_expect(reader, member, JSON_OBJECT)) {
        return;
    }
    AskKind kind = reader->scenario->asks.rows[reader->ask].kind;
    for (const JsonValue *inner = json_first(member); inner; inner = json_next(inner)) {
        PanelCount count = {.of = reader_read_key(reader, member, TARGET_ITEM)};
        if (kind == ASK_CLASSIFY) {
            count.bin = reader_read_key(reader, inner, TARGET_BIN);
        } else if (!read_level(json_key(inner), &count.level)) {
            reader_complain(reader, FINDING_BAD_VALUE, inner, BAD_VALUE_LEVEL, json_key(inner));
        }
        add_panel_count(reader, count, inner);
    }
}

// {option: n}, or for items {item: {bin, level or place: n}}.
static void read_panel_answers(Reader *reader, const Field *field, const Shape *shape, int32_t row,
                               const JsonValue *value) {
    if (!reader_expect(reader, value, JSON_OBJECT)) {
        return;
    }
    AskKind kind = reader->scenario->asks.rows[reader->ask].kind;
    int32_t first = reader->scenario->panel_counts.count;
    for (const JsonValue *member = json_first(value); member; member = json_next(member)) {
        if (kind == ASK_CHOICE || kind == ASK_MULTIPLE) {
            PanelCount count = {.of = reader_read_key(reader, member, TARGET_OPTION)};
            add_panel_count(reader, count, member);
        } else {
            add_item_counts(reader, member);
        }
    }
    *(Span *)reader_slot(reader, field, shape, row) = (Span){first, reader->scenario->panel_counts.count - first};
}

FieldReader *const READER_SPECIAL[FIELD_KIND_COUNT] = {[FIELD_ASK] = read_ask,
                                                       [FIELD_COMPETENCIES] = read_competencies,
                                                       [FIELD_ROUTES] = read_routes,
                                                       [FIELD_TEXT_ROUTES] = read_routes,
                                                       [FIELD_WHY] = read_why,
                                                       [FIELD_AT] = read_at,
                                                       [FIELD_RANK_KEY] = read_rank_key,
                                                       [FIELD_NEAR] = read_near,
                                                       [FIELD_PANEL_ANSWERS] = read_panel_answers};
