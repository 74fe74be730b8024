// Tells what to talk about next time.
#include "report/html_analysis_inside.h"

static const double HUNDRED = 100;

static void add_tags(Sheet *sheet, const AnalysisDecision *decision, uint32_t reasons) {
    for (int32_t i = 0; i < AGENDA_REASON_COUNT; i++) {
        if ((reasons >> i & 1) != 0) {
            sheet_add(sheet, " <span class=\"tag\">");
            sheet_add_sentence(sheet, agenda_tag((AgendaReason)i), &COUNT_PART(decision->shift.value * HUNDRED));
            sheet_add(sheet, "</span>");
        }
    }
}

static void add_question(Sheet *sheet, Str question) {
    sheet_add(sheet, "<span class=\"asked\">");
    html_add_marked(&sheet->out, question);
    sheet_add(sheet, "</span><span class=\"line\"></span></li>\n");
}

// Those of the author, as far as there is room.
static void add_questions(Sheet *sheet, int32_t most) {
    const Scenario *scenario = sheet_scenario(sheet);
    Span questions = scenario->debriefs.rows[scenario->debrief].questions;
    for (int32_t i = 0; i < questions.count && i < most; i++) {
        sheet_add(sheet, "<li>");
        sheet_add(sheet, "<span class=\"asked\">");
        sheet_add_case(sheet, scenario->texts.rows[questions.first + i]);
        sheet_add(sheet, "</span><span class=\"line\"></span></li>\n");
    }
}

void sheet_add_debate(Sheet *sheet, const Debate *debate) {
    sheet_add(sheet, "<section>\n");
    sheet_add_words(sheet, "h2", "", TR("To begin the next meeting"));
    sheet_add(sheet, "<ol class=\"debate\">\n");
    for (int32_t i = 0; i < debate->count; i++) {
        sheet_add(sheet, "<li><b>");
        sheet_add_decision(sheet, debate->rows[i]->scene);
        sheet_add(sheet, "</b>");
        add_tags(sheet, debate->rows[i], debate->reasons[i]);
        add_question(sheet, sheet_words(sheet, agenda_question(agenda_heaviest(debate->reasons[i]))));
    }
    add_questions(sheet, AGENDA_MOST - debate->count);
    sheet_add(sheet, "</ol>\n</section>\n");
}
