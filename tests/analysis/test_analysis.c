#include "analysis/analysis.h"

#include "kept_rooms.h"

#include <math.h>

static const double WITHIN = 1e-9;

#define CASE                                                                                             \
    "'start': 's', 'gauges': [{'id': 'trust', 'name': 'Trust', 'start': 50}], 'scenes': ["               \
    "{'id': 's', 'ask': {'kind': 'choice', 'confidence': true, "                                         \
    " 'panel': {'n': 10, 'answers': {'a': 1, 'b': 9}}, 'options': ["                                     \
    "  {'id': 'a', 'text': 'A', 'stance': 'recommended', 'scores': {'a': 2}, 'effects': {'trust': 10}, " \
    "   'next': 't'}, "                                                                                  \
    "  {'id': 'b', 'text': 'B', 'scores': {'a': 1}, 'effects': {'trust': -10}, 'next': 't'}, "           \
    "  {'id': 'c', 'text': 'C', 'scores': {'a': -2}, 'next': 'end'}]}}, "                                \
    "{'id': 't', 'ask': {'kind': 'choice', 'next': 'end', 'options': ["                                  \
    "  {'id': 'x', 'text': 'X', 'stance': 'recommended', 'scores': {'a': 2}}, "                          \
    "  {'id': 'y', 'text': 'Y', 'scores': {'a': -1}}]}}, "                                               \
    "{'id': 'end', 'ending': {'title': 'E', 'text': 'T', 'tone': 'good'}}]"
#define ABC "['a', 'b', 'c']"
#define XY "['x', 'y']"

typedef struct {
    SmallCase c;
    Arena arena;
    AnalysisWork *work;
} Desk;

static void begin_desk(Desk *desk, AnalysisAnswer counted) {
    *desk = (Desk){0};
    read_case(&desk->c, S("scenario"), S(CASE));
    desk->work = analysis_begin(&desk->arena, desk->c.scenario, counted);
}

static void end_desk(Desk *desk) {
    arena_finish(&desk->arena);
    end_case(&desk->c);
}

static void assert_near(Figure figure, double expected) {
    assert_int_equal(figure.lack, LACK_NONE);
    if (!(fabs(figure.value - expected) <= WITHIN)) {
        fail_msg("%.12g is not %.12g", figure.value, expected);
    }
}

typedef struct {
    int32_t present;
    const char *before, *after; // votes on the first decision; NULL: none
    int32_t abstained;          // from the first of them
    const char *answers;        // "ax", "c"
    int32_t confidence;
} Evening;

static void add_answers(KeptRoom *room, const char *answers, int32_t confidence) {
    bool ends = answers[0] == 'c';
    Str first = str_format(&room->arena, "'%c'%c", answers[0], 0);
    keep_answer(room, "s", first.text, ends ? "end" : "t", confidence);
    if (answers[1] != 0) {
        Str second = str_format(&room->arena, "'%c'%c", answers[1], 0);
        keep_answer(room, "t", second.text, "end", 0);
    }
}

static void add_evening(Desk *desk, const Evening *evening) {
    KeptRoom room;
    begin_kept(&room, desk->c.scenario, evening->present);
    if (evening->before != NULL) {
        keep_vote(&room, "s", 1, ABC, evening->before, evening->abstained);
    }
    if (evening->after != NULL) {
        keep_vote(&room, "s", 2, ABC, evening->after, 0);
    }
    add_answers(&room, evening->answers, evening->confidence);
    analysis_add(desk->work, resume_kept(&room));
    end_kept(&room);
}

static const AnalysisDecision *find(const Desk *desk, const Analysis *analysis, Str scene) {
    const AnalysisDecision *decision = analysis_find(analysis, scenario_find_scene(desk->c.scenario, scene));
    assert_non_null(decision);
    return decision;
}

