#include "group/group.h"

#include "base/error.h"
#include "base/utf8.h"
#include "group/group_inside.h"

#include <string.h>

static const Session *session_of(const Group *group) {
    return &group->solo.session;
}

static int64_t at_ms(const Group *group) {
    return group->now_ms - group->solo.began_ms;
}

// The lines of the log are the one place where it stands what was done: what an action does goes there first.
// `last`: the decision of which sentences and ideas still hold.
static void leave_decisions(Group *group, int32_t last) {
    for (int32_t i = 0; i < group->votes.count; i++) {
        group->votes.rows[i].left = group->votes.rows[i].left || group->votes.rows[i].decision > group->way.count;
    }
    for (int32_t i = 0; i < group->sentences.count; i++) {
        GroupSentence *sentence = &group->sentences.rows[i];
        sentence->decision = sentence->decision > last ? 0 : sentence->decision;
    }
    for (int32_t i = 0; i < group->ideas.count; i++) {
        GroupIdea *idea = &group->ideas.rows[i];
        idea->decision = idea->decision > last ? 0 : idea->decision;
    }
}

static void take_rewind(Group *group, const LogReading *reading) {
    const JsonValue *target = json_member(reading->doc.root, S("target"));
    int64_t seq = target != NULL && json_type(target) == JSON_INTEGER ? json_integer(target) : INT32_MAX;
    while (group->way.count > 0 && group->way.rows[group->way.count - 1] >= seq) {
        group->way.count--;
    }
    leave_decisions(group, group->way.count + 1);
}

// The decision that was asked is not the group's any more: the next one has its number.
static void take_jump(Group *group) {
    group->ended = false;
    group->unread = false;
    leave_decisions(group, group->way.count);
}

// A replay takes one answer back after the other, in lines that follow each other.
static void leave_way(Group *group) {
    const LogLine *rows = group->solo.session.log.lines.rows;
    int32_t lines = group->folded - 1;
    if (lines == 0 || event_kind(rows[lines - 1].kind) != EVENT_REWIND) {
        group->left.lines = lines;
        group->left.ended = group->ended;
    }
    group->ended = false;
    group->unread = false;
}

static void take_room(Group *group, const GroupEvent *event) {
    group->present = event->present;
    group->part_count = event->part_count;
    memcpy(group->parts, event->parts, sizeof group->parts);
}

static void take_vote(Group *group, const GroupEvent *event) {
    GroupVote *vote = rows_append(&group->arena, &group->votes);
    *vote = (GroupVote){.seq = event->seq,
                        .scene = event->scene,
                        .decision = group->way.count + 1,
                        .round = event->round,
                        .present = event->present,
                        .tally = event->tally,
                        .part_count = event->part_count};
    for (int32_t i = 0; i + 1 < group->votes.count; i++) {
        GroupVote *before = &group->votes.rows[i];
        before->replaced =
            before->replaced || (!before->left && before->decision == vote->decision && before->round == vote->round);
    }
    for (int32_t i = 0; i < event->part_count; i++) {
        vote->part_of[i] = group->parts[i];
    }
    memcpy(vote->parts, event->part_tallies, sizeof vote->parts);
    memcpy(vote->shown, event->shown, sizeof vote->shown);
}

// The decision that is talked about, from 1; 0: none is.
static int32_t talked_about(const Group *group) {
    return !group_is_deciding(group) ? 0 : group->way.count + (group->phase == GROUP_FOLLOWED ? 0 : 1);
}

static void take_sentence(Group *group, const GroupEvent *event) {
    *rows_append(&group->arena, &group->sentences) = (GroupSentence){
        .seq = event->seq, .decision = talked_about(group), .text = event->text, .minority = event->minority};
}

static void take_forget(Group *group, const GroupEvent *event) {
    int32_t kept = 0;
    for (int32_t i = 0; i < group->sentences.count; i++) {
        if (group->sentences.rows[i].seq != event->index) {
            group->sentences.rows[kept++] = group->sentences.rows[i];
        }
    }
    group->sentences.count = kept;
}

