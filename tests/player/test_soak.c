// Two hours of play on a clock that a test moves on: PALABRE_SOAK_HOURS for more. The same lap again and again: what
// the program holds of memory after the first ones it holds after the last.
#include "player/desk.h"
#include "player/wall.h"

#include "base/file.h"
#include "fake/memory.h"
#include "player/player_program.h"

enum {
    WIDTH = 1280,
    HEIGHT = 720,
    HOURS = 2,
    MINUTE_MS = 60 * 1000,
    HOUR_MS = 60 * MINUTE_MS,
    STEP_MS = 10 * 1000,
    FRAME_MS = 17,
    BURST = 12,   // frames
    WARM_UP = 3,  // laps until caches are full; what they hold goes up and down by a few pictures after each
    JUDGED = 3,   // laps at least
    SLACK = 4096, // bytes: lengths of names and of what is drawn by lot
    TURNS = 600
};

typedef struct {
    Desk desk;
    Machine *machine;
    Shell shell;
    Wall wall;
    int32_t frames;
} Soak;

static void show(Soak *soak, UiInput input) {
    input.now_ms = soak->desk.now_ms;
    const UiFrame *frame = shell_answer(&soak->shell, desk_window(soak->machine), &input, (WindowSize){WIDTH, HEIGHT});
    (void)wall_paint(&soak->wall, frame, soak->shell.family);
    soak->frames++;
}

// Sixty frames a second while the pointer crosses the page and scrolls it, then ten seconds of nothing.
static void watch(Soak *soak) {
    for (int32_t i = 0; i < BURST; i++) {
        soak->desk.now_ms += FRAME_MS;
        show(soak, (UiInput){.kind = INPUT_MOVE, .x = 100 + i * 90, .y = 60 + i * 50});
    }
    show(soak, (UiInput){.kind = INPUT_WHEEL, .wheel_y = -3});
    soak->desk.now_ms += STEP_MS;
    show(soak, (UiInput){.kind = INPUT_IDLE});
}

static void act(Soak *soak, ActionKind kind, int32_t index) {
    desk_act(&soak->desk, kind, index);
    watch(soak);
}

static void set(Soak *soak, Setting setting, int32_t value) {
    desk_set(&soak->desk, setting, value);
    watch(soak);
}

static void press(Soak *soak, int32_t key) {
    show(soak, (UiInput){.kind = INPUT_KEY, .key = key});
}

static void type(Soak *soak, Str text) {
    for (ptrdiff_t i = 0; i < text.len; i++) {
        soak->desk.now_ms += FRAME_MS;
        show(soak, (UiInput){.kind = INPUT_TEXT, .text = str_slice(text, i, i + 1)});
    }
}

// Where a limit runs, silence may have answered meanwhile.
static void answer_or_go_on(Soak *soak) {
    if (player_walk(&soak->desk.player)->phase == SOLO_PHASE_FEEDBACK) {
        desk_walk(&soak->desk, SOLO_GO_ON, 0, 0);
    } else {
        desk_answer(&soak->desk);
    }
    watch(soak);
}

static void read_overlays(Soak *soak) {
    press(soak, KEY_F1);
    watch(soak);
    press(soak, KEY_ESCAPE);
    act(soak, ACTION_SHOW, OVERLAY_HISTORY);
    act(soak, ACTION_SHOW, OVERLAY_NONE);
}

// Now and then help and history; own words begun and left, an answer, now and then a step back from it.
static void answer(Soak *soak, int32_t turn) {
    const Solo *model = player_walk(&soak->desk.player);
    watch(soak);
    if (turn % 8 == 0) {
        read_overlays(soak);
    }
    if (model->phase == SOLO_PHASE_ASK) {
        desk_walk(&soak->desk, SOLO_OWN_WORDS, 0, 0);
    }
    if (model->phase == SOLO_PHASE_WORDS) {
        show(soak, (UiInput){.kind = INPUT_IDLE});
        type(soak, S("Vous venez pour la troisieme fois, je comprends."));
        desk_walk(&soak->desk, SOLO_TO_OPTIONS, 0, 0);
    }
    answer_or_go_on(soak);
    if (turn % 8 == 1 && model->phase == SOLO_PHASE_ASK) {
        desk_walk(&soak->desk, SOLO_STEP_BACK, 0, 0);
        watch(soak);
        answer_or_go_on(soak);
    }
}

static void play(Soak *soak) {
    for (int32_t turn = 0; player_walk(&soak->desk.player)->phase != SOLO_PHASE_ENDED; turn++) {
        answer(soak, turn);
    }
    watch(soak);
    act(soak, ACTION_TO_DEBRIEF, 0);
}

static void play_case(Soak *soak, const char *id) {
    act(soak, ACTION_OPEN_CASE, desk_find_card(&soak->desk, id));
    act(soak, ACTION_ACCEPT_NOTICE, 0);
    act(soak, ACTION_START, 0);
    press(soak, KEY_ESCAPE); // and out, and in again
    watch(soak);
    act(soak, ACTION_CONFIRM, 0);
    act(soak, ACTION_RESUME, 0);
    play(soak);
    desk_write(&soak->desk, ACTION_SET_NOTE, "Oser dire non.");
    act(soak, ACTION_EXPORT, 1);
    act(soak, ACTION_WHAT_IF, soak->desk.player.debrief.point_count - 1);
    play(soak);
    act(soak, ACTION_BACK, 0);
    act(soak, ACTION_LET_GO, 0);
    act(soak, ACTION_CONFIRM, 0);
    assert_int_equal(soak->desk.player.screen, SCREEN_LIBRARY);
}

