// What the pointer and the keys do on the map: choose scenes, carry them, lead arrows elsewhere.
#include "editor/panel_map.h"

static Str pointer_of(const Page *page, SceneId scene) {
    return pointer_element(ui_arena(page->ui), S("/scenes"), scene - page->scenario->scene_rows.first);
}

static void want_hand(const Page *page, EditorActionKind kind, EditorHand hand) {
    panel_want(page, (EditorAction){.kind = kind, .hand = hand});
}

bool panel_map_holds(const Page *page) {
    return page->editor->on_map.hand.kind != HAND_EMPTY;
}

static bool is_near(MapPoint a, MapPoint b, int32_t across, int32_t down) {
    int32_t x = a.x - b.x, y = a.y - b.y;
    return (x < 0 ? -x : x) <= across && (y < 0 ? -y : y) <= down;
}

// The answer of the chosen scene whose sign is there; -1: none. Signs hang below their points.
static int32_t find_exit(const Map *map, MapPoint at) {
    enum { TALL = 20, WIDE = 26 };
    int32_t high = panel_map_reach(map, TALL), found = -1;
    for (int32_t i = 0; i < map->exits.count; i++) {
        MapPoint exit = panel_map_exit(map, i);
        exit.y += high / 2;
        found = is_near(at, exit, panel_map_reach(map, WIDE) / 2, high / 2) ? i : found;
    }
    return found;
}

// The scene to which a way of the chosen one leads whose end is there; 0: none.
static SceneId find_end(const Map *map, MapPoint at) {
    enum { AROUND = 9 };
    const Layout *layout = &map->page->editor->map;
    SceneId found = 0;
    for (int32_t i = 0; i < layout->edge_count; i++) {
        const LayoutEdge *edge = &layout->edges[i];
        if (edge->way.from == map->chosen && map->chosen != 0) {
            Rect to = editor_map_rect(&map->page->editor->on_map, layout, edge->way.to);
            MapPoint end =
                edge->back ? (MapPoint){to.x + to.width, to.y + to.height / 2} : (MapPoint){to.x + to.width / 2, to.y};
            int32_t reach = panel_map_reach(map, AROUND);
            found = is_near(at, end, reach, reach) ? edge->way.to : found;
        }
    }
    return found;
}

// Pixels of the board's place.
static MapPoint pixel_of(const Map *map, MapPoint at) {
    enum { ONE = 1024 };
    return (MapPoint){(int32_t)((int64_t)at.x * map->view.zoom / ONE) + map->view.x,
                      (int32_t)((int64_t)at.y * map->view.zoom / ONE) + map->view.y};
}

static Rect overview_of(const Map *map, UiId board) {
    Rect place = ui_last_rect(map->page->ui, board);
    return panel_map_overview(map, place.width, place.height);
}

static void take(const Map *map, UiId board, MapPoint at) {
    const Page *page = map->page;
    const EditorMap *on_map = &page->editor->on_map;
    bool adds = (ui_input(page->ui)->modifiers & (MOD_SHIFT | MOD_CTRL)) != 0;
    SceneId end = find_end(map, at), scene = editor_map_scene_at(on_map, &page->editor->map, at.x, at.y);
    EditorHand hand = {.first_x = at.x, .first_y = at.y, .x = at.x, .y = at.y, .adds = adds};
    hand.exit = find_exit(map, at);
    hand.from = map->chosen;
    MapPoint pixel = pixel_of(map, at);
    if (rect_holds(overview_of(map, board), pixel.x, pixel.y)) {
        hand.kind = HAND_OVERVIEW;
    } else if (hand.exit >= 0) {
        hand.kind = HAND_EXIT;
    } else if (end != 0) {
        hand.kind = HAND_WAY;
        hand.to = end;
    } else if (scene != 0 && (adds || on_map->draws_area)) {
        panel_want(page, (EditorAction){.kind = EDITOR_CHOOSE, .at = pointer_of(page, scene)});
    } else if (scene != 0) {
        hand.kind = HAND_SCENES;
        hand.from = scene;
    } else if (adds || on_map->draws_area) {
        hand.kind = HAND_AREA;
    } else if (on_map->chosen.count > 0) {
        panel_want(page, (EditorAction){.kind = EDITOR_CHOOSE});
    }
    if (hand.kind != HAND_EMPTY) {
        want_hand(page, EDITOR_TAKE, hand);
    }
}

