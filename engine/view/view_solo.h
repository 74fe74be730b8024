// A walk on screen: what is told, the decision, the answer being made, what it brought about. Shared by the player and
// by the editor's "play from here".
//
//     WalkAction action = view_walk(ui, &showing, &(WalkPage){.title = title});
//     if (action.kind != WALK_NONE) { walk_update(model, &action); }
#pragma once

#include "told/telling_scenes.h"
#include "ui/widgets.h"

typedef enum { WALK_PAGE_STAY, WALK_PAGE_LEAVE, WALK_PAGE_HISTORY, WALK_PAGE_HELP, WALK_PAGE_DEBRIEF } WalkPageWish;

typedef struct {
    Str title;
    int32_t wish; // given back: a WalkPageWish
} WalkPage;

WalkAction view_walk(Ui *ui, const Showing *showing, WalkPage *page);
void view_transcript(Ui *ui, const Showing *showing); // the whole conversation, to stand in a dialog or a page
void view_face(Ui *ui, const Scenario *scenario, CharacterId character, int32_t size); // initials, in their tint
