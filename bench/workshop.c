// Measures what the editor's window does between an input and its picture, and prints one line of JSON a measure:
//     workshop CASE.json WIDTHxHEIGHT    CPU time, in microseconds; medians. `screen` is how many scenes there are.
// `carry` is the pointer that carries a scene over the map, `pan` the pointer that drags the map, `drop` the scene let
// go (read, checked and laid out anew), `editor-letter` one that is typed into the title of a scene. What is written
// stays in memory.
#define _XOPEN_SOURCE 700 // CLOCK_THREAD_CPUTIME_ID

#include "samples.h"

#include "editor/editor_program.h"
#include "platform/paint.h"

#include <SDL.h>
#include <stdio.h>

enum { SAMPLES = 41 };

typedef struct {
    Editor editor;
    Machine *machine; // headless: lends the shell its fonts and its clipboard
    Window *window;
    Shell shell;
    Fonts *fonts;
    SDL_Surface *surface;
    Painter *painter;
    const UiFrame *frame;
    int64_t now_ms;
    int32_t width, height;
    Samples pages, paintings, both;
} Workshop;

static int64_t spent_ns(void) {
    return read_clock_ns(CLOCK_THREAD_CPUTIME_ID);
}

static void forget_samples(Workshop *bench) {
    bench->pages.count = bench->paintings.count = bench->both.count = 0;
}

static void print_samples(Workshop *bench, const char *what) {
    printf(
        "{\"what\":\"%s\",\"screen\":\"%d\",\"size\":\"%dx%d\",\"answer_us\":%.0f,\"paint_us\":%.0f,\"both_us\":%.0f,"
        "\"samples\":%d}\n",
        what, bench->editor.map.node_count, bench->width, bench->height, median_us(&bench->pages),
        median_us(&bench->paintings), median_us(&bench->both), bench->both.count);
    forget_samples(bench);
}

static void give(Workshop *bench, UiInput input) {
    Rect rects[PAINT_MOST_RECTS];
    bench->now_ms += 10;
    input.now_ms = bench->now_ms;
    int64_t from = spent_ns();
    bench->frame = shell_answer(&bench->shell, bench->window, &input, (WindowSize){bench->width, bench->height});
    int64_t said = spent_ns();
    painter_paint(bench->painter, &bench->frame->draws, bench->width, bench->height, rects, PAINT_MOST_RECTS);
    int64_t painted = spent_ns();
    add_sample(&bench->pages, said - from);
    add_sample(&bench->paintings, painted - said);
    add_sample(&bench->both, painted - from);
}

static void settle(Workshop *bench) {
    for (int32_t i = 0; i < 3; i++) {
        bench->now_ms += 1000; // past every movement
        give(bench, (UiInput){.kind = INPUT_IDLE});
    }
    forget_samples(bench);
}

static Rect find_node(const Workshop *bench, UiRole role, Str name) {
    Rect found = {0};
    for (int32_t i = 0; i < bench->frame->tree.count; i++) {
        const UiTreeNode *node = &bench->frame->tree.rows[i];
        found = node->role == role && (name.len == 0 || str_equal(node->name, name)) ? node->rect : found;
    }
    return found;
}

static Rect find_board(const Workshop *bench) {
    return find_node(bench, ROLE_CANVAS, (Str){0});
}

// Where the first scene is drawn on the board.
static Rect find_scene(const Workshop *bench) {
    Rect board = find_board(bench), found = {0};
    for (int32_t i = 0; i < bench->frame->draws.count; i++) {
        const DrawCommand *draw = &bench->frame->draws.rows[i];
        bool inside = draw->kind == DRAW_TEXT && rect_holds(board, draw->rect.x, draw->rect.y);
        found = inside && str_begins(draw->text, S("1 · ")) ? draw->rect : found;
    }
    return found;
}

static void measure_drag(Workshop *bench, const char *what, int32_t x, int32_t y) {
    settle(bench);
    give(bench, (UiInput){.kind = INPUT_MOVE, .x = x, .y = y});
    give(bench, (UiInput){.kind = INPUT_DOWN, .x = x, .y = y, .clicks = 1});
    forget_samples(bench);
    for (int32_t i = 1; i <= SAMPLES; i++) {
        give(bench, (UiInput){.kind = INPUT_MOVE, .x = x + 4 * i, .y = y + 2 * i});
    }
    print_samples(bench, what);
}

static void measure_letters(Workshop *bench) {
    Rect field = find_node(bench, ROLE_FIELD, S("Titre de la scène"));
    for (UiInputKind kind = INPUT_MOVE; kind <= INPUT_UP; kind++) {
        give(bench, (UiInput){.kind = kind, .x = field.x + 10, .y = field.y + 10, .clicks = 1});
    }
    settle(bench);
    for (int32_t i = 0; i < SAMPLES; i++) {
        give(bench, (UiInput){.kind = INPUT_TEXT, .text = S("a")});
    }
    ASSERT(str_find(bench->editor.document.reading.scenario->scenes.rows[1].title, S("aaa")) >= 0);
    print_samples(bench, "editor-letter");
}

static bool begin(Workshop *bench, Str path) {
    Str fonts = S("assets/fonts");
    Error error = {0};
    editor_begin(&bench->editor,
                 &(EditorStart){.app = {.system_language = S("fr_FR.UTF-8")}, .path = path, .today = S("2026-11-27")});
    bench->machine = machine_create(&(MachineOptions){.fonts = fonts, .script = S("quit")}, &error);
    bench->window = bench->machine ? window_open(bench->machine, &(WindowOptions){.name = S("main")}, &error) : NULL;
    bench->fonts = fonts_create(fonts, &error);
    bench->surface = SDL_CreateRGBSurfaceWithFormat(0, bench->width, bench->height, 32, SDL_PIXELFORMAT_RGB888);
    if (!bench->window || !bench->fonts || !bench->surface || bench->editor.document.file.path.len == 0) {
        return false;
    }
    bench->painter = painter_create(bench->fonts, bench->surface);
    shell_init(&bench->shell, editor_program(&bench->editor), bench->machine);
    return bench->painter != NULL;
}

static void end(Workshop *bench) {
    shell_finish(&bench->shell);
    editor_finish(&bench->editor);
    painter_destroy(bench->painter);
    SDL_FreeSurface(bench->surface);
    fonts_destroy(bench->fonts);
    machine_destroy(bench->machine);
}

int main(int argc, char **argv) {
    static Workshop bench; // large
    if (argc != 3 || sscanf(argv[2], "%dx%d", &bench.width, &bench.height) != 2) {
        fputs("usage: workshop CASE.json WIDTHxHEIGHT\n", stderr);
        return 2;
    }
    if (!begin(&bench, str_from_c(argv[1]))) {
        fputs("workshop: no picture, no case, or no fonts: it is to be started in the project's folder\n", stderr);
        return 1;
    }
    settle(&bench);
    Rect scene = find_scene(&bench), board = find_board(&bench);
    measure_drag(&bench, "carry", scene.x + 2, scene.y + 2);
    give(&bench, (UiInput){.kind = INPUT_UP, .x = scene.x + 160, .y = scene.y + 80});
    print_samples(&bench, "drop");
    measure_drag(&bench, "pan", board.x + 8, board.y + 8);
    give(&bench, (UiInput){.kind = INPUT_UP, .x = board.x + 160, .y = board.y + 80});
    measure_letters(&bench);
    end(&bench);
    return 0;
}
