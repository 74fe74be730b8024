// The case as a list: its parts, and its scenes, which can be looked for.
#include "base/utf8.h"
#include "editor/form_words.h"
#include "editor/panel_map.h"
#include "map/map_write.h"

enum {
    FILTER_MOST_CHARS = 200,
    LONG_LIST = 200, // scenes; of a longer list only what is in sight is said, in rows of one line
    ROW_HEIGHT = 35, // units
    SPARE_ROWS = 8   // said beyond what is in sight, for the focus to go there
};

typedef struct {
    Str key, at, text;
    bool chosen; // on the map, beside others
    Str met;     // how often random walks met it; empty: none were made
    int32_t index;
    int32_t place, set_size;
    int32_t height; // units; UI_FIT: as many lines as it takes
} Entry;

// Gives whether it has the focus.
static bool say_entry(const Page *page, Entry entry) {
    Ui *ui = page->ui;
    UiId id = ui_id(ui, entry.key, entry.index);
    bool here = str_equal(entry.at, page->editor->looked_at), marked = here || entry.chosen;
    ui_box_begin(ui, (UiBox){.key = entry.key,
                             .index = entry.index,
                             .height = entry.height,
                             .padding = UI_PAD2(10, 6),
                             .radius = 8,
                             .fill = marked                  ? COLOR_TEAL_LIGHT
                                     : ui_is_hovered(ui, id) ? COLOR_RAISED
                                                             : COLOR_NONE,
                             .role = ROLE_LINK,
                             .flow = UI_ROW,
                             .gap = 8,
                             .name = entry.met.len > 0 ? UI_FORMAT(ui, TR("{0}, met {1} times"), entry.text, entry.met)
                                                       : entry.text,
                             .focusable = true,
                             .checked = marked,
                             .wants_focus = here,
                             .place = entry.place,
                             .set_size = entry.set_size});
    ui_text(ui, (UiText){.text = entry.text,
                         .style = here ? TEXT_STRONG : TEXT_BODY,
                         .color = here ? COLOR_TEAL_INK : COLOR_INK,
                         .most_lines = entry.height > 0 ? 1 : 0,
                         .preview = true,
                         .grow = UI_GROW,
                         .role = UI_SILENT});
    if (entry.met.len > 0) {
        ui_text(ui, (UiText){.text = entry.met, .style = TEXT_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
    }
    ui_box_end(ui);
    if (ui_pressed(ui, id)) {
        panel_want(page, (EditorAction){.kind = EDITOR_LOOK, .at = entry.at});
    }
    return ui_has_focus(ui, id);
}

static void say_parts(const Page *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.key = S("parts"), .role = ROLE_LIST, .name = panel_words(page, TR("Parts"))});
    for (int32_t i = 0; i < FORM_PART_COUNT; i++) {
        (void)say_entry(page, (Entry){.key = S("part"),
                                      .index = i,
                                      .at = FORM_PARTS[i].at,
                                      .text = panel_words(page, FORM_PARTS[i].label)});
    }
    ui_box_end(ui);
}

static Str tell_scene(const Page *page, SceneId id) {
    Arena *arena = ui_arena(page->ui);
    Str caption = map_caption(arena, page->scenario, id);
    bool ends = page->scenario->scenes.rows[id].ending != 0;
    Str sign = page->editor->marks[id] == EDITOR_MARK_ERROR ? S(" ⚠") : (Str){0};
    caption = str_format(arena, "%.*s%.*s", S_ARG(caption), S_ARG(sign));
    return ends ? UI_FORMAT(page->ui, TR("{0} · End: {1}"), ui_number(page->ui, id), caption)
                : str_format(arena, "%d · %.*s", id, S_ARG(caption));
}

static bool fits(const Page *page, Str wanted, int32_t index) {
    Str text = wanted.len > 0 ? tell_scene(page, page->scenario->scene_rows.first + index) : (Str){0};
    return wanted.len == 0 || str_find(utf8_fold_search(ui_arena(page->ui), text), wanted) >= 0;
}

typedef struct {
    int32_t *rows; // scenes by their place in the file, those that are looked for
    int32_t count;
    int32_t first, end; // of those: in sight, and some more
} Listed;

static Listed list_scenes(const Page *page) {
    Arena *arena = ui_arena(page->ui);
    Str wanted = utf8_fold_search(arena, page->editor->filter);
    int32_t count = page->scenario->scene_rows.count;
    Listed listed = {.rows = arena_push(arena, int32_t, count)};
    for (int32_t i = 0; i < count; i++) {
        if (fits(page, wanted, i)) {
            listed.rows[listed.count++] = i;
        }
    }
    listed.end = listed.count;
    return listed;
}

// By where the list and what it scrolls in stood last.
static void leave_out_of_sight(const Page *page, Listed *listed, UiId list, UiId scrolled) {
    Rect rows = ui_last_rect(page->ui, list), sight = ui_last_rect(page->ui, scrolled);
    int32_t tall = ui_px(page->ui, ROW_HEIGHT), above = (sight.y - rows.y) / tall - SPARE_ROWS;
    int32_t most = sight.height / tall + 2 * SPARE_ROWS;
    listed->first = above < 0 ? 0 : above < listed->count ? above : listed->count;
    listed->end = listed->first + most < listed->count ? listed->first + most : listed->count;
}

