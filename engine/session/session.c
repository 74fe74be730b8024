#include "session/session.h"

#include "base/error.h"
#include "base/number.h"
#include "session/response.h"
#include "session/space.h"

void session_init_like(Session *session, Arena *arena, const Walk *like) {
    *session = (Session){.scenario = like->scenario, .arena = arena, .log = {.arena = arena}};
    session->walk = walk_clone(arena, like);
    session->led = walk_clone(arena, like);
}

void session_init(Session *session, Arena *arena, const Scenario *scenario) {
    Walk walk = walk_create(arena, scenario);
    session_init_like(session, arena, &walk);
}

// Sets gauges and plain facts from "name=value,…". False when a name or a value is wrong.
static bool apply_presets(Walk *walk, Str presets) {
    const Scenario *scenario = walk->scenario;
    for (Str rest = presets; rest.len > 0;) {
        Str value = str_cut(&rest, ',');
        Str name = str_trim(str_cut(&value, '='));
        GaugeId gauge = scenario_find_gauge(scenario, name);
        FactId fact = scenario_find_fact(scenario, name);
        int32_t number = 0;
        if (!str_to_int(str_trim(value), &number) || (gauge == 0 && fact == 0) ||
            fact_is_latch(&scenario->facts.rows[fact])) {
            return false;
        }
        if (gauge != 0) {
            const Gauge *row = &scenario->gauges.rows[gauge];
            walk->gauges[gauge] = clamp(number, row->min, row->max);
        } else {
            walk->facts[fact] = number != 0;
        }
    }
    return true;
}

static Event *append_event(Session *session, const Event *input) {
    Event *event = rows_append(session->arena, &session->events);
    *event = *input;
    event->case_hash = str_copy(session->arena, input->case_hash);
    event->parent = str_copy(session->arena, input->parent);
    event->from = str_copy(session->arena, input->from);
    event->presets = str_copy(session->arena, input->presets);
    event->answer.text = str_copy(session->arena, input->answer.text);
    return event;
}

static SessionFault step_start(Session *session, const Event *input) {
    const Scenario *scenario = session->scenario;
    SceneId from = input->from.len > 0 ? scenario_find_scene(scenario, input->from) : scenario->start.id;
    walk_reset(&session->walk);
    if (from == 0 || !apply_presets(&session->walk, input->presets)) {
        return SESSION_BAD_START;
    }
    walk_judge_latches(&session->walk);
    Event *event = append_event(session, input);
    event->rules_version = RULES_VERSION;
    walk_copy(&session->led, &session->walk);
    walk_enter(&session->walk, from, session->visit, session->visit_context);
    event->to = session->walk.scene;
    return SESSION_FINE;
}

static void keep_place(Session *session) {
    Walk place = walk_clone(session->arena, &session->walk);
    *rows_append(session->arena, &session->before) = place;
}

// Replies are judged once, before anything that follows is entered.
static void keep_replies(Session *session, Event *event) {
    Arena scratch = {0};
    ReplyLines lines = response_replies(&scratch, &session->walk, event);
    event->replies = (Span){session->replies.count, lines.count};
    for (int32_t i = 0; i < lines.count; i++) {
        *rows_append(session->arena, &session->replies) = lines.rows[i];
    }
    arena_finish(&scratch);
}

static SessionFault step_answer(Session *session, const Event *input) {
    const Ask *ask = walk_ask(&session->walk);
    if (ask == NULL) {
        return SESSION_NO_DECISION;
    }
    if (!ask->private_answer && !space_accepts(&session->walk, &input->answer)) {
        return SESSION_NOT_OFFERED;
    }
    keep_place(session);
    Event *event = append_event(session, input);
    event->scene = session->walk.scene;
    event->shuffled = session_shown_order(session, event->order);
    if (ask->private_answer) {
        event->answer = (Answer){0};
    }
    const Walk *before = &session->before.rows[session->before.count - 1];
    walk_answer(&session->walk, &event->answer, &event->given);
    walk_copy(&session->led, &session->walk);
    keep_replies(session, event);
    if (event->given.of_record) {
        Arena scratch = {0};
        profile_add(session->profiles, &scratch, before, &event->answer, session->extremes);
        arena_finish(&scratch);
        *rows_append(session->arena, &session->records) = session->events.count - 1;
    }
    *rows_append(session->arena, &session->way) = session->events.count - 1;
    walk_enter(&session->walk, event->given.to, session->visit, session->visit_context);
    event->to = session->walk.scene;
    return SESSION_FINE;
}

static SessionFault step_rewind(Session *session, const Event *input) {
    int32_t row = log_find_row(session->events.rows, session->events.count, sizeof(Event), input->target);
    int32_t place = session_find_place(session, row);
    if (place < 0) {
        return SESSION_BAD_TARGET;
    }
    (void)append_event(session, input);
    walk_return(&session->walk, &session->before.rows[place]);
    Span before = session_jumps_after(session, place);
    session->jumps.count = before.first + before.count;
    session->way.count = place;
    session->before.count = place;
    session->stepped_back = true;
    return SESSION_FINE;
}

// Unseen scenes can be taken out of the walk as long as nothing has followed them.
static bool can_unsee(const Session *session) {
    EventKind last = session->events.rows[session->events.count - 1].kind;
    return last == EVENT_START || last == EVENT_ANSWER;
}