static void take_event(Group *group, const GroupEvent *event) {
    switch (event->kind) {
    case GROUP_EVENT_NONE:
    case GROUP_EVENT_FOLLOW: // the answer that comes next tells what is followed
        break;
    case GROUP_EVENT_ROOM:
        take_room(group, event);
        break;
    case GROUP_EVENT_PLAN:
        group->planned = event->index;
        break;
    case GROUP_EVENT_PHASE:
        group->ended = group->ended || event->phase == GROUP_ENDING;
        group->unread = group->unread && event->phase != GROUP_READ && event->phase != GROUP_ENDING;
        group->noted = 0;
        group_take_phase(group, event->phase, event->at_ms);
        break;
    case GROUP_EVENT_CARD:
        group->card = event->index;
        break;
    case GROUP_EVENT_VOTE:
        group->noted = 0;
        take_vote(group, event);
        break;
    case GROUP_EVENT_HANDS:
        group->noted = group->folded;
        break;
    case GROUP_EVENT_SENTENCE:
        take_sentence(group, event);
        break;
    case GROUP_EVENT_FORGET:
        take_forget(group, event);
        break;
    case GROUP_EVENT_IDEA:
        group_take_idea(group, event);
        break;
    case GROUP_EVENT_DROP:
        group_take_drop(group, event->index);
        break;
    case GROUP_EVENT_RANKING:
        group_take_ranking(group, event);
        break;
    case GROUP_EVENT_KEEP:
        group->kept[event->index] = event->text;
        break;
    case GROUP_EVENT_RAISE:
        group->raised = event->text;
        break;
    }
}

// The events of the group, as the session read past them when it resumed: so no line is parsed twice.
struct GroupRead {
    Group *group;
    Arena arena;
    ROWS_OF(GroupEvent *) events;
    int32_t taken;
};

// Of the line with this number; NULL: none was read.
static const GroupEvent *find_read(struct GroupRead *read, int32_t seq) {
    bool next = read && read->taken < read->events.count && read->events.rows[read->taken]->seq == seq;
    return next ? read->events.rows[read->taken++] : NULL;
}

static void take_line(Group *group, const LogLine *line) {
    EventKind kind = event_kind(line->kind);
    LogReading reading;
    group->unread = group->unread || kind == EVENT_START || kind == EVENT_ANSWER;
    if (kind == EVENT_ANSWER) {
        *rows_append(&group->arena, &group->way) = line->seq;
    } else if (kind == EVENT_JUMP) {
        take_jump(group);
    }
    const GroupEvent *read = find_read(group->read, line->seq);
    if (read) {
        take_event(group, read);
    }
    if (read || (kind != EVENT_NONE && kind != EVENT_REWIND) ||
        !log_open_line(&group->solo.scratch, line->text, &reading)) {
        return;
    }
    GroupEvent event;
    if (kind == EVENT_REWIND) {
        leave_way(group);
        take_rewind(group, &reading);
    } else if (group_event_parse(&group->arena, group->solo.scenario, &reading, &event)) {
        take_event(group, &event);
    }
    log_close_line(&reading);
}

void group_catch_up(Group *group) {
    const Log *log = &group->solo.session.log;
    while (group->folded < log->lines.count) {
        take_line(group, &log->lines.rows[group->folded++]);
    }
}

void group_record(Group *group, const GroupEvent *event) {
    Log *log = &group->solo.session.log;
    Arena *scratch = &group->solo.scratch;
    ArenaMark mark = arena_mark(scratch);
    GroupEvent whole = *event;
    whole.seq = log_next(log);
    whole.at_ms = at_ms(group);
    LogLine line = {.seq = whole.seq, .at_ms = whole.at_ms, .kind = group_event_word(whole.kind)};
    line.text = group_event_write(scratch, group->solo.scenario, &whole);
    log_append(log, &line);
    arena_rewind(scratch, mark);
    group_catch_up(group);
}

bool group_walk(Group *group, const SoloAction *action) {
    SoloAction timed = *action;
    timed.now_ms = group->now_ms;
    bool changed = solo_update(&group->solo, &timed);
    group_catch_up(group);
    return changed;
}

