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
    return telling_words(making->telling, source);
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

// A finding that no one looked at again may be mistaken.
static Str found_words(const Making *making) {
    Str names = name_found(making);
    Str source = making->event->answer.confirmed ? TR("Noticed: {0}") : TR("Noticed automatically: {0}");
    return names.len > 0 ? TELLING_FORMAT(making->telling, source, names) : names;
}

static void tell_answered(const Making *making) {
    const Answer *answer = &making->event->answer;
    ToldFeedback *shown = making->shown;
    shown->time_up = answer->time_up ? words(making, TR("Time is up: silence answered for you.")) : (Str){0};
    if (making->ask->private_answer) {
        return;
    }
    Str sure = telling_confidence(making->telling, answer->confidence);
    shown->answered = (ToldPair){.label = words(making, TR("Your answer")),
                                 .text = telling_answer(making->telling, making->ask, answer)};
    shown->answered_lines = telling_answer_lines(making->telling, making->ask, answer);
    shown->typed = answer_is_typed(making->ask, answer);
    shown->found = shown->typed ? found_words(making) : (Str){0};
    shown->sure = sure.len > 0 ? TELLING_FORMAT(making->telling, TR("How sure you were: {0}"), sure) : sure;
}

static void tell_replies(const Making *making, const Response *response) {
    ToldLine *replies = arena_push(making->telling->arena, ToldLine, response->line_count);
    for (int32_t i = 0; i < response->line_count; i++) {
        replies[i] = telling_line(making->telling, response->lines[i]);
    }
    making->shown->replies.rows = replies;
    making->shown->replies.count = response->line_count;
}

static void tell_marks(const Making *making) {
    const Consequences *given = &making->event->given;
    ToldMark *marks = arena_push(making->telling->arena, ToldMark, LIMIT_COMPETENCIES);
    making->shown->marks.rows = marks;
    for (CompetencyId c = 1; given->of_record && c < making->scenario->competencies.count; c++) {
        if ((given->competencies >> c & 1) != 0 && given->marks[c] != 0) {
            marks[making->shown->marks.count++] = (ToldMark){.name = making->scenario->competencies.rows[c].name,
                                                             .words = telling_mark(making->telling, given->marks[c]),
                                                             .mark = given->marks[c]};
        }
    }
}

static Str ordinal(const Making *making, int32_t place) {
    static const Str WORDS[] = {S_INIT(""), TR_INIT("1st"), TR_INIT("2nd"), TR_INIT("3rd")};
    return place < COUNT(WORDS) ? words(making, WORDS[place])
                                : TELLING_FORMAT(making->telling, TR("{0}th"), telling_number(making->telling, place));
}

static Str place_words(const Making *making, int32_t place) {
    return TELLING_FORMAT(making->telling, TR("{0} place"), ordinal(making, place));
}

// Beside the author's choice, not measured by it: nothing here is right or wrong.
static Str verdict_words(const Making *making, ItemVerdict verdict, Str mine, Str key) {
    static const Str WORDS[] = {[VERDICT_DEBATED] = TR_INIT("To be debated: {0}"),
                                [VERDICT_OFF] = TR_INIT("You: {0}. Often: {1}"),
                                [VERDICT_NEAR] = TR_INIT("Close. You: {0}. Often: {1}"),
                                [VERDICT_RIGHT] = TR_INIT("The author’s choice too: {0}")};
    return TELLING_FORMAT(making->telling, WORDS[verdict], mine, key);
}

static ItemResult judge(const Making *making, ItemVerdict verdict, Str mine, Str key) {
    return (ItemResult){.verdict = verdict, .words = verdict_words(making, verdict, mine, key)};
}

// The places that a tied item may take without loss are as many as there are items of its rank.
static ItemResult rank_result(const Making *making, const Item *item, int32_t place) {
    int32_t tied = 0;
    for (int32_t i = 0; i < making->ask->items.count; i++) {
        tied += making->scenario->items.rows[making->ask->items.first + i].key_rank == item->key_rank;
    }
    int32_t away = 2 * place > item->key_rank ? 2 * place - item->key_rank : item->key_rank - 2 * place;
    int32_t first = (item->key_rank - tied + 1) / 2;
    Str between = tied == 2 ? TR("{0} or {1}") : TR("{0} to {1}");
    Str key = tied == 1
                  ? ordinal(making, first)
                  : TELLING_FORMAT(making->telling, between, ordinal(making, first), ordinal(making, first + tied - 1));
    ItemVerdict verdict = away < tied ? VERDICT_RIGHT : away < tied + 2 ? VERDICT_NEAR : VERDICT_OFF;
    return judge(making, verdict, place_words(making, place), key);
}

