// Ordering, rating and placing items.
#include "view/solo_page.h"

static Str missing_words(const WalkScreen *screen, Str one, Str many) {
    return screen->ask.missing > 0 ? screen_plural(screen, one, many, screen->ask.missing) : (Str){0};
}

// How it is done, for whoever sees no key to press.
static void say_manner(const WalkScreen *screen, Str source) {
    ui_text(screen->ui,
            (UiText){.text = screen_words(screen, source), .style = TEXT_SMALL, .color = COLOR_SOFT, .live = true});
}

static UiId say_ranked(const WalkScreen *screen, const ShownItem *item, int32_t count) {
    enum { NUMBER_WIDTH = 16 };
    Ui *ui = screen->ui;
    UiId id = ui_box_begin(ui, (UiBox){.key = S("item"),
                                       .index = item->item,
                                       .flow = UI_ROW,
                                       .gap = 15,
                                       .align = UI_CENTER,
                                       .padding = {17, 12, 17, 12},
                                       .fill = item->carried ? COLOR_TEAL_LIGHT : COLOR_CARD,
                                       .stroke = item->carried ? COLOR_TEAL : COLOR_LINE,
                                       .stroke_width = item->carried ? 2 : 0,
                                       .radius = 14,
                                       .shadow = item->carried,
                                       .role = ROLE_ITEM,
                                       .name = ui_plain_text(ui, item->text),
                                       .value = item->carried ? screen_words(screen, TR("carried")) : (Str){0},
                                       .focusable = true,
                                       .wants_focus = item->focused,
                                       .keeps_arrows = item->carried,
                                       .draggable = true,
                                       .takes_drops = true,
                                       .place = item->where + 1,
                                       .set_size = count});
    ui_box_begin(ui, (UiBox){.least_width = NUMBER_WIDTH});
    ui_text(ui, (UiText){.text = ui_number(ui, item->where + 1),
                         .style = TEXT_HEADING,
                         .color = COLOR_TEAL_INK,
                         .role = UI_SILENT});
    ui_box_end(ui);
    ui_text(ui,
            (UiText){.text = item->text, .style = TEXT_READING, .marked = true, .role = UI_SILENT, .grow = UI_GROW});
    ui_box_end(ui);
    return id;
}

static void move_carried(WalkScreen *screen, int32_t from, int32_t to, int32_t count) {
    screen_wish(screen, WALK_MOVE, from, to);
    if (to < 0 || to >= count) {
        Str edge = to < 0 ? TR("It has the first place already.") : TR("It has the last place already.");
        ui_say(screen->ui, screen_words(screen, edge), true);
    }
}

static void answer_carried(WalkScreen *screen, int32_t place, int32_t count) {
    Ui *ui = screen->ui;
    if (ui_key(ui, KEY_UP, 0) || ui_key(ui, KEY_LEFT, 0)) {
        move_carried(screen, place, place - 1, count);
    } else if (ui_key(ui, KEY_DOWN, 0) || ui_key(ui, KEY_RIGHT, 0)) {
        move_carried(screen, place, place + 1, count);
    } else if (ui_key(ui, KEY_ESCAPE, 0)) {
        screen_wish(screen, WALK_CARRY, -1, 0);
    }
}

// What is dragged goes with the pointer, and so lies under it itself.
static void answer_drop(WalkScreen *screen, const UiId *ids, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        UiId what;
        if (!ui_dropped(screen->ui, ids[i], &what) || what == ids[i]) {
            continue;
        }
        for (int32_t from = 0; from < count; from++) {
            if (ids[from] == what) {
                screen_wish(screen, WALK_MOVE, from, i);
            }
        }
    }
}

void screen_rank(WalkScreen *screen) {
    Ui *ui = screen->ui;
    ShownItems items = walk_shown_items(screen->showing);
    UiId ids[LIMIT_ITEMS];
    int32_t carried = screen->model->draft.carried;
    say_manner(screen, TR("Space takes an answer up, arrows move it, Space puts it down. It can be dragged too."));
    ui_box_begin(ui, (UiBox){.gap = 8, .role = ROLE_LIST, .name = ui_plain_text(ui, screen->ask.prompt)});
    for (int32_t i = 0; i < items.count; i++) {
        ids[i] = say_ranked(screen, &items.rows[i], items.count);
        if (ui_pressed(ui, ids[i])) {
            bool goes_here = carried >= 0 && carried != i;
            screen_wish(screen, goes_here ? WALK_MOVE : WALK_CARRY, goes_here ? carried : i, i);
        }
    }
    ui_box_end(ui);
    if (carried >= 0) {
        answer_carried(screen, carried, items.count);
    }
    answer_drop(screen, ids, items.count);
    screen_submit(screen, false, (Str){0});
}

