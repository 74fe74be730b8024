// For tests of what was kept: the page of it, and what is done there.
#pragma once

#include "player/desk.h"
#include "player/player_parts.h"

static inline void do_kept(Desk *desk, KeptActionKind kind, int32_t index, Str text) {
    desk->now_ms += 10;
    Action action = {.kind = ACTION_KEPT, .kept = {.kind = kind, .index = index, .text = text}};
    player_update(&desk->player, &action, desk->now_ms);
    writer_wait(desk->player.app.writer);
    desk_act(desk, ACTION_TICK, 0);
}

static inline void go_to_kept(Desk *desk) {
    desk_act(desk, ACTION_GO, SCREEN_KEPT);
    writer_wait(desk->player.app.writer);
    desk_act(desk, ACTION_TICK, 0);
    assert_int_equal(desk->player.screen, SCREEN_KEPT);
    assert_non_null(desk->player.kept.shown);
}

static inline int32_t count_kept(const Desk *desk) {
    assert_true(desk->player.kept.shown->listed);
    return desk->player.kept.shown->list.count;
}

static inline void open_with_two(Desk *desk) {
    desk_open(desk);
    go_to_kept(desk);
    assert_int_equal(count_kept(desk), 0);
    do_kept(desk, KEPT_IMPORT, 0, S("data/sessions/two.jsonl"));
    assert_int_equal(count_kept(desk), 2);
}
