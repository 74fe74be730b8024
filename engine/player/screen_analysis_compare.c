// Two groups, or two days, side by side: where they parted first, as a question to open with, and every decision.
#include "player/screen_analysis.h"

#include "base/date.h"
#include "view/view_table.h"

enum { COLUMNS = 3 };

static const Analysis *side_of(const AnalysisScreen *screen, int32_t place) {
    return &screen->job->compared[place].told;
}

static Str side_label(const AnalysisScreen *screen, const AnalysingSide *side) {
    Str day = date_told(ui_arena(screen->ui), &screen->player->app.catalog, side->day);
    return side->label.len > 0 ? side->label : day;
}

static void say_side(const AnalysisScreen *screen, int32_t place, const Str *labels) {
    static const AnalyseActionKind KINDS[ANALYSING_SIDES] = {ANALYSE_SIDE_A, ANALYSE_SIDE_B};
    Ui *ui = screen->ui;
    const Analysing *analysing = &screen->player->analysing;
    const Analysis *analysis = side_of(screen, place);
    Str name = ui_words(ui, place == 0 ? TR("The one") : TR("The other"));
    ui_box_begin(ui, (UiBox){.key = S("side"), .index = place, .width = UI_GROW, .gap = 4});
    int32_t now = analysing->chosen[place];
    int32_t wanted = ui_combo(ui, S("which"), name, labels, analysing->sides.count, now);
    if (wanted != now) {
        screen_want_analysis(screen->action, KINDS[place], wanted);
    }
    Str sessions = screen_analysis_plural(screen, TRP("{0} session", "{0} sessions"), analysis->sessions);
    Str people = screen_analysis_plural(screen, TRP("{0} person", "{0} people"), (int32_t)analysis->people);
    Str told = analysis->sessions > 0 ? str_format(ui_arena(ui), "%.*s · %.*s", S_ARG(sessions), S_ARG(people))
                                      : ui_words(ui, TR("Fewer than five people were there: nothing is told of them."));
    ui_text(ui, (UiText){.text = told, .style = TEXT_SMALL, .color = COLOR_SOFT});
    ui_box_end(ui);
}

static void say_sides(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const AnalysingSides *sides = &screen->player->analysing.sides;
    Str *labels = arena_push(ui_arena(ui), Str, sides->count);
    for (int32_t i = 0; i < sides->count; i++) {
        labels[i] = side_label(screen, &sides->rows[i]);
    }
    ui_box_begin(ui, (UiBox){.flow = screen->wide ? UI_ROW : UI_COLUMN, .gap = 16});
    for (int32_t place = 0; place < ANALYSING_SIDES; place++) {
        say_side(screen, place, labels);
    }
    ui_box_end(ui);
}

static FiguresOf figures_of(const AnalysisScreen *screen, int32_t place) {
    FiguresOf of = screen->of;
    of.analysis = &screen->job->compared[place];
    return of;
}

static Str step_told(const AnalysisScreen *screen, int32_t place, const AnalysisStep *step) {
    FiguresOf of = figures_of(screen, place);
    Str answer = figures_step_text(&of, step);
    return UI_FORMAT(screen->ui, TR("{0}: {1}"), side_label(screen, &screen->job->sides[place]),
                     answer.len > 0 ? answer : ui_words(screen->ui, TR("an answer for themselves")));
}

