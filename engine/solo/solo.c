#include "solo/solo.h"

#include "base/error.h"
#include "base/utf8.h"
#include "session/replay.h"
#include "solo/solo_draft.h"
#include "told/feedback.h"

enum { SECOND_MS = 1000 };

static const Ask *asked(const WalkModel *model) {
    return walk_ask(&model->session.walk);
}

static bool is_making_answer(const WalkModel *model) {
    return model->phase <= PHASE_CONFIDENCE;
}

// Silence is for who has something else to say: where nothing else is offered, its option is an ordinary one.
static bool offers_more_than(const WalkModel *model, const Ask *ask, OptionId silence) {
    bool more = ask->own_words != 0;
    for (OptionId i = ask->options.first; i < ask->options.first + ask->options.count; i++) {
        more = more || (i != silence && walk_offers(&model->session.walk, i));
    }
    return more;
}

static void begin_limit(WalkModel *model, int64_t now_ms) {
    const Ask *ask = asked(model);
    const Limit *limit = &model->scenario->limits.rows[ask->limit];
    model->paused = false;
    model->limited = !model->limits_off && limit->seconds > 0 && offers_more_than(model, ask, limit->option.id);
    model->limit_left_ms = (int64_t)limit->seconds * SECOND_MS;
    model->counted_to_ms = now_ms;
}

// Before the decision, or in the ending, where the session stands.
static void stand(WalkModel *model, const Answer *before, int64_t now_ms) {
    model->limited = false;
    if (model->session.walk.status != WALK_ASKS) {
        model->phase = model->session.walk.status == WALK_ENDED ? PHASE_ENDED : PHASE_STUCK;
        return;
    }
    model->phase = asked(model)->kind == ASK_WRITE ? PHASE_WORDS : PHASE_ASK;
    begin_limit(model, now_ms);
    walk_draft_begin(model, before);
}

static void prepare(WalkModel *model, const WalkStart *start) {
    *model = (WalkModel){.scenario = start->scenario,
                         .limits_off = start->limits_off,
                         .began_ms = start->now_ms,
                         .parent_decision = start->parent_decision};
    session_init(&model->session, &model->arena, start->scenario);
    story_begin(&model->story, &model->session);
}

static bool settle(WalkModel *model, bool begun, int64_t now_ms) {
    if (!begun) {
        walk_model_finish(model);
        return false;
    }
    const EventTable *events = &model->session.events;
    model->began_ms = now_ms - events->rows[events->count - 1].at_ms;
    model->bank = detector_bank_create(model->scenario);
    model->remaining = remaining_count(&model->arena, &model->scratch, model->scenario);
    model->usual = remaining_usual(&model->scratch, model->scenario);
    stand(model, NULL, now_ms);
    return true;
}

bool walk_model_begin(WalkModel *model, const WalkStart *start) {
    prepare(model, start);
    Event event = {.kind = EVENT_START,
                   .seed = start->seed,
                   .case_hash = start->case_hash,
                   .case_len = start->case_len,
                   .detectors_version = start->detectors_version,
                   .from = start->from,
                   .presets = start->presets,
                   .parent = start->parent};
    return settle(model, session_step(&model->session, &event) == SESSION_FINE, start->now_ms);
}

bool walk_model_resume(WalkModel *model, const WalkStart *start, Str lines) {
    int32_t bad_line = 0;
    prepare(model, start);
    bool fits = replay_lines(&model->session, &model->scratch, lines, &bad_line) && model->session.events.count > 0;
    return settle(model, fits, start->now_ms);
}

void walk_model_finish(WalkModel *model) {
    detector_bank_destroy(model->bank);
    arena_finish(&model->scratch);
    arena_finish(&model->text_arena);
    arena_finish(&model->arena);
    *model = (WalkModel){0};
}

// The answers of the present way before the decision, and nothing else.
static bool replay_way(Session *session, const Session *from, int32_t decision) {
    for (int32_t i = 0; i < decision - 1; i++) {
        if (session_step(session, &from->events.rows[from->way.rows[i]]) != SESSION_FINE) {
            return false;
        }
    }
    return true;
}

