#include "player/screen.h"
#include "view/view_solo.h"

static Action action_of_wish(WalkPageWish wish) {
    switch (wish) {
    case WALK_PAGE_LEAVE:
        return (Action){.kind = ACTION_BACK};
    case WALK_PAGE_HISTORY:
        return (Action){.kind = ACTION_SHOW, .index = OVERLAY_HISTORY};
    case WALK_PAGE_HELP:
        return (Action){.kind = ACTION_SHOW, .index = OVERLAY_HELP};
    case WALK_PAGE_DEBRIEF:
        return (Action){.kind = ACTION_TO_DEBRIEF};
    case WALK_PAGE_STAY:
        break;
    }
    return (Action){.kind = ACTION_NONE};
}

Action screen_play_view(Ui *ui, const Player *player) {
    Showing showing = player_showing(player, ui_arena(ui));
    WalkPage page = {.title = player->open.scenario->title};
    WalkAction walked = view_walk(ui, &showing, &page);
    Action wished = action_of_wish((WalkPageWish)page.wish);
    return wished.kind != ACTION_NONE ? wished
           : walked.kind != WALK_NONE ? (Action){.kind = ACTION_WALK, .walk = walked}
                                      : (Action){.kind = ACTION_NONE};
}
