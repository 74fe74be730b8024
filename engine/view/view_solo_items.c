// Ordering and rating items.
#include "view/solo_page.h"

static Str missing_words(const SoloPage *page, Str one, Str many) {
    return page->ask.missing > 0 ? page_plural(page, one, many, page->ask.missing) : (Str){0};
}

void page_manner(const SoloPage *page, Str source) {
    ui_text(page->ui,
            (UiText){.text = page_words(page, source), .style = TEXT_SMALL, .color = COLOR_SOFT, .live = true});
}

Str page_item_text(const SoloPage *page, const SoloItem *item) {
    const Scenario *scenario = telling_scenario(page->telling);
    return scenario->items.rows[solo_ask(page->solo)->items.first + item->item].text;
}

static Str place_text(const SoloPage *page, int32_t place) {
    return ui_plain_text(page->ui, telling_place(page->telling, solo_ask(page->solo), place));
}

// `lands`: what is dragged would take its place.
static UiId say_ranked(const SoloPage *page, const SoloItem *item, int32_t count, bool lands) {
    enum { NUMBER_WIDTH = 16 };
    Ui *ui = page->ui;
    UiId id = ui_box_begin(ui, (UiBox){.key = S("item"),
                                       .index = item->item,
                                       .flow = UI_ROW,
                                       .gap = 15,
                                       .align = UI_CENTER,
                                       .padding = {17, 12, 17, 12},
                                       .fill = item->carried || lands ? COLOR_TEAL_LIGHT : COLOR_CARD,
                                       .stroke = item->carried || lands ? COLOR_TEAL : COLOR_LINE,
                                       .stroke_width = item->carried || lands ? 2 : 0,
                                       .dashed = lands,
                                       .radius = 14,
                                       .shadow = item->carried,
                                       .role = ROLE_ITEM,
                                       .name = ui_plain_text(ui, page_item_text(page, item)),
                                       .value = item->carried ? page_words(page, TR("carried")) : (Str){0},
                                       .focusable = true,
                                       .wants_focus = item->focused,
                                       .keeps_arrows = item->carried,
                                       .draggable = true,
                                       .place = item->where + 1,
                                       .set_size = count});
    ui_box_begin(ui, (UiBox){.least_width = NUMBER_WIDTH});
    ui_text(ui, (UiText){.text = ui_number(ui, item->where + 1),
                         .style = TEXT_HEADING,
                         .color = COLOR_TEAL_INK,
                         .role = UI_SILENT});
    ui_box_end(ui);
    ui_text(ui, (UiText){.text = page_item_text(page, item),
                         .style = TEXT_READING,
                         .marked = true,
                         .role = UI_SILENT,
                         .grow = UI_GROW});
    ui_box_end(ui);
    return id;
}

static void move_carried(SoloPage *page, int32_t from, int32_t to, int32_t count) {
    page_wish(page, SOLO_MOVE, from, to);
    if (to < 0 || to >= count) {
        Str edge = to < 0 ? TR("It has the first place already.") : TR("It has the last place already.");
        ui_say(page->ui, page_words(page, edge), true);
    }
}

static void answer_carried(SoloPage *page, int32_t place, int32_t count) {
    Ui *ui = page->ui;
    if (ui_key_or_held(ui, KEY_UP, 0) || ui_key_or_held(ui, KEY_LEFT, 0)) {
        move_carried(page, place, place - 1, count);
    } else if (ui_key_or_held(ui, KEY_DOWN, 0) || ui_key_or_held(ui, KEY_RIGHT, 0)) {
        move_carried(page, place, place + 1, count);
    } else if (ui_key(ui, KEY_ESCAPE, 0)) {
        page_wish(page, SOLO_PUT_BACK, 0, 0);
    }
}

// By its name: where the focus stands then may be another.
static void say_put(const SoloPage *page, const SoloItem *item, Str where) {
    Str name = ui_plain_text(page->ui, page_item_text(page, item));
    ui_say(page->ui, UI_FORMAT(page->ui, TR("{0}: {1}"), name, where), true);
}

// `moved`: from 0, where it stands now.
static void move_to(SoloPage *page, const SoloItems *items, int32_t moved, int32_t to) {
    Ui *ui = page->ui;
    page_wish(page, SOLO_MOVE, moved, to);
    say_put(page, &items->rows[moved],
            UI_FORMAT(ui, TR("{0} of {1}"), ui_number(ui, to + 1), ui_number(ui, items->count)));
}

void page_rank(SoloPage *page) {
    Ui *ui = page->ui;
    SoloItems items = solo_items(page->solo);
    UiId ids[LIMIT_ITEMS];
    int32_t carried = page->solo->draft.carried;
    page_manner(page, TR("Space takes an answer up, arrows move it, Space puts it down. It can be dragged too."));
    ui_box_begin(ui, (UiBox){.gap = 8, .role = ROLE_LIST, .name = ui_plain_text(ui, page->prompt)});
    for (int32_t i = 0; i < items.count; i++) {
        ids[i] = ui_id(ui, S("item"), items.rows[i].item);
    }
    int32_t from, to;
    bool lands = ui_would_land(ui, ids, items.count, &from, &to);
    for (int32_t i = 0; i < items.count; i++) {
        (void)say_ranked(page, &items.rows[i], items.count, lands && i == to && i != from);
        if (ui_pressed(ui, ids[i])) {
            if (carried >= 0 && carried != i) {
                move_to(page, &items, carried, i);
            } else {
                page_wish(page, SOLO_CARRY, i, i);
            }
        }
    }
    ui_box_end(ui);
    if (carried >= 0) {
        answer_carried(page, carried, items.count);
    }
    if (ui_landed(ui, ids, items.count, &from, &to) && from != to) {
        move_to(page, &items, from, to);
    }
    page_submit(page, false, (Str){0});
}

