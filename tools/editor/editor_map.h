// What the editor holds of its map beside the layout: which scenes are chosen, which are folded into another, and what
// the pointer has in its hand. Scenes are kept by their ids, so that this outlives every change of the case.
#pragma once

#include "map/layout.h"
#include "ui/draw.h"

enum { EDITOR_MAP_UNIT = 14 }; // units of the board for one of the layout

typedef enum {
    HAND_EMPTY,
    HAND_SCENES,  // those that are chosen, which are carried
    HAND_EXIT,    // an arrow, where it begins
    HAND_WAY,     // an arrow, by its end
    HAND_AREA,    // a rectangle: the scenes in it are to be chosen
    HAND_OVERVIEW // the small map, on which the view is carried
} EditorHandKind;

// From the pointer's going down until it lets go. Points are of the board.
typedef struct {
    EditorHandKind kind;
    SceneId from; // of an arrow, the scene it comes from; HAND_SCENES: the one under the pointer
    SceneId to;   // HAND_WAY: the one it leads to
    int32_t exit; // HAND_EXIT: row of exits_of (editor/exits.h)
    int32_t first_x, first_y, x, y;
    bool adds; // HAND_AREA: to what is chosen already
} EditorHand;

typedef struct {
    Str scene, into;
} EditorFold;

typedef ROWS_OF(Str) EditorSceneIds;
typedef ROWS_OF(EditorFold) EditorFolds;

typedef struct {
    Arena arena; // of the ids
    EditorSceneIds chosen;
    EditorFolds folds;
    EditorHand hand;
    bool draws_area; // the pointer chooses what it draws a rectangle around, also without a key
    Arena branch_arena;
    Str branch;        // that was copied (editor/branch.h); empty: none
    SceneId led_scene; // whose answer was last led to by keys
    int32_t led_exit;  // … row of exits_of (editor/exits.h)
    // What follows, until the case changes
    bool *is_chosen;    // by SceneId
    SceneId *into;      // by SceneId: where it is folded into; itself: nowhere
    int32_t *fold_size; // by SceneId: how many are folded into it
    bool is_placed;     // some scene has a place of its own
} EditorMap;

typedef struct {
    SceneId into; // as in EditorMap
    bool placed;
    int32_t at[2];
} EditorLaidScene;

// All that a layout follows from; as long as it is the same no other is made.
typedef struct {
    EdgeTable edges;
    SceneId start;
    int32_t count;                 // of scenes, and the row that is none
    const EditorLaidScene *scenes; // by SceneId
} EditorLaid;

// Where a scene is drawn, while it is carried too.
Rect editor_map_rect(const EditorMap *map, const Layout *layout, SceneId scene);
SceneId editor_map_scene_at(const EditorMap *map, const Layout *layout, int32_t x, int32_t y); // 0: none
Rect editor_map_area(const EditorHand *hand);
