// A case written in a test, played by a room.
#pragma once

#include "group/agenda.h"
#include "group/audience.h"

#include "session/small_case.h"

#define END "{'id': 'end', 'ending': {'title': 'E', 'text': 'T', 'tone': 'good'}}"
#define ABC                                                                                                \
    "'options': [{'id': 'a', 'text': 'Alpha'}, {'id': 'b', 'text': 'Beta', 'reply': [{'text': 'Yes.'}]}, " \
    "{'id': 'c', 'text': 'Gamma'}]"
#define ONE(ask) \
    "'start': 's', 'scenes': [{'id': 's', 'lines': [{'text': 'It rains.'}], 'ask': {" ask ", 'next': 'end'}}, " END "]"
#define TWO                                                                                              \
    "'start': 's', 'scenes': [{'id': 's', 'title': 'First', 'ask': {'kind': 'choice', 'next': 't', " ABC \
    "}}, {'id': 't', 'title': 'Second', 'ask': {'kind': 'choice', 'next': 'end', " ABC "}}, " END "]"

typedef struct {
    SmallCase c;
    Group group;
    Catalog words;
    Arena frame;
    Telling telling;
    int64_t now_ms;
} SmallRoom;

static inline GroupStart room_start(const SmallRoom *r, int32_t present) {
    return (GroupStart){.solo = {.scenario = r->c.scenario, .seed = 7, .now_ms = r->now_ms}, .present = present};
}

static inline void begin_room(SmallRoom *r, Str rest, int32_t present) {
    *r = (SmallRoom){.now_ms = 1000};
    read_case(&r->c, S("scenario"), rest);
    GroupStart start = room_start(r, present);
    assert_true(group_begin(&r->group, &start));
    r->telling = (Telling){
        .session = &r->group.solo.session, .story = &r->group.solo.story, .catalog = &r->words, .arena = &r->frame};
}

static inline void end_room(SmallRoom *r) {
    group_finish(&r->group);
    arena_finish(&r->frame);
    end_case(&r->c);
}

static inline bool act(SmallRoom *r, GroupActionKind kind, int32_t index) {
    return group_update(&r->group, &(GroupAction){.kind = kind, .index = index, .value = index, .now_ms = r->now_ms});
}

static inline bool say(SmallRoom *r, GroupActionKind kind, int32_t index, const char *text) {
    return group_update(&r->group,
                        &(GroupAction){.kind = kind, .index = index, .text = str_from_c(text), .now_ms = r->now_ms});
}

static inline bool draft(SmallRoom *r, SoloActionKind kind, int32_t index, const char *text) {
    return group_update(&r->group, &(GroupAction){.kind = GROUP_DRAFT,
                                                  .draft = {.kind = kind, .index = index, .text = str_from_c(text)},
                                                  .now_ms = r->now_ms});
}

// The first of them, as a journal has them.
static inline Str first_lines(SmallRoom *r, int32_t count) {
    StrBuilder lines = {.arena = &r->frame};
    for (int32_t i = 0; i < count; i++) {
        str_addf(&lines, "%.*s\n", S_ARG(r->group.solo.session.log.lines.rows[i].text));
    }
    return str_built(&lines);
}

static inline Str all_lines(SmallRoom *r) {
    return first_lines(r, r->group.solo.session.log.lines.count);
}

static inline void go(SmallRoom *r, GroupPhase phase) {
    if (r->group.phase < GROUP_READ) {
        assert_true(act(r, GROUP_GO, GROUP_READ));
    }
    assert_true(r->group.phase == phase || act(r, GROUP_GO, (int32_t)phase));
    assert_int_equal(r->group.phase, phase);
}

// Raises `a`, `b` and `c` hands for the first places of the row that is counted.
static inline void raise(SmallRoom *r, int32_t a, int32_t b, int32_t c) {
    const int32_t HANDS[] = {a, b, c};
    for (int32_t place = 0; place < 3; place++) {
        for (int32_t i = 0; i < HANDS[place]; i++) {
            assert_true(act(r, GROUP_COUNT, place));
        }
    }
}

static inline void vote(SmallRoom *r, GroupPhase phase, int32_t a, int32_t b, int32_t c) {
    go(r, phase);
    raise(r, a, b, c);
    assert_true(act(r, GROUP_CLOSE, 0));
    assert_false(r->group.open);
}

static inline Audience shown(SmallRoom *r) {
    return audience_create(&r->group, &r->telling);
}

static inline void assert_text(Str actual, const char *expected) {
    Arena arena = {0};
    assert_string_equal(str_to_c(&arena, actual), expected);
    arena_finish(&arena);
}
