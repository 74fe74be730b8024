#include "told/feedback.h"

// The feedback that is being put together.
typedef struct {
    const Telling *telling;
    const Scenario *scenario;
    const Ask *ask;
    const Event *event;
    ToldFeedback *shown;
} Making;

static Str words(const Making *making, Str source) {
    return catalog_text(making->telling->catalog, source);
}

static Str format(const Making *making, Str source, const Str *parts, int32_t count) {
    return catalog_format(making->telling->arena, making->telling->catalog, source, parts, count);
}

static Str name_found(const Making *making) {
    Span uses = ask_detectors(making->scenario, making->ask);
    StrBuilder names = {.arena = making->telling->arena};
    for (int32_t i = 0; i < uses.count; i++) {
        if ((making->event->answer.found >> i & 1) != 0) {
            DetectorId detector = making->scenario->detector_uses.rows[uses.first + i].detector.id;
            str_add(&names, names.count > 0 ? S(", ") : S(""));
            str_add(&names, making->scenario->detectors.rows[detector].name);
        }
    }
    return str_built(&names);
}

static void show_answered(const Making *making) {
    const Answer *answer = &making->event->answer;
    ToldFeedback *shown = making->shown;
    shown->time_up = answer->time_up;
    if (making->ask->private_answer) {
        return;
    }
    shown->answered = telling_answer(making->telling, making->ask, answer);
    shown->typed = answer_is_typed(making->ask, answer);
    shown->confirmed = answer->confirmed;
    shown->found = shown->typed ? name_found(making) : (Str){0};
    shown->sure = telling_confidence(making->telling, answer->confidence);
}

static void show_replies(const Making *making, const Response *response) {
    ToldLine *replies = arena_push(making->telling->arena, ToldLine, response->line_count);
    for (int32_t i = 0; i < response->line_count; i++) {
        replies[i] = telling_line(making->telling, response->lines[i]);
    }
    making->shown->replies = replies;
    making->shown->reply_count = response->line_count;
}

static void show_marks(const Making *making) {
    const Consequences *given = &making->event->given;
    ToldMark *marks = arena_push(making->telling->arena, ToldMark, LIMIT_COMPETENCIES);
    making->shown->marks = marks;
    for (CompetencyId c = 1; given->of_record && c < making->scenario->competencies.count; c++) {
        if ((given->competencies >> c & 1) != 0 && given->marks[c] != 0) {
            marks[making->shown->mark_count++] =
                (ToldMark){making->scenario->competencies.rows[c].name, given->marks[c],
                           telling_mark(making->telling, given->marks[c])};
        }
    }
}

static Str place_words(const Making *making, int32_t place) {
    Str number = str_format(making->telling->arena, "%d", place);
    return format(making, TR("place {0}"), &number, 1);
}

// The places that a tied item may take without loss are as many as there are items of its rank.
static ItemResult rank_result(const Making *making, const Item *item, int32_t place) {
    int32_t tied = 0;
    for (int32_t i = 0; i < making->ask->items.count; i++) {
        tied += making->scenario->items.rows[making->ask->items.first + i].key_rank == item->key_rank;
    }
    int32_t away = 2 * place > item->key_rank ? 2 * place - item->key_rank : item->key_rank - 2 * place;
    int32_t first = (item->key_rank - tied + 1) / 2;
    Str places[] = {str_format(making->telling->arena, "%d", first),
                    str_format(making->telling->arena, "%d", first + tied - 1)};
    Str key = tied == 1 ? place_words(making, first) : format(making, TR("places {0} to {1}"), places, 2);
    ItemVerdict verdict = away < tied ? VERDICT_RIGHT : away < tied + 2 ? VERDICT_NEAR : VERDICT_OFF;
    return (ItemResult){.mine = place_words(making, place), .key = key, .verdict = verdict};
}

static ItemResult placed_result(const Making *making, int32_t mine, int32_t key) {
    const Ask *ask = making->ask;
    bool classify = ask->kind == ASK_CLASSIFY;
    int32_t away = mine > key ? mine - key : key - mine;
    bool near =
        classify ? answer_bins_near(making->scenario, ask, ask->bins.first + mine, ask->bins.first + key) : away == 1;
    return (ItemResult){.mine = telling_place(making->telling, ask, mine),
                        .key = telling_place(making->telling, ask, key),
                        .verdict = away == 0 ? VERDICT_RIGHT
                                   : near    ? VERDICT_NEAR
                                             : VERDICT_OFF};
}

static ItemResult item_result(const Making *making, int32_t i) {
    const Ask *ask = making->ask;
    const Item *item = &making->scenario->items.rows[ask->items.first + i];
    int32_t mine = making->event->answer.items[i];
    ItemResult result;
    if (ask->kind == ASK_RANK && item->key_rank != 0) {
        result = rank_result(making, item, mine);
    } else if (ask->kind == ASK_CLASSIFY && item->bin.id != 0) {
        result = placed_result(making, mine, item->bin.id - ask->bins.first);
    } else if (ask->kind == ASK_RATE && item->key != NOT_SAID) {
        result = placed_result(making, mine, item->key);
    } else {
        Str where = ask->kind == ASK_RANK ? place_words(making, mine) : telling_place(making->telling, ask, mine);
        result = (ItemResult){.mine = where};
    }
    result.item = item->text;
    result.why = item->why != 0 ? &making->scenario->whys.rows[item->why] : NULL;
    return result;
}

