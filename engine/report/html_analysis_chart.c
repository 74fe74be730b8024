// One decision before and after the talk: a bar for each answer and vote, with its interval.
#include "report/figures_words.h"
#include "report/html_analysis_inside.h"

enum {
    WIDE = 720,
    LEFT = 34,
    BAR = 11,
    GAP = 3,
    ROW = 2 * BAR + 2 * GAP + 8,
    RIGHT = 620,
    NUMBER = 640,
    TOP = 8,
    FOOT = 22
};

static bool has_bars(const AnalysisVote *vote) {
    if (vote->sessions == 0 || vote->counts.rows != 1) {
        return false;
    }
    for (int32_t place = 0; place < vote->counts.places; place++) {
        const DisclosedCell *cell = &vote->counts.cells[0][place];
        if (cell->of > 0 && !cell->hidden) {
            return true;
        }
    }
    return false;
}

static bool can_draw(const AnalysisDecision *decision) {
    return has_bars(&decision->votes[ANALYSIS_BEFORE]) || has_bars(&decision->votes[ANALYSIS_AFTER]);
}

// The one that is to be talked about first; else the first that can be drawn.
const AnalysisDecision *chart_find(const Sheet *sheet, const Debate *debate) {
    const Analysis *analysis = &sheet->of->analysis->told;
    for (int32_t i = 0; i < debate->count; i++) {
        if (can_draw(debate->rows[i])) {
            return debate->rows[i];
        }
    }
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        if (can_draw(&analysis->decisions.rows[i])) {
            return &analysis->decisions.rows[i];
        }
    }
    return NULL;
}

Str chart_letter(const Sheet *sheet, const Ask *ask, int32_t cell) {
    bool has = ask->items.count == 0 && cell != DISCLOSED_ABSTAINED;
    return has ? str_format(sheet->of->arena, "%c", 'A' + cell) : (Str){0};
}

static int32_t across(double share) {
    return LEFT + (int32_t)(share * (RIGHT - LEFT));
}

static void add_text(Sheet *sheet, int32_t y, double value, Str told) {
    Str exact = figures_number(sheet->of->arena, value, FIGURES_DECIMALS, '.');
    str_addf(&sheet->out, "<text data-value=\"%.*s\" x=\"%d\" y=\"%d\">", S_ARG(exact), NUMBER, y);
    html_add_text(&sheet->out, told);
    sheet_add(sheet, "</text>\n");
}

static Str percent(const Sheet *sheet, double value) {
    Str number = figures_number(sheet->of->arena, value, 0, '.');
    return catalog_format(sheet->of->arena, sheet->of->catalog, TR("{0} %"), &number, 1);
}

static double share_of(const DisclosedCell *cell) {
    return (double)cell->hands / (double)cell->of;
}

static void add_bar(Sheet *sheet, const DisclosedCell *cell, AnalysisRound round, int32_t y) {
    static const double HUNDRED = 100;
    enum { TICK = 3 };
    int32_t middle = y + BAR / 2, baseline = y + BAR - 2;
    if (cell->of == 0) {
        return;
    }
    if (cell->hidden) {
        str_addf(&sheet->out, "<text x=\"%d\" y=\"%d\" font-style=\"italic\">", LEFT + GAP, baseline);
        html_add_text(&sheet->out, sheet_words(sheet, TR("hidden")));
        sheet_add(sheet, "</text>\n");
        return;
    }
    Interval interval = stats_wilson(cell->hands, cell->of);
    int32_t low = across(interval.low), high = across(interval.high);
    str_addf(&sheet->out,
             "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" stroke=\"#1F6F6B\" stroke-width=\"2\"/>",
             LEFT, y, across(share_of(cell)) - LEFT, BAR, round == ANALYSIS_BEFORE ? "#FFF" : "#1F6F6B");
    str_addf(&sheet->out, "<path d=\"M%d,%dH%dM%d,%dv%dM%d,%dv%d\" stroke=\"#B8492F\" stroke-width=\"2\"/>\n", low,
             middle, high, low, middle - TICK, 2 * TICK, high, middle - TICK, 2 * TICK);
    add_text(sheet, baseline, share_of(cell) * HUNDRED, percent(sheet, share_of(cell) * HUNDRED));
}