static void set_level(WalkScreen *screen, const ShownItems *items, int32_t i, int32_t level) {
    Ui *ui = screen->ui;
    screen_wish(screen, WALK_SET_LEVEL, i, level);
    ui_say(ui, UI_FORMAT(ui, TR("{0}, chosen"), ui_plain_text(ui, items->places[level])), true);
}

// One row of levels. Digits set the level of the item that the focus is on. Gives the id of the first.
static UiId say_rated(WalkScreen *screen, const ShownItems *items, int32_t i) {
    Ui *ui = screen->ui;
    const ShownItem *item = &items->rows[i];
    bool focused = false;
    ui_card_begin(ui, (UiBox){.key = S("item"),
                              .index = item->item,
                              .gap = 10,
                              .padding = {17, 13, 17, 13},
                              .radius = 14,
                              .role = ROLE_GROUP,
                              .name = ui_plain_text(ui, item->text),
                              .value = item->where >= 0 ? ui_plain_text(ui, items->places[item->where]) : (Str){0}});
    UiId first = ui_id(ui, S("level"), 0);
    ui_text(ui, (UiText){.text = item->text, .style = TEXT_READING, .marked = true});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (int32_t j = 0; j < items->place_count; j++) {
        focused = focused || ui_has_focus(ui, ui_id(ui, S("level"), j));
        if (ui_pill(ui, (UiToggle){.key = S("level"),
                                   .index = j,
                                   .text = ui_plain_text(ui, items->places[j]),
                                   .checked = item->where == j,
                                   .wants_focus = item->focused && j == (item->where < 0 ? 0 : item->where),
                                   .place = j + 1,
                                   .set_size = items->place_count})) {
            set_level(screen, items, i, j);
        }
    }
    int32_t digit =
        focused ? screen_find_digit(screen, items->place_count, screen_words(screen, TR("Set the level of this item")))
                : -1;
    if (digit >= 0) {
        set_level(screen, items, i, digit);
    }
    ui_box_end(ui);
    ui_card_end(ui);
    return first;
}

// The next one after what was placed last, round and round.
static int32_t find_next(const ShownItems *items, int32_t after) {
    for (int32_t i = 0; i < items->count; i++) {
        int32_t at = (after + i) % items->count;
        if (items->rows[at].where < 0) {
            return at;
        }
    }
    return -1;
}

// By keyboard the way goes on to what has no level yet; who points goes where they like.
static void go_to_unrated(const WalkScreen *screen, ShownItems items, const UiId *ids) {
    int32_t set = screen->action.kind == WALK_SET_LEVEL ? screen->action.index : -1;
    if (set < 0 || ui_input(screen->ui)->kind != INPUT_KEY) {
        return;
    }
    items.rows[set].where = screen->action.value;
    int32_t next = find_next(&items, set);
    if (next >= 0) {
        ui_focus(screen->ui, ids[next]);
    }
}

void screen_rate(WalkScreen *screen) {
    Ui *ui = screen->ui;
    ShownItems items = walk_shown_items(screen->showing);
    ui_box_begin(ui, (UiBox){.gap = 10, .role = ROLE_LIST, .name = ui_plain_text(ui, screen->ask.prompt)});
    UiId ids[LIMIT_ITEMS];
    for (int32_t i = 0; i < items.count; i++) {
        ids[i] = say_rated(screen, &items, i);
    }
    ui_box_end(ui);
    go_to_unrated(screen, items, ids);
    screen_submit(screen, false, missing_words(screen, TRP("{0} item left to rate", "{0} items left to rate")));
}

// Placing: what is said of items and bins, and where they are.
typedef struct {
    ShownItems items;
    UiId ids[LIMIT_ITEMS];
    UiId bins[LIMIT_LEVELS];
    int32_t next; // the item, as shown, that is to be placed next; -1: all are
} Placing;

static void say_placed(const WalkScreen *screen, Placing *placing, int32_t i) {
    Ui *ui = screen->ui;
    const ShownItem *item = &placing->items.rows[i];
    Str where = item->where >= 0 ? ui_plain_text(ui, placing->items.places[item->where])
                                 : screen_words(screen, TR("not placed yet"));
    placing->ids[i] = ui_card_begin(ui, (UiBox){.key = S("item"),
                                                .index = item->item,
                                                .padding = {14, 10, 14, 10},
                                                .radius = 14,
                                                .role = ROLE_ITEM,
                                                .name = ui_plain_text(ui, item->text),
                                                .value = where,
                                                .focusable = true,
                                                .wants_focus = i == placing->next,
                                                .draggable = true,
                                                .place = i + 1,
                                                .set_size = placing->items.count});
    ui_text(ui, (UiText){.text = item->text, .marked = true, .role = UI_SILENT});
    ui_card_end(ui);
}

