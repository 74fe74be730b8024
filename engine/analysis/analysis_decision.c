// Answers: what each session followed at a decision, and what is told of all of them.
#include "analysis/analysis_inside.h"

#include "base/number.h"
#include "session/score.h"

// By the same function as in the room, of a vote whose places are in the order of the case.
static void read_panel(const Group *group, const Ask *ask, AnalysisGathered *gathered) {
    const Scenario *scenario = group->solo.scenario;
    bool items = ask->items.count > 0;
    GroupVote vote = {.scene = ask->scene,
                      .tally = {.rows = items ? ask->items.count : 1, .places = analysis_count_places(scenario, ask)}};
    vote.tally.several = ask->kind == ASK_MULTIPLE;
    int32_t count = items ? ask->items.count : ask->options.count;
    for (int32_t i = 0; i < count; i++) {
        vote.shown[i] = (items ? ask->items.first : ask->options.first) + i;
    }
    if (!items && ask->own_words != 0) {
        vote.shown[count] = OPTION_OWN_WORDS;
    }
    if (group_votes_on(ask) && group_panel(group, &vote, &gathered->panel)) {
        gathered->told.panel_size = scenario->panels.rows[ask->panel].n;
    }
}

AnalysisGathered *analysis_decision(AnalysisWork *work, const Group *group, SceneId scene) {
    if (work->row_of[scene] == 0) {
        AnalysisGathered *fresh = rows_append(work->arena, &work->decisions);
        fresh->told.scene = scene;
        read_panel(group, analysis_ask(work->told.scenario, scene), fresh);
        work->row_of[scene] = work->decisions.count;
    }
    return &work->decisions.rows[work->row_of[scene] - 1];
}

static void follow(AnalysisGathered *gathered, const Ask *ask, const AnalysisChosen *chosen) {
    const Answer *answer = &chosen->event->answer;
    bool has_options = ask->kind == ASK_CHOICE || ask->kind == ASK_MULTIPLE;
    for (int32_t i = 0; has_options && i < ask->options.count; i++) {
        bool took = ask->kind == ASK_MULTIPLE ? (answer->set >> i & 1) != 0 : answer->option == ask->options.first + i;
        gathered->offered[i] += walk_offers(chosen->before, ask->options.first + i);
        gathered->followed[i] += took;
    }
    if (ask->kind == ASK_CHOICE && ask->own_words != 0) {
        gathered->offered[ask->options.count] += 1;
        gathered->followed[ask->options.count] += answer->option == OPTION_OWN_WORDS;
    }
}

// The answer as a vote of one. False: a panel cannot have given it, or it has several parts that are no shares.
static bool vote_of_one(const AnalysisGathered *gathered, const Ask *ask, const Answer *answer, Tally *one) {
    *one = (Tally){.rows = gathered->panel.rows, .places = gathered->panel.places};
    if (ask->kind == ASK_CHOICE) {
        bool option = answer->option > 0;
        one->hands[0][option ? answer->option - ask->options.first : 0] = option;
        return option;
    }
    for (int32_t i = 0; i < ask->items.count; i++) {
        one->hands[i][answer->items[i]] = 1;
    }
    return ask->kind == ASK_RATE || ask->kind == ASK_CLASSIFY;
}

static void add_distance(AnalysisWork *work, AnalysisGathered *gathered, const Ask *ask, const Answer *answer) {
    Tally one;
    if (gathered->told.panel_size == 0 || answer->confidence < 1 || answer->confidence > ANALYSIS_SURE ||
        !vote_of_one(gathered, ask, answer, &one)) {
        return;
    }
    Share near = tally_concordance(&one, &gathered->panel);
    if (near.of > 0) {
        stats_count(work->arena, &gathered->distances[answer->confidence - 1], 1 - (double)near.part / (double)near.of);
    }
}

static void add_score(AnalysisWork *work, AnalysisGathered *gathered, const AnalysisChosen *chosen) {
    Profile profiles[LIMIT_COMPETENCIES + 1] = {0};
    AnalysisScore score = {.session = work->told.sessions};
    int32_t most = 0;
    profile_add(profiles, &work->scratch, chosen->before, &chosen->event->answer, work->extremes);
    for (CompetencyId c = 1; c <= LIMIT_COMPETENCIES; c++) {
        score.score += profiles[c].sum - profiles[c].low;
        most += profiles[c].high - profiles[c].low;
    }
    *rows_append(work->arena, &gathered->scores) = score;
    gathered->told.most = most > gathered->told.most ? most : gathered->told.most;
}

void analysis_add_answer(AnalysisWork *work, const Group *group, const AnalysisChosen *chosen) {
    const Ask *ask = analysis_ask(work->told.scenario, chosen->event->scene);
    AnalysisGathered *gathered = analysis_decision(work, group, chosen->event->scene);
    gathered->told.sessions += 1;
    *rows_append(work->arena, &gathered->spent_ms) = (double)chosen->spent_ms;
    if (ask->private_answer) {
        return;
    }
    follow(gathered, ask, chosen);
    add_distance(work, gathered, ask, &chosen->event->answer);
    add_score(work, gathered, chosen);
}

