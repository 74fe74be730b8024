// Of a case with each key of the format, each key is taken away in turn: then what is written of it is another file, or
// the report says less.
#include "exchange/exchange_desk.h"

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "base/limits.h"
#include "exchange/unsaid.h"
#include "scenario/scenario_parse.h"

typedef struct {
    Desk desk;
    Str bytes;
    ExchangeKind kind;
    Str written;
    int32_t rows, silent;
} Taking;

static const Scenario *parse(Taking *taking, Str bytes) {
    Findings findings = {.arena = &taking->desk.arena};
    const Scenario *scenario =
        scenario_parse(&taking->desk.arena, &taking->desk.scratch, &taking->desk.framework, bytes, &findings);
    return scenario->playable ? scenario : NULL;
}

static int32_t export_of(Taking *taking, const Scenario *scenario, Str bytes, Str *written) {
    Exchange exchange = {.language = S("fr"), .kind = taking->kind};
    (void)exchange_export(&taking->desk.arena, &taking->desk.scratch, scenario, bytes, &exchange);
    desk_assert_settled(&exchange.report);
    *written = exchange.bytes;
    return exchange.report.count;
}

static bool is_comma_or_blank(char c) {
    return c == ',' || c == ' ' || c == '\n';
}

// With its comma: the one after it, else the one before.
static Str without(Taking *taking, const JsonDoc *doc, const JsonValue *member) {
    ptrdiff_t from = json_place(member);
    ptrdiff_t to = json_value_place(doc, member) + json_raw(doc, member).len;
    if (json_next(member)) {
        while (is_comma_or_blank(taking->bytes.text[to])) {
            to++;
        }
    } else {
        while (is_comma_or_blank(taking->bytes.text[from - 1])) {
            from--;
        }
    }
    Str before = str_slice(taking->bytes, 0, from), after = str_slice(taking->bytes, to, taking->bytes.len);
    return str_format(&taking->desk.arena, "%.*s%.*s", S_ARG(before), S_ARG(after));
}

static bool is_one_of(const Str *keys, int32_t count, const JsonValue *member) {
    for (int32_t i = 0; i < count; i++) {
        if (str_equal(json_key(member), keys[i])) {
            return true;
        }
    }
    return false;
}

// Names; a way that leads to the scene that follows anyway; a flag that is not set; the one tick that every question
// asks for; in a bank, the two of which one alone tells that an answer is right.
static bool is_a_matter_of_course(const Taking *taking, const JsonValue *member) {
    static const Str KEYS[] = {S_INIT("$schema"), S_INIT("id"), S_INIT("next"), S_INIT("min")};
    static const Str MARKS[] = {S_INIT("stance"), S_INIT("scores")};
    bool bank = taking->kind == EXCHANGE_GIFT || taking->kind == EXCHANGE_MOODLE;
    return is_one_of(KEYS, COUNT(KEYS), member) || json_type(member) == JSON_FALSE ||
           (bank && is_one_of(MARKS, COUNT(MARKS), member));
}

// What the case cannot be read without, and is told of as a whole, by its name.
static bool is_told_by_name(const JsonValue *member) {
    static const Str KEYS[] = {S_INIT("gauges"),    S_INIT("facts"),   S_INIT("competencies"),
                               S_INIT("detectors"), S_INIT("sources"), S_INIT("own_words")};
    return is_one_of(KEYS, COUNT(KEYS), member);
}

// Whether the file that is written shows the key; what is told of as a whole has no part that is to be told.
static bool shows(Taking *taking, const JsonDoc *doc, const JsonValue *member) {
    Str bytes = without(taking, doc, member), written;
    const Scenario *scenario = parse(taking, bytes);
    if (!scenario) {
        return true;
    }
    int32_t rows = export_of(taking, scenario, bytes, &written);
    bool same = str_equal(written, taking->written);
    if (same && rows == taking->rows && !is_a_matter_of_course(taking, member)) {
        Str key = json_key(member), kind = exchange_kind_name(taking->kind);
        print_error("%.*s: “%.*s” at byte %d went without a row\n", S_ARG(kind), S_ARG(key), json_place(member));
        taking->silent++;
    }
    return !same;
}

static void take_each_key(Taking *taking, const JsonDoc *doc, const JsonValue *value) { // NOLINT(misc-no-recursion)
    bool object = json_type(value) == JSON_OBJECT;
    for (const JsonValue *each = json_first(value); each; each = json_next(each)) {
        ArenaMark mark = arena_mark(&taking->desk.arena);
        bool within = !object || (shows(taking, doc, each) && !is_told_by_name(each));
        arena_rewind(&taking->desk.arena, mark);
        if (within && (json_type(each) == JSON_OBJECT || json_type(each) == JSON_LIST)) {
            take_each_key(taking, doc, each);
        }
    }
}

static void no_key_goes_without_a_row(void **state) {
    (void)state;
    static const ExchangeKind KINDS[] = {EXCHANGE_GIFT, EXCHANGE_MOODLE, EXCHANGE_TWEE, EXCHANGE_INK, EXCHANGE_H5P};
    Taking taking = {0};
    Error error;
    desk_open(&taking.desk);
    assert_true(file_load(&taking.desk.arena, S("schema/complete.json"), LIMIT_FILE_BYTES, &taking.bytes, &error));
    // With it every option would have a why of its own, and that of the decision be for none.
    Str own_why = S(",\n            \"why\": \"Le silence laisse une place.\"");
    Str before = str_slice(taking.bytes, 0, str_find(taking.bytes, own_why));
    Str after = str_slice(taking.bytes, before.len + own_why.len, taking.bytes.len);
    taking.bytes = str_format(&taking.desk.arena, "%.*s%.*s", S_ARG(before), S_ARG(after));
    JsonDoc doc;
    Arena own = {0};
    assert_true(json_parse(&own, taking.bytes, &doc, NULL, NULL));
    for (int32_t i = 0; i < COUNT(KINDS); i++) {
        taking.kind = KINDS[i];
        taking.rows = export_of(&taking, parse(&taking, taking.bytes), taking.bytes, &taking.written);
        take_each_key(&taking, &doc, doc.root);
    }
    json_finish(&doc);
    arena_finish(&own);
    desk_close(&taking.desk);
    assert_int_equal(taking.silent, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(no_key_goes_without_a_row)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
