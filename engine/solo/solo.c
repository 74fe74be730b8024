#include "solo/solo.h"

#include "base/error.h"
#include "base/utf8.h"
#include "session/replay.h"
#include "session/response.h"
#include "solo/solo_draft.h"

enum { SECOND_MS = 1000, ALL_PERCENT = 100 };

static const Ask *asked(const Solo *solo) {
    return walk_ask(&solo->session.walk);
}

static bool is_making_answer(const Solo *solo) {
    return solo->phase <= SOLO_PHASE_CONFIDENCE;
}

// Silence is for who has something else to say: where nothing else is offered, its option is an ordinary one.
static bool offers_more_than(const Solo *solo, const Ask *ask, OptionId silence) {
    bool more = ask->own_words != 0;
    for (OptionId i = ask->options.first; i < ask->options.first + ask->options.count; i++) {
        more = more || (i != silence && walk_offers(&solo->session.walk, i));
    }
    return more;
}

static void begin_limit(Solo *solo, int64_t now_ms) {
    const Ask *ask = asked(solo);
    const Limit *limit = &solo->scenario->limits.rows[ask->limit];
    solo->paused = false;
    solo->limited = !solo->limits_off && limit->seconds > 0 && offers_more_than(solo, ask, limit->option.id);
    solo->limit_left_ms = (int64_t)limit->seconds * SECOND_MS * solo->time_percent / ALL_PERCENT;
    solo->counted_to_ms = now_ms;
}

static int32_t count_met(const Session *session, SceneId scene) {
    int32_t count = 0;
    for (int32_t i = 0; i < session->way.count; i++) {
        count += session->events.rows[session->way.rows[i]].scene == scene;
    }
    return count;
}

// The one that was given to this decision in the walk that was left, when it was met as often as now; or NULL.
static const Answer *answer_left(const Solo *solo) {
    if (solo->left == NULL || solo->session.walk.status != WALK_ASKS) {
        return NULL;
    }
    const Session *left = &solo->left->session;
    SceneId scene = solo->session.walk.scene;
    int32_t met = count_met(&solo->session, scene);
    for (int32_t i = 0; i < left->way.count; i++) {
        const Event *event = &left->events.rows[left->way.rows[i]];
        if (event->scene == scene && met-- == 0) {
            return &event->answer;
        }
    }
    return NULL;
}

// Before the decision, or in the ending, where the session stands.
static void stand(Solo *solo, const Answer *before, int64_t now_ms) {
    solo->limited = false;
    if (solo->session.walk.status != WALK_ASKS) {
        solo->phase = solo->session.walk.status == WALK_ENDED ? SOLO_PHASE_ENDED : SOLO_PHASE_STUCK;
        return;
    }
    solo->phase = asked(solo)->kind == ASK_WRITE ? SOLO_PHASE_WORDS : SOLO_PHASE_ASK;
    begin_limit(solo, now_ms);
    const Answer *first = before == NULL ? answer_left(solo) : NULL;
    solo_draft_begin(solo, first != NULL ? first : before);
    solo->draft.first_time = first != NULL;
}

static void prepare(Solo *solo, const SoloStart *start) {
    *solo = (Solo){.scenario = start->scenario,
                   .limits_off = start->limits_off,
                   .time_percent = start->time_percent > 0 ? start->time_percent : ALL_PERCENT,
                   .began_ms = start->now_ms,
                   .parent_decision = start->parent_decision,
                   .left = start->left};
    if (start->reads) {
        session_init_like(&solo->session, &solo->arena, start->reads);
    } else {
        session_init(&solo->session, &solo->arena, start->scenario);
    }
    solo->session.extremes = start->extremes;
    solo->session.others = start->others;
    solo->session.others_context = start->others_context;
    story_begin(&solo->story, &solo->session);
}

static bool settle(Solo *solo, bool begun, const SoloStart *start) {
    if (!begun) {
        solo_finish(solo);
        return false;
    }
    const EventTable *events = &solo->session.events;
    solo->began_ms = start->now_ms - events->rows[events->count - 1].at_ms;
    if (!start->reads) {
        solo->bank = detector_bank_create(solo->scenario);
        solo->remaining = remaining_count(&solo->arena, &solo->scratch, solo->scenario);
        solo->usual = remaining_usual(&solo->scratch, solo->scenario);
    }
    stand(solo, NULL, start->now_ms);
    return true;
}