static bool is_key(const Scenario *scenario, const Ask *ask, int32_t row, int32_t place) {
    if (ask->items.count == 0) {
        return place < ask->options.count &&
               scenario->options.rows[ask->options.first + place].stance == STANCE_RECOMMENDED;
    }
    const Item *item = &scenario->items.rows[ask->items.first + row];
    return ask->kind == ASK_RATE ? item->key == place : item->bin.id != 0 && item->bin.id == ask->bins.first + place;
}

static bool is_contested(const Scenario *scenario, const Ask *ask, const Tally *panel) {
    bool contested = false;
    for (int32_t row = 0; row < panel->rows; row++) {
        int32_t of_key = 0, of_others = 0;
        bool keyed = false;
        for (int32_t place = 0; place < panel->places; place++) {
            bool key = is_key(scenario, ask, row, place);
            int32_t *most = key ? &of_key : &of_others;
            *most = panel->hands[row][place] > *most ? panel->hands[row][place] : *most;
            keyed = keyed || key;
        }
        contested = contested || (keyed && of_others > of_key);
    }
    return contested;
}

static void judge_hands(const AnalysisDecision *told, int32_t place, AnalysisOption *option) {
    for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
        const DisclosedCell *cell = &told->votes[round].counts.cells[0][place];
        option->open = option->open || cell->hidden;
        option->never = option->never && cell->hands == 0;
        option->always = option->always && cell->hands == cell->of;
    }
    option->never = option->never && !option->open;
    option->always = option->always && !option->open;
}

static void tell_options(AnalysisWork *work, const AnalysisGathered *gathered, AnalysisDecision *told) {
    const Scenario *scenario = work->told.scenario;
    const Ask *ask = analysis_ask(scenario, told->scene);
    int32_t count = ask->items.count == 0 && group_votes_on(ask) ? analysis_count_places(scenario, ask) : 0;
    for (int32_t place = 0; place < count; place++) {
        bool own = place == ask->options.count;
        int32_t offered = gathered->offered[place], followed = gathered->followed[place];
        AnalysisOption *option = rows_append(work->arena, &told->options);
        *option = (AnalysisOption){.option = own ? OPTION_OWN_WORDS : ask->options.first + place,
                                   .offered = offered,
                                   .followed = followed,
                                   .never = offered > 0 && followed == 0,
                                   .always = followed > 0 && followed == told->sessions,
                                   .panel = gathered->panel.hands[0][place],
                                   .recommended = is_key(scenario, ask, 0, place)};
        judge_hands(told, place, option);
    }
}

// Whether most sessions were right, by the author's key and by that of the panel.
static bool find_flip(const AnalysisDecision *told) {
    int32_t most = 0, keyed = 0, by_key = 0, by_panel = 0;
    for (int32_t i = 0; i < told->options.count; i++) {
        most = max(most, told->options.rows[i].panel);
    }
    for (int32_t i = 0; i < told->options.count; i++) {
        const AnalysisOption *option = &told->options.rows[i];
        keyed += option->recommended;
        by_key += option->recommended ? option->followed : 0;
        by_panel += option->panel == most ? option->followed : 0;
    }
    bool right = 2 * by_key > told->sessions, other = 2 * by_panel > told->sessions;
    return told->panel_size > 0 && keyed > 0 && right != other;
}

void analysis_tell_decision(AnalysisWork *work, AnalysisGathered *gathered) {
    AnalysisDecision *told = &gathered->told;
    analysis_hide_sums(work, gathered);
    analysis_tell_moves(work->arena, gathered);
    told->contested =
        told->panel_size > 0 &&
        is_contested(work->told.scenario, analysis_ask(work->told.scenario, told->scene), &gathered->panel);
    if (gathered->spent_ms.count > 0) {
        told->spent_ms = stats_spread(gathered->spent_ms.rows, gathered->spent_ms.count);
    }
    for (int32_t i = 0; i < ANALYSIS_SURE; i++) {
        told->sure[i].sessions = gathered->distances[i].times;
        if (gathered->distances[i].count > 0) {
            told->sure[i].distance = stats_spread_counted(&gathered->distances[i]);
        }
    }
}

AnalysisDecision analysis_decision_on(AnalysisWork *work, const AnalysisGathered *gathered,
                                      const AnalysisCounts *counts) {
    AnalysisDecision told = gathered->told;
    analysis_tell_votes(gathered, counts, &told);
    tell_options(work, gathered, &told);
    told.flips = analysis_ask(work->told.scenario, told.scene)->kind == ASK_CHOICE && find_flip(&told);
    return told;
}
