// Two texts of a case side by side: which decisions were changed, and what was answered to both.
#include "player/screen_analysis.h"

#include "player/player_parts.h"
#include "view/view_table.h"

enum { COLUMNS = 4, ANSWER_COLUMNS = 1 + ANALYSING_SIDES * ANALYSIS_ROUNDS };

static const FiguresSide *side_of(const AnalysisScreen *screen, int32_t side) {
    return &screen->job->told[side];
}

static Str side_name(const AnalysisScreen *screen, int32_t side) {
    return figures_side_name(&screen->of, side_of(screen, side));
}

// By the words that it had last.
static Str decision_name(const AnalysisScreen *screen, const VersionsDecision *decision) {
    Ui *ui = screen->ui;
    int32_t side = decision->scenes[1] != 0;
    FiguresOf of = figures_of_side(&screen->of, side);
    int32_t number = figures_decision_number(screen->job->versions.of.scenarios[side], decision->scenes[side]);
    return UI_FORMAT(ui, TR("{0} · {1}"), ui_number(ui, number), figures_title(&of, decision->scenes[side]));
}

static void say_other(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const Analysing *analysing = &screen->player->analysing;
    const AnalysingSubjects *subjects = &analysing->subjects;
    Str *labels = arena_push(ui_arena(ui), Str, subjects->count);
    int32_t *rows = arena_push(ui_arena(ui), int32_t, subjects->count);
    int32_t count = 0, now = 0;
    for (int32_t i = 0; i < subjects->count; i++) {
        if (analysing_versions_apart(subjects, analysing->subject, i) != 0) {
            now = i == analysing->other ? count : now;
            labels[count] = screen_analysis_subject(screen, &subjects->rows[i]);
            rows[count++] = i;
        }
    }
    if (count > 1) {
        int32_t wanted = ui_combo(ui, S("other"), ui_words(ui, TR("The other text")), labels, count, now);
        if (wanted != now) {
            screen_want_analysis(screen->action, ANALYSE_OTHER, rows[wanted]);
        }
    }
}

static void say_sides(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    VersionsCount count = versions_count(&screen->job->versions);
    ui_card_begin(ui, (UiBox){.key = S("texts"), .gap = 6});
    for (int32_t side = 0; side < ANALYSING_SIDES; side++) {
        const FiguresSide *row = side_of(screen, side);
        const Analysis *analysis = &row->analysis->told;
        Str sessions = screen_analysis_plural(screen, TRP("{0} session", "{0} sessions"), analysis->sessions);
        Str people = screen_analysis_plural(screen, TRP("{0} person", "{0} people"), (int32_t)analysis->people);
        Str days = screen_analysis_days(screen, row->first_day, row->last_day);
        Str told = str_format(ui_arena(ui), "%.*s · %.*s · %.*s", S_ARG(sessions), S_ARG(people), S_ARG(days));
        ui_text(ui, (UiText){.text = UI_FORMAT(ui, side == 0 ? TR("Older text: {0}") : TR("Later text: {0}"), told)});
    }
    ui_text(ui, (UiText){.text = UI_FORMAT(
                             ui, TR("Decisions that are the same in both texts: {0}; changed: {1}; in one alone: {2}."),
                             ui_number(ui, count.same), ui_number(ui, count.changed), ui_number(ui, count.alone)),
                         .style = TEXT_STRONG,
                         .live = true});
    ui_text(ui, (UiText){.text = ui_words(ui, TR("Other people answered each text: a difference may be theirs as well "
                                                 "as that of the words.")),
                         .style = TEXT_SMALL,
                         .color = COLOR_SOFT});
    ui_card_end(ui);
}

static Str sessions_of(const AnalysisScreen *screen, const VersionsDecision *decision, int32_t side) {
    Ui *ui = screen->ui;
    const AnalysisDecision *told = figures_decision_of(&screen->of, decision, side);
    return decision->scenes[side] == 0 ? S("–") : ui_number(ui, told ? told->sessions : 0);
}

