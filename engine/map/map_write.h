// The map of a case as a file for other programs: a picture (SVG, without script and without fonts of its own), a graph
// for Graphviz (DOT; `neato -n2` draws our layout, `dot` makes one of its own), or JSON.
//
//     Layout layout = layout_of(&arena, &scratch, scenario);
//     Str svg = map_write_svg(&arena, scenario, &layout);
//
// The only words in them are the author's, so that they need no translation.
#pragma once

#include "map/layout.h"

Str map_write_svg(Arena *arena, const Scenario *scenario, const Layout *layout);
// The same picture to stand within a page of HTML that is printed: no title and no ground, scenes closer together,
// their titles larger (20 pixels), decisions numbered from 1 in the order of the file.
Str map_write_paper(Arena *arena, const Scenario *scenario, const Layout *layout);
Str map_write_dot(Arena *arena, const Scenario *scenario, const Layout *layout);
Str map_write_json(Arena *arena, const Scenario *scenario, const Layout *layout);

// The name of a scene on a map: its title, that of its ending, its first line, its question, or its id; without
// emphasis.
Str map_caption(Arena *arena, const Scenario *scenario, SceneId scene);
