// Case tests: walks with what they must come to. The file names its case, relative to itself:
//     {"format": 1, "case": "CASE.json", "tests": [{"name", "answers", "from", "set", "seed",
//      "ending": scene or null, "marks": {competency: total}, "gauges": {gauge: value}, "facts": [all that are true]}]}
// `ending`, `marks`, `gauges` and `facts` are compared when they are there, gauge by gauge and mark by mark.
#include "base/json.h"
#include "base/path.h"
#include "cli/cli.h"
#include "session/session.h"

typedef struct {
    Cli *cli;
    const Scenario *scenario;
    DetectorBank *bank;
    const JsonValue *test;
    Session session;
    StrBuilder notes; // what differs, one "# …" line each
} TestRun;

static void note(TestRun *run, Str text) {
    str_add(&run->notes, S("# "));
    str_add(&run->notes, text);
    str_add_char(&run->notes, '\n');
}

static Str text_of(const JsonValue *object, Str key) {
    const JsonValue *value = json_type(object) == JSON_OBJECT ? json_member(object, key) : NULL;
    return value != NULL && json_type(value) == JSON_TEXT ? json_text(value) : (Str){0};
}

static void differ(TestRun *run, Str what, Str wanted, Str got) {
    note(run, CLI_FORMAT(run->cli, TR("{0}: expected {1}, got {2}"), what, wanted, got));
}

// Plays the answers; false, with a note, when one does not fit.
static bool play_answers(TestRun *run) {
    const JsonValue *seed = json_member(run->test, S("seed"));
    Event start = {.kind = EVENT_START, .from = text_of(run->test, S("from")), .presets = text_of(run->test, S("set"))};
    start.seed =
        seed != NULL && json_type(seed) == JSON_INTEGER && json_integer(seed) > 0 ? (uint64_t)json_integer(seed) : 0;
    if (session_step(&run->session, &start) != SESSION_FINE) {
        note(run,
             cli_text(
                 run->cli,
                 TR("the case cannot start so: “from” is a scene, “set” gauges and plain facts with whole numbers")));
        return false;
    }
    for (Str rest = text_of(run->test, S("answers")); rest.len > 0;) {
        Str notation = answer_cut(&rest);
        const Ask *ask = walk_ask(&run->session.walk);
        Event event = {.kind = EVENT_ANSWER};
        Str about;
        AnswerReader reader = {&run->cli->arena, &run->cli->scratch, run->scenario, run->bank};
        bool fits = ask != NULL && answer_parse(&reader, ask, notation, &event.answer, &about) == ANSWER_FINE;
        if (!fits || session_step(&run->session, &event) != SESSION_FINE) {
            Str scene = scenario_name(run->scenario, run->scenario->scenes.rows[run->session.walk.scene].id);
            note(run, CLI_FORMAT(run->cli, TR("In the scene “{0}” the answer “{1}” does not fit"), scene, notation));
            return false;
        }
    }
    return true;
}

static void compare_ending(TestRun *run) {
    const JsonValue *ending = json_member(run->test, S("ending"));
    if (ending == NULL) {
        return;
    }
    bool ended = run->session.walk.status == WALK_ENDED;
    Str got = ended ? scenario_name(run->scenario, run->scenario->scenes.rows[run->session.walk.scene].id) : S("null");
    Str wanted = json_type(ending) == JSON_TEXT ? json_text(ending) : S("null");
    if (!str_equal(got, wanted)) {
        differ(run, S("ending"), wanted, got);
    }
}

// Compares the numbers of an object with values by row: `find` gives the row of a name.
typedef int32_t FindRow(const Scenario *scenario, Str id);

