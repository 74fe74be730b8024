#include "base/path.h"
#include "player/player_parts.h"
#include "view/view_curve.h"

void player_look_anew(Player *player) {
    player->looked_at.curves = view_curve_leading(&player->debrief);
    player->looked_at.decision = 0;
}

static void open_exported(Player *player, bool folder) {
    if (player->exporting == 0 && player->exported_walk > 0) {
        player->app.opens = folder ? path_folder(player->exported) : player->exported;
    }
}

void player_look(Player *player, const Action *action) {
    int32_t index = action->index;
    if (action->kind == ACTION_DRAW_CURVE && index >= 0 && index < VIEW_MOST_CURVES) {
        player->looked_at.curves ^= (uint32_t)1 << index;
    } else if (action->kind == ACTION_SHOW_DECISION) {
        player->looked_at.decision = index;
    } else if (action->kind == ACTION_SHOW_SAME) {
        player->looked_at.same = index != 0;
    } else if (action->kind == ACTION_OPEN_EXPORTED) {
        open_exported(player, index != 0);
    }
}
