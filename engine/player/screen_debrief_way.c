// Of the debrief: what was answered, decision by decision, and what can be told of the answers.
#include "player/screen_debrief.h"
#include "session/mastery.h"

enum { BADGE = 32, BADGE_RADIUS = 9 };

static void say_badge(Ui *ui, Str text) {
    ui_box_begin(ui, (UiBox){.width = BADGE,
                             .height = BADGE,
                             .align = UI_CENTER,
                             .justify = UI_CENTER,
                             .radius = BADGE_RADIUS,
                             .fill = COLOR_SAND});
    ui_text(ui, (UiText){.text = text, .style = TEXT_LABEL, .color = COLOR_SAND_INK});
    ui_box_end(ui);
}

static void say_soft(Ui *ui, Str text) {
    ui_text(ui, (UiText){.text = text, .style = TEXT_SMALL, .color = COLOR_SOFT, .marked = true});
}

static void say_why(Ui *ui, const Why *why) {
    if (why->text.len > 0) {
        say_soft(ui, why->text);
    }
    if (why->gives.len > 0) {
        say_soft(ui, UI_FORMAT(ui, TR("What it makes possible: {0}"), why->gives));
    }
    if (why->costs.len > 0) {
        say_soft(ui, UI_FORMAT(ui, TR("What it costs: {0}"), why->costs));
    }
    if (why->instead.len > 0) {
        say_soft(ui, UI_FORMAT(ui, TR("Another way: {0}"), why->instead));
    }
}

static void say_mastery(Ui *ui, int32_t mastery) {
    if (mastery != MASTERY_NOT_JUDGED) {
        bool reached = mastery == MASTERY_REACHED;
        Str words = reached ? ui_words(ui, TR("Mastered")) : ui_words(ui, TR("Not yet"));
        Str told = str_format(ui_arena(ui), "%s %.*s", reached ? "✓" : "–", S_ARG(words));
        ui_box_begin(ui, (UiBox){.flow = UI_ROW});
        ui_tag(ui, told, reached ? UI_TINT_TEAL : UI_TINT_OCHRE);
        ui_box_end(ui);
    }
}

static void say_answered(Ui *ui, const ToldDecision *decision) {
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 3});
    ui_text(ui, (UiText){.text = decision->title, .style = TEXT_STRONG});
    Str words = decision->is_private ? ui_words(ui, TR("A private answer: nothing of it is kept.")) : decision->words;
    ui_text(ui, (UiText){
                    .text = words, .color = decision->is_private ? COLOR_SOFT : COLOR_INK, .marked = !decision->typed});
    for (int32_t i = 0; i < decision->why_count; i++) {
        say_why(ui, decision->whys[i]);
    }
    if (decision->why.len > 0) {
        say_soft(ui, decision->why);
    }
    say_mastery(ui, decision->mastery);
    ui_box_end(ui);
}

