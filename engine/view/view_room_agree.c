#include "view/room_page.h"

#include "base/utf8.h"
#include "scenario/advance.h"
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
        ui_button(
            ui,
            (UiButton){.key = S("all"), .text = room_text(page, TR("Is something missing?")), .kind = BUTTON_QUIET})) {
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

static int32_t text_width(Str text, int32_t em) {
    enum { THOUSAND = 1000 };
    int64_t width = 0;
    for (ptrdiff_t at = 0; at < text.len;) {
        width += advance_of(utf8_decode(text, &at));
    }
    return (int32_t)(width * em / THOUSAND);
}

// Of an item with its places beside it, or below where there is no room. Ems are a little wider than they are.
static int32_t item_height(const RoomPage *page, Str text, const Str *labels, int32_t count) {
    enum { EM = 17, LABEL_EM = 16, PILL = 30, PILL_LINE = 36, LINE = 23, BETWEEN = 14, THOUSAND = 1000 };
    int32_t wide = ui_width(page->ui) - BESIDE_MAIN - AROUND_CARD, lines = 1, across = 0;
    for (int32_t i = 0; i < count; i++) {
        int32_t pill = text_width(labels[i], LABEL_EM) + PILL;
        lines += across > 0 && across + pill > wide;
        across = across + pill > wide ? pill : across + pill;
    }
    bool beside = lines == 1 && text_width(text, EM) + across <= wide;
    int32_t above = beside ? 0 : advance_count_lines(text, wide * THOUSAND / EM) * LINE;
    return above + lines * PILL_LINE + BETWEEN;
}

// The items on one page with the one in sight: as many as the window has room for, in the order in which they stand.
static Span items_in_sight(const RoomPage *page, const SoloItems *items, const Str *labels) {
    enum { OTHERS = 330 }; // above the list, and below it
    Span sight = {0};
    int32_t height = 0;
    for (int32_t i = 0; i < items->count; i++) {
        const Item *item = &page->scenario->items.rows[page->ask->items.first + items->rows[i].item];
        int32_t higher = item_height(page, item->text, labels, items->place_count);
        bool turns = !page->narrow && height > 0 && height + higher > ui_height(page->ui) - OTHERS;
        if (turns && i > page->group->row) {
            break;
        }
        sight = turns ? (Span){i, 1} : (Span){sight.first, sight.count + 1};
        height = turns ? higher : height + higher;
    }
    return sight;
}

static void say_turning(RoomPage *page, Span sight, int32_t count) {
    Ui *ui = page->ui;
    if (sight.count == count) {
        return;
    }
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10, .align = UI_CENTER});
    Str range = UI_FORMAT(ui, TR("{0} to {1} of {2}"), ui_number(ui, sight.first + 1),
                          ui_number(ui, sight.first + sight.count), ui_number(ui, count));
    ui_text(ui, (UiText){.text = range, .style = TEXT_SMALL, .color = COLOR_SOFT, .live = true});
    if (ui_button(ui, (UiButton){.key = S("items-before"),
                                 .text = room_text(page, TR("Those before")),
                                 .compact = true,
                                 .disabled = sight.first == 0})) {
        room_want(page, GROUP_ROW, sight.first - 1);
    }
    if (ui_button(ui, (UiButton){.key = S("items-after"),
                                 .text = room_text(page, TR("Those after")),
                                 .compact = true,
                                 .disabled = sight.first + sight.count == count})) {
        room_want(page, GROUP_ROW, sight.first + sight.count);
    }
    ui_box_end(ui);
}

static void say_places(RoomPage *page, const SoloItems *items) {
    Ui *ui = page->ui;
    Str labels[LIMIT_LEVELS > LIMIT_BINS ? LIMIT_LEVELS : LIMIT_BINS];
    for (int32_t place = 0; place < items->place_count; place++) {
        labels[place] = telling_place(page->telling, page->ask, place);
    }
    Span sight = items_in_sight(page, items, labels);
    say_turning(page, sight, items->count);
    for (int32_t i = sight.first; i < sight.first + sight.count; i++) {
        const Item *item = &page->scenario->items.rows[page->ask->items.first + items->rows[i].item];
        ui_divider(ui);
        ui_box_begin(ui, (UiBox){.key = S("item"),
                                 .index = i,
                                 .flow = UI_WRAP,
                                 .gap = 10,
                                 .row_gap = 4,
                                 .align = UI_CENTER,
                                 .justify = UI_BETWEEN}); // its places stand below those of the others
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
