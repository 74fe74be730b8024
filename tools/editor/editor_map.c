// What is done on the map: scenes that are chosen, carried, folded, copied, and arrows that are led elsewhere.
#include "editor/editor_map.h"

#include "base/error.h"
#include "base/json.h"
#include "editor/branch.h"
#include "editor/editor_parts.h"
#include "editor/exits.h"
#include "editor/fresh.h"

#include <stdlib.h>

enum { WIDTH = LAYOUT_NODE_WIDTH * EDITOR_MAP_UNIT, HEIGHT = LAYOUT_NODE_HEIGHT * EDITOR_MAP_UNIT };

static const Scenario *scenario_of(const Editor *editor) {
    return editor->document.reading.scenario;
}

static Str id_of(const Editor *editor, SceneId scene) {
    return scenario_name(scenario_of(editor), scenario_of(editor)->scenes.rows[scene].id);
}

static Str pointer_of(Editor *editor, SceneId scene) {
    return pointer_element(&editor->scratch, S("/scenes"), scene - scenario_of(editor)->scene_rows.first);
}

// The scene whose form is shown; 0: none.
static SceneId looked_at(const Editor *editor) {
    Pointed place;
    bool scene = str_begins(editor->looked_at, S("/scenes/"));
    return scene && pointer_find(scenario_of(editor), editor->looked_at, &place) ? place.row : 0;
}

static SceneId find_scene(const Editor *editor, Str id) {
    return scenario_find_scene(scenario_of(editor), id);
}

// In whole units of the layout, to the nearest.
static int32_t carried_by(int32_t first, int32_t now) {
    int32_t by = now - first, half = EDITOR_MAP_UNIT / 2;
    return (by < 0 ? by - half : by + half) / EDITOR_MAP_UNIT;
}

static bool is_carried(const EditorMap *map, SceneId scene) {
    return map->hand.kind == HAND_SCENES && (map->is_chosen[scene] || scene == map->hand.from);
}

Rect editor_map_rect(const EditorMap *map, const Layout *layout, SceneId scene) {
    const LayoutNode *node = &layout->nodes[scene - 1];
    Rect rect = {node->x * EDITOR_MAP_UNIT, node->y * EDITOR_MAP_UNIT, WIDTH, HEIGHT};
    if (is_carried(map, scene)) {
        rect.x += carried_by(map->hand.first_x, map->hand.x) * EDITOR_MAP_UNIT;
        rect.y += carried_by(map->hand.first_y, map->hand.y) * EDITOR_MAP_UNIT;
    }
    return rect;
}

// Of several the last, which is drawn above the others.
SceneId editor_map_scene_at(const EditorMap *map, const Layout *layout, int32_t x, int32_t y) {
    SceneId found = 0;
    for (SceneId scene = 1; scene <= layout->node_count; scene++) {
        bool seen = map->into[scene] == scene;
        found = seen && rect_holds(editor_map_rect(map, layout, scene), x, y) ? scene : found;
    }
    return found;
}

Rect editor_map_area(const EditorHand *hand) {
    int32_t across = hand->x - hand->first_x, down = hand->y - hand->first_y;
    return (Rect){across < 0 ? hand->x : hand->first_x, down < 0 ? hand->y : hand->first_y, abs(across), abs(down)};
}

// Keeps what is chosen and folded by their ids, in an arena of their own.
static void keep(Editor *editor, const bool *chosen, const EditorFolds *folds) {
    EditorMap *map = &editor->on_map;
    Arena arena = {0};
    EditorMap now = *map;
    now.chosen = (EditorSceneIds){0};
    now.folds = (EditorFolds){0};
    for (SceneId scene = 1; chosen && scene < scenario_of(editor)->scenes.count; scene++) {
        if (chosen[scene]) {
            *rows_append(&arena, &now.chosen) = str_copy(&arena, id_of(editor, scene));
        }
    }
    for (int32_t i = 0; i < folds->count; i++) {
        *rows_append(&arena, &now.folds) =
            (EditorFold){str_copy(&arena, folds->rows[i].scene), str_copy(&arena, folds->rows[i].into)};
    }
    arena_finish(&map->arena);
    *map = now;
    map->arena = arena;
}

