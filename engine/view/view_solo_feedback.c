#include "view/solo_page.h"

#include "session/mastery.h"

static void say_labelled(const SoloPage *page, Str label, Str text, bool live) {
    if (text.len == 0) {
        return;
    }
    ui_box_begin(page->ui, (UiBox){.gap = 1});
    page_label(page, page_words(page, label), live);
    ui_text(page->ui, (UiText){.text = text, .marked = true, .live = live});
    ui_box_end(page->ui);
}

void page_why(const SoloPage *page, const Why *why, bool live) {
    ui_box_begin(page->ui, (UiBox){.gap = 8});
    if (why->text.len > 0) {
        ui_text(page->ui, (UiText){.text = why->text, .marked = true, .live = live});
    }
    say_labelled(page, TR("What it makes possible"), why->gives, live);
    say_labelled(page, TR("What it costs"), why->costs, live);
    say_labelled(page, TR("Another way"), why->instead, live);
    ui_box_end(page->ui);
}

static Str answered_aloud(const SoloPage *page, const ToldFeedback *feedback) {
    Str plain = feedback->typed ? feedback->answered : ui_plain_text(page->ui, feedback->answered);
    return UI_FORMAT(page->ui, TR("Your answer: {0}"), plain);
}

void page_given(const SoloPage *page) {
    const Session *session = page->telling->session;
    if (session->way.count == 0 || response_is_any(session)) {
        return;
    }
    ToldFeedback given = feedback_create(page->telling, session->way.count, false);
    if (given.answered.len > 0) {
        ui_aloud(page->ui, answered_aloud(page, &given), true);
    }
}

static void say_answered(const SoloPage *page, const ToldFeedback *feedback) {
    Ui *ui = page->ui;
    if (feedback->time_up) {
        ui_text(ui, (UiText){.text = page_words(page, TR("Time is up: silence answered for you.")), .live = true});
    }
    if (feedback->answered.len == 0) {
        return;
    }
    Str aloud = answered_aloud(page, feedback);
    if (feedback->result_count > 0) { // shown point by point
        ui_aloud(ui, aloud, true);
        return;
    }
    ui_box_begin(ui, (UiBox){.gap = 2, .role = ROLE_GROUP, .name = aloud, .live = true});
    page_label(page, page_words(page, TR("Your answer")), false);
    ui_text(ui, (UiText){.text = feedback->answered, .style = TEXT_READING, .marked = !feedback->typed});
    if (feedback->found.len > 0) {
        ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("Noticed: {0}"), feedback->found),
                             .style = TEXT_SMALL,
                             .live = true,
                             .color = COLOR_SOFT});
    }
    if (feedback->sure.len > 0) {
        ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("How sure you were: {0}"), feedback->sure),
                             .style = TEXT_SMALL,
                             .live = true,
                             .color = COLOR_SOFT});
    }
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

static void say_effects(const SoloPage *page, const ToldFeedback *feedback) {
    Ui *ui = page->ui;
    for (int32_t i = 0; i < feedback->mark_count; i++) {
        const ToldMark *mark = &feedback->marks[i];
        say_mark(page, mark->name, mark->words, mark->mark > 0 ? UI_TINT_TEAL : UI_TINT_OCHRE);
    }
    for (int32_t i = 0; i < feedback->gauges.count; i++) {
        const ToldGauge *gauge = &feedback->gauges.rows[i];
        Str arrow = gauge->moved > 0 ? S("▲") : S("▼");
        ui_text(ui, (UiText){.text = str_format(ui_arena(ui), "%.*s %.*s", S_ARG(arrow), S_ARG(gauge->change)),
                             .style = TEXT_SMALL,
                             .live = true});
    }
    if (feedback->mastery != MASTERY_NOT_JUDGED) {
        bool reached = feedback->mastery == MASTERY_REACHED;
        say_mark(page, reached ? S("✓") : S("–"),
                 page_words(page, reached ? TR("This is mastered.") : TR("Not mastered yet.")),
                 reached ? UI_TINT_TEAL : UI_TINT_OCHRE);
    }
    if (feedback->share.of > 0) {
        enum { PERCENT = 100 };
        Str percent = ui_number(ui, feedback->share.part * PERCENT / feedback->share.of);
        ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("In agreement with the key: {0} %"), percent),
                             .style = TEXT_SMALL,
                             .live = true});
    }
}

typedef struct {
    Str sign, words;
    int32_t tint;
} Verdict;

static Str result_words(const SoloPage *page, const ItemResult *result, const Verdict *verdict) {
    Str words = page_words(page, verdict->words);
    return result->key.len > 0 && result->verdict != VERDICT_RIGHT
               ? UI_FORMAT(page->ui, TR("{0}: {1}. Expected: {2}"), words, result->mine, result->key)
               : UI_FORMAT(page->ui, TR("{0}: {1}"), words, result->mine);
}