static void say_changes(const AnalysisScreen *screen) {
    static const int32_t SHARES[COLUMNS] = {3, 3, 1, 1};
    Ui *ui = screen->ui;
    const Versions *versions = &screen->job->versions;
    Str title = ui_words(ui, TR("What was changed"));
    Str *heads = arena_push(ui_arena(ui), Str, COLUMNS);
    Str *cells = arena_push(ui_arena(ui), Str, COLUMNS * versions->count);
    heads[0] = ui_words(ui, TR("Decision"));
    heads[1] = title;
    for (int32_t side = 0; side < ANALYSING_SIDES; side++) {
        heads[2 + side] = UI_FORMAT(ui, TR("Sessions, {0}"), side_name(screen, side));
    }
    for (int32_t i = 0; i < versions->count; i++) {
        Str *row = cells + (ptrdiff_t)COLUMNS * i;
        row[0] = decision_name(screen, &versions->rows[i]);
        row[1] = figures_change_text(&screen->of, &versions->rows[i]);
        row[2] = sessions_of(screen, &versions->rows[i], 0);
        row[3] = sessions_of(screen, &versions->rows[i], 1);
    }
    view_table_card(ui, S("changes"),
                    &(ViewTable){.key = S("table"),
                                 .name = title,
                                 .columns = heads,
                                 .column_count = COLUMNS,
                                 .cells = cells,
                                 .row_count = versions->count,
                                 .shares = SHARES});
}

static bool has_votes(const AnalysisScreen *screen, const VersionsDecision *decision) {
    bool any = false;
    for (int32_t side = 0; side < ANALYSING_SIDES; side++) {
        const AnalysisDecision *told = figures_decision_of(&screen->of, decision, side);
        for (int32_t round = 0; told && round < ANALYSIS_ROUNDS; round++) {
            any = any || told->votes[round].sessions > 0;
        }
    }
    return any;
}

// Decisions on which hands went up; the one that is chosen, else the first that was changed.
static int32_t list_pairs(const AnalysisScreen *screen, int32_t *rows, int32_t *chosen) {
    const Versions *versions = &screen->job->versions;
    int32_t count = 0, changed = -1, wanted = screen->player->analysing.pair - 1;
    *chosen = -1;
    for (int32_t i = 0; i < versions->count; i++) {
        if (has_votes(screen, &versions->rows[i])) {
            *chosen = i == wanted ? count : *chosen;
            changed = changed < 0 && versions->rows[i].changed != 0 ? count : changed;
            rows[count++] = i;
        }
    }
    *chosen = *chosen >= 0 ? *chosen : changed >= 0 ? changed : 0;
    return count;
}

static Str answer_name(const AnalysisScreen *screen, const VersionsDecision *decision, const VersionsAnswer *answer) {
    Ui *ui = screen->ui;
    int32_t side = answer->place[1] != VERSIONS_NONE;
    FiguresOf of = figures_of_side(&screen->of, side);
    const Scenario *scenario = screen->job->versions.of.scenarios[side];
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[decision->scenes[side]].ask];
    Str text = ui_plain_text(ui, figures_answer_text(&of, ask, answer->place[side]));
    if (ask->items.count > 0) {
        Str item = ui_plain_text(ui, scenario->items.rows[ask->items.first + answer->row[side]].text);
        text = UI_FORMAT(ui, TR("{0}: {1}"), item, text);
    }
    return answer->reworded ? UI_FORMAT(ui, TR("{0} (in other words)"), text) : text;
}

static Str cell_told(const AnalysisScreen *screen, const DisclosedCell *cell) {
    Ui *ui = screen->ui;
    if (!cell || cell->hidden) {
        return cell ? ui_words(ui, TR("hidden")) : S("–");
    }
    Str share = screen_analysis_percent(screen, (double)cell->hands / (double)cell->of);
    return UI_FORMAT(ui, TR("{0}: {1} of {2}"), share, ui_number(ui, cell->hands), ui_number(ui, cell->of));
}