static void choose(Editor *editor, const bool *chosen) {
    EditorMap *map = &editor->on_map;
    int32_t count = scenario_of(editor)->scenes.count;
    keep(editor, chosen, &map->folds);
    for (SceneId scene = 1; scene < count; scene++) {
        map->is_chosen[scene] = chosen && chosen[scene];
    }
}

static bool *copy_chosen(Editor *editor) {
    int32_t count = scenario_of(editor)->scenes.count;
    bool *chosen = arena_push(&editor->scratch, bool, count + 1);
    for (SceneId scene = 1; scene < count; scene++) {
        chosen[scene] = editor->on_map.is_chosen[scene];
    }
    return chosen;
}

void editor_map_forget(Editor *editor) {
    EditorMap *map = &editor->on_map;
    arena_finish(&map->arena);
    *map = (EditorMap){.branch_arena = map->branch_arena, .branch = map->branch};
}

// A fold may itself be folded; one that went round would be seen nowhere, so it ends.
static void resolve_folds(EditorMap *map, int32_t count) {
    for (SceneId scene = 1; scene < count; scene++) {
        SceneId into = map->into[scene];
        for (int32_t i = 0; i < count && map->into[into] != into; i++) {
            into = map->into[into];
        }
        map->into[scene] = map->into[into] == into ? into : scene;
    }
}

void editor_map_follow(Editor *editor) {
    EditorMap *map = &editor->on_map;
    const Scenario *scenario = scenario_of(editor);
    int32_t count = scenario->scenes.count;
    map->is_chosen = arena_push(&editor->map_arena, bool, count + 1);
    map->into = arena_push(&editor->map_arena, SceneId, count + 1);
    map->fold_size = arena_push(&editor->map_arena, int32_t, count + 1);
    map->is_placed = false;
    map->hand = (EditorHand){0};
    for (SceneId scene = 1; scene < count; scene++) {
        map->into[scene] = scene;
        map->is_placed = map->is_placed || scenario->scenes.rows[scene].placed;
    }
    for (int32_t i = 0; i < map->chosen.count; i++) {
        map->is_chosen[find_scene(editor, map->chosen.rows[i])] = true;
    }
    for (int32_t i = 0; i < map->folds.count; i++) {
        SceneId scene = find_scene(editor, map->folds.rows[i].scene),
                into = find_scene(editor, map->folds.rows[i].into);
        map->into[scene] = into != 0 ? into : scene;
    }
    map->is_chosen[0] = false;
    map->into[0] = 0;
    resolve_folds(map, count);
    for (SceneId scene = 1; scene < count; scene++) {
        map->fold_size[map->into[scene]] += map->into[scene] != scene;
    }
}

static bool edit(Editor *editor, const Operations *steps, int64_t now_ms) {
    return steps->count > 0 && editor_edit(editor, steps->rows, steps->count, &(Moment){.now_ms = now_ms});
}

static Operation place_at(Editor *editor, Str scene, int32_t x, int32_t y) {
    return (Operation){.kind = OPERATION_SET,
                       .at = pointer_join(&editor->scratch, scene, S("at")),
                       .json = str_format(&editor->scratch, "[%d, %d]", x, y)};
}

// What is folded into a scene goes with it where it has a place of its own.
static void carry_to(Editor *editor, SceneId alone, int32_t across, int32_t down, int64_t now_ms) {
    Operations steps = {0};
    const EditorMap *map = &editor->on_map;
    for (SceneId scene = 1; scene <= editor->map.node_count && (across != 0 || down != 0); scene++) {
        const Scene *row = &scenario_of(editor)->scenes.rows[scene];
        const LayoutNode *node = &editor->map.nodes[scene - 1];
        SceneId seen = map->into[scene];
        bool shown = seen == scene, goes = map->is_chosen[seen] || seen == alone;
        if (goes && (shown || row->placed)) {
            *rows_append(&editor->scratch, &steps) =
                place_at(editor, pointer_of(editor, scene), (shown ? node->x : row->at[0]) + across,
                         (shown ? node->y : row->at[1]) + down);
        }
    }
    (void)edit(editor, &steps, now_ms);
}

