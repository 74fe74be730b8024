// When the player must be told that time passed, and how long limits last.
#include "player/player_parts.h"

enum { SECOND_MS = 1000 };

static int64_t earlier(int64_t a, int64_t b) {
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

// A limit's next second is shown as it comes.
static int64_t limit_tick(const Player *player, int64_t now_ms) {
    const Solo *walk = player->screen == SCREEN_PLAY ? player_walk(player) : NULL;
    if (!walk || !solo_clock_runs(walk)) {
        return -1;
    }
    int64_t left = walk->limit_left_ms - (now_ms - walk->counted_to_ms);
    return now_ms + (left <= 0 ? 0 : (left - 1) % SECOND_MS + 1);
}

int64_t player_next_tick(const Player *player, int64_t now_ms) {
    int64_t next = player->note_unsaved ? player->note_at_ms + PLAYER_PAUSE_MS : -1;
    next = earlier(next, player->draft_unsaved ? player->draft_at_ms + PLAYER_PAUSE_MS : -1);
    next = earlier(next, player_notes_next_tick(player));
    next = earlier(next, player_open_next_tick(player));
    next = earlier(next, player_browse_next_tick(player));
    next = earlier(next, player_returns_next_tick(player));
    next = earlier(next, limit_tick(player, now_ms));
    return earlier(next, player_room_next_tick(player, now_ms));
}

void player_set_limits(Player *player, int64_t now_ms) {
    SoloAction action = {.kind = SOLO_SET_LIMITS, .value = player_time_percent(player), .now_ms = now_ms};
    for (int32_t i = 0; i < player->walk_count; i++) {
        player_update_walk(player, i, &action);
    }
}