// Of the ways that most took on each side: up to there they are the same, so what parted them is this answer.
static void say_parting(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const Analysis *one = side_of(screen, 0), *other = side_of(screen, 1);
    const AnalysisWay *a = &one->ways.rows[0], *b = &other->ways.rows[0];
    int32_t at = analysis_parting(a, b) - 1;
    bool several = one->ways.count > 1 || other->ways.count > 1;
    Str title = ui_words(ui, TR("Where they part first"));
    ui_card_begin(ui, (UiBox){.key = S("parting"), .gap = 6, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    if (analysis_divergence(a, b) == 0) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("Nowhere: both went the same way to the end.")), .live = true});
    } else if (at < 0) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("As far as both came, they went the same way.")), .live = true});
    } else {
        ui_text(
            ui,
            (UiText){.text = screen_analysis_decision(screen, a->steps[at].scene), .style = TEXT_STRONG, .live = true});
        ui_text(ui, (UiText){.text = step_told(screen, 0, &a->steps[at]), .live = true});
        ui_text(ui, (UiText){.text = step_told(screen, 1, &b->steps[at]), .live = true});
        ui_text(ui, (UiText){.text = ui_words(ui, TR("What did each of them see that the others did not?")),
                             .style = TEXT_NOTE,
                             .live = true});
    }
    if (several) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("Of each, the way that most of its sessions took counts here; of "
                                                     "several, the first.")),
                             .style = TEXT_SMALL,
                             .color = COLOR_SOFT});
    }
    ui_card_end(ui);
}

static Str followed_told(const AnalysisScreen *screen, int32_t place, const AnalysisDecision *decision) {
    Ui *ui = screen->ui;
    FiguresOf of = figures_of(screen, place);
    const Scenario *scenario = screen->analysis->scenario;
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[decision->scene].ask];
    StrBuilder told = {.arena = ui_arena(ui)};
    for (int32_t i = 0; i < decision->options.count; i++) {
        int32_t followed = decision->options.rows[i].followed;
        Str answer = figures_answer_text(&of, ask, i);
        if (followed > 0) {
            str_add(&told, told.count > 0 ? S(", ") : S(""));
            str_add(&told, decision->sessions == 1
                               ? answer
                               : UI_FORMAT(ui, TR("{0} ({1} of {2})"), answer, ui_number(ui, followed),
                                           ui_number(ui, decision->sessions)));
        }
    }
    return told.count > 0 ? str_built(&told) : S("–");
}

// What was followed, then how far the votes agreed, and which vote that is.
static Str cell_of(const AnalysisScreen *screen, int32_t place, SceneId scene) {
    Ui *ui = screen->ui;
    const AnalysisDecision *decision = analysis_find(side_of(screen, place), scene);
    if (!decision) {
        return ui_words(ui, TR("did not come here"));
    }
    Figure agreement = analysis_agreement(debate_vote(decision));
    Str followed = followed_told(screen, place, decision);
    if (agreement.lack != LACK_NONE) {
        return followed;
    }
    bool after = decision->votes[ANALYSIS_AFTER].sessions > 0;
    Str source = after ? TR("{0}; agreement after the talk: {1}") : TR("{0}; agreement before the talk: {1}");
    return UI_FORMAT(ui, source, followed, screen_analysis_percent(screen, agreement.value));
}

static void say_decisions(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const Analysis *analysis = screen->analysis;
    static const int32_t SHARES[COLUMNS] = {1, 1, 1};
    Str title = ui_words(ui, TR("Decision by decision"));
    Str *heads = arena_push(ui_arena(ui), Str, COLUMNS);
    Str *cells = arena_push(ui_arena(ui), Str, COLUMNS * analysis->decisions.count);
    heads[0] = ui_words(ui, TR("Decision"));
    heads[1] = side_label(screen, &screen->job->sides[0]);
    heads[2] = side_label(screen, &screen->job->sides[1]);
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        SceneId scene = analysis->decisions.rows[i].scene;
        Str *row = cells + (ptrdiff_t)COLUMNS * i;
        row[0] = screen_analysis_decision(screen, scene);
        row[1] = cell_of(screen, 0, scene);
        row[2] = cell_of(screen, 1, scene);
    }
    view_table_card(ui, S("both"),
                    &(ViewTable){.key = S("table"),
                                 .name = title,
                                 .columns = heads,
                                 .column_count = COLUMNS,
                                 .cells = cells,
                                 .row_count = analysis->decisions.count,
                                 .shares = SHARES});
}

void screen_analysis_compare(const AnalysisScreen *screen) {
    say_sides(screen);
    if (side_of(screen, 0)->sessions > 0 && side_of(screen, 1)->sessions > 0) {
        say_parting(screen);
        say_decisions(screen);
    }
}