// The ways that the hand holds, to the scene of that id.
static Operations lead(Editor *editor, const EditorHand *hand, Str to) {
    Operations steps = {0};
    const DocumentReading *reading = &editor->document.reading;
    if (hand->kind == HAND_WAY) {
        return exits_lead(&editor->scratch, reading->scenario, reading->bytes,
                          &(Edge){.from = hand->from, .to = hand->to}, to);
    }
    Exits exits = exits_of(&editor->scratch, reading->scenario, hand->from);
    if (hand->exit < exits.count) {
        *rows_append(&editor->scratch, &steps) = operation_text(&editor->scratch, exits.rows[hand->exit].at, to);
    }
    return steps;
}

// In the void a scene is made for the arrow to lead to. It stands where the arrow ended among scenes that were put
// somewhere; on a map that lays itself out it has no place of its own, for all others would make room for it.
static void lead_into_void(Editor *editor, const EditorHand *hand, int64_t now_ms) {
    Operation fresh;
    Str at = pointer_element(&editor->scratch, S("/scenes"), scenario_of(editor)->scene_rows.count);
    if (!fresh_operation(&editor->scratch, scenario_of(editor), &(FreshWish){S("/scenes/-"), S("ask")}, &fresh)) {
        return;
    }
    Str id = json_value_at(fresh.json, json_find_pointer(fresh.json, S("/id")));
    Operations steps = lead(editor, hand, str_slice(id, 1, id.len - 1));
    *rows_append(&editor->scratch, &steps) = fresh;
    if (editor->on_map.is_placed) {
        int32_t x = carried_by(WIDTH / 2, hand->x), y = carried_by(0, hand->y);
        *rows_append(&editor->scratch, &steps) = place_at(editor, at, x, y);
    }
    if (edit(editor, &steps, now_ms)) {
        editor_lead_to(editor, at);
    }
}

static bool is_far(const EditorHand *hand) {
    enum { LEAST = EDITOR_MAP_UNIT };
    return abs(hand->x - hand->first_x) + abs(hand->y - hand->first_y) > LEAST;
}

static void let_arrow_go(Editor *editor, const EditorHand *hand, int64_t now_ms) {
    SceneId scene = editor_map_scene_at(&editor->on_map, &editor->map, hand->x, hand->y);
    if (is_far(hand) && scene == 0) {
        lead_into_void(editor, hand, now_ms);
    } else if (is_far(hand)) {
        Operations steps = lead(editor, hand, str_copy(&editor->scratch, id_of(editor, scene)));
        (void)edit(editor, &steps, now_ms);
    }
}

static void choose_area(Editor *editor, const EditorHand *hand) {
    bool *chosen = copy_chosen(editor);
    Rect area = editor_map_area(hand);
    for (SceneId scene = 1; scene <= editor->map.node_count; scene++) {
        bool seen = editor->on_map.into[scene] == scene;
        Rect met = rect_intersect(area, editor_map_rect(&editor->on_map, &editor->map, scene));
        chosen[scene] = (chosen[scene] && hand->adds) || (seen && !rect_is_empty(met));
    }
    choose(editor, chosen);
}

typedef void Act(Editor *editor, const EditorAction *action, int64_t now_ms);

static void take(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)now_ms;
    EditorMap *map = &editor->on_map;
    if (action->hand.kind == HAND_SCENES && !map->is_chosen[action->hand.from]) {
        choose(editor, NULL);
    }
    map->hand = action->hand;
}

static void carry(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)now_ms;
    editor->on_map.hand.x = action->hand.x;
    editor->on_map.hand.y = action->hand.y;
}

// The form of a scene comes when that is let go: a page that changes takes whatever is held out of the hand.
static void let_go(Editor *editor, const EditorAction *action, int64_t now_ms) {
    EditorHand hand = editor->on_map.hand;
    editor->on_map.hand = (EditorHand){0};
    EditorHandKind kind = action->index == 1 ? hand.kind : HAND_EMPTY;
    if (kind == HAND_SCENES) {
        carry_to(editor, hand.from, carried_by(hand.first_x, hand.x), carried_by(hand.first_y, hand.y), now_ms);
        editor_look(editor, pointer_of(editor, hand.from));
    } else if (kind == HAND_EXIT || kind == HAND_WAY) {
        let_arrow_go(editor, &hand, now_ms);
    } else if (kind == HAND_AREA) {
        choose_area(editor, &hand);
    }
}

