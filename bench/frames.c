// Measures what the window's program does between an input and its picture, and prints one line of JSON a measure:
//     frames CASE.json WIDTHxHEIGHT DATA    plays the case to its debrief, painting in memory; CPU time, in
//     microseconds
//     frames CASE.json WIDTHxHEIGHT DATA --group    the same with a group: `hand` and `next` are a key of the trainer's
//     window until that one and the room's are painted, each of that size
// `redraw` is a whole picture of one screen, `answer` the page said and laid out for it; `focus` and `letter` are an
// input, its page and the painting of what changed. Medians. `place` tells screens of one name apart.
#define _XOPEN_SOURCE 700 // CLOCK_THREAD_CPUTIME_ID

#include "samples.h"

#include "platform/paint.h"
#include "player/player_program.h"

#include <SDL.h>
#include <stdio.h>
#include <string.h>

enum { SAMPLES = 41, SETTLING = 3, LETTERS = 120 };

typedef struct {
    SDL_Surface *surface;
    Painter *painter;
} Canvas;

typedef struct {
    Arena arena;
    Player player;
    Machine *machine; // headless: lends the shell its fonts and its clipboard
    Window *window;
    Shell shell;
    Fonts *fonts;
    Canvas main, room;
    int64_t now_ms;
    int32_t width, height;
    int32_t places; // measured so far
    Samples pages, paintings, both;
} Bench;

static int64_t spent_ns(void) {
    return read_clock_ns(CLOCK_THREAD_CPUTIME_ID);
}

static void keep_samples(Bench *bench, int32_t count) {
    bench->pages.count = bench->paintings.count = bench->both.count = count;
}

static void forget_samples(Bench *bench) {
    keep_samples(bench, 0);
}

static void print_samples(Bench *bench, const char *what, const char *screen) {
    printf("{\"what\":\"%s\",\"place\":%d,\"screen\":\"%s\",\"size\":\"%dx%d\",\"answer_us\":%.0f,\"paint_us\":%.0f,"
           "\"both_us\":%.0f,\"samples\":%d}\n",
           what, bench->places++, screen, bench->width, bench->height, median_us(&bench->pages),
           median_us(&bench->paintings), median_us(&bench->both), bench->both.count);
    forget_samples(bench);
}

// One input as the window gives it: the page for it, and the painting of what differs.
static const UiFrame *give(Bench *bench, UiInput input) {
    Rect rects[PAINT_MOST_RECTS];
    bench->now_ms += 10;
    input.now_ms = bench->now_ms;
    int64_t from = spent_ns();
    const UiFrame *frame =
        shell_answer(&bench->shell, bench->window, &input, (WindowSize){bench->width, bench->height});
    int64_t said = spent_ns();
    painter_paint(bench->main.painter, &frame->draws, bench->width, bench->height, rects, PAINT_MOST_RECTS);
    int64_t painted = spent_ns();
    add_sample(&bench->pages, said - from);
    add_sample(&bench->paintings, painted - said);
    add_sample(&bench->both, painted - from);
    return frame;
}

static void settle(Bench *bench) {
    for (int32_t i = 0; i < SETTLING; i++) {
        bench->now_ms += 1000; // past every movement
        give(bench, (UiInput){.kind = INPUT_IDLE});
    }
    forget_samples(bench);
}

static void measure_redraw(Bench *bench, const char *screen) {
    settle(bench);
    for (int32_t i = 0; i < SAMPLES; i++) {
        painter_forget(bench->main.painter);
        give(bench, (UiInput){.kind = INPUT_IDLE});
    }
    print_samples(bench, "redraw", screen);
}

static void measure_focus(Bench *bench, const char *screen, int32_t key, int32_t back) {
    settle(bench);
    for (int32_t i = 0; i < SAMPLES; i++) {
        give(bench, (UiInput){.kind = INPUT_KEY, .key = i % 2 == 0 ? key : back});
    }
    print_samples(bench, "focus", screen);
}

static void measure_letters(Bench *bench, const char *screen) {
    static const char TEXT[] = "Si je comprends bien, vous etes venu trois fois et rien ne change. ";
    settle(bench);
    for (int32_t i = 0; i < LETTERS; i++) {
        give(bench, (UiInput){.kind = INPUT_TEXT, .text = {TEXT + (size_t)i % (sizeof TEXT - 1), 1}});
    }
    print_samples(bench, "letter", screen);
}

