#include "player/player_program.h"

#include "player/player_parts.h"
#include "player/screen.h"

static bool view(Ui *ui, const void *context, void *action) {
    Action wanted = screen_view(ui, context);
    *(Action *)action = wanted;
    return wanted.kind != ACTION_NONE;
}

static void update(void *context, const void *action, int64_t now_ms) {
    player_update(context, action, now_ms);
}

// The situation first: lists of windows cut what is long.
static Str title(const void *context, Arena *arena) {
    const Player *player = context;
    const Scenario *scenario = player->open.scenario;
    bool open = scenario && player->screen >= SCREEN_CASE && player->screen <= SCREEN_COMPARE;
    return open ? PLAYER_FORMAT(player, arena, TR("{0} – Palabre"), scenario->title) : S("Palabre");
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
                     .title = title,
                     .next_tick = next_tick,
                     .action_size = (ptrdiff_t)sizeof(Action),
                     .tick = &TICK,
                     .leave = &LEAVE,
                     .end = &END,
                     .away = &AWAY,
                     .here = &HERE};
}
