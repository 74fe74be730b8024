// Placing items in bins: the items that are left above, the bins below, always in sight; what was placed lies in its
// bin.
#include "view/solo_page.h"

typedef struct {
    SoloItems items;
    UiId bins[LIMIT_BINS];
    int32_t next;   // the item, as shown, that is to be placed next; -1: all are
    int32_t chosen; // a bin that was clicked on the card of that one; -1: none
} Placing;

enum { FEW_ABREAST = 2, ABREAST = 3, MOST_ABREAST = 4, FEW_WIDTH = 560, MOST_WIDTH = 1000, LEAST_HEIGHT = 440 };

// "M. Guillou, 81 ans" is that person's card.
static bool is_of(Str item, Str who) {
    return str_begins(item, who) && (item.len == who.len || item.text[who.len] == ',');
}

static bool has_card(const SoloPage *page, Str who) {
    const Scenario *scenario = telling_scenario(page->telling);
    Span items = solo_ask(page->solo)->items;
    for (int32_t i = 0; i < items.count; i++) {
        if (is_of(scenario->items.rows[items.first + i].text, who)) {
            return true;
        }
    }
    return false;
}

bool page_quotes(const SoloPage *page) {
    if (page->solo->phase != SOLO_PHASE_ASK || page->ask.kind != ASK_CLASSIFY) {
        return false;
    }
    ToldScenes scenes = telling_scenes(page->telling, solo_place(page->solo));
    int32_t spoken = 0;
    for (int32_t i = 0; i < scenes.count; i++) {
        for (int32_t j = 0; j < scenes.rows[i].lines.count; j++) {
            const ToldLine *line = &scenes.rows[i].lines.rows[j];
            if (line->by != 0 && !has_card(page, line->who)) {
                return false;
            }
            spoken += line->by != 0;
        }
    }
    return spoken > 0;
}

// All that the person of a card said.
static Str find_quote(const SoloPage *page, Str item) {
    ToldScenes scenes = telling_scenes(page->telling, solo_place(page->solo));
    StrBuilder said = {.arena = ui_arena(page->ui)};
    for (int32_t i = 0; i < scenes.count; i++) {
        for (int32_t j = 0; j < scenes.rows[i].lines.count; j++) {
            const ToldLine *line = &scenes.rows[i].lines.rows[j];
            if (line->by != 0 && is_of(item, line->who)) {
                str_add(&said, said.count > 0 ? S(" ") : S(""));
                str_add(&said, line->text);
            }
        }
    }
    return str_built(&said);
}

static Str place_text(const SoloPage *page, int32_t place) {
    return place < 0 ? page_words(page, TR("not placed yet"))
                     : ui_plain_text(page->ui, telling_place(page->telling, solo_ask(page->solo), place));
}

// Below the list of what is left where there is height for both, else after it on one page.
bool page_has_board(const SoloPage *page) {
    return page->solo->phase == SOLO_PHASE_ASK && page->ask.kind == ASK_CLASSIFY && ui_height(page->ui) >= LEAST_HEIGHT;
}

static Str placed_words(const SoloPage *page, const Placing *placing, int32_t i, int32_t bin) {
    Ui *ui = page->ui;
    Str name = ui_plain_text(ui, page_item_text(page, &placing->items.rows[i]));
    return UI_FORMAT(ui, TR("{0}: {1}"), name, place_text(page, bin));
}

static void put(SoloPage *page, const Placing *placing, int32_t i, int32_t bin) {
    page_wish(page, SOLO_PUT, i, bin);
    ui_say(page->ui, placed_words(page, placing, i, bin), true);
}

static UiBox card_of(const SoloPage *page, const Placing *placing, int32_t i) {
    const SoloItem *item = &placing->items.rows[i];
    bool placed = item->where >= 0;
    return (UiBox){.key = S("item"),
                   .index = item->item,
                   .padding = placed ? (UiEdges){10, 5, 10, 5} : (UiEdges){14, 10, 14, 10},
                   .radius = placed ? 10 : 14,
                   .role = ROLE_ITEM,
                   .name = ui_plain_text(page->ui, page_item_text(page, item)),
                   .value = place_text(page, item->where),
                   .focusable = true,
                   .wants_focus = i == placing->next,
                   .draggable = true,
                   .place = i + 1,
                   .set_size = placing->items.count};
}

// Where bins are out of sight, the card that is to be placed tells what each digit means, and a click there places it.
static void say_places(SoloPage *page, Placing *placing) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8, .row_gap = 4, .padding = {0, 4, 0, 0}});
    for (int32_t bin = 0; bin < placing->items.place_count; bin++) {
        UiId id = ui_id(ui, S("place"), bin);
        ui_box_begin(ui, (UiBox){.key = S("place"),
                                 .index = bin,
                                 .flow = UI_ROW,
                                 .gap = 6,
                                 .padding = {6, 4, 10, 4},
                                 .align = UI_CENTER,
                                 .fill = ui_is_hovered(ui, id) ? COLOR_TEAL_LIGHT : COLOR_RAISED,
                                 .radius = 10,
                                 .chosen_by_pointer = true});
        ui_keycap(ui, ui_number(ui, bin + 1));
        ui_text(ui, (UiText){.text = place_text(page, bin), .style = TEXT_SMALL, .role = UI_SILENT});
        ui_box_end(ui);
        placing->chosen = ui_pressed(ui, id) ? bin : placing->chosen;
    }
    ui_box_end(ui);
}

