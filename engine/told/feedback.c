#include "told/feedback.h"

#include "session/mastery.h"
#include "told/showing.h"
#include "told/telling.h"

// The feedback that is being put together.
typedef struct {
    const Showing *showing;
    const Scenario *scenario;
    const Ask *ask;
    const Event *event;
    ShownFeedback *shown;
} Making;

static Str words(const Making *making, Str source) {
    return catalog_text(making->showing->catalog, source);
}

static Str format(const Making *making, Str source, const Str *parts, int32_t count) {
    return catalog_format(making->showing->arena, making->showing->catalog, source, parts, count);
}

static Str name_found(const Making *making) {
    Span uses = ask_detectors(making->scenario, making->ask);
    StrBuilder names = {.arena = making->showing->arena};
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
    ShownFeedback *shown = making->shown;
    shown->time_up = answer->time_up;
    if (making->ask->private_answer) {
        return;
    }
    shown->answered =
        answer_words(making->showing->arena, making->showing->catalog, making->scenario, making->ask, answer);
    shown->typed = answer_is_typed(making->ask, answer);
    shown->confirmed = answer->confirmed;
    shown->found = shown->typed ? name_found(making) : (Str){0};
    Str sure = confidence_words(answer->confidence);
    shown->sure = sure.len > 0 ? words(making, sure) : sure;
}

static void show_replies(const Making *making, const Feedback *feedback) {
    ShownLine *replies = arena_push(making->showing->arena, ShownLine, feedback->line_count);
    for (int32_t i = 0; i < feedback->line_count; i++) {
        replies[i] = shown_line(making->scenario, feedback->lines[i]);
    }
    making->shown->replies = replies;
    making->shown->reply_count = feedback->line_count;
}

static void show_marks(const Making *making) {
    const Consequences *given = &making->event->given;
    ShownMark *marks = arena_push(making->showing->arena, ShownMark, LIMIT_COMPETENCIES);
    making->shown->marks = marks;
    for (CompetencyId c = 1; given->of_record && c < making->scenario->competencies.count; c++) {
        if ((given->competencies >> c & 1) != 0 && given->marks[c] != 0) {
            marks[making->shown->mark_count++] =
                (ShownMark){making->scenario->competencies.rows[c].name, given->marks[c],
                            words(making, mark_words(given->marks[c]))};
        }
    }
}

static Str place_words(const Making *making, int32_t place) {
    Str number = str_format(making->showing->arena, "%d", place);
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
    Str places[] = {str_format(making->showing->arena, "%d", first),
                    str_format(making->showing->arena, "%d", first + tied - 1)};
    Str key = tied == 1 ? place_words(making, first) : format(making, TR("places {0} to {1}"), places, 2);
    int32_t result = away < tied ? RESULT_RIGHT : away < tied + 2 ? RESULT_NEAR : RESULT_OFF;
    return (ItemResult){.mine = place_words(making, place), .key = key, .result = result};
}

static ItemResult placed_result(const Making *making, int32_t mine, int32_t key) {
    const Ask *ask = making->ask;
    bool classify = ask->kind == ASK_CLASSIFY;
    int32_t away = mine > key ? mine - key : key - mine;
    bool near =
        classify ? answer_bins_near(making->scenario, ask, ask->bins.first + mine, ask->bins.first + key) : away == 1;
    return (ItemResult){.mine = place_shown_label(making->scenario, ask, mine),
                        .key = place_shown_label(making->scenario, ask, key),
                        .result = away == 0 ? RESULT_RIGHT
                                  : near    ? RESULT_NEAR
                                            : RESULT_OFF};
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
        Str where = ask->kind == ASK_RANK ? place_words(making, mine) : place_shown_label(making->scenario, ask, mine);
        result = (ItemResult){.mine = where};
    }
    result.item = item->text;
    result.why = item->why != 0 ? &making->scenario->whys.rows[item->why] : NULL;
    return result;
}

// Item by item, where something is keyed or explained.
static void show_results(const Making *making) {
    const Ask *ask = making->ask;
    ItemResult *results = arena_push(making->showing->arena, ItemResult, ask->items.count);
    bool any = false;
    for (int32_t i = 0; i < ask->items.count && !ask->private_answer; i++) {
        results[i] = item_result(making, i);
        any = any || results[i].result != RESULT_DEBATED || results[i].why;
    }
    making->shown->results = results;
    making->shown->result_count = any ? ask->items.count : 0;
}

static void show_moved(const Making *making, const Walk *before, const Walk *after) {
    ShownGauges *gauges = &making->shown->gauges;
    const Scene *scene = &making->scenario->scenes.rows[making->event->scene];
    for (GaugeId g = 1; g < making->scenario->gauges.count; g++) {
        if (before->gauges[g] != after->gauges[g] && gauge_is_shown(&making->scenario->gauges.rows[g], scene)) {
            gauges->rows[gauges->count++] = shown_gauge(making->showing, g, before->gauges[g], after->gauges[g]);
        }
    }
}

