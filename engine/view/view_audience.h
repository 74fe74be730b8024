// The room's screen, painted from an Audience and from nothing else. It is a page of its own window, dark and large:
// the window's preferences are THEME_PROJECTOR and UI_SCALE_ROOM, and whoever has the window tells the group how wide
// it is (GROUP_SCREEN), so that pages are cut for it. Nothing in it can be used; who listens is told all that is seen.
//
//     Audience audience = audience_create(&group, &telling);    // its arena: ui_arena
//     view_audience(ui, &audience);
#pragma once

#include "group/audience.h"
#include "ui/widgets.h"

void view_audience(Ui *ui, const Audience *audience);
