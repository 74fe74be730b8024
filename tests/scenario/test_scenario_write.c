#include "scenario/scenario_write.h"

#include "base/utf8.h"
#include "case_desk.h"
#include "case_equal.h"

static const char *const FILES[] = {
    "../scenarios/fr/s01-faire-faire-avec-laisser-faire.json",
    "../scenarios/fr/s02-ca-fait-trois-fois.json",
    "schema/complete.json",
};
enum { FILE_COUNT = COUNT(FILES) };

static const Scenario *parse(Desk *desk, Str bytes) {
    Reading reading = read_case(desk, bytes);
    if (!reading.scenario->playable) {
        Catalog english = {0};
        const Finding *first = &reading.findings.rows[0];
        fail_msg("%d:%d: %.*s", first->line, first->column, S_ARG(finding_message(&desk->arena, &english, first)));
    }
    return reading.scenario;
}

static Str write(Desk *desk, const Scenario *scenario, WriteTypography typography) {
    return scenario_write(&desk->arena, &desk->scratch, scenario, typography);
}

static void assert_same(Desk *desk, const Scenario *before, const Scenario *after) {
    Str difference = case_find_difference(&desk->arena, before, after);
    if (difference.len > 0) {
        fail_msg("%.*s", S_ARG(difference));
    }
}

static void assert_str(Str actual, Str expected) {
    if (!str_equal(actual, expected)) {
        fail_msg("\n%.*s\nis not\n%.*s", S_ARG(actual), S_ARG(expected));
    }
}

static void assert_holds(Str bytes, Str part) {
    if (str_find(bytes, part) < 0) {
        fail_msg("%.*s is missing", S_ARG(part));
    }
}

static void what_is_written_says_what_was_read(void **state) {
    for (int32_t i = 0; i < FILE_COUNT; i++) {
        Desk *desk = *state;
        const Scenario *before = parse(desk, load_case(desk, FILES[i]));
        assert_same(desk, before, parse(desk, write(desk, before, WRITE_AS_IS)));
    }
}

static void writing_twice_gives_the_same_bytes(void **state) {
    for (int32_t i = 0; i < FILE_COUNT; i++) {
        Desk *desk = *state;
        Str once = write(desk, parse(desk, load_case(desk, FILES[i])), WRITE_AS_IS);
        assert_str(write(desk, parse(desk, once), WRITE_AS_IS), once);
    }
}

static void the_order_of_keys_in_the_file_does_not_matter(void **state) {
    Desk *desk = *state;
    Str bytes = desk->complete;
    Str moved = replace(desk, bytes, S("  \"trainer\": \"Prévoir vingt minutes.\",\n"), S(""));
    moved = replace(desk, moved, S("{"), S("{\"trainer\": \"Prévoir vingt minutes.\","));
    assert_str(write(desk, parse(desk, moved), WRITE_AS_IS), write(desk, parse(desk, bytes), WRITE_AS_IS));
}

// A value that stands for its default, and a list without elements, are not written.
static void what_need_not_be_said_is_left_out(void **state) {
    Desk *desk = *state;
    Str bytes = desk->complete;
    bytes = replace(desk, bytes, S("\"unless\": [\"sans bonjour\"]"), S("\"unless\": []"));
    Str written = write(desk, parse(desk, bytes), WRITE_AS_IS);
    static const Str ABSENT[] = {S_INIT("\"private\": false"),
                                 S_INIT("\"min\": 0"),
                                 S_INIT("\"max\": 100"),
                                 S_INIT("unless"),
                                 S_INIT("[]"),
                                 S_INIT("{}")};
    for (int32_t i = 0; i < COUNT(ABSENT); i++) {
        if (str_find(written, ABSENT[i]) >= 0) {
            fail_msg("%.*s is written", S_ARG(ABSENT[i]));
        }
    }
}