static void say_item_left(SoloPage *page, Placing *placing, int32_t i) {
    Ui *ui = page->ui;
    Str text = page_item_text(page, &placing->items.rows[i]);
    Str quote = page_quotes(page) ? find_quote(page, text) : (Str){0};
    UiBox card = card_of(page, placing, i);
    if (quote.len > 0) {
        quote = UI_FORMAT(ui, TR("“{0}”"), quote);
        card.name = telling_labelled(page->telling, card.name, ui_plain_text(ui, quote));
    }
    page->items[i] = ui_card_begin(ui, card);
    ui_text(ui, (UiText){.text = text,
                         .style = quote.len > 0 ? TEXT_LABEL : TEXT_BODY,
                         .color = quote.len > 0 ? COLOR_SOFT : COLOR_INK,
                         .marked = true,
                         .role = UI_SILENT});
    if (quote.len > 0) {
        ui_text(ui, (UiText){.text = quote, .marked = true, .role = UI_SILENT});
    }
    if (i == placing->next && !page_has_board(page)) {
        say_places(page, placing);
    }
    ui_card_end(ui);
}

// The first from `from` on that is not placed, round and round; -1: all are.
static int32_t find_left(const SoloItems *items, int32_t from) {
    for (int32_t i = 0; i < items->count; i++) {
        int32_t at = (from + i) % items->count;
        if (items->rows[at].where < 0) {
            return at;
        }
    }
    return -1;
}

static Placing placing_of(const SoloPage *page) {
    Placing placing = {.items = solo_items(page->solo), .chosen = -1};
    placing.next = find_left(&placing.items, page->solo->draft.focus);
    return placing;
}

static void put_next(SoloPage *page, const Placing *placing, int32_t bin) {
    put(page, placing, placing->next, bin);
    int32_t then = find_left(&placing->items, placing->next + 1);
    ui_focus(page->ui, then != placing->next ? page->items[then] : 0);
}

// What was placed last and is out of sight now.
static void say_last_placed(const SoloPage *page, const Placing *placing) {
    int32_t last = page->solo->draft.focus;
    if (placing->next >= 0 && placing->items.rows[last].where >= 0) {
        ui_text(page->ui, (UiText){.text = placed_words(page, placing, last, placing->items.rows[last].where),
                                   .style = TEXT_SMALL,
                                   .color = COLOR_TEAL_INK,
                                   .role = UI_SILENT});
    }
}

void page_classify(SoloPage *page) {
    enum { FEW = 6, COLUMNS = 2, MANY_COLUMNS = 3 };
    Ui *ui = page->ui;
    Placing placing = placing_of(page);
    page_manner(page, TR("A digit places the framed card. With the mouse: click it, then where it goes, or drag it."));
    if (!page_has_board(page)) {
        say_last_placed(page, &placing);
    }
    int32_t columns = page->narrow ? 1 : placing.items.count > FEW ? MANY_COLUMNS : COLUMNS;
    page->left = ui_box_begin(
        ui, (UiBox){.key = S("left"), .flow = UI_GRID, .columns = columns, .gap = 10, .takes_drops = true});
    for (int32_t i = 0; i < placing.items.count; i++) {
        if (placing.items.rows[i].where < 0) {
            say_item_left(page, &placing, i);
        }
    }
    ui_box_end(ui);
    if (placing.chosen >= 0) {
        put_next(page, &placing, placing.chosen);
    }
    if (!page_has_board(page)) {
        page_board(page);
    }
}

static void say_placed(SoloPage *page, const Placing *placing, int32_t i) {
    Ui *ui = page->ui;
    page->items[i] = ui_card_begin(ui, card_of(page, placing, i));
    ui_text(ui, (UiText){.text = page_item_text(page, &placing->items.rows[i]),
                         .style = TEXT_SMALL,
                         .marked = true,
                         .role = UI_SILENT});
    ui_card_end(ui);
}

// The card placed last stands first, where it is seen however many there are.
static void say_contents(SoloPage *page, const Placing *placing, int32_t bin) {
    enum { CARD_HEIGHT = 34 };
    Ui *ui = page->ui;
    int32_t last = page->solo->draft.focus;
    bool board = page_has_board(page);
    ui_box_begin(ui, (UiBox){.key = S("in"),
                             .gap = 6,
                             .height = board ? UI_GROW : UI_FIT,
                             .least_height = board ? CARD_HEIGHT : 0,
                             .scrolls = board});
    for (int32_t i = -1; i < placing->items.count; i++) {
        int32_t at = i < 0 ? last : i;
        if (placing->items.rows[at].where == bin && i != last) {
            say_placed(page, placing, at);
        }
    }
    ui_box_end(ui);
}

