#include "player/player_parts.h"
#include "player/screen.h"

static void enter(Player *player, Screen screen) {
    if (player->screen != SCREEN_LIBRARY ||
        (screen != SCREEN_NEEDS && screen != SCREEN_CARE && screen != SCREEN_RETURNS)) {
        return;
    }
    if (player->needs.count == 0) {
        needs_read(&player->arena, &player->scratch, &player->needs);
    }
    player_show_screen(player, screen);
}

static void set_search(Player *player, Str text) {
    Arena fresh = {0};
    player->need_filter.search = str_copy(&fresh, text);
    arena_finish(&player->need_arena);
    player->need_arena = fresh;
}

void player_seek(Player *player, const Action *action, int64_t now_ms) {
    int32_t index = action->index;
    if (action->kind == ACTION_ENTER) {
        enter(player, (Screen)index);
    } else if (action->kind == ACTION_SET_NEED_SEARCH) {
        set_search(player, action->text);
    } else if (action->kind == ACTION_SET_NEED_SKILL && index >= 0 && index <= player->framework.competency_count) {
        player->need_filter.skill = index;
    } else if (action->kind == ACTION_SET_NEED_THEME && index >= 0 && index <= player->framework.theme_count) {
        player->need_filter.theme = index;
    } else if (action->kind == ACTION_REVIEW) {
        player_returns_play(player, index, now_ms);
    }
}
