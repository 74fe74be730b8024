#include "player/player_program.h"

#include "player/player_parts.h"
#include "player/player_room.h"
#include "player/screen.h"

static bool view(Ui *ui, Str window, const void *context, void *action) {
    bool main = str_equal(window, S("main"));
    Action wanted = main ? screen_view(ui, context) : screen_audience_view(ui, context);
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

static ProgramOther other(const void *context) {
    const Player *player = context;
    const PlayerRoom *room = &player->room;
    return (ProgramOther){.wanted = room->window,
                          .options = {.name = S("audience"),
                                      .title = catalog_text(&player->app.catalog, TR("Palabre · the room’s screen")),
                                      .width = 1920,
                                      .height = 1080,
                                      .fit = WINDOW_FULL_SCREEN,
                                      .black = true},
                          .black = !room->erased && (!room->group || room->group->black)};
}

// A screen that a room reads, be it the trainer's too.
static UiPreferences preferences(const void *context, Str window, UiPreferences wanted) {
    const Player *player = context;
    const PlayerRoom *room = &player->room;
    bool shared = player->screen == SCREEN_ROOM && player_room_shares(player) && !room->in_hand &&
                  player->overlay == OVERLAY_NONE;
    if (str_equal(window, S("main")) && !shared) {
        return wanted;
    }
    wanted.theme = THEME_PROJECTOR;
    wanted.scale = UI_SCALE_ROOM;
    wanted.speaks = wanted.speaks && shared;
    return wanted;
}

Program player_program(Player *player) {
    static const Action TICK = {.kind = ACTION_TICK}, LEAVE = {.kind = ACTION_QUIT}, END = {.kind = ACTION_END},
                        AWAY = {.kind = ACTION_AWAY, .index = 1}, HERE = {.kind = ACTION_AWAY},
                        ALONE = {.kind = ACTION_ROOM, .room = {.kind = ROOM_CLOSED}};
    return (Program){.context = player,
                     .app = &player->app,
                     .view = view,
                     .update = update,
                     .title = title,
                     .next_tick = next_tick,
                     .other = other,
                     .preferences = preferences,
                     .action_size = (ptrdiff_t)sizeof(Action),
                     .tick = &TICK,
                     .leave = &LEAVE,
                     .end = &END,
                     .alone = &ALONE,
                     .away = &AWAY,
                     .here = &HERE};
}