void group_stand(Group *group) {
    SoloPhase phase = group->solo.phase;
    group_enter(group, phase == SOLO_PHASE_FEEDBACK                             ? GROUP_FOLLOWED
                       : phase == SOLO_PHASE_ENDED || phase == SOLO_PHASE_STUCK ? GROUP_ENDING
                                                                                : GROUP_READ);
}

int32_t group_decision(const Group *group) {
    return session_of(group)->way.count + (group->solo.phase == SOLO_PHASE_FEEDBACK ? 0 : 1);
}

const Ask *group_ask(const Group *group) {
    return solo_ask(&group->solo);
}

int32_t group_list_options(const Group *group, OptionId *options) {
    return solo_list_options(&group->solo, options);
}

int32_t group_list_shown(const Group *group, const Ask *ask, int32_t *shown) {
    if (ask->items.count == 0) {
        return group_list_options(group, shown);
    }
    uint8_t order[LIMIT_ITEMS];
    (void)session_shown_order(session_of(group), order);
    for (int32_t i = 0; i < ask->items.count; i++) {
        shown[i] = ask->items.first + order[i];
    }
    return ask->items.count;
}

static bool set_present(Group *group, const GroupAction *action) {
    if (action->value < 0 || action->value > TALLY_MOST || action->value == group->present || group->part_count > 0) {
        return false;
    }
    group_record(group, &(GroupEvent){.kind = GROUP_EVENT_ROOM, .present = action->value});
    group->doubts = false;
    return true;
}

static bool set_flag(bool *flag, bool wanted) {
    bool changed = *flag != wanted;
    *flag = wanted;
    return changed;
}

static bool set_shown(Group *group, const GroupAction *action) {
    bool wanted = action->value != 0;
    return action->kind == GROUP_BLACK       ? set_flag(&group->black, wanted)
           : action->kind == GROUP_SHOW_BOTH ? set_flag(&group->shows_both, wanted)
           : action->kind == GROUP_GAUGES    ? set_flag(&group->hides_gauges, !wanted)
                                             : set_flag(&group->shows_found, wanted);
}

static bool set_sure(Group *group, const GroupAction *action) {
    if (group->solo.phase != SOLO_PHASE_CONFIDENCE) {
        return false;
    }
    SoloAction sure = {.kind = SOLO_SET_CONFIDENCE, .value = action->value};
    SoloAction left_out = {.kind = SOLO_SKIP};
    bool changed = group_walk(group, action->value == 0 ? &left_out : &sure);
    if (changed) {
        group_stand(group);
    }
    return changed;
}

static bool change_draft(Group *group, const GroupAction *action) {
    SoloActionKind kind = action->draft.kind;
    bool gives = kind == SOLO_CHOOSE || kind == SOLO_SAY || kind == SOLO_SKIP || kind == SOLO_SUBMIT ||
                 kind == SOLO_SET_CONFIDENCE || kind == SOLO_GO_ON || kind == SOLO_STEP_BACK ||
                 kind == SOLO_KEEP_OTHERS || kind == SOLO_TO_OPTIONS || kind == SOLO_OWN_WORDS;
    bool changed = group->phase == GROUP_AGREE && !gives && group_walk(group, &action->draft);
    group->undecided = group->undecided && !changed;
    return changed;
}

static bool set_card(Group *group, const GroupAction *action) {
    if (action->index < 0 || action->index >= GROUP_CARDS || action->index == group->card) {
        return false;
    }
    group_record(group, &(GroupEvent){.kind = GROUP_EVENT_CARD, .index = action->index});
    return true;
}

bool group_is_sentence(Str text) {
    return utf8_find_invalid(text) < 0 && utf8_count(text) <= GROUP_SENTENCE_CHARS;
}

static bool add_sentence(Group *group, const GroupAction *action) {
    Str text = str_trim(action->text);
    if (text.len == 0 || !group_is_sentence(text)) {
        return false;
    }
    group_record(group, &(GroupEvent){.kind = GROUP_EVENT_SENTENCE, .text = text, .minority = action->value == 1});
    return true;
}

static bool forget_sentence(Group *group, const GroupAction *action) {
    if (action->index < 0 || action->index >= group->sentences.count) {
        return false;
    }
    group_record(group, &(GroupEvent){.kind = GROUP_EVENT_FORGET, .index = group->sentences.rows[action->index].seq});
    return true;
}

