// Which decisions split, in words first; and one of them before and after the talk.
#include "player/screen_analysis.h"

#include "group/ballot.h"
#include "view/view_table.h"
#include "view/view_votes.h"

#include <stdlib.h>

enum { AT_ONCE = 3, ROW_RADIUS = 12, PERMILLE = 1000, TEN = 10, COLUMNS = 5 };

static bool has_cells(const AnalysisVote *vote) {
    return vote->sessions > 0;
}

static bool has_votes(const AnalysisDecision *decision) {
    return has_cells(&decision->votes[ANALYSIS_BEFORE]) || has_cells(&decision->votes[ANALYSIS_AFTER]);
}

const AnalysisDecision *screen_analysis_find_drawn(const AnalysisScreen *screen) {
    const Analysis *analysis = screen->analysis;
    const AnalysisDecision *chosen = analysis_find(analysis, screen->player->analysing.decision);
    if (chosen) {
        return chosen;
    }
    for (int32_t i = 0; i < screen->debate.count; i++) {
        if (has_votes(screen->debate.rows[i])) {
            return screen->debate.rows[i];
        }
    }
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        if (has_votes(&analysis->decisions.rows[i])) {
            return &analysis->decisions.rows[i];
        }
    }
    return NULL;
}

static bool is_after(const AnalysisDecision *decision) {
    return decision->votes[ANALYSIS_AFTER].sessions > 0;
}

static Str sentence_of(const AnalysisScreen *screen, const AnalysisDecision *decision, uint32_t reasons) {
    Ui *ui = screen->ui;
    Str source = {0};
    switch (agenda_heaviest(reasons)) {
    case AGENDA_SURE_BUT_FAR:
        source = TR("Groups were sure of themselves, and far from what the panel answered.");
        break;
    case AGENDA_CHANGED: {
        int32_t tenths = (int32_t)(decision->shift.value * (double)TEN + 1.0 / 2);
        return UI_FORMAT(ui, TR("The talk moved {0} votes in ten."), ui_number(ui, tenths));
    }
    case AGENDA_SPLIT:
        source = debate_vote(decision)->dispersion.lack != LACK_NONE ? TR("The groups did not follow the same answer.")
                 : is_after(decision) ? TR("Opinions stayed divided, also after the talk.")
                                      : TR("Opinions were divided; there was no second vote.");
        break;
    case AGENDA_FAR:
        source = TR("The groups and the panel did not answer alike.");
        break;
    case AGENDA_MINORITY:
    case AGENDA_REASON_COUNT:
        break;
    }
    return source.len > 0 ? ui_words(ui, source) : (Str){0};
}

static UiTint tint_of(double agreement) {
    static const double LOW = 0.4, FAIR = 0.7;
    return agreement < LOW ? UI_TINT_TERRACOTTA : agreement < FAIR ? UI_TINT_OCHRE : UI_TINT_TEAL;
}

static Str agreement_name(const AnalysisScreen *screen, const AnalysisDecision *decision) {
    return ui_words(screen->ui, is_after(decision) ? TR("Agreement at the vote after the talk")
                                                   : TR("Agreement at the vote before the talk"));
}

static Str changed_words(const AnalysisScreen *screen, const AnalysisDecision *decision) {
    return UI_FORMAT(screen->ui, TR("Changed their mind from one vote to the other: {0}"),
                     screen_analysis_figure(screen, decision->shift));
}

// What groups followed is no count of people: it can be told where votes are hidden.
static void say_followed(const AnalysisScreen *screen, const AnalysisDecision *decision) {
    Ui *ui = screen->ui;
    int32_t most = 0;
    for (int32_t i = 0; i < decision->options.count; i++) {
        most = decision->options.rows[i].followed > most ? decision->options.rows[i].followed : most;
    }
    if (debate_groups(screen->analysis, decision).lack == LACK_NONE) {
        int32_t permille = most * PERMILLE / decision->sessions;
        ui_meter(ui, (UiMeter){.name = ui_words(ui, TR("Groups that followed the same answer")),
                               .word = UI_FORMAT(ui, TR("{0} of {1}"), ui_number(ui, most),
                                                 ui_number(ui, decision->sessions)),
                               .permille = permille,
                               .tint = (int32_t)tint_of((double)permille / (double)PERMILLE)});
    }
}

static int32_t permille_of(const DisclosedCell *cell) {
    return cell->of == 0  ? VIEW_VOTES_NONE
           : cell->hidden ? VIEW_VOTES_HIDDEN
                          : (int32_t)(cell->hands * PERMILLE / cell->of);
}

static bool shows_shares(const AnalysisDecision *decision) {
    for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
        for (int32_t place = 0; place < TALLY_PLACES; place++) {
            if (permille_of(&decision->votes[round].counts.cells[0][place]) >= 0) {
                return true;
            }
        }
    }
    return false;
}

