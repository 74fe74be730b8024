// Every field of every shape, read with something wrong in it.
#include "base/json_token.h"
#include "case_desk.h"
#include "case_objects.h"

static bool has_finding(const Findings *findings, FindingCode code, int32_t place) {
    for (int32_t i = 0; i < findings->count; i++) {
        if (findings->rows[i].code == code && findings->rows[i].place == place) {
            return true;
        }
    }
    return false;
}

// Values put in place of others, one of each JSON type and some more.
typedef struct {
    JsonType type;
    Str text;
} Sample;

static const Sample SAMPLES[] = {
    {JSON_NULL, S_INIT("null")},
    {JSON_FALSE, S_INIT("false")},
    {JSON_TRUE, S_INIT("true")},
    {JSON_INTEGER, S_INIT("3")},
    {JSON_INTEGER, S_INIT("-9007199254740991")},
    {JSON_TEXT, S_INIT("\"\"")},
    {JSON_TEXT, S_INIT("\"x\"")},
    {JSON_TEXT, S_INIT("\"É'%s\\u0001\"")},
    {JSON_LIST, S_INIT("[]")},
    {JSON_LIST, S_INIT("[[], {}, \"x\", null]")},
    {JSON_OBJECT, S_INIT("{}")},
    {JSON_OBJECT, S_INIT("{\"id\": [3], \"x-a\": null, \"kind\": {}, \"\": 3}")},
};

static bool takes(FieldKind kind, JsonType type) {
    switch (kind) {
    case FIELD_INT:
        return type == JSON_INTEGER;
    case FIELD_FLAG:
        return type == JSON_TRUE || type == JSON_FALSE;
    case FIELD_AMOUNTS:
    case FIELD_OBJECT:
    case FIELD_ASK:
    case FIELD_PANEL_ANSWERS:
        return type == JSON_OBJECT;
    case FIELD_ROUTES:
    case FIELD_TEXT_ROUTES:
        return type == JSON_TEXT || type == JSON_LIST;
    case FIELD_WHY:
        return type == JSON_TEXT || type == JSON_OBJECT;
    case FIELD_TEXTS:
    case FIELD_REFS:
    case FIELD_LIST:
    case FIELD_COMPETENCIES:
    case FIELD_AT:
    case FIELD_RANK_KEY:
    case FIELD_NEAR:
        return type == JSON_LIST;
    default:
        return type == JSON_TEXT;
    }
}

// A member of the complete case: its field, and where its key and its value stand.
typedef struct {
    const Shape *shape;
    const Field *field;
    int32_t object, place, from, to;
} Member;

typedef ROWS_OF(Member) Members;

static ptrdiff_t token_end(Str bytes, Str token) {
    return token.text - bytes.text + token.len;
}

static ptrdiff_t value_end(Str bytes, ptrdiff_t from) {
    int32_t depth = 0;
    do {
        Str token = json_find_token(bytes, from);
        depth += *token.text == '{' || *token.text == '[';
        depth -= *token.text == '}' || *token.text == ']';
        from = token_end(bytes, token);
    } while (depth > 0);
    return from;
}

static bool has_field(const Members *members, const Field *field) {
    for (int32_t i = 0; i < members->count; i++) {
        if (members->rows[i].field == field) {
            return true;
        }
    }
    return false;
}

static void add_member(Desk *desk, Members *members, const Shape *shape, const Field *field, int32_t object) {
    int32_t place = json_find_part(desk->complete, object, field->key, -1, -1);
    if (place != object && !has_field(members, field)) {
        int32_t from = (int32_t)json_skip_key(desk->complete, place);
        int32_t to = (int32_t)value_end(desk->complete, from);
        Member *member = rows_append(&desk->lasting, members);
        *member = (Member){shape, field, object, place, from, to};
    }
}

// One member for each field of each shape.
static Members list_members(Desk *desk) {
    const Scenario *scenario = read_case(desk, desk->complete).scenario;
    CaseObjects objects = {0};
    case_list_objects(&desk->lasting, scenario, &objects);
    Members members = {0};
    for (int32_t i = 0; i < objects.count; i++) {
        const Shape *shape = objects.rows[i].shape;
        for (int32_t f = 0; f < shape->field_count; f++) {
            add_member(desk, &members, shape, &shape->fields[f], case_place(scenario, objects.rows[i]));
        }
    }
    arena_finish(&desk->arena);
    return members;
}

// Each test says of one member how it went wrong.
static void fail_at(const Member *member, Str why) {
    fail_msg("%.*s of a %.*s: %.*s", S_ARG(member->field->key), S_ARG(member->shape->name), S_ARG(why));
}

static void the_complete_case_has_each_field_of_each_shape(void **state) {
    Members members = list_members(*state);
    assert_true(members.count > 200);
    for (int32_t i = 0; i < members.count; i++) {
        Member missing = members.rows[i];
        for (int32_t f = 0; f < missing.shape->field_count; f++) {
            missing.field = &missing.shape->fields[f];
            if (!has_field(&members, missing.field)) {
                fail_at(&missing, S("is not there"));
            }
        }
    }
}

static void try_value(Desk *desk, const Member *member, const Sample *sample) {
    Str bytes = splice(desk, desk->complete, member->from, member->to, sample->text);
    Reading reading = read_case(desk, bytes);
    bool told = has_finding(&reading.findings, FINDING_WRONG_TYPE, member->place);
    if (told != !takes(member->field->kind, sample->type)) {
        fail_at(member, sample->text);
    }
    arena_finish(&desk->arena);
}

static void a_value_of_another_type_is_told_at_its_place(void **state) {
    Members members = list_members(*state);
    for (int32_t i = 0; i < members.count; i++) {
        for (int32_t s = 0; s < COUNT(SAMPLES); s++) {
            try_value(*state, &members.rows[i], &SAMPLES[s]);
        }
    }
}

