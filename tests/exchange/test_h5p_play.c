// A Branching Scenario plays here to the end, the score and the maximum that a model of its own player tells
// (exchange/branching.h), whatever is answered.
#include "exchange/branching.h"
#include "exchange/exchange_desk.h"
#include "session/walk.h"

enum { CASES = 300, WALKS = 6, MOST_ANSWERS = 12, SEED = 1305, PART = 6 };

typedef struct {
    Desk desk;
    Random random;
    const Scenario *scenario;
    Walk walk;
} Play;

static void choose(Play *play, int32_t index) {
    Answer answer = {.option = walk_ask(&play->walk)->options.first + index};
    Consequences given;
    walk_answer(&play->walk, &answer, &given);
    walk_enter(&play->walk, given.to, NULL, NULL);
}

// Answers beyond the sixth stand in a scene of their own, behind the last answer.
static void choose_any(Play *play, int32_t index, int32_t count) {
    for (; index >= PART - 1 && count > PART; index -= PART - 1, count -= PART - 1) {
        choose(play, PART - 1);
    }
    choose(play, index);
}

static void assert_end(Play *play, const BranchingWalk *model) {
    const Scenario *scenario = play->scenario;
    assert_int_equal(play->walk.status, WALK_ENDED);
    const Scene *scene = &scenario->scenes.rows[play->walk.scene];
    Str title = scenario->endings.rows[scene->ending].title;
    if (!str_equal(title, str_from_c(model->title))) {
        fail_msg("ended in %.*s, not %s", S_ARG(title), model->title);
    }
    Str told = {0};
    int32_t count = 0;
    for (int32_t i = 0; i < scene->lines.count; i++) {
        const Line *line = &scenario->lines.rows[scene->lines.first + i];
        if (line->when == 0 || walk_holds(&play->walk, line->when)) {
            told = line->text;
            count++;
        }
    }
    bool scored = model->branching->scoring != BRANCHING_NO_SCORE;
    assert_int_equal(count, scored);
    Str wanted = str_format(&play->desk.arena, "Score\u202F: %d sur %d", model->score, model->maximum);
    if (scored && !str_equal(told, wanted)) {
        fail_msg("told %.*s, not %.*s", S_ARG(told), S_ARG(wanted));
    }
}

// False when screens lead round, which the importer cuts.
static bool play_once(Play *play, const Branching *branching) {
    BranchingWalk model;
    branching_start(&model, branching);
    walk_reset(&play->walk);
    walk_start(&play->walk, 0, NULL, NULL);
    for (int32_t i = 0; model.node >= 0 && i < MOST_ANSWERS; i++) {
        if (model.steps > BRANCHING_NODES) {
            return false;
        }
        int32_t count = branching->nodes[model.node].way_count;
        int32_t index = random_below(&play->random, count);
        assert_int_equal(play->walk.status, WALK_ASKS);
        choose_any(play, index, count);
        branching_answer(&model, index);
    }
    if (model.node < 0) {
        assert_end(play, &model);
    }
    return model.node < 0;
}

// What is found is what was drawn.
static void assert_counts(const Branching *branching, const LossReport *report) {
    int32_t asks = 0, ways = 0, shows = 0, scores = 0;
    for (int32_t i = 0; i < branching->node_count; i++) {
        const BranchingNode *node = &branching->nodes[i];
        asks += node->asks;
        ways += node->way_count;
        for (int32_t j = 0; j < node->way_count; j++) {
            shows += node->ways[j].shows;
            scores += node->ways[j].scored;
        }
    }
    assert_int_equal(report->counts[CONSTRUCT_DECISION].found, asks);
    assert_int_equal(report->counts[CONSTRUCT_NARRATION].found, branching->node_count - asks);
    assert_int_equal(report->counts[CONSTRUCT_WAY].found, ways);
    assert_int_equal(report->counts[CONSTRUCT_FEEDBACK].found, shows);
    assert_int_equal(report->counts[CONSTRUCT_SCORE].found, scores);
}

static void it_plays_to_the_same_end_and_score(void **state) {
    (void)state;
    int32_t cases = CASES * desk_factor(), ended = 0;
    Play play = {.random = random_from_seed(SEED)};
    desk_open(&play.desk);
    for (int32_t i = 0; i < cases; i++) {
        ArenaMark mark = arena_mark(&play.desk.arena);
        Branching branching = branching_draw(&play.random);
        Str json = branching_write(&play.desk.arena, &branching, NULL);
        Exchange exchange;
        desk_import(&play.desk, json, &exchange);
        assert_int_equal(exchange.kind, EXCHANGE_H5P);
        assert_counts(&branching, &exchange.report);
        assert_false(desk_tells(&exchange.report, REASON_SCORE_LOST, 0));
        play.scenario = desk_parse(&play.desk, exchange.bytes);
        play.walk = walk_create(&play.desk.arena, play.scenario);
        for (int32_t j = 0; j < WALKS; j++) {
            ended += play_once(&play, &branching);
        }
        arena_rewind(&play.desk.arena, mark);
    }
    assert_true(ended > cases * WALKS / 2);
    desk_close(&play.desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(it_plays_to_the_same_end_and_score)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