static void say_figures(const AnalysisScreen *screen, const AnalysisDecision *decision) {
    Ui *ui = screen->ui;
    Figure agreement = analysis_agreement(debate_vote(decision));
    Str word = screen_analysis_figure(screen, agreement), name = agreement_name(screen, decision);
    if (agreement.lack == LACK_NONE) {
        ui_meter(ui, (UiMeter){.name = name,
                               .word = word,
                               .permille = (int32_t)(agreement.value * (double)PERMILLE),
                               .tint = (int32_t)tint_of(agreement.value)});
    } else {
        say_followed(screen, decision);
    }
    if (!has_votes(decision)) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("No vote was taken.")), .style = TEXT_SMALL, .color = COLOR_SOFT});
        return;
    }
    if (agreement.lack == LACK_HIDDEN) {
        Str hidden = ui_words(ui, shows_shares(decision) ? TR("Part of how people voted is hidden.")
                                                         : TR("How people voted is hidden."));
        ui_text(ui, (UiText){.text = hidden, .style = TEXT_SMALL, .color = COLOR_SOFT});
    }
    if (decision->shift.lack == LACK_NONE) {
        ui_text(ui, (UiText){.text = changed_words(screen, decision), .style = TEXT_SMALL});
    }
}

// In words, then in figures; pressed, its votes are shown below.
static void say_row(const AnalysisScreen *screen, const AnalysisDecision *decision, uint32_t reasons) {
    Ui *ui = screen->ui;
    UiId id = ui_id(ui, S("decision"), decision->scene);
    bool drawn = decision == screen->drawn;
    Str title = screen_analysis_decision(screen, decision->scene);
    ui_box_begin(ui, (UiBox){.key = S("decision"),
                             .index = decision->scene,
                             .gap = 3,
                             .padding = UI_PAD2(12, 9),
                             .radius = ROW_RADIUS,
                             .fill = ui_is_hovered(ui, id) ? COLOR_RAISED : COLOR_NONE,
                             .stroke = drawn ? COLOR_TEAL : COLOR_LINE,
                             .stroke_width = drawn ? 2 : 0,
                             .role = ROLE_RADIO,
                             .name = title,
                             .checked = drawn,
                             .focusable = true});
    ui_text(ui, (UiText){.text = title, .style = TEXT_STRONG, .role = UI_SILENT});
    if (reasons != 0) {
        ui_text(ui, (UiText){.text = sentence_of(screen, decision, reasons)});
    }
    say_figures(screen, decision);
    ui_box_end(ui);
    if (ui_pressed(ui, id)) {
        screen_want_analysis(screen->action, ANALYSE_DECISION, decision->scene);
    }
}

static bool is_debated(const AnalysisScreen *screen, const AnalysisDecision *decision) {
    for (int32_t i = 0; i < screen->debate.count; i++) {
        if (screen->debate.rows[i] == decision) {
            return true;
        }
    }
    return false;
}

static int compare(const void *first, const void *second) {
    const AnalysisDecision *a = *(const AnalysisDecision *const *)first, *b = *(const AnalysisDecision *const *)second;
    Figure one = analysis_agreement(debate_vote(a)), other = analysis_agreement(debate_vote(b));
    bool lacks = one.lack != LACK_NONE, other_lacks = other.lack != LACK_NONE;
    return lacks != other_lacks                 ? lacks - other_lacks
           : !lacks && one.value != other.value ? (one.value > other.value) - (one.value < other.value)
                                                : a->scene - b->scene;
}

// The others, those with the least agreement first.
static void say_others(const AnalysisScreen *screen, int32_t most) {
    int32_t count = 0, all = screen->analysis->decisions.count;
    const AnalysisDecision **rows = arena_push(ui_arena(screen->ui), const AnalysisDecision *, all);
    for (int32_t i = 0; i < all; i++) {
        const AnalysisDecision *decision = &screen->analysis->decisions.rows[i];
        if (!is_debated(screen, decision)) {
            rows[count++] = decision;
        }
    }
    if (count > 0) {
        qsort(rows, (size_t)count, sizeof *rows, compare);
    }
    for (int32_t i = 0; i < count && i < most; i++) {
        say_row(screen, rows[i], 0);
    }
}

