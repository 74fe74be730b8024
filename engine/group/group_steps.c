#include "group/group_steps.h"

#include "group/group_event.h"
#include "session/log.h"

// Those from FOLLOW on lead on from the phase.
typedef enum {
    LINE_OTHER,
    LINE_START,
    LINE_PHASE,
    LINE_VOTE,
    LINE_FOLLOW,
    LINE_ANSWER,
    LINE_MOVE,
    LINE_FINISH
} LineKind;

typedef struct {
    LineKind kind;
    int32_t seq;
    int64_t at_ms;
    ptrdiff_t from, end; // bytes
    GroupPhase phase;
    SceneId scene;
    bool ends; // it leads to an ending
    int32_t round;
    Str answer; // of one option
} StepLine;

typedef ROWS_OF(StepLine) StepLines;

static LineKind kind_of(Str kind) {
    static const struct {
        Str word;
        LineKind kind;
    } KINDS[] = {{S_INIT("start"), LINE_START},   {S_INIT("phase"), LINE_PHASE},  {S_INIT("vote"), LINE_VOTE},
                 {S_INIT("answer"), LINE_ANSWER}, {S_INIT("rewind"), LINE_MOVE},  {S_INIT("jump"), LINE_MOVE},
                 {S_INIT("follow"), LINE_FOLLOW}, {S_INIT("finish"), LINE_FINISH}};
    for (int32_t i = 0; i < COUNT(KINDS); i++) {
        if (str_equal(KINDS[i].word, kind)) {
            return KINDS[i].kind;
        }
    }
    return LINE_OTHER;
}

static Str member_text(const JsonValue *root, Str key) {
    const JsonValue *value = json_member(root, key);
    return value && json_type(value) == JSON_TEXT ? json_text(value) : (Str){0};
}

static GroupPhase phase_of(Str word) {
    GroupPhase phase = GROUP_TITLE;
    while (phase < GROUP_PHASE_COUNT && !str_equal(group_phase_word(phase), word)) {
        phase = (GroupPhase)(phase + 1);
    }
    return phase;
}

static void read_line(Arena *arena, const Scenario *scenario, Str text, StepLine *line) {
    Arena scratch = {0};
    LogReading reading;
    if (log_open_line(&scratch, text, &reading)) {
        const JsonValue *root = reading.doc.root, *round = json_member(root, S("round"));
        line->kind = kind_of(reading.line.kind);
        line->seq = reading.line.seq;
        line->at_ms = reading.line.at_ms;
        line->phase = phase_of(member_text(root, S("phase")));
        line->scene = scenario_find_scene(scenario, member_text(root, S("scene")));
        SceneId to = scenario_find_scene(scenario, member_text(root, S("to")));
        line->ends = scenario->scenes.rows[to].ending != 0;
        line->round = round && json_type(round) == JSON_INTEGER ? (int32_t)(json_integer(round) == 2) + 1 : 1;
        line->answer = str_copy(arena, member_text(root, S("answer")));
        log_close_line(&reading);
    }
    arena_finish(&scratch);
}

typedef struct {
    Arena *arena;
    const Scenario *scenario;
    GroupSteps steps;
    int32_t asked;     // rows of `steps` whose decision is known
    SceneId answered;  // last
    bool moved, voted; // since the last step; since the last answer
} Listing;

static GroupStep *add(Listing *listing, GroupPhase phase, const StepLine *line, ptrdiff_t end) {
    GroupStep *step = rows_append(listing->arena, &listing->steps);
    *step = (GroupStep){.phase = phase, .at_ms = line->at_ms, .end = end, .seq = line->seq};
    step->scene = phase == GROUP_FOLLOWED ? listing->answered : 0;
    listing->moved = false;
    return step;
}

static bool is_of_decision(GroupPhase phase) {
    return phase >= GROUP_READ && phase <= GROUP_AGREE;
}

// All steps since the last answer are of the decision that a line names at last.
static void note_scene(Listing *listing, SceneId scene) {
    for (; listing->asked < listing->steps.count; listing->asked++) {
        GroupStep *step = &listing->steps.rows[listing->asked];
        step->scene = is_of_decision(step->phase) ? scene : step->scene;
    }
}

static OptionId option_of(const Listing *listing, const StepLine *line) {
    const Ask *ask = &listing->scenario->asks.rows[listing->scenario->scenes.rows[line->scene].ask];
    return ask->kind == ASK_CHOICE && line->answer.len > 0  ? scenario_find_choice(listing->scenario, ask, line->answer)
           : ask->kind == ASK_CHOICE && ask->own_words != 0 ? OPTION_OWN_WORDS
                                                            : 0;
}

static void note_picked(Listing *listing, const StepLine *line) {
    for (int32_t i = listing->steps.count - 1; i >= 0 && listing->steps.rows[i].scene == line->scene; i--) {
        if (listing->steps.rows[i].phase == GROUP_REVEAL) {
            listing->steps.rows[i].picked = option_of(listing, line);
            return;
        }
    }
}