// All that happened before the decision was answered.
static bool replay_events(Session *session, const Session *from, int32_t decision) {
    for (int32_t i = 1; i < from->way.rows[decision - 1]; i++) {
        if (session_step(session, &from->events.rows[i]) != SESSION_FINE) {
            return false;
        }
    }
    return true;
}

typedef bool Replay(Session *session, const Session *from, int32_t decision);

static bool fork_with(WalkModel *model, const WalkModel *from, int32_t decision, const WalkStart *start,
                      Replay *replay) {
    Event event = from->session.events.rows[0];
    event.parent = start->parent;
    prepare(model, start);
    bool begun =
        session_step(&model->session, &event) == SESSION_FINE && replay(&model->session, &from->session, decision);
    begun = begun && model->session.walk.scene == from->session.before.rows[decision - 1].scene;
    return settle(model, begun, start->now_ms);
}

// The present way alone is what a what-if is about: nothing stays of answers that were taken back. Where conditions
// read the marks of such answers, it may lead elsewhere; then all of it is played back.
bool walk_model_fork(WalkModel *model, const WalkModel *from, int32_t decision, Str parent, int64_t now_ms) {
    if (decision < 1 || decision > from->session.way.count) {
        return false;
    }
    WalkStart start = {.scenario = from->scenario,
                       .limits_off = from->limits_off,
                       .now_ms = now_ms,
                       .parent = parent,
                       .parent_decision = decision};
    return fork_with(model, from, decision, &start, replay_way) ||
           fork_with(model, from, decision, &start, replay_events);
}

const Ask *walk_model_ask(const WalkModel *model) {
    const Event *last = session_last_answer(&model->session);
    if (model->phase == PHASE_FEEDBACK && last) {
        return &model->scenario->asks.rows[model->scenario->scenes.rows[last->scene].ask];
    }
    return is_making_answer(model) ? asked(model) : NULL;
}

bool walk_limit_runs(const WalkModel *model) {
    return model->limited && is_making_answer(model);
}

// Only while options are shown: who types, or weighs how sure they are, is speaking already.
bool walk_clock_runs(const WalkModel *model) {
    return walk_limit_runs(model) && model->phase == PHASE_ASK && !model->paused && !model->hidden;
}

// A what-if does not step back over the decision where it begins: it would no longer be one.
static bool can_take_back(const WalkModel *model) {
    return model->session.way.count > 0 &&
           (model->parent_decision == 0 || model->session.way.count >= model->parent_decision);
}

bool walk_offers_back(const WalkModel *model) {
    bool inside = model->phase == PHASE_CONFIDENCE || (model->phase == PHASE_WORDS && asked(model)->kind != ASK_WRITE);
    return inside || can_take_back(model);
}

int32_t walk_list_options(const WalkModel *model, OptionId *options) {
    const Ask *ask = is_making_answer(model) ? asked(model) : NULL;
    int32_t count = 0;
    if (ask == NULL || ask->options.count == 0) {
        return 0;
    }
    uint8_t order[LIMIT_ITEMS];
    (void)session_shown_order(&model->session, order);
    OptionId silence = walk_limit_runs(model) ? model->scenario->limits.rows[ask->limit].option.id : 0;
    for (int32_t i = 0; i < ask->options.count; i++) {
        OptionId option = ask->options.first + order[i];
        if (option != silence && walk_offers(&model->session.walk, option)) {
            options[count++] = option;
        }
    }
    if (ask->own_words != 0) {
        options[count++] = OPTION_OWN_WORDS;
    }
    return count;
}

int32_t walk_count_shown(const WalkModel *model) {
    OptionId options[LIMIT_OPTIONS + 1];
    const Ask *ask = is_making_answer(model) ? asked(model) : NULL;
    return ask == NULL ? 0 : ask->items.count > 0 ? ask->items.count : walk_list_options(model, options);
}

