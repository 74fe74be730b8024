#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "desk.h"

#include "base/limits.h"
#include "base/path.h"
#include "base/temporary.h"
#include "player/player_parts.h"

#include <ftw.h>
#include <unistd.h>

enum { MOST = 1024 * 1024 };

static void let_sleep(void *context) {
    (void)context;
}

static void begin_player(Desk *desk) {
    const DeskStart *wished = &desk->start;
    FoldersWish wish = {.data = desk_path(desk, "data"), .shipped = S("../scenarios")};
    PlayerStart start = {
        .app = {.system_language = wished->language.len > 0 ? wished->language : S("fr_FR.UTF-8"),
                .waits_for_disk = !wished->threads,
                .wake = wished->threads ? let_sleep : NULL,
                .folders = folders_find(&desk->arena, &wish)},
        .today = wished->today.len > 0 ? wished->today : S("2026-11-27"),
        .case_path = wished->case_path,
        .seed = 42,
        .now_ms = desk->now_ms,
    };
    start.app.folders.documents = desk_path(desk, "documents");
    player_begin(&desk->player, &start);
}

void desk_start(Desk *desk, DeskStart start) {
    *desk = (Desk){.start = start, .now_ms = 1000};
    desk->root = temporary_folder(&desk->arena);
    assert_true(desk->root.len > 0);
    assert_true(file_make_folder(desk_path(desk, "documents"), NULL));
    begin_player(desk);
}

void desk_open(Desk *desk) {
    desk_start(desk, (DeskStart){0});
    desk_act(desk, ACTION_WELCOME, 0);
}

void desk_again(Desk *desk) {
    player_finish(&desk->player);
    begin_player(desk);
}

void desk_join(Desk *desk) {
    begin_player(desk);
}

// The journal as it stood at the blow is put back after the player has tidied up.
void desk_crash(Desk *desk) {
    writer_wait(desk->player.app.writer);
    FileList names;
    Str folder = desk_path(desk, "data/journal");
    assert_true(file_list(&desk->arena, folder, S(".jsonl"), &names, NULL));
    Str *bytes = arena_push(&desk->arena, Str, names.count);
    for (int32_t i = 0; i < names.count; i++) {
        bytes[i] = desk_load(desk, path_join(&desk->arena, folder, names.rows[i]));
    }
    player_notes_forget(&desk->player); // or its end would keep them
    player_finish(&desk->player);
    for (int32_t i = 0; i < names.count; i++) {
        assert_true(file_save(path_join(&desk->arena, folder, names.rows[i]), bytes[i], NULL));
    }
    begin_player(desk);
}

static int remove_entry(const char *path, const struct stat *about, int kind, struct FTW *place) {
    (void)about;
    (void)kind;
    (void)place;
    return remove(path);
}

void desk_close(Desk *desk) {
    enum { OPEN_FOLDERS = 8 };
    player_finish(&desk->player);
    assert_int_equal(nftw(str_to_c(&desk->arena, desk->root), remove_entry, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS), 0);
    arena_finish(&desk->arena);
}

void desk_act(Desk *desk, ActionKind kind, int32_t index) {
    desk->now_ms += 10;
    player_update(&desk->player, &(Action){.kind = kind, .index = index}, desk->now_ms);
}

void desk_set(Desk *desk, Setting setting, int32_t value) {
    desk->now_ms += 10;
    Action action = {.kind = ACTION_SET_SETTING, .setting = setting, .index = value};
    player_update(&desk->player, &action, desk->now_ms);
}

void desk_write(Desk *desk, ActionKind kind, const char *text) {
    desk->now_ms += 10;
    player_update(&desk->player, &(Action){.kind = kind, .text = str_from_c(text)}, desk->now_ms);
}

void desk_walk(Desk *desk, SoloActionKind kind, int32_t index, int32_t value) {
    desk->now_ms += 10;
    Action action = {.kind = ACTION_WALK, .walk = {.kind = kind, .index = index, .value = value}};
    player_update(&desk->player, &action, desk->now_ms);
}

void desk_type(Desk *desk, const char *text) {
    desk->now_ms += 10;
    Action action = {.kind = ACTION_WALK, .walk = {.kind = SOLO_SET_TEXT, .text = str_from_c(text)}};
    player_update(&desk->player, &action, desk->now_ms);
}