void panel_map_answer(const Map *map, UiId board) {
    const Page *page = map->page;
    Ui *ui = page->ui;
    const UiInput *input = ui_input(ui);
    bool held = ui_is_held(ui, board), holds = panel_map_holds(page);
    MapPoint at;
    if (!held && !holds) {
        return;
    }
    ui_board_point(ui, board, &map->view, &at.x, &at.y);
    if (held && input->kind == INPUT_DOWN) {
        take(map, board, at);
    } else if (held && holds && input->kind == INPUT_MOVE) {
        want_hand(page, EDITOR_CARRY, (EditorHand){.x = at.x, .y = at.y});
    } else if (!held && holds && input->kind != INPUT_IDLE) {
        panel_want(page, (EditorAction){.kind = EDITOR_LET_GO, .index = input->kind == INPUT_UP});
    }
}

bool panel_map_goes_to(const Map *map, UiId board, MapPoint *to) {
    const Layout *layout = &map->page->editor->map;
    Rect small = overview_of(map, board);
    bool carried = map->page->editor->on_map.hand.kind == HAND_OVERVIEW && ui_is_held(map->page->ui, board);
    if (!carried || map->view.zoom == 0 || rect_is_empty(small)) {
        return false;
    }
    MapPoint at;
    ui_board_point(map->page->ui, board, &map->view, &at.x, &at.y);
    MapPoint pixel = pixel_of(map, at);
    int64_t x = pixel.x - small.x, y = pixel.y - small.y;
    to->x = (layout->left + (int32_t)(x * layout->width / small.width)) * EDITOR_MAP_UNIT;
    to->y = (layout->top + (int32_t)(y * layout->height / small.height)) * EDITOR_MAP_UNIT;
    return true;
}

static bool has_scene(const Editor *editor) {
    return str_begins(editor->looked_at, S("/scenes/")) || editor->on_map.chosen.count > 0;
}

static bool is_read(const Editor *editor) {
    return editor->document.reading.scenario->read;
}

static bool has_places(const Editor *editor) {
    return editor->on_map.is_placed;
}

static bool has_chosen(const Editor *editor) {
    return editor->on_map.chosen.count > 0;
}

static bool has_folds(const Editor *editor) {
    return editor->on_map.folds.count > 0;
}

// In the list those with words, as far as they can be done; the keys of all.
typedef struct {
    Str text, what;
    int32_t press, modifiers;
    bool (*can)(const Editor *editor);
    EditorAction action;
} SceneCommand;

enum { NUDGE_X = LAYOUT_NODE_WIDTH / 2, NUDGE_Y = LAYOUT_NODE_HEIGHT / 2 };

