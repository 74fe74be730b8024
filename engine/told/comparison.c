#include "told/comparison.h"

#include "told/showing.h"
#include "told/telling.h"

// A walk of two, with its place among them.
typedef struct {
    const Showing *showing; // of the first: its arena and catalogue
    const WalkModel *model;
    Comparison *comparison;
    int32_t place;
} Making;

static bool is_same_answer(const Showing *showing, const Event *a, const Event *b) {
    const Scenario *scenario = showing->model->scenario;
    if (a->scene != b->scene) {
        return false;
    }
    const Ask *ask = shown_ask_of(showing->model, a);
    return str_equal(answer_write(showing->arena, scenario, ask, &a->answer),
                     answer_write(showing->arena, scenario, ask, &b->answer));
}

static int32_t count_common(const Showing *showing, const WalkModel *a, const WalkModel *b) {
    int32_t count = 0;
    while (count < a->session.way.count && count < b->session.way.count &&
           is_same_answer(showing, shown_event(a, count + 1), shown_event(b, count + 1))) {
        count++;
    }
    return count;
}

// The letter under which the option stood on the page: in shown order, among those that were offered. Silence has none
// while a limit runs.
static char letter_of(const WalkModel *model, int32_t decision) {
    const Event *event = shown_event(model, decision);
    const Ask *ask = shown_ask_of(model, event);
    const Walk *before = &model->session.before.rows[decision - 1];
    OptionId silence = model->limits_off ? 0 : model->scenario->limits.rows[ask->limit].option.id;
    char letter = 'A';
    for (int32_t i = 0; i < ask->options.count; i++) {
        OptionId option = ask->options.first + (event->shuffled ? event->order[i] : i);
        if (option == event->answer.option) {
            break;
        }
        letter = (char)(letter + (option != silence && walk_offers(before, option)));
    }
    return ask->kind == ASK_CHOICE && !ask->private_answer && !event->answer.time_up ? letter : '\0';
}

static void add_walk(const Making *making) {
    const WalkModel *model = making->model;
    ComparedWalk *walk = &making->comparison->walks[making->place];
    Showing showing = *making->showing;
    showing.model = model;
    ShownWay way = walk_shown_way(&showing);
    int32_t first = 0;
    while (first < way.count && way.rows[first].number < making->comparison->decision) {
        first++;
    }
    walk->steps.rows = way.rows + first;
    walk->steps.count = way.count - first;
    walk->finished = model->session.walk.status == WALK_ENDED;
    if (walk->finished) {
        const Ending *ending =
            &model->scenario->endings.rows[model->scenario->scenes.rows[model->session.walk.scene].ending];
        walk->ending_title = ending->title;
        walk->ending_text = ending->text;
    }
    if (model->session.way.count >= making->comparison->decision) {
        walk->letter = letter_of(model, making->comparison->decision);
    }
}

static void add_gauges(const Showing *showing, const WalkModel *const *models, Comparison *comparison) {
    const Scenario *scenario = showing->model->scenario;
    GaugeShowing words = {showing->arena, showing->catalog, scenario, showing->numbers, false};
    ComparedGauge *rows = arena_push(showing->arena, ComparedGauge, scenario->gauges.count);
    comparison->gauges.rows = rows;
    for (GaugeId g = 1; g < scenario->gauges.count; g++) {
        const Gauge *gauge = &scenario->gauges.rows[g];
        if (gauge->shown == SHOWN_NEVER) {
            continue;
        }
        comparison->measured = true;
        if (models[0]->session.walk.gauges[g] == models[1]->session.walk.gauges[g]) {
            continue;
        }
        ComparedGauge *row = &rows[comparison->gauges.count++];
        row->name = gauge_shown_name(showing->arena, showing->catalog, scenario, g);
        row->min = gauge->min;
        row->max = gauge->max;
        row->better = gauge->better;
        for (int i = 0; i < 2; i++) {
            row->values[i] = models[i]->session.walk.gauges[g];
            row->words[i] = gauge_value_words(&words, g, row->values[i]);
        }
    }
}

static void add_competencies(const Showing *showing, const WalkModel *const *models, Comparison *comparison) {
    const Scenario *scenario = showing->model->scenario;
    if (case_suspends_judgement(scenario)) {
        return;
    }
    ComparedCompetency *rows = arena_push(showing->arena, ComparedCompetency, scenario->competencies.count);
    comparison->competencies.rows = rows;
    for (CompetencyId c = 1; c < scenario->competencies.count; c++) {
        int32_t words[] = {(int32_t)profile_word(models[0]->session.profiles[c]),
                           (int32_t)profile_word(models[1]->session.profiles[c])};
        comparison->measured = true;
        if (words[0] == words[1]) {
            continue;
        }
        ComparedCompetency *row = &rows[comparison->competencies.count++];
        row->name = scenario->competencies.rows[c].name;
        for (int i = 0; i < 2; i++) {
            row->words[i] = catalog_text(showing->catalog, profile_words(words[i]));
        }
    }
}

static void add_parting(const Showing *showing, Comparison *comparison) {
    const WalkModel *model = showing->model;
    int32_t before = comparison->decision - 1;
    SceneId scene =
        before < model->session.way.count ? shown_event(model, before + 1)->scene : model->session.walk.scene;
    comparison->title = scene_shown_title(model->scenario, scene);
    comparison->prompt = model->scenario->asks.rows[model->scenario->scenes.rows[scene].ask].prompt;
    Span told = story_told_after(&model->story, before);
    for (int32_t i = told.first; i < told.first + told.count; i++) {
        const Told *row = &model->story.told.rows[i];
        Span lines = model->scenario->scenes.rows[row->scene].lines;
        for (int32_t j = 0; j < lines.count; j++) {
            const Line *line = &model->scenario->lines.rows[lines.first + j];
            if ((row->lines >> j & 1) != 0 && (line->by.id != 0 || comparison->last_line.by == 0)) {
                comparison->last_line = shown_line(model->scenario, line);
            }
        }
    }
}

Comparison comparison_create(const Showing *first, const Showing *other) {
    const WalkModel *models[] = {first->model, other->model};
    int32_t common = count_common(first, models[0], models[1]);
    bool same = common == models[0]->session.way.count && common == models[1]->session.way.count;
    Comparison comparison = {.decision = same ? other->model->parent_decision : common + 1, .same = same};
    add_parting(first, &comparison);
    for (int32_t i = 0; i < 2; i++) {
        Making making = {first, models[i], &comparison, i};
        add_walk(&making);
    }
    add_gauges(first, models, &comparison);
    add_competencies(first, models, &comparison);
    return comparison;
}