static void compare_numbers(TestRun *run, Str key, FindRow *find, const int32_t *values) {
    const JsonValue *object = json_member(run->test, key);
    if (object == NULL) {
        return;
    }
    for (const JsonValue *member = json_first(object); member != NULL; member = json_next(member)) {
        int32_t row = find(run->scenario, json_key(member));
        bool same = row != 0 && json_type(member) == JSON_INTEGER && json_integer(member) == values[row];
        if (!same) {
            Str wanted = json_type(member) == JSON_INTEGER ? cli_number(run->cli, json_integer(member)) : S("?");
            differ(run, json_key(member), wanted,
                   row != 0 ? cli_number(run->cli, values[row]) : cli_text(run->cli, TR("no such name")));
        }
    }
}

static bool lists(const JsonValue *list, Str text) {
    for (const JsonValue *element = json_first(list); element != NULL; element = json_next(element)) {
        if (json_type(element) == JSON_TEXT && str_equal(json_text(element), text)) {
            return true;
        }
    }
    return false;
}

static void compare_facts(TestRun *run) {
    const JsonValue *facts = json_member(run->test, S("facts"));
    if (facts == NULL) {
        return;
    }
    for (FactId f = 1; f < run->scenario->facts.count; f++) {
        Str id = scenario_name(run->scenario, run->scenario->facts.rows[f].id);
        bool wanted = lists(facts, id);
        if (wanted != (run->session.walk.facts[f] != 0)) {
            differ(run, id, wanted ? S("1") : S("0"), wanted ? S("0") : S("1"));
        }
    }
    for (const JsonValue *fact = json_first(facts); fact != NULL; fact = json_next(fact)) {
        if (json_type(fact) != JSON_TEXT || scenario_find_fact(run->scenario, json_text(fact)) == 0) {
            differ(run, S("facts"), json_type(fact) == JSON_TEXT ? json_text(fact) : S("?"),
                   cli_text(run->cli, TR("no such name")));
        }
    }
}

// Keys that a test may hold; one that is misspelt would otherwise compare nothing, and pass.
static bool has_sound_keys(TestRun *run) {
    static const struct {
        Str key;
        JsonType type;
    } KEYS[] = {{S_INIT("name"), JSON_TEXT},    {S_INIT("answers"), JSON_TEXT},  {S_INIT("from"), JSON_TEXT},
                {S_INIT("set"), JSON_TEXT},     {S_INIT("seed"), JSON_INTEGER},  {S_INIT("ending"), JSON_TEXT},
                {S_INIT("marks"), JSON_OBJECT}, {S_INIT("gauges"), JSON_OBJECT}, {S_INIT("facts"), JSON_LIST}};
    enum { KEY_COUNT = COUNT(KEYS), ENDING = 5 };
    for (const JsonValue *member = json_first(run->test); member != NULL; member = json_next(member)) {
        int key = 0;
        while (key < KEY_COUNT && !str_equal(KEYS[key].key, json_key(member))) {
            key++;
        }
        JsonType type = json_type(member);
        if (key == KEY_COUNT && !str_begins(json_key(member), S("x-"))) {
            note(run, CLI_FORMAT(run->cli, TR("a test has no key “{0}”"), json_key(member)));
        } else if (key < KEY_COUNT && type != KEYS[key].type && !(key == ENDING && type == JSON_NULL)) {
            note(run, CLI_FORMAT(run->cli, TR("“{0}” is not of the kind that is expected"), json_key(member)));
        }
    }
    return run->notes.count == 0;
}

static bool run_test(TestRun *run) {
    run->notes = (StrBuilder){.arena = &run->cli->arena};
    session_init(&run->session, &run->cli->arena, run->scenario);
    if (json_type(run->test) != JSON_OBJECT) {
        note(run, cli_text(run->cli, TR("a test is an object")));
    } else if (has_sound_keys(run) && play_answers(run)) {
        compare_ending(run);
        compare_numbers(run, S("marks"), scenario_find_competency, run->session.walk.totals);
        compare_numbers(run, S("gauges"), scenario_find_gauge, run->session.walk.gauges);
        compare_facts(run);
    }
    return run->notes.count == 0;
}