bool solo_begin(Solo *solo, const SoloStart *start) {
    prepare(solo, start);
    Event event = {.kind = EVENT_START,
                   .seed = start->seed,
                   .case_hash = start->case_hash,
                   .case_len = start->case_len,
                   .detectors_version = start->detectors_version,
                   .from = start->from,
                   .presets = start->presets,
                   .parent = start->parent};
    return settle(solo, session_step(&solo->session, &event) == SESSION_FINE, start);
}

SoloResumed solo_resume(Solo *solo, const SoloStart *start, Str lines) {
    int32_t bad_line = 0;
    prepare(solo, start);
    bool all = replay_lines(&solo->session, &solo->scratch, lines, &bad_line);
    bool resumed = settle(solo, solo->session.events.count > 0, start);
    return !resumed ? SOLO_RESUMED_NOTHING : all ? SOLO_RESUMED_ALL : SOLO_RESUMED_PART;
}

void solo_finish(Solo *solo) {
    detector_bank_destroy(solo->bank);
    arena_finish(&solo->scratch);
    arena_finish(&solo->text_arena);
    arena_finish(&solo->arena);
    *solo = (Solo){0};
}

// What happened before the decision was answered: of the present way, or all of it.
static bool replay(Session *session, const Session *from, int32_t decision, bool all) {
    for (int32_t i = 1; i < from->way.rows[decision - 1]; i++) {
        if ((all || session_is_present(from, i)) && session_step(session, &from->events.rows[i]) != SESSION_FINE) {
            return false;
        }
    }
    return true;
}

static bool fork_with(Solo *solo, const Solo *from, int32_t decision, const SoloStart *start, bool all) {
    Event event = from->session.events.rows[0];
    event.parent = start->parent;
    prepare(solo, start);
    bool begun =
        session_step(&solo->session, &event) == SESSION_FINE && replay(&solo->session, &from->session, decision, all);
    begun = begun && solo->session.walk.scene == from->session.before.rows[decision - 1].scene;
    return settle(solo, begun, start);
}

// The present way alone is what a what-if is about: nothing stays of answers that were taken back. Where conditions
// read the marks of such answers, it may lead elsewhere; then all of it is played back.
bool solo_fork(Solo *solo, const Solo *from, int32_t decision, Str parent, int64_t now_ms) {
    if (decision < 1 || decision > from->session.way.count) {
        return false;
    }
    SoloStart start = {.scenario = from->scenario,
                       .limits_off = from->limits_off,
                       .time_percent = from->time_percent,
                       .now_ms = now_ms,
                       .parent = parent,
                       .parent_decision = decision,
                       .left = from};
    return fork_with(solo, from, decision, &start, false) || fork_with(solo, from, decision, &start, true);
}

int32_t solo_place(const Solo *solo) {
    return solo->session.way.count - (solo->phase == SOLO_PHASE_FEEDBACK ? 1 : 0);
}

SceneId solo_scene(const Solo *solo) {
    return solo->phase == SOLO_PHASE_FEEDBACK ? session_last_answer(&solo->session)->scene : solo->session.walk.scene;
}

const Ask *solo_ask(const Solo *solo) {
    bool decides = is_making_answer(solo) || solo->phase == SOLO_PHASE_FEEDBACK;
    return decides ? &solo->scenario->asks.rows[solo->scenario->scenes.rows[solo_scene(solo)].ask] : NULL;
}

bool solo_limit_runs(const Solo *solo) {
    return solo->limited && is_making_answer(solo);
}

// Only while options are shown: who types, or weighs how sure they are, is speaking already.
bool solo_clock_runs(const Solo *solo) {
    return solo_limit_runs(solo) && solo->phase == SOLO_PHASE_ASK && !solo->paused && !solo->hidden;
}

// A what-if does not step back over the decision where it begins: it would no longer be one.
static bool can_take_back(const Solo *solo) {
    return solo->session.way.count > 0 &&
           (solo->parent_decision == 0 || solo->session.way.count >= solo->parent_decision);
}

// Back is the way out of it, with nothing taken back.
static bool is_inside(const Solo *solo) {
    return solo->phase == SOLO_PHASE_CONFIDENCE || (solo->phase == SOLO_PHASE_WORDS && asked(solo)->kind != ASK_WRITE);
}

bool solo_offers_back(const Solo *solo) {
    return is_inside(solo) || can_take_back(solo);
}

bool solo_back_loses(const Solo *solo) {
    bool holds = is_making_answer(solo) && solo->draft.touched;
    bool emptied = solo->phase == SOLO_PHASE_WORDS && str_trim(solo->draft.text).len == 0;
    return holds && !emptied && !is_inside(solo);
}