static void one_evening_is_told_as_by_hand(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk, ANALYSIS_LAST);
    add_evening(&desk, &(Evening){12, "[7, 5, 0]", "[6, 6, 0]", 0, "ax", 3});
    Analysis analysis = analysis_end(desk.work).out.told;
    const AnalysisDecision *first = find(&desk, &analysis, S("s"));
    const AnalysisVote *before = &first->votes[ANALYSIS_BEFORE];
    assert_int_equal(before->sessions, 1);
    assert_int_equal(before->counts.cells[0][0].hands, 7);
    assert_int_equal(before->counts.cells[0][0].of, 12);
    assert_near(before->dispersion, (1 - (49.0 + 25) / 144) * 1.5);
    assert_near(before->concordance, (7 * 1 + 5 * 9) / (12.0 * 9));
    assert_near(first->votes[ANALYSIS_AFTER].dispersion, 0.75);
    assert_near(first->shift, 1.0 / 12);
    assert_true(first->contested);
    assert_int_equal(first->panel_size, 10);
    assert_true(first->spent_ms.median == 60000);
    assert_int_equal(first->sure[2].sessions, 1);
    assert_true(fabs(first->sure[2].distance.median - 8.0 / 9) < WITHIN);
    assert_int_equal(first->item.facility.lack, LACK_PEOPLE);
    assert_int_equal(first->most, 4);
    const AnalysisDecision *second = find(&desk, &analysis, S("t"));
    assert_int_equal(second->votes[0].sessions, 0);
    assert_int_equal(second->votes[0].dispersion.lack, LACK_NOTHING);
    assert_int_equal(second->votes[0].concordance.lack, LACK_NOTHING);
    assert_int_equal(second->shift.lack, LACK_NOTHING);
    assert_false(second->contested);
    assert_int_equal(analysis.gauges.count, 1);
    assert_int_equal(analysis.gauges.rows[0].count, 3);
    assert_true(analysis.gauges.rows[0].rows[0].median == 50 && analysis.gauges.rows[0].rows[1].median == 60);
    assert_int_equal(analysis.alpha.lack, LACK_PEOPLE);
    end_desk(&desk);
}

static void an_option_that_nobody_takes_is_found_as_is_one_that_all_take(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk, ANALYSIS_LAST);
    add_evening(&desk, &(Evening){12, "[12, 0, 0]", NULL, 0, "ax", 0});
    add_evening(&desk, &(Evening){7, "[7, 0, 0]", "[7, 0, 0]", 0, "ay", 0});
    Analysis analysis = analysis_end(desk.work).out.told;
    const AnalysisDecision *first = find(&desk, &analysis, S("s"));
    assert_int_equal(first->options.count, 3);
    assert_true(first->options.rows[0].always && !first->options.rows[0].never);
    assert_true(first->options.rows[1].never && !first->options.rows[1].always);
    assert_true(first->options.rows[0].recommended);
    assert_int_equal(first->options.rows[1].panel, 9);
    assert_int_equal(first->paired, 1);
    assert_near(first->shift, 0);
    const AnalysisDecision *second = find(&desk, &analysis, S("t"));
    assert_false(second->options.rows[0].always || second->options.rows[0].never);
    assert_int_equal(second->options.rows[0].followed, 1);
    assert_int_equal(second->options.rows[0].offered, 2);
    end_desk(&desk);
}

