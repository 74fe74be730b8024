#include "told/telling_scenes.h"

#include "base/utf8.h"
#include "session/response.h"
#include "told/showing.h"
#include "told/telling.h"

static Str words(const Showing *showing, Str source) {
    return catalog_text(showing->catalog, source);
}

ShownLine shown_line(const Scenario *scenario, const Line *line) {
    Str who = line->by.id != 0 ? scenario->characters.rows[line->by.id].name : (Str){0};
    return (ShownLine){line->by.id, who, line->mood, line->text};
}

static ShownScene show_scene(const Showing *showing, const Told *told) {
    const Scenario *scenario = showing->model->scenario;
    const Scene *scene = &scenario->scenes.rows[told->scene];
    ShownLine *lines = arena_push(showing->arena, ShownLine, scene->lines.count);
    ShownScene shown = {told->scene, scene->title, scene->with.id, lines, 0};
    for (int32_t i = 0; i < scene->lines.count; i++) {
        if ((told->lines >> i & 1) != 0) {
            lines[shown.line_count++] = shown_line(scenario, &scenario->lines.rows[scene->lines.first + i]);
        }
    }
    return shown;
}

ShownScenes walk_shown_scenes(const Showing *showing) {
    const WalkModel *model = showing->model;
    bool answered = model->phase == PHASE_FEEDBACK;
    Span told = story_told_after(&model->story, model->session.way.count - (answered ? 1 : 0));
    ShownScene *scenes = arena_push(showing->arena, ShownScene, told.count);
    for (int32_t i = 0; i < told.count; i++) {
        scenes[i] = show_scene(showing, &model->story.told.rows[told.first + i]);
    }
    return (ShownScenes){scenes, told.count};
}

static Str own_prompt(const Showing *showing, const Ask *ask) {
    const OwnWords *own = &showing->model->scenario->own_words.rows[ask->own_words];
    return own->prompt.len > 0 ? own->prompt : words(showing, TR("Something else, in your own words"));
}

ShownOptions walk_shown_options(const Showing *showing) {
    const WalkModel *model = showing->model;
    ShownOptions shown = {0};
    OptionId options[LIMIT_OPTIONS + 1];
    shown.count = walk_list_options(model, options);
    for (int32_t i = 0; i < shown.count; i++) {
        const Ask *ask = walk_model_ask(model);
        bool own = options[i] == OPTION_OWN_WORDS;
        shown.rows[i] =
            (ShownOption){.option = options[i],
                          .letter = (char)('A' + i),
                          .text = own ? own_prompt(showing, ask) : model->scenario->options.rows[options[i]].text,
                          .focused = i == model->draft.focus,
                          .ticked = !own && (model->draft.set >> (options[i] - ask->options.first) & 1) != 0,
                          .before = ask->kind == ASK_CHOICE && options[i] == model->draft.before};
    }
    return shown;
}

static int32_t count_places(const Scenario *scenario, const Ask *ask) {
    return ask->kind == ASK_CLASSIFY ? ask->bins.count
           : ask->kind == ASK_RATE   ? scenario->scales.rows[ask->scale].labels.count
                                     : 0;
}

ShownItems walk_shown_items(const Showing *showing) {
    const WalkModel *model = showing->model;
    const Ask *ask = walk_model_ask(model);
    ShownItems shown = {0};
    if (ask == NULL || model->phase > PHASE_CONFIDENCE || ask->items.count == 0) {
        return shown;
    }
    uint8_t order[LIMIT_ITEMS];
    (void)session_shown_order(&model->session, order);
    bool rank = ask->kind == ASK_RANK;
    shown.count = ask->items.count;
    for (int32_t i = 0; i < shown.count; i++) {
        int32_t item = rank ? model->draft.order[i] : order[i];
        shown.rows[i] = (ShownItem){.item = item,
                                    .text = model->scenario->items.rows[ask->items.first + item].text,
                                    .where = rank ? i : model->draft.where[item],
                                    .focused = i == model->draft.focus,
                                    .carried = rank && i == model->draft.carried};
    }
    shown.place_count = count_places(model->scenario, ask);
    for (int32_t i = 0; i < shown.place_count; i++) {
        shown.places[i] = place_shown_label(model->scenario, ask, i);
    }
    return shown;
}

static int32_t count_ticked(uint32_t set) {
    int32_t count = 0;
    for (; set != 0; set &= set - 1) {
        count++;
    }
    return count;
}

