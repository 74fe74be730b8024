// Kept sessions written in a test, each resumed as a group. Quotation marks are written ' as in a small case.
//
//     KeptRoom room;
//     begin_kept(&room, scenario, 12);
//     keep_vote(&room, "s", 1, "['a','b','c']", "[7,5,0]", 0);
//     keep_answer(&room, "s", "'a'", "t", 2);
//     Group *group = resume_kept(&room);
//     …
//     end_kept(&room);
#pragma once

#include "group/group.h"
#include "session/small_case.h"

typedef struct {
    Arena arena;
    const Scenario *scenario;
    StrBuilder lines;
    int32_t seq, present;
    int64_t at_ms;
    Group group;
} KeptRoom;

static inline void keep_line(KeptRoom *room, const char *rest) {
    room->seq += 1;
    ptrdiff_t from = room->lines.count;
    str_addf(&room->lines, "{'seq': %d, 'at_ms': %d, %s}\n", room->seq, (int)room->at_ms, rest);
    for (ptrdiff_t i = from; i < room->lines.count; i++) {
        room->lines.rows[i] = (char)(room->lines.rows[i] == '\'' ? '"' : room->lines.rows[i]);
    }
}

static inline void begin_kept(KeptRoom *room, const Scenario *scenario, int32_t present) {
    *room = (KeptRoom){.scenario = scenario, .present = present};
    room->lines.arena = &room->arena;
    Str who = str_format(&room->arena, "'kind': 'room', 'present': %d, 'parts': []%c", present, 0);
    keep_line(room, who.text);
    keep_line(room, "'kind': 'start', 'case': 'small', 'rules': 1, 'detectors': 0, 'hash': '', 'len': 0, 'seed': 0");
}

static inline void keep_vote(KeptRoom *room, const char *scene, int32_t round, const char *places, const char *hands,
                             int32_t abstained) {
    Str vote = str_format(&room->arena,
                          "'kind': 'vote', 'scene': '%s', 'round': %d, 'present': %d, 'places': %s, "
                          "'rows': [{'of': '', 'hands': %s, 'abstained': %d}]%c",
                          scene, round, room->present, places, hands, abstained, 0);
    keep_line(room, vote.text);
}

// `answer` as JSON, `to` the scene where it leads; confidence 0: not asked.
static inline void keep_answer(KeptRoom *room, const char *scene, const char *answer, const char *to,
                               int32_t confidence) {
    Str sure = confidence > 0 ? str_format(&room->arena, "'confidence': %d, %c", confidence, 0) : S("\0");
    Str line = str_format(&room->arena, "'kind': 'answer', 'scene': '%s', 'answer': %s, %s'to': '%s'%c", scene, answer,
                          sure.text, to, 0);
    room->at_ms += 60000;
    keep_line(room, line.text);
}

static inline void keep_rewind(KeptRoom *room, int32_t target) {
    Str line = str_format(&room->arena, "'kind': 'rewind', 'target': %d%c", target, 0);
    keep_line(room, line.text);
}

static inline void keep_jump(KeptRoom *room, const char *scene, const char *to) {
    Str line =
        str_format(&room->arena, "'kind': 'jump', 'scene': '%s', 'enters': '%s', 'to': '%s'%c", scene, to, to, 0);
    keep_line(room, line.text);
}

static inline Group *resume_kept(KeptRoom *room) {
    GroupStart start = {.solo = {.scenario = room->scenario}};
    SoloResumed resumed = group_resume(&room->group, &start, str_built(&room->lines));
    if (resumed != SOLO_RESUMED_ALL) {
        fail_msg("not resumed whole:\n%.*s", S_ARG(str_built(&room->lines)));
    }
    return &room->group;
}

static inline void end_kept(KeptRoom *room) {
    group_finish(&room->group);
    arena_finish(&room->arena);
}