static ItemResult placed_result(const Making *making, int32_t mine, int32_t key) {
    const Ask *ask = making->ask;
    bool classify = ask->kind == ASK_CLASSIFY;
    int32_t away = mine > key ? mine - key : key - mine;
    bool near =
        classify ? answer_bins_near(making->scenario, ask, ask->bins.first + mine, ask->bins.first + key) : away == 1;
    ItemVerdict verdict = away == 0 ? VERDICT_RIGHT : near ? VERDICT_NEAR : VERDICT_OFF;
    return judge(making, verdict, telling_place(making->telling, ask, mine), telling_place(making->telling, ask, key));
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
        result = judge(making, VERDICT_DEBATED, where, (Str){0});
        if (ask->panel != 0) { // which says what others answered
            result.words = TELLING_FORMAT(making->telling, TR("You: {0}"), where);
        }
    }
    result.item = item->text;
    result.why = item->why != 0 ? &making->scenario->whys.rows[item->why] : NULL;
    return result;
}

// Item by item, where something is keyed or explained; in the order in which the person sees or has put them.
static void tell_points(const Making *making) {
    const Ask *ask = making->ask;
    if (!response_has_points(making->scenario, ask)) {
        return;
    }
    ItemResult *results = arena_push(making->telling->arena, ItemResult, ask->items.count);
    for (int32_t i = 0; i < ask->items.count; i++) {
        results[i] = item_result(making, telling_item_at(making->telling, making->event, i));
    }
    making->shown->points_heading = words(making, TR("Point by point"));
    making->shown->points.rows = results;
    making->shown->points.count = ask->items.count;
}

// Of an item: the level, place or bin that was counted.
static Str counted_place(const Making *making, const PanelCount *count) {
    return making->ask->kind == ASK_CLASSIFY ? making->scenario->bins.rows[count->bin.id].text
           : making->ask->kind == ASK_RATE   ? telling_place(making->telling, making->ask, count->level)
                                             : place_words(making, count->level);
}

static Str count_words(const Making *making, const PanelCount *count) {
    if (count->of.id == OPTION_OWN_WORDS) {
        return words(making, TR("In their own words"));
    }
    if (making->ask->options.count > 0) {
        return telling_option_label(making->telling, count->of.id);
    }
    return TELLING_FORMAT(making->telling, TR("{0}, {1}"), making->scenario->items.rows[count->of.id].text,
                          counted_place(making, count));
}

static bool is_mine(const Ask *ask, const Answer *answer, const PanelCount *count) {
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
    const Telling *telling = making->telling;
    Answer answer;
    Str about;
    Arena scratch = {0};
    AnswerReader reader = {.arena = telling->arena, .scratch = &scratch, .scenario = scenario};
    PanelVoice shown = {.head = voice->who, .why = voice->why != 0 ? &scenario->whys.rows[voice->why] : NULL};
    if (answer_parse(&reader, making->ask, voice->answer, &answer, &about) == ANSWER_FINE) {
        bool option = making->ask->kind == ASK_CHOICE && answer.option > 0; // `past` speaks of the player
        Str said =
            option ? telling_option_label(telling, answer.option) : telling_answer(telling, making->ask, &answer);
        shown.head = telling_labelled(telling, voice->who, said);
    }
    arena_finish(&scratch);
    return shown;
}

static PanelRow row_of(const Making *making, const PanelCount *count) {
    const Telling *telling = making->telling;
    const Ask *ask = making->ask;
    bool mine = !ask->private_answer && is_mine(ask, &making->event->answer, count);
    Str colleagues = telling_plural(telling, TRP("{0} colleague", "{0} colleagues"), count->count);
    return (PanelRow){.text = count_words(making, count),
                      .words = mine ? TELLING_FORMAT(telling, TR("{0}, as you"), colleagues) : colleagues,
                      .count = count->count,
                      .mine = mine,
                      .most = count->count == most_of(making->scenario, ask, count)};
}