static void act(Bench *bench, Action action) {
    bench->now_ms += 10;
    action.walk.now_ms = bench->now_ms;
    player_update(&bench->player, &action, bench->now_ms);
}

static void act_walk(Bench *bench, SoloActionKind kind, int32_t index, int32_t value) {
    act(bench, (Action){.kind = ACTION_WALK, .walk = {.kind = kind, .index = index, .value = value}});
}

static void fill_items(Bench *bench, const Ask *ask) {
    for (int32_t i = 0; i < ask->items.count && ask->kind != ASK_RANK; i++) {
        act_walk(bench, ask->kind == ASK_RATE ? SOLO_SET_LEVEL : SOLO_PUT, i, i % 2);
    }
}

static void write_answer(Bench *bench) {
    act(bench, (Action){.kind = ACTION_WALK, .walk = {.kind = SOLO_SET_TEXT, .text = S("Qu’est-ce qui presse ?")}});
    act_walk(bench, SOLO_SAY, 0, 0);
}

// Whatever is asked, somehow; what it brings about is on the screen then.
static void answer(Bench *bench, const Solo *model) {
    const Ask *ask = solo_ask(model);
    int32_t given = model->session.way.count;
    switch (ask->kind) {
    case ASK_CHOICE:
        act_walk(bench, SOLO_CHOOSE, given % 2, 0);
        break;
    case ASK_MULTIPLE:
        act_walk(bench, SOLO_TOGGLE, 0, 0);
        break;
    case ASK_WRITE:
        write_answer(bench);
        break;
    default:
        fill_items(bench, ask);
    }
    if (model->session.way.count == given) {
        act_walk(bench, SOLO_SUBMIT, 0, 0);
    }
    if (model->phase == SOLO_PHASE_CONFIDENCE) {
        act_walk(bench, SOLO_SET_CONFIDENCE, 0, 2);
    }
    ASSERT(model->session.way.count == given + 1);
}

static void play_decision(Bench *bench, const Solo *model, bool *written) {
    bool writes = solo_ask(model)->kind == ASK_WRITE;
    measure_redraw(bench, writes ? "writing" : "decision");
    if (writes && !*written) {
        *written = true;
        measure_letters(bench, "writing");
    } else if (!writes) {
        measure_focus(bench, "decision", KEY_DOWN, KEY_UP);
    }
    answer(bench, model);
    if (model->phase == SOLO_PHASE_FEEDBACK) {
        measure_redraw(bench, "feedback");
        act_walk(bench, SOLO_GO_ON, 0, 0);
    }
}

static void play(Bench *bench) {
    bool written = false;
    measure_redraw(bench, "case");
    act(bench, (Action){.kind = ACTION_ACCEPT_NOTICE});
    act(bench, (Action){.kind = ACTION_START});
    const Solo *model = player_walk(&bench->player);
    while (model->phase != SOLO_PHASE_ENDED) {
        play_decision(bench, model, &written);
    }
    measure_redraw(bench, "ending");
    act(bench, (Action){.kind = ACTION_TO_DEBRIEF});
    ASSERT(bench->player.screen == SCREEN_DEBRIEF);
    measure_redraw(bench, "debrief");
    measure_focus(bench, "debrief", KEY_TAB, KEY_TAB);
}

// A key of the trainer's, and both windows painted, as the machine does it.
static void give_both(Bench *bench, UiInput input) {
    Rect rects[PAINT_MOST_RECTS];
    WindowSize size = {bench->width, bench->height};
    Window *room = window_find(bench->machine, S("audience"));
    ASSERT(room);
    bench->now_ms += 1000; // past every movement, and no page that is too new for a key
    input.now_ms = bench->now_ms;
    int64_t from = spent_ns();
    const UiFrame *frame = shell_answer(&bench->shell, bench->window, &input, size);
    int64_t said = spent_ns();
    painter_paint(bench->main.painter, &frame->draws, size.width, size.height, rects, PAINT_MOST_RECTS);
    frame = shell_answer(&bench->shell, room, &(UiInput){.kind = INPUT_IDLE, .now_ms = bench->now_ms}, size);
    if (frame) {
        painter_paint(bench->room.painter, &frame->draws, size.width, size.height, rects, PAINT_MOST_RECTS);
    }
    int64_t painted = spent_ns();
    add_sample(&bench->pages, said - from);
    add_sample(&bench->paintings, painted - said);
    add_sample(&bench->both, painted - from);
}

static void count_hands(Bench *bench, const Group *group) {
    while (group->open && group_missing(group) > 0) {
        give_both(bench, (UiInput){.kind = INPUT_KEY, .key = 'a' + group_missing(group) % 2});
    }
}

