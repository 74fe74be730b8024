#include "view/room_page.h"

#include "base/utf8.h"
#include "solo/solo_shown.h"

static void say_noticed(RoomPage *page) {
    Ui *ui = page->ui;
    SoloTyped typed = solo_typed(&page->group->solo);
    if (typed.count == 0) {
        return;
    }
    ui_heading(ui, room_text(page, TR("Noticed in it")));
    for (int32_t i = 0; i < typed.count; i++) {
        const SoloDetector *row = &typed.rows[i];
        const Detector *detector = &page->scenario->detectors.rows[row->use->detector.id];
        if ((row->noticed || row->ticked || page->group->solo.draft.lists_all) &&
            ui_checkbox(ui,
                        (UiToggle){.key = S("detector"), .index = i, .text = detector->name, .checked = row->ticked})) {
            room_want_draft(page, SOLO_TICK, i, 0, (Str){0});
        }
    }
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10});
    if (!page->group->solo.draft.lists_all &&
        ui_button(ui, (UiButton){.key = S("all"),
                                 .text = room_text(page, TR("Is something missing?")),
                                 .kind = BUTTON_QUIET,
                                 .flush = true})) {
        room_want_draft(page, SOLO_LIST_ALL, 0, 0, (Str){0});
    }
    Str shows = page->group->shows_found ? TR("Hide it from the room") : TR("Show it to the room");
    if (room_button(page, S("found"), 0, room_text(page, shows), (Str){0})) {
        room_want(page, GROUP_FOUND, !page->group->shows_found);
    }
    ui_box_end(ui);
}

static void say_writing(RoomPage *page) {
    Ui *ui = page->ui;
    Str text;
    ui_text(ui, (UiText){.text = telling_prompt(page->telling, page->ask), .style = TEXT_READING, .marked = true});
    if (ui_field(ui,
                 (UiField){.key = S("words"),
                           .name = room_text(page, TR("The words that the group agrees on")),
                           .text = page->group->solo.draft.text,
                           .placeholder = room_text(page, TR("The words that the group agrees on")),
                           .multiline = true,
                           .rows = 3,
                           .most_chars = LIMIT_ANSWER_CHARS,
                           .style = TEXT_READING,
                           .wants_focus = true},
                 &text)) {
        room_want_draft(page, SOLO_SET_TEXT, 0, 0, text);
    }
    say_noticed(page);
}

static void say_order(RoomPage *page, const SoloItems *items) {
    Ui *ui = page->ui;
    for (int32_t i = 0; i < items->count; i++) {
        const Item *item = &page->scenario->items.rows[page->ask->items.first + items->rows[i].item];
        ui_divider(ui);
        ui_box_begin(ui, (UiBox){.key = S("item"), .index = i, .flow = UI_ROW, .gap = 10, .align = UI_CENTER});
        ui_text(ui, (UiText){.text = ui_number(ui, i + 1), .style = TEXT_STRONG});
        ui_text(ui, (UiText){.text = item->text, .marked = true, .grow = UI_GROW});
        if (ui_button(ui, (UiButton){.key = S("up"),
                                     .index = i,
                                     .text = S("▲"),
                                     .name = UI_FORMAT(ui, TR("{0}: one place up"), item->text),
                                     .compact = true,
                                     .disabled = i == 0})) {
            room_want_draft(page, SOLO_MOVE, i, i - 1, (Str){0});
        }
        if (ui_button(ui, (UiButton){.key = S("down"),
                                     .index = i,
                                     .text = S("▼"),
                                     .name = UI_FORMAT(ui, TR("{0}: one place down"), item->text),
                                     .compact = true,
                                     .disabled = i + 1 == items->count})) {
            room_want_draft(page, SOLO_MOVE, i, i + 1, (Str){0});
        }
        ui_box_end(ui);
    }
}

static void say_places(RoomPage *page, const SoloItems *items) {
    Ui *ui = page->ui;
    Str labels[LIMIT_LEVELS > LIMIT_BINS ? LIMIT_LEVELS : LIMIT_BINS];
    for (int32_t place = 0; place < items->place_count; place++) {
        labels[place] = telling_place(page->telling, page->ask, place);
    }
    for (int32_t i = 0; i < items->count; i++) {
        const Item *item = &page->scenario->items.rows[page->ask->items.first + items->rows[i].item];
        ui_divider(ui);
        ui_box_begin(ui, (UiBox){.key = S("item"), .index = i, .flow = UI_WRAP, .gap = 10, .row_gap = 4});
        ui_text(ui, (UiText){.text = item->text, .marked = true});
        int32_t chosen = ui_choices(ui, (UiChoices){.key = S("place"),
                                                    .name = item->text,
                                                    .labels = labels,
                                                    .count = items->place_count,
                                                    .chosen = items->rows[i].where});
        if (chosen != items->rows[i].where) {
            room_want_draft(page, page->ask->kind == ASK_RATE ? SOLO_SET_LEVEL : SOLO_PUT, i, chosen, (Str){0});
        }
        ui_box_end(ui);
    }
}

static void say_set(RoomPage *page) {
    SoloOptions options = solo_options(&page->group->solo);
    for (int32_t i = 0; i < options.count; i++) {
        const SoloOption *option = &options.rows[i];
        Str text = telling_option(page->telling, page->ask, option->option);
        if (ui_checkbox(page->ui,
                        (UiToggle){.key = S("option"), .index = i, .text = text, .checked = option->ticked})) {
            room_want_draft(page, SOLO_TOGGLE, i, 0, (Str){0});
        }
    }
}

void room_say_agreeing(RoomPage *page) {
    Ui *ui = page->ui;
    SoloItems items = solo_items(&page->group->solo);
    ui_card_begin(ui, (UiBox){.key = S("agree"), .gap = 4});
    ui_heading(ui, room_text(page, TR("One answer of all")));
    if (page->group->solo.phase == SOLO_PHASE_WORDS) {
        say_writing(page);
    } else if (page->ask->kind == ASK_RANK) {
        say_order(page, &items);
    } else if (page->ask->kind == ASK_MULTIPLE) {
        say_set(page);
    } else {
        say_places(page, &items);
    }
    ui_card_end(ui);
}

void room_say_sure(RoomPage *page) {
    Ui *ui = page->ui;
    ui_card_begin(ui, (UiBox){.key = S("sure"), .gap = 10});
    ui_heading(ui, room_text(page, TR("How sure is the room?")));
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10});
    for (int32_t i = 1; i <= 3; i++) {
        if (room_button(page, S("level"), i, telling_confidence(page->telling, i), ui_number(ui, i))) {
            room_want(page, GROUP_SURE, i);
        }
    }
    ui_box_end(ui);
    ui_card_end(ui);
}
