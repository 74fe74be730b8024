// The report of two texts of a case side by side: what was changed, then each decision with what was answered to both.
#include "analysis/versions.h"
#include "report/html_analysis_inside.h"

typedef struct {
    Sheet *sheet;
    const FiguresOf *of; // of both; sheet->of is that of the side that is told
    FiguresOf sides[FIGURES_SIDES];
    const VersionsDecision *decision;
    bool rounds[ANALYSIS_ROUNDS], followed;
} Pages;

static Str side_name(const Pages *pages, int32_t side) {
    return figures_side_name(pages->of, &pages->of->sides[side]);
}

static void add_side(Pages *pages, int32_t side) {
    Sheet *sheet = pages->sheet;
    const FiguresSide *row = &pages->of->sides[side];
    const Analysis *analysis = &row->analysis->told;
    sheet_add(sheet, "<p><b>");
    html_add_text(&sheet->out, sheet_words(sheet, side == 0 ? TR("Older text") : TR("Later text")));
    sheet_add(sheet, "</b> · ");
    sheet_add_plural(sheet, TRP("{0} session", "{0} sessions"), analysis->sessions);
    sheet_add(sheet, " · ");
    sheet_add_plural(sheet, TRP("{0} person", "{0} people"), (int32_t)analysis->people);
    sheet_add(sheet, " · ");
    sheet_add_days(sheet, row->first_day, row->last_day);
    sheet_add(sheet, "</p>\n");
}

static void add_header(Pages *pages) {
    Sheet *sheet = pages->sheet;
    sheet_add(sheet, "<header>\n");
    sheet_add_words(sheet, "p", "over", TR("Palabre · two texts of a situation side by side"));
    sheet_add(sheet, "<h1>");
    sheet_add_case(sheet, sheet_scenario(sheet)->title);
    sheet_add(sheet, "</h1>\n");
    add_side(pages, 0);
    add_side(pages, 1);
    sheet_add_counted(sheet);
    sheet_add(sheet, "</header>\n");
}

static bool hides(const Pages *pages) {
    return analysis_hides(&pages->of->sides[0].analysis->told) || analysis_hides(&pages->of->sides[1].analysis->told);
}

static void add_short(Pages *pages) {
    Sheet *sheet = pages->sheet;
    VersionsCount count = versions_count(pages->of->versions);
    const Part PARTS[] = {COUNT_PART(count.same), COUNT_PART(count.changed), COUNT_PART(count.alone)};
    sheet_add(sheet, "<section>\n");
    sheet_add_words(sheet, "h2", "", TR("In short"));
    sheet_add(sheet, "<p>");
    sheet_add_sentence(sheet, TR("Decisions that are the same in both texts: {0}; changed: {1}; in one alone: {2}."),
                       PARTS);
    sheet_add(sheet, "</p>\n");
    sheet_add_words(sheet, "p", "",
                    TR("Other people answered each text: a difference may be theirs as well as that of the words."));
    if (hides(pages)) {
        sheet_add_words(
            sheet, "p", "",
            TR("How fewer than five people answered is not told here, nor what would give it away: such counts are hidden."));
    }
    sheet_add(sheet, "</section>\n");
}

// By the words that it had last.
static void add_title(Pages *pages, const VersionsDecision *decision) {
    int32_t side = decision->scenes[1] != 0;
    pages->sheet->of = &pages->sides[side];
    sheet_add_decision(pages->sheet, decision->scenes[side]);
    pages->sheet->of = pages->of;
}

