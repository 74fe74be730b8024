#include "session/trial.h"

#include "base/error.h"
#include "base/json_write.h"

static void note_fault(void *context, JsonFault fault, int32_t offset, Str about) {
    (void)fault, (void)about;
    int32_t *first = context;
    *first = *first < 0 ? offset : *first;
}

static Str text_of(const JsonValue *object, Str key) {
    const JsonValue *value = json_type(object) == JSON_OBJECT ? json_member(object, key) : NULL;
    return value != NULL && json_type(value) == JSON_TEXT ? json_text(value) : (Str){0};
}

// The list of tests; NULL when this is no file of tests.
static const JsonValue *find_tests(const JsonValue *root) {
    const JsonValue *format = json_type(root) == JSON_OBJECT ? json_member(root, S("format")) : NULL;
    const JsonValue *tests = format != NULL ? json_member(root, S("tests")) : NULL;
    bool sound = tests != NULL && json_type(tests) == JSON_LIST && json_type(format) == JSON_INTEGER &&
                 json_integer(format) == 1 && text_of(root, S("case")).len > 0;
    return sound ? tests : NULL;
}

TrialsFault trials_open(Arena *scratch, Str bytes, Trials *tests) {
    *tests = (Trials){.place = -1};
    if (!json_parse(scratch, bytes, &tests->doc, note_fault, &tests->place)) {
        return TRIALS_BAD_JSON;
    }
    tests->list = find_tests(tests->doc.root);
    tests->case_name = text_of(tests->doc.root, S("case"));
    tests->place = json_place(tests->doc.root);
    return tests->list != NULL ? TRIALS_FINE : TRIALS_NONE;
}

void trials_close(Trials *tests) {
    json_finish(&tests->doc);
    *tests = (Trials){0};
}

// A test that is being run.
typedef struct {
    const TrialRunner *runner;
    const Scenario *scenario;
    const JsonValue *test;
    Arena arena; // of the session
    Session session;
    TrialVerdict verdict;
} Run;

static void add_note(Run *run, TrialNote note) {
    Arena *arena = run->runner->arena;
    note.what = str_copy(arena, note.what);
    note.wanted = str_copy(arena, note.wanted);
    note.got = str_copy(arena, note.got);
    *rows_append(arena, &run->verdict.notes) = note;
}

static Str number_of(Run *run, int64_t number) {
    return str_format(run->runner->scratch, "%lld", (long long)number);
}

static Str scene_name(const Run *run, SceneId scene) {
    return scenario_name(run->scenario, run->scenario->scenes.rows[scene].id);
}

static bool answer(Run *run, Str notation, int32_t step) {
    const Ask *ask = walk_ask(&run->session.walk);
    AnswerReader reader = {&run->arena, run->runner->scratch, run->scenario, run->runner->bank};
    Event event = {.kind = EVENT_ANSWER};
    Str about;
    bool fits = ask != NULL && answer_parse(&reader, ask, notation, &event.answer, &about) == ANSWER_FINE;
    if (fits && session_step(&run->session, &event) == SESSION_FINE) {
        return true;
    }
    add_note(run, (TrialNote){.fault = ask != NULL ? TRIAL_BAD_ANSWER : TRIAL_NOTHING_ASKED,
                              .step = step,
                              .scene = run->session.walk.scene,
                              .got = notation});
    return false;
}

// False, with a note, when one of the answers does not fit.
static bool play(Run *run, const Event *start, Str answers) {
    session_init(&run->session, &run->arena, run->scenario);
    if (session_step(&run->session, start) != SESSION_FINE) {
        add_note(run, (TrialNote){.fault = TRIAL_BAD_START});
        return false;
    }
    for (int32_t step = 1; answers.len > 0; step++) {
        if (!answer(run, answer_cut(&answers), step)) {
            return false;
        }
    }
    return true;
}

static bool play_test(Run *run) {
    const JsonValue *seed = json_member(run->test, S("seed"));
    bool drawn = seed != NULL && json_type(seed) == JSON_INTEGER && json_integer(seed) > 0;
    Event start = {.kind = EVENT_START,
                   .from = text_of(run->test, S("from")),
                   .presets = text_of(run->test, S("set")),
                   .seed = drawn ? (uint64_t)json_integer(seed) : 0};
    return play(run, &start, text_of(run->test, S("answers")));
}

static Str ending_of(const Run *run) {
    const Walk *walk = &run->session.walk;
    return walk->status == WALK_ENDED ? scene_name(run, walk->scene) : S("null");
}