// "Helps: 6, as you · Opens: 3". An item has as many answers as there are levels: a line for each would be too long.
static PanelRow item_row_of(const Making *making, int32_t item) {
    const Telling *telling = making->telling;
    const Panel *panel = &making->scenario->panels.rows[making->ask->panel];
    StrBuilder words = {.arena = telling->arena};
    for (int32_t i = 0; i < panel->answers.count; i++) {
        const PanelCount *count = &making->scenario->panel_counts.rows[panel->answers.first + i];
        if (count->of.id == item && count->count > 0) {
            bool mine = !making->ask->private_answer && is_mine(making->ask, &making->event->answer, count);
            Str number = telling_number(telling, count->count);
            str_add(&words, words.count > 0 ? S(" · ") : S(""));
            str_add(&words, telling_labelled(telling, counted_place(making, count),
                                             mine ? TELLING_FORMAT(telling, TR("{0}, as you"), number) : number));
        }
    }
    return (PanelRow){.text = making->scenario->items.rows[item].text, .words = str_built(&words)};
}

static void tell_items_of_panel(const Making *making, ToldPanel *shown) {
    Span items = making->ask->items;
    PanelRow *rows = arena_push(making->telling->arena, PanelRow, items.count);
    for (int32_t i = 0; i < items.count; i++) {
        rows[i] = item_row_of(making, items.first + telling_item_at(making->telling, making->event, i));
    }
    shown->items.rows = rows;
    shown->items.count = items.count;
}

static void tell_panel(const Making *making) {
    const Scenario *scenario = making->scenario;
    const Panel *panel = &scenario->panels.rows[making->ask->panel];
    ToldPanel *shown = &making->shown->panel;
    if (making->ask->panel == 0) {
        return;
    }
    PanelRow *rows = arena_push(making->telling->arena, PanelRow, panel->answers.count);
    PanelVoice *voices = arena_push(making->telling->arena, PanelVoice, panel->voices.count);
    for (int32_t i = 0; i < panel->answers.count; i++) {
        rows[i] = row_of(making, &scenario->panel_counts.rows[panel->answers.first + i]);
    }
    for (int32_t i = 0; i < panel->voices.count; i++) {
        voices[i] = voice_of(making, &scenario->voices.rows[panel->voices.first + i]);
    }
    *shown =
        (ToldPanel){.n = panel->n,
                    .heading = telling_plural(
                        making->telling, TRP("What {0} colleague answered", "What {0} colleagues answered"), panel->n),
                    .invented = panel->fictional ? words(making, TR("These colleagues are invented.")) : (Str){0},
                    .rows = {rows, panel->answers.count},
                    .voices = {voices, panel->voices.count}};
    tell_items_of_panel(making, shown);
}

// A share is a school mark: only for those who asked for numbers.
static Str share_words(const Making *making) {
    enum { PERCENT = 100 };
    bool numbers = telling_has_numbers(making->telling) && !making->ask->private_answer;
    Share share = numbers ? answer_share(making->scenario, making->ask, &making->event->answer) : (Share){0};
    return share.of > 0 ? TELLING_FORMAT(making->telling, TR("In agreement with what the author proposes: {0} %"),
                                         telling_number(making->telling, (int32_t)(share.part * PERCENT / share.of)))
                        : (Str){0};
}

static void tell_mastery(const Making *making) {
    static const Str WORDS[] = {[MASTERY_NOT_JUDGED] = S_INIT(""),
                                [MASTERY_NOT_YET] = TR_INIT("Not mastered yet."),
                                [MASTERY_REACHED] = TR_INIT("This is mastered.")};
    if (making->scenario->kind == KIND_QUIZ) {
        making->shown->mastery = mastery_of_answer(making->scenario, making->ask, &making->event->answer);
        making->shown->mastery_words = words(making, WORDS[making->shown->mastery]);
    }
}

ToldFeedback feedback_create(const Telling *telling, int32_t decision, bool judged) {
    const Scenario *scenario = telling_scenario(telling);
    const Event *event = telling_event(telling, decision);
    const Ask *ask = telling_ask(telling, event);
    ToldFeedback shown = {.gauges = telling_gauges_moved(telling, decision)};
    Making making = {.telling = telling, .scenario = scenario, .ask = ask, .event = event, .shown = &shown};
    Response response = response_to(telling->arena, telling->session, event);
    shown.model = (ToldPair){.label = words(&making, TR("One possible answer")),
                             .text = response_model(scenario, ask, &event->answer)};
    tell_answered(&making);
    tell_replies(&making, &response);
    tell_panel(&making);
    if (judged || !response_waits(scenario)) {
        shown.whys.rows = response.whys;
        shown.whys.count = response.why_count;
        tell_points(&making);
        shown.share = share_words(&making);
    }
    if (!response_waits(scenario)) {
        tell_marks(&making);
        tell_mastery(&making);
    }
    return shown;
}
