#include "base/file.h"
#include "platform/machine.h"
#include "platform/picture.h"

#include <SDL.h>

static bool begin_painting(Platform *platform, int32_t width, int32_t height, Error *error) {
    platform_end_painting(platform);
    SDL_FreeSurface(platform->surface);
    platform->width = width;
    platform->height = height;
    platform->surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888);
    platform->renderer = platform->surface ? SDL_CreateSoftwareRenderer(platform->surface) : NULL;
    if (!platform->renderer) {
        return error_set(error, ERROR_SYSTEM, 0, str_from_c(SDL_GetError()));
    }
    platform->painter = painter_create(platform->renderer, platform->fonts, true);
    return true;
}

bool headless_open(Platform *platform, const PlatformOptions *options, Error *error) {
    Str bad;
    if (!script_parse(&platform->arena, options->script, &platform->script, &bad)) {
        return error_set(error, ERROR_SYSTEM, 0, bad);
    }
    return begin_painting(platform, SDL_max(options->width, 1), SDL_max(options->height, 1), error);
}

// As the system counts clicks: the clock stands still between two of a script, so the second on the same spot is a
// double click.
static int32_t count_clicks(Platform *platform, const UiInput *input) {
    enum { DOUBLE_CLICK_MS = 500, DOUBLE_CLICK_PIXELS = 32 };
    bool again = platform->click.count > 0 && platform->clock_ms - platform->click.at_ms <= DOUBLE_CLICK_MS &&
                 SDL_abs(input->x - platform->click.x) <= DOUBLE_CLICK_PIXELS &&
                 SDL_abs(input->y - platform->click.y) <= DOUBLE_CLICK_PIXELS;
    platform->click.count = again ? platform->click.count + 1 : 1;
    platform->click.x = input->x;
    platform->click.y = input->y;
    platform->click.at_ms = platform->clock_ms;
    return platform->click.count;
}

// A key types its character too while a field has the focus, as with a keyboard.
static void run_input(Platform *platform, const UiInput *input) {
    UiInput given = *input;
    if (given.kind == INPUT_DOWN) {
        given.clicks = count_clicks(platform, input);
    }
    if (given.kind != INPUT_KEY) {
        platform_ask(platform, &given);
        return;
    }
    bool types = platform->frame->types && given.text.len > 0;
    given.text = (Str){0};
    platform_ask(platform, &given);
    if (types && !platform->frame->done) {
        platform_ask(platform, &(UiInput){.kind = INPUT_TEXT, .text = input->text});
    }
}

// Stops at each moment that the app wants to be woken at, at most once a millisecond.
static void run_wait(Platform *platform, int32_t ms) {
    int64_t until = platform->clock_ms + ms;
    int64_t next = platform->frame->wake_at_ms;
    while (next != 0 && next <= until && platform->clock_ms < until && !platform->frame->done) {
        platform->clock_ms = SDL_max(next, platform->clock_ms + 1);
        platform_ask(platform, &(UiInput){.kind = INPUT_IDLE});
        next = platform->frame->wake_at_ms;
    }
    if (platform->clock_ms < until && !platform->frame->done) {
        platform->clock_ms = until;
        platform_ask(platform, &(UiInput){.kind = INPUT_IDLE});
    }
}

static bool run_size(Platform *platform, const ScriptStep *step, Error *error) {
    if (!begin_painting(platform, step->width, step->height, error)) {
        return false;
    }
    platform_ask(platform, &(UiInput){.kind = INPUT_RESIZE});
    return true;
}

static bool shows_focus(const UiFrame *frame, Str name) {
    bool found = false;
    for (int32_t i = 0; i < frame->tree.count; i++) {
        const UiTreeNode *node = &frame->tree.rows[i];
        found = found || (node->focused && node->rect.height > 0 && str_equal(node->name, name));
    }
    return found;
}

// As somebody gets there without a mouse: what is out of sight comes into it on the way round.
static bool run_focus(Platform *platform, Str name, Error *error) {
    int32_t most = platform->frame->tree.count;
    for (int32_t i = 0; i < most && !shows_focus(platform->frame, name) && !platform->frame->done; i++) {
        run_input(platform, &(UiInput){.kind = INPUT_KEY, .key = KEY_TAB});
    }
    return shows_focus(platform->frame, name) || error_set(error, ERROR_NOT_FOUND, 0, name);
}

static bool write_shot(Platform *platform, Str path, Error *error) {
    Rect rects[PAINT_MOST_RECTS];
    painter_paint(platform->painter, &platform->frame->draws, platform->width, platform->height, rects,
                  PAINT_MOST_RECTS);
    Arena scratch = {0};
    bool written = file_write(path, picture_to_png(&scratch, platform->surface), error);
    arena_finish(&scratch);
    return written;
}

static bool write_tree(const Platform *platform, Str path, Error *error) {
    Arena scratch = {0};
    bool written = file_write(path, tree_to_json(&scratch, platform->frame), error);
    arena_finish(&scratch);
    return written;
}

static bool run_step(Platform *platform, const ScriptStep *step, Error *error) {
    switch (step->kind) {
    case STEP_WAIT:
        run_wait(platform, step->ms);
        return true;
    case STEP_SIZE:
        return run_size(platform, step, error);
    case STEP_FOCUS:
        return run_focus(platform, step->name, error);
    case STEP_SHOT:
        return write_shot(platform, step->path, error);
    case STEP_TREE:
        return write_tree(platform, step->path, error);
    case STEP_SPEECH:
        return file_write(step->path, speech_log(platform->speech), error);
    case STEP_QUIT:
        platform_ask(platform, &(UiInput){.kind = INPUT_LEAVE});
        return true;
    default:
        run_input(platform, &step->input);
        return true;
    }
}

// What an app did not end by itself ends with the script; after `quit` nothing more is done, whatever the app says.
bool headless_run(Platform *platform, Error *error) {
    for (int32_t i = 0; i < platform->script.count && !platform->frame->done; i++) {
        if (platform->woken) {
            platform->woken = false;
            platform_ask(platform, &(UiInput){.kind = INPUT_IDLE});
        }
        const ScriptStep *step = &platform->script.rows[i];
        if (!run_step(platform, step, error)) {
            return false;
        }
        if (step->kind == STEP_QUIT) {
            return true;
        }
    }
    return true;
}