static bool say_scene(const Page *page, int32_t index, bool one_line) {
    Ui *ui = page->ui;
    Span scenes = page->scenario->scene_rows;
    const EditorMeasure *measure = &page->editor->measure;
    Str met = measure->on ? ui_number(ui, measure->walks.scene_hits[scenes.first + index]) : (Str){0};
    return say_entry(page, (Entry){.key = S("scene"),
                                   .index = index,
                                   .at = pointer_element(ui_arena(ui), S("/scenes"), index),
                                   .text = tell_scene(page, scenes.first + index),
                                   .met = met,
                                   .chosen = page->editor->on_map.is_chosen[scenes.first + index],
                                   .place = index + 1,
                                   .set_size = scenes.count,
                                   .height = one_line ? ROW_HEIGHT : UI_FIT});
}

// The one that is looked at is always said, for it wants the focus. Gives the pointer of the one that has it; empty:
// none.
static Str say_scenes(const Page *page, UiId scrolled) {
    Ui *ui = page->ui;
    Pointed place = {0};
    Str at = page->editor->looked_at, focused = {0};
    bool scene = str_begins(at, S("/scenes/")) && pointer_find(page->scenario, at, &place);
    int32_t here = scene ? place.row - page->scenario->scene_rows.first : -1, left_out = 0;
    Listed listed = list_scenes(page);
    bool is_long = listed.count > LONG_LIST;
    UiId list =
        ui_box_begin(ui, (UiBox){.key = S("scenes"), .role = ROLE_LIST, .name = panel_words(page, TR("Scenes"))});
    if (is_long) {
        leave_out_of_sight(page, &listed, list, scrolled);
    }
    for (int32_t i = 0; i < listed.count; i++) {
        if ((i < listed.first || i >= listed.end) && listed.rows[i] != here) {
            left_out++;
            continue;
        }
        ui_space(ui, left_out * ROW_HEIGHT);
        left_out = 0;
        if (say_scene(page, listed.rows[i], is_long)) {
            focused = pointer_element(ui_arena(ui), S("/scenes"), listed.rows[i]);
        }
    }
    ui_space(ui, left_out * ROW_HEIGHT);
    ui_box_end(ui);
    if (listed.count == 0) {
        ui_text(ui, (UiText){.text = panel_words(page, TR("No scene has this in its title.")), .color = COLOR_SOFT});
    }
    return focused;
}

// Behind the scene that is looked at, else behind all.
static void say_add_scene(const Page *page) {
    static const Str WAYS[] = {S_INIT("ask"), S_INIT(""), S_INIT("ending")};
    static const Str WORDS[] = {TR_INIT("A scene with a decision"), TR_INIT("A scene that goes on"),
                                TR_INIT("An ending")};
    Ui *ui = page->ui;
    Str labels[COUNT(WORDS)], parent, token, at = S("/scenes/-");
    int32_t index = 0;
    for (int32_t i = 0; i < COUNT(WORDS); i++) {
        labels[i] = panel_words(page, WORDS[i]);
    }
    if (pointer_split(page->editor->looked_at, &parent, &token) && str_equal(parent, S("/scenes")) &&
        str_to_int(token, &index) && index + 1 < page->scenario->scene_rows.count) {
        at = pointer_element(ui_arena(ui), parent, index + 1);
    }
    Str text = panel_words(page, TR("Add a scene…"));
    int32_t chosen =
        ui_menu(ui, (UiButton){.key = S("add-scene"), .text = text, .compact = true}, labels, COUNT(WORDS));
    if (chosen >= 0) {
        panel_want(page, (EditorAction){.kind = EDITOR_ADD, .at = at, .text = WAYS[chosen]});
    }
}

static void say_filter(const Page *page) {
    Ui *ui = page->ui;
    Str name = panel_words(page, TR("Look for a scene")), edited;
    if (ui_field(ui,
                 (UiField){.key = S("filter"),
                           .name = name,
                           .placeholder = name,
                           .text = page->editor->filter,
                           .most_chars = FILTER_MOST_CHARS},
                 &edited)) {
        panel_want(page, (EditorAction){.kind = EDITOR_SET_FILTER, .text = edited});
    }
}

void panel_say_outline(const Page *page) {
    Ui *ui = page->ui;
    Str count = UI_FORMAT(ui, TR("Scenes · {0}"), ui_number(ui, page->scenario->scene_rows.count));
    UiId outline = ui_box_begin(ui, (UiBox){.key = S("outline"),
                                            .width = UI_GROW,
                                            .height = UI_GROW,
                                            .gap = 10,
                                            .padding = UI_PAD(12),
                                            .scrolls = true});
    say_parts(page);
    ui_divider(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .align = UI_CENTER, .justify = UI_BETWEEN});
    ui_heading(ui, count);
    if (page->scenario->read) {
        panel_say_scene_menu(page);
    }
    ui_box_end(ui);
    say_filter(page);
    if (page->scenario->read) {
        say_add_scene(page);
    }
    Str focused = say_scenes(page, outline);
    ui_box_end(ui);
    panel_say_scene_keys(page, focused);
}
