// The map of a case on a board: scenes as boxes, ways between them as curves that carry the letters of options.
// Internal to the panel of the map.
#pragma once

#include "editor/panel.h"

enum { MAP_UNIT = 14 }; // units of the board for one of the layout

typedef struct {
    const Page *page;
    UiView view;
    SceneId chosen; // 0: none
} Map;

void panel_draw_map(void *context, UiCanvas *canvas);  // context: a Map
Str panel_tell_scene(const Page *page, SceneId scene); // "3 · choice ×4"