static void say_decision(const DebriefPage *page, const ToldDecision *decision, bool full) {
    Ui *ui = page->ui;
    bool wide = ui_width(ui) >= DEBRIEF_TWO_COLUMNS;
    Str number = ui_number(ui, decision->number);
    ui_divider(ui);
    ui_box_begin(ui, (UiBox){.flow = wide ? UI_ROW : UI_COLUMN, .gap = wide ? 14 : 6});
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .width = UI_GROW, .gap = 14, .align = UI_START});
    say_badge(ui, number);
    say_answered(ui, decision);
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.align = UI_START});
    if (ui_button(ui, (UiButton){.key = S("what-if"),
                                 .index = decision->number,
                                 .text = ui_words(ui, TR("Try other words")),
                                 .name = UI_FORMAT(ui, TR("Try other words: {0}, {1}"), number, decision->title),
                                 .kind = BUTTON_QUIET,
                                 .disabled = full})) {
        *page->action = (Action){.kind = ACTION_WHAT_IF, .index = decision->number};
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

void debrief_say_decisions(const DebriefPage *page) {
    Ui *ui = page->ui;
    const ToldDebrief *debrief = page->debrief;
    if (debrief->decisions.count == 0) {
        return;
    }
    bool full = page->player->walk_count >= MOST_WALKS;
    ui_card_begin(ui, (UiBox){.gap = 10});
    ui_heading(ui, ui_words(ui, TR("What you answered")));
    if (debrief->quiz && debrief->judged > 0) {
        Str count =
            UI_FORMAT(ui, TR("Mastered: {0} of {1}"), ui_number(ui, debrief->mastered), ui_number(ui, debrief->judged));
        ui_text(ui, (UiText){.text = count, .style = TEXT_STRONG});
    }
    if (full) {
        say_soft(ui, screen_full(ui));
    } else if (page->to_decisions) {
        ui_focus(ui, ui_id(ui, S("what-if"), 1));
    }
    for (int32_t i = 0; i < debrief->decisions.count; i++) {
        say_decision(page, &debrief->decisions.rows[i], full);
    }
    ui_card_end(ui);
}

static void say_panel(Ui *ui, const ToldCompared *row) {
    ui_divider(ui);
    ui_box_begin(ui, (UiBox){.gap = 3});
    ui_text(ui, (UiText){.text = row->title, .style = TEXT_STRONG});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("You: {0}"), row->mine)});
    if (row->most.len > 0) {
        ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("Most often in the panel: {0}"), row->most)});
    }
    say_soft(ui, UI_FORMAT(ui, TR("Answered as you did: {0} of {1} colleagues."), ui_number(ui, row->agreed),
                           ui_number(ui, row->n)));
    if (row->far) {
        say_soft(ui, ui_words(ui, TR("Few answered like you: something to talk about, not a mistake.")));
    }
    ui_box_end(ui);
}

void debrief_say_panels(const DebriefPage *page) {
    Ui *ui = page->ui;
    if (page->debrief->comparisons.count == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 10});
    ui_heading(ui, ui_words(ui, TR("Beside experienced colleagues")));
    for (int32_t i = 0; i < page->debrief->comparisons.count; i++) {
        say_panel(ui, &page->debrief->comparisons.rows[i]);
    }
    ui_card_end(ui);
}

void debrief_say_points(const DebriefPage *page) {
    Ui *ui = page->ui;
    if (page->debrief->points.count == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 10});
    ui_heading(ui, ui_words(ui, TR("Worth keeping")));
    for (int32_t i = 0; i < page->debrief->points.count; i++) {
        const ToldPoint *point = &page->debrief->points.rows[i];
        ui_box_begin(ui, (UiBox){.gap = 2});
        ui_text(ui, (UiText){.text = point->text, .marked = true});
        say_soft(ui, point->decision > 0
                         ? UI_FORMAT(ui, TR("Played out at decision {0}."), ui_number(ui, point->decision))
                         : ui_words(ui, TR("Not played out on this walk.")));
        ui_box_end(ui);
    }
    ui_card_end(ui);
}

void debrief_say_mirror(const DebriefPage *page) {
    Ui *ui = page->ui;
    if (!page->debrief->mirrored) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 10});
    ui_heading(ui, ui_words(ui, TR("In your own words")));
    if (page->debrief->mirror.count == 0) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("Nothing of this kind was noticed in your words this time."))});
    }
    for (int32_t i = 0; i < page->debrief->mirror.count; i++) {
        const ToldMirror *row = &page->debrief->mirror.rows[i];
        ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 12, .align = UI_START});
        ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 2});
        ui_text(ui, (UiText){.text = row->name, .style = TEXT_STRONG});
        if (row->about.len > 0) {
            say_soft(ui, row->about);
        }
        ui_box_end(ui);
        ui_tag(ui, str_format(ui_arena(ui), "× %d", row->count), UI_TINT_SAND);
        ui_box_end(ui);
    }
    ui_card_end(ui);
}