static void few_votes_hide_what_they_would_tell_and_what_follows_from_them(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk, ANALYSIS_LAST);
    add_evening(&desk, &(Evening){12, "[6, 6, 0]", "[6, 6, 0]", 0, "ax", 0});
    add_evening(&desk, &(Evening){12, "[8, 3, 1]", "[6, 6, 0]", 0, "ax", 0});
    add_evening(&desk, &(Evening){12, "[4, 0, 0]", NULL, 0, "ax", 0}); // four voters
    add_evening(&desk, &(Evening){4, "[3, 1, 0]", NULL, 0, "c", 0});   // a room of four: its way is theirs
    Analysis analysis = analysis_end(desk.work).out.told;
    assert_int_equal(analysis.sessions, 3);
    assert_int_equal(analysis.left_out, 1);
    assert_int_equal(analysis.people, 36);
    const AnalysisDecision *first = find(&desk, &analysis, S("s"));
    const AnalysisVote *before = &first->votes[ANALYSIS_BEFORE];
    assert_int_equal(before->sessions, 2);
    assert_int_equal(before->left_out, 1);
    assert_int_equal(before->counts.voters[0], 24);
    for (int32_t place = 0; place < 3; place++) {
        assert_true(before->counts.cells[0][place].hidden);
        assert_int_equal(before->counts.cells[0][place].hands, 0);
    }
    assert_int_equal(before->dispersion.lack, LACK_HIDDEN);
    assert_int_equal(before->concordance.lack, LACK_HIDDEN);
    assert_int_equal(first->shift.lack, LACK_HIDDEN);
    assert_near(first->votes[ANALYSIS_AFTER].dispersion, 0.75);
    assert_true(first->options.rows[2].open && !first->options.rows[2].never);
    assert_int_equal(analysis.endings.rows[0].sessions, 3);
    end_desk(&desk);
}

// The screen of whoever kept it; a file of the same session hides all of this.
static void one_session_is_looked_at_with_all_its_counts(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk, ANALYSIS_LAST);
    add_evening(&desk, &(Evening){12, "[8, 3, 1]", "[6, 4, 2]", 0, "ax", 0});
    AnalysisEnd end = analysis_end(desk.work);
    const AnalysisDecision *own = find(&desk, &end.own, S("s")), *out = find(&desk, &end.out.told, S("s"));
    assert_false(analysis_hides(&end.own));
    assert_true(analysis_count_hidden(&end.out.told) > 0);
    assert_int_equal(own->votes[ANALYSIS_BEFORE].counts.cells[0][1].hands, 3);
    assert_near(own->votes[ANALYSIS_BEFORE].dispersion, (1 - (64.0 + 9 + 1) / 144) * 1.5);
    assert_near(own->shift, 1.0 / 6);
    assert_false(own->options.rows[2].open);
    assert_int_equal(end.own.competencies.rows[0].mirror.lack, LACK_NONE);
    assert_int_equal(out->votes[ANALYSIS_BEFORE].dispersion.lack, LACK_HIDDEN);
    assert_int_equal(out->shift.lack, LACK_HIDDEN);
    assert_true(out->options.rows[2].open);
    assert_int_equal(end.out.told.competencies.rows[0].mirror.lack, LACK_HIDDEN);
    assert_int_equal(own->moves.count + out->moves.count, 0); // as strict for both
    end_desk(&desk);
}

static void several_sessions_are_looked_at_by_the_sum_of_their_counts(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk, ANALYSIS_LAST);
    add_evening(&desk, &(Evening){12, "[8, 3, 1]", "[7, 4, 1]", 0, "ax", 0});
    add_evening(&desk, &(Evening){12, "[3, 4, 5]", "[9, 3, 0]", 0, "ax", 0});
    add_evening(&desk, &(Evening){12, "[2, 0, 1]", NULL, 0, "ax", 0}); // three voters, whom no sum tells of
    add_evening(&desk, &(Evening){4, "[3, 1, 0]", NULL, 0, "c", 0});
    AnalysisEnd end = analysis_end(desk.work);
    const AnalysisVote *votes = find(&desk, &end.own, S("s"))->votes;
    assert_int_equal(votes[ANALYSIS_BEFORE].left_out, 1);
    assert_int_equal(votes[ANALYSIS_BEFORE].counts.cells[0][0].hands, 11);
    assert_int_equal(votes[ANALYSIS_BEFORE].counts.cells[0][2].hands, 6);
    assert_near(votes[ANALYSIS_BEFORE].dispersion, (1 - (121.0 + 49 + 36) / 576) * 1.5);
    assert_true(votes[ANALYSIS_AFTER].counts.cells[0][2].hidden); // one of 24
    assert_int_equal(votes[ANALYSIS_AFTER].dispersion.lack, LACK_HIDDEN);
    assert_int_equal(find(&desk, &end.own, S("s"))->shift.lack, LACK_HIDDEN);
    assert_int_equal(find(&desk, &end.out.told, S("s"))->votes[ANALYSIS_BEFORE].dispersion.lack, LACK_HIDDEN);
    end_desk(&desk);
}