void screen_analysis_decisions(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    Str title = ui_words(ui, TR("Decisions worth a debate"));
    int32_t all = screen->analysis->decisions.count;
    bool unfolded = screen->player->analysing.all;
    ui_card_begin(ui, (UiBox){.key = S("decisions"), .gap = 10, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    if (screen->debate.count == 0) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("No decision stands out: groups agreed, or their votes cannot be "
                                                     "told."))});
    }
    for (int32_t i = 0; i < screen->debate.count; i++) {
        say_row(screen, screen->debate.rows[i], screen->debate.reasons[i]);
    }
    int32_t shown = screen->debate.count > 0 ? screen->debate.count : AT_ONCE;
    say_others(screen, unfolded ? all : shown - screen->debate.count);
    if (all > shown) {
        Str text = unfolded
                       ? ui_words(ui, TR("Show fewer"))
                       : screen_analysis_plural(screen, TRP("Show all {0} decisions", "Show all {0} decisions"), all);
        ui_box_begin(ui, (UiBox){.flow = UI_WRAP});
        if (ui_button(ui, (UiButton){.key = S("all"), .text = text, .kind = BUTTON_QUIET})) {
            screen_want_analysis(screen->action, ANALYSE_ALL, !unfolded);
        }
        ui_box_end(ui);
    }
    ui_card_end(ui);
}

static const Ask *ask_of(const AnalysisScreen *screen) {
    const Scenario *scenario = screen->analysis->scenario;
    return &scenario->asks.rows[scenario->scenes.rows[screen->drawn->scene].ask];
}

static void say_chart(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const AnalysisDecision *drawn = screen->drawn;
    ViewVotes votes = {.name = ui_words(ui, TR("Before and after the talk")),
                       .heads = {ui_words(ui, TR("before the talk")), ui_words(ui, TR("after the talk"))}};
    for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
        const AnalysisVote *vote = &drawn->votes[round];
        votes.rounds[round] = has_cells(vote);
        votes.count = votes.rounds[round] && vote->counts.places > votes.count ? vote->counts.places : votes.count;
        for (int32_t place = 0; place < VIEW_VOTES_MOST; place++) {
            votes.shares[round][place] = permille_of(&vote->counts.cells[0][place]);
        }
    }
    view_votes(ui, &votes);
    for (int32_t place = 0; place < votes.count; place++) {
        Str letter = str_format(ui_arena(ui), "%c", 'A' + place);
        Str text = figures_answer_text(&screen->of, ask_of(screen), place);
        ui_text(ui,
                (UiText){.text = UI_FORMAT(ui, TR("{0} · {1}"), letter, text), .style = TEXT_SMALL, .marked = true});
    }
}

static Str vote_cell(const AnalysisScreen *screen, AnalysisRound round, int32_t row, int32_t place) {
    Ui *ui = screen->ui;
    const DisclosedCell *cell = &screen->drawn->votes[round].counts.cells[row][place];
    if (cell->of == 0 || cell->hidden) {
        return cell->hidden ? ui_words(ui, TR("hidden")) : S("–");
    }
    Interval interval = stats_wilson(cell->hands, cell->of);
    return UI_FORMAT(ui, TR("{0} of {1}: {2} ({3} – {4})"), ui_number(ui, cell->hands), ui_number(ui, cell->of),
                     screen_analysis_percent(screen, (double)cell->hands / (double)cell->of),
                     screen_analysis_percent(screen, interval.low), screen_analysis_percent(screen, interval.high));
}

static Str name_cell(const AnalysisScreen *screen, int32_t row, int32_t place) {
    const Ask *ask = ask_of(screen);
    Str text = figures_answer_text(&screen->of, ask, place);
    if (ask->items.count > 0) {
        const Scenario *scenario = screen->analysis->scenario;
        return UI_FORMAT(screen->ui, TR("{0}: {1}"), scenario->items.rows[ask->items.first + row].text, text);
    }
    Str letter = str_format(ui_arena(screen->ui), "%c", 'A' + place);
    return place == DISCLOSED_ABSTAINED ? text : UI_FORMAT(screen->ui, TR("{0} · {1}"), letter, text);
}

static bool is_told(const AnalysisDecision *decision, int32_t row, int32_t place) {
    const DisclosedCell *before = &decision->votes[ANALYSIS_BEFORE].counts.cells[row][place];
    const DisclosedCell *after = &decision->votes[ANALYSIS_AFTER].counts.cells[row][place];
    bool counts = before->hands + after->hands > 0 || before->hidden || after->hidden;
    return place == DISCLOSED_ABSTAINED ? counts : before->of + after->of > 0;
}

static void add_cells(const AnalysisScreen *screen, int32_t row, int32_t place, Str *cells) {
    Ui *ui = screen->ui;
    const AnalysisDecision *drawn = screen->drawn;
    const AnalysisOption *option = place < drawn->options.count ? &drawn->options.rows[place] : NULL;
    cells[0] = name_cell(screen, row, place);
    cells[1] = vote_cell(screen, ANALYSIS_BEFORE, row, place);
    cells[2] = vote_cell(screen, ANALYSIS_AFTER, row, place);
    cells[3] = option ? UI_FORMAT(ui, TR("{0} of {1}"), ui_number(ui, option->followed), ui_number(ui, option->offered))
                      : S("–");
    cells[4] = option && drawn->panel_size > 0 ? ui_number(ui, option->panel) : S("–");
}