// In place of the first element of a list. No list takes null.
static void try_element(Desk *desk, const Member *member, const Sample *sample) {
    Str first = json_find_token(desk->complete, member->from + 1);
    ptrdiff_t from = first.text - desk->complete.text;
    Str bytes = splice(desk, desk->complete, from, value_end(desk->complete, from), sample->text);
    Reading reading = read_case(desk, bytes);
    if (sample->type == JSON_NULL && !has_finding(&reading.findings, FINDING_WRONG_TYPE, (int32_t)from)) {
        fail_at(member, sample->text);
    }
    arena_finish(&desk->arena);
}

static void an_element_of_another_type_is_told(void **state) {
    Desk *desk = *state;
    Members members = list_members(desk);
    for (int32_t i = 0; i < members.count; i++) {
        bool list = desk->complete.text[members.rows[i].from] == '[';
        for (int32_t s = 0; list && s < COUNT(SAMPLES); s++) {
            try_element(desk, &members.rows[i], &SAMPLES[s]);
        }
    }
}

static void a_required_key_that_is_missing_is_told_of_its_object(void **state) {
    Desk *desk = *state;
    Members members = list_members(desk);
    for (int32_t i = 0; i < members.count; i++) {
        const Member *member = &members.rows[i];
        ptrdiff_t end = token_end(desk->complete, json_find_token(desk->complete, member->place));
        Reading reading = read_case(desk, splice(desk, desk->complete, member->place, end, S("\"x-gone\"")));
        if (has_finding(&reading.findings, FINDING_MISSING_KEY, member->object) != member->field->required) {
            fail_at(member, S("missing"));
        }
        arena_finish(&desk->arena);
    }
}

static const Finding *find_unknown(const Findings *findings, int32_t place) {
    for (int32_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->rows[i];
        if (finding->code == FINDING_UNKNOWN_KEY && finding->place == place) {
            return finding;
        }
    }
    return NULL;
}

// A key of one or two letters is like too many others to be a hint.
static void try_misspelling(Desk *desk, const Member *member) {
    Str key = member->field->key;
    Str wrong = str_format(&desk->arena, "%.*sq", S_ARG(key));
    Str bytes = splice(desk, desk->complete, member->place + 1, member->place + 1 + key.len, wrong);
    Reading reading = read_case(desk, bytes);
    const Finding *finding = find_unknown(&reading.findings, member->place);
    bool told = finding && str_equal(finding->arguments[0], wrong) &&
                (finding->variant == UNKNOWN_KEY_NEAR) == (finding->arguments[1].len > 0);
    if (!told || (key.len > 2 && !str_equal(finding->arguments[1], key))) {
        fail_at(member, wrong);
    }
    arena_finish(&desk->arena);
}

static void a_key_that_is_not_known_is_told_with_the_nearest_one(void **state) {
    Members members = list_members(*state);
    for (int32_t i = 0; i < members.count; i++) {
        if (members.rows[i].field->words != &WORDS_ASK_KIND) { // without a kind nothing of an ask is read
            try_misspelling(*state, &members.rows[i]);
        }
    }
}

static bool is_out_of_range(Desk *desk, const Member *member, int64_t number) {
    Str text = str_format(&desk->arena, "%lld", (long long)number);
    Reading reading = read_case(desk, splice(desk, desk->complete, member->from, member->to, text));
    bool told = false;
    for (int32_t i = 0; i < reading.findings.count; i++) {
        const Finding *finding = &reading.findings.rows[i];
        told = told || (finding->code == FINDING_BAD_VALUE && finding->variant == BAD_VALUE_RANGE &&
                        finding->place == member->place);
    }
    arena_finish(&desk->arena);
    return told;
}

static void a_number_out_of_its_range_is_told(void **state) {
    Desk *desk = *state;
    Members members = list_members(desk);
    for (int32_t i = 0; i < members.count; i++) {
        const Field *field = members.rows[i].field;
        if (field->kind == FIELD_INT && !str_equal(field->key, S("format"))) {
            assert_false(is_out_of_range(desk, &members.rows[i], field->least));
            assert_false(is_out_of_range(desk, &members.rows[i], field->most));
            assert_true(is_out_of_range(desk, &members.rows[i], (int64_t)field->least - 1));
            assert_true(is_out_of_range(desk, &members.rows[i], (int64_t)field->most + 1));
            assert_true(is_out_of_range(desk, &members.rows[i], INT64_C(1) << 40));
        }
    }
}

// The complete case has some keys of items in one kind of ask only.
static int open_desk_with_all_fields(void **state) {
    int failed = open_desk(state);
    Desk *desk = *state;
    Str bytes = replace(desk, desk->complete, S("\"text\": \"Dire son nom.\""),
                        S("\"text\": \"Dire son nom.\", \"why\": \"Oui.\", \"sources\": [\"guide\"]"));
    bytes = replace(desk, bytes, S("\"text\": \"L’enveloppe\""),
                    S("\"text\": \"L’enveloppe\", \"why\": \"Non.\", \"sources\": [\"guide\"]"));
    desk->complete = str_copy(&desk->lasting, bytes);
    return failed;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_complete_case_has_each_field_of_each_shape),
        cmocka_unit_test(a_value_of_another_type_is_told_at_its_place),
        cmocka_unit_test(an_element_of_another_type_is_told),
        cmocka_unit_test(a_required_key_that_is_missing_is_told_of_its_object),
        cmocka_unit_test(a_key_that_is_not_known_is_told_with_the_nearest_one),
        cmocka_unit_test(a_number_out_of_its_range_is_told),
    };
    return cmocka_run_group_tests(tests, open_desk_with_all_fields, close_desk);
}