static void what_holds_only_numbers_and_names_stands_on_one_line(void **state) {
    Desk *desk = *state;
    Str written = write(desk, parse(desk, desk->complete), WRITE_AS_IS);
    assert_true(
        str_begins(written, S("{\n  \"$schema\": \"../../scenarios/scenario.schema.json\",\n  \"format\": 1,\n")));
    assert_true(str_ends(written, S("\n}\n")));
    static const Str LINES[] = {
        S_INIT("\n  \"minutes\": {\"alone\": 5, \"group\": 20},\n"),
        S_INIT("\n        {\"to\": 45, \"word\": \"prudente\"},\n"),
        S_INIT("\n      \"at\": [0, 0],\n"),
        S_INIT("\n          \"answers\": {\"saluer\": 8, \"attendre\": 3, \"own-words\": 1},\n"),
        S_INIT("\n            \"scores\": {\"eco\": 2, \"tri\": -1},\n"),
        S_INIT("\n              {\"if\": \"salue\", \"to\": \"papiers\"},\n"),
        S_INIT("\n            {\"id\": \"bonjour\", \"scores\": {\"eco\": 1}}\n"),
        S_INIT("\n        \"key\": [\"lire\", [\"noter\", \"ranger\"]],\n"),
        S_INIT("\n        \"scale\": {\"labels\": [\"non\", \"à voir\", \"oui\"]},\n"),
        S_INIT("\n        \"near\": [[\"garder\", \"rendre\"]],\n"),
        S_INIT("\n  \"competencies\": [\n    \"eco\",\n    {\n      \"id\": \"tri\",\n"),
        S_INIT("\n  \"x-outil\": {\"sert\": \"à montrer qu’une clé libre est admise\"}\n"),
    };
    for (int32_t i = 0; i < COUNT(LINES); i++) {
        assert_holds(written, LINES[i]);
    }
}

static void a_line_of_numbers_and_names_that_grows_too_long_is_broken(void **state) {
    Desk *desk = *state;
    Str bytes = load_case(desk, FILES[0]);
    Str written = write(desk, parse(desk, bytes), WRITE_AS_IS);
    for (Str rest = written; rest.len > 0;) {
        Str line = str_cut(&rest, '\n');
        bool sentence = str_find(line, S("\": \"")) >= 0 || str_begins(str_trim(line), S("\""));
        if (!sentence && utf8_count(line) > 121) {
            fail_msg("%.*s", S_ARG(line));
        }
    }
    assert_holds(written, S("\n            \"effects\": {\n              \"confiance_guillou\": 10,\n"));
}

static void a_single_route_without_condition_stands_for_itself(void **state) {
    Desk *desk = *state;
    Str bytes = desk->complete;
    Str listed = replace(desk, bytes, S("\"next\": \"prive\""), S("\"next\": [{\"to\": \"prive\"}]"));
    listed = replace(desk, listed, S("\"arrival\": \"Elle se tient droite.\""),
                     S("\"arrival\": [{\"text\": \"Elle se tient droite.\"}]"));
    assert_str(write(desk, parse(desk, listed), WRITE_AS_IS), write(desk, parse(desk, bytes), WRITE_AS_IS));
    Str kept = replace(desk, bytes, S("\"next\": \"prive\""), S("\"next\": [{\"to\": \"prive\", \"x-a\": 1}]"));
    Str written = write(desk, parse(desk, kept), WRITE_AS_IS);
    assert_holds(written, S("\"x-a\": 1"));
    assert_same(desk, parse(desk, kept), parse(desk, written));
}

// An ask of the kind in the words of the case, with all it can hold.
static void every_kind_of_ask_is_written(void **state) {
    Desk *desk = *state;
    const Scenario *before = parse(desk, desk->complete);
    bool met[ASK_WRITE + 1] = {0};
    for (AskId i = 1; i < before->asks.count; i++) {
        met[before->asks.rows[i].kind] = true;
    }
    for (int32_t kind = ASK_CHOICE; kind <= ASK_WRITE; kind++) {
        assert_true(met[kind]);
    }
    Str tied = replace(desk, desk->complete, S("[\"lire\", [\"noter\", \"ranger\"]]"),
                       S("[[\"ranger\"], [\"lire\", \"noter\"]]"));
    before = parse(desk, tied);
    Str written = write(desk, before, WRITE_AS_IS);
    assert_holds(written, S("\"key\": [\"ranger\", [\"lire\", \"noter\"]]"));
    assert_same(desk, before, parse(desk, written));
}

static int compare_places(const void *a, const void *b) {
    return (*(const int32_t *)a > *(const int32_t *)b) - (*(const int32_t *)a < *(const int32_t *)b);
}

// The first byte after the brace of each object that has a shape, in the order of the file.
static int32_t *list_openings(Desk *desk, Str bytes, int32_t *count) {
    const Scenario *scenario = parse(desk, bytes);
    CaseObjects objects = {0};
    case_list_objects(&desk->arena, scenario, &objects);
    int32_t *openings = arena_push(&desk->arena, int32_t, objects.count);
    *count = 0;
    for (int32_t i = 0; i < objects.count; i++) {
        ptrdiff_t at = json_skip_key(bytes, case_place(scenario, objects.rows[i]));
        if (bytes.text[at] == '{') {
            openings[(*count)++] = (int32_t)at + 1;
        }
    }
    qsort(openings, (size_t)*count, sizeof(int32_t), compare_places);
    return openings;
}

