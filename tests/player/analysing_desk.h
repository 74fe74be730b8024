// For tests of what groups chose: the page of it, and what is done there.
#pragma once

#include "fake/face.h"
#include "player/desk.h"
#include "player/player_parts.h"
#include "player/screen.h"

static inline void settle(Desk *desk) {
    writer_wait(desk->player.app.writer);
    desk_act(desk, ACTION_TICK, 0);
}

static inline void do_kept(Desk *desk, KeptActionKind kind, int32_t index, Str text) {
    Action action = {.kind = ACTION_KEPT, .kept = {.kind = kind, .index = index, .text = text}};
    player_update(&desk->player, &action, desk->now_ms += 10);
    settle(desk);
}

static inline void analyse(Desk *desk, AnalyseActionKind kind, int32_t index) {
    Action action = {.kind = ACTION_ANALYSE, .analyse = {.kind = kind, .index = index}};
    player_update(&desk->player, &action, desk->now_ms += 10);
}

static inline void open_with(Desk *desk, Str path) {
    desk_act(desk, ACTION_GO, SCREEN_KEPT);
    settle(desk);
    do_kept(desk, KEPT_IMPORT, 0, path);
    assert_int_equal(desk->player.kept.shown->list.count, 6);
}

static inline void open_with_six(Desk *desk) {
    desk_open(desk);
    open_with(desk, S("data/sessions/six.jsonl"));
}

static inline const Analysis *shown(const Desk *desk) {
    assert_non_null(desk->player.analysing.shown);
    assert_non_null(desk->player.analysing.shown->scenario);
    return &desk->player.analysing.shown->analysis;
}

static inline void open_with_two_texts(Desk *desk) {
    open_with_six(desk);
    do_kept(desk, KEPT_IMPORT, 0, S("data/sessions/changed.jsonl"));
    assert_int_equal(desk->player.kept.shown->list.count, 10);
    analyse(desk, ANALYSE_BEGIN, 0);
    settle(desk);
}

static inline const UiFrame *look_at(Ui *ui, const Player *player) {
    UiPreferences preferences = {.text_scale = 100, .words = &player->app.catalog};
    UiInput idle = {.kind = INPUT_IDLE};
    ui_begin(ui, &idle, 1280, 720, preferences);
    (void)screen_view(ui, player);
    return ui_end(ui);
}