int32_t solo_list_options(const Solo *solo, OptionId *options) {
    const Ask *ask = is_making_answer(solo) ? asked(solo) : NULL;
    int32_t count = 0;
    if (ask == NULL || ask->options.count == 0) {
        return 0;
    }
    uint8_t order[LIMIT_ITEMS];
    (void)session_shown_order(&solo->session, order);
    OptionId silence = solo_limit_runs(solo) ? solo->scenario->limits.rows[ask->limit].option.id : 0;
    for (int32_t i = 0; i < ask->options.count; i++) {
        OptionId option = ask->options.first + order[i];
        if (option != silence && walk_offers(&solo->session.walk, option)) {
            options[count++] = option;
        }
    }
    if (ask->own_words != 0) {
        options[count++] = OPTION_OWN_WORDS;
    }
    return count;
}

int32_t solo_count_places(const Scenario *scenario, const Ask *ask) {
    return ask->kind == ASK_CLASSIFY ? ask->bins.count : scenario->scales.rows[ask->scale].labels.count;
}

int32_t solo_count_shown(const Solo *solo) {
    OptionId options[LIMIT_OPTIONS + 1];
    const Ask *ask = is_making_answer(solo) ? asked(solo) : NULL;
    return ask == NULL ? 0 : ask->items.count > 0 ? ask->items.count : solo_list_options(solo, options);
}

static bool record(Solo *solo, const Answer *answer, int64_t now_ms) {
    Event event = {.kind = EVENT_ANSWER, .at_ms = now_ms - solo->began_ms, .answer = *answer};
    if (session_step(&solo->session, &event) != SESSION_FINE) {
        return false;
    }
    solo->limited = false;
    solo->phase = SOLO_PHASE_FEEDBACK;
    if (!response_is_any(&solo->session)) {
        stand(solo, NULL, now_ms);
    }
    return true;
}

static bool give(Solo *solo, const Answer *answer, int64_t now_ms) {
    if (!asked(solo)->confidence) {
        return record(solo, answer, now_ms);
    }
    solo->pending = *answer;
    solo->asked_from = solo->phase;
    solo->phase = SOLO_PHASE_CONFIDENCE;
    return true;
}

static bool time_is_up(Solo *solo, int64_t now_ms) {
    const Limit *limit = &solo->scenario->limits.rows[asked(solo)->limit];
    return record(solo, &(Answer){.option = limit->option.id, .time_up = true}, now_ms);
}

static bool count_down(Solo *solo, int64_t now_ms) {
    int64_t passed = now_ms - solo->counted_to_ms;
    solo->counted_to_ms = now_ms;
    if (!solo_clock_runs(solo) || passed <= 0) {
        return false;
    }
    solo->limit_left_ms -= passed;
    return solo->limit_left_ms <= 0 && time_is_up(solo, now_ms);
}

static bool choose(Solo *solo, const SoloAction *action) {
    OptionId options[LIMIT_OPTIONS + 1];
    if (solo->phase != SOLO_PHASE_ASK || asked(solo)->kind != ASK_CHOICE || action->index < 0 ||
        action->index >= solo_list_options(solo, options)) {
        return false;
    }
    solo->draft.focus = action->index;
    if (options[action->index] == OPTION_OWN_WORDS) {
        solo->phase = SOLO_PHASE_WORDS;
        return true;
    }
    return give(solo, &(Answer){.option = options[action->index]}, action->now_ms);
}

static bool begin_own_words(Solo *solo, const SoloAction *action) {
    (void)action;
    if (solo->phase != SOLO_PHASE_ASK || asked(solo)->own_words == 0) {
        return false;
    }
    OptionId options[LIMIT_OPTIONS + 1];
    solo->draft.focus = solo_list_options(solo, options) - 1;
    solo->phase = SOLO_PHASE_WORDS;
    return true;
}

static bool return_to_options(Solo *solo, const SoloAction *action) {
    (void)action;
    if (solo->phase != SOLO_PHASE_WORDS || asked(solo)->kind == ASK_WRITE) {
        return false;
    }
    solo->phase = SOLO_PHASE_ASK;
    return true;
}

static bool set_text(Solo *solo, const SoloAction *action) {
    if (solo->phase != SOLO_PHASE_WORDS || utf8_find_invalid(action->text) >= 0 ||
        str_equal(action->text, solo->draft.text)) {
        return false;
    }
    solo_draft_set_text(solo, action->text);
    return true;
}

static bool say(Solo *solo, const SoloAction *action) {
    if (solo->phase != SOLO_PHASE_WORDS || !solo_can_submit(solo)) {
        return false;
    }
    Answer answer = solo_draft_answer(solo);
    return give(solo, &answer, action->now_ms);
}