static const SceneCommand COMMANDS[] = {
    {.text = TR_INIT("Choose this scene too"),
     .what = TR_INIT("Choose this scene beside the others, or not any more"),
     .press = KEY_SPACE,
     .modifiers = MOD_CTRL,
     .can = has_scene,
     .action = {.kind = EDITOR_CHOOSE}},
    {.text = TR_INIT("Choose what hangs on this scene"), .can = has_scene, .action = {.kind = EDITOR_CHOOSE_BRANCH}},
    {.text = TR_INIT("Choose none"), .can = has_chosen, .action = {.kind = EDITOR_CHOOSE}},
    {.text = TR_INIT("Copy, with what hangs on it"),
     .what = TR_INIT("Copy the scenes that are chosen, or this one with what hangs on it alone"),
     .press = 'c',
     .modifiers = MOD_CTRL,
     .can = has_scene,
     .action = {.kind = EDITOR_COPY_BRANCH}},
    {.text = TR_INIT("Paste"),
     .what = TR_INIT("Paste the scenes that were copied"),
     .press = 'v',
     .modifiers = MOD_CTRL,
     .can = is_read,
     .action = {.kind = EDITOR_PASTE_BRANCH}},
    {.text = TR_INIT("Lead its answers elsewhere"),
     .what = TR_INIT("Go to where its first answer leads, then to where the next one does"),
     .press = 'l',
     .modifiers = MOD_CTRL,
     .can = has_scene,
     .action = {.kind = EDITOR_LEAD_WAY}},
    {.text = TR_INIT("Fold what hangs on it"), .can = has_scene, .action = {.kind = EDITOR_FOLD}},
    {.text = TR_INIT("Unfold"), .can = has_folds, .action = {.kind = EDITOR_UNFOLD}},
    {.text = TR_INIT("Tidy the map"), .can = has_places, .action = {.kind = EDITOR_TIDY}},
    {.text = TR_INIT("Remove"),
     .what = TR_INIT("Remove the scenes that are chosen, or this one"),
     .press = KEY_DELETE,
     .can = has_scene,
     .action = {.kind = EDITOR_DELETE_CHOSEN}},
    {.what = TR_INIT("Move its box on the map"),
     .press = KEY_LEFT,
     .modifiers = MOD_ALT,
     .can = has_scene,
     .action = {.kind = EDITOR_NUDGE, .hand = {.x = -NUDGE_X}}},
    {.press = KEY_RIGHT,
     .modifiers = MOD_ALT,
     .can = has_scene,
     .action = {.kind = EDITOR_NUDGE, .hand = {.x = NUDGE_X}}},
    {.press = KEY_UP,
     .modifiers = MOD_ALT,
     .can = has_scene,
     .action = {.kind = EDITOR_NUDGE, .hand = {.y = -NUDGE_Y}}},
    {.press = KEY_DOWN,
     .modifiers = MOD_ALT,
     .can = has_scene,
     .action = {.kind = EDITOR_NUDGE, .hand = {.y = NUDGE_Y}}},
};

static void want(const Page *page, const SceneCommand *command, Str scene) {
    EditorAction action = command->action;
    action.at = command->can == has_scene ? scene : (Str){0};
    action.text = action.kind == EDITOR_PASTE_BRANCH ? ui_clipboard_text(page->ui) : (Str){0};
    panel_want(page, action);
}

void panel_say_scene_keys(const Page *page, Str focused) {
    for (int32_t i = 0; i < COUNT(COMMANDS); i++) {
        const SceneCommand *command = &COMMANDS[i];
        bool pressed =
            command->press != 0 && ui_shortcut(page->ui, command->press, command->modifiers,
                                               command->what.len > 0 ? panel_words(page, command->what) : S(""));
        if (pressed && command->can(page->editor)) {
            want(page, command, focused.len > 0 ? focused : page->editor->looked_at);
        }
    }
}

void panel_say_scene_menu(const Page *page) {
    const SceneCommand *listed[COUNT(COMMANDS)];
    Str labels[COUNT(COMMANDS)];
    int32_t count = 0;
    for (int32_t i = 0; i < COUNT(COMMANDS); i++) {
        if (COMMANDS[i].text.len > 0 && COMMANDS[i].can(page->editor)) {
            labels[count] = panel_words(page, COMMANDS[i].text);
            listed[count++] = &COMMANDS[i];
        }
    }
    UiButton button = {.key = S("scenes-menu"),
                       .text = S("…"),
                       .name = panel_words(page, TR("What can be done with scenes")),
                       .kind = BUTTON_QUIET,
                       .compact = true};
    int32_t chosen = ui_menu(page->ui, button, labels, count);
    if (chosen >= 0) {
        want(page, listed[chosen], page->editor->looked_at);
    }
}