static void compare_ending(Run *run) {
    const JsonValue *ending = json_member(run->test, S("ending"));
    if (ending == NULL) {
        return;
    }
    Str wanted = json_type(ending) == JSON_TEXT ? json_text(ending) : S("null");
    if (!str_equal(ending_of(run), wanted)) {
        add_note(run, (TrialNote){.fault = TRIAL_ENDING,
                                  .what = S("ending"),
                                  .wanted = wanted,
                                  .got = ending_of(run),
                                  .scene = run->session.walk.scene});
    }
}

// Compares the numbers of an object with values by row: `find` gives the row of a name.
typedef int32_t FindRow(const Scenario *scenario, Str id);

static void compare_numbers(Run *run, Str key, FindRow *find, const int32_t *values, TrialFault fault) {
    const JsonValue *object = json_member(run->test, key);
    const JsonValue *member = object != NULL ? json_first(object) : NULL;
    for (; member != NULL; member = json_next(member)) {
        int32_t row = find(run->scenario, json_key(member));
        bool whole = json_type(member) == JSON_INTEGER;
        if (row != 0 && whole && json_integer(member) == values[row]) {
            continue;
        }
        add_note(run, (TrialNote){.fault = row != 0 ? fault : TRIAL_NO_NAME,
                                  .what = json_key(member),
                                  .wanted = whole ? number_of(run, json_integer(member)) : S("?"),
                                  .got = row != 0 ? number_of(run, values[row]) : (Str){0}});
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

static void compare_facts(Run *run) {
    const JsonValue *facts = json_member(run->test, S("facts"));
    if (facts == NULL) {
        return;
    }
    for (FactId f = 1; f < run->scenario->facts.count; f++) {
        Str id = scenario_name(run->scenario, run->scenario->facts.rows[f].id);
        bool wanted = lists(facts, id);
        if (wanted != (run->session.walk.facts[f] != 0)) {
            add_note(run, (TrialNote){.fault = TRIAL_FACT,
                                      .what = id,
                                      .wanted = wanted ? S("1") : S("0"),
                                      .got = wanted ? S("0") : S("1")});
        }
    }
    for (const JsonValue *fact = json_first(facts); fact != NULL; fact = json_next(fact)) {
        bool named = json_type(fact) == JSON_TEXT;
        if (!named || scenario_find_fact(run->scenario, json_text(fact)) == 0) {
            add_note(run, (TrialNote){
                              .fault = TRIAL_NO_NAME, .what = S("facts"), .wanted = named ? json_text(fact) : S("?")});
        }
    }
}

// Keys that a test may hold; one that is misspelt would otherwise compare nothing, and pass.
static bool has_sound_keys(Run *run) {
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
            add_note(run, (TrialNote){.fault = TRIAL_UNKNOWN_KEY, .what = json_key(member)});
        } else if (key < KEY_COUNT && type != KEYS[key].type && !(key == ENDING && type == JSON_NULL)) {
            add_note(run, (TrialNote){.fault = TRIAL_WRONG_KIND, .what = json_key(member)});
        }
    }
    return run->verdict.notes.count == 0;
}

TrialVerdict trial_run(const TrialRunner *runner, const JsonValue *test) {
    Run run = {.runner = runner, .scenario = runner->scenario, .test = test};
    run.verdict.name = str_copy(runner->arena, text_of(test, S("name")));
    if (json_type(test) != JSON_OBJECT) {
        add_note(&run, (TrialNote){.fault = TRIAL_NO_OBJECT});
    } else if (has_sound_keys(&run) && play_test(&run)) {
        const Walk *walk = &run.session.walk;
        compare_ending(&run);
        compare_numbers(&run, S("marks"), scenario_find_competency, walk->totals, TRIAL_MARK);
        compare_numbers(&run, S("gauges"), scenario_find_gauge, walk->gauges, TRIAL_GAUGE);
        compare_facts(&run);
    }
    arena_finish(&run.arena);
    return run.verdict;
}

// One that fits and says nothing: what was answered in private is in no file.
static Answer stand_in(const Ask *ask) {
    Answer answer = {.option = ask->kind == ASK_CHOICE ? ask->options.first : 0};
    for (int32_t i = 0; ask->kind == ASK_RANK && i < ask->items.count; i++) {
        answer.items[i] = (uint8_t)(i + 1);
    }
    return answer;
}

static Str write_answers(Arena *arena, const Session *session) {
    StrBuilder answers = {.arena = arena};
    for (int32_t i = 0; i < session->way.count; i++) {
        const Event *event = &session->events.rows[session->way.rows[i]];
        const Ask *ask = &session->scenario->asks.rows[session->scenario->scenes.rows[event->scene].ask];
        Answer given = ask->private_answer ? stand_in(ask) : event->answer;
        str_add(&answers, i > 0 ? S(";") : S(""));
        str_add(&answers, answer_write(arena, session->scenario, ask, &given));
    }
    return str_built(&answers);
}

