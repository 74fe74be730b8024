// One person's walk on screen: what is told, the decision, the answer being made, what it brought about. It is a page:
// of the window in the player, of a panel (ui_panel_begin) in the editor's "play from here", whose measure and keys it
// then takes.
//
//     ViewSolo view = {.solo = &solo, .telling = &telling, .title = title};
//     SoloAction action = view_solo(ui, &view);
//     if (action.kind != SOLO_NONE) { solo_update(&solo, &action); }
#pragma once

#include "solo/solo_shown.h"
#include "told/telling_scenes.h"
#include "ui/widgets.h"

typedef enum {
    VIEW_WISH_NONE,
    VIEW_WISH_LEAVE,
    VIEW_WISH_BACK, // SOLO_STEP_BACK, which would lose what was begun of an answer: ask first
    VIEW_WISH_HISTORY,
    VIEW_WISH_HELP,
    VIEW_WISH_DEBRIEF,
    VIEW_WISH_AGAIN // of a preview: from its beginning
} ViewWish;

typedef struct {
    const Solo *solo;
    const Telling *telling; // of its session
    Str title;
    bool previews; // the author looks at it: its ending leads to no debrief
    ViewWish wish; // given back
} ViewSolo;

SoloAction view_solo(Ui *ui, ViewSolo *view);
// The conversation up to the `place`-th answer (told/telling_scenes.h), to stand in a dialog or a page.
void view_transcript(Ui *ui, const Telling *telling, int32_t place);
// Names and places are spoken as the author of the case wants them to be; NULL: there is none.
void view_pronounce(Ui *ui, const Scenario *scenario);