static Str *line_of(Group *group, int32_t line) {
    return line == GROUP_KEPT ? &group->raised : &group->kept[line];
}

static void write_typed(Group *group) {
    int32_t line = group->typing.line;
    GroupEvent event = {.kind = line == GROUP_KEPT ? GROUP_EVENT_RAISE : GROUP_EVENT_KEEP,
                        .index = line == GROUP_KEPT ? 0 : line,
                        .text = *line_of(group, line)};
    group->typing.waits = false;
    group_record(group, &event);
}

static bool type_line(Group *group, const GroupAction *action) {
    int32_t line = action->kind == GROUP_RAISE ? GROUP_KEPT : action->index;
    bool fits = line >= 0 && line < GROUP_KEPT + (action->kind == GROUP_RAISE) && group_is_sentence(action->text);
    if (!fits || str_equal(*line_of(group, line), action->text)) {
        return false;
    }
    if (group->typing.waits && group->typing.line != line) {
        write_typed(group);
    }
    *line_of(group, line) = str_copy(&group->arena, action->text);
    group->typing.waits = true;
    group->typing.line = line;
    group->typing.since_ms = group->now_ms;
    return true;
}

enum { PAUSE_MS = 1000 };

static int64_t types_until(const Group *group) {
    return group->typing.waits ? group->typing.since_ms + PAUSE_MS : -1;
}

static int64_t counts_until(const Group *group) {
    return group->counted_ms >= 0 ? group->counted_ms + PAUSE_MS : -1;
}

int64_t group_writes_at(const Group *group) {
    int64_t typed = types_until(group), counted = counts_until(group);
    return typed < 0 || (counted >= 0 && counted < typed) ? counted : typed;
}

static void write_what_waits(Group *group, bool typed, bool counted) {
    if (group->typing.waits && typed) {
        write_typed(group);
    }
    if (group->counted_ms >= 0 && counted) {
        group_write_hands(group);
    }
}

void group_write_now(Group *group) {
    write_what_waits(group, true, true);
}

static void write_if_due(Group *group, GroupActionKind kind) {
    bool types = kind == GROUP_KEEP || kind == GROUP_RAISE;
    bool typed = kind == GROUP_CLOCK ? group->now_ms >= types_until(group) : !types;
    write_what_waits(group, typed, group->now_ms >= counts_until(group));
}

static bool set_number(int32_t *number, int32_t wanted) {
    bool changed = wanted >= 0 && *number != wanted;
    *number = changed ? wanted : *number;
    return changed;
}

static bool talk_of(Group *group, const GroupAction *action) {
    bool changed = set_number(&group->talk_of, action->index);
    group->question = changed ? 0 : group->question;
    return changed;
}

static bool set_question(Group *group, const GroupAction *action) {
    return set_number(&group->question, action->index);
}

static bool set_screen(Group *group, const GroupAction *action) {
    return set_number(&group->width, action->value);
}

static bool do_nothing(Group *group, const GroupAction *action) {
    (void)group;
    (void)action;
    return false;
}