static const Evening SIX[] = {{12, "[7, 5, 0]", "[6, 6, 0]", 0, "ax", 3}, {14, "[9, 5, 0]", "[5, 9, 0]", 0, "ax", 1},
                              {9, "[0, 9, 0]", NULL, 0, "by", 2},         {20, "[10, 5, 5]", "[5, 15, 0]", 0, "bx", 3},
                              {16, "[5, 5, 6]", "[0, 5, 11]", 0, "c", 0}, {7, "[7, 0, 0]", "[6, 1, 0]", 0, "ay", 3}};

static void six_evenings_have_figures_of_items_ways_and_gauges(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk, ANALYSIS_LAST);
    for (int32_t i = 0; i < COUNT(SIX); i++) {
        add_evening(&desk, &SIX[i]);
    }
    Analysis analysis = analysis_end(desk.work).out.told;
    const AnalysisDecision *first = find(&desk, &analysis, S("s")), *second = find(&desk, &analysis, S("t"));
    // Marks: 4 4 3 3 0 4 and 3 3 0 3 0 0.
    assert_near(first->item.facility, 75);
    assert_near(second->item.facility, 50);
    assert_near(first->item.discrimination, 100 * 36 / sqrt(72.0 * 81));
    assert_near(second->item.discrimination, 100 * 36 / sqrt(72.0 * 81));
    assert_near(first->item.efficiency, 100 * 36.0 / 54);
    assert_near(analysis.alpha, 64);
    assert_int_equal(second->sessions, 5);
    assert_int_equal(analysis.ways.count, 5);
    assert_int_equal(analysis.ways.rows[0].sessions, 2);
    assert_int_equal(analysis_divergence(&analysis.ways.rows[0], &analysis.ways.rows[0]), 0);
    assert_int_equal(analysis_divergence(&analysis.ways.rows[0], &analysis.ways.rows[1]), 2); // ax, ay
    assert_int_equal(analysis_divergence(&analysis.ways.rows[0], &analysis.ways.rows[4]), 1); // ax, c
    assert_int_equal(analysis_parting(&analysis.ways.rows[0], &analysis.ways.rows[0]), 0);
    assert_int_equal(analysis_parting(&analysis.ways.rows[0], &analysis.ways.rows[1]), 2);
    assert_int_equal(analysis.fewest, 7);
    assert_int_equal(analysis.largest, 20);
    assert_int_equal(analysis.reached.rows[1], 6);
    assert_int_equal(analysis.reached.rows[2], 5);
    assert_true(analysis.gauges.rows[0].rows[1].median == 55); // 60 60 40 40 50 60
    assert_int_equal(first->sure[2].sessions, 3);
    assert_true(first->sure[2].distance.median == 1 - 1.0 / 9);
    assert_int_equal(first->paired, 5);
    assert_int_equal(first->votes[ANALYSIS_BEFORE].counts.voters[0], 78);
    // The marks are 7 7 3 6 4 of 7; the one that came to an end at once had one occasion.
    const AnalysisCompetency *competency = &analysis.competencies.rows[0];
    assert_int_equal(competency->sessions[PROFILE_TOO_FEW], 1);
    assert_int_equal(competency->sessions[PROFILE_STRENGTH], 3);
    assert_int_equal(competency->sessions[PROFILE_PRESENT], 2);
    assert_near(competency->median, 6.0 / 7);
    assert_int_equal(analysis.competencies.rows[1].sessions[PROFILE_TOO_FEW], 6);
    assert_int_equal(analysis.competencies.rows[1].median.lack, LACK_NOTHING);
    end_desk(&desk);
}

