// The map of a case on a board: scenes as boxes, ways between them as curves that carry the letters of options.
// Internal to the panel of the map.
#pragma once

#include "editor/exits.h"
#include "editor/panel.h"

typedef struct {
    const Page *page;
    UiView view;
    SceneId chosen; // the one that is looked at, or that it is folded into; 0: none
    Exits exits;    // of it: arrows can be drawn from them
} Map;

typedef struct {
    int32_t x, y; // units of the board
} MapPoint;

MapPoint panel_map_exit(const Map *map, int32_t exit);  // where its arrow begins, at the foot of the chosen scene
int32_t panel_map_reach(const Map *map, int32_t units); // of the page, as units of the board
Rect panel_map_overview(const Map *map, int32_t width_px,
                        int32_t height_px); // in a place of that size; empty: all is seen

// panel_map_hand.c: what the pointer does on the board. Said behind it; gives whether the board is to stay.
bool panel_map_holds(const Page *page);
void panel_map_answer(const Map *map, UiId board);
bool panel_map_goes_to(const Map *map, UiId board, MapPoint *to); // the view is carried on the small map

// The keys of both the map and the list of scenes, and a list of what can be done with those that are chosen.
// `focused`: pointer of the scene that has the focus, which they are about then; empty: the one that is looked at.
void panel_say_scene_keys(const Page *page, Str focused);
void panel_say_scene_menu(const Page *page);

void panel_draw_map(void *context, UiCanvas *canvas);  // context: a Map
Str panel_tell_scene(const Page *page, SceneId scene); // "3 · choice ×4"