static void write_marks(JsonWriter *writer, const Run *run) {
    json_write_key(writer, S("marks"));
    json_begin_inline_object(writer);
    for (CompetencyId c = 1; c < run->scenario->competencies.count; c++) {
        Str id = scenario_name(run->scenario, run->scenario->competencies.rows[c].id);
        json_write_member_int(writer, id, run->session.walk.totals[c]);
    }
    json_end(writer);
}

static void write_state(JsonWriter *writer, const Run *run) {
    const Scenario *scenario = run->scenario;
    json_write_key(writer, S("gauges"));
    json_begin_inline_object(writer);
    for (GaugeId g = 1; g < scenario->gauges.count; g++) {
        json_write_member_int(writer, scenario_name(scenario, scenario->gauges.rows[g].id),
                              run->session.walk.gauges[g]);
    }
    json_end(writer);
    json_write_key(writer, S("facts"));
    json_begin_inline_list(writer);
    for (FactId f = 1; f < scenario->facts.count; f++) {
        if (run->session.walk.facts[f] != 0) {
            json_write_text(writer, scenario_name(scenario, scenario->facts.rows[f].id));
        }
    }
    json_end(writer);
}

static Str write_test(const Run *run, const Event *start, Str answers, const TrialWish *wish) {
    JsonWriter writer = json_writer(run->runner->arena);
    bool ended = run->session.walk.status == WALK_ENDED;
    json_begin_object(&writer);
    json_write_member_text(&writer, S("name"), wish->name);
    if (start->from.len > 0) {
        json_write_member_text(&writer, S("from"), start->from);
    }
    if (start->presets.len > 0) {
        json_write_member_text(&writer, S("set"), start->presets);
    }
    json_write_member_text(&writer, S("answers"), answers);
    json_write_key(&writer, S("ending"));
    if (ended) {
        json_write_text(&writer, ending_of(run));
    } else {
        json_write_null(&writer);
    }
    write_marks(&writer, run);
    if (wish->whole) {
        write_state(&writer, run);
    }
    json_end(&writer);
    return str_trim(json_written(&writer));
}

// Marks of record outlive the way they were given on, so what depends on them may lead elsewhere without it.
static bool same_way(const Session *a, const Session *b) {
    bool same = a->way.count == b->way.count && a->walk.scene == b->walk.scene;
    for (int32_t i = 0; same && i < a->way.count; i++) {
        same = a->events.rows[a->way.rows[i]].scene == b->events.rows[b->way.rows[i]].scene;
    }
    return same;
}

Str trial_record(const TrialRunner *runner, const Session *session, const TrialWish *wish) {
    ASSERT(session->events.count > 0 && session->events.rows[0].kind == EVENT_START);
    const Event *began = &session->events.rows[0];
    Event start = {.kind = EVENT_START, .from = began->from, .presets = began->presets};
    Run run = {.runner = runner, .scenario = runner->scenario};
    Str answers = write_answers(runner->arena, session);
    bool fits = session->jumps.count == 0 && play(&run, &start, answers) && same_way(&run.session, session);
    Str test = fits ? write_test(&run, &start, answers, wish) : (Str){0};
    arena_finish(&run.arena);
    return test;
}

// Each line as deep as an element of the list stands.
static void add_indented(StrBuilder *out, Str test) {
    for (Str rest = test; rest.len > 0;) {
        str_add(out, S("\n    "));
        str_add(out, str_cut(&rest, '\n'));
    }
}

Str trials_begin(Arena *arena, Str case_name, Str test) {
    JsonWriter name = json_line_writer(arena);
    json_write_text(&name, case_name);
    Str head =
        str_format(arena, "{\n  \"format\": 1,\n  \"case\": %.*s,\n  \"tests\": []\n}\n", S_ARG(json_written(&name)));
    return trials_add(arena, head, test);
}

Str trials_add(Arena *arena, Str bytes, Str test) {
    Str list = json_value_at(bytes, json_find_pointer(bytes, S("/tests")));
    Str within = str_trim(str_slice(list, 1, list.len - 1));
    ptrdiff_t begin = list.text - bytes.text, end = begin + list.len;
    ptrdiff_t behind = within.len > 0 ? within.text + within.len - bytes.text : begin + 1;
    StrBuilder out = {.arena = arena};
    str_add(&out, str_slice(bytes, 0, behind));
    str_add(&out, within.len > 0 ? S(",") : S(""));
    add_indented(&out, test);
    str_add(&out, within.len > 0 ? str_slice(bytes, behind, end - 1) : S("\n  "));
    str_add(&out, str_slice(bytes, end - 1, bytes.len));
    return str_built(&out);
}