// Nobody who abstained takes no row.
static bool takes_row(const AnalysisScreen *screen, const VersionsDecision *decision, const VersionsAnswer *answer) {
    bool told = false;
    for (int32_t side = 0; side < ANALYSING_SIDES; side++) {
        for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
            const DisclosedCell *cell = figures_cell(&screen->of, decision, answer, side, round);
            told = told || (cell && (answer->place[side] != DISCLOSED_ABSTAINED || cell->hands > 0 || cell->hidden));
        }
    }
    return told;
}

static void say_answers(const AnalysisScreen *screen, const VersionsDecision *decision, Str title) {
    static const int32_t SHARES[ANSWER_COLUMNS] = {3, 2, 2, 2, 2};
    static const Str ROUNDS[ANALYSIS_ROUNDS] = {TR_INIT("Before the talk, {0}"), TR_INIT("After the talk, {0}")};
    Ui *ui = screen->ui;
    VersionsAnswers answers = versions_answers(ui_arena(ui), &screen->job->versions, decision);
    Str *heads = arena_push(ui_arena(ui), Str, ANSWER_COLUMNS);
    Str *cells = arena_push(ui_arena(ui), Str, ANSWER_COLUMNS * answers.count);
    int32_t rows = 0;
    heads[0] = ui_words(ui, TR("Answer"));
    for (int32_t i = 1; i < ANSWER_COLUMNS; i++) {
        heads[i] = UI_FORMAT(ui, ROUNDS[(i - 1) / ANALYSING_SIDES], side_name(screen, (i - 1) % ANALYSING_SIDES));
    }
    for (int32_t i = 0; i < answers.count; i++) {
        if (takes_row(screen, decision, &answers.rows[i])) {
            Str *row = cells + (ptrdiff_t)ANSWER_COLUMNS * rows++;
            row[0] = answer_name(screen, decision, &answers.rows[i]);
            for (int32_t j = 1; j < ANSWER_COLUMNS; j++) {
                row[j] = cell_told(screen, figures_cell(&screen->of, decision, &answers.rows[i],
                                                        (j - 1) % ANALYSING_SIDES, (j - 1) / ANALYSING_SIDES));
            }
        }
    }
    view_table(ui, &(ViewTable){.key = S("answers"),
                                .name = title,
                                .columns = heads,
                                .column_count = ANSWER_COLUMNS,
                                .cells = cells,
                                .row_count = rows,
                                .shares = SHARES});
}

static void say_pair(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const Versions *versions = &screen->job->versions;
    int32_t *rows = arena_push(ui_arena(ui), int32_t, versions->count), now = 0;
    int32_t count = list_pairs(screen, rows, &now);
    Str title = ui_words(ui, TR("Answers side by side")), *labels = arena_push(ui_arena(ui), Str, count);
    if (count == 0) {
        return;
    }
    for (int32_t i = 0; i < count; i++) {
        Str changed = figures_change_text(&screen->of, &versions->rows[rows[i]]);
        labels[i] = UI_FORMAT(ui, TR("{0} ({1})"), decision_name(screen, &versions->rows[rows[i]]), changed);
    }
    ui_card_begin(ui, (UiBox){.key = S("pair"), .gap = 8, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    int32_t wanted = ui_combo(ui, S("which"), ui_words(ui, TR("Decision")), labels, count, now);
    if (wanted != now) {
        screen_want_analysis(screen->action, ANALYSE_PAIR, rows[wanted]);
    }
    say_answers(screen, &versions->rows[rows[now]], title);
    ui_card_end(ui);
}

void screen_analysis_versions(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    say_other(screen);
    if (!screen->job->beside) {
        screen_warning(ui, S("beside"), ui_words(ui, TR("The other text cannot be read by this version of Palabre.")));
    } else if (!player_analysis_tells(screen->job)) {
        screen_warning(ui, S("beside"),
                       ui_words(ui, TR("Fewer than five people were there each time: their answers would tell who gave "
                                       "them, and are in no report.")));
    } else {
        say_sides(screen);
        say_changes(screen);
        say_pair(screen);
    }
}