static void add_changed(Pages *pages) {
    Sheet *sheet = pages->sheet;
    sheet_add(sheet, "<section>\n");
    sheet_begin_table(sheet, "changed", TR("What was changed"));
    sheet_add_column(sheet, WORDS_PART(sheet_words(sheet, TR("Decision"))));
    sheet_add_column(sheet, WORDS_PART(sheet_words(sheet, TR("What was changed"))));
    for (int32_t side = 0; side < FIGURES_SIDES; side++) {
        Str name = side_name(pages, side);
        sheet_add_column(
            sheet, WORDS_PART(catalog_format(pages->of->arena, pages->of->catalog, TR("Sessions, {0}"), &name, 1)));
    }
    sheet_end_head(sheet);
    for (int32_t i = 0; i < pages->of->versions->count; i++) {
        const VersionsDecision *decision = &pages->of->versions->rows[i];
        sheet_add(sheet, "<tr><th scope=\"row\">");
        add_title(pages, decision);
        sheet_add(sheet, "</th>");
        sheet_add_cell(sheet, WORDS_PART(figures_change_text(pages->of, decision)));
        for (int32_t side = 0; side < FIGURES_SIDES; side++) {
            const AnalysisDecision *told = figures_decision_of(pages->of, decision, side);
            if (decision->scenes[side] == 0) {
                sheet_add_share_cell(sheet, (Figure){.lack = LACK_NOTHING});
            } else {
                sheet_add_cell(sheet, COUNT_PART(told ? told->sessions : 0));
            }
        }
        sheet_end_row(sheet);
    }
    sheet_end_table(sheet);
    sheet_add(sheet, "</section>\n");
}

static void add_name(Pages *pages, const VersionsAnswer *answer) {
    Sheet *sheet = pages->sheet;
    int32_t side = answer->place[1] != VERSIONS_NONE, cell = answer->place[side];
    sheet->of = &pages->sides[side];
    const Ask *ask = sheet_ask(sheet, pages->decision->scenes[side]);
    bool ours = cell == DISCLOSED_ABSTAINED || (ask->items.count == 0 && cell == ask->options.count);
    sheet_add(sheet, "<th scope=\"row\">");
    if (ask->items.count > 0) {
        sheet_add_case(sheet, sheet_scenario(sheet)->items.rows[ask->items.first + answer->row[side]].text);
        sheet_add(sheet, " · ");
    }
    sheet_add_part(sheet,
                   (Part){.kind = ours ? PART_WORDS : PART_CASE, .text = figures_answer_text(sheet->of, ask, cell)});
    sheet->of = pages->of;
    if (answer->reworded) {
        sheet_add(sheet, " <span class=\"tag\">");
        html_add_text(&sheet->out, sheet_words(sheet, TR("in other words")));
        sheet_add(sheet, "</span>");
    }
    sheet_add(sheet, "</th>");
}

static void add_votes(Pages *pages, const VersionsAnswer *answer, int32_t round) {
    Sheet *sheet = pages->sheet;
    for (int32_t side = 0; side < FIGURES_SIDES; side++) {
        const DisclosedCell *cell = figures_cell(pages->of, pages->decision, answer, side, round);
        sheet_add(sheet, "<td>");
        if (!cell || cell->hidden) {
            sheet_add_lack(sheet, cell ? LACK_HIDDEN : LACK_NOTHING);
        } else {
            const Part PARTS[] = {COUNT_PART(cell->hands), COUNT_PART(cell->of),
                                  SHARE_PART((double)cell->hands / (double)cell->of)};
            sheet_add_sentence(sheet, TR("{0} of {1}: {2}"), PARTS);
        }
        sheet_add(sheet, "</td>");
    }
}

static void add_followed(Pages *pages, const VersionsAnswer *answer) {
    Sheet *sheet = pages->sheet;
    for (int32_t side = 0; side < FIGURES_SIDES; side++) {
        const AnalysisOption *option = figures_option(pages->of, pages->decision, answer, side);
        sheet_add(sheet, "<td>");
        if (option && option->offered > 0) {
            const Part PARTS[] = {COUNT_PART(option->followed), COUNT_PART(option->offered)};
            sheet_add_sentence(sheet, TR("{0} of {1}"), PARTS);
        } else {
            sheet_add_lack(sheet, LACK_NOTHING);
        }
        sheet_add(sheet, "</td>");
    }
}

static bool is_told(const Pages *pages, const VersionsAnswer *answer) {
    bool told = false;
    for (int32_t side = 0; side < FIGURES_SIDES; side++) {
        told = told || figures_option(pages->of, pages->decision, answer, side);
        for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
            const DisclosedCell *cell = figures_cell(pages->of, pages->decision, answer, side, round);
            bool abstained = answer->place[side] == DISCLOSED_ABSTAINED; // nobody who did takes no row
            told = told || (cell && (!abstained || cell->hands > 0 || cell->hidden));
        }
    }
    return told;
}

