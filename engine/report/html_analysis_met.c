// What was met on the ways, what moved between the votes, and the profiles of the ways, in tables.
#include "report/html_analysis_inside.h"

// The rows of one kind, or of two; true: there are some.
static bool has_met(const Analysis *analysis, AnalysisMetKind from, AnalysisMetKind to) {
    for (int32_t i = 0; i < analysis->met.count; i++) {
        if (analysis->met.rows[i].kind >= from && analysis->met.rows[i].kind <= to) {
            return true;
        }
    }
    return false;
}

static void add_met_name(Sheet *sheet, const AnalysisMet *met) {
    const Scenario *scenario = sheet_scenario(sheet);
    switch (met->kind) {
    case ANALYSIS_TRAP:
        sheet_add_part(sheet, WORDS_PART(figures_tag_name(sheet->of, scenario_name(scenario, met->of))));
        break;
    case ANALYSIS_ATTITUDE:
        sheet_add_part(sheet, WORDS_PART(figures_tag_name(sheet->of, figures_attitude_id((Attitude)met->of))));
        break;
    case ANALYSIS_DETECTOR:
        sheet_add_case(sheet, scenario->detectors.rows[met->of].name);
        break;
    case ANALYSIS_MUST:
    case ANALYSIS_AVOID:
        sheet_add_case(sheet, figures_title(sheet->of, met->of));
        break;
    }
}

static void add_met(Sheet *sheet) {
    static const Str KINDS[] = {[ANALYSIS_TRAP] = TR_INIT("trap"),
                                [ANALYSIS_ATTITUDE] = TR_INIT("attitude"),
                                [ANALYSIS_DETECTOR] = TR_INIT("in own words")};
    static const Str COLUMNS[] = {TR_INIT("Met on the ways"), TR_INIT("What it is"), TR_INIT("Sessions"),
                                  TR_INIT("Times"), S_INIT("")};
    const Analysis *analysis = &sheet->of->analysis->told;
    if (!has_met(analysis, ANALYSIS_TRAP, ANALYSIS_DETECTOR)) {
        return;
    }
    sheet_begin_columns(sheet, "wide", TR("Traps, attitudes and what was noticed in own words"), COLUMNS);
    for (int32_t i = 0; i < analysis->met.count && analysis->met.rows[i].kind <= ANALYSIS_DETECTOR; i++) {
        const AnalysisMet *met = &analysis->met.rows[i];
        sheet_add(sheet, "<tr><th scope=\"row\">");
        add_met_name(sheet, met);
        sheet_add(sheet, "</th>");
        sheet_add_cell(sheet, WORDS_PART(sheet_words(sheet, KINDS[met->kind])));
        sheet_add_cell(sheet, COUNT_PART(met->sessions));
        sheet_add_cell(sheet, COUNT_PART(met->times));
        sheet_end_row(sheet);
    }
    sheet_end_table(sheet);
}

static void add_steps(Sheet *sheet) {
    static const Str COLUMNS[] = {TR_INIT("Step"), TR_INIT("What it is"), TR_INIT("Sessions that came through it"),
                                  S_INIT("")};
    const Analysis *analysis = &sheet->of->analysis->told;
    if (!has_met(analysis, ANALYSIS_MUST, ANALYSIS_AVOID)) {
        return;
    }
    sheet_begin_columns(sheet, "wide", TR("Steps to take, steps to avoid"), COLUMNS);
    for (int32_t i = 0; i < analysis->met.count; i++) {
        const AnalysisMet *met = &analysis->met.rows[i];
        if (met->kind >= ANALYSIS_MUST) {
            Str kind = met->kind == ANALYSIS_MUST ? TR("to take") : TR("to avoid");
            sheet_add(sheet, "<tr><th scope=\"row\">");
            add_met_name(sheet, met);
            sheet_add(sheet, "</th>");
            sheet_add_cell(sheet, WORDS_PART(sheet_words(sheet, kind)));
            sheet_add_cell(sheet, COUNT_PART(met->sessions));
            sheet_end_row(sheet);
        }
    }
    sheet_end_table(sheet);
}