static void say_result(const SoloPage *page, const ItemResult *result) {
    static const Verdict VERDICTS[] = {
        [VERDICT_DEBATED] = {S_INIT("…"), TR_INIT("To be debated"), UI_TINT_SAND},
        [VERDICT_OFF] = {S_INIT("✗"), TR_INIT("Elsewhere"), UI_TINT_TERRACOTTA},
        [VERDICT_NEAR] = {S_INIT("≈"), TR_INIT("Nearly"), UI_TINT_OCHRE},
        [VERDICT_RIGHT] = {S_INIT("✓"), TR_INIT("As expected"), UI_TINT_TEAL},
    };
    enum { SIGN_WIDTH = 36 };
    Ui *ui = page->ui;
    const Verdict *verdict = &VERDICTS[result->verdict];
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 12, .align = UI_START});
    ui_box_begin(ui, (UiBox){.width = SIGN_WIDTH, .align = UI_START});
    ui_tag(ui, verdict->sign, verdict->tint);
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 3});
    ui_text(ui, (UiText){.text = result->item, .marked = true, .live = true});
    ui_text(ui, (UiText){.text = result_words(page, result, verdict),
                         .style = TEXT_SMALL,
                         .color = ui_tint(verdict->tint).ink,
                         .live = true});
    if (result->why != NULL) {
        page_why(page, result->why, true);
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_results(const SoloPage *page, const ToldFeedback *feedback) {
    if (feedback->result_count == 0) {
        return;
    }
    ui_card_begin(page->ui, (UiBox){.gap = 12});
    ui_text(page->ui, (UiText){.text = page_words(page, TR("Point by point")),
                               .style = TEXT_HEADING,
                               .role = ROLE_HEADING,
                               .live = true});
    for (int32_t i = 0; i < feedback->result_count; i++) {
        say_result(page, &feedback->results[i]);
    }
    ui_card_end(page->ui);
}

static void say_panel_row(const SoloPage *page, const PanelRow *row, int32_t n, bool live) {
    enum { WHOLE = 1000 };
    Ui *ui = page->ui;
    Str count = page_plural(page, TRP("{0} colleague", "{0} colleagues"), row->count);
    Str words = row->mine ? UI_FORMAT(ui, TR("{0}, as you"), count) : count;
    ui_box_begin(ui, (UiBox){.gap = 4});
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 12, .justify = UI_BETWEEN});
    ui_text(ui, (UiText){.text = row->text, .style = TEXT_SMALL, .marked = true, .grow = UI_GROW, .role = UI_SILENT});
    ui_text(ui, (UiText){.text = words, .style = row->mine ? TEXT_LABEL : TEXT_SMALL, .role = UI_SILENT});
    ui_box_end(ui);
    ui_meter(ui, (UiMeter){.name = ui_plain_text(ui, row->text),
                           .word = words,
                           .permille = row->count * WHOLE / n,
                           .tint = row->mine ? UI_TINT_TEAL : UI_TINT_SAND,
                           .bar_only = true,
                           .live = live});
    ui_box_end(ui);
}

static void say_voice(const SoloPage *page, const PanelVoice *voice, bool live) {
    Ui *ui = page->ui;
    Str head = voice->words.len > 0 ? UI_FORMAT(ui, TR("{0}: {1}"), voice->who, voice->words) : voice->who;
    ui_box_begin(ui, (UiBox){.gap = 3, .padding = {14, 0, 0, 0}});
    ui_text(ui, (UiText){.text = head, .style = TEXT_STRONG, .marked = true, .live = live});
    if (voice->why != NULL) {
        page_why(page, voice->why, live);
    }
    ui_box_end(ui);
}

void page_panel(const SoloPage *page, const ToldPanel *panel, bool live) {
    Ui *ui = page->ui;
    if (panel->n == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 12});
    Str title = page_plural(page, TRP("What {0} colleague answered", "What {0} colleagues answered"), panel->n);
    ui_text(ui, (UiText){.text = title, .style = TEXT_HEADING, .role = ROLE_HEADING, .live = live});
    if (panel->fictional) {
        page_label(page, page_words(page, TR("These colleagues are invented.")), live);
    }
    for (int32_t i = 0; i < panel->row_count; i++) {
        say_panel_row(page, &panel->rows[i], panel->n, live);
    }
    for (int32_t i = 0; i < panel->voice_count; i++) {
        say_voice(page, &panel->voices[i], live);
    }
    ui_card_end(ui);
}

static void say_reasons(const SoloPage *page, const ToldFeedback *feedback) {
    Ui *ui = page->ui;
    bool effects = feedback->mark_count + feedback->gauges.count > 0 || feedback->share.of > 0;
    if (feedback->why_count == 0 && !effects && feedback->mastery == MASTERY_NOT_JUDGED) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 12});
    for (int32_t i = 0; i < feedback->why_count; i++) {
        page_why(page, feedback->whys[i], true);
    }
    say_effects(page, feedback);
    ui_card_end(ui);
}

void page_feedback(SoloPage *page) {
    Ui *ui = page->ui;
    ToldFeedback feedback = feedback_create(page->telling, page->solo->session.way.count, false);
    say_answered(page, &feedback);
    page_lines(page, feedback.replies, feedback.reply_count, true);
    say_reasons(page, &feedback);
    say_results(page, &feedback);
    if (feedback.model.len > 0) {
        ui_card_begin(ui, (UiBox){.gap = 6});
        page_label(page, page_words(page, TR("One possible answer")), true);
        ui_text(ui, (UiText){.text = feedback.model, .marked = true, .live = true});
        ui_card_end(ui);
    }
    page_panel(page, &feedback.panel, true);
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