static void show_missing(const WalkModel *model, const Ask *ask, ShownAsk *shown) {
    if (model->phase == PHASE_WORDS) {
        shown->missing = str_trim(model->draft.text).len == 0;
        return;
    }
    if (ask->kind == ASK_MULTIPLE) {
        int32_t offered = walk_count_shown(model);
        int32_t ticked = count_ticked(model->draft.set);
        shown->max = ask->max == 0 || ask->max > offered ? offered : ask->max;
        shown->min = ask->min == NOT_SAID ? 1 : ask->min;
        shown->min = shown->min > offered ? offered : shown->min;
        shown->missing = ticked < shown->min ? shown->min - ticked : 0;
        shown->over = ticked > shown->max ? ticked - shown->max : 0;
        return;
    }
    for (int32_t i = 0; i < ask->items.count && ask->kind != ASK_RANK; i++) {
        shown->missing += model->draft.where[i] < 0;
    }
}

ShownAsk walk_shown_ask(const Showing *showing) {
    enum { SECOND_MS = 1000 };
    const WalkModel *model = showing->model;
    const Ask *ask = walk_model_ask(model);
    ShownAsk shown = {0};
    int32_t way = model->session.way.count;
    SceneId scene = model->session.walk.scene;
    int32_t least = model->remaining.least[scene];
    int32_t most = model->remaining.most[scene];
    shown.least = least < 0 ? REMAINING_UNKNOWN : way + least;
    shown.most = most < 0 ? REMAINING_UNKNOWN : way + most;
    shown.usual = model->usual.longest;
    shown.number = model->phase <= PHASE_CONFIDENCE ? way + 1 : way;
    if (ask == NULL) {
        return shown;
    }
    shown.kind = ask->kind;
    shown.prompt = ask->prompt.len > 0 ? ask->prompt : words(showing, TR("It is your turn:"));
    shown.is_private = ask->private_answer;
    if (model->phase == PHASE_FEEDBACK) {
        return shown;
    }
    show_missing(model, ask, &shown);
    shown.can_submit = walk_can_submit(model);
    shown.limit_runs = walk_limit_runs(model);
    shown.limit_left = (int32_t)((model->limit_left_ms + SECOND_MS - 1) / SECOND_MS);
    shown.own_prompt = ask->own_words != 0 ? own_prompt(showing, ask) : (Str){0};
    return shown;
}

static Str marked_by(const Showing *showing, const DetectorUse *use) {
    const Scenario *scenario = showing->model->scenario;
    StrBuilder names = {.arena = showing->arena};
    for (int32_t i = 0; i < use->scores.count; i++) {
        str_add(&names, i > 0 ? S(", ") : S(""));
        str_add(&names, scenario->competencies.rows[scenario->amounts.rows[use->scores.first + i].of.id].name);
    }
    return str_built(&names);
}

ShownWords walk_shown_words(const Showing *showing) {
    const WalkModel *model = showing->model;
    const Ask *ask = walk_model_ask(model);
    ShownWords shown = {.chars = utf8_count(model->draft.text)};
    if (ask == NULL || model->phase > PHASE_CONFIDENCE || ask->private_answer) {
        return shown;
    }
    Span uses = ask_detectors(model->scenario, ask);
    shown.count = uses.count;
    for (int32_t i = 0; i < uses.count; i++) {
        const DetectorUse *use = &model->scenario->detector_uses.rows[uses.first + i];
        const DetectorResult *seen = &model->seen[i];
        shown.rows[i] = (ShownDetector){.name = model->scenario->detectors.rows[use->detector.id].name,
                                        .competencies = marked_by(showing, use),
                                        .ticked = (walk_draft_ticked(model) >> i & 1) != 0,
                                        .noticed = (model->draft.noticed >> i & 1) != 0,
                                        .is_new = (model->draft.noticed & ~model->draft.noticed_before) >> i & 1,
                                        .is_gone = (model->draft.noticed_before & ~model->draft.noticed) >> i & 1,
                                        .undecided = (model->draft.undecided >> i & 1) != 0,
                                        .hits = seen->hits,
                                        .hit_count = seen->hit_count,
                                        .seen = seen->hit_count > 0
                                                    ? str_slice(model->draft.text, seen->hits[0].from, seen->hits[0].to)
                                                    : (Str){0}};
    }
    return shown;
}

ShownGauge shown_gauge(const Showing *showing, GaugeId id, int32_t before, int32_t after) {
    const Scenario *scenario = showing->model->scenario;
    const Gauge *gauge = &scenario->gauges.rows[id];
    GaugeShowing gauges = {showing->arena, showing->catalog, scenario, showing->numbers, false};
    GaugeShowing quoted = gauges;
    quoted.quoted = true;
    return (ShownGauge){.gauge = id,
                        .name = gauge_shown_name(showing->arena, showing->catalog, scenario, id),
                        .words = gauge_value_words(&gauges, id, after),
                        .value = after,
                        .min = gauge->min,
                        .max = gauge->max,
                        .moved = (after > before) - (after < before),
                        .change_words = gauge_change_words(&quoted, id, before, after),
                        .better = gauge->better};
}

