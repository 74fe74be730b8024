#include "player/screen.h"
#include "view/view_solo.h"

static Action action_of_wish(ViewWish wish) {
    switch (wish) {
    case VIEW_WISH_LEAVE:
        return (Action){.kind = ACTION_BACK};
    case VIEW_WISH_BACK:
        return (Action){.kind = ACTION_SHOW, .index = OVERLAY_CONFIRM_BACK};
    case VIEW_WISH_HISTORY:
        return (Action){.kind = ACTION_SHOW, .index = OVERLAY_HISTORY};
    case VIEW_WISH_HELP:
        return (Action){.kind = ACTION_SHOW, .index = OVERLAY_HELP};
    case VIEW_WISH_DEBRIEF:
        return (Action){.kind = ACTION_TO_DEBRIEF};
    case VIEW_WISH_AGAIN: // of previews
    case VIEW_WISH_NONE:
        break;
    }
    return (Action){.kind = ACTION_NONE};
}

Action screen_play_view(Ui *ui, const Player *player) {
    Telling telling = player_telling(player, player->walk, ui_arena(ui));
    ViewSolo page = {.solo = player_walk(player), .telling = &telling, .title = player->open.scenario->title};
    SoloAction walked = view_solo(ui, &page);
    Action wished = action_of_wish(page.wish);
    return wished.kind != ACTION_NONE ? wished
           : walked.kind != SOLO_NONE ? (Action){.kind = ACTION_WALK, .walk = walked}
                                      : (Action){.kind = ACTION_NONE};
}