// What was noted stands in the phase that it was noted in, until something leads on.
static void take_line(Listing *listing, const StepLine *line) {
    bool leads_on = line->kind >= LINE_FOLLOW;
    if (line->kind == LINE_PHASE && line->phase != GROUP_PHASE_COUNT) {
        (void)add(listing, line->phase, line, line->end);
    } else if (leads_on) {
        listing->moved = true;
    } else if (listing->steps.count > 0 && !listing->moved) {
        listing->steps.rows[listing->steps.count - 1].end = line->end;
    }
    if (line->scene != 0) {
        note_scene(listing, line->scene);
    }
    if (line->kind == LINE_ANSWER) {
        note_picked(listing, line);
        listing->answered = line->scene;
    }
}

static void make_up_read(Listing *listing, const StepLine *line) {
    if (!listing->voted) {
        (void)add(listing, GROUP_READ, line, line->from);
    }
}

static void make_up_vote(Listing *listing, const StepLine *line) {
    make_up_read(listing, line);
    if (line->round == 2) {
        (void)add(listing, GROUP_TALK, line, line->from);
    }
    (void)add(listing, line->round == 2 ? GROUP_VOTE_AGAIN : GROUP_VOTE, line, line->end);
    listing->voted = true;
}

static void make_up_answer(Listing *listing, const StepLine *line) {
    make_up_read(listing, line);
    if (listing->voted) {
        (void)add(listing, GROUP_REVEAL, line, line->from);
    }
    note_scene(listing, line->scene);
    note_picked(listing, line);
    listing->answered = line->scene;
    (void)add(listing, GROUP_FOLLOWED, line, line->end);
    listing->voted = false;
}

static void make_up(Listing *listing, const StepLine *line) {
    switch (line->kind) {
    case LINE_START:
        (void)add(listing, GROUP_TITLE, line, line->end);
        break;
    case LINE_VOTE:
        make_up_vote(listing, line);
        break;
    case LINE_ANSWER:
        make_up_answer(listing, line);
        break;
    case LINE_MOVE:
        listing->voted = false;
        break;
    case LINE_FINISH:
    case LINE_FOLLOW:
    case LINE_OTHER:
    case LINE_PHASE:
        break;
    }
    if (line->scene != 0) {
        note_scene(listing, line->scene);
    }
}

GroupSteps group_steps_list(Arena *arena, const Scenario *scenario, Str lines) {
    Listing listing = {.arena = arena, .scenario = scenario, .steps = {.made_up = true}};
    StepLines read = {0};
    for (Str rest = lines; rest.len > 0;) {
        StepLine *line = rows_append(arena, &read);
        *line = (StepLine){.from = lines.len - rest.len};
        read_line(arena, scenario, str_cut(&rest, '\n'), line);
        line->end = lines.len - rest.len;
        listing.steps.made_up = listing.steps.made_up && line->kind != LINE_PHASE;
    }
    const StepLine *last = NULL; // that led somewhere
    for (int32_t i = 0; i < read.count; i++) {
        const StepLine *line = &read.rows[i];
        last = line->kind == LINE_ANSWER || line->kind == LINE_MOVE ? line : last;
        if (listing.steps.made_up) {
            make_up(&listing, line);
        } else {
            take_line(&listing, line);
        }
    }
    if (listing.steps.made_up && last && last->ends) {
        (void)add(&listing, GROUP_ENDING, last, last->end);
    }
    return listing.steps;
}

static void pick(Group *group, OptionId picked) {
    OptionId options[LIMIT_OPTIONS + 1];
    int32_t count = group_list_options(group, options);
    for (int32_t i = 0; i < count; i++) {
        if (options[i] == picked) {
            (void)group_update(group, &(GroupAction){.kind = GROUP_PICK, .index = i, .now_ms = group->now_ms});
        }
    }
}

static void go(Group *group, GroupPhase phase) {
    if (group->phase != phase && group_can_go(group, phase)) {
        (void)group_update(group, &(GroupAction){.kind = GROUP_GO, .index = (int32_t)phase, .now_ms = group->now_ms});
    }
}

bool group_steps_stand(Group *group, const GroupStart *start, Str lines, const GroupStep *step) {
    if (group_resume(group, start, str_slice(lines, 0, step->end)) == SOLO_RESUMED_NOTHING) {
        group_finish(group);
        return false;
    }
    if (step->phase == GROUP_FOLLOWED) {
        (void)solo_read_again(&group->solo);
    } else if (!group_can_go(group, step->phase)) { // phases of a decision are reached from one that reads it
        go(group, GROUP_READ);
    }
    go(group, step->phase);
    if (group->phase == GROUP_REVEAL && step->picked != 0) {
        pick(group, step->picked);
    }
    group->timer.runs = false; // how much of it was left then nobody knows
    group->timer.left_ms = group->timer.whole_ms;
    return true;
}