static void set_level(SoloPage *page, const SoloItem *item, int32_t i, int32_t level) {
    page_wish(page, SOLO_SET_LEVEL, i, level);
    say_put(page, item, place_text(page, level));
}

// Levels that are all read as one digit are chosen by what is read. Others have a key of their own, which they show.
static bool are_read_as_keys(const SoloPage *page, int32_t count) {
    bool read = true;
    for (int32_t i = 0; i < count; i++) {
        Str text = place_text(page, i);
        read = read && text.len == 1 && text.text[0] >= '0' && text.text[0] <= '9';
    }
    return read;
}

static int32_t level_key(const SoloPage *page, const SoloItems *items, int32_t level) {
    return are_read_as_keys(page, items->place_count) ? place_text(page, level).text[0] : '1' + level;
}

// By a key, for the item that the focus is on; -1: none.
static int32_t find_level(const SoloPage *page, const SoloItems *items) {
    int32_t found = -1;
    for (int32_t i = 0; i < items->place_count; i++) {
        Str what = UI_FORMAT(page->ui, page_words(page, TR("Give this item the level “{0}”")), place_text(page, i));
        found = ui_shortcut(page->ui, level_key(page, items, i), 0, what) ? i : found;
    }
    return found;
}

static bool say_level(const SoloPage *page, const SoloItems *items, const SoloItem *item, int32_t level) {
    Ui *ui = page->ui;
    bool keys = are_read_as_keys(page, items->place_count);
    return ui_pill(ui, (UiToggle){.key = S("level"),
                                  .index = level,
                                  .text = place_text(page, level),
                                  .hint = keys ? (Str){0} : ui_number(ui, level + 1),
                                  .checked = item->where == level,
                                  .wants_focus = item->focused && level == (item->where < 0 ? 0 : item->where),
                                  .place = level + 1,
                                  .set_size = items->place_count});
}

// One row of levels. Gives the id of the first.
static UiId say_rated(SoloPage *page, const SoloItems *items, int32_t i) {
    Ui *ui = page->ui;
    const SoloItem *item = &items->rows[i];
    bool focused = false;
    ui_card_begin(ui, (UiBox){.key = S("item"),
                              .index = item->item,
                              .gap = 10,
                              .padding = {17, 13, 17, 13},
                              .radius = 14,
                              .role = ROLE_GROUP,
                              .name = ui_plain_text(ui, page_item_text(page, item)),
                              .value = item->where >= 0 ? place_text(page, item->where) : (Str){0}});
    UiId first = ui_id(ui, S("level"), 0);
    ui_text(ui, (UiText){.text = page_item_text(page, item), .style = TEXT_READING, .marked = true});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (int32_t j = 0; j < items->place_count; j++) {
        focused = focused || ui_keeps_focus(ui, ui_id(ui, S("level"), j));
        if (say_level(page, items, item, j)) {
            set_level(page, item, i, j);
        }
    }
    int32_t level = focused ? find_level(page, items) : -1;
    if (level >= 0) {
        set_level(page, item, i, level);
    }
    ui_box_end(ui);
    ui_card_end(ui);
    return first;
}

// The next one after what was placed last, round and round.
static int32_t find_next(const SoloItems *items, int32_t after) {
    for (int32_t i = 0; i < items->count; i++) {
        int32_t at = (after + i) % items->count;
        if (items->rows[at].where < 0) {
            return at;
        }
    }
    return -1;
}

// By keyboard the way goes on to what has no level yet, then to what gives the answer; who points goes where they like.
static void go_to_unrated(SoloPage *page, SoloItems items, const UiId *ids) {
    int32_t set = page->action.kind == SOLO_SET_LEVEL ? page->action.index : -1;
    if (set < 0 || ui_input(page->ui)->kind != INPUT_KEY) {
        return;
    }
    items.rows[set].where = page->action.value;
    int32_t next = find_next(&items, set);
    page->ask.can_submit = page->ask.can_submit || next < 0;
    ui_focus(page->ui, next >= 0 ? ids[next] : ui_id(page->ui, S("submit"), 0));
}

void page_rate(SoloPage *page) {
    Ui *ui = page->ui;
    SoloItems items = solo_items(page->solo);
    ui_box_begin(ui, (UiBox){.gap = 10, .role = ROLE_LIST, .name = ui_plain_text(ui, page->prompt)});
    UiId ids[LIMIT_ITEMS];
    for (int32_t i = 0; i < items.count; i++) {
        ids[i] = say_rated(page, &items, i);
    }
    ui_box_end(ui);
    go_to_unrated(page, items, ids);
    page_submit(page, false, missing_words(page, TRP("{0} item left to rate", "{0} items left to rate")));
}
