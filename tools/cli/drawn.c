#include "cli/drawn.h"

#include "base/error.h"
#include "group/group_event.h"
#include "records/store_text.h"
#include "session/space.h"

// Answers have draws of their own, so that they are those of a simulation without sessions.
typedef struct {
    Cli *cli;
    const DrawnSessions *wanted;
    const Scenario *scenario;
    Random answers, rooms;
    Arena arena; // of one session
    Session session;
    int64_t at_ms;
} Making;

static Str draw_id(Making *making) {
    uint32_t parts[4];
    for (int32_t i = 0; i < COUNT(parts); i++) {
        parts[i] = random_next(&making->rooms);
    }
    return str_format(&making->arena, "%08x%08x%08x%08x", parts[0], parts[1], parts[2], parts[3]);
}

static void pass_time(Making *making) {
    enum { LEAST_MS = 20000, MORE_MS = 160000 };
    making->at_ms += LEAST_MS + random_below(&making->rooms, MORE_MS);
}

static void note(Making *making, GroupEvent *event) {
    Log *log = &making->session.log;
    event->seq = log_next(log);
    event->at_ms = making->at_ms;
    LogLine line = {.seq = event->seq, .at_ms = event->at_ms, .kind = group_event_word(event->kind)};
    line.text = group_event_write(&making->arena, making->scenario, event);
    log_append(log, &line);
}

static void step(Making *making, Event *event) {
    event->at_ms = making->at_ms;
    SessionFault fault = session_step(&making->session, event);
    ASSERT(fault == SESSION_FINE);
}

// The places of a vote on the decision that the session stands before.
static void begin_vote(const Making *making, const Ask *ask, GroupEvent *event) {
    Tally *tally = &event->tally;
    *event = (GroupEvent){.kind = GROUP_EVENT_VOTE, .scene = ask->scene, .present = making->wanted->group_size};
    if (ask->items.count > 0) {
        bool rates = ask->kind == ASK_RATE;
        tally->rows = ask->items.count;
        tally->places = rates ? making->scenario->scales.rows[ask->scale].labels.count : ask->bins.count;
        for (int32_t i = 0; i < ask->items.count; i++) {
            event->shown[i] = ask->items.first + i;
        }
        return;
    }
    tally->rows = 1;
    tally->several = ask->kind == ASK_MULTIPLE;
    for (int32_t i = 0; i < ask->options.count; i++) {
        if (walk_offers(&making->session.walk, ask->options.first + i)) {
            event->shown[tally->places++] = ask->options.first + i;
        }
    }
    if (ask->own_words != 0) {
        event->shown[tally->places++] = OPTION_OWN_WORDS;
    }
}

// The place of what is answered in the end, in a row of the vote; -1: none.
static int32_t find_place(const GroupEvent *vote, const Ask *ask, const Answer *answer, int32_t row) {
    if (ask->items.count > 0) {
        return answer->items[row];
    }
    for (int32_t place = 0; place < vote->tally.places; place++) {
        if (vote->shown[place] == answer->option) {
            return place;
        }
    }
    return -1;
}

// Before the talk each person takes any answer; after it half of them take what the group followed.
static void raise_hands(Making *making, const Ask *ask, const Answer *answer, GroupEvent *vote) {
    Tally *tally = &vote->tally;
    for (int32_t row = 0; row < tally->rows; row++) {
        int32_t followed = find_place(vote, ask, answer, row);
        for (int32_t person = 0; person < vote->present; person++) {
            bool follows = vote->round > 1 && followed >= 0 && random_below(&making->rooms, 2) == 0;
            int32_t drawn = random_below(&making->rooms, tally->places);
            tally->hands[row][follows ? followed : drawn] += 1;
        }
    }
}