static bool skip(Solo *solo, const SoloAction *action) {
    if (solo->phase == SOLO_PHASE_CONFIDENCE) {
        return record(solo, &solo->pending, action->now_ms);
    }
    bool fits = solo->phase == SOLO_PHASE_WORDS && asked(solo)->kind == ASK_WRITE;
    return fits && give(solo, &(Answer){0}, action->now_ms);
}

static bool submit(Solo *solo, const SoloAction *action) {
    if (solo->phase == SOLO_PHASE_WORDS) {
        return say(solo, action);
    }
    if (solo->phase != SOLO_PHASE_ASK || !solo_can_submit(solo)) {
        return false;
    }
    if (asked(solo)->kind == ASK_CHOICE) {
        SoloAction chosen = {.kind = SOLO_CHOOSE, .index = solo->draft.focus, .now_ms = action->now_ms};
        return choose(solo, &chosen);
    }
    Answer answer = solo_draft_answer(solo);
    return give(solo, &answer, action->now_ms);
}

static bool set_confidence(Solo *solo, const SoloAction *action) {
    enum { SURE = 3 };
    if (solo->phase != SOLO_PHASE_CONFIDENCE || action->value < 1 || action->value > SURE) {
        return false;
    }
    solo->pending.confidence = action->value;
    return record(solo, &solo->pending, action->now_ms);
}

bool solo_read_again(Solo *solo) {
    const EventTable *events = &solo->session.events;
    bool reads = events->rows[events->count - 1].kind == EVENT_ANSWER && response_is_any(&solo->session);
    if (reads) {
        solo->limited = false;
        solo->phase = SOLO_PHASE_FEEDBACK;
    }
    return reads;
}

static bool go_on(Solo *solo, const SoloAction *action) {
    if (solo->phase != SOLO_PHASE_FEEDBACK) {
        return false;
    }
    stand(solo, NULL, action->now_ms);
    return true;
}

static bool take_back(Solo *solo, int64_t now_ms) {
    if (!can_take_back(solo)) {
        return false;
    }
    Event last = *session_last_answer(&solo->session);
    Event event = {.kind = EVENT_REWIND, .at_ms = now_ms - solo->began_ms, .target = last.seq};
    ASSERT(session_step(&solo->session, &event) == SESSION_FINE);
    stand(solo, &last.answer, now_ms);
    return true;
}

static bool step_back(Solo *solo, const SoloAction *action) {
    if (solo->phase == SOLO_PHASE_CONFIDENCE) {
        solo->phase = solo->asked_from;
        return true;
    }
    return return_to_options(solo, action) || take_back(solo, action->now_ms);
}

static bool jump(Solo *solo, const SoloAction *action) {
    Event event = {.kind = EVENT_JUMP,
                   .at_ms = action->now_ms - solo->began_ms,
                   .enters = action->index,
                   .unseen = action->value != 0};
    bool changed = session_step(&solo->session, &event) == SESSION_FINE;
    if (changed) {
        stand(solo, NULL, action->now_ms);
    }
    return changed;
}

static bool pause(Solo *solo, const SoloAction *action) {
    bool wanted = action->kind == SOLO_PAUSE;
    bool changed = solo->paused != wanted;
    solo->paused = wanted;
    return changed;
}

static bool hide(Solo *solo, const SoloAction *action) {
    bool wanted = action->kind == SOLO_HIDE;
    bool changed = solo->hidden != wanted;
    solo->hidden = wanted;
    return changed;
}

// Switched off, a limit that runs ends here; switched on, it begins with the next decision. What is left of one grows
// and shrinks with the time that they last.
static bool set_limits(Solo *solo, const SoloAction *action) {
    bool off = action->value == 0;
    int32_t percent = off ? solo->time_percent : action->value;
    bool changed = solo->limits_off != off || solo->time_percent != percent;
    solo->limit_left_ms = solo->limit_left_ms * percent / solo->time_percent;
    solo->time_percent = percent;
    solo->limits_off = off;
    solo->limited = solo->limited && !off;
    return changed;
}

static bool focus(Solo *solo, const SoloAction *action) {
    return solo->phase == SOLO_PHASE_ASK && solo_draft_focus(solo, action->index);
}

static bool toggle(Solo *solo, const SoloAction *action) {
    return solo->phase == SOLO_PHASE_ASK && solo_draft_toggle(solo, action->index);
}

static bool carry(Solo *solo, const SoloAction *action) {
    return solo->phase == SOLO_PHASE_ASK && solo_draft_carry(solo, action->index);
}

