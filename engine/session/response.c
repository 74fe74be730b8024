#include "session/response.h"

enum { MOST_LINES = 512, MOST_WHYS = 128, MOST_TRAPS = 128 };

typedef struct {
    const Walk *walk;
    const Ask *ask;
    const Event *event;
    Feedback *feedback;
    Name *traps;
} Gathering;

static bool add_reply(Gathering *gathering, Span reply) {
    Feedback *feedback = gathering->feedback;
    for (int32_t i = 0; i < reply.count && feedback->line_count < MOST_LINES; i++) {
        const Line *line = &gathering->walk->scenario->lines.rows[reply.first + i];
        if (walk_holds_after(gathering->walk, gathering->ask, &gathering->event->answer, &gathering->event->given,
                             line->when)) {
            feedback->lines[feedback->line_count++] = line;
        }
    }
    return reply.count > 0;
}

static bool add_why(Gathering *gathering, WhyId why) {
    Feedback *feedback = gathering->feedback;
    if (why != 0 && feedback->why_count < MOST_WHYS) {
        feedback->whys[feedback->why_count++] = &gathering->walk->scenario->whys.rows[why];
    }
    return why != 0;
}

static void add_traps(Gathering *gathering, Span traps) {
    Feedback *feedback = gathering->feedback;
    for (int32_t i = 0; i < traps.count && feedback->trap_count < MOST_TRAPS; i++) {
        gathering->traps[feedback->trap_count++] = gathering->walk->scenario->refs.rows[traps.first + i].name;
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

Feedback feedback_of(Arena *arena, const Walk *walk, const Event *answer) {
    Feedback feedback = {.lines = arena_push(arena, const Line *, MOST_LINES),
                         .whys = arena_push(arena, const Why *, MOST_WHYS)};
    Name *traps = arena_push(arena, Name, MOST_TRAPS);
    const Scenario *scenario = walk->scenario;
    Gathering gathering = {walk, &scenario->asks.rows[scenario->scenes.rows[answer->scene].ask], answer, &feedback,
                           traps};
    gather(&gathering);
    feedback.traps = traps;
    return feedback;
}
