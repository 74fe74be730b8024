#include "player/player_program.h"

#include "player/screen.h"

static bool view(Ui *ui, const void *context, void *action) {
    Action wanted = screen_view(ui, context);
    *(Action *)action = wanted;
    return wanted.kind != ACTION_NONE;
}

static void update(void *context, const void *action, int64_t now_ms) {
    player_update(context, action, now_ms);
}

static int64_t next_tick(const void *context, int64_t now_ms) {
    return player_next_tick(context, now_ms);
}

Program player_program(Player *player) {
    static const Action TICK = {.kind = ACTION_TICK}, LEAVE = {.kind = ACTION_QUIT}, END = {.kind = ACTION_END},
                        AWAY = {.kind = ACTION_AWAY, .index = 1}, HERE = {.kind = ACTION_AWAY};
    return (Program){.context = player,
                     .app = &player->app,
                     .view = view,
                     .update = update,
                     .next_tick = next_tick,
                     .action_size = (ptrdiff_t)sizeof(Action),
                     .tick = &TICK,
                     .leave = &LEAVE,
                     .end = &END,
                     .away = &AWAY,
                     .here = &HERE};
}