static void keys_that_begin_with_x_are_kept_in_every_object(void **state) {
    Desk *desk = *state;
    Str bytes = desk->complete;
    int32_t count = 0;
    const int32_t *openings = list_openings(desk, bytes, &count);
    assert_true(count > 60);
    StrBuilder noted = {.arena = &desk->arena};
    int32_t from = 0;
    for (int32_t i = 0; i < count; i++) {
        str_add(&noted, str_slice(bytes, from, openings[i]));
        str_addf(&noted, "\"x-z\": [%d, {\"\\u00e9\": null, \"a\": [ ]}], \"x-a\":true, ", i);
        from = openings[i];
    }
    str_add(&noted, str_slice(bytes, from, bytes.len));
    const Scenario *before = parse(desk, str_built(&noted));
    assert_int_equal(before->extras.count, 1 + 2 * count + 1);
    Str written = write(desk, before, WRITE_AS_IS);
    const Scenario *after = parse(desk, written);
    assert_int_equal(after->extras.count, before->extras.count);
    assert_same(desk, before, after);
    assert_str(write(desk, after, WRITE_AS_IS), written);
    assert_holds(written, S("\"word\": \"prudente\",\n          \"x-a\": true,\n          \"x-z\": ["));
}

static void mending_typography_mends_prose_and_nothing_else(void **state) {
    Desk *desk = *state;
    Str bytes = desk->complete;
    bytes = replace(desk, bytes, S("\"Elle entre.\""), S("\"Qu'est-ce ? Une oeuvre...\""));
    bytes = replace(desk, bytes, S("\"sans bonjour\""), S("\"l'oeuvre...\""));
    bytes = replace(desk, bytes, S("\"Ni bonsoir ni au revoir.\""), S("\"L'oeuvre ? Non !\""));
    bytes = replace(desk, bytes, S("\"CC-BY-SA-4.0\""), S("\"L'oeuvre ?\""));
    bytes = replace(desk, bytes, S("\"\\\"Bonjour, et à jeudi.\\\"\""), S("\"\\\"C'est vu ?\\\"{+bonjour;-eco}\""));
    bytes = replace(desk, bytes, S("\"Saluer\""), S("\"Saluer, d'abord\""));
    Str mended = write(desk, parse(desk, bytes), WRITE_MENDED);
    static const Str PARTS[] = {S_INIT("\"Qu’est-ce\u202F? Une œuvre…\""),
                                S_INIT("\"l'oeuvre...\""),
                                S_INIT("\"L'oeuvre ? Non !\""),
                                S_INIT("\"license\": \"L'oeuvre ?\""),
                                S_INIT("\"\\\"C'est vu ?\\\"{+bonjour;-eco}\""),
                                S_INIT("\"Saluer, d’abord\"")};
    for (int32_t i = 0; i < COUNT(PARTS); i++) {
        assert_holds(mended, PARTS[i]);
    }
    assert_str(write(desk, parse(desk, mended), WRITE_MENDED), mended);
    assert_str(write(desk, parse(desk, mended), WRITE_AS_IS), mended);
}

static void typography_is_mended_in_french_cases_only(void **state) {
    Desk *desk = *state;
    Str bytes = desk->complete;
    bytes = replace(desk, bytes, S("\"Elle entre.\""), S("\"It's late!\""));
    bytes = replace(desk, bytes, S("\"language\": \"fr\""), S("\"language\": \"en\""));
    bytes = replace(desk, bytes, S(", {\"id\": \"verification\"}"), S("")); // a shared detector of French
    Str written = write(desk, parse(desk, bytes), WRITE_MENDED);
    assert_str(written, write(desk, parse(desk, bytes), WRITE_AS_IS));
    assert_holds(written, S("\"It's late!\""));
}

static void a_text_that_mending_would_make_too_long_stays_as_it_is(void **state) {
    Desk *desk = *state;
    StrBuilder text = {.arena = &desk->arena};
    str_add(&text, S("\""));
    for (int32_t i = 0; i < LIMIT_TEXT_CHARS / 2; i++) {
        str_add(&text, S("a!"));
    }
    str_add(&text, S("\""));
    Str bytes = replace(desk, desk->complete, S("\"Elle entre.\""), str_built(&text));
    Str written = write(desk, parse(desk, bytes), WRITE_MENDED);
    assert_holds(written, str_built(&text));
    parse(desk, written);
}

static void cases_are_as_their_authors_would_have_them_mended(void **state) {
    Desk *desk = *state;
    for (int32_t i = 0; i < FILE_COUNT; i++) {
        Str once = write(desk, parse(desk, load_case(desk, FILES[i])), WRITE_MENDED);
        assert_str(write(desk, parse(desk, once), WRITE_MENDED), once);
    }
}

