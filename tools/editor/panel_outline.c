// The case as a list: its parts, and its scenes, which can be looked for.
#include "base/utf8.h"
#include "editor/form_words.h"
#include "editor/panel_map.h"
#include "map/map_write.h"

enum { FILTER_MOST_CHARS = 200 };

typedef struct {
    Str key, at, text;
    bool chosen; // on the map, beside others
    Str met;     // how often random walks met it; empty: none were made
    int32_t index;
    int32_t place, set_size;
} Entry;

static void say_entry(const Page *page, Entry entry) {
    Ui *ui = page->ui;
    UiId id = ui_id(ui, entry.key, entry.index);
    bool here = str_equal(entry.at, page->editor->looked_at), marked = here || entry.chosen;
    ui_box_begin(ui, (UiBox){.key = entry.key,
                             .index = entry.index,
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
                         .grow = UI_GROW,
                         .role = UI_SILENT});
    if (entry.met.len > 0) {
        ui_text(ui, (UiText){.text = entry.met, .style = TEXT_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
    }
    ui_box_end(ui);
    if (ui_pressed(ui, id)) {
        panel_want(page, (EditorAction){.kind = EDITOR_LOOK, .at = entry.at});
    }
}

static void say_parts(const Page *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.key = S("parts"), .role = ROLE_LIST, .name = panel_words(page, TR("Parts"))});
    for (int32_t i = 0; i < FORM_PART_COUNT; i++) {
        say_entry(page, (Entry){.key = S("part"),
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

static bool fits(const Page *page, Str text) {
    Arena *arena = ui_arena(page->ui);
    Str wanted = utf8_fold_search(arena, page->editor->filter);
    return wanted.len == 0 || str_find(utf8_fold_search(arena, text), wanted) >= 0;
}

static void say_scenes(const Page *page) {
    Ui *ui = page->ui;
    Span scenes = page->scenario->scene_rows;
    int32_t said = 0;
    ui_box_begin(ui, (UiBox){.key = S("scenes"), .role = ROLE_LIST, .name = panel_words(page, TR("Scenes"))});
    for (int32_t i = 0; i < scenes.count; i++) {
        Str text = tell_scene(page, scenes.first + i);
        if (fits(page, text)) {
            const EditorMeasure *measure = &page->editor->measure;
            Str met = measure->on ? ui_number(ui, measure->walks.scene_hits[scenes.first + i]) : (Str){0};
            said++;
            say_entry(page, (Entry){.key = S("scene"),
                                    .index = i,
                                    .at = str_format(ui_arena(ui), "/scenes/%d", i),
                                    .text = text,
                                    .met = met,
                                    .chosen = page->editor->on_map.is_chosen[scenes.first + i],
                                    .place = i + 1,
                                    .set_size = scenes.count});
        }
    }
    ui_box_end(ui);
    if (said == 0) {
        ui_text(ui, (UiText){.text = panel_words(page, TR("No scene has this in its title.")), .color = COLOR_SOFT});
    }
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
    ui_box_begin(ui, (UiBox){.key = S("outline"),
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
    say_scenes(page);
    ui_box_end(ui);
    panel_say_scene_keys(page);
}