static void add_agreement(Pages *pages) {
    Sheet *sheet = pages->sheet;
    sheet_add(sheet, "<tr><th scope=\"row\">");
    html_add_text(&sheet->out, sheet_words(sheet, TR("Agreement")));
    sheet_add(sheet, "</th>");
    for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
        for (int32_t side = 0; side < FIGURES_SIDES && pages->rounds[round]; side++) {
            const AnalysisDecision *told = figures_decision_of(pages->of, pages->decision, side);
            bool voted = told && told->votes[round].sessions > 0;
            sheet_add_share_cell(sheet,
                                 voted ? analysis_agreement(&told->votes[round]) : (Figure){.lack = LACK_NOTHING});
        }
    }
    sheet_add(sheet, pages->followed ? "<td></td><td></td>" : "");
    sheet_end_row(sheet);
}

static void add_columns(Pages *pages, Str source) {
    for (int32_t side = 0; side < FIGURES_SIDES; side++) {
        Str name = side_name(pages, side);
        Str column = catalog_format(pages->of->arena, pages->of->catalog, source, &name, 1);
        sheet_add_column(pages->sheet, WORDS_PART(column));
    }
}

static void find_columns(Pages *pages) {
    pages->followed = pages->rounds[ANALYSIS_BEFORE] = pages->rounds[ANALYSIS_AFTER] = false;
    for (int32_t side = 0; side < FIGURES_SIDES; side++) {
        const AnalysisDecision *told = figures_decision_of(pages->of, pages->decision, side);
        for (int32_t round = 0; told && round < ANALYSIS_ROUNDS; round++) {
            pages->rounds[round] = pages->rounds[round] || told->votes[round].sessions > 0;
        }
        pages->followed = pages->followed || (told && told->options.count > 0);
    }
}

static void add_head(Pages *pages) {
    static const Str ROUNDS[ANALYSIS_ROUNDS] = {TR_INIT("Votes before the talk, {0}"),
                                                TR_INIT("Votes after the talk, {0}")};
    Sheet *sheet = pages->sheet;
    sheet_begin_table(sheet, "sides", TR("Answers side by side"));
    sheet_add_column(sheet, WORDS_PART(sheet_words(sheet, TR("Answer"))));
    for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
        if (pages->rounds[round]) {
            add_columns(pages, ROUNDS[round]);
        }
    }
    if (pages->followed) {
        add_columns(pages, TR("Sessions that followed it, {0}"));
    }
    sheet_end_head(sheet);
}

static void add_answer(Pages *pages, const VersionsAnswer *answer) {
    sheet_add(pages->sheet, "<tr>");
    add_name(pages, answer);
    for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
        if (pages->rounds[round]) {
            add_votes(pages, answer, round);
        }
    }
    if (pages->followed) {
        add_followed(pages, answer);
    }
    sheet_end_row(pages->sheet);
}

static void add_decision(Pages *pages) {
    Sheet *sheet = pages->sheet;
    VersionsAnswers answers = versions_answers(pages->of->arena, pages->of->versions, pages->decision);
    find_columns(pages);
    bool votes = pages->rounds[ANALYSIS_BEFORE] || pages->rounds[ANALYSIS_AFTER];
    if (!pages->followed && !votes) {
        return;
    }
    sheet_add(sheet, "<div class=\"decision\"><h3>");
    add_title(pages, pages->decision);
    sheet_add(sheet, "</h3>\n");
    add_head(pages);
    for (int32_t i = 0; i < answers.count; i++) {
        if (is_told(pages, &answers.rows[i])) {
            add_answer(pages, &answers.rows[i]);
        }
    }
    if (votes) {
        add_agreement(pages);
    }
    sheet_end_table(sheet);
    sheet_add(sheet, "</div>\n");
}

void sheet_add_versions(Sheet *sheet) {
    const FiguresOf *of = sheet->of;
    Pages pages = {.sheet = sheet, .of = of, .sides = {figures_of_side(of, 0), figures_of_side(of, 1)}};
    add_header(&pages);
    add_short(&pages);
    add_changed(&pages);
    for (int32_t i = 0; i < of->versions->count; i++) {
        pages.decision = &of->versions->rows[i];
        add_decision(&pages);
    }
}