static void vote(Making *making, const Answer *answer) {
    const Ask *ask = walk_ask(&making->session.walk);
    int32_t rounds = 1 + random_below(&making->rooms, 2);
    if (making->wanted->group_size == 0 || !group_votes_on(ask)) {
        return;
    }
    for (int32_t round = 1; round <= rounds; round++) {
        GroupEvent event;
        begin_vote(making, ask, &event);
        event.round = round;
        raise_hands(making, ask, answer, &event);
        pass_time(making);
        note(making, &event);
    }
}

static void play(Making *making) {
    Session *session = &making->session;
    const LoadedCase *loaded = making->wanted->loaded;
    making->at_ms = 0;
    session_init(session, &making->arena, making->scenario);
    if (making->wanted->group_size > 0) {
        note(making, &(GroupEvent){.kind = GROUP_EVENT_ROOM, .present = making->wanted->group_size});
    }
    Event start = {.kind = EVENT_START,
                   .case_hash = event_hash(&making->arena, loaded->bytes),
                   .case_len = loaded->bytes.len,
                   .detectors_version = making->cli->framework.detectors_version};
    step(making, &start);
    for (int32_t i = 0; session->walk.status == WALK_ASKS && i < DRAWN_DECISIONS; i++) {
        Event event = {.kind = EVENT_ANSWER};
        const Ask *ask = walk_ask(&session->walk);
        if (!space_draw_answer(&session->walk, &making->answers, &event.answer)) {
            return;
        }
        vote(making, &event.answer);
        if (ask->confidence) {
            event.answer.confidence = 1 + random_below(&making->rooms, 3);
        }
        pass_time(making);
        step(making, &event);
    }
}

static Str list_lines(Making *making) {
    const Log *log = &making->session.log;
    StrBuilder lines = {.arena = &making->arena};
    for (int32_t i = 0; i < log->lines.count; i++) {
        str_add(&lines, log->lines.rows[i].text);
        str_add_char(&lines, '\n');
    }
    return str_built(&lines);
}

// Days of one month, and a few groups, so that there is something to tell apart.
static StoreSession make_session(Making *making, int32_t run) {
    enum { DAYS = 28, GROUPS = 20 };
    const Scenario *scenario = making->scenario;
    const LoadedCase *loaded = making->wanted->loaded;
    play(making);
    bool group = making->wanted->group_size > 0;
    Str day = str_format(&making->arena, "2020-01-%02d", run % DAYS + 1);
    StoreSession session = {.header = {.id = draw_id(making),
                                       .kind = group ? STORE_GROUP : STORE_SOLO,
                                       .case_id = scenario_name(scenario, scenario->id),
                                       .title = scenario->title,
                                       .hash = event_hash(&making->arena, loaded->bytes),
                                       .len = loaded->bytes.len,
                                       .begun = day,
                                       .kept = day,
                                       .erase_after = S("9999-12-31"),
                                       .consent = true,
                                       .present = making->wanted->group_size},
                            .lines = list_lines(making),
                            .case_bytes = loaded->bytes};
    session.header.line_count = making->session.log.lines.count;
    if (group) {
        session.header.label = str_format(&making->arena, "%d", run % GROUPS + 1);
    }
    return session;
}

int drawn_write_sessions(Cli *cli, const DrawnSessions *wanted) {
    Arena arena = {0};
    FileDraft *draft = file_draft_begin(&arena);
    StoreTextWriter writer = {.arena = &arena, .out = {.arena = &arena}, .draft = draft};
    Making making = {.cli = cli,
                     .wanted = wanted,
                     .scenario = wanted->loaded->scenario,
                     .answers = random_from_seed(wanted->seed),
                     .rooms = random_from_seed(~wanted->seed)};
    for (int32_t run = 0; run < wanted->runs && draft; run++) {
        StoreSession session = make_session(&making, run);
        store_text_add(&writer, &session);
        arena_finish(&making.arena);
    }
    if (draft) {
        store_text_end(&writer);
    }
    int status = cli_save_whole_draft(cli, wanted->path, draft);
    arena_finish(&arena);
    return status;
}
