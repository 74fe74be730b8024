// The answers to one decision, in a table: what groups followed, what people voted before and after the talk.
#include "report/html_analysis_inside.h"
#include "session/response.h"

typedef struct {
    Sheet *sheet;
    const AnalysisDecision *decision;
    const Ask *ask;
    bool rounds[ANALYSIS_ROUNDS]; // there was a vote
    bool panel, options;
} Answers;

static void add_vote(Answers *answers, AnalysisRound round, int32_t row, int32_t cell) {
    Sheet *sheet = answers->sheet;
    const DisclosedCell *count = &answers->decision->votes[round].counts.cells[row][cell];
    sheet_add(sheet, "<td>");
    if (count->of == 0) {
        sheet_add_lack(sheet, LACK_NOTHING);
    } else if (count->hidden) {
        sheet_add_lack(sheet, LACK_HIDDEN);
    } else {
        double of = (double)count->of;
        Interval interval = stats_wilson(count->hands, count->of);
        const Part PARTS[] = {COUNT_PART(count->hands), COUNT_PART(count->of), SHARE_PART((double)count->hands / of),
                              SHARE_PART(interval.low), SHARE_PART(interval.high)};
        sheet_add_sentence(sheet, TR("{0} of {1}: {2} ({3} – {4})"), PARTS);
    }
    sheet_add(sheet, "</td>");
}

static void add_option(Answers *answers, int32_t cell) {
    Sheet *sheet = answers->sheet;
    const AnalysisDecision *decision = answers->decision;
    if (cell == DISCLOSED_ABSTAINED) {
        sheet_add(sheet, answers->panel ? "<td>–</td><td>–</td>" : "<td>–</td>");
        return;
    }
    const AnalysisOption *option = &decision->options.rows[cell];
    const Part PARTS[] = {COUNT_PART(option->followed), COUNT_PART(option->offered)};
    sheet_add(sheet, "<td>");
    sheet_add_sentence(sheet, TR("{0} of {1}"), PARTS);
    sheet_add(sheet, "</td>");
    if (answers->panel) {
        sheet_add(sheet, "<td>");
        sheet_add_part(sheet, COUNT_PART(option->panel));
        sheet_add(sheet, "</td>");
    }
}

static void add_name(Answers *answers, int32_t cell) {
    Sheet *sheet = answers->sheet;
    Str letter = chart_letter(sheet, answers->ask, cell), text = figures_answer_text(sheet->of, answers->ask, cell);
    bool ours = cell == DISCLOSED_ABSTAINED || (answers->options && cell == answers->ask->options.count);
    sheet_add(sheet, "<th scope=\"row\">");
    if (letter.len > 0) {
        str_addf(&sheet->out, "<b>%.*s</b> ", S_ARG(letter));
    }
    sheet_add_part(sheet, (Part){.kind = ours ? PART_WORDS : PART_CASE, .text = text});
    if (answers->options && cell != DISCLOSED_ABSTAINED && answers->decision->options.rows[cell].recommended &&
        !response_waits(sheet_scenario(sheet))) {
        sheet_add(sheet, " <span class=\"tag\">");
        html_add_text(&sheet->out, sheet_words(sheet, TR("author’s mark")));
        sheet_add(sheet, "</span>");
    }
    sheet_add(sheet, "</th>");
}

// Nobody who abstained takes no row.
static bool has_cell(const Answers *answers, int32_t row, int32_t cell) {
    const DisclosedCell *before = &answers->decision->votes[ANALYSIS_BEFORE].counts.cells[row][cell];
    const DisclosedCell *after = &answers->decision->votes[ANALYSIS_AFTER].counts.cells[row][cell];
    if (cell == DISCLOSED_ABSTAINED) {
        return before->hands + after->hands > 0 || before->hidden || after->hidden;
    }
    return before->of + after->of > 0 || (answers->options && cell < answers->decision->options.count);
}

static void add_row(Answers *answers, int32_t row, int32_t cell) {
    Sheet *sheet = answers->sheet;
    sheet_add(sheet, "<tr>");
    if (answers->ask->items.count > 0) {
        sheet_add(sheet, "<td>");
        sheet_add_case(sheet, sheet_scenario(sheet)->items.rows[answers->ask->items.first + row].text);
        sheet_add(sheet, "</td>");
    }
    add_name(answers, cell);
    for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
        if (answers->rounds[round]) {
            add_vote(answers, (AnalysisRound)round, row, cell);
        }
    }
    if (answers->options) {
        add_option(answers, cell);
    }
    sheet_add(sheet, "</tr>\n");
}

static void begin(Answers *answers) {
    Str columns[8] = {0};
    int32_t count = 0;
    if (answers->ask->items.count > 0) {
        columns[count++] = TR("Item");
    }
    columns[count++] = TR("Answer");
    if (answers->rounds[ANALYSIS_BEFORE]) {
        columns[count++] = TR("Votes before the talk");
    }
    if (answers->rounds[ANALYSIS_AFTER]) {
        columns[count++] = TR("Votes after the talk");
    }
    if (answers->options) {
        columns[count++] = TR("Sessions that followed it");
        if (answers->panel) {
            columns[count++] = TR("Panel");
        }
    }
    sheet_begin_columns(answers->sheet, "answers", TR("Answers, and where each share may lie (interval of 95 %)"),
                        columns);
}

void answers_add(Sheet *sheet, const AnalysisDecision *decision) {
    Answers answers = {.sheet = sheet,
                       .decision = decision,
                       .ask = sheet_ask(sheet, decision->scene),
                       .panel = decision->panel_size > 0,
                       .options = decision->options.count > 0};
    int32_t rows = answers.options ? 1 : 0;
    for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
        answers.rounds[round] = decision->votes[round].sessions > 0;
        rows = decision->votes[round].counts.rows > rows ? decision->votes[round].counts.rows : rows;
    }
    if (rows == 0) {
        return;
    }
    begin(&answers);
    for (int32_t row = 0; row < rows; row++) {
        for (int32_t cell = 0; cell < DISCLOSED_CELLS; cell++) {
            if (has_cell(&answers, row, cell)) {
                add_row(&answers, row, cell);
            }
        }
    }
    sheet_end_table(sheet);
}