static void say_unplaced(const WalkScreen *screen, Placing *placing) {
    enum { COLUMNS = 2 };
    Ui *ui = screen->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_GRID, .columns = screen->narrow ? 1 : COLUMNS, .gap = 12});
    for (int32_t i = 0; i < placing->items.count; i++) {
        if (placing->items.rows[i].where < 0) {
            say_placed(screen, placing, i);
        }
    }
    ui_box_end(ui);
}

static void say_bin(const WalkScreen *screen, Placing *placing, int32_t bin) {
    Ui *ui = screen->ui;
    UiId id = ui_id(ui, S("bin"), bin);
    bool wanted = ui_is_hovered(ui, id) || ui_would_take(ui, id);
    Str number = ui_number(ui, bin + 1), place = placing->items.places[bin];
    placing->bins[bin] = ui_box_begin(
        ui, (UiBox){.key = S("bin"),
                    .index = bin,
                    .gap = 10,
                    .padding = UI_PAD(14),
                    .least_height = screen->narrow ? 90 : 180,
                    .fill = wanted ? COLOR_TEAL_LIGHT : COLOR_NONE,
                    .stroke = wanted ? COLOR_TEAL : COLOR_EDGE,
                    .radius = 14,
                    .dashed = true,
                    .role = ROLE_GROUP,
                    .name = str_format(ui_arena(ui), "%.*s, %.*s", S_ARG(number), S_ARG(ui_plain_text(ui, place))),
                    .live = true,
                    .takes_drops = true,
                    .chosen_by_pointer = true});
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8, .align = UI_START});
    ui_keycap(ui, number);
    ui_text(ui, (UiText){.text = place, .style = TEXT_HEADING, .marked = true, .grow = UI_GROW});
    ui_box_end(ui);
    for (int32_t i = 0; i < placing->items.count; i++) {
        if (placing->items.rows[i].where == bin) {
            say_placed(screen, placing, i);
        }
    }
    ui_box_end(ui);
}

static void put(WalkScreen *screen, const Placing *placing, int32_t i, int32_t bin) {
    Ui *ui = screen->ui;
    const ShownItem *item = &placing->items.rows[i];
    Str where = bin >= 0 ? ui_plain_text(ui, placing->items.places[bin]) : screen_words(screen, TR("not placed yet"));
    screen_wish(screen, WALK_PUT, i, bin);
    ui_say(ui, UI_FORMAT(ui, TR("{0}: {1}"), ui_plain_text(ui, item->text), where), true);
}

static void answer_placing(WalkScreen *screen, const Placing *placing) {
    Ui *ui = screen->ui;
    int32_t bins = placing->items.place_count;
    int32_t digit = screen_find_digit(screen, bins, screen_words(screen, TR("Put this item there")));
    for (int32_t i = 0; i < placing->items.count; i++) {
        bool focused = ui_has_focus(ui, placing->ids[i]);
        if (ui_pressed(ui, placing->ids[i]) && placing->items.rows[i].where >= 0) {
            put(screen, placing, i, -1);
        }
        if (focused && digit >= 0) {
            put(screen, placing, i, digit);
        }
        for (int32_t bin = 0; bin < bins; bin++) {
            UiId what;
            bool dropped = ui_dropped(ui, placing->bins[bin], &what) && what == placing->ids[i];
            if (dropped || (focused && ui_pressed(ui, placing->bins[bin]))) {
                put(screen, placing, i, bin);
            }
        }
    }
}

void screen_classify(WalkScreen *screen) {
    enum { ABREAST = 3 };
    Ui *ui = screen->ui;
    Placing placing = {.items = walk_shown_items(screen->showing)};
    placing.next = find_next(&placing.items, screen->model->draft.focus);
    say_manner(screen, TR("A digit places the framed item. With the mouse: click it, then where it goes, or drag it."));
    say_unplaced(screen, &placing);
    int32_t columns = placing.items.place_count < ABREAST ? placing.items.place_count : ABREAST;
    ui_box_begin(ui, (UiBox){.flow = UI_GRID, .columns = screen->narrow ? 1 : columns, .gap = 15});
    for (int32_t bin = 0; bin < placing.items.place_count; bin++) {
        say_bin(screen, &placing, bin);
    }
    ui_box_end(ui);
    answer_placing(screen, &placing);
    if (placing.next < 0) {
        ui_aloud(ui, screen_words(screen, TR("All are placed.")), true);
    }
    screen_submit(screen, placing.next < 0,
                  missing_words(screen, TRP("{0} item left to place", "{0} items left to place")));
}