static void a_case_of_which_little_could_be_read_is_written_all_the_same(void **state) {
    Desk *desk = *state;
    static const Str BYTES[] = {
        S_INIT(""), S_INIT("[]"), S_INIT("{\"format\": 2}"),
        S_INIT("{\"scenes\": [{}, {\"id\": 3, \"next\": [{}], \"ask\": {\"kind\": \"rank\"}}]}"),
        S_INIT("{\"competencies\": [3, \"no name\"], \"start\": null, \"x-a\": {}}")};
    for (int32_t i = 0; i < COUNT(BYTES); i++) {
        Str written = write(desk, read_case(desk, BYTES[i]).scenario, WRITE_MENDED);
        assert_str(write(desk, read_case(desk, written).scenario, WRITE_MENDED), written);
    }
}

// All that stands in the file, even what the format does not have or cannot read, is there again, in its place.
static void nothing_is_lost_of_a_case_with_errors(void **state) {
    Desk *desk = *state;
    static const struct {
        Str key, value; // what is written in the place of a value
    } WRONG[] = {{S_INIT("\"minutes\": "), S_INIT("12")},
                 {S_INIT("\"start\": "), S_INIT("\"Not A Slug\"")},
                 {S_INIT("\"summary\": "), S_INIT("\"\"")},
                 {S_INIT("\"objectives\": "), S_INIT("[\"Saluer\", 7]")},
                 {S_INIT("\"characters\": "), S_INIT("[\n    \"Mme Guillou\",\n    {\"id\": \"a\"}\n  ]")},
                 {S_INIT("\"scenes\": "), S_INIT("[]")},
                 {S_INIT("\"score\": "), S_INIT("\"sum\"")},
                 {S_INIT("\"role\": "), S_INIT("null")},
                 {S_INIT("\"x-outil\": "), S_INIT("null,\n  \"y\": [\n    {\"a\": 1}\n  ]")}};
    for (int32_t i = 0; i < COUNT(WRONG); i++) {
        ptrdiff_t at = str_find(desk->complete, WRONG[i].key);
        Str had = json_value_at(desk->complete, (int32_t)at);
        ptrdiff_t from = had.text - desk->complete.text;
        Reading before = read_case(desk, splice(desk, desk->complete, from, from + had.len, WRONG[i].value));
        Str written = write(desk, before.scenario, WRITE_AS_IS);
        assert_holds(written, str_format(&desk->arena, "%.*s%.*s", S_ARG(WRONG[i].key), S_ARG(WRONG[i].value)));
        Reading after = read_case(desk, written);
        assert_true(before.findings.error_count > 0);
        assert_int_equal(after.findings.error_count, before.findings.error_count);
        assert_str(write(desk, after.scenario, WRITE_AS_IS), written);
    }
}

static void only_an_object_of_this_format_is_read(void **state) {
    Desk *desk = *state;
    assert_true(read_case(desk, desk->complete).scenario->read);
    assert_true(read_case(desk, S("{}")).scenario->read);
    static const Str OTHERS[] = {S_INIT(""), S_INIT("[]"), S_INIT("{\"format\": 2}"), S_INIT("{\"id\": 1.5}"),
                                 S_INIT("{\"case\": \"a\", \"tests\": []}")};
    for (int32_t i = 0; i < COUNT(OTHERS); i++) {
        assert_false(read_case(desk, OTHERS[i]).scenario->read);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_says_what_was_read),
        cmocka_unit_test(writing_twice_gives_the_same_bytes),
        cmocka_unit_test(the_order_of_keys_in_the_file_does_not_matter),
        cmocka_unit_test(what_need_not_be_said_is_left_out),
        cmocka_unit_test(what_holds_only_numbers_and_names_stands_on_one_line),
        cmocka_unit_test(a_line_of_numbers_and_names_that_grows_too_long_is_broken),
        cmocka_unit_test(a_single_route_without_condition_stands_for_itself),
        cmocka_unit_test(every_kind_of_ask_is_written),
        cmocka_unit_test(keys_that_begin_with_x_are_kept_in_every_object),
        cmocka_unit_test(mending_typography_mends_prose_and_nothing_else),
        cmocka_unit_test(typography_is_mended_in_french_cases_only),
        cmocka_unit_test(a_text_that_mending_would_make_too_long_stays_as_it_is),
        cmocka_unit_test(cases_are_as_their_authors_would_have_them_mended),
        cmocka_unit_test(a_case_of_which_little_could_be_read_is_written_all_the_same),
        cmocka_unit_test(nothing_is_lost_of_a_case_with_errors),
        cmocka_unit_test(only_an_object_of_this_format_is_read),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