// The first that is chosen beside the one that is looked at leaves that chosen too.
static void choose_one(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)now_ms;
    Pointed place;
    bool *chosen = copy_chosen(editor);
    bool scene = str_begins(action->at, S("/scenes/")) && pointer_find(scenario_of(editor), action->at, &place);
    if (scene) {
        chosen[looked_at(editor)] = chosen[looked_at(editor)] || editor->on_map.chosen.count == 0;
        chosen[place.row] = !editor->on_map.is_chosen[place.row];
        chosen[0] = false;
    }
    choose(editor, scene ? chosen : NULL);
}

static bool *chosen_or_branch(Editor *editor) {
    return editor->on_map.chosen.count > 1 ? copy_chosen(editor)
                                           : branch_of(&editor->scratch, scenario_of(editor), looked_at(editor));
}

static void choose_branch(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)action;
    (void)now_ms;
    choose(editor, branch_of(&editor->scratch, scenario_of(editor), looked_at(editor)));
}

static void draw_area(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)now_ms;
    editor->on_map.draws_area = action->index != 0;
}

static void nudge(Editor *editor, const EditorAction *action, int64_t now_ms) {
    SceneId alone = editor->on_map.chosen.count > 0 ? 0 : editor->on_map.into[looked_at(editor)];
    carry_to(editor, alone, action->hand.x, action->hand.y, now_ms);
}

static void tidy(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)action;
    Operations steps = {0};
    for (SceneId scene = 1; scene < scenario_of(editor)->scenes.count; scene++) {
        if (scenario_of(editor)->scenes.rows[scene].placed) {
            *rows_append(&editor->scratch, &steps) = (Operation){
                .kind = OPERATION_REMOVE, .at = pointer_join(&editor->scratch, pointer_of(editor, scene), S("at"))};
        }
    }
    if (edit(editor, &steps, now_ms)) {
        app_say(&editor->app, TOAST_DONE, TR("Tidied. Undoing gives the places back."), (Str){0}, now_ms);
    }
}

static void copy_branch(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)action;
    EditorMap *map = &editor->on_map;
    bool *chosen = chosen_or_branch(editor);
    int32_t count = 0;
    for (SceneId scene = 1; scene < scenario_of(editor)->scenes.count; scene++) {
        count += chosen[scene];
    }
    if (count > 0 && looked_at(editor) + map->chosen.count > 0) {
        arena_finish(&map->branch_arena);
        map->branch = branch_copy(&map->branch_arena, scenario_of(editor), editor->document.reading.bytes, chosen);
        editor->app.copies = map->branch; // for other windows
        app_say(&editor->app, TOAST_DONE, TR("Scenes copied: {0}"), str_format(&editor->scratch, "%d", count), now_ms);
    }
}

static void paste_branch(Editor *editor, const EditorAction *action, int64_t now_ms) {
    Str first = pointer_element(&editor->scratch, S("/scenes"), scenario_of(editor)->scene_rows.count);
    Str branch = branch_is(&editor->scratch, action->text) ? action->text : editor->on_map.branch;
    if (branch.len == 0) {
        app_say(&editor->app, TOAST_INFO,
                TR("There is nothing to paste: copy scenes first, here or in another window of the editor."), (Str){0},
                now_ms);
        return;
    }
    Operations steps = branch_paste(&editor->scratch, &editor->framework, scenario_of(editor), branch);
    if (edit(editor, &steps, now_ms)) {
        editor_look(editor, first);
    }
}