static int32_t flow(const Analysis *analysis, const Desk *desk, Str from, Str to) {
    for (int32_t i = 0; i < analysis->flows.count; i++) {
        const AnalysisFlow *row = &analysis->flows.rows[i];
        if (row->from == scenario_find_scene(desk->c.scenario, from) &&
            row->to == scenario_find_scene(desk->c.scenario, to)) {
            return row->sessions;
        }
    }
    return 0;
}

// "c" comes to the end at once, "a" to a second decision.
static void a_way_that_the_trainer_jumped_is_told_from_one_that_was_chosen(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk, ANALYSIS_LAST);
    KeptRoom room;
    begin_kept(&room, desk.c.scenario, 12);
    keep_vote(&room, "s", 1, ABC, "[7, 5, 0]", 0);
    keep_jump(&room, "s", "t");
    keep_answer(&room, "t", "'x'", "end", 0);
    analysis_add(desk.work, resume_kept(&room));
    end_kept(&room);
    begin_kept(&room, desk.c.scenario, 12);
    keep_answer(&room, "s", "'a'", "t", 0);
    keep_jump(&room, "t", "end");
    analysis_add(desk.work, resume_kept(&room));
    end_kept(&room);
    add_evening(&desk, &(Evening){12, NULL, NULL, 0, "ax", 0});
    add_evening(&desk, &(Evening){12, NULL, NULL, 0, "a", 0});
    Analysis analysis = analysis_end(desk.work).out.told;
    assert_int_equal(analysis.ways.count, 4);
    for (int32_t i = 1; i < analysis.ways.count; i++) { // also those whose end alone differs
        assert_true(analysis_divergence(&analysis.ways.rows[0], &analysis.ways.rows[i]) > 0);
    }
    const AnalysisDecision *first = find(&desk, &analysis, S("s"));
    assert_int_equal(first->sessions, 3);                        // the one that was jumped away from gave no answer
    assert_int_equal(first->votes[ANALYSIS_BEFORE].sessions, 0); // … and its vote did not stand at the end
    assert_int_equal(find(&desk, &analysis, S("t"))->sessions, 2);
    int32_t steps = 0, ends = 0;
    for (int32_t i = 0; i < analysis.ways.count; i++) {
        for (int32_t j = 0; j < i; j++) { // each parts from each, but by no answer
            assert_int_not_equal(analysis_divergence(&analysis.ways.rows[i], &analysis.ways.rows[j]), 0);
            assert_int_equal(analysis_parting(&analysis.ways.rows[i], &analysis.ways.rows[j]), 0);
        }
        steps += analysis.ways.rows[i].steps[0].jumped;
        ends += analysis.ways.rows[i].jumped;
    }
    assert_int_equal(steps, 1);
    assert_int_equal(ends, 1);
    assert_int_equal(flow(&analysis, &desk, S("s"), S("t")), 3); // not that of the jump
    assert_int_equal(flow(&analysis, &desk, S("t"), S("end")), 2);
    end_desk(&desk);
}

static void write_vote(StrBuilder *out, const AnalysisVote *vote) {
    str_addf(out, "%d %d %.17g %.17g", vote->sessions, vote->left_out, vote->dispersion.value, vote->concordance.value);
    for (int32_t i = 0; i < DISCLOSED_CELLS; i++) {
        const DisclosedCell *cell = &vote->counts.cells[0][i];
        str_addf(out, " %d/%d%s", (int)cell->hands, (int)cell->of, cell->hidden ? "?" : "");
    }
}

// All that an analysis says, in writing.
static Str write(Arena *arena, const Analysis *analysis) {
    StrBuilder out = {.arena = arena};
    str_addf(&out, "%d %d %.17g\n", analysis->sessions, analysis->left_out, analysis->alpha.value);
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        const AnalysisDecision *decision = &analysis->decisions.rows[i];
        str_addf(&out, "%d %d %.17g %.17g %.17g %.17g %.17g\n", decision->scene, decision->sessions,
                 decision->shift.value, decision->spent_ms.median, decision->item.facility.value,
                 decision->item.discrimination.value, decision->sure[2].distance.high);
        write_vote(&out, &decision->votes[0]);
        write_vote(&out, &decision->votes[1]);
    }
    for (int32_t i = 0; i < analysis->ways.count; i++) {
        const AnalysisWay *way = &analysis->ways.rows[i];
        str_addf(&out, "\n%d %d:", way->sessions, way->ending);
        for (int32_t j = 0; j < way->count; j++) {
            str_addf(&out, " %.*s", S_ARG(way->steps[j].notation));
        }
    }
    for (int32_t i = 0; i < analysis->reached.count; i++) {
        const Spread *spread = &analysis->gauges.rows[0].rows[i];
        str_addf(&out, "\n%d %.17g %.17g", analysis->reached.rows[i], spread->low, spread->high);
    }
    return str_built(&out);
}

