// A kept session gone through again: each step shows what its room saw, and nothing that it did not.
#include "group/group_steps.h"

#include "group/group_kept.h"
#include "small_room.h"

enum { MOST_SEEN = 60 };

typedef struct {
    SmallRoom r;
    struct {
        GroupPhase phase;
        Str told;
    } seen[MOST_SEEN];
    int32_t count;
} Evening;

static void add(StrBuilder *all, Str text) {
    str_add(all, text);
    str_add_char(all, '|');
}

static Str told(Arena *arena, const Audience *audience) {
    StrBuilder all = {.arena = arena};
    const Str TEXTS[] = {audience->who, audience->status, audience->heading, audience->text, audience->note};
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        add(&all, TEXTS[i]);
    }
    for (int32_t i = 0; i < audience->lines.count; i++) {
        add(&all, audience->lines.rows[i].text);
    }
    for (int32_t i = 0; i < audience->rows.count; i++) {
        const AudienceRow *row = &audience->rows.rows[i];
        add(&all, row->label);
        add(&all, row->text);
        add(&all, row->number);
        str_addf(&all, "%d %d %d|", row->permille, row->before, row->followed);
    }
    return str_built(&all);
}

// As the room sees it now, on the first page of the phase.
static void see(Evening *evening) {
    assert_true(evening->count < MOST_SEEN);
    Audience audience = shown(&evening->r);
    evening->seen[evening->count].phase = evening->r.group.phase;
    evening->seen[evening->count++].told = told(&evening->r.frame, &audience);
}

static void next(Evening *evening) {
    GroupPhase before = evening->r.group.phase;
    see(evening);
    for (int32_t i = 0; i < 9 && evening->r.group.phase == before; i++) {
        evening->r.now_ms += 1000;
        assert_true(act(&evening->r, GROUP_NEXT, 0));
    }
}

static void vote_now(Evening *evening, int32_t a, int32_t b, int32_t c) {
    raise(&evening->r, a, b, c);
    while (evening->r.group.open) {
        assert_true(act(&evening->r, GROUP_CLOSE, 0));
    }
}

// Two votes on the first decision, the second answer of the few is followed; one vote on the second.
static void play(Evening *evening, int32_t present, int32_t hands) {
    *evening = (Evening){0};
    begin_room(&evening->r, S(TWO), present);
    SmallRoom *r = &evening->r;
    while (r->group.phase != GROUP_VOTE) {
        next(evening);
    }
    vote_now(evening, hands, present - hands, 0);
    next(evening);
    assert_int_equal(r->group.phase, GROUP_TALK);
    assert_true(say(r, GROUP_SENTENCE, 0, "It rains on all of us."));
    next(evening);
    assert_int_equal(r->group.phase, GROUP_VOTE_AGAIN);
    vote_now(evening, present - hands, hands, 0);
    next(evening);
    assert_int_equal(r->group.phase, GROUP_REVEAL);
    assert_true(act(r, GROUP_PICK, 1)); // not the one that leads
    next(evening);
    assert_int_equal(r->group.phase, GROUP_FOLLOWED);
    while (r->group.phase != GROUP_VOTE) {
        next(evening);
    }
    vote_now(evening, 0, present, 0);
    while (r->group.phase != GROUP_ENDING) {
        next(evening);
    }
    see(evening);
}

static Audience stand(Evening *evening, Group *group, Str lines, const GroupStep *step) {
    GroupStart start = room_start(&evening->r, 0);
    assert_true(group_steps_stand(group, &start, lines, step));
    Telling telling = {.session = &group->solo.session,
                       .story = &group->solo.story,
                       .catalog = &evening->r.words,
                       .arena = &evening->r.frame};
    return audience_create(group, &telling);
}

static void each_step_shows_what_the_room_saw(void **state) {
    (void)state;
    Evening evening;
    play(&evening, 12, 5);
    Str lines = group_kept_lines(&evening.r.frame, &evening.r.group, true);
    GroupSteps steps = group_steps_list(&evening.r.frame, evening.r.c.scenario, lines);
    assert_false(steps.made_up);
    assert_int_equal(steps.count, evening.count);
    for (int32_t i = 0; i < steps.count; i++) {
        Group group = {0};
        Audience audience = stand(&evening, &group, lines, &steps.rows[i]);
        assert_int_equal(steps.rows[i].phase, evening.seen[i].phase);
        assert_false(audience.timer.shown); // how much was left of it is not in the log
        Str now = told(&evening.r.frame, &audience);
        if (!str_equal(now, evening.seen[i].told)) {
            fail_msg("step %d shows %.*s\nand the room saw %.*s", i, S_ARG(now), S_ARG(evening.seen[i].told));
        }
        group_finish(&group);
    }
    end_room(&evening.r);
}

static int32_t find_step(const GroupSteps *steps, GroupPhase phase, int32_t nth) {
    for (int32_t i = 0; i < steps->count; i++) {
        nth -= steps->rows[i].phase == phase;
        if (nth == 0) {
            return i;
        }
    }
    fail_msg("no step of phase %d", (int)phase);
    return 0;
}