bool session_can_jump(const Session *session, const Event *jump) {
    if (jump->enters <= 0 || jump->enters >= session->scenario->scenes.count || (jump->unseen && !can_unsee(session))) {
        return false;
    }
    Arena scratch = {0};
    Walk tried = walk_clone(&scratch, jump->unseen ? &session->led : &session->walk);
    walk_enter(&tried, jump->enters, NULL, NULL);
    bool stands = tried.status != WALK_STUCK;
    arena_finish(&scratch);
    return stands;
}

static SessionFault step_jump(Session *session, const Event *input) {
    if (!session_can_jump(session, input)) {
        return SESSION_BAD_JUMP;
    }
    Event *event = append_event(session, input);
    event->scene = session->walk.scene;
    if (event->unseen) {
        walk_copy(&session->walk, &session->led);
    }
    *rows_append(session->arena, &session->jumps) = session->events.count - 1;
    session->jumped = true;
    walk_enter(&session->walk, event->enters, session->visit, session->visit_context);
    event->to = session->walk.scene;
    return SESSION_FINE;
}

static SessionFault fold(Session *session, const Event *input) {
    int32_t count = session->events.count;
    bool finished = count > 0 && session->events.rows[count - 1].kind == EVENT_FINISH;
    if ((count == 0) != (input->kind == EVENT_START) || finished) {
        return SESSION_OUT_OF_ORDER;
    }
    switch (input->kind) {
    case EVENT_NONE:
        break;
    case EVENT_START:
        return step_start(session, input);
    case EVENT_ANSWER:
        return step_answer(session, input);
    case EVENT_REWIND:
        return step_rewind(session, input);
    case EVENT_JUMP:
        return step_jump(session, input);
    case EVENT_FINISH:
        (void)append_event(session, input);
        return SESSION_FINE;
    }
    return SESSION_OUT_OF_ORDER;
}

static void write_line(Session *session, const Event *event) {
    Arena scratch = {0};
    Str text = session->unwritten ? (Str){0} : event_write(&scratch, session->scenario, event);
    log_append(&session->log,
               &(LogLine){.seq = event->seq, .at_ms = event->at_ms, .kind = event_word(event->kind), .text = text});
    arena_finish(&scratch);
}

SessionFault session_step(Session *session, const Event *input) {
    Event event = *input;
    event.seq = log_next(&session->log);
    SessionFault fault = fold(session, &event);
    if (fault == SESSION_FINE) {
        write_line(session, &session->events.rows[session->events.count - 1]);
    }
    return fault;
}

SessionFault session_replay(Session *session, const Event *event, const LogLine *line) {
    ASSERT(event->seq == line->seq);
    SessionFault fault = fold(session, event);
    if (fault == SESSION_FINE) {
        log_append(&session->log, line);
    }
    return fault;
}

int32_t session_find_place(const Session *session, int32_t row) {
    return log_find_row(session->way.rows, session->way.count, sizeof *session->way.rows, row);
}

bool session_is_present(const Session *session, int32_t row) {
    return row == 0 || session_find_place(session, row) >= 0 ||
           log_find_row(session->jumps.rows, session->jumps.count, sizeof *session->jumps.rows, row) >= 0;
}

Span session_jumps_after(const Session *session, int32_t place) {
    const IndexTable *jumps = &session->jumps, *way = &session->way;
    int32_t from = place > 0 ? way->rows[place - 1] : 0, to = place < way->count ? way->rows[place] : INT32_MAX;
    Span span = {0};
    while (span.first < jumps->count && jumps->rows[span.first] < from) {
        span.first++;
    }
    while (span.first + span.count < jumps->count && jumps->rows[span.first + span.count] < to) {
        span.count++;
    }
    return span;
}

const Event *session_last_answer(const Session *session) {
    return session->way.count > 0 ? &session->events.rows[session->way.rows[session->way.count - 1]] : NULL;
}

bool session_shown_order(const Session *session, uint8_t *order) {
    const Ask *ask = walk_ask(&session->walk);
    ASSERT(ask != NULL);
    int32_t count = ask_shown(ask).count;
    ASSERT(count <= LIMIT_ITEMS);
    for (int32_t i = 0; i < count; i++) {
        order[i] = (uint8_t)i;
    }
    if (!ask->shuffle) {
        return false;
    }
    Random random =
        random_from_seed(session->events.rows[0].seed + (uint64_t)session->walk.scene * UINT64_C(0x9E3779B97F4A7C15));
    for (int32_t i = count - 1; i > 0; i--) {
        int32_t other = random_below(&random, i + 1);
        uint8_t kept = order[i];
        order[i] = order[other];
        order[other] = kept;
    }
    return true;
}

int32_t session_count_found(const Session *session, DetectorId detector) {
    const Scenario *scenario = session->scenario;
    int32_t count = 0;
    for (int32_t i = 0; i < session->way.count; i++) {
        const Event *event = &session->events.rows[session->way.rows[i]];
        const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[event->scene].ask];
        count += answer_value(scenario, ask, &event->answer, CALL_FOUND, detector, 0);
    }
    return count;
}