bool group_update(Group *group, const GroupAction *action) {
    static GroupAct *const ACTS[] = {[GROUP_NONE] = do_nothing,
                                     [GROUP_NEXT] = group_act_next,
                                     [GROUP_PREVIOUS] = group_act_previous,
                                     [GROUP_GO] = group_act_go,
                                     [GROUP_PRESENT] = set_present,
                                     [GROUP_DIVIDE] = group_act_divide,
                                     [GROUP_SIZE] = group_act_size,
                                     [GROUP_PLAN] = group_act_plan,
                                     [GROUP_PART] = group_act_part,
                                     [GROUP_ROW] = group_act_row,
                                     [GROUP_COUNT] = group_act_count,
                                     [GROUP_TAKE] = group_act_count,
                                     [GROUP_ABSTAIN] = group_act_abstain,
                                     [GROUP_UNABSTAIN] = group_act_abstain,
                                     [GROUP_TAKE_LAST] = group_act_take_last,
                                     [GROUP_CLOSE] = group_act_close,
                                     [GROUP_REOPEN] = group_act_reopen,
                                     [GROUP_SHOW_BOTH] = set_shown,
                                     [GROUP_SHOW_PARTS] = group_act_show_parts,
                                     [GROUP_PICK] = group_act_pick,
                                     [GROUP_SURE] = set_sure,
                                     [GROUP_DRAFT] = change_draft,
                                     [GROUP_REPLAY] = group_act_replay,
                                     [GROUP_JUMP] = group_act_jump,
                                     [GROUP_SHOW_WAYS] = group_act_show_ways,
                                     [GROUP_BLACK] = set_shown,
                                     [GROUP_GAUGES] = set_shown,
                                     [GROUP_FOUND] = set_shown,
                                     [GROUP_TIMER] = group_act_timer,
                                     [GROUP_MINUTE] = group_act_minute,
                                     [GROUP_CLOCK] = do_nothing,
                                     [GROUP_CARD] = set_card,
                                     [GROUP_SENTENCE] = add_sentence,
                                     [GROUP_FORGET] = forget_sentence,
                                     [GROUP_IDEA] = group_act_idea,
                                     [GROUP_DROP] = group_act_drop,
                                     [GROUP_SHOW_IDEAS] = group_act_show_ideas,
                                     [GROUP_RANK] = group_act_rank,
                                     [GROUP_KEEP] = type_line,
                                     [GROUP_RAISE] = type_line,
                                     [GROUP_TALK_OF] = talk_of,
                                     [GROUP_QUESTION] = set_question,
                                     [GROUP_SCREEN] = set_screen};
    ASSERT(action->kind < GROUP_ACTION_COUNT);
    group_pass_time(group, action->now_ms);
    write_if_due(group, action->kind);
    return ACTS[action->kind](group, action);
}

static void begin(Group *group, const GroupStart *start) {
    *group = (Group){.now_ms = start->solo.now_ms, .counted_ms = -1, .picked = -1, .planned = GROUP_PLANNED_MINUTES};
}

bool group_begin(Group *group, const GroupStart *start) {
    SoloStart solo = start->solo;
    solo.limits_off = true;
    begin(group, start);
    if (!solo_begin(&group->solo, &solo)) {
        return false;
    }
    group_catch_up(group);
    GroupEvent room = {.kind = GROUP_EVENT_ROOM, .present = start->present, .part_count = start->part_count};
    for (int32_t i = 0; i < start->part_count; i++) {
        room.parts[i] = start->parts[i];
    }
    group_record(group, &room);
    group_enter(group, GROUP_TITLE);
    return true;
}

// A phase that the session does not bear out (the last answer was not written any more) gives way to where it stands.
static void settle(Group *group) {
    if (!group_can_go(group, group->phase)) {
        group_stand(group);
        return;
    }
    group_set_timer(group);
    if (group_is_voting(group)) {
        group_open_vote(group);
        group_take_hands(group);
    }
}

// One that is none of the group's is told as none, and changes nothing.
static void read_event(void *context, const LogReading *reading) {
    struct GroupRead *read = context;
    GroupEvent *event = arena_push(&read->arena, GroupEvent, 1);
    if (!group_event_parse(&read->group->arena, read->group->solo.scenario, reading, event)) {
        event->kind = GROUP_EVENT_NONE;
    }
    *rows_append(&read->arena, &read->events) = event;
}

SoloResumed group_resume(Group *group, const GroupStart *start, Str lines) {
    SoloStart solo = start->solo;
    solo.limits_off = true;
    solo.others = read_event;
    struct GroupRead read = {.group = group};
    solo.others_context = &read;
    begin(group, start);
    group->read = &read;
    SoloResumed resumed = solo_resume(&group->solo, &solo, lines);
    if (resumed != SOLO_RESUMED_NOTHING) {
        group_catch_up(group);
        group_keep_left(group);
        settle(group);
    }
    group->solo.session.others = NULL;
    group->read = NULL;
    arena_finish(&read.arena);
    return resumed;
}

void group_finish(Group *group) {
    solo_finish(&group->solo);
    solo_finish(&group->left.solo);
    arena_finish(&group->arena);
    *group = (Group){0};
}