static bool put_back(Solo *solo, const SoloAction *action) {
    const SoloDraft *draft = &solo->draft;
    (void)action;
    if (solo->phase != SOLO_PHASE_ASK || draft->carried < 0) {
        return false;
    }
    (void)solo_draft_move(solo, draft->carried, draft->carried_from);
    return solo_draft_carry(solo, -1);
}

static bool move(Solo *solo, const SoloAction *action) {
    return solo->phase == SOLO_PHASE_ASK && solo_draft_move(solo, action->index, action->value);
}

static bool put(Solo *solo, const SoloAction *action) {
    return solo->phase == SOLO_PHASE_ASK && solo_draft_put(solo, action->index, action->value);
}

static bool tick(Solo *solo, const SoloAction *action) {
    return solo->phase == SOLO_PHASE_WORDS && !asked(solo)->private_answer && solo_draft_tick(solo, action->index);
}

static bool list_all(Solo *solo, const SoloAction *action) {
    (void)action;
    bool changed = solo->phase == SOLO_PHASE_WORDS && !solo->draft.lists_all;
    solo->draft.lists_all = solo->draft.lists_all || changed;
    return changed;
}

// Once the decision was answered otherwise that it is about.
bool solo_can_keep_others(const Solo *solo) {
    return solo->phase <= SOLO_PHASE_FEEDBACK && solo->session.way.count >= solo->parent_decision &&
           answer_left(solo) != NULL;
}

static bool keep_others(Solo *solo, const SoloAction *action) {
    if (!solo_can_keep_others(solo)) {
        return false;
    }
    for (const Answer *kept = answer_left(solo); kept != NULL; kept = answer_left(solo)) {
        Event event = {.kind = EVENT_ANSWER, .at_ms = action->now_ms - solo->began_ms, .answer = *kept};
        if (session_step(&solo->session, &event) != SESSION_FINE) {
            break;
        }
    }
    stand(solo, NULL, action->now_ms);
    return true;
}

static bool do_nothing(Solo *solo, const SoloAction *action) {
    (void)solo;
    (void)action;
    return false;
}

static bool makes_answer(SoloActionKind kind) {
    return kind == SOLO_TOGGLE || kind == SOLO_MOVE || kind == SOLO_SET_LEVEL || kind == SOLO_PUT ||
           kind == SOLO_SET_TEXT || kind == SOLO_TICK;
}

typedef bool Act(Solo *solo, const SoloAction *action);

bool solo_update(Solo *solo, const SoloAction *action) {
    static Act *const ACTS[] = {[SOLO_NONE] = do_nothing,
                                [SOLO_FOCUS] = focus,
                                [SOLO_CHOOSE] = choose,
                                [SOLO_TOGGLE] = toggle,
                                [SOLO_CARRY] = carry,
                                [SOLO_MOVE] = move,
                                [SOLO_SET_LEVEL] = put,
                                [SOLO_PUT] = put,
                                [SOLO_OWN_WORDS] = begin_own_words,
                                [SOLO_TO_OPTIONS] = return_to_options,
                                [SOLO_SET_TEXT] = set_text,
                                [SOLO_TICK] = tick,
                                [SOLO_LIST_ALL] = list_all,
                                [SOLO_SAY] = say,
                                [SOLO_SKIP] = skip,
                                [SOLO_PUT_BACK] = put_back,
                                [SOLO_SET_CONFIDENCE] = set_confidence,
                                [SOLO_SUBMIT] = submit,
                                [SOLO_GO_ON] = go_on,
                                [SOLO_KEEP_OTHERS] = keep_others,
                                [SOLO_JUMP] = jump,
                                [SOLO_STEP_BACK] = step_back,
                                [SOLO_CLOCK] = do_nothing,
                                [SOLO_PAUSE] = pause,
                                [SOLO_RESUME] = pause,
                                [SOLO_HIDE] = hide,
                                [SOLO_SHOW] = hide,
                                [SOLO_SET_LIMITS] = set_limits};
    ASSERT(action->kind < SOLO_ACTION_COUNT);
    // An action that was meant for the decision must not reach what the silence led to.
    if (count_down(solo, action->now_ms)) {
        return true;
    }
    bool changed = ACTS[action->kind](solo, action);
    solo->draft.touched = solo->draft.touched || (changed && makes_answer(action->kind));
    return changed;
}

void solo_retype(Solo *solo, Str text) {
    (void)solo_update(solo, &(SoloAction){.kind = SOLO_OWN_WORDS, .now_ms = solo->counted_to_ms});
    (void)solo_update(solo, &(SoloAction){.kind = SOLO_SET_TEXT, .text = text, .now_ms = solo->counted_to_ms});
    solo->draft.noticed_before = solo->draft.noticed; // none of it is news
}
