// Of the debrief: the people, the relation, the competencies, and the steps that were to be taken or avoided.
#include "player/screen_debrief.h"
#include "view/view_curve.h"

enum { NAME_WIDTH = 200, WORD_WIDTH = 150, PERMILLE = 1000 };

static void say_portrait_side(Ui *ui, Str when, Str text) {
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 2});
    ui_text(ui, (UiText){.text = when, .style = TEXT_LABEL, .color = COLOR_SOFT});
    ui_text(ui, (UiText){.text = text, .marked = true});
    ui_box_end(ui);
}

void debrief_say_portraits(const DebriefPage *page) {
    Ui *ui = page->ui;
    bool wide = ui_width(ui) >= DEBRIEF_TWO_COLUMNS;
    for (int32_t i = 0; i < page->debrief->portraits.count; i++) {
        const ToldPortrait *portrait = &page->debrief->portraits.rows[i];
        ui_card_begin(ui, (UiBox){.gap = 8, .role = ROLE_GROUP, .name = portrait->name});
        ui_heading(ui, portrait->name);
        ui_box_begin(ui, (UiBox){.flow = wide ? UI_ROW : UI_COLUMN, .gap = wide ? 18 : 8});
        if (portrait->arrival.len > 0) {
            say_portrait_side(ui, ui_words(ui, TR("On arrival")), portrait->arrival);
        }
        if (wide && portrait->arrival.len > 0 && portrait->departure.len > 0) {
            ui_text(ui, (UiText){.text = S("→"), .style = TEXT_HEADING, .color = COLOR_SOFT, .role = UI_SILENT});
        }
        if (portrait->departure.len > 0) {
            say_portrait_side(ui, ui_words(ui, TR("At departure")), portrait->departure);
        }
        ui_box_end(ui);
        ui_card_end(ui);
    }
}

void debrief_say_curve(const DebriefPage *page) {
    Ui *ui = page->ui;
    if (page->debrief->curves.count == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 10});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 18, .row_gap = 4});
    ui_heading(ui, ui_words(ui, TR("The relationship, from arrival to departure")));
    view_curve_legend(ui, page->debrief);
    ui_box_end(ui);
    view_curve(ui, page->debrief);
    ui_card_end(ui);
}

static int32_t permille_of(Profile profile) {
    int64_t range = (int64_t)profile.high - profile.low;
    return range > 0 ? (int32_t)(((int64_t)profile.sum - profile.low) * PERMILLE / range) : 0;
}

static Str competency_words(const DebriefPage *page, const ToldCompetency *row) {
    Ui *ui = page->ui;
    if (page->debrief->score != SCORE_NUMBERS) {
        return row->words;
    }
    if (!page->debrief->bounded) {
        return ui_number(ui, row->total);
    }
    return UI_FORMAT(ui, TR("{0} (from {1} to {2})"), ui_number(ui, row->total), ui_number(ui, row->low),
                     ui_number(ui, row->high));
}

// Of too few occasions nothing can be said: then there is no bar either.
static void say_competency(const DebriefPage *page, const ToldCompetency *row) {
    Ui *ui = page->ui;
    bool wide = ui_width(ui) >= DEBRIEF_TWO_COLUMNS;
    Str words = competency_words(page, row);
    UiMeter meter = {.name = row->name,
                     .word = words,
                     .permille = permille_of(row->profile),
                     .tint = row->word == PROFILE_TO_EXPLORE ? UI_TINT_OCHRE : UI_TINT_TEAL,
                     .bar_only = wide};
    if (!wide && row->word != PROFILE_TOO_FEW) {
        ui_meter(ui, meter);
        return;
    }
    bool bar = row->word != PROFILE_TOO_FEW;
    ui_box_begin(
        ui, (UiBox){.flow = wide ? UI_ROW : UI_COLUMN, .gap = wide ? 16 : 2, .align = wide ? UI_CENTER : UI_STRETCH});
    ui_box_begin(ui, (UiBox){.width = wide ? NAME_WIDTH : UI_GROW});
    ui_text(ui, (UiText){.text = row->name, .role = bar ? UI_SILENT : 0});
    ui_box_end(ui);
    if (bar) {
        ui_meter(ui, meter);
    }
    ui_box_begin(ui, (UiBox){.width = bar ? WORD_WIDTH : UI_GROW});
    ui_text(ui, (UiText){.text = words, .style = TEXT_SMALL, .role = bar ? UI_SILENT : 0});
    ui_box_end(ui);
    ui_box_end(ui);
}

void debrief_say_competencies(const DebriefPage *page) {
    Ui *ui = page->ui;
    const ToldDebrief *debrief = page->debrief;
    if (debrief->score == SCORE_NONE || debrief->competencies.count == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 10});
    ui_heading(ui, ui_words(ui, TR("What your choices worked on")));
    for (int32_t i = 0; i < debrief->competencies.count; i++) {
        say_competency(page, &debrief->competencies.rows[i]);
    }
    if (debrief->stepped_back) {
        Str first = ui_words(ui, TR("After stepping back, the marks are those of what was answered first."));
        ui_text(ui, (UiText){.text = first, .style = TEXT_SMALL, .color = COLOR_SOFT});
    }
    Str limits = ui_words(ui, TR("These marks describe choices in a made-up case. They do not judge a person."));
    ui_text(ui, (UiText){.text = limits, .style = TEXT_SMALL, .color = COLOR_SOFT});
    ui_card_end(ui);
}

void debrief_say_steps(const DebriefPage *page) {
    Ui *ui = page->ui;
    if (page->debrief->steps.count == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 10});
    ui_heading(ui, ui_words(ui, TR("Steps to take, steps to avoid")));
    for (int32_t i = 0; i < page->debrief->steps.count; i++) {
        const ToldRequirement *step = &page->debrief->steps.rows[i];
        Str words = str_format(ui_arena(ui), "%s %.*s", step->well ? "✓" : "–", S_ARG(step->words));
        ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 12, .align = UI_CENTER});
        ui_text(ui, (UiText){.text = step->title, .grow = UI_GROW});
        ui_tag(ui, words, step->well ? UI_TINT_TEAL : UI_TINT_OCHRE);
        ui_box_end(ui);
    }
    ui_card_end(ui);
}
