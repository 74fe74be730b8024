#include "view/solo_page.h"

#include "session/mastery.h"

static void say_labelled(const WalkScreen *screen, Str label, Str text, bool live) {
    if (text.len == 0) {
        return;
    }
    ui_box_begin(screen->ui, (UiBox){.gap = 1});
    screen_label(screen, screen_words(screen, label), live);
    ui_text(screen->ui, (UiText){.text = text, .marked = true, .live = live});
    ui_box_end(screen->ui);
}

void screen_why(const WalkScreen *screen, const Why *why, bool live) {
    ui_box_begin(screen->ui, (UiBox){.gap = 8});
    if (why->text.len > 0) {
        ui_text(screen->ui, (UiText){.text = why->text, .marked = true, .live = live});
    }
    say_labelled(screen, TR("What it makes possible"), why->gives, live);
    say_labelled(screen, TR("What it costs"), why->costs, live);
    say_labelled(screen, TR("Another way"), why->instead, live);
    ui_box_end(screen->ui);
}

static Str answered_aloud(const WalkScreen *screen, const ShownFeedback *feedback) {
    Str plain = feedback->typed ? feedback->answered : ui_plain_text(screen->ui, feedback->answered);
    return UI_FORMAT(screen->ui, TR("Your answer: {0}"), plain);
}

void screen_given(const WalkScreen *screen) {
    const WalkModel *model = screen->model;
    if (model->session.way.count == 0 || walk_has_feedback(model)) {
        return;
    }
    ShownFeedback given = walk_shown_feedback(screen->showing, model->session.way.count, false);
    if (given.answered.len > 0) {
        ui_aloud(screen->ui, answered_aloud(screen, &given), true);
    }
}