static void the_order_in_which_sessions_come_makes_no_difference(void **state) {
    (void)state;
    Random random = random_from_seed(5);
    Arena arena = {0};
    Str first = {0};
    for (int32_t round = 0; round < count_properties(10); round++) {
        Desk desk;
        int32_t order[COUNT(SIX)];
        begin_desk(&desk, ANALYSIS_LAST);
        for (int32_t i = 0; i < COUNT(SIX); i++) {
            int32_t other = random_below(&random, i + 1);
            order[i] = i;
            order[i] = order[other];
            order[other] = i;
        }
        for (int32_t i = 0; i < COUNT(SIX); i++) {
            add_evening(&desk, &SIX[order[i]]);
        }
        Analysis analysis = analysis_end(desk.work).out.told;
        Str said = write(&arena, &analysis);
        first = round == 0 ? said : first;
        assert_true(str_equal(said, first));
        end_desk(&desk);
    }
    arena_finish(&arena);
}

// A group that went back: it voted and answered otherwise the second time.
static Analysis analyse_return(Desk *desk, AnalysisAnswer counted) {
    KeptRoom room;
    begin_desk(desk, counted);
    begin_kept(&room, desk->c.scenario, 12);
    keep_vote(&room, "s", 1, ABC, "[12, 0, 0]", 0);
    keep_answer(&room, "s", "'a'", "t", 1);
    int32_t target = room.seq;
    keep_vote(&room, "t", 1, XY, "[6, 6]", 0);
    keep_answer(&room, "t", "'x'", "end", 0);
    keep_rewind(&room, target);
    keep_vote(&room, "s", 1, ABC, "[0, 12, 0]", 0);
    keep_vote(&room, "s", 2, ABC, "[0, 0, 12]", 0);
    keep_answer(&room, "s", "'c'", "end", 3);
    analysis_add(desk->work, resume_kept(&room));
    end_kept(&room);
    return analysis_end(desk->work).out.told;
}

static void which_answer_counts_is_chosen(void **state) {
    (void)state;
    Desk desk;
    Analysis analysis = analyse_return(&desk, ANALYSIS_FIRST);
    assert_int_equal(analysis.counted, ANALYSIS_FIRST);
    assert_int_equal(analysis.decisions.count, 2);
    const AnalysisDecision *first = find(&desk, &analysis, S("s"));
    assert_int_equal(first->votes[ANALYSIS_BEFORE].counts.cells[0][0].hands, 12);
    assert_int_equal(first->votes[ANALYSIS_AFTER].sessions, 0);
    assert_int_equal(first->options.rows[0].followed, 1);
    assert_int_equal(first->sure[0].sessions, 1);
    assert_int_equal(analysis.ways.rows[0].count, 1); // … the way is the one that stands
    end_desk(&desk);
    analysis = analyse_return(&desk, ANALYSIS_LAST);
    assert_int_equal(analysis.decisions.count, 1);
    first = find(&desk, &analysis, S("s"));
    assert_int_equal(first->votes[ANALYSIS_BEFORE].counts.cells[0][1].hands, 12);
    assert_int_equal(first->votes[ANALYSIS_AFTER].counts.cells[0][2].hands, 12);
    assert_near(first->shift, 1);
    assert_int_equal(first->options.rows[2].followed, 1);
    assert_int_equal(first->options.rows[0].followed, 0);
    assert_false(first->options.rows[1].never); // hands were raised for it
    end_desk(&desk);
}