static void say_table(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const AnalysisDecision *drawn = screen->drawn;
    const Str HEADS[COLUMNS] = {ui_words(ui, TR("Answer")), ui_words(ui, TR("Votes before the talk")),
                                ui_words(ui, TR("Votes after the talk")), ui_words(ui, TR("Sessions that followed it")),
                                ui_words(ui, TR("Panel"))};
    static const int32_t SHARES[COLUMNS] = {5, 6, 6, 4, 2};
    Str *heads = arena_push(ui_arena(ui), Str, COLUMNS);
    for (int32_t i = 0; i < COLUMNS; i++) {
        heads[i] = HEADS[i];
    }
    Str *cells = arena_push(ui_arena(ui), Str, LIMIT_ITEMS * DISCLOSED_CELLS * COLUMNS);
    int32_t count = 0, rows = debate_vote(drawn)->counts.rows;
    for (int32_t row = 0; row < rows; row++) {
        for (int32_t place = 0; place < DISCLOSED_CELLS; place++) {
            if (is_told(drawn, row, place)) {
                add_cells(screen, row, place, cells + (ptrdiff_t)COLUMNS * count++);
            }
        }
    }
    view_table(ui, &(ViewTable){.key = S("votes"),
                                .name = ui_words(ui, TR("Answers, and where each share may lie (interval of 95 %)")),
                                .columns = heads,
                                .column_count = COLUMNS,
                                .cells = cells,
                                .row_count = count,
                                .shares = SHARES});
}

// Two votes of other groups than the first one's say less of the talk than they seem to.
static void say_unpaired(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const AnalysisDecision *drawn = screen->drawn;
    int32_t before = drawn->votes[ANALYSIS_BEFORE].sessions, after = drawn->votes[ANALYSIS_AFTER].sessions;
    if (before != drawn->paired || after != drawn->paired) {
        ui_text(ui,
                (UiText){.text = UI_FORMAT(ui,
                                           TR("Sessions with a vote before the talk: {0}; after it: {1}; both "
                                              "times: {2}."),
                                           ui_number(ui, before), ui_number(ui, after), ui_number(ui, drawn->paired)),
                         .style = TEXT_SMALL,
                         .color = COLOR_SOFT});
    }
}

static uint32_t reasons_of(const AnalysisScreen *screen) {
    for (int32_t i = 0; i < screen->debate.count; i++) {
        if (screen->debate.rows[i] == screen->drawn) {
            return screen->debate.reasons[i];
        }
    }
    return 0;
}

// Where all counts are hidden: what the groups followed.
static void say_groups(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const AnalysisDecision *drawn = screen->drawn;
    ui_text(ui, (UiText){.text = ui_words(ui, TR("These groups are so small that all counts of this vote are hidden. "
                                                 "This is what they followed, each as one answer:")),
                         .style = TEXT_SMALL});
    for (int32_t i = 0; i < drawn->options.count; i++) {
        const AnalysisOption *option = &drawn->options.rows[i];
        ui_meter(ui, (UiMeter){.name = name_cell(screen, 0, i),
                               .word = screen_analysis_sessions(screen, option->followed, drawn->sessions),
                               .permille = option->followed * PERMILLE / drawn->sessions,
                               .tint = UI_TINT_TEAL});
    }
}

static void say_nothing(const AnalysisScreen *screen) {
    ui_text(screen->ui, (UiText){.text = ui_words(screen->ui, TR("No vote can be shown here: none was taken, or all "
                                                                 "counts are hidden."))});
}

static void say_drawn(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    uint32_t reasons = reasons_of(screen);
    bool charted = debate_vote(screen->drawn)->counts.rows == 1;
    ui_text(ui, (UiText){.text = screen_analysis_decision(screen, screen->drawn->scene), .style = TEXT_STRONG});
    if (reasons != 0) {
        ui_text(ui, (UiText){.text = ui_words(ui, agenda_question(agenda_heaviest(reasons))), .style = TEXT_NOTE});
    }
    if (charted && shows_shares(screen->drawn)) {
        say_chart(screen);
    } else if (charted && screen->drawn->sessions > 0) {
        say_groups(screen);
    } else if (charted) {
        say_nothing(screen);
    }
    say_unpaired(screen);
    if (!charted || screen_analysis_table(screen, ANALYSING_VOTES, ui_words(ui, TR("Before and after the talk")))) {
        say_table(screen);
    }
}

void screen_analysis_votes(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    Str title = ui_words(ui, TR("Before and after the talk"));
    ui_card_begin(ui, (UiBox){.key = S("votes"), .gap = 8, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    if (screen->drawn && has_votes(screen->drawn)) {
        say_drawn(screen);
    } else {
        say_nothing(screen);
    }
    ui_card_end(ui);
}
