#include "session/response.h"

#include "session/mastery.h"

enum { MOST_LINES = 512, MOST_WHYS = 128 };

// Responses to an answer may come from what it chose itself, then from the rules that held.
typedef struct {
    const Ask *ask;
    const OwnWords *typed; // empty unless the answer is in own words
    const Consequence *rows[LIMIT_OPTIONS + 2 + LIMIT_TEXTS];
    int32_t own, count; // the first `own` are the answer's own
} Sources;

static void add_own(Sources *sources, const Scenario *scenario, const Event *event) {
    const Ask *ask = sources->ask;
    const Answer *answer = &event->answer;
    if (ask->kind == ASK_CHOICE && answer->option > 0) {
        sources->rows[sources->count++] = &scenario->options.rows[answer->option].gives;
    }
    for (int32_t i = 0; ask->kind == ASK_MULTIPLE && i < ask->options.count; i++) {
        if ((answer->set >> i & 1) != 0) {
            sources->rows[sources->count++] = &scenario->options.rows[ask->options.first + i].gives;
        }
    }
    if (event->given.band != 0) {
        sources->rows[sources->count++] = &scenario->share_bands.rows[event->given.band].gives;
    }
    sources->own = sources->count;
}

static Sources find_sources(const Scenario *scenario, const Event *event) {
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[event->scene].ask];
    bool own_words = event->answer.option == OPTION_OWN_WORDS;
    const OwnWords *typed = &scenario->own_words.rows[own_words ? ask->own_words : 0];
    Sources sources = {.ask = ask, .typed = typed};
    add_own(&sources, scenario, event);
    Span rules = own_words ? typed->rules : ask->rules;
    for (int32_t i = 0; i < rules.count; i++) {
        if ((event->given.rules >> i & 1) != 0) {
            sources.rows[sources.count++] = &scenario->rules.rows[rules.first + i].gives;
        }
    }
    return sources;
}

// Replies that are being judged.
typedef struct {
    const Walk *walk;
    const Ask *ask;
    const Event *event;
    ReplyLines lines;
} Judging;

static bool add_reply(Judging *judging, Span reply) {
    const Event *event = judging->event;
    for (int32_t row = reply.first; row < reply.first + reply.count && judging->lines.count < MOST_LINES; row++) {
        ConditionId when = judging->walk->scenario->lines.rows[row].when;
        if (walk_holds_after(judging->walk, judging->ask, &event->answer, &event->given, when)) {
            judging->lines.rows[judging->lines.count++] = row;
        }
    }
    return reply.count > 0;
}

ReplyLines response_replies(Arena *arena, const Walk *walk, const Event *answer) {
    Sources sources = find_sources(walk->scenario, answer);
    Judging judging = {.walk = walk, .ask = sources.ask, .event = answer};
    judging.lines.rows = arena_push(arena, int32_t, MOST_LINES);
    bool replied = add_reply(&judging, sources.typed->reply);
    for (int32_t i = 0; i < sources.own; i++) {
        replied = add_reply(&judging, sources.rows[i]->reply) || replied;
    }
    if (!replied) {
        (void)add_reply(&judging, sources.ask->reply);
    }
    for (int32_t i = sources.own; i < sources.count; i++) {
        (void)add_reply(&judging, sources.rows[i]->reply);
    }
    return judging.lines;
}

static bool add_why(Response *response, const Scenario *scenario, WhyId why) {
    if (why != 0 && response->why_count < MOST_WHYS) {
        response->whys[response->why_count++] = &scenario->whys.rows[why];
    }
    return why != 0;
}

static void add_whys(Response *response, const Scenario *scenario, const Sources *sources) {
    bool explained = add_why(response, scenario, sources->typed->why);
    for (int32_t i = 0; i < sources->own; i++) {
        explained = add_why(response, scenario, sources->rows[i]->why) || explained;
    }
    // Of a set each option tells its own part; what was left out of it, only the decision can tell.
    if (!explained || sources->ask->kind == ASK_MULTIPLE) {
        (void)add_why(response, scenario, sources->ask->why);
    }
    for (int32_t i = sources->own; i < sources->count; i++) {
        (void)add_why(response, scenario, sources->rows[i]->why);
    }
}

static void add_lines(Response *response, const Session *session, Span replies) {
    for (int32_t i = 0; i < replies.count; i++) {
        int32_t row = session->replies.rows[replies.first + i];
        response->lines[response->line_count++] = &session->scenario->lines.rows[row];
    }
}

static int32_t list_traps(const Scenario *scenario, const Sources *sources, Name *traps) {
    int32_t count = 0;
    for (int32_t i = 0; i < sources->count; i++) {
        Span refs = sources->rows[i]->traps;
        for (int32_t j = 0; j < refs.count && count < RESPONSE_TRAPS; j++) {
            traps[count++] = scenario->refs.rows[refs.first + j].name;
        }
    }
    return count;
}

int32_t response_traps(const Scenario *scenario, const Event *answer, Name *traps) {
    Sources sources = find_sources(scenario, answer);
    return list_traps(scenario, &sources, traps);
}

Response response_to(Arena *arena, const Session *session, const Event *answer) {
    const Scenario *scenario = session->scenario;
    Sources sources = find_sources(scenario, answer);
    Response response = {.lines = arena_push(arena, const Line *, answer->replies.count),
                         .whys = arena_push(arena, const Why *, MOST_WHYS)};
    add_lines(&response, session, answer->replies);
    add_whys(&response, scenario, &sources);
    Name *traps = arena_push(arena, Name, RESPONSE_TRAPS);
    response.trap_count = list_traps(scenario, &sources, traps);
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
    Response response = response_to(&arena, session, last);
    bool any = last->answer.time_up || response.line_count > 0 || ask->panel != 0 ||
               response_model(scenario, ask, &last->answer).len > 0;
    bool judged = response.why_count > 0 || is_judged(scenario, ask, last);
    arena_finish(&arena);
    return any || (judged && !response_waits(scenario));
}