static bool record(WalkModel *model, const Answer *answer, int64_t now_ms) {
    Event event = {.kind = EVENT_ANSWER, .at_ms = now_ms - model->began_ms, .answer = *answer};
    if (session_step(&model->session, &event) != SESSION_FINE) {
        return false;
    }
    model->limited = false;
    model->phase = PHASE_FEEDBACK;
    if (!walk_has_feedback(model)) {
        stand(model, NULL, now_ms);
    }
    return true;
}

static bool give(WalkModel *model, const Answer *answer, int64_t now_ms) {
    if (!asked(model)->confidence) {
        return record(model, answer, now_ms);
    }
    model->pending = *answer;
    model->asked_from = model->phase;
    model->phase = PHASE_CONFIDENCE;
    return true;
}

static bool time_is_up(WalkModel *model, int64_t now_ms) {
    const Limit *limit = &model->scenario->limits.rows[asked(model)->limit];
    return record(model, &(Answer){.option = limit->option.id, .time_up = true}, now_ms);
}

static bool count_down(WalkModel *model, int64_t now_ms) {
    int64_t passed = now_ms - model->counted_to_ms;
    model->counted_to_ms = now_ms;
    if (!walk_clock_runs(model) || passed <= 0) {
        return false;
    }
    model->limit_left_ms -= passed;
    return model->limit_left_ms <= 0 && time_is_up(model, now_ms);
}

static bool choose(WalkModel *model, const WalkAction *action) {
    OptionId options[LIMIT_OPTIONS + 1];
    if (model->phase != PHASE_ASK || asked(model)->kind != ASK_CHOICE || action->index < 0 ||
        action->index >= walk_list_options(model, options)) {
        return false;
    }
    model->draft.focus = action->index;
    if (options[action->index] == OPTION_OWN_WORDS) {
        model->phase = PHASE_WORDS;
        return true;
    }
    return give(model, &(Answer){.option = options[action->index]}, action->now_ms);
}

static bool begin_own_words(WalkModel *model, const WalkAction *action) {
    (void)action;
    if (model->phase != PHASE_ASK || asked(model)->own_words == 0) {
        return false;
    }
    OptionId options[LIMIT_OPTIONS + 1];
    model->draft.focus = walk_list_options(model, options) - 1;
    model->phase = PHASE_WORDS;
    return true;
}

static bool return_to_options(WalkModel *model, const WalkAction *action) {
    (void)action;
    if (model->phase != PHASE_WORDS || asked(model)->kind == ASK_WRITE) {
        return false;
    }
    model->phase = PHASE_ASK;
    return true;
}

static bool set_text(WalkModel *model, const WalkAction *action) {
    if (model->phase != PHASE_WORDS || utf8_find_invalid(action->text) >= 0 ||
        str_equal(action->text, model->draft.text)) {
        return false;
    }
    walk_draft_set_text(model, action->text);
    return true;
}

static bool say(WalkModel *model, const WalkAction *action) {
    if (model->phase != PHASE_WORDS || !walk_can_submit(model)) {
        return false;
    }
    Answer answer = walk_draft_answer(model);
    return give(model, &answer, action->now_ms);
}

static bool submit(WalkModel *model, const WalkAction *action) {
    if (model->phase == PHASE_WORDS) {
        return say(model, action);
    }
    if (model->phase != PHASE_ASK || !walk_can_submit(model)) {
        return false;
    }
    if (asked(model)->kind == ASK_CHOICE) {
        WalkAction chosen = {.kind = WALK_CHOOSE, .index = model->draft.focus, .now_ms = action->now_ms};
        return choose(model, &chosen);
    }
    Answer answer = walk_draft_answer(model);
    return give(model, &answer, action->now_ms);
}

static bool set_confidence(WalkModel *model, const WalkAction *action) {
    enum { SURE = 3 };
    if (model->phase != PHASE_CONFIDENCE || action->value < 1 || action->value > SURE) {
        return false;
    }
    model->pending.confidence = action->value;
    return record(model, &model->pending, action->now_ms);
}

static bool go_on(WalkModel *model, const WalkAction *action) {
    if (model->phase != PHASE_FEEDBACK) {
        return false;
    }
    stand(model, NULL, action->now_ms);
    return true;
}