int32_t desk_find_card(Desk *desk, const char *id) {
    for (int32_t i = 0; i < desk->player.library.cards.count; i++) {
        if (str_equal(desk->player.library.cards.rows[i].told.id, str_from_c(id))) {
            return i;
        }
    }
    return -1;
}

void desk_begin_case(Desk *desk, const char *id) {
    desk_act(desk, ACTION_OPEN_CASE, desk_find_card(desk, id));
    assert_int_equal(desk->player.screen, SCREEN_CASE);
    desk_act(desk, ACTION_ACCEPT_NOTICE, 0);
    desk_act(desk, ACTION_START, 0);
    assert_int_equal(desk->player.screen, SCREEN_PLAY);
}

static void fill_items(Desk *desk, const Ask *ask) {
    for (int32_t i = 0; i < ask->items.count && ask->kind != ASK_RANK; i++) {
        desk_walk(desk, ask->kind == ASK_RATE ? SOLO_SET_LEVEL : SOLO_PUT, i, i % 2);
    }
}

void desk_take_least(Desk *desk) {
    const Solo *model = player_walk(&desk->player);
    for (int32_t i = 0; i < LIMIT_OPTIONS && !solo_can_submit(model); i++) {
        if ((model->draft.set >> i & 1) == 0) {
            desk_walk(desk, SOLO_TOGGLE, i, 0);
        }
    }
}

void desk_answer(Desk *desk) {
    const Solo *model = player_walk(&desk->player);
    const Ask *ask = solo_ask(model);
    int32_t given = model->session.way.count;
    switch (ask->kind) {
    case ASK_CHOICE:
        desk_walk(desk, SOLO_CHOOSE, given % 2, 0);
        break;
    case ASK_MULTIPLE:
        desk_take_least(desk);
        break;
    case ASK_WRITE:
        desk_type(desk, "Si je comprends bien, vous êtes venu trois fois. Qu’est-ce qui presse ?");
        desk_walk(desk, SOLO_SAY, 0, 0);
        break;
    default:
        fill_items(desk, ask);
        break;
    }
    if (model->session.way.count == given) {
        desk_walk(desk, SOLO_SUBMIT, 0, 0);
    }
    if (model->phase == SOLO_PHASE_CONFIDENCE) {
        desk_walk(desk, SOLO_SET_CONFIDENCE, 0, 2);
    }
    assert_int_equal(model->session.way.count, given + 1);
    if (model->phase == SOLO_PHASE_FEEDBACK) {
        desk_walk(desk, SOLO_GO_ON, 0, 0);
    }
}

void desk_play_out(Desk *desk) {
    while (player_walk(&desk->player)->phase != SOLO_PHASE_ENDED) {
        desk_answer(desk);
    }
}

Machine *desk_machine(void) {
    Machine *machine = machine_create(&(MachineOptions){.fonts = S("../assets/fonts"), .script = S("quit")}, NULL);
    assert_non_null(machine);
    assert_non_null(window_open(machine, &(WindowOptions){.name = S("main")}, NULL));
    return machine;
}

Window *desk_window(const Machine *machine) {
    return window_find(machine, S("main"));
}

void desk_reach_debrief(Desk *desk, const char *id) {
    desk_begin_case(desk, id);
    desk_play_out(desk);
    desk_act(desk, ACTION_TO_DEBRIEF, 0);
    assert_int_equal(desk->player.screen, SCREEN_DEBRIEF);
}

Str desk_lines(Desk *desk, int32_t walk) {
    const Solo *model = &desk->player.walks[walk];
    StrBuilder lines = {.arena = &desk->arena};
    for (int32_t i = 0; i < model->session.events.count; i++) {
        str_add(&lines, event_write(&desk->arena, model->scenario, &model->session.events.rows[i]));
        str_add_char(&lines, '\n');
    }
    return str_built(&lines);
}

Str desk_path(Desk *desk, const char *name) {
    return path_join(&desk->arena, desk->root, str_from_c(name));
}

Str desk_load(Desk *desk, Str path) {
    Str bytes = {0};
    assert_true(file_load(&desk->arena, path, MOST, &bytes, NULL));
    return bytes;
}
