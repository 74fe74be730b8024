// A player built by hand, on its library of four cards, and the toolkit that its pages are said to.
#pragma once

#include "player/screen.h"

#include "fake/face.h"
#include "fake/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { WIDTH = 1280, HEIGHT = 720, CASES = 4, BROKEN = 3 };

// A player built by hand, and the toolkit that its pages are said to.
typedef struct {
    Player player;
    Ui *ui;
    int32_t text_scale;
    Action action; // of the last frame
} Stage;

static const Card CARDS[CASES] = {
    {.told = {.id = S_INIT("a"),
              .title = S_INIT("Alpha"),
              .summary = S_INIT("Somebody comes back for the third time, and the queue behind listens to every word."),
              .language = S_INIT("en"),
              .theme = S_INIT("tensions"),
              .minutes = 15,
              .least = 5,
              .most = 8},
     .search = S_INIT("alpha")},
    {.told = {.id = S_INIT("b"),
              .title = S_INIT("Beta"),
              .language = S_INIT("en"),
              .theme = S_INIT("conclure"),
              .minutes = 10,
              .least = 6,
              .most = 6},
     .search = S_INIT("beta"),
     .started = true,
     .started_on = S_INIT("2026-11-25")},
    {.told = {.id = S_INIT("c"), .title = S_INIT("Gamma"), .language = S_INIT("en"), .least = -1, .quiz = true},
     .search = S_INIT("gamma")},
    {.path = S_INIT("cases/delta.json"), .broken = true, .told = {.language = S_INIT("en")}},
};

static inline int set_up(void **state) {
    Stage *stage = calloc(1, sizeof *stage);
    Player *player = &stage->player;
    Arena scratch = {0};
    framework_read(&player->arena, &scratch, &player->framework);
    arena_finish(&scratch);
    player->app.language = S("en");
    player->today = S("2026-11-27");
    player->screen = SCREEN_LIBRARY;
    player->app.settings = settings_default();
    player->app.folders = (Folders){.data = S("/home/somebody/.local/share/palabre"), .cases = S("cases")};
    player->library.framework = &player->framework;
    for (int32_t i = 0; i < CASES; i++) {
        *rows_append(&player->arena, &player->library.cards) = CARDS[i];
    }
    stage->text_scale = 100;
    stage->ui = ui_create(fake_typesetter(), fake_clipboard());
    *state = stage;
    return 0;
}

static inline int tear_down(void **state) {
    Stage *stage = *state;
    ui_destroy(stage->ui);
    arena_finish(&stage->player.arena);
    free(stage);
    return 0;
}

// One event, answered as the program does it: the page, then, if something was wanted, the page again.
static inline const UiFrame *answer(Stage *stage, UiInput input) {
    UiPreferences preferences = {.text_scale = stage->text_scale, .words = &stage->player.app.catalog};
    ui_begin(stage->ui, &input, WIDTH, HEIGHT, preferences);
    stage->action = screen_view(stage->ui, &stage->player);
    return ui_end(stage->ui);
}

static inline const UiFrame *look(Stage *stage) {
    (void)answer(stage, (UiInput){.kind = INPUT_IDLE});
    return answer(stage, (UiInput){.kind = INPUT_IDLE});
}

static inline void press(Stage *stage, int32_t key, int32_t modifiers) {
    (void)answer(stage, (UiInput){.kind = INPUT_KEY, .key = key, .modifiers = modifiers});
}

static inline bool says(const UiFrame *frame, Str text) {
    return find_node(frame, ROLE_TEXT, text) != NULL;
}

static inline void click(Stage *stage, UiRole role, Str name) {
    const UiTreeNode *node = find_node(look(stage), role, name);
    assert_non_null(node);
    int32_t x = node->rect.x + node->rect.width / 2, y = node->rect.y + node->rect.height / 2;
    (void)answer(stage, (UiInput){.kind = INPUT_MOVE, .x = x, .y = y});
    (void)answer(stage, (UiInput){.kind = INPUT_DOWN, .x = x, .y = y, .clicks = 1});
    (void)answer(stage, (UiInput){.kind = INPUT_UP, .x = x, .y = y, .clicks = 1});
}