static bool take_back(WalkModel *model, int64_t now_ms) {
    if (!can_take_back(model)) {
        return false;
    }
    Event last = *session_last_answer(&model->session);
    Event event = {.kind = EVENT_REWIND, .at_ms = now_ms - model->began_ms, .target = last.seq};
    ASSERT(session_step(&model->session, &event) == SESSION_FINE);
    stand(model, &last.answer, now_ms);
    return true;
}

static bool step_back(WalkModel *model, const WalkAction *action) {
    if (model->phase == PHASE_CONFIDENCE) {
        model->phase = model->asked_from;
        return true;
    }
    return return_to_options(model, action) || take_back(model, action->now_ms);
}

static bool pause(WalkModel *model, const WalkAction *action) {
    bool wanted = action->kind == WALK_PAUSE;
    bool changed = model->paused != wanted;
    model->paused = wanted;
    return changed;
}

static bool hide(WalkModel *model, const WalkAction *action) {
    bool wanted = action->kind == WALK_HIDE;
    bool changed = model->hidden != wanted;
    model->hidden = wanted;
    return changed;
}

// Switched off, a limit that runs ends here; switched on, it begins with the next decision.
static bool set_limits(WalkModel *model, const WalkAction *action) {
    bool off = action->value == 0;
    bool changed = model->limits_off != off;
    model->limits_off = off;
    model->limited = model->limited && !off;
    return changed;
}

static bool edit_draft(WalkModel *model, const WalkAction *action) {
    bool typing = model->phase == PHASE_WORDS;
    if (action->kind == WALK_TICK) {
        return typing && !asked(model)->private_answer && walk_draft_tick(model, action->index);
    }
    if (action->kind == WALK_LIST_ALL) {
        bool changed = typing && !model->draft.lists_all;
        model->draft.lists_all = model->draft.lists_all || typing;
        return changed;
    }
    if (model->phase != PHASE_ASK) {
        return false;
    }
    switch (action->kind) {
    case WALK_FOCUS:
        return walk_draft_focus(model, action->index);
    case WALK_TOGGLE:
        return walk_draft_toggle(model, action->index);
    case WALK_CARRY:
        return walk_draft_carry(model, action->index);
    case WALK_MOVE:
        return walk_draft_move(model, action->index, action->value);
    default:
        return walk_draft_put(model, action->index, action->value);
    }
}

static bool do_nothing(WalkModel *model, const WalkAction *action) {
    (void)model;
    (void)action;
    return false;
}

typedef bool Act(WalkModel *model, const WalkAction *action);

bool walk_update(WalkModel *model, const WalkAction *action) {
    static Act *const ACTS[] = {[WALK_NONE] = do_nothing,
                                [WALK_FOCUS] = edit_draft,
                                [WALK_CHOOSE] = choose,
                                [WALK_TOGGLE] = edit_draft,
                                [WALK_CARRY] = edit_draft,
                                [WALK_MOVE] = edit_draft,
                                [WALK_SET_LEVEL] = edit_draft,
                                [WALK_PUT] = edit_draft,
                                [WALK_OWN_WORDS] = begin_own_words,
                                [WALK_TO_OPTIONS] = return_to_options,
                                [WALK_SET_TEXT] = set_text,
                                [WALK_TICK] = edit_draft,
                                [WALK_LIST_ALL] = edit_draft,
                                [WALK_SAY] = say,
                                [WALK_SET_CONFIDENCE] = set_confidence,
                                [WALK_SUBMIT] = submit,
                                [WALK_GO_ON] = go_on,
                                [WALK_STEP_BACK] = step_back,
                                [WALK_CLOCK] = do_nothing,
                                [WALK_PAUSE] = pause,
                                [WALK_RESUME] = pause,
                                [WALK_HIDE] = hide,
                                [WALK_SHOW] = hide,
                                [WALK_SET_LIMITS] = set_limits};
    ASSERT(action->kind >= 0 && action->kind < WALK_ACTION_COUNT);
    // What was meant for the decision must not reach what the silence led to.
    return count_down(model, action->now_ms) || ACTS[action->kind](model, action);
}