static void act_room(Bench *bench, GroupActionKind kind) {
    act(bench, (Action){.kind = ACTION_ROOM, .room = {.kind = ROOM_ACT, .group = {.kind = kind}}});
}

static bool goes_on(const Group *group) {
    return group->phase != GROUP_PAGE && group->phase != GROUP_AGREE;
}

// Hands first, as often as there is a vote; then the same way once more, for what each page on takes.
static void measure_room(Bench *bench, const char *what) {
    enum { MOST_STEPS = 120 };
    bool hands = what[0] == 'h';
    act(bench, (Action){.kind = ACTION_ROOM, .room = {.kind = ROOM_BEGIN_ANEW}});
    settle(bench);
    const Group *group = bench->player.room.group;
    for (int32_t i = 0; i < MOST_STEPS && goes_on(group); i++) {
        int32_t counted = bench->both.count;
        count_hands(bench, group);
        if (!hands) {
            keep_samples(bench, counted);
        }
        while (group->open) {
            act_room(bench, GROUP_CLOSE);
        }
        int32_t before = bench->both.count;
        give_both(bench, (UiInput){.kind = INPUT_KEY, .key = KEY_SPACE});
        if (hands) {
            keep_samples(bench, before);
        }
    }
    print_samples(bench, what, "room");
}

static void begin_player(Bench *bench, Str data) {
    FoldersWish wish = {.data = data, .shipped = S("scenarios")};
    player_begin(&bench->player, &(PlayerStart){.app = {.folders = folders_find(&bench->arena, &wish),
                                                        .system_language = S("fr_FR.UTF-8")},
                                                .today = S("2026-11-27"),
                                                .seed = 1});
    act(bench, (Action){.kind = ACTION_WELCOME});
}

static bool begin_canvas(Bench *bench, Canvas *canvas) {
    canvas->surface = SDL_CreateRGBSurfaceWithFormat(0, bench->width, bench->height, 32, SDL_PIXELFORMAT_RGB888);
    if (canvas->surface) {
        canvas->painter = painter_create(bench->fonts, canvas->surface);
    }
    return canvas->painter != NULL;
}

static void end_canvas(Canvas *canvas) {
    painter_destroy(canvas->painter);
    SDL_FreeSurface(canvas->surface);
}

static bool begin_painting(Bench *bench) {
    Str fonts = S("assets/fonts");
    Error error = {0};
    bench->machine = machine_create(&(MachineOptions){.fonts = fonts, .script = S("quit")}, &error);
    bench->window = bench->machine ? window_open(bench->machine, &(WindowOptions){.name = S("main")}, &error) : NULL;
    bench->fonts = fonts_create(fonts, &error);
    if (!bench->window || !bench->fonts || !begin_canvas(bench, &bench->main) || !begin_canvas(bench, &bench->room)) {
        return false;
    }
    shell_init(&bench->shell, player_program(&bench->player), bench->machine);
    return true;
}

static void end_painting(Bench *bench) {
    shell_finish(&bench->shell);
    end_canvas(&bench->main);
    end_canvas(&bench->room);
    fonts_destroy(bench->fonts);
    machine_destroy(bench->machine);
}

int main(int argc, char **argv) {
    static Bench bench; // large
    bool group = argc == 5 && strcmp(argv[4], "--group") == 0;
    if ((argc != 4 && !group) || sscanf(argv[2], "%dx%d", &bench.width, &bench.height) != 2) {
        fputs("usage: frames CASE.json WIDTHxHEIGHT DATA [--group]\n", stderr);
        return 2;
    }
    if (!begin_painting(&bench)) {
        fputs("frames: no picture, or no fonts: it is to be started in the project's folder\n", stderr);
        return 1;
    }
    begin_player(&bench, str_from_c(argv[3]));
    if (!group) {
        measure_redraw(&bench, "library");
        measure_focus(&bench, "library", KEY_TAB, KEY_TAB);
    }
    act(&bench, (Action){.kind = ACTION_OPEN_FILE, .text = str_from_c(argv[1])});
    if (group) {
        measure_room(&bench, "hand");
        act(&bench, (Action){.kind = ACTION_ROOM, .room = {.kind = ROOM_LEAVE}});
        measure_room(&bench, "next");
    } else {
        play(&bench);
    }
    player_finish(&bench.player);
    end_painting(&bench);
    arena_finish(&bench.arena);
    return 0;
}
