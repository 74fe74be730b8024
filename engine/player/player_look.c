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

bool player_can_copy(const Player *player) {
    return player->editor.len > 0 && path_ends(player->open.path, S(".json"));
}

// The editor keeps its things where this program does.
static void write_case(Player *player, bool copy) {
    SystemCommand command = {.program = player->editor};
    if (copy && !player_can_copy(player)) {
        return;
    }
    if (player->app.folders.data.len > 0) {
        command.arguments[command.count++] = S("--data");
        command.arguments[command.count++] = player->app.folders.data;
    }
    if (copy) {
        command.arguments[command.count++] = S("--copy");
        command.arguments[command.count++] = player->open.path;
    }
    player->app.starts = command;
}

void player_look(Player *player, const Action *action, int64_t now_ms) {
    int32_t index = action->index;
    if (action->kind == ACTION_SAY_COPIED) {
        app_say_copied(&player->app, action->text, now_ms);
    } else if (action->kind == ACTION_DISMISS_TOAST) {
        app_dismiss_toast(&player->app);
    } else if (action->kind == ACTION_DRAW_CURVE && index >= 0 && index < VIEW_MOST_CURVES) {
        player->looked_at.curves ^= (uint32_t)1 << index;
    } else if (action->kind == ACTION_SHOW_DECISION) {
        player->looked_at.decision = index;
    } else if (action->kind == ACTION_SHOW_SAME) {
        player->looked_at.same = index != 0;
    } else if (action->kind == ACTION_OPEN_EXPORTED) {
        open_exported(player, index != 0);
    } else if (action->kind == ACTION_WRITE) {
        write_case(player, index != 0);
    }
}