// The last first, so that those before it stay where they are.
static void delete_chosen(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)action;
    Operations steps = {0};
    if (editor->on_map.chosen.count < 2) {
        editor_delete(editor, str_copy(&editor->scratch, editor->looked_at), now_ms);
        return;
    }
    for (SceneId scene = scenario_of(editor)->scenes.count - 1; scene > 0; scene--) {
        if (editor->on_map.is_chosen[scene]) {
            *rows_append(&editor->scratch, &steps) =
                (Operation){.kind = OPERATION_REMOVE, .at = pointer_of(editor, scene)};
        }
    }
    if (edit(editor, &steps, now_ms)) {
        choose(editor, NULL);
        app_say(&editor->app, TOAST_INFO, TR("Removed. Undoing gives it back."), (Str){0}, now_ms);
    }
}

// The field of a way that is not written yet is shown for it.
static void lead_way(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)action;
    SceneId scene = looked_at(editor);
    Exits exits = exits_of(&editor->scratch, scenario_of(editor), scene);
    EditorMap *map = &editor->on_map;
    if (scene == 0 || exits.count == 0) {
        app_say(&editor->app, TOAST_INFO, TR("An ending leads nowhere."), (Str){0}, now_ms);
        return;
    }
    map->led_exit = map->led_scene == scene ? (map->led_exit + 1) % exits.count : 0;
    map->led_scene = scene;
    Str at = exits.rows[map->led_exit].at;
    if (json_find_pointer(editor->document.reading.bytes, at) < 0) {
        editor_offer(editor, at);
    } else {
        editor_lead_to(editor, at);
    }
}

// Into the scene that is looked at where that is among them, else into the first.
static void fold(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)action;
    EditorMap *map = &editor->on_map;
    const bool *chosen = chosen_or_branch(editor);
    EditorFolds folds = {0};
    SceneId into = chosen[looked_at(editor)] ? looked_at(editor) : 0;
    for (int32_t i = 0; i < map->folds.count; i++) {
        *rows_append(&editor->scratch, &folds) = map->folds.rows[i];
    }
    int32_t before = folds.count;
    for (SceneId scene = 1; scene < scenario_of(editor)->scenes.count; scene++) {
        into = into == 0 && chosen[scene] ? scene : into;
        if (chosen[scene] && scene != into && map->into[scene] == scene) {
            *rows_append(&editor->scratch, &folds) = (EditorFold){id_of(editor, scene), id_of(editor, into)};
        }
    }
    if (folds.count == before) {
        app_say(&editor->app, TOAST_INFO, TR("Nothing hangs on this scene alone."), (Str){0}, now_ms);
        return;
    }
    keep(editor, NULL, &folds);
    editor_follow(editor);
}

static void unfold(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)action;
    (void)now_ms;
    EditorMap *map = &editor->on_map;
    EditorFolds folds = {0};
    SceneId into = map->into[looked_at(editor)];
    for (int32_t i = 0; i < map->folds.count; i++) {
        if (find_scene(editor, map->folds.rows[i].into) != into) {
            *rows_append(&editor->scratch, &folds) = map->folds.rows[i];
        }
    }
    keep(editor, NULL, &folds);
    editor_follow(editor);
}

static Act *const ACTS[EDITOR_ACTION_COUNT] = {
    [EDITOR_TAKE] = take,
    [EDITOR_CARRY] = carry,
    [EDITOR_LET_GO] = let_go,
    [EDITOR_CHOOSE] = choose_one,
    [EDITOR_CHOOSE_BRANCH] = choose_branch,
    [EDITOR_DRAW_AREA] = draw_area,
    [EDITOR_NUDGE] = nudge,
    [EDITOR_TIDY] = tidy,
    [EDITOR_COPY_BRANCH] = copy_branch,
    [EDITOR_PASTE_BRANCH] = paste_branch,
    [EDITOR_DELETE_CHOSEN] = delete_chosen,
    [EDITOR_LEAD_WAY] = lead_way,
    [EDITOR_FOLD] = fold,
    [EDITOR_UNFOLD] = unfold,
};

// What is to be done with a scene is done with the one that is looked at, so that its form tells which it was.
void editor_map_act(Editor *editor, const EditorAction *action, int64_t now_ms) {
    if (scenario_of(editor)->read) {
        if (action->at.len > 0 && action->kind != EDITOR_CHOOSE) {
            editor_look(editor, action->at);
        }
        ACTS[action->kind](editor, action, now_ms);
    }
}