static void say_answered(const WalkScreen *screen, const ShownFeedback *feedback) {
    Ui *ui = screen->ui;
    if (feedback->time_up) {
        ui_text(ui, (UiText){.text = screen_words(screen, TR("Time is up: silence answered for you.")), .live = true});
    }
    if (feedback->answered.len == 0) {
        return;
    }
    Str aloud = answered_aloud(screen, feedback);
    if (feedback->result_count > 0) { // shown point by point
        ui_aloud(ui, aloud, true);
        return;
    }
    ui_box_begin(ui, (UiBox){.gap = 2, .role = ROLE_GROUP, .name = aloud, .live = true});
    screen_label(screen, screen_words(screen, TR("Your answer")), false);
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

static void say_mark(const WalkScreen *screen, Str name, Str words, int32_t tint) {
    Str aloud = str_format(ui_arena(screen->ui), "%.*s, %.*s", S_ARG(name), S_ARG(words));
    ui_box_begin(screen->ui, (UiBox){.flow = UI_WRAP,
                                     .gap = 10,
                                     .row_gap = 2,
                                     .align = UI_CENTER,
                                     .role = ROLE_GROUP,
                                     .name = aloud,
                                     .live = true});
    ui_tag(screen->ui, name, tint);
    ui_text(screen->ui, (UiText){.text = words, .style = TEXT_SMALL});
    ui_box_end(screen->ui);
}

static void say_effects(const WalkScreen *screen, const ShownFeedback *feedback) {
    Ui *ui = screen->ui;
    for (int32_t i = 0; i < feedback->mark_count; i++) {
        const ShownMark *mark = &feedback->marks[i];
        say_mark(screen, mark->name, mark->words, mark->mark > 0 ? UI_TINT_TEAL : UI_TINT_OCHRE);
    }
    for (int32_t i = 0; i < feedback->gauges.count; i++) {
        const ShownGauge *gauge = &feedback->gauges.rows[i];
        Str arrow = gauge->moved > 0 ? S("▲") : S("▼");
        ui_text(ui, (UiText){.text = str_format(ui_arena(ui), "%.*s %.*s", S_ARG(arrow), S_ARG(gauge->change_words)),
                             .style = TEXT_SMALL,
                             .live = true});
    }
    if (feedback->mastery != MASTERY_NOT_JUDGED) {
        bool reached = feedback->mastery == MASTERY_REACHED;
        say_mark(screen, reached ? S("✓") : S("–"),
                 screen_words(screen, reached ? TR("This is mastered.") : TR("Not mastered yet.")),
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

static Str result_words(const WalkScreen *screen, const ItemResult *result, const Verdict *verdict) {
    Str words = screen_words(screen, verdict->words);
    return result->key.len > 0 && result->result != RESULT_RIGHT
               ? UI_FORMAT(screen->ui, TR("{0}: {1}. Expected: {2}"), words, result->mine, result->key)
               : UI_FORMAT(screen->ui, TR("{0}: {1}"), words, result->mine);
}

static void say_result(const WalkScreen *screen, const ItemResult *result) {
    static const Verdict VERDICTS[] = {
        [RESULT_DEBATED] = {S_INIT("…"), TR_INIT("To be debated"), UI_TINT_SAND},
        [RESULT_OFF] = {S_INIT("✗"), TR_INIT("Elsewhere"), UI_TINT_TERRACOTTA},
        [RESULT_NEAR] = {S_INIT("≈"), TR_INIT("Nearly"), UI_TINT_OCHRE},
        [RESULT_RIGHT] = {S_INIT("✓"), TR_INIT("As expected"), UI_TINT_TEAL},
    };
    enum { SIGN_WIDTH = 36 };
    Ui *ui = screen->ui;
    const Verdict *verdict = &VERDICTS[result->result];
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 12, .align = UI_START});
    ui_box_begin(ui, (UiBox){.width = SIGN_WIDTH, .align = UI_START});
    ui_tag(ui, verdict->sign, verdict->tint);
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 3});
    ui_text(ui, (UiText){.text = result->item, .marked = true, .live = true});
    ui_text(ui, (UiText){.text = result_words(screen, result, verdict),
                         .style = TEXT_SMALL,
                         .color = ui_tint(verdict->tint).ink,
                         .live = true});
    if (result->why != NULL) {
        screen_why(screen, result->why, true);
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_results(const WalkScreen *screen, const ShownFeedback *feedback) {
    if (feedback->result_count == 0) {
        return;
    }
    ui_card_begin(screen->ui, (UiBox){.gap = 12});
    ui_text(screen->ui, (UiText){.text = screen_words(screen, TR("Point by point")),
                                 .style = TEXT_HEADING,
                                 .role = ROLE_HEADING,
                                 .live = true});
    for (int32_t i = 0; i < feedback->result_count; i++) {
        say_result(screen, &feedback->results[i]);
    }
    ui_card_end(screen->ui);
}

static void say_panel_row(const WalkScreen *screen, const PanelRow *row, int32_t n, bool live) {
    enum { WHOLE = 1000 };
    Ui *ui = screen->ui;
    Str count = screen_plural(screen, TRP("{0} colleague", "{0} colleagues"), row->count);
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

static void say_voice(const WalkScreen *screen, const PanelVoice *voice, bool live) {
    Ui *ui = screen->ui;
    Str head = voice->words.len > 0 ? UI_FORMAT(ui, TR("{0}: {1}"), voice->who, voice->words) : voice->who;
    ui_box_begin(ui, (UiBox){.gap = 3, .padding = {14, 0, 0, 0}});
    ui_text(ui, (UiText){.text = head, .style = TEXT_STRONG, .marked = true, .live = live});
    if (voice->why != NULL) {
        screen_why(screen, voice->why, live);
    }
    ui_box_end(ui);
}

void screen_panel(const WalkScreen *screen, const ShownPanel *panel, bool live) {
    Ui *ui = screen->ui;
    if (panel->n == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 12});
    Str title = screen_plural(screen, TRP("What {0} colleague answered", "What {0} colleagues answered"), panel->n);
    ui_text(ui, (UiText){.text = title, .style = TEXT_HEADING, .role = ROLE_HEADING, .live = live});
    if (panel->fictional) {
        screen_label(screen, screen_words(screen, TR("These colleagues are invented.")), live);
    }
    for (int32_t i = 0; i < panel->row_count; i++) {
        say_panel_row(screen, &panel->rows[i], panel->n, live);
    }
    for (int32_t i = 0; i < panel->voice_count; i++) {
        say_voice(screen, &panel->voices[i], live);
    }
    ui_card_end(ui);
}

static void say_reasons(const WalkScreen *screen, const ShownFeedback *feedback) {
    Ui *ui = screen->ui;
    int32_t effects = feedback->mark_count + feedback->gauges.count + feedback->mastery;
    if (feedback->why_count + effects == 0 && feedback->share.of == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 12});
    for (int32_t i = 0; i < feedback->why_count; i++) {
        screen_why(screen, feedback->whys[i], true);
    }
    say_effects(screen, feedback);
    ui_card_end(ui);
}

void screen_feedback(WalkScreen *screen) {
    Ui *ui = screen->ui;
    ShownFeedback feedback = walk_shown_feedback(screen->showing, screen->model->session.way.count, false);
    say_answered(screen, &feedback);
    screen_lines(screen, feedback.replies, feedback.reply_count, true);
    say_reasons(screen, &feedback);
    say_results(screen, &feedback);
    if (feedback.model.len > 0) {
        ui_card_begin(ui, (UiBox){.gap = 6});
        screen_label(screen, screen_words(screen, TR("One possible answer")), true);
        ui_text(ui, (UiText){.text = feedback.model, .marked = true, .live = true});
        ui_card_end(ui);
    }
    screen_panel(screen, &feedback.panel, true);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.key = S("go on"),
                                 .text = screen_words(screen, TR("Go on")),
                                 .hint = ui_key_name(ui, KEY_ENTER, 0),
                                 .kind = BUTTON_PRIMARY,
                                 .wants_focus = true})) {
        screen_wish(screen, WALK_GO_ON, 0, 0);
    }
    ui_box_end(ui);
}
