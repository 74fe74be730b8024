#include "session/response.h"

#include "session/mastery.h"

enum { MOST_LINES = 512, MOST_WHYS = 128, MOST_TRAPS = 128 };

typedef struct {
    const Walk *walk;
    const Ask *ask;
    const Event *event;
    Response *response;
    Name *traps;
} Gathering;

static bool add_reply(Gathering *gathering, Span reply) {
    Response *response = gathering->response;
    for (int32_t i = 0; i < reply.count && response->line_count < MOST_LINES; i++) {
        const Line *line = &gathering->walk->scenario->lines.rows[reply.first + i];
        if (walk_holds_after(gathering->walk, gathering->ask, &gathering->event->answer, &gathering->event->given,
                             line->when)) {
            response->lines[response->line_count++] = line;
        }
    }
    return reply.count > 0;
}

static bool add_why(Gathering *gathering, WhyId why) {
    Response *response = gathering->response;
    if (why != 0 && response->why_count < MOST_WHYS) {
        response->whys[response->why_count++] = &gathering->walk->scenario->whys.rows[why];
    }
    return why != 0;
}

static void add_traps(Gathering *gathering, Span traps) {
    Response *response = gathering->response;
    for (int32_t i = 0; i < traps.count && response->trap_count < MOST_TRAPS; i++) {
        gathering->traps[response->trap_count++] = gathering->walk->scenario->refs.rows[traps.first + i].name;
    }
}

// The consequences of what the answer chose itself; returns how many there are.
static int32_t list_own(const Gathering *gathering, const Consequence **own) {
    const Scenario *scenario = gathering->walk->scenario;
    const Ask *ask = gathering->ask;
    const Answer *answer = &gathering->event->answer;
    int32_t count = 0;
    if (ask->kind == ASK_CHOICE && answer->option > 0) {
        own[count++] = &scenario->options.rows[answer->option].gives;
    }
    for (int32_t i = 0; ask->kind == ASK_MULTIPLE && i < ask->options.count; i++) {
        if ((answer->set >> i & 1) != 0) {
            own[count++] = &scenario->options.rows[ask->options.first + i].gives;
        }
    }
    if (gathering->event->given.band != 0) {
        own[count++] = &scenario->share_bands.rows[gathering->event->given.band].gives;
    }
    return count;
}

static void gather(Gathering *gathering) {
    const Scenario *scenario = gathering->walk->scenario;
    const Ask *ask = gathering->ask;
    bool own_words = gathering->event->answer.option == OPTION_OWN_WORDS;
    const OwnWords *typed = &scenario->own_words.rows[own_words ? ask->own_words : 0];
    const Consequence *own[LIMIT_OPTIONS + 2];
    int32_t count = list_own(gathering, own);
    bool replied = add_reply(gathering, typed->reply);
    bool explained = add_why(gathering, typed->why);
    for (int32_t i = 0; i < count; i++) {
        replied = add_reply(gathering, own[i]->reply) || replied;
        explained = add_why(gathering, own[i]->why) || explained;
        add_traps(gathering, own[i]->traps);
    }
    if (!replied) {
        (void)add_reply(gathering, ask->reply);
    }
    if (!explained) {
        (void)add_why(gathering, ask->why);
    }
    Span rules = own_words ? typed->rules : ask->rules;
    for (int32_t i = 0; i < rules.count; i++) {
        if ((gathering->event->given.rules >> i & 1) != 0) {
            const Consequence *gives = &scenario->rules.rows[rules.first + i].gives;
            (void)add_reply(gathering, gives->reply);
            (void)add_why(gathering, gives->why);
            add_traps(gathering, gives->traps);
        }
    }
}

Response response_to(Arena *arena, const Walk *walk, const Event *answer) {
    Response response = {.lines = arena_push(arena, const Line *, MOST_LINES),
                         .whys = arena_push(arena, const Why *, MOST_WHYS)};
    Name *traps = arena_push(arena, Name, MOST_TRAPS);
    const Scenario *scenario = walk->scenario;
    Gathering gathering = {.walk = walk,
                           .ask = &scenario->asks.rows[scenario->scenes.rows[answer->scene].ask],
                           .event = answer,
                           .response = &response,
                           .traps = traps};
    gather(&gathering);
    response.traps = traps;
    return response;
}

Str response_model(const Scenario *scenario, const Ask *ask, const Answer *answer) {
    const OwnWords *own = &scenario->own_words.rows[answer->option == OPTION_OWN_WORDS ? ask->own_words : 0];
    return own->model.len > 0 ? own->model : ask->model;
}

bool response_waits(const Scenario *scenario) {
    return scenario->debriefs.rows[scenario->debrief].score == SCORE_NONE;
}

bool response_has_points(const Scenario *scenario, const Ask *ask) {
    bool any = false;
    for (int32_t i = 0; i < ask->items.count && !ask->private_answer; i++) {
        const Item *item = &scenario->items.rows[ask->items.first + i];
        bool keyed = ask->kind == ASK_RANK       ? item->key_rank != 0
                     : ask->kind == ASK_CLASSIFY ? item->bin.id != 0
                                                 : item->key != NOT_SAID;
        any = any || keyed || item->why != 0;
    }
    return any;
}

static bool is_marked(const Scenario *scenario, const Consequences *given) {
    bool any = false;
    for (CompetencyId c = 1; given->of_record && c < scenario->competencies.count; c++) {
        any = any || ((given->competencies >> c & 1) != 0 && given->marks[c] != 0);
    }
    return any;
}

static bool is_judged(const Scenario *scenario, const Ask *ask, const Event *answer) {
    return response_has_points(scenario, ask) || is_marked(scenario, &answer->given) ||
           (scenario->kind == KIND_QUIZ && mastery_of_answer(scenario, ask, &answer->answer) != MASTERY_NOT_JUDGED);
}

bool response_is_any(const Session *session) {
    const Scenario *scenario = session->scenario;
    const Event *last = session_last_answer(session);
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[last->scene].ask];
    Arena arena = {0};
    Response response = response_to(&arena, &session->walk, last);
    bool any = last->answer.time_up || response.line_count > 0 || ask->panel != 0 ||
               response_model(scenario, ask, &last->answer).len > 0;
    bool judged = response.why_count > 0 || is_judged(scenario, ask, last);
    arena_finish(&arena);
    return any || (judged && !response_waits(scenario));
}