static void change_settings(Soak *soak) {
    static const struct {
        Setting setting;
        int32_t there, back;
    } CHANGES[] = {
        {SETTING_TEXT_SCALE, 150, 100}, {SETTING_THEME, THEME_NIGHT, THEME_PAPER},      {SETTING_EASY_FONT, 1, 0},
        {SETTING_NUMBERS, 1, 0},        {SETTING_LANGUAGE, LANGUAGE_EN, LANGUAGE_AUTO}, {SETTING_SPEECH, 1, 0}};
    act(soak, ACTION_GO, SCREEN_SETTINGS);
    for (int32_t i = 0; i < COUNT(CHANGES); i++) {
        set(soak, CHANGES[i].setting, CHANGES[i].there);
        set(soak, CHANGES[i].setting, CHANGES[i].back);
    }
    act(soak, ACTION_BACK, 0);
}

static void run_lap(Soak *soak) {
    change_settings(soak);
    act(soak, ACTION_RELOAD, 0);
    press(soak, KEY_SLASH);
    type(soak, S("fois"));
    press(soak, KEY_ESCAPE);
    play_case(soak, "s02-ca-fait-trois-fois");
    play_case(soak, "s01-faire-faire-avec-laisser-faire");
    writer_wait(soak->desk.player.app.writer);
    watch(soak);
}

static int64_t count_hours(void) {
    const char *wanted = getenv("PALABRE_SOAK_HOURS"); // NOLINT(concurrency-mt-unsafe)
    int32_t hours = 0;
    return wanted != NULL && str_to_int(str_from_c(wanted), &hours) ? hours : HOURS;
}

static void begin(Soak *soak) {
    desk_open(&soak->desk);
    soak->machine = desk_machine();
    wall_open(&soak->wall);
    shell_init(&soak->shell, player_program(&soak->desk.player), soak->machine);
}

static void end(Soak *soak) {
    wall_close(&soak->wall);
    shell_finish(&soak->shell);
    machine_destroy(soak->machine);
    desk_close(&soak->desk);
}

static void nothing_grows_in_hours_of_play(void **state) {
    (void)state;
    static Soak soak; // large, and its memory is not lost when an assertion leaves
    int64_t held = 0, until = count_hours() * HOUR_MS;
    ptrdiff_t painted = 0;
    begin(&soak);
    for (int32_t lap = 1; lap <= WARM_UP + JUDGED || soak.desk.now_ms < until; lap++) {
        run_lap(&soak);
        int64_t now = memory_in_use();
        ptrdiff_t pictures = painter_cached_bytes(soak.wall.painter);
        print_message("lap %d, minute %d, %d frames: %lld bytes, %lld of them pictures\n", lap,
                      (int32_t)(soak.desk.now_ms / MINUTE_MS), soak.frames, (long long)now, (long long)pictures);
        held = lap <= WARM_UP && now > held ? now : held;
        painted = lap <= WARM_UP && pictures > painted ? pictures : painted;
        assert_true(now <= held + SLACK);
        assert_true(pictures <= painted + SLACK);
    }
    end(&soak);
}

// Each page for one frame: a few bytes that one of them keeps come to a block of an arena.
static void turn_pages(Soak *soak) {
    static const Action PAGES[] = {{.kind = ACTION_RELOAD},
                                   {.kind = ACTION_OPEN_CASE},
                                   {.kind = ACTION_ACCEPT_NOTICE},
                                   {.kind = ACTION_START},
                                   {.kind = ACTION_WALK, .walk = {.kind = SOLO_OWN_WORDS}},
                                   {.kind = ACTION_WALK, .walk = {.kind = SOLO_SET_TEXT, .text = S_INIT("Bonjour.")}},
                                   {.kind = ACTION_SHOW, .index = OVERLAY_HELP},
                                   {.kind = ACTION_BACK},
                                   {.kind = ACTION_BACK},
                                   {.kind = ACTION_CONFIRM},
                                   {.kind = ACTION_LET_GO},
                                   {.kind = ACTION_BACK},
                                   {.kind = ACTION_GO, .index = SCREEN_SETTINGS},
                                   {.kind = ACTION_BACK}};
    for (int32_t i = 0; i < COUNT(PAGES); i++) {
        Action action = PAGES[i];
        soak->desk.now_ms += FRAME_MS;
        action.index = action.kind == ACTION_OPEN_CASE ? desk_find_card(&soak->desk, "ask-first") : action.index;
        player_update(&soak->desk.player, &action, soak->desk.now_ms);
        show(soak, (UiInput){.kind = INPUT_IDLE});
    }
}

static void nothing_grows_when_pages_come_and_go(void **state) {
    (void)state;
    static Soak soak;
    begin(&soak);
    Str small = desk_load(&soak.desk, S("data/cases/ask-first.json"));
    assert_true(file_save(desk_path(&soak.desk, "data/cases/ask-first.json"), small, NULL));
    int64_t held = 0;
    for (int32_t turn = 0; turn < TURNS; turn++) {
        turn_pages(&soak);
        if (turn == TURNS / 10 || turn == TURNS - 1) {
            writer_wait(soak.desk.player.app.writer);
            show(&soak, (UiInput){.kind = INPUT_IDLE});
            held = turn < TURNS - 1 ? memory_in_use() : held;
            print_message("turn %d: %lld bytes\n", turn + 1, (long long)memory_in_use());
        }
    }
    assert_true(memory_in_use() <= held + SLACK);
    end(&soak);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_grows_in_hours_of_play),
                                       cmocka_unit_test(nothing_grows_when_pages_come_and_go)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