// Tells the bars to who does not see them.
static void add_told(Sheet *sheet, const Ask *ask, const AnalysisVote *vote, Str round) {
    static const double HUNDRED = 100;
    html_add_text(&sheet->out, sheet_words(sheet, round));
    for (int32_t place = 0; place < vote->counts.places; place++) {
        const DisclosedCell *cell = &vote->counts.cells[0][place];
        if (cell->of > 0) {
            Str share = cell->hidden ? sheet_words(sheet, TR("hidden")) : percent(sheet, share_of(cell) * HUNDRED);
            const Str PARTS[] = {chart_letter(sheet, ask, place), share};
            html_add_text(&sheet->out, place == 0 ? S(" ") : S(", "));
            html_add_text(&sheet->out, catalog_format(sheet->of->arena, sheet->of->catalog, TR("{0} {1}"), PARTS, 2));
        }
    }
    sheet_add(sheet, ". ");
}

static void add_axis(Sheet *sheet, int32_t foot) {
    enum { QUARTERS = 4 };
    for (int32_t i = 0; i <= QUARTERS; i++) {
        int32_t x = LEFT + (RIGHT - LEFT) * i / QUARTERS;
        str_addf(&sheet->out, "<path d=\"M%d,%dV%d\" stroke=\"#E2DCD2\"/>\n", x, TOP, foot);
    }
    str_addf(&sheet->out, "<text class=\"axis\" x=\"%d\" y=\"%d\">", LEFT, foot + FOOT - GAP);
    html_add_text(&sheet->out, percent(sheet, 0));
    str_addf(&sheet->out, "</text>\n<text class=\"axis\" x=\"%d\" y=\"%d\" text-anchor=\"end\">", RIGHT,
             foot + FOOT - GAP);
    html_add_text(&sheet->out, percent(sheet, 100));
    sheet_add(sheet, "</text>\n");
}

static void add_legend(Sheet *sheet) {
    sheet_add(sheet, "<ul class=\"legend\"><li><span class=\"key\"></span> ");
    html_add_text(&sheet->out, sheet_words(sheet, TR("before the talk")));
    sheet_add(sheet, "</li><li><span class=\"key full\"></span> ");
    html_add_text(&sheet->out, sheet_words(sheet, TR("after the talk")));
    sheet_add(sheet, "</li><li><span class=\"key range\"></span> ");
    html_add_text(&sheet->out, sheet_words(sheet, TR("where the share may lie, so few people as there are (95 %)")));
    sheet_add(sheet, "</li></ul>\n");
}

void chart_add(Sheet *sheet, const AnalysisDecision *decision) {
    const AnalysisVote *before = &decision->votes[ANALYSIS_BEFORE], *after = &decision->votes[ANALYSIS_AFTER];
    const Ask *ask = sheet_ask(sheet, decision->scene);
    int32_t places = before->counts.places > after->counts.places ? before->counts.places : after->counts.places;
    int32_t foot = TOP + places * ROW;
    add_legend(sheet);
    sheet_add(sheet, "<svg role=\"img\" aria-label=\"");
    if (before->sessions > 0) {
        add_told(sheet, ask, before, TR("Before the talk:"));
    }
    if (after->sessions > 0) {
        add_told(sheet, ask, after, TR("After the talk:"));
    }
    str_addf(&sheet->out, "\" viewBox=\"0 0 %d %d\" font-size=\"14\" fill=\"#1D2B2F\">\n", WIDE, foot + FOOT);
    add_axis(sheet, foot);
    for (int32_t place = 0; place < places; place++) {
        int32_t y = TOP + place * ROW + GAP;
        str_addf(&sheet->out, "<text x=\"8\" y=\"%d\" font-weight=\"700\">%c</text>\n", y + BAR + GAP, 'A' + place);
        add_bar(sheet, &before->counts.cells[0][place], ANALYSIS_BEFORE, y);
        add_bar(sheet, &after->counts.cells[0][place], ANALYSIS_AFTER, y + BAR + GAP);
    }
    sheet_add(sheet, "</svg>\n");
}
