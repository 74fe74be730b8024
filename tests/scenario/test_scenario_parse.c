#include "scenario/scenario_parse.h"

#include "case_desk.h"

static void row_0_of_every_table_means_none(void **state) {
    Desk *desk = *state;
    const Scenario *scenario = read_case(desk, desk->complete).scenario;
    static const char ZERO[512];
#define ASSERT_NIL(table) assert_memory_equal(scenario->table.rows, ZERO, sizeof *scenario->table.rows)
    ASSERT_NIL(names), ASSERT_NIL(texts), ASSERT_NIL(refs), ASSERT_NIL(amounts), ASSERT_NIL(routes), ASSERT_NIL(whys);
    ASSERT_NIL(lines), ASSERT_NIL(options), ASSERT_NIL(items), ASSERT_NIL(bins), ASSERT_NIL(scales);
    ASSERT_NIL(key_entries), ASSERT_NIL(near_pairs), ASSERT_NIL(share_bands), ASSERT_NIL(rules);
    ASSERT_NIL(detector_uses), ASSERT_NIL(panel_counts), ASSERT_NIL(voices), ASSERT_NIL(panels), ASSERT_NIL(own_words);
    ASSERT_NIL(limits), ASSERT_NIL(asks), ASSERT_NIL(portraits), ASSERT_NIL(endings), ASSERT_NIL(trainer_notes);
    ASSERT_NIL(scenes), ASSERT_NIL(gauge_bands), ASSERT_NIL(gauges), ASSERT_NIL(facts), ASSERT_NIL(characters);
    ASSERT_NIL(competencies), ASSERT_NIL(detectors), ASSERT_NIL(examples), ASSERT_NIL(sources), ASSERT_NIL(points);
    ASSERT_NIL(pronunciations);
    ASSERT_NIL(debriefs), ASSERT_NIL(minutes_table), ASSERT_NIL(conditions), ASSERT_NIL(code), ASSERT_NIL(watches);
    ASSERT_NIL(extras);
#undef ASSERT_NIL
}

static void equal_names_are_one_name(void **state) {
    Desk *desk = *state;
    const Scenario *scenario = read_case(desk, desk->complete).scenario;
    for (Name i = 1; i < scenario->names.count; i++) {
        assert_int_equal(scenario_find_name(scenario, scenario_name(scenario, i)), i);
    }
    assert_int_equal(scenario_find_name(scenario, S("no-such-name")), 0);
    assert_int_equal(scenario_find_name(scenario, (Str){0}), 0);
    // "lire" is an item, and a word of rules and of keys.
    const Ask *rank = &scenario->asks.rows[scenario->scenes.rows[scenario_find_scene(scenario, S("ordre"))].ask];
    assert_int_equal(scenario->items.rows[rank->items.first].id, scenario_find_name(scenario, S("lire")));
    assert_int_equal(scenario->key_entries.rows[rank->key.first].item.name, scenario_find_name(scenario, S("lire")));
}

static void names_find_what_they_name(void **state) {
    Desk *desk = *state;
    Reading reading = read_case(desk, desk->complete);
    const Scenario *scenario = reading.scenario;
    assert_true(scenario->playable);
    assert_int_equal(reading.findings.count, 0);
    assert_int_equal(scenario->start.id, scenario_find_scene(scenario, S("accueil")));
    const Scene *scene = &scenario->scenes.rows[scenario->start.id];
    assert_int_equal(scene->with.id, 1);
    assert_int_equal(scenario->refs.rows[scene->sources.first].id, 1);
    const Ask *ask = &scenario->asks.rows[scene->ask];
    assert_int_equal(ask->scene, scenario->start.id);
    assert_int_equal(scenario->routes.rows[ask->next.first].to.id, scenario_find_scene(scenario, S("papiers")));
    const Option *option = &scenario->options.rows[scenario_find_option(scenario, ask, S("saluer"))];
    const Amount *scores = &scenario->amounts.rows[option->gives.scores.first];
    assert_int_equal(scores[0].of.id, scenario_find_competency(scenario, S("eco")));
    assert_int_equal(scores[1].of.id, scenario_find_competency(scenario, S("tri")));
    assert_int_equal(scenario->amounts.rows[option->gives.effects.first].of.id, 1);
    assert_int_equal(scenario->refs.rows[option->gives.set.first].id, scenario_find_fact(scenario, S("salue")));
    assert_int_equal(scenario->refs.rows[option->gives.traps.first].id, 0); // a tag
    assert_int_equal(scenario->limits.rows[ask->limit].option.id, scenario_find_option(scenario, ask, S("attendre")));
    const PanelCount *counts = &scenario->panel_counts.rows[scenario->panels.rows[ask->panel].answers.first];
    assert_int_equal(counts[0].of.id, scenario_find_option(scenario, ask, S("saluer")));
    assert_int_equal(counts[2].of.id, OPTION_OWN_WORDS);
}

