// For who writes the situation: answers that nobody chose, or all did, and marks that the panel contests.
#include "player/screen_analysis.h"

#include "session/response.h"
#include "view/view_table.h"

enum { COLUMNS = 2 };

typedef struct {
    const AnalysisScreen *screen;
    ROWS_OF(Str) cells;
    bool open; // a hidden count leaves more of it open
} Facts;

static void add(Facts *facts, const AnalysisDecision *decision, Str fact) {
    Arena *arena = ui_arena(facts->screen->ui);
    *rows_append(arena, &facts->cells) = screen_analysis_decision(facts->screen, decision->scene);
    *rows_append(arena, &facts->cells) = fact;
}

static void add_options(Facts *facts, const AnalysisDecision *decision) {
    Ui *ui = facts->screen->ui;
    const Scenario *scenario = facts->screen->analysis->scenario;
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[decision->scene].ask];
    for (int32_t i = 0; i < decision->options.count; i++) {
        const AnalysisOption *option = &decision->options.rows[i];
        Str answer = ui_plain_text(ui, figures_answer_text(&facts->screen->of, ask, i));
        if (option->never || option->always) {
            add(facts, decision, UI_FORMAT(ui, option->never ? TR("Nobody chose: {0}") : TR("All chose: {0}"), answer));
        }
        facts->open = facts->open || option->open;
    }
}

static void add_panel(Facts *facts, const AnalysisDecision *decision) {
    Ui *ui = facts->screen->ui;
    if (decision->contested) {
        add(facts, decision,
            ui_words(ui, TR("More colleagues of the panel gave another answer than one with the author’s mark.")));
    }
    if (decision->flips) {
        add(facts, decision,
            ui_words(ui, TR("With the panel’s answer as the mark, most sessions would turn from right to wrong, or the "
                            "other way round.")));
    }
}

static void say_table(const AnalysisScreen *screen, const Facts *facts, Str title) {
    static const int32_t SHARES[COLUMNS] = {2, 5};
    Ui *ui = screen->ui;
    Str *heads = arena_push(ui_arena(ui), Str, COLUMNS);
    heads[0] = ui_words(ui, TR("Decision"));
    heads[1] = ui_words(ui, TR("What is to be seen"));
    view_table(ui, &(ViewTable){.key = S("table"),
                                .name = title,
                                .columns = heads,
                                .column_count = COLUMNS,
                                .cells = facts->cells.rows,
                                .row_count = facts->cells.count / COLUMNS,
                                .shares = SHARES});
}

void screen_analysis_author(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const Analysis *analysis = screen->analysis;
    Str title = ui_words(ui, TR("For who writes the situation"));
    Facts facts = {.screen = screen};
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        add_options(&facts, &analysis->decisions.rows[i]);
        if (!response_waits(analysis->scenario)) {
            add_panel(&facts, &analysis->decisions.rows[i]);
        }
    }
    ui_card_begin(ui, (UiBox){.key = S("author"), .gap = 8, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    if (facts.cells.count > 0) {
        say_table(screen, &facts, title);
    } else if (!facts.open) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("Every answer was chosen by somebody, none by all, and the panel "
                                                     "contests no mark."))});
    }
    if (facts.open) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("Of some answers a hidden count leaves open whether anybody chose "
                                                     "them.")),
                             .style = TEXT_SMALL,
                             .color = COLOR_SOFT});
    }
    ui_card_end(ui);
}