static Str model_answer(const Scenario *scenario, const Ask *ask, const Answer *answer) {
    const OwnWords *own = &scenario->own_words.rows[answer->option == OPTION_OWN_WORDS ? ask->own_words : 0];
    return own->model.len > 0 ? own->model : ask->model;
}

static Str count_words(const Making *making, const PanelCount *count) {
    const Scenario *scenario = making->scenario;
    if (count->of.id == OPTION_OWN_WORDS) {
        return words(making, TR("In their own words"));
    }
    if (making->ask->options.count > 0) {
        return option_shown_label(&scenario->options.rows[count->of.id]);
    }
    Str where = making->ask->kind == ASK_CLASSIFY ? scenario->bins.rows[count->bin.id].text
                : making->ask->kind == ASK_RATE   ? place_shown_label(scenario, making->ask, count->level)
                                                  : place_words(making, count->level);
    Str parts[] = {scenario->items.rows[count->of.id].text, where};
    return format(making, TR("{0}, {1}"), parts, 2);
}

bool shown_is_mine(const Ask *ask, const Answer *answer, const PanelCount *count) {
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
int32_t shown_most_of(const Scenario *scenario, const Ask *ask, const PanelCount *of) {
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
    AnswerReader reader = {making->showing->arena, &scratch, scenario, NULL};
    PanelVoice shown = {voice->who, (Str){0}, voice->why != 0 ? &scenario->whys.rows[voice->why] : NULL};
    if (answer_parse(&reader, making->ask, voice->answer, &answer, &about) == ANSWER_FINE) {
        bool option = making->ask->kind == ASK_CHOICE && answer.option > 0; // `past` speaks of the player
        shown.words =
            option ? option_shown_label(&scenario->options.rows[answer.option])
                   : answer_words(making->showing->arena, making->showing->catalog, scenario, making->ask, &answer);
    }
    arena_finish(&scratch);
    return shown;
}

static void show_panel(const Making *making) {
    const Scenario *scenario = making->scenario;
    const Panel *panel = &scenario->panels.rows[making->ask->panel];
    ShownPanel *shown = &making->shown->panel;
    if (making->ask->panel == 0) {
        return;
    }
    PanelRow *rows = arena_push(making->showing->arena, PanelRow, panel->answers.count);
    PanelVoice *voices = arena_push(making->showing->arena, PanelVoice, panel->voices.count);
    for (int32_t i = 0; i < panel->answers.count; i++) {
        const PanelCount *count = &scenario->panel_counts.rows[panel->answers.first + i];
        bool mine = !making->ask->private_answer && shown_is_mine(making->ask, &making->event->answer, count);
        rows[i] = (PanelRow){count_words(making, count), count->count, mine,
                             count->count == shown_most_of(scenario, making->ask, count)};
    }
    for (int32_t i = 0; i < panel->voices.count; i++) {
        voices[i] = voice_of(making, &scenario->voices.rows[panel->voices.first + i]);
    }
    *shown = (ShownPanel){panel->n, panel->fictional, rows, voices, panel->answers.count, panel->voices.count};
}

ShownFeedback walk_shown_feedback(const Showing *showing, int32_t decision, bool judged) {
    const WalkModel *model = showing->model;
    const Scenario *scenario = model->scenario;
    const Event *event = shown_event(model, decision);
    const Ask *ask = shown_ask_of(model, event);
    ShownFeedback shown = {.decision = decision, .model = model_answer(scenario, ask, &event->answer)};
    Making making = {showing, scenario, ask, event, &shown};
    const Walk *after = shown_walk_after(model, decision);
    Feedback feedback = feedback_of(showing->arena, after, event);
    show_answered(&making);
    show_replies(&making, &feedback);
    show_moved(&making, &model->session.before.rows[decision - 1], after);
    show_panel(&making);
    if (judged || !case_suspends_judgement(scenario)) {
        shown.whys = feedback.whys;
        shown.why_count = feedback.why_count;
        show_results(&making);
        // A share is a school mark: only for those who asked for numbers.
        bool numbers = showing->numbers || case_shows_numbers(scenario);
        shown.share = ask->private_answer || !numbers ? (Share){0} : answer_share(scenario, ask, &event->answer);
    }
    if (!case_suspends_judgement(scenario)) {
        show_marks(&making);
        shown.mastery = scenario->kind == KIND_QUIZ ? (int32_t)answer_mastery(scenario, ask, &event->answer) : 0;
    }
    return shown;
}

bool walk_has_feedback(const WalkModel *model) {
    Arena arena = {0};
    Catalog none = {0};
    Showing showing = {.model = model, .catalog = &none, .arena = &arena};
    ShownFeedback shown = walk_shown_feedback(&showing, model->session.way.count, false);
    bool any = shown.time_up || shown.reply_count > 0 || shown.why_count > 0 || shown.mark_count > 0 ||
               shown.result_count > 0 || shown.panel.n > 0 || shown.model.len > 0 || shown.mastery != 0;
    arena_finish(&arena);
    return any;
}
