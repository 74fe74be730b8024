// Words and figures as they stand on the page.
#include "base/date.h"
#include "report/figures_words.h"
#include "report/html_analysis_inside.h"

static const double HUNDRED = 100;

const Scenario *sheet_scenario(const Sheet *sheet) {
    return sheet->of->analysis->told.scenario;
}

const Ask *sheet_ask(const Sheet *sheet, SceneId scene) {
    const Scenario *scenario = sheet_scenario(sheet);
    return &scenario->asks.rows[scenario->scenes.rows[scene].ask];
}

Str sheet_words(const Sheet *sheet, Str source) {
    return catalog_text(sheet->of->catalog, source);
}

void sheet_add(Sheet *sheet, const char *markup) {
    str_add(&sheet->out, str_from_c(markup));
}

void sheet_add_words(Sheet *sheet, const char *tag, const char *name, Str source) {
    html_add_element(&sheet->out, tag, name, sheet_words(sheet, source));
}

void sheet_add_figure(Sheet *sheet, double value, int32_t decimals, Str unit) {
    Arena *arena = sheet->of->arena;
    Str exact = figures_number(arena, value, FIGURES_DECIMALS, '.');
    Str told = figures_told_number(arena, sheet->of->language, value, decimals);
    str_addf(&sheet->out, "<data value=\"%.*s\">", S_ARG(exact));
    html_add_text(&sheet->out, unit.len > 0 ? catalog_format(arena, sheet->of->catalog, unit, &told, 1) : told);
    sheet_add(sheet, "</data>");
}

void sheet_add_case(Sheet *sheet, Str text) {
    str_addf(&sheet->out, "<span lang=\"%.*s\">", S_ARG(sheet_scenario(sheet)->language));
    html_add_marked(&sheet->out, text);
    sheet_add(sheet, "</span>");
}

void sheet_add_part(Sheet *sheet, Part part) {
    switch (part.kind) {
    case PART_WORDS:
        html_add_text(&sheet->out, part.text);
        break;
    case PART_CASE:
        sheet_add_case(sheet, part.text);
        break;
    case PART_COUNT_OF:
        sheet_add_figure(sheet, part.value, 0, (Str){0});
        break;
    case PART_PERCENT:
        sheet_add_figure(sheet, part.value * HUNDRED, 0, TR("{0} %"));
        break;
    case PART_DAY:
        str_addf(&sheet->out, "<time datetime=\"%.*s\">", S_ARG(part.text));
        html_add_text(&sheet->out, date_told(sheet->of->arena, sheet->of->catalog, part.text));
        sheet_add(sheet, "</time>");
        break;
    }
}

// Words of the case are set apart by their weight: they may come with quotation marks of their own.
static void add_slot(Sheet *sheet, Part part) {
    sheet_add(sheet, part.kind == PART_CASE ? "<b>" : "");
    sheet_add_part(sheet, part);
    sheet_add(sheet, part.kind == PART_CASE ? "</b>" : "");
}

void sheet_add_sentence(Sheet *sheet, Str source, const Part *parts) {
    Str text = sheet_words(sheet, source);
    ptrdiff_t from = 0;
    for (ptrdiff_t i = 0; i < text.len; i++) {
        if (text.text[i] == '{' && i + 2 < text.len && text.text[i + 2] == '}') {
            html_add_text(&sheet->out, str_slice(text, from, i));
            add_slot(sheet, parts[text.text[i + 1] - '0']);
            from = i + 3;
        }
    }
    html_add_text(&sheet->out, str_slice(text, from, text.len));
}

void sheet_add_lack(Sheet *sheet, Lack lack) {
    str_add(&sheet->out, S("<i>"));
    html_add_text(&sheet->out, figures_lack_text(sheet->of, lack));
    str_add(&sheet->out, S("</i>"));
}

void sheet_add_share(Sheet *sheet, Figure share) {
    if (share.lack == LACK_NONE) {
        sheet_add_part(sheet, SHARE_PART(share.value));
    } else {
        sheet_add_lack(sheet, share.lack);
    }
}

void sheet_add_cell(Sheet *sheet, Part part) {
    sheet_add(sheet, "<td>");
    sheet_add_part(sheet, part);
    sheet_add(sheet, "</td>");
}

void sheet_add_share_cell(Sheet *sheet, Figure share) {
    sheet_add(sheet, "<td>");
    sheet_add_share(sheet, share);
    sheet_add(sheet, "</td>");
}

void sheet_end_row(Sheet *sheet) {
    sheet_add(sheet, "</tr>\n");
}

void sheet_add_decision(Sheet *sheet, SceneId scene) {
    sheet_add_part(sheet, COUNT_PART(figures_decision_number(sheet_scenario(sheet), scene)));
    sheet_add(sheet, " · ");
    sheet_add_case(sheet, figures_title(sheet->of, scene));
}

void sheet_begin_table(Sheet *sheet, const char *name, Str caption) {
    str_addf(&sheet->out, "<table class=\"%s\">\n", name);
    sheet_add_words(sheet, "caption", "", caption);
    sheet_add(sheet, "<thead><tr>");
}

void sheet_add_column(Sheet *sheet, Part part) {
    sheet_add(sheet, "<th scope=\"col\">");
    sheet_add_part(sheet, part);
    sheet_add(sheet, "</th>");
}

void sheet_end_head(Sheet *sheet) {
    sheet_add(sheet, "</tr></thead>\n<tbody>\n");
}

void sheet_begin_columns(Sheet *sheet, const char *name, Str caption, const Str *columns) {
    sheet_begin_table(sheet, name, caption);
    for (int32_t i = 0; columns[i].len > 0; i++) {
        sheet_add_column(sheet, WORDS_PART(sheet_words(sheet, columns[i])));
    }
    sheet_end_head(sheet);
}

void sheet_end_table(Sheet *sheet) {
    sheet_add(sheet, "</tbody>\n</table>\n");
}