static void places_are_those_of_the_case_in_whatever_order_they_were_shown(void **state) {
    (void)state;
    Desk desk;
    KeptRoom room;
    begin_desk(&desk, ANALYSIS_LAST);
    begin_kept(&room, desk.c.scenario, 11);
    keep_vote(&room, "s", 1, "['c', 'a']", "[5, 6]", 0);
    keep_answer(&room, "s", "'a'", "t", 0);
    keep_vote(&room, "t", 1, "['y', 'y']", "[5, 6]", 0); // no vote of this case
    keep_answer(&room, "t", "'x'", "end", 0);
    analysis_add(desk.work, resume_kept(&room));
    end_kept(&room);
    Analysis analysis = analysis_end(desk.work).out.told;
    const Disclosed *counts = &find(&desk, &analysis, S("s"))->votes[0].counts;
    assert_int_equal(counts->cells[0][0].hands, 6);
    assert_int_equal(counts->cells[0][1].of, 0); // not offered
    assert_int_equal(counts->cells[0][2].hands, 5);
    assert_int_equal(find(&desk, &analysis, S("t"))->votes[0].sessions, 0);
    end_desk(&desk);
}

static void no_session_at_all_has_no_figures(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk, ANALYSIS_FIRST);
    Analysis analysis = analysis_end(desk.work).out.told;
    assert_int_equal(analysis.decisions.count + analysis.ways.count + analysis.endings.count, 0);
    assert_int_equal(analysis.alpha.lack, LACK_ITEMS);
    assert_null(analysis_find(&analysis, 1));
    end_desk(&desk);
}

static void flows_count_the_sessions_that_went_on_so_on_the_way_that_stood_at_the_end(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk, ANALYSIS_FIRST);
    add_evening(&desk, &(Evening){.present = 6, .answers = "ax"});
    add_evening(&desk, &(Evening){.present = 6, .answers = "by"});
    add_evening(&desk, &(Evening){.present = 6, .answers = "c"});
    add_evening(&desk, &(Evening){.present = 3, .answers = "c"});
    KeptRoom room;
    begin_kept(&room, desk.c.scenario, 7);
    keep_answer(&room, "s", "'a'", "t", 0);
    keep_rewind(&room, room.seq);
    keep_answer(&room, "s", "'c'", "end", 0);
    assert_int_equal(analysis_add_lines(desk.work, str_built(&room.lines)), SOLO_RESUMED_ALL);
    end_kept(&room);
    Analysis analysis = analysis_end(desk.work).out.told;
    assert_int_equal(analysis.flows.count, 3);
    assert_int_equal(flow(&analysis, &desk, S("s"), S("t")), 2);
    assert_int_equal(flow(&analysis, &desk, S("t"), S("end")), 2);
    assert_int_equal(flow(&analysis, &desk, S("s"), S("end")), 2);
    end_desk(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_evening_is_told_as_by_hand),
        cmocka_unit_test(an_option_that_nobody_takes_is_found_as_is_one_that_all_take),
        cmocka_unit_test(few_votes_hide_what_they_would_tell_and_what_follows_from_them),
        cmocka_unit_test(one_session_is_looked_at_with_all_its_counts),
        cmocka_unit_test(several_sessions_are_looked_at_by_the_sum_of_their_counts),
        cmocka_unit_test(six_evenings_have_figures_of_items_ways_and_gauges),
        cmocka_unit_test(a_way_that_the_trainer_jumped_is_told_from_one_that_was_chosen),
        cmocka_unit_test(the_order_in_which_sessions_come_makes_no_difference),
        cmocka_unit_test(which_answer_counts_is_chosen),
        cmocka_unit_test(places_are_those_of_the_case_in_whatever_order_they_were_shown),
        cmocka_unit_test(no_session_at_all_has_no_figures),
        cmocka_unit_test(flows_count_the_sessions_that_went_on_so_on_the_way_that_stood_at_the_end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