// Item by item, where something is keyed or explained.
static void show_results(const Making *making) {
    const Ask *ask = making->ask;
    if (!response_has_points(making->scenario, ask)) {
        return;
    }
    ItemResult *results = arena_push(making->telling->arena, ItemResult, ask->items.count);
    for (int32_t i = 0; i < ask->items.count; i++) {
        results[i] = item_result(making, i);
    }
    making->shown->results = results;
    making->shown->result_count = ask->items.count;
}

static Str count_words(const Making *making, const PanelCount *count) {
    const Scenario *scenario = making->scenario;
    if (count->of.id == OPTION_OWN_WORDS) {
        return words(making, TR("In their own words"));
    }
    if (making->ask->options.count > 0) {
        return telling_option_label(making->telling, count->of.id);
    }
    Str where = making->ask->kind == ASK_CLASSIFY ? scenario->bins.rows[count->bin.id].text
                : making->ask->kind == ASK_RATE   ? telling_place(making->telling, making->ask, count->level)
                                                  : place_words(making, count->level);
    Str parts[] = {scenario->items.rows[count->of.id].text, where};
    return format(making, TR("{0}, {1}"), parts, 2);
}

bool feedback_panel_has(const Ask *ask, const Answer *answer, const PanelCount *count) {
    if (ask->kind == ASK_CHOICE) {
        return answer->option == count->of.id;
    }
    if (ask->kind == ASK_MULTIPLE) {
        return (answer->set >> (count->of.id - ask->options.first) & 1) != 0;
    }
    int32_t mine = answer->items[count->of.id - ask->items.first];
    return mine == (ask->kind == ASK_CLASSIFY ? count->bin.id - ask->bins.first : count->level);
}

// The most that one answer got of the same question: of the decision, or of its item.
static int32_t most_of(const Scenario *scenario, const Ask *ask, const PanelCount *of) {
    const Panel *panel = &scenario->panels.rows[ask->panel];
    int32_t most = 0;
    for (int32_t i = 0; i < panel->answers.count; i++) {
        const PanelCount *count = &scenario->panel_counts.rows[panel->answers.first + i];
        bool same = ask->options.count > 0 || count->of.id == of->of.id;
        most = same && count->count > most ? count->count : most;
    }
    return most;
}

static PanelVoice voice_of(const Making *making, const Voice *voice) {
    const Scenario *scenario = making->scenario;
    Answer answer;
    Str about;
    Arena scratch = {0};
    AnswerReader reader = {making->telling->arena, &scratch, scenario, NULL};
    PanelVoice shown = {voice->who, (Str){0}, voice->why != 0 ? &scenario->whys.rows[voice->why] : NULL};
    if (answer_parse(&reader, making->ask, voice->answer, &answer, &about) == ANSWER_FINE) {
        bool option = making->ask->kind == ASK_CHOICE && answer.option > 0; // `past` speaks of the player
        shown.words = option ? telling_option_label(making->telling, answer.option)
                             : telling_answer(making->telling, making->ask, &answer);
    }
    arena_finish(&scratch);
    return shown;
}

static void show_panel(const Making *making) {
    const Scenario *scenario = making->scenario;
    const Panel *panel = &scenario->panels.rows[making->ask->panel];
    ToldPanel *shown = &making->shown->panel;
    if (making->ask->panel == 0) {
        return;
    }
    PanelRow *rows = arena_push(making->telling->arena, PanelRow, panel->answers.count);
    PanelVoice *voices = arena_push(making->telling->arena, PanelVoice, panel->voices.count);
    for (int32_t i = 0; i < panel->answers.count; i++) {
        const PanelCount *count = &scenario->panel_counts.rows[panel->answers.first + i];
        bool mine = !making->ask->private_answer && feedback_panel_has(making->ask, &making->event->answer, count);
        rows[i] = (PanelRow){count_words(making, count), count->count, mine,
                             count->count == most_of(scenario, making->ask, count)};
    }
    for (int32_t i = 0; i < panel->voices.count; i++) {
        voices[i] = voice_of(making, &scenario->voices.rows[panel->voices.first + i]);
    }
    *shown = (ToldPanel){panel->n, panel->fictional, rows, voices, panel->answers.count, panel->voices.count};
}

ToldFeedback feedback_create(const Telling *telling, int32_t decision, bool judged) {
    const Scenario *scenario = telling_scenario(telling);
    const Event *event = telling_event(telling, decision);
    const Ask *ask = telling_ask(telling, event);
    ToldFeedback shown = {.decision = decision, .model = response_model(scenario, ask, &event->answer)};
    Making making = {.telling = telling, .scenario = scenario, .ask = ask, .event = event, .shown = &shown};
    Response response = response_to(telling->arena, telling_walk_after(telling, decision), event);
    show_answered(&making);
    show_replies(&making, &response);
    shown.gauges = telling_gauges_moved(telling, decision);
    show_panel(&making);
    if (judged || !response_waits(scenario)) {
        shown.whys = response.whys;
        shown.why_count = response.why_count;
        show_results(&making);
        // A share is a school mark: only for those who asked for numbers.
        bool numbers = telling_has_numbers(telling) && !ask->private_answer;
        shown.share = numbers ? answer_share(scenario, ask, &event->answer) : (Share){0};
    }
    if (!response_waits(scenario)) {
        show_marks(&making);
        bool quiz = scenario->kind == KIND_QUIZ;
        shown.mastery = quiz ? answer_mastery(scenario, ask, &event->answer) : MASTERY_NOT_JUDGED;
    }
    return shown;
}