typedef struct {
    int32_t number, failed;
} Count;

static void run_tests(Cli *cli, const LoadedCase *loaded, const JsonValue *tests, Count *count) {
    TestRun run = {.cli = cli, .scenario = loaded->scenario, .bank = detector_bank_create(loaded->scenario)};
    for (const JsonValue *test = json_first(tests); test != NULL; test = json_next(test)) {
        run.test = test;
        bool passed = run_test(&run);
        count->number++;
        count->failed += !passed;
        cli_print_line(str_format(&cli->scratch, "%s %d - %.*s", passed ? "ok" : "not ok", count->number,
                                  S_ARG(text_of(test, S("name")))));
        cli_print(str_built(&run.notes));
    }
    detector_bank_destroy(run.bank);
}

static void note_fault(void *context, JsonFault fault, int32_t offset, Str about) {
    (void)fault, (void)about;
    int32_t *first = context;
    *first = *first < 0 ? offset : *first;
}

static int complain_place(Cli *cli, Str path, Str bytes, int32_t offset, Str what) {
    JsonPlace place = {.offset = offset};
    json_locate(&cli->scratch, bytes, &place, 1);
    cli_complain(CLI_FORMAT(cli, TR("{0}:{1}:{2}: {3}"), path, cli_number(cli, place.line),
                            cli_number(cli, place.column), cli_text(cli, what)));
    return EXIT_DATA;
}

// The list of tests; NULL when this is no file of tests.
static const JsonValue *find_tests(const JsonValue *root) {
    const JsonValue *format = json_type(root) == JSON_OBJECT ? json_member(root, S("format")) : NULL;
    const JsonValue *tests = format != NULL ? json_member(root, S("tests")) : NULL;
    bool sound = tests != NULL && json_type(tests) == JSON_LIST && json_type(format) == JSON_INTEGER &&
                 json_integer(format) == 1 && text_of(root, S("case")).len > 0;
    return sound ? tests : NULL;
}

static int run_file(Cli *cli, Str path, Count *count) {
    Str bytes;
    int status = cli_load(cli, path, &bytes);
    if (status != EXIT_FINE) {
        return status;
    }
    JsonDoc doc = {0};
    int32_t fault = -1;
    if (!json_parse(&cli->scratch, bytes, &doc, note_fault, &fault)) {
        return complain_place(cli, path, bytes, fault, TR("the JSON cannot be read here."));
    }
    const JsonValue *tests = find_tests(doc.root);
    if (tests == NULL) {
        status = complain_place(cli, path, bytes, json_place(doc.root),
                                TR("no file of case tests: “format” 1, a “case” and a list of “tests” are needed."));
    } else {
        LoadedCase loaded;
        Str case_path = path_join(&cli->arena, path_folder(path), text_of(doc.root, S("case")));
        status = cli_load_playable(cli, case_path, &loaded);
        if (status == EXIT_FINE) {
            run_tests(cli, &loaded, tests, count);
        }
    }
    json_finish(&doc);
    return status;
}

static int run(Cli *cli, const Options *options) {
    Count count = {0};
    int worst = EXIT_FINE;
    cli_print_line(S("TAP version 13"));
    for (int32_t i = 0; i < options->operand_count; i++) {
        int status = run_file(cli, options->operands[i], &count);
        worst = status > worst ? status : worst;
    }
    cli_print_line(str_format(&cli->scratch, "1..%d", count.number));
    return worst == EXIT_FINE && count.failed > 0 ? EXIT_DATA : worst;
}

const Verb VERB_TEST = {.place = 50,
                        .name = S_INIT("test"),
                        .operands = TR_INIT("FILE…"),
                        .about = TR_INIT("Runs case tests (*.test.json) and prints TAP."),
                        .more = TR_INIT("A test is walks, and what they must come to."),
                        .least_operands = 1,
                        .most_operands = INT32_MAX,
                        .run = run};