static void shared_names_are_filled_in_from_the_framework(void **state) {
    Desk *desk = *state;
    const Scenario *scenario = read_case(desk, desk->complete).scenario;
    CompetencyId shared = scenario_find_competency(scenario, S("eco"));
    assert_true(scenario->competencies.rows[shared].alone);
    assert_true(scenario->competencies.rows[shared].name.len > 0);
    DetectorId used = scenario_find_detector(scenario, S("verification"));
    assert_true(scenario->detectors.rows[used].shared);
    assert_true(scenario->detectors.rows[used].match.count > 0);
    assert_int_equal(scenario->detector_rows.count, 1);
    assert_int_equal(scenario->detectors.count, 1 + 2);
}

static void the_key_of_a_rank_gives_mean_ranks(void **state) {
    Desk *desk = *state;
    const Scenario *scenario = read_case(desk, desk->complete).scenario;
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[scenario_find_scene(scenario, S("ordre"))].ask];
    const Item *items = &scenario->items.rows[ask->items.first];
    assert_int_equal(items[0].key_rank, 2);
    assert_int_equal(items[1].key_rank, 5); // second and third are tied: 2.5
    assert_int_equal(items[2].key_rank, 5);
}

static void findings_tell_line_column_and_pointer(void **state) {
    Desk *desk = *state;
    Str bytes =
        S("{\"format\": 1, \"id\": \"a\", \"kind\": \"scenario\", \"language\": \"fr\",\n"
          " \"title\": \"É\", \"summary\": 3, \"theme\": \"accueil\", \"minutes\": {\"alone\": 1, \"group\": 1},\n"
          " \"competencies\": [\"eco\"], \"start\": \"un\",\n"
          " \"scenes\": [\n"
          "  {\"id\": \"un\", \"next\": \"deux\"},\n"
          "  {\"id\": \"trois\", \"ending\": {\"title\": \"É\", \"text\": \" \"}}]}");
    Reading reading = read_case(desk, bytes);
    static const struct {
        int32_t code, line, column;
        Str pointer;
    } TOLD[] = {{FINDING_WRONG_TYPE, 2, 16, S_INIT("/summary")},
                {FINDING_BROKEN_LINK, 5, 16, S_INIT("/scenes/0/next")},
                {FINDING_BAD_VALUE, 6, 44, S_INIT("/scenes/1/ending/text")}};
    assert_int_equal(reading.findings.count, COUNT(TOLD));
    for (int32_t i = 0; i < reading.findings.count; i++) {
        const Finding *finding = &reading.findings.rows[i];
        assert_int_equal(finding->code, TOLD[i].code);
        assert_int_equal(finding->line, TOLD[i].line);
        assert_int_equal(finding->column, TOLD[i].column);
        assert_true(str_equal(finding->pointer, TOLD[i].pointer));
    }
}

static void of_another_format_nothing_else_is_read(void **state) {
    Desk *desk = *state;
    static const Str FORMATS[] = {S_INIT("2"), S_INIT("0"), S_INIT("-1"), S_INIT("9007199254740991")};
    for (int32_t i = 0; i < COUNT(FORMATS); i++) {
        Str bytes = replace(desk, desk->complete, S("\"format\": 1"),
                            str_format(&desk->arena, "\"new\": 3, \"format\": %.*s", S_ARG(FORMATS[i])));
        Reading reading = read_case(desk, bytes);
        assert_int_equal(reading.findings.count, 1);
        assert_int_equal(reading.findings.rows[0].code, FINDING_NEWER_FORMAT);
        assert_true(str_equal(reading.findings.rows[0].arguments[0], FORMATS[i]));
        assert_int_equal(reading.scenario->scenes.count, 1);
        assert_false(reading.scenario->playable);
    }
}

static void a_file_cut_anywhere_is_told(void **state) {
    Desk *desk = *state;
    for (ptrdiff_t len = 0; len < desk->complete.len - 2; len += 7) {
        Reading reading = read_case(desk, str_slice(desk->complete, 0, len));
        assert_false(reading.scenario->playable);
        assert_true(reading.findings.count > 0);
        arena_finish(&desk->arena);
    }
}