static void a_step_knows_its_decision_and_what_was_noted_in_it(void **state) {
    (void)state;
    Evening evening;
    play(&evening, 12, 5);
    Str lines = all_lines(&evening.r);
    GroupSteps steps = group_steps_list(&evening.r.frame, evening.r.c.scenario, lines);
    assert_int_equal(steps.rows[find_step(&steps, GROUP_TITLE, 1)].scene, 0);
    assert_int_equal(steps.rows[find_step(&steps, GROUP_TALK, 1)].scene, 1);
    assert_int_equal(steps.rows[find_step(&steps, GROUP_FOLLOWED, 1)].scene, 1);
    assert_int_equal(steps.rows[find_step(&steps, GROUP_VOTE, 2)].scene, 2);
    assert_int_equal(steps.rows[find_step(&steps, GROUP_FOLLOWED, 2)].scene, 2);
    Group group = {0};
    const GroupStep *talk = &steps.rows[find_step(&steps, GROUP_TALK, 1)];
    (void)stand(&evening, &group, lines, talk);
    assert_int_equal(group.sentences.count, 1);
    assert_true(group.sentences.rows[0].seq >= talk->seq);
    group_finish(&group);
    const GroupStep *before = talk - 1;
    (void)stand(&evening, &group, lines, before);
    assert_int_equal(group.sentences.count, 0);
    group_finish(&group);
    end_room(&evening.r);
}

static bool has_figure(const Audience *audience) {
    for (int32_t i = 0; i < audience->rows.count; i++) {
        const AudienceRow *row = &audience->rows.rows[i];
        if (row->number.len > 0 || row->permille != AUDIENCE_HIDDEN || row->before != AUDIENCE_HIDDEN) {
            return true;
        }
    }
    return false;
}

// Neither from what is kept of four people, of whose votes nothing is, nor from the whole log of their evening.
static void of_few_people_no_step_has_a_figure(void **state) {
    (void)state;
    Evening evening;
    play(&evening, 4, 2);
    const Str LOGS[] = {group_kept_lines(&evening.r.frame, &evening.r.group, false), all_lines(&evening.r)};
    for (int32_t log = 0; log < COUNT(LOGS); log++) {
        GroupSteps steps = group_steps_list(&evening.r.frame, evening.r.c.scenario, LOGS[log]);
        assert_int_equal(steps.count, evening.count);
        for (int32_t i = 0; i < steps.count; i++) {
            Group group = {0};
            Audience audience = stand(&evening, &group, LOGS[log], &steps.rows[i]);
            assert_false(has_figure(&audience));
            group_finish(&group);
        }
    }
    end_room(&evening.r);
}

static void counts_are_in_sight_once_they_were_revealed(void **state) {
    (void)state;
    Evening evening;
    play(&evening, 12, 5);
    Str lines = group_kept_lines(&evening.r.frame, &evening.r.group, false);
    GroupSteps steps = group_steps_list(&evening.r.frame, evening.r.c.scenario, lines);
    for (int32_t i = 0; i < steps.count; i++) {
        Group group = {0};
        Audience audience = stand(&evening, &group, lines, &steps.rows[i]);
        assert_int_equal(has_figure(&audience), steps.rows[i].phase == GROUP_REVEAL);
        group_finish(&group);
    }
    const GroupStep *reveal = &steps.rows[find_step(&steps, GROUP_REVEAL, 1)];
    Group group = {0};
    Audience audience = stand(&evening, &group, lines, reveal);
    assert_true(audience.rows.rows[1].followed);
    assert_text(audience.rows.rows[0].number, "7");
    group_finish(&group);
    end_room(&evening.r);
}

// As those of a simulation, whose sessions know votes and answers alone.
static void phases_that_no_line_tells_follow_from_votes_and_answers(void **state) {
    (void)state;
    static const GroupPhase PHASES[] = {GROUP_TITLE,      GROUP_READ,   GROUP_VOTE,     GROUP_TALK,
                                        GROUP_VOTE_AGAIN, GROUP_REVEAL, GROUP_FOLLOWED, GROUP_READ,
                                        GROUP_VOTE,       GROUP_REVEAL, GROUP_FOLLOWED, GROUP_ENDING};
    Evening evening;
    play(&evening, 12, 5);
    StrBuilder bare = {.arena = &evening.r.frame};
    Str rest = all_lines(&evening.r);
    while (rest.len > 0) {
        Str line = str_cut(&rest, '\n');
        bool told = str_find(line, S("\"phase\"")) >= 0 || str_find(line, S("\"hands\", \"scene\"")) >= 0;
        str_addf(&bare, "%.*s%s", S_ARG(told ? (Str){0} : line), told ? "" : "\n");
    }
    Str lines = str_built(&bare);
    GroupSteps steps = group_steps_list(&evening.r.frame, evening.r.c.scenario, lines);
    assert_true(steps.made_up);
    assert_int_equal(steps.count, COUNT(PHASES));
    for (int32_t i = 0; i < steps.count; i++) {
        Group group = {0};
        Audience audience = stand(&evening, &group, lines, &steps.rows[i]);
        assert_int_equal(steps.rows[i].phase, PHASES[i]);
        assert_int_equal(group.phase, PHASES[i]);
        assert_int_equal(has_figure(&audience), PHASES[i] == GROUP_REVEAL);
        group_finish(&group);
    }
    end_room(&evening.r);
}

static void lines_that_tell_nothing_have_no_step(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 6);
    assert_int_equal(group_steps_list(&r.frame, r.c.scenario, S("")).count, 0);
    GroupSteps steps = group_steps_list(&r.frame, r.c.scenario, S("nothing\n{}\n"));
    assert_int_equal(steps.count, 0);
    Group group = {0};
    GroupStart start = room_start(&r, 0);
    assert_false(group_steps_stand(&group, &start, S("nothing\n"), &(GroupStep){.end = 8}));
    end_room(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_step_shows_what_the_room_saw),
                                       cmocka_unit_test(a_step_knows_its_decision_and_what_was_noted_in_it),
                                       cmocka_unit_test(of_few_people_no_step_has_a_figure),
                                       cmocka_unit_test(counts_are_in_sight_once_they_were_revealed),
                                       cmocka_unit_test(phases_that_no_line_tells_follow_from_votes_and_answers),
                                       cmocka_unit_test(lines_that_tell_nothing_have_no_step)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