// Of all moves that may have been made only those that somebody must have made: the others fill a page.
static bool is_sure(const AnalysisMove *move) {
    return move->low > 0 && move->from != move->to;
}

static int32_t count_sure(const Analysis *analysis) {
    int32_t count = 0;
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        for (int32_t j = 0; j < analysis->decisions.rows[i].moves.count; j++) {
            count += is_sure(&analysis->decisions.rows[i].moves.rows[j]);
        }
    }
    return count;
}

static void add_move(Sheet *sheet, const AnalysisDecision *decision, const AnalysisMove *move) {
    sheet_add(sheet, "<tr><th scope=\"row\">");
    sheet_add_decision(sheet, decision->scene);
    sheet_add(sheet, "</th>");
    sheet_add_cell(sheet, CASE_PART(figures_move_text(sheet->of, sheet_ask(sheet, decision->scene), move)));
    sheet_add_cell(sheet, COUNT_PART(move->low));
    sheet_add_cell(sheet, COUNT_PART(move->high));
    sheet_add_cell(sheet, COUNT_PART(decision->moved));
    sheet_add_cell(sheet, COUNT_PART(decision->moved_apart));
    sheet_end_row(sheet);
}

static void add_moves(Sheet *sheet) {
    static const Str COLUMNS[] = {TR_INIT("Decision"),
                                  TR_INIT("From … to …"),
                                  TR_INIT("People, at least"),
                                  TR_INIT("… at most"),
                                  TR_INIT("Sessions"),
                                  TR_INIT("… with sub-groups"),
                                  S_INIT("")};
    const Analysis *analysis = &sheet->of->analysis->told;
    if (count_sure(analysis) == 0) {
        return;
    }
    sheet_begin_columns(sheet, "wide", TR("Who must have moved between the votes"), COLUMNS);
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        const AnalysisDecision *decision = &analysis->decisions.rows[i];
        for (int32_t j = 0; j < decision->moves.count; j++) {
            if (is_sure(&decision->moves.rows[j])) {
                add_move(sheet, decision, &decision->moves.rows[j]);
            }
        }
    }
    sheet_end_table(sheet);
    sheet_add_words(sheet, "p", "small",
                    TR("Nobody’s two answers are known: these are the bounds that the counts leave, of the whole room, "
                       "or of each sub-group where both votes were counted by sub-group."));
}

void sheet_add_met(Sheet *sheet) {
    add_met(sheet);
    add_steps(sheet);
    add_moves(sheet);
}

// Competencies stand side by side, as many as a sheet has room for.
void sheet_add_profiles(Sheet *sheet) {
    enum { BESIDE = 5 };
    const Analysis *analysis = &sheet->of->analysis->told;
    const Scenario *scenario = sheet_scenario(sheet);
    for (CompetencyId from = 1; from < scenario->competencies.count; from += BESIDE) {
        int32_t last = from + BESIDE < scenario->competencies.count ? from + BESIDE : scenario->competencies.count;
        sheet_begin_table(sheet, "ways", TR("Profiles of the ways: share of the marks, by first answers"));
        sheet_add_column(sheet, WORDS_PART(sheet_words(sheet, TR("Way, the most taken first"))));
        for (CompetencyId c = from; c < last; c++) {
            sheet_add_column(sheet, CASE_PART(scenario->competencies.rows[c].name));
        }
        sheet_end_head(sheet);
        for (int32_t i = 0; i < analysis->ways.count; i++) {
            sheet_add(sheet, "<tr><th scope=\"row\">");
            sheet_add_part(sheet, COUNT_PART(i + 1));
            sheet_add(sheet, "</th>");
            for (CompetencyId c = from; c < last; c++) {
                sheet_add_share_cell(sheet, figures_profile(&analysis->ways.rows[i].profiles[c]));
            }
            sheet_end_row(sheet);
        }
        sheet_end_table(sheet);
    }
}