// One mistake, one finding: what follows from it alone is not told again.
static void a_mistake_in_the_way_on_is_told_once(void **state) {
    Desk *desk = *state;
    static const Str NEXT[] = {S_INIT("\"next\": 3"), S_INIT("\"ask\": {\"kind\": \"chioce\"}"),
                               S_INIT("\"ending\": []")};
    for (int32_t i = 0; i < COUNT(NEXT); i++) {
        Reading reading = read_case(desk, replace(desk, desk->complete, S("\"next\": \"prive\""), NEXT[i]));
        assert_int_equal(reading.findings.count, 1);
    }
}

static void in_a_quiz_a_scene_may_have_no_way_on(void **state) {
    Desk *desk = *state;
    Str quiz = replace(desk, desk->complete, S("\"kind\": \"scenario\""), S("\"kind\": \"quiz\""));
    quiz = replace(desk, quiz, S(", \"next\": \"prive\""), S(""));
    assert_int_equal(read_case(desk, quiz).findings.count, 0);
    Str endless = replace(desk, quiz, S("\"ending\": {"), S("\"x-ending\": {"));
    Reading reading = read_case(desk, endless);
    assert_int_equal(reading.findings.count, 1);
    assert_int_equal(reading.findings.rows[0].variant, BAD_VALUE_QUIZ_END);
}

static void conditions_know_whose_answer_they_may_read(void **state) {
    Desk *desk = *state;
    const Scenario *scenario = read_case(desk, desk->complete).scenario;
    AskId choice = scenario->scenes.rows[scenario->start.id].ask;
    for (ConditionId i = 1; i < scenario->conditions.count; i++) {
        const Condition *condition = &scenario->conditions.rows[i];
        bool rule = str_find(condition->text, S("(")) >= 0;
        assert_true(!rule || condition->answered != 0);
        if (str_equal(condition->text, S("confiance > 0")) || str_equal(condition->text, S("not salue"))) {
            assert_int_equal(condition->answered, 0); // an option, a line of a scene
        }
        if (str_equal(condition->text, S("found(bonjour) and confirmed()"))) {
            assert_int_equal(condition->answered, choice);
        }
    }
}

static void large_tables_hold_what_their_rows_need(void **state) {
    Desk *desk = *state;
    enum { SCENES = 5000 };
    StrBuilder bytes = {.arena = &desk->arena};
    str_add(&bytes, S("{\"format\": 1, \"id\": \"a\", \"kind\": \"quiz\", \"language\": \"fr\", \"title\": \"T\","
                      " \"summary\": \"S\", \"theme\": \"accueil\", \"minutes\": {\"alone\": 1, \"group\": 1},"
                      " \"competencies\": [\"eco\"], \"start\": \"s0\", \"scenes\": ["));
    for (int32_t i = 0; i < SCENES; i++) {
        str_addf(&bytes, "{\"id\": \"s%d\", \"lines\": [{\"text\": \"Une ligne.\"}]}, ", i);
    }
    str_add(&bytes, S("{\"id\": \"fin\", \"ending\": {\"title\": \"Fin\", \"text\": \"Fin.\"}}]}"));
    Arena arena = {0};
    Findings findings = {.arena = &desk->arena};
    const Scenario *scenario = scenario_parse(&arena, &desk->scratch, &desk->framework, str_built(&bytes), &findings);
    assert_true(scenario->playable);
    assert_int_equal(scenario->scenes.count, 1 + SCENES + 1);
    assert_int_equal(scenario->scenes.capacity, scenario->scenes.count);
    assert_int_equal(scenario->lines.capacity, scenario->lines.count);
    arena_finish(&arena);
    arena_finish(&desk->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(row_0_of_every_table_means_none),
        cmocka_unit_test(equal_names_are_one_name),
        cmocka_unit_test(names_find_what_they_name),
        cmocka_unit_test(shared_names_are_filled_in_from_the_framework),
        cmocka_unit_test(the_key_of_a_rank_gives_mean_ranks),
        cmocka_unit_test(findings_tell_line_column_and_pointer),
        cmocka_unit_test(of_another_format_nothing_else_is_read),
        cmocka_unit_test(a_file_cut_anywhere_is_told),
        cmocka_unit_test(a_mistake_in_the_way_on_is_told_once),
        cmocka_unit_test(in_a_quiz_a_scene_may_have_no_way_on),
        cmocka_unit_test(conditions_know_whose_answer_they_may_read),
        cmocka_unit_test(large_tables_hold_what_their_rows_need),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
