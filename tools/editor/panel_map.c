#include "editor/panel_map.h"

enum { CROSS_WEIGHT = 3 };

static SceneId chosen_scene(const Page *page) {
    Pointed place;
    Str at = page->editor->looked_at;
    bool found = str_begins(at, S("/scenes/")) && pointer_find(page->scenario, at, &place);
    return found ? page->editor->on_map.into[place.row] : 0;
}

static void want_scene(const Page *page, SceneId scene) {
    const Span rows = page->scenario->scene_rows;
    panel_want(page, (EditorAction){.kind = EDITOR_LOOK,
                                    .index = 1,
                                    .at = str_format(ui_arena(page->ui), "/scenes/%d", scene - rows.first)});
}

// The nearest scene in the direction of an arrow, what lies straight ahead first; 0: there is none.
static SceneId find_ahead(const Editor *editor, SceneId from, int32_t across, int32_t down) {
    const Layout *layout = &editor->map;
    const LayoutNode *here = &layout->nodes[from - 1];
    SceneId best = 0;
    int32_t least = 0;
    for (int32_t i = 0; i < layout->node_count; i++) {
        const LayoutNode *node = &layout->nodes[i];
        int32_t x = node->x - here->x, y = node->y - here->y;
        int32_t ahead = x * across + y * down, aside = x * down + y * across;
        int32_t far = ahead + CROSS_WEIGHT * (aside < 0 ? -aside : aside);
        bool seen = editor->on_map.into[node->scene] == node->scene;
        if (seen && ahead > 0 && (best == 0 || far < least)) {
            best = node->scene;
            least = far;
        }
    }
    return best;
}

// Arrows go from scene to scene, before the board would take them to move.
static void answer_arrows(const Page *page, UiId board, SceneId chosen) {
    static const struct {
        int32_t key, across, down;
    } ARROWS[] = {{KEY_LEFT, -1, 0}, {KEY_RIGHT, 1, 0}, {KEY_UP, 0, -1}, {KEY_DOWN, 0, 1}};
    const Layout *layout = &page->editor->map;
    for (int32_t i = 0; i < COUNT(ARROWS) && layout->node_count > 0 && ui_has_focus(page->ui, board); i++) {
        if (ui_key_or_held(page->ui, ARROWS[i].key, 0)) {
            SceneId next = chosen == 0 ? page->scenario->scene_rows.first
                                       : find_ahead(page->editor, chosen, ARROWS[i].across, ARROWS[i].down);
            if (next != 0) {
                want_scene(page, next);
            }
        }
    }
}

static BoardWish say_buttons(const Page *page) {
    static const struct {
        Str key, text, name;
        BoardWish wish;
    } BUTTONS[] = {{S_INIT("fit"), TR_INIT("See all"), TR_INIT("See all"), BOARD_FITS},
                   {S_INIT("farther"), S_INIT("−"), TR_INIT("Smaller"), BOARD_FARTHER},
                   {S_INIT("closer"), S_INIT("+"), TR_INIT("Larger"), BOARD_CLOSER}};
    Ui *ui = page->ui;
    BoardWish wish = BOARD_STAYS;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 6, .align = UI_CENTER, .padding = UI_PAD2(10, 6)});
    ui_text(
        ui,
        (UiText){.text = panel_words(page, TR("Map")), .style = TEXT_HEADING, .role = ROLE_HEADING, .grow = UI_GROW});
    if (page->scenario->read) {
        bool several = page->editor->on_map.draws_area;
        if (ui_pill(ui,
                    (UiToggle){.key = S("several"), .text = panel_words(page, TR("Several")), .checked = several})) {
            panel_want(page, (EditorAction){.kind = EDITOR_DRAW_AREA, .index = !several});
        }
        panel_say_scene_menu(page);
    }
    for (int32_t i = 0; i < COUNT(BUTTONS); i++) {
        if (ui_button(ui, (UiButton){.key = BUTTONS[i].key,
                                     .text = panel_words(page, BUTTONS[i].text),
                                     .name = panel_words(page, BUTTONS[i].name),
                                     .kind = BUTTON_QUIET,
                                     .compact = true})) {
            wish = BUTTONS[i].wish;
        }
    }
    ui_box_end(ui);
    return wish;
}

// What is carried does not draw the view behind it.
static Rect here_of(const Page *page, const Map *map) {
    const Layout *layout = &page->editor->map;
    return map->chosen != 0 && !panel_map_holds(page) ? editor_map_rect(&page->editor->on_map, layout, map->chosen)
                                                      : (Rect){0};
}

// For the signs of answers below a box; seen from afar they would lie on each other.
static bool has_room(const Map *map) {
    enum { ONE = 1024 };
    return map->view.zoom >= ui_px(map->page->ui, ONE) * 3 / 4;
}

static void say_board(const Page *page, Map *map, Str key, BoardWish wish) {
    Ui *ui = page->ui;
    const Layout *layout = &page->editor->map;
    UiId id = ui_id(ui, key, 0);
    MapPoint to = {0};
    map->view = ui_board_last_view(ui, id);
    bool goes = panel_map_goes_to(map, id, &to);
    Str told = map->chosen != 0 ? page->editor->targets[TARGET_SCENE].rows[map->chosen - 1].label : (Str){0};
    (void)ui_board(ui,
                   (UiBoard){.key = key,
                             .name = panel_words(page, TR("Map of the scenes")),
                             .value = told,
                             .content = {layout->left * EDITOR_MAP_UNIT, layout->top * EDITOR_MAP_UNIT,
                                         layout->width * EDITOR_MAP_UNIT, layout->height * EDITOR_MAP_UNIT},
                             .here = here_of(page, map),
                             .wish = wish,
                             .still = panel_map_holds(page),
                             .goes = goes,
                             .to_x = to.x,
                             .to_y = to.y,
                             .draw = panel_draw_map,
                             .context = map},
                   &map->view);
    map->exits = map->chosen != 0 && has_room(map) ? exits_of(ui_arena(ui), page->scenario, map->chosen) : (Exits){0};
}

void panel_say_map(const Page *page) {
    Ui *ui = page->ui;
    Map *map = arena_push(ui_arena(ui), Map, 1);
    Page *kept = arena_push(ui_arena(ui), Page, 1);
    *kept = *page;
    *map = (Map){.page = kept, .chosen = chosen_scene(page)};
    ui_enter_page(ui, S("map"));
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .height = UI_GROW, .padding = UI_PAD(6)});
    BoardWish wish = say_buttons(page);
    Str key = str_format(ui_arena(ui), "board-%d", page->editor->opened);
    UiId id = ui_id(ui, key, 0);
    panel_say_scene_keys(page, (Str){0});
    answer_arrows(page, id, map->chosen);
    say_board(page, map, key, wish);
    ui_box_end(ui);
    panel_map_answer(map, id);
    if (ui_has_focus(ui, id) && ui_key(ui, KEY_ENTER, 0) && page->editor->form.count > 0) {
        panel_want(page, (EditorAction){.kind = EDITOR_LOOK, .at = page->editor->form.rows[0].at});
    }
}
