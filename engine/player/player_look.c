#include "base/path.h"
#include "base/utf8.h"
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

// Its beginning is enough to know it by.
static void say_copied(Player *player, Str text, int64_t now_ms) {
    enum { MOST_GRAPHEMES = 60 };
    Str line = str_cut(&text, '\n');
    ptrdiff_t end = 0;
    for (int32_t i = 0; i < MOST_GRAPHEMES && end < line.len; i++) {
        end = utf8_next_grapheme(line, end);
    }
    Str begins = end < line.len ? str_format(&player->scratch, "%.*s…", S_ARG(str_slice(line, 0, end))) : line;
    app_say(&player->app, TOAST_INFO, TR("Copied: {0}"), begins, now_ms);
}

void player_look(Player *player, const Action *action, int64_t now_ms) {
    int32_t index = action->index;
    if (action->kind == ACTION_SAY_COPIED) {
        say_copied(player, action->text, now_ms);
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
