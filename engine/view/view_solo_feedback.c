#include "view/solo_page.h"

#include "session/mastery.h"

static void say_why(const SoloPage *page, const Why *why, bool live) {
    ToldReasons reasons = telling_reasons(page->telling, why);
    ui_box_begin(page->ui, (UiBox){.gap = 8});
    for (int32_t i = 0; i < reasons.count; i++) {
        const ToldPair *reason = &reasons.rows[i];
        if (reason->label.len > 0) {
            ui_box_begin(page->ui, (UiBox){.gap = 1});
            page_label(page, reason->label, live);
        }
        ui_text(page->ui, (UiText){.text = reason->text, .marked = true, .live = live});
        if (reason->label.len > 0) {
            ui_box_end(page->ui);
        }
    }
    ui_box_end(page->ui);
}

static Str answered_aloud(const SoloPage *page, const ToldFeedback *feedback) {
    Str plain = feedback->typed ? feedback->answered.text : ui_plain_text(page->ui, feedback->answered.text);
    return telling_labelled(page->telling, feedback->answered.label, plain);
}

void page_given(const SoloPage *page) {
    const Session *session = page->telling->session;
    if (session->way.count == 0 || response_is_any(session)) {
        return;
    }
    ToldFeedback given = feedback_create(page->telling, session->way.count, false);
    if (given.answered.text.len > 0) {
        ui_aloud(page->ui, answered_aloud(page, &given), true);
    }
}

static void say_small(const SoloPage *page, Str text) {
    if (text.len > 0) {
        ui_text(page->ui, (UiText){.text = text, .style = TEXT_SMALL, .live = true, .color = COLOR_SOFT});
    }
}

static void say_answered(const SoloPage *page, const ToldFeedback *feedback) {
    Ui *ui = page->ui;
    if (feedback->time_up.len > 0) {
        ui_text(ui, (UiText){.text = feedback->time_up, .live = true});
    }
    if (feedback->answered.text.len == 0) {
        return;
    }
    Str aloud = answered_aloud(page, feedback);
    if (feedback->points.count > 0) { // shown point by point
        ui_aloud(ui, aloud, true);
        return;
    }
    ui_box_begin(ui, (UiBox){.gap = 2, .role = ROLE_GROUP, .name = aloud, .live = true});
    page_label(page, feedback->answered.label, false);
    ui_text(ui, (UiText){.text = feedback->answered_lines, .style = TEXT_READING, .marked = !feedback->typed});
    say_small(page, feedback->found);
    say_small(page, feedback->sure);
    ui_box_end(ui);
}

static void say_mark(const SoloPage *page, Str name, Str words, int32_t tint) {
    Str aloud = str_format(ui_arena(page->ui), "%.*s, %.*s", S_ARG(name), S_ARG(words));
    ui_box_begin(page->ui, (UiBox){.flow = UI_WRAP,
                                   .gap = 10,
                                   .row_gap = 2,
                                   .align = UI_CENTER,
                                   .role = ROLE_GROUP,
                                   .name = aloud,
                                   .live = true});
    ui_tag(page->ui, name, tint);
    ui_text(page->ui, (UiText){.text = words, .style = TEXT_SMALL});
    ui_box_end(page->ui);
}

static void say_moved(const SoloPage *page, const ToldGauge *gauge) {
    Ui *ui = page->ui;
    const ToldChange *change = &gauge->change;
    Str arrow = gauge->moved > 0 ? change->far ? S("▲▲") : S("▲") : change->far ? S("▼▼") : S("▼");
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP,
                             .gap = 6,
                             .row_gap = 2,
                             .align = UI_CENTER,
                             .role = ROLE_GROUP,
                             .name = change->words,
                             .live = true});
    ui_text(ui, (UiText){.text = gauge->name, .style = TEXT_SMALL});
    ui_text(ui, (UiText){.text = arrow, .style = TEXT_LABEL, .color = ui_tint(page_trend_tint(gauge)).ink});
    ui_text(ui, (UiText){.text = change->now, .style = TEXT_SMALL});
    ui_box_end(ui);
}

static void say_effects(const SoloPage *page, const ToldFeedback *feedback) {
    Ui *ui = page->ui;
    for (int32_t i = 0; i < feedback->marks.count; i++) {
        const ToldMark *mark = &feedback->marks.rows[i];
        say_mark(page, mark->name, mark->words, mark->mark > 0 ? UI_TINT_TEAL : UI_TINT_OCHRE);
    }
    for (int32_t i = 0; i < feedback->gauges.count; i++) {
        say_moved(page, &feedback->gauges.rows[i]);
    }
    if (feedback->mastery_words.len > 0) {
        bool reached = feedback->mastery == MASTERY_REACHED;
        say_mark(page, reached ? S("✓") : S("–"), feedback->mastery_words, reached ? UI_TINT_TEAL : UI_TINT_OCHRE);
    }
    if (feedback->share.len > 0) {
        ui_text(ui, (UiText){.text = feedback->share, .style = TEXT_SMALL, .live = true});
    }
}