static int32_t count_in(const Placing *placing, int32_t bin) {
    int32_t count = 0;
    for (int32_t i = 0; i < placing->items.count; i++) {
        count += placing->items.rows[i].where == bin;
    }
    return count;
}

static void say_bin(SoloPage *page, Placing *placing, int32_t bin) {
    Ui *ui = page->ui;
    UiId id = ui_id(ui, S("bin"), bin);
    bool wanted = ui_is_hovered(ui, id) || ui_would_take(ui, id);
    int32_t count = count_in(placing, bin);
    Str number = ui_number(ui, bin + 1), place = telling_place(page->telling, solo_ask(page->solo), bin);
    placing->bins[bin] = ui_box_begin(
        ui, (UiBox){.key = S("bin"),
                    .index = bin,
                    .width = UI_GROW,
                    .gap = 8,
                    .padding = page->narrow ? UI_PAD(8) : UI_PAD(14),
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
    ui_text(
        ui,
        (UiText){.text = place, .style = page->narrow ? TEXT_STRONG : TEXT_HEADING, .marked = true, .grow = UI_GROW});
    if (count > 0) {
        ui_text(ui,
                (UiText){.text = ui_number(ui, count), .style = TEXT_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
    }
    ui_box_end(ui);
    say_contents(page, placing, bin);
    ui_box_end(ui);
}

// A click on a card that lies in a bin is one on the bin, as long as there is something to be placed: taken out it
// would be against what was meant. The keyboard means the card itself.
static void answer_pressed(SoloPage *page, const Placing *placing, int32_t i) {
    bool keyed = ui_input(page->ui)->kind == INPUT_KEY;
    int32_t where = placing->items.rows[i].where;
    if (where < 0) {
        page_wish(page, SOLO_FOCUS, i, 0);
    } else if (keyed || placing->next < 0) {
        put(page, placing, i, -1);
    } else {
        put_next(page, placing, where);
    }
}

static void answer_dropped(SoloPage *page, const Placing *placing, int32_t i) {
    UiId what;
    for (int32_t bin = 0; bin < placing->items.place_count; bin++) {
        if (ui_dropped(page->ui, placing->bins[bin], &what) && what == page->items[i]) {
            put(page, placing, i, bin);
        }
    }
    if (ui_dropped(page->ui, page->left, &what) && what == page->items[i] && placing->items.rows[i].where >= 0) {
        put(page, placing, i, -1);
    }
}

static void answer_placing(SoloPage *page, const Placing *placing) {
    Ui *ui = page->ui;
    int32_t bins = placing->items.place_count, chosen = -1;
    int32_t digit = page_find_digit(page, bins, page_words(page, TR("Put this card there")));
    for (int32_t bin = 0; bin < bins; bin++) {
        chosen = ui_pressed(ui, placing->bins[bin]) ? bin : chosen;
    }
    for (int32_t i = 0; i < placing->items.count; i++) {
        bool focused = ui_has_focus(ui, page->items[i]);
        if (ui_pressed(ui, page->items[i])) {
            answer_pressed(page, placing, i);
        } else if (focused && (digit >= 0 || chosen >= 0)) {
            put(page, placing, i, digit >= 0 ? digit : chosen);
        }
        answer_dropped(page, placing, i);
    }
}

static int32_t count_abreast(const SoloPage *page, int32_t bins) {
    int32_t width = ui_width(page->ui), most = width < FEW_WIDTH ? FEW_ABREAST : ABREAST;
    if (bins == MOST_ABREAST) { // never three and one
        most = width < MOST_WIDTH ? FEW_ABREAST : MOST_ABREAST;
    }
    return bins < most ? bins : most;
}

void page_board(SoloPage *page) {
    Ui *ui = page->ui;
    Placing placing = placing_of(page);
    int32_t bins = placing.items.place_count, abreast = count_abreast(page, bins);
    int32_t tall = page_has_board(page) ? UI_GROW : UI_FIT;
    ui_box_begin(ui, (UiBox){.key = S("board"), .height = tall, .gap = 12});
    for (int32_t first = 0; first < bins; first += abreast) {
        ui_box_begin(ui, (UiBox){.flow = UI_ROW, .height = tall, .gap = 12});
        for (int32_t bin = first; bin < first + abreast; bin++) {
            if (bin < bins) {
                say_bin(page, &placing, bin);
            } else { // so that all are as wide
                ui_space(ui, UI_GROW);
            }
        }
        ui_box_end(ui);
    }
    ui_box_end(ui);
    answer_placing(page, &placing);
    if (placing.next < 0) {
        ui_aloud(ui, page_words(page, TR("All are placed.")), true);
    }
    page_submit(page,
                placing.next<0, page->ask.missing> 0
                    ? page_plural(page, TRP("{0} card left to place", "{0} cards left to place"), page->ask.missing)
                    : (Str){0});
}