ShownGauges walk_shown_gauges(const Showing *showing) {
    const WalkModel *model = showing->model;
    const Session *session = &model->session;
    const Event *last = session_last_answer(session);
    const Walk *before = last ? &session->before.rows[session->before.count - 1] : &session->walk;
    SceneId scene = model->phase == PHASE_FEEDBACK && last ? last->scene : session->walk.scene;
    ShownGauges shown = {0};
    for (GaugeId g = 1; g < model->scenario->gauges.count; g++) {
        if (gauge_is_shown(&model->scenario->gauges.rows[g], &model->scenario->scenes.rows[scene])) {
            shown.rows[shown.count++] = shown_gauge(showing, g, before->gauges[g], session->walk.gauges[g]);
        }
    }
    return shown;
}

const Ask *shown_ask_of(const WalkModel *model, const Event *event) {
    return &model->scenario->asks.rows[model->scenario->scenes.rows[event->scene].ask];
}

const Event *shown_event(const WalkModel *model, int32_t decision) {
    return &model->session.events.rows[model->session.way.rows[decision - 1]];
}

const Walk *shown_walk_after(const WalkModel *model, int32_t decision) {
    const Session *session = &model->session;
    return decision < session->way.count ? &session->before.rows[decision] : &session->walk;
}

ShownWay walk_shown_way(const Showing *showing) {
    const WalkModel *model = showing->model;
    ShownStep *rows = arena_push(showing->arena, ShownStep, model->session.way.count);
    ShownWay shown = {rows, 0};
    for (int32_t i = 1; i <= model->session.way.count; i++) {
        const Event *event = shown_event(model, i);
        const Ask *ask = shown_ask_of(model, event);
        if (!ask->private_answer) {
            rows[shown.count++] =
                (ShownStep){i, event->scene, scene_shown_title(model->scenario, event->scene),
                            answer_words(showing->arena, showing->catalog, model->scenario, ask, &event->answer),
                            answer_is_typed(ask, &event->answer)};
        }
    }
    return shown;
}

typedef struct {
    Heard *rows;
    int32_t count, capacity;
} HeardTable;

static void hear(const Showing *showing, HeardTable *heard, HeardKind kind, ShownLine line) {
    *table_append(showing->arena, heard) = (Heard){.kind = (int32_t)kind, .line = line};
}

static void hear_told(const Showing *showing, HeardTable *heard, int32_t place) {
    const Story *story = &showing->model->story;
    Span told = story_told_after(story, place);
    for (int32_t i = 0; i < told.count; i++) {
        ShownScene scene = show_scene(showing, &story->told.rows[told.first + i]);
        if (scene.title.len > 0) {
            hear(showing, heard, HEARD_TITLE, (ShownLine){.text = scene.title});
        }
        for (int32_t j = 0; j < scene.line_count; j++) {
            hear(showing, heard, HEARD_LINE, scene.lines[j]);
        }
    }
}

// What was said or done, as it stood among the answers: the whole of it, where labels are for summaries.
static Str heard_answer(const Showing *showing, const Ask *ask, const Answer *answer) {
    const Scenario *scenario = showing->model->scenario;
    bool whole = ask->kind == ASK_CHOICE && answer->option != OPTION_OWN_WORDS && answer->option != 0;
    Str text = whole ? scenario->options.rows[answer->option].text : (Str){0};
    return text.len > 0 ? text : answer_words(showing->arena, showing->catalog, scenario, ask, answer);
}

static void hear_answer(const Showing *showing, HeardTable *heard, int32_t decision) {
    const WalkModel *model = showing->model;
    const Event *event = shown_event(model, decision);
    const Ask *ask = shown_ask_of(model, event);
    if (ask->private_answer) {
        return;
    }
    Str answered = heard_answer(showing, ask, &event->answer);
    hear(showing, heard, HEARD_ANSWER, (ShownLine){.text = answered});
    heard->rows[heard->count - 1].typed = answer_is_typed(ask, &event->answer);
    Feedback feedback = feedback_of(showing->arena, shown_walk_after(model, decision), event);
    for (int32_t i = 0; i < feedback.line_count; i++) {
        hear(showing, heard, HEARD_LINE, shown_line(model->scenario, feedback.lines[i]));
    }
}

Transcript walk_shown_transcript(const Showing *showing) {
    HeardTable heard = {0};
    int32_t way = showing->model->session.way.count;
    hear_told(showing, &heard, 0);
    for (int32_t i = 1; i <= way; i++) {
        hear_answer(showing, &heard, i);
        if (i < way || showing->model->phase != PHASE_FEEDBACK) {
            hear_told(showing, &heard, i);
        }
    }
    return (Transcript){heard.rows, heard.count};
}