static void say_point(const SoloPage *page, const ItemResult *result) {
    static const struct {
        Str sign;
        UiTint tint;
    } LOOKS[] = {[VERDICT_DEBATED] = {S_INIT("…"), UI_TINT_SAND},
                 [VERDICT_OFF] = {S_INIT("≠"), UI_TINT_OCHRE},
                 [VERDICT_NEAR] = {S_INIT("≈"), UI_TINT_OCHRE},
                 [VERDICT_RIGHT] = {S_INIT("✓"), UI_TINT_TEAL}};
    enum { SIGN_WIDTH = 36 };
    Ui *ui = page->ui;
    int32_t tint = (int32_t)LOOKS[result->verdict].tint;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 12, .align = UI_START});
    ui_box_begin(ui, (UiBox){.width = SIGN_WIDTH, .align = UI_START});
    ui_tag(ui, LOOKS[result->verdict].sign, tint);
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 3});
    ui_text(ui, (UiText){.text = result->item, .marked = true, .live = true});
    ui_text(ui, (UiText){.text = result->words, .style = TEXT_SMALL, .color = ui_tint(tint).ink, .live = true});
    if (result->why != NULL) {
        say_why(page, result->why, true);
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_points(const SoloPage *page, const ToldFeedback *feedback) {
    if (feedback->points.count == 0) {
        return;
    }
    ui_card_begin(page->ui, (UiBox){.gap = 12});
    ui_text(page->ui,
            (UiText){.text = feedback->points_heading, .style = TEXT_HEADING, .role = ROLE_HEADING, .live = true});
    for (int32_t i = 0; i < feedback->points.count; i++) {
        say_point(page, &feedback->points.rows[i]);
    }
    ui_card_end(page->ui);
}

static void say_panel_row(const SoloPage *page, const PanelRow *row, int32_t n, bool live) {
    enum { WHOLE = 1000 };
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.gap = 4});
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 12, .justify = UI_BETWEEN});
    ui_text(ui, (UiText){.text = row->text, .style = TEXT_SMALL, .marked = true, .grow = UI_GROW, .role = UI_SILENT});
    ui_text(ui, (UiText){.text = row->words, .style = row->mine ? TEXT_LABEL : TEXT_SMALL, .role = UI_SILENT});
    ui_box_end(ui);
    ui_meter(ui, (UiMeter){.name = ui_plain_text(ui, row->text),
                           .word = row->words,
                           .permille = row->count * WHOLE / n,
                           .tint = row->mine ? UI_TINT_TEAL : UI_TINT_SAND,
                           .bar_only = true,
                           .live = live});
    ui_box_end(ui);
}

static void say_panel_item(const SoloPage *page, const PanelRow *row, bool live) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.gap = 3});
    ui_text(ui, (UiText){.text = row->text, .style = TEXT_STRONG, .marked = true, .live = live});
    ui_text(ui, (UiText){.text = row->words, .style = TEXT_SMALL, .live = live});
    ui_box_end(ui);
}

static void say_voice(const SoloPage *page, const PanelVoice *voice, bool live) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.gap = 3, .padding = {14, 0, 0, 0}});
    ui_text(ui, (UiText){.text = voice->head, .style = TEXT_STRONG, .marked = true, .live = live});
    if (voice->why != NULL) {
        say_why(page, voice->why, live);
    }
    ui_box_end(ui);
}

static void say_panel(const SoloPage *page, const ToldPanel *panel, bool live) {
    Ui *ui = page->ui;
    if (panel->n == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 12});
    ui_text(ui, (UiText){.text = panel->heading, .style = TEXT_HEADING, .role = ROLE_HEADING, .live = live});
    if (panel->invented.len > 0) {
        page_label(page, panel->invented, live);
    }
    for (int32_t i = 0; i < panel->items.count; i++) {
        say_panel_item(page, &panel->items.rows[i], live);
    }
    for (int32_t i = 0; i < panel->rows.count && panel->items.count == 0; i++) {
        say_panel_row(page, &panel->rows.rows[i], panel->n, live);
    }
    for (int32_t i = 0; i < panel->voices.count; i++) {
        say_voice(page, &panel->voices.rows[i], live);
    }
    ui_card_end(ui);
}

static void say_reasons(const SoloPage *page, const ToldFeedback *feedback) {
    Ui *ui = page->ui;
    int32_t said = feedback->whys.count + feedback->marks.count + feedback->gauges.count;
    if (said == 0 && feedback->share.len == 0 && feedback->mastery_words.len == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 12});
    for (int32_t i = 0; i < feedback->whys.count; i++) {
        say_why(page, feedback->whys.rows[i], true);
    }
    say_effects(page, feedback);
    ui_card_end(ui);
}

void page_feedback(SoloPage *page) {
    Ui *ui = page->ui;
    ToldFeedback feedback = feedback_create(page->telling, page->solo->session.way.count, false);
    say_answered(page, &feedback);
    page_lines(page, feedback.replies.rows, feedback.replies.count, true);
    say_reasons(page, &feedback);
    say_points(page, &feedback);
    if (feedback.model.text.len > 0) {
        ui_card_begin(ui, (UiBox){.gap = 6});
        page_label(page, feedback.model.label, true);
        ui_text(ui, (UiText){.text = feedback.model.text, .marked = true, .live = true});
        ui_card_end(ui);
    }
    say_panel(page, &feedback.panel, true);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.key = S("go on"),
                                 .text = page_words(page, TR("Go on")),
                                 .hint = ui_key_name(ui, KEY_ENTER, 0),
                                 .kind = BUTTON_PRIMARY,
                                 .wants_focus = true})) {
        page_wish(page, SOLO_GO_ON, 0, 0);
    }
    ui_box_end(ui);
}
